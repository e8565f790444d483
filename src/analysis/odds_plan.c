#include "analysis/odds_plan.h"

#include <string.h>

#include "meeting/course.h"

/* ---- the walk through the programme ---- */

/* A history: where it has come to, and where its changes are kept. */
struct walk {
    struct veto_odds_plan *plan;
    struct alike *alike;
    struct course course;
    struct trace trace;
    int from; /* the node of the last vote, or VETO_NONE */
    size_t first_change;
};

/* A draft that is settled is of no further interest. */
static void add_change(void *context, const struct change *change) {
    struct walk *walk = context;
    struct veto_odds_plan *plan = walk->plan;
    enum { CHANGE_STEPS = 16 };
    if (course_settled(&walk->course, change->draft) ||
        !allowance_take(&plan->allowance, CHANGE_STEPS))
        return;
    alike_change(walk->alike, &walk->trace, change);
    *arena_add(&plan->arena, plan->changes, plan->change_count, plan->change_capacity) = *change;
}

/* Goes on to the next vote that is taken, or to the end. */
static struct course_step walk_to_vote(struct walk *walk) {
    for (;;) {
        struct course_step step = course_next(&walk->course, &walk->plan->scratch);
        allowance_take(&walk->plan->allowance, 1);
        if (step.kind == COURSE_VOTE || step.kind == COURSE_END)
            return step;
        if (step.kind == COURSE_WORDS)
            changes_of_item(&walk->plan->scenario, step.item, add_change, walk);
    }
}

/* ---- the graph ---- */

static int build_from(struct walk walk);

/* For one more. The arrays grow by doubling, and that of nodes is sorted in the end. Bytes, but for
 * the distributions of blocs: about those that a node takes here, and the same on any machine. */
static bool has_room(struct veto_odds_plan *plan) {
    enum { DOUBLE = 8, VOTER = 88, BLOC = 88, NODE = 4 * 192 };
    const struct veto_scenario *scenario = &plan->scenario;
    size_t size = scenario->members_count * (scenario->draft_count * DOUBLE + VOTER) +
                  (scenario->bloc_count + 1) * BLOC + NODE;
    return allowance_take(&plan->allowance, size / sizeof(double)) &&
           (plan->node_count + 1) * size + 4 * plan->change_count * sizeof *plan->changes <=
               VETO_ODDS_BYTES;
}

static void add_plan_node(const struct walk *walk, const struct course_step *step) {
    struct veto_odds_plan *plan = walk->plan;
    size_t members = plan->scenario.members_count, drafts = plan->scenario.draft_count;
    struct odds_node *node =
        arena_add(&plan->arena, plan->nodes, plan->node_count, plan->node_capacity);
    *node = (struct odds_node){
        .draft = step->draft,
        .from = walk->from,
        .first_change = walk->first_change,
        .change_count = plan->change_count - walk->first_change,
        .outcomes = step->without_vote ? 1 : VETO_NOT_PUT,
        .next = {VETO_NONE, VETO_NONE, VETO_NONE},
    };
    node->leanings = arena_array(&plan->arena, double, members *drafts);
    if (odds_node_votes(node))
        odds_vote_prepare(&node->vote, &plan->arena,
                          (struct model_vote){&plan->scenario, step->draft,
                                              course_question(&walk->course, step->draft)},
                          0);
}

/* Builds what follows each outcome: the changes that it makes come first. plan->nodes may move
 * meanwhile. */
static void build_outcomes(const struct walk *before, int index, int draft) {
    struct veto_odds_plan *plan = before->plan;
    unsigned outcomes = plan->nodes[index].outcomes;
    double row = 0;
    for (unsigned outcome = 0; outcome < outcomes; outcome++) {
        struct walk walk = *before;
        walk.from = index;
        walk.first_change = plan->change_count;
        course_settle(&walk.course, draft, (enum veto_outcome)outcome);
        changes_of_outcome(&plan->scenario, draft, (enum veto_outcome)outcome, add_change, &walk);
        int next = build_from(walk);
        plan->nodes[index].next[outcome] = next;
        plan->nodes[index].row[outcome] = row;
        row += next == VETO_NONE ? 1 : plan->nodes[next].histories;
    }
    plan->nodes[index].histories = row;
}

/* The node of a history that is like it, or a new one. */
static int build_from(struct walk walk) {
    struct veto_odds_plan *plan = walk.plan;
    struct course_step step = walk_to_vote(&walk);
    if (step.kind == COURSE_END)
        return VETO_NONE;
    size_t index = alike_find(walk.alike, &walk.trace, &walk.course, walk.from, &step);
    plan->too_large |= index == SIZE_MAX || index == plan->most_nodes || !has_room(plan);
    if (plan->too_large)
        return VETO_NONE;
    if (index < plan->node_count) {
        plan->change_count = walk.first_change;
        return (int)index;
    }
    add_plan_node(&walk, &step);
    build_outcomes(&walk, (int)index, step.draft);
    return (int)index;
}

/* ---- their order ---- */

struct sorting {
    const struct veto_odds_plan *plan;
    int *place; /* of a node: where it is to stand, or VETO_NONE */
    int free;   /* places before this one */
};

/* The last of the nodes that this one leads to and that have no place; VETO_NONE: there is none. */
static int last_without_place(const struct sorting *sorting, const struct odds_node *node) {
    int last = VETO_NONE;
    for (unsigned outcome = 0; outcome < node->outcomes; outcome++) {
        int next = node->next[outcome];
        if (next > last && sorting->place[next] == VETO_NONE)
            last = next;
    }
    return last;
}

/* From the end on: a node stands before all that it leads to. Where no two histories are alike,
 * that is where it stands already. */
static void place_node(struct sorting *sorting, int index) {
    const struct odds_node *node = &sorting->plan->nodes[index];
    for (int next; (next = last_without_place(sorting, node)) != VETO_NONE;)
        place_node(sorting, next);
    sorting->place[index] = --sorting->free;
}

static void sort_nodes(struct veto_odds_plan *plan) {
    int count = (int)plan->node_count;
    struct sorting sorting = {plan, arena_array(&plan->arena, int, plan->node_count + 1), count};
    struct odds_node *sorted = arena_array(&plan->arena, struct odds_node, plan->node_count);
    for (int i = 0; i < count; i++)
        sorting.place[i] = VETO_NONE;
    place_node(&sorting, 0);
    for (int i = 0; i < count; i++) {
        struct odds_node *node = &sorted[sorting.place[i]];
        *node = plan->nodes[i];
        node->from = node->from == VETO_NONE ? VETO_NONE : sorting.place[node->from];
        for (unsigned outcome = 0; outcome < node->outcomes; outcome++)
            if (node->next[outcome] != VETO_NONE)
                node->next[outcome] = sorting.place[node->next[outcome]];
    }
    plan->nodes = sorted;
}

static void build(struct veto_odds_plan *plan, bool apart) {
    struct walk walk = {.plan = plan, .from = VETO_NONE};
    walk.alike = alike_new(&plan->scratch, &plan->scenario, apart, &plan->allowance);
    walk.course = course_start(&plan->scenario, false);
    plan->most_nodes = apart ? plan->few_nodes : VETO_ODDS_VOTES;
    plan->node_count = plan->change_count = 0;
    plan->too_large = false;
    build_from(walk);
}

/* A draw of Monte Carlo belongs to its node. So those of few histories have nodes of their own, and
 * what a seed gives does not depend on how well we see that some are alike. */
void odds_plan_build(struct veto_odds_plan *plan) {
    build(plan, true);
    if (plan->too_large)
        build(plan, false);
    if (plan->node_count > 0 && !plan->too_large)
        sort_nodes(plan);
}

bool odds_plan_jointly(const struct veto_odds_plan *plan) {
    return plan->node_count == 0 || plan->nodes[0].histories <= VETO_ODDS_JOINT;
}

/* ---- all drafts together ---- */

struct joint {
    struct veto_odds_plan *plan;
    const uint64_t *counts; /* or NULL */
    double trials;
    struct veto_joint_odds *rows;
    size_t count, capacity;
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
};

/* From a node on: `p` is the chance of coming to it, and `row` the number of the history. */
static void walk_jointly(struct joint *joint, int index, double p, size_t row) {
    if (index == VETO_NONE && joint->counts)
        p = (double)joint->counts[row] / joint->trials;
    if (!(p > 0))
        return;
    if (index == VETO_NONE) {
        struct arena *arena = &joint->plan->answer;
        size_t drafts = joint->plan->scenario.draft_count;
        *arena_add(arena, joint->rows, joint->count, joint->capacity) = (struct veto_joint_odds){
            arena_twin(arena, joint->outcomes, drafts), odds_at_most_one(p)};
        return;
    }
    const struct odds_node *node = &joint->plan->nodes[index];
    for (unsigned i = 0; i < node->outcomes; i++) {
        joint->outcomes[node->draft] = (enum veto_outcome)i;
        walk_jointly(joint, node->next[i], joint->counts ? 1 : p * node->outcome[i],
                     row + (size_t)node->row[i]);
    }
    joint->outcomes[node->draft] = VETO_NOT_PUT;
}

void odds_plan_find_joint(struct veto_odds_plan *plan, const uint64_t *counts, double trials) {
    struct joint joint = {.plan = plan, .counts = counts, .trials = trials};
    for (unsigned i = 0; i < VETO_MAX_DRAFTS; i++)
        joint.outcomes[i] = VETO_NOT_PUT;
    walk_jointly(&joint, plan->node_count ? 0 : VETO_NONE, 1, 0);
    plan->odds.joint = joint.rows;
    plan->odds.joint_count = joint.count;
}

/* ---- numbers ---- */

static void update_leanings(struct veto_odds_plan *plan, struct odds_node *node) {
    size_t members = plan->scenario.members_count, drafts = plan->scenario.draft_count;
    if (node->from != VETO_NONE)
        memcpy(node->leanings, plan->nodes[node->from].leanings, members * drafts * sizeof(double));
    else
        for (size_t i = 0; i < drafts; i++)
            memcpy(node->leanings + i * members, plan->drafts[i].leanings,
                   members * sizeof(double));
    for (size_t i = 0; i < node->change_count; i++) {
        const struct change *change = &plan->changes[node->first_change + i];
        double *on = node->leanings + (size_t)change->draft * members;
        on[change->member] = change_to(&plan->scenario, change, on);
    }
}

void odds_plan_update(struct veto_odds_plan *plan) {
    for (size_t i = 0; i < plan->node_count; i++) {
        struct odds_node *node = &plan->nodes[i];
        update_leanings(plan, node);
        if (odds_node_votes(node))
            odds_vote_update(&node->vote,
                             node->leanings + (size_t)node->draft * plan->scenario.members_count);
    }
}

size_t odds_plan_draft_numbers(const struct veto_odds_plan *plan) {
    return 2 * (size_t)plan->scenario.members_count + 1;
}

void odds_plan_answer(struct veto_odds_plan *plan) {
    size_t drafts = plan->scenario.draft_count, numbers = odds_plan_draft_numbers(plan);
    memset(plan->draft_numbers, 0, drafts * numbers * sizeof(double));
    for (size_t i = 0; i < drafts; i++) {
        double *here = plan->draft_numbers + i * numbers;
        plan->draft_odds[i] =
            (struct veto_draft_odds){{0}, here, here + plan->scenario.members_count};
    }
    arena_free(&plan->answer);
    plan->odds = (struct veto_odds){.drafts = plan->draft_odds};
}
