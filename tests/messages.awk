# The messages of C files: `awk -f messages.awk TESTS FILE...`. TESTS holds all that the tests expect,
# in one line. Prints what of a message is not in there, as FILE: TEXT. A message is a literal with a
# blank in it; what its conversions put in is no part of it. What another text is compared with is
# looked for, and not said. On the screen a message begins with a capital.

function unescape(text) {
    gsub(/\\n/, " ", text)
    gsub(/\\"/, "\"", text)
    gsub(/\\\\/, "\\", text)
    gsub(/[ \t\n]+/, " ", text)
    return text
}

function capital(text) {
    return toupper(substr(text, 1, 1)) substr(text, 2)
}

function look(literal,    parts, count, i, part) {
    if (length(literal) < 14 || literal !~ /[a-z,] [a-z'%]/)
        return
    gsub(/%%/, "\002", literal)
    count = split(literal, parts, /%[-0-9.*]*(ll|z|l)?[a-zA-Z]/)
    for (i = 1; i <= count; i++) {
        part = unescape(parts[i])
        gsub(/\002/, "%", part)
        gsub(/^ +| +$/, "", part)
        if (length(part) > 8 && !index(expected, part) && !index(expected, capital(part)))
            print FILENAME ": " part
    }
}

function is_compared(before) {
    return before ~ /(strstr|strn?cmp|memcmp)\(([^()]*,)?$/
}

# Literals that stand side by side are one; what stands in comments and in character constants is none.
function read(text,    literal, open, token, before, compared) {
    while (match(text, /"([^"\\]|\\.)*"|'([^'\\]|\\.)+'|\/\*([^*]|\*+[^*\/])*\*+\/|[^"'\/ \t\n]+|\/|[ \t\n]+/)) {
        token = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        if (token ~ /^"/) {
            compared = open ? compared : is_compared(before)
            literal = literal substr(token, 2, length(token) - 2)
            open = 1
        } else if (token !~ /^[ \t\n]+$/ && token !~ /^\/\*/) {
            if (open && !compared)
                look(literal)
            literal = ""
            open = 0
            before = token
        }
    }
}

BEGIN { RS = "\001" }
NR == 1 { expected = $0; next }
{ read($0) }
