#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "page/layout.h"
#include "page/surface.h"

struct markdown {
    FILE *file;
    const struct page *page;
    int indent; /* blanks before what stands in a list */
};

enum { LIST_INDENT = 2 };

/* Where a text stands, and so what it could be taken for. */
enum spot { IN_BLOCK, IN_HEADING, IN_CELL };

/* ---- text ---- */

static bool is_alphanumeric(int c) {
    return (c >= '0' && c <= '9') || (text_lower(c) >= 'a' && text_lower(c) <= 'z');
}

/* What is markup wherever it stands. An underscore within a word is none; what begins an address is
 * some, since GitHub would make a link of it with the signs before it and behind. */
static bool is_markup(const char *text, size_t at, enum spot spot) {
    unsigned char before = at > 0 ? (unsigned char)text[at - 1] : ' ';
    if (text[at] == '_')
        return !is_alphanumeric(before) || !is_alphanumeric((unsigned char)text[at + 1]);
    return strchr("\\`*[]<&|~$", text[at]) || (text[at] == '#' && spot == IN_HEADING) ||
           strncmp(text + at, "://", 3) == 0 ||
           (text[at] == '.' && at >= 3 && strncmp(text + at - 3, "www", 3) == 0);
}

/* The sign that would make a list, a heading, a quotation or a line of what a block begins with;
 * SIZE_MAX: there is none. */
static size_t opening(const char *text) {
    size_t digits = strspn(text, "0123456789"), run = strspn(text, "-=+");
    if (*text == '#' || *text == '>')
        return 0;
    if (digits > 0 && digits < 10 && text[digits] && strchr(".)", text[digits]) &&
        (text[digits + 1] == ' ' || text[digits + 1] == '\0'))
        return digits;
    return run > 0 && (run > 1 || text[run] == ' ' || text[run] == '\0') ? 0 : SIZE_MAX;
}

/* A line of text, without blanks at its ends. */
static void put_line(const struct markdown *md, const char *line, size_t length, enum spot spot) {
    while (length > 0 && strchr(" \t", line[length - 1]))
        length--;
    char *text = arena_copy(md->page->arena, line, length);
    for (size_t i = 0; text[i]; i++)
        text[i] = text[i] == '\t' ? ' ' : text[i];
    text = text_visible(md->page->arena, text, length);
    text += strspn(text, " ");
    size_t opens = spot == IN_BLOCK ? opening(text) : SIZE_MAX;
    for (size_t i = 0; text[i]; i++) {
        if (i == opens || is_markup(text, i, spot))
            putc('\\', md->file);
        putc(text[i], md->file);
    }
}

static bool is_strong(enum role role) {
    return role == ROLE_STRONG || role == ROLE_TITLE;
}

static bool is_blank_text(const char *text) {
    return text[strspn(text, " \t\n")] == '\0';
}

/* A new line within a block, or a paragraph of its own. */
static void put_break(const struct markdown *md, bool apart, const char *mark) {
    if (apart)
        fprintf(md->file, "%s\n\n%*s%s", mark, md->indent, "", mark);
    else
        fprintf(md->file, "\\\n%*s", md->indent, "");
}

/* Line feeds in a block break its line, and empty lines its paragraph; elsewhere both are blanks.
 */
static void put_strong(const struct markdown *md, const char *text, enum spot spot, bool strong) {
    const char *mark = strong && !is_blank_text(text) ? "**" : "";
    fputs(mark, md->file);
    for (text += strspn(text, " \t\n"); *text;) {
        size_t length = strcspn(text, "\n");
        const char *next = text + length + strspn(text + length, " \t\n");
        put_line(md, text, length, spot);
        if (*next && spot != IN_BLOCK)
            putc(' ', md->file);
        else if (*next)
            put_break(md, memchr(text + length + 1, '\n', (size_t)(next - text) - length - 1),
                      mark);
        text = next;
    }
    fputs(mark, md->file);
}

static void put_text(const struct markdown *md, const char *text, enum spot spot) {
    put_strong(md, text, spot, false);
}

/* ---- tables ---- */

static void put_heads(const struct markdown *md, const struct page_table *table,
                      const size_t *columns, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *const *head = table->columns[columns[i]].head;
        fputs("| ", md->file);
        for (size_t line = 0; table->headed && line < 2; line++) {
            if (!head[line])
                continue;
            put_text(md, head[line], IN_CELL);
            putc(' ', md->file);
        }
    }
    fputs("|\n", md->file);
    for (size_t i = 0; i < count; i++)
        fputs(table->columns[columns[i]].right ? "| ---: " : "| --- ", md->file);
    fputs("|\n", md->file);
}

static void put_markdown_cell(const struct markdown *md, const struct page_table *table, size_t row,
                              size_t column) {
    enum { ROOM = 20 };
    const struct page_cell *cell = cell_in(table, row, column);
    bool bar = table->columns[column].type == COLUMN_BAR && !*cell_text(cell);
    size_t signs = bar ? layout_bar(cell->value, table_most(table, column), ROOM) : 0;
    fputs("| ", md->file);
    put_strong(md, cell_text(cell), IN_CELL, is_strong(cell->role));
    for (; signs > 0; signs--)
        fputs("\u2588", md->file);
    fputs(cell_is_empty(&table->columns[column], cell) ? "" : " ", md->file);
}

static void put_markdown_table(const struct markdown *md, const struct page_table *table) {
    size_t count, *columns = table_used(md->page->arena, table, &count);
    put_heads(md, table, columns, count);
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < count; i++)
            put_markdown_cell(md, table, row, columns[i]);
        fputs("|\n", md->file);
    }
}

/* ---- charts ---- */

/* More of them than stand together anywhere in what is fenced in. */
static void put_fence(const struct markdown *md, const struct layout *layout) {
    size_t longest = 2;
    for (size_t i = 0; i < layout->count; i++)
        for (size_t j = 0; j < layout->lines[i].count; j++)
            for (const char *at = layout->lines[i].runs[j].text; *at; at++) {
                size_t run = strspn(at, "`");
                longest = run > longest ? run : longest;
                at += run > 0 ? run - 1 : 0;
            }
    for (size_t i = 0; i <= longest; i++)
        putc('`', md->file);
    putc('\n', md->file);
}

static void put_chart(const struct markdown *md, const struct page_chart *chart) {
    enum { COLUMNS = 78 };
    struct layout layout = {.arena = md->page->arena, .columns = COLUMNS};
    layout_chart(&layout, chart);
    put_fence(md, &layout);
    for (size_t i = 0; i < layout.count; i++)
        layout_write(md->file, &layout.lines[i], false);
    put_fence(md, &layout);
}

/* ---- blocks ---- */

static void put_markdown_block(const struct markdown *md, const struct page_block *block) {
    switch (block->kind) {
    case BLOCK_HEADING:
        fprintf(md->file, "%s ", block->level < 2 ? "#" : block->level < 3 ? "##" : "###");
        put_text(md, block->text, IN_HEADING);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_NOTE:
        put_strong(md, block->text, IN_BLOCK, is_strong(block->role));
        break;
    case BLOCK_LINK:
        if (page_is_web(block->text))
            fprintf(md->file, "<%s>", block->text);
        else
            put_text(md, block->text, IN_BLOCK);
        break;
    case BLOCK_LINES:
        for (unsigned i = 0; i < block->level; i++) {
            fputs(i > 0 ? "\\\n" : "", md->file);
            put_text(md, "________________________________________", IN_BLOCK);
        }
        break;
    case BLOCK_TABLE:
        put_markdown_table(md, block->of.table);
        return;
    case BLOCK_CHART:
        put_chart(md, block->of.chart);
        return;
    case BLOCK_FACT:
    case BLOCK_ITEM:
    case BLOCK_FIGURE:
    case BLOCK_GAP:
        return;
    }
    putc('\n', md->file);
}

/* ---- lists ---- */

static size_t put_list(struct markdown *md, size_t first);

static bool is_more(const struct page_block *block, const struct page_block *entry) {
    return entry->kind == BLOCK_FACT && block->kind == BLOCK_FACT && is_blank_text(block->label) &&
           !is_blank_text(block->text);
}

/* One of a list, with what belongs to it: a fact without a label is more of the one before it. */
static size_t put_entry(struct markdown *md, size_t i) {
    const struct page *page = md->page;
    const struct page_block *entry = &page->blocks[i++];
    if (entry->kind == BLOCK_FACT && !is_blank_text(entry->label)) {
        put_strong(md, entry->label, IN_BLOCK, true);
        putc(' ', md->file);
    }
    put_strong(md, entry->text, IN_BLOCK, entry->kind == BLOCK_ITEM && is_strong(entry->role));
    for (; i < page->count && is_more(&page->blocks[i], entry); i++) {
        put_break(md, false, "");
        put_text(md, page->blocks[i].text, IN_BLOCK);
    }
    putc('\n', md->file);
    while (i < page->count && page_is_under(&page->blocks[i], entry)) {
        if (page->blocks[i].kind == entry->kind) {
            i = put_list(md, i);
            continue;
        }
        fprintf(md->file, "\n%*s", md->indent, "");
        put_markdown_block(md, &page->blocks[i++]);
    }
    return i;
}

/* Items or facts that follow each other. Two kinds of list have two signs: with one, they would be
 * one list. */
static size_t put_list(struct markdown *md, size_t first) {
    const struct page_block *blocks = md->page->blocks;
    enum block_kind kind = blocks[first].kind;
    size_t i = first;
    while (i < md->page->count && blocks[i].kind == kind &&
           blocks[i].level == blocks[first].level) {
        fputs(i > first && blocks[i - 1].kind != kind ? "\n" : "", md->file);
        fprintf(md->file, "%*s%c ", md->indent, "", kind == BLOCK_FACT ? '*' : '-');
        md->indent += LIST_INDENT;
        i = put_entry(md, i);
        md->indent -= LIST_INDENT;
    }
    return i;
}

/* ---- the page ---- */

/* Whether there is anything of it to read. */
static bool is_shown(const struct markdown *md, const struct page_block *block) {
    size_t columns = 0;
    if (block->kind != BLOCK_TABLE)
        return block->kind != BLOCK_GAP && block->kind != BLOCK_FIGURE;
    if (block->of.table->audience != FOR_DATA)
        table_used(md->page->arena, block->of.table, &columns);
    return columns > 0;
}

void page_write_markdown(FILE *file, const struct page *page) {
    struct markdown md = {file, page, 0};
    bool begun = page->title != NULL;
    if (begun) {
        fputs("# ", file);
        put_text(&md, page->title, IN_HEADING);
        putc('\n', file);
    }
    for (size_t i = 0; i < page->count;) {
        const struct page_block *block = &page->blocks[i];
        if (!is_shown(&md, block)) {
            i++;
            continue;
        }
        fputs(begun ? "\n" : "", file);
        begun = true;
        if (block->kind == BLOCK_FACT || block->kind == BLOCK_ITEM)
            i = put_list(&md, i);
        else
            put_markdown_block(&md, &page->blocks[i++]);
    }
}
