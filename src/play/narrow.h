/* What sort of draft is this? The kinds that it may be of, one of them selected, and narrowed down
 * by hand. */
#ifndef PLAY_NARROW_H
#define PLAY_NARROW_H

#include "play/state.h"

/* The draft in question where it has kinds, else the first that has; VETO_NONE: none has. */
int narrow_draft(const struct state *state);

/* The kind selected; 0 where there is none. */
int narrow_kind(const struct state *state);

/* "USA=no" in the prompt becomes the change that it is; false, and a notice, where it is none. */
bool narrow_by_ballot(struct state *state);

#endif
