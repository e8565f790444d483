#include "tui/tui.h"

#include <sys/ioctl.h>

#include "tui/screen.h"
#include "tui/signals.h"
#include "view/view.h"

struct tui {
    struct desk *desk;
    struct state *state;
    struct screen *screen;
    struct signals signals;
    int input;
    struct arena arena; /* of one frame */
    int deadly;         /* the signal that ends it */
    bool gone;          /* the terminal has gone away */
};

static void work_draw(void *context) {
    struct tui *tui = context;
    struct frame *frame = view_frame(&tui->arena, desk_stage(tui->desk), tui->state);
    *tui->state = state_settle(*tui->state, frame);
    screen_draw(tui->screen, frame);
}

/* False when memory runs out. */
static bool draw(struct tui *tui) {
    int columns, rows;
    screen_measure(tui->screen, &columns, &rows);
    *tui->state = state_resize(*tui->state, columns, rows);
    bool done = arenas_try(&tui->arena, NULL, work_draw, tui);
    arena_free(&tui->arena);
    return done;
}

/* Input that is ready and yet has no byte is the end of it: the terminal is gone. */
static bool has_bytes(int input) {
    int count = 0;
    return ioctl(input, FIONREAD, &count) == 0 && count > 0;
}

static void read_keys(struct tui *tui) {
    uint32_t key;
    tui->gone = !has_bytes(tui->input);
    while (!tui->gone && !tui->state->quit && screen_key(tui->screen, &key))
        *tui->state = desk_press(tui->desk, *tui->state, key);
}

static void heed_signals(struct tui *tui) {
    struct caught caught = signals_take();
    tui->deadly = caught.deadly;
    if (tui->deadly)
        return;
    if (caught.stop) {
        screen_leave(tui->screen);
        signals_stop(&tui->signals);
        tui->deadly = signals_take().deadly; /* the rest is known: it goes on, and is repainted */
    }
    if (caught.stop || caught.continued)
        screen_return(tui->screen);
    if (caught.resized)
        screen_repaint(tui->screen);
}

static enum veto_status loop(struct tui *tui) {
    while (!tui->state->quit && !tui->deadly && !tui->gone) {
        if (!draw(tui))
            return VETO_SYSTEM;
        enum waiting waiting =
            signals_wait(&tui->signals, tui->input, state_ticks(tui->state) ? 1 : 0);
        if (waiting == WAIT_INPUT)
            read_keys(tui);
        if (waiting == WAIT_TIME)
            *tui->state = desk_press(tui->desk, *tui->state, PRESS_TICK);
        tui->gone = tui->gone || waiting == WAIT_ERROR;
        heed_signals(tui);
    }
    return VETO_OK;
}

enum veto_status tui_play(struct desk *desk, struct state *state, const struct tui_options *options,
                          struct tui_end *end) {
    struct tui tui = {.desk = desk, .state = state, .input = fileno(options->input)};
    *end = (struct tui_end){.error = "out of memory"};
    if (!signals_hold(&tui.signals))
        return VETO_SYSTEM;
    enum veto_status status = VETO_USAGE;
    tui.screen = screen_open(options->input, options->output, options->color, &end->error);
    if (tui.screen) {
        end->error = "out of memory";
        status = loop(&tui);
        screen_close(tui.screen);
    }
    signals_release(&tui.signals);
    end->signal = tui.deadly;
    if (status == VETO_OK)
        end->error = NULL;
    return status;
}
