#include "play/actions.h"

#include <stdlib.h>

#include "play/acts.h"
#include "play/pairs.h"
#include "play/prompt.h"

/* ---- reading, modes, overlays ---- */

void scroll_by(struct state *state, int lines) {
    state->scroll = reach_by(&state->reach, state->scroll, lines);
}

void member_by(struct state *state, int by) {
    int count = (int)state->stage->scenario->members_count;
    bool far = abs(by) >= VETO_MAX_MEMBERS; /* to an end, and no further */
    state->member = !far ? (state->member + by + count) % count : by < 0 ? 0 : count - 1;
    state->scroll = 0;
}

void switch_large(struct state *state, int argument) {
    (void)argument;
    state->large = !state->large;
    state->scroll = 0;
}

/* One key opens a view and closes it; the help and the command line lie over others. */
void open_overlay(struct state *state, int view) {
    enum view overlay = (enum view)view;
    if (state->shown == 0 && (overlay & VIEWS_OF(IS_LATER))) {
        state->notice = "nothing has been said or voted on yet: Space begins";
        return;
    }
    if (overlay == VIEW_COMPARE && state->overlay != overlay && !pairs_of(state).count) {
        state->notice = PAIRS_NONE;
        return;
    }
    int draft = state_draft(state);
    if (overlay & VIEWS_OF(HAS_DRAFT))
        state->draft = draft == VETO_NONE ? 0 : draft;
    if (overlay == VIEW_PREDICT)
        state->team = 0;
    state->under = overlay & VIEWS_OF(IS_ASIDE) ? state->overlay : 0;
    state->overlay = state->overlay == overlay ? 0 : overlay;
    state->scroll = 0;
}

void close_overlay(struct state *state, int argument) {
    (void)argument;
    state_uncover(state);
}

/* On the chamber this opens the member's view. */
void to_member(struct state *state, int place) {
    state->member = place;
    state->scroll = 0;
    if (state_view(state) == VIEW_MEETING)
        state->overlay = VIEW_WHY;
}

void switch_open(struct state *state, int argument) {
    (void)argument;
    state->open = !state->open;
    state->notice = state->open ? "nothing is hidden any more; H hides what gives a vote away"
                                : "what gives a vote away is hidden until its result; H shows it";
}

void switch_mouse(struct state *state, int argument) {
    (void)argument;
    state->mouse = !state->mouse;
    state->notice = state->mouse ? "clicks are taken again; Z leaves the mouse to the terminal"
                                 : "the mouse is the terminal's; Z takes clicks again";
}

void switch_numbers(struct state *state, int argument) {
    (void)argument;
    state->numbers = !state->numbers;
    state->notice =
        state->numbers
            ? "leanings: from -1, against, to 1, in favour; all others from 0 to 1, volatility to 2"
            : "words in the place of numbers; I shows the numbers again";
}

void quit(struct state *state, int argument) {
    (void)argument;
    state->quit = true;
}

/* ---- the draft that is picked ---- */

void pick_next(struct state *state, int by) {
    int count = (int)state->stage->scenario->draft_count, draft = pick_draft(state) + by;
    if (abs(by) >= VETO_MAX_DRAFTS) /* to an end, and no further */
        draft = by < 0 ? 0 : count - 1;
    if (draft >= 0 && draft < count)
        pick_number(state, draft);
    else
        state->notice = by < 0 ? "this is the first draft" : "this is the last draft";
}

/* Out of the view, and to the vote. */
void pick_vote(struct state *state, int argument) {
    (void)argument;
    state->overlay = 0;
    place_to_draft(state, pick_draft(state));
}

/* ---- the table ---- */

#define ACTION_ROW_OF(name, act) [ACTION_##name] = act,

static void (*const actions[ACTIONS])(struct state *, int) = {MEETING_ACTIONS(ACTION_ROW_OF)};

struct state state_act(struct state state, enum action action, int argument) {
    if (action == ACTION_ROW) {
        const struct binding *row = &key_bindings[argument];
        state_uncover(&state);
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
