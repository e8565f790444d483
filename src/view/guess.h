/* What the class expects of a vote, and how right it was. */
#ifndef VIEW_GUESS_H
#define VIEW_GUESS_H

#include "view/state.h"

/* Actions, as state_act calls them. */
void guess_ballot(const struct stage *stage, struct state *state, int ballot);
void guess_outcome(const struct stage *stage, struct state *state, int outcome);

/* The draft that is guessed about: the one whose result or question is shown, or whose vote is
 * under way; else the next to be put; else the last one. VETO_NONE where none is ever put. */
int guess_draft(const struct stage *stage, const struct state *state);

/* What has been guessed of a draft, and how much of it was right once its result has been shown. */
struct score {
    bool known;              /* the result has been shown */
    unsigned guessed, right; /* ballots */
    bool outcome_guessed, outcome_right;
};
struct score guess_score(const struct stage *stage, const struct state *state, int draft);

#endif
