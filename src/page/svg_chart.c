/* Charts as drawings: what is to be told apart differs in dashes, letters and shades. */
#include <math.h>

#include "base/arena.h"
#include "page/html.h"
#include "page/plot.h"

enum {
    LEFT = 38,
    RIGHT = SVG_WIDE - 8,
    TOP = 22,      /* room for the name of what goes upwards */
    HEIGHT = 150,  /* of lines */
    LINE = 14,     /* from one line of words to the next */
    TICKS = 4,     /* steps of the scale */
    LETTERED = 12, /* points, each with its letter; of more, ... */
    LETTERS = 5,   /* ... so many of each line have it */
    CLOSE = 10,    /* letters so near each other stand side by side */
    NUMBERED = 25, /* units of a cell that has room for its number */
    LABELS = 6,    /* of a range, at most so many */
};

struct plot {
    struct html *html;
    const struct page_chart *chart;
    double left, right, top, bottom; /* of what is drawn */
    double half;                     /* from an end to the first point */
    struct plot_label *labels;       /* of what goes across */
    size_t label_count;
    double end; /* how far down it goes */
};

static double x_of(const struct plot *plot, size_t point) {
    double wide = plot->right - plot->left - 2 * plot->half;
    size_t steps = plot->chart->x.count - 1;
    if (steps == 0)
        return (plot->left + plot->right) / 2;
    return plot->left + plot->half + wide * (double)point / (double)steps;
}

static const char *number(const struct plot *plot, double value) {
    if (plot->chart->chances)
        return arena_printf(plot->html->arena, "%ld%%", lround(100 * value));
    return arena_printf(plot->html->arena, "%.4g", value);
}

/* ---- what stands below ---- */

/* How many labels of a range there are, at even distances: the most that divide it evenly. */
static size_t label_count(const struct page_chart_axis *axis) {
    if (axis->listed || axis->count < 3)
        return axis->count;
    for (size_t labels = LABELS; labels > 2; labels--)
        if (labels <= axis->count && (axis->count - 1) % (labels - 1) == 0)
            return labels;
    return 2;
}

static void open_chart(struct plot *plot) {
    fputs("<figure class=\"chart\">\n", plot->html->file);
    svg_open(plot->html, plot->chart->title, plot->chart->alternative, plot->end + 5);
    if (plot->chart->y.name)
        svg_words(plot->html, "strong start", 0, 11, plot->chart->y.name);
}

/* The same when the points across have their places: the first tag has to know how far down what
 * they are called goes, which close_labelled writes. */
static void open_labelled(struct plot *plot) {
    const struct page_chart_axis *axis = &plot->chart->x;
    size_t count = plot->label_count = label_count(axis);
    plot->labels = arena_array(plot->html->arena, struct plot_label, count);
    for (size_t i = 0; i < count; i++) {
        size_t point = plot_point(axis->count, i, count);
        double wide = svg_width(axis->labels[point]), start = x_of(plot, point) - wide / 2;
        double most = SVG_WIDE - wide;
        start = start > most ? most : start;
        plot->labels[i] = (struct plot_label){axis->labels[point], (size_t)(start < 0 ? 0 : start),
                                              (size_t)wide, 0};
    }
    size_t lines = plot_stack(plot->labels, count, 6, PLOT_STACK);
    plot->end = plot->bottom + (double)(lines + 1) * LINE + 2;
    open_chart(plot);
}

static void close_labelled(const struct plot *plot) {
    for (size_t i = 0; i < plot->label_count; i++) {
        const struct plot_label *label = &plot->labels[i];
        if (label->line < PLOT_STACK)
            svg_words(plot->html, "", (double)label->start + (double)label->width / 2,
                      plot->bottom + (double)(label->line + 1) * LINE, label->text);
    }
    svg_words(plot->html, "strong", SVG_WIDE / 2.0, plot->end,
              plot->chart->x.name ? plot->chart->x.name : "");
    fputs("</svg>\n", plot->html->file);
}

/* ---- lines ---- */

static double y_of(const struct plot *plot, double value) {
    return plot->bottom - (plot->bottom - plot->top) * plot_share(plot->chart, value);
}

/* The points where a line has its letter; of many points, those of another line lie between. */
static size_t lettered_point(const struct plot *plot, size_t series, size_t letter) {
    size_t count = plot->chart->x.count, lines = plot->chart->series_count;
    if (count <= LETTERED)
        return letter;
    double along = ((double)letter + ((double)series + 0.5) / (double)lines) / LETTERS;
    return (size_t)(along * (double)(count - 1) + 0.5);
}

/* Beside the letters of other lines that pass there, and not beyond the end. */
static void put_letter(const struct plot *plot, size_t index, size_t point) {
    const struct page_chart *chart = plot->chart;
    double y = y_of(plot, chart->series[index].values[point]);
    unsigned beside = 0;
    for (size_t i = 0; i < index && chart->x.count <= LETTERED; i++)
        beside += fabs(y_of(plot, chart->series[i].values[point]) - y) < CLOSE;
    svg_words(plot->html,
              arena_printf(plot->html->arena, "letter %s", html_class(chart->series[index].role)),
              x_of(plot, point) + (point + 1 < chart->x.count ? 1 : -1) * CLOSE * (double)beside,
              y + 4, arena_printf(plot->html->arena, "%c", chart->series[index].mark));
}

static void put_legend(const struct plot *plot) {
    const struct page_chart *chart = plot->chart;
    struct arena *arena = plot->html->arena;
    fputs("<figcaption>\n", plot->html->file);
    for (size_t i = 0; i < chart->series_count; i++) {
        const struct page_chart_series *series = &chart->series[i];
        const char *class = html_class(series->role), *line = "";
        if (chart->kind == CHART_LINES)
            line = arena_printf(arena,
                                "<svg viewBox=\"0 0 32 12\" aria-hidden=\"true\"><path "
                                "class=\"line %s d%zu\" d=\"M0 6h32\"/></svg> ",
                                class, i % 4);
        svg_key(plot->html, line, class, arena_printf(arena, "%c", series->mark), series->name);
    }
    fputs("</figcaption>\n", plot->html->file);
}

static void put_lines(struct plot *plot) {
    const struct page_chart *chart = plot->chart;
    FILE *file = plot->html->file;
    size_t letters = chart->x.count <= LETTERED ? chart->x.count : LETTERS;
    plot->bottom = TOP + HEIGHT;
    plot->half = chart->x.listed ? 20 : 4;
    open_labelled(plot);
    for (int i = 0; i <= TICKS; i++) {
        double value = chart->most * i / TICKS, y = y_of(plot, value);
        fprintf(file, "<path class=\"track\" d=\"M%.1f %.1fH%.1f\"/>", plot->left, y, plot->right);
        svg_words(plot->html, "end", plot->left - 5, y + 4, number(plot, value));
    }
    for (size_t i = 0; i < chart->series_count; i++) {
        const struct page_chart_series *series = &chart->series[i];
        fprintf(file, "<polyline class=\"line %s d%zu\" points=\"", html_class(series->role),
                i % 4);
        for (size_t j = 0; j < chart->x.count; j++)
            fprintf(file, "%s%.1f,%.1f", j > 0 ? " " : "", x_of(plot, j),
                    y_of(plot, series->values[j]));
        fputs("\"/>\n", file);
    }
    for (size_t i = 0; i < chart->series_count; i++)
        for (size_t letter = 0; letter < letters; letter++)
            put_letter(plot, i, lettered_point(plot, i, letter));
    close_labelled(plot);
    put_legend(plot);
}

/* ---- maps ---- */

/* Units that the widest of some texts takes, up to a third of the drawing. */
static double chart_widest_of(const char *const *texts, size_t count) {
    double widest = 0, most = SVG_WIDE / 3.0;
    for (size_t i = 0; i < count; i++) {
        double width = svg_width(texts[i]);
        widest = width > widest ? width : widest;
    }
    return widest < most ? widest : most;
}

static void put_chart_cell(const struct plot *plot, size_t row, size_t column, double wide,
                           double high) {
    const struct page_chart *chart = plot->chart;
    double value = chart->series[0].values[row * chart->x.count + column];
    double x = plot->left + wide * (double)column, y = plot->bottom - high * (double)(row + 1);
    unsigned shade = plot_shade(plot_share(chart, value));
    if (value < 0) {
        svg_words(plot->html, "dim", x + wide / 2, y + high / 2 + 4, "\u2013");
        return;
    }
    fprintf(plot->html->file,
            "<rect class=\"shade s%u\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
            shade, x, y, wide, high);
    if (wide >= NUMBERED)
        svg_squeezed(plot->html, shade > 2 ? "on" : "", x + wide / 2, y + high / 2 + 4, wide - 2,
                     number(plot, value));
}

/* Upwards, as the values grow. */
static void put_map(struct plot *plot) {
    const struct page_chart *chart = plot->chart;
    plot->left = chart_widest_of(chart->y.labels, chart->y.count) + 6;
    double wide = (plot->right - plot->left) / (double)chart->x.count;
    double high = wide < 13 ? 13 : wide > 24 ? 24 : wide;
    plot->bottom = plot->top + high * (double)chart->y.count;
    plot->half = wide / 2;
    open_labelled(plot);
    for (size_t row = 0; row < chart->y.count; row++) {
        svg_squeezed(plot->html, "end", plot->left - 5,
                     plot->bottom - high * ((double)row + 0.5) + 4, plot->left - 6,
                     chart->y.labels[row]);
        for (size_t column = 0; column < chart->x.count; column++)
            put_chart_cell(plot, row, column, wide, high);
        putc('\n', plot->html->file);
    }
    fprintf(plot->html->file,
            "<rect class=\"track\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>\n",
            plot->left, plot->top, plot->right - plot->left, plot->bottom - plot->top);
    close_labelled(plot);
}

static void put_shades(const struct html *html) {
    fputs("<p class=\"shades\">Shades:\n", html->file);
    for (unsigned i = 0; i < PLOT_SHADES; i++) {
        fprintf(html->file,
                "<span class=\"key\"><svg viewBox=\"0 0 32 20\" aria-hidden=\"true\"><rect "
                "class=\"shade s%u\" width=\"32\" height=\"20\"/></svg> ",
                i);
        html_text(html, plot_shade_name(html->arena, i), " ");
        fputs("</span>\n", html->file);
    }
    fputs("</p>\n", html->file);
}

/* ---- bars ---- */

enum { BEHIND = 6 }; /* units from a bar to its number */

/* A label, and below it a bar for each series with its number behind it. */
static double put_chart_bar(const struct plot *plot, size_t point, double y, double number) {
    const struct page_chart *chart = plot->chart;
    double left = chart->series_count > 1 ? LINE : 0;
    double room = RIGHT - left - BEHIND - number;
    svg_words(plot->html, "start", 0, y + 11, chart->x.labels[point]);
    y += LINE + 1;
    for (size_t i = 0; i < chart->series_count; i++) {
        const struct page_chart_series *series = &chart->series[i];
        if (!plot_has_bar(chart, i, point))
            continue;
        double share = plot_share(chart, series->values[point]), wide = share * room;
        wide = share > 0 && wide < 1 ? 1 : wide;
        if (chart->series_count > 1)
            svg_words(plot->html, "start strong", 0, y + 9,
                      arena_printf(plot->html->arena, "%c", series->mark));
        if (share > 0)
            fprintf(plot->html->file,
                    "<rect class=\"box %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"9\"/>",
                    html_class(series->role), left + 0.5, y, wide);
        svg_squeezed(plot->html, "start strong", left + wide + BEHIND, y + 9, number,
                     series->texts[point]);
        y += LINE;
    }
    return y + 4;
}

static void put_bars(struct plot *plot) {
    const struct page_chart *chart = plot->chart;
    double y = plot->end = chart->y.name ? TOP : 0, number = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        number = fmax(number, chart_widest_of(chart->series[i].texts, chart->x.count));
    for (size_t i = 0; i < chart->x.count; i++) {
        plot->end += LINE + 5;
        for (size_t j = 0; j < chart->series_count; j++)
            plot->end += plot_has_bar(chart, j, i) ? LINE : 0;
    }
    open_chart(plot);
    for (size_t i = 0; i < chart->x.count; i++)
        y = put_chart_bar(plot, i, y, 1.2 * number); /* bold ones are wider than other words */
    fputs("</svg>\n", plot->html->file);
    if (chart->series_count > 1)
        put_legend(plot);
}

/* ---- the chart ---- */

void svg_chart(struct html *html, const struct page_chart *chart) {
    struct plot plot = {
        .html = html, .chart = chart, .left = LEFT, .right = RIGHT, .top = TOP, .bottom = TOP};
    if (chart->kind == CHART_SCALE)
        put_shades(html);
    if (chart->kind == CHART_SCALE || chart->x.count == 0)
        return;
    if (chart->kind == CHART_LINES)
        put_lines(&plot);
    else if (chart->kind == CHART_MAP)
        put_map(&plot);
    else
        put_bars(&plot);
    fputs("</figure>\n", html->file);
}

/* ---- bars ---- */

void svg_bar(const struct html *html, enum role role, double value, double most) {
    double width = most > 0 ? value / most * 100 : 0;
    if (value > 0)
        fprintf(html->file,
                "<svg viewBox=\"0 0 101 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                "<rect class=\"box %s\" x=\"0.5\" y=\"0.5\" width=\"%.2f\" height=\"9\"/></svg>",
                html_class(role), width < 0.4 ? 0.4 : width);
}
