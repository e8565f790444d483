/* What a terminal sends, byte by byte and with silence between them: what is a key, and what is
 * none. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "tui/input.h"

static struct input input;
static char got[4096]; /* the presses so far, with blanks between them */

static void start(void) {
    memset(&input, 0, sizeof input);
    got[0] = '\0';
}

/* ---- presses as text ---- */

static const char *name_of(uint32_t key) {
    static const struct {
        uint32_t key;
        const char *name;
    } names[] = {
        {' ', "Space"},
        {PRESS_ENTER, "Enter"},
        {PRESS_ESCAPE, "Esc"},
        {PRESS_TAB, "Tab"},
        {PRESS_BACK_TAB, "Shift-Tab"},
        {PRESS_BACKSPACE, "Backspace"},
        {PRESS_LEFT, "Left"},
        {PRESS_RIGHT, "Right"},
        {PRESS_UP, "Up"},
        {PRESS_DOWN, "Down"},
        {PRESS_PAGE_UP, "PgUp"},
        {PRESS_PAGE_DOWN, "PgDn"},
        {PRESS_HOME, "Home"},
        {PRESS_END, "End"},
        {PRESS_DELETE, "Delete"},
        {PRESS_WHEEL_UP, "Wheel-Up"},
        {PRESS_WHEEL_DOWN, "Wheel-Down"},
        {PRESS_CTRL_C, "Ctrl-C"},
        {PRESS_CTRL_L, "Ctrl-L"},
        {PRESS_CTRL_N, "Ctrl-N"},
        {PRESS_CTRL_P, "Ctrl-P"},
        {PRESS_CTRL_R, "Ctrl-R"},
        {PRESS_CTRL_U, "Ctrl-U"},
        {PRESS_CTRL_Z, "Ctrl-Z"},
        {PRESS_CTRL_BACKSLASH, "Ctrl-\\"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].key == key)
            return names[i].name;
    return NULL;
}

static void note(struct press press) {
    size_t used = strlen(got), room = sizeof got - used;
    const char *blank = used ? " " : "", *name = name_of(press.key);
    ck_assert_uint_ne(press.key, PRESS_NONE);
    if (press.key == PRESS_PASTE)
        snprintf(got + used, room, "%s{%s}", blank, press.text);
    else if (press.key == PRESS_CLICK)
        snprintf(got + used, room, "%sclick %d %d", blank, press.column, press.row);
    else if (name)
        snprintf(got + used, room, "%s%s", blank, name);
    else if (press.key > ' ' && press.key < 0x7f)
        snprintf(got + used, room, "%s%c", blank, (char)press.key);
    else
        snprintf(got + used, room, "%sU+%04X", blank, (unsigned)press.key);
}

static void send_bytes(const char *bytes, size_t length) {
    struct press press;
    for (size_t i = 0; i < length; i++)
        if (input_byte(&input, (unsigned char)bytes[i], &press))
            note(press);
}

static void send(const char *bytes) {
    send_bytes(bytes, strlen(bytes));
}

static void silence(int milliseconds) {
    struct press press;
    if (input_silence(&input, milliseconds, &press))
        note(press);
}

/* As long as it means something. */
static void rest(void) {
    for (int i = 0; i < 3; i++)
        silence(INPUT_REST);
}

/* ---- every form of every key ---- */

static const struct form {
    const char *bytes, *presses;
} forms[] = {
    /* characters */
    {"q", "q"},
    {" ", "Space"},
    {"\r", "Enter"},
    {"\n", "Enter"},
    {"\t", "Tab"},
    {"\b", "Backspace"},
    {"\177", "Backspace"},
    {"\022", "Ctrl-R"},
    {"\016", "Ctrl-N"},
    {"\020", "Ctrl-P"},
    {"\025", "Ctrl-U"},
    {"\014", "Ctrl-L"},
    {"\003", "Ctrl-C"},
    {"\032", "Ctrl-Z"},
    {"\034", "Ctrl-\\"},
    {"\001", ""},
    {"\037", ""},
    {"\320\271", "U+0439"},
    {"\342\206\222", "U+2192"},
    {"\360\237\207\272", "U+1F1FA"},
    {"aRe", "a R e"},
    /* arrows and the like: xterm, its application mode, VT220, rxvt, Linux, screen and tmux */
    {"\033[A", "Up"},
    {"\033[B", "Down"},
    {"\033[C", "Right"},
    {"\033[D", "Left"},
    {"\033OA", "Up"},
    {"\033OB", "Down"},
    {"\033OC", "Right"},
    {"\033OD", "Left"},
    {"\033[H", "Home"},
    {"\033[F", "End"},
    {"\033OH", "Home"},
    {"\033OF", "End"},
    {"\033[1~", "Home"},
    {"\033[4~", "End"},
    {"\033[7~", "Home"},
    {"\033[8~", "End"},
    {"\033[3~", "Delete"},
    {"\033[5~", "PgUp"},
    {"\033[6~", "PgDn"},
    {"\033[Z", "Shift-Tab"},
    {"\033[1;2Z", "Shift-Tab"},
    {"\033[1;1A", "Up"},
    {"\033[1;129A", "Up"}, /* with Num Lock */
    {"\033[1;1:1A", "Up"},
    {"\033[1;1:2A", "Up"}, /* held */
    {"\033[3;1~", "Delete"},
    {"\233A", "Up"}, /* CSI as one byte, and as U+009B */
    {"\302\233A", "Up"},
    {"\217A", "Up"},
    /* the keypad, in its application mode */
    {"\033OM", "Enter"},
    {"\033OI", "Tab"},
    {"\033O ", "Space"},
    {"\033OX", "="},
    {"\033Oj\033Ok\033Ol\033Om\033On\033Oo", "* + , - . /"},
    {"\033Op\033Oq\033Or\033Os\033Ot\033Ou\033Ov\033Ow\033Ox\033Oy", "0 1 2 3 4 5 6 7 8 9"},
    /* kitty's protocol */
    {"\033[113u", "q"},
    {"\033[113;1u", "q"},
    {"\033[113;129u", "q"},
    {"\033[113;65u", "Q"}, /* with Caps Lock */
    {"\033[113;66u", "q"},
    {"\033[113;2u", "Q"},
    {"\033[113:81;2u", "Q"},
    {"\033[113;1;113u", "q"},
    {"\033[49:33;2u", "!"},
    {"\033[1081u", "U+0439"},
    {"\033[1081::113u", "U+0439"},
    {"\033[13u", "Enter"},
    {"\033[27u", "Esc"},
    {"\033[9u", "Tab"},
    {"\033[9;2u", "Shift-Tab"},
    {"\033[127u", "Backspace"},
    {"\033[32u", "Space"},
    {"\033[114;5u", "Ctrl-R"},
    {"\033[114;133u", "Ctrl-R"}, /* with Num Lock */
    {"\033[82;5u", "Ctrl-R"},    /* as a capital, by Caps Lock */
    {"\033[108;5u", "Ctrl-L"},
    {"\033[99;5u", "Ctrl-C"},
    {"\033[122;5u", "Ctrl-Z"},
    {"\033[92;5u", "Ctrl-\\"},
    {"\033[57414u", "Enter"},
    {"\033[57400u", "1"},
    {"\033[57409u", "."},
    {"\033[57419u", "Up"},
    {"\033[57424u", "End"},
    {"\033[57426u", "Delete"},
    /* modifyOtherKeys */
    {"\033[27;5;114~", "Ctrl-R"},
    {"\033[27;2;81~", "Q"},
    {"\033[27;2;33~", "!"},
    {"\033[27;2;9~", "Shift-Tab"},
    {"\033[27;1;113~", "q"},
    /* the mouse */
    {"\033[<0;12;5M", "click 11 4"},
    {"\033[<0;1;1M", "click 0 0"},
    {"\033[<64;12;5M", "Wheel-Up"},
    {"\033[<65;12;5M", "Wheel-Down"},
    {"\033[M ,%", "click 11 4"},
    {"\033[M`,%", "Wheel-Up"},
    {"\033[Ma,%", "Wheel-Down"},
    {"\033[M \340\350", "click 191 199"},
    /* a paste */
    {"\033[200~q\033[201~", "{q}"},
    {"\033[200~one\ntwo\033[201~", "{one two}"},
    {"\033[200~one\r\ntwo\rthree\tfour\033[201~", "{one two three four}"},
    {"\033[200~one\n\033[201~", "{one}"},
    {"\033[200~one\n\n two\033[201~", "{one  two}"},
    {"\033[200~\none\033[201~", "{ one}"},
    {"\033[200~\320\271\033[201~", "{\320\271}"},
    {"\033[200~a\033[31mb\033\033[201~", "{a[31mb}"},
    {"\033[200~a\033[201\033[20\033[201~", "{a[201[20}"},
    {"\033[200~\001\002a\177\033[201~", "{a}"},
    {"\033[200~\033[200~a\033[201~", "{[200~a}"},
    {"\033[200~\033[201~", ""},
    {"\033[200~\n\033[201~", ""},
    {"\033\033[200~a\033[201~", "{a}"},
    /* a broken sequence gives way to the next one */
    {"\033[1;5\033[A", "Up"},
    {"\033O\033[A", "Up"},
    {"\033[\030q", "q"},
    {"\033[12\032q", "q"},
    {"\033]11;x\033[A", "Up"},
    {"\033]11;x\033OA", "Up"},
    {"\033]11;x\030q", "q"},
    {"\033[M\033[A", "Up"},
    {"\033[[\033[A", "Up"},
};

/* What is none, by itself or with a key of its parts. */
static const char *const nothings[] = {
    "\033[2~",
    "\033[11~",
    "\033[24~",
    "\033[25~",
    "\033[34~",
    "\033[15;2~",
    "\033[29~", /* F keys */
    "\033[[A",
    "\033[[B",
    "\033[[E", /* of the Linux console */
    "\033OP",
    "\033OQ",
    "\033OS",
    "\033[P",
    "\033[1;2P",
    "\033[1;5Q",
    "\033O5P",
    "\033O1;5P",
    "\033[E",
    "\033OE",
    "\033[G",
    "\033[1;2A",
    "\033[1;3B",
    "\033[1;5C",
    "\033[1;6D",
    "\033[1;9A",
    "\033[5A",
    "\033O5A",
    "\033[1;2H",
    "\033[1;5F",
    "\033[3;5~",
    "\033[5;2~",
    "\033[6;3~",
    "\033[1;5Z", /* modified */
    "\033[1;1:3A",
    "\033[3;1:3~",
    "\033[113;1:3u", /* released */
    "\033[a",
    "\033[d",
    "\033Oa",
    "\033Od",
    "\033[5^",
    "\033[6@",
    "\033[3^",
    "\033[23^",
    "\033[5$",
    "\033[23$",
    "\033[7$", /* rxvt */
    "\033\033[A",
    "\033\033OA",
    "\033\033[5~",
    "\033\033[5^", /* Alt, as rxvt has it */
    "\033a",
    "\033q",
    "\0331",
    "\033 ",
    "\033\r",
    "\033\t",
    "\033\177",
    "\033\022",
    "\033!",
    "\033(",
    "\033#",
    "\033~",
    "\033\\",
    "\033\320\271",
    "\033\342\206\222", /* Alt */
    "\033[13;2u",
    "\033[13;5u",
    "\033[13;3u",
    "\033[27;2;13~",
    "\033[27;5;13~",
    "\033[32;2u",
    "\033[27;2;32~",
    "\033[113;5u",
    "\033[105;5u",
    "\033[109;5u",
    "\033[91;5u",
    "\033[104;5u",
    "\033[27;5;105~",
    "\033[27;5;113~",
    "\033[114;6u",
    "\033[114;7u",
    "\033[114;13u",
    "\033[82;6u",
    "\033[113;3u",
    "\033[113;9u",
    "\033[49;2u",
    "\033[127;5u",
    "\033[9;5u",
    "\033[27;3;114~",
    "\033[57441u",
    "\033[57358u",
    "\033[57364u",
    "\033[57425u",
    "\033[0u",
    "\033[1u",
    "\033[128u",
    "\033[55296u",
    "\033[1114112u",
    "\033[99999999999u",
    "\033[8238u",
    "\033[u",
    "\033[;u",
    "\033[27;5~",
    "\033[27~",
    "\033[27;5;114;1~",
    "\033[1:2:3:4;5u",
    "\033[27;5;114:1:1:1~",
    "\033[?62;22c",
    "\033[?1;2c",
    "\033[>0;276;0c",
    "\033[24;80R",
    "\033[?24;80R",
    "\033[0n",
    "\033[?997;1n",
    "\033[8;24;80t",
    "\033[?2026;2$y",
    "\033[4;2$y",
    "\033[?31u",
    "\033[I",
    "\033[O",
    "\033[201~",
    "\033[?25h",
    "\033[=1;1u",
    "\033[1!p",
    "\033[ q",
    "\033[?u",
    "\033[<u",
    "\033[<M",
    "\033]11;rgb:ff/ff/ff\033\\",
    "\033]11;rgb:ff/ff/ff\007",
    "\033]4;1;rgb:0/0/0\007",
    "\033]l\342\200\234title\342\200\235\033\\",
    "\033]52;c;cQ==\007",
    "\033]\007",
    "\033P1+r544e=787465\033\\",
    "\033P>|XTerm(370)\033\\",
    "\033P!|00000000\033\\",
    "\033P\033\\",
    "\033_Gi=31;OK\033\\",
    "\033^private\033\\",
    "\033Xstring\033\\",
    "\235x\007",
    "\302\235x\007",
    "\220q\033\\",
    "\302\220q\033\\",
    "\2331;5A",
    "\302\23325~",
    "\23325~",
    "\302\205",
    "\204",
    "\033[<0;12;5m",
    "\033[<3;12;5M",
    "\033[<4;12;5M",
    "\033[<16;12;5M",
    "\033[<32;12;5M",
    "\033[<35;12;5M",
    "\033[<66;12;5M",
    "\033[<80;12;5M",
    "\033[<2;12;5M",
    "\033[<0;0;5M",
    "\033[<0;12M",
    "\033[<0;12;5;1M",
    "\033[<0;99999;5M",
    "\033[<0;99999999999;5M",
    "\033[<0;-1;5M",
    "\033[M#,%",
    "\033[M(,%",
    "\033[M ! ",
    "\033[32;12;5M", /* the mouse, but no click */
};

enum { FORMS = sizeof forms / sizeof *forms, NOTHINGS = sizeof nothings / sizeof *nothings };

static void expect(const char *bytes, const char *presses) {
    char hex[256] = "";
    for (size_t i = 0; bytes[i] && 3 * i + 4 < sizeof hex; i++)
        snprintf(hex + 3 * i, 4, " %02x", (unsigned)(unsigned char)bytes[i]);
    ck_assert_msg(strcmp(got, presses) == 0, "'%s', not '%s', of%s", got, presses, hex);
}

START_TEST(forms_are_keys) {
    for (size_t i = 0; i < FORMS; i++) {
        start();
        input.mouse = true;
        send(forms[i].bytes);
        expect(forms[i].bytes, forms[i].presses);
        ck_assert_int_eq(input.state, INPUT_GROUND);
    }
}
END_TEST

/* A wait that is too short to mean anything, at every place. */
static void send_apart(const char *bytes) {
    for (size_t i = 0; bytes[i]; i++) {
        send_bytes(bytes + i, 1);
        silence(INPUT_ESCAPE - 1);
        if (input_patience(&input) != INPUT_ESCAPE)
            silence(INPUT_REST - 1);
    }
}

START_TEST(forms_may_come_apart) {
    for (size_t i = 0; i < FORMS; i++) {
        start();
        input.mouse = true;
        send_apart(forms[i].bytes);
        expect(forms[i].bytes, forms[i].presses);
    }
}
END_TEST

START_TEST(what_is_no_key_is_nothing) {
    for (size_t i = 0; i < NOTHINGS; i++) {
        start();
        input.mouse = true;
        send(nothings[i]);
        expect(nothings[i], "");
        send("q"); /* the next key is one again */
        expect(nothings[i], "q");
        send_apart(nothings[i]);
        expect(nothings[i], "q");
    }
}
END_TEST

/* Cut off anywhere, what there was is nothing, but an Esc alone; and then the next key is one. */
static void expect_cut(const char *bytes, size_t length) {
    start();
    input.mouse = true;
    send_bytes(bytes, length);
    rest();
    if (input.state == INPUT_PASTED) /* that goes on until its end, or until a hand ends it */
        send("\033");
    rest();
    bool two = length == 2 && bytes[1] == '\033';
    expect(bytes, length == 1 && bytes[0] == '\033' ? "Esc" : two ? "Esc Esc" : "");
    got[0] = '\0';
    send("q");
    expect(bytes, "q");
}

START_TEST(what_is_cut_off_is_nothing) {
    static const char *const whole[] = {
        "\033[1;5A",
        "\033OA",
        "\033[27;5;114~",
        "\033[<0;12;5M",
        "\033[M ,%",
        "\033[200~a\nb\033",
        "\033\033[A",
        "\033[[A",
        "\033[5$",
        "\033]11;rgb:1/2/3\033\\",
        "\033P1+r544e\033\\",
        "\033_x\033\\",
        "\033^x\033\\",
        "\033X\320\271\033\\",
        "\033\320\271",
        "\360\237\207\272",
        "\23325~",
        "\302\23325~",
        "\033[113;1;113u",
        "\033[?62;22c",
    };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        for (size_t length = 1; length < strlen(whole[i]); length++)
            expect_cut(whole[i], length);
}
END_TEST

/* ---- Esc and time ---- */

START_TEST(an_escape_waits_for_what_follows) {
    start();
    ck_assert_int_eq(input_patience(&input), 0);
    send("\033");
    ck_assert_int_eq(input_patience(&input), INPUT_ESCAPE);
    silence(INPUT_ESCAPE - 1);
    ck_assert_str_eq(got, "");
    silence(INPUT_ESCAPE);
    ck_assert_str_eq(got, "Esc");
    ck_assert_int_eq(input_patience(&input), 0);
    silence(INPUT_REST);
    ck_assert_str_eq(got, "Esc");
}
END_TEST

START_TEST(several_escapes) {
    static const struct form escapes[] = {
        {"\033\033", "Esc Esc"},     {"\033\033\033", "Esc Esc Esc"}, {"\033\033q", "Esc"},
        {"\033\033\033[A", "Esc"},   {"\033\033]x\007", "Esc"},       {"\033\033\r", "Esc"},
        {"\033\033\320\271", "Esc"}, {"\033\033\033q", "Esc Esc"},
    };
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        start();
        send(escapes[i].bytes);
        rest();
        expect(escapes[i].bytes, escapes[i].presses);
    }
}
END_TEST

/* A reply that stops for a while is one still. */
START_TEST(sequences_wait_longer) {
    start();
    send("\033[1;");
    silence(INPUT_ESCAPE);
    send("5A\033]11;rgb");
    silence(INPUT_REST - 1);
    send(":1/2/3\033");
    silence(INPUT_ESCAPE);
    send("\\\320");
    silence(INPUT_REST - 1);
    send("\271");
    ck_assert_str_eq(got, "U+0439");
}
END_TEST

/* No pause ends a paste, or what comes behind the pause would be keys. */
START_TEST(a_paste_waits_for_its_end) {
    start();
    send("\033[200~one\nq");
    ck_assert_int_eq(input_patience(&input), 0);
    silence(100 * INPUT_REST);
    send("q\033[20");
    silence(100 * INPUT_REST);
    send("1~q");
    ck_assert_str_eq(got, "{one qq} q");
}
END_TEST

/* But a hand may end what has no end. */
START_TEST(an_escape_ends_a_paste_without_end) {
    start();
    send("\033[200~one\033");
    ck_assert_int_eq(input_patience(&input), INPUT_REST);
    silence(INPUT_REST);
    ck_assert_str_eq(got, "");
    send("q");
    ck_assert_str_eq(got, "q");
}
END_TEST

/* ---- UTF-8 ---- */

START_TEST(what_is_not_utf8_is_nothing) {
    static const struct form broken[] = {
        {"\377q", "q"},
        {"\376\377q", "q"},
        {"\300\257q", "q"}, /* overlong */
        {"\340\200\257q", "q"},
        {"\355\240\200q", "q"},
        {"\364\220\200\200q", "q"},
        {"\320q", "q"},
        {"\342\206q", "q"},
        {"\360\237\207q", "q"},
        {"\320\320\271", "U+0439"},
        {"\342\320\271", "U+0439"},
        {"\320\033[A", "Up"},
        {"\271q", "q"},
        {"\277\277q", "q"},
        {"\302\255", "U+00AD"},
        {"\370\210\200\200\200q", "q"},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        start();
        send(broken[i].bytes);
        expect(broken[i].bytes, broken[i].presses);
    }
}
END_TEST

/* ---- terminals of another kind ---- */

START_TEST(keys_can_be_taught) {
    static const struct form taught[] = {
        {"\033A", "Up"},         /* the VT52 */
        {"\033\t", "Shift-Tab"}, /* the Linux console */
        {"\033[214z", "Home"},   /* Sun's */
        {"\033[I", "PgUp"},      /* FreeBSD's; elsewhere the window has been entered */
        {"\033[1;2A", "End"},    {"\033B", ""}, {"\033[A", "Up"}, {"\033\033A", "Esc"},
    };
    start();
    input_learn(&input, NULL, PRESS_END);
    input_learn(&input, "", PRESS_END);
    input_learn(&input, "q", PRESS_END);
    input_learn(&input, "\033", PRESS_END);
    ck_assert_uint_eq(input.known_count, 0);
    input_learn(&input, "\033A", PRESS_UP);
    input_learn(&input, "\033\t", PRESS_BACK_TAB);
    input_learn(&input, "\033[214z", PRESS_HOME);
    input_learn(&input, "\033[I", PRESS_PAGE_UP);
    input_learn(&input, "\033[1;2A", PRESS_END);
    for (size_t i = 0; i < sizeof taught / sizeof *taught; i++) {
        got[0] = '\0';
        send(taught[i].bytes);
        expect(taught[i].bytes, taught[i].presses);
    }
    for (int i = 0; i < 2 * INPUT_KNOWN; i++)
        input_learn(&input, "\033[99z", PRESS_END);
    ck_assert_uint_eq(input.known_count, INPUT_KNOWN);
}
END_TEST

/* Where no mouse was asked for, this is a key, and takes no others with it. */
START_TEST(without_a_mouse) {
    start();
    send("\033[M ,%");
    ck_assert_str_eq(got, "Space , %");
}
END_TEST

/* ---- any length ---- */

static void send_many(char byte, size_t count) {
    for (size_t i = 0; i < count; i++)
        send_bytes(&byte, 1);
}

START_TEST(any_length_is_taken_whole) {
    static const struct {
        const char *start, *end;
        char byte;
    } long_ones[] = {
        {"\033[", "A", '1'},      {"\033[", "u", '9'},       {"\033[1;", "A", ';'},
        {"\033[113", "u", ':'},   {"\033[?", "c", ';'},      {"\033[<0;1;", "M", '1'},
        {"\033O", "P", '1'},      {"\033]11;", "\007", 'q'}, {"\033P", "\033\\", 'q'},
        {"\033_", "\033\\", 'q'}, {"\033^", "\033\\", '\n'}, {"\033X", "\033\\", '\377'},
        {"\033[", "q", ' '},      {"\033[", "A", '\001'},
    };
    enum { MANY = 1 << 20 };
    start();
    for (size_t i = 0; i < sizeof long_ones / sizeof *long_ones; i++) {
        send(long_ones[i].start);
        send_many(long_ones[i].byte, i + 1 < sizeof long_ones / sizeof *long_ones ? MANY : 3);
        send(long_ones[i].end);
    }
    expect("", "Up"); /* the last one: controls within it are passed over */
}
END_TEST

/* A number does not come round to another. */
START_TEST(numbers_stay_as_large_as_they_are) {
    static const char *const large[] = {"\033[4294967409u",       "\033[18446744073709551729u",
                                        "\033[113;4294967297u",   "\033[27;5;4294967410~",
                                        "\033[<4294967296;12;5M", "\033[4294967299~"};
    start();
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        send(large[i]);
    ck_assert_str_eq(got, "");
}
END_TEST

START_TEST(a_long_paste_is_cut) {
    start();
    send("\033[200~");
    send_many('a', 1 << 20);
    send("\033[201~");
    ck_assert_uint_eq(strlen(got), INPUT_PASTE - 1 + 2); /* and braces */
    ck_assert_int_eq(input.state, INPUT_GROUND);
}
END_TEST

/* ---- anything at all ---- */

static uint32_t draw(uint32_t *counter, uint32_t below) {
    uint32_t at[4] = {(*counter)++, 0, 0, 0};
    return philox(47, at).word[0] % below;
}

START_TEST(any_bytes_and_any_silence) {
    static const char likely[] = "\033\033[[O]P<?;:0123579ABMuZ~$~\\\007\320\271\302\233 q";
    enum { BYTES = 20000 };
    uint32_t counter = (uint32_t)_i << 24;
    start();
    input.mouse = _i % 2;
    for (int i = 0; i < BYTES; i++) {
        char byte = draw(&counter, 4) ? likely[draw(&counter, sizeof likely - 1)]
                                      : (char)draw(&counter, 256);
        got[0] = '\0';
        send_bytes(&byte, 1);
        if (draw(&counter, 8) == 0)
            silence((int)draw(&counter, 2 * INPUT_REST));
        ck_assert_uint_le(input.length, INPUT_LONGEST + 1);
        ck_assert_uint_lt(input.pasted, INPUT_PASTE);
    }
    send("\033[201~\033");
    rest();
    got[0] = '\0';
    send("q");
    ck_assert_str_eq(got, "q");
}
END_TEST

static const struct suite_entry entries[] = {
    {forms_are_keys, 0},
    {forms_may_come_apart, 0},
    {what_is_no_key_is_nothing, 0},
    {what_is_cut_off_is_nothing, 0},
    {an_escape_waits_for_what_follows, 0},
    {several_escapes, 0},
    {sequences_wait_longer, 0},
    {a_paste_waits_for_its_end, 0},
    {an_escape_ends_a_paste_without_end, 0},
    {what_is_not_utf8_is_nothing, 0},
    {keys_can_be_taught, 0},
    {without_a_mouse, 0},
    {any_length_is_taken_whole, 0},
    {numbers_stay_as_large_as_they_are, 0},
    {a_long_paste_is_cut, 0},
    {any_bytes_and_any_silence, 20},
};

SUITE("input", entries)
