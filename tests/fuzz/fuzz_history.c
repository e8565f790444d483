/*
 * Any bytes as a file of recorded votes: what is read is checked, counted and resolved by other
 * rules, and every vote and meeting that can be played exports as a scenario that loads and comes
 * out as recorded ballots have it; what is not read has a message.
 */
#include "fuzz.h"
#include "veto/history.h"
#include "veto/meeting.h"
#include "veto/presets.h"
#include "veto/trends.h"

/* What was made of it, or why nothing was. */
static void play_export(enum veto_status status, char *yaml, const char *why) {
    expect(status == VETO_OK || (status == VETO_INPUT && why));
    if (status != VETO_OK)
        return;
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    struct veto_text text = {"export", yaml, strlen(yaml)};
    expect(veto_scenario_load(&scenario, list, &text, NULL, 0) == VETO_OK);
    expect(veto_meeting_play(&meeting, scenario, VETO_RECORDED, 1) == VETO_OK);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
    free(yaml);
}

static void play_recorded(const struct veto_history *history, size_t vote) {
    char *yaml = NULL;
    const char *why = NULL;
    play_export(veto_history_export(&yaml, &why, &history->votes[vote]), yaml, why);
    struct veto_history_meeting *meeting = NULL;
    expect(veto_history_meeting_of(&meeting, history, vote) == VETO_OK);
    yaml = NULL;
    why = NULL;
    play_export(veto_history_export_meeting(&yaml, &why, meeting), yaml, why);
    veto_history_meeting_free(meeting);
}

static void use(const struct veto_history *history, struct veto_diagnostics *list) {
    enum { PLAYED = 4 };
    struct veto_history_check *check = NULL;
    struct veto_history_under *under = NULL;
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    for (size_t i = 0; i < history->count && i < PLAYED; i++)
        play_recorded(history, i);
    expect(veto_history_check(&check, history) == VETO_OK);
    expect(check->agree + check->explained + check->unexplained == history->count);
    struct veto_history_comparison *comparison = NULL;
    expect(veto_history_compare(&comparison, check, check) == VETO_OK);
    expect(comparison->matched == history->count && comparison->difference_count == 0);
    veto_history_comparison_free(comparison);
    veto_history_check_free(check);
    struct veto_trends *trends = NULL;
    expect(veto_trends_find(&trends, history, VETO_BY_YEAR, NULL, 0) == VETO_OK);
    expect(trends->votes + trends->left_out == history->count);
    expect(trends->outcomes[trends->period_count].votes == trends->votes);
    veto_trends_free(trends);
    for (size_t i = 0; i < count; i++) {
        if (veto_history_under(&under, list, history, &sets[i]) == VETO_OK)
            veto_history_under_free(under);
        under = NULL;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct veto_text text = {"fuzz", (const char *)data, size};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    bool is = false;
    expect(veto_history_is(&is, &text) == VETO_OK);
    enum veto_status status = veto_history_load(&history, list, &text, VETO_DATES_BY_FILE);
    expect(status == VETO_OK || status == VETO_INPUT);
    expect((status == VETO_OK) == (veto_diagnostics_errors(list) == 0));
    if (history)
        use(history, list);
    expect_safe_messages(list);
    veto_history_free(history);
    veto_diagnostics_free(list);
    return 0;
}
