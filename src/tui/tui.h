/* The terminal UI: shows the app, and gives it what the hand does. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "veto/status.h"
#include "view/app.h"

struct tui_options {
    FILE *input, *output; /* the terminal: standard input and output, or both /dev/tty */
    bool color;
};

struct tui_end {
    const char *error; /* where the status is not VETO_OK: what was wrong, and a way round it */
    int signal;        /* the one that ended it, for the caller to raise again; or 0 */
};

/*
 * Runs until the user leaves, a signal asks it to end or the terminal goes away. The app's size is
 * asked of the terminal. The locale must have been set for LC_CTYPE. The terminal is given back as
 * it was, and so are the signals. VETO_OK; VETO_USAGE where this is no terminal that can show a
 * screen; VETO_SYSTEM when memory runs out.
 */
enum veto_status tui_play(struct app *app, const struct tui_options *options, struct tui_end *end);
