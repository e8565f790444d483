#include "view/resume.h"

#include "base/arena.h"

/* ---- to a session ---- */

static bool says_something(const struct guess *guess, unsigned members) {
    for (unsigned i = 0; i < members; i++)
        if (guess->ballots[i])
            return true;
    return guess->outcome != 0;
}

/* Those in favour first, and so on, as a session has them. */
static struct session_guess save_guess(struct arena *arena, const struct veto_scenario *scenario,
                                       int draft, const struct guess *guess) {
    struct session_ballot *ballots =
        arena_array(arena, struct session_ballot, scenario->members_count);
    struct session_guess saved = {.draft = scenario->drafts[draft].id,
                                  .outcome = guess->outcome + VETO_NONE,
                                  .ballots = ballots};
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        for (unsigned i = 0; i < scenario->members_count; i++)
            if (guess->ballots[i] + VETO_NONE == ballot)
                ballots[saved.ballot_count++] =
                    (struct session_ballot){scenario->members[i].code, (enum veto_ballot)ballot};
    return saved;
}

struct session resume_save(struct arena *arena, const struct stage *stage,
                           const struct state *state) {
    const struct veto_scenario *scenario = stage->scenario;
    struct session_guess *guesses = arena_array(arena, struct session_guess, scenario->draft_count);
    struct session session = {
        .set = stage->overrides,
        .set_count = stage->override_count - stage->changes,
        .changes = stage->overrides + (stage->override_count - stage->changes),
        .change_count = stage->changes,
        .mode = state->mode,
        .seed = stage->seed,
        .place = session_place_at(state_meeting(stage, state), state->shown),
        .guesses = guesses,
    };
    for (int draft = 0; draft < (int)scenario->draft_count; draft++)
        if (says_something(&state->guesses[draft], scenario->members_count))
            guesses[session.guess_count++] =
                save_guess(arena, scenario, draft, &state->guesses[draft]);
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
    for (size_t i = 0; i < saved->ballot_count; i++) {
        int member = veto_scenario_member(scenario, saved->ballots[i].member);
        if (member != VETO_NONE)
            guess->ballots[member] = (unsigned char)((int)saved->ballots[i].ballot - VETO_NONE);
    }
}

struct state resume_take(const struct stage *stage, const struct session *session,
                         struct state state) {
    if (stage->meetings[session->mode])
        state.mode = session->mode;
    for (size_t i = 0; i < session->guess_count; i++)
        take_guess(stage->scenario, &session->guesses[i], &state);
    state.shown = session_place_find(&session->place, state_meeting(stage, &state));
    return state;
}
