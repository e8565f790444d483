/* What keys wish changed. A state cannot change a scenario: it says what is wished, and a desk
 * carries it out. */
#ifndef PLAY_CHANGE_H
#define PLAY_CHANGE_H

#include "play/state.h"

/* Actions, as state_act calls them. */
void change_ballot(struct state *state, int ballot);
void change_leaning(struct state *state, int by);
void change_tendency(struct state *state, int by);
void change_required(struct state *state, int by);
void change_vetoes(struct state *state, int argument);
void change_history(struct state *state, int wish);

/* Another set of rules by name is selected, `by` further down; the one selected is to hold. */
void select_rules(struct state *state, int by);
void change_rules(struct state *state, int argument);

#endif
