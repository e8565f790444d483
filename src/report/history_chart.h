/*
 * Recorded votes in charts, of a struct veto_trends. In CSV the tables of the charts asked for:
 * "period,votes,adopted,vetoed,failed,vetoes_CHN,..." and "topic,votes,adopted,vetoed,failed";
 * "period,first,second,shared,alike"; "period,votes,missed,exact,one_more,all_in_favour" and
 * "margin,votes,adopted,vetoed,failed"; "period,rules,votes,adopted,vetoed,failed", `rules` being
 * "recorded" for the record itself.
 *
 * In JSON {"votes", "left_out", "by": "decade|year", "adopted_only"} and a member for each chart:
 * "vetoes": {"periods": [{"period", "votes", "adopted", "vetoed", "failed", "vetoes":
 * {"RUS": n, ...}}], "members": {"RUS": n, ...}, "topics": [{"id", "votes", "adopted", "vetoed",
 * "failed"}]}; "agreement": {"members": [...], "pairs": [{"members": ["CHN", "FRA"], "shared",
 * "alike", "periods": [{"period", "shared", "alike"}]}]}; "closeness": {"periods": [{"period",
 * "votes", "missed", "exact", "one_more", "all_in_favour"}], "margins": [{"margin", "votes",
 * "adopted", "vetoed", "failed"}]}; "rules": [{"rules", "votes", "adopted", "vetoed", "failed",
 * "periods": [{"period", ...}]}].
 */
#ifndef REPORT_HISTORY_CHART_H
#define REPORT_HISTORY_CHART_H

#include "report/report.h"
#include "veto/trends.h"

enum history_chart {
    HISTORY_VETOES,
    HISTORY_AGREEMENT,
    HISTORY_CLOSENESS,
    HISTORY_RULES,
    HISTORY_CHARTS, /* all of them */
};

/* "vetoes", "agreement", "closeness", "rules"; NULL at the end. */
extern const char *const history_chart_names[];

struct chart_subject {
    const struct veto_trends *trends;
    const struct veto_history_filter *filter; /* that chose its votes */
    enum history_chart which;
};

extern const struct report report_chart;

/* "1990s", "1995" */
char *chart_period(struct arena *arena, const struct veto_trends *trends, size_t period);

/* The JSON of all that were asked for. */
struct json_t *chart_json(struct build *build, const void *subject);

#endif
