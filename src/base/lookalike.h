/* Characters that look like one of ASCII, or stand where it does on another keyboard: a no-break
 * space, a full-width colon, a minus sign, a Cyrillic letter. */
#pragma once

#include "base/diagnostics.h"

/* The character of ASCII that a code point looks like, and what the code point is called ("a
 * Cyrillic letter"); 0 for ASCII itself and for what looks like none of it. */
char lookalike_of(uint32_t code, const char **name);

/* Writes a text with ASCII in place of every look-alike. False where it has none, or something else
 * beyond ASCII, or is longer than any code, number or name: that was meant for prose. */
enum { LOOKALIKE_PLAIN = 256 };
bool lookalike_plain(const char *text, char plain[LOOKALIKE_PLAIN]);

/* The word in a text that lookalike_plain wrote, cut there: without blanks and quotes about it. */
char *lookalike_word(char *plain);

/* Reports the look-alike at `at`: "U+0410 is a Cyrillic letter, which looks like 'A'", and to type
 * that, as in `whole`, where it is not NULL. */
void diagnose_lookalike(struct veto_diagnostics *list, struct span at, const char *whole);

/* The same for the first look-alike within `at`. */
void diagnose_first_lookalike(struct veto_diagnostics *list, struct span at, const char *whole);
