/* Sweeps as charts: what is to be told apart differs in its marks, not only in colour. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/sweep.h"
#include "words/words.h"

enum { COLUMNS = 80, GUTTER = 6, LINES = 10, MOST_ROWS = 26, SHADES = 5 };

struct chart {
    struct arena arena;
    struct prose prose;
    const struct veto_scenario *scenario;
    const struct veto_axis *axes;
    size_t rows, columns; /* points drawn; one row for a line */
    double *chances;      /* VETO_OUTCOMES a draft, of each of them */
    size_t drawn;         /* by Monte Carlo, so many of them */
    uint64_t trials;      /* each */
    sweep_find *find;
    void *context;
    enum veto_status status;
};

static double chance(const struct chart *chart, size_t row, size_t column, size_t draft,
                     unsigned outcome) {
    size_t drafts = chart->scenario->draft_count;
    return chart
        ->chances[((row * chart->columns + column) * drafts + draft) * VETO_OUTCOMES + outcome];
}

static void say(struct chart *chart, size_t indent, const char *text) {
    prose_paragraph(&chart->prose, INK_PLAIN, indent, indent, text);
}

/* ---- what is drawn ---- */

/* The value of an axis that the i-th of so many places stands for: the first, the last and those
 * between at even distances. */
static size_t value_at(const struct veto_axis *axis, size_t i, size_t places) {
    return places < 2 ? 0 : (i * (axis->count - 1) + (places - 1) / 2) / (places - 1);
}

static void find_all(struct chart *chart, bool map) {
    size_t drafts = chart->scenario->draft_count, cell = drafts * VETO_OUTCOMES;
    const struct veto_axis *across = &chart->axes[map ? 1 : 0];
    chart->chances = arena_array(&chart->arena, double, chart->rows * chart->columns * cell);
    for (size_t i = 0; i < chart->rows * chart->columns && chart->status == VETO_OK; i++) {
        size_t point = value_at(across, i % chart->columns, chart->columns);
        if (map)
            point += value_at(&chart->axes[0], i / chart->columns, chart->rows) * across->count;
        struct veto_sweep_point found = {.chances = chart->chances + i * cell};
        chart->status = chart->find(chart->context, point, &found);
        chart->drawn += chart->status == VETO_OK && found.method == VETO_MONTE_CARLO;
        chart->trials = found.trials > chart->trials ? found.trials : chart->trials;
    }
}

/* How far an outcome of a draft varies; 0 where it never does. */
static double spread(const struct chart *chart, size_t draft, unsigned outcome, double *most) {
    double least = 1;
    *most = 0;
    for (size_t i = 0; i < chart->rows * chart->columns; i++) {
        double p = chance(chart, i / chart->columns, i % chart->columns, draft, outcome);
        least = p < least ? p : least;
        *most = p > *most ? p : *most;
    }
    return *most - least;
}

static void write_heading(struct chart *chart, size_t draft) {
    prose_blank(&chart->prose);
    prose_heading(
        &chart->prose,
        words_capital(&chart->arena, words_named(&chart->arena, &chart->scenario->drafts[draft])),
        '-');
}

/* The first and the last value below what is drawn, `width` columns wide. */
static void write_ends(struct chart *chart, const struct veto_axis *axis, size_t width) {
    const char *first = axis->values[0], *last = axis->values[axis->count - 1];
    size_t used = text_width(first) + text_width(last);
    fprintf(chart->prose.file, "%*s%s", GUTTER + 1, "", first);
    if (axis->count > 1)
        fprintf(chart->prose.file, "%*s%s", used < width ? (int)(width - used) : 1, "", last);
    fputc('\n', chart->prose.file);
    say(chart, GUTTER + 1, axis->path);
}

/* ---- lines ---- */

static const char marks[VETO_OUTCOMES] = {
    [VETO_ADOPTED] = 'A', [VETO_VETOED] = 'V', [VETO_FAILED] = 'F', [VETO_NOT_PUT] = 'N'};

/* What stands in a cell: the mark of the outcome that passes there, or * for several. */
static char mark_at(const struct chart *chart, size_t draft, size_t column, long line) {
    char mark = ' ';
    for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
        double most;
        spread(chart, draft, i, &most);
        if (most > 0 && lround(chance(chart, 0, column, draft, i) * LINES) == line)
            mark = mark == ' ' ? marks[i] : '*';
    }
    return mark;
}

static void write_lines(struct chart *chart, size_t draft) {
    size_t gap = chart->prose.columns > GUTTER + 1
                     ? (chart->prose.columns - GUTTER - 1) / chart->columns
                     : 1;
    gap = gap < 1 ? 1 : gap > 6 ? 6 : gap;
    write_heading(chart, draft);
    for (long line = LINES; line >= 0; line--) {
        size_t blank = 0;
        fprintf(chart->prose.file, "%4ld%% |", line * 100 / LINES);
        for (size_t column = 0; column < chart->columns; column++) {
            char mark = mark_at(chart, draft, column, line);
            if (mark != ' ')
                fprintf(chart->prose.file, "%*s%c", (int)blank, "", mark);
            blank = mark == ' ' ? blank + gap : gap - 1;
        }
        fputc('\n', chart->prose.file);
    }
    write_ends(chart, &chart->axes[0], (chart->columns - 1) * gap + 1);
}

/* ---- maps ---- */

static const char *shade(const struct chart *chart, double p) {
    static const char *const blocks[SHADES] = {"  ", "\u2591\u2591", "\u2592\u2592", "\u2593\u2593",
                                               "\u2588\u2588"};
    static const char *const plain[SHADES] = {"  ", "..", "++", "##", "@@"};
    int level = (int)(p * SHADES);
    level = level < 0 ? 0 : level >= SHADES ? SHADES - 1 : level;
    return (chart->prose.ascii ? plain : blocks)[level];
}

/* The outcome that varies most. */
static unsigned liveliest(const struct chart *chart, size_t draft) {
    unsigned best = 0;
    double most, best_spread = -1;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
        double here = spread(chart, draft, i, &most);
        if (here > best_spread) {
            best_spread = here;
            best = i;
        }
    }
    return best;
}

static void write_map(struct chart *chart, size_t draft) {
    unsigned outcome = liveliest(chart, draft);
    struct arena *arena = &chart->arena;
    write_heading(chart, draft);
    say(chart, 0,
        arena_printf(arena, "Chance of: %s. Down: %s.", words_outcome((enum veto_outcome)outcome),
                     chart->axes[0].path));
    for (size_t row = chart->rows; row-- > 0;) {
        const char *value = chart->axes[0].values[value_at(&chart->axes[0], row, chart->rows)];
        int fit = (int)text_fit(value, strlen(value), GUTTER - 1);
        fprintf(chart->prose.file, "%*.*s |", GUTTER - 1, fit, value);
        for (size_t column = 0; column < chart->columns; column++)
            fputs(shade(chart, chance(chart, row, column, draft, outcome)), chart->prose.file);
        fputs("|\n", chart->prose.file);
    }
    write_ends(chart, &chart->axes[1], 2 * chart->columns);
}

static void write_legend(struct chart *chart, bool map) {
    if (!map) {
        say(chart, 0,
            "A adopted, V vetoed, F failed, N not put, * several in one place. Outcomes that never "
            "happen are left out.");
        return;
    }
    char *text = arena_copy(&chart->arena, "Shades:", 7);
    for (int i = 0; i < SHADES; i++)
        text = arena_printf(&chart->arena, "%s [%s] %s%d%%", text, shade(chart, (i + 0.5) / SHADES),
                            i ? "from " : "below ", i ? i * 100 / SHADES : 100 / SHADES);
    say(chart, 0, text);
}

/* ---- the whole ---- */

/* Exact points need no word. */
static void write_method(struct chart *chart) {
    if (chart->drawn > 0)
        say(chart, 0,
            arena_printf(&chart->arena, "By Monte Carlo, %llu trials a point: %zu of %zu points.",
                         (unsigned long long)chart->trials, chart->drawn,
                         chart->rows * chart->columns));
}

static void draw(struct chart *chart, bool map) {
    say(chart, 0, arena_printf(&chart->arena, "Sweep: %s", chart->scenario->title));
    write_legend(chart, map);
    write_method(chart);
    for (size_t draft = 0; draft < chart->scenario->draft_count; draft++) {
        bool put = false;
        for (size_t i = 0; i < chart->rows * chart->columns; i++)
            put = put ||
                  chance(chart, i / chart->columns, i % chart->columns, draft, VETO_NOT_PUT) < 1;
        if (put)
            (map ? write_map : write_lines)(chart, draft);
    }
}

struct drawing {
    struct chart chart;
    size_t axis_count;
};

static void work(void *context) {
    struct drawing *drawing = context;
    struct chart *chart = &drawing->chart;
    bool map = drawing->axis_count == 2;
    size_t columns = chart->prose.columns > 2 * GUTTER ? chart->prose.columns - GUTTER - 2 : GUTTER;
    size_t across = chart->axes[map ? 1 : 0].count, most = map ? columns / 2 : columns;
    chart->columns = across < most ? across : most;
    chart->rows = !map ? 1 : chart->axes[0].count < MOST_ROWS ? chart->axes[0].count : MOST_ROWS;
    find_all(chart, map);
    if (chart->status == VETO_OK)
        draw(chart, map);
}

enum veto_status report_sweep_chart(FILE *file, const struct veto_scenario *scenario,
                                    const struct veto_axis *axes, size_t axis_count,
                                    const struct text_options *options, sweep_find *find,
                                    void *context) {
    struct drawing drawing = {
        .chart = {.scenario = scenario, .axes = axes, .find = find, .context = context},
        .axis_count = axis_count,
    };
    struct chart *chart = &drawing.chart;
    chart->prose = (struct prose){
        .file = file,
        .arena = &chart->arena,
        .columns = options->columns ? options->columns : COLUMNS,
        .color = options->color,
        .ascii = options->ascii,
    };
    bool done = arenas_try(&chart->arena, NULL, work, &drawing);
    arena_free(&chart->arena);
    return done ? chart->status : VETO_SYSTEM;
}
