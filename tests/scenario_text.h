/* Scenarios as text: what loading one comes to, and what it says. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "suite.h"
#include "veto/scenario.h"

struct loaded {
    enum veto_status status;
    struct veto_scenario *scenario;
    char *messages;
};

static inline struct loaded load(const char *name, const char *bytes, size_t length,
                                 const char *const *overrides, size_t count) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = {name, bytes, length};
    struct loaded loaded = {0};
    loaded.status = veto_scenario_load(&loaded.scenario, list, &text, overrides, count);
    size_t size;
    FILE *file = open_memstream(&loaded.messages, &size);
    veto_diagnostics_print(list, file, 100, false);
    fclose(file);
    ck_assert_uint_eq(loaded.status == VETO_OK, veto_diagnostics_errors(list) == 0);
    ck_assert_int_eq(loaded.status == VETO_OK, loaded.scenario != NULL);
    veto_diagnostics_free(list);
    return loaded;
}

static inline void unload(struct loaded *loaded) {
    veto_scenario_free(loaded->scenario);
    free(loaded->messages);
}

static inline struct loaded load_text(const char *text) {
    return load("test.yaml", text, strlen(text), NULL, 0);
}

static inline struct loaded load_with(const char *text, const char *override) {
    return load("test.yaml", text, strlen(text), &override, 1);
}

static inline struct loaded load_good(const char *text) {
    struct loaded loaded = load_text(text);
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    return loaded;
}

static const char head[] = "veto: 1\ntitle: Two drafts\ndate: 2016-10-08\n"
                           "drafts: {french: {title: F}, russian: {title: R}}\n";

static inline struct loaded load_head_and(const char *more) {
    char text[4096];
    snprintf(text, sizeof text, "%s%s", head, more);
    return load_good(text);
}
