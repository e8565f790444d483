/* Recorded votes from a file, and the record itself, where VETO_HISTORY names a folder that has it.
 */
#pragma once

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "veto/history.h"

static inline struct veto_history *read_path(const char *path) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    ck_assert_int_eq(veto_history_read(&history, list, path, VETO_DATES_BY_FILE), VETO_OK);
    ck_assert_uint_eq(veto_diagnostics_errors(list), 0);
    veto_diagnostics_free(list);
    return history;
}

/* NULL, with a word about it, where it is not at hand. */
static inline struct veto_history *read_record(const char *name) {
    const char *folder = getenv("VETO_HISTORY");
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder ? folder : "", name);
    FILE *file = folder ? fopen(path, "rb") : NULL;
    if (!file) {
        printf("# %s is not at hand (set VETO_HISTORY to its directory): not tested\n", name);
        fflush(stdout);
        return NULL;
    }
    fclose(file);
    return read_path(path);
}
