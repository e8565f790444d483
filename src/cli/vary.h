/* --vary: from PATH=FROM:TO:STEP or PATH=A,B,C to the values of an axis. */
#ifndef CLI_VARY_H
#define CLI_VARY_H

#include "cli/options.h"
#include "veto/sweep.h"

/* All axes of the settings. What is wrong has been said when it is not VETO_OK. vary_free in any
 * case. `axes` has room for settings->varied_count and is zero. */
enum veto_status vary_read(const struct settings *settings, struct veto_axis *axes);
void vary_free(struct veto_axis *axes, size_t count);

/* Whether a word of --vary has a list of values, and not a range. */
bool vary_is_list(const char *word);

#endif
