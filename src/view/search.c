#include "view/search.h"

#include "base/text.h"

static bool holds(const struct state *state, const char *text) {
    return text && text_find(text, state->search);
}

/* ---- a member ---- */

static bool member_matches(const struct stage *stage, const struct state *state, int place) {
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(stage->scenario, seats);
    const struct veto_member *member = &stage->scenario->members[seats[place]];
    return holds(state, member->code) || holds(state, member->name);
}

static void find_member(const struct stage *stage, struct state *state) {
    int count = (int)stage->scenario->members_count;
    for (int i = 1; i <= count; i++) {
        int place = (state->member + i) % count;
        if (member_matches(stage, state, place)) {
            state->member = place;
            state->scroll = 0;
            return;
        }
    }
    state->notice = "no member of that name";
}

/* ---- in the debate ---- */

static bool speaker_matches(const struct stage *stage, const struct state *state,
                            const struct veto_speaker *speaker) {
    int member = speaker->speaks_for;
    return holds(state, speaker->name) ||
           (member != VETO_NONE && holds(state, stage->scenario->members[member].name));
}

static bool event_matches(const struct stage *stage, const struct state *state,
                          const struct veto_event *event) {
    const struct veto_draft *draft = event->kind == VETO_EVENT_PUT && event->draft != VETO_NONE
                                         ? &stage->scenario->drafts[event->draft]
                                         : NULL;
    if (event->kind == VETO_EVENT_BRANCH)
        return false;
    return (event->item && (holds(state, event->item->text) ||
                            speaker_matches(stage, state, &event->item->speaker))) ||
           (event->question && holds(state, event->question->ask)) ||
           (draft && (holds(state, draft->title) || holds(state, draft->symbol)));
}

static void find_event(const struct stage *stage, struct state *state) {
    const struct veto_meeting *meeting = state_meeting(stage, state);
    size_t count = veto_meeting_event_count(meeting);
    for (size_t i = 0; i < count; i++) {
        size_t at = (state->shown + i) % count;
        if (event_matches(stage, state, veto_meeting_event(meeting, at))) {
            if (at + 1 == state->shown)
                state->notice = "this is the only place";
            else if (at < state->shown)
                state->notice = "found from the start again";
            state_show(state, at + 1);
            return;
        }
    }
    state->notice = "not found in this meeting";
}

void search_again(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    enum view view = state_view(state);
    if (!*state->search)
        state->notice = "nothing was looked for yet; / looks for a word";
    else if (view == VIEW_WHY || view == VIEW_PREDICT)
        find_member(stage, state);
    else
        find_event(stage, state);
}
