#include "history/encoding.h"

#include <string.h>

#include "base/text.h"

/* ---- which it is ---- */

/* The bytes of a mark, which says the encoding and is no text; 0 without one. */
static size_t take_mark(struct decoder *decoder, const char *bytes, size_t length) {
    static const struct {
        const char *mark;
        enum encoding encoding;
    } marks[] = {{"\xEF\xBB\xBF", UTF_8}, {"\xFF\xFE", UTF_16LE}, {"\xFE\xFF", UTF_16BE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i].mark);
        if (length >= size && memcmp(bytes, marks[i].mark, size) == 0) {
            decoder->encoding = marks[i].encoding;
            return size;
        }
    }
    if (length >= 4 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
        decoder->encoding = UTF_16LE;
    if (length >= 4 && !bytes[0] && bytes[1] && !bytes[2] && bytes[3])
        decoder->encoding = UTF_16BE;
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
static size_t judge_encoding(struct decoder *decoder, const char *bytes, size_t length, bool last) {
    size_t sound = 0, stray = 0, size;
    uint32_t code;
    for (size_t at = 0; at < length; at += size) {
        size = text_decode(bytes + at, length - at, &code);
        if (size == 0 && !last && sound + stray == 0 && is_cut_short(bytes + at, length - at))
            return at;
        sound += size > 1;
        stray += size == 0 && !is_cut_short(bytes + at, length - at);
        size = size ? size : 1;
    }
    decoder->encoding = sound >= stray && sound > 0 ? UTF_8 : WINDOWS_1252;
    return length;
}

/* ---- from each ---- */

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

static size_t from_utf16(const char *bytes, size_t length, bool big, bool last, char *to,
                         size_t *written) {
    size_t at = 0;
    char *start = to;
    while (at + 2 <= length) {
        uint32_t code = unit(bytes + at, big), low = 0;
        bool paired = code >= 0xD800 && code < 0xDC00;
        if (paired && at + 4 > length && !last)
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
    *written = (size_t)(to - start);
    return last ? length : at;
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

static void settle_returns(const struct decoder *decoder, char *text, size_t length) {
    char instead = decoder->returns_end_rows ? '\n' : ' ';
    for (char *at = text; (at = memchr(at, '\r', length - (size_t)(at - text))) != NULL; at++)
        *at = instead;
}

/* ---- all of it ---- */

size_t decode(struct decoder *decoder, char *bytes, size_t length, bool last, char *room,
              char **text, size_t *written) {
    bool first = !decoder->begun;
    size_t skip = first ? take_mark(decoder, bytes, length) : 0, used = length - skip;
    decoder->begun = true;
    bytes += skip;
    if (decoder->encoding == ENCODING_ASCII_SO_FAR && !is_ascii(bytes, used))
        used = judge_encoding(decoder, bytes, used, last);
    *text = room;
    switch (decoder->encoding) {
    case UTF_16LE:
    case UTF_16BE:
        used = from_utf16(bytes, used, decoder->encoding == UTF_16BE, last, room, written);
        break;
    case WINDOWS_1252:
        *written = from_windows(bytes, used, room);
        break;
    case ENCODING_ASCII_SO_FAR:
    case UTF_8:
        *text = bytes;
        *written = used;
        break;
    }
    if (first)
        decoder->returns_end_rows = has_returns_alone(*text, *written);
    settle_returns(decoder, *text, *written);
    return skip + used;
}
