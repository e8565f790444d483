#include "page/layout.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { GAP = 2, SHORTEST = 10 };

const struct page_cell *cell_in(const struct page_table *table, size_t row, size_t column) {
    return &table->cells[row * table->column_count + column];
}

const char *cell_text(const struct page_cell *cell) {
    return cell->text ? cell->text : "";
}

bool cell_is_empty(const struct page_column *column, const struct page_cell *cell) {
    return !*cell_text(cell) && (column->type != COLUMN_BAR || cell->value <= 0);
}

size_t *table_used(struct arena *arena, const struct page_table *table, size_t *count) {
    size_t *columns = arena_array(arena, size_t, table->column_count);
    *count = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct page_column *column = &table->columns[i];
        bool used = table->headed && (column->head[0] || column->head[1]);
        for (size_t row = 0; !used && row < table->row_count; row++)
            used = !cell_is_empty(column, cell_in(table, row, i));
        if (used && column->audience != FOR_DATA)
            columns[(*count)++] = i;
    }
    return columns;
}

double table_most(const struct page_table *table, size_t column) {
    double most = table->most;
    for (size_t row = 0; table->most <= 0 && row < table->row_count; row++) {
        double value = cell_in(table, row, column)->value;
        most = value > most ? value : most;
    }
    return most;
}

size_t table_width(size_t widest, size_t least, size_t gap) {
    return widest + 1 <= least ? least : widest + (gap ? gap : GAP);
}

/* ---- one table being laid out ---- */

struct sheet {
    struct layout *layout;
    const struct page_table *table;
    size_t indent;
    size_t shown;            /* columns */
    size_t *columns;         /* which they are */
    size_t *widths;          /* of those, the blanks behind them included */
    double *most;            /* of those, the longest bars */
    size_t heads;            /* lines of heads */
    size_t lines;            /* of heads and rows */
    struct page_cell *cells; /* line by line, heads first, as they will be shown */
};

static const struct page_column *table_column_at(const struct sheet *sheet, size_t place) {
    return &sheet->table->columns[sheet->columns[place]];
}

static const struct page_cell *shown_at(const struct sheet *sheet, size_t line, size_t place) {
    return &sheet->cells[line * sheet->shown + place];
}

static void choose_table_columns(struct sheet *sheet) {
    const struct page_table *table = sheet->table;
    sheet->columns = arena_array(sheet->layout->arena, size_t, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].audience == FOR_DATA)
            continue;
        sheet->columns[sheet->shown++] = i;
        for (size_t line = sheet->heads; table->headed && line < 2; line++)
            if (table->columns[i].head[line])
                sheet->heads = line + 1;
    }
    sheet->lines = sheet->heads + table->row_count;
}

/* A line to write on, as wide as the column at least is. */
static const char *ruled(struct arena *arena, const struct page_column *column) {
    size_t gap = column->gap ? column->gap : GAP;
    size_t width = column->least > gap + 1 ? column->least - gap : 1;
    char *rule = arena_alloc(arena, width + 1);
    memset(rule, '_', width);
    return rule;
}

static void take_cells(struct sheet *sheet) {
    struct layout *layout = sheet->layout;
    const struct page_table *table = sheet->table;
    sheet->cells = arena_array(layout->arena, struct page_cell, sheet->lines * sheet->shown);
    for (size_t i = 0; i < sheet->lines * sheet->shown; i++) {
        size_t line = i / sheet->shown, place = i % sheet->shown;
        const struct page_column *column = table_column_at(sheet, place);
        bool head = line < sheet->heads;
        struct page_cell cell = {.text = head ? column->head[line] : NULL,
                                 .role = table->head_role};
        if (!head)
            cell = *cell_in(table, line - sheet->heads, sheet->columns[place]);
        cell.text = layout_flat(layout, cell_text(&cell));
        if (!head && table->blank && *cell.text == '\0')
            cell.text = ruled(layout->arena, column);
        if (column->cut && column->most)
            cell.text = layout_short(layout, cell.text, column->most);
        sheet->cells[i] = cell;
    }
}

/* `least`: no column is narrower than it is to be. */
static void measure_columns(struct sheet *sheet, bool least) {
    for (size_t place = 0; place < sheet->shown; place++) {
        const struct page_column *column = table_column_at(sheet, place);
        size_t widest = 0;
        for (size_t line = 0; line < sheet->lines; line++) {
            size_t width = text_width(shown_at(sheet, line, place)->text);
            widest = width > widest ? width : widest;
        }
        sheet->widths[place] = table_width(widest, least ? column->least : 0, column->gap);
        if (column->type == COLUMN_BAR)
            sheet->most[place] = table_most(sheet->table, sheet->columns[place]);
    }
}

/* Whether there is room for a word or two in the last column. */
static bool has_room_for_last(const struct sheet *sheet) {
    size_t at = sheet->indent;
    for (size_t place = 0; place + 1 < sheet->shown; place++)
        at += sheet->widths[place];
    return at + SHORTEST <= sheet->layout->columns;
}

/* ---- cells ---- */

/* What the last cell of a line has too much goes on below it. */
static void lay_cell(const struct sheet *sheet, size_t line, size_t place, size_t at, bool last) {
    struct layout *layout = sheet->layout;
    const struct page_column *column = table_column_at(sheet, place);
    const struct page_cell *cell = shown_at(sheet, line, place);
    const char *text = cell->text;
    size_t width = text_width(text), gap = column->gap ? column->gap : GAP;
    size_t inner = sheet->widths[place] - gap, room = layout_room(layout, at);
    if (column->type == COLUMN_BAR && *text == '\0') {
        room = column->least && column->least < room ? column->least : room;
        layout_signs(layout, at, cell->role, layout_bar(cell->value, sheet->most[place], room));
        return;
    }
    if (column->right && width < inner)
        at += inner - width;
    if (last && column->cut)
        text = layout_short(layout, text, layout_room(layout, at));
    if (last && !sheet->table->parted)
        layout_wrap(layout, cell->role, at, at, text);
    else
        layout_run(layout, at, cell->role, text);
}

static bool is_empty(const struct sheet *sheet, size_t line, size_t place) {
    return cell_is_empty(table_column_at(sheet, place), shown_at(sheet, line, place));
}

/* The first column, and those from..to; what is empty at the end of a line is nothing. */
static void lay_line(const struct sheet *sheet, size_t line, size_t from, size_t to) {
    size_t end = to, at = sheet->indent;
    while (end > from && is_empty(sheet, line, end - 1))
        end--;
    if (end == from && is_empty(sheet, line, 0))
        end = 0;
    layout_line(sheet->layout);
    for (size_t place = 0; place < end; place = place == 0 ? from : place + 1) {
        bool last = place + 1 == end || (place == 0 && end == from);
        lay_cell(sheet, line, place, at, last);
        at += sheet->widths[place];
        if (last)
            break;
    }
}

void table_lay(struct layout *layout, const struct page_table *table) {
    struct sheet sheet = {.layout = layout,
                          .table = table,
                          .indent = table->indent * LAYOUT_INDENT +
                                    (table->inset ? LAYOUT_INDENT / 2 : 0)};
    choose_table_columns(&sheet);
    if (table->audience == FOR_DATA || sheet.shown == 0)
        return;
    take_cells(&sheet);
    sheet.widths = arena_array(layout->arena, size_t, sheet.shown);
    sheet.most = arena_array(layout->arena, double, sheet.shown);
    /* Narrower than they are to be, unless that is no help. */
    for (int pass = 0; pass < 3 && (pass == 0 || !has_room_for_last(&sheet)); pass++)
        measure_columns(&sheet, pass != 1);
    size_t from = 1, to;
    do { /* in parts: as many columns as fit, and then the next ones below */
        size_t width = sheet.widths[0];
        for (to = from; to < sheet.shown; to++) {
            width += sheet.widths[to];
            if (table->parted && to > from && width > layout->columns + GAP)
                break;
        }
        if (from > 1)
            layout_line(layout);
        for (size_t line = 0; line < sheet.lines; line++)
            lay_line(&sheet, line, from, to);
        from = to;
    } while (from < sheet.shown);
}
