/*
 * The browser: what can be played, searched as one types, with a preview of what is selected. Its
 * state is a plain value, like that of a meeting: catalogue, state and key in, state out; catalogue
 * and state in, frame out.
 */
#ifndef VIEW_BROWSER_H
#define VIEW_BROWSER_H

#include <stdbool.h>

#include "base/text.h"
#include "view/entry.h"
#include "view/frame.h"
#include "view/keys.h"

enum { BROWSER_TYPED = 64 }; /* bytes of a search, its NUL included */

struct browser {
    int columns, rows;
    enum charset charset;
    char typed[BROWSER_TYPED]; /* the search; empty: everything is listed */
    size_t selected;           /* an entry that matches, or the catalogue's count: none does */
    size_t top;                /* the first entry that the list shows; likewise */
    int scroll; /* lines of the preview, or of the help, read further down (negative) */
    int scroll_least, scroll_most, scroll_page; /* what the last frame said of it */
    bool help;                                  /* shown in place of list and preview */
    const char *notice; /* why the last key did nothing, or NULL; also for whoever cannot open what
                           was chosen */
    bool chosen;        /* the last key asks for what is selected to be played, ... */
    bool forget;        /* ... or to be offered no more */
    bool blind;         /* how recorded votes came out is hidden */
    bool quit;
};

/* Everything listed, the first entry selected. */
struct browser browser_start(enum charset charset, int columns, int rows);

/* VIEW_BROWSE, VIEW_SEARCH once something is typed, VIEW_HELP or VIEW_SMALL. */
enum view browser_view(const struct browser *browser);

/* The state after an action, or after a key. What can be typed and has no action is typed. */
struct browser browser_act(const struct catalogue *catalogue, struct browser browser,
                           enum action action, int argument);
struct browser browser_press(const struct catalogue *catalogue, struct browser browser,
                             uint32_t key);

/* The state after a character was typed, or pasted: nothing where there is no search to type. */
struct browser browser_type(const struct catalogue *catalogue, struct browser browser,
                            uint32_t code);

/* The state after a change of size, and after a frame of it was made. */
struct browser browser_resize(const struct catalogue *catalogue, struct browser browser,
                              int columns, int rows);
struct browser browser_settle(struct browser browser, const struct frame *frame);

/* The state after the entry at this index was taken out of the catalogue. */
struct browser browser_without(const struct catalogue *catalogue, struct browser browser,
                               size_t index);

/* Pure, at any size. Under arenas_try with `arena`. */
struct frame *browser_frame(struct arena *arena, const struct catalogue *catalogue,
                            const struct browser *browser);

/* ---- what it shows ---- */

/* Where the parts stand: side by side where there is room, else below each other. */
struct browser_layout {
    struct area search, list, rule, preview, more; /* more: where it says that there is */
};
struct browser_layout browser_layout(int columns, int rows);

/* The entries that match a search, one after the other. */
struct finder {
    const struct catalogue *catalogue;
    char words[BROWSER_TYPED * TEXT_FOLDED];
};
struct finder browser_finder(const struct catalogue *catalogue, const struct browser *browser);
size_t finder_next(const struct finder *finder, size_t from); /* at or behind it, or the count */
size_t finder_previous(const struct finder *finder, size_t from); /* before it, or the count */

/* What is at stake in an entry. It scrolls. */
void draw_preview(struct frame *frame, struct area area, const struct entry *entry,
                  const struct browser *browser);

#endif
