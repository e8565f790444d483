/* 'veto history FILE chart'. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/history.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/history_chart.h"

/* ---- which votes ---- */

enum veto_status history_choose(struct veto_history *chosen, struct veto_history_vote **votes,
                                const struct veto_history *history,
                                const struct settings *settings) {
    *votes = malloc((history->count + 1) * sizeof **votes);
    if (!*votes)
        return out_of_memory();
    *chosen = *history;
    chosen->votes = *votes;
    chosen->count = 0;
    for (size_t i = 0; i < history->count; i++)
        if (veto_history_matches(&history->votes[i], &settings->filter) ||
            !veto_history_usable(&history->votes[i]))
            (*votes)[chosen->count++] = history->votes[i];
    return VETO_OK;
}

/* ---- which chart ---- */

/* HISTORY_CHARTS where none is named, or none has the name. */
static enum history_chart which_chart(const struct settings *settings) {
    int chart = 0;
    while (settings->operand_count > 2 && history_chart_names[chart] &&
           !text_same(history_chart_names[chart], settings->operands[2]))
        chart++;
    return settings->operand_count > 2 ? (enum history_chart)chart : HISTORY_CHARTS;
}

bool history_chart_is(const struct settings *settings) {
    if (settings->operand_count < 3 || which_chart(settings) != HISTORY_CHARTS)
        return true;
    const char *word = settings->operands[2], *nearest = text_nearest(word, history_chart_names);
    if (nearest)
        complain("no chart '%s'; did you mean '%s'?", word, nearest);
    else
        complain("no chart '%s'; there are vetoes, agreement, closeness and rules", word);
    return false;
}

/* By decade, but where so few years are there that a year each has room. */
static enum veto_trends_by choose_periods(const struct veto_history *chosen,
                                          const struct settings *settings) {
    enum { FEW_YEARS = 20 };
    int first = 0, last = 0;
    if (settings->by)
        return (enum veto_trends_by)(settings->by - 1);
    for (size_t i = 0; i < chosen->count; i++) {
        int year = chosen->votes[i].date.year;
        if (!veto_history_usable(&chosen->votes[i]))
            continue;
        first = first == 0 || year < first ? year : first;
        last = year > last ? year : last;
    }
    return last - first < FEW_YEARS ? VETO_BY_YEAR : VETO_BY_DECADE;
}

enum veto_status history_chart(const struct veto_history *history, const struct settings *settings,
                               FILE *out) {
    struct veto_history chosen;
    struct veto_history_vote *votes = NULL;
    struct veto_trends *trends = NULL;
    enum veto_status status = history_choose(&chosen, &votes, history, settings);
    if (status != VETO_OK)
        return status;
    status = veto_trends_find(&trends, &chosen, choose_periods(&chosen, settings),
                              settings->members, settings->member_count);
    status = status == VETO_OK ? write_report(out, settings, &report_chart,
                                              &(struct chart_subject){trends, &settings->filter,
                                                                      which_chart(settings)})
                               : out_of_memory();
    veto_trends_free(trends);
    free(votes);
    return status;
}
