#include "yaml/override.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/number.h"

/* Where a child hangs: the slot that holds it, in a mapping or a list. */
struct slot {
    struct node *parent;
    size_t index;
};

static struct node **slot_node(struct slot slot) {
    return slot.parent->kind == NODE_SEQUENCE ? &slot.parent->items[slot.index]
                                              : &slot.parent->pairs[slot.index].value;
}

static bool find_item(struct node *parent, struct tree_reader *reader, struct span at,
                      const char *name, struct slot *slot) {
    uint64_t index = 0;
    bool number = number_parse_u64(name, &index), found = number && index < parent->count;
    if (!number)
        diagnose(reader->list, at, "'%s' is no position: this is a list of %u, numbered from 0",
                 name, parent->count);
    else if (!found)
        diagnose(reader->list, at, "no item %s in a list of %u", name, parent->count);
    if (number && !found && parent->count)
        diagnose_hint(reader->list, "the last one is %u", parent->count - 1);
    *slot = (struct slot){parent, (size_t)index};
    return found;
}

/* ---- the pairs of mappings ---- */

/* A pair by its mapping and its key. */
struct override_slot {
    const struct node *parent; /* NULL: free */
    const char *key;
    size_t index;
};

static size_t hash_path(const struct node *parent, const char *key) {
    uint64_t value = 14695981039346656037u ^ (uintptr_t)parent / sizeof *parent; /* FNV-1a */
    for (; *key; key++)
        value = (value ^ (unsigned char)*key) * 1099511628211u;
    return (size_t)(value ^ value >> 32);
}

static struct override_slot *find_entry(const struct overrides *overrides,
                                        const struct node *parent, const char *key) {
    size_t mask = overrides->slot_count - 1, at = hash_path(parent, key) & mask;
    const struct override_slot *slots = overrides->slots;
    while (slots[at].parent && (slots[at].parent != parent || strcmp(slots[at].key, key) != 0))
        at = (at + 1) & mask;
    return &overrides->slots[at];
}

static void make_room(struct overrides *overrides, size_t more) {
    enum { LEAST = 64 };
    struct overrides old = *overrides;
    size_t count = old.slot_count ? old.slot_count : LEAST;
    while (2 * (old.slots_used + more) >= count)
        count *= 2;
    if (count == old.slot_count)
        return;
    overrides->slots = arena_array(old.reader->arena, struct override_slot, count);
    overrides->slot_count = count;
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].parent)
            *find_entry(overrides, old.slots[i].parent, old.slots[i].key) = old.slots[i];
}

static void enter(struct overrides *overrides, const struct node *parent, size_t index) {
    struct override_slot *slot = find_entry(overrides, parent, parent->pairs[index].key->text);
    overrides->slots_used += slot->parent == NULL;
    *slot = (struct override_slot){parent, parent->pairs[index].key->text, index};
}

static size_t power_of_two(size_t count) {
    size_t power = 1;
    while (power < count)
        power *= 2;
    return power;
}

/* From now on there is room for as many pairs as the next power of two. */
static void index_pairs(struct overrides *overrides, struct node *parent) {
    struct arena *arena = overrides->reader->arena;
    if (parent->indexed)
        return;
    parent->indexed = true;
    parent->pairs = arena_regrow(arena, parent->pairs, parent->pair_count,
                                 power_of_two(parent->pair_count), sizeof *parent->pairs);
    make_room(overrides, parent->pair_count);
    for (size_t i = 0; i < parent->pair_count; i++)
        enter(overrides, parent, i);
}

static size_t add_pair(struct overrides *overrides, struct node *parent, const char *name,
                       struct span at) {
    struct arena *arena = overrides->reader->arena;
    size_t count = parent->pair_count;
    if (count == power_of_two(count))
        parent->pairs =
            arena_regrow(arena, parent->pairs, count, count ? 2 * count : 1, sizeof *parent->pairs);
    parent->pairs[count] =
        (struct pair){node_scalar(arena, name, at), node_new(arena, NODE_MAPPING, at)};
    parent->pair_count++;
    make_room(overrides, 1);
    enter(overrides, parent, count);
    return count;
}

static const struct override_slot *find_key(struct overrides *overrides, const struct node *parent,
                                            const char *key) {
    const struct override_slot *slot = key ? find_entry(overrides, parent, key) : NULL;
    return slot && slot->parent && parent->pairs[slot->index].key ? slot : NULL;
}

/* Finds the pair of a key, or adds one with an empty mapping behind it. */
static struct slot find_pair(struct overrides *overrides, struct node *parent, struct span at,
                             const char *const *names, size_t count) {
    const char *name = names[count - 1], *other = NULL;
    index_pairs(overrides, parent);
    make_room(overrides, 1);
    const struct override_slot *found = find_key(overrides, parent, name);
    if (!found && overrides->known_as && (other = overrides->known_as(names, count)))
        found = find_key(overrides, parent, other);
    return (struct slot){parent, found ? found->index
                                       : add_pair(overrides, parent, other ? other : name, at)};
}

/* `names` are those of the path so far, the last one that at `at`. */
static bool find_override_slot(struct overrides *overrides, struct node *parent, struct span at,
                               const char *const *names, size_t count, struct slot *slot) {
    struct tree_reader *reader = overrides->reader;
    if (at.start == at.end) {
        diagnose(reader->list, at, "the path has an empty name in it");
        return false;
    }
    if (parent->kind == NODE_SEQUENCE)
        return find_item(parent, reader, at, names[count - 1], slot);
    if (parent->kind == NODE_SCALAR && !node_is_null(parent)) {
        diagnose(reader->list, at, "the path goes on behind '%s', which is a text", parent->text);
        return false;
    }
    if (parent->kind == NODE_SCALAR) /* `key:` with nothing behind it becomes a mapping */
        *parent = (struct node){.kind = NODE_MAPPING, .at = parent->at};
    *slot = find_pair(overrides, parent, at, names, count);
    return true;
}

/* The pairs of a mapping close up at the end, for others to keep their positions until then. */
static void remove_slot(struct overrides *overrides, struct slot slot) {
    struct node *parent = slot.parent;
    if (parent->kind == NODE_SEQUENCE) {
        memmove(parent->items + slot.index, parent->items + slot.index + 1,
                (parent->count - slot.index - 1) * sizeof *parent->items);
        parent->count--;
        return;
    }
    parent->pairs[slot.index].key = NULL;
    if (parent->holed)
        return;
    parent->holed = true;
    *arena_add(overrides->reader->arena, overrides->holed, overrides->holed_count,
               overrides->holed_capacity) = parent;
}

void overrides_end(struct overrides *overrides) {
    for (size_t i = 0; i < overrides->holed_count; i++) {
        struct node *parent = overrides->holed[i];
        uint32_t kept = 0;
        for (size_t j = 0; j < parent->pair_count; j++)
            if (parent->pairs[j].key)
                parent->pairs[kept++] = parent->pairs[j];
        parent->pair_count = kept;
    }
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

/* Goes from the root to the end of the path; false where it leads nowhere. */
static bool follow(struct overrides *overrides, uint32_t end, struct slot *slot) {
    struct tree_reader *reader = overrides->reader;
    const char *names[OVERRIDE_NAMES], *text = reader->source->text;
    struct node *node = overrides->root;
    uint32_t at = 0;
    size_t count = 0;
    do {
        const char *point = memchr(text + at, '.', end - at);
        struct span name = {reader->source, at, point ? (uint32_t)(point - text) : end};
        if (count == OVERRIDE_NAMES) {
            diagnose(reader->list, name, "no path has more than %d names", OVERRIDE_NAMES);
            return false;
        }
        names[count++] = arena_copy(reader->arena, text + at, name.end - at);
        at = name.end + 1;
        if (!find_override_slot(overrides, node, name, names, count, slot))
            return false;
        node = *slot_node(*slot);
    } while (at <= end);
    return true;
}

void override_apply(struct overrides *overrides) {
    struct tree_reader *reader = overrides->reader;
    struct source *source = reader->source;
    const char *sign = memchr(source->text, '=', source->length);
    if (!sign) {
        diagnose(reader->list, (struct span){source, 0, source->length},
                 "an override is PATH=VALUE, and this has no '='");
        diagnose_hint(reader->list, "as in members.RUS.veto_tendency=0");
        return;
    }
    uint32_t end = (uint32_t)(sign - source->text);
    struct slot slot = {NULL, 0};
    if (!follow(overrides, end, &slot))
        return;
    reader->offset = end + 1;
    if (reader->offset < source->length) {
        set_slot(slot, reader);
        return;
    }
    /* a pair that this very override made has its key in it */
    if (slot.parent->kind == NODE_MAPPING &&
        slot.parent->pairs[slot.index].key->at.source == source)
        diagnose(reader->list, (struct span){source, 0, end},
                 "there is nothing at '%s' to take away",
                 arena_copy(reader->arena, source->text, end));
    remove_slot(overrides, slot);
}
