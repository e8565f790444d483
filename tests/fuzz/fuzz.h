/* What the fuzzers share. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "veto/diagnostic.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Unlike assert, in every kind of build. */
#define expect(condition) ((condition) ? (void)0 : give_up(__LINE__, #condition))

static inline void give_up(int line, const char *condition) {
    fprintf(stderr, "line %d: not so: %s\n", line, condition);
    abort();
}

/* Whatever came in, what goes out is safe to print. */
static inline void expect_safe_messages(const struct veto_diagnostics *list) {
    char *messages;
    size_t length;
    FILE *file = open_memstream(&messages, &length);
    veto_diagnostics_print(list, file, 80, false);
    fclose(file);
    for (size_t i = 0; i < length; i++)
        expect(messages[i] == '\n' || ((unsigned char)messages[i] >= 0x20 && messages[i] != 0x7F));
    free(messages);
}
