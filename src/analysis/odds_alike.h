/*
 * Histories of a meeting that have become alike: nothing that is still to come tells them apart.
 * They have come to the same place, with the same drafts left and the same motions on them; no
 * condition ahead, and no question on how to vote, asks for an outcome in which they differ; and
 * the same has been done, in the same order, to the leanings on every draft that may be voted on.
 * What they share is a matter of the programme alone, whatever the numbers of the scenario are.
 */
#pragma once

#include "analysis/allowance.h"
#include "base/arena.h"
#include "meeting/changes.h"
#include "meeting/course.h"

struct alike;

/* The scenario and the arena must outlive it. With `apart`, only those histories are alike whose
 * last votes are one, and have come to outcomes that nothing in all the programme tells apart. */
struct alike *alike_new(struct arena *arena, const struct veto_scenario *scenario, bool apart,
                        struct allowance *allowance);

/* What has been done to the leanings on each draft, as numbers: the same number, the same changes.
 * All zeros at the start. */
struct trace {
    uint32_t done[VETO_MAX_DRAFTS];
};

void alike_change(struct alike *alike, struct trace *trace, const struct change *change);

/* The number of the histories like this one, which has come from the vote of those with the number
 * `from`, or VETO_NONE, to a vote: 0, 1 and so on, as they come. SIZE_MAX: it takes more than is
 * allowed. */
size_t alike_find(struct alike *alike, const struct trace *trace, const struct course *course,
                  int from, const struct course_step *vote);
