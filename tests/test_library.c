/* Another program: nothing but the public headers and the shared library. */
#include <string.h>

#include "suite.h"
#include "veto/meeting.h"

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

static const struct suite_entry entries[] = {
    {a_program_of_its_own, 0},
};

SUITE("library", entries)
