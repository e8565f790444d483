/* Collecting diagnostics. */
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
    source_keep(&list->arena, at.source);
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

void diagnose_other(struct veto_diagnostics *list, struct diagnostic *entry, struct span other,
                    const char *note) {
    if (entry == &list->spare)
        return;
    source_keep(&list->arena, other.source);
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
