#include "view/frame.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

/* A constant, so that a frame is cleared at the speed of memory. */
static const struct cell blank = {.bytes = " ", .length = 1, .width = 1, .style = STYLE_PLAIN};

static struct cell make_cell(const char *bytes, size_t length, unsigned width, enum style style) {
    struct cell cell = {.width = (unsigned char)width, .style = (unsigned char)style};
    while (length > CELL_BYTES) /* whole code points */
        do
            length--;
        while (((unsigned char)bytes[length] & 0xC0) == 0x80);
    memcpy(cell.bytes, bytes, length);
    cell.length = (unsigned char)length;
    return cell;
}

struct frame *frame_new(struct arena *arena, int columns, int rows, enum charset charset) {
    struct frame *frame = arena_new(arena, struct frame);
    frame->arena = arena;
    frame->charset = charset;
    frame->columns = columns < 1 ? 1 : columns;
    frame->rows = rows < 1 ? 1 : rows;
    frame->cursor_column = frame->cursor_row = -1;
    size_t count = (size_t)frame->columns * (size_t)frame->rows;
    frame->cells = arena_array(arena, struct cell, count);
    for (size_t i = 0; i < count; i++)
        frame->cells[i] = blank;
    return frame;
}

struct area frame_area(const struct frame *frame) {
    return (struct area){0, 0, frame->columns, frame->rows};
}

int area_within(int value, int least, int most) {
    return value > most ? most : value < least ? least : value;
}

struct area area_part(struct area area, int right, int down, int columns, int rows) {
    right = area_within(right, 0, area.columns);
    down = area_within(down, 0, area.rows);
    return (struct area){area.column + right, area.row + down,
                         area_within(columns, 0, area.columns - right),
                         area_within(rows, 0, area.rows - down)};
}

const char *frame_sign(const struct frame *frame, enum sign sign) {
    static const char *const signs[SIGNS][2] = {
        [SIGN_HORIZONTAL] = {"─", "-"}, [SIGN_VERTICAL] = {"│", "|"}, [SIGN_TOP_LEFT] = {"╭", "+"},
        [SIGN_TOP_RIGHT] = {"╮", "+"},  [SIGN_LEG] = {"╵", "|"},      [SIGN_FULL] = {"█", "#"},
        [SIGN_EMPTY] = {"·", "."},      [SIGN_MARK] = {"│", "|"},     [SIGN_DOT] = {"·", "-"},
        [SIGN_SPEAKER] = {"▸", ">"},    [SIGN_DIFFERS] = {"≠", "!"},  [SIGN_TURN] = {"◆", "#"},
    };
    return signs[sign][frame->charset == CHARSET_ASCII];
}

const char *frame_encode(const struct frame *frame, const char *text) {
    return frame->charset == CHARSET_ASCII ? text_ascii(frame->arena, text, strlen(text)) : text;
}

/* As it goes into cells. A line feed has no place there and is made visible like other controls. */
static const char *printable(const struct frame *frame, const char *text) {
    text = frame_encode(frame, text);
    return text_visible(frame->arena, text, strlen(text));
}

int frame_width(const struct frame *frame, const char *text) {
    return (int)text_width(printable(frame, text));
}

static struct cell *frame_cell(const struct frame *frame, int column, int row) {
    return &frame->cells[(size_t)row * (size_t)frame->columns + (size_t)column];
}

/* Writes over a cell; what is left of a wide one that it cuts in half becomes blank. */
static void set_cell(struct frame *frame, int column, int row, struct cell cell) {
    struct cell *at = frame_cell(frame, column, row);
    if (at->width == 0)
        at[-1] = make_cell(" ", 1, 1, at[-1].style);
    if (at->width == 2)
        at[1] = make_cell(" ", 1, 1, at[1].style);
    *at = cell;
}

/* The part of the area that lies in the frame. */
static struct area clip(const struct frame *frame, struct area area) {
    int left = area_within(area.column, 0, frame->columns);
    int top = area_within(area.row, 0, frame->rows);
    int right = area_within(area.column + area.columns, left, frame->columns);
    int bottom = area_within(area.row + area.rows, top, frame->rows);
    return (struct area){left, top, right - left, bottom - top};
}

int frame_put(struct frame *frame, struct area area, int column, int row, enum style style,
              const char *text) {
    struct area visible = clip(frame, area);
    int start = area.column + column, at = start, line = area.row + row;
    int end = visible.column + visible.columns;
    if (line < visible.row || line >= visible.row + visible.rows)
        return 0;
    text = printable(frame, text);
    unsigned width;
    for (size_t bytes; (bytes = text_cluster(text, strlen(text), &width)) > 0; text += bytes) {
        if (width == 0)
            continue; /* nothing that it could stand on */
        if (at + (int)width > end) {
            if (text[strspn(text, " ")] != '\0')
                frame->cut = text;
            break;
        }
        if (at >= visible.column) {
            if (width == 2)
                set_cell(frame, at + 1, line, make_cell("", 0, 1, style));
            set_cell(frame, at, line, make_cell(text, bytes, width, style));
            if (width == 2)
                frame_cell(frame, at + 1, line)->width = 0;
        }
        at += (int)width;
    }
    return at - start;
}

void frame_put_right(struct frame *frame, struct area area, int row, enum style style,
                     const char *text) {
    frame_put(frame, area, area.columns - frame_width(frame, text), row, style, text);
}

void frame_put_centred(struct frame *frame, struct area area, int row, enum style style,
                       const char *text) {
    int spare = area.columns - frame_width(frame, text);
    frame_put(frame, area, spare > 0 ? spare / 2 : 0, row, style, text);
}

void frame_put_short(struct frame *frame, struct area area, int column, int row, enum style style,
                     const char *text) {
    const char *ellipsis = frame_encode(frame, "\u2026");
    int room = area.columns - column, tail = frame_width(frame, ellipsis);
    text = printable(frame, text);
    if ((int)text_width(text) > room && room > tail) {
        size_t fit = text_fit(text, strlen(text), (size_t)(room - tail));
        while (fit > 0 && text[fit - 1] == ' ')
            fit--;
        text = arena_printf(frame->arena, "%.*s%s", (int)fit, text, ellipsis);
    }
    frame_put(frame, area, column, row, style, text);
}

void frame_line(struct frame *frame, struct area area, enum sign sign) {
    for (int row = 0; row < area.rows; row++)
        for (int column = 0; column < area.columns; column++)
            frame_put(frame, area, column, row, STYLE_LINE, frame_sign(frame, sign));
}

void frame_point(struct frame *frame, struct area area) {
    struct area visible = clip(frame, area);
    if (visible.columns == 0 || visible.rows == 0)
        return;
    frame->cursor_column = visible.column;
    frame->cursor_row = visible.row;
}

void frame_spot(struct frame *frame, struct area area, enum action action, int argument) {
    arena_push(frame->arena, frame->spots, frame->spot_count, frame->spot_capacity);
    frame->spots[frame->spot_count++] = (struct spot){clip(frame, area), action, argument};
}

const struct spot *frame_spot_at(const struct frame *frame, int column, int row) {
    for (size_t i = frame->spot_count; i-- > 0;) {
        const struct area *area = &frame->spots[i].area;
        if (column >= area->column && column < area->column + area->columns && row >= area->row &&
            row < area->row + area->rows)
            return &frame->spots[i];
    }
    return NULL;
}

void frame_fill(struct frame *frame, struct area area, enum style style) {
    struct area visible = clip(frame, area);
    struct cell cell = make_cell(" ", 1, 1, style);
    for (int row = 0; row < visible.rows; row++)
        for (int column = 0; column < visible.columns; column++)
            set_cell(frame, visible.column + column, visible.row + row, cell);
}

char *frame_text(struct arena *arena, const struct frame *frame) {
    size_t most = (size_t)frame->rows * ((size_t)frame->columns * CELL_BYTES + 1);
    char *text = arena_alloc(arena, most + 1), *to = text;
    for (int row = 0; row < frame->rows; row++) {
        char *start = to;
        for (int column = 0; column < frame->columns; column++) {
            const struct cell *cell = frame_cell(frame, column, row);
            memcpy(to, cell->bytes, cell->length);
            to += cell->length;
        }
        while (to > start && to[-1] == ' ')
            to--;
        *to++ = '\n';
    }
    *to = '\0';
    return text;
}
