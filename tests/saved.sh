#!/bin/sh
# What a saved session holds, and what becomes of it where its scenario has changed, has gone or is
# somebody else's. Usage: tests/saved.sh CRASH VETO; speaks TAP. tests/crash.c plays in a terminal.

whole() {
    case $1 in
    /*) echo "$1" ;;
    *) echo "$PWD/$1" ;;
    esac
}
crash=$(whole "$1")
veto=$(whole "$2")
votes=$(whole tests/history/sciencespo.csv)
work=$(mktemp -d) || exit 1
work=$(cd "$work" && pwd -P)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0
HOME=$work/home
XDG_STATE_HOME=$work/state
TERM=xterm
export HOME XDG_STATE_HOME TERM

same() { # NAME EXPECTED GOT
    number=$((number + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        printf 'expected: %s\ngot: %s\n' "$2" "$3" | sed 's/^/# /'
    fi
}

scenario() { # TITLE
    printf 'veto: 1\ntitle: %s\ndate: 2016-10-08\ndrafts: {d: {title: D}}\nprogramme:\n' "$1"
    echo '  - event: {text: it begins}'
    echo '  - vote: d'
}

# save WORD PATH: plays a little, changes the majority, and saves
save() {
    rm -f "$2"
    printf '%s\n' Space Space "(" s Ctrl-U "text: $2" Enter >"$work/keys"
    "$veto" play "$1" --keys "$work/keys" --size 100x24 2>&1 | tail -n 1
}
saved=" The session is saved; 'veto play' and its name take it up again"

# screen WORD KEY...: what is on screen behind these keys
screen() {
    word=$1
    shift
    printf '%s\n' "# keys" "$@" >"$work/keys"
    "$veto" play "$word" --keys "$work/keys" --size 100x24 2>&1
}
list() { screen "$@" | sed -n 's/  *$//; /^ Files/,/^$/p; $p'; }

mkdir "$work/class" "$work/sent" "$work/class/below"
cd "$work/class" || exit 1

# ---- the scenario, as it was changed ----

same "a changed scenario is written" " The scenario is written, as it was changed" \
    "$(screen korea-1950 Space "(" Y Ctrl-U "text: mine.yaml" Enter | tail -n 1)"
same "with its changes and no others" \
    "$("$veto" whatif korea-1950 --set council.required_majority=6 --yaml)" "$(cat mine.yaml)"
same "and it is one" "mine.yaml: ok, 11 members, 1 draft" "$("$veto" check mine.yaml)"
rm mine.yaml

# ---- what it holds ----

scenario "Mine" >mine.yaml
same "a scenario of one's own" "$saved" "$(save mine.yaml monday.yaml)"
same "is held as a copy" "veto_session: 1
scenario: mine.yaml
changes:
  - council.required_majority=8
mode: expected
seed: 1
blind: true
place:
  shown: 2
  event: event
  item: programme.0
copy: |2+
$(sed 's/^/  /' mine.yaml)" "$(cat monday.yaml)"
save ../class/mine.yaml ../sent/up.yaml >../log
same "from a folder elsewhere by its whole path" "scenario: \"$work/class/mine.yaml\"" \
    "$(sed -n 2p ../sent/up.yaml)"
save below/../mine.yaml above.yaml >../log
same "from its own folder by its name" "scenario: mine.yaml" "$(sed -n 2p above.yaml)"
save aleppo-2016 ships.yaml >../log
same "what ships is not held" "scenario: aleppo-2016 0" \
    "$(sed -n 2p ships.yaml) $(grep -c '^copy\|^text' ships.yaml)"
"$veto" history "$votes" export S/2016/846 >vote.yaml
save - input.yaml <vote.yaml >../log
same "nor is standard input a copy" 'scenario: "standard input" text: |2+' \
    "$(sed -n '2p; s/^\(text.*\)/\1/p' input.yaml | paste -sd ' ' -)"
sed '1,/^text/d; s/^  //' input.yaml >text.yaml
same "but it is held as it was" "" "$(cmp vote.yaml text.yaml 2>&1)"

# ---- where it is sent ----

"$veto" run monday.yaml >expected
cp monday.yaml ../sent
mv mine.yaml kept.yaml
same "without the file it plays the same" "" "$(cd ../sent && "$veto" run monday.yaml 2>&1 |
    cmp - ../class/expected)"
same "without the file nobody is asked" " Mine" "$(screen monday.yaml | cut -c 1-5 | head -n 1)"
save monday.yaml ../sent/again.yaml >../log
same "and what is saved from it still says where the file was" \
    "scenario: \"$work/class/mine.yaml\"" "$(sed -n 2p ../sent/again.yaml)"
save monday.yaml again.yaml >../log
same "from the same folder as before" "scenario: mine.yaml" "$(sed -n 2p again.yaml)"
same "with its text" "" "$(sed '1,/^copy/d; s/^  //' again.yaml | cmp - kept.yaml 2>&1)"
same "and it is told by its name" "monday.yaml: ok, a session of 'mine.yaml', 15 members, 1 draft, \
President: the Russian Federation, by Rule 18; changed: council.required_majority=8" "$("$veto" check monday.yaml 2>&1)"

# ---- what stands where the file was ----

quiet() { same "$1 is passed over" "" "$("$veto" run monday.yaml 2>&1 | cmp - expected)"; }
mkfifo mine.yaml
quiet "a pipe"
rm mine.yaml
mkdir mine.yaml
quiet "a folder"
rmdir mine.yaml
ln -s /dev/zero mine.yaml
quiet "a device"
rm mine.yaml
if [ "$(id -u)" -ne 0 ]; then
    scenario "Locked" >mine.yaml
    chmod 0 mine.yaml
    quiet "what may not be read"
    rm -f mine.yaml
fi
cp kept.yaml mine.yaml
quiet "the same file"

# ---- where the file has changed ----

scenario "Yours" >mine.yaml
note="veto: monday.yaml: 'mine.yaml' has changed since; the text that this session holds is used \
('veto play' asks which)"
for command in check run odds whatif flips "sweep --vary council.required_majority=9" power \
    "power --in"; do
    # shellcheck disable=SC2086 # it is several words
    same "veto $command says so" "$note" "$("$veto" $command monday.yaml 2>&1 >../out)"
done
same "and plays what the session holds" "" "$("$veto" run monday.yaml 2>/dev/null | cmp - expected)"
same "from another folder likewise" "veto: ../class/monday.yaml: '../class/mine.yaml' has changed \
since; the text that this session holds is used ('veto play' asks which)" \
    "$(cd ../sent && "$veto" check ../class/monday.yaml 2>&1 >../out)"
asked=" The scenario's file has changed since: choose which of the two to play"
own="  2016-10-08  Mine                                                                with its own text"
same "veto play asks" " Files
▸${own# }
  2016-10-08  Yours                                                      with the file as it is now

$asked" "$(list monday.yaml)"
played() { screen "$@" | sed -n '1s/^ \([A-Z][a-z]*\) .*\(1 change\), \(step 2\).*/\1, \2, \3/p; $p'; }
same "its own text goes on where it was" "Mine, 1 change, step 2
 Taken up where it was left" "$(played monday.yaml Enter)"
same "and so does the file" "Yours, 1 change, step 2
 Taken up where it was left" "$(played monday.yaml Down Enter)"
printf '%s\n' Down Enter s Ctrl-U "text: yours.yaml" Enter >../keys
"$veto" play monday.yaml --keys ../keys >../log
same "what is saved then holds what the file has" "" \
    "$(sed '1,/^copy/d; s/^  //' yours.yaml | cmp - mine.yaml 2>&1)"
same "a list of several has both, too" " Files
$own
  2016-10-08  Yours                                                      with the file as it is now
  1950-06-25  The empty chair                                                               1 draft" \
    "$(printf '# keys\n' >../keys && "$veto" play monday.yaml korea-1950 --keys ../keys --size 100x24 |
        sed 's/^▸/ /; s/  *$//' | sed -n '/^ Files/,/empty/p' | head -n 4)"
same "standard input is asked about, too" " Files
▸${own# }
  2016-10-08  Yours                                                      with the file as it is now

$asked" "$(printf '# keys\n' >../keys && "$veto" play - --keys ../keys --size 100x24 <monday.yaml |
    sed -n 's/  *$//; /^ Files/,/^$/p; $p')"
echo "title: broken" >mine.yaml
same "a file with mistakes is offered with them" " Files
▸ 2016-10-08  Mine  with its own text
  mine.yaml  3 mistakes

$asked" "$(list monday.yaml | sed 's/   */  /g')"
same "and is not played" " It has 3 mistakes; 'veto check' shows all that is wrong" \
    "$(screen monday.yaml Down Enter | tail -n 1)"
cp monday.yaml mine.yaml
same "a session is no scenario of one" " It has" \
    "$(screen monday.yaml Down Enter | tail -n 1 | cut -c 1-7)"

# ---- sessions as they were before ----

scenario "Old" >old.yaml
printf 'veto_session: 1\nscenario: old.yaml\n' >before.yaml
same "one without a text reads the file" Old "$("$veto" run before.yaml 2>&1 | head -n 1)"
scenario "New" >old.yaml
same "as it is now" New "$("$veto" run before.yaml 2>&1 | head -n 1)"
{
    printf 'veto_session: 1\nscenario: old.yaml\ntext: |2+\n'
    scenario "Held" | sed 's/^/  /'
} >before.yaml
same "one with a text reads that, whatever is called so" Held \
    "$("$veto" run before.yaml 2>&1 | head -n 1)"
same "and asks nothing" "Press Space to begin" "$(screen before.yaml | grep -o 'Press Space to begin')"
{
    printf 'veto_session: 1\nscenario: aleppo-2016\ncopy: |2+\n'
    scenario "Held" | sed 's/^/  /'
} >before.yaml
same "what ships is not held against a copy" Held "$("$veto" run before.yaml 2>&1 | head -n 1)"

# ---- to the byte ----

byte() { # NAME BYTES: a scenario with that in its title
    printf 'veto: 1\ntitle: "T%b"\ndate: 2016-10-08\ndrafts: {d: {title: D}}\n# the end%b' "$2" "$2" \
        >byte.yaml
    save byte.yaml session.yaml >../log
    same "$1 is no change" "" "$("$veto" run session.yaml 2>&1 >../out)"
    "$veto" run byte.yaml --set council.required_majority=8 >../expected
    rm byte.yaml
    same "and is held" "" "$("$veto" run session.yaml 2>&1 | cmp - ../expected)"
}
byte "a text as any" ""
byte "a tab" '\t'
byte "an accent" '\303\251'
byte "a sign of the private use" '\364\217\274\215'
byte "a no-break space" '\302\240'
byte "a blank at the end" ' '
scenario "Windows" | sed "s/\$/$(printf '\r')/" >windows.yaml
save windows.yaml session.yaml >../log
rm windows.yaml
same "lines that end as in Windows" Windows "$("$veto" run session.yaml 2>&1 | head -n 1)"
{
    printf '\357\273\277'
    scenario "A mark"
} >mark.yaml
save mark.yaml session.yaml >../log
same "a mark of byte order" "A mark" "$("$veto" run session.yaml 2>&1 | head -n 1)"

# ---- what was left unfinished ----

scenario "Mine" >mine.yaml
"$crash" "Press Space" "  " "it begins" -- "$veto" play mine.yaml
scenario "Yours" >mine.yaml
unfinished() {
    printf '%s\n' "# keys" "$@" >../keys
    (cd / && "$veto" play --keys "$work/keys" --size 100x24 2>&1)
}
same "what was left has both" " Left unfinished
▸ 2016-10-08  Mine  0 changes, left
  2016-10-08  Yours  with the file as it is now" \
    "$(unfinished | sed 's/left 2.*/left/; s/   */  /g' | sed -n '/^ Left/,/Yours/p' |
        sed 's/^▸/▸/; s/^  2/  2/')"
same "and goes on with either" "Yours" "$(unfinished Down Enter | sed -n '1s/^ \([A-Z][a-z]*\) .*/\1/p')"
same "what is taken away is away with both" "" "$(unfinished Down Delete Delete |
    grep 'Left unfinished\|Mine\|Yours')"

# ---- two programs ----

cp kept.yaml mine.yaml
rm -rf "$XDG_STATE_HOME"
cp monday.yaml shared.yaml
printf '%s\n' "(" s Ctrl-U "text: shared.yaml" Enter Enter >../keys
# what the other program does in between; the key behind it is the first one's
other="!'$veto' play shared.yaml --keys ../keys --size 100x24 >../log; "
clear=$(printf '\025')
enter=$(printf '\r')
told() { # NAME STEP...: the last step is what the first program is told
    name=$1
    shift
    same "$name" "" "$("$crash" "Taken up" "$@" -- "$veto" play shared.yaml 2>&1)"
    same "and what the other one wrote is there" \
        "$saved" "$(tail -n 1 ../log)"
}
told "of two programs with a session the one that saves second is told" "${other}s" \
    "Save as" "${clear}shared.yaml$enter" \
    "Another program has written it since: Enter once more replaces it, Esc does not"
told "even where the other saves while it is asked" s "Save as" "${clear}shared.yaml$enter" \
    "here is such a file" "$other$enter" \
    "annot write 'shared.yaml': another program has"

echo "1..$number"
