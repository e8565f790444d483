/* Ballots held out within contested votes: a tenth at a time, told from the others of the vote and
 * from its topic. */
#include <math.h>
#include <string.h>

#include "base/normal.h"
#include "base/philox.h"
#include "expect/calibration.h"

static const double half_life = 8; /* before and after the years that are looked at */

/* The contested votes without the ballots of one fold. */
struct fold {
    struct matrix matrix;
    const struct roll_call **whole; /* the vote with all its ballots */
    unsigned char (*held)[SEATS];   /* which of its ballots are held out */
    unsigned number;
};

static void add_call(struct fold *fold, const struct matrix *matrix, size_t at) {
    const struct roll_call *whole = &matrix->calls[at];
    size_t to = fold->matrix.count++;
    struct roll_call *call = &fold->matrix.calls[to];
    *call = *whole;
    call->count = 0;
    fold->whole[to] = whole;
    for (unsigned j = 0; j < whole->count; j++) {
        uint32_t counter[4] = {(uint32_t)at, j, 0, 2};
        fold->held[to][j] =
            philox(fit_chosen.seed, counter).word[0] % HELD_OUT_FOLDS == fold->number;
        if (fold->held[to][j])
            continue;
        call->actors[call->count] = whole->actors[j];
        call->groups[call->count] = whole->groups[j];
        call->ballots[call->count++] = whole->ballots[j];
    }
}

static void make_fold(struct fold *fold, struct arena *arena, const struct matrix *matrix,
                      unsigned number) {
    *fold = (struct fold){.matrix = *matrix, .number = number};
    fold->matrix.count = 0;
    fold->matrix.calls = arena_array(arena, struct roll_call, matrix->count + 1);
    fold->whole = arena_array(arena, const struct roll_call *, matrix->count + 1);
    fold->held = arena_alloc(arena, (matrix->count + 1) * sizeof *fold->held);
    for (size_t i = 0; i < matrix->count; i++)
        if (matrix->calls[i].contested)
            add_call(fold, matrix, i);
}

/* All votes, those of a few years in full and others by how far off they are. */
static void weigh_years(struct sample *sample, struct arena *arena, double first) {
    size_t *votes = arena_array(arena, size_t, sample->matrix->count + 1);
    sample->weights = arena_array(arena, double, sample->matrix->count + 1);
    for (size_t i = 0; i < sample->matrix->count; i++) {
        double time = sample->matrix->calls[i].time;
        double off = fmax(0, fmax(first - time, time - first - HELD_OUT_YEARS));
        votes[sample->count] = i;
        sample->weights[sample->count++] = weight_after(off, half_life);
    }
    sample->votes = votes;
    sample->mix_weights = sample->weights;
}

/* The chances of a member's ballots in a vote, by the parts that kinds have of it. */
static void tell_ballot(double chances[CAST], const struct fit *fit, size_t vote, int actor,
                        unsigned group) {
    unsigned kinds = fit->settings.kinds;
    memset(chances, 0, CAST * sizeof *chances);
    for (unsigned start = 0; start < fit->settings.starts; start++) {
        const double *row = fit_chances(fit, start, actor, group);
        const double *parts = fit->mixtures[start].parts + vote * kinds;
        for (unsigned ballot = 0; ballot < CAST; ballot++)
            for (unsigned kind = 0; kind < kinds; kind++)
                chances[ballot] += parts[kind] * row[ballot * kinds + kind] / fit->settings.starts;
    }
}

/* The rates of all ballots that are not held out. */
static void fold_rates(double rates[CAST], const struct fold *fold) {
    size_t all = 0, counts[CAST] = {0};
    for (size_t i = 0; i < fold->matrix.count; i++)
        for (unsigned j = 0; j < fold->matrix.calls[i].count; j++, all++)
            counts[fold->matrix.calls[i].ballots[j]]++;
    for (unsigned ballot = 0; ballot < CAST; ballot++)
        rates[ballot] = ((double)counts[ballot] + 0.5) / ((double)all + 1.5);
}

static void score_held(struct veto_calibration *calibration, const struct fold *fold,
                       const struct fit *fit, double first) {
    double rates[CAST], chances[CAST];
    fold_rates(rates, fold);
    for (size_t i = 0; i < fold->matrix.count; i++) {
        const struct roll_call *whole = fold->whole[i];
        if (whole->time < first || whole->time >= first + HELD_OUT_YEARS)
            continue;
        for (unsigned j = 0; j < whole->count; j++) {
            if (!fold->held[i][j])
                continue;
            tell_ballot(chances, fit, i, whole->actors[j], whole->groups[j]);
            calibration->held_out++;
            calibration->held_out_log_loss -= logarithm(chances[whole->ballots[j]]);
            calibration->held_out_base -= logarithm(rates[whole->ballots[j]]);
        }
    }
}

static double last_time(const struct matrix *matrix) {
    return matrix->count > 0 ? matrix->calls[matrix->count - 1].time : 0;
}

size_t held_out_steps(const struct matrix *matrix) {
    return HELD_OUT_FOLDS * (1 + (size_t)(last_time(matrix) / HELD_OUT_YEARS));
}

bool held_out(struct veto_calibration *calibration, struct arena *arena, struct arena *scratch,
              const struct matrix *matrix, struct steps *steps) {
    for (unsigned number = 0; number < HELD_OUT_FOLDS; number++) {
        struct fold fold;
        make_fold(&fold, arena, matrix, number);
        for (double first = 0; first <= last_time(matrix); first += HELD_OUT_YEARS) {
            struct sample sample = {.matrix = &fold.matrix};
            struct fit fit;
            weigh_years(&sample, scratch, first);
            fit_make(&fit, scratch, &sample, &fit_chosen);
            score_held(calibration, &fold, &fit, first);
            arena_free(scratch);
            if (!step_done(steps))
                return false;
        }
    }
    if (calibration->held_out > 0) {
        calibration->held_out_log_loss /= (double)calibration->held_out;
        calibration->held_out_base /= (double)calibration->held_out;
    }
    return true;
}
