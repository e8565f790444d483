#include "page/page.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

static struct page_block *new_block(struct page *page, enum block_kind kind) {
    arena_push(page->arena, page->blocks, page->count, page->capacity);
    struct page_block *block = &page->blocks[page->count++];
    *block = (struct page_block){.kind = kind};
    return block;
}

static struct page_block *add_text(struct page *page, enum block_kind kind, enum role role,
                                   unsigned level, const char *text) {
    struct page_block *block = new_block(page, kind);
    block->role = role;
    block->level = level;
    block->text = text;
    return block;
}

void page_heading(struct page *page, unsigned level, const char *text) {
    add_text(page, BLOCK_HEADING, ROLE_TITLE, level, text);
}

void page_subsection(struct page *page, const char *text) {
    page_gap(page);
    add_text(page, BLOCK_HEADING, ROLE_STRONG, 2, text);
}

void page_changes(struct page *page, const char *const *changes, size_t count) {
    if (page->screen || count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        page_fact(page, 0, 0, i == 0 ? "Changed" : "", ROLE_STRONG,
                  text_visible(page->arena, changes[i], strlen(changes[i])));
    page_gap(page);
}

void page_title(struct page *page, const char *text) {
    page_heading(page, 1, text);
    page_changes(page, page->changes, page->change_count);
}

void page_paragraph(struct page *page, enum role role, unsigned indent, const char *text) {
    if (*text)
        add_text(page, BLOCK_PARAGRAPH, role, indent, text);
}

void page_hanging(struct page *page, enum role role, unsigned indent, const char *text) {
    if (*text)
        add_text(page, BLOCK_PARAGRAPH, role, indent, text)->hanging = true;
}

void page_item(struct page *page, enum role role, unsigned indent, const char *text) {
    if (*text)
        add_text(page, BLOCK_ITEM, role, indent, text);
}

void page_fact(struct page *page, unsigned indent, unsigned least, const char *label,
               enum role role, const char *text) {
    if (!*text)
        return;
    struct page_block *block = add_text(page, BLOCK_FACT, role, indent, text);
    block->label = label;
    block->least = least;
}

void page_note(struct page *page, enum role role, const char *text) {
    add_text(page, BLOCK_NOTE, role, 0, text);
}

void page_link(struct page *page, unsigned indent, const char *address) {
    add_text(page, BLOCK_LINK, ROLE_PLAIN, indent, address);
}

bool page_is_web(const char *address) {
    uint32_t code;
    bool web = strncmp(address, "http://", 7) == 0 || strncmp(address, "https://", 8) == 0;
    for (size_t bytes; web && *address; address += bytes) {
        bytes = text_decode(address, strlen(address), &code);
        web = bytes > 0 && code > ' ' && !text_forbidden(code) && !strchr("<>\"\\^`{|}", *address);
    }
    return web;
}

bool page_is_under(const struct page_block *block, const struct page_block *entry) {
    return block->level > entry->level &&
           (block->kind == entry->kind || block->kind == BLOCK_PARAGRAPH ||
            block->kind == BLOCK_LINK);
}

void page_lines(struct page *page, unsigned count) {
    new_block(page, BLOCK_LINES)->level = count;
}

void page_gap(struct page *page) {
    if (page->count > 0 && page->blocks[page->count - 1].kind != BLOCK_GAP)
        new_block(page, BLOCK_GAP);
}

/* ---- tables ---- */

struct page_table *page_add_table(struct page *page, struct page_table table) {
    struct page_table *added = arena_new(page->arena, struct page_table);
    *added = table;
    added->arena = page->arena;
    new_block(page, BLOCK_TABLE)->of.table = added;
    return added;
}

struct page_cell *table_row(struct page_table *table) {
    enum { FIRST = 8 };
    size_t columns = table->column_count;
    if (table->row_count == table->capacity) {
        table->capacity = table->capacity ? 2 * table->capacity : FIRST;
        table->cells = arena_regrow(table->arena, table->cells, table->row_count, table->capacity,
                                    columns * sizeof *table->cells);
    }
    struct page_cell *row = &table->cells[table->row_count++ * columns];
    for (size_t i = 0; i < columns; i++)
        row[i] = (struct page_cell){.text = NULL};
    return row;
}

struct page_cell *table_fill(struct page_table *table, const char *const *texts, size_t count) {
    struct page_cell *row = table_row(table);
    for (size_t i = 0; i < count; i++)
        row[i].text = texts[i];
    return row;
}

struct page_table *page_data_table(struct page *page, const char *const *keys, size_t count) {
    struct page_column *columns = arena_array(page->arena, struct page_column, count);
    for (size_t i = 0; i < count; i++)
        columns[i].key = keys[i];
    return page_table_with(page, columns, count, .audience = FOR_DATA);
}

const char *page_number(struct page *page, double number) {
    char text[NUMBER_PRINT];
    return arena_copy(page->arena, text, number_print(number, text));
}

const char *page_count(struct page *page, size_t number) {
    return arena_printf(page->arena, "%zu", number);
}

/* ---- drawings ---- */

void page_chart(struct page *page, const struct page_chart *chart) {
    struct page_chart *copy = arena_new(page->arena, struct page_chart);
    *copy = *chart;
    new_block(page, BLOCK_CHART)->of.chart = copy;
}

void page_chamber(struct page *page, const struct chamber *chamber) {
    struct chamber *copy = arena_new(page->arena, struct chamber);
    *copy = *chamber;
    new_block(page, BLOCK_FIGURE)->of.chamber = copy;
}
