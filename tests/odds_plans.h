/* Odds as a test asks for them, where there are any. */
#pragma once

#include <check.h>
#include <math.h>

#include "analysis/odds_plan.h"
#include "veto/odds.h"

static inline struct veto_odds_plan *plan_of(const struct veto_scenario *scenario) {
    struct veto_odds_plan *plan = NULL;
    ck_assert_int_eq(veto_odds_plan_new(&plan, scenario), VETO_OK);
    return plan;
}

static inline const struct veto_odds *exact(struct veto_odds_plan *plan) {
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_exact(plan, VETO_ODDS_ALL, &odds), VETO_OK);
    return odds;
}

static inline const struct veto_odds *sample(struct veto_odds_plan *plan, uint64_t seed,
                                             uint64_t trials, unsigned threads) {
    struct veto_monte_carlo run = {.seed = seed, .trials = trials, .threads = threads};
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    return odds;
}

static inline void assert_near(double a, double b, double tolerance) {
    ck_assert_msg(fabs(a - b) <= tolerance, "%.17g and %.17g are %g apart", a, b, a - b);
}
