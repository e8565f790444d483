#include <pthread.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/steps.h"
#include "report/sweep.h"

/* How far it is: points are worked out by several threads. */
struct counting {
    pthread_mutex_t lock;
    struct progress progress;
    size_t done, points;
};

struct sweeping {
    const struct settings *settings;
    struct arena arena; /* holds the axes */
    struct veto_axis *axes;
    enum veto_status status; /* of reading them */
    const struct veto_sweep_request *request;
    struct veto_sweep *sweep;
    /* while it runs */
    FILE *rows_to;
    struct sweep_rows *rows;
    struct interrupt interrupt;
    struct counting *counting; /* NULL where the rows themselves are seen to come */
    bool begun;                /* the first rows are written */
    bool refused;              /* the file cannot be written, which has been said */
};

/* ---- how far it is ---- */

static void count_point(struct counting *counting) {
    if (!counting)
        return;
    pthread_mutex_lock(&counting->lock);
    if (++counting->done == counting->points)
        progress_end(&counting->progress);
    else
        progress_show(&counting->progress, "%zu of %zu points", counting->done, counting->points);
    pthread_mutex_unlock(&counting->lock);
}

static enum veto_status counted(struct sweeping *sweeping,
                                enum veto_status (*work)(struct sweeping *)) {
    struct counting counting = {.lock = PTHREAD_MUTEX_INITIALIZER};
    counting.points = veto_sweep_points(sweeping->axes, sweeping->settings->varied_count);
    progress_start(&counting.progress);
    sweeping->counting = &counting;
    enum veto_status status = work(sweeping);
    sweeping->counting = NULL;
    progress_end(&counting.progress);
    return status;
}

/* ---- rows ---- */

static size_t print(const void *context, size_t index, const struct veto_sweep_point *point,
                    char *bytes) {
    const struct sweeping *sweeping = context;
    size_t length = sweep_rows_print(sweeping->rows, index, point, bytes);
    count_point(sweeping->counting);
    return length;
}

/* The head comes with the first rows: where there are none, because of a mistake, nothing does. */
static bool take_line_of_sweep(void *context, const char *bytes, size_t length) {
    struct sweeping *sweeping = context;
    if (!sweeping->begun)
        fputs(sweeping->rows->head, sweeping->rows_to);
    sweeping->begun = true;
    return fwrite(bytes, 1, length, sweeping->rows_to) == length &&
           !interrupt_waits(&sweeping->interrupt);
}

static enum veto_status write_rows(struct sweeping *sweeping) {
    const struct settings *settings = sweeping->settings;
    struct veto_sweep_use use = {
        .threads = threads_for(settings),
        .print = print,
        .take = take_line_of_sweep,
        .context = sweeping,
    };
    sweeping->rows = sweep_rows_new(veto_sweep_scenario(sweeping->sweep), sweeping->request,
                                    settings->format == REPORT_JSON);
    if (!sweeping->rows)
        return VETO_SYSTEM;
    use.row_most = sweeping->rows->most;
    enum veto_status status = veto_sweep_run(sweeping->sweep, &use);
    sweep_rows_free(sweeping->rows);
    return status;
}

/* Ctrl-C leaves no temporary file behind, and then ends the program as always. */
static enum veto_status write_file(struct sweeping *sweeping) {
    const char *path = sweeping->settings->output;
    struct replacement replacement;
    enum veto_status status = VETO_SYSTEM;
    interrupt_hold(&sweeping->interrupt, true);
    replace_clean(path);
    bool open = replace_open(&replacement, path);
    sweeping->refused = !open;
    if (open) {
        sweeping->rows_to = replacement.file;
        status = write_rows(sweeping);
        if (interrupt_waits(&sweeping->interrupt))
            status = VETO_SYSTEM;
        else if (status == VETO_OK)
            sweeping->refused = !replace_commit(&replacement, true);
        replace_close(&replacement);
    }
    if (sweeping->refused)
        complain("cannot write %s: %s", path, replacement.why);
    interrupt_release(&sweeping->interrupt);
    return sweeping->refused ? VETO_SYSTEM : status;
}

/* ---- charts ---- */

static enum veto_status find_axis(void *context, size_t index, struct veto_sweep_point *point) {
    struct sweeping *sweeping = context;
    enum veto_status status = veto_sweep_at(sweeping->sweep, index, point);
    count_point(sweeping->counting);
    return status;
}

/* A page is the chart, which can be beside the rows only as text. */
static bool is_page(const struct settings *settings) {
    return settings->format == REPORT_HTML || settings->format == REPORT_MARKDOWN;
}

static enum veto_status draw_progress(struct sweeping *sweeping) {
    struct settings how = *sweeping->settings;
    struct sweep_chart chart = {
        .scenario = veto_sweep_scenario(sweeping->sweep),
        .axes = sweeping->axes,
        .axis_count = how.varied_count,
    };
    if (!is_page(&how)) { /* the rest is about the rows */
        how.format = REPORT_TEXT;
        how.output = NULL;
    }
    for (size_t i = 0; i < how.varied_count; i++)
        chart.listed[i] = vary_is_list(how.varied[i]);
    enum veto_status status = sweep_chart_find(&chart, find_axis, sweeping);
    if (status == VETO_OK)
        sweeping->refused = write_report(&how, &report_sweep_chart, &chart) != VETO_OK;
    sweep_chart_free(&chart);
    return status;
}

/* ---- the sweep ---- */

/* On a terminal, rows that come are enough to see. */
static enum veto_status run_sweep(struct sweeping *sweeping) {
    const struct settings *settings = sweeping->settings;
    enum veto_status status = VETO_OK;
    if (is_page(settings))
        return counted(sweeping, draw_progress);
    if (settings->output)
        status = counted(sweeping, write_file);
    else if (!settings->chart)
        status = isatty(STDOUT_FILENO) ? write_rows(sweeping) : counted(sweeping, write_rows);
    if (status == VETO_OK && settings->chart)
        status = counted(sweeping, draw_progress);
    return status;
}

/* A mistake at a point of the grid, or what is no mistake of the text. */
static void tell(struct sweeping *sweeping) {
    const struct veto_diagnostics *mistakes =
        sweeping->sweep ? veto_sweep_mistakes(sweeping->sweep) : NULL;
    if (mistakes && veto_diagnostics_count(mistakes) > 0)
        veto_diagnostics_print(mistakes, stderr, 100, false);
    else
        complain(sweeping->settings->method == VETO_SWEEP_EXACT
                     ? "not every point of the sweep has exact odds for the same drafts"
                     : "not every point of the sweep has odds for the same drafts");
}

static enum veto_status sweep(struct sweeping *sweeping, const struct veto_text *text,
                              struct veto_diagnostics *list) {
    const struct settings *settings = sweeping->settings;
    const struct veto_sweep_request request = {
        .text = text,
        .overrides = settings->overrides,
        .override_count = settings->override_count,
        .axes = sweeping->axes,
        .axis_count = settings->varied_count,
        .method = settings->method,
        .seed = settings->seed,
        .trials = settings->trials,
    };
    sweeping->request = &request;
    enum veto_status status = veto_sweep_new(&sweeping->sweep, list, &request);
    if (status == VETO_OK)
        status = run_sweep(sweeping);
    if (status == VETO_INPUT && veto_diagnostics_count(list) == 0)
        tell(sweeping);
    veto_sweep_free(sweeping->sweep);
    return sweeping->refused ? VETO_OK : status;
}

static bool asks_for_sweep(const struct settings *settings) {
    bool json = settings->format == REPORT_JSON;
    if (settings->varied_count == 0)
        complain(
            "'veto sweep' needs what to vary, as in '--vary members.RUS.veto_tendency=0:1:0.1'");
    else if (settings->method == VETO_SWEEP_EXACT && settings->trials)
        complain("option '--trials' goes with '--method monte-carlo'");
    else if ((settings->chart || is_page(settings)) && settings->varied_count > 2)
        complain("a chart shows one or two paths, not %zu", settings->varied_count);
    else if (settings->chart && !settings->output && (json || settings->format == REPORT_CSV))
        complain("'--chart' and '--%s' go together with '--output' only, which takes the rows",
                 json ? "json" : "csv");
    else
        return true;
    return false;
}

static void read_axes(void *context) {
    struct sweeping *sweeping = context;
    const struct settings *settings = sweeping->settings;
    sweeping->axes = arena_array(&sweeping->arena, struct veto_axis, settings->varied_count);
    sweeping->status = vary_read(settings, &sweeping->arena, sweeping->axes);
}

enum veto_status cmd_sweep(const struct settings *settings) {
    struct sweeping sweeping = {.settings = settings, .rows_to = settings->out};
    struct given given = {.name = NULL};
    if (!asks_for_sweep(settings))
        return VETO_USAGE;
    enum veto_status status =
        arenas_try(&sweeping.arena, NULL, read_axes, &sweeping) ? sweeping.status : out_of_memory();
    if (status == VETO_OK)
        status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK) {
        struct veto_diagnostics *list = veto_diagnostics_new();
        sweeping.settings = &given.settings;
        vary_drop_replaced(&given.settings, sweeping.axes); /* such as a session has */
        status = list ? sweep(&sweeping, &given.text, list) : VETO_SYSTEM;
        status = given_told(&given, close_mistakes(list, status, &given.settings));
    }
    given_close(&given);
    arena_free(&sweeping.arena);
    return sweeping.refused ? VETO_SYSTEM : status;
}
