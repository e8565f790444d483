#include "page/html.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "page/layout.h"
#include "page/surface.h"

/* ---- elements ---- */

/* The start of a tag, with what it is. */
static void begin_tag(const struct html *html, const char *tag, const char *class,
                      const char *role) {
    fprintf(html->file, "<%s", tag);
    if (*class || *role)
        fprintf(html->file, " class=\"%s%s%s\"", class, *class && *role ? " " : "", role);
}

/* A tag with what it is and how far it is indented. */
static void open_tag(const struct html *html, const char *tag, const char *class, enum role role,
                     unsigned indent) {
    begin_tag(html, tag, class, html_class(role));
    if (indent > 0)
        fprintf(html->file, " style=\"--in:%u\"", indent);
    putc('>', html->file);
}

static void put_element(const struct html *html, const char *tag, const char *class, enum role role,
                        unsigned indent, const char *text) {
    open_tag(html, tag, class, role, indent);
    html_text(html, text, "<br>");
    fprintf(html->file, "</%s>\n", tag);
}

/* ---- blocks of text ---- */

static void put_link(const struct html *html, const struct page_block *block) {
    bool web = page_is_web(block->text);
    open_tag(html, "p", "link", ROLE_PLAIN, block->level);
    if (web) {
        fputs("<a href=\"", html->file);
        html_text(html, block->text, " ");
        fputs("\" rel=\"noreferrer\">", html->file);
    }
    html_text(html, block->text, "<br>");
    fputs(web ? "</a></p>\n" : "</p>\n", html->file);
}

/* Facts that follow each other. One without a label is more of the one before it. */
static size_t put_facts(const struct html *html, size_t first) {
    const struct page *page = html->page;
    size_t i = first;
    fputs("<dl>\n", html->file);
    for (; i < page->count && page->blocks[i].kind == BLOCK_FACT; i++) {
        const struct page_block *block = &page->blocks[i];
        if (i == first || *block->label)
            put_element(html, "dt", "", ROLE_PLAIN, block->level, block->label);
        put_element(html, "dd", "", block->role, 0, block->text);
    }
    fputs("</dl>\n", html->file);
    return i;
}

/* ---- tables ---- */

struct sheet {
    const struct html *html;
    const struct page_table *table;
    size_t *columns, shown;
    size_t *signs; /* of those columns, in their widest cells */
    size_t wide;   /* signs of a row, about */
    size_t head;   /* the one of those that heads the rows */
};

enum { SHORT = 20, LONG = 32, WIDE = 120, BRIEF = 12, BAR = 20, GAP = 2 };

static const struct page_column *column_at(const struct sheet *sheet, size_t place) {
    return &sheet->table->columns[sheet->columns[place]];
}

static const struct page_cell *cell_at(const struct sheet *sheet, size_t row, size_t place) {
    return cell_in(sheet->table, row, sheet->columns[place]);
}

static size_t signs_of(const struct sheet *sheet, size_t place) {
    const struct page_column *column = column_at(sheet, place);
    size_t widest = column->type == COLUMN_BAR ? BAR : 0;
    for (size_t row = 0; row < sheet->table->row_count; row++) {
        size_t width = text_width(cell_text(cell_at(sheet, row, place)));
        widest = width > widest ? width : widest;
    }
    for (size_t line = 0; sheet->table->headed && line < 2; line++) {
        size_t width = column->head[line] ? text_width(column->head[line]) : 0;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Of a row, with what is between columns: longer texts are wrapped. */
static size_t width_of(const struct sheet *sheet, size_t place) {
    return GAP + (sheet->signs[place] < LONG ? sheet->signs[place] : LONG);
}

/* Rows are headed by the first column of texts that has one in each row, or else by the first. */
static struct sheet measure(const struct html *html, const struct page_table *table) {
    struct sheet sheet = {.html = html, .table = table};
    sheet.columns = table_used(html->arena, table, &sheet.shown);
    sheet.signs = arena_array(html->arena, size_t, sheet.shown + 1);
    for (size_t i = sheet.shown; i-- > 0;) {
        sheet.signs[i] = signs_of(&sheet, i);
        sheet.wide += width_of(&sheet, i);
        bool full = column_at(&sheet, i)->type == COLUMN_TEXT;
        for (size_t row = 0; full && row < table->row_count; row++)
            full = *cell_text(cell_at(&sheet, row, i)) != '\0';
        sheet.head = full ? i : sheet.head;
    }
    return sheet;
}

/* Numbers and short texts are never broken, and long ones anywhere. */
static const char *css_class_of(const struct sheet *sheet, size_t place) {
    const struct page_column *column = column_at(sheet, place);
    if (column->type == COLUMN_BAR)
        return "bar";
    if (column->type != COLUMN_TEXT || sheet->signs[place] <= SHORT)
        return column->right ? "short right" : "short";
    return sheet->signs[place] > LONG ? "long" : "";
}

static void put_head(const struct sheet *sheet) {
    const struct html *html = sheet->html;
    fputs("<thead>\n<tr>", html->file);
    for (size_t i = 0; i < sheet->shown; i++) {
        const char *const *head = column_at(sheet, i)->head;
        bool empty = !head[0] && !head[1];
        fprintf(html->file, "<%s%s>", empty ? "td" : "th scope=\"col\"",
                column_at(sheet, i)->right ? " class=\"right\"" : "");
        html_text(html, head[0] ? head[0] : "", " ");
        fputs(head[0] && head[1] ? "<br>" : "", html->file);
        html_text(html, head[1] ? head[1] : "", " ");
        fputs(empty ? "</td>" : "</th>", html->file);
    }
    fputs("</tr>\n</thead>\n", html->file);
}

static void put_html_cell(const struct sheet *sheet, const struct page_cell *cell, size_t place) {
    const struct html *html = sheet->html;
    bool head = place == sheet->head;
    bool bar = column_at(sheet, place)->type == COLUMN_BAR && !*cell_text(cell);
    begin_tag(html, head ? "th scope=\"row\"" : "td", css_class_of(sheet, place),
              bar ? "" : html_class(cell->role));
    putc('>', html->file);
    if (bar)
        svg_bar(html, cell->role, cell->value, table_most(sheet->table, sheet->columns[place]));
    html_text(html, cell_text(cell), "<br>");
    fputs(head ? "</th>" : "</td>", html->file);
}

/* Whether a row has nothing but its first cell, in whatever part of the table. */
static bool heads_rows_below(const struct sheet *sheet, size_t row) {
    const struct page_table *table = sheet->table;
    bool alone = sheet->shown > 1 && table->headed && *cell_text(cell_at(sheet, row, 0));
    for (size_t i = 0; i < table->column_count && alone; i++)
        alone = i == sheet->columns[0] || table->columns[i].audience == FOR_DATA ||
                cell_is_empty(&table->columns[i], cell_in(table, row, i));
    return alone;
}

/* One that is alone heads those that follow. */
static void put_html_row(const struct sheet *sheet, size_t row) {
    const struct html *html = sheet->html;
    if (heads_rows_below(sheet, row)) {
        fputs(row > 0 ? "</tbody>\n<tbody>\n" : "", html->file);
        fprintf(html->file, "<tr><th scope=\"rowgroup\" colspan=\"%zu\">", sheet->shown);
        html_text(html, cell_text(cell_at(sheet, row, 0)), "<br>");
        fputs("</th></tr>\n", html->file);
        return;
    }
    fputs("<tr>", html->file);
    for (size_t i = 0; i < sheet->shown; i++)
        put_html_cell(sheet, cell_at(sheet, row, i), i);
    fputs("</tr>\n", html->file);
}

/* In a box of its own, which scrolls where the table is too wide for the screen. */
static void put_sheet(const struct sheet *sheet) {
    const struct html *html = sheet->html;
    const struct page_table *table = sheet->table;
    fprintf(html->file, "<div class=\"table%s%s%s\" style=\"--in:%u%s;--signs:%zu\"",
            sheet->wide > WIDE ? " wide" : "", table->row_count <= BRIEF ? " brief" : "",
            table->blank ? " blank" : "", table->indent, table->inset ? ".5" : "", sheet->wide);
    fputs(sheet->shown > 4 ? " role=\"group\" tabindex=\"0\">\n<table>\n" : ">\n<table>\n",
          html->file);
    if (table->caption)
        put_element(html, "caption", "unseen", ROLE_PLAIN, 0, table->caption);
    if (table->headed)
        put_head(sheet);
    fputs("<tbody>\n", html->file);
    for (size_t row = 0; row < table->row_count; row++)
        put_html_row(sheet, row);
    fputs("</tbody>\n</table>\n</div>\n", html->file);
}

static void take_column(struct sheet *part, const struct sheet *sheet, size_t place) {
    part->columns[part->shown] = sheet->columns[place];
    part->signs[part->shown++] = sheet->signs[place];
    part->wide += width_of(sheet, place);
}

/* One below the other, each with the columns that head the rows and as many of the others as an
 * upright sheet of paper has room for. */
static void put_parts(const struct sheet *sheet) {
    struct sheet part = *sheet;
    part.columns = arena_array(sheet->html->arena, size_t, sheet->shown);
    part.signs = arena_array(sheet->html->arena, size_t, sheet->shown);
    size_t next = sheet->head + 1, first;
    do {
        part.shown = part.wide = 0;
        for (size_t i = 0; i <= sheet->head; i++)
            take_column(&part, sheet, i);
        for (first = next; next < sheet->shown; next++) {
            if (next > first && part.wide + width_of(sheet, next) > WIDE)
                break;
            take_column(&part, sheet, next);
        }
        part.wide = part.wide < WIDE ? WIDE : part.wide; /* letters of one size */
        put_sheet(&part);
    } while (next < sheet->shown);
}

static void put_table(const struct html *html, const struct page_table *table) {
    struct sheet sheet = measure(html, table);
    if (table->audience == FOR_DATA || sheet.shown == 0)
        return;
    if (table->parted && sheet.wide > WIDE)
        put_parts(&sheet);
    else
        put_sheet(&sheet);
}

/* ---- blocks ---- */

static void put_block(struct html *html, const struct page_block *block) {
    static const char *const heads[] = {"h1", "h1", "h2", "h3"};
    switch (block->kind) {
    case BLOCK_HEADING:
        put_element(html, heads[block->level < 3 ? block->level : 3],
                    block->role == ROLE_STRONG ? "small" : "", ROLE_PLAIN, 0, block->text);
        break;
    case BLOCK_PARAGRAPH:
        put_element(html, "p", block->hanging ? "hanging" : "", block->role, block->level,
                    block->text);
        break;
    case BLOCK_NOTE:
        put_element(html, "p", "remark", block->role, 0, block->text);
        break;
    case BLOCK_LINK:
        put_link(html, block);
        break;
    case BLOCK_LINES:
        for (unsigned i = 0; i < block->level; i++)
            fputs("<div class=\"rule\"></div>\n", html->file);
        break;
    case BLOCK_TABLE:
        put_table(html, block->of.table);
        break;
    case BLOCK_FIGURE:
        svg_chamber(html, block->of.chamber);
        break;
    case BLOCK_CHART:
        svg_chart(html, block->of.chart);
        break;
    case BLOCK_FACT:
    case BLOCK_ITEM:
    case BLOCK_GAP:
        break;
    }
}

/* ---- lists ---- */

static size_t put_items(struct html *html, size_t first, unsigned indent);

/* What belongs to an item, further in than its text. */
static size_t put_under(struct html *html, size_t i, const struct page_block *item) {
    struct page_block block = html->page->blocks[i];
    if (block.kind == BLOCK_ITEM)
        return put_items(html, i, 0);
    block.level -= item->level + 1;
    put_block(html, &block);
    return i + 1;
}

/* Items that follow each other and are as deep as the first of them. */
static size_t put_items(struct html *html, size_t first, unsigned indent) {
    const struct page *page = html->page;
    size_t i = first;
    open_tag(html, "ul", "", ROLE_PLAIN, indent);
    putc('\n', html->file);
    while (i < page->count && page->blocks[i].kind == BLOCK_ITEM &&
           page->blocks[i].level == page->blocks[first].level) {
        const struct page_block *item = &page->blocks[i++];
        open_tag(html, "li", "", item->role, 0);
        html_text(html, item->text, "<br>");
        while (i < page->count && page_is_under(&page->blocks[i], item))
            i = put_under(html, i, item);
        fputs("</li>\n", html->file);
    }
    fputs("</ul>\n", html->file);
    return i;
}

/* ---- the page ---- */

static const char *first_heading(const struct page *page) {
    for (size_t i = 0; i < page->count; i++)
        if (page->blocks[i].kind == BLOCK_HEADING)
            return page->blocks[i].text;
    return "veto";
}

static void put_top(const struct html *html) {
    static const char *const parts[] = {[PARTS_BELOW] = "",
                                        [PARTS_BESIDE] = " class=\"beside\"",
                                        [PARTS_CARDS] = " class=\"cards\""};
    const struct page *page = html->page;
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'; img-src data:\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
          html->file);
    html_text(html, page->title ? page->title : first_heading(page), " ");
    fprintf(html->file, "</title>\n<style>\n%s%s%s%s</style>\n</head>\n<body>\n<main%s>\n",
            html_style, html_style_drawings, html_style_dark, html_style_paper, parts[page->parts]);
    if (page->title)
        put_element(html, "h1", "", ROLE_PLAIN, 0, page->title);
}

void page_write_html(FILE *file, const struct page *page) {
    struct html html = {.file = file, .arena = page->arena, .page = page};
    bool part = false; /* what stands under a heading of level 2 is open */
    put_top(&html);
    for (size_t i = 0; i < page->count;) {
        const struct page_block *block = &page->blocks[i];
        if (block->kind == BLOCK_HEADING && block->level <= 2) {
            fputs(part ? "</section>\n" : "", file);
            part = block->level == 2;
            fputs(part ? "<section>\n" : "", file);
        }
        if (block->kind == BLOCK_FACT)
            i = put_facts(&html, i);
        else if (block->kind == BLOCK_ITEM)
            i = put_items(&html, i, block->level);
        else
            put_block(&html, &page->blocks[i++]);
    }
    fprintf(file, "%s</main>\n</body>\n</html>\n", part ? "</section>\n" : "");
}
