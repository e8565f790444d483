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

void state_change(void *context, const struct change *change) {
    struct veto_meeting *meeting = context;
    struct veto_move move =
        change_move(meeting->scenario, change, state_leanings(meeting, change->draft));
    move.event = meeting->event_count;
    if (move.to == move.from)
        return;
    arena_push(&meeting->arena, meeting->moves, meeting->move_count, meeting->move_capacity);
    meeting->moves[meeting->move_count++] = move;
    state_leanings(meeting, move.draft)[move.member] = move.to;
}

void state_leave_out(struct veto_meeting *meeting, int draft, const char *why) {
    const struct veto_item *motion = meeting->course.stopped[draft];
    struct veto_event *event = state_append(meeting, VETO_EVENT_NOT_PUT, meeting->move_count);
    event->draft = draft;
    event->why = why;
    event->item = motion;
    event->member = motion ? motion->speaker.member : VETO_NONE;
    meeting->fates[draft].not_put = why;
    course_settle(&meeting->course, draft, VETO_NOT_PUT);
}
