#include "expect/forecast.h"

#include <math.h>
#include <string.h>

void question_of(struct question *question, const struct roll_call *call) {
    *question =
        (struct question){.topic = call->topic, .count = call->count, .required = call->required};
    for (unsigned i = 0; i < call->count; i++) {
        question->actors[i] = call->actors[i];
        question->groups[i] = call->groups[i];
        question->given[i] = OPEN;
    }
}

/* ---- weights ---- */

/* The chance of the ballots in one kind; OPEN ones count nothing. */
static double chance_in_kind(const struct fit *fit, unsigned start, unsigned kind,
                             const struct question *question, const unsigned char *ballots) {
    double chance = 1;
    for (unsigned i = 0; i < question->count; i++)
        if (ballots[i] != OPEN)
            chance *= fit_chances(fit, start, question->actors[i],
                                  question->groups[i])[ballots[i] * fit->settings.kinds + kind];
    return chance;
}

/* The kinds that a vote was of, in one start; its own topic had its say. */
static void parts_like(double *parts, const struct fit *fit, unsigned start,
                       const struct roll_call *call) {
    struct question then;
    const double *mix = fit_mix(fit, start, call->topic);
    question_of(&then, call);
    for (unsigned kind = 0; kind < fit->settings.kinds; kind++)
        parts[kind] = mix[kind] * chance_in_kind(fit, start, kind, &then, call->ballots);
    share_out(parts, fit->settings.kinds);
}

void forecast_mix(double *weights, const struct fit *fit, const struct question *question) {
    unsigned kinds = fit->settings.kinds;
    for (unsigned start = 0; start < fit->settings.starts; start++) {
        double *row = weights + (size_t)start * kinds, like = 0;
        const double *mix = fit_mix(fit, start, question->topic);
        if (question->like) {
            parts_like(row, fit, start, question->like);
            like = question->like_weight;
        }
        for (unsigned kind = 0; kind < kinds; kind++)
            row[kind] = (like * row[kind] + (1 - like) * mix[kind]) / fit->settings.starts;
    }
}

double forecast_roll_call(const struct fit *fit, const struct question *question,
                          const unsigned char *ballots) {
    double sum = 0;
    for (unsigned start = 0; start < fit->settings.starts; start++) {
        const double *mix = fit_mix(fit, start, question->topic);
        for (unsigned kind = 0; kind < fit->settings.kinds; kind++)
            sum += mix[kind] / fit->settings.starts *
                   chance_in_kind(fit, start, kind, question, ballots);
    }
    return sum;
}

/* ---- one kind ---- */

/* The members' chances in one kind: those given are sure. */
struct kind {
    double chances[SEATS][CAST];
};

static void kind_read(struct kind *read, const struct fit *fit, unsigned start, unsigned kind,
                      const struct question *question) {
    for (unsigned i = 0; i < question->count; i++) {
        const double *chances =
            fit_chances(fit, start, question->actors[i], question->groups[i]) + kind;
        for (unsigned ballot = 0; ballot < CAST; ballot++)
            read->chances[i][ballot] = question->given[i] == OPEN
                                           ? chances[(size_t)ballot * fit->settings.kinds]
                                           : question->given[i] == ballot;
    }
}

/* How likely each number of votes in favour is, and together with no permanent member against:
 * both of SEATS + 1. */
static void add_up_kind(const struct kind *kind, const struct question *question, double *yes,
                        double *clear) {
    memset(yes, 0, (SEATS + 1) * sizeof *yes);
    memset(clear, 0, (SEATS + 1) * sizeof *clear);
    yes[0] = clear[0] = 1;
    for (unsigned i = 0; i < question->count; i++) {
        const double *chance = kind->chances[i];
        double other = chance[VETO_ABSTAIN] + chance[VETO_NO];
        double no_veto = question->groups[i] == GROUP_PERMANENT ? chance[VETO_ABSTAIN] : other;
        for (unsigned n = i + 1; n > 0; n--) {
            yes[n] = yes[n] * other + yes[n - 1] * chance[VETO_YES];
            clear[n] = clear[n] * no_veto + clear[n - 1] * chance[VETO_YES];
        }
        yes[0] *= other;
        clear[0] *= no_veto;
    }
}

/* The required majority without this member's vote. */
static double majority_without(const struct kind *kind, const struct question *question,
                               unsigned without) {
    struct kind rest = *kind;
    double yes[SEATS + 1], clear[SEATS + 1], sum = 0;
    rest.chances[without][VETO_YES] = 0;
    rest.chances[without][VETO_ABSTAIN] = 1;
    rest.chances[without][VETO_NO] = 0;
    add_up_kind(&rest, question, yes, clear);
    for (unsigned n = question->required; n <= question->count; n++)
        sum += yes[n];
    return sum;
}

static void add_forecast(struct forecast *forecast, const struct kind *kind,
                         const struct question *question, double weight) {
    double yes[SEATS + 1], clear[SEATS + 1];
    add_up_kind(kind, question, yes, clear);
    for (unsigned n = 0; n <= question->count; n++) {
        forecast->yes[n] += weight * yes[n];
        if (n >= question->required) {
            forecast->outcomes[VETO_ADOPTED] += weight * clear[n];
            forecast->outcomes[VETO_VETOED] += weight * fmax(0, yes[n] - clear[n]);
        } else {
            forecast->outcomes[VETO_FAILED] += weight * yes[n];
        }
    }
    for (unsigned i = 0; i < question->count; i++) {
        for (unsigned ballot = 0; ballot < CAST; ballot++)
            forecast->chances[i][ballot] += weight * kind->chances[i][ballot];
        if (question->groups[i] == GROUP_PERMANENT)
            forecast->veto_by[i] +=
                weight * kind->chances[i][VETO_NO] * majority_without(kind, question, i);
    }
}

/* What is given is sure, and no chance is above 1, whatever sums are off by. */
static void make_sure(struct forecast *forecast, const struct question *question) {
    bool open = true;
    for (unsigned i = 0; i < question->count; i++) {
        open = open && question->given[i] == OPEN;
        forecast->veto_by[i] = fmin(1, forecast->veto_by[i]);
        for (unsigned ballot = 0; ballot < CAST; ballot++)
            forecast->chances[i][ballot] = question->given[i] == OPEN
                                               ? fmin(1, forecast->chances[i][ballot])
                                               : question->given[i] == ballot;
    }
    for (unsigned n = 0; n <= question->count; n++)
        forecast->yes[n] = fmin(1, forecast->yes[n]);
    for (int outcome = 0; outcome < VETO_OUTCOMES; outcome++)
        forecast->outcomes[outcome] = fmin(1, forecast->outcomes[outcome]);
    if (open)
        forecast->given = 1;
}

void forecast_make(struct forecast *forecast, double *weights, const struct fit *fit,
                   const struct question *question) {
    unsigned kinds = fit->settings.kinds, all = fit->settings.starts * kinds;
    *forecast = (struct forecast){.given = 0};
    forecast_mix(weights, fit, question);
    for (unsigned i = 0; i < all; i++) /* Bayes' rule */
        weights[i] *= chance_in_kind(fit, i / kinds, i % kinds, question, question->given);
    forecast->given = fmin(1, share_out(weights, all));
    for (unsigned i = 0; i < all; i++) {
        struct kind kind;
        kind_read(&kind, fit, i / kinds, i % kinds, question);
        add_forecast(forecast, &kind, question, weights[i]);
    }
    make_sure(forecast, question);
}
