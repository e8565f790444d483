/* What sort of draft is this? The kinds that it may be of, narrowed down by hand. */
#include <stdio.h>
#include <string.h>

#include "play/acts.h"

static bool of_kinds(const struct stage *stage, int draft) {
    return draft != VETO_NONE && stage->scenario->drafts[draft].kind_count > 0;
}

int narrow_draft(const struct state *state) {
    int draft = state_draft(state);
    if (of_kinds(state->stage, draft))
        return draft;
    for (draft = 0; draft < (int)state->stage->scenario->draft_count; draft++)
        if (of_kinds(state->stage, draft))
            return draft;
    return VETO_NONE;
}

int narrow_kind(const struct state *state) {
    int draft = narrow_draft(state);
    int count = draft == VETO_NONE ? 0 : (int)state->stage->scenario->drafts[draft].kind_count;
    return state->kind < count ? state->kind : count > 0 ? count - 1 : 0;
}

/* The draft; NULL, and a notice, where there is none with kinds. */
static const struct veto_draft *draft_to_narrow(struct state *state) {
    int draft = narrow_draft(state);
    if (draft == VETO_NONE)
        state->notice = "no draft here is of one of several kinds";
    return draft == VETO_NONE ? NULL : &state->stage->scenario->drafts[draft];
}

void narrow_select(struct state *state, int by) {
    const struct veto_draft *draft = draft_to_narrow(state);
    if (!draft)
        return;
    int count = (int)draft->kind_count;
    state->kind = (narrow_kind(state) + by + count) % count;
    state->scroll = 0;
}

/* By the weight of the kind selected; below 0: as at the start. */
void narrow_to(struct state *state, int out) {
    const struct veto_draft *draft = draft_to_narrow(state);
    if (!draft)
        return;
    const struct veto_kind *kind = &draft->kinds[narrow_kind(state)];
    double weight = out ? 0 : 1;
    if (out && kind->prior == 0)
        weight = -1;
    if (kind->prior >= 1) {
        state->notice = out ? "one kind has to be left" : "it is of this kind already";
        return;
    }
    snprintf(state->prompt.text, sizeof state->prompt.text, "drafts.%s.kinds.%s.weight", draft->id,
             kind->id);
    state->wish = (struct wish){.kind = WISH_KIND, .number = weight};
}

bool narrow_by_ballot(struct state *state) {
    const struct veto_draft *draft = draft_to_narrow(state);
    struct prompt *prompt = &state->prompt;
    char change[PROMPT_BYTES];
    if (!draft)
        return false;
    int length = snprintf(change, sizeof change, "drafts.%s.given.%s", draft->id, prompt->text);
    bool good = strchr(prompt->text, '=') && length < PROMPT_BYTES;
    if (good)
        memcpy(prompt->text, change, (size_t)length + 1);
    else
        state->notice = "a ballot that is known is MEMBER=BALLOT, as in USA=no";
    state->wish.kind = good ? WISH_OVERRIDE : WISH_NONE;
    return good;
}
