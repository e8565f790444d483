#include <string.h>

#include "base/number.h"
#include "page/layout.h"
#include "page/surface.h"

const char *csv_field(struct arena *arena, const char *text) {
    double number;
    /* a spreadsheet would take it for a formula */
    if (*text && strchr("=+-@\t", *text) && !number_parse(text, &number))
        text = arena_printf(arena, "'%s", text);
    if (!strpbrk(text, ",\"\r\n"))
        return text;
    char *quoted = arena_alloc(arena, 2 * strlen(text) + 3), *end = quoted;
    *end++ = '"';
    for (; *text; text++) {
        if (*text == '"')
            *end++ = '"';
        *end++ = *text;
    }
    *end = '"';
    return quoted;
}

/* A row, or the keys of all columns. */
static void put_row(FILE *file, const struct page_table *table, const struct page_cell *cells) {
    bool begun = false;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct page_column *column = &table->columns[i];
        if (!column->key || column->audience == FOR_READERS)
            continue;
        if (begun)
            putc(',', file);
        begun = true;
        const char *text = cells ? cells[i].data : column->key;
        fputs(csv_field(table->arena, text ? text : cell_text(&cells[i])), file);
    }
    putc('\n', file);
}

static bool same_columns(const struct page_table *a, const struct page_table *b) {
    bool same = a && a->column_count == b->column_count;
    for (size_t i = 0; same && i < a->column_count; i++) {
        const char *left = a->columns[i].key, *right = b->columns[i].key;
        same = left == right || (left && right && strcmp(left, right) == 0);
    }
    return same;
}

/* The table for data that a block is; NULL where it is none. */
static const struct page_table *table_of(const struct page_block *block) {
    bool data = block->kind == BLOCK_TABLE && block->of.table->audience != FOR_READERS;
    return data ? block->of.table : NULL;
}

void page_write_csv(FILE *file, const struct page *page) {
    bool begun = false;
    for (size_t i = 0; i < page->count; i++) {
        const struct page_table *first = table_of(&page->blocks[i]);
        bool written = !first;
        for (size_t j = 0; j < i && !written; j++)
            written = same_columns(table_of(&page->blocks[j]), first);
        if (written)
            continue;
        if (begun)
            putc('\n', file);
        begun = true;
        put_row(file, first, NULL);
        for (size_t j = i; j < page->count; j++) {
            const struct page_table *table = table_of(&page->blocks[j]);
            for (size_t row = 0; same_columns(table, first) && row < table->row_count; row++)
                put_row(file, table, cell_in(table, row, 0));
        }
    }
}
