#include "play/pairs.h"

#include <string.h>

#include "play/acts.h"

/* Whether members and drafts are the same, so that each can be held against itself. */
static bool same_agenda(const struct veto_scenario *a, const struct veto_scenario *b) {
    if (a->members_count != b->members_count || a->draft_count != b->draft_count)
        return false;
    for (unsigned i = 0; i < a->members_count; i++)
        if (strcmp(a->members[i].code, b->members[i].code) != 0)
            return false;
    for (size_t i = 0; i < a->draft_count; i++)
        if (strcmp(a->drafts[i].id, b->drafts[i].id) != 0)
            return false;
    return true;
}

struct pairs pairs_of(const struct state *state) {
    const struct stage *stage = state->stage, *before = stage->before;
    enum veto_mode mode = state->mode;
    const struct run model = {stage, VETO_EXPECTED, "the model", "model", false};
    const struct run record = {stage, VETO_RECORDED, "the record", "record", true};
    const struct run draw = {stage, VETO_SAMPLED, "the draw", "draw", false};
    struct pairs pairs = {.count = 0};
    if (before && before->meetings[mode] && same_agenda(before->scenario, stage->scenario)) {
        struct run then = {before, mode, stage->marked ? "at the mark" : "before the changes",
                           stage->marked ? "mark" : "before", false};
        pairs.all[pairs.count++] = (struct run_pair){then, {stage, mode, "now", "now", false}};
    }
    if (stage->meetings[VETO_RECORDED])
        pairs.all[pairs.count++] = (struct run_pair){mode == VETO_SAMPLED ? draw : model, record};
    if (mode == VETO_SAMPLED)
        pairs.all[pairs.count++] = (struct run_pair){model, draw};
    pairs.picked = pairs.count ? (size_t)state->pair % pairs.count : 0;
    return pairs;
}

void pairs_next(struct state *state, int by) {
    struct pairs pairs = pairs_of(state);
    int count = (int)pairs.count;
    state->pair = count ? ((int)pairs.picked + by + count) % count : 0;
    state->scroll = 0;
    if (count < 2)
        state->notice = count
                            ? "there are no other runs to compare: m draws one, a change makes one"
                            : PAIRS_NONE;
}

/* The ballots on record, resolved by the rules here: that says how the outcome came about where it
 * is the one on record too. */
static struct outcome on_record(struct arena *arena, const struct run *run, int draft) {
    const struct veto_scenario *scenario = run->stage->scenario;
    const struct veto_draft *on = &scenario->drafts[draft];
    struct veto_vote *vote = arena_new(arena, struct veto_vote);
    struct veto_cast *casts = arena_array(arena, struct veto_cast, scenario->members_count);
    for (unsigned i = 0; i < scenario->members_count; i++)
        casts[i] = (struct veto_cast){.ballot = on->recorded[i], .given = on->recorded[i]};
    vote->draft = draft;
    vote->question = veto_meeting_question(run->stage->meetings[run->mode], draft);
    vote->casts = casts;
    vote->result = veto_decide(&scenario->rules, vote->question, on->recorded);
    bool other = vote->result.outcome != on->recorded_outcome;
    vote->result.outcome = on->recorded_outcome;
    return (struct outcome){vote, other};
}

static struct outcome outcome_in(struct arena *arena, const struct run *run, int draft) {
    const struct veto_meeting *meeting = run->stage->meetings[run->mode];
    if (run->record && run->stage->scenario->drafts[draft].recorded)
        return on_record(arena, run, draft);
    return (struct outcome){veto_meeting_vote(meeting, draft), false};
}

struct match pairs_match(struct arena *arena, const struct run_pair *pair, int draft) {
    struct match match = {.a = outcome_in(arena, &pair->a, draft),
                          .b = outcome_in(arena, &pair->b, draft)};
    const struct veto_vote *a = match.a.vote, *b = match.b.vote;
    match.ballots = a && a->casts && b && b->casts;
    for (unsigned i = 0; match.ballots && i < pair->a.stage->scenario->members_count; i++)
        if (a->casts[i].given != b->casts[i].given)
            match.differ |= veto_set_of(i);
    return match;
}

bool pairs_record_differs(struct arena *arena, const struct stage *stage, enum veto_mode mode) {
    const struct run_pair pair = {{.stage = stage, .mode = mode},
                                  {.stage = stage, .mode = VETO_RECORDED, .record = true}};
    for (int i = 0; stage->meetings[VETO_RECORDED] && i < (int)stage->scenario->draft_count; i++) {
        struct match match = pairs_match(arena, &pair, i);
        const struct veto_vote *a = match.a.vote, *b = match.b.vote;
        if (stage->scenario->drafts[i].recorded &&
            (match.differ || !a || a->result.outcome != b->result.outcome))
            return true;
    }
    return false;
}
