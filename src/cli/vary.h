/* --vary: from PATH=FROM:TO:STEP or PATH=A,B,C to the values of an axis. */
#ifndef CLI_VARY_H
#define CLI_VARY_H

#include "base/arena.h"
#include "cli/options.h"
#include "veto/sweep.h"

/* All axes of the settings, for which `axes` has room, in the arena, under arenas_try. What is
 * wrong has been said when it is not VETO_OK. */
enum veto_status vary_read(const struct settings *settings, struct arena *arena,
                           struct veto_axis *axes);

/* Whether a word of --vary has a list of values, and not a range. */
bool vary_is_list(const char *word);

#endif
