#!/bin/sh
# disk.sh VETO: a file that cannot be written whole, since the disk is full, is not written at all.
# Run from the top of the source; speaks TAP.
set -u

case $1 in
/*) veto=$1 ;;
*) veto=$PWD/$1 ;;
esac
number=0
failures=0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
XDG_STATE_HOME=/dev/null # nothing is kept
export XDG_STATE_HOME
to_saved='Ctrl-U\ntext: saved\nEnter\nEnter\n' # the second time because there is such a file

# full NAME SCRIPT WORDS ARGUMENT...: nothing can be written; the frame or the message says WORDS, and
# no file is there that was not
full() {
    name=$1
    words=$3
    printf '%b' "$2" >"$work/script"
    shift 3
    rm -rf "$work/folder"
    mkdir "$work/folder"
    echo old >"$work/folder/saved"
    found=$(cd "$work/folder" && ulimit -f 0 && "$veto" play "$@" --keys ../script 2>&1)
    left=$(cd "$work/folder" && find . -type f && cat saved)
    number=$((number + 1))
    if echo "$found" | grep -qF "$words" && [ "$left" = "./saved
old" ]; then
        echo "ok $number - $name"
    else
        echo "not ok $number - $name"
        printf '%s\n%s\n' "$found" "$left" | sed 's/^/# /'
        failures=1
    fi
}

full "a session" "1\ns\n$to_saved" "Cannot write 'saved': File too large" aleppo-2016
full "a new session" "1\ns\nEnter\n" "Cannot write 'aleppo-2016.session.yaml': File too large" \
    aleppo-2016
full "a transcript" "1\nT\n$to_saved" "Cannot write 'saved': File too large" aleppo-2016
full "a session from the browser" "text: aleppo\nEnter\n1\ns\n$to_saved" \
    "Cannot write 'saved': File too large"
full "frames" "1\n" "veto: cannot write 'frames/0000.txt': File too large" aleppo-2016 \
    --screens frames
full "a device that is full" "1\ns\nCtrl-U\ntext: /dev/full\nEnter\nEnter\n" \
    "Cannot write '/dev/full': it is no regular file" aleppo-2016

echo "1..$number"
exit $failures
