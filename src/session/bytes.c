#include "session/bytes.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { PRIVATE = 0x10FF00, PRIVATE_LAST = 0x10FFFF };

static bool is_private(uint32_t code) {
    return code >= PRIVATE && code <= PRIVATE_LAST;
}

/* How many bytes at `at` are one character of a text; 0: a byte that has to be escaped. */
static size_t plain_bytes(const char *at, size_t length) {
    uint32_t code;
    size_t bytes = text_decode(at, length, &code);
    return bytes == 0 || text_forbidden(code) || is_private(code) ? 0 : bytes;
}

/* ---- in a block of lines ---- */

/* Whether a text can stand as a block: what is in it must be neither escaped nor folded away. */
static bool fits_block(const char *bytes, size_t length) {
    if (length == 0 || bytes[0] == '\n' || !memchr(bytes, '\n', length))
        return false;
    for (size_t at = 0, step; at < length; at += step)
        if ((step = plain_bytes(bytes + at, length - at)) == 0)
            return false;
    return true;
}

/* With the indentation said: the text's own may begin with blanks. The last line feed is the
 * caller's, as behind any scalar. */
static void write_block(FILE *file, const char *bytes, size_t length, unsigned indent) {
    const char *end = bytes + length;
    fputs(end[-1] == '\n' ? "|2+\n" : "|2-\n", file);
    while (bytes < end) {
        const char *feed = memchr(bytes, '\n', (size_t)(end - bytes));
        size_t line = feed ? (size_t)(feed - bytes) : (size_t)(end - bytes);
        if (line > 0)
            fprintf(file, "%*s", (int)indent, "");
        fwrite(bytes, 1, line, file);
        bytes += line + (feed != NULL);
        if (bytes < end)
            fputc('\n', file);
    }
}

/* ---- in double quotes ---- */

static void write_character(FILE *file, const char *at, size_t bytes) {
    if (bytes == 0)
        fprintf(file, "\\U%08X", (unsigned)(PRIVATE + (unsigned char)*at));
    else if (*at == '\n')
        fputs("\\n", file);
    else if (*at == '\t')
        fputs("\\t", file);
    else
        fprintf(file, *at == '"' || *at == '\\' ? "\\%.*s" : "%.*s", (int)bytes, at);
}

/* A line is broken behind a line feed: what follows must not begin with a blank that would be taken
 * for indentation. */
static void write_quoted(FILE *file, const char *bytes, size_t length, unsigned indent) {
    fputc('"', file);
    for (size_t at = 0; at < length;) {
        size_t step = plain_bytes(bytes + at, length - at);
        write_character(file, bytes + at, step);
        bool feed = bytes[at] == '\n';
        at += step ? step : 1;
        if (feed && indent && at < length)
            fprintf(file, "\\\n%*s%s", (int)indent, "", bytes[at] == ' ' ? "\\" : "");
    }
    fputc('"', file);
}

/* ---- either ---- */

/* Words and numbers and the paths of overrides, that need no quotes: nothing that YAML takes for
 * something else. */
static bool is_plain_scalar(const char *bytes, size_t length) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char all[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=+";
    if (length == 0 || !memchr(letters, bytes[0], sizeof letters - 1))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!memchr(all, bytes[i], sizeof all - 1))
            return false;
    return !(length == 4 && memcmp(bytes, "null", 4) == 0);
}

void bytes_write(FILE *file, const char *bytes, size_t length, unsigned indent) {
    if (is_plain_scalar(bytes, length))
        fwrite(bytes, 1, length, file);
    else if (indent && fits_block(bytes, length))
        write_block(file, bytes, length, indent);
    else
        write_quoted(file, bytes, length, indent);
}

const char *bytes_read(struct arena *arena, const char *text, size_t length, size_t *count) {
    char *bytes = arena_copy(arena, text, length);
    size_t used = 0;
    for (size_t at = 0, step; at < length; at += step) {
        uint32_t code = 0;
        step = text_decode(text + at, length - at, &code);
        step = step ? step : 1;
        if (is_private(code)) {
            bytes[used++] = (char)(code - PRIVATE);
        } else {
            memcpy(bytes + used, text + at, step);
            used += step;
        }
    }
    bytes[used] = '\0';
    *count = used;
    return bytes;
}
