/* Diagnostics as a reader sees them: places in columns of the screen, excerpts with a caret. */
#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"

/* ---- columns ---- */

enum { TAB = 8, DEFAULT_COLUMNS = 100, PRINTED = 100 };

/* Columns that one cluster takes on screen when it starts in `column`: tabs run to the next stop,
 * what is unsafe to print is shown as an escape. */
static size_t shown_width(const char *text, size_t bytes, unsigned width, size_t column) {
    if (*text == '\t')
        return TAB - column % TAB;
    uint32_t code;
    size_t used = text_decode(text, bytes, &code);
    if (used == 0)
        return 4; /* \xff */
    if (text_forbidden(code))
        return code < 0x100 ? 4 : code < 0x10000 ? 6 : 7;
    return width;
}

/* A cluster where one is; a single byte where there is a NUL. */
static size_t next_cluster(const char *text, size_t length, unsigned *width) {
    size_t bytes = text_cluster(text, length, width);
    return bytes ? bytes : 1;
}

/* A place in a source and its column. Going on from the last place keeps a thousand errors in one
 * long line from costing its square. */
struct cursor {
    const struct source *source;
    uint32_t line, offset;
    size_t column;
};

static void cursor_move(struct cursor *cursor, const struct span *span) {
    uint32_t line = source_line(span->source, span->start);
    if (cursor->source != span->source || cursor->line != line || cursor->offset > span->start)
        *cursor = (struct cursor){span->source, line, span->source->starts[line], 0};
    const char *text = span->source->text;
    while (cursor->offset < span->start) {
        unsigned width;
        size_t bytes = next_cluster(text + cursor->offset, span->start - cursor->offset, &width);
        cursor->column += shown_width(text + cursor->offset, bytes, width, cursor->column);
        cursor->offset += (uint32_t)bytes;
    }
}

/* At a span, or at all of its file. */
static struct veto_diagnostic diagnostic_at(const struct diagnostic *entry, const struct span *at) {
    struct veto_diagnostic public = {.severity = entry->severity, .file = entry->file};
    if (at->source) {
        struct cursor cursor = {0};
        cursor_move(&cursor, at);
        public.file = at->source->name;
        public.line = cursor.line + 1;
        public.column = (unsigned)cursor.column + 1;
    }
    return public;
}

struct veto_diagnostic veto_diagnostics_get(const struct veto_diagnostics *list, size_t index) {
    const struct diagnostic *entry = &list->all[index];
    struct veto_diagnostic public = diagnostic_at(entry, &entry->at);
    public.message = entry->message;
    public.hint = entry->hint;
    return public;
}

struct veto_diagnostic diagnostics_note(const struct veto_diagnostics *list, size_t index) {
    const struct diagnostic *entry = &list->all[index];
    struct veto_diagnostic public = diagnostic_at(entry, &entry->other);
    public.message = entry->other.source ? entry->note : NULL;
    return public;
}

/* ---- printing ---- */

struct printer {
    FILE *file;
    size_t columns;
    bool color;
    struct cursor cursor;
};

static const char *paint(const struct printer *printer, const char *sequence) {
    return printer->color ? sequence : "";
}

#define BOLD  "\x1b[1m"
#define RED   "\x1b[1;31m"
#define BLUE  "\x1b[1;34m"
#define PLAIN "\x1b[0m"

enum { BYTES_BEFORE = 160, BYTES_BEHIND = 240, BYTES_OF_CODE = 4 };

/* The part of a line that is shown, and the columns of the span in it. */
struct excerpt {
    char text[(BYTES_BEFORE + BYTES_OF_CODE + BYTES_BEHIND) * TAB + 1];
    size_t start, end;
};

/* Back to the first byte of a code point; not far, where the bytes are no UTF-8. */
static uint32_t to_boundary(const char *text, uint32_t at) {
    for (int i = 1; i < BYTES_OF_CODE && at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80; i++)
        at--;
    return at;
}

/* Expands the bytes from `from` to `to` of a line. No byte comes out as more than a tab does. */
static void expand(struct excerpt *excerpt, const char *line, uint32_t from, uint32_t to,
                   uint32_t start, uint32_t end) {
    char *out = excerpt->text;
    size_t column = 0;
    excerpt->start = excerpt->end = SIZE_MAX;
    for (uint32_t at = from; at < to;) {
        unsigned width;
        size_t bytes = next_cluster(line + at, to - at, &width);
        size_t columns = shown_width(line + at, bytes, width, column);
        if (at >= start && excerpt->start == SIZE_MAX)
            excerpt->start = column;
        if (at >= end && excerpt->end == SIZE_MAX)
            excerpt->end = column;
        uint32_t code = 0;
        if (line[at] == '\t')
            out += sprintf(out, "%*s", (int)columns, "");
        else if (text_decode(line + at, bytes, &code) == 0)
            out += sprintf(out, "\\x%02x", (unsigned)(unsigned char)line[at]);
        else if (text_forbidden(code))
            out += sprintf(out, code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)code);
        else
            memcpy(out, line + at, bytes), out += bytes;
        column += columns;
        at += (uint32_t)bytes;
    }
    *out = '\0';
    if (excerpt->start == SIZE_MAX)
        excerpt->start = column;
    if (excerpt->end == SIZE_MAX)
        excerpt->end = column;
    if (excerpt->end <= excerpt->start)
        excerpt->end = excerpt->start + 1;
}

/* The bytes of a line about a span, and that span in them. */
static void take_line(struct excerpt *excerpt, const struct span *span, bool *cut_left,
                      bool *cut_right) {
    uint32_t line = source_line(span->source, span->start), length;
    const char *text = source_line_text(span->source, line, &length);
    uint32_t base = span->source->starts[line];
    uint32_t start = span->start > base ? span->start - base : 0;
    uint32_t end = span->end > base ? span->end - base : 0;
    start = start > length ? length : start;
    end = end > length ? length : end;
    uint32_t from = start > BYTES_BEFORE ? to_boundary(text, start - BYTES_BEFORE) : 0;
    uint32_t to = length - start > BYTES_BEHIND ? to_boundary(text, start + BYTES_BEHIND) : length;
    expand(excerpt, text, from, to, start, end);
    *cut_left = from > 0;
    *cut_right = to < length;
}

/* What of an excerpt has room on a line, dots where it is cut, and the columns of the caret and of
 * what it underlines. */
struct window {
    const char *text;
    size_t bytes, caret, end;
    bool cut_left, cut_right;
};

enum { DOTS = 3 };

/* Leaves out what is before the caret where it would be off the line, but for a third of the room.
 * Returns the columns left out. */
static size_t skip_to_caret(struct window *window, size_t caret, size_t room) {
    if (text_width(window->text) + 2 * DOTS <= room || caret + 12 <= room)
        return 0;
    size_t bytes = text_fit(window->text, strlen(window->text), caret - room / 3);
    size_t skipped = text_width_n(window->text, bytes);
    window->text += bytes;
    window->cut_left = true;
    return skipped;
}

static struct window fit_window(const struct excerpt *excerpt, size_t room, bool cut_left,
                                bool cut_right) {
    struct window window = {.text = excerpt->text, .cut_left = cut_left, .cut_right = cut_right};
    size_t skipped = skip_to_caret(&window, excerpt->start, room);
    size_t indent = window.cut_left ? DOTS : 0;
    if (text_width(window.text) <= room - indent - (cut_right ? DOTS : 0))
        window.bytes = strlen(window.text);
    else
        window.bytes = text_fit(window.text, strlen(window.text), room - indent - DOTS);
    window.cut_right |= window.text[window.bytes] != '\0';
    size_t right = text_width_n(window.text, window.bytes) + indent;
    window.caret = excerpt->start - skipped + indent;
    window.end = excerpt->end - skipped + indent;
    if (window.end > right && right > window.caret)
        window.end = right;
    return window;
}

static void print_excerpt(struct printer *printer, const struct span *span) {
    enum { GUTTER = 8 };
    struct excerpt excerpt;
    bool cut_left, cut_right;
    take_line(&excerpt, span, &cut_left, &cut_right);
    struct window window = fit_window(&excerpt, printer->columns - GUTTER, cut_left, cut_right);
    unsigned line = source_line(span->source, span->start) + 1;
    const char *blue = paint(printer, BLUE), *plain = paint(printer, PLAIN);
    FILE *file = printer->file;
    int digits = snprintf(NULL, 0, "%5u", line);
    fprintf(file, "%s%5u |%s %s%.*s%s\n", blue, line, plain, window.cut_left ? "..." : "",
            (int)window.bytes, window.text, window.cut_right ? "..." : "");
    fprintf(file, "%s%*s |%s %*s%s^", blue, digits, "", plain, (int)window.caret, "",
            paint(printer, RED));
    for (size_t column = window.caret + 1; column < window.end; column++)
        fputc('~', file);
    fprintf(file, "%s\n", plain);
}

static void print_place(struct printer *printer, const struct span *span) {
    cursor_move(&printer->cursor, span);
    fprintf(printer->file, "%s%s:%u:%zu: ", paint(printer, BOLD), span->source->name,
            printer->cursor.line + 1, printer->cursor.column + 1);
}

static void print_entry(struct printer *printer, const struct diagnostic *entry) {
    FILE *file = printer->file;
    if (entry->at.source)
        print_place(printer, &entry->at);
    else
        fprintf(file, "%s%s: ", paint(printer, BOLD), entry->file);
    fprintf(file, "%s%s:%s %s\n", paint(printer, RED),
            entry->severity == VETO_ERROR ? "error" : "warning", paint(printer, PLAIN),
            entry->message);
    if (entry->at.source)
        print_excerpt(printer, &entry->at);
    if (entry->hint)
        fprintf(file, " hint: %s\n", entry->hint);
    if (entry->other.source) {
        struct cursor kept = printer->cursor;
        print_place(printer, &entry->other);
        fprintf(file, "note:%s %s\n", paint(printer, PLAIN), entry->note);
        print_excerpt(printer, &entry->other);
        printer->cursor = kept;
    }
}

bool veto_diagnostics_print(const struct veto_diagnostics *list, FILE *file, unsigned columns,
                            bool color) {
    struct printer printer = {file, columns < 40 ? DEFAULT_COLUMNS : columns, color, {0}};
    size_t count = veto_diagnostics_count(list), errors = veto_diagnostics_errors(list);
    for (size_t i = 0; i < count && i < PRINTED; i++)
        print_entry(&printer, &list->all[i]);
    size_t warnings = 0;
    for (size_t i = 0; i < count; i++)
        warnings += list->all[i].severity == VETO_WARNING;
    if (errors + warnings > PRINTED)
        fprintf(file, "... and %zu more\n", errors + warnings - PRINTED);
    return !ferror(file);
}
