/* Fits anew for every year, and what they had foretold of it. */
#include "base/diagnostics.h"
#include "base/owned.h"
#include "expect/calibration.h"
#include "expect/forecast.h"

enum { FEWEST_BEFORE = 20 };

struct calibrating {
    struct veto_calibration *made;
    struct arena arena, scratch; /* for all of it, and for one fit */
    struct veto_diagnostics *list;
    struct matrix matrix;
    struct foretold *foretold; /* one a call */
    size_t *votes;             /* room for a sample */
    struct score scores[VETO_FITS], bases[VETO_FITS];
    struct steps steps;
    enum veto_status status;
};

/* ---- one year ---- */

static bool is_in(const struct roll_call *call, enum veto_expect_fit fit) {
    return fit == VETO_FIT_ALL || call->contested;
}

/* The votes before a year. */
static struct sample votes_before(const struct calibrating *work, int year,
                                  enum veto_expect_fit fit) {
    struct sample sample = {.matrix = &work->matrix, .votes = work->votes};
    for (size_t i = 0; i < work->matrix.count; i++)
        if (work->matrix.calls[i].vote->date.year < year && is_in(&work->matrix.calls[i], fit))
            work->votes[sample.count++] = i;
    return sample;
}

static void score_base(struct score *score, const struct base_rates *rates,
                       const struct roll_call *call) {
    double roll_call = 1;
    for (unsigned j = 0; j < call->count; j++) {
        const double *chances =
            base_rates_member(rates, call->actors[j], call->groups[j], call->topic);
        roll_call *= chances[call->ballots[j]];
        score_ballot(score, chances, call->ballots[j]);
    }
    score_vote(score, roll_call, base_rates_outcome(rates, call->topic), call->outcome);
}

static void score_model(struct score *score, struct foretold *foretold, const struct fit *fit,
                        double *weights, const struct roll_call *call) {
    struct question question;
    struct forecast forecast;
    question_of(&question, call);
    forecast_make(&forecast, weights, fit, &question);
    for (unsigned j = 0; j < call->count; j++) {
        score_ballot(score, forecast.chances[j], call->ballots[j]);
        foretold->in_favour[j] = forecast.chances[j][VETO_YES];
    }
    foretold->adopted = forecast.outcomes[VETO_ADOPTED];
    foretold->made = true;
    score_vote(score, forecast_roll_call(fit, &question, call->ballots), forecast.outcomes,
               call->outcome);
}

/* Whether the ballots that are known can have come to the outcome: only that has a chance. */
static bool outcome_fits(const struct roll_call *call) {
    bool against = false;
    for (unsigned i = 0; i < call->count; i++)
        against |= call->groups[i] == GROUP_PERMANENT && call->ballots[i] == VETO_NO;
    return call->outcome == VETO_ADOPTED  ? call->count >= call->required
           : call->outcome == VETO_VETOED ? against
                                          : true;
}

static void forecast_year(struct calibrating *work, int year, enum veto_expect_fit which) {
    struct foretold unused;
    struct arena *arena = &work->scratch;
    struct sample sample = votes_before(work, year, which);
    double now = matrix_time((struct veto_date){year, 1, 1});
    double *weights = arena_array(arena, double, (size_t)fit_chosen.starts *fit_chosen.kinds);
    struct base_rates rates;
    struct fit fit;
    sample_weigh(&sample, arena, &fit_chosen, now);
    fit_make(&fit, arena, &sample, &fit_chosen);
    base_rates_make(&rates, arena, &sample, now);
    for (size_t i = 0; i < work->matrix.count; i++) {
        const struct roll_call *call = &work->matrix.calls[i];
        if (call->vote->date.year != year || !is_in(call, which) || !outcome_fits(call))
            continue;
        score_model(&work->scores[which], which == VETO_FIT_ALL ? &work->foretold[i] : &unused,
                    &fit, weights, call);
        score_base(&work->bases[which], &rates, call);
    }
    arena_free(arena);
}

/* ---- all of them ---- */

static size_t votes_of_years(const struct calibrating *work, int from, int to) {
    size_t count = 0;
    for (size_t i = 0; i < work->matrix.count; i++) {
        int year = work->matrix.calls[i].vote->date.year;
        count += year >= from && year <= to;
    }
    return count;
}

static bool can_calibrate(struct calibrating *work) {
    const struct veto_calibration *made = work->made;
    struct sample before = votes_before(work, made->from, VETO_FIT_CONTESTED);
    work->status = VETO_INPUT;
    if (votes_of_years(work, made->from, made->to) == 0)
        diagnose_file(work->list, made->history->name,
                      "there are no votes from %d to %d to forecast", made->from, made->to);
    else if (before.count < FEWEST_BEFORE)
        diagnose_file(work->list, made->history->name,
                      "only %zu contested votes before %d: too few to go by, it takes %d",
                      before.count, made->from, FEWEST_BEFORE);
    else
        work->status = VETO_OK;
    return work->status == VETO_OK;
}

static void write_fits(struct calibrating *work) {
    struct veto_calibration *made = work->made;
    for (int fit = 0; fit < VETO_FITS; fit++) {
        made->fits[fit].votes = work->scores[fit].votes;
        made->fits[fit].ballots = work->scores[fit].ballots;
        score_write(&made->fits[fit].model, &work->scores[fit]);
        score_write(&made->fits[fit].base, &work->bases[fit]);
    }
    accuracy_find(&made->adoption, OF_ADOPTION, &work->matrix, work->foretold);
    accuracy_find(&made->ballots, OF_BALLOTS, &work->matrix, work->foretold);
}

/* False where it was stopped. */
static bool forecast_all(struct calibrating *work) {
    const struct veto_calibration *made = work->made;
    for (int year = made->from; year <= made->to; year++)
        for (int fit = 0; fit < VETO_FITS; fit++) {
            if (votes_of_years(work, year, year) > 0)
                forecast_year(work, year, (enum veto_expect_fit)fit);
            if (!step_done(&work->steps))
                return false;
        }
    return true;
}

static void calibrate_work(void *context) {
    struct calibrating *work = context;
    struct veto_calibration *made = work->made;
    work->arena.landing = work->scratch.landing = owned_arena(made)->landing;
    matrix_make(&work->matrix, &work->arena, made->history, (struct veto_date){0, 0, 0});
    work->votes = arena_array(&work->arena, size_t, work->matrix.count + 1);
    work->foretold = arena_array(&work->arena, struct foretold, work->matrix.count + 1);
    if (!can_calibrate(work))
        return;
    work->steps.of =
        (size_t)(made->to - made->from + 1) * VETO_FITS + held_out_steps(&work->matrix);
    if (forecast_all(work) &&
        held_out(made, &work->arena, &work->scratch, &work->matrix, &work->steps))
        write_fits(work);
    else
        work->status = VETO_SYSTEM;
}

enum veto_status veto_calibrate(struct veto_calibration **calibration,
                                struct veto_diagnostics *diagnostics,
                                const struct veto_history *history,
                                const struct veto_calibrate_ask *ask) {
    const struct veto_calibration begun = {.history = history, .from = ask->from, .to = ask->to};
    struct veto_diagnostics *list = diagnostics_or_new(diagnostics);
    struct calibrating work = {
        .made = owned_new(&begun, sizeof begun), .list = list, .steps = {.ask = ask}};
    if (!list || !owned_try(work.made, &list->arena, calibrate_work, &work))
        work.status = VETO_SYSTEM;
    arena_free(&work.arena);
    arena_free(&work.scratch);
    diagnostics_unless_given(list, diagnostics);
    return owned_give(calibration, work.made, work.status);
}

void veto_calibration_free(struct veto_calibration *calibration) {
    owned_free(calibration);
}
