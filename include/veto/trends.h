/*
 * What a record shows over time: outcomes by period, by member and by topic, who voted alike, how
 * close votes were, and what other rules would have blocked.
 *
 * One block of memory, which veto_trends_free takes; it points into its history, which must outlive
 * it. Votes that are not veto_history_usable, or of a year without a Council, are left out and
 * counted.
 */
#ifndef VETO_TRENDS_H
#define VETO_TRENDS_H

#include <stddef.h>

#include "veto/history.h"

VETO_BEGIN_C

enum veto_trends_by { VETO_BY_DECADE, VETO_BY_YEAR };

/* How many votes came out in which way. `votes` counts those of no stated outcome as well. */
struct veto_outcomes {
    size_t votes, by[VETO_OUTCOMES];
};

/* Two members in one period: votes in which both voted yes, no or abstained; how often alike. */
struct veto_agreement {
    size_t shared, alike;
};

/* Votes in favour against those that were required, of votes whose ballots are on record; what was
 * adopted without a vote is not among them. */
struct veto_closeness {
    size_t votes;
    size_t failed;   /* the majority was not reached, ... */
    size_t exact;    /* ... or exactly, ... */
    size_t one_more; /* ... or with one vote to spare, ... */
    size_t all;      /* ... or everybody was in favour */
};

/* ... and the outcomes that it gives, by period. */
struct veto_blocked {
    const struct veto_rule_set *rules;
    const struct veto_outcomes *periods;
};

enum { VETO_LEAST_MARGIN = -9, VETO_MOST_MARGIN = 6, VETO_MARGINS = 16 };

/* Tables by period have one entry a period, and behind them their sum. */
struct veto_trends {
    const struct veto_history *history;
    size_t votes, left_out;
    enum veto_trends_by by;

    const int *periods; /* the first year of each, from that of the first vote on to the last's */
    size_t period_count;
    const struct veto_outcomes *outcomes; /* by period */
    const struct veto_outcomes *topics;   /* one a topic, as veto_topics has them */

    const char (*vetoers)[4]; /* the permanent members, ... */
    size_t vetoer_count;
    const size_t *vetoes; /* ... and how many drafts each vetoed, alone or not, by period */

    const char (*members)[4];
    size_t member_count, pair_count;
    const struct veto_agreement *agreements; /* by period, of the pairs 01, 02, ... 12, ... */

    const struct veto_closeness *closeness;     /* by period */
    struct veto_outcomes margins[VETO_MARGINS]; /* from VETO_LEAST_MARGIN: votes in favour less
                                                   those required */
    const struct veto_blocked *rules; /* each rule set that is for a Council of the record, ... */
    size_t rule_count;
};

/*
 * `members` are codes, 2 to VETO_MAX_MEMBERS of them; those of the permanent members where the
 * count is 0. No period is made of a history without votes that count.
 */
enum veto_status veto_trends_find(struct veto_trends **trends, const struct veto_history *history,
                                  enum veto_trends_by by, const char (*members)[4], size_t count);
void veto_trends_free(struct veto_trends *trends); /* NULL does nothing */

VETO_END_C

#endif
