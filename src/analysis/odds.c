#include "veto/odds.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/odds_plan.h"

const char *veto_method_word(enum veto_method method) {
    return method == VETO_EXACT ? "exact" : "monte_carlo";
}

/* ---- life ---- */

/* Everything in the scenario that a knob may change becomes the plan's own. */
static void copy_numbers(struct veto_odds_plan *plan) {
    struct veto_scenario *own = &plan->scenario;
    struct arena *arena = &plan->arena;
    size_t members = own->members_count;
    own->members = plan->members = arena_twin(arena, own->members, members);
    own->ties = plan->ties = arena_twin(arena, own->ties, members * members);
    own->blocs = plan->blocs = arena_twin(arena, own->blocs, own->bloc_count);
    own->drafts = plan->drafts = arena_twin(arena, own->drafts, own->draft_count);
    for (size_t i = 0; i < own->draft_count; i++)
        plan->drafts[i].leanings = arena_twin(arena, own->drafts[i].leanings, members);
}

static void work_make(void *context) {
    struct veto_odds_plan *plan = context;
    size_t drafts = plan->scenario.draft_count;
    copy_numbers(plan);
    odds_room_prepare(&plan->room, &plan->scenario.rules, &plan->arena);
    plan->draft_odds = arena_array(&plan->arena, struct veto_draft_odds, drafts);
    plan->draft_numbers = arena_array(&plan->arena, double, drafts *odds_plan_draft_numbers(plan));
    odds_plan_build(plan);
}

enum veto_status veto_odds_plan_new(struct veto_odds_plan **plan,
                                    const struct veto_scenario *scenario) {
    return veto_odds_plan_within(plan, scenario, VETO_ODDS_STEPS);
}

enum veto_status veto_odds_plan_within(struct veto_odds_plan **plan,
                                       const struct veto_scenario *scenario, uint64_t steps) {
    return odds_plan_make(plan, scenario, steps, ODDS_FEW_NODES);
}

enum veto_status odds_plan_make(struct veto_odds_plan **plan, const struct veto_scenario *scenario,
                                uint64_t steps, size_t few_nodes) {
    struct veto_odds_plan *made = calloc(1, sizeof *made);
    if (!made)
        return VETO_SYSTEM;
    enum veto_status status = VETO_OK;
    made->scenario = *scenario;
    made->few_nodes = few_nodes;
    made->most_steps = made->allowance.left = steps;
    if (!arenas_try(&made->arena, &made->scratch, work_make, made))
        status = VETO_SYSTEM;
    else if (made->too_large)
        status = VETO_INPUT;
    arena_free(&made->scratch);
    if (status == VETO_OK)
        *plan = made;
    else
        veto_odds_plan_free(made);
    return status;
}

void veto_odds_plan_free(struct veto_odds_plan *plan) {
    if (!plan)
        return;
    arena_free(&plan->arena);
    arena_free(&plan->bloc_room);
    arena_free(&plan->scratch);
    arena_free(&plan->answer);
    free(plan);
}

const struct veto_scenario *veto_odds_scenario(const struct veto_odds_plan *plan) {
    return &plan->scenario;
}

/* ---- knobs ---- */

/* The number behind a knob that is a double; else NULL. */
static double *number_at(const struct veto_odds_plan *plan, struct veto_knob knob) {
    switch (knob.kind) {
    case VETO_KNOB_LEANING:
        return &plan->drafts[knob.a].leanings[knob.b];
    case VETO_KNOB_VETO_TENDENCY:
        return &plan->members[knob.a].veto_tendency;
    case VETO_KNOB_OPPOSITION:
        return &plan->members[knob.a].opposition;
    case VETO_KNOB_OPENNESS:
        return &plan->members[knob.a].openness;
    case VETO_KNOB_VOLATILITY:
        return &plan->members[knob.a].volatility;
    case VETO_KNOB_TIE:
        return &plan->ties[(unsigned)knob.a * plan->scenario.members_count + (unsigned)knob.b];
    case VETO_KNOB_COHESION:
        return &plan->blocs[knob.a].cohesion;
    default:
        return NULL;
    }
}

static unsigned *count_at(struct veto_rules *rules, enum veto_knob_kind kind) {
    return kind == VETO_KNOB_REQUIRED     ? &rules->required
           : kind == VETO_KNOB_VETO_NEEDS ? &rules->veto_needs
                                          : &rules->override_at;
}

double veto_odds_get(const struct veto_odds_plan *plan, struct veto_knob knob) {
    struct veto_rules rules = plan->scenario.rules;
    const double *number = number_at(plan, knob);
    return number ? *number : *count_at(&rules, knob.kind);
}

void veto_odds_set(struct veto_odds_plan *plan, struct veto_knob knob, double value) {
    double *number = number_at(plan, knob);
    if (number)
        *number = value;
    else
        *count_at(&plan->scenario.rules, knob.kind) = (unsigned)value;
}

/* ---- the exact answer ---- */

/* Adds what a vote contributes, as likely as it is to be taken. */
static void add_vote(struct veto_odds_plan *plan, const struct odds_node *node, unsigned what) {
    const struct odds_result *result = &plan->result;
    unsigned members = plan->scenario.members_count;
    struct veto_draft_odds *draft = &plan->draft_odds[node->draft];
    double *veto_by = plan->draft_numbers + (size_t)node->draft * odds_plan_draft_numbers(plan);
    double *yes = veto_by + members;
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        draft->outcome[i] += node->reach * result->outcome[i];
    for (unsigned i = 0; i < members && what & VETO_ODDS_VETO_BY; i++)
        veto_by[i] += node->reach * result->veto_by[i];
    for (unsigned i = 0; i <= members && what & VETO_ODDS_YES; i++)
        yes[i] += node->reach * result->yes[i];
    plan->odds.error += node->reach * result->error;
}

static bool solve_vote(struct veto_odds_plan *plan, struct odds_vote *vote, unsigned what) {
    bool states = plan->scenario.rules.majority_count > 0;
    unsigned by_table = states ? what & ~(unsigned)VETO_ODDS_VETO_BY : what;
    if (!odds_vote_integrate(vote, &plan->allowance) ||
        !allowance_take(&plan->allowance, odds_vote_steps(vote, by_table)))
        return false;
    odds_vote_solve(vote, &plan->room, by_table, &plan->result);
    bool fits = !states ||
                odds_vote_solve_states(vote, what, &plan->allowance, &plan->scratch, &plan->result);
    arena_free(&plan->scratch);
    return fits;
}

static bool solve_all(struct veto_odds_plan *plan, unsigned what) {
    for (size_t i = 0; i < plan->node_count; i++)
        plan->nodes[i].reach = i == 0;
    for (size_t i = 0; i < plan->node_count; i++) {
        struct odds_node *node = &plan->nodes[i];
        if (node->reach == 0)
            continue;
        if (!odds_node_votes(node))
            plan->result = (struct odds_result){.outcome = {[VETO_ADOPTED] = 1}};
        else if (!solve_vote(plan, &node->vote, what))
            return false;
        memcpy(node->outcome, plan->result.outcome, sizeof node->outcome);
        add_vote(plan, node, what);
        for (unsigned outcome = 0; outcome < node->outcomes; outcome++)
            if (node->next[outcome] != VETO_NONE)
                plan->nodes[node->next[outcome]].reach += node->reach * node->outcome[outcome];
    }
    return true;
}

/* What is left to 1. A draft that is always put leaves nothing but rounding. */
static void leave_rest(struct veto_odds_plan *plan) {
    size_t drafts = plan->scenario.draft_count;
    for (size_t i = 0; i < drafts; i++) {
        double *outcome = plan->draft_odds[i].outcome;
        double rest = 1 - outcome[VETO_ADOPTED] - outcome[VETO_VETOED] - outcome[VETO_FAILED];
        outcome[VETO_NOT_PUT] = rest > 1e-13 ? rest : 0;
        for (unsigned j = 0; j < VETO_NOT_PUT; j++)
            outcome[j] = odds_at_most_one(outcome[j]);
    }
    for (size_t i = 0; i < drafts * odds_plan_draft_numbers(plan); i++)
        plan->draft_numbers[i] = odds_at_most_one(plan->draft_numbers[i]);
}

/* ---- blocs ---- */

static enum odds_parts parts_for(const struct veto_odds_plan *plan) {
    return plan->scenario.rules.majority_count ? ODDS_PARTS_NONE : ODDS_PARTS_AGAINST;
}

static void work_blocs(void *context) {
    struct veto_odds_plan *plan = context;
    for (size_t i = 0; i < plan->node_count; i++)
        odds_vote_prepare_blocs(&plan->nodes[i].vote, parts_for(plan), &plan->bloc_room);
}

/* Makes room for their distributions, if it is not there. */
static enum veto_status prepare_blocs(struct veto_odds_plan *plan) {
    size_t numbers = 0, most = VETO_ODDS_BYTES / sizeof(double);
    if (plan->has_blocs && plan->veto_needs == plan->scenario.rules.veto_needs)
        return VETO_OK;
    plan->has_blocs = false;
    arena_free(&plan->bloc_room);
    for (size_t i = 0; i < plan->node_count && numbers <= most; i++)
        numbers += odds_vote_prepare_blocs(&plan->nodes[i].vote, parts_for(plan), NULL);
    if (numbers > most)
        return VETO_INPUT;
    if (!arenas_try(&plan->bloc_room, NULL, work_blocs, plan))
        return VETO_SYSTEM;
    plan->has_blocs = true;
    plan->veto_needs = plan->scenario.rules.veto_needs;
    return VETO_OK;
}

struct evaluation {
    struct veto_odds_plan *plan;
    unsigned what;
    bool fits;
};

static void work_evaluate(void *context) {
    struct evaluation *work = context;
    struct veto_odds_plan *plan = work->plan;
    odds_plan_answer(plan);
    odds_plan_update(plan);
    plan->allowance.left = plan->most_steps;
    work->fits = solve_all(plan, work->what);
    leave_rest(plan);
    plan->odds.joint_left_out = work->what & VETO_ODDS_JOINTLY && !odds_plan_jointly(plan);
    if (work->fits && work->what & VETO_ODDS_JOINTLY && !plan->odds.joint_left_out)
        odds_plan_find_joint(plan, NULL, 0);
}

enum veto_status veto_odds_exact(struct veto_odds_plan *plan, unsigned what,
                                 const struct veto_odds **odds) {
    struct evaluation work = {plan, what, false};
    enum veto_status status = prepare_blocs(plan);
    if (status != VETO_OK)
        return status;
    bool done = arenas_try(&plan->scratch, &plan->answer, work_evaluate, &work);
    arena_free(&plan->scratch);
    if (!done)
        return VETO_SYSTEM;
    if (!work.fits)
        return VETO_INPUT;
    *odds = &plan->odds;
    return VETO_OK;
}
