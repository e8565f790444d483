/* A session held against a meeting. */
#include <string.h>

#include "session/session.h"

/* ---- its place ---- */

static bool same(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

struct session_place session_place_at(const struct veto_meeting *meeting, size_t shown) {
    struct session_place place = {.shown = (unsigned)shown};
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    if (shown == 0)
        return place;
    const struct veto_event *event = veto_meeting_event(meeting, shown - 1);
    place.kind = event->kind;
    place.item = event->item ? event->item->path : NULL;
    place.draft = event->draft == VETO_NONE ? NULL : scenario->drafts[event->draft].id;
    place.member = event->member == VETO_NONE ? NULL : scenario->members[event->member].code;
    return place;
}

static size_t distance(size_t a, size_t b) {
    return a > b ? a - b : b - a;
}

size_t session_place_find(const struct session_place *place, const struct veto_meeting *meeting) {
    size_t count = veto_meeting_event_count(meeting), found = 0;
    for (size_t shown = 1; place->shown > 0 && shown <= count; shown++) {
        struct session_place at = session_place_at(meeting, shown);
        if (place->kind == at.kind && same(place->item, at.item) && same(place->draft, at.draft) &&
            same(place->member, at.member) &&
            (found == 0 || distance(shown, place->shown) < distance(found, place->shown)))
            found = shown;
    }
    return found;
}

/* ---- its guesses ---- */

/* An objection to a separate vote does so before the turn of the part comes (Rule 32). */
bool session_settles(const struct veto_event *event) {
    return event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE ||
           event->kind == VETO_EVENT_NOT_PUT ||
           (event->kind == VETO_EVENT_MOTION && event->item->kind == VETO_ITEM_OBJECTION);
}

uint32_t session_settled(const struct veto_meeting *meeting, size_t shown) {
    uint32_t settled = 0;
    size_t count = veto_meeting_event_count(meeting);
    for (size_t i = 0; i < shown && i < count; i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (session_settles(event))
            settled |= (uint32_t)1 << event->draft;
    }
    return settled;
}

bool session_hands_shown(const struct session_guess *guess) {
    return guess->hands[VETO_ADOPTED] + guess->hands[VETO_VETOED] + guess->hands[VETO_FAILED] > 0;
}

bool session_teams_said(const struct session_guess *guess) {
    for (int team = 0; team < SESSION_TEAMS; team++)
        if (guess->teams[team])
            return true;
    return false;
}

struct session_score session_score(const struct session_guess *guess,
                                   const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    int outcome = (int)veto_meeting_outcome(meeting, draft);
    struct session_score score = {
        .outcome_guessed = guess->outcome != VETO_NONE,
        .outcome_right = guess->outcome == outcome,
    };
    for (int i = 0; i < SESSION_HANDS; i++) {
        score.hands += guess->hands[i];
        score.hands_right += i == outcome ? guess->hands[i] : 0;
    }
    for (size_t i = 0; vote && vote->casts && i < guess->ballot_count; i++) {
        int member = veto_scenario_member(scenario, guess->ballots[i].member);
        if (member == VETO_NONE)
            continue;
        score.guessed++;
        score.right += vote->casts[member].ballot == guess->ballots[i].ballot;
    }
    return score;
}
