/* Making diagnostics. What a reader does with them is in veto/diagnostic.h. */
#pragma once

#include <stdarg.h>

#include "base/arena.h"
#include "base/source.h"
#include "veto/diagnostic.h"

struct diagnostic {
    enum veto_severity severity;
    struct span at;      /* at.source == NULL: all of `file` */
    const char *file;    /* only where at.source is NULL */
    const char *message; /* made safe to print */
    const char *hint;    /* made safe to print, or NULL */
    struct span other;   /* a second place; other.source == NULL where there is none */
    const char *note;    /* what the second place is */
    size_t made;         /* how many were made before it: keeps the order of equal places */
};

struct veto_diagnostics {
    struct arena arena; /* the sources that spans point into live here too, and are kept here */
    struct diagnostic *all;
    size_t count, capacity, errors;
    struct diagnostic *last; /* what hints and second places go to: */
    struct diagnostic spare; /* this once the list is full */
};

/* So many are kept; the rest are only counted, lest a hostile file costs more than its size. */
enum { DIAGNOSTICS_KEPT = 1000 };

static inline bool diagnostics_full(const struct veto_diagnostics *list) {
    return list->count == DIAGNOSTICS_KEPT;
}

/* The text of a message: what it quotes, '%s', is cut where it is long, and what is unsafe is made
 * visible. */
char *message_format(struct arena *arena, const char *format, va_list arguments);

/* The calls below format into the list's own memory; under arenas_try with the list's arena.
 * Arguments may be untrusted: what is unsafe in them is made visible. */
void diagnose(struct veto_diagnostics *list, struct span at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diagnose_file(struct veto_diagnostics *list, const char *file, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* More of what was diagnosed last: a hint, another place, that it is a warning and no error. */
void diagnose_hint(struct veto_diagnostics *list, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void diagnose_other(struct veto_diagnostics *list, struct span other, const char *note);
void diagnose_warning(struct veto_diagnostics *list);

/* The hint "did you mean '...'?" where one of `words` is near `word`. `words` ends with NULL. */
void diagnose_nearest(struct veto_diagnostics *list, const char *word, const char *const *words);

/* Whether it has a hint. */
static inline bool diagnose_hinted(const struct veto_diagnostics *list) {
    return list->last->hint != NULL;
}

/* The second place of one of them, as `message` what it is; NULL: there is none. */
struct veto_diagnostic diagnostics_note(const struct veto_diagnostics *list, size_t index);

/* Takes back what was diagnosed since the list held so many entries and errors. */
void diagnostics_rewind(struct veto_diagnostics *list, size_t count, size_t errors);

/* The list that a caller gave; where it gave none, a new one, or NULL when memory runs out. */
struct veto_diagnostics *diagnostics_or_new(struct veto_diagnostics *given);

/* At the end: takes the list away unless it is the one that was given. */
void diagnostics_unless_given(struct veto_diagnostics *list, const struct veto_diagnostics *given);

/* Sorts by the rank of the source, then by offset, then in the order they were made. */
void diagnostics_sort(struct veto_diagnostics *list);
