/* The programme, item by item. */
#include "meeting/state.h"

/* ---- what moves leanings ---- */

/* Where a speaker stands on what they speak about. False: nowhere that anybody could follow. */
static bool position_of(const struct veto_meeting *meeting, const struct veto_item *item,
                        double *position) {
    int speaker = item->speaker.speaks_for;
    if (speaker == VETO_NONE || item->draft == VETO_NONE) /* ties are to members */
        return false;
    *position = item->has_position ? item->position : state_leanings(meeting, item->draft)[speaker];
    return true;
}

static void apply_statement(struct veto_meeting *meeting, const struct veto_item *item) {
    const struct veto_scenario *scenario = meeting->scenario;
    int speaker = item->speaker.speaks_for;
    double position;
    if (!position_of(meeting, item, &position))
        return;
    for (int member = 0; member < (int)scenario->members_count; member++) {
        const struct veto_member *listener = &scenario->members[member];
        if (member == speaker || listener->firm)
            continue;
        double tie = scenario->ties[(unsigned)member * scenario->members_count + (unsigned)speaker];
        double leaning = state_leanings(meeting, item->draft)[member];
        struct veto_move step = {
            .draft = item->draft,
            .member = member,
            .openness = listener->openness,
            .tie = tie,
            .position = position,
        };
        state_move(meeting, step, listener->openness * tie * (position - leaning));
    }
}

static void apply_shifts(struct veto_meeting *meeting, const struct veto_item *item) {
    for (size_t i = 0; i < item->shift_count; i++) {
        const struct veto_shift *shift = &item->shifts[i];
        if (meeting->scenario->members[shift->member].firm)
            continue;
        struct veto_move step = {
            .draft = shift->draft,
            .member = shift->member,
            .stated = true,
            .amount = shift->amount,
        };
        state_move(meeting, step, shift->amount);
    }
}

/* ---- words ---- */

static void do_words(struct veto_meeting *meeting, const struct veto_item *item,
                     enum veto_event_kind kind) {
    size_t first = meeting->move_count;
    if (kind == VETO_EVENT_STATEMENT)
        apply_statement(meeting, item);
    apply_shifts(meeting, item);
    struct veto_event *event = state_append(meeting, kind, first);
    event->item = item;
    if (kind == VETO_EVENT_STATEMENT && item->explains_vote)
        event->vote = meeting->fates[item->draft].vote;
}

static void do_statement(struct veto_meeting *meeting, const struct veto_item *item) {
    do_words(meeting, item, VETO_EVENT_STATEMENT);
}

static void do_event(struct veto_meeting *meeting, const struct veto_item *item) {
    do_words(meeting, item, VETO_EVENT_HAPPENING);
}

/* ---- votes and motions ---- */

/* Two branches may both come to a vote on one draft. The first decides, the others are passed over
 * without an event. */
static void come_to(struct veto_meeting *meeting, int draft, bool without_vote) {
    const char *bar = state_bar(meeting, draft);
    bool recorded = without_vote || meeting->scenario->drafts[draft].recorded;
    if (state_settled(meeting, draft))
        return;
    if (!bar && meeting->mode == VETO_RECORDED && !recorded)
        bar = "the record has no vote on it";
    if (bar) {
        state_leave_out(meeting, draft, bar);
        return;
    }
    meeting->draft = draft;
    meeting->without_vote = without_vote;
    state_go_to(meeting, QUESTIONS);
}

static void do_vote(struct veto_meeting *meeting, const struct veto_item *item) {
    come_to(meeting, item->draft, false);
}

static void do_without_vote(struct veto_meeting *meeting, const struct veto_item *item) {
    come_to(meeting, item->draft, true);
}

/* A motion without effect is passed over without an event: on a draft that has been settled, or to
 * revive one that has not been withdrawn. */
static void do_motion(struct veto_meeting *meeting, const struct veto_item *item) {
    struct fate *fate = &meeting->fates[item->draft];
    bool revive = item->kind == VETO_ITEM_REVIVE;
    bool withdrawn = fate->stopped && fate->stopped->kind == VETO_ITEM_WITHDRAW;
    if (state_settled(meeting, item->draft) || (revive ? !withdrawn : fate->stopped != NULL))
        return;
    fate->stopped = revive ? NULL : item;
    struct veto_event *event = state_append(meeting, VETO_EVENT_MOTION, meeting->move_count);
    event->item = item;
    event->draft = item->draft;
    event->member = item->speaker.member;
}

/* ---- branches ---- */

static bool holds(const struct veto_meeting *meeting, const struct veto_item *item) {
    for (size_t i = 0; i < item->condition_count; i++) {
        const struct veto_condition *condition = &item->conditions[i];
        if (!(condition->outcomes >> veto_meeting_outcome(meeting, condition->draft) & 1))
            return false;
    }
    return true;
}

void items_enter(struct veto_meeting *meeting, const struct veto_programme *programme) {
    arena_push(&meeting->arena, meeting->frames, meeting->frame_count, meeting->frame_capacity);
    meeting->frames[meeting->frame_count++] = (struct frame){programme, 0};
}

static void do_when(struct veto_meeting *meeting, const struct veto_item *item) {
    bool taken = holds(meeting, item);
    struct veto_event *event = state_append(meeting, VETO_EVENT_BRANCH, meeting->move_count);
    event->item = item;
    event->taken = taken;
    items_enter(meeting, taken ? &item->then : &item->otherwise);
}

/* ---- the programme ---- */

void items_next(struct veto_meeting *meeting) {
    static void (*const items[])(struct veto_meeting *, const struct veto_item *) = {
        [VETO_ITEM_STATEMENT] = do_statement,
        [VETO_ITEM_EVENT] = do_event,
        [VETO_ITEM_VOTE] = do_vote,
        [VETO_ITEM_WHEN] = do_when,
        [VETO_ITEM_WITHOUT_VOTE] = do_without_vote,
        [VETO_ITEM_WITHDRAW] = do_motion,
        [VETO_ITEM_REVIVE] = do_motion,
        [VETO_ITEM_OBJECTION] = do_motion,
    };
    if (meeting->frame_count == 0) {
        state_go_to(meeting, LEFT_OVER);
        return;
    }
    struct frame *frame = &meeting->frames[meeting->frame_count - 1];
    if (frame->next == frame->programme->count) {
        meeting->frame_count--;
        return;
    }
    const struct veto_item *item = &frame->programme->items[frame->next++];
    items[item->kind](meeting, item);
}
