/* A draft is picked to be looked at, wherever the meeting stands. */
#ifndef PLAY_PICK_H
#define PLAY_PICK_H

#include "play/state.h"

/* The draft that is picked; VETO_NONE where there is none at all. */
int pick_draft(const struct state *state);

/* The draft in question is picked. */
void pick_start(struct state *state);

/* Actions, as state_act calls them. */
void pick_next(struct state *state, int by);
void pick_number(struct state *state, int draft);
void pick_vote(struct state *state, int argument);

#endif
