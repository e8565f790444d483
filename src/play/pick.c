#include "play/pick.h"

#include "play/place.h"

int pick_draft(const struct stage *stage, const struct state *state) {
    int count = (int)stage->scenario->draft_count;
    return state->draft < count ? state->draft : count - 1;
}

void pick_start(const struct stage *stage, struct state *state) {
    int draft = state_draft(stage, state);
    state->draft = draft == VETO_NONE ? 0 : draft;
}

void pick_number(const struct stage *stage, struct state *state, int draft) {
    if (draft < (int)stage->scenario->draft_count)
        state->draft = draft;
    else
        state->notice = "there is no draft of that number";
    state->scroll = 0;
}

void pick_next(const struct stage *stage, struct state *state, int by) {
    int count = (int)stage->scenario->draft_count, draft = pick_draft(stage, state) + by;
    if (by <= -VETO_MAX_DRAFTS) /* to an end, and no further */
        draft = 0;
    else if (by >= VETO_MAX_DRAFTS)
        draft = count - 1;
    if (draft >= 0 && draft < count)
        pick_number(stage, state, draft);
    else
        state->notice = by < 0 ? "this is the first draft" : "this is the last draft";
}

/* Out of the view, and to the vote. */
void pick_vote(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    state->overlay = 0;
    place_to_draft(stage, state, pick_draft(stage, state));
}
