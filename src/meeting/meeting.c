#include "veto/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "meeting/state.h"
#include "meeting/words.h"

/* ---- words ---- */

const char *const mode_words[VETO_MODES + 1] = {
    [VETO_EXPECTED] = "expected", [VETO_RECORDED] = "recorded", [VETO_SAMPLED] = "sampled"};

const char *const event_words[VETO_EVENT_KINDS + 1] = {
    [VETO_EVENT_OPEN] = "open",
    [VETO_EVENT_STATEMENT] = "statement",
    [VETO_EVENT_HAPPENING] = "event",
    [VETO_EVENT_BRANCH] = "when",
    [VETO_EVENT_QUESTION] = "question",
    [VETO_EVENT_PUT] = "put",
    [VETO_EVENT_BALLOT] = "ballot",
    [VETO_EVENT_RESULT] = "result",
    [VETO_EVENT_NOT_PUT] = "not_put",
    [VETO_EVENT_CLOSE] = "close",
    [VETO_EVENT_OBLIGATION] = "obligation",
    [VETO_EVENT_MOTION] = "motion",
    [VETO_EVENT_WITHOUT_VOTE] = "without_vote",
    [VETO_EVENT_ASSEMBLY_DEBATE] = "assembly_debate",
    [VETO_EVENT_UNITING_FOR_PEACE] = "uniting_for_peace",
};

const char *veto_event_word(enum veto_event_kind kind) {
    return event_words[kind];
}

const char *veto_mode_word(enum veto_mode mode) {
    return mode_words[mode];
}

bool veto_mode_parse(const char *word, enum veto_mode *mode) {
    int found = text_among(word, mode_words);
    if (found >= 0)
        *mode = (enum veto_mode)found;
    return found >= 0;
}

/* ---- phases ---- */

/* Asks the next question about the draft, or at the end; goes on when there is none left. */
static void ask_question(struct veto_meeting *meeting) {
    const struct veto_scenario *scenario = meeting->scenario;
    bool before_vote = meeting->phase == QUESTIONS;
    int draft = before_vote ? meeting->draft : VETO_NONE;
    while (meeting->next < scenario->question_count) {
        const struct veto_class_question *question = &scenario->questions[meeting->next++];
        if (question->draft == draft) {
            state_append(meeting, VETO_EVENT_QUESTION)->question = question;
            return;
        }
    }
    state_go_to(meeting, before_vote ? PUTTING : CLOSING);
}

static const char *why_left_over(const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = meeting->scenario;
    const struct veto_draft *on = &scenario->drafts[draft];
    if (on->put ? meeting->course.stopped[draft] != NULL : on->not_put != NULL)
        return course_bar(&meeting->course, draft);
    unsigned votes = 1U << VETO_ITEM_VOTE | 1U << VETO_ITEM_WITHOUT_VOTE;
    return course_has(&scenario->programme, votes, draft)
               ? "the meeting did not come to a vote on it"
               : "the programme has no vote on it";
}

static void next_left_over(struct veto_meeting *meeting) {
    while (meeting->next < meeting->scenario->draft_count) {
        int draft = (int)meeting->next++;
        if (!course_settled(&meeting->course, draft)) {
            state_leave_out(meeting, draft, why_left_over(meeting, draft));
            return;
        }
    }
    state_go_to(meeting, AFTERMATH);
}

/* What a veto leads to, and since when. */
static const struct sequel {
    enum veto_event_kind kind;
    struct veto_date since;
    bool peace; /* where the Assembly may take up a matter of peace and security */
} sequels[] = {
    {VETO_EVENT_ASSEMBLY_DEBATE, {2022, 4, 26}, false},
    {VETO_EVENT_UNITING_FOR_PEACE, {1950, 11, 3}, true},
};

enum { SEQUELS = sizeof sequels / sizeof *sequels };

/* It may where a draft on such a matter has been vetoed, not just what bears on one; and where the
 * Council has not handed the matter over itself. */
static bool may_take_up(const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = meeting->scenario;
    const struct veto_draft *vetoed = &scenario->drafts[draft];
    for (int i = 0; i < (int)scenario->draft_count; i++)
        if (scenario->drafts[i].matter == VETO_ON_ASSEMBLY &&
            veto_meeting_outcome(meeting, i) == VETO_ADOPTED)
            return false;
    return vetoed->bearing == VETO_PRINCIPAL &&
           (vetoed->matter == VETO_ON_PEACE || vetoed->matter == VETO_ON_ASSEMBLY);
}

/* A meeting without a date is on the day of all zeros, before everything. */
static bool follows(const struct veto_meeting *meeting, const struct sequel *sequel, int draft) {
    const struct veto_scenario *scenario = meeting->scenario;
    return veto_meeting_outcome(meeting, draft) == VETO_VETOED &&
           veto_date_compare(scenario->date, sequel->since) >= 0 &&
           (!sequel->peace || may_take_up(meeting, draft));
}

static void next_sequel(struct veto_meeting *meeting) {
    while (meeting->next < meeting->scenario->draft_count * SEQUELS) {
        int draft = (int)(meeting->next / SEQUELS);
        const struct sequel *sequel = &sequels[meeting->next++ % SEQUELS];
        if (follows(meeting, sequel, draft)) {
            struct veto_event *event = state_append(meeting, sequel->kind);
            event->draft = draft;
            event->vote = meeting->fates[draft].vote;
            return;
        }
    }
    state_go_to(meeting, LAST_QUESTIONS);
}

static void close_meeting(struct veto_meeting *meeting) {
    state_append(meeting, VETO_EVENT_CLOSE);
    state_go_to(meeting, CLOSED);
}

static void work_step(void *context) {
    static void (*const phases[])(struct veto_meeting *) = {
        [ITEMS] = state_next_item, [QUESTIONS] = ask_question,
        [PUTTING] = votes_put,     [BALLOTS] = votes_next_ballot,
        [RESULT] = votes_announce, [LEFT_OVER] = next_left_over,
        [AFTERMATH] = next_sequel, [LAST_QUESTIONS] = ask_question,
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
    opened->course = course_start(scenario, mode == VETO_RECORDED);
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
    return meeting->course.outcomes[draft];
}

const char *veto_meeting_not_put(const struct veto_meeting *meeting, int draft) {
    return meeting->fates[draft].not_put;
}

enum veto_question veto_meeting_question(const struct veto_meeting *meeting, int draft) {
    const struct veto_vote *vote = meeting->fates[draft].vote;
    return vote ? vote->question : course_question(&meeting->course, draft);
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
