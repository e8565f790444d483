#include "view/lines.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

static void push_line(struct lines *lines, struct line line) {
    arena_push(lines->frame->arena, lines->all, lines->count, lines->capacity);
    lines->all[lines->count++] = line;
}

static void add_line(struct lines *lines, struct line first, const char *text) {
    const char *start;
    size_t length;
    int room = lines->columns > first.indent ? lines->columns - first.indent : 1;
    text = frame_encode(lines->frame, text);
    while (text_wrap(&text, (size_t)room, &start, &length)) {
        struct line line = first;
        line.text = arena_copy(lines->frame->arena, start, length);
        push_line(lines, line);
        first.lead = NULL;
    }
}

void lines_add(struct lines *lines, enum style style, int indent, const char *text) {
    add_line(lines, (struct line){.style = style, .indent = indent}, text);
}

void lines_print(struct lines *lines, enum style style, int indent, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    lines_add(lines, style, indent, arena_vprintf(lines->frame->arena, format, arguments));
    va_end(arguments);
}

void lines_add_whole(struct lines *lines, enum style style, int indent, const char *text) {
    push_line(
        lines,
        (struct line){.style = style, .indent = indent, .text = frame_encode(lines->frame, text)});
}

void lines_add_led(struct lines *lines, enum style lead_style, const char *lead, int hang,
                   enum style style, const char *text) {
    struct line line = {.lead = lead, .lead_style = lead_style, .style = style, .indent = hang};
    add_line(lines, line, text);
}

void lines_add_keys(struct lines *lines, size_t row, const char *keys, int hang, enum style style,
                    const char *text) {
    size_t at = lines->count;
    lines_add_led(lines, STYLE_KEY, keys, hang, style, text);
    lines->all[at].action = ACTION_ROW;
    lines->all[at].argument = (int)row;
}

void lines_fact(struct lines *lines, int columns, const char *label, const char *text) {
    if (*text)
        lines_add_led(lines, STYLE_LABEL, label, columns, STYLE_PLAIN, text);
}

void lines_gap(struct lines *lines) {
    const struct line *last = lines->count > 0 ? &lines->all[lines->count - 1] : NULL;
    if (last && (last->laid ? last->laid->count > 0 : *last->text != '\0'))
        push_line(lines, (struct line){.text = ""});
}

/* ---- pages ---- */

void lines_page(struct lines *lines, const struct page *page) {
    struct layout layout = {
        .arena = lines->frame->arena,
        .columns = (size_t)lines->columns,
        .ascii = lines->frame->charset == CHARSET_ASCII,
    };
    layout_page(&layout, page);
    for (size_t i = 0; i < layout.count; i++)
        push_line(lines, (struct line){.laid = &layout.lines[i]});
}

struct page stage_page(struct arena *arena, const struct stage *stage) {
    return (struct page){.arena = arena,
                         .changes = stage ? stage->overrides : NULL,
                         .change_count = stage ? stage->override_count : 0,
                         .screen = true};
}

void lines_report(struct lines *lines, const struct stage *stage, const struct report *report,
                  const void *subject) {
    struct page page = stage_page(lines->frame->arena, stage);
    report->page(&page, subject);
    lines_page(lines, &page);
}

static enum style style_of(const struct layout_run *run) {
    static const enum style styles[ROLES] = {
        [ROLE_PLAIN] = STYLE_PLAIN,     [ROLE_TITLE] = STYLE_TITLE,
        [ROLE_STRONG] = STYLE_STRONG,   [ROLE_DIM] = STYLE_DIM,
        [ROLE_LABEL] = STYLE_LABEL,     [ROLE_NOTE] = STYLE_DIM,
        [ROLE_YES] = STYLE_YES,         [ROLE_NO] = STYLE_NO,
        [ROLE_ABSTAIN] = STYLE_ABSTAIN, [ROLE_NOT_PARTICIPATING] = STYLE_NOT_PARTICIPATING,
        [ROLE_ABSENT] = STYLE_ABSENT,   [ROLE_ADOPTED] = STYLE_YES,
        [ROLE_VETOED] = STYLE_VETO,     [ROLE_FAILED] = STYLE_ABSTAIN,
        [ROLE_NOT_PUT] = STYLE_DIM,
    };
    if (!run->bar)
        return styles[run->role];
    return run->role == ROLE_YES  ? STYLE_FILL_YES
           : run->role == ROLE_NO ? STYLE_FILL_NO
                                  : STYLE_FILL_ABSTAIN;
}

void lines_draw(const struct lines *lines, struct area area, size_t first) {
    for (int row = 0; row < area.rows && first + (size_t)row < lines->count; row++) {
        const struct line *line = &lines->all[first + (size_t)row];
        bool dim = first + (size_t)row < lines->newest;
        for (size_t i = 0; line->laid && i < line->laid->count; i++) {
            const struct layout_run *run = &line->laid->runs[i];
            frame_put(lines->frame, area, (int)run->column, row, dim ? STYLE_DIM : style_of(run),
                      run->text);
        }
        if (line->laid)
            continue;
        if (line->lead)
            frame_put(lines->frame, area, 0, row, dim ? STYLE_DIM : line->lead_style, line->lead);
        if (line->action != ACTION_NONE)
            frame_spot(lines->frame, area_part(area, 0, row, line->indent, 1), line->action,
                       line->argument);
        frame_put(lines->frame, area, line->indent, row, dim ? STYLE_DIM : line->style, line->text);
    }
}

void lines_scroll(const struct lines *lines, struct area area) {
    int count = (int)lines->count, bottom = count > area.rows ? count - area.rows : 0;
    int stand = bottom < (int)lines->newest ? bottom : (int)lines->newest;
    int found = stand - (int)lines->found, page = area.rows > 2 ? area.rows - 1 : 1;
    lines->frame->reach = (struct reach){stand - bottom, stand, page, found};
    int first = stand - (lines->seek ? found : lines->frame->scroll);
    lines_draw(lines, area, (size_t)area_within(first, 0, bottom));
}
