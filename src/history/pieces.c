#include "history/pieces.h"

#include <string.h>

#include "base/text.h"

enum { PIECE = 1 << 16 };

/* ---- separators ---- */

static size_t line_length(const char *text, size_t length) {
    const char *end = memchr(text, '\n', length);
    return end ? (size_t)(end - text) : length;
}

/* The line "sep=;" that some spreadsheets write first; its length, or 0 where there is none. */
static size_t take_separator(struct pieces *pieces, const char *text, size_t length) {
    static const char name[] = "sep=";
    size_t line = line_length(text, length), at = line > 0 && *text == '"', i = 0;
    for (; name[i] && at < line && text_lower((unsigned char)text[at]) == name[i]; i++)
        at++;
    if (name[i] || at == line || strchr(" \"", text[at]))
        return 0;
    pieces->separator = text[at];
    return line < length ? line + 1 : line;
}

/* The sign that stands most often in the first line with anything in it, between quotes aside. */
static char find_separator(const char *text, size_t length) {
    static const char signs[] = ",;\t";
    size_t counts[sizeof signs] = {0}, most = 0;
    bool quoted = false, begun = false;
    for (size_t i = 0; i < length && !(begun && !quoted && text[i] == '\n'); i++) {
        const char *sign = text[i] ? strchr(signs, text[i]) : NULL;
        quoted ^= text[i] == '"';
        begun |= text[i] != '\n' && text[i] != ' ';
        if (sign && !quoted)
            counts[sign - signs]++;
    }
    for (size_t i = 1; signs[i]; i++)
        most = counts[i] > counts[most] ? i : most;
    return signs[most];
}

/* ---- pieces ---- */

static size_t fill_buffer(struct pieces *pieces, char *to) {
    size_t length = pieces->left < PIECE ? pieces->left : PIECE;
    if (pieces->file)
        return fread(to, 1, PIECE, pieces->file);
    if (length > 0)
        memcpy(to, pieces->bytes, length);
    pieces->bytes += length;
    pieces->left -= length;
    return length;
}

static void look_at_piece(struct pieces *pieces, const char **text, size_t *length) {
    if (!pieces->kind)
        pieces->kind = kind_of_text(*text, *length);
    size_t line = take_separator(pieces, *text, *length);
    *text += line;
    *length -= line;
    if (line == 0)
        pieces->separator = find_separator(*text, *length);
}

static void begin_pieces(struct pieces *pieces, struct arena *arena) {
    pieces->raw = arena_take(arena, PIECE + DECODER_WAITING);
    pieces->text = arena_take(arena, DECODED_BYTES * (PIECE + DECODER_WAITING));
    pieces->begun = true;
}

bool pieces_next(struct pieces *pieces, struct arena *arena, const char **text, size_t *length) {
    bool first = !pieces->begun;
    if (pieces->ended)
        return false;
    if (first)
        begin_pieces(pieces, arena);
    memcpy(pieces->raw, pieces->kept, pieces->waiting);
    size_t more = fill_buffer(pieces, pieces->raw + pieces->waiting), all = pieces->waiting + more;
    pieces->ended = more < PIECE;
    if (pieces->file && ferror(pieces->file))
        return false;
    if (first)
        pieces->kind = kind_of_bytes(pieces->raw, all);
    char *decoded;
    size_t used =
        decode(&pieces->decoder, pieces->raw, all, pieces->ended, pieces->text, &decoded, length);
    *text = decoded;
    if (first)
        look_at_piece(pieces, text, length);
    pieces->waiting = all - used;
    memcpy(pieces->kept, pieces->raw + used, pieces->waiting);
    return true;
}
