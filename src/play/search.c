#include "play/acts.h"

#include "base/text.h"

static bool search_holds(const struct state *state, const char *text) {
    return text && text_find(text, state->search);
}

/* ---- a member ---- */

static void find_member(struct state *state) {
    const struct veto_scenario *scenario = state->stage->scenario;
    int count = (int)scenario->members_count;
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(scenario, seats);
    for (int i = 1; i <= count; i++) {
        int place = (state->member + i) % count;
        const struct veto_member *member = &scenario->members[seats[place]];
        if (search_holds(state, member->code) || search_holds(state, member->name)) {
            state->member = place;
            state->scroll = 0;
            return;
        }
    }
    state->notice = "no member of that name";
}

/* ---- in the debate ---- */

/* Whoever moves something is named by the state alone; whoever speaks, by the delegate too. */
static bool speaker_matches(const struct state *state, const struct veto_item *item) {
    const struct veto_member *members = state->stage->scenario->members;
    const struct veto_speaker *speaker = &item->speaker;
    return search_holds(state, speaker->name) || search_holds(state, speaker->role) ||
           (item->kind == VETO_ITEM_STATEMENT && speaker->member != VETO_NONE &&
            search_holds(state, members[speaker->member].delegate)) ||
           (speaker->speaks_for != VETO_NONE &&
            search_holds(state, members[speaker->speaks_for].name));
}

static bool event_matches(const struct state *state, const struct veto_event *event) {
    const struct veto_scenario *scenario = state->stage->scenario;
    const struct veto_item *item = event->item;
    const struct veto_draft *draft = event->kind == VETO_EVENT_PUT && event->draft != VETO_NONE
                                         ? &scenario->drafts[event->draft]
                                         : NULL;
    if (event->kind == VETO_EVENT_BRANCH)
        return false;
    if (item && (search_holds(state, item->text) || speaker_matches(state, item)))
        return true;
    return (event->question && search_holds(state, event->question->ask)) ||
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
    state->found = 0;
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
