/*
 * The text of a file, piece by piece, and what its first piece shows: bytes as spreadsheets and
 * downloads write them, made UTF-8 with line feeds. UTF-16 is told by its byte order mark or by the
 * NULs between ASCII letters. What is not UTF-8 is taken for Windows-1252: decided by the first
 * piece with anything beyond ASCII in it, where well-formed sequences must not be outnumbered by
 * stray bytes.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

enum encoding { ENCODING_ASCII_SO_FAR, UTF_8, WINDOWS_1252, UTF_16LE, UTF_16BE };

enum { WAITING = 3 }; /* so many bytes of a character may wait for its end */

/* Set the first three: a file or, where that is NULL, memory. The rest is all zeros. */
struct pieces {
    FILE *file;
    const char *bytes;
    size_t left;

    /* to read once there is a first piece */
    const char *kind; /* what it is, where it can be no CSV: as kind_of_bytes has it; else NULL */
    char separator;   /* between fields */

    /* its own */
    enum encoding encoding;
    bool returns_end_rows; /* by carriage returns alone, as old Macintosh programs wrote */
    char *raw, *text, kept[WAITING];
    size_t waiting; /* of those kept */
    bool begun, ended;
};

/* The next piece as UTF-8, valid until the next call; false at the end, and where reading failed,
 * which stays in the file's error indicator. A first line "sep=;" is left out. Memory comes from
 * the arena, under arenas_try. */
bool pieces_next(struct pieces *pieces, struct arena *arena, const char **text, size_t *length);

/* kinds.c, of what is no CSV: its name and what to do with it, a sentence without a full stop, by
 * the first bytes of a file; NULL where they are of none of these kinds. */
const char *kind_of_bytes(const char *bytes, size_t length);

/* The same by its first text, in UTF-8. */
const char *kind_of_text(const char *text, size_t length);
