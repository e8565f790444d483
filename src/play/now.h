/* What can be done now: of all keys the few that one would press in this view at this point of the
 * meeting. */
#pragma once

#include "play/state.h"

enum { NOW_MOST = 4 };

struct now {
    const char *keys; /* as the help has them: "y, n, a"; made in the arena given */
    const char *what; /* "open the meeting" */
    size_t row;       /* that of the first of them */
};

/* Whether there is anything for a key to do: it is not offered where there is not. */
bool now_serves(const struct state *state, enum action action, int argument);

/* Finds them for the view that the help lies over. Returns how many. Under arenas_try. */
size_t now_find(struct arena *arena, const struct state *state, struct now found[NOW_MOST]);
