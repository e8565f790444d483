/* Diagnostics as a reader sees them: places in columns of the screen, excerpts with a caret. */
#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"

/* ---- columns ---- */

enum { TAB = 8, DEFAULT_COLUMNS = 100, PRINTED = 100 };

/* The columns that one cluster takes on screen when it starts in `column`. Sets `shown` to what
 * stands there for it, empty where that is the cluster itself: tabs run to the next stop, what is
 * unsafe to print is an escape. */
static size_t show_cluster(const char *text, size_t bytes, unsigned width, size_t column,
                           char shown[TAB + 1]) {
    uint32_t code;
    int columns = (int)width;
    *shown = '\0';
    if (*text == '\t')
        columns = sprintf(shown, "%*s", (int)(TAB - column % TAB), "");
    else if (text_decode(text, bytes, &code) == 0)
        columns = sprintf(shown, "\\x%02x", (unsigned)(unsigned char)*text);
    else if (text_forbidden(code))
        columns = sprintf(shown, code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)code);
    return (size_t)columns;
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
        char shown[TAB + 1];
        size_t bytes = next_cluster(text + cursor->offset, span->start - cursor->offset, &width);
        cursor->column += show_cluster(text + cursor->offset, bytes, width, cursor->column, shown);
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

/* The part of a line that is shown: its bytes about a span, tabs and all, what of that has room,
 * the columns of the caret and of what it underlines, and where dots say that it is cut. */
struct excerpt {
    char bytes[(BYTES_BEFORE + BYTES_OF_CODE + BYTES_BEHIND) * TAB + 1];
    const char *text;
    size_t length, start, end;
    bool cut_left, cut_right;
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
    char *out = excerpt->bytes, shown[TAB + 1];
    size_t column = 0;
    excerpt->start = excerpt->end = SIZE_MAX;
    for (uint32_t at = from; at < to;) {
        unsigned width;
        size_t bytes = next_cluster(line + at, to - at, &width);
        size_t columns = show_cluster(line + at, bytes, width, column, shown);
        if (at >= start && excerpt->start == SIZE_MAX)
            excerpt->start = column;
        if (at >= end && excerpt->end == SIZE_MAX)
            excerpt->end = column;
        if (*shown)
            out = stpcpy(out, shown);
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
static void take_line(struct excerpt *excerpt, const struct span *span) {
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
    excerpt->text = excerpt->bytes;
    excerpt->cut_left = from > 0;
    excerpt->cut_right = to < length;
}

/* Leaves out what has no room on the line: before the caret, where that would be off it, but for a
 * third of the room, and at the end. */
static void fit_line(struct excerpt *excerpt, size_t room) {
    enum { DOTS = 3 };
    size_t skipped = 0;
    if (text_width(excerpt->text) + 2 * DOTS > room && excerpt->start + 12 > room) {
        size_t bytes = text_fit(excerpt->text, strlen(excerpt->text), excerpt->start - room / 3);
        skipped = text_width_n(excerpt->text, bytes);
        excerpt->text += bytes;
        excerpt->cut_left = true;
    }
    size_t indent = excerpt->cut_left ? DOTS : 0, length = strlen(excerpt->text);
    excerpt->length = length;
    if (text_width(excerpt->text) > room - indent - (excerpt->cut_right ? DOTS : 0))
        excerpt->length = text_fit(excerpt->text, length, room - indent - DOTS);
    excerpt->cut_right |= excerpt->length < length;
    size_t right = text_width_n(excerpt->text, excerpt->length) + indent;
    excerpt->start += indent - skipped;
    excerpt->end += indent - skipped;
    if (excerpt->end > right && right > excerpt->start)
        excerpt->end = right;
}

static void print_excerpt(struct printer *printer, const struct span *span) {
    enum { GUTTER = 8 };
    struct excerpt excerpt;
    take_line(&excerpt, span);
    fit_line(&excerpt, printer->columns - GUTTER);
    unsigned line = source_line(span->source, span->start) + 1;
    const char *blue = paint(printer, BLUE), *plain = paint(printer, PLAIN);
    FILE *file = printer->file;
    int digits = snprintf(NULL, 0, "%5u", line);
    fprintf(file, "%s%5u |%s %s%.*s%s\n", blue, line, plain, excerpt.cut_left ? "..." : "",
            (int)excerpt.length, excerpt.text, excerpt.cut_right ? "..." : "");
    fprintf(file, "%s%*s |%s %*s%s^", blue, digits, "", plain, (int)excerpt.start, "",
            paint(printer, RED));
    for (size_t column = excerpt.start + 1; column < excerpt.end; column++)
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
