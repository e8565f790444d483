#include "play/acts.h"

#include <string.h>

#include "session/session.h"

/* ---- what has been shown ---- */

static const struct veto_event *event_at(const struct state *state, size_t index) {
    return veto_meeting_event(state_meeting(state), index);
}

static size_t event_count(const struct state *state) {
    return veto_meeting_event_count(state_meeting(state));
}

const struct veto_event *state_event(const struct state *state) {
    return state->shown > 0 ? event_at(state, state->shown - 1) : NULL;
}

/* Where a reader stops: everything but branches, which are read with what follows, and ballots and
 * remarks on them, which are read with the result. */
static bool is_stop(const struct veto_event *event) {
    return event->kind != VETO_EVENT_BRANCH && event->kind != VETO_EVENT_BALLOT &&
           event->kind != VETO_EVENT_OBLIGATION;
}

static bool is_small_stop(const struct veto_event *event) {
    return event->kind != VETO_EVENT_BRANCH;
}

static bool is_put(const struct veto_event *event) {
    return event->kind == VETO_EVENT_PUT || event->kind == VETO_EVENT_WITHOUT_VOTE;
}

struct steps state_steps(const struct state *state) {
    struct steps steps = {0, 0};
    for (size_t i = 0; i < event_count(state); i++) {
        bool stop = is_stop(event_at(state, i));
        steps.of += stop;
        steps.at += stop && i < state->shown;
    }
    return steps;
}

struct chamber_vote state_vote(const struct state *state) {
    struct chamber_vote vote = {.draft = VETO_NONE};
    for (size_t i = 0; i < state->shown; i++) {
        const struct veto_event *event = event_at(state, i);
        if (is_put(event))
            vote = (struct chamber_vote){.draft = event->draft, .vote = event->vote};
        if (event->kind == VETO_EVENT_BALLOT) {
            vote.vote = event->vote;
            vote.cast |= veto_set_of((unsigned)event->member);
        }
        if (event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE)
            vote.decided = true;
    }
    return vote;
}

static bool in_doubt(const struct stage *stage, const struct veto_vote *vote, veto_set called) {
    unsigned left = veto_vote_left(stage->scenario, vote, called);
    return (left & (left - 1)) != 0;
}

struct chamber_turn state_turn(const struct state *state) {
    struct chamber_turn none = {.member = VETO_NONE};
    struct chamber_vote vote = state_vote(state);
    veto_set called = 0;
    if (!vote.cast || !in_doubt(state->stage, vote.vote, 0))
        return none;
    for (size_t i = vote.vote->begun; i < state->shown; i++) {
        const struct veto_event *event = event_at(state, i);
        if (event->kind != VETO_EVENT_BALLOT)
            continue;
        called |= veto_set_of((unsigned)event->member);
        if (!in_doubt(state->stage, vote.vote, called))
            return (struct chamber_turn){event->member, veto_set_count(called)};
    }
    return none;
}

const struct veto_event *state_fate(const struct state *state, int draft) {
    for (size_t i = state->shown; i-- > 0;) {
        const struct veto_event *event = event_at(state, i);
        if (event->draft == draft && session_settles(event))
            return event;
    }
    return NULL;
}

int state_next_draft(const struct state *state) {
    for (size_t i = state->shown; i < event_count(state); i++) {
        const struct veto_event *event = event_at(state, i);
        if (is_put(event) || (event->kind == VETO_EVENT_NOT_PUT && !state->open))
            return event->draft;
    }
    return VETO_NONE;
}

int state_draft(const struct state *state) {
    struct chamber_vote vote = state_vote(state);
    return vote.draft == VETO_NONE ? state_next_draft(state) : vote.draft;
}

int state_flips(const struct state *state) {
    for (size_t i = state->shown; i-- > 0;)
        if (event_at(state, i)->kind == VETO_EVENT_RESULT)
            return event_at(state, i)->draft;
    return VETO_NONE;
}

struct told state_told(const struct state *state) {
    return (struct told){state_meeting(state), state->shown, state->open};
}

bool state_hides(const struct state *state, int draft) {
    struct told told = state_told(state);
    return !told_draft(&told, draft);
}

/* ---- moving ---- */

void state_show(struct state *state, size_t shown) {
    state->shown = shown;
    state->scroll = 0;
    state->found = 0;
}

/* So many events have been shown at the next of a kind, or at the last before the one shown: 1 on,
 * -1 back. 0: there is none. */
static size_t find_stop(const struct state *state, int by,
                        bool (*stop)(const struct veto_event *)) {
    int count = (int)event_count(state);
    for (int at = (int)state->shown + by; at > 0 && at <= count; at += by)
        if (stop(event_at(state, (size_t)at - 1)))
            return (size_t)at;
    return 0;
}

static bool go_to_stop(struct state *state, int by, bool (*stop)(const struct veto_event *)) {
    size_t at = find_stop(state, by, stop);
    if (at)
        state_show(state, at);
    return at;
}

static bool is_of_roll(const struct veto_event *event) {
    return event->kind == VETO_EVENT_BALLOT || event->kind == VETO_EVENT_OBLIGATION ||
           event->kind == VETO_EVENT_RESULT;
}

/* Whether the next step is a ballot, or the result behind the last. */
static bool roll_goes_on(const struct state *state) {
    return state->shown < event_count(state) && is_of_roll(event_at(state, state->shown));
}

/* What covers the meeting, and is not for going through it, shows steps of a vote alone. Any other,
 * to be taken or taken back, would pass unseen: the meeting comes back first. */
static bool uncovers(struct state *state, size_t step) {
    bool covered = state->overlay && !(state->overlay & VIEWS_OF(IS_SHOW));
    const struct veto_event *event = step ? event_at(state, step - 1) : NULL;
    if (!covered || (event && (is_put(event) || is_of_roll(event))))
        return false;
    state_uncover(state);
    return true;
}

/* Space begins the vote, and behind that goes to its result. */
void place_next(struct state *state, int ballots) {
    struct chamber_vote vote = state_vote(state);
    bool put = vote.draft != VETO_NONE && !vote.cast && !vote.decided;
    if (uncovers(state, find_stop(state, 1, is_small_stop)))
        return;
    if (!ballots && state->pace != PACE_OFF && put) {
        place_timed(state, 0);
        go_to_stop(state, 1, is_small_stop);
    } else if (!go_to_stop(state, 1, ballots ? is_small_stop : is_stop)) {
        state->notice = "the meeting is over: Left goes back, g to the start, q leaves";
    }
}

static const char being_called[] =
    "the roll is called: Space to the result, t stops it, [ slower, ] faster";

void place_timed(struct state *state, int argument) {
    (void)argument;
    state->timed = roll_goes_on(state);
    state->pace = state->pace == PACE_OFF ? PACE_STEADY : state->pace;
    state->notice =
        state->timed ? being_called : "no roll is being called here; v goes to the next vote";
}

void place_tick(struct state *state) {
    if (roll_goes_on(state))
        go_to_stop(state, 1, is_small_stop);
    state->timed = roll_goes_on(state);
    state->notice = state->timed ? being_called : NULL;
}

void place_pace(struct state *state, int slower) {
    static const char *const paces[PACES] = {
        [PACE_OFF] = "Space takes a vote at once; [ has the roll called",
        [PACE_FAST] = "the roll is called fast, three ballots a second; [ slower, ] at once",
        [PACE_STEADY] = "the roll is called at a ballot a second; [ slower, ] faster",
        [PACE_SLOW] = "the roll is called slowly, a ballot in two and a half seconds; ] faster",
    };
    int pace = (int)state->pace + slower;
    state->pace = pace < 0 ? PACE_OFF : pace < PACES ? (enum pace)pace : PACE_SLOW;
    state->notice = paces[state->pace];
    if (state->timed && state->pace == PACE_OFF) {
        state->timed = false;
        go_to_stop(state, 1, is_stop);
    }
}

void place_back(struct state *state, int ballots) {
    if (uncovers(state, state->shown))
        return;
    if (state->shown == 0)
        state->notice = "this is the start";
    else if (!go_to_stop(state, -1, ballots ? is_small_stop : is_stop))
        state_show(state, 0);
    if (state->shown == 0)
        state->overlay = 0;
}

void place_to_vote(struct state *state, int by) {
    if (!go_to_stop(state, by, is_put))
        state->notice = by > 0 ? "there is no later vote" : "there is no earlier vote";
}

static const char no_draft[] = "there is no draft of that number";

void place_to_draft(struct state *state, int draft) {
    for (size_t i = 0; i < event_count(state); i++) {
        const struct veto_event *event = event_at(state, i);
        if (event->draft == draft && (is_put(event) || event->kind == VETO_EVENT_NOT_PUT)) {
            state_show(state, i + 1);
            return;
        }
    }
    state->notice = no_draft;
}

void place_to_edge(struct state *state, int end) {
    state_show(state, end ? event_count(state) : 0);
    state->overlay = end ? state->overlay : 0;
}

/* ---- the same place in another meeting ---- */

/* In meetings of different scenarios too: a path says which item it is. */
static bool same_event(const struct veto_event *a, const struct veto_event *b) {
    bool item = a->item && b->item ? strcmp(a->item->path, b->item->path) == 0 : a->item == b->item;
    bool question = a->question && b->question ? strcmp(a->question->ask, b->question->ask) == 0
                                               : a->question == b->question;
    return a->kind == b->kind && a->draft == b->draft && a->member == b->member && item && question;
}

/* How many events of `to` have been shown at the same place; or at the nearest before it that is
 * there too. */
static size_t find_place(const struct veto_meeting *from, const struct veto_meeting *to,
                         size_t shown) {
    for (size_t i = shown; i-- > 0;)
        for (size_t j = 0; j < veto_meeting_event_count(to); j++)
            if (is_small_stop(veto_meeting_event(to, j)) &&
                same_event(veto_meeting_event(from, i), veto_meeting_event(to, j)))
                return j + 1;
    return 0;
}

struct state state_follow(const struct stage *from, struct state state) {
    state.shown = find_place(from->meetings[state.mode], state_meeting(&state), state.shown);
    return state;
}

/* In another mode the meeting may take other branches. */
void next_mode(struct state *state, int argument) {
    const struct veto_meeting *from = state_meeting(state);
    (void)argument;
    do
        state->mode = (enum veto_mode)((state->mode + 1) % VETO_MODES);
    while (!state_meeting(state));
    state_show(state, find_place(from, state_meeting(state), state->shown));
}

/* ---- the draft that is looked at ---- */

void pick_number(struct state *state, int draft) {
    if (draft < (int)state->stage->scenario->draft_count)
        state->draft = draft;
    else
        state->notice = no_draft;
    state->scroll = 0;
}
