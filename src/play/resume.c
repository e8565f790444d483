#include "play/resume.h"

#include <string.h>

#include "base/arena.h"
#include "play/guess.h"

/* ---- to a session ---- */

struct session resume_save(struct arena *arena, const struct state *state) {
    static const struct guess none;
    const struct veto_scenario *scenario = state->stage->scenario;
    struct session_guess *guesses = arena_array(arena, struct session_guess, scenario->draft_count);
    struct session session = {
        .set = state->stage->overrides,
        .set_count = state->stage->override_count - state->stage->changes,
        .changes = state->stage->overrides + (state->stage->override_count - state->stage->changes),
        .change_count = state->stage->changes,
        .mode = state->mode,
        .seed = state->stage->seed,
        .place = session_place_at(state_meeting(state), state->shown),
        .guesses = guesses,
    };
    for (int draft = 0; draft < (int)scenario->draft_count; draft++)
        if (memcmp(&state->guesses[draft], &none, sizeof none) != 0)
            guesses[session.guess_count++] = guess_said(arena, state, draft);
    return session;
}

/* ---- and back ---- */

static void take_guess(const struct veto_scenario *scenario, const struct session_guess *saved,
                       struct state *state) {
    int draft = veto_scenario_draft(scenario, saved->draft);
    if (draft == VETO_NONE)
        return;
    struct guess *guess = &state->guesses[draft];
    guess->outcome = (unsigned char)(saved->outcome - VETO_NONE);
    memcpy(guess->hands, saved->hands, sizeof guess->hands);
    memcpy(guess->teams, saved->teams, sizeof guess->teams);
    for (size_t i = 0; i < saved->ballot_count; i++) {
        int member = veto_scenario_member(scenario, saved->ballots[i].member);
        if (member != VETO_NONE)
            guess->ballots[member] = (unsigned char)((int)saved->ballots[i].ballot - VETO_NONE);
    }
}

struct state resume_take(const struct session *session, struct state state) {
    if (state.stage->meetings[session->mode])
        state.mode = session->mode;
    for (size_t i = 0; i < session->guess_count; i++)
        take_guess(state.stage->scenario, &session->guesses[i], &state);
    state.shown = session_place_find(&session->place, state_meeting(&state));
    return state;
}
