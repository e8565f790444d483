/*
 * Strings of any bytes in YAML. What is text stands as it is. A byte that no file of this program
 * may hold (a control character, a carriage return, the byte order mark, what is not UTF-8) stands
 * as a character for private use, U+10FF00 and the byte, by its escape; and so do the bytes of such
 * a character itself. So every string has one way to be written, and reads back to the byte.
 */
#pragma once

#include <stddef.h>
#include <stdio.h>

struct arena;

/* Writes a string as a scalar, in double quotes where it needs them; in lines where it has some,
 * those after the first indented by `indent`. 0: in one line. */
void bytes_write(FILE *file, const char *bytes, size_t length, unsigned indent);

/* Back from what YAML gave. NUL behind it; there may be others in it. */
const char *bytes_read(struct arena *arena, const char *text, size_t length, size_t *count);
