#!/bin/sh
# terminal.sh VETO: the program in a real terminal, by tmux: keys in, screen out, every way of
# leaving, and the terminal as it was. Run from the top of the source; speaks TAP.
# shellcheck disable=SC2317 # functions that until_ calls
set -u

veto=$1
number=0
failures=0
work=$(mktemp -d)
XDG_STATE_HOME=/dev/null # whoever runs this may have left something unfinished
export XDG_STATE_HOME
server=0 # a server of its own for every terminal: one that is going down refuses new ones

tm() { tmux -L "veto-$$-$server" -f /dev/null "$@"; }

next_server() {
    tm kill-server 2>/dev/null
    server=$((server + 1))
}

finish() {
    tm kill-server 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

# check NAME STATUS: one line of TAP; on failure with what is on the screen
check() {
    number=$((number + 1))
    if [ "$2" -eq 0 ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        screen | sed 's/^/# /'
        failures=1
    fi
}

# start COLUMNS ROWS COMMAND...: a new terminal whose shell notes the state of the line, runs the
# command, and notes how it ended
start() {
    columns=$1
    rows=$2
    shift 2
    next_server
    rm -f "$work"/before "$work"/after "$work"/status
    printf 'echo $$ >"%s"\nexec %s\n' "$work/pid" "$*" >"$work/command"
    cat >"$work/session" <<END
trap : INT # or Ctrl-C would end this shell too
printf 'the shell was here\n'
stty -g >"$work/before"
sh "$work/command"
echo \$? >"$work/status"
stty -g >"$work/after"
sleep 1000
END
    tm new-session -d -x "$columns" -y "$rows" "sh '$work/session'"
}

screen() { tm capture-pane -p -J 2>/dev/null; }
keys() { tm send-keys "$@"; }

# until_ COMMAND...: waits for the command to succeed. Where it has not in ten minutes it never will,
# nor will what comes behind it: that ends the test.
until_() {
    tries=12000
    until "$@"; do
        tries=$((tries - 1))
        if [ "$tries" -eq 0 ]; then
            check "what came before '$*'" 1
            exit 1
        fi
        sleep 0.05
    done
}

shows() { screen | grep -qF -- "$1"; }
sees() { until_ shows "$1"; }
shows_like() { screen | grep -qE -- "$1"; }
ended() { [ -s "$work/after" ]; }
lacks() { ! shows "$1"; }

# The terminal is as it was: same line settings, main screen, cursor visible.
usable() {
    until_ ended && cmp -s "$work/before" "$work/after" &&
        [ "$(tm display-message -p '#{alternate_on}#{cursor_flag}#{keypad_flag}')" = 010 ]
}
restored() { usable && shows "the shell was here"; }

# left STATUS: ended with it, and restored
left() { restored && [ "$(cat "$work/status")" = "$1" ]; }

pid() { cat "$work/pid"; }
alive() { kill -0 "$(pid)" 2>/dev/null; }

play() { start "$1" "$2" "env $3 $veto play aleppo-2016"; }

# under_a_shell COMMAND...: the command, typed at the prompt of a shell
under_a_shell() {
    next_server
    tm new-session -d -x 80 -y 24 "env PS1='prompt> ' sh -i"
    sees "prompt>"
    keys "$*" Enter
}

# The shell has read all that came before.
shell_is_idle() {
    keys "echo all is re''ad" Enter
    sees "all is read"
}

# paste TEXT [-p]: from the clipboard; -p as a terminal does that brackets what is pasted
paste() {
    printf '%s' "$1" | tm load-buffer -
    # shellcheck disable=SC2086
    tm paste-buffer -r $2
}

# sends BYTE...: what no key of tmux is, in hexadecimal
sends() { tm send-keys -H "$@"; }

# ---- from the title to the outcome ----

play 80 24 ""
sees "Two drafts on Aleppo" && sees "Press Space to begin"
check "the title screen says what to press" $?
keys Space
sees "Before the meeting" && sees "cease-fire"
check "space goes to what was before the meeting" $?
keys 1
sees "In favour   0"
check "1 goes to the vote on the first draft" $?
keys Space
until_ shows_like "ballot ([2-9]|1[0-5]) of 15" && sees "The roll is called: Space to the result"
check "Space begins the vote, and the roll is called" $?
keys Space
sees "VETOED" && sees "11 in favour, 2 against, 2 abstaining" &&
    sees "negative vote of a permanent member: the Russian Federation"
check "the first draft is vetoed by Russia at 11 in favour" $?
keys BSpace
sees "In favour   0" && until_ lacks "VETOED"
check "backspace takes the vote back" $?
keys 2 Space Space
sees "4 of the 9 votes in favour" && sees "that was no veto"
check "the second draft failed, and that was no veto" $?
keys End
sees "The meeting rises"
check "End goes to the end" $?
keys g
sees "Press Space to begin"
check "g goes to the start" $?
keys '?'
sees "on to the next step of the meeting"
check "? shows the help" $?
keys Escape
until_ lacks "on to the next step"
check "Escape closes it" $?
keys q
left 0
check "q leaves, and the terminal is as it was" $?

# ---- the class predicts ----

play 80 24 ""
sees "Press Space"
keys 1 P n V
sees "Outcome     vetoed" && sees "abstaining, 14 open"
check "P takes what the class expects" $?
keys Space Space
sees "The class: the outcome as predicted, 1 of 1"
check "and the result has its score" $?
keys q q # a prediction is not saved
left 0
check "and out of that" $?

play 80 24 ""
sees "Press Space"
keys 1 t
until_ shows_like "ballot ([2-9]|1[0-5]) of 15"
check "t calls the roll by itself" $?
sees "The roll is called" && keys t
sees "Stopped: Space goes to the result"
keys '?'
sees "on to the next step of the meeting" # t has been read by then
keys Escape
until_ lacks "on to the next step"
before=$(screen) && sleep 1.5 && [ "$(screen)" = "$before" ]
check "and t stops it" $?
keys q
left 0
check "and out of that too" $?

# ---- one thing is changed ----

play 80 24 ""
sees "Press Space"
keys 1 Space Space w a
sees "vetoed 11-2-2    adopted 11-1-3"
check "a ballot is changed, and the outcome stands beside the one before" $?
keys u
sees "Outcome        vetoed 11-2-2" && until_ lacks "adopted 11-1-3"
check "u takes it back" $?
keys Down Down
points() { [ "$(tm display-message -p '#{cursor_x},#{cursor_y},#{cursor_flag}')" = "$1" ]; }
until_ points 1,4,1
check "the cursor stands on the member selected" $?
keys o
sees "Odds: Two drafts on Aleppo" && sees "Vetoed, with a vote against by"
check "o shows the odds" $?
until_ [ "$(tm display-message -p '#{cursor_flag}')" = 0 ]
check "where nothing is selected there is no cursor" $?
keys f
sees "To be adopted, it takes 1 other ballot" && sees "The Russian Federation abstains instead"
check "f shows what would have changed the vote" $?
keys C-r c
sees "--set drafts.french.ballots.RUS=abstain"
check "Ctrl-R makes it again, and c shows the command line" $?
keys q q # nor is a change
left 0
check "and out of it" $?

# ---- the mouse ----

# click COLUMN ROW, from 0, as the terminal reports it
click() {
    for button in 20 23; do # down, and up again
        tm send-keys -H 1b 5b 4d $button "$(printf %x $(($1 + 33)))" "$(printf %x $(($2 + 33)))"
    done
}
takes_mouse() { [ "$(tm display-message -p '#{mouse_any_flag}')" = "$1" ]; }
play 80 24 ""
sees "Press Space"
until_ takes_mouse 1
check "clicks are asked of the terminal" $?
click 2 23
sees "Before the meeting"
check "a click on the bar of keys is that key" $?
click 2 5
sees "Openness"
check "a click on a seat opens the member's view" $?
keys Z
until_ takes_mouse 0
check "Z leaves the mouse to the terminal" $?
keys Z
until_ takes_mouse 1
keys q
left 0 && takes_mouse 0
check "and so does the end" $?
play 80 24 "" && sees "Press Space" && until_ takes_mouse 1
kill -SEGV "$(pid)"
left 139 && takes_mouse 0
check "and a crash" $?
start 80 24 "$veto play aleppo-2016 --no-mouse"
sees "Press Space" && takes_mouse 0
check "--no-mouse never asks" $?

# ---- choosing ----

start 80 24 "$veto play"
sees "Choose what to play"
check "without a scenario there is a list" $?
keys -l "aleppo russian"
sees "Two drafts on Aleppo" && until_ lacks "Suez"
check "it narrows as one types" $?
keys Enter
sees "Press Space to begin"
check "Enter plays" $?
keys q
sees "Search: aleppo russian"
check "q goes back to the list" $?
keys Escape
sees "to choose from"
keys Escape
left 0
check "and Esc out of it" $?
start 80 24 "$veto play tests/history/sciencespo.csv"
sees "Recorded votes"
keys -l "2016/846"
keys Enter
sees "Press Space to begin"
keys 1 Space Space
sees "VETO"
check "a vote of a history file" $?
keys q
sees "Search: 2016/846"
keys Escape
sees "to choose from"
keys Escape
left 0
check "and out of its list" $?

# ---- keeping ----

XDG_STATE_HOME=$work/state
export XDG_STATE_HOME
unfinished() { find "$work/state/veto" -name "*.yaml" 2>/dev/null | wc -l; }
kept() { [ "$(unfinished)" = "$1" ]; }
keep_env="XDG_STATE_HOME=$work/state"

play 80 24 "$keep_env"
sees "Press Space"
keys 1 Space Space w a
sees "adopted 11-1-3"
keys s
sees "Save as"
keys C-u
keys -l "$work/class.yaml"
keys Enter
sees "The session is saved"
check "s saves the session" $?
keys q
left 0 && kept 0
check "after which q leaves at once, and nothing is left unfinished" $?
"$veto" run "$work/class.yaml" --json | grep -q '"outcome": "adopted"'
check "veto run takes it up" $?
start 80 24 "$veto play $work/class.yaml"
sees "Taken up where it was left" && sees "ADOPTED"
check "and so does veto play, where it was left" $?
keys q
left 0
check "and q leaves" $?

play 80 24 "$keep_env"
sees "Press Space"
keys 1 Space Space w a
sees "adopted 11-1-3"
keys q
sees "not saved: s saves them, q leaves"
check "q with changes unsaved asks once" $?
keys q
left 0 && kept 0
check "and leaves then" $?

for signal in KILL HUP TERM SEGV; do
    play 80 24 "$keep_env"
    sees "Press Space"
    keys 1 Space Space w a
    sees "adopted 11-1-3" && until_ kept 1
    kill -$signal "$(pid)"
    until_ ended
    kept 1
    check "SIG$signal leaves the session" $?
    start 80 24 "env $keep_env $veto play"
    sees "Left unfinished" && sees "left 20" && sees "Two drafts on Aleppo"
    check "which is offered again" $?
    keys Enter
    sees "Taken up where it was left" && sees "ADOPTED"
    check "and taken up" $?
    keys q
    until_ shows "Choose what to play"
    keys Escape
    left 0 && kept 0
    check "and forgotten once it is left in peace" $?
done

# ---- other ways of leaving ----

play 80 24 ""
sees "Press Space"
keys C-c
left 130
check "Ctrl-C: status 130, restored" $?

for pair in TERM:143 HUP:129 SEGV:139 ABRT:134 BUS:135 FPE:136 ALRM:142 PIPE:141 34:162; do
    play 80 24 ""
    sees "Press Space"
    keys Space
    sees "Before the meeting"
    kill -"${pair%:*}" "$(pid)"
    left "${pair#*:}"
    check "SIG${pair%:*}: status ${pair#*:}, restored" $?
done

play 80 24 ""
sees "Press Space"
process=$(pid)
tm kill-server
gone() { ! kill -0 "$process" 2>/dev/null; }
until_ gone
check "the terminal vanishes: so does the program" $?

# ---- stop and go on ----

under_a_shell "$veto play aleppo-2016"
sees "Press Space"
keys Space
sees "Before the meeting"
keys C-z
until_ shows_like "Stopped|prompt>"
keys "stty -a | grep -o -e ' -*icanon' -e ' -*echo '" Enter
sees " icanon" && until_ lacks " -icanon"
check "Ctrl-Z gives the shell its terminal back" $?
keys "fg" Enter
sees "Before the meeting" && until_ lacks "icanon"
check "fg brings the screen back" $?
keys q
sees "prompt>"

# ---- a paste ----

two_lines=$(printf 'q\n: >%s/ran' "$work")

a_paste_in_a_field() {
    play 80 24 ""
    sees "Press Space"
    keys 1 /
    sees "Find:"
    paste "$(printf 'one\ntwo q\r\nthree')" -p
    sees "Find: one two q three"
    check "a paste goes into a field, on one line" $?
    keys Escape
    until_ lacks "Find:"
    paste "$two_lines" -p
    keys Space Space # the paste has been read when that has been
    sees "VETOED"
    check "a paste is nothing elsewhere" $?
    keys q
    left 0
    check "and out of that" $?
}

a_paste_in_the_browser() {
    start 80 24 "$veto play"
    sees "Choose what to play"
    paste "$(printf 'aleppo\nrussian\n')" -p
    sees "Search: aleppo russian" && sees "Two drafts on Aleppo"
    check "a paste is searched for" $?
    keys Escape
    sees "to choose from"
    keys Escape
    left 0
    check "and out of the list" $?
}

# a_paste_under_a_shell NAME [-p]: what is pasted ends nothing, or is gone with what it ends
a_paste_under_a_shell() {
    under_a_shell "$veto play aleppo-2016"
    sees "Press Space"
    paste "$two_lines$(printf '\n%01500d\n: >%s/ran\n' 0 "$work")" "$2"
    if [ "$2" ]; then
        keys Space
        sees "Before the meeting"
        check "it goes on behind a paste" $?
        keys q
    fi
    until_ lacks "Before the meeting" && until_ lacks "Press Space" && sees "prompt>" &&
        shell_is_idle && [ ! -e "$work/ran" ]
    check "no shell runs what is pasted $1" $?
    rm -f "$work/ran"
}

a_paste_in_a_field
a_paste_in_the_browser
a_paste_under_a_shell "between brackets" -p
a_paste_under_a_shell "without" ""

# ---- sequences of escape ----

# nothing NAME BYTE...: that does nothing, and the key behind it acts as ever
nothing() {
    name=$1
    shift
    sends "$@"
    keys Space
    sees "Before the meeting" && keys g && sees "Press Space to begin"
    check "no key: $name" $?
}

play 80 24 ""
sees "Press Space"
nothing "F13" 1b 5b 32 35 7e
nothing "Shift-Enter, as kitty has it" 1b 5b 31 33 3b 32 75
nothing "Ctrl-Q, as kitty has it" 1b 5b 31 31 33 3b 35 75
nothing "Ctrl-I, by modifyOtherKeys" 1b 5b 32 37 3b 35 3b 31 30 35 7e
nothing "a late reply of device attributes" 1b 5b 3f 36 32 3b 32 32 63
nothing "a late reply of a colour" 1b 5d 31 31 3b 72 67 62 3a 66 66 2f 66 66 2f 66 66 1b 5c
nothing "a late reply of terminfo" 1b 50 31 2b 72 35 34 34 65 3d 37 38 1b 5c
nothing "Alt with a letter" 1b 71
nothing "Alt with another layout's" 1b d0 b9
nothing "Ctrl-Right" 1b 5b 31 3b 35 43
nothing "Shift-Right of rxvt" 1b 5b 63
nothing "half a character" d0
sends d0 b9
sees "The keyboard layout is not Latin; switch to a Latin one for the keys to work"
check "a key of another layout says so" $?
keys 1 Space Space w a
sees "adopted 11-1-3"
keys u
until_ lacks "adopted 11-1-3"
sends 1b 5b 31 31 34 3b 35 75
sees "adopted 11-1-3"
check "Ctrl-R, as kitty has it" $?
keys u
until_ lacks "adopted 11-1-3"
sends 1b 5b 32 37 3b 35 3b 31 31 34 7e
sees "adopted 11-1-3"
check "Ctrl-R, by modifyOtherKeys" $?
keys Escape
sends 1b 5b 3c 30 3b 33 3b 36 4d # a click on the third column of the sixth row
sees "How it leans"
check "a click, as xterm has it" $?
keys q q
left 0
check "and out of that again" $?

# ---- what others wrote on the screen ----

play 80 24 ""
sees "Press Space"
printf '\033[5;5Hgarbage\033[?2004l' >"$(tm display-message -p '#{pane_tty}')"
sees garbage
keys C-l
until_ lacks garbage && sees "Press Space"
check "Ctrl-L draws the screen anew" $?
keys q
left 0
check "and out of it once more" $?

# ---- sizes ----

play 80 24 ""
sees "Press Space"
status=0
for size in 1x1 2x1 1x2 3x3 10x3 20x10 40x12 49x24 80x23; do
    tm resize-window -x "${size%x*}" -y "${size#*x}"
    sleep 0.1
    alive || status=1
done
keys Space Space
tm resize-window -x 60 -y 20
sees "50x24" && sees "60x20" || status=1
check "too small a terminal is told what is needed" "$status"
tm resize-window -x 80 -y 24
sees "Press Space"
check "keys but q do nothing while it is too small" $?
status=0
for size in 81x24 100x30 119x40 120x39 120x40 160x50 200x60 300x100; do
    tm resize-window -x "${size%x*}" -y "${size#*x}"
    sees "Press Space" || status=1
    keys Space
    sees "Before the meeting" || status=1
    keys g
done
check "every size up to 300x100" "$status"
i=0
while [ $i -lt 60 ]; do
    tm resize-window -x $((20 + i * 7 % 140)) -y $((5 + i * 5 % 50))
    keys Space
    i=$((i + 1))
done
tm resize-window -x 100 -y 30
until_ shows_like "q (quit|leaves)" # before, it ignores other keys, if the storm ended too small
keys g
sees "Press Space"
check "a storm of sizes" $?
keys q
left 0
check "and out of it" $?

play 100 30 "LINES=10 COLUMNS=20"
sees "Press Space to begin"
check "exported LINES and COLUMNS are not believed" $?

# ---- terminals ----

play 80 24 "TERM=dumb"
sees "veto: this kind of terminal cannot place text on the screen (see TERM); 'veto run' prints the meeting as text" &&
    left 2
check "TERM=dumb: points to veto run, status 2" $?

# unknown ENVIRONMENT NOTICE: another kind is taken for it, which is said once
unknown() {
    play 80 24 "$1"
    sees "$2" && sees "Two drafts on Aleppo"
    check "$1: $2" $?
    keys Space
    sees "Before the meeting" && until_ lacks "is used instead" && keys q && usable
    check "and it plays" $?
}
unknown TERM=no-such-terminal "TERM=no-such-terminal is not known here, so xterm-256color is used instead"
unknown TERM= "TERM is not set, so xterm-256color is used instead"
unknown "-u TERM" "TERM is not set, so xterm-256color is used instead"

for terminal in vt100 linux xterm xterm-256color screen-256color; do
    [ -e "/usr/share/terminfo/$(echo $terminal | cut -c1)/$terminal" ] ||
        [ -e "/lib/terminfo/$(echo $terminal | cut -c1)/$terminal" ] || continue
    play 80 24 "TERM=$terminal"
    sees "Press Space"
    keys 1 Space Space
    sees "VETO" && sees "11 in favour" && keys q && usable # not all have an alternate screen
    check "TERM=$terminal" $?
done

play 80 24 "LC_ALL=C"
sees "Press Space"
keys 1 Space Space
sees "VETO" && ! screen | LC_ALL=C grep -q '[^ -~]'
check "LC_ALL=C: plain ASCII" $?

play 80 24 "TERM=screen-256color NO_COLOR=1"
sees "Press Space"
keys 1 Space Space
sees "VETO"
escape=$(printf '\033')
! tm capture-pane -p -e | grep -qE "$escape\[[0-9;]*(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[;m]"
check "NO_COLOR: no colours" $?
play 80 24 "TERM=screen-256color"
sees "Press Space"
keys 1 Space Space
sees "VETO"
tm capture-pane -p -e | grep -qE "$escape\[[0-9;]*(4[0-7]|48)[;m]"
check "colours otherwise" $?

# ---- a scenario through standard input ----

start 80 24 "$veto play - <scenarios/korea-1950.yaml"
sees "Press Space to begin"
keys Space
sees "opens the meeting"
keys q
left 0
check "a scenario from standard input, keys from the terminal" $?

# ---- a recorded vote ----

start 80 24 "$veto history tests/history/sciencespo.csv replay S/2016/846"
sees "Press Space to begin"
keys 1 Space Space
sees "VETO" && sees "11 in favour"
check "a recorded vote on the screen" $?
keys q
left 0
check "and out of it by q" $?

start 80 24 "$veto history - replay S/2016/846 <tests/history/sciencespo.csv"
sees "Press Space to begin"
keys q
left 0
check "from standard input, keys from the terminal" $?

start 80 24 "$veto history tests/history/sciencespo.csv replay S/2016/846 --print"
sees "The meeting rises"
check "and as text on request" $?

echo "1..$number"
exit $failures
