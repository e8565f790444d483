#include "tui/input.h"

#include <string.h>

#include "base/text.h"

enum { CANCEL = 0x18, SUBSTITUTE = 0x1a, ESCAPE = 0x1b, DELETE = 0x7f, BELL = 0x07 };

static const char paste_start[] = "\033[200~", paste_end[] = "\033[201~";

/* ---- what comes of it ---- */

static bool give(uint32_t key, struct press *press) {
    *press = (struct press){.key = key};
    return key != PRESS_NONE;
}

static bool end(struct input *input) {
    input->state = INPUT_GROUND;
    input->alt = false;
    return false;
}

static void keep_byte(struct input *input, unsigned char byte) {
    if (input->length < INPUT_LONGEST)
        input->bytes[input->length] = (char)byte;
    input->length += input->length <= INPUT_LONGEST;
}

static bool is(const struct input *input, const char *bytes) {
    return input->length <= INPUT_LONGEST && strlen(bytes) == input->length &&
           memcmp(bytes, input->bytes, input->length) == 0;
}

/* As the terminal's description has it. */
static uint32_t known_key(const struct input *input) {
    for (size_t i = 0; i < input->known_count; i++)
        if (is(input, input->known[i].bytes))
            return input->known[i].key;
    return PRESS_NONE;
}

/* ---- sequences ---- */

static bool begin_escape(struct input *input) {
    end(input);
    input->state = INPUT_ESCAPED;
    input->length = 0;
    keep_byte(input, ESCAPE);
    return false;
}

/* A whole sequence of CSI or SS3. */
static bool finish_input(struct input *input, struct press *press) {
    bool alt = input->alt;
    end(input);
    if (is(input, paste_start)) {
        input->state = INPUT_PASTED;
        input->pasted = input->matched = 0;
        input->blank = false;
        return false;
    }
    if (alt || input->length > INPUT_LONGEST)
        return false;
    *press = (struct press){.key = known_key(input)};
    if (press->key == PRESS_NONE)
        *press = sequence_press(input->bytes, input->length);
    return press->key != PRESS_NONE;
}

/* rxvt ends keys with Shift by a sign that ends nothing elsewhere: behind one number. */
static bool is_rxvt_shift(const struct input *input) {
    size_t digits = 0;
    if (input->length > INPUT_LONGEST)
        return false;
    while (digits + 3 < input->length && input->bytes[digits + 2] >= '0' &&
           input->bytes[digits + 2] <= '9')
        digits++;
    return digits > 0 && digits + 3 == input->length && input->bytes[digits + 2] == '$';
}

static bool take_sequence(struct input *input, unsigned char byte, struct press *press) {
    bool csi = input->bytes[1] == '[';
    if (byte < 0x20 || byte >= DELETE)
        return false;
    keep_byte(input, byte);
    if (csi && is(input, "\033[[")) {
        input->state = INPUT_FUNCTION;
    } else if (input->mouse && is(input, "\033[M")) {
        input->state = INPUT_MOUSE;
        input->length = 0;
    } else if (csi ? byte >= '@' || is_rxvt_shift(input)
                   : (byte < '0' || byte > '9') && byte != ';') {
        return finish_input(input, press);
    }
    return false;
}

static bool take_mouse(struct input *input, unsigned char byte, struct press *press) {
    keep_byte(input, byte);
    if (input->length < 3)
        return false;
    bool alt = input->alt;
    end(input);
    *press = sequence_mouse(input->bytes);
    return !alt && press->key != PRESS_NONE;
}

/* ---- characters ---- */

static size_t bytes_of(unsigned char lead) {
    static const struct {
        unsigned char below;
        size_t bytes;
    } leads[] = {{0x80, 1}, {0xC2, 0}, {0xE0, 2}, {0xF0, 3}, {0xF5, 4}};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (lead < leads[i].below)
            return leads[i].bytes;
    return 0;
}

static bool take_escaped(struct input *input, unsigned char byte, struct press *press);

/* The controls that stand for an Esc and a letter. */
static bool is_c1(uint32_t code) {
    return code >= 0x80 && code < 0xA0;
}

static bool begin_c1(struct input *input, uint32_t code, struct press *press) {
    begin_escape(input);
    return take_escaped(input, (unsigned char)(code - 0x40), press);
}

static bool begin_character(struct input *input, unsigned char byte, struct press *press) {
    if (byte == ESCAPE)
        return begin_escape(input);
    if (is_c1(byte))
        return begin_c1(input, byte, press);
    input->length = 0;
    keep_byte(input, byte);
    input->state = bytes_of(byte) > 1 ? INPUT_CHARACTER : INPUT_GROUND;
    return byte < 0x80 && give(sequence_character(byte), press);
}

/* Where its bytes break off they are nothing, and the next one begins anew. */
static bool take_character(struct input *input, unsigned char byte, struct press *press) {
    uint32_t code;
    bool alt = input->alt;
    if ((byte & 0xC0) != 0x80) {
        end(input);
        return begin_character(input, byte, press);
    }
    keep_byte(input, byte);
    if (input->length < bytes_of((unsigned char)*input->bytes))
        return false;
    end(input);
    if (alt || text_decode(input->bytes, input->length, &code) != input->length)
        return false;
    return is_c1(code) ? begin_c1(input, code, press) : give(code, press);
}

/* ---- behind an Esc ---- */

/* Two are Alt with a key where CSI or SS3 follows; else the first of them is the key. */
static bool take_escaped(struct input *input, unsigned char byte, struct press *press) {
    bool two = input->alt;
    keep_byte(input, byte);
    if (byte == '[' || byte == 'O') {
        input->state = INPUT_SEQUENCE;
        return false;
    }
    if (!two && known_key(input)) {
        end(input);
        return give(known_key(input), press);
    }
    if (byte == ESCAPE) {
        begin_escape(input);
        input->alt = true;
    } else if (byte && strchr("P]X^_", byte)) {
        input->state = INPUT_STRING;
    } else { /* Alt with a character, which nothing is bound to */
        end(input);
        if (byte >= 0x80)
            begin_character(input, byte, press);
        input->alt = input->state == INPUT_CHARACTER;
    }
    return two && give(PRESS_ESCAPE, press);
}

/* ---- strings ---- */

/* They end by ST, and by BEL. */
static bool take_string(struct input *input, unsigned char byte, struct press *press) {
    if (input->state == INPUT_STRING_ESCAPED && byte != '\\') {
        begin_escape(input);
        return byte != ESCAPE && take_escaped(input, byte, press);
    }
    if (byte == ESCAPE)
        input->state = INPUT_STRING_ESCAPED;
    else if (byte == BELL || input->state == INPUT_STRING_ESCAPED)
        end(input);
    return false;
}

/* ---- a paste ---- */

static void keep_pasted(struct input *input, char byte) {
    if (input->pasted + 1 < INPUT_PASTE)
        input->paste[input->pasted++] = byte;
}

/* A line feed becomes a blank where something follows it. */
static void paste(struct input *input, char byte) {
    if (byte == '\r' || byte == '\n' || byte == '\t') {
        input->blank = true;
    } else if ((unsigned char)byte >= ' ' && byte != DELETE) {
        if (input->blank)
            keep_pasted(input, ' ');
        input->blank = false;
        keep_pasted(input, byte);
    }
}

static bool take_pasted(struct input *input, unsigned char byte, struct press *press) {
    if (byte != (unsigned char)paste_end[input->matched]) {
        for (size_t i = 0; i < input->matched; i++)
            paste(input, paste_end[i]);
        input->matched = 0;
    }
    if (byte != (unsigned char)paste_end[input->matched])
        paste(input, (char)byte);
    else if (paste_end[++input->matched] == '\0') {
        end(input);
        input->paste[input->pasted] = '\0';
        *press = (struct press){.key = PRESS_PASTE, .text = input->paste};
        return input->pasted > 0;
    }
    return false;
}

/* ---- bytes and time ---- */

void input_learn(struct input *input, const char *bytes, uint32_t key) {
    if (bytes && bytes[0] == ESCAPE && bytes[1] != '\0' && input->known_count < INPUT_KNOWN) {
        input->known[input->known_count].bytes = bytes;
        input->known[input->known_count++].key = key;
    }
}

bool input_byte(struct input *input, unsigned char byte, struct press *press) {
    static bool (*const takes[])(struct input *, unsigned char, struct press *) = {
        [INPUT_GROUND] = begin_character, [INPUT_CHARACTER] = take_character,
        [INPUT_ESCAPED] = take_escaped,   [INPUT_SEQUENCE] = take_sequence,
        [INPUT_MOUSE] = take_mouse,       [INPUT_STRING] = take_string,
        [INPUT_PASTED] = take_pasted,     [INPUT_STRING_ESCAPED] = take_string,
    };
    bool cut = input->state != INPUT_GROUND && input->state != INPUT_PASTED;
    if (cut && (byte == CANCEL || byte == SUBSTITUTE))
        return end(input);
    if (byte == ESCAPE && input->state >= INPUT_SEQUENCE && input->state <= INPUT_MOUSE)
        return begin_escape(input);
    if (input->state == INPUT_FUNCTION)
        return end(input);
    return takes[input->state](input, byte, press);
}

int input_patience(const struct input *input) {
    if (input->state == INPUT_ESCAPED)
        return INPUT_ESCAPE;
    if (input->state == INPUT_PASTED) /* an Esc alone is a hand's, which wants to go on */
        return input->matched == 1 ? INPUT_REST : 0;
    return input->state == INPUT_GROUND ? 0 : INPUT_REST;
}

bool input_silence(struct input *input, int milliseconds, struct press *press) {
    int patience = input_patience(input);
    if (patience == 0 || milliseconds < patience)
        return false;
    if (input->state != INPUT_ESCAPED)
        return end(input);
    if (input->alt)
        input->alt = false; /* there is one more */
    else
        end(input);
    return give(PRESS_ESCAPE, press);
}
