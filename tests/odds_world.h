/* A Council by hand and its odds: what a test may change, and how odds are held to each other. */
#pragma once

#include <string.h>

#include "base/philox.h"
#include "meeting/model.h"
#include "odds_plans.h"
#include "scenario_file.h"
#include "suite.h"

enum { MEMBERS = 8, DRAFTS = 32, ITEMS = 80 };

/* A council by hand, and all that a test may change. */
struct world {
    struct veto_scenario scenario;
    struct veto_member members[MEMBERS];
    struct veto_draft drafts[DRAFTS];
    double leanings[DRAFTS][MEMBERS];
    struct veto_preset_ballot presets[DRAFTS][MEMBERS];
    double changes[DRAFTS][MEMBERS];
    double ties[MEMBERS * MEMBERS];
    struct veto_bloc blocs[2];
    struct veto_majority majorities[2];
    uint32_t weights[2][MEMBERS];
    struct veto_item items[ITEMS];
    struct veto_condition conditions[ITEMS];
    uint64_t seed;
    uint32_t drawn;
};

static struct world world;

static inline void setup(unsigned members, size_t drafts) {
    memset(&world, 0, sizeof world);
    for (unsigned i = 0; i < members; i++)
        world.members[i] = (struct veto_member){.code = "AAA",
                                                .veto_tendency = 0.5,
                                                .opposition = 0.5,
                                                .openness = 0.5,
                                                .volatility = 0.25,
                                                .bloc = VETO_NONE};
    for (size_t i = 0; i < drafts; i++) {
        world.drafts[i].id = "draft";
        world.drafts[i].put = true;
        world.drafts[i].leanings = world.leanings[i];
        world.drafts[i].ballots = world.presets[i];
    }
    world.scenario = (struct veto_scenario){
        .rules = veto_rules_charter(members, members / 2 + 1, 3 & ((1u << members) - 1)),
        .members_count = members,
        .members = world.members,
        .ties = world.ties,
        .blocs = world.blocs,
        .drafts = world.drafts,
        .draft_count = drafts,
        .programme = {world.items, 0},
    };
}

static inline double uniform(void) {
    const uint32_t counter[4] = {world.drawn++, 0, 0, 0};
    return (philox(world.seed, counter).word[0] + 0.5) / 4294967296.0;
}

static inline unsigned below(unsigned n) {
    return (unsigned)(uniform() * n);
}

static inline struct veto_item *add(struct veto_item item) {
    struct veto_item *added = &world.items[world.scenario.programme.count++];
    ck_assert_uint_le(world.scenario.programme.count, ITEMS);
    *added = item;
    return added;
}

static inline void add_vote(int draft) {
    add((struct veto_item){.kind = VETO_ITEM_VOTE, .draft = draft});
}

static inline void random_preset(struct veto_preset_ballot *preset) {
    unsigned kind = below(6);
    if (kind == 0) {
        *preset =
            (struct veto_preset_ballot){VETO_FIXED, (enum veto_ballot)below(VETO_BALLOTS), {0}};
    } else if (kind == 1) {
        double yes = uniform(), no = (1 - yes) * uniform();
        *preset = (struct veto_preset_ballot){VETO_CHANCES, VETO_YES, {yes, no, 1 - yes - no}};
    }
}

static inline void random_majorities(unsigned members) {
    unsigned count = below(3);
    for (unsigned i = 0; i < count; i++) {
        bool weighted = below(2);
        uint64_t total = 0;
        world.majorities[i].group = 1 + below((1u << members) - 1);
        world.majorities[i].weights = weighted ? world.weights[i] : NULL;
        for (unsigned j = 0; j < members; j++) {
            world.weights[i][j] = below(1000000);
            if (veto_set_has(world.majorities[i].group, j))
                total += weighted ? world.weights[i][j] : 1;
        }
        world.majorities[i].needed = (uint64_t)(uniform() * (double)(total + 2));
    }
    world.scenario.rules.majorities = world.majorities;
    world.scenario.rules.majority_count = count;
}

/* Parties to a dispute, some of them bound to abstain. */
static inline void random_parties(unsigned members, int draft) {
    world.drafts[draft].parties = below(1u << members);
    world.drafts[draft].basis = (enum veto_basis)below(4);
    world.scenario.obligatory_abstention = (enum veto_abstention)below(3);
}

static inline void random_council(uint64_t seed, unsigned most, bool majorities) {
    unsigned members = 1;
    setup(1, 1);
    world.seed = seed;
    members += below(most);
    setup(members, 1);
    world.seed = seed;
    for (unsigned i = 0; i < members; i++) {
        world.members[i].veto_tendency = uniform();
        world.members[i].opposition = uniform();
        world.members[i].volatility = below(5) ? uniform() : 0;
        world.leanings[0][i] = 2 * uniform() - 1;
        random_preset(&world.presets[0][i]);
    }
    struct veto_rules *rules = &world.scenario.rules;
    rules->required = below(members + 2);
    rules->veto_holders = below(1u << members);
    rules->veto_needs = 1 + below(3);
    rules->override_at = below(2) ? 0 : 1 + below(members + 1);
    world.drafts[0].question = below(4) ? VETO_SUBSTANTIVE : VETO_PROCEDURAL;
    if (majorities)
        random_majorities(members);
    random_parties(members, 0);
    add_vote(0);
}

static inline void make_bloc(int bloc, veto_set members, double cohesion) {
    world.blocs[bloc] = (struct veto_bloc){"bloc", members, cohesion};
    world.scenario.bloc_count = (size_t)bloc + 1;
    for (unsigned i = 0; i < world.scenario.members_count; i++)
        if (veto_set_has(members, i))
            world.members[i].bloc = bloc;
}

static inline struct model_vote the_vote(void) {
    return (struct model_vote){&world.scenario, 0, world.drafts[0].question};
}

static inline void assert_sampled(double p, double sampled, double trials) {
    double sigma = sqrt(p * (1 - p) / trials) + 1e-12;
    ck_assert_msg(fabs(p - sampled) <= 5 * sigma + 2 / trials, "%g sampled as %g: %g sigma", p,
                  sampled, (sampled - p) / sigma);
}

static inline void assert_odds_sampled(const struct veto_scenario *scenario, uint64_t trials) {
    struct veto_odds_plan *plan = plan_of(scenario), *other = plan_of(scenario);
    const struct veto_odds *odds = exact(plan), *sampled = sample(other, 7, trials, 2);
    ck_assert_uint_eq(sampled->trials, trials);
    ck_assert_uint_eq(sampled->seed, 7);
    ck_assert_int_eq(sampled->method, VETO_MONTE_CARLO);
    for (size_t d = 0; d < scenario->draft_count; d++) {
        const struct veto_draft_odds *a = &odds->drafts[d], *b = &sampled->drafts[d];
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            assert_sampled(a->outcome[i], b->outcome[i], (double)trials);
        for (unsigned i = 0; i < scenario->members_count; i++)
            assert_sampled(a->veto_by[i], b->veto_by[i], (double)trials);
        for (unsigned i = 0; i <= scenario->members_count; i++)
            assert_sampled(a->yes[i], b->yes[i], (double)trials);
    }
    for (size_t i = 0, j = 0; i < odds->joint_count; i++) {
        size_t size = scenario->draft_count * sizeof(enum veto_outcome);
        bool there = j < sampled->joint_count &&
                     memcmp(odds->joint[i].outcomes, sampled->joint[j].outcomes, size) == 0;
        assert_sampled(odds->joint[i].p, there ? sampled->joint[j++].p : 0, (double)trials);
    }
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}

static inline struct veto_scenario *aleppo(void) {
    return scenario_of_file("scenarios/aleppo-2016.yaml", NULL, 0);
}

/* A made-up meeting: votes in branches, twice on one draft, moves in some of them only. */
static inline void branching_world(void) {
    static struct veto_item then[3], otherwise[2];
    static struct veto_shift shifts[2];
    static struct veto_condition condition;
    setup(5, 3);
    for (unsigned i = 0; i < 5; i++) {
        world.leanings[0][i] = i == 1 ? -0.4 : 0.3 - 0.05 * i;
        world.leanings[1][i] = i == 1 ? -0.3 : 0.1;
        world.leanings[2][i] = -0.2 + 0.1 * i;
        world.ties[i * 5 + 1] = 0.4;
    }
    shifts[0] = (struct veto_shift){1, 3, -0.7};
    shifts[1] = (struct veto_shift){2, 2, 0.9};
    condition = (struct veto_condition){0, 1u << VETO_VETOED | 1u << VETO_NOT_PUT};
    then[0] = (struct veto_item){.kind = VETO_ITEM_VOTE, .draft = 2};
    then[1] = (struct veto_item){
        .kind = VETO_ITEM_STATEMENT, .speaker = {.member = 1, .speaks_for = 1}, .draft = 1};
    then[2] = (struct veto_item){.kind = VETO_ITEM_EVENT, .shifts = shifts, .shift_count = 2};
    otherwise[0] = then[2];
    otherwise[1] = (struct veto_item){.kind = VETO_ITEM_STATEMENT,
                                      .speaker = {.member = 1, .speaks_for = 1},
                                      .draft = 2,
                                      .has_position = true,
                                      .position = -0.8};
    add_vote(0);
    add((struct veto_item){.kind = VETO_ITEM_WHEN,
                           .conditions = &condition,
                           .condition_count = 1,
                           .then = {then, 3},
                           .otherwise = {otherwise, 2}});
    add_vote(1);
    condition = (struct veto_condition){0, 1u << VETO_VETOED};
}

static inline void assert_same(const struct veto_odds *a, const struct veto_odds *b, size_t drafts,
                               unsigned members) {
    ck_assert_uint_eq(a->trials, b->trials);
    for (size_t d = 0; d < drafts; d++) {
        ck_assert_mem_eq(a->drafts[d].outcome, b->drafts[d].outcome, sizeof a->drafts[d].outcome);
        ck_assert_mem_eq(a->drafts[d].veto_by, b->drafts[d].veto_by, members * sizeof(double));
        ck_assert_mem_eq(a->drafts[d].yes, b->drafts[d].yes, (members + 1) * sizeof(double));
    }
    ck_assert_uint_eq(a->joint_count, b->joint_count);
    for (size_t i = 0; i < a->joint_count; i++)
        ck_assert_double_eq(a->joint[i].p, b->joint[i].p);
}
