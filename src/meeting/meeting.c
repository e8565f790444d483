#include "veto/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "meeting/model.h"

/* A place in the programme, or in a branch of it: the item that comes next. */
struct frame {
    const struct veto_programme *programme;
    size_t next;
};

/* What has become of a draft. At most one of the two is set. */
struct fate {
    const struct veto_vote *vote;
    const char *not_put;
};

/* What the meeting is at. Each phase has a function, which either makes one event or goes on to
 * another phase. */
enum phase {
    OPENING,
    PROGRAMME,
    QUESTIONS, /* those before the vote on `draft` */
    PUTTING,
    BALLOTS,
    RESULT,
    LEFT_OVER, /* drafts that never came up */
    LAST_QUESTIONS,
    CLOSING,
    CLOSED,
};

struct veto_meeting {
    struct arena arena;
    const struct veto_scenario *scenario;
    enum veto_mode mode;
    uint64_t seed;

    double *leanings;   /* of now: [draft * members_count + member] */
    struct fate *fates; /* one a draft */
    struct veto_event *events;
    size_t event_count, event_capacity;
    struct veto_move *moves;
    size_t move_count, move_capacity;

    enum phase phase;
    size_t next; /* within a phase: the question, member or draft that comes next */
    struct frame *frames;
    size_t frame_count, frame_capacity;
    int draft;              /* QUESTIONS to RESULT: what is voted on */
    struct veto_vote *vote; /* BALLOTS and RESULT */
    bool failed;            /* memory ran out in a step */
};

/* ---- modes ---- */

static const char *const mode_words[VETO_MODES] = {
    [VETO_EXPECTED] = "expected",
    [VETO_RECORDED] = "recorded",
    [VETO_SAMPLED] = "sampled",
};

const char *veto_mode_word(enum veto_mode mode) {
    return mode_words[mode];
}

bool veto_mode_parse(const char *word, enum veto_mode *mode) {
    for (int i = 0; i < VETO_MODES; i++) {
        if (strcmp(word, mode_words[i]) == 0) {
            *mode = (enum veto_mode)i;
            return true;
        }
    }
    return false;
}

/* ---- events and moves ---- */

static void go_to(struct veto_meeting *meeting, enum phase phase) {
    meeting->phase = phase;
    meeting->next = 0;
}

/* A new event of this kind that says nothing else yet. Valid until the next one. */
static struct veto_event *append(struct veto_meeting *meeting, enum veto_event_kind kind) {
    arena_push(&meeting->arena, meeting->events, meeting->event_count, meeting->event_capacity);
    struct veto_event *event = &meeting->events[meeting->event_count++];
    *event = (struct veto_event){
        .kind = kind,
        .draft = VETO_NONE,
        .member = VETO_NONE,
        .first_move = meeting->move_count,
    };
    return event;
}

static double *leanings_on(const struct veto_meeting *meeting, int draft) {
    return meeting->leanings + (size_t)draft * meeting->scenario->members_count;
}

/* Moves a leaning by `amount`, as far as it can go, and keeps the move. The leaning becomes `to`
 * itself and not a sum of differences, so that a chain of moves has no gaps. */
static void move(struct veto_meeting *meeting, struct veto_move step, double amount) {
    double *leaning = &leanings_on(meeting, step.draft)[step.member];
    double to = *leaning + amount;
    step.event = meeting->event_count; /* that of the event about to be appended */
    step.from = *leaning;
    step.to = to < -1 ? -1 : to > 1 ? 1 : to;
    if (step.to == step.from)
        return;
    arena_push(&meeting->arena, meeting->moves, meeting->move_count, meeting->move_capacity);
    meeting->moves[meeting->move_count++] = step;
    *leaning = step.to;
}

/* Where a speaker stands on what they speak about. False: nowhere that anybody could follow. */
static bool position_of(const struct veto_meeting *meeting, const struct veto_item *item,
                        double *position) {
    int speaker = item->speaker.speaks_for;
    if (speaker == VETO_NONE || item->draft == VETO_NONE) /* ties are to members */
        return false;
    *position = item->has_position ? item->position : leanings_on(meeting, item->draft)[speaker];
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
        double leaning = leanings_on(meeting, item->draft)[member];
        struct veto_move step = {
            .draft = item->draft,
            .member = member,
            .openness = listener->openness,
            .tie = tie,
            .position = position,
        };
        move(meeting, step, listener->openness * tie * (position - leaning));
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
        move(meeting, step, shift->amount);
    }
}

/* ---- items of the programme ---- */

static void do_words(struct veto_meeting *meeting, const struct veto_item *item,
                     enum veto_event_kind kind) {
    size_t first = meeting->move_count;
    if (kind == VETO_EVENT_STATEMENT)
        apply_statement(meeting, item);
    apply_shifts(meeting, item);
    struct veto_event *event = append(meeting, kind);
    event->item = item;
    event->first_move = first;
    event->move_count = meeting->move_count - first;
}

static void do_statement(struct veto_meeting *meeting, const struct veto_item *item) {
    do_words(meeting, item, VETO_EVENT_STATEMENT);
}

static void do_event(struct veto_meeting *meeting, const struct veto_item *item) {
    do_words(meeting, item, VETO_EVENT_HAPPENING);
}

static void leave_out(struct veto_meeting *meeting, int draft, const char *why) {
    struct veto_event *event = append(meeting, VETO_EVENT_NOT_PUT);
    event->draft = draft;
    event->why = why;
    meeting->fates[draft].not_put = why;
}

static bool settled(const struct veto_meeting *meeting, int draft) {
    return meeting->fates[draft].vote || meeting->fates[draft].not_put;
}

static const char *withdrawn(const struct veto_draft *draft) {
    return draft->not_put ? draft->not_put : "the scenario keeps it from the vote";
}

/* Two branches may both come to a vote on one draft. The first decides, the others are passed over
 * without an event. */
static void do_vote(struct veto_meeting *meeting, const struct veto_item *item) {
    const struct veto_draft *draft = &meeting->scenario->drafts[item->draft];
    if (settled(meeting, item->draft))
        return;
    if (!draft->put) {
        leave_out(meeting, item->draft, withdrawn(draft));
    } else if (meeting->mode == VETO_RECORDED && !draft->recorded) {
        leave_out(meeting, item->draft, "the record has no vote on it");
    } else {
        meeting->draft = item->draft;
        go_to(meeting, QUESTIONS);
    }
}

static bool holds(const struct veto_meeting *meeting, const struct veto_item *item) {
    for (size_t i = 0; i < item->condition_count; i++) {
        const struct veto_condition *condition = &item->conditions[i];
        if (!(condition->outcomes >> veto_meeting_outcome(meeting, condition->draft) & 1))
            return false;
    }
    return true;
}

static void enter(struct veto_meeting *meeting, const struct veto_programme *programme) {
    arena_push(&meeting->arena, meeting->frames, meeting->frame_count, meeting->frame_capacity);
    meeting->frames[meeting->frame_count++] = (struct frame){programme, 0};
}

static void do_when(struct veto_meeting *meeting, const struct veto_item *item) {
    bool taken = holds(meeting, item);
    struct veto_event *event = append(meeting, VETO_EVENT_BRANCH);
    event->item = item;
    event->taken = taken;
    enter(meeting, taken ? &item->then : &item->otherwise);
}

/* ---- votes ---- */

/* A block of its own for each vote: events point to it as long as the meeting lives. */
static struct veto_vote *take_vote(struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = meeting->scenario;
    const double *leanings = leanings_on(meeting, draft);
    struct veto_vote *vote = arena_new(&meeting->arena, struct veto_vote);
    struct veto_cast *casts =
        arena_array(&meeting->arena, struct veto_cast, scenario->members_count);
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    if (meeting->mode == VETO_SAMPLED)
        model_ballots(scenario, (struct model_draw){meeting->seed, 0}, draft, leanings, ballots);
    for (unsigned member = 0; member < scenario->members_count; member++) {
        casts[member] = model_cast(scenario, meeting->mode, draft, (int)member, leanings[member],
                                   ballots[member]);
        ballots[member] = casts[member].ballot;
    }
    vote->draft = draft;
    vote->casts = casts;
    vote->result = veto_decide(&scenario->rules, scenario->drafts[draft].question, ballots);
    return vote;
}

/* ---- phases ---- */

static void open_meeting(struct veto_meeting *meeting) {
    enter(meeting, &meeting->scenario->programme);
    append(meeting, VETO_EVENT_OPEN);
    go_to(meeting, PROGRAMME);
}

static void next_item(struct veto_meeting *meeting) {
    static void (*const items[])(struct veto_meeting *, const struct veto_item *) = {
        [VETO_ITEM_STATEMENT] = do_statement,
        [VETO_ITEM_EVENT] = do_event,
        [VETO_ITEM_VOTE] = do_vote,
        [VETO_ITEM_WHEN] = do_when,
    };
    if (meeting->frame_count == 0) {
        go_to(meeting, LEFT_OVER);
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

/* Asks the next question about `draft`; goes on to `then` when there is none left. */
static void ask(struct veto_meeting *meeting, int draft, enum phase then) {
    const struct veto_scenario *scenario = meeting->scenario;
    while (meeting->next < scenario->question_count) {
        const struct veto_class_question *question = &scenario->questions[meeting->next++];
        if (question->draft == draft) {
            append(meeting, VETO_EVENT_QUESTION)->question = question;
            return;
        }
    }
    go_to(meeting, then);
}

static void ask_before_vote(struct veto_meeting *meeting) {
    ask(meeting, meeting->draft, PUTTING);
}

static void put(struct veto_meeting *meeting) {
    meeting->vote = take_vote(meeting, meeting->draft);
    append(meeting, VETO_EVENT_PUT)->draft = meeting->draft;
    go_to(meeting, BALLOTS);
}

static void next_ballot(struct veto_meeting *meeting) {
    if (meeting->next == meeting->scenario->members_count) {
        go_to(meeting, RESULT);
        return;
    }
    struct veto_event *event = append(meeting, VETO_EVENT_BALLOT);
    event->draft = meeting->draft;
    event->member = (int)meeting->next++;
    event->vote = meeting->vote;
}

static void announce(struct veto_meeting *meeting) {
    struct veto_event *event = append(meeting, VETO_EVENT_RESULT);
    event->draft = meeting->draft;
    event->vote = meeting->vote;
    meeting->fates[meeting->draft].vote = meeting->vote;
    go_to(meeting, PROGRAMME);
}

static bool has_vote_on(const struct veto_programme *programme, int draft) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        if (item->kind == VETO_ITEM_VOTE && item->draft == draft)
            return true;
        if (item->kind == VETO_ITEM_WHEN &&
            (has_vote_on(&item->then, draft) || has_vote_on(&item->otherwise, draft)))
            return true;
    }
    return false;
}

static const char *why_left_over(const struct veto_scenario *scenario, int draft) {
    if (!scenario->drafts[draft].put && scenario->drafts[draft].not_put)
        return scenario->drafts[draft].not_put;
    return has_vote_on(&scenario->programme, draft) ? "the meeting did not come to a vote on it"
                                                    : "the programme has no vote on it";
}

static void next_left_over(struct veto_meeting *meeting) {
    while (meeting->next < meeting->scenario->draft_count) {
        int draft = (int)meeting->next++;
        if (!settled(meeting, draft)) {
            leave_out(meeting, draft, why_left_over(meeting->scenario, draft));
            return;
        }
    }
    go_to(meeting, LAST_QUESTIONS);
}

static void ask_at_end(struct veto_meeting *meeting) {
    ask(meeting, VETO_NONE, CLOSING);
}

static void close_meeting(struct veto_meeting *meeting) {
    append(meeting, VETO_EVENT_CLOSE);
    go_to(meeting, CLOSED);
}

static void work_step(void *context) {
    static void (*const phases[])(struct veto_meeting *) = {
        [OPENING] = open_meeting,      [PROGRAMME] = next_item,
        [QUESTIONS] = ask_before_vote, [PUTTING] = put,
        [BALLOTS] = next_ballot,       [RESULT] = announce,
        [LEFT_OVER] = next_left_over,  [LAST_QUESTIONS] = ask_at_end,
        [CLOSING] = close_meeting,
    };
    struct veto_meeting *meeting = context;
    size_t before = meeting->event_count;
    while (meeting->event_count == before && meeting->phase != CLOSED)
        phases[meeting->phase](meeting);
}

enum veto_status veto_meeting_step(struct veto_meeting *meeting, const struct veto_event **event) {
    size_t events = meeting->event_count, moves = meeting->move_count;
    if (meeting->failed || !arenas_try(&meeting->arena, NULL, work_step, meeting)) {
        meeting->failed = true;
        meeting->event_count = events; /* what has happened so far stays to be read */
        meeting->move_count = moves;
        return VETO_SYSTEM;
    }
    *event = meeting->event_count > events ? &meeting->events[events] : NULL;
    return VETO_OK;
}

/* ---- life ---- */

static void work_open(void *context) {
    struct veto_meeting *meeting = context;
    const struct veto_scenario *scenario = meeting->scenario;
    size_t members = scenario->members_count, drafts = scenario->draft_count;
    meeting->leanings = arena_array(&meeting->arena, double, members *drafts);
    meeting->fates = arena_array(&meeting->arena, struct fate, drafts);
    for (size_t i = 0; i < drafts; i++)
        memcpy(meeting->leanings + i * members, scenario->drafts[i].leanings,
               members * sizeof(double));
}

enum veto_status veto_meeting_open(struct veto_meeting **meeting,
                                   const struct veto_scenario *scenario, enum veto_mode mode,
                                   uint64_t seed) {
    if (mode == VETO_RECORDED && !scenario->has_record)
        return VETO_INPUT;
    struct veto_meeting *opened = calloc(1, sizeof *opened);
    if (!opened)
        return VETO_SYSTEM;
    opened->scenario = scenario;
    opened->mode = mode;
    opened->seed = seed;
    if (!arenas_try(&opened->arena, NULL, work_open, opened)) {
        veto_meeting_free(opened);
        return VETO_SYSTEM;
    }
    *meeting = opened;
    return VETO_OK;
}

void veto_meeting_free(struct veto_meeting *meeting) {
    if (meeting)
        arena_free(&meeting->arena);
    free(meeting);
}

enum veto_status veto_meeting_play(struct veto_meeting **meeting,
                                   const struct veto_scenario *scenario, enum veto_mode mode,
                                   uint64_t seed) {
    struct veto_meeting *played;
    const struct veto_event *event;
    enum veto_status status = veto_meeting_open(&played, scenario, mode, seed);
    if (status != VETO_OK)
        return status;
    do
        status = veto_meeting_step(played, &event);
    while (status == VETO_OK && event);
    if (status == VETO_OK)
        *meeting = played;
    else
        veto_meeting_free(played);
    return status;
}

/* ---- what has happened ---- */

const struct veto_scenario *veto_meeting_scenario(const struct veto_meeting *meeting) {
    return meeting->scenario;
}

enum veto_mode veto_meeting_mode(const struct veto_meeting *meeting) {
    return meeting->mode;
}

uint64_t veto_meeting_seed(const struct veto_meeting *meeting) {
    return meeting->seed;
}

size_t veto_meeting_event_count(const struct veto_meeting *meeting) {
    return meeting->event_count;
}

const struct veto_event *veto_meeting_event(const struct veto_meeting *meeting, size_t index) {
    return &meeting->events[index];
}

const struct veto_move *veto_meeting_moves(const struct veto_meeting *meeting, size_t *count) {
    *count = meeting->move_count;
    return meeting->moves;
}

const struct veto_vote *veto_meeting_vote(const struct veto_meeting *meeting, int draft) {
    return meeting->fates[draft].vote;
}

enum veto_outcome veto_meeting_outcome(const struct veto_meeting *meeting, int draft) {
    const struct veto_vote *vote = meeting->fates[draft].vote;
    return vote ? vote->result.outcome : VETO_NOT_PUT;
}

const char *veto_meeting_not_put(const struct veto_meeting *meeting, int draft) {
    return meeting->fates[draft].not_put;
}

double veto_meeting_leaning(const struct veto_meeting *meeting, int draft, int member,
                            size_t events) {
    for (size_t i = meeting->move_count; i > 0; i--) {
        const struct veto_move *last = &meeting->moves[i - 1];
        if (last->event < events && last->draft == draft && last->member == member)
            return last->to;
    }
    return meeting->scenario->drafts[draft].leanings[member];
}
