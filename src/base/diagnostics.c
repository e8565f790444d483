#include "base/diagnostics.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

struct veto_diagnostics *veto_diagnostics_new(void) {
    return calloc(1, sizeof(struct veto_diagnostics));
}

void veto_diagnostics_free(struct veto_diagnostics *list) {
    if (list)
        arena_free(&list->arena);
    free(list);
}

size_t veto_diagnostics_count(const struct veto_diagnostics *list) {
    return list->count;
}

size_t veto_diagnostics_errors(const struct veto_diagnostics *list) {
    return list->errors;
}

static char *format_safely(struct arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = arena_alloc(arena, length < 0 ? 1 : (size_t)length + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, arguments);
    return text_visible(arena, text, strlen(text));
}

static struct diagnostic *append(struct veto_diagnostics *list, struct diagnostic entry) {
    list->errors += entry.severity == VETO_ERROR;
    arena_push(&list->arena, list->all, list->count, list->capacity);
    entry.made = list->count;
    list->all[list->count] = entry;
    return &list->all[list->count++];
}

static struct diagnostic *only_count(struct veto_diagnostics *list) {
    list->errors++;
    return &list->spare;
}

struct diagnostic *diagnose(struct veto_diagnostics *list, struct span at, const char *format,
                            ...) {
    if (diagnostics_full(list))
        return only_count(list);
    va_list arguments;
    va_start(arguments, format);
    const char *message = format_safely(&list->arena, format, arguments);
    va_end(arguments);
    return append(list, (struct diagnostic){.at = at, .message = message});
}

struct diagnostic *diagnose_file(struct veto_diagnostics *list, const char *file,
                                 const char *format, ...) {
    if (diagnostics_full(list))
        return only_count(list);
    va_list arguments;
    va_start(arguments, format);
    const char *message = format_safely(&list->arena, format, arguments);
    va_end(arguments);
    file = text_visible(&list->arena, file, strlen(file));
    return append(list, (struct diagnostic){.file = file, .message = message});
}

void diagnose_hint(struct veto_diagnostics *list, struct diagnostic *entry, const char *format,
                   ...) {
    if (entry == &list->spare)
        return;
    va_list arguments;
    va_start(arguments, format);
    entry->hint = format_safely(&list->arena, format, arguments);
    va_end(arguments);
}

void diagnose_other(struct diagnostic *entry, struct span other, const char *note) {
    entry->other = other;
    entry->note = note;
}

void diagnose_nearest(struct veto_diagnostics *list, struct diagnostic *entry, const char *word,
                      const char *const *words) {
    if (entry == &list->spare)
        return;
    const char *nearest = text_nearest(word, words);
    if (nearest)
        diagnose_hint(list, entry, "did you mean '%s'?", nearest);
}

static int by_place(const void *a, const void *b) {
    const struct diagnostic *x = a, *y = b;
    unsigned rank_x = x->at.source ? x->at.source->rank : 0;
    unsigned rank_y = y->at.source ? y->at.source->rank : 0;
    if (rank_x != rank_y)
        return rank_x < rank_y ? -1 : 1;
    if (x->at.start != y->at.start)
        return x->at.start < y->at.start ? -1 : 1;
    return x->made < y->made ? -1 : 1;
}

void diagnostics_sort(struct veto_diagnostics *list) {
    if (list->count > 1)
        qsort(list->all, list->count, sizeof *list->all, by_place);
}

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

struct veto_diagnostic veto_diagnostics_get(const struct veto_diagnostics *list, size_t index) {
    const struct diagnostic *entry = &list->all[index];
    struct veto_diagnostic public = {entry->severity, entry->file, 0, 0,
                                     entry->message,  entry->hint};
    if (entry->at.source) {
        struct cursor cursor = {0};
        cursor_move(&cursor, &entry->at);
        public.file = entry->at.source->name;
        public.line = cursor.line + 1;
        public.column = (unsigned)cursor.column + 1;
    }
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

static void print_excerpt(struct printer *printer, const struct span *span) {
    uint32_t line = source_line(span->source, span->start), length;
    const char *text = source_line_text(span->source, line, &length);
    uint32_t base = span->source->starts[line];
    uint32_t start = span->start > base ? span->start - base : 0;
    uint32_t end = span->end > base ? span->end - base : 0;
    start = start > length ? length : start;
    end = end > length ? length : end;
    uint32_t from = start > BYTES_BEFORE ? to_boundary(text, start - BYTES_BEFORE) : 0;
    uint32_t to = length - start > BYTES_BEHIND ? to_boundary(text, start + BYTES_BEHIND) : length;

    struct excerpt excerpt;
    expand(&excerpt, text, from, to, start, end);
    const char *shown = excerpt.text;
    size_t room = printer->columns - 8, skip = 0;
    bool cut_left = from > 0, cut_right = to < length;
    if (text_width(shown) + 6 > room) { /* keep a third of the room before the caret */
        if (excerpt.start + 12 > room) {
            size_t bytes = text_fit(shown, strlen(shown), excerpt.start - room / 3);
            skip = text_width_n(shown, bytes);
            shown += bytes;
            cut_left = true;
        }
    }
    size_t fit = text_fit(shown, strlen(shown), room - (cut_left ? 6 : 3));
    if (shown[fit] == '\0' || text_width(shown) <= room - (cut_left ? 3 : 0) - (cut_right ? 3 : 0))
        fit = strlen(shown);
    else
        cut_right = true;
    size_t left = excerpt.start - skip + (cut_left ? 3 : 0);
    size_t right = text_width_n(shown, fit) + (cut_left ? 3 : 0);
    size_t tail = excerpt.end - skip + (cut_left ? 3 : 0);
    tail = tail > right && right > left ? right : tail;

    int gutter = snprintf(NULL, 0, "%5u", line + 1);
    fprintf(printer->file, "%s%5u |%s %s%.*s%s\n", paint(printer, BLUE), line + 1,
            paint(printer, PLAIN), cut_left ? "..." : "", (int)fit, shown, cut_right ? "..." : "");
    fprintf(printer->file, "%s%*s |%s %*s%s^", paint(printer, BLUE), gutter, "",
            paint(printer, PLAIN), (int)left, "", paint(printer, RED));
    for (size_t column = left + 1; column < tail; column++)
        fputc('~', printer->file);
    fprintf(printer->file, "%s\n", paint(printer, PLAIN));
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
    for (size_t i = 0; i < list->count && i < PRINTED; i++)
        print_entry(&printer, &list->all[i]);
    if (list->errors > PRINTED)
        fprintf(file, "... and %zu more\n", list->errors - PRINTED);
    return !ferror(file);
}
