/*
 * What is wrong with an input, where, and how to mend it.
 *
 *     aleppo.yaml:12:9: error: unknown key 'veto_tendancy'
 *        12 |   RUS: {veto_tendancy: 0.98}
 *           |         ^~~~~~~~~~~~~
 *      hint: did you mean 'veto_tendency'?
 */
#ifndef VETO_DIAGNOSTIC_H
#define VETO_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "veto/status.h"

VETO_BEGIN_C

/* A list of them, in the order of their places; owns all its texts. Whatever reports to one takes
 * NULL as well: then nobody is told, and the status alone says that something is wrong. */
struct veto_diagnostics;

enum veto_severity { VETO_ERROR, VETO_WARNING };

/* One of them. The texts live as long as the list; they are safe to print on a terminal. */
struct veto_diagnostic {
    enum veto_severity severity;
    const char *file;    /* a path, "standard input" or "--set" */
    unsigned line;       /* from 1; 0 where the whole file is meant, and then column is 0 */
    unsigned column;     /* from 1, in terminal columns, tab stops every 8 */
    const char *message; /* without a full stop */
    const char *hint;    /* how to mend it, or NULL */
};

/* NULL when memory runs out. The caller frees it. */
struct veto_diagnostics *veto_diagnostics_new(void);
void veto_diagnostics_free(struct veto_diagnostics *diagnostics); /* NULL does nothing */

/* NULL is an empty list, for printing too. */
size_t veto_diagnostics_count(const struct veto_diagnostics *diagnostics);
size_t veto_diagnostics_errors(const struct veto_diagnostics *diagnostics);

/* index < veto_diagnostics_count() */
struct veto_diagnostic veto_diagnostics_get(const struct veto_diagnostics *diagnostics,
                                            size_t index);

/* Writes all of them, or the first hundred and how many more, as shown above. Lines are at most
 * `columns` wide (less than 40 means 100). False when a write failed. */
bool veto_diagnostics_print(const struct veto_diagnostics *diagnostics, FILE *file,
                            unsigned columns, bool color);

VETO_END_C

#endif
