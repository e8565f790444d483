#include "meeting/state.h"

void state_go_to(struct veto_meeting *meeting, enum phase phase) {
    meeting->phase = phase;
    meeting->next = 0;
}

struct veto_event *state_append(struct veto_meeting *meeting, enum veto_event_kind kind,
                                size_t first_move) {
    arena_push(&meeting->arena, meeting->events, meeting->event_count, meeting->event_capacity);
    struct veto_event *event = &meeting->events[meeting->event_count++];
    *event = (struct veto_event){
        .kind = kind,
        .draft = VETO_NONE,
        .member = VETO_NONE,
        .first_move = first_move,
        .move_count = meeting->move_count - first_move,
    };
    return event;
}

double *state_leanings(const struct veto_meeting *meeting, int draft) {
    return meeting->leanings + (size_t)draft * meeting->scenario->members_count;
}

/* The leaning becomes `to` itself and not a sum of differences, so that a chain of moves has no
 * gaps. */
void state_move(struct veto_meeting *meeting, struct veto_move step, double amount) {
    double *leaning = &state_leanings(meeting, step.draft)[step.member];
    double to = *leaning + amount;
    step.event = meeting->event_count;
    step.from = *leaning;
    step.to = to < -1 ? -1 : to > 1 ? 1 : to;
    if (step.to == step.from)
        return;
    arena_push(&meeting->arena, meeting->moves, meeting->move_count, meeting->move_capacity);
    meeting->moves[meeting->move_count++] = step;
    *leaning = step.to;
}

bool state_settled(const struct veto_meeting *meeting, int draft) {
    return meeting->fates[draft].vote || meeting->fates[draft].not_put;
}

void state_leave_out(struct veto_meeting *meeting, int draft, const char *why) {
    const struct veto_item *motion = meeting->fates[draft].stopped;
    struct veto_event *event = state_append(meeting, VETO_EVENT_NOT_PUT, meeting->move_count);
    event->draft = draft;
    event->why = why;
    event->item = motion;
    event->member = motion ? motion->speaker.member : VETO_NONE;
    meeting->fates[draft].not_put = why;
}

/* Once a draft is decided or out of the way, nothing that bears on it is voted on any more. */
static const char *bar_by_other(const struct veto_meeting *meeting,
                                const struct veto_draft *draft) {
    if (draft->bearing == VETO_PRINCIPAL)
        return NULL;
    if (meeting->fates[draft->upon].vote)
        return "the draft that it bears on has been decided";
    return meeting->fates[draft->upon].not_put || state_bar(meeting, draft->upon)
               ? "the draft that it bears on is not put to the vote"
               : NULL;
}

const char *state_bar(const struct veto_meeting *meeting, int draft) {
    const struct veto_draft *on = &meeting->scenario->drafts[draft];
    const struct veto_item *motion = meeting->fates[draft].stopped;
    if (!on->put)
        return on->not_put ? on->not_put : "the scenario keeps it from the vote";
    if (motion)
        return motion->kind == VETO_ITEM_WITHDRAW ? "it was withdrawn"
                                                  : "there was an objection to a separate vote";
    return bar_by_other(meeting, on);
}
