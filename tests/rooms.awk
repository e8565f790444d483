# For rooms.sh: the rules of the house that a machine can keep, in one pass over the files. Its input
# is the name of a file a line, from the top of the source, and what `size -A` says of as many
# libraries as `libraries` has; its output TAP. The rooms, their order and what each is the only user
# of stand in the table of CONTRIBUTING.md, and nowhere else.

# ---- the table ----

function read_table(    line) {
    while ((getline line < "CONTRIBUTING.md") > 0)
        if (line ~ /^\| `src\/[a-z]+\/` \|/)
            read_row(line)
    close("CONTRIBUTING.md")
}

function read_row(line,    words, n, i, room) {
    split(line, words, "[/`]")
    room = words[3]
    place[room] = ++room_count
    room_at[room_count] = room
    if (!sub(/.*[Tt]he only user of /, "", line))
        return
    n = split(line, words, "`")
    for (i = 2; i <= n; i += 2) # between backquotes
        if (words[i] ~ /^<.*\.h>$/) {
            header_at[++header_count] = substr(words[i], 2, length(words[i]) - 2)
            owner[header_at[header_count]] = room
        }
}

# ---- what is found ----

function include_check(room) { return room " includes only itself and the rooms above it" }
function owner_check(header) { return "<" header "> in src/" owner[header] " only" }

function list_checks(    i) {
    table_check = "CONTRIBUTING.md has the table of the rooms"
    place_check = "every room has its place in the order"
    screen_check = "<curses.h> in one file"
    ctype_check = "no <ctype.h>: the locale has no say in what a text means"
    public_check = "public headers include only public headers"
    engine_check = "no exit, no printing, no clock and no environment in the engine"
    global_check = "no variables outside functions"
    mark_check = "no marks of unfinished work"
    length_check = "no file that a reader cannot hold in mind (600 lines)"
    name_check = "the name of a static function says where it lives: it stands in one file"
    blank_check = "no tabs and no trailing blanks in the source"

    add_check(table_check)
    for (i = 1; i <= room_count; i++)
        add_check(include_check(room_at[i]))
    for (i = 1; i <= header_count; i++)
        add_check(owner_check(header_at[i]))
    add_check(place_check)
    add_check(screen_check)
    add_check(ctype_check)
    add_check(public_check)
    add_check(engine_check)
    if (libraries)
        add_check(global_check)
    add_check(mark_check)
    add_check(length_check)
    add_check(name_check)
    add_check(blank_check)
}

function add_check(name) { check_at[++check_count] = name }

function found(check, place) { wrong[check] = wrong[check] "# " place "\n" }

# ---- a line of a file ----

# `target` is what stands behind #include, with its quotes or brackets.
function look_at_include(target,    path, header) {
    path = substr(target, 2, length(target) - 2)
    header = path
    sub(/.*\//, "", header)
    if (room && target ~ /^"/ && !may_include(path))
        found(include_check(room), here)
    if (header in owner && room != owner[header])
        found(owner_check(header), here)
    if (header in owner && room == owner["curses.h"]) {
        screen_file = screen_file ? screen_file : file
        if (file != screen_file)
            found(screen_check, here)
    }
    if (header ~ /^w*ctype\.h$/)
        found(ctype_check, here)
    if (top == "include" && target ~ /^"/ && path !~ /^veto\//)
        found(public_check, here)
}

function may_include(path,    other) {
    other = path
    sub(/\/.*/, "", other)
    return other == "veto" || (other in place && place[other] <= place[room])
}

function look_at_code(line) {
    if (engine && line ~ forbidden && line !~ /^ *(\/?\*|\/\/)/)
        found(engine_check, here)
    if (line ~ /\t| $/)
        found(blank_check, here)
    if (file ~ /\.c$/ && line ~ /^static [^=;"]*[a-z0-9_]\(/)
        look_at_name(line)
}

# The first line of a static function, or of what announces one.
function look_at_name(line) {
    sub(/\(.*/, "", line)
    sub(/.*[ *]/, "", line)
    if (line in lives_in && lives_in[line] != file)
        found(name_check, here)
    else
        lives_in[line] = file
}

# ---- a file ----

function look_at_file(name,    line, number, source, parts) {
    file = name
    split(name, parts, "/")
    top = parts[1]
    room = top == "src" && parts[3] ? parts[2] : ""
    if (room && !(room in place)) {
        found(place_check, name)
        room = ""
    }
    seen[room] = 1
    source = (top == "src" || top == "include") && name ~ /\.[ch]$/
    engine = top == "include" || (room && room != "tui" && room != "cli")
    while ((getline line < name) > 0) {
        here = name ":" ++number ": " line
        if (line ~ marks)
            found(mark_check, here)
        if (source)
            look_at_code(line)
        if ((top == "src" || top == "include") &&
            sub(/^[ \t]*#[ \t]*include[ \t]*/, "", line) && match(line, /^("[^"]*"|<[^>]*>)/))
            look_at_include(substr(line, 1, RLENGTH))
    }
    close(name)
    if (source && number > 600)
        found(length_check, name ": " number)
}

# ---- all of them ----

BEGIN {
    ending = "exit|_exit|_Exit|quick_exit|abort|raise|kill|signal|sigaction|system|popen|fork"
    printing = "printf|vprintf|puts|putchar|perror|psignal|err|errx|warn|warnx|syslog"
    outside = "getenv|secure_getenv|setenv|putenv|unsetenv|setlocale|isatty|ioctl"
    clock = "time|clock|clock_gettime|gettimeofday|localtime|gmtime|localtime_r|gmtime_r|rand|srand|random"
    calls = ending "|" printing "|" outside "|" clock
    before = "(^|[^A-Za-z0-9_])"
    behind = "([^A-Za-z0-9_]|$)"
    forbidden = before "((" calls ")[ \t]*[(]|(stdout|stderr|environ)" behind ")"
    marks = before "(TO" "DO|FIX" "ME|XX" "X|HA" "CK)" behind
    read_table()
    list_checks()
    if (room_count == 0)
        found(table_check, "no row of it begins with | `src/ROOM/` |")
}

/^(src|include|tests|scenarios|docs)\// {
    look_at_file($0)
    next
}

/^[^ ]+\.o / { object = $1 }

# What a signal handler needs to put the terminal right is the one exception.
/^\.(data|bss|tdata|tbss)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 &&
    object !~ /(^|\/)tui_signals\.c\.o$/ { found(global_check, object ": " $1 " " $2) }

END {
    for (i = 1; i <= room_count; i++)
        if (!(room_at[i] in seen))
            found(place_check, "src/" room_at[i] "/ has no files")
    if (libraries && !object)
        found(global_check, "there is nothing in the libraries")
    for (i = 1; i <= check_count; i++) {
        bad = check_at[i] in wrong
        printf "%s %d - %s\n%s", bad ? "not ok" : "ok", i, check_at[i],
            bad ? wrong[check_at[i]] : ""
        failures += bad
    }
    print "1.." check_count
    exit failures > 0
}
