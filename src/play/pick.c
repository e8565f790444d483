#include "play/pick.h"

#include "play/place.h"

int pick_draft(const struct state *state) {
    int count = (int)state->stage->scenario->draft_count;
    return state->draft < count ? state->draft : count - 1;
}

void pick_start(struct state *state) {
    int draft = state_draft(state);
    state->draft = draft == VETO_NONE ? 0 : draft;
}

void pick_number(struct state *state, int draft) {
    if (draft < (int)state->stage->scenario->draft_count)
        state->draft = draft;
    else
        state->notice = "there is no draft of that number";
    state->scroll = 0;
}

void pick_next(struct state *state, int by) {
    int count = (int)state->stage->scenario->draft_count, draft = pick_draft(state) + by;
    if (by <= -VETO_MAX_DRAFTS) /* to an end, and no further */
        draft = 0;
    else if (by >= VETO_MAX_DRAFTS)
        draft = count - 1;
    if (draft >= 0 && draft < count)
        pick_number(state, draft);
    else
        state->notice = by < 0 ? "this is the first draft" : "this is the last draft";
}

/* Out of the view, and to the vote. */
void pick_vote(struct state *state, int argument) {
    (void)argument;
    state->overlay = 0;
    place_to_draft(state, pick_draft(state));
}
