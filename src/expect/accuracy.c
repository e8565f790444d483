/* Balanced accuracy on rare events, with the threshold and the split of UNBench. */
#include "expect/calibrate.h"

enum { FIRST = 1994, LAST = 2024, YEARS_BEFORE = 8 };

static int year_of_call(const struct roll_call *call) {
    return call->vote->date.year;
}

static bool counts(const struct roll_call *call, const struct foretold *foretold) {
    return foretold->made && year_of_call(call) >= FIRST && year_of_call(call) <= LAST;
}

/* Events and what else was: how many there were, and how many of them were told. */
struct told {
    size_t all[2], right[2];
};

static void tell_event(struct told *told, bool event, bool told_so) {
    told->all[event]++;
    told->right[event] += told_so == event;
}

static void write_accuracy(struct veto_accuracy *accuracy, const struct told *told) {
    accuracy->count = told->all[0] + told->all[1];
    accuracy->events = told->all[1];
    if (told->all[0] > 0 && told->all[1] > 0)
        accuracy->balanced = ((double)told->right[0] / (double)told->all[0] +
                              (double)told->right[1] / (double)told->all[1]) /
                             2;
    else
        accuracy->events = 0;
}

/* ---- adoption ---- */

/* Of the votes in the years before this one, the share that was not adopted. */
static double share_not_adopted(const struct matrix *matrix, int year) {
    size_t all = 0, not_adopted = 0;
    for (size_t i = 0; i < matrix->count; i++) {
        int then = year_of_call(&matrix->calls[i]);
        if (then >= year || then < year - YEARS_BEFORE)
            continue;
        all++;
        not_adopted += matrix->calls[i].outcome != VETO_ADOPTED;
    }
    return all > 0 ? (double)not_adopted / (double)all : 0;
}

/* The vote with which the later half of what was not adopted begins. */
static size_t later_half(const struct matrix *matrix, const struct foretold *foretold) {
    size_t events = 0, skipped = 0, at = 0;
    for (size_t i = 0; i < matrix->count; i++)
        events +=
            counts(&matrix->calls[i], &foretold[i]) && matrix->calls[i].outcome != VETO_ADOPTED;
    for (; at < matrix->count; at++)
        if (counts(&matrix->calls[at], &foretold[at]) &&
            matrix->calls[at].outcome != VETO_ADOPTED && skipped++ == events / 2)
            break;
    return at;
}

void accuracy_of_adoption(struct veto_accuracy *accuracy, const struct matrix *matrix,
                          const struct foretold *foretold) {
    struct told told = {.all = {0, 0}};
    double threshold = 0;
    int year = 0; /* that it is of: calls come in order */
    for (size_t i = later_half(matrix, foretold); i < matrix->count; i++) {
        const struct roll_call *call = &matrix->calls[i];
        if (!counts(call, &foretold[i]))
            continue;
        if (year != year_of_call(call))
            threshold = share_not_adopted(matrix, year = year_of_call(call));
        tell_event(&told, call->outcome != VETO_ADOPTED, 1 - foretold[i].adopted > threshold);
    }
    write_accuracy(accuracy, &told);
}

/* ---- ballots on what was adopted ---- */

static size_t ballots_against(const struct roll_call *call) {
    size_t count = 0;
    for (unsigned j = 0; j < call->count; j++)
        count += call->ballots[j] != VETO_YES;
    return count;
}

static double share_not_in_favour(const struct matrix *matrix, int year) {
    size_t all = 0, not_in_favour = 0;
    for (size_t i = 0; i < matrix->count; i++) {
        const struct roll_call *call = &matrix->calls[i];
        int then = year_of_call(call);
        if (then >= year || then < year - YEARS_BEFORE || call->outcome != VETO_ADOPTED)
            continue;
        all += call->count;
        not_in_favour += ballots_against(call);
    }
    return all > 0 ? (double)not_in_favour / (double)all : 0;
}

static bool counts_as_adopted(const struct roll_call *call, const struct foretold *foretold) {
    return counts(call, foretold) && call->outcome == VETO_ADOPTED;
}

/* The vote with the middle one of the ballots that are not in favour. */
static size_t later_ballots(const struct matrix *matrix, const struct foretold *foretold) {
    size_t events = 0, before = 0, at = 0;
    for (size_t i = 0; i < matrix->count; i++)
        if (counts_as_adopted(&matrix->calls[i], &foretold[i]))
            events += ballots_against(&matrix->calls[i]);
    for (; at < matrix->count; at++) {
        if (!counts_as_adopted(&matrix->calls[at], &foretold[at]))
            continue;
        before += ballots_against(&matrix->calls[at]);
        if (before > events / 2)
            break;
    }
    return at;
}

void accuracy_of_ballots(struct veto_accuracy *accuracy, const struct matrix *matrix,
                         const struct foretold *foretold) {
    struct told told = {.all = {0, 0}};
    double threshold = 0;
    int year = 0;
    for (size_t i = later_ballots(matrix, foretold); i < matrix->count; i++) {
        const struct roll_call *call = &matrix->calls[i];
        if (!counts_as_adopted(call, &foretold[i]))
            continue;
        if (year != year_of_call(call))
            threshold = share_not_in_favour(matrix, year = year_of_call(call));
        for (unsigned j = 0; j < call->count; j++)
            tell_event(&told, call->ballots[j] != VETO_YES,
                       1 - foretold[i].in_favour[j] > threshold);
    }
    write_accuracy(accuracy, &told);
}
