/* Sums over forecasts, from which scores come. */
#ifndef EXPECT_SCORE_H
#define EXPECT_SCORE_H

#include "veto/expect.h"

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

#endif
