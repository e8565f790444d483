/* Another program: nothing but the public headers and the shared library. */
#include <string.h>

#include "suite.h"
#include "veto/history.h"
#include "veto/meeting.h"
#include "veto/sweep.h"

START_TEST(a_program_of_its_own) {
    static const char yaml[] = "veto: 1\ntitle: T\ndate: 2016-10-08\n"
                               "drafts: {d: {title: D, leanings: {default: 0.5, RUS: -0.9}}}\n";
    struct veto_text text = {"a text", yaml, strlen(yaml)};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    ck_assert_int_eq(veto_scenario_load(&scenario, list, &text, NULL, 0), VETO_OK);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
    ck_assert_str_eq(veto_outcome_word(veto_meeting_outcome(meeting, 0)), "vetoed");
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
}
END_TEST

/* Nobody is told what is wrong; the status says that something is. */
START_TEST(no_diagnostics) {
    static const char good[] = "veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {d: {title: D}}\n";
    static const char bad[] = "veto: 1\ntitel: T\n";
    static const char *const override = "drafts.d.leanings.RUS=2";
    struct veto_text text = {"good", good, strlen(good)}, wrong = {"bad", bad, strlen(bad)};
    struct veto_scenario *scenario = NULL;
    ck_assert_int_eq(veto_scenario_load(&scenario, NULL, &wrong, NULL, 0), VETO_INPUT);
    ck_assert_int_eq(veto_scenario_load(&scenario, NULL, &text, &override, 1), VETO_INPUT);
    ck_assert_ptr_null(scenario);
    ck_assert_int_eq(veto_scenario_load(&scenario, NULL, &text, NULL, 0), VETO_OK);
    ck_assert_str_eq(scenario->title, "T");
    veto_scenario_free(scenario);
    ck_assert_uint_eq(veto_diagnostics_count(NULL), 0);
    ck_assert_uint_eq(veto_diagnostics_errors(NULL), 0);
    ck_assert(veto_diagnostics_print(NULL, stderr, 80, false));
}
END_TEST

START_TEST(no_diagnostics_of_a_history) {
    static const char csv[] = "ms_code,permanent_member,resolution\n";
    struct veto_text text = {"votes", csv, strlen(csv)};
    struct veto_history *history = NULL;
    struct veto_history_under *under = NULL;
    ck_assert_int_eq(veto_history_load(&history, NULL, &text, VETO_DATES_BY_FILE), VETO_INPUT);
    ck_assert_int_eq(
        veto_history_read(&history, NULL, "tests/no-such-file.csv", VETO_DATES_BY_FILE),
        VETO_INPUT);
    ck_assert_ptr_null(history);
    ck_assert_int_eq(
        veto_history_read(&history, NULL, "tests/history/undl.csv", VETO_DATES_BY_FILE), VETO_OK);
    ck_assert_int_eq(veto_history_under(&under, NULL, history, veto_rule_set_find("g4")),
                     VETO_INPUT);
    ck_assert_ptr_null(under);
    ck_assert_int_eq(veto_history_under(&under, NULL, history, veto_rule_set_find("no-veto")),
                     VETO_OK);
    veto_history_under_free(under);
    veto_history_free(history);
}
END_TEST

START_TEST(no_diagnostics_of_a_sweep) {
    static const char yaml[] = "veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {d: {title: D}}\n";
    static const char *const values[] = {"0", "1", "2"};
    struct veto_text text = {"a text", yaml, strlen(yaml)};
    struct veto_axis axis = {"members.RUS.veto_tendency", values, 3};
    struct veto_sweep_request request = {.text = &text, .axes = &axis, .axis_count = 1};
    struct veto_sweep *sweep = NULL;
    ck_assert_int_eq(veto_sweep_new(&sweep, NULL, &request), VETO_INPUT);
    ck_assert_ptr_null(sweep);
    axis.count = 2;
    ck_assert_int_eq(veto_sweep_new(&sweep, NULL, &request), VETO_OK);
    ck_assert_uint_eq(veto_diagnostics_count(veto_sweep_mistakes(sweep)), 0);
    veto_sweep_free(sweep);
}
END_TEST

static const struct suite_entry entries[] = {
    {a_program_of_its_own, 0},
    {no_diagnostics, 0},
    {no_diagnostics_of_a_history, 0},
    {no_diagnostics_of_a_sweep, 0},
};

SUITE("library", entries)
