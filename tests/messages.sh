#!/bin/sh
# Every message has a test on its text: of what the rooms below complain about, all is somewhere in the
# tests, or in the documentation that they hold to the code. Run from the top of the source; speaks
# TAP.
set -u
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# Literals that stand side by side, and lines that go on, are one. Plain texts have no escapes.
joined() {
    awk 'BEGIN { RS = "\001" } {
        gsub(/\\\n/, "")
        if (FILENAME ~ /\.[ch]$/)
            gsub(/"[ \t\n]*"/, "")
        if (FILENAME !~ /\.txt$/) {
            gsub(/\\n/, " ")
            gsub(/\\"/, "\"")
        }
        gsub(/[ \t\n]+/, " ")
        print
    }' "$@"
}
find tests docs scenarios/scenario.schema.json \( -name '*.[ch]' -o -name '*.sh' -o -name '*.txt' -o -name '*.md' -o -name '*.json' \
    -o -name '*.csv' -o -path 'tests/expected/*.yaml' \) \
    ! -path '*/screens/*' | sort >"$work/names"
# shellcheck disable=SC2046 # names without blanks
joined $(cat "$work/names") | tr '\n\001' '  ' >"$work/expected"

# Not these: data, files that are written, and help, which is held to the manual.
files=$(find src/base src/yaml src/scenario src/session src/history src/expect src/analysis src/cli -name '*.c' |
    grep -Ev '/(command|cmd_help|main|embed|export|procedural|states|symbols|topics|bytes|write)\.c$' | sort)
# Nor what is no message, or never comes: libyaml has always had something to say.
other='<!doctype html|veto: 1 title: The Council of|} drafts: {any|drafts.any.title|cannot read on|[{]s:'
# shellcheck disable=SC2086
missing=$(awk -f tests/messages.awk "$work/expected" $files | grep -Ev "$other")
if [ -z "$missing" ]; then
    echo "ok 1 - every message is in a test"
else
    echo "not ok 1 - every message is in a test"
    echo "$missing" | sed 's/^/# /'
fi
echo "1..1"
[ -z "$missing" ]
