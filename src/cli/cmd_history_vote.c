/* 'veto history' on one vote or one meeting: show, meeting, replay, export. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/history.h"
#include "cli/play.h"
#include "report/history.h"

/* ---- as a scenario ---- */

/* The vote that is asked for, or the whole meeting where the name is of one, as YAML, which is the
 * caller's to free, and what it is called; what went wrong has been said. */
static enum veto_status export_asked(char **yaml, const char **called,
                                     const struct record *record) {
    const struct veto_history_vote *votes = record->history->votes;
    const char *why = NULL, *name = *called = record->name;
    struct veto_history_meeting *meeting = NULL;
    size_t index;
    bool whole = history_asks_for_meeting(record);
    enum veto_status status =
        whole ? history_find_meeting(&meeting, record) : history_find_one(&index, record);
    if (status != VETO_OK)
        return status;
    if (whole) {
        status = veto_history_export_meeting(yaml, &why, meeting);
    } else {
        status = veto_history_export(yaml, &why, &votes[index]);
        name = votes[index].symbol;
        *called = veto_history_called(&votes[index]); /* tells nothing on the screen */
    }
    if (status == VETO_SYSTEM)
        out_of_memory();
    else if (status == VETO_INPUT && why)
        complain("%s: there is no roll call of %s: %s", record->history->name, name, why);
    veto_history_meeting_free(meeting);
    return status;
}

enum veto_status history_export(const struct record *record) {
    char *yaml = NULL;
    const char *called;
    enum veto_status status = export_asked(&yaml, &called, record);
    if (status == VETO_OK)
        fputs(yaml, record->settings->out);
    free(yaml);
    return status;
}

/* ---- replay ---- */

enum veto_status history_replay(const struct record *record) {
    const struct settings *settings = record->settings;
    bool printed = settings->print || settings->format != REPORT_TEXT || settings->output ||
                   !isatty(STDOUT_FILENO);
    struct given given;
    char *yaml = NULL;
    const char *called;
    enum veto_status status = export_asked(&yaml, &called, record);
    if (status == VETO_OK) {
        given_text(&given, &(struct veto_text){called, yaml, strlen(yaml)}, settings);
        given.settings.mode = VETO_RECORDED;
        status = printed ? use_given(&given, true, write_meeting) : player_play(&given);
    }
    free(yaml);
    return status;
}

/* ---- show ---- */

/* VETO_INPUT with *why where there is none to be made; out of memory has been said. */
static enum veto_status make_scenario(struct veto_scenario **scenario, const char **why,
                                      const struct veto_history_vote *vote,
                                      const struct settings *settings) {
    char *yaml = NULL;
    enum veto_status status = veto_history_export(&yaml, why, vote);
    if (status == VETO_SYSTEM)
        return out_of_memory();
    if (status == VETO_OK)
        status = load_scenario(scenario, &(struct veto_text){vote->symbol, yaml, strlen(yaml)},
                               NULL, 0, settings);
    free(yaml);
    return status;
}

/* What the rules make of it is that of the scenario, played as recorded. */
static enum veto_status show_vote(struct vote_view *view, const struct settings *settings) {
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    const struct veto_history_vote *vote = view->check->findings[view->index].vote;
    const char *why_not = NULL;
    enum veto_status status = make_scenario(&scenario, &why_not, vote, settings);
    if (status == VETO_SYSTEM || (status == VETO_INPUT && !why_not))
        return status;
    if (scenario)
        status = veto_meeting_play(&meeting, scenario, VETO_RECORDED, settings->seed);
    view->meeting = meeting;
    status = status == VETO_SYSTEM ? out_of_memory() : write_report(settings, &report_vote, view);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    return status;
}

enum veto_status history_show(const struct record *record) {
    struct vote_view view = {.index = 0};
    struct veto_history_check *check = NULL;
    enum veto_status status = history_find_one(&view.index, record);
    if (status != VETO_OK)
        return status;
    if (veto_history_check(&check, record->history) != VETO_OK)
        return out_of_memory();
    view.check = check;
    status = show_vote(&view, record->settings);
    veto_history_check_free(check);
    return status;
}

/* ---- the votes of a meeting ---- */

enum veto_status history_meeting(const struct record *record) {
    struct veto_history_meeting *meeting = NULL;
    enum veto_status status = history_find_meeting(&meeting, record);
    if (status == VETO_OK)
        status = write_report(record->settings, &report_of_meeting,
                              &(struct votes_of_meeting){record->history, meeting});
    veto_history_meeting_free(meeting);
    return status;
}
