#!/bin/sh
# The command line: every status, every message, every meeting that ships. Usage, from the root of
# the source: tests/cli.sh PROGRAM. With VETO_UPDATE=1 the files in tests/expected are written
# instead of compared: read the difference before committing it.

case $1 in
/*) veto=$1 ;;
*) veto=$PWD/$1 ;;
esac
work=$(TMPDIR=/tmp mktemp -d) || exit 1 # a longer name would not fit into messages and headings
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
unset NO_COLOR
number=0

result() { # STATUS NAME
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number - $2"
    else
        echo "not ok $number - $2"
        sed 's/^/# /' "$work/difference"
    fi
}

# Runs veto: output to $work/out, complaints to $work/err, the status to $status.
run() {
    "$veto" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# The same with a variable set in the environment: NAME=VALUE WORDS...
run_with() {
    setting=$1
    shift
    env "$setting" "$veto" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# Whether $work/$2 is the text $1, to the byte.
same() {
    [ -n "$1" ] || [ -s "$work/$2" ] || return 0
    printf '%s' "$1" >"$work/want"
    diff "$work/want" "$work/$2" >>"$work/difference" 2>&1
}

# Whether the last run ended as expected: NAME STATUS OUT ERR. Texts end with a line feed or are
# empty; the text 'any' is not compared.
check() {
    : >"$work/difference"
    good=0
    if [ "$status" -ne "$2" ]; then
        good=1
        echo "status $status, not $2" >>"$work/difference"
        cat "$work/err" >>"$work/difference"
    fi
    [ "$3" = any ] || same "$3" out || good=1
    [ "$4" = any ] || same "$4" err || good=1
    result "$good" "$1"
}

# A run that goes wrong and says one line: NAME STATUS LINE WORDS...
wrong() {
    name=$1
    want=$2
    line=$3
    shift 3
    run "$@"
    check "$name" "$want" "" "veto: $line
"
}

# Whether a condition holds: NAME COMMAND...
holds() {
    name=$1
    shift
    : >"$work/difference"
    "$@" >"$work/difference" 2>&1
    result $? "$name"
}

# Compares the output of the last run with a file.
golden() {
    if [ -n "$VETO_UPDATE" ]; then
        cp "$work/out" "tests/expected/$1"
    fi
    : >"$work/difference"
    good=0
    [ "$status" -eq 0 ] || good=1
    diff "tests/expected/$1" "$work/out" >"$work/difference" 2>&1 || good=1
    [ ! -s "$work/err" ] || good=1
    result "$good" "$1 is as expected"
}

scenarios="aleppo-2016 korea-1950 settlements-2016 ukraine-2022"

# ---- meetings ----

for scenario in $scenarios; do
    for mode in expected recorded sampled; do
        seed=
        [ $mode != sampled ] || seed=--seed=7
        run run "$scenario" --mode $mode $seed
        golden "$scenario-$mode.txt"
        run run "$scenario" --mode $mode $seed --json
        golden "$scenario-$mode.json"
    done
    run run "$scenario" --why
    golden "$scenario-why.txt"
    cp "$work/out" "$work/by-name"
    run run "scenarios/$scenario.yaml" --why
    holds "$scenario is the same by name and as a file" cmp "$work/by-name" "$work/out"
done

# ---- the same from standard input, by overrides ----

run run aleppo-2016
cp "$work/out" "$work/aleppo"
"$veto" run - <scenarios/aleppo-2016.yaml >"$work/out" 2>"$work/err"
holds "a scenario comes from standard input" cmp "$work/aleppo" "$work/out"

run run ukraine-2022 --set drafts.session.question=substantive
holds "an override turns an adoption into a veto" \
    grep -q "The draft has not been adopted, owing to" "$work/out"
run run --set=drafts.french.ballots.RUS=abstain aleppo-2016 --set drafts.french.ballots.VEN=yes
holds "overrides stand before and behind, and with '='" \
    grep -q "^12 in favour, 0 against, 3 abstaining. The draft has been adopted." "$work/out"
run run aleppo-2016 --set drafts.evacuation.put=true
holds "a draft can be put to the vote" \
    grep -q "The President puts draft 'evacuation' to the vote." "$work/out"

run run aleppo-2016 --mode sampled
holds "a draw without a seed names the seed it has" \
    grep -q "with seed 1\.$" "$work/out"
cp "$work/out" "$work/seed"
run run aleppo-2016 --mode sampled --seed 1
holds "and that seed gives the same" cmp "$work/seed" "$work/out"

run run aleppo-2016 --json --mode sampled --seed 9223372036854775807
holds "the largest seed comes out whole" grep -q '"seed": 9223372036854775807,' "$work/out"

# ---- scenarios that are wrong ----

wrong "a name with a slip" 1 \
    "no scenario 'alepo-2016'; did you mean 'aleppo-2016'? 'veto list' shows those that ship" \
    run alepo-2016
wrong "a scenario by a word of its name" 1 \
    "no scenario 'Aleppo'; did you mean 'aleppo-2016' or 'syria-2016-aleppo-ceasefire'? 'veto list' \
shows those that ship" odds Aleppo
wrong "a scenario by a word of its title" 1 \
    "no scenario 'cables'; did you mean 'cables-2026'? 'veto list' shows those that ship" run cables
wrong "a word of two titles" 1 "no scenario 'cease-fire'; did you mean 'gaza-2024' or \
'syria-2019-idlib'? 'veto list' shows those that ship" run cease-fire
wrong "a word of more names than are suggested" 1 "no scenario 'SYRIA'; did you mean \
'syria-2016-aleppo-ceasefire', 'syria-2017-jim' or 'syria-2017-khan-shaykhun'? 'veto list' shows \
those that ship" run SYRIA
wrong "words of a title" 1 \
    "no scenario 'empty chair'; did you mean 'korea-1950'? 'veto list' shows those that ship" \
    run "empty chair"
wrong "a word of a topic" 1 "no scenario 'golan'; on the topic 'The Middle East: Israel, Syria, \
Lebanon, Yemen, Egypt' there are among others 'aleppo-2016', 'settlements-2016' and 'suez-1956'; \
'veto list' shows those that ship" run golan
wrong "a word of a topic with two" 1 "no scenario 'Nepal'; on the topic 'South-East Asia, Myanmar, \
Nepal and Timor-Leste' there are 'laos-1959' and 'myanmar-2007'; 'veto list' shows those that ship" \
    run Nepal
wrong "a word of a topic with one" 1 "no scenario 'membership'; on the topic 'Admission of new \
members' there is 'palestine-2024'; 'veto list' shows those that ship" odds membership
wrong "a word of a topic on which nothing ships" 1 \
    "no scenario and no file 'cyprus'; 'veto list' shows the scenarios that ship, 'veto history FILE \
list --text WORD' looks in the record" run cyprus
wrong "too little of a word" 1 \
    "no scenario and no file 'of'; 'veto list' shows the scenarios that ship, 'veto history FILE \
list --text WORD' looks in the record" run of
wrong "no word at all" 1 \
    "no scenario and no file ''; 'veto list' shows the scenarios that ship, 'veto history FILE \
list --text WORD' looks in the record" run ""
wrong "a name like no other" 1 \
    "no scenario and no file 'zzz'; 'veto list' shows the scenarios that ship, 'veto history FILE \
list --text WORD' looks in the record" run zzz
wrong "a name with a control character" 1 \
    "no scenario and no file 'z\\x1bz'; 'veto list' shows the scenarios that ship, 'veto history FILE \
list --text WORD' looks in the record" \
    run "$(printf 'z\033z')"
run run ./nothing.yaml
check "a file that is not there" 1 "" "./nothing.yaml: error: No such file or directory
"
run check nothing.yml
check "the ending makes it a file" 1 "" "nothing.yml: error: No such file or directory
"
run check tests
check "a directory" 1 "" "tests: error: is a directory
"
if [ -c /dev/zero ]; then
    run check /dev/zero
    check "a file without an end" 1 "" \
        "/dev/zero: error: is larger than 16 MiB, the most that a session may be; a scenario may be \
1 MiB
"
    head -c 1048577 /dev/zero >"$work/large.yaml"
    run check "$work/large.yaml"
    check "a file larger than a scenario" 1 "" \
        "$work/large.yaml: error: is larger than 1 MiB, the most that a scenario may be
"
    run play aleppo-2016 --keys "$work/large.yaml"
    check "keys without an end" 1 "" \
        "$work/large.yaml: error: is larger than 1 MiB, the most that is read
"
fi
run run -
check "standard input without a byte" 1 "" "standard input: error: is empty
"

cat >"$work/bad.yaml" <<'END'
veto: 1
title: One mistake
council: {composition: 2016}
drafts:
  one: {titel: One}
END
sed 's/titel/title/' "$work/bad.yaml" >"$work/good.yaml"
(cd "$work" && "$veto" check good.yaml bad.yaml nothing.yaml good.yaml >out 2>err)
status=$?
check "check goes on behind a mistake" 1 "good.yaml: ok, 15 members, 1 draft
good.yaml: ok, 15 members, 1 draft
" "bad.yaml:5:9: error: unknown key 'titel'
    5 |   one: {titel: One}
      |         ^~~~~
 hint: did you mean 'title'?
nothing.yaml: error: No such file or directory
"
(cd "$work" && "$veto" check --json good.yaml - nothing.yaml <bad.yaml >out 2>err)
status=$?
check "check as JSON" 1 '{
  "files": [
    {
      "path": "good.yaml",
      "ok": true,
      "mistakes": []
    },
    {
      "path": "-",
      "ok": false,
      "mistakes": [
        {
          "file": "standard input",
          "line": 5,
          "column": 9,
          "kind": "error",
          "text": "unknown key '"'titel'"'",
          "hint": "did you mean '"'title'"'?",
          "note": null
        }
      ]
    },
    {
      "path": "nothing.yaml",
      "ok": false,
      "mistakes": [
        {
          "file": "nothing.yaml",
          "line": null,
          "column": null,
          "kind": "error",
          "text": "No such file or directory",
          "hint": null,
          "note": null
        }
      ]
    }
  ]
}
' ""
printf 'veto: 1\ntitle: A\ntitle: B\n' >"$work/twice.yaml"
run check --json "$work/twice.yaml"
holds "a second place is a note" grep '"text": "it was first given here"' "$work/out"
run check --json aleppo-2016
check "check as JSON of what is right" 0 any ""
run check "$work/bad.yaml" --color=always
holds "mistakes can be in colour" grep -q "$(printf '\033')" "$work/err"
run_with NO_COLOR=1 check "$work/bad.yaml" --color auto
holds "and are not without a terminal" sh -c '! grep -q "$(printf "\033")" "$1"' - "$work/err"

run run aleppo-2016 --set members.RUS.veto_tendancy=0.2
check "an override of a key that is none" 1 "" "--set:1:13: error: unknown key 'veto_tendancy'
    1 | members.RUS.veto_tendancy=0.2
      |             ^~~~~~~~~~~~~
 hint: did you mean 'veto_tendency'?
"
"$veto" list --source korea-1950 | sed '/^recorded:/,/^$/d' >"$work/unrecorded.yaml"
wrong "nothing on record" 1 "$work/unrecorded.yaml: no vote is on record here, so there is none to \
play with '--mode recorded'; a section 'recorded' would hold it" \
    run "$work/unrecorded.yaml" --mode recorded

# ---- where it goes, and in what form ----

wrong "two formats at once" 2 "'--json' and '--csv' do not go together" odds aleppo-2016 --csv --json
run odds aleppo-2016
cp "$work/out" "$work/page"
run odds aleppo-2016 --output "$work/written"
check "a report in a file" 0 "" ""
holds "which is what else is printed" cmp "$work/page" "$work/written"
run odds aleppo-2016 --output -
holds "and - is standard output" cmp "$work/page" "$work/out"
ln -s written "$work/link"
run odds aleppo-2016 --csv --output "$work/link"
holds "a link is followed" cmp tests/expected/aleppo-2016-odds.csv "$work/written"
"$veto" list --source aleppo-2016 >"$work/input.yaml"
cp "$work/input.yaml" "$work/before.yaml"
wrong "over what is read" 2 "'--output $work/input.yaml' would write over what is read" \
    run "$work/input.yaml" --output "$work/input.yaml"
mkdir "$work/sub"
cp "$work/input.yaml" "$work/sub/input.yaml"
printf 'veto_session: 1\nscenario: input.yaml\n' >"$work/sub/session.yaml"
{
    printf 'veto_session: 1\nscenario: input.yaml\ncopy: |\n'
    sed 's/^/  /' "$work/input.yaml"
} >"$work/sub/copied.yaml"
cp tests/history/undl.csv "$work/sub/votes.csv"
cp tests/history/undl.csv "$work/sub/first.csv"
# What is written over, and a command that reads it.
while read -r file words; do
    # shellcheck disable=SC2086,SC2094
    (cd "$work/sub" && "$veto" $words --output "$file" <"$file" >../out 2>../err)
    status=$?
    check "over what is read: veto $words" 2 "" "veto: '--output $file' would write over what is read
"
done <<END
input.yaml run session.yaml
../sub/input.yaml run ../sub/session.yaml
input.yaml run copied.yaml
session.yaml run session.yaml
input.yaml handout session.yaml --sheet class
input.yaml whatif session.yaml --set council.required_majority=8 --yaml
input.yaml sweep session.yaml --vary council.required_majority=7,8
input.yaml power --in session.yaml
input.yaml power 1950 session.yaml
input.yaml run -
input.yaml power --in -
votes.csv history votes.csv export S/RES/2334
votes.csv history - list
votes.csv history first.csv compare votes.csv
votes.csv history first.csv compare -
END
holds "which is left as it was" cmp "$work/input.yaml" "$work/before.yaml"
holds "that of a session too" cmp "$work/sub/input.yaml" "$work/before.yaml"
holds "and votes" cmp "$work/sub/votes.csv" tests/history/undl.csv
(cd "$work/sub" && "$veto" power charter-1965 >../want && : >charter-1965 &&
    "$veto" power charter-1965 --output charter-1965 && mv charter-1965 ../out)
holds "rules are no file of their name" cmp "$work/want" "$work/out"
wrong "a folder that is not there" 3 \
    "cannot write $work/nowhere/file: No such file or directory" \
    odds aleppo-2016 --output "$work/nowhere/file"

# ---- odds ----

run odds aleppo-2016
golden aleppo-2016-odds.txt
run odds aleppo-2016 --csv
golden aleppo-2016-odds.csv
run odds aleppo-2016 --markdown
golden aleppo-2016-odds.md
run odds aleppo-2016 --html
check "odds as HTML" 0 any ""
holds "one page of it" grep -cqFx "<h1>Odds: Two drafts on Aleppo</h1>" "$work/out"
run odds aleppo-2016 --json
golden aleppo-2016-odds.json
cp "$work/out" "$work/exact"
run odds aleppo-2016 --json --method exact --threads 2
holds "exact is the default, whatever the threads" cmp "$work/exact" "$work/out"
run odds aleppo-2016 --method monte-carlo --trials 100000 --threads 1
golden aleppo-2016-monte-carlo.txt
cp "$work/out" "$work/one"
run odds aleppo-2016 --trials 100000 --threads 3
holds "trials mean Monte Carlo, the same for three threads" cmp "$work/one" "$work/out"
run odds aleppo-2016 --trials 5000 --seed 7 --json
golden aleppo-2016-monte-carlo.json
run odds aleppo-2016 --precision 0.01
holds "a precision ends the run" grep -q "^Monte Carlo: [0-9]* trials with seed 1" "$work/out"
check "and makes no noise" 0 any ""
wrong "a method that is none" 2 "option '--method' cannot be 'fast': it is exact or monte-carlo" \
    odds x --method fast
wrong "no trials" 2 \
    "option '--trials' cannot be '0': it is a whole number from 1 to 1099511627776" \
    odds x --trials 0
wrong "a precision that is none" 2 \
    "option '--precision' cannot be 'fine': it is a number from 0.000001 to 0.5" \
    odds x --precision fine
wrong "no threads" 2 "option '--threads' cannot be '0': it is a whole number from 1 to 64" \
    odds x --threads 0
wrong "a seed that is no number" 2 "option '--seed' cannot be 'seven': it is a whole number from 0 \
to 9223372036854775807" odds x --seed seven
wrong "trials of an exact answer" 2 \
    "options '--trials' and '--precision' go with '--method monte-carlo'" \
    odds x --method exact --trials 5

# ---- kinds of draft: the example of docs/scenarios.md ----

awk '/^## / { here = 0 } /^## Kinds of draft/ { here = 1 } /^```$/ { inside = 0 }
    inside { print } here && /^```yaml/ { inside = 1 }' docs/scenarios.md >"$work/kinds.yaml"
run odds "$work/kinds.yaml"
golden kinds-odds.txt
run odds "$work/kinds.yaml" --given UK=abstain,USA=no --json
golden kinds-given.json
run odds "$work/kinds.yaml" --given admission.CHN=yes
golden kinds-given.txt
run odds "$work/kinds.yaml" --csv --trials 20000
golden kinds-monte-carlo.csv
run run "$work/kinds.yaml" --mode sampled --seed 4 --why
golden kinds-sampled.txt
run run "$work/kinds.yaml" --json --set drafts.admission.given.CHN=yes
golden kinds-expected.json
run whatif "$work/kinds.yaml" --set drafts.admission.kinds.alone.members.USA.no=0.5
golden kinds-whatif.txt
run whatif "$work/kinds.yaml" --set drafts.admission.kinds.alone.members.MLT.no=0.5 \
    --set drafts.admission.kinds.nobody.weight=0.25 --yaml
golden kinds-changed.yaml
run sweep "$work/kinds.yaml" --vary drafts.admission.kinds.alone.weight=0:1:0.25
golden kinds-sweep.csv
run power --in "$work/kinds.yaml"
holds "who decides, whatever the kind" grep -q "^CHN  0.559000   0.022650" "$work/out"
wrong "a known ballot without a member" 2 "option '--given' cannot be 'no': it takes ballots, as in \
USA=no,RUS=abstain" odds "$work/kinds.yaml" --given no
wrong "known ballots on drafts without kinds" 1 "option '--given' is about drafts with 'kinds', and \
there is none here; '--set drafts.NAME.ballots.USA=no' fixes a ballot of another" \
    odds aleppo-2016 --given USA=no
sed 's/^  admission:/  second: {title: Second, kinds: {a: {name: A, members: {default: yes}}}}\n&/' \
    "$work/kinds.yaml" >"$work/two.yaml"
wrong "known ballots on one of two drafts" 2 "option '--given' cannot be 'USA=no': it takes ballots \
with the draft that they are on, as several have kinds: NAME.USA=no,NAME.RUS=abstain" \
    odds "$work/two.yaml" --given USA=no
awk 'BEGIN {
    print "veto: 1\ntitle: Many\ndate: 2024-04-18\ndrafts: {one: {title: One, kinds: {"
    for (i = 1; i <= 18; i++)
        print "  k" i ": {name: sort " i ", members: {default: yes}}" (i < 18 ? "," : "}}}")
}' >"$work/many.yaml"
run odds "$work/many.yaml"
holds "the kinds that weigh most, and the others together" \
    grep -q "^    and 2 more, together 11.1%.$" "$work/out"
run odds "$work/two.yaml" --given admission.USA=no,second.FRA=yes
check "known ballots on both" 0 any ""

# until_interrupted CONDITION COMMAND...: Ctrl-C for the command, which writes its number to $work/pid, as
# soon as the condition holds
until_interrupted() {
    condition=$1
    shift
    : >"$work/pid"
    (
        until [ -s "$work/pid" ] && $condition; do sleep 0.05; done
        kill -INT "$(cat "$work/pid")"
    ) &
    "$@"
    kill $! 2>/dev/null
}
# shellcheck disable=SC2016 # the inner shell expands
numbered='echo $$ >"$0"; exec "$@"'
waits_for_interrupts() { grep -q '^SigBlk:.*[2367abef]$' "/proc/$(cat "$work/pid")/status"; }
if [ -r /proc/self/status ]; then
    until_interrupted waits_for_interrupts sh -c "$numbered" "$work/pid" "$veto" odds aleppo-2016 \
        --precision 0.000001 --threads 1 >"$work/out" 2>"$work/err"
    holds "Ctrl-C ends Monte Carlo with what it has" \
        grep -q "^Monte Carlo, stopped before it was through: [0-9]* trials with seed 1" "$work/out"
    holds "without a word of progress where there is no terminal" test ! -s "$work/err"
fi

sed -n '/^```yaml$/,/^```$/p' docs/model.md | sed '/^```/d' >"$work/three.yaml"
run odds "$work/three.yaml"
sed -n '/^```text$/,/^```$/p' docs/model.md | sed '/^```/d' >"$work/figures"
grep -E '^    (Adopted|Vetoed|Failed) ' "$work/out" >"$work/odds"
holds "the odds in docs/model.md are those of its example" cmp "$work/figures" "$work/odds"
run flips "$work/three.yaml"
holds "and so is the chance to be decisive" grep -Eq '^    Egypt +46.69%$' "$work/out"

# ---- whatif ----

run whatif aleppo-2016 --set members.RUS.veto_tendency=0
golden aleppo-2016-whatif.txt
run whatif aleppo-2016 --set members.RUS.veto_tendency=0 --json
golden aleppo-2016-whatif.json
run whatif aleppo-2016 --set members.RUS.veto_tendency=0.98
holds "no change, no mark" sh -c '! grep -q "^ *\*" "$1"' - "$work/out"
holds "and no reasons" sh -c '! grep -q "^Why" "$1"' - "$work/out"
run whatif aleppo-2016 --set members.RUS.veto_tendency=0.98 --json
holds "nor in JSON" grep -q '^  "changes": \[\]$' "$work/out"
"$veto" whatif - --set members.RUS.veto_tendency=0 <scenarios/aleppo-2016.yaml >"$work/out" \
    2>"$work/err"
holds "standard input is read once for both sides" \
    cmp tests/expected/aleppo-2016-whatif.txt "$work/out"
wrong "what if nothing" 2 \
    "'veto whatif' needs a change, as in '--set members.RUS.veto_tendency=0.2'" whatif aleppo-2016
run whatif aleppo-2016 --set members.RUS.veto_tendency=2
check "what if something out of range" 1 "" \
    "--set:1:27: error: 'veto_tendency' must be a number from 0 to 1, not '2'
    1 | members.RUS.veto_tendency=2
      |                           ^
"
run whatif aleppo-2016 --set drafts.frnech.leanings.EGY=0.5
check "what if a draft that is none" 1 "" "--set:1:8: error: there is no draft 'frnech'
    1 | drafts.frnech.leanings.EGY=0.5
      |        ^~~~~~
 hint: did you mean 'french'?
"
wrong "what if, on a record that is none" 1 "$work/unrecorded.yaml: no vote is on record here, so \
there is none to play with '--mode recorded'; a section 'recorded' would hold it" \
    whatif "$work/unrecorded.yaml" --set council.president=USA --mode recorded

# ---- flips ----

run flips aleppo-2016
golden aleppo-2016-flips.txt
run flips aleppo-2016 --json
golden aleppo-2016-flips.json
run flips korea-1950 --mode recorded
golden korea-1950-flips.txt
{
    printf 'veto: 1\ntitle: x\ncouncil: {composition: ['
    sed -n 's/^STATE(\([A-Z]*\),.*/\1/p' src/council/roster_states.def | head -n 64 | paste -s -d , -
    printf '], required_majority: 33, veto: []}\ndrafts: {a: {title: T, leanings: {default: 1}}}\n'
} >"$work/sixty-four.yaml"
run flips "$work/sixty-four.yaml"
tr -s ' \n' '  ' <"$work/out" >"$work/flat"
holds "as many ways as no double counts" grep -q "\. More than 1830000000000000000 ways; the" "$work/flat"
wrong "flips of a record that is none" 1 "$work/unrecorded.yaml: no vote is on record here, so \
there is none to play with '--mode recorded'; a section 'recorded' would hold it" \
    flips "$work/unrecorded.yaml" --mode recorded

# ---- a draft that is adopted without a vote ----

printf '%s\n' 'veto: 1' 'title: Presidential note' 'date: 2016-10-08' \
    'drafts: {note: {title: A note}}' 'programme: [without_vote: note]' >"$work/note.yaml"
run odds "$work/note.yaml"
check "odds of a draft adopted without a vote" 0 "Odds: Presidential note
=======================
Exact.
The scenario does not say where its members' views come from.

Draft 'note': A note
--------------------
    Adopted                 100.00%
    Vetoed                    0.00%
    Failed                    0.00%
" ""
run flips "$work/note.yaml"
check "flips of a draft adopted without a vote" 0 "Flips: Presidential note
========================
Played so: each member casts its most likely ballot. In brackets: how likely the
model holds that those members cast these ballots.
The scenario does not say where its members' views come from.

Draft 'note': adopted
---------------------
No ballot was cast, so none can change.
" ""
run flips "$work/note.yaml" --json
check "flips as JSON of a draft adopted without a vote" 0 '{
  "mode": "expected",
  "seed": 1,
  "drafts": [
    {
      "id": "note",
      "outcome": "adopted",
      "ballots": null,
      "to": [],
      "decisive": null
    }
  ]
}
' ""
run whatif korea-1950 --set council.president=USA --yaml
{
    printf '# Changed:\n#   council.president=USA\n'
    sed 's/president: IND/president: USA/; s/^title: The empty chair/title: "What if: The empty chair"/' \
        scenarios/korea-1950.yaml
} >"$work/mine.yaml"
holds "--yaml changes what it says and nothing else" cmp "$work/mine.yaml" "$work/out"
run whatif "$work/note.yaml" --set drafts.note.leanings.RUS=-1
check "what if a draft adopted without a vote" 0 "What if: Presidential note
==========================
    drafts.note.leanings.RUS=-1
Played so: each member casts its most likely ballot. What changed has a *.
The scenario does not say where its members' views come from.

Outcomes (in favour-against-abstaining)
---------------------------------------
                        Before            After
  'note'                adopted, no vote  adopted, no vote

Odds: before, after, change
---------------------------
  note adopted                  100.00%   100.00%
" ""
run whatif "$work/note.yaml" --set drafts.note.leanings.RUS=-1 --json
holds "what if as JSON a draft adopted without a vote" grep -qF '"changes": []' "$work/out"

# ---- sweep ----

tendency=members.RUS.veto_tendency
run sweep aleppo-2016 --vary $tendency=0:1:0.1 --threads 1
golden aleppo-2016-sweep.csv
run sweep aleppo-2016 --vary $tendency=0:1:0.1 --vary drafts.french.ballots.CHN=yes,no --json
golden aleppo-2016-sweep.json
run sweep aleppo-2016 --vary $tendency=0:1:0.02 --chart
golden aleppo-2016-lines.txt
run sweep aleppo-2016 --vary $tendency=0:1:0.1 --vary drafts.french.leanings.RUS=-1:1:0.1 --chart
golden aleppo-2016-map.txt
run_with LC_ALL=C sweep aleppo-2016 --vary $tendency=0:1:0.1 \
    --vary drafts.french.leanings.RUS=-1:1:0.1 --chart
golden aleppo-2016-map-ascii.txt
ballots=drafts.french.ballots
run sweep aleppo-2016 --vary $ballots.RUS=yes,no,abstain,not_participating,absent --chart
golden aleppo-2016-list.txt
run sweep aleppo-2016 --vary $ballots.RUS=yes,no,abstain --vary $ballots.CHN=yes,no,abstain \
    --chart
golden aleppo-2016-list-map.txt
run sweep aleppo-2016 --vary $ballots.RUS=yes,no,abstain --markdown --set $ballots.CHN=yes
golden aleppo-2016-list.md
run sweep aleppo-2016 --vary drafts.evacuation.put=true,false --markdown
holds "a chart says what letters are in it" grep -qx \
    "A adopted, V vetoed, F failed, N not put. Outcomes that never happen are left out." "$work/out"
run sweep "$work/note.yaml" --vary drafts.note.leanings.RUS=0,1 --chart
holds "and no others" grep -qx "A adopted. Outcomes that never happen are left out." "$work/out"
run sweep aleppo-2016 --vary $tendency=0:1:0.5 --html
check "a sweep as HTML" 0 any ""
cp "$work/out" "$work/one"
run sweep aleppo-2016 --vary $tendency=0:1:0.5 --html --chart --output "$work/page.html"
check "a sweep as HTML in a file" 0 "" ""
holds "which has the page" cmp "$work/one" "$work/page.html"
cp "$work/one" "$work/out"
holds "with a drawing" grep -qF '<title id="t1">Chances of draft S/2016/846 (french)</title>' "$work/out"
run sweep aleppo-2016 --vary $tendency=0:1:0.01 --vary members.EGY.openness=0:1:0.02 --threads 1
cp "$work/out" "$work/one"
run sweep aleppo-2016 --vary $tendency=0:1:0.01 --vary members.EGY.openness=0:1:0.02 --threads 3
holds "rows are the same for three threads" cmp "$work/one" "$work/out"
run sweep aleppo-2016 --vary $tendency=0:1:0.01 --vary members.EGY.openness=0:1:0.02 \
    --output "$work/rows.csv"
check "rows go to a file" 0 "" ""
holds "all of them" cmp "$work/one" "$work/rows.csv"
holds "and leave nothing beside it" sh -c 'test "$(ls "$1"/rows.csv*)" = "$1/rows.csv"' - "$work"
run sweep aleppo-2016 --vary $tendency=0:1.5:0.5 --output "$work/rows.csv"
check "a value out of range" 1 "" \
    "--vary:1:27: error: 'veto_tendency' must be a number from 0 to 1, not '1.5'
    1 | members.RUS.veto_tendency=1.5
      |                           ^~~
"
holds "the file is as it was" cmp "$work/one" "$work/rows.csv"
cat >"$work/weights.yaml" <<'END'
veto: 1
title: More weights than there are exact answers for
council:
  composition: [CHN, FRA, GBR, RUS, USA, AGO, EGY, ESP, JPN, MYS, NZL, SEN, UKR, URY, VEN, BOL, ETH,
    ITA, KAZ, SWE, BRA, IND, ZAF, DEU]
  required_majority: 13
  majorities:
    - by: weight
      needed: 19000000
      weights: {CHN: 1000001, FRA: 1000002, GBR: 1000004, RUS: 1000008, USA: 1000016,
        AGO: 1000032, EGY: 1000064, ESP: 1000128, JPN: 1000256, MYS: 1000512, NZL: 1001024,
        SEN: 1002048, UKR: 1004096, URY: 1008192, VEN: 1016384, BOL: 1032768, ETH: 1065536,
        ITA: 1131072, KAZ: 1262144, SWE: 1524288, BRA: 2048576, IND: 2048597, ZAF: 2048598,
        DEU: 2048599}
drafts: {one: {title: One, leanings: {default: 0.3}}}
programme: [vote: one]
END
whose=drafts.one.leanings
run sweep "$work/weights.yaml" --vary $whose.DEU=0,0.5,1 --trials 5000 --seed 3 --threads 1
golden weights-sweep.csv
cp "$work/out" "$work/one"
run sweep "$work/weights.yaml" --vary $whose.DEU=0,0.5,1 --trials 5000 --seed 3 --threads 3
holds "points by Monte Carlo are the same for three threads" cmp "$work/one" "$work/out"
run odds "$work/weights.yaml" --set $whose.DEU=0.5 --trials 5000 --seed 3 --json
holds "and each is what odds has" sh -c 'set -- $(tr -d " ," <"$1" | sed -n "s/^\"\(adopted\|vetoed\|failed\)\"://p")
    grep -q "^0.5,monte_carlo,5000,$1,$2,$3,0$" "$0"' "$work/one" "$work/out"
run sweep "$work/weights.yaml" --vary $whose.DEU=0,0.5,1 --trials 5000 --json
golden weights-sweep.json
run sweep "$work/weights.yaml" --vary $whose.DEU=0:1:0.25 --trials 5000 --chart
golden weights-lines.txt
wrong "points without an exact answer" 1 \
    "not every point of the sweep has exact odds for the same drafts" \
    sweep "$work/weights.yaml" --vary $whose.DEU=0,0.5 --method exact
wrong "an exact answer that takes too long" 1 \
    "an exact answer would take too long, as there are too many sums of weights, blocs or histories \
to tell apart; '--method monte-carlo' has an estimate" \
    odds "$work/weights.yaml" --method exact
run whatif "$work/weights.yaml" --set $whose.DEU=-1 --seed 2
golden weights-whatif.txt
{
    echo 'veto: 1'
    echo 'title: Histories that stay different'
    echo 'date: 2016-10-08'
    echo 'drafts:'
    for i in 0 1 2 3 4 5 6 7 8 9 10 11; do echo "  d$i: {title: One, leanings: {default: 0.1}}"; done
    echo 'programme:'
    for i in 0 1 2 3 4 5 6 7 8 9 10; do echo "  - vote: d$i"; done
    for i in 0 1 2 3 4 5 6 7 8 9 10; do
        echo "  - {when: {d$i: vetoed}, then: [{event: {text: x, moves: {d11: {RUS: 0.${i}1}}}}]}"
        echo "  - {when: {d$i: failed}, then: [{event: {text: x, moves: {d11: {RUS: 0.${i}2}}}}]}"
    done
    echo '  - vote: d11'
} >"$work/histories.yaml"
wrong "too many histories" 1 \
    "the programme comes to its votes in too many ways that stay different: there are no odds" \
    odds "$work/histories.yaml"
run sweep aleppo-2016 --vary $tendency=0,1 --method monte-carlo --trials 2000
golden aleppo-2016-sweep-monte-carlo.csv
wrong "trials of exact points" 2 "option '--trials' goes with '--method monte-carlo'" \
    sweep aleppo-2016 --vary $tendency=0,1 --method exact --trials 5
wrong "a sweep without any odds" 1 "not every point of the sweep has odds for the same drafts" \
    sweep "$work/histories.yaml" --vary members.RUS.veto_tendency=0,1
wrong "no name of a file" 2 "option '--output' cannot be '': it is the name of a file" \
    run aleppo-2016 --output ''
printf 'veto_session: 1\nscenario: "-"\n' >"$work/nameless.yaml"
wrong "a session of standard input" 1 "$work/nameless.yaml: a session cannot name standard input; its \
key 'text' would hold the scenario" run "$work/nameless.yaml"
wrong "a file where there is no folder" 3 "cannot write $work/no/rows: No such file or directory" \
    sweep aleppo-2016 --vary $tendency=0:1:1 --output "$work/no/rows"
wrong "a file where there is a folder" 3 "cannot write $work: it is no regular file" \
    sweep aleppo-2016 --vary $tendency=0:1:1 --output "$work"
run sweep aleppo-2016 --vary members.RUS.veto_tendancy=0:1:1
check "a path that is none" 1 "" "--vary:1:13: error: unknown key 'veto_tendancy'
    1 | members.RUS.veto_tendancy=0
      |             ^~~~~~~~~~~~~
 hint: did you mean 'veto_tendency'?
"
run sweep aleppo-2016 --set members.RUS.veto_tendancy=0 --vary council.required_majority=8,9
check "and one that is set" 1 "" "--set:1:13: error: unknown key 'veto_tendancy'
    1 | members.RUS.veto_tendancy=0
      |             ^~~~~~~~~~~~~
 hint: did you mean 'veto_tendency'?
"
run sweep aleppo-2016 --vary 'drafts.french.title==cmd|x,+z,-1+1,-1,0.5' --csv
sed 's/,exact,.*//; s/,method,.*//' "$work/out" >"$work/cells"
printf "%s\n" drafts.french.title "'=cmd|x" "'+z" "'-1+1" -1 0.5 >"$work/want"
holds "what a spreadsheet would run is disarmed in rows, numbers stay numbers" \
    cmp "$work/want" "$work/cells"
run check scenarios/aleppo-2016.yaml --set 'council.president=# RUS'
check "an override that is only a comment" 1 "" "\
--set:1:19: error: there is no value here, only a comment or blanks
    1 | council.president=# RUS
      |                   ^~~~~
"
run sweep aleppo-2016 --vary council.required_majority=8:9:0.5
check "a value between two whole numbers" 1 "" \
    "--vary:1:27: error: 'required_majority' must be a whole number from 1 to 64, not '8.5'
    1 | council.required_majority=8.5
      |                           ^~~
"
wrong "nothing to vary" 2 \
    "'veto sweep' needs what to vary, as in '--vary members.RUS.veto_tendency=0:1:0.1'" \
    sweep aleppo-2016
wrong "no values" 2 "option '--vary' cannot be 'a.b': it is PATH=FROM:TO:STEP or PATH=A,B,C" \
    sweep x --vary a.b
wrong "no path" 2 "option '--vary' cannot be '=1:2:3': it is PATH=FROM:TO:STEP or PATH=A,B,C" \
    sweep x --vary =1:2:3
wrong "a step of zero" 2 "option '--vary' cannot be 'a=0:1:0': the step is zero" \
    sweep x --vary a=0:1:0
wrong "a step the wrong way" 2 \
    "option '--vary' cannot be 'a=0:1:-0.1': the step leads away from 1; from 0 it would be 0.1" \
    sweep x --vary a=0:1:-0.1
wrong "a range without a step" 2 "option '--vary' cannot be 'a=0:1': a range is FROM:TO:STEP" \
    sweep x --vary a=0:1
wrong "a range with too much" 2 "option '--vary' cannot be 'a=0:1:2:3': a range is FROM:TO:STEP" \
    sweep x --vary a=0:1:2:3
wrong "a range of words" 2 "option '--vary' cannot be 'a=0:one:1': 'one' is no number" \
    sweep x --vary a=0:one:1
wrong "a value too few" 2 "option '--vary' cannot be 'a=yes,,no': a value is missing" \
    sweep x --vary a=yes,,no
wrong "a range too long" 2 \
    "the sweep has 10000001 points, more than 1000000; '--max-points 10000001' would allow them" \
    sweep x --vary a=0:1:0.0000001
wrong "a grid too large" 2 \
    "the sweep has 121 points, more than 100; '--max-points 121' would allow them" \
    sweep x --vary a=0:1:0.1 --vary b=0:1:0.1 --max-points 100
wrong "more points than there are numbers" 2 \
    "the sweep has more points than can be counted; the most is 1000000" \
    sweep x --vary a=0:1e300:1e-300
wrong "a value that every point replaces" 2 "'--set a.b' and '--vary a' change the same value" \
    sweep x --vary a=1,2 --set ab=2 --set a.b=1
wrong "one value twice" 2 "'--vary a.b' and '--vary a' change the same value" \
    sweep x --vary a.b=1,2 --vary a=3,4
wrong "no points allowed" 2 \
    "option '--max-points' cannot be '0': it is a whole number from 1 to 4294967295" \
    sweep x --max-points 0
wrong "a chart of three" 2 "a chart shows one or two paths, not 3" \
    sweep x --chart --vary a=1,2 --vary b=1,2 --vary c=1,2
wrong "a chart as JSON" 2 \
    "'--chart' and '--json' go together with '--output' only, which takes the rows" \
    sweep x --chart --json --vary a=1,2
wrong "a page of three paths" 2 "a chart shows one or two paths, not 3" \
    sweep x --html --vary a=1,2 --vary b=1,2 --vary c=1,2

# ---- sessions ----

cat >"$work/monday.yaml" <<'END'
veto_session: 1
scenario: aleppo-2016
set: [members.RUS.veto_tendency=0.9]
changes: [drafts.french.ballots.CHN=yes, drafts.evacuation.put=true]
mode: sampled
seed: 7
place: {shown: 9, event: put, draft: french}
guesses: {french: {outcome: vetoed, no: [RUS, VEN]}}
END

# Whether a command on the session is the same as by hand, but for what the class expected:
# COMMAND OPTIONS MODE-AND-SEED
as_by_hand() {
    # shellcheck disable=SC2086
    run "$1" "$work/monday.yaml" $2
    sed '/^What the class expected$/,/^$/d' "$work/out" >"$work/session"
    # shellcheck disable=SC2086
    run "$1" aleppo-2016 --set members.RUS.veto_tendency=0.9 \
        --set drafts.french.ballots.CHN=yes --set drafts.evacuation.put=true $2 $3
    holds "'$1 $2' takes a session for its scenario and overrides" \
        sh -c 'test -s "$1" && cmp "$1" "$2"' - "$work/session" "$work/out"
}
as_by_hand run "" "--mode sampled --seed 7"
as_by_hand run "--json" "--mode sampled --seed 7"
as_by_hand run "--mode expected" "--seed 7"
as_by_hand run "--seed 8" "--mode sampled"
as_by_hand run "--set drafts.french.ballots.CHN=no" "--mode sampled --seed 7"
as_by_hand flips "" "--mode sampled --seed 7"
as_by_hand odds "--trials 1000" "--seed 7"
as_by_hand sweep "--vary members.CHN.veto_tendency=0:1:0.5" ""

run run "$work/monday.yaml"
sed -n '/^What the class expected$/,/^$/p' "$work/out" >"$work/class"
printf '%s\n' "What the class expected" "-----------------------" \
    "Draft S/2016/846 (french): vetoed" \
    "    Against (2): the Russian Federation and Venezuela" \
    "    The class, of the vote as it is changed here: the outcome as predicted, 2 of" \
    "    2 ballots as predicted." "" >"$work/expected"
holds "a session's meeting says what the class expected" cmp "$work/class" "$work/expected"
sed '/^changes: /d; /^place: /d' "$work/monday.yaml" >"$work/tuesday.yaml"
run run "$work/tuesday.yaml"
holds "what was set at the start is a change" \
    grep -q "^    The class, of the vote as it is changed here: " "$work/out"
sed -i '/^set: /d' "$work/tuesday.yaml"
run run "$work/tuesday.yaml"
holds "a score is of the scenario's vote" grep -q "^    The class: the outcome as predicted" "$work/out"
run run "$work/tuesday.yaml" --set drafts.french.ballots.RUS=yes
holds "or of one that the command line changed" \
    grep -q "^    The class, of the vote as it is changed here: " "$work/out"
printf '%s\n' "veto_session: 1" "scenario: aleppo-2016" "guesses:" \
    "  french: {outcome: vetoed, teams: [adopted, vetoed]}" "  russian: {teams: [none, failed]}" \
    >"$work/teams.yaml"
run run "$work/teams.yaml"
sed -n '/^What the class expected$/,/^Against the record$/p' "$work/out" >"$work/class"
printf '%s\n' "What the class expected" "-----------------------" \
    "Draft S/2016/846 (french): vetoed" "    Team 1: adopted, wrong." "    Team 2: vetoed, right." \
    "    The class: the outcome as predicted." "" \
    "Draft S/2016/847 (russian)" "    Team 2: failed, right." "" "Against the record" >"$work/expected"
holds "which teams were right" diff "$work/expected" "$work/class"
run power --in "$work/monday.yaml" --set council.required_majority=8
check "power in a session" 0 any ""
holds "with its overrides and those of the command line" grep -q "8 votes" "$work/out"
run check "$work/monday.yaml"
check "check of a session" 0 \
    "$work/monday.yaml: ok, a session of 'aleppo-2016', 15 members, 3 drafts; changed: \
members.RUS.veto_tendency=0.9, drafts.french.ballots.CHN=yes, drafts.evacuation.put=true
" ""
run check "$work/monday.yaml" aleppo-2016 --set council.president=x --json
sed -n '/"ok"/p; /"set"/,/]/p' "$work/out" | tr -d ' ,"' >"$work/said"
printf '%s\n' ok:false set:[ members.RUS.veto_tendency=0.9 drafts.french.ballots.CHN=yes \
    drafts.evacuation.put=true council.president=x ] ok:false set:[ council.president=x ] \
    >"$work/expected"
holds "as JSON, whether it is right or not" diff "$work/expected" "$work/said"
run check aleppo-2016 korea-1950 --set title=x --set drafts.new.title=y
check "check of a change" 0 \
    "aleppo-2016: ok, 15 members, 4 drafts; changed: title=x, drafts.new.title=y
korea-1950: ok, 11 members, 2 drafts; changed: title=x, drafts.new.title=y
" ""
run whatif "$work/monday.yaml"
holds "what if without --set: what was changed by hand" grep -q "CHN=yes" "$work/out"
holds "and not what was set before" sh -c '! grep -q "^    [^ ].*tendency=0.9" "$1"' - "$work/out"
holds "which stands apart" grep -q "^Changed  .*tendency=0.9" "$work/out"
run whatif "$work/monday.yaml" --set drafts.french.ballots.RUS=yes
holds "what if, from the session on" grep -q "^    drafts.french.ballots.RUS=yes$" "$work/out"
holds "and only from there" sh -c '! grep -q "^    [^ ].*CHN=yes" "$1"' - "$work/out"
run whatif "$work/monday.yaml" --set title=x --mode expected
sed '1,/^$/d; /^$/q' "$work/out" >"$work/head"
printf '%s\n' "    title=x" \
    "Played so: each member casts its most likely ballot. What changed has a *." \
    "Members' views are set so that each most likely votes as it really did, apart" \
    "from what is changed here." "" >"$work/expected"
holds "what a session changed is no longer as it really was" diff "$work/expected" "$work/head"

# Every "set" of the last run's JSON, and where it stands.
said() { # NAME LINES...
    name=$1
    shift
    sed -n '/"set": \[/,/\]/p; /^  "\(before\|after\|in\)": {$/p' "$work/out" | tr -d ' ,"' >"$work/said"
    printf '%s\n' "$@" >"$work/expected"
    holds "$name" diff "$work/expected" "$work/said"
}
run whatif "$work/monday.yaml" --set title=x --json
said "what if as JSON has what a session changed on both sides" "set:[" title=x "]" \
    "before:{" "set:[" members.RUS.veto_tendency=0.9 drafts.french.ballots.CHN=yes \
    drafts.evacuation.put=true "]" \
    "after:{" "set:[" members.RUS.veto_tendency=0.9 drafts.french.ballots.CHN=yes \
    drafts.evacuation.put=true title=x "]"
printf 'veto_session: 1\nscenario: aleppo-2016\nset: [council.required_majority=8]\n' \
    >"$work/eight.yaml"

# What a page of 'veto power' says was changed, with what it is under: NAME WORDS LINES...
says_changed() {
    name=$1
    words=$2
    shift 2
    # shellcheck disable=SC2086
    (cd "$work" && "$veto" power $words >out 2>err)
    grep -B 2 -A 1 "^Changed" "$work/out" | sed '/^=*$/d; /^--$/d; s/ (.*//' >"$work/said"
    printf '%s\n' "$@" >"$work/expected"
    holds "$name" diff "$work/expected" "$work/said"
}
eight="Changed  council.required_majority=8"
says_changed "power says what a session changed" eight.yaml "eight.yaml: Two drafts on Aleppo" "$eight"
says_changed "and beside it what the command line changes" "eight.yaml --set title=x" \
    "eight.yaml: x" "$eight" "         title=x"
says_changed "among several, below its own heading" "eight.yaml 2016 --set title=x" \
    "Voting power side by side" "Changed  title=x" "eight.yaml: x" "$eight"
says_changed "in a scenario" "--in eight.yaml" "eight.yaml: Two drafts on Aleppo" "$eight"
says_changed "beside other rules" "2016 --in eight.yaml" "Who decides: Two drafts on Aleppo" "$eight"
says_changed "bars too" "eight.yaml --bars" "$eight"
says_changed "bars of several" "eight.yaml 2016 --bars" "eight.yaml:" "$eight"
says_changed "bars under an override" "2016 --set council.veto_needs=2 --bars" \
    "Changed  council.veto_needs=2"
run sweep "$work/monday.yaml" --vary members.RUS.veto_tendency=0 --vary drafts.russian.ballots.RUS=no \
    --set title=x --json
sed 's/"method".*}\], //' "$work/out" >"$work/said"
printf '%s\n' '{"set": {"members.RUS.veto_tendency": 0, "drafts.russian.ballots.RUS": "no"}, '\
'"also_set": ["drafts.french.ballots.CHN=yes", "drafts.evacuation.put=true", "title=x"]}' \
    >"$work/expected"
holds "a row of a sweep as JSON says what its points have besides" diff "$work/expected" "$work/said"
run sweep "$work/monday.yaml" --vary members.RUS.veto_tendency=0,1 --markdown
holds "and a chart, but not what every point replaces" sh -c \
    '! grep -q "veto_tendency=0.9" "$1" && grep -q "CHN=yes" "$1"' - "$work/out"
run sweep cables-2026 --vary members.RUS.veto_tendency=0 --json
holds "a row of a hypothetical scenario says so" grep -q '}\], "hypothetical": true}$' "$work/out"
run power "$work/eight.yaml" --set title=x --json
said "power as JSON says so" "set:[" council.required_majority=8 title=x "]"
run power "$work/eight.yaml" 2016 --set title=x --json
said "and of several, where each is" "set:[" council.required_majority=8 "]" "set:[" title=x "]"
run power --in "$work/eight.yaml" --json
said "as JSON in a scenario" "in:{" "set:[" council.required_majority=8 "]"
run power 2016 --in "$work/eight.yaml" --json
said "as JSON beside other rules" "in:{" "set:[" council.required_majority=8 "]"
for words in "cables-2026" "--in cables-2026"; do
    # shellcheck disable=SC2086
    run power $words --json
    holds "power as JSON says that a scenario is hypothetical: $words" \
        grep -q '^  "hypothetical": true' "$work/out"
done
run power 2016 --in cables-2026 --json
holds "and of which it is said" grep -q '^    "hypothetical": true' "$work/out"
run run "$work/monday.yaml"
cp "$work/out" "$work/session"
"$veto" run - <"$work/monday.yaml" >"$work/out" 2>"$work/err"
holds "a session comes from standard input" cmp "$work/session" "$work/out"
printf 'c\n' >"$work/keys"
run play "$work/monday.yaml" --keys "$work/keys"
check "a session is played" 0 any ""
holds "with its mode and overrides" \
    grep -q "veto play aleppo-2016 --mode sampled --seed 7 " "$work/out"

mkdir -p "$work/folder/deep"
cp scenarios/korea-1950.yaml "$work/folder/mine.yaml"
printf 'veto_session: 1\nscenario: ../mine.yaml\n' >"$work/folder/deep/s.yaml"
run run korea-1950
cp "$work/out" "$work/korea"
run run "$work/folder/deep/s.yaml"
holds "a path is meant from the folder of the session" cmp "$work/korea" "$work/out"
(cd "$work/folder/deep" && "$veto" check s.yaml >"$work/out" 2>"$work/err")
status=$?
check "even without a slash" 0 "s.yaml: ok, a session of '../mine.yaml', 11 members, 1 draft
" ""
printf 'veto_session: 1\nscenario: %s\n' "$work/folder/mine.yaml" >"$work/s.yaml"
run check "$work/s.yaml"
check "a path from the root" 0 \
    "$work/s.yaml: ok, a session of '$work/folder/mine.yaml', 11 members, 1 draft
" ""
{
    printf 'veto_session: 1\nscenario: standard input\ntext: |2+\n'
    sed 's/^\(.\)/  \1/' scenarios/korea-1950.yaml
} >"$work/whole.yaml"
run run "$work/whole.yaml"
holds "a session may hold its scenario" cmp "$work/korea" "$work/out"

bad_session() { # NAME LINE SCENARIO
    printf 'veto_session: 1\nscenario: %s\n' "$3" >"$work/s.yaml"
    wrong "$1" 1 "$work/s.yaml: $2" run "$work/s.yaml"
}
bad_session "a session without its scenario" "the scenario of this session, '$work/no.yaml', \
cannot be read: No such file or directory" no.yaml
bad_session "a session with a slip in its scenario" "the scenario of this session, \
'$work/alepo-2016', cannot be read: No such file or directory; did you mean 'aleppo-2016'?" \
    alepo-2016
bad_session "a session whose scenario is a folder" "the scenario of this session, '$work/folder', \
cannot be read: is a directory" folder
bad_session "a session of a session" "the scenario of this session, 'monday.yaml', is a session \
itself; it must be a scenario" monday.yaml
bad_session "a session of itself" "the scenario of this session, 's.yaml', is a session itself; it \
must be a scenario" s.yaml
bad_session "a session in a session" "the scenario of this session, 'x', is a session itself; it \
must be a scenario" 'x
text: "veto_session: 1"'
bad_session "a session of standard input" "a session cannot name standard input; its key 'text' \
would hold the scenario" '"-"'
bad_session "a session of a record that is none" "no vote is on record here, so there is none to \
play with '--mode recorded'; a section 'recorded' would hold it" 'unrecorded.yaml
mode: recorded'
printf 'veto_session: 1\nscenario: aleppo-2016\nsett: []\n' >"$work/s.yaml"
run odds "$work/s.yaml"
check "mistakes of a session" 1 "" "$work/s.yaml:3:1: error: unknown key 'sett'
    3 | sett: []
      | ^~~~
 hint: did you mean 'set'?
"
printf 'veto_session: 1\nscenario: aleppo-2016\nset: [council.veto_needs=x]\n' >"$work/s.yaml"
run check "$work/s.yaml"
check "a wrong override in a session" 1 "" \
    "--set:1:20: error: 'veto_needs' must be a whole number from 1 to 64, not 'x'
    1 | council.veto_needs=x
      |                    ^
veto: $work/s.yaml: this session plays the scenario 'aleppo-2016' with its own overrides and those \
of the command line
"

# ---- check and list ----

run check $scenarios
check "all that ships is right" 0 "aleppo-2016: ok, 15 members, 3 drafts
korea-1950: ok, 11 members, 1 draft
settlements-2016: ok, 15 members, 1 draft
ukraine-2022: ok, 15 members, 1 draft
" ""
run list --schema
check "the format is written for editors" 0 "$(cat scenarios/scenario.schema.json)
" ""
"$veto" list --source korea-1950 >"$work/korea.yaml" 2>"$work/err"
holds "the file of a scenario is written as it is" cmp "$work/korea.yaml" scenarios/korea-1950.yaml
"$veto" check - --set council.president=USA <"$work/korea.yaml" >"$work/out" 2>"$work/err"
status=$?
check "check reads standard input" 0 \
    "standard input: ok, 11 members, 1 draft; changed: council.president=USA
" ""
run list
golden list.txt
run list --json
golden list.json
wrong "no such file to write" 1 \
    "no scenario 'korea-1951'; did you mean 'korea-1950'? 'veto list' shows those that ship" \
    list --source korea-1951
wrong "the source of a scenario like no other" 1 \
    "no scenario 'my.yaml' ships with the program; 'veto list' shows those that do" \
    list --source my.yaml
for file in scenarios/*.yaml; do
    name=$(basename "$file" .yaml)
    run list --source "$name"
    holds "$file ships" cmp "$file" "$work/out"
done

# ---- power ----

presets="charter-1965 g4 ufc african-union two-vetoes"
run power charter-1965
golden power-charter-1965.txt
run power 1950 --exact
golden power-1950-exact.txt
run power korea-1950 --json --exact
golden power-korea-1950.json
# shellcheck disable=SC2086
run power $presets
golden power-presets.txt
# shellcheck disable=SC2086
run power $presets --bars
golden power-presets-bars.txt
run power charter-1965 1950 --csv
golden power-presets.csv
run power charter-1965 two-vetoes --json
golden power-two.json
run power --in aleppo-2016
golden power-in-aleppo-2016.txt
run power --in aleppo-2016 --csv
golden power-in-aleppo-2016.csv
run power 1950 --in korea-1950 --json
golden power-in-korea-1950.json
# shellcheck disable=SC2086
run_with LC_ALL=C power $presets --bars
holds "bars in ASCII" sh -c 'grep -q "####" "$1" && ! LC_ALL=C grep -q "[^ -~]" "$1"' - "$work/out"
# shellcheck disable=SC2086
run power $presets --exact
holds "lines of at most 80 columns, fractions aside" sh -c \
    '! grep -E "^.{81}" "$1" | grep -qv /' - "$work/out"

run power charter-1965 --exact
for known in "421/2145" "4/2145" "53/1024" "21/4096" "848 of 32768" "146796 of 14348907"; do
    holds "the Council of fifteen: $known" grep -q "[ :]$known " "$work/out"
done
run power charter-1945 --exact
for known in "57 of 2048" "2503 of 177147"; do
    holds "the Council of eleven: $known" grep -q " $known " "$work/out"
done
run power 1950
sed '1,/^===/d' "$work/out" >"$work/year"
run power 1950-06-27
sed '1,/^===/d' "$work/out" >"$work/day"
holds "a year is one of its days" cmp "$work/year" "$work/day"
run power 2016 --set council.required_majority=8
holds "--set changes the Council of a year" \
    grep -q "^2016: The Council of 2016 (15 members, 8 votes in favour, 5 with a veto)$" "$work/out"

cat >"$work/rules.yaml" <<'END'
veto: 1
council: {composition: [FRA, DEU, ITA], required_majority: 2, veto: [FRA]}
END
cat >"$work/game.yaml" <<'END'
title: Council of three
quota: 51
weights: {A: 50, B: 49, C: 1}
END
(cd "$work" && "$veto" power rules.yaml >out 2>err)
status=$?
holds "rules without drafts" \
    grep -q "^rules.yaml: Rules (3 members, 2 votes in favour, 1 with a veto)$" "$work/out"
(cd "$work" && "$veto" power game.yaml >out 2>err)
status=$?
golden power-game.txt
(cd "$work" && "$veto" power - <rules.yaml >out 2>err)
holds "rules from standard input" grep -q "^standard input: Rules (3 members" "$work/out"

# What the report opens with: the first paragraph below the title.
leads() { # NAME TEXT RULES...
    name=$1 text=$2
    shift 2
    (cd "$work" && "$veto" power "$@" >out 2>err)
    sed '1,/^===/d; /^$/,$d' "$work/out" | tr -s ' \n' '  ' >"$work/line"
    printf '%s ' "$text" >"$work/text"
    holds "opens with $name" cmp "$work/text" "$work/line"
}
weighs() { # FILE QUOTA WEIGHTS
    printf 'title: Game\nquota: %s\nweights: {%s}\n' "$2" "$3" >"$work/$1.yaml"
}
composed() { # FILE REST
    printf 'veto: 1\ncouncil: {%s}\n' "$2" >"$work/$1.yaml"
}
orders="orders in which members may join (Shapley-Shubik, an abstention counting as a no)"
weighs alike 2 "A: 1, B: 1, C: 1"
weighs dictator 51 "A: 60, B: 39, C: 1"
weighs single 1 "A: 1"
weighs between 10 "A: 7, B: 5, C: 3, D: 2, E: 1"
weighs close 13 "A: 3, B: 3, C: 3, D: 3, E: 3, F: 3, G: 2, H: 2, I: 2, J: 2"
composed two "composition: 2016, required_majority: 9, veto: [RUS, CHN]"
composed none "composition: 2016, required_majority: 9, veto: []"
composed odd "composition: [FRA, DEU, ITA], required_majority: 2, veto: [FRA]"
composed dummies "composition: [FRA, DEU, ITA, USA, GBR], required_majority: 2, veto: [FRA, DEU]"
{
    printf 'quota: 3004\nweights:\n'
    awk 'BEGIN { for (i = 0; i < 60; i++) print "  M" i ": " (i < 30 ? 100 : 1) }'
} >"$work/wide.yaml"
leads "permanent and elected members" "A permanent member decides in 19.6% of all $orders, an elected \
one in 0.2%: 105 times as often. 2.6% of all coalitions adopt a draft." charter-1965
leads "those with a veto and those without" "A member with a veto decides in 36.7% of all $orders, \
one without in 2.1%: 18 times as often. 12.5% of all coalitions adopt a draft." two.yaml
leads "how all are alike" "Each member decides in 6.7% of all $orders. 30.4% of all coalitions adopt \
a draft." none.yaml
leads "how all in a game are alike" "Each member decides in 33.3% of all $orders. 50.0% of all \
coalitions adopt a draft." alike.yaml
leads "one who has all" "A decides in all $orders, each of B and C in none. 50.0% of all coalitions \
adopt a draft." dictator.yaml
leads "the only one" "A decides in all $orders. 50.0% of all coalitions adopt a draft." single.yaml
leads "names" "France decides in 66.7% of all $orders, each of Germany and Italy in 16.7%: 4 times as \
often. 37.5% of all coalitions adopt a draft." odd.yaml
leads "who has none" "A member with a veto decides in 50.0% of all $orders, one without in none. 25.0% \
of all coalitions adopt a draft." dummies.yaml
leads "that others are in between" "A decides in 45.0% of all $orders, E in 3.3%: 14 times as often, \
with all others in between. 46.9% of all coalitions adopt a draft." between.yaml
leads "numbers of members" "Each of 6 members decides in 11.9% of all $orders, each of 4 others in \
7.1%: 1.7 times as often. 55.9% of all coalitions adopt a draft." close.yaml
leads "very small parts" "Each of 30 members decides in 3.3% of all $orders, each of 30 others in \
less than 0.0001%: more than a million times as often. Less than 0.0001% of all coalitions adopt a \
draft." wide.yaml
leads "what sets rules apart" "Power is most unequal under g4 (Gini 0.78; Shapley-Shubik, an \
abstention counting as a no) and least under two-vetoes (0.51). The largest part of all coalitions \
adopts a draft under two-vetoes (12.3%), the smallest under african-union (0.05%)." \
    charter-1965 g4 ufc african-union two-vetoes
leads "that rules do not differ" "Power is as unequal under each of them (Gini 0.53; Shapley-Shubik, \
an abstention counting as a no). 2.8% of all coalitions adopt a draft under each of them." \
    1950 charter-1945
leads "which are alike in it" "Power is most unequal under charter-1965 and 2016 (Gini 0.65; \
Shapley-Shubik, an abstention counting as a no) and least under none.yaml and alike.yaml (0.00). The \
largest part of all coalitions adopts a draft under alike.yaml (50.0%), the smallest under \
charter-1965 and 2016 (2.6%)." \
    none.yaml alike.yaml charter-1965 2016

# A game of 193 members, whose Shapley-Shubik is rounded.
{
    echo "quota: 300"
    echo "weights:"
    i=0
    while [ $i -lt 193 ]; do
        echo "  M$i: $((i % 5 + 1))"
        i=$((i + 1))
    done
} >"$work/large.yaml"
(cd "$work" && "$veto" power large.yaml >out 2>err)
tr -s ' \n' '  ' <"$work/out" >"$work/line"
holds "a large game says how far Shapley-Shubik is off" grep -q "Shapley-Shubik is rounded: no number \
is off by more than [0-9.e-]* of itself, and it has no fraction." "$work/line"
holds "and what is not computed" grep -q "Not computed: Johnston, Deegan-Packel, Holler and the \
measures on yes, abstain and no. They are for up to 64 members." "$work/line"
# So many members, so many of whom hold a veto, with a weight for each, and the needed part of all.
unlike() { # MEMBERS MAJORITY HOLDERS PERCENT
    awk -v n="$1" -v majority="$2" -v holders="$3" -v percent="$4" 'BEGIN {
        for (i = 0; i < n; i++) {
            code = sprintf("Q%c%c", 65 + i / 26, 65 + i % 26)
            codes = codes (i ? ", " : "") code
            veto = i < holders ? veto (i ? ", " : "") code : veto
            weights = weights (i ? ", " : "") code ": " 100000 + 7 * i * i
            names = names (i ? ", " : "") code ": {name: N" i "}"
            total += 100000 + 7 * i * i
        }
        print "veto: 1\ncouncil:\n  composition: [" codes "]\n  required_majority: " majority
        print "  veto: [" veto "]"
        printf "  majorities: [{by: weight, needed: %d, weights: {%s}}]\n", total * percent / 100, weights
        print "members: {" names "}"
    }' >"$work/unlike.yaml"
    run power "$work/unlike.yaml"
    grep -A 1 '^Not computed' "$work/out" | tr -s ' \n' '  ' >"$work/notes"
}
of_coalitions="Not computed: Shapley-Shubik, Banzhaf and Coleman. There are too many kinds of coalitions \
to count them exactly. "
of_profiles="Not computed: the measures on yes, abstain and no. There are too many kinds of profiles to \
count them exactly. "
run power 2016 --set council.veto_needs=2
holds "what a veto takes" sh -c 'tr "\n" " " <"$1" | grep -q "5 with a veto, of which it takes 2)"' - \
    "$work/out"
unlike 40 38 0 97
holds "what 40 unlike members are too many for" test "$(cat "$work/notes")" = "$of_coalitions$of_profiles"
unlike 34 32 15 97
holds "what 15 holders of a veto of 34 are too many for" test "$(cat "$work/notes")" = "$of_profiles"
unlike 30 16 0 60
holds "what is looked at one by one" test "$(cat "$work/notes")" = "Not computed: Johnston, Deegan-Packel \
and Holler. There are too many kinds of coalitions to look at one by one. "
(cd "$work" && "$veto" power large.yaml --json >out 2>err)
holds "a number above 2^53 is a text in JSON" \
    grep -Eq '^  "winning_coalitions": "[0-9]{40,}",$' "$work/out"

wrong_in() { # NAME FILE LINE, in $work
    (cd "$work" && "$veto" power "$2" >out 2>err)
    status=$?
    check "$1" 1 "" "$3
"
}
sed 's/51/101/' "$work/game.yaml" >"$work/never.yaml"
wrong_in "a quota that nobody reaches" never.yaml "veto: never.yaml: nothing can be adopted: the \
quota is 101, and all weights together are 100"
sed 's/51/0/' "$work/game.yaml" >"$work/always.yaml"
wrong_in "a quota of nothing" always.yaml \
    "veto: always.yaml: the quota is 0: everything is adopted, and nobody has any power"
cat >"$work/overflow.yaml" <<'END'
quota: 18446744073709551615
weights: {A: 18446744073709551615, B: 18446744073709551614, C: 3}
END
wrong_in "weights that are too large" overflow.yaml "veto: overflow.yaml: the power of weights this \
large is not computed: divided by what divides them all, they must add up to no more than 1048576; \
round them to fewer digits"
cat >"$work/wrong.yaml" <<'END'
qota: 5
weights: {A: 18446744073709551616, B: -1, C: "two"}
END
wrong_in "a game with mistakes" wrong.yaml "wrong.yaml:1:1: error: unknown key 'qota'
    1 | qota: 5
      | ^~~~
 hint: did you mean 'quota'?
wrong.yaml:2:14: error: the weight of 'A' must be a whole number from 0 to 18446744073709551615, \
not '18446744073709551616'
    2 | weights: {A: 18446744073709551616, B: -1, C: \"two\"}
      |              ^~~~~~~~~~~~~~~~~~~~
wrong.yaml:2:39: error: the weight of 'B' must be a whole number from 0 to 18446744073709551615, \
not '-1'
    2 | weights: {A: 18446744073709551616, B: -1, C: \"two\"}
      |                                       ^~
wrong.yaml:2:46: error: the weight of 'C' must be a whole number from 0 to 18446744073709551615, \
not 'two'
    2 | weights: {A: 18446744073709551616, B: -1, C: \"two\"}
      |                                              ^~~~~"
printf 'weights: {A: 1, B: 2}\n' >"$work/none.yaml"
wrong_in "a game without a quota" none.yaml "none.yaml:1:1: error: 'quota' is missing: the sum of weights in favour that adopts
    1 | weights: {A: 1, B: 2}
      | ^"
printf 'quota: 3\nweights: {A: 1, B: 2, A: 3}\n' >"$work/twice.yaml"
wrong_in "a game with a member twice" twice.yaml "twice.yaml:2:23: error: key 'A' is given twice
    2 | weights: {A: 1, B: 2, A: 3}
      |                       ^
twice.yaml:2:11: note: it was first given here
    2 | weights: {A: 1, B: 2, A: 3}
      |           ^"
printf 'quota: 3\nweights: {A: 1, "A ": 2, "": 3, "B\\tC": 1}\n' >"$work/names.yaml"
wrong_in "members that look the same" names.yaml "names.yaml:2:17: error: a member's name must not be empty, begin or end with a space
    2 | weights: {A: 1, \"A \": 2, \"\": 3, \"B\\tC\": 1}
      |                 ^~~~
names.yaml:2:26: error: a member's name must not be empty, begin or end with a space
    2 | weights: {A: 1, \"A \": 2, \"\": 3, \"B\\tC\": 1}
      |                          ^~
names.yaml:2:33: error: a member's name must be a text of one line, without tabs
    2 | weights: {A: 1, \"A \": 2, \"\": 3, \"B\\tC\": 1}
      |                                 ^~~~~~"
printf 'weights: {A: 1, B: 2\n' >"$work/short.yaml"
wrong_in "a game that breaks off" short.yaml "short.yaml:2:1: error: did not find expected ',' or '}'
    2 | 
      | ^
 hint: a mapping that starts with { ends with }; put quotes round a text with : or #
short.yaml:1:10: note: while parsing a flow mapping that starts here
    1 | weights: {A: 1, B: 2
      |          ^"
printf 'quota: .nan\nweights: {A: .inf, B: 1e3, C: 0x10, D: 1.0}\n' >"$work/nan.yaml"
wrong_in "numbers like NaN" nan.yaml "nan.yaml:1:8: error: 'quota' must be a whole number from 0 to 18446744073709551615, not '.nan'
    1 | quota: .nan
      |        ^~~~
nan.yaml:2:14: error: the weight of 'A' must be a whole number from 0 to 18446744073709551615, not '.inf'
    2 | weights: {A: .inf, B: 1e3, C: 0x10, D: 1.0}
      |              ^~~~
nan.yaml:2:23: error: the weight of 'B' must be a whole number from 0 to 18446744073709551615, not '1e3'
    2 | weights: {A: .inf, B: 1e3, C: 0x10, D: 1.0}
      |                       ^~~
nan.yaml:2:31: error: the weight of 'C' must be a whole number from 0 to 18446744073709551615, not '0x10'
    2 | weights: {A: .inf, B: 1e3, C: 0x10, D: 1.0}
      |                               ^~~~
nan.yaml:2:40: error: the weight of 'D' must be a whole number from 0 to 18446744073709551615, not '1.0'
    2 | weights: {A: .inf, B: 1e3, C: 0x10, D: 1.0}
      |                                        ^~~"
printf 'quota: 1\nweights: {A: 0, B: 0}\n' >"$work/zero.yaml"
wrong_in "weights of nothing" zero.yaml "veto: zero.yaml: nothing can be adopted: the quota is 1, and all \
weights together are 0"
: >"$work/blank.yaml"
wrong_in "a file of nothing" blank.yaml "blank.yaml: error: is empty"
printf 'quota: 1\ntitle: [a]\nweights: {}\n' >"$work/none.yaml"
wrong_in "a game of nobody" none.yaml "none.yaml:2:8: error: 'title' must be a text of one line
    2 | title: [a]
      |        ^
none.yaml:3:10: error: 'weights' must be a mapping of member to weight, not an empty one
    3 | weights: {}
      |          ^"
printf 'quota: 1\nweights: [1, 2]\n' >"$work/list.yaml"
wrong_in "a game as a list" list.yaml "list.yaml:2:10: error: 'weights' must be a mapping of member \
to weight, not a list
    2 | weights: [1, 2]
      |          ^"
{
    echo "quota: 1001"
    echo "weights:"
    i=0
    while [ $i -lt 2000 ]; do
        echo "  M$i: 1"
        i=$((i + 1))
    done
} >"$work/crowd.yaml"
wrong_in "a game of 2,000 members" crowd.yaml "veto: crowd.yaml: the power of 2000 members is not \
computed: their coalitions are counted exactly, in 256 bits, for at most 200"
{
    echo "veto: 1"
    echo "council:"
    echo "  composition:"
    i=0
    while [ $i -lt 2000 ]; do
        echo "    - FRA"
        i=$((i + 1))
    done
} >"$work/council.yaml"
wrong_in "a Council of 2,000 members" council.yaml \
    "council.yaml:4:5: error: a Council has 1 to 64 members, not 2000
    4 |     - FRA
      |     ^"
run power 2016 --set council.required_majority=16
check "a majority that cannot be had" 1 "" "--set:1:27: error: a majority of 16 cannot be had from \
15 members
    1 | council.required_majority=16
      |                           ^~
"
wrong "a preset with a slip" 1 \
    "no rules 'g5'; did you mean 'g4'? 'veto power --help' shows the rules by name" power g5
wrong "rules like no other" 1 \
    "no rules, no day, no scenario and no file 'zzzz'; 'veto power --help' shows the rules by name, \
'veto list' the scenarios" power zzzz
wrong "a day that is none" 1 \
    "no rules, no day, no scenario and no file '2016-02-30'; 'veto power --help' shows the rules by \
name, 'veto list' the scenarios" power 2016-02-30
wrong "the rules of a scenario that is not there" 1 \
    "no scenario 'aleppo'; did you mean 'aleppo-2016' or 'syria-2016-aleppo-ceasefire'? 'veto list' \
shows those that ship" power aleppo
wrong "a year before the Council" 1 \
    "no composition of the Council is known for 1920: the years are 1946 to 2027" power 1920
wrong "no rules at all" 2 "'veto power' needs rules, as in 'veto power charter-1965' or 'veto power \
2016'; 'veto power --help' shows the rest" power
wrong "two forms at once" 2 "'--bars' and '--json' do not go together" \
    power 2016 --json --bars
wrong "bars of fractions" 2 "'--bars' and '--exact' do not go together" power 2016 --bars --exact
wrong "bars in a scenario" 2 "'--bars' draws the power under rules, and not that of '--in'" \
    power --in aleppo-2016 --bars
wrong "two tables in one file" 2 "'--csv' writes one table: with '--in' it takes no other rules" \
    power 2016 --in aleppo-2016 --csv
wrong "an override that nothing takes" 2 \
    "'--set' changes scenarios and Councils of a year, and there is none here" power g4 --set a.b=c
for word in g4 2016; do
    wrong "no draft to decide in $word" 1 \
        "'--in' needs a scenario with drafts, and '$word' has none" power --in $word
done
for word in foo charter-196; do
    wrong "no scenario $word to decide in" 1 "no scenario and no file '$word'; 'veto list' shows the \
scenarios that ship, 'veto history FILE list --text WORD' looks in the record" power --in $word
done
# ---- recorded votes ----

# Small files in both layouts, with mistakes in them.
votes=tests/history/sciencespo.csv
ballots=tests/history/undl.csv
warned="$votes: warning: 1 vote has no date (the first in row 11), and is left out of filters, charts and \
'under'
$votes: warning: 1 vote has a date in no known form (the first in row 7: '2016-02-30'), and is left \
out of filters, charts and 'under'
 hint: known are 2016-12-23, 20161223, 23/12/2016, 12/23/2016, 23 December 2016 and the like
"
for words in "list" "list --csv" "list --json" "list --vetoed-by USSR --year 2016" "show S/2016/846" \
    "show 90001" "show 90002" "list --member ESP" "show S/2016/847 --json" "show S/2016/847 --csv" "show 90001 --csv" "check" "check --problems" "check --json" \
    "replay S/2016/847" "export S/2016/846" "export 90002" "under two-vetoes" "under two-vetoes --json" \
    "under charter-1945 --outcome failed" "topics" "topics --csv --topic middle-east" \
    "list --text srebrenica" "list S/2016/846" "chart" "chart vetoes --csv --by decade" "chart agreement --csv --members RUS,China" \
    "chart closeness --csv" "chart rules --csv" "chart closeness --json" "chart agreement --json --members USA,RU"; do
    # shellcheck disable=SC2086
    run history $votes $words
    case $words in list* | under* | topics* | chart*)
        check "what is left out by $words" 0 any "$warned"
        : >"$work/err"
        ;;
    esac
    golden "history-$(printf '%s' "$words" | tr -cs 'A-Za-z0-9' '-').txt"
done
for words in "list" "show S/RES/82 (1950)" "check" "replay 82" "export 2623" "topics"; do
    action=${words%% *}
    operand=${words#"$action"}
    run history $ballots "$action" ${operand:+"${operand# }"}
    golden "history-undl-$action.txt"
done
# Ballots that the public files have otherwise.
for words in "chart vetoes" "list --member CHN" "list --member CHN --csv" "show 338" "show 401" "show 387" "show 338 --json" "check" \
    "check --problems" "replay 398" "export 387" "under charter-1945"; do
    # shellcheck disable=SC2086
    run history tests/history/known.csv $words
    golden "history-known-$(printf '%s' "$words" | tr -cs 'A-Za-z0-9' '-').txt"
done
# The votes of one meeting.
meetings=tests/history/meetings.csv
for words in "meeting S/PV.7785" "meeting S/PV.7785 --json" "meeting S/PV.7785 --csv" \
    "meeting S/PV.7785 --markdown" "meeting 2016-10-07" "export 2016-10-08" "replay S/PV.7785"; do
    # shellcheck disable=SC2086
    run history $meetings $words
    golden "history-meetings-$(printf '%s' "$words" | tr -cs 'A-Za-z0-9' '-').txt"
done
for name in "7785th meeting" "S/2016/846" "2016-10-08" "Oral amendment"; do
    run history $meetings meeting "$name"
    golden "history-meetings-meeting-S-PV-7785.txt"
done
run history $meetings meeting 90012 --html
holds "a meeting in HTML has its heading" grep -q '<h1>S/PV.7787, 10 October 2016</h1>' "$work/out"
wrong "a meeting without a vote" 1 "$meetings: no vote of a meeting 'S/PV.7784'
veto: the nearest before it is S/PV.7782, of 2016-10-06
veto: the nearest after it is S/PV.7785, of 2016-10-08
veto: the file names the meetings of 10 of its 12 votes; a day or a symbol finds the others, as in \
'veto history FILE meeting 2016-10-08'" history $meetings meeting S/PV.7784
for action in meeting export; do
    wrong "several meetings of a day to $action" 1 "$meetings: votes of several meetings go by the name \
'2016-10-06'; choose one
veto: S/PV.7781 of 2016-10-06: S/RES/90009(2016)
veto: S/PV.7782 of 2016-10-06: S/2016/699" history $meetings $action 2016-10-06
done
wrong "several meetings, one not named" 1 "$meetings: votes of several meetings go by the name '2016-10'; \
choose one
veto: S/PV.7787 of 2016-10-10: S/RES/90012(2016)
veto: S/PV.7785 of 2016-10-08: S/RES/90010(2016)
veto: S/PV.7785 (Resumption 1) of 2016-10-08: S/2016/847
veto: S/PV.7785 of 2016-10-08: S/2016/847 (para. 3)
veto: a meeting that is not named of 2016-10-07: S/2016/700
veto: S/PV.7781 of 2016-10-06: S/RES/90009(2016)
veto: S/PV.7782 of 2016-10-06: S/2016/699" history $meetings meeting 2016-10
wrong "a meeting of another date" 1 "$meetings: a vote on '2016-10-08' is there, but not of this date and \
row" history $meetings meeting 2016-10-08 --date 2016-10-09
wrong "a day without a meeting, as people write it" 1 "$meetings: no vote of a meeting '9 October 2016'" \
    history $meetings meeting "9 October 2016"
wrong "no meeting of adopted resolutions" 1 "$ballots: no vote of a meeting 'S/PV.9999'
veto: the nearest before it is S/PV.8980, of 2022-02-27
veto: the nearest after it is S/PV.90002, of 2022-03-02
veto: the file names the meetings of 3 of its 4 votes; a day or a symbol finds the others, as in \
'veto history FILE meeting 2016-10-08'
veto: this file holds adopted resolutions only" history $ballots meeting S/PV.9999
# The same, otherwise: a column under another state, another date, a vote less, another ballot.
sed -e 's/2016-03-02/2016-03-04/' -e '/^9,/d' -e 's/11,2,2,0,15,1,A/11,2,2,0,15,1,Y/' $votes >"$work/others.csv"
cp $votes "$work/votes.csv"
for words in "" "--csv" "--json"; do
    # shellcheck disable=SC2086
    (cd "$work" && "$veto" history votes.csv compare others.csv $words) >"$work/out" 2>"$work/err"
    status=$?
    golden "history-compare$(printf '%s' "$words" | tr -cs 'A-Za-z0-9' '-').txt"
done
run history $ballots compare $ballots --json
check "a file and itself" 0 '{
  "first": "tests/history/undl.csv",
  "second": "tests/history/undl.csv",
  "matched": 4,
  "only_first": [],
  "only_second": [],
  "suspected": 0,
  "differences": []
}
' ""
run history $ballots compare nothing.csv
check "another file that is not there" 1 "" "nothing.csv: error: No such file or directory
"
# A name that is no text stands in reports as it stands in messages.
odd=$(printf 'odd\033[31m\377\nname')
cp "$work/rules.yaml" "$work/$odd.yaml"
cp $votes "$work/$odd.csv"
shows_name() { # LINE WORDS...
    line=$1
    shift
    (cd "$work" && "$veto" "$@" >out 2>err)
    status=$?
    cp "$work/out" "$work/whole"
    grep -F "${line%%.*}" "$work/whole" | head -n 1 >"$work/out"
    check "a name that is no text, in 'veto $1$(printf ' %s' "$@" | sed -n 's/.* --/ --/p')'" 0 "$line
" ""
    holds "breaks no line" sh -c '! grep -q "^name" "$1"' - "$work/whole"
}
shown='odd\x1b[31m\xff\nname'
quoted='odd\\x1b[31m\\xff\\nname'
shows_name "$shown.yaml: Rules (3 members, 2 votes in favour, 1 with a veto)" power "$odd.yaml"
shows_name '# odd\\x1b\[31m\\xff\\nname.yaml: Rules (3 members, 2 votes in favour, 1 with a veto)' \
    power "$odd.yaml" --markdown
shows_name "  \"rules\": \"$quoted.yaml\"," power "$odd.yaml" --json
shows_name "$shown.csv: 10 votes, in the layout of Sciences Po." history "$odd.csv" check
shows_name "The first: $shown.csv, 10 votes, in the layout of Sciences Po." \
    history "$odd.csv" compare votes.csv
shows_name "The second: $shown.csv, 10 votes, in the layout of Sciences Po." \
    history votes.csv compare "$odd.csv"
shows_name "  \"first\": \"$quoted.csv\"," history "$odd.csv" compare votes.csv --json
(cd "$work" && "$veto" power "$odd.yaml" --csv | cut -d, -f1 | uniq >out)
status=0
: >"$work/err"
check "a name that is no text, in CSV" 0 "council
$shown.yaml
" ""
wrong "standard input twice, to compare" 2 "'-' stands for standard input, which can be read once, \
not 2 times" history - compare -
run history $ballots list --outcome vetoed
check "a list without a vote in it" 0 "Recorded votes: vetoed
======================

0 votes
This file holds adopted resolutions only: what was vetoed or failed is not in it.
" ""
wrong "a draft that such a file cannot have" 1 "$ballots: no vote on 'S/2016/846'; this file holds \
adopted resolutions only" history $ballots show S/2016/846
"$veto" history - check --json <$votes >"$work/out" 2>"$work/err"
status=$?
golden history-check-json.txt
run history $votes export S/2016/846
cp "$work/out" "$work/exported.yaml"
run check "$work/exported.yaml"
check "an exported vote is a scenario" 0 "$work/exported.yaml: ok, 15 members, 1 draft, President: the Russian Federation, by Rule 18
" ""
run run "$work/exported.yaml" --mode recorded --json
cp "$work/out" "$work/want"
run history $votes replay S/2016/846 --json
holds "which a replay plays" cmp "$work/want" "$work/out"

# Votes that nobody cast, drawn from three kinds of draft: 160 of 1990 and 60 of 1991.
cp tests/history/made.csv "$work/made.csv"
for words in "--date 1990-08-10" "--date 1990-08-10 --json" "--date 1990-08-10 --csv" "--date 1990-08-10 --markdown" \
    "--date 1990-08-10 --contested --topic palestine" \
    "--date 1990-08-10 --given USA=no,RUS=yes --resamples 0" \
    "--date 1990-08-10 --before 1990-06-01 --like S/1990/9003"; do
    # shellcheck disable=SC2086 # words, on purpose
    (cd "$work" && "$veto" history made.csv expect $words) >"$work/out" 2>"$work/err"
    status=$?
    golden "history-expect$(printf '%s' "${words#--date 1990-08-10}" | tr -cs 'A-Za-z0-9' '-').txt"
done
head -n 141 "$work/made.csv" >"$work/until.csv"
"$veto" history "$work/made.csv" expect --date 1990-08-01 --json >"$work/want"
"$veto" history "$work/until.csv" expect --date 1990-08-01 --json >"$work/out"
holds "a forecast takes nothing from its day on" cmp "$work/want" "$work/out"
run history "$work/made.csv" expect --date 1990-08-10 --topic cyprus --given USA=no --yaml
cp "$work/out" "$work/expected.yaml"
head -n 45 "$work/expected.yaml" >"$work/out"
golden expect-cyprus.yaml
run check "$work/expected.yaml"
check "what is expected plays" 0 "$work/expected.yaml: ok, 15 members, 1 draft
" ""
wrong "two formats, one of them a scenario" 2 "'--yaml' is a scenario, and goes with no other format" \
    history "$work/made.csv" expect --date 1990-08-10 --yaml --json
for format in '' --json --csv; do
    # shellcheck disable=SC2086 # nothing, or a word
    (cd "$work" && "$veto" history made.csv calibrate --from 1991 $format) >"$work/out" 2>"$work/err"
    status=$?
    golden "history-calibrate${format#-}.txt"
done
wrong "years in no order" 2 "'--from 1992' is after '--to 1991'" \
    history "$work/made.csv" calibrate --from 1992 --to 1991
wrong "a year without a Council" 2 "option '--from' cannot be '1945': it is a year from 1946 to 2027" \
    history "$work/made.csv" calibrate --from 1945
run history "$work/made.csv" calibrate --from 1992 --to 1993
check "years without votes" 1 "" "$work/made.csv: error: there are no votes from 1992 to 1993 to forecast
"
run history "$work/made.csv" calibrate --from 1990
check "years with too little before them" 1 "" "$work/made.csv: error: only 0 contested votes before 1990: too few to \
go by, it takes 20
"
wrong "no day to expect" 2 "'veto history FILE expect' needs a day, as in '--date 2024-04-18'" \
    history "$work/made.csv" expect
wrong "a topic and a vote" 2 "'--topic' and '--like' do not go together: a vote has its topic" \
    history "$work/made.csv" expect --date 1990-08-01 --topic cyprus --like S/1990/9003
wrong "a row of nothing" 2 "'--row' goes with '--like'" \
    history "$work/made.csv" expect --date 1990-08-01 --row 5
for given in USA USA=maybe USA=absent XYZ=no USA=no,USA=yes USA=no, =no ''; do
    wrong "ballots that are none: $given" 2 "option '--given' cannot be '$given': it is ballots of members, each once: \
yes, no or abstain, as in USA=no,RUS=abstain" history "$work/made.csv" expect --date 1990-08-01 --given "$given"
done
wrong "too many resamples" 2 "option '--resamples' cannot be '10001': it is a whole number from 0 to \
10000" history "$work/made.csv" expect --date 1990-08-01 --resamples 10001
run history "$work/made.csv" expect --date 1989-01-01
check "a day before the record" 1 "" "$work/made.csv: error: there are no votes before 1989-01-01 to go by
"
head -n 2 tests/history/made.csv | tail -n 1 >>"$work/until.csv"
run history "$work/until.csv" expect --date 1990-08-01 --like S/1990/9001
check "like one of two votes" 1 "" "veto: $work/until.csv: several votes bear the symbol 'S/1990/9001'; choose one with --row
veto: --row 2 is of 1990-01-01: S/1990/9001, adopted
veto: --row 142 is of 1990-01-01: S/1990/9001, adopted
"
run history "$work/until.csv" expect --date 1990-08-01 --like S/1990/9001 --row 142 --resamples 0 --csv
check "and which one" 0 any ""
wrong "like a vote that is not there" 1 "$work/made.csv: no vote on 'S/1'; 'veto history FILE list --text \
WORD' looks for one" history "$work/made.csv" expect --date 1990-08-01 --like S/1

wrong "no file" 2 "'veto history' needs a file and what to do with it, as in \
'veto history votes.csv check'" history
wrong "nothing to do with it" 2 "'veto history' needs a file and what to do with it, as in \
'veto history votes.csv check'" history $votes
wrong "the file behind" 2 "the file comes first, as in 'veto history votes.csv check'" \
    history check $votes
wrong "an action with a slip" 2 "'veto history' cannot 'chekc'; did you mean 'check'?" \
    history $votes chekc
wrong "an action like no other" 2 "'veto history' cannot 'dance'; it can list, topics, show, \
meeting, check, compare, replay, export, chart, under, expect and calibrate" history $votes dance
wrong "no symbol" 2 "'veto history FILE show' needs a symbol, as in 'veto history votes.csv show \
S/2016/846'" history $votes show
wrong "no other file" 2 "'veto history FILE compare' needs another file, as in 'veto history votes.csv \
compare others.csv'" history $votes compare
wrong "no rules" 2 "'veto history FILE under' needs rules, as in 'veto history votes.csv under \
two-vetoes'" history $votes under
wrong "too much for check" 2 "'veto history FILE check' takes no operands, not 1; see 'veto history \
--help'" history $votes check S/1
wrong "too much for show" 2 "'veto history FILE show' takes one operand, not 2; see 'veto history \
--help'" history $votes show S/1 S/2
wrong "an option of another action" 2 "'veto history FILE check' has no option '--year'; see \
'veto history --help'" history $votes check --year 1950
wrong "two formats" 2 "'--json' and '--csv' do not go together" history $votes list --json --csv
wrong "years that are none" 2 "option '--year' cannot be '1960-1950': it is a year, or two as in \
1950-1960" history $votes list --year 1960-1950
wrong "a year too short" 2 "option '--year' cannot be '50': it is a year, or two as in 1950-1960" \
    history $votes list --year 50
wrong "a name of two states" 2 "option '--member' cannot be 'Congo', the name of two states: 'COG' \
(Congo) and 'COD' (Democratic Republic of the Congo)" history $votes list --member Congo
wrong "a state that never sat" 2 "option '--member' cannot be 'Burma': Myanmar (MMR) never sat in the \
Council" history $votes list --member Burma
wrong "a name misspelt" 2 "option '--member' cannot be 'Frnace'; did you mean 'FRA' (France)?" \
    history $votes list --member Frnace
wrong "a letter of another alphabet" 2 "option '--member' cannot be 'FRА'; did you mean 'FRA' \
(France)?" history $votes list --member FRА
wrong "a chart with a slip" 2 "no chart 'vetos'; did you mean 'vetoes'?" history $votes chart vetos
wrong "a chart like no other" 2 "no chart 'pie'; there are vetoes, agreement, closeness and rules" \
    history $votes chart pie
wrong "two charts" 2 "'veto history FILE chart' takes one operand, not 2; see 'veto history --help'" \
    history $votes chart vetoes rules
wrong "a period that is none" 2 "option '--by' cannot be 'month': it is year or decade" \
    history $votes chart --by month
for states in USA USA,US; do
    wrong "members that are not two: $states" 2 "option '--members' cannot be '$states': it is two or more \
states of the Council, each once, as in USA,CHN,India" history $votes chart --members $states
done
wrong "a member with a slip among others" 2 "option '--members' cannot be 'Frnace'; did you mean 'FRA' \
(France)?" history $votes chart --members USA,Frnace
wrong "charts that a list has not" 2 "'veto history FILE list' has no option '--by'; see 'veto history \
--help'" history $votes list --by year
run history $ballots chart
check "charts of adopted resolutions" 0 any ""
holds "say what is not in them" grep -Fqx "This file holds adopted resolutions only: what was vetoed or \
failed is not in it." "$work/out"
holds "by decade over many years" grep -q "^2010s  *0 " "$work/out"
run history $ballots chart --topic haiti
check "charts of nothing" 0 "Charts of recorded votes: topic Haiti
=====================================
0 votes.
This file holds adopted resolutions only: what was vetoed or failed is not in it.
" ""
wrong "a topic with a slip" 2 "option '--topic' cannot be 'palestin'; did you mean 'palestine'?" \
    history $votes list --topic palestin
wrong "a word of a topic" 2 "option '--topic' cannot be 'Gaza'; did you mean 'palestine'?" \
    history $votes list --topic Gaza
wrong "a topic that is none" 2 "option '--topic' cannot be 'xx': it is one of those that 'veto history \
FILE topics' lists" history $votes list --topic xx
run history $votes list --topic Middle-East
holds "the votes on a topic" grep -Fqx "2 votes" "$work/out"
run history $votes topics --json --year 2016
holds "topics as JSON" grep -Fqx '      "id": "membership",' "$work/out"
holds "with how many votes they have" grep -Fqx '  "votes": 8,' "$work/out"
run history $ballots list --text nothing
check "a search that finds nothing" 0 "Recorded votes: with 'nothing'
==============================

0 votes
This file holds adopted resolutions only: what was vetoed or failed is not in it.
Titles tell what a resolution is about, and agenda items are searched as well. --topic takes the
words of both: 'topics' lists them.
" ""
run history $votes list --member GBR
cp "$work/out" "$work/expected"
for state in UK GB gbr Britain "United Kingdom" "the united kingdom of Great Britain"; do
    run history $votes list --member "$state"
    holds "a member by another name: $state" cmp "$work/expected" "$work/out"
done
run run aleppo-2016 --set members.GBR.veto_tendency=0.1 --set drafts.french.leanings.RUS=1
cp "$work/out" "$work/expected"
run run aleppo-2016 --set members.UK.veto_tendency=0.1 --set "drafts.french.leanings.Soviet Union=1"
sed 's/members\.UK/members.GBR/; s/leanings\.Soviet Union/leanings.RUS/' "$work/out" >"$work/named"
holds "members by other names in overrides" cmp "$work/expected" "$work/named"
run sweep aleppo-2016 --vary members.RUS.veto_tendency=0:1:0.5
sed 's/members.RUS/members.Russia/' "$work/out" >"$work/expected"
run sweep aleppo-2016 --vary members.Russia.veto_tendency=0:1:0.5
holds "a member by another name in a sweep" cmp "$work/expected" "$work/out"
wrong "a state that is none" 2 "option '--member' cannot be 'Atlantis': it is the code or name of a \
state of the Council" history $votes list --member Atlantis
for state in Atlantis EGY; do
    wrong "and that could not veto: $state" 2 "option '--vetoed-by' cannot be '$state': it is the code or \
name of a permanent member, which alone can veto" history $votes list --vetoed-by $state
done
wrong "a ballot that is none" 2 "option '--ballot' cannot be 'maybe': it is yes, no, abstain, \
not_participating or absent" history $votes list --ballot maybe
wrong "an outcome that no file has" 2 "option '--outcome' cannot be 'not_put': it is adopted, vetoed \
or failed" history $votes list --outcome not_put
wrong "a day that is none" 2 "option '--date' cannot be '2016-02-30': it is a day as in 2016-10-08" \
    history $votes show S/1 --date 2016-02-30
wrong "the row of the header" 2 "option '--row' cannot be '1': it is the number of a row of the file, \
from 2" history $votes show S/1 --row 1
wrong "an order of dates that is none" 2 "option '--dates' cannot be 'dym': it is dmy, mdy or ymd" \
    history $votes list --dates dym
{
    echo 'ms_code;ms_vote;date;resolution'
    echo 'FRA;Y;05/06/2016;S/RES/1'
} >"$work/open.csv"
for words in "show 1" "list --year 2016" "under no-veto --json" "check --json"; do
    # shellcheck disable=SC2086
    run history "$work/open.csv" $words --dates dmy
    check "dates in an order that is asked for: $words" 0 any ""
    holds "and found" grep -Eq '2016-06-05|5 June 2016|"votes": 1' "$work/out"
done
run history "$work/open.csv" list --year 2016
check "dates whose order is open" 0 "Recorded votes of 2016
======================

0 votes
This file holds adopted resolutions only: what was vetoed or failed is not in it.
" "$work/open.csv: warning: 1 vote has a date of which the file does not show whether the day or the \
month comes first (the first in row 2: '05/06/2016'), and is left out of filters, charts and 'under'
 hint: '--dates dmy', '--dates mdy' or '--dates ymd' says it
"
run history "$work/open.csv" under no-veto --json
holds "are left out of other rules, and counted" grep -q '"left_out": 1,' "$work/out"
wrong "a symbol that is not there" 1 "$votes: no vote on 'S/1999/1'; 'veto history FILE list --text \
WORD' looks for one" history $votes show S/1999/1
wrong "nor on that date" 1 "$votes: a vote on 'S/2016/846' is there, but not of this date and row" \
    history $votes show S/2016/846 --date 2016-10-09
wrong "several votes of one symbol" 1 "$votes: several votes bear the symbol 'S/2016/90005'; choose \
one with --row
veto: --row 9 is of 2016-03-05: S/2016/90005, failed
veto: --row 10 is of 2016-03-05: S/2016/90005, failed" history $votes replay S/2016/90005
wrong "several votes of one day" 1 "$votes: several votes go by the name '2016-10-08'; choose one with \
--row
veto: --row 2 is of 2016-10-08: S/2016/847, failed
veto: --row 3 is of 2016-10-08: S/2016/846, vetoed" history $votes show 2016-10-08
run history $votes list "October 2016"
holds "a list of those of a month" grep -Fqx "2 votes" "$work/out"
run history $votes list 08/10/2016 --outcome failed
holds "of a day, and by other options" grep -Fqx "1 vote" "$work/out"
run history $ballots list 7
check "a list of a name that no vote has" 0 "Recorded votes: by the name '7'
===============================

0 votes
This file holds adopted resolutions only: what was vetoed or failed is not in it.
A vote goes by a symbol, the number of a resolution, a meeting, a day or a month, or by a topic:
'topics' lists them.
" ""
wrong "a topic instead of a vote, with a slip" 1 "$votes: no vote on 'Haitian'; did you mean the topic \
'haiti'?" history $votes show Haitian
{
    echo 'ms_code;ms_vote;date;resolution;title'
    for row in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do
        echo "FRA;Y;2016-06-05;S/RES/$row;on Haiti"
    done
} >"$work/haiti.csv"
run history "$work/haiti.csv" show haiti
holds "many votes on a topic: the first of them" test "$(grep -c '^veto: --row' "$work/err")" = 20
holds "and how many more" grep -Fqx "veto: and 2 more: 'veto history FILE list NAME' lists them" "$work/err"
run history $votes show "2 March 2016"
holds "one vote of a day" grep -q "^S/RES/90002(2016), 2 March 2016" "$work/out"
printf '%s\n' 'UN classification,Vote outcome,Date,Yes,No,Abstentions,Non-Voting,Total,China,France' \
    'S/1,,2016-02-03,2,0,0,0,2,Y,Y' 'S/1,vetoed,2016-02-04,1,1,0,0,2,Y,N' >"$work/unknown.csv"
wrong "one of them without an outcome" 1 "$work/unknown.csv: several votes bear the symbol 'S/1'; choose \
one with --date or --row
veto: --row 2 is of 2016-02-03: S/1, outcome not known
veto: --row 3 is of 2016-02-04: S/1, vetoed" history "$work/unknown.csv" show S/1
wrong "no roll call" 1 "$votes: there is no roll call of S/2016/90005: not all ballots are on record" \
    history $votes export S/2016/90005 --row 9
wrong "nor to replay" 1 "$votes: there is no roll call of S/RES/90001(2016): it was adopted without \
a vote, and there are no ballots" history $votes replay 90001
wrong "rules with a slip" 2 "no rules 'two-vetos'; did you mean 'two-vetoes'?" \
    history $votes under two-vetos
wrong "rules like no other" 2 "no rules 'anarchy'; 'veto history --help' names those there are" \
    history $votes under anarchy
run history $votes under g4
check "rules of another Council" 1 "" "$warned$votes: error: 'g4' is for a Council of 25 members, and \
recorded votes are of 11 or 15
 hint: its voting power can be measured: veto power g4
"
run history nothing.csv check
check "a file of votes that is not there" 1 "" "nothing.csv: error: No such file or directory
"
run history README.md check
check "a file that is no record of votes" 1 "" "README.md: error: is in none of the known layouts of \
votes: its column is '# veto'
 hint: the first row must name the columns: 'UN classification' (Sciences Po) or 'ms_vote' (United \
Nations Digital Library)
"

# ---- wrong usage ----

run
check "no command" 2 "" "Usage: veto COMMAND [OPTION...] [SCENARIO]
Try 'veto play aleppo-2016', or 'veto help'.
"
wrong "a command with a slip" 2 "unknown command 'rnu'; did you mean 'run'?" rnu aleppo-2016
wrong "a command like no other" 2 "unknown command 'zzzzz'; 'veto help' shows those there are" zzzzz
wrong "a scenario for a command" 2 \
    "unknown command 'aleppo-2016'; did you mean 'veto play aleppo-2016'?" aleppo-2016
wrong "an option with a slip" 2 "unknown option '--jsn'; did you mean '--json'?" run --jsn x
wrong "an option like no other" 2 \
    "unknown option '--zzzzz'; 'veto run --help' shows those there are" run --zzzzz=3 x
wrong "a short option" 2 "unknown option '-x'; 'veto check --help' shows those there are" check -x
wrong "an option of another command" 2 \
    "unknown option '--why'; 'veto check --help' shows those there are" check --why x
wrong "an option before the command" 2 \
    "unknown option '--json'; 'veto --help' shows those there are" --json run aleppo-2016
wrong "an option without its value" 2 \
    "option '--set' needs a value, as in '--set PATH=VALUE'" run aleppo-2016 --set
wrong "a value that none asked for" 2 "option '--json' takes no value" run aleppo-2016 --json=1
wrong "a mode that is none" 2 \
    "option '--mode' cannot be 'fast': it is expected, recorded or sampled" run x --mode fast
wrong "a seed with a sign" 2 \
    "option '--seed' cannot be '-1': it is a whole number from 0 to 9223372036854775807" \
    run x --seed -1
wrong "a seed too large" 2 "option '--seed' cannot be '9223372036854775808': it is a whole number \
from 0 to 9223372036854775807" run x --seed=9223372036854775808
run run aleppo-2016
cp "$work/out" "$work/drawn"
run run aleppo-2016 --seed 7
holds "a seed by which nothing is drawn changes nothing" cmp "$work/drawn" "$work/out"
wrong "a colour that is none" 2 \
    "option '--color' cannot be 'red': it is auto, always or never" run x --color=red
wrong "no scenario" 2 "'veto run' needs a scenario, as in 'veto run aleppo-2016'; 'veto list' \
shows those that ship" run
wrong "two scenarios" 2 "'veto run' takes one operand, not 2; see 'veto run --help'" run a b
wrong "an operand too many" 2 "'veto list' takes no operands, not 1; see 'veto list --help'" list a
wrong "help on nothing" 2 "unknown command 'lits'; did you mean 'list'?" help lits
wrong "behind -- all are operands" 1 \
    "no scenario and no file '--json'; 'veto list' shows the scenarios that ship, 'veto history FILE \
list --text WORD' looks in the record" run -- --json
run run --json -- aleppo-2016
cp "$work/out" "$work/json"
run run aleppo-2016 --json
holds "options before --" cmp "$work/json" "$work/out"
wrong "play without a terminal" 2 "'veto play' needs a terminal on standard output; \
'veto run aleppo-2016' writes the meeting as text" play aleppo-2016

wrong "screens without keys" 2 "'--screens' goes with '--keys', which plays without a terminal" \
    play aleppo-2016 --screens "$work/screens"
printf '1\nSpace\nTick\n' >"$work/keys"
for pace in fast steady slow; do
    run play aleppo-2016 --keys "$work/keys" --pace "$pace"
    holds "at the pace $pace a tick is a ballot" grep -q "13 still to vote" "$work/out"
done
wrong "a pace that there is not" 2 \
    "option '--pace' cannot be '2': it is off, fast, steady or slow" play aleppo-2016 --pace 2
wrong "a size without keys" 2 "'--size' goes with '--keys', which plays without a terminal" \
    play aleppo-2016 --size 80x24
for size in 80 80x 0x24 80x0 80x1001 1e2x24 80x24x2 -1x24; do
    wrong "no size: $size" 2 \
        "option '--size' cannot be '$size': it is two numbers from 1 to 1000, as in 80x24" \
        play aleppo-2016 --keys x --size "$size"
done

wrong "no sheet" 2 "'veto handout' needs '--sheet class', 'teacher', 'roles' or 'board'" \
    handout aleppo-2016
wrong "no such sheet" 2 \
    "option '--sheet' cannot be 'pupils': it is class, teacher, roles or board" \
    handout aleppo-2016 --sheet pupils
wrong "a sheet in two formats" 2 "'--html' and '--markdown' do not go together" \
    handout aleppo-2016 --sheet class --html --markdown
for sheet in class teacher roles board; do
    run handout aleppo-2016 --sheet $sheet
    cp "$work/out" "$work/sheet"
    holds "a sheet has its title: $sheet" grep -q "Two drafts on Aleppo" "$work/sheet"
    run handout aleppo-2016 --sheet $sheet --html --output "$work/sheet.html"
    holds "sheets are HTML by themselves: $sheet" cmp "$work/sheet" "$work/sheet.html"
    holds "and that begins as such: $sheet" grep -qx '<!DOCTYPE html>' "$work/sheet"
done
printf 'veto_session: 1\nscenario: kosovo-1999\nchanges: [members.RUS.openness=0.1]\n' \
    >"$work/lesson.session.yaml"
run handout "$work/lesson.session.yaml" --sheet teacher --set members.CHN.openness=0.2 --markdown
holds "a sheet of a session has its changes and those of the command line" sh -c \
    'grep -q members.RUS.openness=0.1 "$1" && grep -q members.CHN.openness=0.2 "$1"' - "$work/out"
holds "and is played with them" grep -Fq \
    "veto play kosovo-1999 --set members.RUS.openness=0.1 --set members.CHN.openness=0.2" "$work/out"
run handout kosovo-1999 --sheet teacher --mode sampled --seed 7 --markdown
holds "and one of a draw names the draw" grep -Fq "veto play kosovo-1999 --mode sampled --seed 7" "$work/out"

# ---- lessons, and who sits ----

run lesson
golden lesson.txt
run lesson --json
golden lesson.json
run lesson --csv
golden lesson.csv
run who 2027-03-15
golden who-2027-03-15.txt
run who 2027-03-15 --json
golden who-2027-03-15.json
run who 1950-06-25 --csv
golden who-1950-06-25.csv
run who 1950-06-25
golden who-1950-06-25.txt
wrong "who sits when" 2 "'veto who' needs a day, as in 'veto who 2027-03-15'" who
wrong "a day that the calendar has not" 2 "no day '2027-02-30': it is to be like 2027-03-15" \
    who 2027-02-30
wrong "a day before the Council" 1 "who sat on 1945-12-31 is not known: only from 1946 to 2027" \
    who 1945-12-31
wrong "a day too late" 1 "who sat on 2028-01-01 is not known: only from 1946 to 2027" who 2028-01-01
wrong "two days" 2 "'veto who' takes one operand, not 2; see 'veto who --help'" \
    who 2027-03-15 2027-03-16

# ---- one of anything ----

cat >"$work/one.yaml" <<'EOS'
veto: 1
title: One of one
council: {composition: [CHN], required_majority: 1, override_at: 1}
drafts:
  only: {title: A draft, leanings: {CHN: -1}}
programme:
  - vote: only
EOS
for words in "check" "run --why" "odds" "odds --method monte-carlo --trials 1" "flips" "power" \
    "whatif --set members.CHN.veto_tendency=0" "handout --sheet class" "handout --sheet roles" \
    "sweep --vary members.CHN.veto_tendency=0 --method monte-carlo --trials 1 --chart"; do
    command=${words%% *}
    # shellcheck disable=SC2086 # several words
    run $command "$work/one.yaml" ${words#"$command"}
    holds "one is one: $words" sh -c \
        '! grep -Eq "(^|[^0-9.-])1 (vote|ballot|member|draft|trial|point|step|minute|kind)s" "$1"' - \
        "$work/out"
done
run run "$work/one.yaml"
holds "no vote of one" grep -q "obtained no vote in favour, and needed one." "$work/out"
run handout "$work/one.yaml" --sheet roles --markdown
holds "with nobody else" grep -q "Alone in favour it adopts a draft, if nobody vetoes it. Alone against" \
    "$work/out"

# ---- words ----

run help words
golden help-words.txt
holds "no line of the words is longer than 80 columns" sh -c '! grep ".\{81\}" "$1"' - "$work/out"
run help words --json
golden help-words.json
run help words double veto
golden help-words-one.txt
run help words abstaining --markdown
golden help-words-one.md
run help words veto --csv
golden help-words-one.csv
run help words tie --html
golden help-words-one.html
wrong "a word that is nearly one" 2 "no word 'abstantion'; did you mean 'abstention'?" \
    help words abstantion
wrong "a word like no other" 2 "no word 'parliament'; 'veto help words' has all of them" \
    help words parliament
long=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
wrong "a word longer than any" 2 "no word '$long...'; 'veto help words' has all of them" \
    help words ${long}aaaaaaaaaa
wrong "the help of a command as JSON" 2 "help is text; of 'veto help words' there are other forms" \
    help run --json
wrong "help on two commands" 2 "'veto help' takes one command, not 2; see 'veto help --help'" \
    help run odds

# ---- a scenario to start from ----

run new --date 2027-03-15
golden new-2027-03-15.yaml
cp "$work/out" "$work/new.yaml"
run new 2027-03-15
holds "a day is an operand, too" cmp "$work/new.yaml" "$work/out"
run new 1950 --drafts 2 --output "$work/new-1950.yaml"
check "a new scenario of a year, in a file" 0 "" ""
cp "$work/new-1950.yaml" "$work/out"
golden new-1950.yaml
for file in "$work/new.yaml" "$work/new-1950.yaml"; do
    run check "$file"
    check "a new scenario has no mistakes: ${file##*/}" 0 any ""
    run run "$file"
    holds "and its meeting says that it is made up: ${file##*/}" \
        grep -q "^A hypothetical meeting. Members' views are guessed," "$work/out"
done
wrong "new of no day" 2 "'veto new' needs one day or year, as in 'veto new 2027' or \
'veto new --date 2027-03-15'" new
wrong "new of two days" 2 "'veto new' needs one day or year, as in 'veto new 2027' or \
'veto new --date 2027-03-15'" new 2027 --date 2027-03-15
wrong "new of what is no day" 2 \
    "no day and no year '2027-02-30': it is to be like 2027-03-15 or 2027" new 2027-02-30
wrong "new of a year without a Council" 1 "who sat in 1945 is not known: only from 1946 to 2027" \
    new 1945
wrong "new without drafts" 2 "option '--drafts' cannot be '0': it is a whole number from 1 to 32" \
    new 2027 --drafts 0
wrong "new with too many drafts" 2 \
    "option '--drafts' cannot be '33': it is a whole number from 1 to 32" new 2027 --drafts 33

# ---- a script of keys ----

# The first picture in a document.
picture() {
    awk '/^```/ { on = 0 } on; /^```text/ { on = ++count == 1 }' "$1"
}
run play aleppo-2016 --keys tests/keys/change.txt
picture docs/classroom.md >"$work/picture"
holds "the picture in docs/classroom.md is what the program shows" cmp "$work/picture" "$work/out"
run play aleppo-2016 --keys tests/keys/readme.txt
picture README.md >"$work/picture"
holds "and so is that in README.md" cmp "$work/picture" "$work/out"
printf '1\n\n  # a comment\n Space \ntext: wj\nEsc\n' >"$work/keys"
run play aleppo-2016 --pace off --keys "$work/keys" --size 120x40 --screens "$work/screens"
check "screens go into a folder" 0 "" ""
holds "one a key, and one at the start" test "$(ls "$work/screens" | tr '\n' ' ')" = \
    "0000.txt 0001.txt 0002.txt 0003.txt 0004.txt 0005.txt "
holds "the first is the title" grep -q "Press Space to begin" "$work/screens/0000.txt"
holds "then a vote is put" grep -q "In favour   0" "$work/screens/0001.txt"
holds "and taken" grep -q "In favour  11" "$work/screens/0002.txt"
holds "typed text is keys" grep -q "Y+  Malaysia" "$work/screens/0004.txt"
holds "and Esc closes" cmp "$work/screens/0002.txt" "$work/screens/0005.txt"
run play aleppo-2016 --keys "$work/keys" --size 120x40 --screens "$work/screens"
check "a folder that is there is used" 0 "" ""
printf '1\nSpace\nSpace\n' | "$veto" play aleppo-2016 --keys - >"$work/out" 2>"$work/err"
holds "keys come from standard input" cmp "$work/picture" "$work/out"
printf 'q\n1\n' >"$work/keys"
run play aleppo-2016 --keys "$work/keys"
holds "q ends it" grep -q "Press Space to begin" "$work/out"
printf 'Spce\ntext: a\001\nhello there\n' >"$work/keys"
(cd "$work" && "$veto" play aleppo-2016 --keys keys >out 2>err)
status=$?
check "keys that are none" 1 "" "keys:1:1: error: there is no key 'Spce'
    1 | Spce
      | ^~~~
 hint: did you mean 'Space'?
keys:2:8: error: this is no character that a key could type
    2 | text: a\x01
      |        ^~~~
keys:3:1: error: there is no key 'hello there'
    3 | hello there
      | ^~~~~~~~~~~
 hint: a line is one character, a key such as Space, Enter, Esc, Left or Page-Down, 'text:' and what to type, or Click with a column and a row, from 0
"
run play aleppo-2016 --keys "$work/nothing"
check "no such script" 1 "" "$work/nothing: error: No such file or directory
"
wrong "no such folder" 3 "cannot make the folder '$work/no/where': No such file or directory" \
    play aleppo-2016 --keys tests/keys/readme.txt --screens "$work/no/where"
wrong "a folder that is a file" 3 "cannot write '$work/keys/0000.txt': Not a directory" \
    play aleppo-2016 --keys tests/keys/readme.txt --screens "$work/keys"

# ---- what the documents show ----

# The commands in them, but for those that need a terminal or another program; with the files that
# they speak of.
mkdir "$work/reader"
cp scenarios/aleppo-2016.yaml "$work/reader/my.yaml"
cp scenarios/korea-1950.yaml "$work/reader/mine.yaml"
cp tests/history/undl.csv "$work/reader/others.csv"
cp tests/keys/readme.txt "$work/reader/keys.txt"
ln -s "$veto" "$work/reader/veto"
cat README.md docs/classroom.md docs/expect.md docs/history.md docs/scenarios.md docs/power.md | sed -n '/^```sh$/,/^```$/p' |
    sed -n 's/  *#.*//; /^veto /p' | grep -v '[|]' | grep -Ev '^veto play( [^ ]*)?( --open)?$' |
    sort -u >"$work/commands"
holds "the documents show commands" test "$(wc -l <"$work/commands")" -gt 25
while read -r words; do
    case $words in
    *" expect "*) cp tests/history/made.csv "$work/reader/votes.csv" ;; # it takes more votes
    *) grep -v "^[04]," tests/history/sciencespo.csv >"$work/reader/votes.csv" ;; # rows with a date
    esac
    (cd "$work/reader" && PATH=$PWD:$PATH sh -c "$words") >"$work/out" 2>"$work/err" </dev/null
    status=$?
    check "as the documents say: $words" 0 any ""
done <"$work/commands"

# ---- choosing ----

mkdir "$work/chosen"
mv "$work/eight.yaml" "$work/chosen"
echo Esc >"$work/chosen/keys"
(cd "$work/chosen" && "$veto" play --keys keys >out 2>err)
holds "what a session set is among its changes in the list" grep -qx \
    "▸ 2016-10-08  Two drafts on Aleppo                            session, 1 change" "$work/chosen/out"
rm "$work/chosen/eight.yaml"
printf '%s\n' "text: aleppo" Enter "text: vw" Down y Esc s Ctrl-U "text: mine.yaml" Enter q >"$work/chosen/keys"
(cd "$work/chosen" && "$veto" play --keys keys >out 2>err)
listed=$(sed -n 3,4p "$work/chosen/out")
holds "a session just saved is listed" test "$listed" = " Files
  2016-10-08  Two drafts on Aleppo                            session, 1 change"
rm "$work/chosen/mine.yaml"
printf '%s\n' Up Enter w Down Down y Esc s Ctrl-U "text: mine.yaml" Enter Enter q >>"$work/chosen/keys"
(cd "$work/chosen" && "$veto" play --keys keys >out 2>err)
listed=$(sed -n 3,5p "$work/chosen/out")
holds "and as it was saved again" test "$listed" = " Files
▸ 2016-10-08  Two drafts on Aleppo                           session, 2 changes
 Lessons: a question, and a scenario that answers it"
cp "$work/chosen/mine.yaml" "$work/chosen/other.yaml"
echo Esc >"$work/chosen/keys"
(cd "$work/chosen" && "$veto" play --keys keys >out 2>err)
listed=$(sed -n '4,5p;8p' "$work/chosen/out")
holds "what has one title is told apart" test "$listed" = "\
▸ 2016-10-08  mine.yaml: Two drafts on Aleppo                session, 2 changes
  2016-10-08  other.yaml: Two drafts on Aleppo               session, 2 changes
  2018-06-01  gaza-2018: Two drafts, one crisis                      45 minutes"
rm "$work/chosen/other.yaml"
mkdir -p "$work/chosen/state/veto"
mv "$work/chosen/mine.yaml" "$work/chosen/state/veto/unfinished-1-1.yaml"
printf '%s\n' Enter s Ctrl-U "text: mine.yaml" Enter q >"$work/chosen/keys"
(cd "$work/chosen" && XDG_STATE_HOME=$PWD/state "$veto" play --keys keys >out 2>err)
listed=$(sed -n 3,5p "$work/chosen/out")
holds "a session that was gone on with is not listed again" test "$listed" = " Files
  2016-10-08  Two drafts on Aleppo                           session, 2 changes
 Lessons: a question, and a scenario that answers it"

# ---- help ----

run --help
golden help.txt
cp "$work/out" "$work/help"
for form in -h help; do
    run $form
    holds "veto $form is the same" cmp "$work/help" "$work/out"
done
for command in play run handout odds whatif flips sweep check list new lesson who power history help; do
    run $command --help
    golden "help-$command.txt"
    holds "help for $command fits 80 columns" sh -c '! grep ".\{81\}" "$1"' - "$work/out"
    cp "$work/out" "$work/help"
    run help $command
    holds "veto help $command is the same" cmp "$work/help" "$work/out"
    holds "the manual has the command $command" grep -q "^\.It Cm $command\$" docs/veto.1
    for option in $(sed -n 's/^  \(-h, \)*--\([a-z-]*\) .*/\2/p' "$work/help"); do
        holds "the manual has its option --$option" \
            grep -Eq "^\.It .*Fl -$option( |\$)" docs/veto.1
    done
done
for rules in $(sed -n '/^Rules:/,/^$/s/^  \([a-z0-9-]*\)  .*/\1/p' tests/expected/help-power.txt); do
    holds "the manual has the rules $rules" grep -Eq "^\.Cm .*$rules( |\$)" docs/veto.1
done
for action in $(sed -n '/^Actions:/,/^$/s/^  \([a-z]*\) .*/\1/p' tests/expected/help-history.txt); do
    holds "the manual has the action $action" grep -Eq "^\.It Cm $action( |\$)" docs/veto.1
done
for option in $(sed -n 's/^\.It \(Fl h , \)*Fl -\([a-z-]*\).*/\2/p' docs/veto.1); do
    holds "the manual's option --$option is there" grep -q -- "--$option " tests/expected/help-*.txt
done
if man --version >/dev/null 2>&1; then
    man --warnings -l docs/veto.1 2>"$work/err" >/dev/null
    holds "the manual has no mistakes" test ! -s "$work/err"
fi
if command -v mandoc >/dev/null; then
    holds "nor does mandoc find any" mandoc -T lint docs/veto.1
fi
run --version
holds "the version" grep -Eqx 'veto [0-9]+\.[0-9]+\.[0-9]+' "$work/out"
run run --version
holds "the version, of a command" grep -Eqx 'veto [0-9]+\.[0-9]+\.[0-9]+' "$work/out"

# ---- every report as a page ----

for words in "run korea-1950 --why" "odds korea-1950" "flips korea-1950" "power 1950" \
    "whatif korea-1950 --set council.required_majority=8" "history $votes list" "history $votes topics" "history $votes chart" \
    "history $votes show S/2016/846" "history $votes check" "history $votes under two-vetoes" \
    "history $votes replay S/2016/846" "history $votes meeting 2016-10-08" "history $votes compare $ballots" \
    "history $PWD/tests/history/made.csv expect --date 2016-10-08"; do
    # shellcheck disable=SC2086
    run $words --html
    check "veto $words as HTML" 0 any any
    holds "one file of it" sh -c 'head -n 1 "$1" | grep -Fqx "<!DOCTYPE html>" &&
        test "$(tail -n 1 "$1")" = "</html>"' - "$work/out"
    # shellcheck disable=SC2086
    run $words --markdown
    check "veto $words as Markdown" 0 any any
    holds "some of it" test -s "$work/out"
    # shellcheck disable=SC2086
    run $words --csv
    check "veto $words as CSV" 0 any any
    holds "with more than its heading" test "$(wc -l <"$work/out")" -gt 1
done

# ---- where there is nothing, CSV has the heads of its tables ----

run flips iraq-2003 --csv
check "flips without a vote" 0 "draft,to,size,chance,ways,flip

draft,member,name,decisive
" ""
run history tests/history/made.csv chart --year 1945 --csv
sed -n '/,0,0,0/!p' "$work/out" >"$work/heads"
mv "$work/heads" "$work/out"
check "charts of no votes" 0 "period,votes,adopted,vetoed,failed,vetoes_CHN,vetoes_FRA,vetoes_RUS,\
vetoes_GBR,vetoes_USA

topic,votes,adopted,vetoed,failed

period,first,second,shared,alike

period,votes,missed,exact,one_more,all_in_favour

margin,votes,adopted,vetoed,failed

period,rules,votes,adopted,vetoed,failed
" ""
run history tests/history/made.csv chart --year 1945
check "for readers only that" 0 "Charts of recorded votes of 1945
================================
0 votes.
" ""
for words in run odds "power --in" "whatif --set council.required_majority=8"; do
    # shellcheck disable=SC2086
    run $words iraq-2003 --csv
    check "veto $words without a vote" 0 any ""
    holds "begins with its head" grep -q "^[a-z]*,[a-z_,]*$" "$work/out"
done
for words in list topics "under two-vetoes" "check --problems" "compare tests/history/made.csv"; do
    year="--year 1945"
    case $words in c*) year= ;; esac
    # shellcheck disable=SC2086
    run history tests/history/made.csv $words $year --csv
    check "history $words of nothing" 0 any ""
    holds "begins with its head" grep -q "^[a-z]*,[a-z_,]*$" "$work/out"
done

# ---- output ----

if [ -c /dev/full ]; then
    for words in "run aleppo-2016" "run aleppo-2016 --json" "check aleppo-2016" "list" \
        "list --json" "list --source korea-1950" "power 1950" "power 1950 --json" \
        "power 1950 --csv" "power 1950 --bars" "history $votes check" "history $ballots list" \
        "history $ballots list --json" "history $votes export S/2016/846" "odds korea-1950" \
        "odds korea-1950 --json" "odds korea-1950 --html" "odds korea-1950 --markdown" \
        "flips korea-1950" "flips korea-1950 --json" \
        "whatif korea-1950 --set council.required_majority=8" \
        "new 2027" "lesson" "lesson --json" "who 2027-03-15" "handout korea-1950 --sheet class" "handout korea-1950 --sheet teacher" \
        "sweep korea-1950 --vary council.required_majority=7,8" \
        "play korea-1950 --keys tests/keys/readme.txt" "--help" "run --help" "--version"; do
        # shellcheck disable=SC2086
        "$veto" $words >/dev/full 2>"$work/err"
        status=$?
        : >"$work/out"
        check "veto $words to a full disk" 3 "" \
            "veto: cannot write standard output: No space left on device
"
    done
fi
"$veto" list >&- 2>"$work/err"
status=$?
: >"$work/out"
check "no standard output at all" 3 "" "veto: cannot write standard output: Bad file descriptor
"
for words in "run -" "check -" "odds -" "power -" "play --keys tests/keys/readme.txt -"; do
    # shellcheck disable=SC2086
    "$veto" $words <&- >"$work/out" 2>"$work/err"
    status=$?
    check "veto $words without standard input" 3 "" "standard input: error: Bad file descriptor
"
done
"$veto" run scenarios/aleppo-2016.yaml <&- >"$work/out" 2>&-
holds "a file is read without standard input and errors" cmp "$work/aleppo" "$work/out"
for words in "check - -" "power - 1950 -" "power --in - -" "play --keys - -" \
    "history - show -"; do
    # shellcheck disable=SC2086
    wrong "standard input twice: veto $words" 2 \
        "'-' stands for standard input, which can be read once, not 2 times" $words
done
{ "$veto" run aleppo-2016 --why 2>"$work/err" || :; } | head -n 1 >"$work/out"
status=0
check "a pipe that is closed early makes no noise" 0 "Two drafts on Aleppo
" ""
mkfifo "$work/pipe"
: <"$work/pipe" &
exec 3>"$work/pipe"
wait $! # now nobody reads
(trap '' PIPE; exec "$veto" run aleppo-2016 --why >&3 2>"$work/err")
status=$?
exec 3>&-
: >"$work/out"
check "nor where the signal is ignored" 3 "" ""

escape=$(printf '\033')
run run aleppo-2016 --color=always
holds "colour on request" grep -q "$escape" "$work/out"
run_with NO_COLOR=1 run aleppo-2016 --color always
holds "colour on request, whatever NO_COLOR says" grep -q "$escape" "$work/out"
sed "s/$escape\[[0-9]*m//g" "$work/out" >"$work/plain"
run run aleppo-2016
holds "no colour without a terminal" cmp "$work/plain" "$work/out"
run_with LC_ALL=C run aleppo-2016
holds "ASCII where the locale is no more" sh -c '! LC_ALL=C grep -q "[^ -~]" "$1"' - "$work/out"
run run aleppo-2016 --why
holds "lines of at most 80 columns, addresses aside" sh -c \
    '! grep -v "^ *https://" "$1" | grep -Eq "^.{81}"' - "$work/out"

# A terminal, where there is a program that makes one.
terminal() {
    TERM=xterm script -qec "$*" /dev/null </dev/null >"$work/out" 2>"$work/err"
}
if command -v script >/dev/null 2>&1; then
    terminal "$veto run aleppo-2016"
    holds "colour on a terminal" grep -q "$escape" "$work/out"
    terminal "NO_COLOR=1 $veto run aleppo-2016"
    holds "none with NO_COLOR" sh -c '! grep -q "$(printf "\033")" "$1"' - "$work/out"
    terminal "NO_COLOR= $veto run aleppo-2016"
    holds "colour with an empty NO_COLOR" grep -q "$escape" "$work/out"
    terminal "TERM=dumb $veto run aleppo-2016"
    holds "none on a dumb terminal" sh -c '! grep -q "$(printf "\033")" "$1"' - "$work/out"
    shows_trials() {
        grep -q "of at most 1099511627776 trials; Ctrl-C ends it with what it has" "$work/out"
    }
    until_interrupted shows_trials terminal "echo \$\$ >$work/pid; \
        exec $veto odds aleppo-2016 --precision 0.000001 --threads 1"
    holds "a long run shows on a terminal how far it is" shows_trials
    holds "and then what it has" grep -q "Monte Carlo, stopped before it was" "$work/out"
    shows_points() { grep -q "[0-9] of 500001 points" "$work/out"; }
    until_interrupted shows_points terminal "echo \$\$ >$work/pid; \
        exec $veto sweep aleppo-2016 --vary $tendency=0:1:0.000002 --method monte-carlo \
        --trials 1000 --threads 2 >/dev/null"
    holds "so does a long sweep" shows_points
    if command -v setsid >/dev/null 2>&1; then
        terminal "setsid -w $veto play aleppo-2016 </dev/null"
        holds "a screen without a keyboard" grep -q "^veto: 'veto play' needs a terminal for its keys: \
/dev/tty: No such device or address" "$work/out"
    fi
    terminal "stty cols 50; $veto run aleppo-2016 --color never"
    holds "lines as narrow as the terminal" sh -c \
        '! tr -d "\r" <"$1" | grep -v "^ *https://" | grep -Eq "^.{51}"' - \
        "$work/out"
fi

# The command line that the chamber shows, pasted: a file with a leading dash, words longer than the
# line, quotes, blanks and wide characters.
mkdir "$work/paste" || exit 1
cp scenarios/aleppo-2016.yaml "$work/paste/-mine.yaml"
echo c >"$work/paste/keys"
about="about=It's \"long\",  with blanks, é and 安全$(printf ' word%d' 1 2 3 4 5 6 7 8 9 10 11 12)"
cat >"$work/paste/veto" <<'EOF'
#!/bin/sh
printf '<%s>' "$@"
EOF
chmod +x "$work/paste/veto"
for size in 80x60 100x60 160x60; do
    (cd "$work/paste" && "$veto" play ./-mine.yaml --set "$about" --set members.UK.firm=true \
        --keys keys --size "$size" --screens shown >"$work/out" 2>"$work/err")
    status=$?
    sed -n '/^ *veto run /,/^ *--set members.UK.firm=true$/p' "$work/paste/shown/0001.txt" \
        >"$work/paste/pasted"
    (cd "$work/paste" && PATH=.:$PATH sh pasted) >"$work/out" 2>"$work/err"
    check "a command line of $size can be pasted" 0 \
        "<run><./-mine.yaml><--set><$about><--set><members.UK.firm=true>" ""
done

echo "1..$number"
