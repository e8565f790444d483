/* From what is on the screen to a session, and back. */
#pragma once

#include "play/state.h"
#include "session/session.h"

struct arena;

/* What was done on a stage: overrides, changes, mode, seed, place and guesses. By which word or
 * text the scenario is found, and whether it is played blind, is the caller's to add. Points into
 * the stage and into `arena`; under arenas_try. */
struct session resume_save(struct arena *arena, const struct state *state);

/* A state taken up where a session left it, on a stage with its overrides and changes: mode, place
 * and guesses. A mode that the stage does not have is left as it is; so is what is guessed of
 * drafts and members that it does not have. */
struct state resume_take(const struct session *session, struct state state);
