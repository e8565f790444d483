/*
 * Splits what a terminal sends into presses: characters, keys, clicks and pasted text. What is no
 * key is taken whole and is nothing, so that no part of it acts as a key. It knows neither terminal
 * nor clock: bytes go in, and for how long there were none.
 *
 * Keys have the forms of xterm, the VT220, rxvt, the Linux console, kitty and xterm's
 * modifyOtherKeys. A key with modifiers is a key only where that very combination means something;
 * a reply to a query is none.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "play/keys.h"

enum {
    INPUT_ESCAPE = 50,  /* milliseconds of silence until an Esc is the key, ... */
    INPUT_REST = 1000,  /* ... and until nothing more is expected of what was cut off */
    INPUT_PASTE = 512,  /* bytes of a paste that are kept: more than any field takes */
    INPUT_LONGEST = 32, /* bytes of a sequence that may be a key */
    INPUT_KNOWN = 24,   /* keys that can be taught */
};

enum input_state {
    INPUT_GROUND,         /* a character begins */
    INPUT_CHARACTER,      /* within one of several bytes */
    INPUT_ESCAPED,        /* behind an Esc, or two */
    INPUT_SEQUENCE,       /* within CSI or SS3 */
    INPUT_FUNCTION,       /* one more byte: a function key of the Linux console */
    INPUT_MOUSE,          /* three more: the mouse as X10 has it */
    INPUT_STRING,         /* within OSC, DCS, APC, PM or SOS, ... */
    INPUT_STRING_ESCAPED, /* ... behind an Esc, which may be its end */
    INPUT_PASTED,
};

/* A plain value; all zero at the start. */
struct input {
    enum input_state state;
    bool mouse; /* the terminal may send it as X10 has it, which has another form than keys */
    bool alt;   /* what comes is with Alt, or behind a second Esc */
    char bytes[INPUT_LONGEST];
    size_t length; /* of what is being taken; it may be longer than what is kept */
    char paste[INPUT_PASTE];
    size_t pasted, matched; /* how much of its end has come */
    bool blank;             /* a blank comes before what is pasted next */
    struct {
        const char *bytes;
        uint32_t key;
    } known[INPUT_KNOWN];
    size_t known_count;
};

/* A key that this kind of terminal sends: `bytes`, which live on, begin with Esc. NULL is none. */
void input_learn(struct input *input, const char *bytes, uint32_t key);

/* Takes a byte. True where that gives a press; text that was pasted lives until the next byte. */
bool input_byte(struct input *input, unsigned char byte, struct press *press);

/* Milliseconds of silence that would mean something now; 0: none does. */
int input_patience(const struct input *input);

/* There was no byte for so long. True where that gives a press. */
bool input_silence(struct input *input, int milliseconds, struct press *press);

/* ---- which key it is: sequence.c ---- */

/* Beside those that the views know, keys that a terminal turns into signals unless it encodes
 * them: as ASCII has them. */
enum { PRESS_CTRL_C = 0x03, PRESS_CTRL_Z = 0x1A, PRESS_CTRL_BACKSLASH = 0x1C };

/* The key of a code point, control or printable; PRESS_NONE where it is none. */
uint32_t sequence_character(uint32_t code);

/* That of a whole sequence of CSI or SS3, from its Esc to its last byte; or a press of the mouse,
 * in xterm's form 1006. */
struct press sequence_press(const char *bytes, size_t length);

/* The mouse in the form of X10: button, column and row in a byte each. */
struct press sequence_mouse(const char bytes[3]);
