#include "cli/steps.h"

#include <stdarg.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* ---- scenarios and meetings ---- */

enum veto_status load_scenario(struct veto_scenario **scenario, const struct veto_text *text,
                               const char *const *overrides, size_t override_count,
                               const struct settings *settings) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? veto_scenario_load(scenario, list, text, overrides, override_count) : VETO_SYSTEM;
    return close_mistakes(list, status, settings);
}

enum veto_status load_history(struct veto_history **history, const char *path,
                              const struct settings *settings, bool warns) {
    if (reads_its_output(settings, path))
        return VETO_USAGE;
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? veto_history_read(history, list, path, settings->dates) : VETO_SYSTEM;
    if (list && (veto_diagnostics_errors(list) > 0 || (warns && status == VETO_OK)))
        print_mistakes(list, settings);
    else if (status != VETO_OK)
        out_of_memory();
    veto_diagnostics_free(list);
    return status;
}

enum veto_status no_record(const char *word) {
    complain("%s: no vote is on record here, so there is none to play with '--mode recorded'; a "
             "section 'recorded' would hold it",
             strcmp(word, "-") == 0 ? "standard input" : word);
    return VETO_INPUT;
}

enum veto_status play_meeting(struct veto_meeting **meeting, const struct veto_scenario *scenario,
                              const struct settings *settings) {
    enum veto_status status = veto_meeting_play(meeting, scenario, settings->mode, settings->seed);
    if (status == VETO_INPUT)
        return no_record(settings->operands[0]);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

enum veto_status use_given(const struct given *given, bool plays, loaded_use *use) {
    const struct settings *settings = &given->settings;
    struct loaded loaded = {.given = given};
    enum veto_status status = load_scenario(&loaded.scenario, &given->text, settings->overrides,
                                            settings->override_count, settings);
    status = given_told(given, status);
    if (status == VETO_OK && plays)
        status = play_meeting(&loaded.meeting, loaded.scenario, settings);
    if (status == VETO_OK && use)
        status = use(&loaded);
    veto_meeting_free(loaded.meeting);
    veto_scenario_free(loaded.scenario);
    return status;
}

enum veto_status use_word(const char *word, const struct settings *settings, bool plays,
                          loaded_use *use) {
    struct given given;
    enum veto_status status = given_open(&given, word, settings);
    if (status == VETO_OK)
        status = use_given(&given, plays, use);
    given_close(&given);
    return status;
}

/* ---- odds and flips ---- */

enum veto_status plan_for(struct veto_odds_plan **plan, const struct veto_scenario *scenario) {
    enum veto_status status = veto_odds_plan_new(plan, scenario);
    if (status == VETO_INPUT)
        complain("the programme comes to its votes in too many ways that stay different: there are "
                 "no odds");
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

unsigned threads_for(const struct settings *settings) {
    enum { MOST_THREADS = 64 };
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (settings->threads)
        return (unsigned)settings->threads;
    return processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (unsigned)processors;
}

struct estimating {
    struct interrupt interrupt;
    struct progress progress;
};

static bool look_of_settings(void *context, uint64_t done, uint64_t trials) {
    struct estimating *estimating = context;
    progress_show(&estimating->progress,
                  "%llu of at most %llu trials; Ctrl-C ends it with what it has",
                  (unsigned long long)done, (unsigned long long)trials);
    return interrupt_waits(&estimating->interrupt);
}

enum veto_status estimate_odds(const struct veto_odds **odds, struct veto_odds_plan *plan,
                               const struct settings *settings, uint64_t trials) {
    struct estimating estimating;
    struct veto_monte_carlo how = {
        .seed = settings->seed,
        .trials = trials,
        .precision = settings->precision,
        .threads = threads_for(settings),
        .stop = look_of_settings,
        .context = &estimating,
    };
    progress_start(&estimating.progress);
    interrupt_hold(&estimating.interrupt, false);
    enum veto_status status = veto_odds_monte_carlo(plan, &how, odds);
    if (status == VETO_OK && (*odds)->stopped)
        interrupt_drop(&estimating.interrupt);
    progress_end(&estimating.progress);
    interrupt_release(&estimating.interrupt);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

enum veto_status find_all_flips(struct veto_flips **flips, const struct veto_meeting *meeting,
                                bool decisive) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < scenario->draft_count && status == VETO_OK; i++) {
        const struct veto_vote *vote = veto_meeting_vote(meeting, (int)i);
        if (vote)
            status = (decisive ? veto_flips_find_decisive : veto_flips_find)(
                &flips[i], scenario, vote, VETO_FLIPS_STEPS / scenario->draft_count);
    }
    return status == VETO_OK ? status : out_of_memory();
}

void free_flips(struct veto_flips **flips) {
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        veto_flips_free(flips[i]);
}

/* ---- how far it is ---- */

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

void progress_start(struct progress *progress) {
    *progress = (struct progress){.terminal = isatty(STDERR_FILENO) != 0, .start = now()};
}

void progress_show(struct progress *progress, const char *format, ...) {
    double time = progress->terminal ? now() : 0;
    if (!progress->terminal || time - progress->start <= 1 || time - progress->last <= 0.1)
        return;
    va_list arguments;
    va_start(arguments, format);
    putc('\r', stderr);
    vfprintf(stderr, format, arguments);
    fflush(stderr);
    va_end(arguments);
    progress->last = time;
    progress->shown = true;
}

void progress_end(struct progress *progress) {
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}

/* ---- reports ---- */

enum veto_status write_report(const struct settings *settings, const struct report *report,
                              const void *subject) {
    enum { COLUMNS = 80 };
    int descriptor = settings->output ? -1 : STDOUT_FILENO; /* a file is no terminal */
    const struct report_look look = {
        .format = settings->format,
        .page = {.columns = columns_for(descriptor, report->columns ? report->columns : COLUMNS),
                 .color = wants_color(settings->color, descriptor),
                 .ascii = !locale_is_utf8()},
        .set = (const char *const *)settings->overrides,
        .set_count = settings->override_count,
    };
    enum veto_status status = report_write(settings->out, report, subject, &look);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}
