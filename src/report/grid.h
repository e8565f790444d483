/* A table of short texts whose columns are as wide as what is in them. Where they do not all fit
 * on a line, it comes in parts, each with the first column. */
#ifndef REPORT_GRID_H
#define REPORT_GRID_H

#include "report/prose.h"

struct grid {
    size_t rows, columns;
    size_t heads;      /* rows that head the columns, in bold */
    const char **cell; /* [row * columns + column]; NULL: empty */
};

struct grid grid_new(struct arena *arena, size_t rows, size_t columns, size_t heads);
void grid_set(const struct grid *grid, size_t row, size_t column, const char *text);

/* With an empty line between the parts. */
void grid_write(const struct prose *prose, const struct grid *grid);

#endif
