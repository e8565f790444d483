/* The terminal as curses has it: frames go out. The one place that knows curses. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "tui/input.h"
#include "view/frame.h"

struct screen; /* as curses has it */

/* Opens the screen, after signals_hold, and has signals_prepare know how to give the terminal back.
 * NULL, with *error set and nothing changed, where this is no terminal that can show a screen. */
struct screen *screen_open(FILE *input, FILE *output, bool color, const char **error);
void screen_close(struct screen *screen);

/* The kind of terminal that it is taken for, where there is no entry for TERM in terminfo; NULL: it
 * is the one that TERM names. */
const char *screen_instead(const struct screen *screen);

/* Tells the input of this kind of terminal's keys; as long as the screen is open. */
void screen_teach(struct input *input);

/* Gives the terminal back for a while, and takes it again. What was typed and not read is lost. */
void screen_leave(struct screen *screen);
void screen_return(struct screen *screen);

/* Asks the terminal for its size. */
void screen_measure(struct screen *screen, int *columns, int *rows);

void screen_draw(struct screen *screen, const struct frame *frame);

/* Whether clicks come here; else the terminal has them, to select text. */
void screen_take_clicks(struct screen *screen, bool take);

/* The next screen_draw paints every cell anew, and sets the terminal's modes again. */
void screen_repaint(struct screen *screen);
