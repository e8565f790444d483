/*
 * The app: what is on screen, whoever shows it, a terminal or a script of keys. It owns the desk,
 * the state and the last frame. What it needs of the world outside comes by the callbacks of
 * app_world: nothing here knows a file.
 */
#ifndef VIEW_APP_H
#define VIEW_APP_H

#include "view/desk.h"

struct app;

struct app_world {
    void *context;
    /* Writes a file whole or not at all. NULL when it is done, else why not: a clause that lives
     * until the next call. */
    const char *(*save)(void *context, const char *path, const char *text, size_t length);
};

/* Takes the desk over. NULL when memory runs out, and then the desk is the caller's still. */
struct app *app_new(struct desk *desk, const struct state *state, const struct app_world *world);
void app_free(struct app *app);

void app_resize(struct app *app, int columns, int rows);
void app_press(struct app *app, struct press press);

/* What is on screen now; until the next call. NULL when memory runs out. */
const struct frame *app_frame(struct app *app);

bool app_ticks(const struct app *app);        /* wants a PRESS_TICK after a second without a key */
bool app_takes_clicks(const struct app *app); /* the mouse is not left to the terminal */
bool app_done(const struct app *app);         /* the user has left */

#endif
