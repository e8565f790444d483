/*
 * Changes by hand as lists that share their tails, the latest first; one a path. None is ever
 * altered, so a pointer is all that undoing has to keep. NULL is the empty list: the scenario as it
 * was at the start.
 */
#pragma once

#include "play/state.h"

struct arena;

struct edit {
    const struct edit *before;
    const char *path;
    const char *override; /* PATH=VALUE */
};

/* Whether both come to the same changes in the same order. */
bool edits_same(const struct edit *a, const struct edit *b);

/* What a wish is carried out on. */
struct editing {
    struct arena *arena;               /* holds the new edits */
    const struct veto_scenario *start; /* a value that is the one here needs no edit */
    const struct edit *now;
    const char *told; /* set: the override that was made, or that there is none any more */
};

/* The edits after a wish that names a value: not to undo, to mark and the like, which a desk does
 * by itself. Under arenas_try. */
const struct edit *edits_wish(struct editing *editing, const struct wish *wish);
