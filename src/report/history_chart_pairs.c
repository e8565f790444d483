/* Who voted alike, as a chart. */
#include "report/history_chart.h"

#include <math.h>

static const struct veto_agreement *agreement_of(const struct gallery *gallery, size_t period,
                                                 size_t pair) {
    return &gallery->trends->agreements[period * gallery->trends->pair_count + pair];
}

/* The members of a pair, by their places among the members. */
static void pair_members(const struct veto_trends *trends, size_t pair, size_t members[2]) {
    size_t first = 0, left = pair;
    while (left >= trends->member_count - 1 - first)
        left -= trends->member_count - 1 - first++;
    members[0] = first;
    members[1] = first + 1 + left;
}

static const char *pair_name(const struct gallery *gallery, size_t pair) {
    size_t members[2];
    pair_members(gallery->trends, pair, members);
    return arena_printf(gallery->arena, "%s-%s", gallery->trends->members[members[0]],
                        gallery->trends->members[members[1]]);
}

/* The first pair on top. */
static void add_agreement_map(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    size_t pairs = trends->pair_count, periods = trends->period_count;
    struct page_chart_series *series = arena_new(gallery->arena, struct page_chart_series);
    const char **names = arena_array(gallery->arena, const char *, pairs);
    double *values = arena_array(gallery->arena, double, pairs *periods + 1);
    for (size_t pair = 0; pair < pairs; pair++) {
        size_t row = pairs - 1 - pair;
        names[row] = pair_name(gallery, pair);
        for (size_t i = 0; i < periods; i++) {
            const struct veto_agreement *found = agreement_of(gallery, i, pair);
            values[row * periods + i] =
                found->shared > 0 ? (double)found->alike / (double)found->shared : PAGE_NO_VALUE;
        }
    }
    *series = (struct page_chart_series){.name = "voted alike", .values = values};
    const struct page_chart chart = {
        .kind = CHART_MAP,
        .title = "How often each pair of members voted alike",
        .alternative = "One row a pair, one column a period; the table below has the numbers.",
        .x = gallery_periods(gallery),
        .y = {.labels = names, .count = pairs},
        .series = series,
        .series_count = 1,
        .most = 1,
        .chances = true,
    };
    page_chart(gallery->page, &chart);
    page_chart(gallery->page, &(struct page_chart){.kind = CHART_SCALE});
}

static const char *agreement_cell(const struct gallery *gallery,
                                  const struct veto_agreement *found) {
    enum { HUNDRED = 100 };
    if (found->shared == 0)
        return "none";
    long percent = lround(HUNDRED * (double)found->alike / (double)found->shared);
    if (percent == HUNDRED && found->alike < found->shared)
        percent = HUNDRED - 1;
    if (percent == 0 && found->alike > 0)
        percent = 1;
    return arena_printf(gallery->arena, "%ld%% of %zu", percent, found->shared);
}

static void add_agreement_table(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    struct page_column *columns;
    struct page_table *table =
        gallery_table(gallery, 1 + trends->pair_count, FOR_READERS, &columns);
    for (size_t pair = 0; pair < trends->pair_count; pair++) {
        columns[1 + pair] = gallery_figures(NULL);
        columns[1 + pair].type = COLUMN_TEXT;
        columns[1 + pair].head[0] = pair_name(gallery, pair);
    }
    for (size_t i = 0; i <= trends->period_count; i++) {
        struct page_cell *row = table_row(table);
        row[0].text = i < trends->period_count ? gallery->periods[i] : "all";
        for (size_t pair = 0; pair < trends->pair_count; pair++)
            row[1 + pair].text = agreement_cell(gallery, agreement_of(gallery, i, pair));
    }
}

static void add_agreement_data(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    struct page_table *table =
        page_data(gallery->page, "period", "first", "second", "shared", "alike");
    for (size_t i = 0; i < trends->period_count; i++)
        for (size_t pair = 0; pair < trends->pair_count; pair++) {
            const struct veto_agreement *found = agreement_of(gallery, i, pair);
            size_t members[2];
            pair_members(trends, pair, members);
            table_texts(table, gallery->periods[i], trends->members[members[0]],
                        trends->members[members[1]], page_count(gallery->page, found->shared),
                        page_count(gallery->page, found->alike));
        }
}

void gallery_agreement(const struct gallery *gallery) {
    page_section(gallery->page, "How often members voted alike");
    page_say(
        gallery->page, 0,
        "Of the votes in which both voted yes, no or abstained, the share in which they did the "
        "same, and how many votes they shared. Where there is none stands a dash.");
    add_agreement_map(gallery);
    page_gap(gallery->page);
    add_agreement_table(gallery);
    add_agreement_data(gallery);
}
