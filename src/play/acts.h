/* What carries out actions, file by file: those who act know the state, and not each other. */
#pragma once

#include "play/state.h"

/* Actions, as state_act calls them: one a row of keys.h. */
#define ACTION_ACT(name, act) void act(struct state *state, int argument);
MEETING_ACTIONS(ACTION_ACT)

/* What keys wish changed, and numbers that are typed: of the member selected, its leaning on the
 * draft in question, without the number; false, and a notice, where it has none. And its tendency.
 */
bool wish_leaning(struct state *state, struct wish *wish);
struct wish wish_tendency(const struct state *state);

/* "USA=no" in the prompt becomes the change that it is; false, and a notice, where it is none. */
bool narrow_by_ballot(struct state *state);

/* A beat of a timed roll call: the next ballot, or the result; it ends by itself. */
void place_tick(struct state *state);
