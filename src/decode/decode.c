#include "decode/decode.h"

#include <math.h>
#include <string.h>

#include "base/lookalike.h"
#include "base/number.h"
#include "base/text.h"
#include "decode/hints.h"
#include "yaml/causes.h"

void decode_refuse(struct decoder *decoder, const struct node *node, const char *what,
                   const char *wanted) {
    bool text = node->kind == NODE_SCALAR && !node_is_null(node);
    diagnose(decoder->list, node->at,
             text ? "'%s' must be %s, not '%s'" : "'%s' must be %s, not %s", what, wanted,
             text ? node->text : node_kind_name(node));
}

/* The comment behind a value on its line, up to the end of that; of no length for none. */
static struct span find_comment(const struct node *node) {
    struct span at = node->at;
    const char *text = at.source->text;
    uint32_t length = at.source->length, sign = at.end;
    while (sign < length && text[sign] == ' ')
        sign++;
    if (sign == at.end || sign == length || text[sign] != '#')
        return (struct span){at.source, 0, 0};
    const char *line = memchr(text + sign, '\n', length - sign);
    at = (struct span){at.source, sign, line ? (uint32_t)(line - text) : length};
    at.end -= text[at.end - 1] == '\r';
    return at;
}

static bool fail_decoding(struct decoder *decoder, const struct node *node, const char *what,
                          const char *wanted) {
    decode_refuse(decoder, node, what, wanted);
    if (node_is_null(node) && find_comment(node).end > 0)
        diagnose_hint(decoder->list, "put quotes round a text that starts with '#'");
    hint_value(decoder, node);
    return false;
}

const char *decode_plain(struct decoder *decoder, const struct node *node) {
    char plain[LOOKALIKE_PLAIN];
    if (node->kind != NODE_SCALAR || !lookalike_plain(node->text, plain))
        return NULL;
    const char *text = lookalike_word(plain);
    if (hint_is_other_form(decoder, text))
        return NULL;
    diagnose_first_lookalike(decoder->list, node->at, text);
    return arena_copy(decoder->scratch, text, strlen(text));
}

bool decode_expect(struct decoder *decoder, const struct node *node, enum node_kind kind,
                   const char *what) {
    static const char *const wanted[] = {"a text", "a list", "a mapping"};
    if (node->kind == kind && !node_is_null(node))
        return true;
    if (node->kind != NODE_SCALAR && node->cut_short)
        return false; /* what it is says the syntax error */
    return fail_decoding(decoder, node, what, wanted[kind]);
}

bool decode_is_word(struct decoder *decoder, const struct node *node, const char *what) {
    bool word = node->kind == NODE_SCALAR && !node_is_null(node);
    if (!word)
        diagnose(decoder->list, node->at, "%s belongs here, not %s", what, node_kind_name(node));
    return word;
}

bool decode_item_of(struct decoder *decoder, const struct node *node, const char *list,
                    const char *example) {
    if (node->kind == NODE_MAPPING)
        return true;
    bool text = node->kind == NODE_SCALAR && !node_is_null(node);
    diagnose(decoder->list, node->at,
             text ? "an item of '%s' must be a mapping, not '%s'"
                  : "an item of '%s' must be a mapping, not %s",
             list, text ? node->text : node_kind_name(node));
    diagnose_hint(decoder->list, "as in %s", example);
    return false;
}

/* ---- values ---- */

/* A text without quotes ends before ` #`. */
static void warn_cut(struct decoder *decoder, const struct node *node) {
    struct span at = find_comment(node);
    const char *sign = at.source->text + at.start;
    if (!node->plain || at.end == 0 || decoder->cut_short ||
        !syntax_is_cut(sign, at.end - at.start, at.start - node->at.end))
        return;
    syntax_report_cut(decoder->list, at, sign);
    diagnose_warning(decoder->list);
}

bool decode_text(struct decoder *decoder, const struct node *node, const char *what, bool prose,
                 const char **text) {
    if (!decode_expect(decoder, node, NODE_SCALAR, what))
        return false;
    size_t length = node->length;
    while (length > 0 && strchr(" \t\r\n", node->text[length - 1]))
        length--; /* a folded text ends with a line feed */
    if (length == 0)
        return fail_decoding(decoder, node, what, "a text");
    if (!prose && memchr(node->text, '\n', length)) {
        diagnose(decoder->list, node->at, "'%s' must be a single line", what);
        diagnose_hint(decoder->list, "'>-' in place of '|' joins the lines to one");
        return false;
    }
    *text = arena_copy(decoder->arena, node->text, length);
    warn_cut(decoder, node);
    return true;
}

static bool reads(const struct node *node, double low, double high, double *number) {
    return node->kind == NODE_SCALAR && number_parse(node->text, number) && *number >= low &&
           *number <= high;
}

bool decode_number(struct decoder *decoder, const struct node *node, const char *what, double low,
                   double high, double *number) {
    double value;
    if (reads(node, low, high, &value)) {
        *number = value;
        return true;
    }
    return !decode_plain(decoder, node) &&
           fail_decoding(decoder, node, what,
                         arena_printf(decoder->scratch, "a number from %.10g to %.10g", low, high));
}

bool decode_word(struct decoder *decoder, const struct node *node, const char *what,
                 const char *const *words, unsigned *position) {
    int found = node->kind == NODE_SCALAR ? text_among(node->text, words) : -1;
    if (found >= 0)
        *position = (unsigned)found;
    if (found >= 0 || decode_plain(decoder, node))
        return found >= 0;
    decode_refuse(decoder, node, what, hint_join(decoder, words));
    if (node->kind == NODE_SCALAR)
        hint_word(decoder, node->text, words);
    return false;
}

const char *decode_id(struct decoder *decoder, const struct node *key, const char *what) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    static const char all[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    bool good = key->length > 0 && key->length <= 32 && strchr(letters, key->text[0]) &&
                strspn(key->text, all) == key->length;
    if (!good && !decode_plain(decoder, key)) {
        diagnose(decoder->list, key->at, "'%s' cannot be the name of %s", key->text, what);
        diagnose_hint(decoder->list, "up to 32 small letters, digits, - and _, a letter first");
    }
    return arena_copy(decoder->arena, key->text, key->length);
}

const struct pair *decode_next(struct decoder *decoder, const struct node *mapping,
                               const struct pair *last) {
    size_t index = last ? (size_t)(last - mapping->pairs) + 1 : 0;
    while (index < mapping->pair_count && decode_slip(decoder, mapping, index))
        index++;
    return index < mapping->pair_count ? &mapping->pairs[index] : NULL;
}

void decode_elsewhere(struct decoder *decoder, const struct node *node, void *target) {
    (void)decoder;
    (void)node;
    (void)target;
}

/* ---- records ---- */

#define DECODES(name)                                                                              \
    static void decode_##name##_field(struct decoder *decoder, const struct node *node,            \
                                      const struct field *field, void *target)

DECODES(text) {
    decode_text(decoder, node, field->key, false, target);
}

DECODES(prose) {
    decode_text(decoder, node, field->key, true, target);
}

DECODES(number) {
    decode_number(decoder, node, field->key, field->low, field->high, target);
}

DECODES(count) {
    double value;
    if (reads(node, field->low, field->high, &value) && value == floor(value))
        *(unsigned *)target = (unsigned)value;
    else if (!decode_plain(decoder, node))
        fail_decoding(decoder, node, field->key,
                      arena_printf(decoder->scratch, "a whole number from %g to %g", field->low,
                                   field->high));
}

DECODES(flag) {
    static const char *const words[] = {"true", "false", NULL};
    unsigned position;
    if (decode_word(decoder, node, field->key, words, &position))
        *(bool *)target = position == 0;
}

DECODES(word) {
    decode_word(decoder, node, field->key, field->words, target);
}

DECODES(other) {
    field->decode(decoder, node, target);
}

DECODES(list) {
    if (decode_expect(decoder, node, NODE_SEQUENCE, field->key))
        field->decode(decoder, node, target);
}

DECODES(mapping) {
    if (decode_expect(decoder, node, NODE_MAPPING, field->key))
        field->decode(decoder, node, target);
}

const struct field_type field_text = {decode_text_field, "text, one line", JSON_TEXT},
                        field_prose = {decode_prose_field, "text", JSON_TEXT},
                        field_number = {decode_number_field, "number", NULL},
                        field_count = {decode_count_field, "whole number", NULL},
                        field_flag = {decode_flag_field, "true or false",
                                      "{\"type\": \"boolean\"}"},
                        field_word = {decode_word_field, "word", NULL},
                        field_other = {decode_other_field, NULL, NULL},
                        field_list = {decode_list_field, NULL, NULL},
                        field_mapping = {decode_mapping_field, NULL, NULL};

/* A key written wrongly has been reported as unknown: that it is missing too is no news. */
static bool is_misspelt(const struct node *node, const struct record *record,
                        const struct field *field) {
    size_t length = strlen(field->key);
    for (size_t i = 0; i < node->pair_count; i++) {
        const char *key = node->pairs[i].key->text;
        if (text_distance(key, field->key, 2) <= 2 && !record_field(record, key))
            return true;
        if (strncmp(key, field->key, length) == 0 && key[length] == ':')
            return true;
    }
    return false;
}

/* Whether a key that is missing stands below by mistake, which has been reported: no other table
 * has it. */
static bool is_astray(const struct decoder *decoder, const struct node *node,
                      const struct field *field) {
    size_t tables = 0;
    for (size_t i = 0; decoder->tables[i]; i++)
        tables += record_field(decoder->tables[i], field->key) != NULL;
    if (tables != 1)
        return false;
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct node *below = node->pairs[i].value;
        if (node_get(below, field->key))
            return true;
        for (size_t j = 0; below->kind == NODE_MAPPING && j < below->pair_count; j++)
            if (node_get(below->pairs[j].value, field->key))
                return true;
    }
    return false;
}

static void find_values(struct decoder *decoder, const struct node *node,
                        const struct record *record, const struct node *values[RECORD_FIELDS]) {
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct pair *pair = &node->pairs[i];
        const struct field *field = record_field(record, pair->key->text);
        if (!field && !decode_slip(decoder, node, i)) {
            char plain[LOOKALIKE_PLAIN];
            bool alike = lookalike_plain(pair->key->text, plain);
            field = alike ? record_field(record, lookalike_word(plain)) : NULL;
            if (field)
                diagnose_first_lookalike(decoder->list, pair->key->at, plain);
            else
                diagnose(decoder->list, pair->key->at, "unknown key '%s'", pair->key->text);
            if (!field && !diagnostics_full(decoder->list)) /* else no hint is worth its while */
                hint_key(decoder, pair, record);
        }
        if (field && !values[field - record->fields])
            values[field - record->fields] = pair->value;
    }
}

bool decode_record(struct decoder *decoder, const struct node *node, const struct record *record,
                   void *target) {
    if (!decode_expect(decoder, node, NODE_MAPPING, record->path))
        return false;
    const struct node *values[RECORD_FIELDS] = {0};
    find_values(decoder, node, record, values);
    for (size_t i = 0; i < record->count; i++) { /* in the order of the table, not of the file */
        const struct field *field = &record->fields[i];
        if (values[i])
            field->type->decode(decoder, values[i], field, (char *)target + field->offset);
        else if (field->required && !node->cut_short && !is_misspelt(node, record, field) &&
                 !is_astray(decoder, node, field))
            diagnose(decoder->list, node->at, "'%s' is missing here", field->key);
    }
    return true;
}
