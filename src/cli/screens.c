/* The app played from a script of keys, without a terminal: its frames as text. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diagnostics.h"
#include "cli/play.h"
#include "play/script.h"

struct screens {
    struct app *app;
    const struct settings *settings;
    struct veto_diagnostics *list; /* holds the script too */
    struct arena frame;            /* holds the text of one frame */
    const struct frame *shown;
    struct script script;
    size_t number; /* of the frame */
    bool last;     /* it is the last one */
    enum veto_status status;
};

/* ---- the script ---- */

static void work_script(void *context) {
    struct screens *screens = context;
    const char *error, *path = screens->settings->keys;
    struct source *source = NULL;
    screens->status = source_read(&screens->list->arena, path, &source, &error);
    if (screens->status == VETO_OK) {
        screens->script = script_read(&screens->list->arena, screens->list, source);
        screens->status = screens->list->errors ? VETO_INPUT : VETO_OK;
    } else {
        diagnose_file(screens->list, strcmp(path, "-") == 0 ? "standard input" : path, "%s", error);
    }
}

/* ---- the frames ---- */

/* Not on the disk before the next one is made: there may be hundreds. */
static void work_text(void *context) {
    struct screens *screens = context;
    const struct settings *settings = screens->settings;
    const char *text = frame_text(&screens->frame, screens->shown);
    if (settings->screens) {
        const char *path =
            arena_printf(&screens->frame, "%s/%04zu.txt", settings->screens, screens->number);
        const char *why = replace_file(path, text, strlen(text), NULL, false);
        if (why)
            complain("cannot write '%s': %s", path, why);
        screens->status = why ? VETO_SYSTEM : VETO_OK;
    } else if (screens->last) {
        fputs(text, settings->out);
    }
}

static void play_script(struct screens *screens) {
    for (;;) {
        screens->last = screens->number == screens->script.count || app_done(screens->app);
        screens->shown = app_frame(screens->app);
        if (!screens->shown || !arenas_try(&screens->frame, NULL, work_text, screens))
            screens->status = out_of_memory();
        arena_free(&screens->frame);
        if (screens->status != VETO_OK || screens->last)
            return;
        app_press(screens->app, screens->script.presses[screens->number++]);
    }
}

enum veto_status screens_play(struct app *app, const struct settings *settings) {
    struct screens screens = {.app = app, .settings = settings, .list = veto_diagnostics_new()};
    const char *folder = settings->screens;
    if (!screens.list || !arenas_try(&screens.list->arena, NULL, work_script, &screens))
        screens.status = out_of_memory();
    else
        print_mistakes(screens.list, settings);
    /* a folder that is there already is as good as a new one */
    if (screens.status == VETO_OK && folder && mkdir(folder, 0777) != 0 && errno != EEXIST) {
        complain("cannot make the folder '%s': %s", folder, strerror(errno));
        screens.status = VETO_SYSTEM;
    }
    if (screens.status == VETO_OK)
        play_script(&screens);
    veto_diagnostics_free(screens.list);
    return screens.status;
}
