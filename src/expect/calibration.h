/* The parts of a calibration: base rates, scores, rare events, and ballots that are held out. */
#pragma once

#include "expect/fit.h"
#include "veto/expect.h"

/* ---- what a forecast is held against: rates of members and of outcomes, by topic ---- */

struct base_rates {
    const struct matrix *matrix;
    double *members;  /* [(actor * topics + topic) * CAST + ballot] */
    double *groups;   /* [(elected * topics + topic) * CAST + ballot]: of who has not voted yet */
    bool *seen;       /* one an actor */
    double *outcomes; /* [topic * VETO_OUTCOMES + outcome] */
};

/*
 * From a sample at a time, with a half-life of four years. A member's rate is shrunk by 3 votes to
 * that of the permanent or the elected members; shifted as that one is on the topic; and shrunk to
 * it, on the topic, by 10 votes. Outcomes are shrunk to those of all topics by 5 votes. These
 * numbers did best on 1976 to 1989.
 */
void base_rates_make(struct base_rates *rates, struct arena *arena, const struct sample *sample,
                     double now);

/* The chances of a member's ballots on a topic; of a vote's outcomes. */
const double *base_rates_member(const struct base_rates *rates, int actor, unsigned group,
                                int topic);
const double *base_rates_outcome(const struct base_rates *rates, int topic);

/* ---- sums over forecasts, from which scores come ---- */

struct score {
    size_t votes, ballots;
    double roll_calls, ballot_sum, outcomes; /* of minus logarithms */
    struct veto_reliability in_favour[VETO_RELIABILITY_BINS], vetoes[VETO_RELIABILITY_BINS];
};

/* One forecast of something that happened, or did not: sums, not means, until score_write. */
void score_bin(struct veto_reliability bins[VETO_RELIABILITY_BINS], double chance, bool came_true);

/* One vote: the chance of its roll call, and those of its ballots and of outcomes. */
void score_vote(struct score *score, double roll_call, const double outcomes[VETO_OUTCOMES],
                enum veto_outcome outcome);
void score_ballot(struct score *score, const double chances[VETO_EXPECT_BALLOTS], unsigned ballot);

void score_write(struct veto_scores *scores, const struct score *score);

/* ---- rare events, by what was foretold of each vote ---- */

/* What was forecast of a vote, by the fit to all votes. */
struct foretold {
    bool made;
    double adopted, in_favour[SEATS];
};

/* That a draft is not adopted; that a ballot on what was adopted is not in favour. */
enum accuracy_of { OF_ADOPTION, OF_BALLOTS };

void accuracy_find(struct veto_accuracy *accuracy, enum accuracy_of of, const struct matrix *matrix,
                   const struct foretold *foretold);

/* ---- ballots that are held out, and told from the others ---- */

/* Fits done, of which `stop` is told. */
struct steps {
    const struct veto_calibrate_ask *ask;
    size_t done, of;
};

/* False where it was stopped. */
static inline bool step_done(struct steps *steps) {
    steps->done++;
    return !steps->ask->stop || !steps->ask->stop(steps->ask->context, steps->done, steps->of);
}

/* A fit at a time in the scratch arena, which is empty before and after. */
enum { HELD_OUT_FOLDS = 10, HELD_OUT_YEARS = 5 };
size_t held_out_steps(const struct matrix *matrix);
bool held_out(struct veto_calibration *calibration, struct arena *arena, struct arena *scratch,
              const struct matrix *matrix, struct steps *steps);
