/* The items, step by step: a step of the course becomes an event. */
#include "meeting/state.h"

static void do_open(struct veto_meeting *meeting, const struct course_step *step) {
    (void)step;
    state_append(meeting, VETO_EVENT_OPEN, meeting->move_count);
}

static void do_item_words(struct veto_meeting *meeting, const struct course_step *step) {
    const struct veto_item *item = step->item;
    bool statement = item->kind == VETO_ITEM_STATEMENT;
    size_t first = meeting->move_count;
    changes_of_item(meeting->scenario, item, state_change, meeting);
    struct veto_event *event =
        state_append(meeting, statement ? VETO_EVENT_STATEMENT : VETO_EVENT_HAPPENING, first);
    event->item = item;
    if (statement && item->explains_vote)
        event->vote = meeting->fates[item->draft].vote;
}

static void do_branch(struct veto_meeting *meeting, const struct course_step *step) {
    struct veto_event *event = state_append(meeting, VETO_EVENT_BRANCH, meeting->move_count);
    event->item = step->item;
    event->taken = step->taken;
}

static void do_item_motion(struct veto_meeting *meeting, const struct course_step *step) {
    struct veto_event *event = state_append(meeting, VETO_EVENT_MOTION, meeting->move_count);
    event->item = step->item;
    event->draft = step->draft;
    event->member = step->item->speaker.member;
}

static void do_left_out(struct veto_meeting *meeting, const struct course_step *step) {
    state_leave_out(meeting, step->draft, step->why);
}

static void do_item_vote(struct veto_meeting *meeting, const struct course_step *step) {
    meeting->draft = step->draft;
    meeting->without_vote = step->without_vote;
    state_go_to(meeting, QUESTIONS);
}

static void do_end(struct veto_meeting *meeting, const struct course_step *step) {
    (void)step;
    state_go_to(meeting, LEFT_OVER);
}

void items_next(struct veto_meeting *meeting) {
    static void (*const steps[COURSE_KINDS])(struct veto_meeting *, const struct course_step *) = {
        [COURSE_OPEN] = do_open,         [COURSE_WORDS] = do_item_words,
        [COURSE_BRANCH] = do_branch,     [COURSE_MOTION] = do_item_motion,
        [COURSE_LEFT_OUT] = do_left_out, [COURSE_VOTE] = do_item_vote,
        [COURSE_END] = do_end,
    };
    struct course_step step = course_next(&meeting->course, &meeting->arena);
    steps[step.kind](meeting, &step);
}
