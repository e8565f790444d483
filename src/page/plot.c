#include "page/plot.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "page/layout.h"

enum { GUTTER = 6, LINES = 10, STEP = 6, MOST_ROWS = 26, GAP = 2, SIGN = 4 };

/* ---- what all drawings share ---- */

size_t plot_point(size_t points, size_t place, size_t places) {
    return places < 2 ? 0 : (place * (points - 1) + (places - 1) / 2) / (places - 1);
}

double plot_share(const struct page_chart *chart, double value) {
    double share = chart->most > 0 ? value / chart->most : 0;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

bool plot_has_bar(const struct page_chart *chart, size_t series, size_t point) {
    bool any = false;
    for (size_t i = 0; i < chart->series_count; i++)
        any = any || chart->series[i].values[point] > 0;
    return !any || chart->series[series].values[point] > 0;
}

unsigned plot_shade(double share) {
    int shade = (int)(share * PLOT_SHADES);
    return shade < 0 ? 0 : shade >= PLOT_SHADES ? PLOT_SHADES - 1 : (unsigned)shade;
}

const char *plot_shade_name(struct arena *arena, unsigned shade) {
    enum { HUNDRED = 100 };
    return arena_printf(arena, "%s %u%%", shade ? "from" : "below",
                        (shade ? shade : 1) * HUNDRED / PLOT_SHADES);
}

size_t plot_stack(struct plot_label *labels, size_t count, size_t gap, size_t lines) {
    size_t ends[PLOT_STACK] = {0}, used = 0;
    for (size_t i = 0; i < count; i++) {
        size_t line = 0;
        while (line < lines && ends[line] > 0 && labels[i].start < ends[line] + gap)
            line++;
        labels[i].line = line < lines ? line : PLOT_STACK;
        if (line == lines)
            continue;
        ends[line] = labels[i].start + labels[i].width;
        used = line + 1 > used ? line + 1 : used;
    }
    return used;
}

/* ---- a chart in columns of a terminal ---- */

struct plot {
    struct layout *layout;
    const struct page_chart *chart;
    size_t across, down; /* points that are drawn */
    size_t gutter;       /* columns before the axis */
    size_t step;         /* columns from point to point */
    size_t width;        /* columns that are drawn behind the axis */
};

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static size_t widest_of(const struct layout *layout, const char *const *texts, size_t count) {
    size_t widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = larger(widest, text_width(layout_flat(layout, texts[i])));
    return widest;
}

static const char *label_at(const struct plot *plot, const struct page_chart_axis *axis,
                            size_t place, size_t places) {
    return layout_flat(plot->layout, axis->labels[plot_point(axis->count, place, places)]);
}

/* Columns from point to point: more where there are few, and as many as a list has labels wide. */
static size_t step_for(const struct plot *plot, size_t usual) {
    const struct page_chart_axis *x = &plot->chart->x;
    size_t wide = x->listed ? widest_of(plot->layout, x->labels, x->count) + GAP : 0;
    size_t columns = plot->layout->columns, taken = plot->gutter + 1;
    size_t room = columns > taken ? (columns - taken) / plot->across : 1;
    return larger(smaller(larger(usual, wide), room), 1);
}

/* ---- labels ---- */

/* Of a list, each where its point is; of a range, the first value and the last, flush with the ends
 * of what is drawn. */
static void lay_labels(const struct plot *plot) {
    const struct page_chart_axis *x = &plot->chart->x;
    struct layout *layout = plot->layout;
    size_t count = x->listed ? plot->across : smaller(plot->across, 2), first = plot->gutter + 1;
    struct plot_label *labels = arena_array(layout->arena, struct plot_label, count);
    for (size_t i = 0; i < count; i++) {
        const char *text = labels[i].text = label_at(plot, x, i, count);
        size_t width = labels[i].width = text_width(text);
        if (x->listed)
            labels[i].start =
                smaller(first + i * plot->step, larger(layout->columns, width) - width);
        else if (i == 0)
            labels[i].start = first;
        else
            labels[i].start =
                larger(first + larger(plot->width, width) - width, first + labels[0].width + 1);
    }
    size_t lines = plot_stack(labels, count, 1, PLOT_STACK);
    for (size_t line = 0; line < lines; line++) {
        layout_line(layout);
        for (size_t i = 0; i < count; i++)
            if (labels[i].line == line)
                layout_run(layout, labels[i].start, ROLE_PLAIN, labels[i].text);
    }
    if (x->name)
        layout_text(layout, ROLE_PLAIN, first, first, layout_flat(layout, x->name));
}

/* ---- lines ---- */

static double value_at(const struct plot *plot, size_t series, size_t place) {
    size_t point = plot_point(plot->chart->x.count, place, plot->across);
    return plot->chart->series[series].values[point];
}

/* What stands in a cell: the mark of the series that passes there, or * for several. One that never
 * happens is left out. */
static char mark_at(const struct plot *plot, size_t place, long line) {
    const struct page_chart *chart = plot->chart;
    char mark = ' ';
    for (size_t i = 0; i < chart->series_count; i++) {
        bool ever = false;
        for (size_t j = 0; j < plot->across && !ever; j++)
            ever = value_at(plot, i, j) > 0;
        if (ever && lround(plot_share(chart, value_at(plot, i, place)) * LINES) == line)
            mark = mark == ' ' ? chart->series[i].mark : '*';
    }
    return mark;
}

static const char *tick(const struct plot *plot, long line) {
    enum { HUNDRED = 100 };
    double value = plot->chart->most * (double)line / LINES;
    int width = (int)plot->gutter - 1;
    if (plot->chart->chances)
        return arena_printf(plot->layout->arena, "%*ld%% |", width - 1, lround(value * HUNDRED));
    return arena_printf(plot->layout->arena, "%*.4g |", width, value);
}

static void lay_lines(struct plot *plot) {
    struct layout *layout = plot->layout;
    bool several = false;
    plot->step = step_for(plot, STEP);
    plot->width = (plot->across - 1) * plot->step + 1;
    if (plot->chart->y.name)
        layout_text(layout, ROLE_PLAIN, 0, 0, layout_flat(layout, plot->chart->y.name));
    for (long line = LINES; line >= 0; line--) {
        char *row = arena_alloc(layout->arena, plot->width + 1);
        size_t used = 0;
        memset(row, ' ', plot->width);
        for (size_t i = 0; i < plot->across; i++) {
            row[i * plot->step] = mark_at(plot, i, line);
            used = row[i * plot->step] == ' ' ? used : i * plot->step + 1;
            several = several || row[i * plot->step] == '*';
        }
        row[used] = '\0';
        layout_line(layout);
        layout_run(layout, 0, ROLE_PLAIN, tick(plot, line));
        layout_run(layout, plot->gutter + 1, ROLE_PLAIN, row);
    }
    lay_labels(plot);
    if (several)
        layout_text(layout, ROLE_PLAIN, 0, 0, "* several in one place");
}

/* ---- maps ---- */

static const char *sign_of(const struct layout *layout, unsigned shade) {
    static const char *const blocks[PLOT_SHADES] = {" ", "\u2591", "\u2592", "\u2593", "\u2588"};
    static const char *const plain[PLOT_SHADES] = {" ", ".", "+", "#", "@"};
    return (layout->ascii ? plain : blocks)[shade];
}

static void lay_row(const struct plot *plot, size_t down) {
    const struct page_chart *chart = plot->chart;
    struct layout *layout = plot->layout;
    const char *label =
        layout_short(layout, label_at(plot, &chart->y, down, plot->down), plot->gutter - 1);
    size_t y = plot_point(chart->y.count, down, plot->down);
    char *cells = arena_alloc(layout->arena, plot->width * SIGN + 2), *end = cells;
    for (size_t i = 0; i < plot->across; i++) {
        size_t x = plot_point(chart->x.count, i, plot->across);
        double value = chart->series[0].values[y * chart->x.count + x];
        const char *sign = value < 0 ? "-" : sign_of(layout, plot_shade(plot_share(chart, value)));
        for (size_t j = 0; j < plot->step; j++, end += strlen(sign))
            memcpy(end, sign, strlen(sign));
    }
    *end = '|';
    layout_line(layout);
    layout_run(layout, plot->gutter - 1 - text_width(label), ROLE_PLAIN, label);
    layout_run(layout, plot->gutter, ROLE_PLAIN, "|");
    layout_run(layout, plot->gutter + 1, ROLE_PLAIN, cells);
}

/* Upwards, as the values grow. */
static void lay_map(struct plot *plot) {
    plot->step = step_for(plot, 2);
    plot->width = plot->across * plot->step;
    for (size_t row = plot->down; row-- > 0;)
        lay_row(plot, row);
    lay_labels(plot);
}

static void lay_scale(struct layout *layout) {
    char *text = arena_copy(layout->arena, "Shades:", strlen("Shades:"));
    for (unsigned i = 0; i < PLOT_SHADES; i++) {
        const char *sign = sign_of(layout, i);
        text = arena_printf(layout->arena, "%s [%s%s] %s", text, sign, sign,
                            plot_shade_name(layout->arena, i));
    }
    layout_text(layout, ROLE_PLAIN, 0, 0, text);
}

/* ---- bars ---- */

static void lay_bar(const struct plot *plot, const struct page_chart_series *series, size_t point,
                    size_t room) {
    struct layout *layout = plot->layout;
    size_t signs = layout_bar(series->values[point], plot->chart->most, room), at = plot->gutter;
    if (plot->chart->series_count > 1)
        layout_run(layout, at - GAP, ROLE_PLAIN, arena_printf(layout->arena, "%c", series->mark));
    layout_signs(layout, at, series->role, signs);
    layout_run(layout, at + signs + (signs > 0), ROLE_PLAIN,
               layout_flat(layout, series->texts[point]));
}

static void lay_bars(struct plot *plot) {
    const struct page_chart *chart = plot->chart;
    size_t numbers = 0, columns = plot->layout->columns;
    size_t label = widest_of(plot->layout, chart->x.labels, chart->x.count);
    for (size_t i = 0; i < chart->series_count; i++)
        numbers = larger(numbers, widest_of(plot->layout, chart->series[i].texts, chart->x.count));
    label = smaller(label, columns / 2);
    plot->gutter = label + GAP + (chart->series_count > 1 ? GAP : 0);
    size_t taken = plot->gutter + 1 + numbers,
           room = columns > taken + STEP ? columns - taken : STEP;
    for (size_t point = 0; point < chart->x.count; point++) {
        const char *text = layout_short(plot->layout, chart->x.labels[point], label);
        for (size_t i = 0; i < chart->series_count; i++) {
            if (!plot_has_bar(chart, i, point))
                continue;
            layout_line(plot->layout);
            layout_run(plot->layout, 0, ROLE_PLAIN, text);
            lay_bar(plot, &chart->series[i], point, room);
            text = "";
        }
    }
}

/* ---- the chart ---- */

void layout_chart(struct layout *layout, const struct page_chart *chart) {
    struct plot plot = {.layout = layout, .chart = chart, .gutter = GUTTER};
    bool map = chart->kind == CHART_MAP;
    size_t columns = layout->columns;
    if (chart->kind == CHART_SCALE)
        lay_scale(layout);
    else if (chart->kind == CHART_BARS)
        lay_bars(&plot);
    if (chart->kind == CHART_SCALE || chart->kind == CHART_BARS || chart->x.count == 0)
        return;
    if (map) {
        size_t widest = widest_of(layout, chart->y.labels, chart->y.count);
        plot.gutter = larger(GUTTER, smaller(widest + 1, columns / 3));
    }
    columns = columns > 2 * plot.gutter ? columns - plot.gutter - 2 : plot.gutter;
    plot.across = smaller(chart->x.count, map ? columns / 2 : columns);
    plot.down = smaller(chart->y.count, MOST_ROWS);
    (map ? lay_map : lay_lines)(&plot);
}
