/* 'veto history FILE expect' and 'calibrate': what the record says of a draft before it is put. */
#include <string.h>
#include <unistd.h>

#include "cli/history.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "report/history.h"

enum { RESAMPLES = 200, FIRST_YEAR = 1990 };

static bool show_resamples(void *context, size_t done, size_t of) {
    if (progress_due(context)) {
        fprintf(stderr, "\r%zu of %zu resamples", done, of);
        fflush(stderr);
    }
    return false;
}

/* The vote that the draft is to be like, by its name. */
static enum veto_status find_like(const struct veto_history *history,
                                  const struct settings *settings,
                                  const struct veto_history_vote **like) {
    const char *operands[] = {settings->operands[0], settings->operands[1], settings->like};
    struct settings which = *settings;
    size_t index;
    which.operands = operands;
    which.date = NULL; /* that is the day of the draft */
    if (!settings->like)
        return VETO_OK;
    enum veto_status status = history_find_one(history, &which, &index);
    if (status == VETO_OK)
        *like = &history->votes[index];
    return status;
}

static enum veto_status expect_and_write(const struct veto_history *history,
                                         const struct veto_expect_ask *ask,
                                         struct veto_diagnostics *list,
                                         const struct settings *settings, FILE *out) {
    struct veto_expectation *found = NULL;
    enum veto_status status = veto_expect(&found, list, history, ask);
    progress_end(ask->context);
    if (status == VETO_INPUT)
        print_mistakes(list, settings);
    else if (status == VETO_SYSTEM)
        out_of_memory();
    else if (!settings->yaml)
        status = write_report(out, settings, &report_expect, found);
    else if (expect_write_scenario(out, found) == VETO_SYSTEM)
        status = out_of_memory();
    veto_expectation_free(found);
    return status;
}

static bool asks_well(const struct settings *settings) {
    if (!settings->date)
        complain("'veto history FILE expect' needs a day, as in '--date 2024-04-18'");
    else if (settings->filter.topic && settings->like)
        complain("'--topic' and '--like' do not go together: a vote has its topic");
    else if (settings->row && !settings->like)
        complain("'--row' goes with '--like'");
    else if (settings->yaml && settings->format != REPORT_TEXT)
        complain("'--yaml' is a scenario, and goes with no other format");
    else
        return true;
    return false;
}

enum veto_status history_expect(const struct veto_history *history, const struct settings *settings,
                                FILE *out) {
    struct progress progress;
    struct veto_expect_ask ask = {
        .before = settings->before,
        .topic = settings->filter.topic,
        .given = settings->expected,
        .given_count = settings->expected_count,
        .fit = settings->contested ? VETO_FIT_CONTESTED : VETO_FIT_ALL,
        .resamples =
            options_gave(settings, "resamples") ? (unsigned)settings->resamples : RESAMPLES,
        .stop = show_resamples,
        .context = &progress,
    };
    if (!asks_well(settings) || !veto_date_parse(settings->date, &ask.date))
        return VETO_USAGE;
    enum veto_status status = find_like(history, settings, &ask.like);
    if (status != VETO_OK)
        return status;
    struct veto_diagnostics *list = veto_diagnostics_new();
    progress_start(&progress);
    status = list ? expect_and_write(history, &ask, list, settings, out) : out_of_memory();
    veto_diagnostics_free(list);
    return status;
}

/* ---- calibrate ---- */

static bool show_fits(void *context, size_t done, size_t of) {
    if (progress_due(context)) {
        fprintf(stderr, "\r%zu of %zu fits", done, of);
        fflush(stderr);
    }
    return false;
}

static int last_year(const struct veto_history *history) {
    int last = 0;
    for (size_t i = 0; i < history->count; i++)
        if (history->votes[i].date.year > last)
            last = history->votes[i].date.year;
    return last;
}

static enum veto_status calibrate_and_write(const struct veto_history *history,
                                            const struct veto_calibrate_ask *ask,
                                            struct veto_diagnostics *list,
                                            const struct settings *settings, FILE *out) {
    struct veto_calibration *made = NULL;
    enum veto_status status = veto_calibrate(&made, list, history, ask);
    progress_end(ask->context);
    if (status == VETO_INPUT)
        print_mistakes(list, settings);
    else
        status = status == VETO_OK ? write_report(out, settings, &report_calibrate, made)
                                   : out_of_memory();
    veto_calibration_free(made);
    return status;
}

enum veto_status history_calibrate(const struct veto_history *history,
                                   const struct settings *settings, FILE *out) {
    struct progress progress;
    struct veto_calibrate_ask ask = {
        .from = settings->first_year ? (int)settings->first_year : FIRST_YEAR,
        .to = settings->last_year ? (int)settings->last_year : last_year(history),
        .stop = show_fits,
        .context = &progress,
    };
    if (settings->last_year && ask.from > ask.to) {
        complain("'--from %d' is after '--to %d'", ask.from, ask.to);
        return VETO_USAGE;
    }
    struct veto_diagnostics *list = veto_diagnostics_new();
    progress_start(&progress);
    enum veto_status status =
        list ? calibrate_and_write(history, &ask, list, settings, out) : out_of_memory();
    veto_diagnostics_free(list);
    return status;
}
