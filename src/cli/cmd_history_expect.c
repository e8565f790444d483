/* 'veto history FILE expect' and 'calibrate': what the record says of a draft before it is put. */
#include "cli/history.h"
#include "cli/steps.h"
#include "report/history.h"

/* How far a work is, in what it takes many of. */
struct telling {
    struct progress progress;
    const char *what;
};

static bool tell_progress(void *context, size_t done, size_t of) {
    struct telling *telling = context;
    progress_show(&telling->progress, "%zu of %zu %s", done, of, telling->what);
    return false;
}

/* The vote that the draft is to be like, by its name. */
static enum veto_status find_like(const struct record *record,
                                  const struct veto_history_vote **like) {
    struct settings which = *record->settings;
    size_t index;
    which.date = NULL; /* that is the day of the draft */
    if (!which.like)
        return VETO_OK;
    enum veto_status status =
        history_find_one(&index, &(struct record){record->history, &which, which.like});
    if (status == VETO_OK)
        *like = &record->history->votes[index];
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

enum veto_status history_expect(const struct record *record) {
    const struct settings *settings = record->settings;
    struct telling telling = {.what = "resamples"};
    struct veto_expectation *found = NULL;
    struct veto_expect_ask ask = {
        .before = settings->before,
        .topic = settings->filter.topic,
        .given = settings->expected,
        .given_count = settings->expected_count,
        .fit = settings->contested ? VETO_FIT_CONTESTED : VETO_FIT_ALL,
        .resamples = (unsigned)settings->resamples,
        .stop = tell_progress,
        .context = &telling,
    };
    if (!asks_well(settings) || !veto_date_parse(settings->date, &ask.date))
        return VETO_USAGE;
    enum veto_status status = find_like(record, &ask.like);
    if (status != VETO_OK)
        return status;
    struct veto_diagnostics *list = veto_diagnostics_new();
    progress_start(&telling.progress);
    status = list ? veto_expect(&found, list, record->history, &ask) : VETO_SYSTEM;
    progress_end(&telling.progress);
    status = close_mistakes(list, status, settings);
    if (status == VETO_OK && !settings->yaml)
        status = write_report(settings, &report_expect, found);
    else if (status == VETO_OK && expect_write_scenario(settings->out, found) == VETO_SYSTEM)
        status = out_of_memory();
    veto_expectation_free(found);
    return status;
}

/* ---- calibrate ---- */

static int last_year(const struct veto_history *history) {
    int last = 0;
    for (size_t i = 0; i < history->count; i++)
        if (history->votes[i].date.year > last)
            last = history->votes[i].date.year;
    return last;
}

enum veto_status history_calibrate(const struct record *record) {
    const struct settings *settings = record->settings;
    struct telling telling = {.what = "fits"};
    struct veto_calibration *made = NULL;
    struct veto_calibrate_ask ask = {
        .from = (int)settings->first_year,
        .to = settings->last_year ? (int)settings->last_year : last_year(record->history),
        .stop = tell_progress,
        .context = &telling,
    };
    if (settings->last_year && ask.from > ask.to) {
        complain("'--from %d' is after '--to %d'", ask.from, ask.to);
        return VETO_USAGE;
    }
    struct veto_diagnostics *list = veto_diagnostics_new();
    progress_start(&telling.progress);
    enum veto_status status =
        list ? veto_calibrate(&made, list, record->history, &ask) : VETO_SYSTEM;
    progress_end(&telling.progress);
    status = close_mistakes(list, status, settings);
    if (status == VETO_OK)
        status = write_report(settings, &report_calibrate, made);
    veto_calibration_free(made);
    return status;
}
