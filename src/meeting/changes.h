/*
 * What changes leanings: statements, events, and votes that change a text. A change is kept apart
 * from the numbers that it comes to, since the analysis works out the same changes again and again
 * with other numbers.
 */
#pragma once

#include "base/number.h"
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

/* Where a speaker stands. */
static inline double change_position(const struct change *change, const double *on) {
    return change->has_position ? change->number : on[change->speaker];
}

static inline double change_tie(const struct veto_scenario *scenario, const struct change *change) {
    return scenario
        ->ties[(size_t)change->member * scenario->members_count + (size_t)change->speaker];
}

/* The leaning that a change brings its member to; `on` are all leanings on its draft. It goes no
 * further than -1 and 1. Here because the analysis does little else. */
static inline double change_to(const struct veto_scenario *scenario, const struct change *change,
                               const double *on) {
    double from = on[change->member], amount = change->number;
    if (change->speaker != VETO_NONE)
        amount = scenario->members[change->member].openness * change_tie(scenario, change) *
                 (change_position(change, on) - from);
    double to = number_settled(from + amount);
    return to < -1 ? -1 : to > 1 ? 1 : to;
}

/* The same in all its parts; `event` is not set. */
struct veto_move change_move(const struct veto_scenario *scenario, const struct change *change,
                             const double *on);
