#include "tui/tui.h"

#include <sys/ioctl.h>

#include "tui/screen.h"
#include "tui/signals.h"

struct tui {
    struct app *app;
    struct screen *screen;
    struct signals signals;
    int input;
    int deadly; /* the signal that ends it */
    bool gone;  /* the terminal has gone away */
};

/* False when memory runs out. */
static bool draw(struct tui *tui) {
    int columns, rows;
    screen_measure(tui->screen, &columns, &rows);
    app_resize(tui->app, columns, rows);
    screen_take_clicks(tui->screen, app_takes_clicks(tui->app));
    const struct frame *frame = app_frame(tui->app);
    if (frame)
        screen_draw(tui->screen, frame);
    return frame != NULL;
}

/* Input that is ready and yet has no byte is the end of it: the terminal is gone. */
static bool has_bytes(int input) {
    int count = 0;
    return ioctl(input, FIONREAD, &count) == 0 && count > 0;
}

static void read_keys(struct tui *tui) {
    struct press press;
    tui->gone = !has_bytes(tui->input);
    while (!tui->gone && !app_done(tui->app) && screen_press(tui->screen, &press))
        app_press(tui->app, press);
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
    while (!app_done(tui->app) && !tui->deadly && !tui->gone) {
        if (!draw(tui))
            return VETO_SYSTEM;
        enum waiting waiting = signals_wait(&tui->signals, tui->input, app_ticks(tui->app) ? 1000 : 0);
        if (waiting == WAIT_INPUT)
            read_keys(tui);
        if (waiting == WAIT_TIME)
            app_press(tui->app, (struct press){.key = PRESS_TICK});
        tui->gone = tui->gone || waiting == WAIT_ERROR;
        heed_signals(tui);
    }
    return VETO_OK;
}

enum veto_status tui_play(struct app *app, const struct tui_options *options, struct tui_end *end) {
    struct tui tui = {.app = app, .input = fileno(options->input)};
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
