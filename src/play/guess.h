/* What the class expects of a vote. */
#pragma once

#include "play/state.h"
#include "session/session.h"

struct arena;

/* Takes a show of hands, "3 17 8" in the prompt. False, and a notice, where that is none. */
bool guess_hands(struct state *state);

/* Of the drafts whose results have been shown, how many a team expected, and rightly. */
struct team_score {
    unsigned right, of;
};
struct team_score guess_team_score(const struct state *state, int team);

/* The draft that is guessed about: the one whose result or question is shown, or whose vote is
 * under way; else the next to be put; else the last one. VETO_NONE where none is ever put. */
int guess_draft(const struct state *state);

/* Whether the outcome that is expected can no longer come of the ballots that are, whatever is yet
 * open: adopted, with a permanent member against. */
bool guess_contradicts(const struct state *state, int draft);

/* What has been guessed of a draft, as a session has it: those in favour first, and so on. Points
 * into the stage and into `arena`; under arenas_try. */
struct session_guess guess_said(struct arena *arena, const struct state *state, int draft);
