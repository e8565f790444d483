#include "cli/screens.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/replace.h"
#include "cli/terminal.h"
#include "play/script.h"

struct screens {
    struct app *app;
    const struct settings *settings;
    struct veto_diagnostics *list;
    struct arena arena; /* holds the script */
    struct arena frame; /* and this the text of one frame */
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
        screens->script = script_read(&screens->arena, screens->list, source);
        screens->status = screens->list->errors ? VETO_INPUT : VETO_OK;
    } else {
        diagnose_file(screens->list, strcmp(path, "-") == 0 ? "standard input" : path, "%s", error);
    }
}

static enum veto_status read_script(struct screens *screens) {
    screens->list = veto_diagnostics_new();
    if (!screens->list || !arenas_try(&screens->arena, &screens->list->arena, work_script, screens))
        return out_of_memory();
    print_mistakes(screens->list, screens->settings);
    return screens->status;
}

/* ---- the frames ---- */

/* Not on the disk before the next one is made: there may be hundreds. */
static enum veto_status write_frame(const char *path, const char *text) {
    const char *why = replace_file(path, text, strlen(text), false);
    if (!why)
        return VETO_OK;
    complain("cannot write '%s': %s", path, why);
    return VETO_SYSTEM;
}

static void work_text(void *context) {
    struct screens *screens = context;
    const char *folder = screens->settings->screens;
    char *text = frame_text(&screens->frame, screens->shown);
    if (folder)
        screens->status = write_frame(
            arena_printf(&screens->frame, "%s/%04zu.txt", folder, screens->number), text);
    else if (screens->last)
        fputs(text, screens->settings->out);
}

static enum veto_status put_frame(struct screens *screens) {
    screens->last = screens->number == screens->script.count || app_done(screens->app);
    screens->shown = app_frame(screens->app);
    if (!screens->shown || !arenas_try(&screens->frame, NULL, work_text, screens))
        screens->status = out_of_memory();
    arena_free(&screens->frame);
    screens->number++;
    return screens->status;
}

static enum veto_status play_script(struct screens *screens) {
    enum veto_status status = put_frame(screens);
    for (size_t i = 0; status == VETO_OK && !screens->last; i++) {
        app_press(screens->app, screens->script.presses[i]);
        status = put_frame(screens);
    }
    return status;
}

/* A folder that is there already is as good as a new one. */
static enum veto_status screens_folder(const char *path) {
    if (!path || mkdir(path, 0777) == 0 || errno == EEXIST)
        return VETO_OK;
    complain("cannot make the folder '%s': %s", path, strerror(errno));
    return VETO_SYSTEM;
}

enum veto_status screens_play(struct app *app, const struct settings *settings) {
    struct screens screens = {.app = app, .settings = settings};
    enum veto_status status = read_script(&screens);
    if (status == VETO_OK)
        status = screens_folder(settings->screens);
    if (status == VETO_OK)
        status = play_script(&screens);
    arena_free(&screens.arena);
    veto_diagnostics_free(screens.list);
    return status;
}
