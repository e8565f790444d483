#!/bin/sh
# What is kept on the disk: whole or not at all, whatever happens to disk and process. Usage:
# tests/keep.sh KEEPER VETO; speaks TAP. tests/keeper.c says what the first does.

whole() {
    case $1 in
    /*) echo "$1" ;;
    *) echo "$PWD/$1" ;;
    esac
}
keeper=$(whole "$1")
veto=$(whole "$2")
work=$(mktemp -d) || exit 1
trap 'kill $running 2>/dev/null; chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0
running=

same() { # NAME EXPECTED GOT
    number=$((number + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        printf 'expected: %s\ngot: %s\n' "$2" "$3" | sed 's/^/# /'
    fi
}

# ---- files that the user names ----

cd "$work" || exit 1
same "a new file" "written" "$("$keeper" file new one)"
same "has what was written" "one" "$(cat new)"
same "and the permissions of any new file" "$(umask 027 && : >any && stat -c %a any)" \
    "$(umask 027 && "$keeper" file mine x >any.log && stat -c %a mine)"
chmod 604 new
same "another in its place" "written" "$("$keeper" file new two)"
same "whole" "two" "$(cat new)"
same "with the permissions that it had" 604 "$(stat -c %a new)"
mkdir -p folder/deep
ln -s folder/deep/target link
same "a link that leads nowhere" "it is a link that leads nowhere" "$("$keeper" file link x)"
echo old >folder/deep/target
same "a link to a file" "written" "$("$keeper" file link three)"
same "leads to what was written" three "$(cat folder/deep/target)"
same "and is a link still" folder/deep/target "$(readlink link)"
same "a folder is no file" "it is no regular file" "$("$keeper" file folder x)"
same "nor is a device" "it is no regular file" "$("$keeper" file /dev/null x)"
same "nor is a pipe behind a link" "it is no regular file" "$("$keeper" file /dev/stdout x)"
same "no folder to write in" "No such file or directory" "$("$keeper" file no/such x)"
same "no folder at all" "Not a directory" "$("$keeper" file new/such x)"
long=$(printf '%0300d' 0)
same "a name too long" "File name too long" "$("$keeper" file "$long" x)"
echo kept >full
large=$(printf '%040000d' 0)
same "a disk that is full" "File too large" "$(ulimit -f 8 && "$keeper" file full "$large")"
same "leaves what was there" "kept" "$(cat full)"
if [ "$(id -u)" -ne 0 ]; then
    chmod a-w full
    same "a file that may not be written" "Permission denied" "$("$keeper" file full x)"
    chmod a-w folder
    same "a folder that may not be written" "Permission denied" "$("$keeper" file folder/new x)"
    chmod u+w folder
fi
names() { find . ! -name . -prune | sed 's,^\./,,' | sort | paste -sd ' ' -; }
same "nothing is left beside them" "any any.log folder full link mine new" "$(names)"
same "nor in the folder of the link" "target" "$(ls -A folder/deep)"

# ---- several programs ----

mkdir several
cd several || exit 1
mkfifo ../go
another="another program has just written it"
# begin LOG COMMAND...: in the background until `go` is closed, as far as it gets without
begin() {
    log=$1
    shift
    : >"$log"
    "$keeper" "$@" <../go >"$log" 3>&- &
    running="$running $!"
    exec 3<>../go
    until [ -s "$log" ]; do sleep 0.02; done
}
go() {
    exec 3>&-
    # shellcheck disable=SC2086 # they are several
    wait $running 2>/dev/null
    running=
}
begin ../a seen file one
begin ../b seen file two
go
same "of two programs that write a new file one is told" "$another
written" "$(tail -qn 1 ../a ../b | sort)"
case $(tail -n 1 ../a) in
written) first=one ;;
*) first=two ;;
esac
same "and it is the other's" "$first" "$(cat file)"
begin ../a seen file three
begin ../b seen file four
go
same "so it is where the file was there" "$another
written" "$(tail -qn 1 ../a ../b | sort)"
begin ../a seen file five
echo else >file
go
same "and where it was written in place" "seen
$another" "$(cat ../a)"
begin ../a seen file five
rm file
go
same "and where it has gone" "seen
$another" "$(cat ../a)"
begin ../a seen file five
go
same "and not where nothing happened" "seen
written" "$(cat ../a)"
same "which leaves one file" file "$(ls -A)"

begin ../a half file six
kill -KILL "${running# }"
go
same "what was killed leaves the file, and its half" 2 "$(find . -type f | wc -l | tr -d ' ')"
same "whole" five "$(cat file)"
begin ../a half other seven
: >.veto-aBcDe
: >.veto-aBcDeFg
: >file.aBcDeF
mkdir .veto-folder
mkfifo .veto-apipe0
"$keeper" seen file eight </dev/null >../b
same "the next one takes it away, but not what another is writing" 1 \
    "$(find . -type f -name ".veto-??????" | wc -l | tr -d ' ')"
same "and nothing else" 7 "$(for name in .veto-aBcDe .veto-aBcDeFg .veto-apipe0 .veto-folder file \
    file.aBcDeF .veto-*; do [ ! -e "$name" ] || echo "$name"; done | sort -u | wc -l | tr -d ' ')"
go
same "who then puts it in its place" "half
written
seven" "$(cat ../a other)"
cd ..
rm -r several a b go

# ---- how a session names its scenario ----

real=$(pwd -P)
echo >folder/one.yaml
echo >folder/aleppo-2016
ln -s folder/deep short
same "in the same folder" one.yaml "$("$keeper" word folder/one.yaml folder/s.yaml)"
same "by a link" one.yaml "$("$keeper" word short/../one.yaml "$work/folder/s.yaml")"
same "further down" folder/one.yaml "$("$keeper" word folder/one.yaml s.yaml)"
same "elsewhere" "$real/folder/one.yaml" "$("$keeper" word folder/one.yaml folder/deep/s.yaml)"
same "as one that ships is called" ./aleppo-2016 "$("$keeper" word folder/aleppo-2016 folder/s)"
same "a file that is gone" folder/no.yaml "$("$keeper" word folder/no.yaml s.yaml)"
same "and whose folder is gone, too" no/such.yaml "$("$keeper" word no/such.yaml s.yaml)"
same "a folder that is not there" "$real/folder/one.yaml" \
    "$("$keeper" word folder/one.yaml no/s.yaml)"
same "from the root on, where the session may be anywhere" "$real/folder/one.yaml" \
    "$("$keeper" word folder/one.yaml)"
same "in the root itself" "${real#/}/folder/one.yaml" "$("$keeper" word folder/one.yaml /s.yaml)"

# ---- what a session may name ----

# refused NAME WORD WHY: by every command that takes a session
refused() {
    printf 'veto_session: 1\nscenario: %s\n' "$2" >session.yaml
    case $2 in
    /*) path=$2 ;;
    *) path=./$2 ;;
    esac
    for command in check run odds whatif flips "sweep --vary council.required_majority=9" power \
        "power --in" "play --keys /dev/null"; do
        # shellcheck disable=SC2086 # it is several words
        same "$1 is no scenario for veto $command" "veto: ./session.yaml: the scenario of this \
session, '$path', cannot be read: $3
status 1" "$("$veto" $command ./session.yaml 2>&1 || echo "status $?")"
    done
}
mkfifo pipe
"$keeper" socket "$work/socket"
refused "a pipe" pipe "is a pipe, not a regular file"
refused "a socket" socket "is a socket, not a regular file"
refused "a device" /dev/null "is a device, not a regular file"
refused "a folder" folder "is a directory"
ln -s ../pipe folder/link-to-pipe
refused "a link to a pipe" folder/link-to-pipe "is a pipe, not a regular file"
printf 'veto_session: 1\nscenario: aleppo-2016\n' >pipe &
same "a session itself may come through one" "pipe: ok, a session of 'aleppo-2016', 15 members, \
3 drafts" "$("$veto" check pipe)"
"$veto" list --source aleppo-2016 >pipe &
same "and so may a scenario" "pipe: ok, 15 members, 3 drafts" "$("$veto" check pipe)"
rm pipe socket session.yaml

# ---- the unfinished session ----

mkdir home
HOME=$work/home
XDG_STATE_HOME=$work/state
export HOME XDG_STATE_HOME
mkfifo input

# hold TEXT...: in the background, until `input` is closed, with files of at most $limit blocks; its
# number in $running
limit=unlimited
hold() {
    : >held # what the last one said must not be taken for this one's
    (ulimit -f "$limit" && exec "$keeper" hold "$@") <input >held &
    running=$!
    exec 3<>input
    waited=0
    while [ "$(wc -l <held)" -le $# ] && [ $waited -lt 500 ]; do
        sleep 0.02
        waited=$((waited + 1))
    done
}
finish() {
    exec 3>&-
    wait "$running" 2>/dev/null
    running=
}
kill_it() {
    kill -KILL "$running"
    finish
}
list() { "$keeper" list | sed 's/^[0-9]* //'; }

same "nothing yet" "" "$(list)"
same "and no folder is made for looking" "home" "$(ls -d home state 2>/dev/null)"
hold one two
same "each is kept" "open kept kept" "$(paste -sd ' ' held)"
same "in a folder for nobody else" 700 "$(stat -c %a state/veto)"
same "the last one" two "$(cat state/veto/*)"
same "and nothing beside it" 1 "$(find state/veto -type f | wc -l | tr -d " ")"
same "it is not offered while its process lives" "" "$(list)"
finish
same "nor when that has finished" "" "$(ls state/veto)"

hold first
kill_it
same "it is offered when that was killed" first "$(cat "$(list)")"
sleep 1.1
hold second
kill_it
same "the newest comes first" "second
first" "$(list | while read -r path; do cat "$path"; echo; done)"
hold third
same "others live on meanwhile" 2 "$(list | wc -l | tr -d ' ')"
gone=$(list | head -n 1)
"$keeper" discard "$gone"
same "one can be taken away" first "$(cat "$(list)")"
same "twice too" "" "$("$keeper" discard "$gone")"
finish

dead=$(list | sed 's/.*unfinished-\([0-9]*\)-.*/\1/')
echo half >"state/veto/unfinished-$dead-1.yaml.aBcDeF"
echo other >state/veto/notes.yaml
echo other >state/veto/unfinished-x.yaml
echo mine >"state/veto/unfinished-$$-1.yaml"
same "a number that another process has now does not deceive" 2 "$(list | wc -l | tr -d ' ')"
same "what was half written is taken away, and nothing else" 4 "$(find state/veto -type f | wc -l | tr -d " ")"
rm state/veto/*
# shellcheck disable=SC2016 # the inner shell expands, and has the number that the keeper will have
same "nor does it where it is one's own now" "1 unfinished" "$(sh -c \
    'echo half >"state/veto/unfinished-$$-1.yaml.aBcDeF"; echo last >"state/veto/unfinished-$$-1.yaml"
    exec "$0" list' "$keeper" | sed 's/.*\(unfinished\).*/\1/' | uniq -c | sed 's/^ *//')"
same "and what was half written is taken away" last "$(cat state/veto/*)"
rm state/veto/*

limit=8
hold small "$large" more
same "a disk that is full" "open kept not kept kept" "$(paste -sd ' ' held)"
same "and the last that could be" more "$(cat state/veto/*)"
same "with nothing beside it" 1 "$(find state/veto -type f | wc -l | tr -d " ")"
finish
hold small "$large"
kill_it
same "a full disk and a crash leave the last whole one" small "$(cat "$(list)")"
rm state/veto/*

# ---- where nothing can be kept ----

nowhere="nowhere to keep it not kept"
for folder in /proc/none "$work/new" "$work/new/state"; do
    XDG_STATE_HOME=$folder
    same "in $folder nothing is kept" "$nowhere" \
        "$("$keeper" hold x </dev/null 2>&1 | paste -sd ' ' -)"
    same "and nothing found" "" "$("$keeper" list 2>&1)"
done
if [ "$(id -u)" -ne 0 ]; then
    mkdir -m 500 locked
    XDG_STATE_HOME=$work/locked
    same "nor where nothing may be written" "$nowhere" \
        "$("$keeper" hold x </dev/null 2>&1 | paste -sd ' ' -)"
fi
XDG_STATE_HOME=relative
same "a folder that is not named from the root is none" "open kept" \
    "$("$keeper" hold x </dev/null | paste -sd ' ' -)"
same "and the usual one serves" veto "$(ls home/.local/state)"
unset XDG_STATE_HOME
HOME=
same "without a home nothing is kept" "$nowhere" \
    "$("$keeper" hold x </dev/null 2>&1 | paste -sd ' ' -)"
same "and nothing found" "" "$("$keeper" list 2>&1)"

echo "1..$number"
