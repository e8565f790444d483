#include "play/change.h"

#include <math.h>

#include "play/rules.h"

static const double step_by = 0.1;

/* The member selected and the draft in question; false, and a notice, where there is no draft. */
static bool wish_on_ballot(const struct stage *stage, struct state *state, enum wish_kind kind) {
    struct wish wish = {.kind = kind, .draft = state_draft(stage, state)};
    wish.member = state_member(stage, state);
    if (wish.draft == VETO_NONE) {
        state->notice = "there is no draft to vote on";
        return false;
    }
    state->wish = wish;
    return true;
}

/* A step up or down, to two decimals and within the limits; false at the limit. */
static bool step(double now, int by, double least, double most, double *number) {
    double next = round((now + by * step_by) * 100) / 100;
    next = next > most ? most : next < least ? least : next;
    *number = next + 0.0; /* no -0 */
    return fabs(next - now) > 1e-9;
}

/* Why that would be no change; NULL where it is one. */
static const char *ballot_already(const struct stage *stage, const struct state *state,
                                  int ballot) {
    const struct wish *wish = &state->wish;
    enum veto_preset preset = stage->scenario->drafts[wish->draft].ballots[wish->member].kind;
    const struct veto_vote *vote = veto_meeting_vote(state_meeting(stage, state), wish->draft);
    if (ballot == VETO_NONE)
        return preset == VETO_BY_MODEL ? "its ballot is left to the model already" : NULL;
    return vote && vote->casts && (int)vote->casts[wish->member].given == ballot
               ? "that is its ballot already"
               : NULL;
}

void change_ballot(const struct stage *stage, struct state *state, int ballot) {
    if (!wish_on_ballot(stage, state, WISH_BALLOT))
        return;
    state->wish.ballot = ballot;
    state->wish.hides = state_hides(stage, state, state->wish.draft);
    state->notice = state->wish.hides ? NULL : ballot_already(stage, state, ballot);
    if (state->notice)
        state->wish = (struct wish){.kind = WISH_NONE};
}

/* A step of what is hidden would tell where it was, or that it can go no further. */
static bool steps_hidden(const struct stage *stage, struct state *state, int draft) {
    if (draft == VETO_NONE || !state_hides(stage, state, draft))
        return false;
    state->notice =
        "leanings and tendencies are hidden until the result: H shows them, and e and E "
        "take numbers";
    return true;
}

void change_leaning(const struct stage *stage, struct state *state, int by) {
    if (!wish_on_ballot(stage, state, WISH_LEANING))
        return;
    if (stage->scenario->drafts[state->wish.draft].kind_count) {
        state->wish = (struct wish){.kind = WISH_NONE};
        state->notice = "nobody leans on this draft: its kinds give the chances; K shows them";
        return;
    }
    if (steps_hidden(stage, state, state->wish.draft)) {
        state->wish = (struct wish){.kind = WISH_NONE};
        return;
    }
    double now = stage->scenario->drafts[state->wish.draft].leanings[state->wish.member];
    if (!step(now, by, -1, 1, &state->wish.number)) {
        state->wish = (struct wish){.kind = WISH_NONE};
        state->notice = "a leaning goes from -1 to 1, and no further";
    }
}

void change_tendency(const struct stage *stage, struct state *state, int by) {
    struct wish wish = {.kind = WISH_TENDENCY, .member = state_member(stage, state)};
    const struct veto_member *member = &stage->scenario->members[wish.member];
    wish.veto = veto_set_has(stage->scenario->rules.veto_holders, (unsigned)wish.member);
    if (steps_hidden(stage, state, state_draft(stage, state)))
        return;
    if (step(wish.veto ? member->veto_tendency : member->opposition, by, 0, 1, &wish.number))
        state->wish = wish;
    else
        state->notice = wish.veto ? "a veto tendency goes from 0 to 1, and no further"
                                  : "an opposition goes from 0 to 1, and no further";
}

void change_required(const struct stage *stage, struct state *state, int by) {
    const struct veto_rules *rules = &stage->scenario->rules;
    struct wish wish = {.kind = WISH_REQUIRED, .number = (double)rules->required + by};
    if (wish.number >= 1 && wish.number <= rules->members)
        state->wish = wish;
    else
        state->notice = "the required majority is from 1 to all members";
}

void change_vetoes(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    state->wish =
        (struct wish){.kind = WISH_VETOES, .veto = stage->scenario->rules.veto_holders == 0};
}

void change_history(const struct stage *stage, struct state *state, int wish) {
    (void)stage;
    state->wish = (struct wish){.kind = (enum wish_kind)wish};
}

void select_rules(const struct stage *stage, struct state *state, int by) {
    int count = (int)rules_count();
    state->rule_set = (rules_selected(stage->scenario, state->rule_set) + by + count) % count + 1;
}

void change_rules(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    size_t count;
    int selected = rules_selected(stage->scenario, state->rule_set);
    const struct veto_rule_set *set = &veto_rule_sets(&count)[selected];
    if (rules_at_hand(stage->scenario, set))
        state->notice = "these rules are at hand already";
    else if (rules_fit(stage->scenario, set) != RULES_FIT)
        state->notice = "these rules do not fit this Council: below the list it says why";
    else
        state->wish = (struct wish){.kind = WISH_RULES, .number = selected};
}
