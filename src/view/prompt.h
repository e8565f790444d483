/* A line that is typed at the bottom of the screen: a number, a change, a name to look for or to
 * save under. */
#ifndef VIEW_PROMPT_H
#define VIEW_PROMPT_H

#include "view/parts.h"

/* Action, as state_act calls it. */
void prompt_open(const struct stage *stage, struct state *state, int kind);

/* A key while it is open: types, takes back, answers or gives up. */
struct state prompt_press(const struct stage *stage, struct state state, uint32_t key);

void draw_prompt(const struct scene *scene, struct area row);

#endif
