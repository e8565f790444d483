/* Odds of one vote: the exact ones against all profiles, blocs as integrals; knobs and limits. */
#include "base/normal.h"
#include "odds_world.h"

/* ---- brute force over all profiles ---- */

struct brute {
    double outcome[VETO_OUTCOMES], veto_by[MEMBERS], yes[MEMBERS + 1];
};

/* Adds a profile with its probability. */
static void brute_profile(struct brute *brute, const enum veto_ballot *ballots, double p) {
    struct veto_result result =
        veto_decide(&world.scenario.rules, world.drafts[0].question, ballots);
    brute->outcome[result.outcome] += p;
    brute->yes[result.tally[VETO_YES]] += p;
    for (unsigned i = 0; i < world.scenario.members_count; i++)
        if (veto_set_has(result.vetoed_by, i))
            brute->veto_by[i] += p;
}

static void brute_from(struct brute *brute, enum veto_ballot *ballots, double (*chance)[3],
                       unsigned member, double p) {
    if (member == world.scenario.members_count) {
        brute_profile(brute, ballots, p);
        return;
    }
    const struct veto_preset_ballot *preset = &world.presets[0][member];
    bool bound = veto_set_has(model_bound(the_vote()), member);
    if (preset->kind == VETO_FIXED || bound) {
        ballots[member] = bound ? VETO_ABSTAIN : preset->ballot;
        brute_from(brute, ballots, chance, member + 1, p);
        return;
    }
    for (int ballot = 0; ballot < 3; ballot++) {
        ballots[member] = (enum veto_ballot)ballot;
        brute_from(brute, ballots, chance, member + 1, p * chance[member][ballot]);
    }
}

/* At given shared parts of the blocs. */
static void brute_force(struct brute *brute, const double *shared, double weight) {
    enum veto_ballot ballots[MEMBERS] = {VETO_YES};
    double chance[MEMBERS][3];
    for (unsigned i = 0; i < world.scenario.members_count; i++) {
        const struct veto_member *member = &world.members[i];
        double leaning = world.leanings[0][i];
        model_chances(the_vote(), (int)i, leaning, chance[i]);
        if (member->bloc == VETO_NONE || world.presets[0][i].kind == VETO_CHANCES)
            continue;
        double c = world.blocs[member->bloc].cohesion;
        veto_ballot_chances(leaning + member->volatility * sqrt(c) * shared[member->bloc],
                            member->volatility * sqrt(1 - c), model_tendency(the_vote(), (int)i),
                            chance[i]);
    }
    brute_from(brute, ballots, chance, 0, weight);
}

static void assert_brute(const struct veto_odds *odds, const struct brute *brute,
                         double tolerance) {
    double sum = 0;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
        assert_near(odds->drafts[0].outcome[i], brute->outcome[i], tolerance);
        sum += odds->drafts[0].outcome[i];
    }
    assert_near(sum, 1, 1e-13);
    for (unsigned i = 0; i < world.scenario.members_count; i++)
        assert_near(odds->drafts[0].veto_by[i], brute->veto_by[i], tolerance);
    for (unsigned i = 0; i <= world.scenario.members_count; i++)
        assert_near(odds->drafts[0].yes[i], brute->yes[i], tolerance);
    sum = 0;
    for (size_t i = 0; i < odds->joint_count; i++) {
        assert_near(odds->joint[i].p, odds->drafts[0].outcome[odds->joint[i].outcomes[0]], 1e-15);
        sum += odds->joint[i].p;
    }
    assert_near(sum, 1, 1e-13);
}

START_TEST(exact_is_brute_force) {
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct brute brute = {{0}, {0}, {0}};
        random_council(1000 * (uint64_t)_i + seed, MEMBERS, _i % 2);
        brute_force(&brute, NULL, 1);
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        const struct veto_odds *odds = exact(plan);
        assert_brute(odds, &brute, 1e-12);
        ck_assert_double_eq(odds->error, 0);
        ck_assert_int_eq(odds->method, VETO_EXACT);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* Both ways to solve a vote, on the same rules. */
START_TEST(states_agree_with_tables) {
    for (uint64_t seed = 0; seed < 100; seed++) {
        random_council(77000 + seed, MEMBERS, false);
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        struct brute tables = {{0}, {0}, {0}};
        const struct veto_odds *odds = exact(plan);
        memcpy(tables.outcome, odds->drafts[0].outcome, sizeof tables.outcome);
        memcpy(tables.veto_by, odds->drafts[0].veto_by,
               world.scenario.members_count * sizeof(double));
        memcpy(tables.yes, odds->drafts[0].yes,
               (world.scenario.members_count + 1) * sizeof(double));
        veto_odds_plan_free(plan);
        world.majorities[0] = (struct veto_majority){.group = 0, .needed = 0};
        world.scenario.rules.majorities = world.majorities;
        world.scenario.rules.majority_count = 1;
        plan = plan_of(&world.scenario);
        assert_brute(exact(plan), &tables, 1e-14);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* ---- blocs ---- */

static const double cohesions[] = {0, 0.1, 0.5, 0.8, 0.97, 0.999};

/* Two blocs, of all members but one; Simpson's rule for one after the other. The second has
 * cohesion 0, so that its shared part does not count. */
START_TEST(blocs_are_integrals) {
    enum { STEPS = 4000 };
    for (uint64_t seed = 0; seed < 4; seed++) {
        struct brute brute = {{0}, {0}, {0}};
        random_council(5000 + 100 * (uint64_t)_i + seed, 5, seed % 2);
        unsigned n = world.scenario.members_count;
        for (unsigned i = 0; i < n; i++)
            world.members[i].volatility += 0.05;
        make_bloc(0, 7 & ((1u << n) - 1), cohesions[_i]);
        if (n > 4)
            make_bloc(1, 24, 0);
        for (int i = 0; i <= STEPS; i++) {
            double shared[2] = {-9 + 18.0 * i / STEPS, 0};
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 ? 4 : 2;
            brute_force(&brute, shared, 18.0 / STEPS / 3 * simpson * normal_density(shared[0]));
        }
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        const struct veto_odds *odds = exact(plan);
        assert_brute(odds, &brute, 1e-12);
        ck_assert_double_le(odds->error, 1e-7);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* Cohesion 1: three members, one opinion. All vote alike but for their leanings. */
START_TEST(a_bloc_of_one_mind) {
    setup(3, 1);
    add_vote(0);
    world.scenario.rules.veto_holders = 1;
    make_bloc(0, 7, 1);
    for (unsigned i = 0; i < 3; i++)
        world.leanings[0][i] = 0.1 * i;
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    /* cuts at 0.1 and -0.5, volatility 0.25: in favour from B > 0.4, 0 and -0.4 */
    assert_near(odds->drafts[0].yes[3], 1 - normal_cdf(0.4), 1e-15);
    assert_near(odds->drafts[0].yes[2], normal_cdf(0.4) - normal_cdf(0), 1e-15);
    assert_near(odds->drafts[0].yes[1], normal_cdf(0) - normal_cdf(-0.4), 1e-15);
    assert_near(odds->drafts[0].yes[0], normal_cdf(-0.4), 1e-15);
    assert_near(odds->drafts[0].outcome[VETO_ADOPTED], 0.5, 1e-15);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_VETOED], 0);
    ck_assert_double_eq(odds->error, 0);
    world.members[1].volatility = 0; /* votes as it leans, exactly on the cut: abstains */
    veto_odds_plan_free(plan);
    plan = plan_of(&world.scenario);
    assert_near(exact(plan)->drafts[0].yes[2], 1 - normal_cdf(0.4), 1e-15);
    veto_odds_plan_free(plan);
}
END_TEST

/* Between very close and one: the limit is reached without a jump. */
START_TEST(cohesion_close_to_one) {
    setup(5, 1);
    add_vote(0);
    make_bloc(0, 31, 1);
    for (unsigned i = 0; i < 5; i++)
        world.leanings[0][i] = 0.2 - 0.1 * i;
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    double limit = exact(plan)->drafts[0].outcome[VETO_FAILED];
    veto_odds_set(plan, (struct veto_knob){VETO_KNOB_COHESION, 0, 0}, 1 - 1e-6);
    const struct veto_odds *odds = exact(plan);
    assert_near(odds->drafts[0].outcome[VETO_FAILED], limit, 1e-3);
    ck_assert_double_le(odds->error, 1e-7);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- knobs ---- */

/* Turning a knob comes to the same as a new plan for the changed scenario. */
START_TEST(knobs_change_numbers) {
    static const struct {
        struct veto_knob knob;
        double value;
    } turns[] = {
        {{VETO_KNOB_LEANING, 1, 3}, 0.77},    {{VETO_KNOB_VETO_TENDENCY, 0, 0}, 0.93},
        {{VETO_KNOB_OPPOSITION, 4, 0}, 0.21}, {{VETO_KNOB_OPENNESS, 3, 0}, 0.9},
        {{VETO_KNOB_VOLATILITY, 2, 0}, 0.55}, {{VETO_KNOB_TIE, 0, 1}, 0.85},
        {{VETO_KNOB_COHESION, 0, 0}, 0.35},   {{VETO_KNOB_REQUIRED, 0, 0}, 2},
        {{VETO_KNOB_OVERRIDE_AT, 0, 0}, 4},   {{VETO_KNOB_VETO_NEEDS, 0, 0}, 2},
    };
    branching_world();
    make_bloc(0, 6, 0.6);
    struct veto_odds_plan *turned = plan_of(&world.scenario);
    exact(turned);
    for (unsigned i = 0; i < sizeof turns / sizeof *turns; i++) {
        struct veto_odds_plan *before = plan_of(veto_odds_scenario(turned));
        double was = exact(before)->drafts[1].outcome[VETO_ADOPTED];
        ck_assert_double_ne(veto_odds_get(turned, turns[i].knob), turns[i].value);
        veto_odds_set(turned, turns[i].knob, turns[i].value);
        ck_assert_double_eq(veto_odds_get(turned, turns[i].knob), turns[i].value);
        struct veto_odds_plan *anew = plan_of(veto_odds_scenario(turned));
        const struct veto_odds *odds = exact(turned);
        assert_same(odds, exact(anew), 3, 5);
        /* a vote against of one without a veto is to the outcome what an abstention is */
        bool same = turns[i].knob.kind == VETO_KNOB_OPPOSITION;
        ck_assert_msg((odds->drafts[1].outcome[VETO_ADOPTED] == was) == same, "turn %u", i);
        veto_odds_plan_free(before);
        veto_odds_plan_free(anew);
    }
    ck_assert_double_eq(world.leanings[1][3], 0.1); /* the scenario itself has not changed */
    veto_odds_plan_free(turned);
}
END_TEST

START_TEST(only_what_is_asked_for) {
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = NULL;
    double adopted = exact(plan)->drafts[1].outcome[VETO_ADOPTED];
    ck_assert_int_eq(veto_odds_exact(plan, 0, &odds), VETO_OK);
    ck_assert_double_eq(odds->drafts[1].outcome[VETO_ADOPTED], adopted);
    ck_assert_double_eq(odds->drafts[0].yes[2], 0);
    ck_assert_double_eq(odds->drafts[0].veto_by[0], 0);
    ck_assert_uint_eq(odds->joint_count, 0);
    ck_assert(!odds->joint_left_out);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- limits ---- */

/* Votes that nothing depends on are one node each, however many. */
START_TEST(many_independent_drafts) {
    setup(3, DRAFTS);
    for (int i = 0; i < DRAFTS; i++)
        add_vote(i);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    ck_assert_uint_eq(plan->node_count, DRAFTS);
    ck_assert(odds->joint_left_out);
    ck_assert_uint_eq(odds->joint_count, 0);
    for (unsigned i = 0; i < DRAFTS; i++)
        ck_assert_double_eq(odds->drafts[i].outcome[VETO_NOT_PUT], 0);
    ck_assert(sample(plan, 1, 1000, 2)->joint_left_out);
    veto_odds_plan_free(plan);
}
END_TEST

static void chain(unsigned drafts, struct veto_condition *conditions) {
    setup(3, drafts);
    for (unsigned i = 0; i < drafts; i++) {
        add_vote((int)i);
        for (unsigned outcome = 0; outcome < 2; outcome++) {
            conditions[2 * i + outcome] = (struct veto_condition){(int)i, 1u << outcome};
            add((struct veto_item){.kind = VETO_ITEM_WHEN,
                                   .conditions = &conditions[2 * i + outcome],
                                   .condition_count = 1});
        }
    }
}

/* Few histories have nodes of their own, though the branches between votes do nothing; of many
 * those that are alike are one. All their outcomes together are listed up to a limit. */
START_TEST(many_histories) {
    static struct veto_condition conditions[2 * DRAFTS];
    chain(5, conditions);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, (243 - 1) / 2);
    ck_assert_uint_eq(exact(plan)->joint_count, 243);
    veto_odds_plan_free(plan);
    chain(10, conditions);
    plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 10);
    ck_assert_double_eq(plan->nodes[0].histories, 59049);
    ck_assert_uint_eq(exact(plan)->joint_count, 59049);
    ck_assert_double_eq(sample(plan, 1, 1000, 1)->drafts[9].outcome[VETO_NOT_PUT], 0);
    veto_odds_plan_free(plan);
    chain(12, conditions);
    plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 12);
    ck_assert(exact(plan)->joint_left_out);
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(nothing_to_vote_on) {
    setup(3, 1);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_NOT_PUT], 1);
    ck_assert_uint_eq(odds->joint_count, 1);
    ck_assert_double_eq(odds->joint[0].p, 1);
    odds = sample(plan, 1, 100, 2);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_NOT_PUT], 1);
    ck_assert_double_eq(odds->joint[0].p, 1);
    veto_odds_plan_free(plan);
}
END_TEST

/* Sixty-four members, each with a weight of its own: too many sums for an exact answer. */
START_TEST(too_many_states) {
    static struct veto_member members[VETO_MAX_MEMBERS];
    static double leanings[VETO_MAX_MEMBERS], ties[VETO_MAX_MEMBERS * VETO_MAX_MEMBERS];
    static struct veto_preset_ballot presets[VETO_MAX_MEMBERS];
    static uint32_t weights[VETO_MAX_MEMBERS];
    setup(1, 1);
    add_vote(0);
    for (unsigned i = 0; i < VETO_MAX_MEMBERS; i++) {
        members[i] = world.members[0];
        weights[i] = 1u << i % 31;
        leanings[i] = 0.1;
    }
    world.majorities[0] =
        (struct veto_majority){.group = ~(veto_set)0, .weights = weights, .needed = 3000000000};
    world.scenario.rules = veto_rules_charter(VETO_MAX_MEMBERS, 32, 31);
    world.scenario.rules.majorities = world.majorities;
    world.scenario.rules.majority_count = 1;
    world.scenario.members_count = VETO_MAX_MEMBERS;
    world.scenario.members = members;
    world.scenario.ties = ties;
    world.drafts[0].leanings = leanings;
    world.drafts[0].ballots = presets;
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_exact(plan, VETO_ODDS_ALL, &odds), VETO_INPUT);
    ck_assert_ptr_null(odds);
    ck_assert_uint_eq(sample(plan, 1, 2000, 2)->trials, 2000);
    veto_odds_plan_free(plan);
    world.scenario.rules.majority_count = 0; /* and without them it is no matter */
    plan = plan_of(&world.scenario);
    double sum = 0;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++)
        sum += exact(plan)->drafts[0].outcome[i];
    assert_near(sum, 1, 1e-12);
    veto_odds_plan_free(plan);
    assert_odds_sampled(&world.scenario, 50000);
}
END_TEST

START_TEST(words_of_methods) {
    ck_assert_str_eq(veto_method_word(VETO_EXACT), "exact");
    ck_assert_str_eq(veto_method_word(VETO_MONTE_CARLO), "monte_carlo");
}
END_TEST

static const struct suite_entry entries[] = {
    {exact_is_brute_force, 4},
    {states_agree_with_tables, 0},
    {blocs_are_integrals, sizeof cohesions / sizeof *cohesions},
    {a_bloc_of_one_mind, 0},
    {cohesion_close_to_one, 0},
    {knobs_change_numbers, 0},
    {only_what_is_asked_for, 0},
    {many_independent_drafts, 0},
    {many_histories, 0},
    {nothing_to_vote_on, 0},
    {too_many_states, 0},
    {words_of_methods, 0},
};

SUITE("odds", entries)
