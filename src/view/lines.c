#include "view/lines.h"

#include <string.h>

#include "base/text.h"

static void push(struct lines *lines, struct line line) {
    arena_push(lines->frame->arena, lines->all, lines->count, lines->capacity);
    lines->all[lines->count++] = line;
}

static size_t room(const struct lines *lines, int indent) {
    return lines->columns > indent ? (size_t)(lines->columns - indent) : 1;
}

static void add(struct lines *lines, struct line first, const char *text) {
    const char *start;
    size_t length;
    text = frame_encode(lines->frame, text);
    while (text_wrap(&text, room(lines, first.indent), &start, &length)) {
        struct line line = first;
        line.text = arena_copy(lines->frame->arena, start, length);
        push(lines, line);
        first.lead = NULL;
    }
}

void lines_add(struct lines *lines, enum style style, int indent, const char *text) {
    add(lines, (struct line){.style = style, .indent = indent}, text);
}

void lines_add_led(struct lines *lines, enum style lead_style, const char *lead, int hang,
                   enum style style, const char *text) {
    struct line line = {.lead = lead, .lead_style = lead_style, .style = style, .indent = hang};
    add(lines, line, text);
}

void lines_fact(struct lines *lines, int columns, const char *label, const char *text) {
    if (*text)
        lines_add_led(lines, STYLE_DIM, label, columns, STYLE_PLAIN, text);
}

void lines_gap(struct lines *lines) {
    if (lines->count > 0 && *lines->all[lines->count - 1].text != '\0')
        push(lines, (struct line){.text = ""});
}

void lines_draw(const struct lines *lines, struct area area, size_t first, size_t bright) {
    for (int row = 0; row < area.rows && first + (size_t)row < lines->count; row++) {
        size_t index = first + (size_t)row;
        const struct line *line = &lines->all[index];
        bool dim = index < bright;
        if (line->lead)
            frame_put(lines->frame, area, 0, row, dim ? STYLE_DIM : line->lead_style, line->lead);
        frame_put(lines->frame, area, line->indent, row, dim ? STYLE_DIM : line->style, line->text);
    }
}

void lines_scroll(const struct lines *lines, struct area area, size_t anchor, int scroll,
                  size_t bright) {
    int count = (int)lines->count, bottom = count > area.rows ? count - area.rows : 0;
    int stand = bottom < (int)anchor ? bottom : (int)anchor;
    lines->frame->scroll_most = stand;
    lines->frame->scroll_least = stand - bottom;
    lines->frame->scroll_found = stand - (int)lines->found;
    if (lines->seek)
        scroll = lines->frame->scroll_found;
    lines->frame->scroll_page = area.rows > 2 ? area.rows - 1 : 1;
    int first = stand - scroll;
    first = first < 0 ? 0 : first > bottom ? bottom : first;
    lines_draw(lines, area, (size_t)first, bright);
}
