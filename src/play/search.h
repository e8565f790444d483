/* Looks for words: in the debate, or for a member where one is selected. */
#ifndef PLAY_SEARCH_H
#define PLAY_SEARCH_H

#include "play/state.h"

/* To the place before that holds what state->search says, as far as the meeting has come; or to the
 * next member whose name does. */
void search_again(struct state *state, int argument);

#endif
