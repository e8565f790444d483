/* What a change of the screen is in words, for those who do not see it. */
#include <string.h>

#include "play/prompt.h"
#include "view/parts.h"
#include "view/view.h"
#include "words/words.h"

static const char *say_what_came(struct arena *arena, const struct veto_scenario *scenario,
                                 const struct veto_event *event) {
    if (event->kind == VETO_EVENT_BALLOT)
        return arena_printf(arena, "%s: %s.", scenario->members[event->member].name,
                            words_ballot(event->vote->casts[event->member].ballot));
    if (event->kind == VETO_EVENT_STATEMENT)
        return arena_printf(arena, "%s: %s", words_speaker(arena, scenario, event->item),
                            words_said(arena, event->item));
    if (event->kind == VETO_EVENT_RESULT && event->vote)
        return arena_printf(
            arena, "%s. %s",
            words_fate(arena, &scenario->drafts[event->draft], event->vote->result.outcome),
            words_result(arena, scenario, event->vote));
    return "";
}

const char *say_meeting(struct arena *arena, const struct state *state) {
    const char *says = prompt_says(arena, state);
    const struct veto_scenario *scenario = state->stage->scenario;
    enum view view = state_view(state);
    if (says)
        return says;
    if (!(view & VIEWS_OF(HAS_MEMBER)))
        return view == VIEW_MEETING ? say_what_came(arena, scenario, state_event(state)) : "";
    unsigned member = (unsigned)state_member(state);
    struct chamber_vote vote = state_vote(state);
    const char *name = scenario->members[member].name;
    if (!veto_set_has(vote.cast, member))
        return arena_printf(arena, "%s.", name);
    return arena_printf(arena, "%s: %s.", name, words_ballot(vote.vote->casts[member].ballot));
}

const char *say_choice(struct arena *arena, const struct browser *browser) {
    if (browser->notice)
        return browser->notice;
    if (browser->selected >= browser->catalogue->count)
        return "";
    const struct entry *entry = &browser->catalogue->entries[browser->selected];
    return arena_printf(arena, "%s %s", entry->date, entry->title);
}
