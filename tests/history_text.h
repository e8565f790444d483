/* Recorded votes as text, and what is read of them. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "golden.h"
#include "record_file.h"
#include "suite.h"
#include "words/history.h"

#define SCIENCES_PO "tests/history/sciencespo.csv"
#define UNDL        "tests/history/undl.csv"

#define HEADER      "UN classification,Vote outcome,Date,Yes,No,Abstentions,Non-Voting,Total,"
#define P5          "China,France,Russia,United Kingdom,United States"

static inline struct veto_history *read_text(const char *bytes, size_t length) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text text = {"text.csv", bytes, length};
    ck_assert_int_eq(veto_history_load(&history, list, &text, VETO_DATES_BY_FILE), VETO_OK);
    veto_diagnostics_free(list);
    return history;
}

/* What a failed load says, with its hint behind " | ". */
static inline void check_refused(const char *bytes, size_t length, const char *expected) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text text = {"text.csv", bytes, length};
    char said[1000] = "";
    ck_assert_int_eq(veto_history_load(&history, list, &text, VETO_DATES_BY_FILE), VETO_INPUT);
    ck_assert_ptr_null(history);
    for (size_t i = 0; i < veto_diagnostics_count(list); i++) {
        struct veto_diagnostic entry = veto_diagnostics_get(list, i);
        size_t used = strlen(said);
        snprintf(said + used, sizeof said - used, "%s%s: %s%s%s", i ? "\n" : "", entry.file,
                 entry.message, entry.hint ? " | " : "", entry.hint ? entry.hint : "");
    }
    ck_assert_str_eq(said, expected);
    veto_diagnostics_free(list);
}

static inline struct veto_history_check *check_of(const struct veto_history *history) {
    struct veto_history_check *check = NULL;
    ck_assert_int_eq(veto_history_check(&check, history), VETO_OK);
    ck_assert_uint_eq(check->agree + check->explained + check->unexplained, history->count);
    return check;
}

static inline struct veto_history_under *under_of(const struct veto_history *history,
                                                  const char *rules) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history_under *under = NULL;
    ck_assert_int_eq(veto_history_under(&under, list, history, veto_rule_set_find(rules)), VETO_OK);
    veto_diagnostics_free(list);
    return under;
}

static inline void check_problems(const struct veto_history_check *check,
                                  const char *const *expected) {
    char line[400];
    for (size_t i = 0; i < check->problem_count; i++) {
        const struct veto_history_problem *problem = &check->problems[i];
        snprintf(line, sizeof line, "%u %s [%s] %s", problem->row,
                 veto_history_problem_word(problem->kind), problem->member, problem->text);
        ck_assert_ptr_nonnull(expected[i]);
        ck_assert_str_eq(line, expected[i]);
    }
    ck_assert_ptr_null(expected[check->problem_count]);
}

static inline unsigned matching(const struct veto_history *history,
                                struct veto_history_filter filter) {
    unsigned rows = 0;
    for (size_t i = 0; i < history->count; i++)
        rows |= veto_history_matches(&history->votes[i], &filter) ? 1u << i : 0;
    return rows;
}

#define MATCHING(...) matching(history, (struct veto_history_filter){__VA_ARGS__})

#define COUNCIL_2011                                                                               \
    P5 ",Bosnia,Brazil,Colombia,Gabon,Germany,India,Lebanon,Nigeria,Portugal,South Africa,Turkey,Italy"

struct said {
    char text[300];
};

static inline struct said cause_said(const struct veto_history_cause *cause) {
    struct arena arena = {0}; /* out of memory, it would jump nowhere: that ends a test, too */
    struct said said;
    snprintf(said.text, sizeof said.text, "%s", history_cause(&arena, cause));
    arena_free(&arena);
    return said;
}

#define NAMED   "Security Council resolution "
#define BALLOTS "undl_id,ms_code,ms_vote,date,resolution,draft,meeting,title\n"
