/* What a change of the scenario is called: a sentence for what a class sees, where PATH=VALUE is
 * for whoever types it. Made in the arena given, under arenas_try, without a full stop. */
#ifndef WORDS_CHANGE_H
#define WORDS_CHANGE_H

#include "veto/scenario.h"

struct arena;

/* "Russia's veto tendency is now 0.20 (slow to veto)", of members and drafts as they are called in
 * the scenario. An empty value leaves the key out, NULL gives back the one at the start: "the
 * required majority is as at the start again". */
char *words_change(struct arena *arena, const struct veto_scenario *scenario, const char *path,
                   const char *value);

/* The same of an override, "PATH=VALUE". */
char *words_override(struct arena *arena, const struct veto_scenario *scenario,
                     const char *override);

#endif
