/*
 * The browser: what can be played, searched as one types, with a preview of what is selected. Its
 * state is a plain value, like that of a meeting: state and key in, state out.
 */
#pragma once

#include <stdbool.h>

#include "base/text.h"
#include "play/entry.h"
#include "play/keys.h"
#include "play/reach.h"

enum { BROWSER_TYPED = 64 }; /* bytes of a search, its NUL included */

/* That of the screen, and how many rows of it the list has. */
struct browser_size {
    int columns, rows, list;
};

struct browser {
    const struct catalogue *catalogue; /* what can be chosen; it outlives the browser */
    struct browser_size size;
    enum charset charset;
    char typed[BROWSER_TYPED]; /* the search; empty: everything is listed */
    size_t selected;           /* an entry that matches, or the catalogue's count: none does */
    size_t top;                /* the first entry that the list shows; likewise */
    int scroll;         /* lines of the preview, or of the help, read further down (negative) */
    struct reach reach; /* what the last frame said of it */
    bool help;          /* shown in place of list and preview */
    const char *notice; /* why the last key did nothing, or NULL; also for whoever cannot open what
                           was chosen */
    bool chosen;        /* the last key asks for what is selected to be played, ... */
    bool forget;        /* ... or to be offered no more */
    bool open;          /* how recorded votes came out is shown */
    bool quit;
};

/* Everything listed, the first entry selected. */
struct browser browser_start(const struct catalogue *catalogue, enum charset charset,
                             struct browser_size size);

/* VIEW_BROWSE, VIEW_SEARCH once something is typed, VIEW_HELP or VIEW_SMALL. */
enum view browser_view(const struct browser *browser);

/* The state after an action, or after a key. What can be typed and has no action is typed. */
struct browser browser_act(struct browser browser, enum action action, int argument);
struct browser browser_press(struct browser browser, uint32_t key);

/* The state after a character was typed, or pasted: nothing where there is no search to type. */
struct browser browser_type(struct browser browser, uint32_t code);

/* The state after a change of size, and after a frame of it was made. */
struct browser browser_resize(struct browser browser, struct browser_size size);
struct browser browser_settle(struct browser browser, const struct reach *reach);

/* The state after the entry at this index was taken out of the catalogue. */
struct browser browser_without(struct browser browser, size_t index);

/* The state after the entries were made anew: `chosen` is selected, where it is listed. */
struct browser browser_again(struct browser browser, const struct entry *chosen);

/* ---- what it shows ---- */

/* The entries that match a search, one after the other. */
struct finder {
    const struct catalogue *catalogue;
    char words[BROWSER_TYPED * TEXT_FOLDED];
    char name[BROWSER_TYPED]; /* what was typed, where a recorded vote may go by it; else empty */
};
struct finder browser_finder(const struct browser *browser);
size_t finder_next(const struct finder *finder, size_t from); /* at or behind it, or the count */
size_t finder_previous(const struct finder *finder, size_t from); /* before it, or the count */
