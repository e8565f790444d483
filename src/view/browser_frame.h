/* The browser on screen: catalogue and state in, frame out. */
#ifndef VIEW_BROWSER_FRAME_H
#define VIEW_BROWSER_FRAME_H

#include "play/browser.h"
#include "view/frame.h"

/* Pure, at any size. Under arenas_try with `arena`. */
struct frame *browser_frame(struct arena *arena, const struct catalogue *catalogue,
                            const struct browser *browser);

/* Where the parts stand: side by side where there is room, else below each other. */
struct browser_layout {
    struct area search, list, rule, preview, more; /* more: where it says that there is */
};
struct browser_layout browser_layout(int columns, int rows);

/* What the state needs to know of that. */
struct browser_size browser_size(int columns, int rows);

/* What is at stake in an entry. It scrolls. */
void draw_preview(struct frame *frame, struct area area, const struct entry *entry,
                  const struct browser *browser);

#endif
