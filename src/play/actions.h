/* What a key does: state and action in, state out. Only the table in actions.c knows every action.
 */
#pragma once

#include "play/state.h"

/* The state after an action, or after a key in the view that is shown. */
struct state state_act(struct state state, enum action action, int argument);
struct state state_press(struct state state, uint32_t key);
