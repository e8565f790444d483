/* Charts of how votes came out: vetoed and failed drafts, how close they were, and what other rules
 * would have blocked. */
#include <stdlib.h>

#include "report/history_chart.h"
#include "report/history_parts.h"
#include "words/words.h"

enum { TOPICS_SHOWN = 12, OUTCOME_CELLS = 4 };

/* ---- vetoes and failed drafts ---- */

static void add_veto_table(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    size_t count = 1 + OUTCOME_CELLS + trends->vetoer_count;
    struct page_column *columns;
    struct page_table *table = gallery_table(gallery, count, FOR_ALL, &columns);
    columns[1] = gallery_figures("votes");
    for (int i = VETO_ADOPTED; i <= VETO_FAILED; i++)
        columns[2 + i] = gallery_figures(veto_outcome_word((enum veto_outcome)i));
    for (size_t i = 0; i < trends->vetoer_count; i++) {
        struct page_column *column = &columns[1 + OUTCOME_CELLS + i];
        *column = gallery_figures(arena_printf(gallery->arena, "vetoes_%s", trends->vetoers[i]));
        column->head[0] = trends->vetoers[i];
    }
    for (size_t i = 0; i < trends->period_count; i++) {
        struct page_cell *row = table_row(table);
        row[0].text = gallery->periods[i];
        history_fill_outcomes(gallery->page, row + 1, &trends->outcomes[i]);
        for (size_t j = 0; j < trends->vetoer_count; j++)
            row[1 + OUTCOME_CELLS + j].text =
                page_count(gallery->page, trends->vetoes[i * trends->vetoer_count + j]);
    }
}

enum { LAST_SEAT_CHANGE = 1992 }; /* the first year in which all permanent seats were as now */

static void add_veto_bars(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    const size_t *sums = trends->vetoes + trends->period_count * trends->vetoer_count;
    const char **names = arena_array(gallery->arena, const char *, trends->vetoer_count);
    struct page_chart_series *series = arena_new(gallery->arena, struct page_chart_series);
    for (size_t i = 0; i < trends->vetoer_count; i++)
        names[i] = veto_state_name(trends->vetoers[i]);
    *series = gallery_series(gallery, "drafts vetoed", 'V', sums, trends->vetoer_count);
    series->role = ROLE_VETOED;
    page_section(gallery->page, "Vetoes by member");
    page_say(gallery->page, 0, "Drafts that each vetoed, alone or with others.");
    if (trends->period_count > 0 && trends->periods[0] < LAST_SEAT_CHANGE)
        page_say(
            gallery->page, 0,
            "The seat counts, whoever held it: the Soviet Union or the Russian Federation, the "
            "Republic of China or the People's Republic.");
    gallery_counts(gallery,
                   (struct page_chart){.kind = CHART_BARS,
                                       .title = "Drafts that each permanent member vetoed",
                                       .x = {.labels = names, .count = trends->vetoer_count},
                                       .series = series,
                                       .series_count = 1});
}

static void add_lost_topics(const struct gallery *gallery) {
    size_t count, found = 0;
    const struct veto_topic *topics = veto_topics(&count);
    double *lost = arena_array(gallery->arena, double, count);
    const char **names = arena_array(gallery->arena, const char *, TOPICS_SHOWN);
    for (size_t i = 0; i < count; i++) {
        const size_t *by = gallery->trends->topics[i].by;
        lost[i] = (double)(by[VETO_VETOED] + by[VETO_FAILED]);
        found += lost[i] > 0;
    }
    const size_t *places = words_largest_first(gallery->arena, lost, count);
    size_t shown = found < TOPICS_SHOWN ? found : TOPICS_SHOWN;
    for (size_t i = 0; i < shown; i++)
        names[i] = topics[places[i]].name;
    page_section(gallery->page, "Vetoed and failed drafts by topic");
    if (found > shown)
        page_say(gallery->page, 0, "The %zu of %zu topics with most of them. V vetoed, F failed.",
                 shown, found);
    else
        page_say(gallery->page, 0, "%zu topic%s. V vetoed, F failed.", found,
                 found == 1 ? "" : "s");
    gallery_outcome_chart(gallery,
                          (struct page_chart){.kind = CHART_BARS,
                                              .title = "Drafts vetoed and failed, by topic",
                                              .x = {.labels = names, .count = shown}},
                          VETO_VETOED, gallery->trends->topics, places);
}

void gallery_vetoes(const struct gallery *gallery) {
    const struct veto_outcomes *all = &gallery->trends->outcomes[gallery->trends->period_count];
    page_section(gallery->page, "Vetoed and failed drafts");
    page_say(gallery->page, 0, "Votes: %zu. Vetoed: %zu. Failed for want of the majority: %zu.",
             all->votes, all->by[VETO_VETOED], all->by[VETO_FAILED]);
    page_say(gallery->page, 0, "V vetoed, F failed.");
    gallery_outcome_chart(gallery,
                          (struct page_chart){.kind = CHART_LINES,
                                              .title = "Drafts vetoed and failed",
                                              .x = gallery_periods(gallery),
                                              .y.name = "Drafts"},
                          VETO_VETOED, gallery->trends->outcomes, NULL);
    page_gap(gallery->page);
    add_veto_table(gallery);
    add_veto_bars(gallery);
    add_lost_topics(gallery);
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    struct page_table *table =
        page_data(gallery->page, "topic", "votes", "adopted", "vetoed", "failed");
    for (size_t i = 0; i < count; i++)
        history_fill_outcomes(gallery->page, table_texts(table, topics[i].id) + 1,
                              &gallery->trends->topics[i]);
}

/* ---- how close votes were ---- */

/* Margins that no vote had are left out, and so is the most that can be: beside it nothing else
 * would be seen. They are called "2 short", "just enough", "1 to spare". */
static void add_margins(const struct gallery *gallery) {
    const struct veto_outcomes *margins = gallery->trends->margins;
    size_t count = 0, places[VETO_MARGINS];
    const char **names = arena_array(gallery->arena, const char *, VETO_MARGINS);
    for (size_t i = 0; i + 1 < VETO_MARGINS; i++) {
        int margin = VETO_LEAST_MARGIN + (int)i;
        if (margins[i].votes == 0)
            continue;
        places[count] = i;
        names[count++] = margin == 0 ? "just enough"
                                     : arena_printf(gallery->arena, "%d %s", abs(margin),
                                                    margin < 0 ? "short" : "to spare");
    }
    gallery_outcome_chart(gallery,
                          (struct page_chart){.kind = CHART_BARS,
                                              .title = "Votes by their margin to the majority",
                                              .x = {.labels = names, .count = count}},
                          VETO_ADOPTED, margins, places);
}

static void add_closeness_table(const struct gallery *gallery) {
    enum { PERIOD, VOTES, MISSED, EXACT, ONE_MORE, ALL, COLUMNS };
    const struct veto_trends *trends = gallery->trends;
    struct page_column *columns;
    struct page_table *table = gallery_table(gallery, COLUMNS, FOR_ALL, &columns);
    columns[VOTES] = gallery_figures("votes");
    columns[MISSED] = gallery_figures("missed");
    columns[EXACT] = gallery_figures("exact");
    columns[ONE_MORE] = gallery_figures("one_more");
    columns[ONE_MORE].head[0] = "one to spare";
    columns[ALL] = gallery_figures("all_in_favour");
    columns[ALL].head[0] = "all in favour";
    for (size_t i = 0; i < trends->period_count; i++) {
        const struct veto_closeness *close = &trends->closeness[i];
        table_texts(
            table, gallery->periods[i], page_count(gallery->page, close->votes),
            page_count(gallery->page, close->failed), page_count(gallery->page, close->exact),
            page_count(gallery->page, close->one_more), page_count(gallery->page, close->all));
    }
}

void gallery_closeness(const struct gallery *gallery) {
    const struct veto_closeness *all = &gallery->trends->closeness[gallery->trends->period_count];
    page_section(gallery->page, "How close votes were");
    page_say(
        gallery->page, 0,
        "Votes in favour against the majority of the day, seven of eleven until 1965 and nine of "
        "fifteen since. Votes: %zu. Exactly that many or one more: %zu. Everybody in favour: "
        "%zu; what had six to spare, all fifteen, is not drawn. A adopted, V vetoed, F failed.",
        all->votes, all->exact + all->one_more, all->all);
    add_margins(gallery);
    page_gap(gallery->page);
    add_closeness_table(gallery);
    struct page_table *table =
        page_data(gallery->page, "margin", "votes", "adopted", "vetoed", "failed");
    for (int i = 0; i < VETO_MARGINS; i++) {
        const char *margin = arena_printf(gallery->arena, "%d", VETO_LEAST_MARGIN + i);
        history_fill_outcomes(gallery->page, table_texts(table, margin) + 1,
                              &gallery->trends->margins[i]);
    }
}

/* ---- what other rules would have blocked ---- */

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
        legend = arena_printf(gallery->arena, "%s%s%c %s", legend, i > 0 ? ", " : "", mark,
                              rules_name(gallery, i));
    }
    page_say(gallery->page, 0, "%s.", legend);
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
    struct page_column *columns;
    struct page_table *table = gallery_table(gallery, count, FOR_READERS, &columns);
    for (size_t i = 1; i < count; i++) {
        columns[i] = gallery_figures(NULL);
        columns[i].head[0] = rules_name(gallery, i - 1);
    }
    for (size_t i = 0; i <= trends->period_count; i++) {
        struct page_cell *row = table_row(table);
        row[0].text = i < trends->period_count ? gallery->periods[i] : "all";
        for (size_t j = 1; j < count; j++)
            row[j].text = page_count(gallery->page, blocked(&blocked_by(gallery, j - 1)[i]));
    }
}

void gallery_rules(const struct gallery *gallery) {
    page_section(gallery->page, "What other rules would have blocked");
    page_say(gallery->page, 0,
             "Drafts that would not have been adopted, vetoed or for want of the majority, had the "
             "same ballots been cast. 'veto history FILE under RULES' says which.");
    add_rule_lines(gallery);
    page_gap(gallery->page);
    add_rules_table(gallery);
    struct page_table *table =
        page_data(gallery->page, "period", "rules", "votes", "adopted", "vetoed", "failed");
    for (size_t i = 0; i < gallery->trends->period_count; i++)
        for (size_t j = 0; j <= gallery->trends->rule_count; j++)
            history_fill_outcomes(
                gallery->page, table_texts(table, gallery->periods[i], rules_name(gallery, j)) + 2,
                &blocked_by(gallery, j)[i]);
}
