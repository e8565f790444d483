/*
 * Overrides: `path=value`, set over a tree. A path is keys and positions (from 0) joined by points;
 * mappings that it goes through are made where they are missing. The value is in the file's own
 * syntax; an empty one takes the key, or the item, away.
 */
#pragma once

#include "yaml/tree.h"

enum { OVERRIDE_NAMES = TREE_DEPTH + 1 }; /* so many names of a path are told to `known_as` */

struct override_slot;

/* One run of overrides over a tree. All zeros but for the first three at the start. */
struct overrides {
    struct node *root; /* a mapping */
    struct tree_reader *reader;
    /* The key that the last of `count` names of a path stands for where there is no such key, or
     * NULL. May be NULL itself. */
    const char *(*known_as)(const char *const *names, size_t count);
    struct override_slot *slots; /* finds the pairs of every mapping that a path went through */
    size_t slot_count, slots_used;
    struct node **holed; /* mappings that lost a pair */
    size_t holed_count, holed_capacity;
};

/* Changes the tree. Mistakes go to reader->list; reader->source is the whole text of the override,
 * reader->offset does not count. What tree_read asks for holds here too. The cost of all of them is
 * in proportion to their length and that of the mappings that they go through. */
void override_apply(struct overrides *overrides);

/* After the last one: the tree is whole again. */
void overrides_end(struct overrides *overrides);
