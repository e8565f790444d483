#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"

size_t text_decode(const char *text, size_t length, uint32_t *code) {
    utf8proc_int32_t point;
    utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &point);
    if (bytes <= 0 || point < 0)
        return 0;
    *code = (uint32_t)point;
    return (size_t)bytes;
}

size_t text_encode(uint32_t code, char bytes[5]) {
    utf8proc_ssize_t length = 0;
    if (utf8proc_codepoint_valid((utf8proc_int32_t)code))
        length = utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)bytes);
    bytes[length] = '\0';
    return (size_t)length;
}

bool text_forbidden(uint32_t code) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},
        {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
        {0xD800, 0xDFFF}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

/* Below Greek all letters are Latin; beyond, those of these blocks, which hold signs besides: more
 * Latin, punctuation and symbols, full-width ASCII. */
bool text_other_script(uint32_t code) {
    enum { GREEK = 0x370 };
    static const struct {
        uint32_t first, last;
    } latin[] = {
        {0x1AB0, 0x1AFF}, {0x1D00, 0x1EFF}, {0x2000, 0x2BFF}, {0x2C60, 0x2C7F}, {0xA720, 0xA7FF},
        {0xAB30, 0xAB6F}, {0xFB00, 0xFB06}, {0xFE00, 0xFE2F}, {0xFF00, 0xFF5E}, {0x1D400, 0x1D7FF},
    };
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ND;
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (code >= latin[i].first && code <= latin[i].last)
            return false;
    return code >= GREEK && letter;
}

enum {
    MOST_BYTES = 4,   /* of a code point: looking for the end of the text would cost its square */
    FOLD_MOST = 4,    /* code points that one becomes: none becomes more by its canonical form */
    SEARCH_WORD = 63, /* bytes of a word that count */
};

/* A letter of ASCII, with no more than ASCII behind it: nothing can join on. Most text is such. */
static bool stands_alone(const char *text, size_t length) {
    return *text >= ' ' && *text <= '~' && (length == 1 || (unsigned char)text[1] < 0x80);
}

size_t text_cluster(const char *text, size_t length, unsigned *width) {
    uint32_t code;
    *width = 0;
    if (length == 0 || *text == '\0')
        return 0;
    size_t used = stands_alone(text, length) ? 0 : text_decode(text, length, &code);
    if (used == 0) { /* or no text: a byte */
        *width = 1;
        return 1;
    }
    int columns = utf8proc_charwidth((utf8proc_int32_t)code);
    if (code < 0x300 && used < length && (unsigned char)text[used] < 0x80) {
        *width = (unsigned)columns; /* ASCII behind it: nothing can join on */
        return used;
    }
    utf8proc_int32_t state = 0, previous = (utf8proc_int32_t)code;
    while (used < length) {
        size_t bytes = text_decode(text + used, length - used, &code);
        if (bytes == 0 || text_forbidden(code) || /* it would hide in the cluster */
            utf8proc_grapheme_break_stateful(previous, (utf8proc_int32_t)code, &state))
            break;
        int more = utf8proc_charwidth((utf8proc_int32_t)code);
        if (code >= 0x1F1E6 && code <= 0x1F1FF)
            columns += more; /* letters of flags join only each other: two letters, one flag */
        else
            columns = more > columns ? more : columns;
        previous = (utf8proc_int32_t)code;
        used += bytes;
    }
    *width = (unsigned)columns;
    return used;
}

bool text_drop_cluster(char *text) {
    char *last = NULL;
    unsigned width;
    for (size_t bytes; (bytes = text_cluster(text, strlen(text), &width)) > 0; text += bytes)
        last = text;
    if (last)
        *last = '\0';
    return last != NULL;
}

size_t text_width_n(const char *text, size_t length) {
    size_t columns = 0;
    unsigned width;
    for (size_t bytes; (bytes = text_cluster(text, length, &width)) > 0;
         text += bytes, length -= bytes)
        columns += width;
    return columns;
}

size_t text_width(const char *text) {
    return text_width_n(text, strlen(text));
}

size_t text_fit(const char *text, size_t length, size_t columns) {
    size_t used = 0;
    unsigned width;
    for (size_t bytes; (bytes = text_cluster(text + used, length - used, &width)) > 0;
         used += bytes) {
        if (width > columns)
            break;
        columns -= width;
    }
    return used;
}

/* Where to break a line that must end within `fit` bytes: behind its last space, else at `fit`. */
static size_t break_point(const char *text, size_t fit) {
    if (text[fit] == '\0' || text[fit] == ' ' || text[fit] == '\n')
        return fit;
    for (size_t at = fit; at > 0; at--)
        if (text[at - 1] == ' ')
            return at;
    return fit;
}

/* The bytes to the next line feed or to the end, as far as there may be room for them: looking on
 * would cost the square of a long text. */
static size_t line_within(const char *text, size_t columns) {
    enum { PER_COLUMN = 32, LEAST = 256 };
    bool few = columns < (SIZE_MAX - LEAST) / PER_COLUMN;
    size_t length = strnlen(text, few ? PER_COLUMN * columns + LEAST : SIZE_MAX);
    const char *feed = memchr(text, '\n', length);
    return feed ? (size_t)(feed - text) : length;
}

bool text_wrap(const char **text, size_t columns, const char **line, size_t *length) {
    const char *start = *text;
    if (*start == '\0')
        return false;
    size_t paragraph = line_within(start, columns);
    size_t fit = text_fit(start, paragraph, columns);
    if (fit == 0 && paragraph > 0) { /* narrower than one cluster: take it all the same */
        unsigned width;
        fit = text_cluster(start, paragraph, &width);
    }
    size_t end = break_point(start, fit);
    const char *next = start + end;
    while (end > 0 && start[end - 1] == ' ')
        end--;
    while (*next == ' ')
        next++;
    if (*next == '\n')
        next++;
    *line = start;
    *length = end;
    *text = next;
    return true;
}

static const char *visible_control(uint32_t code, char out[16]) {
    if (code == '\t')
        return "\\t";
    if (code == '\n')
        return "\\n";
    snprintf(out, 16, code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)code);
    return out;
}

char *text_visible(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_take(arena, length * 6 + 1), *to = copy, escape[16];
    while (length > 0) {
        uint32_t code;
        if (*text >= ' ' && *text <= '~') { /* most of them */
            *to++ = *text++;
            length--;
            continue;
        }
        size_t bytes = text_decode(text, length, &code);
        const char *shown = NULL;
        if (bytes == 0) {
            bytes = 1;
            shown = visible_control((unsigned char)*text, escape);
        } else if (code == '\t' || code == '\n' || text_forbidden(code)) {
            shown = visible_control(code, escape);
        }
        size_t size = shown ? strlen(shown) : bytes;
        memcpy(to, shown ? shown : text, size);
        to += size;
        text += bytes;
        length -= bytes;
    }
    *to = '\0';
    return copy;
}

static const char *ascii_sign(uint32_t code) {
    static const struct {
        uint32_t code;
        const char *ascii;
    } signs[] = {
        {0xA0, " "},     {0xA3, "GBP"},  {0xA7, "section "}, {0xAB, "\""},    {0xB0, " deg"},
        {0xB1, "+/-"},   {0xB7, "*"},    {0xBB, "\""},       {0xC6, "AE"},    {0xD7, "x"},
        {0xD8, "O"},     {0xDF, "ss"},   {0xE6, "ae"},       {0xF7, "/"},     {0xF8, "o"},
        {0x131, "i"},    {0x141, "L"},   {0x142, "l"},       {0x152, "OE"},   {0x153, "oe"},
        {0x2010, "-"},   {0x2011, "-"},  {0x2012, "-"},      {0x2013, "-"},   {0x2014, "--"},
        {0x2018, "'"},   {0x2019, "'"},  {0x201A, "'"},      {0x201C, "\""},  {0x201D, "\""},
        {0x201E, "\""},  {0x2020, "+"},  {0x2022, "*"},      {0x2026, "..."}, {0x2032, "'"},
        {0x20AC, "EUR"}, {0x2190, "<-"}, {0x2192, "->"},     {0x2212, "-"},   {0x2260, "!="},
        {0x2264, "<="},  {0x2265, ">="},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].code == code)
            return signs[i].ascii;
    return NULL;
}

/* The ASCII letters of an accented letter, or NULL. Decomposition of one code point is at most a
 * handful of others. */
static const char *latin_in_ascii(uint32_t code, char out[8]) {
    utf8proc_int32_t parts[32];
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)code, parts, 32,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK, NULL);
    if (count < 0 || count > 7)
        return NULL;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (parts[i] < 0x20 || parts[i] > 0x7E)
            return NULL;
        out[i] = (char)parts[i];
    }
    out[count] = '\0';
    return out;
}

char *text_ascii(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length * 8 + 1), *to = copy, letters[8];
    while (length > 0) {
        uint32_t code = '?';
        size_t bytes = text_decode(text, length, &code);
        bytes = bytes ? bytes : 1;
        if (code < 0x80) {
            *to++ = (char)code;
        } else {
            const char *ascii = ascii_sign(code);
            ascii = ascii ? ascii : latin_in_ascii(code, letters);
            ascii = ascii ? ascii : "?";
            to = stpcpy(to, ascii);
        }
        text += bytes;
        length -= bytes;
    }
    *to = '\0';
    return copy;
}

int text_lower(int letter) {
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
}

int text_upper(int letter) {
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter;
}

/* Takes the next character off *text, without its case and its accent; 0 at the end. */
static int32_t next_letter(const char **text) {
    uint32_t code;
    utf8proc_int32_t parts[8];
    int boundary = UTF8PROC_BOUNDCLASS_START;
    if (**text >= ' ' && **text <= '~') /* most of them */
        return text_lower(*(*text)++);
    size_t bytes = text_decode(*text, strnlen(*text, MOST_BYTES), &code);
    if (bytes == 0)
        return 0;
    *text += bytes;
    utf8proc_decompose_char((utf8proc_int32_t)code, parts, 8,
                            UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    return parts[0]; /* the base letter comes before its marks */
}

int text_compare_names(const char *a, const char *b) {
    int32_t from_a, from_b;
    do {
        from_a = next_letter(&a);
        from_b = next_letter(&b);
    } while (from_a == from_b && from_a != 0);
    return (from_a > from_b) - (from_a < from_b);
}

static bool starts_with(const char *text, const char *part) {
    int32_t want;
    while ((want = next_letter(&part)) != 0)
        if (next_letter(&text) != want)
            return false;
    return true;
}

bool text_find(const char *text, const char *part) {
    do
        if (starts_with(text, part))
            return true;
    while (next_letter(&text) != 0);
    return false;
}

unsigned text_distance(const char *a, const char *b, unsigned most) {
    enum { LONGEST = 48 };
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST || (n > m ? n - m : m - n) > most)
        return most + 1;
    unsigned rows[3][LONGEST + 1]; /* the last three rows of the table */
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            int x = text_lower((unsigned char)a[i - 1]), y = text_lower((unsigned char)b[j - 1]);
            unsigned best = above[j - 1] + (x != y);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && x == text_lower((unsigned char)b[j - 2]) &&
                y == text_lower((unsigned char)a[i - 2]) && above2[j - 2] + 1 < best)
                best = above2[j - 2] + 1;
            row[j] = best;
        }
    }
    unsigned distance = rows[n % 3][m];
    return distance > most ? most + 1 : distance;
}

const char *text_nearest(const char *word, const char *const *words) {
    size_t length = strlen(word);
    unsigned most = length < 4 ? 1 : length < 6 ? 2 : 3;
    const char *nearest = NULL;
    for (; *words; words++) {
        unsigned distance = text_distance(word, *words, most);
        if (distance <= most && distance < strlen(*words)) {
            nearest = *words;
            if (distance == 0)
                break;
            most = distance - 1;
        }
    }
    return nearest;
}

/* One character, folded; returns its bytes. */
static size_t fold_character(uint32_t code, char bytes[FOLD_MOST * 4]) {
    utf8proc_int32_t parts[FOLD_MOST];
    utf8proc_ssize_t used = 0,
                     count = utf8proc_decompose_char(
                         (utf8proc_int32_t)code, parts, FOLD_MOST,
                         UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, NULL);
    for (utf8proc_ssize_t i = 0; i < count && i < FOLD_MOST; i++)
        used += utf8proc_encode_char(parts[i], (utf8proc_uint8_t *)bytes + used);
    return (size_t)used;
}

size_t text_fold(char *to, size_t room, const char *text) {
    size_t used = 0, bytes, more;
    char folded[FOLD_MOST * 4];
    for (uint32_t code; *text; text += bytes) {
        bytes = more = 1;
        if ((unsigned char)*text < 0x80)
            *folded = (char)text_lower((unsigned char)*text);
        else if ((bytes = text_decode(text, strnlen(text, MOST_BYTES), &code)) > 0)
            more = fold_character(code, folded);
        else
            bytes = 1, more = 0; /* no text: nothing to look for in it */
        if (used + more >= room)
            break;
        memcpy(to + used, folded, more);
        used += more;
    }
    to[used] = '\0';
    return used;
}

/* Whether a letter, a digit, or a part of one beyond ASCII. */
static bool is_key_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || (unsigned char)c >= 0x80;
}

static bool has_word(const char *text, const char *word) {
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if (at == text || !is_key_byte(at[-1]) || !is_key_byte(*word))
            return true;
    return false;
}

bool text_has_words(const char *text, const char *words) {
    char word[SEARCH_WORD + 1];
    for (words += strspn(words, " "); *words; words += strspn(words, " ")) {
        size_t length = strcspn(words, " "), used = length < SEARCH_WORD ? length : SEARCH_WORD;
        memcpy(word, words, used);
        word[used] = '\0';
        if (!has_word(text, word))
            return false;
        words += length;
    }
    return true;
}

/* ---- words of the shell ---- */

/* Each byte takes at most so many: an apostrophe closes the quotes, and opens them again. */
#define APOSTROPHE "'\\''"
enum { PER_BYTE = sizeof APOSTROPHE - 1 };

/* What means nothing to a shell, nor in a link. */
#define PLAIN                                                                                      \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"                               \
    "_./=:,@+-"

const char *shell_word(struct arena *arena, const char *word) {
    if (*word && word[strspn(word, PLAIN "%")] == '\0')
        return word;
    char *text = arena_alloc(arena, PER_BYTE * strlen(word) + sizeof "''"), *to = text;
    *to++ = '\'';
    for (; *word; word++)
        if (*word == '\'')
            to = stpcpy(to, APOSTROPHE);
        else
            *to++ = *word;
    *to = '\'';
    return text;
}

const char *link_word(struct arena *arena, const char *word) {
    static const char digits[] = "0123456789ABCDEF";
    char *text = arena_alloc(arena, 3 * strlen(word) + 1), *to = text;
    for (; *word; word++) {
        unsigned char byte = (unsigned char)*word;
        if (strchr(PLAIN, byte))
            *to++ = *word;
        else
            to = stpcpy(to, (const char[]){'%', digits[byte >> 4], digits[byte & 15], '\0'});
    }
    return text;
}

const char *operand_word(struct arena *arena, const char *word) {
    return word[0] == '-' && word[1] != '\0' ? arena_printf(arena, "./%s", word) : word;
}

const char *shell_operand(struct arena *arena, const char *word) {
    return shell_word(arena, operand_word(arena, word));
}
