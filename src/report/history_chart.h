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
#pragma once

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

/* ---- what the charts share ---- */

/* Each is a section of the page: a heading, what it counts, the chart, and its table as readers and
 * programs want it. */
struct gallery {
    struct page *page;
    struct arena *arena;
    const struct veto_trends *trends;
    const char **periods; /* what each is called */
};

void gallery_vetoes(const struct gallery *gallery);
void gallery_closeness(const struct gallery *gallery);
void gallery_agreement(const struct gallery *gallery);
void gallery_rules(const struct gallery *gallery);

/* ---- tables ---- */

/* A column of figures, which is called by its key. */
struct page_column gallery_figures(const char *key);

/* A table of so many columns, of which the first has the period; the others are the caller's to
 * set.
 */
struct page_table *gallery_table(const struct gallery *gallery, size_t count,
                                 enum audience audience, struct page_column **columns);

/* ---- charts ---- */

/* A series of counts, one a point, which are copied. */
struct page_chart_series gallery_series(const struct gallery *gallery, const char *name, char mark,
                                        const size_t *counts, size_t points);

/* The periods as what goes across. */
struct page_chart_axis gallery_periods(const struct gallery *gallery);

/* Adds a chart of counts, but for its scale and its alternative, which follow from them. */
void gallery_counts(const struct gallery *gallery, struct page_chart chart);

/* The same of outcomes, from `first` to VETO_FAILED, a series each with its word, its letter and
 * its role: of each point of x, the one of `all` in its place; NULL: in their order. */
void gallery_outcome_chart(const struct gallery *gallery, struct page_chart chart,
                           enum veto_outcome first, const struct veto_outcomes *all,
                           const size_t *places);
