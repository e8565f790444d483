/* What an app shows: frames and words, of a meeting or of the browser. Pure, at any size. Under
 * arenas_try with `arena`. */
#pragma once

#include "play/browser.h"
#include "play/state.h"
#include "view/frame.h"

/* The views: state -> frame. */
struct frame *view_frame(struct arena *arena, const struct state *state);
struct frame *browser_frame(struct arena *arena, const struct browser *browser);

/* Where the parts of the browser stand: side by side where there is room, else below each other. */
struct browser_layout {
    struct area search, list, rule, preview, more; /* more: where it says that there is */
};
struct browser_layout browser_layout(int columns, int rows);

/* What its state needs to know of that. */
struct browser_size browser_size(int columns, int rows);

/* What a change of the screen is in words: the ballot, the result or the statement that has just
 * come, the member or entry selected, or what is told at the bottom; "" where it is nothing of
 * that. */
const char *say_meeting(struct arena *arena, const struct state *state);
const char *say_choice(struct arena *arena, const struct browser *browser);
