/*
 * A page: what there is to say, as plain data. A builder fills it and knows no width, no colour, no
 * file and no terminal; each surface (surface.h) draws it in its own way, with the same words.
 *
 * Everything on a page lives in one arena, which is the caller's, and is made under arenas_try.
 * Texts are UTF-8 without markup, and are kept by reference: they live as long as the page. What
 * stands on one page is one part after the other, in the order in which it was added.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What a text is, and not what it looks like. Colour never says what words do not. */
enum role {
    ROLE_PLAIN,
    ROLE_TITLE,
    ROLE_STRONG,
    ROLE_DIM,
    ROLE_LABEL, /* of a fact */
    ROLE_NOTE,  /* a remark on what is not there or not sure */
    ROLE_YES,
    ROLE_NO,
    ROLE_ABSTAIN,
    ROLE_NOT_PARTICIPATING,
    ROLE_ABSENT,
    ROLE_ADOPTED,
    ROLE_VETOED,
    ROLE_FAILED,
    ROLE_NOT_PUT,
    ROLES,
};

/* ---- tables ---- */

enum column_type {
    COLUMN_TEXT,
    COLUMN_COUNT,
    COLUMN_NUMBER,
    COLUMN_CHANCE, /* a probability, 0 to 1 */
    COLUMN_BALLOT,
    COLUMN_OUTCOME,
    COLUMN_BAR, /* its cells have a value, which is drawn in proportion to the table's `most` */
};

/* Who a table or a column is for. */
enum audience { FOR_ALL, FOR_READERS, FOR_DATA };

struct page_column {
    const char *key;     /* its name in CSV; NULL where it is for readers only */
    const char *head[2]; /* one line or two; NULL: none */
    enum column_type type;
    enum audience audience;
    /* So that tables of one page stand below each other: columns of a terminal that it takes with
     * the blanks behind it. It takes more where its cells do. */
    unsigned least;
    unsigned gap;  /* blanks behind the widest cell; 0 means 2 */
    bool right;    /* its cells stand flush right */
    bool cut;      /* longer cells end in "..." where a line has no room for them, ... */
    unsigned most; /* ... or where they are longer than this; 0: there is no such limit */
};

struct page_cell {
    const char *text; /* NULL: empty */
    const char *data; /* as CSV has it; NULL: the text */
    double value;     /* of a bar */
    enum role role;
};

struct page_table {
    struct arena *arena;
    const char *caption; /* for those who cannot see where it stands; or NULL */
    const struct page_column *columns;
    size_t column_count;
    struct page_cell *cells; /* row by row */
    size_t row_count, capacity;
    enum audience audience;
    unsigned indent;     /* levels, ... */
    bool inset;          /* ... and half a one more */
    enum role head_role; /* of the heads, where they are shown */
    bool headed;         /* heads are shown; else they are for CSV only */
    bool blank;          /* to be written on: its empty cells are ruled */
    bool parted;         /* where it does not fit, it comes in parts, each with the first column;
                            else the last cell of a row is wrapped */
    double most;         /* the value of the longest bar; 0: the largest of its cells */
};

/* ---- charts ---- */

enum chart_kind {
    CHART_LINES,
    CHART_MAP,
    CHART_BARS,  /* for each point of x a bar of each series, but of those that are 0 beside others
                  */
    CHART_SCALE, /* what the shades of the maps on this page mean; it has nothing else */
};

struct page_chart_axis {
    const char *name;
    const char *const *labels; /* one a point */
    size_t count;
    bool listed; /* of a list, not of a range: each is labelled where there is room */
};

/* In a map, where there is no value. */
#define PAGE_NO_VALUE (-1.0)

struct page_chart_series {
    const char *name;
    enum role role;
    char mark;                /* one letter, as text draws it */
    const double *values;     /* one a point, from 0; of a map, row by row: y outside, x inside */
    const char *const *texts; /* of bars: the same as they are written */
};

struct page_chart {
    enum chart_kind kind;
    const char *title;
    const char *alternative;     /* what it shows, in a sentence or two */
    struct page_chart_axis x, y; /* y has points in maps only */
    const struct page_chart_series *series;
    size_t series_count;
    double most;  /* the top of the scale, which begins at 0 */
    bool chances; /* the values are; they are written as percentages */
};

/* ---- the chamber ---- */

struct chamber_seat {
    const char *code, *name;
    const char *badge;  /* "Y+", "VETO"; "" where there is no ballot */
    const char *ballot; /* in words, or NULL */
    enum role role;     /* of the ballot; ROLE_VETOED where it was a veto */
    bool veto;          /* it has one */
    bool president;     /* who sits at the head, wherever it is in the list */
};

struct chamber_count {
    const char *label; /* "In favour" */
    enum role role;
    unsigned count;
};

/* 1 to 64 members in the order of their seats, from the President's left on. */
struct chamber {
    const char *title;       /* "The vote on draft S/2016/846 (french)" */
    const char *alternative; /* the result, in a sentence; or NULL before it */
    const struct chamber_seat *seats;
    size_t seat_count;
    const struct chamber_count *counts;
    size_t count_count;
    unsigned required;
    const char *outcome; /* or NULL */
    enum role outcome_role;
};

/* ---- blocks ---- */

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_ITEM, /* of a list: items that follow each other are one */
    BLOCK_FACT, /* a label and what it is about: facts that follow each other are one list */
    BLOCK_NOTE,
    BLOCK_LINK,
    BLOCK_TABLE,
    BLOCK_CHART,
    BLOCK_FIGURE, /* the chamber: what cells and text say of it follows as other blocks */
    BLOCK_LINES,  /* to write on, one below the other */
    BLOCK_GAP,
};

struct page_block {
    enum block_kind kind;
    /* Of a heading, ROLE_TITLE; ROLE_STRONG: a smaller one, without a line below it; ROLE_PLAIN:
     * text has it as a line like any other. */
    enum role role;
    unsigned
        level; /* of a heading, 1 to 3; of lines, how many; else how many levels it is indented */
    bool hanging;   /* of a paragraph: all lines but the first are a level deeper */
    unsigned least; /* of a fact: columns that labels take at least */
    const char *label;
    const char *text;
    union {
        const struct page_table *table;
        const struct page_chart *chart;
        const struct chamber *chamber;
    } of;
};

/* How the parts of a page stand on paper, each under a heading of level 2. */
enum page_parts {
    PARTS_BELOW,
    PARTS_BESIDE, /* two beside each other */
    PARTS_CARDS,  /* likewise, to be cut apart */
};

struct page {
    struct arena *arena;
    struct page_block *blocks;
    size_t count, capacity;
    const char *const *changes; /* PATH=VALUE: what was changed in what it is about */
    size_t change_count;
    bool screen; /* where a class sees it: that something was changed, but not PATH=VALUE */
    enum page_parts parts;
    const char *title; /* where no heading of level 1 says it: text goes without; or NULL */
};

/* ---- building ---- */

/* The heading of the whole, and below it what was changed. */
void page_title(struct page *page, const char *text);

/* What was changed, PATH=VALUE, in what a part of the page is about; nothing on a screen. */
void page_changes(struct page *page, const char *const *changes, size_t count);
void page_heading(struct page *page, unsigned level, const char *text);
void page_paragraph(struct page *page, enum role role, unsigned indent, const char *text);

/* A heading of the second level, apart from what stands above it. */
#define page_section(page, ...)                                                                    \
    (page_gap(page), page_heading((page), 2, arena_printf((page)->arena, __VA_ARGS__)))

/* The same, a smaller one. */
void page_subsection(struct page *page, const char *text);

/* A title, a paragraph, a plain one, a hanging one, an item, made from a format. */
#define page_titlef(page, ...) page_title((page), arena_printf((page)->arena, __VA_ARGS__))
#define page_paragraphf(page, role, indent, ...)                                                   \
    page_paragraph((page), (role), (indent), arena_printf((page)->arena, __VA_ARGS__))
#define page_say(page, indent, ...) page_paragraphf(page, ROLE_PLAIN, indent, __VA_ARGS__)
#define page_hangingf(page, role, indent, ...)                                                     \
    page_hanging((page), (role), (indent), arena_printf((page)->arena, __VA_ARGS__))
#define page_itemf(page, role, indent, ...)                                                        \
    page_item((page), (role), (indent), arena_printf((page)->arena, __VA_ARGS__))

/* The lines behind its first are a level deeper: who speaks, what a draft is called. */
void page_hanging(struct page *page, enum role role, unsigned indent, const char *text);
void page_item(struct page *page, enum role role, unsigned indent, const char *text);

/* Nothing where the text is empty. */
void page_fact(struct page *page, unsigned indent, unsigned least, const char *label,
               enum role role, const char *text);

/* A remark: its other lines are half a level deeper. */
void page_note(struct page *page, enum role role, const char *text);

/* An address that a reader will copy or follow: never broken. */
void page_link(struct page *page, unsigned indent, const char *address);

/* Whether such an address may be followed: one of http or https with nothing in it that is not seen
 * or that ends an address. */
bool page_is_web(const char *address);

/* Whether a block belongs to the entry of a list that it follows: it is deeper, and of the same
 * list or text. */
bool page_is_under(const struct page_block *block, const struct page_block *entry);

/* So many lines to write on. */
void page_lines(struct page *page, unsigned count);

/* Some space, unless there is some already or nothing above it. */
void page_gap(struct page *page);

/* An empty table, on the page from now on; its other fields are the caller's to set. The columns
 * must outlive the page. */
#define page_table(page, columns_, count)                                                          \
    page_add_table((page), (struct page_table){.columns = (columns_), .column_count = (count)})

/* The same with some of them, as in page_table_with(page, columns, count, .headed = true). */
#define page_table_with(page, columns_, count, ...)                                                \
    page_add_table(                                                                                \
        (page), (struct page_table){.columns = (columns_), .column_count = (count), __VA_ARGS__})
struct page_table *page_add_table(struct page *page, struct page_table table);

/* One more row, all its cells empty: the caller fills them. It stays where it is only until the
 * next one is added. */
struct page_cell *table_row(struct page_table *table);

/* One more row, whose first cells have these texts; NULL: empty. */
#define table_texts(table, ...)                                                                    \
    table_fill((table), (const char *const[]){__VA_ARGS__},                                        \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
struct page_cell *table_fill(struct page_table *table, const char *const *texts, size_t count);

/* An empty table for programs alone, with columns of these keys. */
#define page_data(page, ...)                                                                       \
    page_data_table((page), (const char *const[]){__VA_ARGS__},                                    \
                    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
struct page_table *page_data_table(struct page *page, const char *const *keys, size_t count);

/* A number for CSV: in the fewest digits that read back as the same. */
const char *page_number(struct page *page, double number);
const char *page_count(struct page *page, size_t number);

/* Copied; what they point to is kept by reference. */
void page_chart(struct page *page, const struct page_chart *chart);
void page_chamber(struct page *page, const struct chamber *chamber);
