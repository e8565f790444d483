#include "expect/score.h"

#include <math.h>

#include "base/normal.h"

void score_bin(struct veto_reliability bins[VETO_RELIABILITY_BINS], double chance, bool came_true) {
    int bin = (int)(chance * VETO_RELIABILITY_BINS);
    bin = bin < VETO_RELIABILITY_BINS ? bin : VETO_RELIABILITY_BINS - 1;
    bins[bin].count++;
    bins[bin].forecast += chance;
    bins[bin].came_true += came_true;
}

void score_vote(struct score *score, double roll_call, const double outcomes[VETO_OUTCOMES],
                enum veto_outcome outcome) {
    score->votes++;
    score->roll_calls -= logarithm(roll_call);
    score->outcomes -= logarithm(outcomes[outcome]);
    score_bin(score->vetoes, outcomes[VETO_VETOED], outcome == VETO_VETOED);
}

void score_ballot(struct score *score, const double chances[VETO_EXPECT_BALLOTS], unsigned ballot) {
    score->ballots++;
    score->ballot_sum -= logarithm(chances[ballot]);
    score_bin(score->in_favour, chances[VETO_YES], ballot == VETO_YES);
}

/* Sums become means; returns the error of calibration. */
static double write_bins(struct veto_reliability *to, const struct veto_reliability *from) {
    double error = 0;
    size_t all = 0;
    for (int bin = 0; bin < VETO_RELIABILITY_BINS; bin++) {
        to[bin] = from[bin];
        all += from[bin].count;
        error += fabs(from[bin].forecast - from[bin].came_true);
        if (from[bin].count > 0) {
            to[bin].forecast /= (double)from[bin].count;
            to[bin].came_true /= (double)from[bin].count;
        }
    }
    return all > 0 ? error / (double)all : 0;
}

void score_write(struct veto_scores *scores, const struct score *score) {
    double votes = (double)score->votes;
    scores->roll_call_log_loss = score->roll_calls / votes;
    scores->ballot_log_loss = score->ballot_sum / (double)score->ballots;
    scores->outcome_log_loss = score->outcomes / votes;
    scores->ballot_calibration_error = write_bins(scores->ballots, score->in_favour);
    scores->veto_calibration_error = write_bins(scores->vetoes, score->vetoes);
}
