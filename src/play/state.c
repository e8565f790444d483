#include "play/state.h"

#include <stdlib.h>

struct state state_start(const struct stage *stage, enum veto_mode mode, enum charset charset,
                         int columns, int rows) {
    return (struct state){.stage = stage,
                          .columns = columns,
                          .rows = rows,
                          .charset = charset,
                          .mode = mode,
                          .mouse = true};
}

enum view state_view(const struct state *state) {
    if (state->columns < LEAST_COLUMNS || state->rows < LEAST_ROWS)
        return VIEW_SMALL;
    if (state->overlay)
        return state->overlay;
    return state->shown == 0 ? VIEW_TITLE : VIEW_MEETING;
}

enum view state_view_below(const struct state *state) {
    struct state below = *state;
    below.overlay = state->overlay == VIEW_HELP ? state->under : state->overlay;
    return state_view(&below);
}

int pick_draft(const struct state *state) {
    int count = (int)state->stage->scenario->draft_count;
    return state->draft < count ? state->draft : count - 1;
}

const struct veto_meeting *state_meeting(const struct state *state) {
    return state->stage->meetings[state->mode];
}

int state_member(const struct state *state) {
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(state->stage->scenario, seats);
    return (int)seats[state->member];
}

int state_ticks(const struct state *state) {
    static const int times[PACES] = {
        [PACE_OFF] = 0, [PACE_FAST] = 300, [PACE_STEADY] = 1000, [PACE_SLOW] = 2500};
    return state->timed && state_view(state) != VIEW_SMALL ? times[state->pace] : 0;
}

struct state state_resize(struct state state, int columns, int rows) {
    state.columns = columns;
    state.rows = rows;
    return state;
}

void state_uncover(struct state *state) {
    state->large = state->large && (state->overlay || state->scroll != 0);
    state->overlay = state->under;
    state->under = 0;
    state->scroll = 0;
    state->found = 0;
}

int reach_within(const struct reach *reach, int scroll) {
    scroll = scroll > reach->most ? reach->most : scroll;
    return scroll < reach->least ? reach->least : scroll;
}

int reach_by(const struct reach *reach, int scroll, int lines) {
    int page = lines < 0 ? -reach->page : reach->page;
    return reach_within(reach, scroll + (abs(lines) == PAGE ? page : lines));
}

struct state state_settle(struct state state, const struct reach *reach) {
    state.reach = *reach;
    state.scroll = reach_within(reach, state.seek ? reach->found : state.scroll);
    state.seek = false;
    return state;
}
