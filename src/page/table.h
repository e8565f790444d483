/* Tables in columns of a terminal. */
#ifndef PAGE_TABLE_H
#define PAGE_TABLE_H

#include "page/layout.h"

const struct page_cell *cell_in(const struct page_table *table, size_t row, size_t column);

/* The text of a cell; empty where there is none. And whether it shows nothing: no text and no bar.
 */
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

#endif
