#include "history/pieces.h"

#include <string.h>

#include "base/text.h"

enum { PIECE = 1 << 16, DECODED_BYTES = 3 }; /* a byte becomes at most so many */

/* ---- encodings: which it is ---- */

/* The bytes of a mark, which says the encoding and is no text; 0 without one. */
static size_t take_mark(struct pieces *pieces, const char *bytes, size_t length) {
    static const struct {
        const char *mark;
        enum encoding encoding;
    } marks[] = {{"\xEF\xBB\xBF", UTF_8}, {"\xFF\xFE", UTF_16LE}, {"\xFE\xFF", UTF_16BE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i].mark);
        if (length >= size && memcmp(bytes, marks[i].mark, size) == 0) {
            pieces->encoding = marks[i].encoding;
            return size;
        }
    }
    if (length >= 4 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
        pieces->encoding = UTF_16LE;
    if (length >= 4 && !bytes[0] && bytes[1] && !bytes[2] && bytes[3])
        pieces->encoding = UTF_16BE;
    return 0;
}

static bool is_ascii(const char *bytes, size_t length) {
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)bytes[i];
    return all < 0x80;
}

/* Whether what is left is the beginning of a sequence and no more. */
static bool is_cut_short(const char *bytes, size_t left) {
    unsigned char lead = (unsigned char)*bytes;
    size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    for (size_t i = 1; i < left; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return false;
    return left < size && lead < 0xF5;
}

/* Returns the bytes that can be used already. */
static size_t judge_encoding(struct pieces *pieces, const char *bytes, size_t length) {
    size_t sound = 0, stray = 0, size;
    uint32_t code;
    for (size_t at = 0; at < length; at += size) {
        size = text_decode(bytes + at, length - at, &code);
        if (size == 0 && !pieces->ended && sound + stray == 0 &&
            is_cut_short(bytes + at, length - at))
            return at;
        sound += size > 1;
        stray += size == 0 && !is_cut_short(bytes + at, length - at);
        size = size ? size : 1;
    }
    pieces->encoding = sound >= stray && sound > 0 ? UTF_8 : WINDOWS_1252;
    return length;
}

/* ---- encodings: from each ---- */

static size_t put_character(char *to, uint32_t code) {
    char bytes[5];
    size_t size = text_encode(code, bytes);
    memcpy(to, bytes, size);
    return size;
}

static size_t from_windows(const char *bytes, size_t length, char *to) {
    static const uint16_t high[32] = {
        0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
        0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
    };
    char *start = to;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte < 0x80)
            *to++ = (char)byte;
        else
            to += put_character(to, byte < 0xA0 ? high[byte - 0x80] : byte);
    }
    return (size_t)(to - start);
}

static uint32_t unit(const char *bytes, bool big) {
    unsigned char first = (unsigned char)bytes[0], second = (unsigned char)bytes[1];
    return big ? (uint32_t)(first << 8 | second) : (uint32_t)(second << 8 | first);
}

enum { REPLACEMENT = 0xFFFD };

static size_t from_utf16(struct pieces *pieces, const char *bytes, size_t length, size_t *written) {
    bool big = pieces->encoding == UTF_16BE;
    size_t at = 0;
    char *to = pieces->text;
    while (at + 2 <= length) {
        uint32_t code = unit(bytes + at, big), low = 0;
        bool paired = code >= 0xD800 && code < 0xDC00;
        if (paired && at + 4 > length && !pieces->ended)
            break; /* the other half is in the next piece */
        if (paired && at + 4 <= length)
            low = unit(bytes + at + 2, big);
        at += 2;
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = REPLACEMENT;
        }
        to += put_character(to, code);
    }
    *written = (size_t)(to - pieces->text);
    return pieces->ended ? length : at;
}

/* To pieces->text, or in place where nothing is to be done: *text says where it came out, *written
 * how long. Returns how many bytes were used up; the rest begins a character. */
static size_t decode_piece(struct pieces *pieces, char *bytes, size_t length, char **text,
                           size_t *written) {
    if (pieces->encoding == ENCODING_ASCII_SO_FAR && !is_ascii(bytes, length))
        length = judge_encoding(pieces, bytes, length);
    *text = pieces->text;
    switch (pieces->encoding) {
    case UTF_16LE:
    case UTF_16BE:
        return from_utf16(pieces, bytes, length, written);
    case WINDOWS_1252:
        *written = from_windows(bytes, length, pieces->text);
        break;
    case ENCODING_ASCII_SO_FAR:
    case UTF_8:
        *text = bytes;
        *written = length;
        break;
    }
    return length;
}

/* ---- line ends ---- */

/* Whether no line feed ends a row, but carriage returns stand where one would. */
static bool has_returns_alone(const char *text, size_t length) {
    bool quoted = false, returns = false;
    for (size_t i = 0; i < length; i++) {
        quoted ^= text[i] == '"';
        if (text[i] == '\n' && !quoted)
            return false;
        returns |= text[i] == '\r' && !quoted;
    }
    return returns;
}

/* They become line feeds where they alone end rows, and blanks elsewhere: before a line feed, and
 * where somebody typed one by mistake. */
static void settle_returns(const struct pieces *pieces, char *text, size_t length) {
    char instead = pieces->returns_end_rows ? '\n' : ' ';
    for (char *at = text; (at = memchr(at, '\r', length - (size_t)(at - text))) != NULL; at++)
        *at = instead;
}

/* ---- separators ---- */

/* The line "sep=;" that some spreadsheets write first; its length, or 0 where there is none. */
static size_t take_separator(struct pieces *pieces, const char *text, size_t length) {
    static const char name[] = "sep=";
    const char *end = memchr(text, '\n', length);
    size_t line = end ? (size_t)(end - text) : length, at = line > 0 && *text == '"', i = 0;
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

bool pieces_next(struct pieces *pieces, struct arena *arena, const char **text, size_t *length) {
    bool first = !pieces->begun;
    if (pieces->ended)
        return false;
    if (first) {
        pieces->raw = arena_take(arena, PIECE + WAITING);
        pieces->text = arena_take(arena, DECODED_BYTES * (PIECE + WAITING));
        pieces->begun = true;
    }
    memcpy(pieces->raw, pieces->kept, pieces->waiting);
    size_t more = fill_buffer(pieces, pieces->raw + pieces->waiting), all = pieces->waiting + more;
    pieces->ended = more < PIECE;
    if (pieces->file && ferror(pieces->file))
        return false;
    if (first)
        pieces->kind = kind_of_bytes(pieces->raw, all);
    char *decoded;
    size_t used = first ? take_mark(pieces, pieces->raw, all) : 0;
    used += decode_piece(pieces, pieces->raw + used, all - used, &decoded, length);
    if (first)
        pieces->returns_end_rows = has_returns_alone(decoded, *length);
    settle_returns(pieces, decoded, *length);
    *text = decoded;
    if (first)
        look_at_piece(pieces, text, length);
    pieces->waiting = all - used;
    memcpy(pieces->kept, pieces->raw + used, pieces->waiting);
    return true;
}
