/* Collecting diagnostics. */
#include "base/diagnostics.h"

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

struct veto_diagnostics *diagnostics_or_new(struct veto_diagnostics *given) {
    return given ? given : veto_diagnostics_new();
}

void diagnostics_unless_given(struct veto_diagnostics *list, const struct veto_diagnostics *given) {
    if (list != given)
        veto_diagnostics_free(list);
}

size_t veto_diagnostics_count(const struct veto_diagnostics *list) {
    return list ? list->count : 0;
}

size_t veto_diagnostics_errors(const struct veto_diagnostics *list) {
    return list ? list->errors : 0;
}

/* ---- texts ---- */

/* What a message quotes stands between these bytes, which are in no text, while it is made. */
#define OPEN  "\xFE"
#define CLOSE "\xFF"
#define QUOTE OPEN "%.300s" CLOSE /* no more is read of what is long */

enum { QUOTED = 60 /* columns */, PER_QUOTE = sizeof QUOTE };

/* The format with marks about every %s or %.*s that ends a quotation. */
static char *mark_quotes(struct arena *arena, const char *format) {
    char *marked = arena_take(arena, strlen(format) * PER_QUOTE + 1), *to = marked;
    for (const char *at = format; *at; at++) {
        if (strncmp(at, "%s'", 3) == 0)
            to = stpcpy(to, QUOTE), at += 1;
        else if (strncmp(at, "%.*s'", 5) == 0)
            to = stpcpy(to, OPEN "%.*s" CLOSE), at += 3;
        else
            *to++ = *at;
    }
    *to = '\0';
    return marked;
}

/* Takes the marks out, and cuts what is longer than a message quotes. */
static void cut_quotes(char *text) {
    static const char dots[] = "...";
    char *to = text;
    while (*text) {
        if (*text != *OPEN) {
            *to++ = *text++;
            continue;
        }
        size_t length = strcspn(++text, CLOSE), fit = text_fit(text, length, QUOTED);
        memmove(to, text, fit);
        to += fit;
        text += length + (text[length] != '\0');
        if (fit < length && length - fit > strlen(dots))
            to = stpcpy(to, dots);
    }
    *to = '\0';
}

char *message_format(struct arena *arena, const char *format, va_list arguments) {
    char *text = arena_vprintf(arena, mark_quotes(arena, format), arguments);
    cut_quotes(text);
    return text_visible(arena, text, strlen(text));
}

/* ---- the list ---- */

static void append(struct veto_diagnostics *list, struct diagnostic entry, const char *format,
                   va_list arguments) {
    if (diagnostics_full(list)) {
        list->last = &list->spare;
        list->errors++;
        return;
    }
    entry.message = message_format(&list->arena, format, arguments);
    if (entry.at.source)
        source_keep(&list->arena, entry.at.source);
    else
        entry.file = text_visible(&list->arena, entry.file, strlen(entry.file));
    entry.made = list->count;
    list->last = arena_add(&list->arena, list->all, list->count, list->capacity);
    *list->last = entry;
    list->errors++;
}

void diagnose(struct veto_diagnostics *list, struct span at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    append(list, (struct diagnostic){.at = at}, format, arguments);
    va_end(arguments);
}

void diagnose_file(struct veto_diagnostics *list, const char *file, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    append(list, (struct diagnostic){.file = file}, format, arguments);
    va_end(arguments);
}

void diagnose_hint(struct veto_diagnostics *list, const char *format, ...) {
    if (list->last == &list->spare)
        return;
    va_list arguments;
    va_start(arguments, format);
    list->last->hint = message_format(&list->arena, format, arguments);
    va_end(arguments);
}

void diagnose_other(struct veto_diagnostics *list, struct span other, const char *note) {
    if (list->last == &list->spare)
        return;
    source_keep(&list->arena, other.source);
    list->last->other = other;
    list->last->note = note;
}

void diagnose_warning(struct veto_diagnostics *list) {
    list->last->severity = VETO_WARNING;
    list->errors--;
}

void diagnose_nearest(struct veto_diagnostics *list, const char *word, const char *const *words) {
    const char *nearest = list->last == &list->spare ? NULL : text_nearest(word, words);
    if (nearest)
        diagnose_hint(list, "did you mean '%s'?", nearest);
}

void diagnostics_rewind(struct veto_diagnostics *list, size_t count, size_t errors) {
    list->count = count;
    list->errors = errors;
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
