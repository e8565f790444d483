/*
 * Numbers that add up to 1, some of which were set for one run: what was set stands, and the others
 * make room for it in proportion. In the tree, so that a changed scenario can be written down.
 */
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "scenario/naming.h"
#include "scenario/text.h"

static const char *const ballots[] = {"yes", "no", "abstain"};

/* Whether an override wrote it. */
static bool was_set(const struct node *node) {
    return node->at.source->rank > 0;
}

static struct node *new_scalar(struct arena *arena, const struct node *like, double number) {
    char text[NUMBER_PRINT];
    struct node *node = arena_new(arena, struct node);
    unsigned length = number_print(number_settled(number), text);
    *node = (struct node){.kind = NODE_SCALAR, .plain = true, .at = like->at};
    node->text = arena_copy(arena, text, length);
    node->length = length;
    return node;
}

/* Where a number stands. */
struct room {
    struct node **slot;
    bool set;
};

/* `shared`: there is one without a number, which takes what is left, and so these need not add up
 * to 1. */
static void leave_room(struct arena *arena, const struct room *rooms, size_t count, bool shared) {
    double set = 0, rest = 0, number;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        const struct node *node = *rooms[i].slot;
        if (node->kind != NODE_SCALAR || !number_parse(node->text, &number) || number < 0)
            return; /* it is a mistake, which will be told */
        any |= rooms[i].set;
        *(rooms[i].set ? &set : &rest) += number;
    }
    if (!any || rest == 0 || set > 1 || (shared && set + rest <= 1))
        return;
    for (size_t i = 0; i < count; i++)
        if (!rooms[i].set && number_parse((*rooms[i].slot)->text, &number))
            *rooms[i].slot = new_scalar(arena, *rooms[i].slot, number * (1 - set) / rest);
}

/* ---- the chances of a member ---- */

/* The chance that a mapping or a ballot gives; NULL: none. */
static const struct node *chance_in_node(const struct node *node, const char *ballot) {
    if (!node || node->kind == NODE_MAPPING)
        return node ? node_get(node, ballot) : NULL;
    return node->kind == NODE_SCALAR && strcmp(node->text, ballot) == 0 ? node : NULL;
}

static void add_chance_pair(struct arena *arena, struct node *node, const struct node *like,
                            const char *ballot, double number) {
    struct pair *pairs = arena_array(arena, struct pair, node->pair_count + 1);
    struct node *key = new_scalar(arena, like, 0);
    memcpy(pairs, node->pairs, node->pair_count * sizeof *pairs);
    key->text = ballot;
    key->length = (uint32_t)strlen(ballot);
    pairs[node->pair_count++] = (struct pair){key, new_scalar(arena, like, number)};
    node->pairs = pairs;
}

/* A member that only an override names begins with what the others have. */
static void begin_with(struct arena *arena, struct node *node, const struct node *others) {
    for (int i = 0; i < 3; i++) {
        const struct node *there = chance_in_node(others, ballots[i]);
        double number = 1;
        if (there && !node_get(node, ballots[i]) &&
            (others->kind != NODE_MAPPING || number_parse(there->text, &number)))
            add_chance_pair(arena, node, there, ballots[i], number);
    }
}

/* Where nothing else was given, what is left abstains: it is not to make a majority. */
static void abstain_with_rest(struct arena *arena, struct node *node) {
    double sum = 0, number;
    for (uint32_t i = 0; i < node->pair_count; i++) {
        const struct node *value = node->pairs[i].value;
        if (!was_set(value) || value->kind != NODE_SCALAR || !number_parse(value->text, &number))
            return;
        sum += number;
    }
    if (node->pair_count > 0 && sum < 1 && !node_get(node, "abstain"))
        add_chance_pair(arena, node, node, "abstain", 1 - sum);
}

static void leave_room_among_chances(struct arena *arena, struct pair *pair,
                                     const struct node *others) {
    struct room rooms[3];
    struct node *node = pair->value;
    size_t count = 0, own = node->pair_count;
    if (node->kind != NODE_MAPPING)
        return;
    if (!was_set(pair->key))
        abstain_with_rest(arena, node);
    else if (others)
        begin_with(arena, node, others);
    for (uint32_t i = 0; i < node->pair_count; i++)
        for (int j = 0; j < 3; j++)
            if (count < 3 && strcmp(node->pairs[i].key->text, ballots[j]) == 0)
                rooms[count++] =
                    (struct room){&node->pairs[i].value, i < own && was_set(node->pairs[i].value)};
    leave_room(arena, rooms, count, false);
}

/* A ballot that stands for a chance of 1, as the mapping that it is short for. */
static void spell_out(struct arena *arena, struct node *node) {
    struct node *key = arena_new(arena, struct node);
    struct pair *pair = arena_new(arena, struct pair);
    for (int i = 0; i < 3; i++) {
        if (node->kind != NODE_SCALAR || strcmp(node->text, ballots[i]) != 0)
            continue;
        *key = *node;
        *pair = (struct pair){key, new_scalar(arena, node, 1)};
        *node = (struct node){.kind = NODE_MAPPING, .at = node->at, .pair_count = 1, .pairs = pair};
        return;
    }
}

void leave_room_for_path(struct arena *arena, const struct node *root, const char *override) {
    enum { KIND = 3, MEMBER = 5, NAMES = 6 };
    const char *names[NAMES], *at = override;
    const struct node *node = root;
    for (int i = 0; i < NAMES; i++) { /* drafts.NAME.kinds.KIND.members.CODE., and more */
        size_t length = strcspn(at, ".=");
        if (at[length] != '.')
            return;
        names[i] = arena_copy(arena, at, length);
        at += length + 1;
    }
    const char *code = decode_member_key(names, NAMES);
    names[MEMBER] = code ? code : names[MEMBER];
    if (strcmp(names[KIND - 1], "kinds") != 0)
        return;
    for (int i = 0; i < MEMBER && node; i++)
        node = node_get(node, names[i]);
    struct node *voter = node ? node_get(node, names[MEMBER]) : NULL;
    if (voter)
        spell_out(arena, voter);
}

/* ---- the kinds of a draft ---- */

static void leave_room_in_kind(struct arena *arena, const struct node *kind) {
    struct node *members = node_get(kind, "members");
    if (!members || members->kind != NODE_MAPPING)
        return;
    const struct node *others = node_get(members, "default");
    for (uint32_t i = 0; i < members->pair_count; i++)
        leave_room_among_chances(arena, &members->pairs[i],
                                 members->pairs[i].value == others ? NULL : others);
}

static struct node **weight_of_kind(const struct node *kind) {
    for (uint32_t i = 0; kind->kind == NODE_MAPPING && i < kind->pair_count; i++)
        if (strcmp(kind->pairs[i].key->text, "weight") == 0)
            return &kind->pairs[i].value;
    return NULL;
}

void leave_room_for_overrides(struct arena *arena, const struct node *root) {
    const struct node *drafts = node_get(root, "drafts");
    for (uint32_t i = 0; drafts && drafts->kind == NODE_MAPPING && i < drafts->pair_count; i++) {
        const struct node *kinds = node_get(drafts->pairs[i].value, "kinds");
        if (!kinds || kinds->kind != NODE_MAPPING)
            continue;
        struct room *weights = arena_array(arena, struct room, kinds->pair_count + 1);
        size_t count = 0;
        for (uint32_t j = 0; j < kinds->pair_count; j++) {
            const struct node *kind = kinds->pairs[j].value;
            leave_room_in_kind(arena, kind);
            struct node **weight = weight_of_kind(kind);
            if (weight)
                weights[count++] = (struct room){weight, was_set(*weight)};
        }
        leave_room(arena, weights, count, count < kinds->pair_count);
    }
}
