/*
 * The bytes of a file as spreadsheets and downloads write them, made UTF-8 with line feeds, piece
 * by piece. UTF-16 is told by its byte order mark or by the NULs between ASCII letters. What is
 * not UTF-8 is taken for Windows-1252: decided by the first piece with anything beyond ASCII in it,
 * where well-formed sequences must not be outnumbered by stray bytes.
 */
#ifndef HISTORY_ENCODING_H
#define HISTORY_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

enum encoding { ENCODING_ASCII_SO_FAR, UTF_8, WINDOWS_1252, UTF_16LE, UTF_16BE };

/* All zeros to begin with. */
struct decoder {
    enum encoding encoding;
    bool begun;
    bool returns_end_rows; /* by carriage returns alone, as old Macintosh programs wrote */
};

/* A byte becomes at most three, and so many bytes of a character may wait for its end. */
enum { DECODED_BYTES = 3, DECODER_WAITING = 3 };

/*
 * Decodes to `room`, of DECODED_BYTES a byte, or where nothing is to be done but to change carriage
 * returns, in place: *text says where it came out, *written how long. Returns how many bytes were
 * used up: the rest, at most DECODER_WAITING of them, begin a character and are to be given again
 * before the next ones, unless this was the `last` piece.
 *
 * Carriage returns become line feeds where they alone end rows, and blanks elsewhere: before a line
 * feed, and where somebody typed one by mistake.
 */
size_t decode(struct decoder *decoder, char *bytes, size_t length, bool last, char *room,
              char **text, size_t *written);

#endif
