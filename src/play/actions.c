#include "play/actions.h"

#include <stdlib.h>

#include "play/change.h"
#include "play/guess.h"
#include "play/narrow.h"
#include "play/pairs.h"
#include "play/pick.h"
#include "play/place.h"
#include "play/prompt.h"
#include "play/search.h"

/* ---- reading, modes, overlays ---- */

static void scroll_up(struct state *state, int lines) {
    state->scroll = reach_up(&state->reach, state->scroll, lines);
}

static void scroll_down(struct state *state, int lines) {
    state->scroll = reach_down(&state->reach, state->scroll, lines);
}

static void select_member(struct state *state, int by) {
    int count = (int)state->stage->scenario->members_count;
    bool far = abs(by) >= VETO_MAX_MEMBERS; /* to an end, and no further */
    state->member = !far ? (state->member + by + count) % count : by < 0 ? 0 : count - 1;
    state->scroll = 0;
}

static void next_mode(struct state *state, int argument) {
    (void)argument;
    enum veto_mode mode = state->mode;
    do
        mode = (enum veto_mode)((mode + 1) % VETO_MODES);
    while (!state->stage->meetings[mode]);
    place_in_mode(state, mode);
}

static void switch_large(struct state *state, int argument) {
    (void)argument;
    state->large = !state->large;
    state->scroll = 0;
}

/* One key opens a view and closes it; the help and the command line lie over others. */
static void open_overlay(struct state *state, int view) {
    enum view overlay = (enum view)view;
    if (state->shown == 0 && (overlay & VIEWS_OF(IS_LATER))) {
        state->notice = "nothing has been said or voted on yet: Space begins";
        return;
    }
    if (overlay == VIEW_COMPARE && state->overlay != overlay && !pairs_count(state)) {
        state->notice = PAIRS_NONE;
        return;
    }
    if (overlay & VIEWS_OF(HAS_DRAFT))
        pick_start(state);
    if (overlay == VIEW_PREDICT)
        state->team = 0;
    state->under = overlay & VIEWS_OF(IS_ASIDE) ? state->overlay : 0;
    state->overlay = state->overlay == overlay ? 0 : overlay;
    state->scroll = 0;
}

static void close_overlay(struct state *state, int argument) {
    (void)argument;
    state->large = state->large && (state->overlay || state->scroll != 0);
    state->overlay = state->under;
    state->under = 0;
    state->scroll = 0;
    state->found = 0;
}

/* On the chamber this opens the member's view. */
static void to_member(struct state *state, int place) {
    state->member = place;
    state->scroll = 0;
    if (state_view(state) == VIEW_MEETING)
        state->overlay = VIEW_WHY;
}

static void switch_open(struct state *state, int argument) {
    (void)argument;
    state->open = !state->open;
    state->notice = state->open ? "nothing is hidden any more; H hides what gives a vote away"
                                : "what gives a vote away is hidden until its result; H shows it";
}

static void mouse(struct state *state, int argument) {
    (void)argument;
    state->mouse = !state->mouse;
    state->notice = state->mouse ? "clicks are taken again; Z leaves the mouse to the terminal"
                                 : "the mouse is the terminal's; Z takes clicks again";
}

static void switch_numbers(struct state *state, int argument) {
    (void)argument;
    state->numbers = !state->numbers;
    state->notice =
        state->numbers
            ? "leanings: from -1, against, to 1, in favour; all others from 0 to 1, volatility to 2"
            : "words in the place of numbers; I shows the numbers again";
}

static void quit(struct state *state, int argument) {
    (void)argument;
    state->quit = true;
}

/* ---- the table ---- */

static void (*const actions[ACTIONS])(struct state *, int) = {
    [ACTION_NEXT] = place_next,
    [ACTION_BACK] = place_back,
    [ACTION_NEXT_BALLOT] = place_next_ballot,
    [ACTION_BACK_BALLOT] = place_back_ballot,
    [ACTION_TIMED] = place_timed,
    [ACTION_PACE] = place_pace,
    [ACTION_VOTE] = place_to_vote,
    [ACTION_DRAFT] = place_to_draft,
    [ACTION_START] = place_to_start,
    [ACTION_END] = place_to_end,
    [ACTION_SCROLL_UP] = scroll_up,
    [ACTION_SCROLL_DOWN] = scroll_down,
    [ACTION_MEMBER_BY] = select_member,
    [ACTION_VIEW] = open_overlay,
    [ACTION_MODE] = next_mode,
    [ACTION_BALLOT] = change_ballot,
    [ACTION_LEANING] = change_leaning,
    [ACTION_TENDENCY] = change_tendency,
    [ACTION_REQUIRED] = change_required,
    [ACTION_VETOES] = change_vetoes,
    [ACTION_GUESS_BALLOT] = guess_ballot,
    [ACTION_GUESS_OUTCOME] = guess_outcome,
    [ACTION_GUESS_TEAM] = guess_team,
    [ACTION_WISH] = change_history,
    [ACTION_CLOSE] = close_overlay,
    [ACTION_QUIT] = quit,
    [ACTION_MEMBER] = to_member,
    [ACTION_PROMPT] = prompt_open,
    [ACTION_SEARCH_AGAIN] = search_again,
    [ACTION_OPEN] = switch_open,
    [ACTION_MOUSE] = mouse,
    [ACTION_NUMBERS] = switch_numbers,
    [ACTION_PICK] = pick_next,
    [ACTION_PICK_NUMBER] = pick_number,
    [ACTION_PICKED] = pick_vote,
    [ACTION_PAIR] = pairs_next,
    [ACTION_LARGE] = switch_large,
    [ACTION_RULE_SET] = select_rules,
    [ACTION_RULES] = change_rules,
    [ACTION_KIND] = narrow_select,
    [ACTION_KIND_ONLY] = narrow_to,
    [ACTION_KIND_OUT] = narrow_out,
};

struct state state_act(struct state state, enum action action, int argument) {
    if (action == ACTION_ROW) {
        const struct binding *row = key_binding((size_t)argument);
        close_overlay(&state, 0);
        return state_act(state, row->action, row->argument);
    }
    state.notice = NULL;
    state.wish = (struct wish){.kind = WISH_NONE};
    state.prompt.kind = PROMPT_NONE;
    state.timed = state.timed && (action == ACTION_PACE || action == ACTION_LARGE);
    if (actions[action])
        actions[action](&state, argument);
    return state;
}

struct state state_press(struct state state, uint32_t key) {
    int argument = 0;
    if (key == PRESS_TICK) {
        if (state_ticks(&state))
            place_tick(&state);
        return state;
    }
    if (state.timed && key == 't') {
        state.timed = false;
        state.notice = "stopped: Space goes to the result, t calls on, . calls one seat";
        return state;
    }
    if (state.prompt.kind != PROMPT_NONE)
        return prompt_press(state, key);
    enum action action = key_action(state_view(&state), key, &argument);
    state = state_act(state, action, argument);
    if (action == ACTION_NONE)
        state.notice = key_notice(key);
    return state;
}
