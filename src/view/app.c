#include "view/app.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "play/prompt.h"
#include "play/resume.h"
#include "view/view.h"

struct app {
    struct app_world world;
    struct app_start start;
    struct browser browser;
    struct desk *desk; /* NULL: the browser is on screen */
    struct state state;
    bool unsaved;            /* something was changed or predicted since the session was saved */
    bool asked;              /* whether to leave all the same */
    char over[PROMPT_BYTES]; /* the file that may be replaced, if it is named again */
    struct arena saving;     /* holds the session, while it is written */
    struct session *session;
    struct arena arena; /* holds the frame */
    const struct frame *frame;
    const char *says; /* of the frame; in the same arena */
    size_t resumed;   /* 1 + the entry of the unfinished session that is played, or 0 */
    bool done;
};

/* ---- life ---- */

struct app *app_new(const struct app_start *start, const struct app_world *world) {
    static const struct catalogue nothing;
    struct app *app = calloc(1, sizeof *app);
    if (!app)
        return NULL;
    app->start = *start;
    app->world = *world;
    app->browser = browser_start(world->catalogue ? world->catalogue : &nothing, start->charset,
                                 browser_size(start->columns, start->rows));
    app->browser.open = start->open;
    app->done = !world->catalogue;
    return app;
}

void app_free(struct app *app) {
    if (!app)
        return;
    desk_close(app->desk);
    arena_free(&app->saving);
    arena_free(&app->arena);
    free(app);
}

/* ---- the session ---- */

static void work_session(void *context) {
    struct app *app = context;
    app->session = arena_new(&app->saving, struct session);
    *app->session = resume_save(&app->saving, &app->state);
    app->session->blind = !app->state.open;
    app->session->scenario = desk_source(app->desk)->word;
}

bool app_keep(struct app *app) {
    bool done = app->desk && arenas_try(&app->saving, NULL, work_session, app);
    if (done)
        app->world.keep(app->world.context, desk_source(app->desk), app->session);
    arena_free(&app->saving);
    return done;
}

/* What the state wishes of the app. A file that is there is replaced when its name is given again.
 */
static void app_heed(struct app *app) {
    static const struct {
        enum prompt_kind prompt;
        const char *done;
    } writings[WISHES] = {
        [WISH_SESSION] = {PROMPT_SESSION,
                          "the session is saved; 'veto play' and its name take it up again"},
        [WISH_TRANSCRIPT] = {PROMPT_TRANSCRIPT, "what was played so far is written"},
        [WISH_SCENARIO] = {PROMPT_SCENARIO, "the scenario is written, as it was changed"},
    };
    enum wish_kind kind = app->state.wish.kind;
    struct prompt *prompt = &app->state.prompt;
    const struct app_world *world = &app->world;
    app->state.wish = (struct wish){.kind = WISH_NONE};
    bool again = strcmp(app->over, prompt->text) == 0;
    const char *why = again ? NULL : world->ask(world->context, prompt->text);
    if (why) {
        strcpy(app->over, prompt->text);
        prompt->kind = writings[kind].prompt;
    } else if (!arenas_try(&app->saving, NULL, work_session, app)) {
        why = "memory ran out, and nothing was written";
    } else {
        why = world->write(world->context, prompt->text, kind, desk_source(app->desk), app->session,
                           state_meeting(&app->state));
        app->unsaved = app->unsaved && (why || kind != WISH_SESSION);
    }
    app->state.notice = why ? why : writings[kind].done;
    arena_free(&app->saving);
}

/* ---- a meeting ---- */

/* Makes the changes of a session again, and finds the place where it was left. */
static bool take_up(struct app *app, const struct app_opening *opening) {
    const struct session *session = opening->session;
    const char *notice = "taken up where it was left";
    for (size_t i = 0; opening->by_hand && i < session->change_count; i++) {
        enum veto_status status = desk_change(app->desk, &app->state, session->changes[i]);
        if (status == VETO_SYSTEM)
            return false;
        if (status == VETO_INPUT)
            notice = "not all changes of the session can be made any more; c shows those that were";
    }
    app->state.open = app->state.open || (!session->blind && !app->start.hide);
    app->state = resume_take(session, app->state);
    app->state.notice = notice;
    return true;
}

static void close_desk(struct app *app) {
    desk_close(app->desk);
    app->desk = NULL;
}

bool app_play(struct app *app, const struct app_opening *opening) {
    const struct app_start *start = &app->start;
    close_desk(app);
    app->desk = opening->desk;
    app->state = state_start(desk_stage(opening->desk), opening->mode, start->charset,
                             start->columns, start->rows);
    app->state.open = start->open;
    app->state.mouse = start->mouse;
    app->state.pace = start->pace;
    app->unsaved = app->asked = app->done = false;
    if (opening->session && !take_up(app, opening)) {
        close_desk(app);
        return false;
    }
    if (!desk_stage(app->desk)->meetings[app->state.mode]) {
        app->state.mode = VETO_EXPECTED;
        app->state.notice = "no vote is on record here, so it is played as expected";
    }
    return true;
}

static void app_forget(struct app *app, size_t entry) {
    app->world.forget(app->world.catalogue, entry);
    app->browser = browser_without(app->browser, entry);
}

/* Back to the browser, or out. */
static void app_leave(struct app *app) {
    app->world.keep(app->world.context, desk_source(app->desk), NULL);
    app->done = !app->world.catalogue;
    if (app->done)
        return;
    app->start.mouse = app->state.mouse;
    app->start.pace = app->state.pace;
    close_desk(app);
    app->browser.chosen = false;
    app->browser.notice = NULL;
    if (app->resumed)
        app_forget(app, app->resumed - 1);
    app->resumed = 0;
    /* what was selected is so still, wherever it stands now */
    const struct catalogue *catalogue = app->world.catalogue;
    struct entry chosen = {.word = NULL};
    if (app->browser.selected < catalogue->count)
        chosen = catalogue->entries[app->browser.selected];
    app->world.refresh(app->world.catalogue);
    app->browser = browser_again(app->browser, &chosen);
}

/* A key; or, where that is not NULL, what a click does. */
static void play_press(struct app *app, uint32_t key, const struct spot *spot) {
    const struct stage *stage = desk_stage(app->desk);
    const struct state before = app->state;
    const char *const *overrides = stage->overrides;
    app->state = spot ? desk_act(app->desk, before, spot->action, spot->argument)
                      : desk_press(app->desk, before, key);
    app->unsaved = app->unsaved || overrides != stage->overrides ||
                   memcmp(before.guesses, app->state.guesses, sizeof before.guesses) != 0;
    if (app->state.wish.kind != WISH_NONE)
        app_heed(app);
    if (app->state.prompt.kind == PROMPT_NONE)
        app->over[0] = '\0';
    app->asked = app->state.quit && app->unsaved && !app->asked;
    if (app->asked) {
        app->state.quit = false;
        app->state.notice = "changes and predictions are not saved: s saves them, q leaves";
    }
    if (app->state.quit)
        app_leave(app);
    else if (app->unsaved || app->state.shown > 0)
        app_keep(app);
}

/* ---- the browser ---- */

static void browser_done(struct app *app, struct browser browser) {
    struct app_opening opening = {.desk = NULL};
    const char *why = NULL;
    app->browser = browser;
    app->done = browser.quit;
    if (browser.forget)
        app_forget(app, browser.selected);
    if (!browser.chosen)
        return;
    enum veto_status status = app->world.open(app->world.context, browser.selected, &opening, &why);
    app->browser.chosen = false;
    if (status == VETO_OK && !app_play(app, &opening))
        status = VETO_SYSTEM;
    const struct entry *entry = &app->world.catalogue->entries[browser.selected];
    bool resumed = status == VETO_OK && entry->shelf == SHELF_UNFINISHED;
    app->resumed = resumed ? browser.selected + 1 : 0;
    if (status != VETO_OK)
        app->browser.notice = status == VETO_INPUT ? why : "memory ran out, and nothing was opened";
}

/* ---- either ---- */

void app_notify(struct app *app, const char *notice) {
    if (app->desk)
        app->state.notice = notice;
    else
        app->browser.notice = notice;
}

void app_resize(struct app *app, int columns, int rows) {
    app->start.columns = columns;
    app->start.rows = rows;
    app->state = state_resize(app->state, columns, rows);
    app->browser = browser_resize(app->browser, browser_size(columns, rows));
}

/* A click is what the frame says that it is; elsewhere it is nothing. */
static void click(struct app *app, int column, int row) {
    const struct spot *spot = app->frame ? frame_spot_at(app->frame, column, row) : NULL;
    if (spot && spot->action == ACTION_KEY)
        play_press(app, (uint32_t)spot->argument, NULL);
    else if (spot && app->desk)
        play_press(app, 0, spot);
    else if (spot)
        browser_done(app, browser_act(app->browser, spot->action, spot->argument));
}

/* What is no character is passed over. */
static void app_paste(struct app *app, const char *text) {
    uint32_t code;
    for (const char *stop = text + strlen(text); text < stop;) {
        size_t bytes = text_decode(text, (size_t)(stop - text), &code);
        if (bytes > 0 && !app->desk)
            app->browser = browser_type(app->browser, code);
        else if (bytes > 0 && app->state.prompt.kind != PROMPT_NONE)
            app->state = prompt_press(app->state, code);
        text += bytes ? bytes : 1;
    }
}

void app_press(struct app *app, struct press press) {
    if (app->done)
        return;
    if (press.key == PRESS_PASTE)
        app_paste(app, press.text);
    else if (press.key == PRESS_CLICK)
        click(app, press.column, press.row);
    else if (app->desk)
        play_press(app, press.key, NULL);
    else
        browser_done(app, browser_press(app->browser, press.key));
}

static void work_frame(void *context) {
    struct app *app = context;
    if (app->desk) {
        app->frame = view_frame(&app->arena, &app->state);
        app->says = say_meeting(&app->arena, &app->state);
        app->state = state_settle(app->state, &app->frame->reach);
    } else {
        app->frame = browser_frame(&app->arena, &app->browser);
        app->says = say_choice(&app->arena, &app->browser);
        app->browser = browser_settle(app->browser, &app->frame->reach);
    }
}

const struct frame *app_frame(struct app *app) {
    app->frame = NULL;
    app->says = NULL;
    arena_free(&app->arena);
    return arenas_try(&app->arena, NULL, work_frame, app) ? app->frame : NULL;
}

int app_ticks(const struct app *app) {
    return app->desk ? state_ticks(&app->state) : 0;
}

bool app_takes_clicks(const struct app *app) {
    return app->desk ? app->state.mouse : app->start.mouse;
}

const char *app_says(const struct app *app) {
    return app->says;
}

bool app_asks(const struct app *app) {
    return app->desk && app->state.prompt.kind != PROMPT_NONE;
}

bool app_done(const struct app *app) {
    return app->done;
}
