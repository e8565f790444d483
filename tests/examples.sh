#!/bin/sh
# examples.sh DECIDE ODDS: the examples of docs/library.md stand there as they are, and do what it says.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0

holds() {
    title=$1
    shift
    count=$((count + 1))
    if "$@" >/dev/null 2>&1; then echo "ok $count - $title"; else echo "not ok $count - $title"; fi
}

# block KIND N: the Nth block of that kind in the document.
block() {
    awk -v kind="\`\`\`$1" -v wanted="$2" '/^```$/ { on = 0 } on; $0 == kind { on = ++n == wanted }' docs/library.md
}

block c 1 >"$work/decide.c"
block c 2 >"$work/odds.c"
holds "decide.c stands in the document" cmp "$work/decide.c" docs/examples/decide.c
holds "odds.c stands in the document" cmp "$work/odds.c" docs/examples/odds.c
"$1" >"$work/decide"
"$2" scenarios/aleppo-2016.yaml >"$work/odds"
block text 1 | cmp - "$work/decide" >"$work/differs"
holds "decide prints what the document says" test ! -s "$work/differs"
block text 2 | cmp - "$work/odds" >"$work/differs"
holds "odds prints what the document says" test ! -s "$work/differs"
"$2" README.md >"$work/out" 2>"$work/err"
holds "what is no scenario ends with 1" test $? -eq 1
holds "and its mistakes are shown" grep -q "^README.md:[0-9]*:[0-9]*: error: " "$work/err"
for header in include/veto/*.h; do
    holds "the document names $header" grep -Eq "[\`/]$(basename "$header")\`" docs/library.md
done
echo "1..$count"
