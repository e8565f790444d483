/* How good forecasts were: losses and calibration; and balanced accuracy on rare events, with the
 * threshold and the split of UNBench. */
#include "expect/calibration.h"

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

/* ---- balanced accuracy ---- */

enum { FIRST = 1994, LAST = 2024, YEARS_BEFORE = 8 };

static int year_of_call(const struct roll_call *call) {
    return call->vote->date.year;
}

static bool counts(const struct roll_call *call, const struct foretold *foretold) {
    return foretold->made && year_of_call(call) >= FIRST && year_of_call(call) <= LAST;
}

/* How many things: of its outcome, one; of its ballots, one each, where it was adopted. */
static unsigned told_of(const struct roll_call *call, enum accuracy_of of) {
    return of == OF_ADOPTION ? 1 : call->outcome == VETO_ADOPTED ? call->count : 0;
}

/* Whether it was the rare one: not adopted; not in favour. */
static bool is_event(const struct roll_call *call, enum accuracy_of of, unsigned which) {
    return of == OF_ADOPTION ? call->outcome != VETO_ADOPTED : call->ballots[which] != VETO_YES;
}

static size_t events_of(const struct roll_call *call, enum accuracy_of of) {
    size_t count = 0;
    for (unsigned i = 0; i < told_of(call, of); i++)
        count += is_event(call, of, i);
    return count;
}

/* The share of events in the years before this one. */
static double share_before(const struct matrix *matrix, enum accuracy_of of, int year) {
    size_t all = 0, events = 0;
    for (size_t i = 0; i < matrix->count; i++) {
        int then = year_of_call(&matrix->calls[i]);
        if (then >= year || then < year - YEARS_BEFORE)
            continue;
        all += told_of(&matrix->calls[i], of);
        events += events_of(&matrix->calls[i], of);
    }
    return all > 0 ? (double)events / (double)all : 0;
}

/* The vote with the middle one of the events. */
static size_t later_half(const struct matrix *matrix, const struct foretold *foretold,
                         enum accuracy_of of) {
    size_t events = 0, before = 0, at = 0;
    for (size_t i = 0; i < matrix->count; i++)
        if (counts(&matrix->calls[i], &foretold[i]))
            events += events_of(&matrix->calls[i], of);
    for (; at < matrix->count; at++) {
        if (counts(&matrix->calls[at], &foretold[at]))
            before += events_of(&matrix->calls[at], of);
        if (before > events / 2)
            break;
    }
    return at;
}

void accuracy_find(struct veto_accuracy *accuracy, enum accuracy_of of, const struct matrix *matrix,
                   const struct foretold *foretold) {
    size_t all[2] = {0, 0}, right[2] = {0, 0}; /* of what was no event and what was; told rightly */
    double threshold = 0;
    int year = 0; /* that it is of: calls come in order */
    for (size_t i = later_half(matrix, foretold, of); i < matrix->count; i++) {
        const struct roll_call *call = &matrix->calls[i];
        if (!counts(call, &foretold[i]))
            continue;
        if (year != year_of_call(call))
            threshold = share_before(matrix, of, year = year_of_call(call));
        for (unsigned j = 0; j < told_of(call, of); j++) {
            bool event = is_event(call, of, j);
            double other = of == OF_ADOPTION ? foretold[i].adopted : foretold[i].in_favour[j];
            all[event]++;
            right[event] += event == (1 - other > threshold);
        }
    }
    accuracy->count = all[0] + all[1];
    accuracy->events = all[0] > 0 ? all[1] : 0;
    if (accuracy->events > 0)
        accuracy->balanced =
            ((double)right[0] / (double)all[0] + (double)right[1] / (double)all[1]) / 2;
}
