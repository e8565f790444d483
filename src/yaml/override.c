#include "yaml/override.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/number.h"

/* One name of a path: the bytes from `start` to `end` of the override. */
struct segment {
    uint32_t start, end;
};

static struct span span_of(const struct tree_reader *reader, struct segment segment) {
    return (struct span){reader->source, segment.start, segment.end};
}

static char *name_of(const struct tree_reader *reader, struct segment segment) {
    return arena_copy(reader->arena, reader->source->text + segment.start,
                      segment.end - segment.start);
}

/* Cuts the next segment off [*at, end). */
static struct segment next_segment(const struct tree_reader *reader, uint32_t *at, uint32_t end) {
    const char *text = reader->source->text;
    const char *point = memchr(text + *at, '.', end - *at);
    struct segment segment = {*at, point ? (uint32_t)(point - text) : end};
    *at = segment.end + 1;
    return segment;
}

static struct node *new_mapping(const struct tree_reader *reader, struct segment segment) {
    struct node *node = arena_new(reader->arena, struct node);
    node->kind = NODE_MAPPING;
    node->at = span_of(reader, segment);
    return node;
}

/* Where a child hangs: the slot that holds it, in a mapping or a list. */
struct slot {
    struct node *parent;
    size_t index;
};

static struct node **slot_node(struct slot slot) {
    return slot.parent->kind == NODE_SEQUENCE ? &slot.parent->items[slot.index]
                                              : &slot.parent->pairs[slot.index].value;
}

static bool find_item(struct node *parent, struct tree_reader *reader, struct segment segment,
                      struct slot *slot) {
    const char *name = name_of(reader, segment);
    uint64_t index;
    if (!number_parse_u64(name, &index)) {
        diagnose(reader->list, span_of(reader, segment),
                 "'%s' is no position: this is a list of %u, numbered from 0", name, parent->count);
        return false;
    }
    if (index >= parent->count) {
        struct diagnostic *entry = diagnose(reader->list, span_of(reader, segment),
                                            "no item %s in a list of %u", name, parent->count);
        if (parent->count)
            diagnose_hint(reader->list, entry, "the last one is %u", parent->count - 1);
        return false;
    }
    *slot = (struct slot){parent, (size_t)index};
    return true;
}

/* Finds the pair of a key, or adds one with an empty mapping behind it. */
static struct slot find_pair(struct node *parent, struct tree_reader *reader,
                             struct segment segment) {
    char *name = name_of(reader, segment);
    for (size_t i = 0; i < parent->pair_count; i++)
        if (strcmp(parent->pairs[i].key->text, name) == 0)
            return (struct slot){parent, i};
    struct node *key = arena_new(reader->arena, struct node);
    *key = (struct node){.kind = NODE_SCALAR, .at = span_of(reader, segment)};
    key->text = name;
    key->length = (uint32_t)strlen(name);
    parent->pairs = arena_regrow(reader->arena, parent->pairs, parent->pair_count,
                                 parent->pair_count + 1, sizeof *parent->pairs);
    parent->pairs[parent->pair_count] = (struct pair){key, new_mapping(reader, segment)};
    return (struct slot){parent, parent->pair_count++};
}

static bool find_slot(struct node *parent, struct tree_reader *reader, struct segment segment,
                      struct slot *slot) {
    if (segment.start == segment.end) {
        diagnose(reader->list, span_of(reader, segment), "the path has an empty name in it");
        return false;
    }
    if (parent->kind == NODE_SEQUENCE)
        return find_item(parent, reader, segment, slot);
    if (parent->kind == NODE_SCALAR && !node_is_null(parent)) {
        diagnose(reader->list, span_of(reader, segment),
                 "the path goes on behind '%s', which is a text", parent->text);
        return false;
    }
    if (parent->kind == NODE_SCALAR) { /* `key:` with nothing behind it becomes a mapping */
        struct span at = parent->at;
        *parent = (struct node){.kind = NODE_MAPPING, .at = at};
    }
    *slot = find_pair(parent, reader, segment);
    return true;
}

static void remove_slot(struct slot slot) {
    struct node *parent = slot.parent;
    if (parent->kind == NODE_SEQUENCE) {
        memmove(parent->items + slot.index, parent->items + slot.index + 1,
                (parent->count - slot.index - 1) * sizeof *parent->items);
        parent->count--;
    } else {
        memmove(parent->pairs + slot.index, parent->pairs + slot.index + 1,
                (parent->pair_count - slot.index - 1) * sizeof *parent->pairs);
        parent->pair_count--;
    }
}

/* A pair that this very override made has its key in it. */
static bool made_here(struct slot slot, const struct source *source) {
    return slot.parent->kind == NODE_MAPPING &&
           slot.parent->pairs[slot.index].key->at.source == source;
}

static void set_slot(struct slot slot, struct tree_reader *reader) {
    size_t errors = reader->list->errors;
    struct node *value = tree_read(reader);
    if (value)
        *slot_node(slot) = value;
    else if (reader->list->errors == errors)
        diagnose(reader->list,
                 (struct span){reader->source, reader->offset, reader->source->length},
                 "there is no value here, only a comment or blanks");
}

void override_apply(struct node *root, struct tree_reader *reader) {
    struct source *source = reader->source;
    const char *sign = memchr(source->text, '=', source->length);
    if (!sign) {
        struct diagnostic *entry = diagnose(reader->list, (struct span){source, 0, source->length},
                                            "an override is PATH=VALUE, and this has no '='");
        diagnose_hint(reader->list, entry, "as in members.RUS.veto_tendency=0");
        return;
    }
    uint32_t end = (uint32_t)(sign - source->text), at = 0;
    struct slot slot = {NULL, 0};
    struct node *node = root;
    do {
        struct segment segment = next_segment(reader, &at, end);
        if (!find_slot(node, reader, segment, &slot))
            return;
        node = *slot_node(slot);
    } while (at <= end);

    reader->offset = end + 1;
    if (reader->offset < source->length) {
        set_slot(slot, reader);
        return;
    }
    if (made_here(slot, source))
        diagnose(reader->list, (struct span){source, 0, end},
                 "there is nothing at '%.*s' to take away", (int)end, source->text);
    remove_slot(slot);
}
