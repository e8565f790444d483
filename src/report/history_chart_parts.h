/*
 * What the charts of recorded votes share. Each is a section of the page: a heading, what it
 * counts, the chart, and its table as readers and programs want it.
 */
#ifndef REPORT_HISTORY_CHART_PARTS_H
#define REPORT_HISTORY_CHART_PARTS_H

#include "base/arena.h"
#include "report/history_chart.h"
#include "report/history_parts.h"

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

#endif
