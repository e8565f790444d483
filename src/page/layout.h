/*
 * A page in columns of a terminal: lines of runs of text, wrapped, aligned and indented. Text and
 * the chamber's frames are drawn from it, so that both break and measure in one place.
 */
#pragma once

#include <stdio.h>

#include "page/page.h"

struct layout_run {
    size_t column;
    const char *text; /* with a NUL behind it */
    enum role role;
    bool bar; /* drawn rather than written */
};

struct layout_line {
    struct layout_run *runs;
    size_t count, capacity;
};

struct layout {
    struct arena *arena;
    size_t columns; /* lines are no wider, where words allow; less than 20 counts as 20 */
    bool ascii;     /* nothing but plain ASCII: it is measured as it will be shown */
    bool rules;     /* headings have a line of = or - below them */
    struct layout_line *lines;
    size_t count, capacity;
    size_t *first; /* of each block of the page: its first line, or the line behind all of them */
};

/* Lays out a whole page. The first four fields are the caller's; it works in their arena, under
 * arenas_try. */
void layout_page(struct layout *layout, const struct page *page);

/* A line as text, and a line feed; in text.c. */
void layout_write(FILE *file, const struct layout_line *line, bool color);

/* ---- for what draws blocks in lines ---- */

enum { LAYOUT_INDENT = 4 };

/* Columns that are left of a line behind so many. */
size_t layout_room(const struct layout *layout, size_t indent);

/* A new line, and a run on the last one. */
void layout_line(struct layout *layout);
void layout_run(struct layout *layout, size_t column, enum role role, const char *text);

/* A text on the last line from column `first` on, its other lines from `rest` on; and one that
 * begins a line of its own. */
void layout_wrap(struct layout *layout, enum role role, size_t first, size_t rest,
                 const char *text);
void layout_text(struct layout *layout, enum role role, size_t first, size_t rest,
                 const char *text);

/* A text as it will be shown. */
const char *layout_shown(const struct layout *layout, const char *text);

/* A text as it will be shown, on one line: line feeds and tabs are blanks, and what no text may
 * hold is visible. */
const char *layout_flat(const struct layout *layout, const char *text);

/* The same; what is longer than so many columns ends in "...". */
const char *layout_short(const struct layout *layout, const char *text, size_t columns);

/* How many signs long a bar is: some of anything is at least one. And a run of so many. */
size_t layout_bar(double value, double most, size_t room);
void layout_signs(struct layout *layout, size_t column, enum role role, size_t count);

/* ---- tables, in table.c ---- */

const struct page_cell *cell_in(const struct page_table *table, size_t row, size_t column);

/* The text of a cell, empty where there is none; whether it shows nothing: no text and no bar. */
const char *cell_text(const struct page_cell *cell);
bool cell_is_empty(const struct page_column *column, const struct page_cell *cell);

/* The columns that have something for readers, a head or a cell; `count` is how many. For surfaces
 * that do not align by blanks. */
size_t *table_used(struct arena *arena, const struct page_table *table, size_t *count);

/* The value of the longest bar in a column. */
double table_most(const struct page_table *table, size_t column);

/* How wide a column is whose widest cell takes so many: `least`, unless that leaves no blank behind
 * it. A gap of 0 means 2. */
size_t table_width(size_t widest, size_t least, size_t gap);

void table_lay(struct layout *layout, const struct page_table *table);

/* ---- charts, in plot.c ---- */

void layout_chart(struct layout *layout, const struct page_chart *chart);
