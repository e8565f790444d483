#include "view/state.h"

#include <string.h>

#include "view/change.h"
#include "view/guess.h"
#include "view/pairs.h"
#include "view/pick.h"
#include "view/prompt.h"
#include "view/search.h"

/* ---- reading a state ---- */

struct state state_start(enum veto_mode mode, enum charset charset, int columns, int rows) {
    return (struct state){
        .columns = columns, .rows = rows, .charset = charset, .mode = mode, .mouse = true};
}

enum view state_view(const struct state *state) {
    if (state->columns < LEAST_COLUMNS || state->rows < LEAST_ROWS)
        return VIEW_SMALL;
    if (state->overlay)
        return state->overlay;
    return state->shown == 0 ? VIEW_TITLE : VIEW_MEETING;
}

const struct veto_meeting *state_meeting(const struct stage *stage, const struct state *state) {
    return stage->meetings[state->mode];
}

static const struct veto_event *event_at(const struct stage *stage, const struct state *state,
                                         size_t index) {
    return veto_meeting_event(state_meeting(stage, state), index);
}

static size_t event_count(const struct stage *stage, const struct state *state) {
    return veto_meeting_event_count(state_meeting(stage, state));
}

const struct veto_event *state_event(const struct stage *stage, const struct state *state) {
    return state->shown > 0 ? event_at(stage, state, state->shown - 1) : NULL;
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

static bool is_result(const struct veto_event *event) {
    return event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE;
}

struct steps state_steps(const struct stage *stage, const struct state *state) {
    struct steps steps = {0, 0};
    for (size_t i = 0; i < event_count(stage, state); i++) {
        bool stop = is_stop(event_at(stage, state, i));
        steps.of += stop;
        steps.at += stop && i < state->shown;
    }
    return steps;
}

struct chamber_vote state_vote(const struct stage *stage, const struct state *state) {
    struct chamber_vote vote = {.draft = VETO_NONE};
    for (size_t i = 0; i < state->shown; i++) {
        const struct veto_event *event = event_at(stage, state, i);
        if (is_put(event))
            vote = (struct chamber_vote){.draft = event->draft, .vote = event->vote};
        if (event->kind == VETO_EVENT_BALLOT) {
            vote.vote = event->vote;
            vote.cast |= veto_set_of((unsigned)event->member);
        }
        if (is_result(event))
            vote.decided = true;
    }
    return vote;
}

/* Whether an event settles that its draft is not put: an objection to a separate vote does so
 * before the turn of the part comes (Rule 32). */
static bool is_not_put(const struct veto_event *event) {
    return event->kind == VETO_EVENT_NOT_PUT ||
           (event->kind == VETO_EVENT_MOTION && event->item->kind == VETO_ITEM_OBJECTION);
}

const struct veto_event *state_fate(const struct stage *stage, const struct state *state,
                                    int draft) {
    for (size_t i = state->shown; i-- > 0;) {
        const struct veto_event *event = event_at(stage, state, i);
        if (event->draft == draft && (is_result(event) || is_not_put(event)))
            return event;
    }
    return NULL;
}

int state_draft(const struct stage *stage, const struct state *state) {
    struct chamber_vote vote = state_vote(stage, state);
    for (size_t i = state->shown; vote.draft == VETO_NONE && i < event_count(stage, state); i++)
        if (is_put(event_at(stage, state, i)))
            vote.draft = event_at(stage, state, i)->draft;
    return vote.draft;
}

int state_flips(const struct stage *stage, const struct state *state) {
    for (size_t i = state->shown; i-- > 0;)
        if (event_at(stage, state, i)->kind == VETO_EVENT_RESULT)
            return event_at(stage, state, i)->draft;
    return VETO_NONE;
}

bool state_hides(const struct stage *stage, const struct state *state, int draft) {
    return state->blind && !state_fate(stage, state, draft);
}

int state_member(const struct stage *stage, const struct state *state) {
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(stage->scenario, seats);
    return (int)seats[state->member];
}

/* ---- moving through the meeting ---- */

void state_show(struct state *state, size_t shown) {
    state->shown = shown;
    state->scroll = 0;
}

/* To the next event of a kind. */
static bool forward(const struct stage *stage, struct state *state,
                    bool (*stop)(const struct veto_event *)) {
    for (size_t i = state->shown; i < event_count(stage, state); i++) {
        if (stop(event_at(stage, state, i))) {
            state_show(state, i + 1);
            return true;
        }
    }
    return false;
}

/* To the last event of a kind before the one shown. */
static bool backward(const struct stage *stage, struct state *state,
                     bool (*stop)(const struct veto_event *)) {
    for (size_t i = state->shown; i-- > 1;) {
        if (stop(event_at(stage, state, i - 1))) {
            state_show(state, i);
            return true;
        }
    }
    return false;
}

static const char at_end[] = "the meeting is over: Left goes back, g to the start, q leaves";

static void next(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    if (!forward(stage, state, is_stop))
        state->notice = at_end;
}

static void next_ballot(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    if (!forward(stage, state, is_small_stop))
        state->notice = at_end;
}

/* Whether the next step is a ballot, or the result behind the last. */
static bool roll_goes_on(const struct stage *stage, const struct state *state) {
    if (state->shown == event_count(stage, state))
        return false;
    enum veto_event_kind next = event_at(stage, state, state->shown)->kind;
    return next == VETO_EVENT_BALLOT || next == VETO_EVENT_RESULT;
}

static void start_timed(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    state->timed = roll_goes_on(stage, state);
    if (!state->timed)
        state->notice = "no roll is being called here; v goes to the next vote";
}

static void tick(const struct stage *stage, struct state *state) {
    if (roll_goes_on(stage, state))
        forward(stage, state, is_small_stop);
    state->timed = roll_goes_on(stage, state);
}

bool state_ticks(const struct state *state) {
    return state->timed && state_view(state) != VIEW_SMALL;
}

static void back_to(const struct stage *stage, struct state *state,
                    bool (*stop)(const struct veto_event *)) {
    if (state->shown == 0)
        state->notice = "this is the start";
    else if (!backward(stage, state, stop))
        state_show(state, 0);
    if (state->shown == 0)
        state->overlay = 0;
}

static void back(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    back_to(stage, state, is_stop);
}

static void back_ballot(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    back_to(stage, state, is_small_stop);
}

static void next_vote(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    if (!forward(stage, state, is_put))
        state->notice = "there is no later vote";
}

static void previous_vote(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    if (!backward(stage, state, is_put))
        state->notice = "there is no earlier vote";
}

static void to_draft(const struct stage *stage, struct state *state, int draft) {
    for (size_t i = 0; i < event_count(stage, state); i++) {
        const struct veto_event *event = event_at(stage, state, i);
        if (event->draft == draft && (is_put(event) || event->kind == VETO_EVENT_NOT_PUT)) {
            state_show(state, i + 1);
            return;
        }
    }
    state->notice = "there is no draft of that number";
}

static void to_start(const struct stage *stage, struct state *state, int argument) {
    (void)stage;
    (void)argument;
    state_show(state, 0);
    state->overlay = 0;
}

static void to_end(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    state_show(state, event_count(stage, state));
}

/* ---- reading, modes, overlays ---- */

static void scroll_by(struct state *state, int lines) {
    state->scroll += lines;
    if (state->scroll > state->scroll_most)
        state->scroll = state->scroll_most;
    if (state->scroll < state->scroll_least)
        state->scroll = state->scroll_least;
}

static void scroll_up(const struct stage *stage, struct state *state, int lines) {
    (void)stage;
    scroll_by(state, lines ? lines : state->scroll_page);
}

static void scroll_down(const struct stage *stage, struct state *state, int lines) {
    (void)stage;
    scroll_by(state, lines ? -lines : -state->scroll_page);
}

static void select_member(const struct stage *stage, struct state *state, int by) {
    int count = (int)stage->scenario->members_count;
    state->member = (state->member + by + count) % count;
    state->scroll = 0;
}

static void member_up(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    select_member(stage, state, -1);
}

static void member_down(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    select_member(stage, state, 1);
}

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

struct state state_follow(const struct stage *from, const struct stage *to, struct state state) {
    state.shown = find_place(from->meetings[state.mode], to->meetings[state.mode], state.shown);
    return state;
}

/* In another mode the meeting may take other branches. */
static void change_mode(const struct stage *stage, struct state *state, enum veto_mode mode) {
    size_t shown = find_place(state_meeting(stage, state), stage->meetings[mode], state->shown);
    state->mode = mode;
    state_show(state, shown);
}

static void next_mode(const struct stage *stage, struct state *state, int argument) {
    (void)argument;
    enum veto_mode mode = state->mode;
    do
        mode = (enum veto_mode)((mode + 1) % VETO_MODES);
    while (!stage->meetings[mode]);
    change_mode(stage, state, mode);
}

static void switch_large(const struct stage *stage, struct state *state, int argument) {
    (void)stage;
    (void)argument;
    state->large = !state->large;
    state->scroll = 0;
}

/* One key opens a view and closes it; the help and the command line lie over
 * others. */
static void open_overlay(const struct stage *stage, struct state *state, int view) {
    static const unsigned of_the_title = VIEW_DRAFTS | VIEW_POWER | VIEW_COMMAND | VIEW_HELP;
    enum view overlay = (enum view)view;
    if (state->shown == 0 && !(overlay & of_the_title)) {
        state->notice = "nothing has been said or voted on yet: Space begins";
        return;
    }
    if (overlay & (VIEW_DRAFTS | VIEW_COMPARE))
        pick_start(stage, state);
    state->under = overlay == VIEW_HELP || overlay == VIEW_COMMAND ? state->overlay : 0;
    state->overlay = state->overlay == overlay ? 0 : overlay;
    state->scroll = 0;
}

static void close_overlay(const struct stage *stage, struct state *state, int argument) {
    (void)stage;
    (void)argument;
    state->overlay = state->under;
    state->under = 0;
    state->scroll = 0;
}

/* On the chamber this opens the member's view. */
static void to_member(const struct stage *stage, struct state *state, int place) {
    (void)stage;
    state->member = place;
    state->scroll = 0;
    if (state_view(state) == VIEW_MEETING)
        state->overlay = VIEW_WHY;
}

static void blind(const struct stage *stage, struct state *state, int argument) {
    (void)stage;
    (void)argument;
    state->blind = !state->blind;
    state->notice = state->blind ? "what gives a vote away is hidden until its result; H shows it"
                                 : "nothing is hidden any more; H hides what gives a vote away";
}

static void mouse(const struct stage *stage, struct state *state, int argument) {
    (void)stage;
    (void)argument;
    state->mouse = !state->mouse;
    state->notice = state->mouse ? "clicks are taken again; Z leaves the mouse to the terminal"
                                 : "the mouse is the terminal's; Z takes clicks again";
}

static void quit(const struct stage *stage, struct state *state, int argument) {
    (void)stage;
    (void)argument;
    state->quit = true;
}

struct state state_act(const struct stage *stage, struct state state, enum action action,
                       int argument) {
    static void (*const actions[ACTIONS])(const struct stage *, struct state *, int) = {
        [ACTION_NEXT] = next,
        [ACTION_BACK] = back,
        [ACTION_NEXT_BALLOT] = next_ballot,
        [ACTION_BACK_BALLOT] = back_ballot,
        [ACTION_TIMED] = start_timed,
        [ACTION_NEXT_VOTE] = next_vote,
        [ACTION_PREVIOUS_VOTE] = previous_vote,
        [ACTION_DRAFT] = to_draft,
        [ACTION_START] = to_start,
        [ACTION_END] = to_end,
        [ACTION_SCROLL_UP] = scroll_up,
        [ACTION_SCROLL_DOWN] = scroll_down,
        [ACTION_MEMBER_UP] = member_up,
        [ACTION_MEMBER_DOWN] = member_down,
        [ACTION_VIEW] = open_overlay,
        [ACTION_MODE] = next_mode,
        [ACTION_BALLOT] = change_ballot,
        [ACTION_LEANING] = change_leaning,
        [ACTION_TENDENCY] = change_tendency,
        [ACTION_REQUIRED] = change_required,
        [ACTION_VETOES] = change_vetoes,
        [ACTION_GUESS_BALLOT] = guess_ballot,
        [ACTION_GUESS_OUTCOME] = guess_outcome,
        [ACTION_WISH] = change_history,
        [ACTION_CLOSE] = close_overlay,
        [ACTION_QUIT] = quit,
        [ACTION_MEMBER] = to_member,
        [ACTION_PROMPT] = prompt_open,
        [ACTION_SEARCH_AGAIN] = search_again,
        [ACTION_BLIND] = blind,
        [ACTION_MOUSE] = mouse,
        [ACTION_PICK] = pick_next,
        [ACTION_PICK_NUMBER] = pick_number,
        [ACTION_PICKED] = pick_vote,
        [ACTION_PAIR] = pairs_next,
        [ACTION_LARGE] = switch_large,
        [ACTION_RULE_SET] = select_rules,
        [ACTION_RULES] = change_rules,
    };
    state.notice = NULL;
    state.wish = (struct wish){.kind = WISH_NONE};
    state.prompt.kind = PROMPT_NONE;
    state.timed = false;
    if (actions[action])
        actions[action](stage, &state, argument);
    return state;
}

struct state state_press(const struct stage *stage, struct state state, uint32_t key) {
    int argument = 0;
    bool was_timed = state.timed;
    if (key == PRESS_TICK) {
        if (state_ticks(&state))
            tick(stage, &state);
        return state;
    }
    state.timed = false;
    if (was_timed && key == 't')
        return state;
    if (state.prompt.kind != PROMPT_NONE)
        return prompt_press(stage, state, key);
    enum action action = key_action(state_view(&state), key, &argument);
    return state_act(stage, state, action, argument);
}

struct state state_resize(struct state state, int columns, int rows) {
    state.columns = columns;
    state.rows = rows;
    return state;
}

struct state state_settle(struct state state, const struct frame *frame) {
    state.scroll_least = frame->scroll_least;
    state.scroll_most = frame->scroll_most;
    state.scroll_page = frame->scroll_page;
    scroll_by(&state, 0);
    return state;
}
