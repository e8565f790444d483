/* What a change of the screen is in words: the ballot, the result or the statement that has just
 * come, the member or entry selected, or what is told at the bottom; "" where it is nothing of
 * that. Under arenas_try. */
#ifndef VIEW_SAY_H
#define VIEW_SAY_H

#include "play/browser.h"
#include "play/state.h"

const char *say_meeting(struct arena *arena, const struct state *state);
const char *say_choice(struct arena *arena, const struct catalogue *catalogue,
                       const struct browser *browser);

#endif
