/* Sweeps as charts: a line for each outcome along one path, a map of one outcome along two. */
#include "report/sweep.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "page/plot.h"
#include "report/roles.h"
#include "words/words.h"

/* Points of an axis that are asked for: more than fit beside each other on a wide screen. What is
 * drawn by Monte Carlo takes its time, and makes do with those of a narrow one. */
enum { MOST_LINE = 240, MOST_ACROSS = 120, MOST_DOWN = 26, DRAWN_LINE = 72, DRAWN_ACROSS = 36 };

static size_t points_of(const struct veto_axis *axis, size_t most) {
    return axis->count < most ? axis->count : most;
}

static const struct veto_axis *axis_across(const struct sweep_chart *chart) {
    return &chart->axes[chart->axis_count - 1];
}

/* ---- the points ---- */

static enum veto_status find_point(struct sweep_chart *chart, size_t index, sweep_find *find,
                                   void *context) {
    size_t cell = chart->scenario->draft_count * VETO_OUTCOMES;
    const struct veto_axis *across = axis_across(chart);
    size_t point = plot_point(across->count, index % chart->across, chart->across);
    if (chart->axis_count > 1)
        point +=
            plot_point(chart->axes[0].count, index / chart->across, chart->down) * across->count;
    struct veto_sweep_point found = {.chances = chart->chances + index * cell};
    enum veto_status status = find(context, point, &found);
    chart->drawn += status == VETO_OK && found.method == VETO_MONTE_CARLO;
    chart->trials = found.trials > chart->trials ? found.trials : chart->trials;
    return status;
}

enum veto_status sweep_chart_find(struct sweep_chart *chart, sweep_find *find, void *context) {
    bool map = chart->axis_count > 1;
    chart->across = points_of(axis_across(chart), map ? MOST_ACROSS : MOST_LINE);
    chart->down = map ? points_of(&chart->axes[0], MOST_DOWN) : 1;
    chart->chances = calloc(chart->across * chart->down * chart->scenario->draft_count,
                            VETO_OUTCOMES * sizeof *chart->chances);
    if (!chart->chances)
        return VETO_SYSTEM;
    enum veto_status status = find_point(chart, 0, find, context);
    if (chart->drawn > 0)
        chart->across = points_of(axis_across(chart), map ? DRAWN_ACROSS : DRAWN_LINE);
    for (size_t i = 1; i < chart->across * chart->down && status == VETO_OK; i++)
        status = find_point(chart, i, find, context);
    return status;
}

void sweep_chart_free(struct sweep_chart *chart) {
    free(chart->chances);
}

/* ---- the page ---- */

struct sheet {
    struct page *page;
    struct arena *arena;
    const struct sweep_chart *chart;
    size_t points;
    struct page_chart_axis x, y;
};

static double chance(const struct sheet *sheet, size_t point, size_t draft, size_t outcome) {
    size_t drafts = sheet->chart->scenario->draft_count;
    return sheet->chart->chances[(point * drafts + draft) * VETO_OUTCOMES + outcome];
}

/* How far an outcome of a draft varies; 0 where it never does. */
static double spread(const struct sheet *sheet, size_t draft, size_t outcome, double *most) {
    double least = 1;
    *most = 0;
    for (size_t i = 0; i < sheet->points; i++) {
        double p = chance(sheet, i, draft, outcome);
        least = p < least ? p : least;
        *most = p > *most ? p : *most;
    }
    return *most - least;
}

/* The values of the points that were found. */
static struct page_chart_axis lay_axis(const struct sheet *sheet, size_t index, size_t places) {
    const struct veto_axis *axis = &sheet->chart->axes[index];
    const char **labels = arena_array(sheet->arena, const char *, places);
    for (size_t i = 0; i < places; i++) {
        const char *value = axis->values[plot_point(axis->count, i, places)];
        labels[i] = text_visible(sheet->arena, value, strlen(value));
    }
    const char *name = text_visible(sheet->arena, axis->path, strlen(axis->path));
    return (struct page_chart_axis){name, labels, places, sheet->chart->listed[index]};
}

static struct page_chart_series lay_series(const struct sheet *sheet, size_t draft,
                                           size_t outcome) {
    static const char marks[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = 'A', [VETO_VETOED] = 'V', [VETO_FAILED] = 'F', [VETO_NOT_PUT] = 'N'};
    double *values = arena_array(sheet->arena, double, sheet->points);
    for (size_t i = 0; i < sheet->points; i++)
        values[i] = chance(sheet, i, draft, outcome);
    return (struct page_chart_series){
        .name = words_outcome((enum veto_outcome)outcome),
        .role = role_of_outcome((enum veto_outcome)outcome),
        .mark = marks[outcome],
        .values = values,
    };
}

static struct page_chart *new_chart(const struct sheet *sheet, enum chart_kind kind, size_t draft,
                                    struct page_chart_series *series, size_t count) {
    struct page_chart *chart = arena_new(sheet->arena, struct page_chart);
    *chart = (struct page_chart){
        .kind = kind,
        .title = arena_printf(sheet->arena, "Chances of %s",
                              words_named(sheet->arena, &sheet->chart->scenario->drafts[draft])),
        .x = sheet->x,
        .y = sheet->y,
        .series = series,
        .series_count = count,
        .most = 1,
        .chances = true,
    };
    return chart;
}

static const char *range_of(const struct sheet *sheet, const struct page_chart_axis *axis) {
    return arena_printf(sheet->arena, "%s from %s to %s", axis->name, axis->labels[0],
                        axis->labels[axis->count - 1]);
}

static void add_lines(const struct sheet *sheet, size_t draft) {
    struct page_chart_series *series =
        arena_array(sheet->arena, struct page_chart_series, VETO_OUTCOMES);
    const char *says = range_of(sheet, &sheet->x);
    size_t count = 0;
    for (size_t i = 0; i < VETO_OUTCOMES; i++) {
        double most;
        spread(sheet, draft, i, &most);
        if (most <= 0)
            continue;
        series[count] = lay_series(sheet, draft, i);
        const double *values = series[count].values;
        says = arena_printf(sheet->arena, "%s%s %s, %s to %s", says, count > 0 ? ";" : ":",
                            series[count].name, words_chance(sheet->arena, values[0]),
                            words_chance(sheet->arena, values[sheet->points - 1]));
        count++;
    }
    struct page_chart *chart = new_chart(sheet, CHART_LINES, draft, series, count);
    chart->alternative = arena_printf(sheet->arena, "%s.", says);
    page_chart(sheet->page, chart);
}

/* The outcome that varies most. */
static size_t liveliest(const struct sheet *sheet, size_t draft) {
    size_t best = 0;
    double most, best_spread = -1;
    for (size_t i = 0; i < VETO_OUTCOMES; i++) {
        double here = spread(sheet, draft, i, &most);
        if (here > best_spread) {
            best_spread = here;
            best = i;
        }
    }
    return best;
}

static void add_map(const struct sheet *sheet, size_t draft) {
    struct page_chart_series *series = arena_new(sheet->arena, struct page_chart_series);
    *series = lay_series(sheet, draft, liveliest(sheet, draft));
    page_say(sheet->page, 0, "Chance of: %s. Down: %s.", series->name, sheet->y.name);
    struct page_chart *chart = new_chart(sheet, CHART_MAP, draft, series, 1);
    chart->alternative =
        arena_printf(sheet->arena, "How likely it is to be %s. Across, %s; upwards, %s.",
                     series->name, range_of(sheet, &sheet->x), range_of(sheet, &sheet->y));
    page_chart(sheet->page, chart);
}

static void add_sweep_legend(const struct sheet *sheet, bool map) {
    static const struct page_chart scale = {.kind = CHART_SCALE};
    if (map)
        page_chart(sheet->page, &scale);
    else
        page_say(sheet->page, 0,
                 "A adopted, V vetoed, F failed, N not put, * several in one place. Outcomes "
                 "that never happen are left out.");
}

/* Exact points need no word. */
static void add_method(const struct sheet *sheet) {
    const struct sweep_chart *chart = sheet->chart;
    if (chart->drawn > 0)
        page_say(sheet->page, 0, "By Monte Carlo, %llu trial%s a point: %zu of %zu point%s.",
                 (unsigned long long)chart->trials, text_plural(chart->trials), chart->drawn,
                 sheet->points, text_plural(sheet->points));
}

/* Not of a draft that never comes to a vote. */
static void add_sweep_draft(const struct sheet *sheet, size_t draft, bool map) {
    const struct veto_draft *about = &sheet->chart->scenario->drafts[draft];
    bool put = false;
    for (size_t i = 0; i < sheet->points; i++)
        put = put || chance(sheet, i, draft, VETO_NOT_PUT) < 1;
    if (!put)
        return;
    page_section(sheet->page, "%s", words_capital(sheet->arena, words_named(sheet->arena, about)));
    (map ? add_map : add_lines)(sheet, draft);
}

static void build_sweep_page(struct page *page, const void *context) {
    const struct sweep_chart *chart = context;
    bool map = chart->axis_count > 1;
    struct sheet sheet = {page, page->arena, chart, chart->across * chart->down, {0}, {0}};
    size_t top = page->count;
    sheet.x = lay_axis(&sheet, chart->axis_count - 1, chart->across);
    sheet.y = map ? lay_axis(&sheet, 0, chart->down) : (struct page_chart_axis){.name = "Chance"};
    page_titlef(page, "Sweep: %s", chart->scenario->title);
    page->blocks[top].role = ROLE_PLAIN;
    add_sweep_legend(&sheet, map);
    add_method(&sheet);
    for (size_t draft = 0; draft < chart->scenario->draft_count; draft++)
        add_sweep_draft(&sheet, draft, map);
}

const struct report report_sweep_chart = {.page = build_sweep_page};
