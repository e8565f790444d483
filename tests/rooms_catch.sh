#!/bin/sh
# rooms_catch.sh COMPILER...: whether rooms.sh catches what it is there for. One made-up source has
# everything wrong in it, each in a file of its own, and next to it what is allowed; of each file
# rooms.sh has to say what is wrong and nothing else. Run from the top of the source; speaks TAP.
set -u
tests=$PWD/tests
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0

# shellcheck disable=SC2016 # backquotes of Markdown
rooms=$(sed -n 's/^| `src\/\([a-z]*\)\/` |.*/\1/p' CONTRIBUTING.md)
cp CONTRIBUTING.md "$work"
cd "$work" || exit 1
mkdir -p include/veto tests scenarios docs objects src/attic
for room in $rooms; do
    mkdir "src/$room"
    echo "#include \"$room/file.h\"" >"src/$room/file.c"
done
echo '#include "veto/other.h"' >include/veto/file.h

# expect CHECK FILE NAME: of this file rooms.sh says so; CHECK is empty where it says nothing
expect() { printf '%s\t%s\t%s\n' "$2" "$1" "$3" >>expected; }

# catches CHECK FOLDER LINE [ENDING]: that line, in a file of its own
catches() {
    number=$((number + 1))
    echo "$3" >"$2/case$number${4:-.c}"
    expect "$1" "$2/case$number${4:-.c}" "$2: $3"
}

# allows FOLDER LINE
allows() { catches "" "$@"; }

above=
for room in $rooms; do
    allows "src/$room" "#include \"$room/tree.h\""
    if [ -n "$above" ]; then
        allows "src/$room" "#include \"$above/tree.h\""
        catches "$above includes only itself and the rooms above it" "src/$above" \
            "#  include \"$room/tree.h\""
        catches "$above includes only itself and the rooms above it" "src/$above" \
            "#include \"$room/tree.h\"" .def
    fi
    above=$room
done
catches "view includes only itself and the rooms above it" src/view '#include "../tui/tui.h"' .h
catches "public headers include only public headers" include/veto '#include "base/arena.h"' .h
catches "every room has its place in the order" src/attic 'int x;'

catches "<yaml.h> in src/yaml only" src/scenario '#include <yaml.h>'
catches "<csv.h> in src/history only" src/report '#include <csv.h>'
catches "<jansson.h> in src/report only" src/cli '#include <jansson.h>'
catches "<jansson.h> in src/report only" include/veto '#include <jansson.h>' .h
catches "<utf8proc.h> in src/base only" src/view '#include <utf8proc.h>'
allows src/yaml '#include <yaml.h>'
for header in curses ncurses term; do
    echo "#include <$header.h>" >>src/tui/a-file.c
    catches "<$header.h> in src/tui only" src/view "#include <$header.h>"
done
catches "<curses.h> in src/tui only" src/cli '#include <ncursesw/curses.h>'
catches "<curses.h> in one file" src/tui '#include <curses.h>'
expect "" src/tui/a-file.c "src/tui: what draws on the screen"
catches "no <ctype.h>: the locale has no say in what a text means" src/cli '#include <ctype.h>'
catches "no <ctype.h>: the locale has no say in what a text means" src/base '#include <wctype.h>'

allows src/history 'static const char *lonely(int x) {'
catches "the name of a static function says where it lives: it stands in one file" src/view \
    'static int *lonely(void);'

engine="no exit, no printing, no clock and no environment in the engine"
for call in 'exit(1);' 'abort();' 'printf("x");' 'puts("x");' 'fputs("x", stderr);' \
    'fprintf(stdout, "x");' 'char *home = getenv("HOME");' 'time_t now = time(NULL);' \
    'localtime(&now);' 'srand(1);' 'setlocale(LC_ALL, "");' 'exit (1);' 'return environ;'; do
    catches "$engine" src/meeting "    $call"
done
catches "$engine" src/base 'static inline void stop(void) { exit(1); }' .h
catches "$engine" include/veto 'static inline void stop(void) { exit(1); }' .h
allows src/cli '    exit(1);'
allows src/tui '    time_t now = time(NULL);'
allows src/meeting ' * exit() is never called here'
allows src/meeting '    snprintf(text, size, "x"); fprintf(file, "x"); runtime(1);'

catches "no marks of unfinished work" src/base "/* TO""DO: more */"
catches "no marks of unfinished work" docs "FIX""ME" .md
allows tests "TO""DOS" .sh
blanks="no tabs and no trailing blanks in the source"
catches "$blanks" src/base 'int x; '
catches "$blanks" include/veto "$(printf '\tint x;')" .h
allows tests "$(printf '\tint x;')" .sh
awk 'BEGIN { while (++line <= 600) print "//" }' >src/base/long.c
{ cat src/base/long.c && echo "//"; } >src/base/longer.c
expect "" src/base/long.c "600 lines"
expect "no file that a reader cannot hold in mind (600 lines)" src/base/longer.c "601 lines"

# ---- what is compiled ----

# compiled CHECK CODE: an object with it
compiled() {
    number=$((number + 1))
    echo "$2" >"objects/case$number.c"
    expect "$1" "case$number.o" "$2"
}

globals="no variables outside functions"
compiled "$globals" 'int counter;'
compiled "$globals" 'int counter = 3;'
compiled "$globals" 'int next(void) { static int last; return ++last; }'
compiled "$globals" '_Thread_local int mine;'
compiled "$globals" 'const char *names[] = {"one", "two"};'
compiled "" 'const char *const names[] = {"one", "two"};'
compiled "" 'static const int table[] = {1, 2}; int at(int i) { return table[i]; }'
echo 'int counter;' >objects/tui_signals.c
expect "" tui_signals.c.o "what a signal handler needs"
(cd objects && "$@" -fPIC -c ./*.c && mv tui_signals.o tui_signals.c.o && ar rc lib.a ./*.o) || exit 1

# ---- what rooms.sh says of it, and of a source in which nothing is wrong ----

"$tests/rooms.sh" objects/lib.a >said
awk -F '\t' '
    FNR == NR && sub(/^not ok [0-9]+ - /, "") { check = $0 }
    FNR == NR && sub(/^# /, "") {
        sub(/:.*/, "")
        got[$0] = got[$0] (got[$0] ? "|" : "") check
        next
    }
    FNR < NR {
        ok = got[$1] == $2
        failures += !ok
        printf "%s %d - %s\n", ok ? "ok" : "not ok", FNR, $3
        if (!ok)
            printf "# of %s\n# expected: %s\n# got: %s\n", $1, $2, got[$1]
        delete got[$1]
        count = FNR
    }
    END {
        for (file in got) {
            failures++
            print "not ok " ++count " - " file ": " got[file]
        }
        print "1.." count
        exit failures > 0
    }' said expected
