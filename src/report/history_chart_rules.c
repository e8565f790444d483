/* What other rules would have blocked, as a chart. */
#include "report/history_chart_parts.h"

/* The record comes first, as if it were rules. */
static const struct veto_outcomes *blocked_by(const struct gallery *gallery, size_t index) {
    return index == 0 ? gallery->trends->outcomes : gallery->trends->rules[index - 1].periods;
}

static const char *rules_name(const struct gallery *gallery, size_t index) {
    return index == 0 ? "recorded" : gallery->trends->rules[index - 1].rules->name;
}

static size_t blocked(const struct veto_outcomes *outcomes) {
    return outcomes->by[VETO_VETOED] + outcomes->by[VETO_FAILED];
}

/* A line each, with the letters A, B, ... and for the record R. */
static void add_rule_lines(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    size_t count = 0, *counts = arena_array(gallery->arena, size_t, trends->period_count);
    struct page_chart_series *series =
        arena_array(gallery->arena, struct page_chart_series, 1 + trends->rule_count);
    const char *legend = "";
    for (size_t i = 0; i <= trends->rule_count; i++) {
        char mark = count == 0 ? 'R' : (char)('A' + (int)count - 1);
        if (i > 0 && trends->rules[i - 1].rules->own_majority)
            continue; /* the two texts of the Charter: by one of them the record was made */
        for (size_t j = 0; j < trends->period_count; j++)
            counts[j] = blocked(&blocked_by(gallery, i)[j]);
        series[count++] =
            gallery_series(gallery, rules_name(gallery, i), mark, counts, trends->period_count);
        legend = arena_printf(gallery->arena, "%s%c %s, ", legend, mark, rules_name(gallery, i));
    }
    page_say(gallery->page, 0, "%s* several in one place.", legend);
    gallery_counts(gallery, (struct page_chart){.kind = CHART_LINES,
                                                .title = "Drafts not adopted, by rules",
                                                .x = gallery_periods(gallery),
                                                .y.name = "Drafts",
                                                .series = series,
                                                .series_count = count});
}

static void add_rules_table(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    size_t count = 2 + trends->rule_count;
    struct page_column *columns = gallery_columns(gallery, "period", count);
    for (size_t i = 1; i < count; i++) {
        columns[i] = gallery_figures(NULL);
        columns[i].head[0] = rules_name(gallery, i - 1);
    }
    struct page_table *table = gallery_table(gallery, columns, count, FOR_READERS);
    for (size_t i = 0; i <= trends->period_count; i++) {
        struct page_cell *row = table_row(table);
        row[0].text = i < trends->period_count ? gallery->periods[i] : "all";
        for (size_t j = 1; j < count; j++)
            row[j].text = page_count(gallery->page, blocked(&blocked_by(gallery, j - 1)[i]));
    }
}

static void add_rules_data(const struct gallery *gallery) {
    struct page_table *table =
        page_data(gallery->page, "period", "rules", "votes", "adopted", "vetoed", "failed");
    for (size_t i = 0; i < gallery->trends->period_count; i++)
        for (size_t j = 0; j <= gallery->trends->rule_count; j++)
            gallery_outcomes(gallery,
                             table_texts(table, gallery->periods[i], rules_name(gallery, j)) + 2,
                             &blocked_by(gallery, j)[i]);
}

void gallery_rules(const struct gallery *gallery) {
    page_section(gallery->page, "What other rules would have blocked");
    page_say(
        gallery->page, 0,
        "Drafts that would not have been adopted, vetoed or for want of the majority, had the same ballots been cast. 'veto history FILE under RULES' says which.");
    add_rule_lines(gallery);
    page_gap(gallery->page);
    add_rules_table(gallery);
    add_rules_data(gallery);
}
