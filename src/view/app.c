#include "view/app.h"

#include <stdlib.h>

#include "view/view.h"

struct app {
    struct desk *desk;
    struct state state;
    struct app_world world;
    struct arena arena; /* holds the frame */
    struct frame *frame;
};

struct app *app_new(struct desk *desk, const struct state *state, const struct app_world *world) {
    struct app *app = calloc(1, sizeof *app);
    if (!app)
        return NULL;
    app->desk = desk;
    app->state = *state;
    app->world = *world;
    return app;
}

void app_free(struct app *app) {
    if (!app)
        return;
    desk_close(app->desk);
    arena_free(&app->arena);
    free(app);
}

void app_resize(struct app *app, int columns, int rows) {
    app->state = state_resize(app->state, columns, rows);
}

/* A click is what the frame says that it is; elsewhere it is nothing. */
static void click(struct app *app, int column, int row) {
    const struct spot *spot = app->frame ? frame_spot_at(app->frame, column, row) : NULL;
    if (spot)
        app->state = desk_act(app->desk, app->state, spot->action, spot->argument);
}

void app_press(struct app *app, struct press press) {
    if (press.key == PRESS_CLICK)
        click(app, press.column, press.row);
    else
        app->state = desk_press(app->desk, app->state, press.key);
}

static void work_frame(void *context) {
    struct app *app = context;
    app->frame = view_frame(&app->arena, desk_stage(app->desk), &app->state);
    app->state = state_settle(app->state, app->frame);
}

const struct frame *app_frame(struct app *app) {
    app->frame = NULL;
    arena_free(&app->arena);
    return arenas_try(&app->arena, NULL, work_frame, app) ? app->frame : NULL;
}

bool app_ticks(const struct app *app) {
    return state_ticks(&app->state);
}

bool app_takes_clicks(const struct app *app) {
    return app->state.mouse;
}

bool app_done(const struct app *app) {
    return app->state.quit;
}
