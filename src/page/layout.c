#include "page/layout.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { NARROWEST = 20 };

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

const char *layout_shown(const struct layout *layout, const char *text) {
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
