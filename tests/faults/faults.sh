#!/bin/sh
# faults.sh VETO FAILMALLOC.SO: every allocation of a command fails in turn. The program says so and
# exits with 3, or does without; it never crashes and never prints half a result as a whole one.
# Run from the top of the source; speaks TAP.
set -u

veto=$1
shim=$2
number=0
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

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
        if [ "$at" -lt 150 ]; then at=$((at + 1)); else at=$((at + total / 150 + 1)); fi
    done
    number=$((number + 1))
    if [ -z "$problems" ] && [ "$total" -gt 10 ]; then
        echo "ok $number - $name: $total allocations"
    else
        echo "not ok $number - $name: $total allocations"
        echo "# $problems"
        failures=1
    fi
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

echo "1..$number"
exit $failures
