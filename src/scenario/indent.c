/* Keys that stand beside the key that they belong under, for want of indentation: said once, and
 * then read as they were meant. */
#include <string.h>

#include "scenario/schema.h"

/* Whether a pair belongs below a key that stands before it, by its field: it, or for a mapping of
 * names some key in it, is in the table there. `here` is the table of
 * the mapping where it is, or NULL. */
static bool belongs(const struct pair *pair, const struct field *above, const struct record *here) {
    const char *key = pair->key->text;
    const struct node *value = pair->value;
    if (!above->of || (here && record_field(here, key)))
        return false;
    bool found = above->nest == NEST_ONE && record_field(above->of, key);
    bool map = above->nest == NEST_MAP && value->kind == NODE_MAPPING;
    for (size_t i = 0; map && i < value->pair_count; i++)
        found = found || record_field(above->of, value->pairs[i].key->text);
    return found;
}

static void report_nest(struct decoder *decoder, const struct node *above, const struct pair *first,
                        size_t count) {
    const char *more = count == 2 ? "key" : arena_printf(decoder->scratch, "%zu keys", count - 1);
    const char *belong =
        count == 1 ? "belongs" : arena_printf(decoder->scratch, "and the next %s belong", more);
    diagnose(decoder->list, first->key->at, "'%s' %s under '%s', but %s not indented",
             first->key->text, belong, above->text, count == 1 ? "is" : "are");
    diagnose_hint(decoder->list, "indent %s by two more spaces than '%s'",
                  count == 1 ? "it" : "them", above->text);
}

/* Moves what belongs under the pair at `index` there; returns how many pairs that is. */
static size_t take_in(struct decoder *decoder, struct node *node, size_t index,
                      const struct field *above, const struct record *here) {
    struct pair *pair = &node->pairs[index];
    size_t count = 0;
    while (index + 1 + count < node->pair_count && belongs(pair + 1 + count, above, here))
        count++;
    if (count == 0)
        return 0;
    report_nest(decoder, pair->key, pair + 1, count);
    struct node *value = node_new(decoder->scratch, NODE_MAPPING, pair[1].key->at);
    value->cut_short = node->cut_short && index + 1 + count == node->pair_count;
    value->pairs = arena_array(decoder->scratch, struct pair, count);
    memcpy(value->pairs, pair + 1, count * sizeof *pair);
    value->pair_count = (uint32_t)count;
    pair->value = value;
    return count;
}

/* Indents what stands beside the keys of a table; with none, beside the names of a mapping to
 * mappings of `of`. */
static void indent_keys(struct decoder *decoder, struct node *node, const struct record *here,
                        const struct record *of) {
    const struct field name = {.nest = NEST_ONE, .of = of};
    uint32_t kept = 0;
    if (node->kind != NODE_MAPPING)
        return;
    for (size_t i = 0; i < node->pair_count; i++) {
        struct pair *pair = &node->pairs[i];
        const struct field *field = here ? record_field(here, pair->key->text) : NULL;
        size_t taken = 0;
        if (node_is_null(pair->value))
            taken = take_in(decoder, node, i, field ? field : &name, here);
        node->pairs[kept++] = *pair;
        i += taken;
    }
    node->pair_count = kept;
}

static void indent_items(struct decoder *decoder, struct node *list) {
    static const char *const lists[] = {"then", "else"};
    for (size_t i = 0; list && list->kind == NODE_SEQUENCE && i < list->count; i++) {
        indent_keys(decoder, list->items[i], &item_record, NULL);
        for (size_t j = 0; j < sizeof lists / sizeof *lists; j++)
            indent_items(decoder, node_get(list->items[i], lists[j]));
    }
}

void indent_missing(struct decoder *decoder, struct node *root) {
    const struct record *whole = decoder->tables[0];
    indent_keys(decoder, root, whole, NULL);
    for (size_t i = 0; i < whole->count; i++) {
        const struct field *field = &whole->fields[i];
        struct node *node = node_get(root, field->key);
        if (node && field->nest == NEST_MAP)
            indent_keys(decoder, node, NULL, field->of);
    }
    indent_items(decoder, node_get(root, "beforehand"));
    indent_items(decoder, node_get(root, "programme"));
}
