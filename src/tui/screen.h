/* The terminal: a frame goes out, keys come in. The one place that knows curses. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "view/frame.h"
#include "view/keys.h"

struct screen; /* as curses has it */

/* Opens the screen, after signals_hold, and has signals_prepare know how to give the terminal back.
 * NULL, with *error set and nothing changed, where this is no terminal that can show a screen. */
struct screen *screen_open(FILE *input, FILE *output, bool color, const char **error);
void screen_close(struct screen *screen);

/* Gives the terminal back for a while, and takes it again. */
void screen_leave(struct screen *screen);
void screen_return(struct screen *screen);

/* Asks the terminal for its size. */
void screen_measure(struct screen *screen, int *columns, int *rows);

void screen_draw(struct screen *screen, const struct frame *frame);

/* What the hand did next: false when that was nothing. A key that means nothing here is PRESS_NONE.
 */
bool screen_press(struct screen *screen, struct press *press);

/* Whether clicks come here; else the terminal has them, to select text. */
void screen_take_clicks(struct screen *screen, bool take);

/* The next screen_draw paints every cell anew. */
void screen_repaint(struct screen *screen);

#endif
