/* A draft is picked to be looked at, wherever the meeting stands. */
#ifndef PLAY_PICK_H
#define PLAY_PICK_H

#include "play/state.h"

/* The draft that is picked; VETO_NONE where there is none at all. */
int pick_draft(const struct stage *stage, const struct state *state);

/* The draft in question is picked. */
void pick_start(const struct stage *stage, struct state *state);

/* Actions, as state_act calls them. */
void pick_next(const struct stage *stage, struct state *state, int by);
void pick_number(const struct stage *stage, struct state *state, int draft);
void pick_vote(const struct stage *stage, struct state *state, int argument);

#endif
