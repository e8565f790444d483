#include "analysis/odds_plan.h"

#include <string.h>

#include "meeting/course.h"

/* ---- the walk through the programme ---- */

/* A history: where it has come to, and where its changes are kept. */
struct walk {
    struct veto_odds_plan *plan;
    struct course course;
    int from; /* the node of the last vote, or VETO_NONE */
    size_t first_change;
};

/* A draft that is settled is of no further interest. */
static void add_change(void *context, const struct change *change) {
    const struct walk *walk = context;
    struct veto_odds_plan *plan = walk->plan;
    if (course_settled(&walk->course, change->draft))
        return;
    arena_push(&plan->arena, plan->changes, plan->change_count, plan->change_capacity);
    plan->changes[plan->change_count++] = *change;
}

/* Goes on to the next vote that is taken, or to the end. */
static struct course_step walk_to_vote(struct walk *walk) {
    for (;;) {
        struct course_step step = course_next(&walk->course, &walk->plan->arena);
        if (step.kind == COURSE_VOTE || step.kind == COURSE_END)
            return step;
        if (step.kind == COURSE_WORDS)
            changes_of_item(&walk->plan->scenario, step.item, add_change, walk);
    }
}

/* ---- the graph ---- */

/* Whether some condition tells the two outcomes of a draft apart. */
static bool asked_for(const struct veto_programme *programme, int draft, unsigned a, unsigned b) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        if (item->kind != VETO_ITEM_WHEN)
            continue;
        for (size_t j = 0; j < item->condition_count; j++) {
            unsigned outcomes = item->conditions[j].outcomes;
            if (item->conditions[j].draft == draft && (outcomes >> a & 1) != (outcomes >> b & 1))
                return true;
        }
        if (asked_for(&item->then, draft, a, b) || asked_for(&item->otherwise, draft, a, b))
            return true;
    }
    return false;
}

static enum veto_question question_after(const struct veto_scenario *scenario, int draft,
                                         unsigned outcome) {
    struct course course = course_start(scenario, false);
    course_settle(&course, draft, (enum veto_outcome)outcome);
    return course_question(&course, scenario->drafts[draft].upon);
}

/* Whether anything later depends on which of the two it was: a branch, the text of another draft,
 * or how that one is voted on. */
static bool told_apart(const struct veto_scenario *scenario, int draft, unsigned a, unsigned b) {
    if (asked_for(&scenario->programme, draft, a, b))
        return true;
    return scenario->drafts[draft].bearing != VETO_PRINCIPAL &&
           (veto_scenario_changes(scenario, draft, (enum veto_outcome)a) !=
                veto_scenario_changes(scenario, draft, (enum veto_outcome)b) ||
            question_after(scenario, draft, a) != question_after(scenario, draft, b));
}

static int build_from(struct walk walk);

static int add_node(const struct walk *walk, const struct course_step *step) {
    struct veto_odds_plan *plan = walk->plan;
    size_t members = plan->scenario.members_count, drafts = plan->scenario.draft_count;
    if (plan->node_count == VETO_ODDS_VOTES ||
        (plan->node_count + 1) * members * drafts > VETO_ODDS_NUMBERS)
        plan->too_large = true;
    if (plan->too_large)
        return VETO_NONE;
    arena_push(&plan->arena, plan->nodes, plan->node_count, plan->node_capacity);
    struct odds_node *node = &plan->nodes[plan->node_count];
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
                                              course_question(&walk->course, step->draft)});
    return (int)plan->node_count++;
}

/* What follows an outcome: the changes that it makes come first. */
static int build_after(struct walk walk, int draft, enum veto_outcome outcome) {
    walk.first_change = walk.plan->change_count;
    course_settle(&walk.course, draft, outcome);
    changes_of_outcome(&walk.plan->scenario, draft, outcome, add_change, &walk);
    return build_from(walk);
}

/* Builds what follows each outcome. plan->nodes may move meanwhile. */
static void build_outcomes(struct walk walk, int index, int draft) {
    struct veto_odds_plan *plan = walk.plan;
    unsigned outcomes = plan->nodes[index].outcomes;
    walk.from = index;
    for (unsigned outcome = 0; outcome < outcomes; outcome++) {
        unsigned like = 0;
        while (like < outcome && told_apart(&plan->scenario, draft, like, outcome))
            like++;
        int next = like < outcome ? plan->nodes[index].next[like]
                                  : build_after(walk, draft, (enum veto_outcome)outcome);
        plan->nodes[index].next[outcome] = next;
    }
    double row = 0;
    for (unsigned outcome = 0; outcome < outcomes; outcome++) {
        int next = plan->nodes[index].next[outcome];
        plan->nodes[index].row[outcome] = row;
        row += next == VETO_NONE ? 1 : plan->nodes[next].histories;
    }
    plan->nodes[index].histories = row;
}

static int build_from(struct walk walk) {
    struct course_step step = walk_to_vote(&walk);
    if (step.kind == COURSE_END)
        return VETO_NONE;
    int index = add_node(&walk, &step);
    if (index != VETO_NONE)
        build_outcomes(walk, index, step.draft);
    return index;
}

void odds_plan_build(struct veto_odds_plan *plan) {
    build_from((struct walk){plan, course_start(&plan->scenario, false), VETO_NONE, 0});
}

bool odds_plan_jointly(const struct veto_odds_plan *plan) {
    return plan->node_count == 0 || plan->nodes[0].histories <= VETO_ODDS_JOINT;
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
