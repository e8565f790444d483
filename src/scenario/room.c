#include "scenario/room.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "scenario/naming.h"

static const char *const ballots[] = {"yes", "no", "abstain"};

static struct node *new_number(struct arena *arena, const struct node *like, double number) {
    char text[NUMBER_PRINT];
    unsigned length = number_print(number_settled(number), text);
    struct node *node = node_scalar(arena, arena_copy(arena, text, length), like->at);
    node->plain = true;
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
            *rooms[i].slot = new_number(arena, *rooms[i].slot, number * (1 - set) / rest);
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
    size_t count = node->pair_count;
    struct pair *pairs = arena_regrow(arena, node->pairs, count, count + 1, sizeof *pairs);
    pairs[node->pair_count++] =
        (struct pair){node_scalar(arena, ballot, like->at), new_number(arena, like, number)};
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
        if (!scenario_is_set(value) || value->kind != NODE_SCALAR ||
            !number_parse(value->text, &number))
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
    if (!scenario_is_set(pair->key))
        abstain_with_rest(arena, node);
    else if (others)
        begin_with(arena, node, others);
    for (uint32_t i = 0; i < node->pair_count; i++)
        for (int j = 0; j < 3; j++)
            if (count < 3 && strcmp(node->pairs[i].key->text, ballots[j]) == 0)
                rooms[count++] = (struct room){&node->pairs[i].value,
                                               i < own && scenario_is_set(node->pairs[i].value)};
    leave_room(arena, rooms, count, false);
}

/* A ballot that stands for a chance of 1, as the mapping that it is short for. */
static void spell_out(struct arena *arena, struct node *node) {
    for (int i = 0; i < 3; i++) {
        if (node->kind != NODE_SCALAR || strcmp(node->text, ballots[i]) != 0)
            continue;
        struct pair *pair = arena_new(arena, struct pair);
        *pair = (struct pair){node_scalar(arena, node->text, node->at), new_number(arena, node, 1)};
        *node = (struct node){.kind = NODE_MAPPING, .at = node->at, .pair_count = 1, .pairs = pair};
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
            struct pair *weight = node_pair(kind, "weight");
            if (weight)
                weights[count++] = (struct room){&weight->value, scenario_is_set(weight->value)};
        }
        leave_room(arena, weights, count, count < kinds->pair_count);
    }
}
