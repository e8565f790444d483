/*
 * Any bytes as a script of keys: what is read is played, from the browser on, with a frame after
 * every key and click; what is not has a message.
 */
#include "base/source.h"
#include "fuzz.h"
#include "play/script.h"
#include "view/app.h"

/* ---- a world of one scenario, without files ---- */

static const char scenario[] =
    "veto: 1\ntitle: Fuzz\ndate: 2016-10-08\n"
    "drafts:\n"
    "  one: {title: One, leanings: {default: 0.5, RUS: -0.9}}\n"
    "  two: {title: Two, amends: one, leanings: {default: 0.2}, changes: {default: 0.1}}\n"
    "questions: [{before: one, ask: What will come of it?}]\n"
    "programme: [{statement: {by: FRA, text: For it., on: one, position: 1}}, vote: two, vote: one]\n";

static struct desk *open_scenario(void) {
    struct desk *desk = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct desk_source source = {.word = "fuzz", .seed = 1};
    source.text = (struct veto_text){"fuzz", scenario, sizeof scenario - 1};
    enum veto_status status = desk_open(&desk, &source, list);
    veto_diagnostics_print(list, stderr, 80, false);
    expect(status == VETO_OK);
    veto_diagnostics_free(list);
    return desk;
}

/* What is offered: a session that was left unfinished, and a file. */
static struct entry offered[2];
static struct catalogue offer = {offered, 2};

static enum veto_status open_entry(void *context, size_t entry, struct app_opening *opening,
                                   const char **why) {
    (void)context;
    (void)why;
    expect(entry < offer.count);
    *opening = (struct app_opening){.desk = open_scenario(), .mode = VETO_EXPECTED};
    return VETO_OK;
}

static void forget(struct catalogue *catalogue, size_t entry) {
    expect(catalogue == &offer && entry == 0 && offered[0].shelf == SHELF_UNFINISHED);
    offered[0] = offered[1];
    catalogue->count--;
}

static void refresh(struct catalogue *catalogue) {
    expect(catalogue == &offer && catalogue->count > 0);
}

static const char *ask(void *context, const char *path) {
    (void)context;
    return strchr(path, 'e') ? "it is there" : NULL; /* some are, some are not */
}

static const char *write_named(void *context, const char *path, enum wish_kind what,
                               const struct desk_source *source, const struct session *session,
                               const struct veto_meeting *meeting) {
    (void)context;
    expect(source && what >= WISH_SESSION && what < WISHES && *path != '\0');
    expect(session && session->place.shown <= veto_meeting_event_count(meeting));
    return strchr(path, 'f') ? "cannot write it" : NULL;
}

static void keep(void *context, const struct desk_source *source, const struct session *session) {
    (void)context;
    expect(source && (!session || session->scenario));
}

/* ---- playing ---- */

static void play(const struct script *script, enum charset charset) {
    enum { PRESSES = 200 };
    struct entry entry = {.word = "fuzz", .date = "", .title = "F", .note = "", .search = "f"};
    offered[0] = offered[1] = entry;
    offered[0].shelf = SHELF_UNFINISHED;
    offered[1].shelf = SHELF_FILES;
    offer.count = 2;
    struct app_start start = {.charset = charset, .columns = 80, .rows = 24, .mouse = true};
    struct app_world world = {.catalogue = &offer,
                              .open = open_entry,
                              .forget = forget,
                              .refresh = refresh,
                              .ask = ask,
                              .write = write_named,
                              .keep = keep};
    struct app *app = app_new(&start, &world);
    for (size_t i = 0; i < script->count && i < PRESSES; i++) {
        expect(app_frame(app) != NULL);
        app_press(app, script->presses[i]);
    }
    expect(app_frame(app) != NULL);
    app_free(app);
}

struct reading {
    struct arena arena;
    struct veto_diagnostics *list;
    struct veto_text text;
    struct script script;
};

static void work_read(void *context) {
    struct reading *reading = context;
    struct arena *arena = &reading->list->arena;
    const char *bytes = arena_copy(arena, reading->text.bytes, reading->text.length);
    struct source *source = source_new(arena, "fuzz", bytes, reading->text.length);
    reading->script = script_read(&reading->arena, reading->list, source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct reading reading = {.list = veto_diagnostics_new(),
                              .text = {"fuzz", (const char *)data, size}};
    expect(arenas_try(&reading.arena, &reading.list->arena, work_read, &reading));
    if (veto_diagnostics_errors(reading.list) == 0)
        play(&reading.script, size % 2 ? CHARSET_UTF8 : CHARSET_ASCII);
    expect_safe_messages(reading.list);
    arena_free(&reading.arena);
    veto_diagnostics_free(reading.list);
    return 0;
}
