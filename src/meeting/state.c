#include "meeting/state.h"

void state_go_to(struct veto_meeting *meeting, enum phase phase) {
    meeting->phase = phase;
    meeting->next = 0;
}

struct veto_event *state_append(struct veto_meeting *meeting, enum veto_event_kind kind) {
    size_t before = meeting->event_count;
    const struct veto_event *last = before ? &meeting->events[before - 1] : NULL;
    size_t first_move = last ? last->first_move + last->move_count : 0;
    struct veto_event *event =
        arena_add(&meeting->arena, meeting->events, meeting->event_count, meeting->event_capacity);
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
    *arena_add(&meeting->arena, meeting->moves, meeting->move_count, meeting->move_capacity) = move;
    state_leanings(meeting, move.draft)[move.member] = move.to;
}

void state_leave_out(struct veto_meeting *meeting, int draft, const char *why) {
    const struct veto_item *motion = meeting->course.stopped[draft];
    struct veto_event *event = state_append(meeting, VETO_EVENT_NOT_PUT);
    event->draft = draft;
    event->why = why;
    event->item = motion;
    event->member = motion ? motion->speaker.member : VETO_NONE;
    meeting->fates[draft].not_put = why;
    course_settle(&meeting->course, draft, VETO_NOT_PUT);
}

/* ---- items: a step of the course becomes an event ---- */

static void append_words(struct veto_meeting *meeting, const struct veto_item *item) {
    bool statement = item->kind == VETO_ITEM_STATEMENT;
    changes_of_item(meeting->scenario, item, state_change, meeting);
    struct veto_event *event =
        state_append(meeting, statement ? VETO_EVENT_STATEMENT : VETO_EVENT_HAPPENING);
    event->item = item;
    if (statement && item->explains_vote)
        event->vote = meeting->fates[item->draft].vote;
}

void state_next_item(struct veto_meeting *meeting) {
    struct course_step step = course_next(&meeting->course, &meeting->arena);
    struct veto_event *event;
    switch (step.kind) {
    case COURSE_OPEN:
        state_append(meeting, VETO_EVENT_OPEN);
        break;
    case COURSE_WORDS:
        append_words(meeting, step.item);
        break;
    case COURSE_BRANCH:
        event = state_append(meeting, VETO_EVENT_BRANCH);
        event->item = step.item;
        event->taken = step.taken;
        break;
    case COURSE_MOTION:
        event = state_append(meeting, VETO_EVENT_MOTION);
        event->item = step.item;
        event->draft = step.draft;
        event->member = step.item->speaker.member;
        break;
    case COURSE_LEFT_OUT:
        state_leave_out(meeting, step.draft, step.why);
        break;
    case COURSE_VOTE:
        meeting->draft = step.draft;
        meeting->without_vote = step.without_vote;
        state_go_to(meeting, QUESTIONS);
        break;
    case COURSE_END:
        state_go_to(meeting, LEFT_OVER);
        break;
    }
}
