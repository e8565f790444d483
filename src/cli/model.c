#include "cli/model.h"

#include <unistd.h>

#include "cli/terminal.h"

enum { COLUMNS = 80, MOST_THREADS = 64 };

enum veto_status plan_for(struct veto_odds_plan **plan, const struct veto_scenario *scenario) {
    enum veto_status status = veto_odds_plan_new(plan, scenario);
    if (status == VETO_INPUT)
        complain("the programme has more than %d histories of votes: too many for odds",
                 VETO_ODDS_VOTES);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

unsigned threads_for(const struct settings *settings) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (settings->threads)
        return (unsigned)settings->threads;
    return processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (unsigned)processors;
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
