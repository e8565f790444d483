#include "tui/tui.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "tui/input.h"
#include "tui/screen.h"
#include "tui/signals.h"

enum { QUIET = 100 }; /* milliseconds until nothing more of a paste comes */

struct tui {
    struct app *app;
    struct screen *screen;
    struct signals signals;
    struct input input;
    int descriptor;   /* that the input is read from */
    int deadly;       /* the signal that ends it */
    bool gone;        /* the terminal has gone away */
    char notice[128]; /* of the kind of terminal */
};

/* False when memory runs out. */
static bool draw_frame(struct tui *tui) {
    int columns, rows;
    screen_measure(tui->screen, &columns, &rows);
    app_resize(tui->app, columns, rows);
    screen_take_clicks(tui->screen, app_takes_clicks(tui->app));
    const struct frame *frame = app_frame(tui->app);
    if (frame)
        screen_draw(tui->screen, frame);
    return frame != NULL;
}

/* Of a key that does something to the terminal, or that a terminal would have made a signal of. */
static bool raises_signal(struct tui *tui, uint32_t key) {
    static const struct {
        uint32_t key;
        int signal;
    } signals[] = {
        {PRESS_CTRL_C, SIGINT}, {PRESS_CTRL_Z, SIGTSTP}, {PRESS_CTRL_BACKSLASH, SIGQUIT}};
    if (key == PRESS_CTRL_L)
        screen_repaint(tui->screen);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (signals[i].key == key)
            return raise(signals[i].signal) == 0; /* held, until the next wait */
    return key == PRESS_CTRL_L;
}

static void take_input(struct tui *tui, struct press press) {
    if (!raises_signal(tui, press.key))
        app_press(tui->app, press);
}

/* Input that is ready and yet has no byte is the end of it: the terminal is gone. */
static size_t read_bytes(struct tui *tui, unsigned char *bytes, size_t room) {
    ssize_t count = read(tui->descriptor, bytes, room);
    tui->gone = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
    return count > 0 ? (size_t)count : 0;
}

static void read_keys(struct tui *tui) {
    unsigned char bytes[256];
    struct press press;
    size_t count = read_bytes(tui, bytes, sizeof bytes);
    for (size_t i = 0; i < count && !app_done(tui->app); i++)
        if (input_byte(&tui->input, bytes[i], &press))
            take_input(tui, press);
}

/* What was pasted behind a key that leaves is for nobody: a shell would run it. */
static void drop_keys(struct tui *tui) {
    unsigned char bytes[4096];
    while (!tui->gone && signals_wait(&tui->signals, tui->descriptor, QUIET) == WAIT_INPUT)
        read_bytes(tui, bytes, sizeof bytes);
}

static void wait_for_input(struct tui *tui) {
    struct press press = {.key = PRESS_TICK};
    int patience = input_patience(&tui->input);
    int time = patience ? patience : app_ticks(tui->app);
    enum waiting waiting = signals_wait(&tui->signals, tui->descriptor, time);
    if (waiting == WAIT_INPUT)
        read_keys(tui);
    else if (waiting == WAIT_TIME && (!patience || input_silence(&tui->input, time, &press)))
        take_input(tui, press);
    tui->gone = tui->gone || waiting == WAIT_ERROR;
}

static void heed_signals(struct tui *tui) {
    struct caught caught = signals_take();
    tui->deadly = caught.deadly;
    if (tui->deadly)
        return;
    if (caught.stop) {
        drop_keys(tui);
        screen_leave(tui->screen);
        signals_stop(&tui->signals);
        tui->deadly = signals_take().deadly; /* the rest is known: it goes on, and is repainted */
    }
    if (caught.stop || caught.continued)
        screen_return(tui->screen);
    if (caught.resized)
        screen_repaint(tui->screen);
}

/* Says once what an unknown kind of terminal is taken for. */
static void tell_kind(struct tui *tui) {
    const char *kind = getenv("TERM"), *instead = screen_instead(tui->screen);
    bool named = kind && *kind;
    if (!instead)
        return;
    snprintf(tui->notice, sizeof tui->notice, "TERM%s%.32s is not %s, so %s is used instead",
             named ? "=" : "", named ? kind : "", named ? "known here" : "set", instead);
    app_notify(tui->app, tui->notice);
}

static enum veto_status play_on_screen(struct tui *tui) {
    bool drawn = true;
    screen_teach(&tui->input);
    tell_kind(tui);
    while (!app_done(tui->app) && !tui->deadly && !tui->gone && (drawn = draw_frame(tui))) {
        wait_for_input(tui);
        heed_signals(tui);
    }
    drop_keys(tui);
    screen_close(tui->screen);
    if (!tui->deadly)
        tui->deadly = signals_take().deadly; /* one that came meanwhile */
    return drawn ? VETO_OK : VETO_SYSTEM;
}

enum veto_status tui_play(struct app *app, const struct tui_options *options, struct tui_end *end) {
    struct tui tui = {.app = app, .descriptor = fileno(options->input)};
    *end = (struct tui_end){.error = "out of memory"};
    if (!signals_hold(&tui.signals))
        return VETO_SYSTEM;
    enum veto_status status = VETO_USAGE;
    tui.screen = screen_open(options->input, options->output, options->color, &end->error);
    if (tui.screen) {
        end->error = "out of memory";
        status = play_on_screen(&tui);
    }
    signals_release(&tui.signals);
    end->signal = tui.deadly;
    return status;
}
