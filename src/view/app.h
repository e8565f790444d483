/*
 * The app: what is on screen, whoever shows it, a terminal or a script of keys. It is the browser,
 * where something is chosen, or a meeting on its desk. What it needs of the world outside comes by
 * the callbacks of app_world: nothing here knows a file.
 */
#pragma once

#include "play/desk.h"
#include "play/entry.h"
#include "session/session.h"
#include "view/frame.h"

struct app;

/* What is to be played. */
struct app_opening {
    struct desk *desk;             /* the app's from here on */
    const struct session *session; /* taken up where it was left; or NULL. Need not live on */
    bool by_hand;                  /* its changes are yet to be made, by hand as they were */
    enum veto_mode mode;
};

struct app_world {
    void *context;
    struct catalogue *catalogue; /* what the browser offers; NULL: there is none */
    /* Opens what was chosen. VETO_INPUT with a clause in *why, or VETO_SYSTEM. */
    enum veto_status (*open)(void *context, size_t entry, struct app_opening *opening,
                             const char **why);
    /* Takes an unfinished session away, out of the catalogue too. */
    void (*forget)(struct catalogue *catalogue, size_t entry);
    /* Lists in the catalogue what was written since; nothing that was opened is in use. */
    void (*refresh)(struct catalogue *catalogue);
    /* What is to be asked before a file of that name is written: a text, or NULL. */
    const char *(*ask)(void *context, const char *path);
    /* Writes a file whole or not at all: WISH_SESSION, the session of what that desk has;
     * WISH_TRANSCRIPT, what was played of the meeting so far; or WISH_SCENARIO, the scenario with
     * what the session changed. NULL when it is done, else why not: a clause that lives until the
     * next call. */
    const char *(*write)(void *context, const char *path, enum wish_kind what,
                         const struct desk_source *source, const struct session *session,
                         const struct veto_meeting *meeting);
    /* Keeps a session that is not finished, in case the program ends before it; NULL: it is. */
    void (*keep)(void *context, const struct desk_source *source, const struct session *session);
};

/* How a meeting begins on screen: its mode is that of the opening. */
struct app_start {
    enum charset charset;
    int columns, rows;
    bool hide, open; /* what gives a vote away is hidden, or shown, whatever a session says */
    bool mouse;
    enum pace pace;
};

/* Shows the browser, where the world has a catalogue. NULL when memory runs out. */
struct app *app_new(const struct app_start *start, const struct app_world *world);
void app_free(struct app *app);

/* Puts a meeting on the screen. False when memory runs out before the changes of its session have
 * been made again: going on without them would lose them. The browser is on screen then. */
bool app_play(struct app *app, const struct app_opening *opening);

/* Says something in the bar of keys; `notice` must live on. */
void app_notify(struct app *app, const char *notice);

void app_resize(struct app *app, int columns, int rows);
void app_press(struct app *app, struct press press);

/* What is on screen now; until the next call. NULL when memory runs out. */
const struct frame *app_frame(struct app *app);

/* What that is in words, for those who do not see it; "" or NULL: nothing to be said. */
const char *app_says(const struct app *app);

int app_ticks(
    const struct app *app); /* milliseconds without a key until it wants a PRESS_TICK; or 0 */
bool app_takes_clicks(const struct app *app); /* the mouse is not left to the terminal */
bool app_asks(const struct app *app);         /* a line is typed at the bottom */
bool app_done(const struct app *app);         /* the user has left */

/* Has the world keep the session as it is now. False where there is none, or memory runs out. */
bool app_keep(struct app *app);
