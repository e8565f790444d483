/* Looks for words: in the debate, or for a member where one is selected. */
#ifndef VIEW_SEARCH_H
#define VIEW_SEARCH_H

#include "view/state.h"

/* To the next place that holds what state->search says, round from the end to the start. */
void search_again(const struct stage *stage, struct state *state, int argument);

#endif
