#!/bin/sh
# rooms.sh [LIBRARY...]: the rules of the house that a machine can keep. Run from the top of the
# source; speaks TAP.
set -u
LC_ALL=C.UTF-8
export LC_ALL

rooms="base page yaml council scenario meeting analysis history session words report view tui cli"
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

# Every line of a preprocessor's include, as FILE:LINE:#include WHAT.
includes() { # FOLDER...
    grep -rnE '^[[:space:]]*#[[:space:]]*include' "$@" 2>/dev/null |
        sed -E 's/:[[:space:]]*#[[:space:]]*include[[:space:]]*/:#include /'
}

for room in $rooms; do
    allowed=""
    for above in $rooms; do
        allowed="$allowed|$above"
        [ "$above" = "$room" ] && break
    done
    expect "$room includes only itself and the rooms above it" "$(
        includes src/"$room" | grep '#include "' | grep -vE "#include \"(veto${allowed})/")"
done
expect "every room has its place in the order" "$(
    for folder in src/*/; do
        case " $rooms " in
        *" $(basename "$folder") "*) ;;
        *) echo "$folder" ;;
        esac
    done)"

# only_in HEADERS ROOM: what includes them stands in that room
only_in() {
    expect "<$1.h> in $2 only" "$(includes src include | grep -E "[<\"/]($1)\.h[>\"]" |
        grep -v "^$2/")"
}
only_in yaml src/yaml
only_in csv src/history
only_in jansson src/report
only_in utf8proc src/base
only_in 'n?curses|term' src/tui
expect "<curses.h> in one file" "$(includes src | grep -E '[</](n?curses|term)\.h' | cut -d: -f1 |
    sort -u | sed -n '2,$p')"
expect "no <ctype.h>: the locale has no say in what a text means" "$(
    grep -rn '<w*ctype\.h>' src include)"
expect "public headers include only public headers" "$(
    grep -HnE '^#include "' include/veto/*.h | grep -v '#include "veto/')"

engine="src/base src/page src/yaml src/council src/scenario src/meeting src/analysis src/history src/session
src/words src/report src/view"
ending='exit|_exit|_Exit|quick_exit|abort|raise|kill|signal|sigaction|system|popen|fork'
printing='printf|vprintf|puts|putchar|perror|psignal|err|errx|warn|warnx|syslog'
outside='getenv|secure_getenv|setenv|putenv|unsetenv|setlocale|isatty|ioctl'
clock='time|clock|clock_gettime|gettimeofday|localtime|gmtime|localtime_r|gmtime_r|rand|srand|random'
# shellcheck disable=SC2086
expect "no exit, no printing, no clock and no environment in the engine" "$(
    grep -rnE "\\b($ending|$printing|$outside|$clock)[[:space:]]*\\(|\\b(stdout|stderr|environ)\\b" \
        --include='*.[ch]' $engine include | grep -vE '^[^:]+:[0-9]+: *(/?\*|//)')"
# What a signal handler needs to put the terminal right is the one exception.
for library in "$@"; do
    expect "no variables outside functions in $(basename "$library")" "$(
        size -A "$library" | awk '
            /^[^ ]+\.o / { name = $1 }
            /^\.(data|bss|tdata|tbss)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 { print name, $1, $2 }' |
            grep -v '^tui_signals\.c\.o \|/tui_signals\.c\.o ')"
done
expect "no marks of unfinished work" "$(
    grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' src include tests scenarios docs |
        grep -v '^tests/rooms.sh:')"
expect "no file that a reader cannot hold in mind (600 lines)" "$(
    find src include -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 600' )"
expect "no tabs and no trailing blanks in the source" "$(
    grep -rnE "$(printf '\t')| +\$" src include --include='*.[ch]')"

echo "1..$number"
exit $failed
