#include "page/layout.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { NARROWEST = 20, NOTE = 2 };

/* ---- lines ---- */

void layout_line(struct layout *layout) {
    arena_push(layout->arena, layout->lines, layout->count, layout->capacity);
    layout->lines[layout->count++] = (struct layout_line){.count = 0};
}

void layout_run(struct layout *layout, size_t column, enum role role, const char *text) {
    struct layout_line *line = &layout->lines[layout->count - 1];
    if (*text == '\0')
        return;
    if (line->capacity == 0) { /* most lines are one run */
        line->runs = arena_new(layout->arena, struct layout_run);
        line->capacity = 1;
    }
    arena_push(layout->arena, line->runs, line->count, line->capacity);
    line->runs[line->count++] = (struct layout_run){column, text, role, false};
}

size_t layout_bar(double value, double most, size_t room) {
    size_t signs = most > 0 ? (size_t)(value / most * (double)room + 0.5) : 0;
    return signs == 0 && value > 0 ? 1 : signs;
}

void layout_signs(struct layout *layout, size_t column, enum role role, size_t count) {
    const char *sign = layout->ascii ? "#" : "\u2588";
    size_t size = strlen(sign);
    char *text = arena_alloc(layout->arena, count * size + 1);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, sign, size);
    layout_run(layout, column, role, text);
    struct layout_line *line = &layout->lines[layout->count - 1];
    line->runs[line->count - 1].bar = true;
}

/* A text as it will be shown. */
static const char *layout_shown(const struct layout *layout, const char *text) {
    return layout->ascii ? text_ascii(layout->arena, text, strlen(text)) : text;
}

const char *layout_flat(const struct layout *layout, const char *text) {
    char *flat = arena_copy(layout->arena, text, strlen(text));
    for (char *at = flat; (at = strpbrk(at, "\t\n")) != NULL;)
        *at = ' ';
    return layout_shown(layout, text_visible(layout->arena, flat, strlen(flat)));
}

const char *layout_short(const struct layout *layout, const char *text, size_t columns) {
    text = layout_flat(layout, text);
    size_t length = strlen(text);
    if (text_width(text) <= columns)
        return text;
    size_t fit = text_fit(text, length, columns > 3 ? columns - 3 : 0);
    while (fit > 0 && text[fit - 1] == ' ')
        fit--;
    return arena_printf(layout->arena, "%.*s...", (int)fit, text);
}

size_t layout_room(const struct layout *layout, size_t indent) {
    size_t columns = layout->columns < NARROWEST ? NARROWEST : layout->columns;
    return indent + NARROWEST / 2 > columns ? NARROWEST / 2 : columns - indent;
}

void layout_wrap(struct layout *layout, enum role role, size_t first, size_t rest,
                 const char *text) {
    const char *line;
    size_t length, indent = first;
    text = layout_shown(layout, text);
    for (bool begun = true; text_wrap(&text, layout_room(layout, indent), &line, &length);
         begun = false) {
        if (!begun)
            layout_line(layout);
        layout_run(layout, indent, role, arena_copy(layout->arena, line, length));
        indent = rest;
    }
}

void layout_text(struct layout *layout, enum role role, size_t first, size_t rest,
                 const char *text) {
    layout_line(layout);
    layout_wrap(layout, role, first, rest, text);
}

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
    if (layout->rules && block->level <= sizeof marks && block->role != ROLE_PLAIN)
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
