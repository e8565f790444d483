/* Where the meeting stands: what has been shown by then, and how keys go on and back from there.
 * What has been shown is declared in state.h, for all who show it. */
#ifndef PLAY_PLACE_H
#define PLAY_PLACE_H

#include "play/state.h"

/* Actions, as state_act calls them. */
void place_next(struct state *state, int argument);
void place_back(struct state *state, int argument);
void place_next_ballot(struct state *state, int argument);
void place_back_ballot(struct state *state, int argument);
void place_timed(struct state *state, int argument);
void place_pace(struct state *state, int slower);
void place_to_vote(struct state *state, int by);
void place_to_draft(struct state *state, int draft);
void place_to_start(struct state *state, int argument);
void place_to_end(struct state *state, int argument);

/* A beat of a timed roll call: the next ballot, or the result; it ends by itself. */
void place_tick(struct state *state);

/* The same place in another mode, or the nearest before it that comes there too. */
void place_in_mode(struct state *state, enum veto_mode mode);

#endif
