/* A line that is typed at the bottom of the screen: a number, a change, a name to look for or to
 * save under. */
#ifndef PLAY_PROMPT_H
#define PLAY_PROMPT_H

#include "base/arena.h"
#include "play/state.h"

/* Action, as state_act calls it. */
void prompt_open(struct state *state, int kind);

/* A key while it is open: types, takes back, answers or gives up. */
struct state prompt_press(struct state state, uint32_t key);

/* What is to be said in the place of the line: the notice, or how a path may go on; or NULL. */
const char *prompt_says(struct arena *arena, const struct state *state);

/* What stands before the line, and what may be typed there. */
const char *prompt_label(enum prompt_kind kind);
const char *prompt_example(enum prompt_kind kind);

#endif
