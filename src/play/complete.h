/* Paths of a change, completed: by the keys of the format and the names that the scenario has. */
#ifndef PLAY_COMPLETE_H
#define PLAY_COMPLETE_H

#include "base/arena.h"
#include "veto/scenario.h"

/*
 * Puts behind `text`, which has room for `size` bytes, what all names have in common that its last
 * one can become; where there is just one, also the sign that comes next, '.' or '='. Returns how
 * many there are.
 */
size_t complete_path(const struct veto_scenario *scenario, char *text, size_t size);

/* Which those are, as a sentence; or what goes there where there are none. */
const char *complete_says(struct arena *arena, const struct veto_scenario *scenario,
                          const char *text);

#endif
