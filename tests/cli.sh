#!/bin/sh
# The command line: every status, every message, every meeting that ships. Usage, from the root of
# the source: tests/cli.sh PROGRAM. With VETO_UPDATE=1 the files in tests/expected are written
# instead of compared: read the difference before committing it.

case $1 in
/*) veto=$1 ;;
*) veto=$PWD/$1 ;;
esac
work=$(mktemp -d) || exit 1
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
    run_with LC_ALL=C.UTF-8 "$@"
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
        run run "$scenario" --mode $mode --seed 7
        golden "$scenario-$mode.txt"
        run run "$scenario" --mode $mode --seed 7 --json
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
    grep -q "The President puts draft evacuation to the vote." "$work/out"

run run aleppo-2016 --mode sampled
holds "a draw without a seed names the seed it has" \
    grep -q "with seed 1\.$" "$work/out"
cp "$work/out" "$work/seed"
run run aleppo-2016 --mode sampled --seed 1
holds "and that seed gives the same" cmp "$work/seed" "$work/out"

run run aleppo-2016 --json --seed 9223372036854775807
holds "the largest seed comes out whole" grep -q '"seed": 9223372036854775807,' "$work/out"

# ---- scenarios that are wrong ----

wrong "a name with a slip" 1 \
    "no scenario 'alepo-2016'; did you mean 'aleppo-2016'? 'veto list' shows those that ship" \
    run alepo-2016
wrong "a name like no other" 1 \
    "no scenario and no file 'zzz'; 'veto list' shows the scenarios that ship" run zzz
wrong "a name with a control character" 1 \
    "no scenario and no file 'z\\x1bz'; 'veto list' shows the scenarios that ship" \
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
        "/dev/zero: error: is larger than 1 MiB, the most that a scenario may be
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

# ---- check and list ----

run check $scenarios
check "all that ships is right" 0 "aleppo-2016: ok, 15 members, 3 drafts
korea-1950: ok, 11 members, 1 draft
settlements-2016: ok, 15 members, 1 draft
ukraine-2022: ok, 15 members, 1 draft
" ""
"$veto" list --source korea-1950 >"$work/korea.yaml" 2>"$work/err"
holds "the file of a scenario is written as it is" cmp "$work/korea.yaml" scenarios/korea-1950.yaml
"$veto" check - --set council.president=USA <"$work/korea.yaml" >"$work/out" 2>"$work/err"
status=$?
check "check reads standard input" 0 "standard input: ok, 11 members, 1 draft
" ""
run list
golden list.txt
run list --json
golden list.json
wrong "no such file to write" 1 \
    "no scenario 'korea-1951'; did you mean 'korea-1950'? 'veto list' shows those that ship" \
    list --source korea-1951
for file in scenarios/*.yaml; do
    name=$(basename "$file" .yaml)
    run list --source "$name"
    holds "$file ships" cmp "$file" "$work/out"
done

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
wrong "a colour that is none" 2 \
    "option '--color' cannot be 'red': it is auto, always or never" run x --color=red
wrong "no scenario" 2 "'veto run' needs a scenario, as in 'veto run aleppo-2016'; 'veto list' \
shows those that ship" run
wrong "two scenarios" 2 "'veto run' takes one operand, not 2; see 'veto run --help'" run a b
wrong "an operand too many" 2 "'veto list' takes no operands, not 1; see 'veto list --help'" list a
wrong "help on nothing" 2 "unknown command 'lits'; did you mean 'list'?" help lits
wrong "behind -- all are operands" 1 \
    "no scenario and no file '--json'; 'veto list' shows the scenarios that ship" run -- --json
run run --json -- aleppo-2016
cp "$work/out" "$work/json"
run run aleppo-2016 --json
holds "options before --" cmp "$work/json" "$work/out"
wrong "play without a terminal" 2 "'veto play' needs a terminal on standard output; \
'veto run aleppo-2016' writes the meeting as text" play aleppo-2016

wrong "screens without keys" 2 "'--screens' goes with '--keys', which plays without a terminal" \
    play aleppo-2016 --screens "$work/screens"
wrong "a size without keys" 2 "'--size' goes with '--keys', which plays without a terminal" \
    play aleppo-2016 --size 80x24
for size in 80 80x 0x24 80x0 80x1001 1e2x24 80x24x2 -1x24; do
    wrong "no size: $size" 2 \
        "option '--size' cannot be '$size': it is two numbers from 1 to 1000, as in 80x24" \
        play aleppo-2016 --keys x --size "$size"
done

# ---- a script of keys ----

# The n-th picture in README.md.
picture() {
    awk -v n="$1" '/^```/ { on = 0 } on; /^```text/ { on = ++count == n }' README.md
}
run play aleppo-2016 --keys tests/keys/change.txt
picture 2 >"$work/picture"
holds "the second picture in README.md is what the program shows" cmp "$work/picture" "$work/out"
run play aleppo-2016 --keys tests/keys/readme.txt
picture 1 >"$work/picture"
holds "and so is the first" cmp "$work/picture" "$work/out"
printf '1\n\n  # a comment\n Space \ntext: wj\nEsc\n' >"$work/keys"
run play aleppo-2016 --keys "$work/keys" --size 120x40 --screens "$work/screens"
check "screens go into a folder" 0 "" ""
holds "one a key, and one at the start" test "$(ls "$work/screens" | tr '\n' ' ')" = \
    "0000.txt 0001.txt 0002.txt 0003.txt 0004.txt 0005.txt "
holds "the first is the title" grep -q "Press Space to open the meeting" "$work/screens/0000.txt"
holds "then a vote is put" grep -q "In favour   0" "$work/screens/0001.txt"
holds "and taken" grep -q "In favour  11" "$work/screens/0002.txt"
holds "typed text is keys" grep -q "Y+  Malaysia" "$work/screens/0004.txt"
holds "and Esc closes" cmp "$work/screens/0002.txt" "$work/screens/0005.txt"
run play aleppo-2016 --keys "$work/keys" --size 120x40 --screens "$work/screens"
check "a folder that is there is used" 0 "" ""
printf '1\nSpace\n' | "$veto" play aleppo-2016 --keys - >"$work/out" 2>"$work/err"
holds "keys come from standard input" cmp "$work/picture" "$work/out"
printf 'q\n1\n' >"$work/keys"
run play aleppo-2016 --keys "$work/keys"
holds "q ends it" grep -q "Press Space to open the meeting" "$work/out"
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
 hint: a line is one character, a key such as Space, Enter, Esc, Left or Page-Down, or 'text:' and what to type
"
run play aleppo-2016 --keys "$work/nothing"
check "no such script" 1 "" "$work/nothing: error: No such file or directory
"
wrong "no such folder" 3 "cannot make the folder '$work/no/where': No such file or directory" \
    play aleppo-2016 --keys tests/keys/readme.txt --screens "$work/no/where"
wrong "a folder that is a file" 3 "cannot write '$work/keys/0000.txt': Not a directory" \
    play aleppo-2016 --keys tests/keys/readme.txt --screens "$work/keys"

# ---- help ----

run --help
golden help.txt
cp "$work/out" "$work/help"
for form in -h help; do
    run $form
    holds "veto $form is the same" cmp "$work/help" "$work/out"
done
for command in play run check list help; do
    run $command --help
    golden "help-$command.txt"
    cp "$work/out" "$work/help"
    run help $command
    holds "veto help $command is the same" cmp "$work/help" "$work/out"
    holds "the manual has the command $command" grep -q "^\.It Cm $command\$" docs/veto.1
    for option in $(sed -n 's/^  \(-h, \)*--\([a-z]*\) .*/\2/p' "$work/help"); do
        holds "the manual has its option --$option" \
            grep -Eq "^\.It .*Fl -$option( |\$)" docs/veto.1
    done
done
for option in $(sed -n 's/^\.It \(Fl h , \)*Fl -\([a-z]*\).*/\2/p' docs/veto.1); do
    holds "the manual's option --$option is there" grep -q -- "--$option " tests/expected/help-*.txt
done
if man --version >/dev/null 2>&1; then
    man --warnings -l docs/veto.1 2>"$work/err" >/dev/null
    holds "the manual has no mistakes" test ! -s "$work/err"
fi
run --version
holds "the version" grep -Eqx 'veto [0-9]+\.[0-9]+\.[0-9]+' "$work/out"
run run --version
holds "the version, of a command" grep -Eqx 'veto [0-9]+\.[0-9]+\.[0-9]+' "$work/out"

# ---- output ----

if [ -c /dev/full ]; then
    for words in "run aleppo-2016" "run aleppo-2016 --json" "check aleppo-2016" "list" \
        "list --json" "list --source korea-1950" "--help" "run --help" "--version"; do
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
{ "$veto" run aleppo-2016 --why 2>"$work/err" || :; } | head -n 1 >"$work/out"
status=0
check "a pipe that is closed early makes no noise" 0 "Two drafts on Aleppo
" ""
(trap '' PIPE; sleep 1; "$veto" run aleppo-2016 --why 2>"$work/err"; echo $? >"$work/status") | :
status=$(cat "$work/status")
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
holds "lines of at most 80 columns" sh -c '! grep -Eq "^.{81}" "$1"' - "$work/out"

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
    terminal "stty cols 50; $veto run aleppo-2016 --color never"
    holds "lines as narrow as the terminal" sh -c '! tr -d "\r" <"$1" | grep -Eq "^.{51}"' - \
        "$work/out"
fi

echo "1..$number"
