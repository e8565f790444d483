/* Scenarios that are right: what is wrong with one all the same is printed, and fails the test. */
#pragma once

#include "golden.h"
#include "veto/scenario.h"

static inline struct veto_scenario *scenario_of_text(const char *name, const char *bytes,
                                                     size_t length, const char *const *overrides,
                                                     size_t count) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = {name, bytes, length};
    struct veto_scenario *scenario = NULL;
    enum veto_status status = veto_scenario_load(&scenario, list, &text, overrides, count);
    veto_diagnostics_print(list, stderr, 100, false);
    veto_diagnostics_free(list);
    ck_assert_msg(status == VETO_OK, "%s", name);
    return scenario;
}

static inline struct veto_scenario *scenario_of_file(const char *path, const char *const *overrides,
                                                     size_t count) {
    size_t length;
    char *bytes = golden_read(path, &length);
    ck_assert_msg(bytes != NULL, "%s is not there", path);
    struct veto_scenario *scenario = scenario_of_text(path, bytes, length, overrides, count);
    free(bytes);
    return scenario;
}
