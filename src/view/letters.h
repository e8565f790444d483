/* Texts in large letters, drawn with cells and wrapped between words. Where the screen has more
 * than ASCII a dot may be as small as a quarter of a cell. */
#pragma once

#include <stdbool.h>

#include "view/frame.h"

/* A font of large letters: five dots high, as wide as each needs. */
enum { GLYPH_ROWS = 5 };

struct glyph {
    char letter;
    const char *rows[GLYPH_ROWS]; /* '#' is a dot; all of one length */
};

/* NULL where there is none: small letters have none. */
const struct glyph *font_glyph(char letter);

/* How large a dot is, in halves of a cell. */
struct dots {
    int wide, high;
};

struct letters {
    const char *text; /* as it can be drawn: in capitals, accents dropped */
    struct dots dots;
    int most;          /* columns at which it is wrapped */
    int columns, rows; /* that it takes */
    int lines, apart;  /* rows between two of them, besides what letters need */
};

/* Rows of so many lines of letters with dots of this height. */
int letters_rows(int lines, int high);

/* A text with dots of this size; false where it does not fit, or nothing of it can be drawn. */
bool letters_at(struct frame *frame, const char *text, struct dots dots, int columns, int rows,
                struct letters *letters);

/* The same in the largest size that fits. */
bool letters_fit(struct frame *frame, const char *text, int columns, int rows,
                 struct letters *letters);

/* The sizes of dots, the largest first, in halves of a cell; false behind the last. */
bool letters_size(const struct frame *frame, size_t index, struct dots *dots);

/* Whether all of a text can be drawn, and nothing drops out. */
bool letters_whole(struct frame *frame, const char *text);

/* Draws it from the top of an area, in the middle of its columns: the lines from `first` on, as
 * many as there is room for. */
void letters_draw(struct frame *frame, struct area area, enum style style,
                  const struct letters *letters, int first);
