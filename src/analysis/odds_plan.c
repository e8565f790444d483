#include "analysis/odds_plan.h"

#include <string.h>

/* ---- the walk through the programme ---- */

/* A place in the programme: the item that comes next, and where to go on behind the last one. */
struct place {
    const struct veto_programme *programme;
    size_t next;
    const struct place *outer;
};

/* A history: where it has come to, and what has been settled how. */
struct walk {
    struct place place;
    int from; /* the node of the last vote, or VETO_NONE */
    size_t first_move;
    uint32_t settled;
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
};

static void add_move(struct veto_odds_plan *plan, struct odds_move move) {
    if (plan->scenario.members[move.member].firm)
        return;
    arena_push(&plan->arena, plan->moves, plan->move_count, plan->move_capacity);
    plan->moves[plan->move_count++] = move;
}

/* What a statement moves by ties. It moves all that listen, even those whose tie is 0 now. */
static void add_ties(struct veto_odds_plan *plan, const struct veto_item *item) {
    int speaker = item->speaker.speaks_for;
    if (speaker == VETO_NONE || item->draft == VETO_NONE)
        return;
    for (int member = 0; member < (int)plan->scenario.members_count; member++) {
        struct odds_move move = {item->draft, member, speaker, item->has_position, item->position};
        if (member != speaker)
            add_move(plan, move);
    }
}

/* A draft that is settled is of no further interest. */
static void do_words(struct veto_odds_plan *plan, struct walk *walk, const struct veto_item *item) {
    bool spoken = item->kind == VETO_ITEM_STATEMENT;
    if (spoken && item->draft != VETO_NONE && !(walk->settled >> item->draft & 1))
        add_ties(plan, item);
    for (size_t i = 0; i < item->shift_count; i++) {
        const struct veto_shift *shift = &item->shifts[i];
        struct odds_move move = {shift->draft, shift->member, VETO_NONE, false, shift->amount};
        if (!(walk->settled >> shift->draft & 1))
            add_move(plan, move);
    }
}

static bool holds(const struct walk *walk, const struct veto_item *item) {
    for (size_t i = 0; i < item->condition_count; i++) {
        const struct veto_condition *condition = &item->conditions[i];
        if (!(condition->outcomes >> walk->outcomes[condition->draft] & 1))
            return false;
    }
    return true;
}

static void do_when(struct veto_odds_plan *plan, struct walk *walk, const struct veto_item *item) {
    struct place *outer = arena_new(&plan->arena, struct place);
    *outer = walk->place;
    walk->place.programme = holds(walk, item) ? &item->then : &item->otherwise;
    walk->place.next = 0;
    walk->place.outer = outer;
}

/* Goes on to the next vote that is taken. VETO_NONE: to the end. */
static int walk_to_vote(struct veto_odds_plan *plan, struct walk *walk) {
    for (;;) {
        struct place *place = &walk->place;
        if (place->next == place->programme->count) {
            if (!place->outer)
                return VETO_NONE;
            walk->place = *place->outer;
            continue;
        }
        const struct veto_item *item = &place->programme->items[place->next++];
        if (item->kind == VETO_ITEM_WHEN) {
            do_when(plan, walk, item);
        } else if (item->kind != VETO_ITEM_VOTE) {
            do_words(plan, walk, item);
        } else if (!(walk->settled >> item->draft & 1)) {
            walk->settled |= (uint32_t)1 << item->draft;
            if (plan->scenario.drafts[item->draft].put)
                return item->draft;
        }
    }
}

/* ---- the graph ---- */

/* Whether some condition tells the two outcomes of a draft apart. */
static bool told_apart(const struct veto_programme *programme, int draft, unsigned a, unsigned b) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        if (item->kind != VETO_ITEM_WHEN)
            continue;
        for (size_t j = 0; j < item->condition_count; j++) {
            unsigned outcomes = item->conditions[j].outcomes;
            if (item->conditions[j].draft == draft && (outcomes >> a & 1) != (outcomes >> b & 1))
                return true;
        }
        if (told_apart(&item->then, draft, a, b) || told_apart(&item->otherwise, draft, a, b))
            return true;
    }
    return false;
}

static int build_from(struct veto_odds_plan *plan, struct walk walk);

static int add_node(struct veto_odds_plan *plan, const struct walk *walk, int draft) {
    size_t members = plan->scenario.members_count, drafts = plan->scenario.draft_count;
    if (plan->node_count == VETO_ODDS_VOTES ||
        (plan->node_count + 1) * members * drafts > VETO_ODDS_NUMBERS)
        plan->too_large = true;
    if (plan->too_large)
        return VETO_NONE;
    arena_push(&plan->arena, plan->nodes, plan->node_count, plan->node_capacity);
    struct odds_node *node = &plan->nodes[plan->node_count];
    *node = (struct odds_node){.draft = draft, .from = walk->from, .first_move = walk->first_move};
    node->move_count = plan->move_count - walk->first_move;
    node->leanings = arena_array(&plan->arena, double, members *drafts);
    odds_vote_prepare(&node->vote, &plan->arena, &plan->scenario, draft);
    return (int)plan->node_count++;
}

/* Builds what follows each outcome. plan->nodes may move meanwhile. */
static void build_outcomes(struct veto_odds_plan *plan, struct walk walk, int index, int draft) {
    int next[VETO_NOT_PUT];
    for (unsigned outcome = 0; outcome < VETO_NOT_PUT; outcome++) {
        unsigned like = 0;
        while (like < outcome && told_apart(&plan->scenario.programme, draft, like, outcome))
            like++;
        walk.outcomes[draft] = (enum veto_outcome)outcome;
        walk.from = index;
        next[outcome] = like < outcome ? next[like] : build_from(plan, walk);
    }
    double row = 0;
    for (unsigned outcome = 0; outcome < VETO_NOT_PUT; outcome++) {
        plan->nodes[index].next[outcome] = next[outcome];
        plan->nodes[index].row[outcome] = row;
        row += next[outcome] == VETO_NONE ? 1 : plan->nodes[next[outcome]].histories;
    }
    plan->nodes[index].histories = row;
}

static int build_from(struct veto_odds_plan *plan, struct walk walk) {
    walk.first_move = plan->move_count;
    int draft = walk_to_vote(plan, &walk);
    if (draft == VETO_NONE)
        return VETO_NONE;
    int index = add_node(plan, &walk, draft);
    if (index != VETO_NONE)
        build_outcomes(plan, walk, index, draft);
    return index;
}

void odds_plan_build(struct veto_odds_plan *plan) {
    struct walk walk = {.place = {&plan->scenario.programme, 0, NULL}, .from = VETO_NONE};
    for (unsigned i = 0; i < VETO_MAX_DRAFTS; i++)
        walk.outcomes[i] = VETO_NOT_PUT;
    build_from(plan, walk);
}

bool odds_plan_jointly(const struct veto_odds_plan *plan) {
    return plan->node_count == 0 || plan->nodes[0].histories <= VETO_ODDS_JOINT;
}

/* ---- numbers ---- */

/* As a meeting moves a leaning, operation by operation, so that the two agree to the bit. */
static void apply(const struct veto_odds_plan *plan, const struct odds_move *move,
                  double *leanings) {
    size_t members = plan->scenario.members_count;
    double *on = leanings + (size_t)move->draft * members, amount = move->number;
    if (move->speaker != VETO_NONE) {
        double tie = plan->ties[(size_t)move->member * members + (size_t)move->speaker];
        double position = move->has_position ? move->number : on[move->speaker];
        amount = plan->members[move->member].openness * tie * (position - on[move->member]);
    }
    double to = on[move->member] + amount;
    on[move->member] = to < -1 ? -1 : to > 1 ? 1 : to;
}

static void update_leanings(struct veto_odds_plan *plan, struct odds_node *node) {
    size_t members = plan->scenario.members_count, drafts = plan->scenario.draft_count;
    if (node->from != VETO_NONE)
        memcpy(node->leanings, plan->nodes[node->from].leanings, members * drafts * sizeof(double));
    else
        for (size_t i = 0; i < drafts; i++)
            memcpy(node->leanings + i * members, plan->drafts[i].leanings,
                   members * sizeof(double));
    for (size_t i = 0; i < node->move_count; i++)
        apply(plan, &plan->moves[node->first_move + i], node->leanings);
}

void odds_plan_update(struct veto_odds_plan *plan) {
    for (size_t i = 0; i < plan->node_count; i++) {
        struct odds_node *node = &plan->nodes[i];
        update_leanings(plan, node);
        odds_vote_update(&node->vote,
                         node->leanings + (size_t)node->draft * plan->scenario.members_count);
    }
}

size_t odds_plan_draft_numbers(const struct veto_odds_plan *plan) {
    return 2 * (size_t)plan->scenario.members_count + 1;
}

struct veto_draft_odds *odds_plan_answer(struct veto_odds_plan *plan) {
    size_t drafts = plan->scenario.draft_count, numbers = odds_plan_draft_numbers(plan);
    memset(plan->draft_numbers, 0, drafts * numbers * sizeof(double));
    for (size_t i = 0; i < drafts; i++) {
        double *here = plan->draft_numbers + i * numbers;
        plan->draft_odds[i] =
            (struct veto_draft_odds){{0}, here, here + plan->scenario.members_count};
    }
    arena_free(&plan->answer);
    plan->odds = (struct veto_odds){.drafts = plan->draft_odds};
    return plan->draft_odds;
}
