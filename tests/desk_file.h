/* A desk with a scenario from a file. */
#pragma once

#include <stdint.h>

#include "base/diagnostics.h"
#include "golden.h"
#include "play/desk.h"

/* What is wrong with the file is printed, and fails the test. The caller closes the desk. */
static inline struct desk *desk_of_file(const char *path, const char *const *overrides,
                                        size_t count, uint64_t seed) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct desk_source source = {
        .word = "example", .overrides = overrides, .override_count = count, .seed = seed};
    struct desk *desk = NULL;
    char *bytes = golden_read(path, &source.text.length);
    ck_assert_msg(bytes != NULL, "%s is not there", path);
    source.text.name = path;
    source.text.bytes = bytes;
    enum veto_status status = desk_open(&desk, &source, list);
    veto_diagnostics_print(list, stderr, 100, false);
    ck_assert_int_eq(status, VETO_OK);
    veto_diagnostics_free(list);
    free(bytes);
    return desk;
}
