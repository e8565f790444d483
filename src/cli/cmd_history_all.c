/* 'veto history' on the whole record, or on the votes that the options choose. */

#include "base/text.h"
#include "cli/command.h"
#include "cli/history.h"
#include "cli/steps.h"
#include "report/history.h"
#include "report/history_chart.h"
#include "veto/presets.h"

enum veto_status history_list(const struct record *record) {
    struct veto_history_filter filter = record->settings->filter;
    filter.name = record->name;
    return write_report(record->settings, &report_votes,
                        &(struct votes_subject){record->history, &filter});
}

enum veto_status history_topics(const struct record *record) {
    return write_report(record->settings, &report_topics,
                        &(struct votes_subject){record->history, &record->settings->filter});
}

enum veto_status history_check(const struct record *record) {
    struct veto_history_check *found = NULL;
    if (veto_history_check(&found, record->history) != VETO_OK)
        return out_of_memory();
    enum veto_status status =
        write_report(record->settings, &report_check,
                     &(struct check_subject){found, record->settings->problems});
    veto_history_check_free(found);
    return status;
}

/* ---- two files ---- */

enum veto_status history_compare_files(const struct record *record) {
    struct veto_history *other = NULL;
    struct veto_history_check *checks[2] = {NULL, NULL};
    struct veto_history_comparison *comparison = NULL;
    enum veto_status status = load_history(&other, record->name, record->settings, false);
    if (status != VETO_OK)
        return status;
    status = veto_history_check(&checks[0], record->history);
    if (status == VETO_OK)
        status = veto_history_check(&checks[1], other);
    if (status == VETO_OK)
        status = veto_history_compare(&comparison, checks[0], checks[1]);
    status = status == VETO_OK ? write_report(record->settings, &report_compare, comparison)
                               : out_of_memory();
    veto_history_comparison_free(comparison);
    veto_history_check_free(checks[1]);
    veto_history_check_free(checks[0]);
    veto_history_free(other);
    return status;
}

/* ---- other rules ---- */

bool history_rules_are(const struct record *record) {
    const char *nearest = rules_nearest(record->name);
    if (veto_rule_set_find(record->name))
        return true;
    if (nearest)
        complain("no rules '%s'; did you mean '%s'?", record->name, nearest);
    else
        complain("no rules '%s'; 'veto history --help' names those there are", record->name);
    return false;
}

/* Under the rules as under the options: what the filter lets through is the record. */
enum veto_status history_under(const struct record *record) {
    struct veto_history_under *found = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? veto_history_under(&found, list, record->history, veto_rule_set_find(record->name))
             : VETO_SYSTEM;
    status = close_mistakes(list, status, record->settings);
    if (status == VETO_OK)
        status = write_report(record->settings, &report_under, found);
    veto_history_under_free(found);
    return status;
}

/* ---- charts ---- */

/* HISTORY_CHARTS where none is named, or none has the name. */
static enum history_chart which_chart(const struct record *record) {
    int chart = 0;
    while (record->name && history_chart_names[chart] &&
           !text_same(history_chart_names[chart], record->name))
        chart++;
    return record->name ? (enum history_chart)chart : HISTORY_CHARTS;
}

bool history_chart_is(const struct record *record) {
    if (!record->name || which_chart(record) != HISTORY_CHARTS)
        return true;
    const char *nearest = text_nearest(record->name, history_chart_names);
    if (nearest)
        complain("no chart '%s'; did you mean '%s'?", record->name, nearest);
    else
        complain("no chart '%s'; there are vetoes, agreement, closeness and rules", record->name);
    return false;
}

/* By decade, but where so few years are there that a year each has room. */
static enum veto_trends_by choose_periods(const struct record *record) {
    enum { FEW_YEARS = 20 };
    int first = 0, last = 0;
    if (record->settings->by)
        return (enum veto_trends_by)(record->settings->by - 1);
    for (size_t i = 0; i < record->history->count; i++) {
        int year = record->history->votes[i].date.year;
        if (!veto_history_usable(&record->history->votes[i]))
            continue;
        first = first == 0 || year < first ? year : first;
        last = year > last ? year : last;
    }
    return last - first < FEW_YEARS ? VETO_BY_YEAR : VETO_BY_DECADE;
}

enum veto_status history_chart(const struct record *record) {
    const struct settings *settings = record->settings;
    struct veto_trends *trends = NULL;
    if (veto_trends_find(&trends, record->history, choose_periods(record), settings->members,
                         settings->member_count) != VETO_OK)
        return out_of_memory();
    enum veto_status status =
        write_report(settings, &report_chart,
                     &(struct chart_subject){trends, &settings->filter, which_chart(record)});
    veto_trends_free(trends);
    return status;
}
