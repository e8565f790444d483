/* Balanced accuracy on rare events, with the threshold and the split of UNBench. */
#include "expect/accuracy.h"

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

/* ---- what is told of a vote ---- */

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

static double chance_of_event(const struct foretold *foretold, enum accuracy_of of,
                              unsigned which) {
    return 1 - (of == OF_ADOPTION ? foretold->adopted : foretold->in_favour[which]);
}

/* ---- all votes ---- */

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
    struct told told = {.all = {0, 0}};
    double threshold = 0;
    int year = 0; /* that it is of: calls come in order */
    for (size_t i = later_half(matrix, foretold, of); i < matrix->count; i++) {
        const struct roll_call *call = &matrix->calls[i];
        if (!counts(call, &foretold[i]))
            continue;
        if (year != year_of_call(call))
            threshold = share_before(matrix, of, year = year_of_call(call));
        for (unsigned j = 0; j < told_of(call, of); j++)
            tell_event(&told, is_event(call, of, j),
                       chance_of_event(&foretold[i], of, j) > threshold);
    }
    write_accuracy(accuracy, &told);
}
