/*
 * Expected texts in files. With VETO_UPDATE=1 in the environment the file is written instead of
 * compared: read the difference before committing it.
 */
#pragma once

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The bytes of a file, NUL behind them; the caller frees. NULL if there is none. */
static inline char *golden_read(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    *length = 0;
    if (!file)
        return NULL;
    char *text = malloc((4 << 20) + 1);
    *length = fread(text, 1, 4 << 20, file);
    text[*length] = '\0';
    fclose(file);
    return text;
}

static inline void golden_compare(const char *path, const char *text) {
    if (getenv("VETO_UPDATE")) {
        FILE *file = fopen(path, "wb");
        ck_assert_msg(file != NULL, "cannot write %s", path);
        fputs(text, file);
        fclose(file);
        return;
    }
    size_t length;
    char *expected = golden_read(path, &length);
    ck_assert_msg(expected != NULL, "%s is not there", path);
    ck_assert_msg(strcmp(expected, text) == 0, "%s differs; expected:\n%s\ngot:\n%s", path,
                  expected, text);
    free(expected);
}
