#include "report/grid.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { GAP = 2 };

struct grid grid_new(struct arena *arena, size_t rows, size_t columns, size_t heads) {
    return (struct grid){rows, columns, heads, arena_array(arena, const char *, rows *columns)};
}

void grid_set(const struct grid *grid, size_t row, size_t column, const char *text) {
    grid->cell[row * grid->columns + column] = text;
}

static const char *at(const struct grid *grid, size_t row, size_t column) {
    const char *text = grid->cell[row * grid->columns + column];
    return text ? text : "";
}

static size_t width_of(const struct grid *grid, size_t column) {
    size_t width = 0;
    for (size_t row = 0; row < grid->rows; row++) {
        size_t cell = text_width(at(grid, row, column));
        width = cell > width ? cell : width;
    }
    return width + GAP;
}

/* The columns from..to behind the first one. A row of which only the first cell is filled stands
 * in each part. */
static void write_part(const struct prose *prose, const struct grid *grid, const size_t *widths,
                       size_t from, size_t to) {
    /* the last cell of a prose_row is wrapped, and these must not be */
    struct prose wide = *prose;
    wide.columns = (size_t)1 << 16;
    struct prose_cell *cells = arena_array(prose->arena, struct prose_cell, to - from + 1);
    for (size_t row = 0; row < grid->rows; row++) {
        enum prose_ink ink = row < grid->heads ? INK_BOLD : INK_PLAIN;
        size_t count = 0;
        cells[count++] = (struct prose_cell){at(grid, row, 0), widths[0], ink};
        for (size_t column = from; column < to; column++)
            cells[count++] = (struct prose_cell){at(grid, row, column), widths[column], ink};
        prose_row(&wide, 0, cells, count);
    }
}

void grid_write(const struct prose *prose, const struct grid *grid) {
    size_t *widths = arena_array(prose->arena, size_t, grid->columns);
    for (size_t i = 0; prose->ascii && i < grid->rows * grid->columns; i++)
        if (grid->cell[i]) /* before it is measured: an accent or a dash may change the width */
            grid->cell[i] = text_ascii(prose->arena, grid->cell[i], strlen(grid->cell[i]));
    for (size_t column = 0; column < grid->columns; column++)
        widths[column] = width_of(grid, column);
    for (size_t from = 1, to; from < grid->columns; from = to) {
        size_t width = widths[0] + widths[from];
        for (to = from + 1; to < grid->columns; to++) {
            if (width + widths[to] > prose->columns + GAP)
                break;
            width += widths[to];
        }
        if (from > 1)
            prose_blank(prose);
        write_part(prose, grid, widths, from, to);
    }
}
