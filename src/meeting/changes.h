/*
 * What changes leanings: statements, events, and votes that change a text. A change is kept apart
 * from the numbers that it comes to, since the analysis works out the same changes again and again
 * with other numbers.
 */
#ifndef MEETING_CHANGES_H
#define MEETING_CHANGES_H

#include "veto/meeting.h"

struct change {
    int draft, member;
    int speaker; /* towards whom; VETO_NONE: by a stated amount */
    bool has_position;
    double number; /* the position, or the amount */
};

typedef void change_visit(void *context, const struct change *change);

/* Calls `visit` for each change that a statement or an event makes, in order. A tie may be 0. */
void changes_of_item(const struct veto_scenario *scenario, const struct veto_item *item,
                     change_visit *visit, void *context);

/* The same for the outcome of a vote. */
void changes_of_outcome(const struct veto_scenario *scenario, int draft, enum veto_outcome outcome,
                        change_visit *visit, void *context);

/* What a change comes to at these leanings, [draft * members_count + member]; `event` is not set.
 * A leaning goes no further than -1 and 1. */
struct veto_move change_move(const struct veto_scenario *scenario, const struct change *change,
                             const double *leanings);

#endif
