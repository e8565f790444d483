/*
 * What a key is that the terminal sends as a control character or as an escape sequence: the forms
 * of xterm, the VT220, rxvt, the Linux console, kitty and xterm's modifyOtherKeys. A key with
 * modifiers is a key only where that very combination means something; a reply to a query is none.
 */
#ifndef TUI_SEQUENCE_H
#define TUI_SEQUENCE_H

#include <stddef.h>
#include <stdint.h>

#include "play/keys.h"

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

#endif
