/* Odds of meetings with branches and procedure, against meetings that are played. */
#include "odds_world.h"

/* ---- Aleppo: branches ---- */

/* The plan's leanings at every vote of a meeting are the meeting's own, to the bit. */
static void assert_same_leanings(const struct veto_odds_plan *plan,
                                 const struct veto_meeting *meeting) {
    size_t members = plan->scenario.members_count;
    for (int at = plan->node_count ? 0 : VETO_NONE; at != VETO_NONE;) {
        const struct odds_node *node = &plan->nodes[at];
        const struct veto_vote *vote = veto_meeting_vote(meeting, node->draft);
        ck_assert_ptr_nonnull(vote);
        ck_assert_int_eq(vote->without_vote, !odds_node_votes(node));
        for (size_t i = 0; i < members && vote->casts; i++)
            ck_assert_double_eq(vote->casts[i].leaning,
                                node->leanings[(size_t)node->draft * members + i]);
        at = node->next[vote->result.outcome];
    }
}

static void assert_like_meetings(const struct veto_scenario *scenario, unsigned trials) {
    struct veto_odds_plan *plan = plan_of(scenario);
    const struct veto_odds *odds = exact(plan);
    unsigned *counts = calloc(odds->joint_count, sizeof *counts);
    for (uint64_t seed = 1; seed <= trials; seed++) {
        struct veto_meeting *meeting = NULL;
        ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_SAMPLED, seed), VETO_OK);
        assert_same_leanings(plan, meeting);
        bool found = false;
        for (size_t i = 0; i < odds->joint_count && !found; i++) {
            found = true;
            for (size_t d = 0; d < scenario->draft_count; d++)
                found &= odds->joint[i].outcomes[d] == veto_meeting_outcome(meeting, (int)d);
            counts[i] += found;
        }
        ck_assert(found);
        veto_meeting_free(meeting);
    }
    for (size_t i = 0; i < odds->joint_count; i++)
        assert_sampled(odds->joint[i].p, (double)counts[i] / trials, trials);
    free(counts);
    veto_odds_plan_free(plan);
}

START_TEST(aleppo_jointly) {
    struct veto_scenario *scenario = aleppo();
    int french = veto_scenario_draft(scenario, "french"),
        russian = veto_scenario_draft(scenario, "russian"),
        evacuation = veto_scenario_draft(scenario, "evacuation"),
        russia = veto_scenario_member(scenario, "RUS");
    struct veto_odds_plan *plan = plan_of(scenario);
    const struct veto_odds *odds = exact(plan);
    double sum = 0, vetoed = 0;
    for (size_t i = 0; i < odds->joint_count; i++) {
        sum += odds->joint[i].p;
        vetoed += odds->joint[i].outcomes[french] == VETO_VETOED ? odds->joint[i].p : 0;
        ck_assert_int_eq(odds->joint[i].outcomes[evacuation], VETO_NOT_PUT);
    }
    assert_near(sum, 1, 1e-13);
    assert_near(vetoed, odds->drafts[french].outcome[VETO_VETOED], 1e-13);
    ck_assert_double_gt(vetoed, 0.9);
    ck_assert_double_gt(odds->drafts[french].veto_by[russia], 0.9);
    ck_assert_double_gt(odds->drafts[russian].outcome[VETO_FAILED], 0.9);
    ck_assert_double_eq(odds->drafts[french].outcome[VETO_NOT_PUT], 0);
    ck_assert_double_eq(odds->drafts[evacuation].outcome[VETO_NOT_PUT], 1);
    ck_assert_double_le(odds->error, 1e-7);
    veto_odds_plan_free(plan);
    assert_like_meetings(scenario, 3000);
    assert_odds_sampled(scenario, 500000);
    veto_scenario_free(scenario);
}
END_TEST

START_TEST(branches_like_meetings) {
    branching_world();
    assert_like_meetings(&world.scenario, 3000);
    assert_odds_sampled(&world.scenario, 300000);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    /* draft 2 comes to a vote only after a veto of draft 0 */
    assert_near(1 - odds->drafts[2].outcome[VETO_NOT_PUT], odds->drafts[0].outcome[VETO_VETOED],
                1e-14);
    ck_assert_double_gt(odds->drafts[0].outcome[VETO_VETOED], 0.01);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- procedure ---- */

enum { FEW = 2, SOME = 4, COMBINATIONS = 256 };

static struct veto_item random_item(unsigned depth);

/* Items of a branch, which live as long as the world. */
static struct veto_programme random_branch(unsigned depth) {
    static struct veto_item pool[256];
    static size_t used;
    unsigned count = below(3);
    used = used + count > 256 ? 0 : used;
    struct veto_programme branch = {pool + used, count};
    used += count;
    for (unsigned i = 0; i < count; i++)
        branch.items[i] = random_item(depth + 1);
    return branch;
}

static struct veto_item random_item(unsigned depth) {
    static struct veto_condition conditions[256];
    static struct veto_shift shifts[256];
    static unsigned used;
    struct veto_item item = {.kind = (enum veto_item_kind)below(VETO_ITEM_KINDS),
                             .draft = (int)below(SOME)};
    item.speaker.member = item.speaker.speaks_for = (int)below(FEW);
    if (item.kind == VETO_ITEM_EVENT) {
        shifts[used % 256] =
            (struct veto_shift){(int)below(SOME), (int)below(FEW), uniform() - 0.5};
        item.shifts = &shifts[used++ % 256];
        item.shift_count = 1;
    }
    if (item.kind == VETO_ITEM_WHEN && depth > 1)
        item.kind = VETO_ITEM_VOTE;
    if (item.kind == VETO_ITEM_WHEN) {
        conditions[used % 256] = (struct veto_condition){(int)below(SOME), 1 + below(14)};
        item.conditions = &conditions[used++ % 256];
        item.condition_count = 1;
        item.then = random_branch(depth);
        item.otherwise = random_branch(depth);
    }
    return item;
}

/* Two members, four drafts that bear on each other, and a programme of anything. */
static void random_procedure(uint64_t seed) {
    setup(FEW, SOME);
    world.seed = seed;
    world.scenario.rules = veto_rules_charter(FEW, 1 + below(2), 1 + below(3));
    for (unsigned i = 0; i < FEW; i++) {
        world.members[i].firm = below(4) == 0;
        world.members[i].veto_tendency = uniform();
        world.ties[i * FEW + 1 - i] = uniform();
    }
    for (int draft = 0; draft < SOME; draft++) {
        struct veto_draft *on = &world.drafts[draft];
        on->put = below(8) > 0;
        on->question = below(4) ? VETO_SUBSTANTIVE : VETO_PROCEDURAL;
        on->bearing = draft ? (enum veto_bearing)below(VETO_BEARINGS) : VETO_PRINCIPAL;
        on->upon = draft ? (int)below((unsigned)draft) : VETO_NONE;
        on->changes = below(4) ? world.changes[draft] : NULL;
        random_parties(FEW, draft);
        for (unsigned i = 0; i < FEW; i++) {
            world.leanings[draft][i] = uniform() - 0.5;
            world.changes[draft][i] = 1.5 * uniform() - 0.75;
        }
    }
    for (unsigned i = 0; i < 9; i++)
        add(random_item(0));
    for (int draft = SOME - 1; draft >= 0; draft--)
        add_vote(draft);
}

static unsigned combination(const enum veto_outcome *outcomes) {
    unsigned code = 0;
    for (unsigned i = 0; i < SOME; i++)
        code = 4 * code + outcomes[i];
    return code;
}

/* A meeting in which every ballot is fixed: how likely its ballots are, and what it comes to. */
static void play_fixed(double *joint, double (*veto_by)[FEW]) {
    struct veto_meeting *meeting = NULL;
    enum veto_outcome outcomes[SOME];
    double p = 1;
    ck_assert_int_eq(veto_meeting_play(&meeting, &world.scenario, VETO_EXPECTED, 0), VETO_OK);
    for (int draft = 0; draft < SOME; draft++) {
        const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
        outcomes[draft] = veto_meeting_outcome(meeting, draft);
        for (unsigned i = 0; i < FEW; i++) /* where nobody votes, each profile has its share */
            p *= vote && vote->casts ? vote->casts[i].chance[vote->casts[i].given] : 1 / 3.0;
    }
    for (int draft = 0; draft < SOME; draft++)
        for (unsigned i = 0; i < FEW; i++)
            if (veto_meeting_vote(meeting, draft) &&
                veto_set_has(veto_meeting_vote(meeting, draft)->result.vetoed_by, i))
                veto_by[draft][i] += p;
    joint[combination(outcomes)] += p;
    veto_meeting_free(meeting);
}

static void play_all(unsigned ballot, double *joint, double (*veto_by)[FEW]) {
    if (ballot == SOME * FEW) {
        play_fixed(joint, veto_by);
        return;
    }
    for (int i = 0; i < 3; i++) {
        world.presets[ballot / FEW][ballot % FEW] =
            (struct veto_preset_ballot){VETO_FIXED, (enum veto_ballot)i, {0}};
        play_all(ballot + 1, joint, veto_by);
    }
}

static void assert_plays(const struct veto_odds *odds, const double *joint,
                         double (*veto_by)[FEW]) {
    double found[COMBINATIONS] = {0};
    for (size_t i = 0; i < odds->joint_count; i++)
        found[combination(odds->joint[i].outcomes)] += odds->joint[i].p;
    for (unsigned i = 0; i < COMBINATIONS; i++)
        assert_near(found[i], joint[i], 1e-12);
    for (unsigned draft = 0; draft < SOME; draft++) {
        double outcome[VETO_OUTCOMES] = {0};
        for (unsigned i = 0; i < COMBINATIONS; i++)
            outcome[i >> 2 * (SOME - 1 - draft) & 3] += joint[i];
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            assert_near(odds->drafts[draft].outcome[i], outcome[i], 1e-12);
        for (unsigned i = 0; i < FEW; i++)
            assert_near(odds->drafts[draft].veto_by[i], veto_by[draft][i], 1e-12);
    }
}

/* Every meeting that can be, played with fixed ballots. */
START_TEST(procedure_is_brute_force) {
    for (uint64_t seed = 0; seed < 10; seed++) {
        double joint[COMBINATIONS] = {0}, veto_by[SOME][FEW] = {{0}};
        random_procedure(31000 + 100 * (uint64_t)_i + seed);
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        const struct veto_odds *odds = exact(plan);
        play_all(0, joint, veto_by);
        assert_plays(odds, joint, veto_by);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* The same where all histories that become alike are one: it is no matter to any odds. */
START_TEST(alike_is_alike) {
    size_t fewer = 0;
    for (uint64_t seed = 0; seed < 400; seed++) {
        struct veto_odds_plan *plan = NULL;
        random_procedure(83000 + 1000 * (uint64_t)_i + seed);
        struct veto_odds_plan *apart = plan_of(&world.scenario);
        ck_assert_int_eq(odds_plan_make(&plan, &world.scenario, VETO_ODDS_STEPS, 0), VETO_OK);
        const struct veto_odds *odds = exact(plan), *other = exact(apart);
        ck_assert_uint_le(plan->node_count, apart->node_count);
        fewer += plan->node_count < apart->node_count;
        ck_assert_uint_eq(odds->joint_count, other->joint_count);
        for (size_t i = 0; i < odds->joint_count; i++) {
            ck_assert_mem_eq(odds->joint[i].outcomes, other->joint[i].outcomes,
                             SOME * sizeof *odds->joint[i].outcomes);
            assert_near(odds->joint[i].p, other->joint[i].p, 1e-14);
        }
        for (unsigned d = 0; d < SOME; d++)
            for (unsigned i = 0; i < FEW; i++)
                assert_near(odds->drafts[d].veto_by[i], other->drafts[d].veto_by[i], 1e-14);
        veto_odds_plan_free(plan);
        veto_odds_plan_free(apart);
    }
    ck_assert_uint_gt(fewer, 20);
}
END_TEST

START_TEST(procedure_is_sampled) {
    for (uint64_t seed = 0; seed < 10; seed++) {
        random_procedure(57000 + 100 * (uint64_t)_i + seed);
        assert_odds_sampled(&world.scenario, 50000);
        assert_like_meetings(&world.scenario, 500);
    }
}
END_TEST

/* Draft 0 is adopted without a vote, draft 1 only then put: one history to it, and no ballots. */
START_TEST(without_a_vote_all_is_certain) {
    static struct veto_condition condition = {0, 1u << VETO_ADOPTED};
    static struct veto_item then = {.kind = VETO_ITEM_VOTE, .draft = 1};
    setup(3, 2);
    add((struct veto_item){.kind = VETO_ITEM_WITHOUT_VOTE, .draft = 0});
    add((struct veto_item){.kind = VETO_ITEM_WHEN,
                           .conditions = &condition,
                           .condition_count = 1,
                           .then = {&then, 1}});
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    ck_assert_uint_eq(plan->node_count, 2);
    ck_assert_double_eq(plan->nodes[0].histories, 3);
    ck_assert_uint_eq(odds->joint_count, 3);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_ADOPTED], 1);
    for (unsigned i = 0; i <= 3; i++)
        ck_assert_double_eq(odds->drafts[0].yes[i], 0);
    ck_assert_double_eq(odds->drafts[1].outcome[VETO_NOT_PUT], 0);
    odds = sample(plan, 1, 1000, 2);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_ADOPTED], 1);
    ck_assert_double_eq(odds->drafts[1].outcome[VETO_NOT_PUT], 0);
    veto_odds_plan_free(plan);
}
END_TEST

/* The preliminary question decides who can veto: its outcomes are told apart without a branch. An
 * amendment without changes is not. */
START_TEST(what_bears_on_a_draft_is_told_apart) {
    setup(3, 3);
    world.drafts[1].bearing = VETO_PRELIMINARY;
    world.drafts[2].bearing = VETO_AMENDMENT;
    add_vote(1);
    add_vote(2);
    add_vote(0);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 5); /* 1; 2 and 0, procedural or not */
    veto_odds_plan_free(plan);
    world.drafts[2].changes = world.changes[2];
    plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 7);
    veto_odds_plan_free(plan);
}
END_TEST

static const struct suite_entry entries[] = {
    {aleppo_jointly, 0},
    {branches_like_meetings, 0},
    {procedure_is_brute_force, 4},
    {alike_is_alike, 2},
    {procedure_is_sampled, 2},
    {without_a_vote_all_is_certain, 0},
    {what_bears_on_a_draft_is_told_apart, 0},
};

SUITE("branches", entries)
