/* A line that is typed at the bottom of the screen: a number, a change, a name to look for or to
 * save under. */
#pragma once

#include "base/arena.h"
#include "play/state.h"

/* A key while it is open: types, takes back, answers or gives up. */
struct state prompt_press(struct state state, uint32_t key);

/* What is to be said in the place of the line: the notice, or how a path may go on; or NULL. */
const char *prompt_says(struct arena *arena, const struct state *state);

/* What stands before the line, and what may be typed there. */
const char *prompt_label(enum prompt_kind kind);
const char *prompt_example(enum prompt_kind kind);

/* ---- paths of a change, completed: by the keys of the format and the names in the scenario ----
 */

/*
 * Puts behind `text`, which has room for `size` bytes, what all names have in common that its last
 * one can become; where there is just one, also the sign that comes next, '.' or '='. Returns how
 * many there are.
 */
size_t complete_path(const struct veto_scenario *scenario, char *text, size_t size);

/* Which those are, as a sentence; or what goes there where there are none. */
const char *complete_says(struct arena *arena, const struct veto_scenario *scenario,
                          const char *text);
