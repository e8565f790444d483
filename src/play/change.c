#include "play/acts.h"

#include <math.h>

#include "play/rules.h"

static const double step_by = 0.1;

/* A wish on the member selected and the draft in question; false, and a notice, where there is no
 * draft. */
static bool wish_on_ballot(struct state *state, enum wish_kind kind, struct wish *wish) {
    *wish = (struct wish){.kind = kind, .draft = state_draft(state), .member = state_member(state)};
    if (wish->draft == VETO_NONE)
        state->notice = "there is no draft to vote on";
    return wish->draft != VETO_NONE;
}

bool wish_leaning(struct state *state, struct wish *wish) {
    if (!wish_on_ballot(state, WISH_LEANING, wish))
        return false;
    bool leans = state->stage->scenario->drafts[wish->draft].kind_count == 0;
    if (!leans)
        state->notice = "nobody leans on this draft: its kinds give the chances; K shows them";
    return leans;
}

struct wish wish_tendency(const struct state *state) {
    struct wish wish = {.kind = WISH_TENDENCY, .member = state_member(state)};
    wish.veto = veto_set_has(state->stage->scenario->rules.veto_holders, (unsigned)wish.member);
    return wish;
}

/* A step up or down, to two decimals and within the limits; false at the limit. */
static bool step(double now, int by, double least, double most, double *number) {
    double next = round((now + by * step_by) * 100) / 100;
    next = next > most ? most : next < least ? least : next;
    *number = next + 0.0; /* no -0 */
    return fabs(next - now) > 1e-9;
}

void change_ballot(struct state *state, int ballot) {
    struct wish wish;
    if (!wish_on_ballot(state, WISH_BALLOT, &wish))
        return;
    const struct veto_draft *draft = &state->stage->scenario->drafts[wish.draft];
    const struct veto_vote *vote = veto_meeting_vote(state_meeting(state), wish.draft);
    bool by_model = draft->ballots[wish.member].kind == VETO_BY_MODEL;
    bool same = vote && vote->casts && (int)vote->casts[wish.member].given == ballot;
    wish.ballot = ballot;
    wish.hides = state_hides(state, wish.draft);
    if (!wish.hides && ballot == VETO_NONE && by_model)
        state->notice = "its ballot is left to the model already";
    else if (!wish.hides && ballot != VETO_NONE && same)
        state->notice = "that is its ballot already";
    else
        state->wish = wish;
}

/* A step of what is hidden would tell where it was, or that it can go no further. */
static bool steps_hidden(struct state *state, int draft) {
    if (draft == VETO_NONE || !state_hides(state, draft))
        return false;
    state->notice =
        "leanings and tendencies are hidden until the result: H shows them, and e and E "
        "take numbers";
    return true;
}

void change_leaning(struct state *state, int by) {
    struct wish wish;
    if (!wish_leaning(state, &wish) || steps_hidden(state, wish.draft))
        return;
    double now = state->stage->scenario->drafts[wish.draft].leanings[wish.member];
    if (step(now, by, -1, 1, &wish.number))
        state->wish = wish;
    else
        state->notice = "a leaning goes from -1 to 1, and no further";
}

void change_tendency(struct state *state, int by) {
    struct wish wish = wish_tendency(state);
    const struct veto_member *member = &state->stage->scenario->members[wish.member];
    if (steps_hidden(state, state_draft(state)))
        return;
    if (step(wish.veto ? member->veto_tendency : member->opposition, by, 0, 1, &wish.number))
        state->wish = wish;
    else
        state->notice = wish.veto ? "a veto tendency goes from 0 to 1, and no further"
                                  : "an opposition goes from 0 to 1, and no further";
}

void change_required(struct state *state, int by) {
    const struct veto_rules *rules = &state->stage->scenario->rules;
    struct wish wish = {.kind = WISH_REQUIRED, .number = (double)rules->required + by};
    if (wish.number >= 1 && wish.number <= rules->members)
        state->wish = wish;
    else
        state->notice = "the required majority is from 1 to all members";
}

void change_vetoes(struct state *state, int argument) {
    (void)argument;
    state->wish =
        (struct wish){.kind = WISH_VETOES, .veto = state->stage->scenario->rules.veto_holders == 0};
}

void change_history(struct state *state, int wish) {
    state->wish = (struct wish){.kind = (enum wish_kind)wish};
}

void select_rules(struct state *state, int by) {
    size_t sets;
    veto_rule_sets(&sets);
    int count = (int)sets, selected = rules_selected(state->stage->scenario, state->rule_set);
    state->rule_set = (selected + by + count) % count + 1;
}

void change_rules(struct state *state, int argument) {
    (void)argument;
    size_t count;
    int selected = rules_selected(state->stage->scenario, state->rule_set);
    const struct veto_rule_set *set = &veto_rule_sets(&count)[selected];
    if (rules_at_hand(state->stage->scenario, set))
        state->notice = "these rules are at hand already";
    else if (rules_fit(state->stage->scenario, set) != RULES_FIT)
        state->notice = "these rules do not fit this Council: below the list it says why";
    else
        state->wish = (struct wish){.kind = WISH_RULES, .number = selected};
}
