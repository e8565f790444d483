/* What any frame must be, whatever is on it. */
#pragma once

#include <check.h>

#include "base/text.h"
#include "view/frame.h"

/* One cluster of the width it claims, or the right half of the one before; in ASCII nothing else.
 */
static inline bool good_cell(const struct frame *frame, const struct cell *cell) {
    if (cell->style >= STYLES || (cell->width == 0) != (cell->length == 0))
        return false;
    for (int i = 0; frame->charset == CHARSET_ASCII && i < cell->length; i++)
        if ((unsigned char)cell->bytes[i] >= 0x7F)
            return false;
    return cell->width == 0 || text_width_n(cell->bytes, cell->length) == cell->width;
}

/* Every cell is written, and no row is wider than the frame. (One assertion a frame: they are not
 * for nothing.) */
static inline void check_frame(const struct frame *frame, int columns, int rows) {
    int bad = 0;
    ck_assert_int_eq(frame->columns, columns < 1 ? 1 : columns);
    ck_assert_int_eq(frame->rows, rows < 1 ? 1 : rows);
    for (int row = 0; row < frame->rows; row++) {
        int at = 0;
        for (int column = 0; column < frame->columns; column++) {
            const struct cell *cell = &frame->cells[row * frame->columns + column];
            bad += !good_cell(frame, cell) || at != column + (cell->width == 0);
            at += cell->width;
        }
        bad += at != frame->columns;
    }
    ck_assert_msg(bad == 0, "%d bad cells at %dx%d", bad, frame->columns, frame->rows);
}
