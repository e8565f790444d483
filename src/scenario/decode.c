/* From a node to a value: one function a type, one walk for every table. */
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "scenario/schema.h"

struct diagnostic *decode_refuse(struct decoder *decoder, const struct node *node, const char *what,
                                 const char *wanted) {
    bool text = node->kind == NODE_SCALAR && !node_is_null(node);
    return diagnose(decoder->list, node->at,
                    text ? "'%s' must be %s, not '%s'" : "'%s' must be %s, not %s", what, wanted,
                    text ? node->text : node_kind_name(node));
}

static bool fail(struct decoder *decoder, const struct node *node, const char *what,
                 const char *wanted) {
    decode_refuse(decoder, node, what, wanted);
    return false;
}

bool decode_expect(struct decoder *decoder, const struct node *node, enum node_kind kind,
                   const char *what) {
    static const char *const wanted[] = {"a text", "a list", "a mapping"};
    if (node->kind == kind && !node_is_null(node))
        return true;
    return fail(decoder, node, what, wanted[kind]);
}

bool decode_item_of(struct decoder *decoder, const struct node *node, const char *list,
                    const char *example) {
    if (node->kind == NODE_MAPPING)
        return true;
    bool text = node->kind == NODE_SCALAR && !node_is_null(node);
    struct diagnostic *entry = diagnose(decoder->list, node->at,
                                        text ? "an item of '%s' must be a mapping, not '%s'"
                                             : "an item of '%s' must be a mapping, not %s",
                                        list, text ? node->text : node_kind_name(node));
    diagnose_hint(decoder->list, entry, "as in %s", example);
    return false;
}

/* ---- values ---- */

bool decode_text(struct decoder *decoder, const struct node *node, const char *what, bool prose,
                 const char **text) {
    if (!decode_expect(decoder, node, NODE_SCALAR, what))
        return false;
    size_t length = node->length;
    while (length > 0 && strchr(" \t\r\n", node->text[length - 1]))
        length--; /* a folded text ends with a line feed */
    if (length == 0)
        return fail(decoder, node, what, "a text");
    if (!prose && memchr(node->text, '\n', length)) {
        struct diagnostic *entry =
            diagnose(decoder->list, node->at, "'%s' must be a single line", what);
        diagnose_hint(decoder->list, entry, "'>-' in place of '|' joins the lines to one");
        return false;
    }
    *text = arena_copy(decoder->arena, node->text, length);
    return true;
}

bool decode_number(struct decoder *decoder, const struct node *node, const char *what, double low,
                   double high, double *number) {
    double value;
    if (node->kind != NODE_SCALAR || !node->plain || !number_parse(node->text, &value) ||
        value < low || value > high)
        return fail(decoder, node, what,
                    arena_printf(decoder->scratch, "a number from %.10g to %.10g", low, high));
    *number = value;
    return true;
}

static bool decode_count(struct decoder *decoder, const struct node *node,
                         const struct field *field, unsigned *count) {
    uint64_t value;
    if (node->kind != NODE_SCALAR || !node->plain || !number_parse_u64(node->text, &value) ||
        (double)value < field->low || (double)value > field->high)
        return fail(decoder, node, field->key,
                    arena_printf(decoder->scratch, "a whole number from %g to %g", field->low,
                                 field->high));
    *count = (unsigned)value;
    return true;
}

static bool decode_flag(struct decoder *decoder, const struct node *node, const char *what,
                        bool *flag) {
    bool is_true = node->kind == NODE_SCALAR && strcmp(node->text, "true") == 0;
    bool is_false = node->kind == NODE_SCALAR && strcmp(node->text, "false") == 0;
    if (!is_true && !is_false)
        return fail(decoder, node, what, "true or false");
    *flag = is_true;
    return true;
}

const char *decode_join(struct decoder *decoder, const char *const *words) {
    const char *joined = words[0];
    for (size_t i = 1; words[i]; i++)
        joined = arena_printf(decoder->scratch, "%s%s%s", joined, words[i + 1] ? ", " : " or ",
                              words[i]);
    return joined;
}

bool decode_word(struct decoder *decoder, const struct node *node, const char *what,
                 const char *const *words, unsigned *position) {
    for (unsigned i = 0; node->kind == NODE_SCALAR && words[i]; i++) {
        if (strcmp(node->text, words[i]) == 0) {
            *position = i;
            return true;
        }
    }
    struct diagnostic *entry = decode_refuse(decoder, node, what, decode_join(decoder, words));
    if (node->kind == NODE_SCALAR)
        hint_word(decoder, entry, node->text, words);
    return false;
}

bool decode_is_code(const char *text) {
    return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

bool decode_is_name(struct decoder *decoder, const struct node *node) {
    return !decoder->unseated && code_of_name(decoder, node->text) != NULL;
}

struct diagnostic *decode_no_member(struct decoder *decoder, const struct node *node) {
    if (node->kind != NODE_SCALAR || node_is_null(node))
        return diagnose(decoder->list, node->at, "the code of a member belongs here, not %s",
                        node_kind_name(node));
    const char *code = code_of_name(decoder, node->text);
    struct diagnostic *entry =
        diagnose(decoder->list, node->at, "'%s' is %s", node->text,
                 code ? "the name of a member, not its code" : "no member of this Council");
    if (code)
        diagnose_hint(decoder->list, entry, "write '%s'", code);
    else
        hint_member(decoder, entry, node->text);
    return entry;
}

bool decode_member(struct decoder *decoder, const struct node *node, int *member) {
    if (decoder->unseated)
        return false;
    int index =
        node->kind == NODE_SCALAR ? veto_scenario_member(decoder->scenario, node->text) : VETO_NONE;
    if (index == VETO_NONE) {
        decode_no_member(decoder, node);
        return false;
    }
    *member = index;
    return true;
}

bool decode_set(struct decoder *decoder, const struct node *node, const char *what, veto_set *set) {
    if (!decode_expect(decoder, node, NODE_SEQUENCE, what))
        return false;
    veto_set members = 0;
    bool good = true;
    for (size_t i = 0; i < node->count; i++) {
        int member;
        if (!decode_member(decoder, node->items[i], &member)) {
            good = false;
            continue;
        }
        if (veto_set_has(members, (unsigned)member)) {
            diagnose(decoder->list, node->items[i]->at, "'%s' stands twice in this list",
                     node->items[i]->text);
            good = false;
        }
        members |= veto_set_of((unsigned)member);
    }
    *set = members;
    return good;
}

void decode_numbers(struct decoder *decoder, const struct node *node, const char *what, double low,
                    double high, double *numbers) {
    if (!decode_expect(decoder, node, NODE_MAPPING, what))
        return;
    const struct node *general = node_get(node, "default");
    double others = 0;
    if (general)
        decode_number(decoder, general, "default", low, high, &others);
    for (unsigned i = 0; i < decoder->scenario->members_count; i++)
        numbers[i] = others;
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct pair *pair = &node->pairs[i];
        int member;
        if (pair->value != general && decode_member(decoder, pair->key, &member))
            decode_number(decoder, pair->value, pair->key->text, low, high, &numbers[member]);
    }
}

bool decode_draft(struct decoder *decoder, const struct node *node, int *draft) {
    if (decoder->scenario->draft_count == 0)
        return false; /* that there are none has been reported */
    int index =
        node->kind == NODE_SCALAR ? veto_scenario_draft(decoder->scenario, node->text) : VETO_NONE;
    if (index != VETO_NONE) {
        *draft = index;
        return true;
    }
    if (node->kind != NODE_SCALAR || node_is_null(node)) {
        diagnose(decoder->list, node->at, "the name of a draft belongs here, not %s",
                 node_kind_name(node));
    } else if (!decoder->cut_short) {
        struct diagnostic *entry =
            diagnose(decoder->list, node->at, "there is no draft '%s'", node->text);
        diagnose_nearest(decoder->list, entry, node->text, decoder->draft_ids);
    }
    return false;
}

bool decode_id(struct decoder *decoder, const struct node *key, const char *what) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    static const char all[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    if (key->length > 0 && key->length <= 32 && strchr(letters, key->text[0]) &&
        strspn(key->text, all) == key->length)
        return true;
    struct diagnostic *entry =
        diagnose(decoder->list, key->at, "'%s' cannot be the name of %s", key->text, what);
    diagnose_hint(decoder->list, entry, "up to 32 small letters, digits, - and _, a letter first");
    return false;
}

void decode_elsewhere(struct decoder *decoder, const struct node *node, void *target) {
    (void)decoder;
    (void)node;
    (void)target;
}

/* ---- records ---- */

static void decode_field(struct decoder *decoder, const struct node *node,
                         const struct field *field, void *record) {
    void *target = (char *)record + field->offset;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_PROSE:
        decode_text(decoder, node, field->key, field->type == FIELD_PROSE, target);
        break;
    case FIELD_NUMBER:
        decode_number(decoder, node, field->key, field->low, field->high, target);
        break;
    case FIELD_COUNT:
        decode_count(decoder, node, field, target);
        break;
    case FIELD_FLAG:
        decode_flag(decoder, node, field->key, target);
        break;
    case FIELD_WORD:
        decode_word(decoder, node, field->key, field->words, target);
        break;
    case FIELD_MEMBER:
        decode_member(decoder, node, target);
        break;
    case FIELD_SET:
        decode_set(decoder, node, field->key, target);
        break;
    case FIELD_DRAFT:
        decode_draft(decoder, node, target);
        break;
    case FIELD_OTHER:
        field->decode(decoder, node, target);
        break;
    }
}

/* `{text: one, two}` has a key `two` without a value. */
static bool is_comma_slip(const struct pair *pair) {
    return node_is_null(pair->value) && pair->value->length == 0 &&
           pair->value->at.start == pair->key->at.end;
}

static void report_unknown(struct decoder *decoder, const struct pair *pair,
                           const struct record *record) {
    const struct node *key = pair->key;
    struct diagnostic *entry = diagnose(decoder->list, key->at, "unknown key '%s'", key->text);
    if (diagnostics_full(decoder->list))
        return; /* no hint is worth its while any more */
    const char **keys = arena_array(decoder->scratch, const char *, record->count + 1);
    for (size_t i = 0; i < record->count; i++)
        keys[i] = record->fields[i].key;
    hint_word(decoder, entry, key->text, keys);
    if (!entry->hint && is_comma_slip(pair))
        diagnose_hint(decoder->list, entry,
                      "put quotes round a text with a comma in it; a number has a point");
    if (!entry->hint && !hint_elsewhere(decoder, entry, key->text, record))
        diagnose_hint(decoder->list, entry, "the keys here are %s", decode_join(decoder, keys));
}

static const struct field *find_field(const struct record *record, const char *key) {
    for (size_t i = 0; i < record->count; i++)
        if (text_same(record->fields[i].key, key))
            return &record->fields[i];
    return NULL;
}

/* A key written wrongly has been reported as unknown: that it is missing too is no news. */
static bool is_misspelt(const struct node *node, const struct record *record,
                        const struct field *field) {
    for (size_t i = 0; i < node->pair_count; i++) {
        const char *key = node->pairs[i].key->text;
        if (text_distance(key, field->key, 2) <= 2 && !find_field(record, key))
            return true;
    }
    return false;
}

bool decode_record(struct decoder *decoder, const struct node *node, const struct record *record,
                   void *target) {
    if (!decode_expect(decoder, node, NODE_MAPPING, record->path))
        return false;
    const struct node *values[RECORD_FIELDS] = {0};
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct pair *pair = &node->pairs[i];
        const struct field *field = find_field(record, pair->key->text);
        if (!field)
            report_unknown(decoder, pair, record);
        else if (!values[field - record->fields])
            values[field - record->fields] = pair->value;
    }
    for (size_t i = 0; i < record->count; i++) { /* in the order of the table, not of the file */
        const struct field *field = &record->fields[i];
        if (values[i])
            decode_field(decoder, values[i], field, target);
        else if (field->required && !node->cut_short && !is_misspelt(node, record, field))
            diagnose(decoder->list, node->at, "'%s' is missing here", field->key);
    }
    return true;
}
