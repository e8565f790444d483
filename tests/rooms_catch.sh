#!/bin/sh
# rooms_catch.sh COMPILER...: whether rooms.sh catches what it is there for. Each case is a made-up
# source with one thing wrong, and the check that has to say so. Run from the top of the source;
# speaks TAP.
set -u
rooms=$PWD/tests/rooms.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0
failed=0

# fresh: a source with nothing wrong
fresh() {
    rm -rf "${work:?}/top"
    for room in base page yaml council scenario meeting analysis history report view tui cli; do
        mkdir -p "$work/top/src/$room"
        echo "#include \"$room/file.h\"" >"$work/top/src/$room/file.c"
    done
    mkdir -p "$work/top/include/veto" "$work/top/tests" "$work/top/scenarios" "$work/top/docs"
    echo '#include "veto/other.h"' >"$work/top/include/veto/file.h"
}

# verdict [LIBRARY...]: the names of the checks that fail, without their numbers
verdict() { (cd "$work/top" && sh "$rooms" "$@" | sed -n 's/^not ok [0-9]* - //p'); }

report() { # NAME EXPECTED GOT
    number=$((number + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        printf '%s\n' "expected: $2" "got: $3" | sed 's/^/# /'
        failed=1
    fi
}

# catches EXPECTED FILE LINE
catches() {
    fresh
    echo "$3" >>"$work/top/$2"
    report "$2: $3" "$1" "$(verdict)"
}

# holds_in FILE LINE: that is allowed there
holds_in() { catches "" "$1" "$2"; }

fresh
report "nothing wrong" "" "$(verdict)"

catches "base includes only itself and the rooms above it" src/base/file.c '#include "yaml/tree.h"'
catches "meeting includes only itself and the rooms above it" src/meeting/file.c \
    '#  include "analysis/odds.h"'
catches "view includes only itself and the rooms above it" src/view/file.h '#include "tui/tui.h"'
catches "view includes only itself and the rooms above it" src/view/file.h '#include "../tui/tui.h"'
catches "tui includes only itself and the rooms above it" src/tui/table.def '#include "cli/load.h"'
catches "public headers include only public headers" include/veto/file.h '#include "base/arena.h"'
holds_in src/tui/file.c '#include "view/frame.h"'
fresh
mkdir "$work/top/src/attic"
report "a room that is not in the order" "every room has its place in the order" "$(verdict)"

catches "<yaml.h> in src/yaml only" src/scenario/file.c '#include <yaml.h>'
catches "<csv.h> in src/history only" src/report/file.c '#include <csv.h>'
catches "<jansson.h> in src/report only" src/cli/file.c '#include <jansson.h>'
catches "<jansson.h> in src/report only" include/veto/file.h '#include <jansson.h>'
catches "<utf8proc.h> in src/base only" src/view/file.c '#include <utf8proc.h>'
catches "<n?curses|term.h> in src/tui only" src/view/file.c '#include <curses.h>'
catches "<n?curses|term.h> in src/tui only" src/cli/file.c '#include <ncursesw/curses.h>'
holds_in src/tui/file.c '#include <curses.h>'
fresh
echo '#include <curses.h>' | tee "$work/top/src/tui/one.c" >"$work/top/src/tui/two.c"
report "curses in two files" "<curses.h> in one file" "$(verdict)"

engine="no exit, no printing, no clock and no environment in the engine"
for call in 'exit(1);' 'abort();' 'printf("x");' 'puts("x");' 'fputs("x", stderr);' \
    'fprintf(stdout, "x");' 'char *home = getenv("HOME");' 'time_t now = time(NULL);' \
    'localtime(&now);' 'srand(1);' 'setlocale(LC_ALL, "");'; do
    catches "$engine" src/meeting/file.c "    $call"
done
catches "$engine" src/base/inline.h 'static inline void stop(void) { exit(1); }'
holds_in src/cli/file.c '    exit(1);'
holds_in src/tui/file.c '    time_t now = time(NULL);'
holds_in src/meeting/file.c ' * exit() is never called here'
holds_in src/meeting/file.c '    snprintf(text, size, "x"); fprintf(file, "x"); runtime(1);'

catches "no marks of unfinished work" src/base/file.c "/* TO""DO: more */"
catches "no tabs and no trailing blanks in the source" src/base/file.c 'int x; '

# compiled EXPECTED CODE COMPILER...: of a library that is made of this code
compiled() {
    expected=$1
    code=$2
    shift 2
    fresh
    echo "$code" >"$work/code.c"
    rm -f "$work/lib.a"
    "$@" -fPIC -c "$work/code.c" -o "$work/code.o" && ar rc "$work/lib.a" "$work/code.o"
    report "$code" "$expected" "$(verdict "$work/lib.a")"
}

globals="no variables outside functions in lib.a"
compiled "$globals" 'int counter;' "$@"
compiled "$globals" 'int counter = 3;' "$@"
compiled "$globals" 'int next(void) { static int last; return ++last; }' "$@"
compiled "$globals" '_Thread_local int mine;' "$@"
compiled "$globals" 'const char *names[] = {"one", "two"};' "$@"
compiled "" 'const char *const names[] = {"one", "two"};' "$@"
compiled "" 'static const int table[] = {1, 2}; int at(int i) { return table[i]; }' "$@"

echo "1..$number"
exit $failed
