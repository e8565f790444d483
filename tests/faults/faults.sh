#!/bin/sh
# faults.sh VETO FAILMALLOC.SO: every allocation of a command fails in turn. The program says so and
# exits with 3, or does without; it never crashes, never prints half a result as a whole one and never
# leaves half a file behind. And a file that cannot be written whole is not written at all.
# Run from the top of the source; speaks TAP.
set -u

# absolute NAME
absolute() {
    case $1 in
    /*) echo "$1" ;;
    *) echo "$PWD/$1" ;;
    esac
}

veto=$(absolute "$1")
shim=$(absolute "$2")
top=$PWD
number=0
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
XDG_STATE_HOME=/nonexistent # nothing is kept
export XDG_STATE_HOME

# one N WHAT...: runs with allocation N failing; says what is wrong with how it ended
one() {
    at=$1
    shift
    status=0
    FAIL_AT=$at LD_PRELOAD=$shim "$veto" "$@" >"$work/out" 2>"$work/err" || status=$?
    case $status in
    0) cmp -s "$work/out" "$work/whole" || cmp -s "$work/out" "$work/ascii" ||
        echo "allocation $at: exit 0 with another output" ;;
    1) cmp -s "$work/err" "$work/whole-err" || cmp -s "$work/err" "$work/ascii-err" ||
        echo "allocation $at: exit 1 with other messages" ;;
    3) # nothing was said before, or all of it: never half
        echo "veto: out of memory" >"$work/alone"
        cat "$work/whole-err" "$work/alone" >"$work/behind"
        cmp -s "$work/err" "$work/alone" || cmp -s "$work/err" "$work/behind" ||
            echo "allocation $at: exit 3 with '$(cat "$work/err")'" ;;
    *) echo "allocation $at: exit $status" ;;
    esac
}

# The next of $total allocations in $at: the first and the last 100 one by one, those between with
# gaps.
go_on() {
    if [ "$at" -lt 100 ] || [ "$at" -ge $((total - 100)) ]; then
        at=$((at + 1))
    else
        at=$((at + total / 75 + 1))
        [ "$at" -lt $((total - 100)) ] || at=$((total - 100))
    fi
}

tell() {
    number=$((number + 1))
    if [ -z "$problems" ] && [ "$total" -gt 10 ]; then
        echo "ok $number - $name: $total allocations"
    else
        echo "not ok $number - $name: $total allocations"
        echo "# $problems"
        failures=1
    fi
}

# fail_each NAME ARGUMENT...: each allocation of the command once
fail_each() {
    name=$1
    shift
    "$veto" "$@" >"$work/whole" 2>"$work/whole-err"
    LC_ALL=C "$veto" "$@" >"$work/ascii" 2>"$work/ascii-err" # should the locale not load
    total=$(FAIL_COUNT=1 LD_PRELOAD=$shim "$veto" "$@" 3>&1 >/dev/null 2>&1)
    problems=""
    at=1
    while [ "$at" -le "$total" ]; do
        problems="$problems$(one "$at" "$@")"
        go_on
    done
    tell
}

fail_each "run" run aleppo-2016
fail_each "run --json" run aleppo-2016 --json
fail_each "run --set" run korea-1950 --set drafts.withdrawal.ballots.RUS=no --why
printf 'veto_session: 1\nscenario: %s/scenarios/korea-1950.yaml\nset: [council.president=USA]\n' \
    "$PWD" >"$work/session.yaml"
fail_each "run of a session" run "$work/session.yaml"
fail_each "check" check scenarios/aleppo-2016.yaml
fail_each "check of a bad file" check tests/bad/eight-mistakes.yaml
fail_each "odds" odds aleppo-2016
fail_each "odds by Monte Carlo" odds aleppo-2016 --trials 1000 --threads 1 --json
fail_each "whatif" whatif korea-1950 --set members.USA.opposition=0.9
fail_each "whatif --json" whatif korea-1950 --set drafts.withdrawal.ballots.RUS=no --json
fail_each "flips" flips korea-1950
fail_each "flips --json" flips korea-1950 --json
fail_each "sweep" sweep korea-1950 --vary members.USA.volatility=0:1:0.2 --threads 1
fail_each "sweep --json" sweep korea-1950 --vary drafts.withdrawal.ballots.RUS=yes,no --json \
    --threads 1
fail_each "sweep --chart" sweep korea-1950 --vary members.USA.volatility=0:1:0.2 --chart
fail_each "list" list --json
fail_each "power" power 1950 charter-1965
fail_each "power --json" power 1950 --json --exact
fail_each "power --in" power --in korea-1950 --csv
fail_each "power --bars" power 1950 g4 --bars
for words in "list" "list --csv" "list --json" "show S/2016/846" "show S/2016/846 --json" "check" \
    "check --json" "replay S/2016/846" "export S/2016/846" "under two-vetoes" \
    "under two-vetoes --json"; do
    # shellcheck disable=SC2086
    fail_each "history $words" history tests/history/sciencespo.csv $words
done
fail_each "play --keys" play aleppo-2016 --keys tests/keys/readme.txt

# ---- what is played and saved by keys: a failure is told on screen, or ends the program ----

# play ARGUMENT...: by $work/script, in a folder of its own where the file `saved` is there already;
# its last frame goes to $work/out; $faults is what the program alone has in its environment
faults=
play() {
    rm -rf "$work/folder"
    mkdir "$work/folder"
    echo old >"$work/folder/saved"
    # shellcheck disable=SC2086
    (cd "$work/folder" && exec env $faults "$veto" play "$@" --keys ../script >../out 2>../err)
}

# play_one ARGUMENT...: says what is wrong with how it ended, with allocation $at failing
play_one() {
    status=0
    faults="FAIL_AT=$at LD_PRELOAD=$shim"
    play "$@" || status=$?
    case $status in
    0) cmp -s "$work/out" "$work/whole" || cmp -s "$work/out" "$work/ascii" ||
        grep -qi "memory" "$work/out" || echo "allocation $at: exit 0 with another frame" ;;
    3) [ "$(cat "$work/err")" = "veto: out of memory" ] ||
        echo "allocation $at: exit 3 with '$(cat "$work/err")'" ;;
    *) echo "allocation $at: exit $status" ;;
    esac
    [ "$(ls "$work/folder")" = saved ] || echo "allocation $at: $(ls "$work/folder")"
    echo old | cmp -s "$work/folder/saved" - || cmp -s "$work/folder/saved" "$work/whole-saved" ||
        cmp -s "$work/folder/saved" "$work/ascii-saved" || echo "allocation $at: half a file"
}

# fail_play NAME SCRIPT ARGUMENT...
fail_play() {
    name=$1
    printf '%b' "$2" >"$work/script"
    shift 2
    LC_ALL=C play "$@"
    mv "$work/out" "$work/ascii"
    mv "$work/folder/saved" "$work/ascii-saved"
    play "$@"
    mv "$work/out" "$work/whole"
    mv "$work/folder/saved" "$work/whole-saved"
    faults="FAIL_COUNT=1 LD_PRELOAD=$shim"
    total=$(play "$@" 3>&1)
    faults=
    problems=""
    at=1
    while [ "$at" -le "$total" ]; do
        problems="$problems$(play_one "$@")"
        go_on
    done
    tell
}

to_saved='Ctrl-U\ntext: saved\nEnter\nEnter\n' # the second time because there is such a file
fail_play "play saves a session" "1\nSpace\ns\n$to_saved" aleppo-2016
fail_play "play writes a transcript" "1\nP\ntext: ny\nEsc\nSpace\nSpace\nT\n$to_saved" aleppo-2016
fail_play "play changes a scenario" "1\nSpace\nw\na\n" aleppo-2016
fail_play "play chooses in the browser" "text: aleppo\nEnter\n"
fail_play "play chooses a recorded vote" "text: vetoed\nEnter\n" "$top/tests/history/sciencespo.csv"
printf 'veto_session: 1\nscenario: korea-1950\nchanges: [council.required_majority=6]\n' \
    >"$work/session.yaml"
fail_play "play takes up a session" "1\nSpace\ns\n$to_saved" "$work/session.yaml"

# ---- a disk that is full ----

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
