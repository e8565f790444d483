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

static const char outcome_marks[VETO_OUTCOMES] = {
    [VETO_ADOPTED] = 'A', [VETO_VETOED] = 'V', [VETO_FAILED] = 'F', [VETO_NOT_PUT] = 'N'};

static bool happens(const struct sheet *sheet, size_t draft, size_t outcome) {
    for (size_t i = 0; i < sheet->points; i++)
        if (chance(sheet, i, draft, outcome) > 0)
            return true;
    return false;
}

static bool is_ever_put(const struct sheet *sheet, size_t draft) {
    return happens(sheet, draft, VETO_ADOPTED) || happens(sheet, draft, VETO_VETOED) ||
           happens(sheet, draft, VETO_FAILED);
}

/* What the marks are that are drawn: "A adopted, V vetoed." */
static void add_marks(const struct sheet *sheet) {
    const char *says = "";
    for (size_t i = 0; i < VETO_OUTCOMES; i++) {
        bool drawn = false;
        for (size_t draft = 0; draft < sheet->chart->scenario->draft_count; draft++)
            drawn = drawn || (is_ever_put(sheet, draft) && happens(sheet, draft, i));
        if (drawn)
            says = arena_printf(sheet->arena, "%s%s%c %s", says, *says ? ", " : "",
                                outcome_marks[i], words_outcome((enum veto_outcome)i));
    }
    if (*says)
        page_say(sheet->page, 0, "%s. Outcomes that never happen are left out.", says);
}

/* The outcomes that ever happen; of a map, the one that varies most. */
static size_t lay_series(const struct sheet *sheet, size_t draft, bool map,
                         struct page_chart_series *series) {
    double best = -1;
    size_t count = 0;
    for (size_t i = 0; i < VETO_OUTCOMES; i++) {
        double *values = arena_array(sheet->arena, double, sheet->points), least = 1, most = 0;
        for (size_t point = 0; point < sheet->points; point++) {
            double p = values[point] = chance(sheet, point, draft, i);
            least = p < least ? p : least;
            most = p > most ? p : most;
        }
        if (map ? most - least <= best : most <= 0)
            continue;
        best = most - least;
        count = map ? 1 : count + 1;
        series[count - 1] = (struct page_chart_series){
            .name = words_outcome((enum veto_outcome)i),
            .role = role_of_outcome((enum veto_outcome)i),
            .mark = outcome_marks[i],
            .values = values,
        };
    }
    return count;
}

static const char *range_of(const struct sheet *sheet, const struct page_chart_axis *axis) {
    return arena_printf(sheet->arena, "%s from %s to %s", axis->name, axis->labels[0],
                        axis->labels[axis->count - 1]);
}

static const char *lines_say(const struct sheet *sheet, const struct page_chart_series *series,
                             size_t count) {
    const char *says = range_of(sheet, &sheet->x);
    for (size_t i = 0; i < count; i++)
        says = arena_printf(sheet->arena, "%s%s %s, %s to %s", says, i > 0 ? ";" : ":",
                            series[i].name, words_chance(sheet->arena, series[i].values[0]),
                            words_chance(sheet->arena, series[i].values[sheet->points - 1]));
    return arena_printf(sheet->arena, "%s.", says);
}

static void add_sweep_chart(const struct sheet *sheet, const struct veto_draft *draft, bool map,
                            const struct page_chart_series *series, size_t count) {
    struct page_chart chart = {
        .kind = map ? CHART_MAP : CHART_LINES,
        .title = arena_printf(sheet->arena, "Chances of %s", words_named(sheet->arena, draft)),
        .x = sheet->x,
        .y = sheet->y,
        .series = series,
        .series_count = count,
        .most = 1,
        .chances = true,
    };
    if (map) {
        page_say(sheet->page, 0, "Chance of: %s. Down: %s.", series->name, sheet->y.name);
        chart.alternative =
            arena_printf(sheet->arena, "How likely it is to be %s. Across, %s; upwards, %s.",
                         series->name, range_of(sheet, &sheet->x), range_of(sheet, &sheet->y));
    } else {
        chart.alternative = lines_say(sheet, series, count);
    }
    page_chart(sheet->page, &chart);
}

static void add_sweep_draft(const struct sheet *sheet, size_t draft, bool map) {
    const struct veto_draft *about = &sheet->chart->scenario->drafts[draft];
    const char *name = words_capital(sheet->arena, words_named(sheet->arena, about));
    struct page_chart_series *series =
        arena_array(sheet->arena, struct page_chart_series, VETO_OUTCOMES);
    if (!is_ever_put(sheet, draft)) {
        page_gap(sheet->page);
        page_note(sheet->page, ROLE_NOTE,
                  arena_printf(sheet->arena, "%s is not put to the vote.", name));
        return;
    }
    page_section(sheet->page, "%s", name);
    add_sweep_chart(sheet, about, map, series, lay_series(sheet, draft, map, series));
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
    if (map)
        page_chart(page, &(struct page_chart){.kind = CHART_SCALE});
    else
        add_marks(&sheet);
    if (chart->drawn > 0) /* exact points need no word */
        page_say(page, 0, "By Monte Carlo, %llu trial%s a point: %zu of %zu point%s.",
                 (unsigned long long)chart->trials, text_plural(chart->trials), chart->drawn,
                 sheet.points, text_plural(sheet.points));
    for (size_t draft = 0; draft < chart->scenario->draft_count; draft++)
        add_sweep_draft(&sheet, draft, map);
}

const struct report report_sweep_chart = {.page = build_sweep_page};
