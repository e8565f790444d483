/* Texts in large letters, drawn with cells and wrapped between words. */
#ifndef VIEW_LETTERS_H
#define VIEW_LETTERS_H

#include <stdbool.h>

#include "view/frame.h"

struct letters {
    const char *text;  /* as it can be drawn: in capitals, accents dropped */
    int wide, high;    /* cells of a dot */
    int most;          /* columns at which it is wrapped */
    int columns, rows; /* that it takes */
};

/* A text with dots of this size; false where it does not fit, or nothing of it can be drawn. */
bool letters_at(struct frame *frame, const char *text, int wide, int high, int columns, int rows,
                struct letters *letters);

/* The same in the largest size that fits. */
bool letters_fit(struct frame *frame, const char *text, int columns, int rows,
                 struct letters *letters);

/* Draws it from the top of an area, in the middle of its columns. */
void letters_draw(struct frame *frame, struct area area, enum style style,
                  const struct letters *letters);

#endif
