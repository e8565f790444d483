#include <time.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/odds.h"

/* ---- how far it is ---- */

struct progress {
    struct interrupt interrupt;
    bool shown, terminal;
    double start, last;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* A line on a terminal's standard error, from the second second on. */
static bool look(void *context, uint64_t done, uint64_t trials) {
    struct progress *progress = context;
    double time = progress->terminal ? now() : 0;
    if (progress->terminal && time - progress->start > 1 && time - progress->last > 0.1) {
        fprintf(stderr, "\r%llu of at most %llu trials; Ctrl-C ends it with what it has",
                (unsigned long long)done, (unsigned long long)trials);
        fflush(stderr);
        progress->last = time;
        progress->shown = true;
    }
    return interrupt_waits(&progress->interrupt);
}

static enum veto_status draw(struct veto_odds_plan *plan, const struct settings *settings,
                             const struct veto_odds **odds) {
    struct progress progress = {.terminal = isatty(STDERR_FILENO) != 0};
    struct veto_monte_carlo how = {
        .seed = settings->seed,
        .trials = settings->trials,
        .precision = settings->precision,
        .threads = threads_for(settings),
        .stop = look,
        .context = &progress,
    };
    progress.start = progress.terminal ? now() : 0;
    interrupt_hold(&progress.interrupt, false);
    enum veto_status status = veto_odds_monte_carlo(plan, &how, odds);
    if (status == VETO_OK && (*odds)->stopped)
        interrupt_drop(&progress.interrupt);
    if (progress.shown)
        fputs("\r\033[K", stderr);
    interrupt_release(&progress.interrupt);
    return status;
}

/* ---- which way ---- */

static enum veto_status too_many_states(void) {
    complain("there are too many combinations of weights for an exact answer; '--method "
             "monte-carlo' has one");
    return VETO_INPUT;
}

static enum veto_status work_out(struct veto_odds_plan *plan, const struct settings *settings,
                                 const struct veto_odds **odds) {
    bool drawn =
        settings->method == METHOD_MONTE_CARLO || settings->trials || settings->precision > 0;
    enum veto_status status =
        drawn ? draw(plan, settings, odds) : veto_odds_exact(plan, VETO_ODDS_ALL, odds);
    if (status == VETO_INPUT && settings->method == METHOD_EXACT)
        return too_many_states();
    if (status == VETO_INPUT)
        status = draw(plan, settings, odds);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

static enum veto_status find(const struct veto_scenario *scenario, const struct settings *settings,
                             FILE *out) {
    struct veto_odds_plan *plan = NULL;
    const struct veto_odds *odds = NULL;
    enum veto_status status = plan_for(&plan, scenario);
    if (status == VETO_OK)
        status = work_out(plan, settings, &odds);
    if (status == VETO_OK)
        status = write_report(out, settings, &report_odds,
                              &(struct odds_subject){.scenario = scenario, .odds = odds});
    veto_odds_plan_free(plan);
    return status;
}

enum veto_status cmd_odds(const struct settings *settings, FILE *out) {
    struct given given;
    struct veto_scenario *scenario = NULL;
    if (settings->method == METHOD_EXACT && (settings->trials || settings->precision > 0)) {
        complain("options '--trials' and '--precision' go with '--method monte-carlo'");
        return VETO_USAGE;
    }
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = load_scenario(&scenario, &given);
    if (status == VETO_OK)
        status = find(scenario, &given.settings, out);
    veto_scenario_free(scenario);
    given_close(&given);
    return status;
}
