/* Keys that stand beside the key that they belong under, for want of indentation: said once, and
 * then read as they were meant. */
#include <string.h>

#include "scenario/schema.h"

/* What stands below a key: one mapping of a table, or a mapping of names to such. */
struct nest {
    const char *key;
    const struct record *record;
    bool named;
};

static const struct nest root_nests[] = {
    {"sources", &reference_record, true},
    {"council", &council_record, false},
    {"members", &member_record, true},
    {"blocs", &bloc_record, true},
    {"drafts", &draft_record, true},
    {"recorded", &recorded_record, true},
    {NULL, NULL, false},
};

static const struct nest item_nests[] = {
    {"statement", &statement_record, false}, {"event", &event_record, false},
    {"withdraw", &withdraw_record, false},   {"revive", &revive_record, false},
    {"objection", &objection_record, false}, {NULL, NULL, false},
};

static bool has_field(const struct record *record, const char *key) {
    for (size_t i = 0; record && i < record->count; i++)
        if (strcmp(record->fields[i].key, key) == 0)
            return true;
    return false;
}

static const struct nest *find_nest(const struct nest *nests, const char *key) {
    while (nests->key && strcmp(nests->key, key) != 0)
        nests++;
    return nests->key ? nests : NULL;
}

/* Whether a mapping has a key of a table. */
static bool is_like(const struct node *node, const struct record *record) {
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->pair_count; i++)
        if (has_field(record, node->pairs[i].key->text))
            return true;
    return false;
}

/* Whether a pair belongs under a key of `nest` that stands before it. `here` is the table of the
 * mapping where it is, or NULL. */
static bool belongs(const struct pair *pair, const struct nest *nest, const struct record *here) {
    if (has_field(here, pair->key->text))
        return false;
    return nest->named ? is_like(pair->value, nest->record)
                       : has_field(nest->record, pair->key->text);
}

static void report_nest(struct decoder *decoder, const struct node *above, const struct pair *first,
                        size_t count) {
    const char *more = count == 2 ? "key" : arena_printf(decoder->scratch, "%zu keys", count - 1);
    const char *belong =
        count == 1 ? "belongs" : arena_printf(decoder->scratch, "and the next %s belong", more);
    struct diagnostic *entry =
        diagnose(decoder->list, first->key->at, "'%s' %s under '%s', but %s not indented",
                 first->key->text, belong, above->text, count == 1 ? "is" : "are");
    diagnose_hint(decoder->list, entry, "indent %s by two more spaces than '%s'",
                  count == 1 ? "it" : "them", above->text);
}

/* Moves what belongs under the pair at `index` there; returns how many pairs that is. */
static size_t take_in(struct decoder *decoder, struct node *node, size_t index,
                      const struct nest *nest, const struct record *here) {
    struct pair *pair = &node->pairs[index];
    size_t count = 0;
    while (index + 1 + count < node->pair_count && belongs(pair + 1 + count, nest, here))
        count++;
    if (count == 0)
        return 0;
    report_nest(decoder, pair->key, pair + 1, count);
    struct node *value = arena_new(decoder->scratch, struct node);
    *value = (struct node){.kind = NODE_MAPPING, .at = pair[1].key->at};
    value->cut_short = node->cut_short && index + 1 + count == node->pair_count;
    value->pairs = arena_array(decoder->scratch, struct pair, count);
    memcpy(value->pairs, pair + 1, count * sizeof *pair);
    value->pair_count = (uint32_t)count;
    pair->value = value;
    return count;
}

/* Indents what stands beside the keys of `nests`, or, with none, beside the names of a mapping to
 * mappings of `nest`. */
static void indent_keys(struct decoder *decoder, struct node *node, const struct nest *nests,
                        const struct nest *nest, const struct record *here) {
    uint32_t kept = 0;
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->pair_count; i++) {
        struct pair *pair = &node->pairs[i];
        const struct nest *own = nests ? find_nest(nests, pair->key->text) : nest;
        size_t taken = own && node_is_null(pair->value) ? take_in(decoder, node, i, own, here) : 0;
        node->pairs[kept++] = *pair;
        i += taken;
    }
    if (node->kind == NODE_MAPPING)
        node->pair_count = kept;
}

static void indent_items(struct decoder *decoder, struct node *list) {
    static const char *const lists[] = {"then", "else"};
    for (size_t i = 0; list && list->kind == NODE_SEQUENCE && i < list->count; i++) {
        indent_keys(decoder, list->items[i], item_nests, NULL, NULL);
        for (size_t j = 0; j < sizeof lists / sizeof *lists; j++)
            indent_items(decoder, node_get(list->items[i], lists[j]));
    }
}

void indent_missing(struct decoder *decoder, struct node *root) {
    indent_keys(decoder, root, root_nests, NULL, &scenario_record);
    for (const struct nest *nest = root_nests; nest->key; nest++) {
        struct node *node = node_get(root, nest->key);
        const struct nest below = {nest->key, nest->record, false};
        if (node && nest->named)
            indent_keys(decoder, node, NULL, &below, NULL);
    }
    indent_items(decoder, node_get(root, "beforehand"));
    indent_items(decoder, node_get(root, "programme"));
}
