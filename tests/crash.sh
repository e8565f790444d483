#!/bin/sh
# What a crash leaves is offered again. Usage: tests/crash.sh CRASH VETO, from the top of the source;
# speaks TAP. tests/crash.c plays and kills.

whole() {
    case $1 in
    /*) echo "$1" ;;
    *) echo "$PWD/$1" ;;
    esac
}
crash=$(whole "$1")
veto=$(whole "$2")
top=$PWD
work=$(mktemp -d) || exit 1
work=$(cd "$work" && pwd -P)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0
HOME=$work/home
XDG_STATE_HOME=$work/state
TERM=xterm
export HOME XDG_STATE_HOME TERM
mkdir "$HOME"
unset NO_COLOR

same() { # NAME EXPECTED GOT
    number=$((number + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        printf 'expected: %s\ngot: %s\n' "$2" "$3" | sed 's/^/# /'
    fi
}

# screen KEY...: what 'veto play' shows behind these keys, from a folder that has nothing to do with
# what was played
screen() {
    printf '%s\n' "$@" >"$work/keys"
    (cd / && "$veto" play --keys "$work/keys" --size 100x40 2>&1 </dev/null)
}

# Two steps into a meeting, then killed. lost NAME TITLE WORD...: from the current folder, as 'veto
# play WORD...'. The session is offered, under that title, and goes on where it was.
lost() {
    name=$1
    title=$2
    shift 2
    rm -rf "$XDG_STATE_HOME"
    "$crash" "Press Space" "   " LEFTHERE -- "$veto" play "$@"
    offered "$name" "$title"
}
offered() {
    same "$1 is offered again" "Left unfinished
$2" "$(screen "# none" | sed -n 's/^ *\(Left unfinished\).*/\1/p
        s/^.*2016-10-08  *\(.*[^ ]\)  *[01] changes*, left 2[-0-9]* [0-9][0-9]:[0-9][0-9].*$/\1/p')"
    same "and goes on where it was" "LEFTHERE
Taken up where it was left" "$(screen Enter | grep -o 'Taken up where it was left\|LEFTHERE')"
}

scenario() { # TITLE
    printf 'veto: 1\ntitle: %s\ndate: 2016-10-08\ndrafts: {d: {title: D}}\nprogramme:\n' "$1"
    echo '  - event: {text: it begins}'
    echo '  - event: {text: LEFTHERE}'
    echo '  - vote: d'
}

# ---- what ships, and files of one's own ----

mkdir "$work/own" "$work/elsewhere"
cd "$work/own" || exit 1
scenario "An absolute path" >absolute.yaml
lost "a file by its whole path" "An absolute path" "$work/own/absolute.yaml"
scenario "A relative path" >relative.yaml
lost "a file by its name" "A relative path" relative.yaml
cd "$work/elsewhere" || exit 1
scenario "A path up" >../own/up.yaml
lost "a file by a path up" "A path up" ../own/up.yaml
ln -s ../own/up.yaml link.yaml
lost "a link to a file" "A path up" link.yaml
cd "$work/own" || exit 1

# odd TITLE NAME
odd() {
    scenario "$1" >"./$2"
    lost "a file $1" "$1" "./$2"
}
odd "with a blank in its name" "two words.yaml"
odd "with quotes in its name" "it's \"so\".yaml"
odd "with a line feed in its name" "two
lines.yaml"
odd "with a backslash in its name" 'back\slash.yaml'
odd "with bytes that are no UTF-8" "$(printf 'caf\351.yaml')"
odd "with a name in UTF-8" "安全理事会.yaml"
odd "with an escape in its name" "$(printf 'a\033[31mb.yaml')"
odd "with a colon and a hash" "a: b #c.yaml"
odd "without an ending" "plain"
odd "called as one that ships" "aleppo-2016"
odd "called as standard input" "-"
scenario "With a dash in front" >-dash.yaml
lost "a file with a dash in front" "With a dash in front" -- -dash.yaml

# ---- what no word finds again ----

scenario "From standard input" >../input
rm -rf "$XDG_STATE_HOME"
"$crash" "Press Space" "   " LEFTHERE -- "$veto" play - <../input
rm ../input
offered "a scenario from standard input" "From standard input"
mkfifo pipe
scenario "From a pipe" >pipe &
lost "a scenario from a pipe" "From a pipe" pipe
rm pipe
scenario "Taken away" >gone.yaml
rm -rf "$XDG_STATE_HOME"
# shellcheck disable=SC2016 # the inner shell expands
"$crash" "Press Space" "   " LEFTHERE -- sh -c \
    'exec 3<gone.yaml; rm gone.yaml; exec "$0" play /dev/fd/3' "$veto"
offered "a scenario that was taken away while it was read" "Taken away"

# ---- what ships, the record, and sessions ----

cd "$top" || exit 1
enter=$(printf '\r')
# back NAME EXPECTED WORD...: which of the words are on screen when the offered session goes on
back() {
    name=$1
    expected=$2
    shift 2
    screen Enter >"$work/screen"
    same "$name is offered again" "Taken up where it was left$expected" "$(
        grep -o "Taken up where it was left" "$work/screen"
        for word; do grep -o -m 1 -e "$word" "$work/screen"; done
    )"
    rm -rf "$XDG_STATE_HOME"
}

rm -rf "$XDG_STATE_HOME"
"$crash" "Press Space" " " "Before the meeting" -- "$veto" play aleppo-2016
back "a scenario that ships" "
Before the meeting" "Before the meeting"
votes=tests/history/sciencespo.csv
vetoed="
Middle East (quoted, on \"two lines\")
VETOED  │  GBR
recorded, step 3 of 5"
"$crash" "Recorded votes" "2016/846$enter" "Press Space" "1 " "VETOED" -- "$veto" play "$votes"
back "a recorded vote" "$vetoed" "Middle East (.*)" "VETOED .* GBR" "recorded, step 3 of 5"
"$crash" "Press Space" "1 " "VETOED" -- "$veto" history "$votes" replay S/2016/846
back "a recorded vote that is replayed" "$vetoed" "Middle East (.*)" "VETOED .* GBR" \
    "recorded, step 3 of 5"
cat >"$work/own/monday.yaml" <<END
veto_session: 1
scenario: absolute.yaml
changes: [drafts.d.title=Changed]
END
lost "a session that was saved" "An absolute path" "$work/own/monday.yaml"
rm -rf "$XDG_STATE_HOME"

# What was offered and is taken up can be lost again.
"$crash" "Press Space" "   " LEFTHERE -- "$veto" play "$work/own/absolute.yaml"
"$crash" "Left unfinished" "$enter" LEFTHERE " " "In favour" -- "$veto" play
back "what was taken up once more" "
The President puts" "The President puts"

echo "1..$number"
