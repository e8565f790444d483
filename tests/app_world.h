/* The app in a world without files: scripts of keys, and what they leave. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "desk_file.h"
#include "play/script.h"
#include "suite.h"
#include "view/app.h"

static struct app *app;

static struct arena arena;

static enum pace pace; /* off, but where a test is about the roll call */

static struct {
    struct catalogue *catalogue;
    char there[64];              /* the one file that there is */
    char path[64], scenario[64]; /* of what was saved last */
    size_t shown, changes, guesses, transcript;
    bool kept, forgotten, blind, full;
} world;

static inline struct desk *new_desk(const char *path) {
    return desk_of_file(path, NULL, 0, 1);
}

static inline void note_session(const struct desk_source *source, const struct session *session) {
    snprintf(world.scenario, sizeof world.scenario, "%s", source->word);
    world.shown = session->place.shown;
    world.changes = session->change_count;
    world.guesses = session->guess_count;
    world.blind = session->blind;
}

static inline const char *ask(void *context, const char *path) {
    (void)context;
    return strcmp(path, world.there) == 0
               ? "there is such a file: Enter once more replaces it, Esc does not"
               : NULL;
}

static inline const char *write_named(void *context, const char *path, enum wish_kind what,
                                      const struct desk_source *source,
                                      const struct session *session,
                                      const struct veto_meeting *meeting) {
    (void)context;
    ck_assert(meeting != NULL && session != NULL);
    if (world.full)
        return "cannot write 'x': No space left on device";
    snprintf(world.path, sizeof world.path, "%s", path);
    if (what == WISH_TRANSCRIPT)
        world.transcript = session->place.shown;
    else
        note_session(source, session);
    return NULL;
}

static inline void keep(void *context, const struct desk_source *source,
                        const struct session *session) {
    (void)context;
    world.kept = session != NULL;
    world.forgotten = session == NULL;
    if (session)
        note_session(source, session);
}

static inline enum veto_status open_entry(void *context, size_t entry, struct app_opening *opening,
                                          const char **why) {
    (void)context;
    *why = "it has mistakes";
    if (world.catalogue->entries[entry].closed)
        return VETO_INPUT;
    *opening = (struct app_opening){.desk = new_desk(world.catalogue->entries[entry].word),
                                    .mode = VETO_EXPECTED};
    return VETO_OK;
}

static struct entry offered[2];

static struct catalogue offer = {offered, 2};

static inline void refresh(struct catalogue *catalogue) {
    ck_assert_ptr_eq(catalogue, world.catalogue);
}

static inline void forget_entry(struct catalogue *catalogue, size_t entry) {
    ck_assert_uint_eq(entry, 0);
    offered[0] = offered[1];
    catalogue->count--;
}

static inline void new_app(int columns, int rows, enum charset charset,
                           struct catalogue *catalogue) {
    struct app_start start = {
        .charset = charset, .columns = columns, .rows = rows, .mouse = true, .pace = pace};
    struct app_world callbacks = {.catalogue = catalogue,
                                  .open = open_entry,
                                  .forget = forget_entry,
                                  .refresh = refresh,
                                  .ask = ask,
                                  .write = write_named,
                                  .keep = keep};
    memset(&world, 0, sizeof world);
    world.catalogue = catalogue;
    app = app_new(&start, &callbacks);
    ck_assert_ptr_nonnull(app);
}

static inline void open_app(const char *path, int columns, int rows, enum charset charset) {
    struct app_opening opening = {.desk = new_desk(path), .mode = VETO_EXPECTED};
    new_app(columns, rows, charset, NULL);
    ck_assert(app_play(app, &opening));
}

static inline void close_app(void) {
    app_free(app);
    app = NULL;
    arena_free(&arena);
}

static inline char *shown(void) {
    return frame_text(&arena, app_frame(app));
}

/* Plays a script, each key on the frame that the one before left. */
static inline void play(const char *text) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct script script =
        script_read(&arena, list, source_new(&arena, "script", text, strlen(text)));
    ck_assert_uint_eq(veto_diagnostics_errors(list), 0);
    for (size_t i = 0; i < script.count; i++) {
        ck_assert_ptr_nonnull(app_frame(app));
        app_press(app, script.presses[i]);
    }
    veto_diagnostics_free(list);
}

#define EXAMPLE "tests/screens/example.yaml"

/* Clicks on the first place where this stands. */
static inline void click_on(const char *what) {
    const char *text = shown(), *at = strstr(text, what);
    ck_assert_msg(at != NULL, "no '%s' on\n%s", what, text);
    struct press press = {.key = PRESS_CLICK};
    for (const char *c = text; c < at; c++) {
        press.column = *c == '\n' ? 0 : press.column + 1;
        press.row += *c == '\n';
    }
    app_press(app, press);
}

static inline void offer_one_unfinished(void) {
    offered[0] = (struct entry){.shelf = SHELF_UNFINISHED,
                                .word = EXAMPLE,
                                .date = "",
                                .title = "Left yesterday",
                                .note = "",
                                .search = " left"};
    offered[1] = (struct entry){.shelf = SHELF_FILES,
                                .word = EXAMPLE,
                                .date = "",
                                .title = "An example",
                                .note = "",
                                .search = " an example"};
    offer.count = 2;
    new_app(80, 24, CHARSET_ASCII, &offer);
    ck_assert_ptr_nonnull(strstr(shown(), "Left yesterday"));
}
