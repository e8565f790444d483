/* Wrapped lines in a column of some width: what is read from top to bottom and may scroll. */
#pragma once

#include <stdbool.h>

#include "page/layout.h"
#include "play/stage.h"
#include "report/report.h"
#include "view/frame.h"

struct line {
    const struct layout_line *laid; /* of a page, and then nothing else; or NULL */
    const char *lead;               /* in front of the text, or NULL */
    const char *text;
    enum style lead_style, style;
    int indent;         /* columns before the text */
    enum action action; /* what a click on the lead does */
    int argument;
};

struct lines {
    struct frame *frame; /* where they will be drawn: they are wrapped for its charset */
    int columns;
    struct line *all;
    size_t count, capacity;
    size_t newest; /* the line that they stand at; those before it come out dim */
    size_t found;  /* the line that was looked for, ... */
    bool seek;     /* ... which is to stand at the top, wherever `scroll` is */
};

/* Adds a text, wrapped, with every line indented. */
void lines_add(struct lines *lines, enum style style, int indent, const char *text);

/* The same, made from a format. */
void lines_print(struct lines *lines, enum style style, int indent, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds a text as one line, which the caller has made to fit. */
void lines_add_whole(struct lines *lines, enum style style, int indent, const char *text);

/* Adds a text with a lead in front of its first line. The lines are indented, and those after the
 * first hang `hang` columns in, which is also the least width of the lead. */
void lines_add_led(struct lines *lines, enum style lead_style, const char *lead, int hang,
                   enum style style, const char *text);

/* The same for what a row of keys does, which a click does too. */
void lines_add_keys(struct lines *lines, size_t row, const char *keys, int hang, enum style style,
                    const char *text);

/* A text behind a label of this width; nothing where the text is empty. */
void lines_fact(struct lines *lines, int columns, const char *label, const char *text);

/* Adds a page, laid out as wide as the lines are; and that of a report on a subject. A page says
 * what is changed on the stage that it is about; NULL: it is about none. */
void lines_page(struct lines *lines, const struct page *page);
void lines_report(struct lines *lines, const struct stage *stage, const struct report *report,
                  const void *subject);
struct page stage_page(struct arena *arena, const struct stage *stage);

/* An empty line, unless there is one at the end already, or nothing at all. */
void lines_gap(struct lines *lines);

/* Draws as many as fit, from the line with this index. */
void lines_draw(const struct lines *lines, struct area area, size_t first);

/*
 * Draws lines that scroll: they stand so that the last is at the bottom, but never so that the
 * newest is above the top; as much further up or down as the frame says, as far as there are any.
 * Tells the frame how far that is.
 */
void lines_scroll(const struct lines *lines, struct area area);
