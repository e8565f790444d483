/*
 * Text: the one place that measures it, and the one that makes untrusted text safe to print.
 * Strings are UTF-8. Widths are terminal columns. Cluster: what a reader takes for one character,
 * by the rules of Unicode Standard Annex 29, as utf8proc has them.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/* Whether two words are the same: most that are not differ in their first byte. */
static inline bool text_same(const char *a, const char *b) {
    return *a == *b && strcmp(a, b) == 0;
}

/* Where a word stands among `words` (NULL at the end), or -1. */
static inline int text_among(const char *word, const char *const *words) {
    for (int i = 0; words[i]; i++)
        if (text_same(word, words[i]))
            return i;
    return -1;
}

/* The same among structs of `size` bytes, each of which begins with its name. */
static inline int text_named(const char *name, const void *structs, size_t count, size_t size) {
    for (size_t i = 0; i < count; i++)
        if (text_same(*(const char *const *)((const char *)structs + i * size), name))
            return (int)i;
    return -1;
}

/* What stands behind a noun that is counted: "1 vote", "2 votes". */
static inline const char *text_plural(uint64_t count) {
    return count == 1 ? "" : "s";
}

/* Whether a letter of ASCII, a digit, an underscore or a hyphen: a byte of a key or a code. */
static inline bool text_in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* The bytes of a byte order mark at the start of a text: 3, or 0 where there is none. */
static inline uint32_t text_mark(const char *text, size_t length) {
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* Decodes one code point; returns its bytes, 1 to 4, or 0 where the bytes are not UTF-8. */
size_t text_decode(const char *text, size_t length, uint32_t *code);

/* The other way: up to 4 bytes and a NUL; returns how many, 0 for what is no code point. */
size_t text_encode(uint32_t code, char bytes[5]);

/* Code points that no text may hold: controls other than tab and line feed, Unicode's line and
 * paragraph separators, bidirectional controls, invisible joiners of words, byte order marks. */
bool text_forbidden(uint32_t code);

/* A letter, mark or digit of a script other than Latin. */
bool text_other_script(uint32_t code);

/* The first cluster of `text`: returns its bytes (0 at the end) and sets its width, 0 to 2. */
size_t text_cluster(const char *text, size_t length, unsigned *width);

/* Takes the last cluster off a text, as Backspace does. False where it is empty. */
bool text_drop_cluster(char *text);

/* Columns of a whole string that has been checked. */
size_t text_width(const char *text);
size_t text_width_n(const char *text, size_t length);

/* How many leading bytes of `text` fit into `columns`, whole clusters only. */
size_t text_fit(const char *text, size_t length, size_t columns);

/*
 * One line of a wrapped paragraph: from *text, at most `columns` wide, broken at a space where
 * there is one, at a line feed always. Sets *line and *length to the line without its trailing
 * space, moves *text behind it. False when nothing is left.
 */
bool text_wrap(const char **text, size_t columns, const char **line, size_t *length);

/* A copy safe for any terminal: what text_forbidden names, and tabs and line feeds, come out as
 * \t, \n, \x1b or \u202e, bytes that are not UTF-8 as \xff. */
char *text_visible(struct arena *arena, const char *text, size_t length);

/* A word as a shell takes it: in quotes where it needs them. */
const char *shell_word(struct arena *arena, const char *word);

/* A word as it stands behind the # of a link: what could end it there, or a part of it, is escaped
 * (RFC 3986). */
const char *link_word(struct arena *arena, const char *word);

/* A name as an operand, which must not look like an option: a file "-x" is one in this folder. And
 * the same as a shell takes it. */
const char *operand_word(struct arena *arena, const char *word);
const char *shell_operand(struct arena *arena, const char *word);

/* A copy in plain ASCII: accents dropped, typographic signs replaced, the rest `?`. */
char *text_ascii(struct arena *arena, const char *text, size_t length);

/* ASCII letters only: the locale has no say in what a text means. */
int text_lower(int letter);
int text_upper(int letter);

/* Alphabetical order of names, case and accents aside: below, at or above 0. */
int text_compare_names(const char *a, const char *b);

/* Whether `part` stands somewhere in `text`, case and accents aside. */
bool text_find(const char *text, const char *part);

/* Distance of two words for "did you mean": insertions, deletions, changes and exchanges of
 * neighbours, capped at `most` + 1. Bytes; upper and lower case differ by nothing. */
unsigned text_distance(const char *a, const char *b, unsigned most);

/* The one of `words` (NULL at the end) that `word` was probably meant to be, or NULL. */
const char *text_nearest(const char *word, const char *const *words);

/* Writes a text to search in or to search for, without capitals and accents: as many whole
 * characters as there is room for (at least 1 byte) and a NUL. Returns its length. No text becomes
 * longer than TEXT_FOLDED bytes for each of its own. */
enum { TEXT_FOLDED = 8 };
size_t text_fold(char *to, size_t room, const char *text);

/* Whether each of `words`, which blanks divide, is how some word of `text` begins. Both folded. A
 * colon is part of a word, other signs are not: "846" begins a word of "s/2016/846". */
bool text_has_words(const char *text, const char *words);
