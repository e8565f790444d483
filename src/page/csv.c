#include <string.h>

#include "base/number.h"
#include "page/surface.h"

/* What a spreadsheet takes for a formula. */
static bool is_run(const char *text) {
    double number;
    return *text && strchr("=+-@\t", *text) && !number_parse(text, &number);
}

void csv_field(FILE *file, const char *text) {
    bool run = is_run(text), quoted = text[strcspn(text, ",\"\r\n")] != '\0';
    if (quoted)
        putc('"', file);
    if (run)
        putc('\'', file);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', file);
        putc(*text, file);
    }
    if (quoted)
        putc('"', file);
}

static const char *data_of(const struct page_cell *cell) {
    const char *text = cell->data ? cell->data : cell->text;
    return text ? text : "";
}

static bool is_data(const struct page_column *column) {
    return column->key && column->audience != FOR_READERS;
}

static void put_row(FILE *file, const struct page_table *table, const struct page_cell *cells) {
    bool begun = false;
    for (size_t i = 0; i < table->column_count; i++) {
        if (!is_data(&table->columns[i]))
            continue;
        if (begun)
            putc(',', file);
        begun = true;
        csv_field(file, cells ? data_of(&cells[i]) : table->columns[i].key);
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

/* Whether a table with the same columns stands before this one. */
static bool is_table_written(const struct page *page, size_t block) {
    for (size_t i = 0; i < block; i++)
        if (same_columns(table_of(&page->blocks[i]), table_of(&page->blocks[block])))
            return true;
    return false;
}

void page_write_csv(FILE *file, const struct page *page) {
    bool begun = false;
    for (size_t i = 0; i < page->count; i++) {
        const struct page_table *first = table_of(&page->blocks[i]);
        if (!first || is_table_written(page, i))
            continue;
        if (begun)
            putc('\n', file);
        begun = true;
        put_row(file, first, NULL);
        for (size_t j = i; j < page->count; j++) {
            const struct page_table *table = table_of(&page->blocks[j]);
            for (size_t row = 0; same_columns(table, first) && row < table->row_count; row++)
                put_row(file, table, &table->cells[row * table->column_count]);
        }
    }
}
