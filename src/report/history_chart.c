/* Recorded votes in charts: the page, what its charts share, and all of them as JSON. */
#include "report/history_chart.h"

#include <math.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "report/roles.h"
#include "words/words.h"

enum { WIDEST = 100 };

const char *const history_chart_names[] = {
    [HISTORY_VETOES] = "vetoes",       [HISTORY_AGREEMENT] = "agreement",
    [HISTORY_CLOSENESS] = "closeness", [HISTORY_RULES] = "rules",
    [HISTORY_CHARTS] = NULL,
};

static char *chart_period(struct arena *arena, const struct veto_trends *trends, size_t period) {
    return arena_printf(arena, trends->by == VETO_BY_DECADE ? "%ds" : "%d",
                        trends->periods[period]);
}

/* ---- tables ---- */

struct page_column gallery_figures(const char *key) {
    return (struct page_column){.key = key, .head = {key}, .type = COLUMN_COUNT, .right = true};
}

struct page_table *gallery_table(const struct gallery *gallery, size_t count,
                                 enum audience audience, struct page_column **columns) {
    *columns = arena_array(gallery->arena, struct page_column, count);
    **columns = (struct page_column){.key = "period", .head = {"period"}};
    return page_table_with(gallery->page, *columns, count, .headed = true, .parted = true,
                           .audience = audience);
}

/* ---- charts ---- */

/* A round number, so that the steps of its scale are. */
static double round_top(double most) {
    enum { LEAST = 10, STEP = 20, LARGE = 200, HUNDRED = 100 };
    double step = most <= LARGE ? STEP : HUNDRED;
    return most <= LEAST ? LEAST : step * ceil(most / step);
}

/* A series of counts, one a point. */
struct page_chart_series gallery_series(const struct gallery *gallery, const char *name, char mark,
                                        const size_t *counts, size_t points) {
    double *values = arena_array(gallery->arena, double, points + 1);
    const char **texts = arena_array(gallery->arena, const char *, points + 1);
    for (size_t i = 0; i < points; i++) {
        values[i] = (double)counts[i];
        texts[i] = page_count(gallery->page, counts[i]);
    }
    return (struct page_chart_series){.name = name, .mark = mark, .values = values, .texts = texts};
}

/* For those who do not see it: "vetoed: 60 (1980s) to 12 (2020s), at most 60 (1980s)". */
static const char *series_said(const struct gallery *gallery, const struct page_chart *chart,
                               size_t index) {
    const struct page_chart_series *series = &chart->series[index];
    const struct page_chart_axis *x = &chart->x;
    size_t top = 0, last = x->count - 1;
    for (size_t i = 1; i < x->count; i++)
        top = series->values[i] > series->values[top] ? i : top;
    return arena_printf(gallery->arena, "%s: %.0f (%s) to %.0f (%s), at most %.0f (%s).",
                        series->name, series->values[0], x->labels[0], series->values[last],
                        x->labels[last], series->values[top], x->labels[top]);
}

/* Adds a chart of counts. */
void gallery_counts(const struct gallery *gallery, struct page_chart chart) {
    if (chart.x.count == 0)
        return;
    chart.alternative = "";
    double most = 0;
    for (size_t i = 0; i < chart.series_count; i++) {
        chart.alternative = arena_printf(gallery->arena, "%s%s%s", chart.alternative, i ? " " : "",
                                         series_said(gallery, &chart, i));
        for (size_t j = 0; j < chart.x.count; j++)
            most = fmax(most, chart.series[i].values[j]);
    }
    chart.most = chart.kind == CHART_LINES ? round_top(most) : most;
    page_chart(gallery->page, &chart);
}

void gallery_outcome_chart(const struct gallery *gallery, struct page_chart chart,
                           enum veto_outcome first, const struct veto_outcomes *all,
                           const size_t *places) {
    size_t points = chart.x.count, *counts = arena_array(gallery->arena, size_t, points + 1);
    struct page_chart_series *series =
        arena_array(gallery->arena, struct page_chart_series, VETO_OUTCOMES);
    for (int outcome = (int)first; outcome <= VETO_FAILED; outcome++) {
        const char *word = words_outcome((enum veto_outcome)outcome);
        char mark = *words_capital(gallery->arena, word);
        for (size_t i = 0; i < points; i++)
            counts[i] = all[places ? places[i] : i].by[outcome];
        struct page_chart_series *made = &series[chart.series_count++];
        *made = gallery_series(gallery, word, mark, counts, points);
        made->role = role_of_outcome((enum veto_outcome)outcome);
    }
    chart.series = series;
    gallery_counts(gallery, chart);
}

struct page_chart_axis gallery_periods(const struct gallery *gallery) {
    const struct veto_trends *trends = gallery->trends;
    return (struct page_chart_axis){.labels = gallery->periods,
                                    .count = trends->period_count,
                                    .listed = trends->by == VETO_BY_DECADE};
}

/* ---- the page ---- */

/* Of no votes there is nothing to draw: only what the tables have for programs. */
static void add_data_alone(struct page *page, const struct page *drawn) {
    for (size_t i = 0; i < drawn->count; i++) {
        const struct page_table *table = drawn->blocks[i].of.table;
        if (drawn->blocks[i].kind != BLOCK_TABLE || table->audience == FOR_READERS)
            continue;
        struct page_table data = *table;
        data.audience = FOR_DATA;
        page_add_table(page, data);
    }
}

static void build_chart_page(struct page *page, const void *context) {
    static void (*const charts[])(const struct gallery *) = {
        [HISTORY_VETOES] = gallery_vetoes,
        [HISTORY_AGREEMENT] = gallery_agreement,
        [HISTORY_CLOSENESS] = gallery_closeness,
        [HISTORY_RULES] = gallery_rules,
    };
    const struct chart_subject *subject = context;
    const struct veto_trends *trends = subject->trends;
    struct page drawn = {.arena = page->arena};
    struct gallery gallery = {trends->period_count > 0 ? page : &drawn, page->arena, trends, NULL};
    gallery.periods = arena_array(page->arena, const char *, trends->period_count + 1);
    for (size_t i = 0; i < trends->period_count; i++)
        gallery.periods[i] = chart_period(page->arena, trends, i);
    page_titlef(page, "Charts of recorded votes%s", history_choice(page->arena, subject->filter));
    page_say(page, 0, "%zu vote%s.", trends->votes, trends->votes == 1 ? "" : "s");
    page_say(page, 0, "%s", history_layout_limits(trends->history->layout));
    for (int i = 0; i < HISTORY_CHARTS; i++)
        if (subject->which == HISTORY_CHARTS || (int)subject->which == i)
            charts[i](&gallery);
    add_data_alone(page, &drawn);
}

/* ---- JSON ---- */

static void set_count(struct build *build, json_t *object, const char *key, size_t count) {
    build_set(build, object, key, json_integer((json_int_t)count));
}

static json_t *json_period(struct build *build, const struct veto_trends *trends, size_t period) {
    return json_pack("{s:s}", "period", chart_period(build->arena, trends, period));
}

static json_t *json_vetoes_of(struct build *build, const struct veto_trends *trends,
                              size_t period) {
    json_t *object = json_object();
    for (size_t i = 0; i < trends->vetoer_count; i++)
        set_count(build, object, trends->vetoers[i],
                  trends->vetoes[period * trends->vetoer_count + i]);
    return object;
}

static json_t *json_veto_chart(struct build *build, const struct veto_trends *trends) {
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    json_t *periods = json_array(), *by_topic = json_array();
    for (size_t i = 0; i < trends->period_count; i++) {
        json_t *object =
            json_add_outcomes(build, json_period(build, trends, i), &trends->outcomes[i]);
        build_set(build, object, "vetoes", json_vetoes_of(build, trends, i));
        build_push(build, periods, object);
    }
    for (size_t i = 0; i < count; i++)
        build_push(
            build, by_topic,
            json_add_outcomes(build, json_pack("{s:s}", "id", topics[i].id), &trends->topics[i]));
    return json_pack("{s:o, s:o, s:o}", "periods", periods, "members",
                     json_vetoes_of(build, trends, trends->period_count), "topics", by_topic);
}

static json_t *add_agreement(struct build *build, const struct veto_trends *trends, json_t *object,
                             size_t period, size_t pair) {
    const struct veto_agreement *found = &trends->agreements[period * trends->pair_count + pair];
    set_count(build, object, "shared", found->shared);
    set_count(build, object, "alike", found->alike);
    return object;
}

static json_t *json_pair(struct build *build, const struct veto_trends *trends, size_t first,
                         size_t second, size_t pair) {
    json_t *periods = json_array();
    json_t *object =
        json_pack("{s:[s, s]}", "members", trends->members[first], trends->members[second]);
    add_agreement(build, trends, object, trends->period_count, pair);
    for (size_t i = 0; i < trends->period_count; i++)
        build_push(build, periods,
                   add_agreement(build, trends, json_period(build, trends, i), i, pair));
    build_set(build, object, "periods", periods);
    return object;
}

static json_t *json_agreement_chart(struct build *build, const struct veto_trends *trends) {
    json_t *members = json_array(), *pairs = json_array();
    size_t pair = 0;
    for (size_t i = 0; i < trends->member_count; i++) {
        build_push(build, members, json_string(trends->members[i]));
        for (size_t j = i + 1; j < trends->member_count; j++)
            build_push(build, pairs, json_pair(build, trends, i, j, pair++));
    }
    return json_pack("{s:o, s:o}", "members", members, "pairs", pairs);
}

static json_t *json_closeness_chart(struct build *build, const struct veto_trends *trends) {
    json_t *periods = json_array(), *margins = json_array();
    for (size_t i = 0; i < trends->period_count; i++) {
        const struct veto_closeness *close = &trends->closeness[i];
        build_push(build, periods,
                   json_pack("{s:s, s:I, s:I, s:I, s:I, s:I}", "period",
                             chart_period(build->arena, trends, i), "votes",
                             (json_int_t)close->votes, "missed", (json_int_t)close->failed, "exact",
                             (json_int_t)close->exact, "one_more", (json_int_t)close->one_more,
                             "all_in_favour", (json_int_t)close->all));
    }
    for (int i = 0; i < VETO_MARGINS; i++)
        build_push(build, margins,
                   json_add_outcomes(build, json_pack("{s:i}", "margin", VETO_LEAST_MARGIN + i),
                                     &trends->margins[i]));
    return json_pack("{s:o, s:o}", "periods", periods, "margins", margins);
}

static json_t *json_rules_of(struct build *build, const struct veto_trends *trends,
                             const char *name, const struct veto_outcomes *outcomes) {
    json_t *object = json_add_outcomes(build, json_pack("{s:s}", "rules", name),
                                       &outcomes[trends->period_count]);
    json_t *periods = json_array();
    for (size_t i = 0; i < trends->period_count; i++)
        build_push(build, periods,
                   json_add_outcomes(build, json_period(build, trends, i), &outcomes[i]));
    build_set(build, object, "periods", periods);
    return object;
}

static json_t *json_rules_chart(struct build *build, const struct veto_trends *trends) {
    json_t *array = json_array();
    build_push(build, array, json_rules_of(build, trends, "recorded", trends->outcomes));
    for (size_t i = 0; i < trends->rule_count; i++)
        build_push(
            build, array,
            json_rules_of(build, trends, trends->rules[i].rules->name, trends->rules[i].periods));
    return array;
}

static json_t *build_chart_json(struct build *build, const void *context) {
    static json_t *(*const charts[])(struct build *, const struct veto_trends *) = {
        [HISTORY_VETOES] = json_veto_chart,
        [HISTORY_AGREEMENT] = json_agreement_chart,
        [HISTORY_CLOSENESS] = json_closeness_chart,
        [HISTORY_RULES] = json_rules_chart,
    };
    const struct chart_subject *subject = context;
    const struct veto_trends *trends = subject->trends;
    json_t *object = json_pack("{s:I, s:I, s:s, s:b}", "votes", (json_int_t)trends->votes,
                               "left_out", (json_int_t)trends->left_out, "by",
                               trends->by == VETO_BY_DECADE ? "decade" : "year", "adopted_only",
                               trends->history->layout == VETO_UNDL);
    for (int i = 0; i < HISTORY_CHARTS; i++)
        if (subject->which == HISTORY_CHARTS || (int)subject->which == i)
            build_set(build, object, history_chart_names[i], charts[i](build, trends));
    return object;
}

const struct report report_chart = {build_chart_page, build_chart_json, 0, WIDEST};
