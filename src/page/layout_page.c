/* The blocks of a page, laid out one below the other. */
#include "page/layout.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { NOTE = 2 };

/* ---- headings ---- */

static void lay_rule(struct layout *layout, size_t width, char mark) {
    char *rule = arena_alloc(layout->arena, width + 1);
    memset(rule, mark, width);
    layout_line(layout);
    layout_run(layout, 0, ROLE_PLAIN, rule);
}

static void lay_heading(struct layout *layout, const struct page_block *block) {
    static const char marks[] = {'=', '-'};
    size_t width = text_width(layout_shown(layout, block->text)), columns = layout_room(layout, 0);
    layout_text(layout, block->role, 0, 0, block->text);
    if (layout->rules && block->level <= sizeof marks && block->role == ROLE_TITLE)
        lay_rule(layout, width < columns ? width : columns, marks[block->level - 1]);
}

/* ---- facts ---- */

/* All facts that follow each other have labels of one width: it is that of the first of them. */
static size_t lay_facts(struct layout *layout, const struct page *page, size_t first) {
    size_t widest = 0, end = first;
    for (; end < page->count && page->blocks[end].kind == BLOCK_FACT; end++) {
        size_t width = text_width(layout_flat(layout, page->blocks[end].label));
        widest = width > widest ? width : widest;
    }
    widest = table_width(widest, page->blocks[first].least, 0);
    for (size_t i = first; i < end; i++) {
        const struct page_block *block = &page->blocks[i];
        size_t indent = block->level * LAYOUT_INDENT;
        layout->first[i] = layout->count;
        layout_line(layout);
        layout_run(layout, indent, ROLE_LABEL, layout_flat(layout, block->label));
        layout_wrap(layout, block->role, indent + widest, indent + widest, block->text);
    }
    return end;
}

/* ---- the page ---- */

static void lay_block(struct layout *layout, const struct page_block *block) {
    size_t indent = block->level * LAYOUT_INDENT;
    bool hanging = block->hanging || block->kind == BLOCK_ITEM;
    switch (block->kind) {
    case BLOCK_HEADING:
        lay_heading(layout, block);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_ITEM:
        layout_text(layout, block->role, indent, hanging ? indent + LAYOUT_INDENT : indent,
                    block->text);
        break;
    case BLOCK_NOTE:
        layout_text(layout, block->role, 0, NOTE, block->text);
        break;
    case BLOCK_LINK:
        layout_line(layout);
        layout_run(layout, indent, block->role, layout_flat(layout, block->text));
        break;
    case BLOCK_TABLE:
        table_lay(layout, block->of.table);
        break;
    case BLOCK_LINES:
        for (unsigned i = 0; i < block->level; i++)
            lay_rule(layout, layout_room(layout, 0), '_');
        break;
    case BLOCK_GAP:
        layout_line(layout);
        break;
    case BLOCK_CHART:
        layout_chart(layout, block->of.chart);
        break;
    case BLOCK_FACT:
    case BLOCK_FIGURE:
        break;
    }
}

void layout_page(struct layout *layout, const struct page *page) {
    layout->first = arena_array(layout->arena, size_t, page->count + 1);
    for (size_t i = 0; i < page->count;) {
        layout->first[i] = layout->count;
        if (page->blocks[i].kind == BLOCK_FACT) {
            i = lay_facts(layout, page, i);
            continue;
        }
        lay_block(layout, &page->blocks[i++]);
    }
    layout->first[page->count] = layout->count;
}
