/*
 * frames play OPERAND... --keys FILE: the program as it is, whose screens come out whole, text and
 * styles, so that the same keys in a browser can be held against them. In the place of
 * cli/screens.c.
 */
#include <string.h>

#include "base/diagnostics.h"
#include "base/source.h"
#include "cli/play.h"
#include "play/script.h"

struct playing {
    struct app *app;
    const struct settings *settings;
    struct veto_diagnostics *list;
    struct script script;
};

static void work_script(void *context) {
    struct playing *playing = context;
    struct source *source = NULL;
    const char *error;
    if (source_read(&playing->list->arena, playing->settings->keys, &source, &error) == VETO_OK)
        playing->script = script_read(&playing->list->arena, playing->list, source);
}

/* A line of text and one of styles, a letter a cell. */
static void write_frame(FILE *out, const struct frame *frame) {
    for (int row = 0; row < frame->rows; row++) {
        const struct cell *cells = frame->cells + (size_t)row * (size_t)frame->columns;
        for (int column = 0; column < frame->columns; column++)
            fwrite(cells[column].bytes, 1, cells[column].length, out);
        fputc('\n', out);
        for (int column = 0; column < frame->columns; column++)
            fputc('a' + cells[column].style, out);
        fputc('\n', out);
    }
    fprintf(out, "cursor %d %d\n", frame->cursor_column, frame->cursor_row);
}

enum veto_status screens_play(struct app *app, const struct settings *settings) {
    struct playing playing = {app, settings, veto_diagnostics_new(), {.count = 0}};
    struct veto_diagnostics *list = playing.list;
    bool read = list && arenas_try(&list->arena, NULL, work_script, &playing) && list->errors == 0;
    const struct frame *frame = read ? app_frame(app) : NULL;
    for (size_t i = 0; frame; i++) {
        write_frame(settings->out, frame);
        if (i == playing.script.count || app_done(app))
            break;
        app_press(app, playing.script.presses[i]);
        frame = app_frame(app);
    }
    veto_diagnostics_free(list);
    return frame ? VETO_OK : VETO_SYSTEM;
}
