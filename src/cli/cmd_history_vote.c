/* 'veto history' on one vote: show, replay, export. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/history.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/player.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "report/history.h"

/* ---- which vote ---- */

static bool is_asked(const struct veto_history_vote *vote, const struct settings *settings) {
    return (!settings->date || strcmp(vote->date_text, settings->date) == 0) &&
           (settings->row == 0 || vote->row == settings->row);
}

size_t history_next(const struct veto_history *history, const struct settings *settings,
                    size_t from) {
    const char *symbol = settings->operands[2];
    do {
        from = veto_history_find(history, symbol, from);
        if (from == history->count || is_asked(&history->votes[from], settings))
            return from;
    } while (++from <= history->count);
    return history->count;
}

static enum veto_status no_vote(const struct veto_history *history,
                                const struct settings *settings) {
    const char *symbol = settings->operands[2];
    const struct veto_topic *topic = veto_topic_nearest(symbol);
    if (veto_history_find(history, symbol, 0) < history->count)
        complain("%s: a vote on '%s' is there, but not of this date and row", history->name,
                 symbol);
    else if (topic && !veto_history_is_name(symbol))
        complain("%s: no vote on '%s'; did you mean the topic '%s'?", history->name, symbol,
                 topic->id);
    else if (history->layout == VETO_UNDL)
        complain("%s: no vote on '%s'; this file holds adopted resolutions only", history->name,
                 symbol);
    else
        complain("%s: no vote on '%s'; 'veto history FILE list --text WORD' looks for one",
                 history->name, symbol);
    return VETO_INPUT;
}

static enum veto_status many_votes(const struct veto_history *history,
                                   const struct settings *settings, size_t first) {
    enum { MOST_SHOWN = 20 };
    const char *name = settings->operands[2];
    complain("%s: several votes %s '%s'; choose one with %s--row", history->name,
             strchr(name, '/') ? "bear the symbol" : "go by the name", name,
             settings->like ? "" : "--date or "); /* the day is that of the draft like it */
    size_t shown = 0, more = 0;
    for (size_t i = first; i < history->count; i = history_next(history, settings, i + 1)) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (shown == MOST_SHOWN) {
            more++;
            continue;
        }
        shown++;
        complain("--row %u is of %s: %s, %s", vote->row,
                 *vote->date_text ? vote->date_text : "no date", vote->symbol,
                 vote->recorded == VETO_OUTCOMES ? "outcome not known"
                                                 : veto_outcome_word(vote->recorded));
    }
    if (more > 0)
        complain("and %zu more: 'veto history FILE list NAME' lists them", more);
    return VETO_INPUT;
}

enum veto_status history_find_one(const struct veto_history *history,
                                  const struct settings *settings, size_t *index) {
    size_t first = history_next(history, settings, 0);
    if (first == history->count)
        return no_vote(history, settings);
    if (history_next(history, settings, first + 1) < history->count)
        return many_votes(history, settings, first);
    *index = first;
    return VETO_OK;
}

/* ---- as a scenario ---- */

/* The text of the scenario; VETO_INPUT and *why where there is none to be made. */
static enum veto_status make_text(struct veto_text *text, char **yaml, const char **why,
                                  const struct veto_history_vote *vote) {
    enum veto_status status = veto_history_export(yaml, why, vote);
    if (status == VETO_OK)
        *text = (struct veto_text){vote->symbol, *yaml, strlen(*yaml)};
    else if (status == VETO_SYSTEM)
        out_of_memory();
    return status;
}

static enum veto_status make_scenario(struct veto_scenario **scenario, const char **why,
                                      const struct veto_history_vote *vote,
                                      const struct settings *settings) {
    char *yaml = NULL;
    struct veto_text text;
    enum veto_status status = make_text(&text, &yaml, why, vote);
    if (status == VETO_OK) {
        status = load_scenario_text(scenario, &text, settings->overrides, settings->override_count,
                                    settings);
        *why = NULL;
    }
    free(yaml);
    return status;
}

static enum veto_status not_to_be_played(const struct veto_history *history, const char *name,
                                         const char *why) {
    complain("%s: there is no roll call of %s: %s", history->name, name, why);
    return VETO_INPUT;
}

static enum veto_status make_meeting(struct veto_text *text, char **yaml,
                                     const struct veto_history *history,
                                     const struct settings *settings) {
    struct veto_history_meeting *meeting = NULL;
    const char *why = NULL, *name = settings->operands[2];
    enum veto_status status = history_find_meeting(history, settings, &meeting);
    if (status != VETO_OK)
        return status;
    status = veto_history_export_meeting(yaml, &why, meeting);
    if (status == VETO_OK)
        *text = (struct veto_text){name, *yaml, strlen(*yaml)};
    else
        status = status == VETO_SYSTEM ? out_of_memory() : not_to_be_played(history, name, why);
    veto_history_meeting_free(meeting);
    return status;
}

/* The scenario of the vote that is asked for, or of the whole meeting where the name is of one;
 * what went wrong has been said. *yaml is the caller's to free. */
static enum veto_status make_asked(struct veto_text *text, char **yaml,
                                   const struct veto_history *history,
                                   const struct settings *settings) {
    size_t index;
    const char *why = NULL;
    if (history_asks_for_meeting(history, settings))
        return make_meeting(text, yaml, history, settings);
    enum veto_status status = history_find_one(history, settings, &index);
    if (status != VETO_OK)
        return status;
    status = make_text(text, yaml, &why, &history->votes[index]);
    text->name = veto_history_called(&history->votes[index]); /* tells nothing on the screen */
    return status == VETO_INPUT ? not_to_be_played(history, history->votes[index].symbol, why)
                                : status;
}

enum veto_status history_export(const struct veto_history *history, const struct settings *settings,
                                FILE *out) {
    char *yaml = NULL;
    struct veto_text text;
    enum veto_status status = make_asked(&text, &yaml, history, settings);
    if (status == VETO_OK)
        fputs(yaml, out);
    free(yaml);
    return status;
}

/* ---- replay ---- */

static enum veto_status print_vote(const struct veto_text *text, const struct settings *settings,
                                   FILE *out) {
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    enum veto_status status = load_scenario_text(&scenario, text, settings->overrides,
                                                 settings->override_count, settings);
    if (status != VETO_OK)
        return status;
    status = veto_meeting_play(&meeting, scenario, settings->mode, settings->seed);
    status = status == VETO_OK ? write_meeting(meeting, NULL, settings, out) : out_of_memory();
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    return status;
}

static enum veto_status play_vote(const struct veto_text *text, const struct settings *settings,
                                  FILE *out) {
    struct given given;
    given_text(&given, text, settings);
    return player_play(&given, settings, out);
}

enum veto_status history_replay(const struct veto_history *history, const struct settings *settings,
                                FILE *out) {
    char *yaml = NULL;
    struct veto_text text;
    struct settings how = *settings;
    how.mode = VETO_RECORDED;
    bool printed = settings->print || settings->format != REPORT_TEXT || settings->output ||
                   !isatty(STDOUT_FILENO);
    enum veto_status status = make_asked(&text, &yaml, history, settings);
    if (status == VETO_OK)
        status = printed ? print_vote(&text, &how, out) : play_vote(&text, &how, out);
    free(yaml);
    return status;
}

/* ---- show ---- */

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
