/* 'veto history' on one vote or one meeting: show, meeting, replay, export. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/history.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/player.h"
#include "cli/terminal.h"
#include "report/history.h"

/* ---- as a scenario ---- */

/* The meeting, as YAML; VETO_INPUT with *why, else what went wrong has been said. */
static enum veto_status export_meeting(char **yaml, const char **why,
                                       const struct veto_history *history,
                                       const struct settings *settings) {
    struct veto_history_meeting *meeting = NULL;
    enum veto_status status = history_find_meeting(history, settings, &meeting);
    if (status == VETO_OK &&
        (status = veto_history_export_meeting(yaml, why, meeting)) == VETO_SYSTEM)
        out_of_memory();
    veto_history_meeting_free(meeting);
    return status;
}

/* The vote that is asked for, or the whole meeting where the name is of one, as YAML, which is the
 * caller's to free, and what it is called; what went wrong has been said. */
static enum veto_status export_asked(char **yaml, const char **called,
                                     const struct veto_history *history,
                                     const struct settings *settings) {
    const char *why = NULL, *name = *called = settings->operands[2];
    size_t index;
    enum veto_status status;
    if (history_asks_for_meeting(history, settings)) {
        status = export_meeting(yaml, &why, history, settings);
    } else {
        status = history_find_one(history, settings, &index);
        if (status != VETO_OK)
            return status;
        if ((status = veto_history_export(yaml, &why, &history->votes[index])) == VETO_SYSTEM)
            out_of_memory();
        name = history->votes[index].symbol;
        *called = veto_history_called(&history->votes[index]); /* tells nothing on the screen */
    }
    if (status == VETO_INPUT && why)
        complain("%s: there is no roll call of %s: %s", history->name, name, why);
    return status;
}

enum veto_status history_export(const struct veto_history *history, const struct settings *settings,
                                FILE *out) {
    char *yaml = NULL;
    const char *called;
    enum veto_status status = export_asked(&yaml, &called, history, settings);
    if (status == VETO_OK)
        fputs(yaml, out);
    free(yaml);
    return status;
}

/* ---- replay ---- */

static enum veto_status replay(const struct veto_text *text, const struct settings *settings,
                               FILE *out) {
    struct given given;
    struct settings how = *settings;
    bool printed = settings->print || settings->format != REPORT_TEXT || settings->output ||
                   !isatty(STDOUT_FILENO);
    how.mode = VETO_RECORDED;
    given_text(&given, text, &how);
    return printed ? meeting_of_given(&given, out, write_meeting) : player_play(&given, &how, out);
}

enum veto_status history_replay(const struct veto_history *history, const struct settings *settings,
                                FILE *out) {
    char *yaml = NULL;
    const char *called;
    enum veto_status status = export_asked(&yaml, &called, history, settings);
    if (status == VETO_OK)
        status = replay(&(struct veto_text){called, yaml, strlen(yaml)}, settings, out);
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
        status = load_scenario_text(scenario, &(struct veto_text){vote->symbol, yaml, strlen(yaml)},
                                    NULL, 0, settings);
    free(yaml);
    return status;
}

/* What the rules make of it is that of the scenario, played as recorded. */
static enum veto_status show_vote(struct vote_view *view, const struct settings *settings,
                                  FILE *out) {
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
    status =
        status == VETO_SYSTEM ? out_of_memory() : write_report(out, settings, &report_vote, view);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    return status;
}

enum veto_status history_show(const struct veto_history *history, const struct settings *settings,
                              FILE *out) {
    struct vote_view view = {.index = 0};
    struct veto_history_check *check = NULL;
    enum veto_status status = history_find_one(history, settings, &view.index);
    if (status != VETO_OK)
        return status;
    if (veto_history_check(&check, history) != VETO_OK)
        return out_of_memory();
    view.check = check;
    status = show_vote(&view, settings, out);
    veto_history_check_free(check);
    return status;
}

/* ---- the votes of a meeting ---- */

enum veto_status history_meeting(const struct veto_history *history,
                                 const struct settings *settings, FILE *out) {
    struct veto_history_meeting *meeting = NULL;
    enum veto_status status = history_find_meeting(history, settings, &meeting);
    if (status == VETO_OK)
        status = write_report(out, settings, &report_of_meeting,
                              &(struct votes_of_meeting){history, meeting});
    veto_history_meeting_free(meeting);
    return status;
}
