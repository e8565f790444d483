/* Taking votes. */
#include "meeting/model.h"
#include "meeting/state.h"

/* A block of its own for each vote: events point to it as long as the meeting lives. The next event
 * is the one with which it begins. */
static struct veto_vote *new_vote(struct veto_meeting *meeting) {
    struct veto_vote *vote = arena_new(&meeting->arena, struct veto_vote);
    vote->draft = meeting->draft;
    vote->kind = VETO_NONE;
    vote->begun = meeting->event_count;
    vote->question = veto_meeting_question(meeting, meeting->draft);
    return vote;
}

static struct veto_vote *take_recorded_vote(struct veto_meeting *meeting) {
    const struct veto_scenario *scenario = meeting->scenario;
    const double *leanings = state_leanings(meeting, meeting->draft);
    struct veto_vote *vote = new_vote(meeting);
    struct model_vote on = {scenario, vote->draft, vote->question};
    struct veto_cast *casts =
        arena_array(&meeting->arena, struct veto_cast, scenario->members_count);
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    struct model_draw draw = {meeting->seed, 0};
    vote->kind = model_kind(on, meeting->mode, draw);
    if (meeting->mode == VETO_SAMPLED)
        model_ballots(on, draw, leanings, ballots);
    for (unsigned member = 0; member < scenario->members_count; member++) {
        casts[member] = model_cast(on, meeting->mode, (int)member, leanings[member],
                                   ballots[member], vote->kind);
        ballots[member] = casts[member].ballot;
    }
    vote->casts = casts;
    vote->result = veto_decide(&scenario->rules, vote->question, ballots);
    return vote;
}

/* The vote is over: the text may be another one now, and the leanings on it with it. */
static void settle_outcome(struct veto_meeting *meeting, const struct veto_vote *vote,
                           enum veto_event_kind kind) {
    changes_of_outcome(meeting->scenario, vote->draft, vote->result.outcome, state_change, meeting);
    struct veto_event *event = state_append(meeting, kind);
    event->draft = vote->draft;
    event->vote = vote;
    meeting->fates[vote->draft].vote = vote;
    course_settle(&meeting->course, vote->draft, vote->result.outcome);
    state_go_to(meeting, ITEMS);
}

void votes_put(struct veto_meeting *meeting) {
    if (meeting->without_vote) {
        struct veto_vote *vote = new_vote(meeting);
        vote->without_vote = true;
        vote->result.outcome = VETO_ADOPTED;
        vote->result.required = meeting->scenario->rules.required;
        settle_outcome(meeting, vote, VETO_EVENT_WITHOUT_VOTE);
        return;
    }
    meeting->vote = take_recorded_vote(meeting);
    meeting->remarked = VETO_NONE;
    state_append(meeting, VETO_EVENT_PUT)->draft = meeting->draft;
    state_go_to(meeting, BALLOTS);
}

static void append_ballot(struct veto_meeting *meeting, enum veto_event_kind kind, int member) {
    struct veto_event *event = state_append(meeting, kind);
    event->draft = meeting->draft;
    event->member = member;
    event->vote = meeting->vote;
}

void votes_next_ballot(struct veto_meeting *meeting) {
    if (meeting->remarked != VETO_NONE) {
        append_ballot(meeting, VETO_EVENT_OBLIGATION, meeting->remarked);
        meeting->remarked = VETO_NONE;
        return;
    }
    if (meeting->next == meeting->scenario->members_count) {
        state_go_to(meeting, RESULT);
        return;
    }
    int member = (int)meeting->next++;
    const struct veto_cast *cast = &meeting->vote->casts[member];
    append_ballot(meeting, VETO_EVENT_BALLOT, member);
    if (cast->obliged && (cast->given == VETO_YES || cast->given == VETO_NO))
        meeting->remarked = member;
}

void votes_announce(struct veto_meeting *meeting) {
    settle_outcome(meeting, meeting->vote, VETO_EVENT_RESULT);
}

unsigned veto_vote_left(const struct veto_scenario *scenario, const struct veto_vote *vote,
                        veto_set called) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    veto_set known = called;
    if (!vote->casts)
        return 1U << vote->result.outcome;
    for (unsigned member = 0; member < scenario->members_count; member++) {
        bool bound = vote->casts[member].obliged &&
                     scenario->obligatory_abstention == VETO_ABSTENTION_ENFORCE;
        known |= bound ? veto_set_of(member) : 0;
        ballots[member] = veto_set_has(called, member) ? vote->casts[member].ballot : VETO_ABSTAIN;
    }
    return veto_outcomes_left(&scenario->rules, vote->question, ballots, known);
}
