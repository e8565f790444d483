/*
 * A frame: a grid of cells, each with a cluster of text and a style that says what it means and not
 * what it looks like. Nothing here knows a terminal.
 *
 * A frame in ASCII holds nothing else: every text is put into ASCII on its way in.
 */
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "play/keys.h"
#include "play/reach.h"

enum style {
    STYLE_PLAIN,
    STYLE_DIM,    /* of less weight */
    STYLE_LABEL,  /* what the text beside it is about */
    STYLE_STRONG, /* of more */
    STYLE_TITLE,
    STYLE_LINE, /* the table and the lines between parts */
    STYLE_BAR,  /* the rows at the top and at the bottom */
    STYLE_KEY,  /* a key, in a bar */
    STYLE_SELECTED,
    STYLE_PENDING, /* no ballot yet */
    STYLE_YES,
    STYLE_NO,
    STYLE_ABSTAIN,
    STYLE_NOT_PARTICIPATING,
    STYLE_ABSENT,
    STYLE_VETO,
    STYLE_FILL_YES, /* the bars of the tally */
    STYLE_FILL_NO,
    STYLE_FILL_ABSTAIN,
    STYLES,
};

/* What is drawn rather than written has a form in both. */
enum sign {
    SIGN_HORIZONTAL,
    SIGN_VERTICAL,
    SIGN_TOP_LEFT,
    SIGN_TOP_RIGHT,
    SIGN_LEG, /* where a line ends below */
    SIGN_FULL,
    SIGN_EMPTY,
    SIGN_MARK, /* the majority, in a bar */
    SIGN_DOT,  /* between two notes */
    SIGN_SPEAKER,
    SIGN_DIFFERS, /* two things are not the same */
    SIGN_TURN,    /* the ballot that made an outcome certain */
    SIGNS,
};

enum { CELL_BYTES = 20 }; /* five code points; what a longer cluster has behind them is left out */

struct cell {
    char bytes[CELL_BYTES]; /* UTF-8, no NUL */
    unsigned char length;
    unsigned char width; /* 1 or 2; 0 is the right half of the cell before */
    unsigned char style; /* enum style */
};

/* A rectangle; clipped to the frame wherever it is used. */
struct area {
    int column, row, columns, rows;
};

/* A place that can be clicked, and what that does. */
struct spot {
    struct area area;
    enum action action;
    int argument;
};

struct frame {
    struct arena *arena;
    enum charset charset;
    int columns, rows;
    struct cell *cells; /* row by row */
    /* Where the terminal's cursor goes, so that a screen reader follows; -1: nowhere. */
    int cursor_column, cursor_row;
    int scroll;         /* lines read further up, or down, in the part that scrolls; ... */
    struct reach reach; /* ... and how far it can go */
    struct spot *spots;
    size_t spot_count, spot_capacity;
    const char *cut; /* a text that had no room for all of it where it was put; or NULL */
};

/* All blank. Sizes below 1 count as 1. */
struct frame *frame_new(struct arena *arena, int columns, int rows, enum charset charset);

struct area frame_area(const struct frame *frame);

/* The nearest to `value` from `least` to `most`; the least where there is none. */
int area_within(int value, int least, int most);

/* The part of `area` that begins `down` rows and `right` columns inside, of this size at most. */
struct area area_part(struct area area, int right, int down, int columns, int rows);

const char *frame_sign(const struct frame *frame, enum sign sign);

/* The text as this frame will hold it, for measuring and wrapping. */
const char *frame_encode(const struct frame *frame, const char *text);

/* Columns that the text will take. */
int frame_width(const struct frame *frame, const char *text);

/* Puts one line of text at a place in an area and clips it there; returns the columns it took. */
int frame_put(struct frame *frame, struct area area, int column, int row, enum style style,
              const char *text);

/* The same, where the text ends at the area's right edge, or stands in its middle. */
void frame_put_right(struct frame *frame, struct area area, int row, enum style style,
                     const char *text);
void frame_put_centred(struct frame *frame, struct area area, int row, enum style style,
                       const char *text);

/* Like frame_put; a text that is too long ends with an ellipsis. */
void frame_put_short(struct frame *frame, struct area area, int column, int row, enum style style,
                     const char *text);

/* A line between parts: the sign in every cell of an area. */
void frame_line(struct frame *frame, struct area area, enum sign sign);

/* Lets an area be clicked. Where areas overlap the later one counts. */
void frame_spot(struct frame *frame, struct area area, enum action action, int argument);

/* What can be clicked there, or NULL. */
const struct spot *frame_spot_at(const struct frame *frame, int column, int row);

/* Puts the cursor at the start of an area, if that is in the frame. */
void frame_point(struct frame *frame, struct area area);

/* Blanks an area in a style. */
void frame_fill(struct frame *frame, struct area area, enum style style);

/* The frame as lines of text without trailing blanks, each with a line feed. */
char *frame_text(struct arena *arena, const struct frame *frame);
