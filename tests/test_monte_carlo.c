/* Sampled odds: against the exact ones, the same on every machine, and as many as asked for. */
#include "odds_world.h"

/* ---- Monte Carlo ---- */

START_TEST(sampled_is_exact_but_for_chance) {
    for (uint64_t seed = 0; seed < 12; seed++) {
        random_council(9000 + 100 * (uint64_t)_i + seed, MEMBERS, seed % 4 == 3);
        unsigned n = world.scenario.members_count;
        if (seed % 2) {
            make_bloc(0, 7 & ((1u << n) - 1), seed == 1 ? 1 : 0.7);
            if (n > 4)
                make_bloc(1, 24, 0.5);
        }
        assert_odds_sampled(&world.scenario, 100000);
    }
}
END_TEST

/* The draws of sampled meetings, which are others, come from the same distribution. */
START_TEST(sampled_meetings_agree) {
    enum { TRIALS = 20000 };
    random_council(424242, MEMBERS, false);
    setup(MEMBERS, 1);
    add_vote(0);
    world.scenario.rules.required = 4;
    for (unsigned i = 0; i < MEMBERS; i++)
        world.leanings[0][i] = 0.3 - 0.1 * i;
    make_bloc(0, 7, 0.8);
    make_bloc(1, 48, 0.4);
    unsigned counts[VETO_OUTCOMES] = {0};
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        enum veto_ballot ballots[MEMBERS];
        model_ballots(the_vote(), (struct model_draw){3, trial}, world.leanings[0], ballots);
        counts[veto_decide(&world.scenario.rules, VETO_SUBSTANTIVE, ballots).outcome]++;
    }
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        assert_sampled(odds->drafts[0].outcome[i], (double)counts[i] / TRIALS, TRIALS);
    veto_odds_plan_free(plan);
    assert_odds_sampled(&world.scenario, 1000000);
}
END_TEST

/* ---- determinism ---- */

START_TEST(threads_do_not_count) {
    static const unsigned threads[] = {2, 3, 8};
    struct veto_scenario *scenario = aleppo();
    struct veto_odds_plan *plan = plan_of(scenario), *other = plan_of(scenario);
    const struct veto_odds *alone = sample(plan, 1, 200001, 1);
    for (unsigned i = 0; i < 3; i++)
        assert_same(alone, sample(other, 1, 200001, threads[i]), scenario->draft_count,
                    scenario->members_count);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
    veto_scenario_free(scenario);
}
END_TEST

static uint64_t count_of(double p, uint64_t trials) {
    return (uint64_t)(p * (double)trials + 0.5);
}

/* Counts that any compiler and machine must come to. */
START_TEST(golden_counts) {
    branching_world();
    make_bloc(0, 7, 0.8);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = sample(plan, 20161008, 100000, 2);
    static const uint64_t golden[3][VETO_OUTCOMES] = {
        {46225, 9119, 44656, 0},
        {21749, 129, 78122, 0},
        {2195, 1, 6923, 90881},
    };
    for (unsigned d = 0; d < 3; d++)
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            ck_assert_msg(count_of(odds->drafts[d].outcome[i], 100000) == golden[d][i],
                          "draft %u outcome %u: %ju", d, i,
                          (uintmax_t)count_of(odds->drafts[d].outcome[i], 100000));
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(seeds_differ) {
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario), *other = plan_of(&world.scenario);
    ck_assert_double_ne(sample(plan, 1, 100000, 1)->drafts[0].outcome[VETO_ADOPTED],
                        sample(other, 2, 100000, 1)->drafts[0].outcome[VETO_ADOPTED]);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}
END_TEST

/* ---- runs ---- */

START_TEST(trials_are_counted_to_the_last) {
    static const uint64_t trials[] = {1, 63, 512, 513, 16384, 16385, 50000};
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    for (unsigned i = 0; i < sizeof trials / sizeof *trials; i++) {
        const struct veto_odds *odds = sample(plan, 5, trials[i], 2);
        double sum = 0, yes = 0;
        ck_assert_uint_eq(odds->trials, trials[i]);
        ck_assert(!odds->stopped);
        for (size_t j = 0; j < odds->joint_count; j++)
            sum += odds->joint[j].p;
        for (unsigned j = 0; j <= 5; j++)
            yes += odds->drafts[0].yes[j];
        assert_near(sum, 1, 1e-12);
        assert_near(yes, 1, 1e-12);
    }
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(a_million_by_default) {
    random_council(1, 3, false);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    ck_assert_uint_eq(sample(plan, 5, 0, 2)->trials, 1000000);
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(precision_ends_a_run) {
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    struct veto_monte_carlo run = {.seed = 1, .precision = 0.002, .threads = 2};
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    ck_assert_uint_lt(odds->trials, 1000000);
    ck_assert(!odds->stopped);
    for (unsigned d = 0; d < 3; d++)
        for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
            struct veto_interval interval = veto_wilson(odds->drafts[d].outcome[i], odds->trials);
            ck_assert_double_le(interval.high - interval.low, 0.004);
        }
    run.trials = 1000; /* the lesser of the two */
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    ck_assert_uint_eq(odds->trials, 1000);
    veto_odds_plan_free(plan);
}
END_TEST

struct stopping {
    unsigned calls;
    uint64_t last;
};

static bool stop_third(void *context, uint64_t done, uint64_t trials) {
    struct stopping *stopping = context;
    ck_assert_uint_gt(done, stopping->last);
    ck_assert_uint_lt(done, trials);
    stopping->last = done;
    return ++stopping->calls == 3;
}

START_TEST(a_run_can_be_stopped) {
    branching_world();
    struct stopping stopping = {0, 0};
    struct veto_odds_plan *plan = plan_of(&world.scenario), *other = plan_of(&world.scenario);
    struct veto_monte_carlo run = {
        .seed = 9, .trials = 100000000, .stop = stop_third, .context = &stopping};
    run.threads = (unsigned)_i + 1;
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    ck_assert(odds->stopped);
    ck_assert_uint_eq(stopping.calls, 3);
    if (run.threads == 1)
        ck_assert_uint_eq(odds->trials, stopping.last);
    ck_assert_uint_ge(odds->trials, stopping.last); /* others may have begun more meanwhile */
    assert_same(odds, sample(other, 9, odds->trials, 1), 3, 5); /* what it has is what it was */
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}
END_TEST

START_TEST(wilson_intervals) {
    struct veto_interval half = veto_wilson(0.5, 100), none = veto_wilson(0, 10),
                         all = veto_wilson(1, 10), nothing = veto_wilson(0, 0);
    assert_near(half.low, 0.403831530366, 1e-10);
    assert_near(half.high, 0.596168469634, 1e-10);
    ck_assert_double_eq(none.low, 0);
    assert_near(none.high, 0.277532799863, 1e-10);
    assert_near(all.low, 1 - 0.277532799863, 1e-10);
    ck_assert_double_eq(all.high, 1);
    ck_assert_double_eq(nothing.low, 0);
    ck_assert_double_eq(nothing.high, 1);
}
END_TEST

static const struct suite_entry entries[] = {
    {sampled_is_exact_but_for_chance, 4},
    {sampled_meetings_agree, 0},
    {threads_do_not_count, 0},
    {golden_counts, 0},
    {seeds_differ, 0},
    {trials_are_counted_to_the_last, 0},
    {a_million_by_default, 0},
    {precision_ends_a_run, 0},
    {a_run_can_be_stopped, 3},
    {wilson_intervals, 0},
};

SUITE("monte_carlo", entries)
