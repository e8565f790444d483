#include "decode/hints.h"

#include <string.h>

#include "base/lookalike.h"
#include "base/number.h"
#include "base/text.h"
#include "council/dates.h"
#include "decode/decode.h"

const char *hint_join(struct decoder *decoder, const char *const *words) {
    const char *joined = words[0];
    for (size_t i = 1; words[i]; i++)
        joined = arena_printf(decoder->scratch, "%s%s%s", joined, words[i + 1] ? ", " : " or ",
                              words[i]);
    return joined;
}

/* ---- words of the format ---- */

/* What is written, and what people say. */
static const struct saying {
    const char *meant, *said[8];
} sayings[] = {
    {"adopted", {"passed", "approved", "accepted", "carried"}},
    {"failed", {"rejected", "defeated", "lost"}},
    {"vetoed", {"blocked", "stopped"}},
    {"not_put", {"withdrawn", "postponed"}},
    {"yes", {"for", "favour", "in favour", "in_favour", "aye", "y"}},
    {"no", {"against", "nay", "opposed", "n"}},
    {"abstain", {"abstention", "abstaining", "abstentions", "a"}},
    {"absent", {"away", "missing"}},
    {"true", {"yes", "on", "1"}},
    {"false", {"no", "off", "0"}},
};

static bool is_said(const struct saying *saying, const char *word) {
    const char *const *said = saying->said;
    while (*said && text_compare_names(*said, word) != 0)
        said++;
    return *said != NULL;
}

void hint_word(struct decoder *decoder, const char *word, const char *const *words) {
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
        if (text_among(sayings[i].meant, words) >= 0 && is_said(&sayings[i], word)) {
            diagnose_hint(decoder->list, "did you mean '%s'?", sayings[i].meant);
            return;
        }
    diagnose_nearest(decoder->list, word, words);
}

/* ---- keys ---- */

static bool hint_elsewhere(struct decoder *decoder, const char *key) {
    enum { FEW = 3 };
    const char *places[FEW + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; decoder->tables[i]; i++) {
        if (!record_field(decoder->tables[i], key))
            continue;
        if (count == FEW)
            return false; /* a word as common as that tells nothing */
        places[count++] =
            i == 0 ? "at the top of the file"
                   : arena_printf(decoder->scratch, "under '%s'", decoder->tables[i]->path);
    }
    if (count > 0)
        diagnose_hint(decoder->list, "'%s' belongs %s", key, hint_join(decoder, places));
    return count > 0;
}

/* ---- keys and values that ran together ---- */

/* `EGY:-0.1`: the length of the word before the colon; 0 for anything else, as `https://...`. */
static size_t run_together(const char *text) {
    size_t length = 0;
    while (text_in_word(text[length]))
        length++;
    bool colon = text[length] == ':' && text[length + 1] != '\0';
    return colon && strchr(" /", text[length + 1]) == NULL ? length : 0;
}

static bool is_digits(const char *text) {
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* A number cut in two by its comma: `default: 0` and, with nothing behind it, `5`. */
static bool is_comma_slip(const struct node *mapping, size_t index) {
    const struct node *key = mapping->pairs[index].key;
    const struct node *before = index ? mapping->pairs[index - 1].value : NULL;
    return before && before->kind == NODE_SCALAR && before->at.source == key->at.source &&
           before->at.end + 1 == key->at.start && is_digits(key->text) &&
           is_digits(before->text + strspn(before->text, "+-"));
}

/* In braces a comma makes a key of what stands behind it: {text: one, two}. */
static bool is_alone(const struct pair *pair) {
    return node_is_null(pair->value) && pair->value->length == 0 &&
           pair->value->at.start == pair->key->at.end;
}

bool decode_slip(struct decoder *decoder, const struct node *mapping, size_t index) {
    const struct pair *pair = &mapping->pairs[index];
    const struct node *key = pair->key;
    size_t word = run_together(key->text);
    if (!is_alone(pair) || !key->plain)
        return false;
    if (is_comma_slip(mapping, index)) {
        const struct node *whole = mapping->pairs[index - 1].value;
        struct span at = {key->at.source, whole->at.start, key->at.end};
        diagnose(decoder->list, at, "'%s,%s' is no number", whole->text, key->text);
        diagnose_hint(decoder->list, "a number has a point: %s.%s", whole->text, key->text);
        return true;
    }
    if (word == 0)
        return false;
    diagnose(decoder->list, key->at, "'%s' lacks a space behind its colon", key->text);
    diagnose_hint(decoder->list, "write %.*s: %.40s", (int)word, key->text, key->text + word + 1);
    return true;
}

/* ---- unknown keys ---- */

void hint_key(struct decoder *decoder, const struct pair *pair, const struct record *record) {
    const char *key = pair->key->text;
    const char **keys = arena_array(decoder->scratch, const char *, record->count + 1);
    for (size_t i = 0; i < record->count; i++)
        keys[i] = record->fields[i].key;
    const char *nearest = text_nearest(key, keys);
    bool near = nearest && text_distance(key, nearest, 1) <= 1;
    if (near || !hint_elsewhere(decoder, key))
        hint_word(decoder, key, keys);
    if (!diagnose_hinted(decoder->list) && is_alone(pair))
        diagnose_hint(decoder->list, "put quotes round a text with a comma in it");
    if (!diagnose_hinted(decoder->list))
        diagnose_hint(decoder->list, "the keys here are %s", hint_join(decoder, keys));
}

/* ---- values ---- */

/* As it would stand without look-alikes. */
static const char *plain_of(struct decoder *decoder, const char *text) {
    char plain[LOOKALIKE_PLAIN];
    if (!lookalike_plain(text, plain))
        return text;
    const char *word = lookalike_word(plain);
    return arena_copy(decoder->scratch, word, strlen(word));
}

/* A number as somebody wrote it who did not write 0.9; NULL where that cannot be told. */
static const char *number_meant(struct decoder *decoder, const char *text) {
    enum { LONGEST = 32 };
    double number;
    size_t length = strlen(text);
    if (length == 0 || length > LONGEST || number_parse(text, &number))
        return NULL; /* nothing to read, or a number out of range */
    char *copy = arena_copy(decoder->scratch, text, length), *comma = strchr(copy, ',');
    const char *hint = "did you mean %s?";
    if (comma && !strchr(copy, '.')) {
        *comma = '.';
        hint = "a number has a point: %s";
    } else if (copy[length - 1] == '%') {
        copy[length - 1] = '\0';
        return number_parse(copy, &number)
                   ? arena_printf(decoder->scratch, "%s is %g", text, number / 100)
                   : NULL;
    } else if (strchr("+-", *copy) && copy[1] == ' ') {
        const char *behind = text + 1 + strspn(text + 1, " ");
        memcpy(copy + 1, behind, strlen(behind) + 1);
        hint = "no space stands behind a sign: %s";
    } else if (strpbrk(text, "0123456789")) {
        for (char *at = copy; *at; at++)
            *at = strchr("oO", *at) ? '0' : strchr("lI", *at) ? '1' : *at;
    }
    return number_parse(copy, &number) ? arena_printf(decoder->scratch, hint, copy) : NULL;
}

void hint_value(struct decoder *decoder, const struct node *node) {
    if (node->kind != NODE_SCALAR)
        return;
    size_t word = run_together(node->text);
    const char *number = number_meant(decoder, plain_of(decoder, node->text));
    if (number)
        diagnose_hint(decoder->list, "%s", number);
    else if (word)
        diagnose_hint(decoder->list, "a space belongs behind a colon: %.*s: ...", (int)word,
                      node->text);
}

/* ---- days ---- */

static const char *day_text(struct decoder *decoder, struct veto_date date) {
    return arena_printf(decoder->scratch, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* YYYY-MM-DD, but of no day of the calendar. */
static bool hint_calendar(struct decoder *decoder, const char *text) {
    uint64_t year, month;
    size_t length = strlen("2016-10-08");
    if (strlen(text) != length || text[4] != '-' || text[7] != '-' ||
        !number_parse_u64(arena_copy(decoder->scratch, text, 4), &year) ||
        !number_parse_u64(arena_copy(decoder->scratch, text + 5, 2), &month))
        return false;
    if (month < 1 || month > 12)
        diagnose_hint(decoder->list, "there is no month %u", (unsigned)month);
    else
        diagnose_hint(decoder->list, "%s %u has %d days", month_name((int)month), (unsigned)year,
                      days_in_month((int)year, (int)month));
    return true;
}

bool hint_is_other_form(struct decoder *decoder, const char *text) {
    struct veto_date dates[DATES_MEANT];
    return number_meant(decoder, text) ||
           (dates_meant(text, dates) > 0 && !veto_date_parse(text, &dates[0]));
}

bool hint_date(struct decoder *decoder, const char *written, struct veto_date *date) {
    const char *text = plain_of(decoder, written);
    struct veto_date dates[DATES_MEANT];
    unsigned count = dates_meant(text, dates);
    *date = (struct veto_date){0, 0, 0};
    date_meant(text, date);
    if (count == 0 && date->year && strlen(text) == strlen("2016"))
        diagnose_hint(decoder->list, "as in %s-10-08; or council: {composition: %s}", text, text);
    if (count == 0)
        return diagnose_hinted(decoder->list) || hint_calendar(decoder, text);
    diagnose_hint(decoder->list, count == 1 ? "did you mean %s?" : "did you mean %s, or %s?",
                  day_text(decoder, dates[0]), day_text(decoder, dates[count - 1]));
    return true;
}
