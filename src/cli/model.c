#include "cli/model.h"

#include <unistd.h>

#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/terminal.h"

enum { COLUMNS = 80, MOST_THREADS = 64 };

enum veto_status plan_for(struct veto_odds_plan **plan, const struct veto_scenario *scenario) {
    enum veto_status status = veto_odds_plan_new(plan, scenario);
    if (status == VETO_INPUT)
        complain("the programme comes to its votes in too many ways that stay different: there are "
                 "no odds");
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

unsigned threads_for(const struct settings *settings) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (settings->threads)
        return (unsigned)settings->threads;
    return processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (unsigned)processors;
}

/* ---- estimates ---- */

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
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        flips[i] = NULL;
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

enum veto_status write_report(FILE *out, const struct settings *settings,
                              const struct report *report, const void *subject) {
    int descriptor = settings->output ? -1 : STDOUT_FILENO; /* a file is no terminal */
    const struct report_look look = {
        .format = settings->format,
        .page = {.columns = columns_for(descriptor, report->columns ? report->columns : COLUMNS),
                 .color = wants_color(settings->color, descriptor),
                 .ascii = !locale_is_utf8()},
        .set = (const char *const *)settings->overrides,
        .set_count = settings->override_count,
    };
    enum veto_status status = report_write(out, report, subject, &look);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}
