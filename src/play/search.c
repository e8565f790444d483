#include "play/actions.h"

#include "base/text.h"

static bool search_holds(const struct state *state, const char *text) {
    return text && text_find(text, state->search);
}

/* ---- a member ---- */

static bool member_matches(const struct state *state, int place) {
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(state->stage->scenario, seats);
    const struct veto_member *member = &state->stage->scenario->members[seats[place]];
    return search_holds(state, member->code) || search_holds(state, member->name);
}

static void find_member(struct state *state) {
    int count = (int)state->stage->scenario->members_count;
    for (int i = 1; i <= count; i++) {
        int place = (state->member + i) % count;
        if (member_matches(state, place)) {
            state->member = place;
            state->scroll = 0;
            return;
        }
    }
    state->notice = "no member of that name";
}

/* ---- in the debate ---- */

static bool speaker_matches(const struct state *state, const struct veto_speaker *speaker) {
    int member = speaker->speaks_for;
    return search_holds(state, speaker->name) ||
           (member != VETO_NONE &&
            search_holds(state, state->stage->scenario->members[member].name));
}

static bool event_matches(const struct state *state, const struct veto_event *event) {
    const struct veto_draft *draft = event->kind == VETO_EVENT_PUT && event->draft != VETO_NONE
                                         ? &state->stage->scenario->drafts[event->draft]
                                         : NULL;
    if (event->kind == VETO_EVENT_BRANCH)
        return false;
    return (event->item && (search_holds(state, event->item->text) ||
                            speaker_matches(state, &event->item->speaker))) ||
           (event->question && search_holds(state, event->question->ask)) ||
           (draft && (search_holds(state, draft->title) || search_holds(state, draft->symbol)));
}

/* Among what has been said: further up than the last place, or from the newest again. */
static void find_event(struct state *state) {
    const struct veto_meeting *meeting = state_meeting(state);
    size_t from = state->found > 0 ? state->found - 1 : state->shown;
    for (size_t i = 0; i < state->shown; i++) {
        size_t at = (from + state->shown - 1 - i) % state->shown;
        if (!event_matches(state, veto_meeting_event(meeting, at)))
            continue;
        if (at + 1 == state->found)
            state->notice = "this is the only place; Esc goes back to the newest words";
        else if (at >= from)
            state->notice = "found from the newest words again";
        state->found = at + 1;
        state->seek = true;
        return;
    }
    state->notice = "not found in what has been said so far";
}

void search_again(struct state *state, int argument) {
    (void)argument;
    if (!*state->search)
        state->notice = "nothing was looked for yet; / looks for a word";
    else if (state_view(state) & VIEWS_OF(HAS_MEMBER))
        find_member(state);
    else if (state->shown == 0)
        state->notice = "nothing has been said yet: Space begins";
    else
        find_event(state);
}
