/* Where the meeting stands: what has been shown by then, and how keys go on and back from there.
 * What has been shown is declared in state.h, for all who show it. */
#ifndef PLAY_PLACE_H
#define PLAY_PLACE_H

#include "play/state.h"

/* Actions, as state_act calls them. */
void place_next(const struct stage *stage, struct state *state, int argument);
void place_back(const struct stage *stage, struct state *state, int argument);
void place_next_ballot(const struct stage *stage, struct state *state, int argument);
void place_back_ballot(const struct stage *stage, struct state *state, int argument);
void place_timed(const struct stage *stage, struct state *state, int argument);
void place_pace(const struct stage *stage, struct state *state, int slower);
void place_to_vote(const struct stage *stage, struct state *state, int by);
void place_to_draft(const struct stage *stage, struct state *state, int draft);
void place_to_start(const struct stage *stage, struct state *state, int argument);
void place_to_end(const struct stage *stage, struct state *state, int argument);

/* A beat of a timed roll call: the next ballot, or the result; it ends by itself. */
void place_tick(const struct stage *stage, struct state *state);

/* The same place in another mode, or the nearest before it that comes there too. */
void place_in_mode(const struct stage *stage, struct state *state, enum veto_mode mode);

#endif
