#!/bin/sh
# rooms.sh [LIBRARY...]: the rules of the house that a machine can keep. Run from the top of the
# source; speaks TAP.
set -u
LC_ALL=C.UTF-8
export LC_ALL

rooms="base yaml council scenario meeting analysis history session report view tui cli"
number=0
failed=0

# expect NAME OUTPUT: passes where there is no output
expect() {
    number=$((number + 1))
    if [ -z "$2" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        echo "$2" | sed 's/^/# /'
        failed=1
    fi
}

for room in $rooms; do
    allowed=""
    for above in $rooms; do
        allowed="$allowed|$above"
        [ "$above" = "$room" ] && break
    done
    expect "$room includes only itself and the rooms above it" "$(
        grep -HnE '^#include "' src/"$room"/*.[ch] 2>/dev/null |
            grep -vE "#include \"(veto${allowed})/" || true)"
done

expect "<yaml.h> in one room" "$(grep -rlE '<yaml\.h>' src include | grep -v '^src/yaml/' || true)"
expect "<curses.h> in one file" "$(grep -rlE '<(n?curses|term)\.h>' src include |
    sed -n '2,$p')"
expect "no <ctype.h>: the locale has no say in what a text means" "$(
    grep -rn '<w*ctype\.h>' src include || true)"
expect "public headers include only public headers" "$(
    grep -HnE '^#include "' include/veto/*.h | grep -v '#include "veto/' || true)"

engine="src/base src/yaml src/council src/scenario src/meeting src/analysis src/history src/session
src/report src/view"
# shellcheck disable=SC2046,SC2086
expect "no exit, no printing, no clock and no environment in the engine" "$(
    grep -nE '\b(exit|_exit|abort|printf|puts|putchar|perror|getenv|setenv|time|clock|clock_gettime|gettimeofday|rand|srand|setlocale)\(' \
        $(find $engine -name '*.c') | grep -vE '^[^:]+:[0-9]+: *(/?\*|//)' || true)"
# What a signal handler needs to put the terminal right is the one exception.
for library in "$@"; do
    expect "no variables outside functions in $(basename "$library")" "$(
        size -A "$library" | awk '/^[^ ]+\.o / { name = $1 } /^\.(data|bss) / && $2 > 0 { print name, $1, $2 }' |
            grep -v '^tui_signals\.c\.o \|/tui_signals\.c\.o ' || true)"
done
expect "no marks of unfinished work" "$(
    grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' src include tests scenarios docs |
        grep -v '^tests/rooms.sh:' || true)"
expect "no file that a reader cannot hold in mind (600 lines)" "$(
    find src include -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 600' )"
expect "no tabs and no trailing blanks in the source" "$(
    grep -rnE "$(printf '\t')| +\$" src include --include='*.[ch]' || true)"

echo "1..$number"
exit $failed
