/*
 * How likely each outcome is: exactly, where it can be, or by Monte Carlo.
 *
 * Exact. Given the outcomes of the votes before it, the ballots of a vote depend on nothing else,
 * and members outside blocs on no one. So one vote is a product of independent units: a member, or
 * a bloc given by an integral over the part of the opinion that its members share. The votes in
 * favour and the negative votes that make a veto are added up unit by unit (the distribution of a
 * sum of independent unequal trials: Hodges and Le Cam, "The Poisson approximation to the Poisson
 * binomial distribution", Annals of Mathematical Statistics 31, 1960, names it), and the votes are
 * chained along the branches of the programme, where histories that have become alike are one.
 * On a draft with kinds this is done for each, within which all members are independent, and added
 * up by the weights; the kinds of two drafts are independent of each other.
 * Under further majorities the sums of weights are told apart besides, those that can still matter.
 * Without blocs the answer is good to rounding.
 *
 * The integral over a bloc's shared part is taken by the trapezoidal rule, which converges faster
 * than any power of its step for such integrands (Trefethen and Weideman, "The exponentially
 * convergent trapezoidal rule", SIAM Review 56, 2014). `error` compares two steps.
 */
#ifndef VETO_ODDS_H
#define VETO_ODDS_H

#include "veto/meeting.h"

VETO_BEGIN_C

/* Limits. A scenario beyond the first two has no plan: VETO_INPUT. Beyond the third the joint odds
 * are left out. What would take more steps than VETO_ODDS_STEPS has no exact answer, but Monte
 * Carlo has one. Steps are counted and not timed: a step is some nanoseconds of any machine. */
enum {
    VETO_ODDS_VOTES = 1 << 16, /* votes, counted once for all histories that are alike to them */
    VETO_ODDS_BYTES = 1 << 26, /* that these take, and in an exact answer the blocs in them */
    VETO_ODDS_JOINT = 1 << 16, /* combinations of outcomes */
    VETO_ODDS_STEPS = 1 << 28, /* of making a plan, and of each exact answer: within a second */
    VETO_ODDS_QUICK_STEPS = 1 << 20, /* the same for an answer within milliseconds */
};

enum veto_method { VETO_EXACT, VETO_MONTE_CARLO, VETO_METHODS };

const char *veto_method_word(enum veto_method method); /* "exact", "monte_carlo" */

struct veto_draft_odds {
    double outcome[VETO_OUTCOMES]; /* sum is 1 */
    const double *veto_by; /* one a member: that the draft is vetoed and the member voted against
                              with a veto */
    const double *yes;     /* [0] to [members]: that it is voted on and gets so many votes in
                              favour; without a vote it gets none of these */
};

/* One combination of the outcomes of all drafts. */
struct veto_joint_odds {
    const enum veto_outcome *outcomes; /* one a draft */
    double p;
};

struct veto_odds {
    enum veto_method method;
    uint64_t seed, trials; /* Monte Carlo; else 0 */
    bool stopped;          /* Monte Carlo: before it was through */
    double error;          /* exact: at most so far off, by the integrals over blocs; else 0 */
    const struct veto_draft_odds *drafts; /* one a draft */
    const struct veto_joint_odds *joint;  /* those with p > 0, in the order of outcomes */
    size_t joint_count;
    bool joint_left_out; /* too many */
};

/*
 * The votes of a scenario in all their histories, made once, and the room to work in: evaluating it
 * a second time allocates nothing unless there are further majorities. It has numbers of its own,
 * which can be changed. One thread at a time.
 */
struct veto_odds_plan;

/* The scenario must outlive the plan. *plan is untouched on failure: VETO_INPUT beyond the limits
 * above, VETO_SYSTEM when memory runs out. The caller frees it; NULL does nothing. The second has a
 * limit of its own in the place of VETO_ODDS_STEPS. */
enum veto_status veto_odds_plan_new(struct veto_odds_plan **plan,
                                    const struct veto_scenario *scenario);
enum veto_status veto_odds_plan_within(struct veto_odds_plan **plan,
                                       const struct veto_scenario *scenario, uint64_t steps);
void veto_odds_plan_free(struct veto_odds_plan *plan);

/* The scenario with the numbers of the plan. */
const struct veto_scenario *veto_odds_scenario(const struct veto_odds_plan *plan);

/* A number that a plan can change without being made again. */
enum veto_knob_kind {
    VETO_KNOB_LEANING,       /* a draft, b member */
    VETO_KNOB_VETO_TENDENCY, /* a member */
    VETO_KNOB_OPPOSITION,    /* a member */
    VETO_KNOB_OPENNESS,      /* a member */
    VETO_KNOB_VOLATILITY,    /* a member */
    VETO_KNOB_TIE,           /* a listener, b speaker */
    VETO_KNOB_COHESION,      /* a bloc */
    VETO_KNOB_REQUIRED,
    VETO_KNOB_VETO_NEEDS,
    VETO_KNOB_OVERRIDE_AT,
    VETO_KNOBS,
};

struct veto_knob {
    enum veto_knob_kind kind;
    int a, b;
};

/* Indices and value must be such as a scenario may have; the last three are whole numbers. */
double veto_odds_get(const struct veto_odds_plan *plan, struct veto_knob knob);
void veto_odds_set(struct veto_odds_plan *plan, struct veto_knob knob, double value);

/* What to work out; the rest of the answer is then 0 or empty. Outcomes always are. */
enum {
    VETO_ODDS_VETO_BY = 1,
    VETO_ODDS_YES = 2,
    VETO_ODDS_JOINTLY = 4,
    VETO_ODDS_ALL = 7,
};

/* *odds belongs to the plan and holds until the next call on it; untouched on failure. VETO_INPUT:
 * an exact answer would take more steps or more bytes than the limits are. Which it is depends on
 * the numbers of the plan, and not on what was asked of it before. */
enum veto_status veto_odds_exact(struct veto_odds_plan *plan, unsigned what,
                                 const struct veto_odds **odds);

/* ---- Monte Carlo ---- */

/* From ten thousand to a million: how many trials can be drawn in so many steps. */
uint64_t veto_odds_trials_within(const struct veto_odds_plan *plan, uint64_t steps);

struct veto_monte_carlo {
    uint64_t seed;
    uint64_t trials;  /* at most so many and 2^40; 0: a million, or with a precision 2^40 */
    double precision; /* stop when no 95 % interval of an outcome is wider than twice this; or 0 */
    unsigned threads; /* from 1; the answer does not depend on it */
    /* Called in the caller's thread between rounds of trials; true stops the run, which then
     * answers with what it has: the trials that other threads have begun, too. May be NULL. */
    bool (*stop)(void *context, uint64_t trials_begun, uint64_t trials);
    void *context;
};

/*
 * Same ownership as veto_odds_exact. Each probability is a count over `trials`.
 *
 * Trials are drawn 512 at a time, from generators (xoshiro256++: Blackman and Vigna, "Scrambled
 * linear pseudorandom number generators", ACM TOMS 47, 2021) seeded by seed and round number. These
 * are other draws than those of a sampled meeting, from the same distribution.
 */
enum veto_status veto_odds_monte_carlo(struct veto_odds_plan *plan,
                                       const struct veto_monte_carlo *run,
                                       const struct veto_odds **odds);

struct veto_interval {
    double low, high;
};

/* The 95 % interval of a probability that came out as `p` in `trials` trials: Wilson, "Probable
 * inference, the law of succession, and statistical inference", JASA 22, 1927. */
struct veto_interval veto_wilson(double p, uint64_t trials);

VETO_END_C

#endif
