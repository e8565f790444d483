/*
 * The page that the program runs in: what it is asked for, which web/host.js answers, and what it
 * asks for. Numbers and addresses have 32 bits.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define FROM_PAGE(name) __attribute__((import_module("page"), import_name(name)))
#define TO_PAGE(name)   __attribute__((export_name(name)))

/* ---- what the page does ---- */

/* Gives the user a file of that name. */
FROM_PAGE("save") void page_save(const char *path, const char *bytes, size_t length);

/* Keeps the unfinished session, in place of what was kept; NULL: there is none any more. */
FROM_PAGE("keep") void page_keep(const char *bytes, size_t length);

/* Forgets one that was there when the program started. */
FROM_PAGE("forget") void page_forget(const char *path);

/* Leaves to the page all that happens from here on. Does not return: the page throws, and what is
 * on the stack stays there, as the app needs it. */
FROM_PAGE("stay") _Noreturn void page_stay(void);

/* ---- what the program does ---- */

/* A command line. That of `play` does not return. */
TO_PAGE("run") int page_run(int argc, char **argv);

/* The key of a name as in a script of keys, and "Click"; or 0. */
TO_PAGE("key") uint32_t page_key(const char *name, size_t length);

/* What the hand does. */
TO_PAGE("press") void page_press(uint32_t key, int column, int row);
TO_PAGE("paste") void page_paste(const char *text);
TO_PAGE("resize") void page_resize(int columns, int rows);

/* What is to be seen, until the next call; NULL when memory runs out. */
struct picture {
    int columns, rows, cursor_column, cursor_row;
    const struct cell *cells; /* row by row */
    size_t cell_size;
    const struct spot *spots;
    size_t spot_count, spot_size;
    int ticks; /* milliseconds after which the key of that name comes, if no other did; 0: none */
    int asks;  /* a line is typed */
    int done;  /* the user has left */
    const char *says; /* in words; or NULL */
};
TO_PAGE("picture") const struct picture *page_picture(void);

/* What a style of a cell is called, enum style: "strong"; "" where there is none. */
TO_PAGE("style") const char *page_style(unsigned style);

/* Has page_keep called with the session as it is now; 0: there is none. */
TO_PAGE("session") int page_session(void);

/* Says that the program was started afresh, and why. */
TO_PAGE("afresh") void page_afresh(void);

/* The text of a scenario that ships, or NULL: what cli/shipped.h has. */
TO_PAGE("source") const struct veto_text *page_source(const char *word);

/* Memory for what is passed to the program. */
TO_PAGE("room") void *page_room(size_t size);
TO_PAGE("release") void page_release(void *room);
