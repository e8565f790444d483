#include "council/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "veto/roster.h"

enum { CODE_LENGTH = 3, MOST = 96 /* bytes of a name, as a key */, MOST_WORDS = 16 };

struct entry {
    const char *key; /* of the second part: what is looked for */
    const char *value;
};

static const struct entry others[] = {
#define OTHER(code, name) {#code, name},
#include "council/names.def"
#undef OTHER
};

static const struct entry names[] = {
#define NAME(key, code) {key, #code},
#include "council/names.def"
#undef NAME
};

static int compare_names(const void *key, const void *entry) {
    return strcmp(key, ((const struct entry *)entry)->key);
}

#define FIND(key, table)                                                                           \
    bsearch((key), (table), sizeof(table) / sizeof *(table), sizeof *(table), compare_names)

const char *veto_state_name(const char *code) {
    const char *name, *formal;
    if (veto_state_find(code, &name, &formal))
        return name;
    const struct entry *other = FIND(code, others);
    return other ? other->value : NULL;
}

/* ---- keys ---- */

/* A word of a name: left out, or written in full. */
static const char *plain_word(const char *word) {
    static const struct entry words[] = {
        {"and", ""},         {"dem", "democratic"}, {"fed", "federal"}, {"of", ""},
        {"rep", "republic"}, {"st", "saint"},       {"the", ""},
    };
    const struct entry *found = FIND(word, words);
    return found ? found->value : word;
}

static int by_letters(const void *a, const void *b) {
    const char *x = *(const char *const *)a, *y = *(const char *const *)b;
    int order = strcmp(x, y);
    return order ? order : (x > y) - (x < y);
}

/* Cuts a folded name into its words, in place; returns how many, 0 for none or too many. */
static size_t cut_words(char *text, const char *words[MOST_WORDS]) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    size_t count = 0;
    for (text += strcspn(text, letters); *text; text += strcspn(text, letters)) {
        if (count == MOST_WORDS)
            return 0;
        words[count++] = text;
        text += strspn(text, letters);
        if (*text)
            *text++ = '\0';
    }
    return count;
}

/* Takes out what stands within words and is no letter. False where letters of another alphabet are
 * left: what looks like a name is none. */
static bool drop_points(char *text) {
    char *to = text;
    size_t bytes = 1;
    for (uint32_t code; *text; text += bytes) {
        if ((bytes = text_decode(text, strlen(text), &code)) == 0)
            return false;
        bool sign = code == 0xA0 || (code >= 0x2000 && code < 0x2070); /* spaces, dashes, quotes */
        if (code >= 0x80 && !sign)
            return false;
        if (code != 0x2018 && code != 0x2019 && !strchr(".'`", *text))
            *to++ = sign ? ' ' : *text;
    }
    *to = '\0';
    return true;
}

static bool name_key(const char *name, char key[MOST]) {
    const char *words[MOST_WORDS];
    char folded[MOST];
    size_t length = text_fold(folded, sizeof folded, name), used = 0;
    if (length + TEXT_FOLDED * 2 >= sizeof folded)
        return false; /* it was cut, or may have been */
    if (!drop_points(folded))
        return false;
    size_t count = cut_words(folded, words);
    for (size_t i = 0; i < count && count > 1; i++)
        words[i] = plain_word(words[i]);
    qsort(words, count, sizeof *words, by_letters);
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(words[i]);
        if (size == 0)
            continue;
        if (used + size + 2 > MOST)
            return false;
        if (used)
            key[used++] = ' ';
        memcpy(key + used, words[i], size);
        used += size;
    }
    key[used] = '\0';
    return used > 0;
}

/* ---- states ---- */

static bool is_code(const char *key, char code[4]) {
    if (strlen(key) != CODE_LENGTH)
        return false;
    for (size_t i = 0; i <= CODE_LENGTH; i++)
        code[i] = (char)text_upper((unsigned char)key[i]);
    return veto_state_name(code) != NULL;
}

unsigned veto_state_named(const char *word, char codes[VETO_STATES_NAMED][4]) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz. ";
    char key[MOST];
    /* What is as short as a code must be written as one: `U.K.`, but not `(a-é)`. */
    if (!name_key(word, key) || (strlen(key) <= CODE_LENGTH && word[strspn(word, letters)] != '\0'))
        return 0;
    if (is_code(key, codes[0]))
        return 1;
    const struct entry *found = FIND(key, names);
    if (!found)
        return 0;
    while (found > names && strcmp(found[-1].key, key) == 0)
        found--;
    unsigned count = 0;
    for (; count < VETO_STATES_NAMED && found < names + sizeof names / sizeof *names &&
           strcmp(found->key, key) == 0;
         found++)
        memcpy(codes[count++], found->value, CODE_LENGTH + 1);
    return count;
}

/* ---- near misses ---- */

struct nearest {
    const char *word, *code;
    unsigned distance; /* of the best so far */
};

static void compare_with(struct nearest *nearest, const char *code, const char *name) {
    const char *const words[] = {code, name, NULL};
    for (size_t i = 0; words[i]; i++) {
        const char *const word[] = {words[i], NULL};
        unsigned distance = text_nearest(nearest->word, word)
                                ? text_distance(nearest->word, words[i], nearest->distance)
                                : nearest->distance;
        if (distance < nearest->distance)
            *nearest = (struct nearest){nearest->word, code, distance};
    }
}

const char *state_nearest(const char *word) {
    static const char *const first[] = {"CHN", "FRA", "GBR", "RUS", "USA"};
    enum { FAR = 8 };
    struct nearest nearest = {word, NULL, FAR};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        compare_with(&nearest, first[i], veto_state_name(first[i]));
    for (const char *const *code = veto_state_codes(); *code; code++)
        compare_with(&nearest, *code, veto_state_name(*code));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        compare_with(&nearest, others[i].key, others[i].value);
    return nearest.code;
}
