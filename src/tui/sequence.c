#include "tui/input.h"

#include <string.h>

#include "base/text.h"

enum { SHIFT = 1, CTRL = 4, CAPS_LOCK = 64, NUM_LOCK = 128 }; /* added to 1 in a parameter */
enum { REPEATED = 2 }; /* what was done with a key: 1 pressed, 2 held, 3 released */

/* ---- characters ---- */

/* The letters whose controls mean something. */
static uint32_t control_key(uint32_t letter) {
    return letter && letter < 0x80 && strchr("clnpruz\\", (int)letter) ? letter & 0x1f : PRESS_NONE;
}

uint32_t sequence_character(uint32_t code) {
    switch (code) {
    case '\r':
    case '\n':
        return PRESS_ENTER;
    case '\t':
        return PRESS_TAB;
    case 0x1b:
        return PRESS_ESCAPE;
    case 0x7f:
    case 0x08:
        return PRESS_BACKSPACE;
    default:
        return code < 0x20 ? control_key(code | (code == 0x1c ? 0x40 : 0x60)) : code;
    }
}

/* ---- parameters ---- */

enum { PARAMETERS = 3, PARTS = 3, LARGEST = 0x110000 }; /* beyond Unicode */

/* "1;5:3" is two parameters, the second in two parts. What is left out is 0. */
struct parameters {
    unsigned part[PARAMETERS][PARTS];
    size_t count; /* 0 where it is another form: a reply, or more than any key has */
    char final;
};

static struct parameters read_parameters(const char *bytes, size_t length) {
    struct parameters read = {.count = 0};
    size_t at = 0, part = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        if (bytes[i] >= '0' && bytes[i] <= '9') {
            unsigned *number = &read.part[at][part];
            *number = *number * 10 + (unsigned)(bytes[i] - '0');
            *number = *number < LARGEST ? *number : LARGEST;
        } else if (bytes[i] == ';' && at + 1 < PARAMETERS) {
            at++;
            part = 0;
        } else if (bytes[i] == ':' && part + 1 < PARTS) {
            part++;
        } else {
            return read;
        }
    }
    read.count = at + 1;
    read.final = bytes[length - 1];
    return read;
}

/* ---- keys with modifiers ---- */

/* A key by the code that it has without modifiers, the private codes of kitty among them. */
static uint32_t coded_key(uint32_t code) {
    enum { KEYPAD = 57399, PRIVATE = 0xE000, LAST_PRIVATE = 0xF8FF };
    static const char keypad[] = "0123456789./*-+\r=";
    static const struct {
        uint32_t code, key;
    } moves[] = {
        {57417, PRESS_LEFT}, {57418, PRESS_RIGHT},   {57419, PRESS_UP},
        {57420, PRESS_DOWN}, {57421, PRESS_PAGE_UP}, {57422, PRESS_PAGE_DOWN},
        {57423, PRESS_HOME}, {57424, PRESS_END},     {57426, PRESS_DELETE},
    };
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].code == code)
            return moves[i].key;
    if (code >= KEYPAD && code < KEYPAD + sizeof keypad - 1)
        code = (uint32_t)keypad[code - KEYPAD];
    if (code == 8 || code == '\t' || code == '\r' || code == 0x1b || code == 0x7f)
        return sequence_character(code);
    bool printable = code >= 0x20 && code < LARGEST && !text_forbidden(code);
    return printable && (code < PRIVATE || code > LAST_PRIVATE) ? code : PRESS_NONE;
}

/* A key with modifiers, of which the locks only turn letters into capitals. `shifted` is what Shift
 * makes of it on that keyboard, or 0 where that is not known. */
static uint32_t combination(uint32_t code, uint32_t shifted, unsigned modifiers) {
    bool capital = ((modifiers & SHIFT) != 0) != ((modifiers & CAPS_LOCK) != 0);
    bool letter = code < 0x80 && text_lower((int)code) != text_upper((int)code);
    modifiers &= ~(unsigned)(CAPS_LOCK | NUM_LOCK);
    if (modifiers == CTRL)
        return control_key(letter ? (uint32_t)text_lower((int)code) : code);
    if (modifiers == SHIFT && code == '\t')
        return PRESS_BACK_TAB;
    if (letter && (modifiers | SHIFT) == SHIFT)
        return (uint32_t)(capital ? text_upper((int)code) : text_lower((int)code));
    if (modifiers == SHIFT)
        return shifted > ' ' ? coded_key(shifted) : PRESS_NONE;
    return modifiers ? PRESS_NONE : coded_key(code);
}

/* ---- sequences ---- */

/* Keys by the last byte and the first parameter, which is 1 where it is left out. */
static const struct {
    char final;
    unsigned number;
    uint32_t key;
} named[] = {
    {'A', 1, PRESS_UP},       {'B', 1, PRESS_DOWN},    {'C', 1, PRESS_RIGHT},
    {'D', 1, PRESS_LEFT},     {'H', 1, PRESS_HOME},    {'F', 1, PRESS_END},
    {'Z', 1, PRESS_BACK_TAB}, {'~', 1, PRESS_HOME},    {'~', 3, PRESS_DELETE},
    {'~', 4, PRESS_END},      {'~', 5, PRESS_PAGE_UP}, {'~', 6, PRESS_PAGE_DOWN},
    {'~', 7, PRESS_HOME},     {'~', 8, PRESS_END},
};

static uint32_t named_key(char final, unsigned number, unsigned modifiers) {
    modifiers &= ~(unsigned)(CAPS_LOCK | NUM_LOCK);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].final == final && named[i].number == (number ? number : 1))
            return modifiers == 0 || (modifiers == SHIFT && final == 'Z') ? named[i].key
                                                                          : PRESS_NONE;
    return PRESS_NONE;
}

/* The keypad sends its characters, and Tab and Enter, as the letters 0x40 above them. */
static uint32_t keypad_key(const char *bytes, size_t length) {
    char final = bytes[length - 1];
    if (length > 1) /* with modifiers */
        return PRESS_NONE;
    if (final == ' ' || final == 'X')
        return final == ' ' ? ' ' : '=';
    if (final == 'I' || final == 'M' || (final >= 'j' && final <= 'y'))
        return sequence_character((uint32_t) final - 0x40);
    return named_key(final, 1, 0);
}

static uint32_t csi_key(const char *bytes, size_t length) {
    enum { MODIFY_OTHER_KEYS = 27 };
    struct parameters read = read_parameters(bytes, length);
    unsigned number = read.part[0][0], character = read.part[2][0];
    /* the modifiers are 1 and their sum, and behind them stands what was done with the key */
    unsigned sum = read.part[1][0], modifiers = sum ? sum - 1 : 0, event = read.part[1][1];
    if (read.count == 0 || event > REPEATED)
        return PRESS_NONE;
    if (read.final == 'u')
        return combination(number, read.part[0][1], modifiers);
    if (read.final == '~' && number == MODIFY_OTHER_KEYS && read.count == 3)
        return combination(character, character, modifiers);
    return named_key(read.final, number, modifiers);
}

/* ---- the mouse ---- */

/* The wheel is two buttons. A click with modifiers, a release and a move are nothing. */
static struct press mouse_press(unsigned button, unsigned column, unsigned row) {
    static const struct {
        unsigned button;
        uint32_t key;
    } buttons[] = {{0, PRESS_CLICK}, {64, PRESS_WHEEL_UP}, {65, PRESS_WHEEL_DOWN}};
    struct press press = {.key = PRESS_NONE};
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        if (buttons[i].button == button && column - 1 < INT16_MAX && row - 1 < INT16_MAX)
            press = (struct press){
                .key = buttons[i].key, .column = (int)column - 1, .row = (int)row - 1};
    return press;
}

struct press sequence_mouse(const char bytes[3]) {
    const unsigned char *byte = (const unsigned char *)bytes;
    return mouse_press(byte[0] - 32u, byte[1] - 32u, byte[2] - 32u);
}

struct press sequence_press(const char *bytes, size_t length) {
    if (bytes[1] == 'O')
        return (struct press){.key = keypad_key(bytes + 2, length - 2)};
    if (bytes[2] != '<')
        return (struct press){.key = csi_key(bytes + 2, length - 2)};
    struct parameters read = read_parameters(bytes + 3, length - 3);
    if (read.count != 3 || read.final != 'M')
        return (struct press){.key = PRESS_NONE};
    return mouse_press(read.part[0][0], read.part[1][0], read.part[2][0]);
}
