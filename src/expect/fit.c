#include "expect/fit.h"

#include <math.h>
#include <string.h>

#include "base/normal.h"
#include "base/philox.h"

const struct fit_settings fit_chosen = {
    .kinds = 20,
    .starts = 5,
    .rounds = 60,
    .member = 0.5,
    .region = 2,
    .topic = 1,
    .member_life = 6,
    .mix_life = 4,
    .seed = 1,
};

/* ---- weights ---- */

double weight_after(double years, double half_life) {
    static const double ln2 = 0.69314718055994530942;
    return exponential(-ln2 * fmax(years, 0) / half_life);
}

void sample_weigh(struct sample *sample, struct arena *arena, const struct fit_settings *settings,
                  double now) {
    sample->weights = arena_array(arena, double, sample->count + 1);
    sample->mix_weights = arena_array(arena, double, sample->count + 1);
    for (size_t i = 0; i < sample->count; i++) {
        double years = now - sample->matrix->calls[sample->votes[i]].time;
        sample->weights[i] = weight_after(years, settings->member_life);
        sample->mix_weights[i] = weight_after(years, settings->mix_life);
    }
}

/* ---- the step that maximises ---- */

static const struct roll_call *call_of(const struct fit *fit, size_t vote) {
    return &fit->sample->matrix->calls[fit->sample->votes[vote]];
}

/* Adds a vote's parts to the row of a table, with a weight. */
static void add_parts(double *row, const double *parts, double weight, unsigned kinds) {
    for (unsigned kind = 0; kind < kinds; kind++)
        row[kind] += weight * parts[kind];
}

/* What each member cast in each kind, and which topics the kinds were on. */
static void count_parts(const struct fit *fit, struct mixture *mixture) {
    unsigned kinds = fit->settings.kinds;
    size_t actors = fit->sample->matrix->actor_count, topics = fit->sample->matrix->topic_count;
    memset(mixture->chances, 0, actors * CAST * kinds * sizeof(double));
    memset(mixture->topic_sums, 0, topics * kinds * sizeof(double));
    memset(mixture->sums, 0, kinds * sizeof(double));
    for (size_t i = 0; i < fit->sample->count; i++) {
        const struct roll_call *call = call_of(fit, i);
        const double *parts = mixture->parts + i * kinds;
        double weight = fit->sample->weights[i], mix_weight = fit->sample->mix_weights[i];
        if (weight == 0)
            continue;
        for (unsigned j = 0; j < call->count; j++)
            add_parts(mixture->chances +
                          ((size_t)call->actors[j] * CAST + call->ballots[j]) * kinds,
                      parts, weight, kinds);
        add_parts(mixture->topic_sums + (size_t)call->topic * kinds, parts, mix_weight, kinds);
        add_parts(mixture->sums, parts, mix_weight, kinds);
    }
}

double share_out(double *numbers, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += numbers[i];
    for (size_t i = 0; i < count && sum > 0; i++)
        numbers[i] /= sum;
    return sum;
}

void shrink(double *to, const double *sums, size_t count, size_t stride, double strength,
            const double *toward) {
    double sum = strength;
    for (size_t i = 0; i < count; i++)
        sum += sums[i * stride];
    for (size_t i = 0; i < count; i++)
        to[i * stride] = (sums[i * stride] + strength * toward[i * stride]) / sum;
}

/* Of each kind, the sums of a row over the ballots. */
static void shrink_row(double *row, unsigned kinds, double strength, const double *toward) {
    for (unsigned kind = 0; kind < kinds; kind++)
        shrink(row + kind, row + kind, CAST, kinds, strength, toward + kind);
}

/* Members are shrunk to their regions, these to all, and all to one chance in three by one vote and
 * a half. */
static void set_chances(const struct fit *fit, struct mixture *mixture) {
    unsigned kinds = fit->settings.kinds;
    size_t rows = (size_t)CAST * kinds;
    double *toward = fit->room;
    double *all = mixture->regional; /* that of the permanent members, who are shrunk to all */
    memset(mixture->regional, 0, GROUPS * rows * sizeof(double));
    for (size_t i = 0; i < fit->sample->matrix->actor_count; i++)
        for (size_t at = 0; at < rows; at++) {
            double sum = mixture->chances[i * rows + at];
            if (fit->groups[i] != GROUP_PERMANENT)
                mixture->regional[fit->groups[i] * rows + at] += sum;
            all[at] += sum;
        }
    for (size_t at = 0; at < rows; at++)
        toward[at] = 1.0 / CAST;
    shrink_row(all, kinds, 1.5, toward);
    for (size_t group = GROUP_REGIONS; group < GROUPS; group++)
        shrink_row(mixture->regional + group * rows, kinds, fit->settings.region, all);
    for (size_t i = 0; i < fit->sample->matrix->actor_count; i++)
        shrink_row(mixture->chances + i * rows, kinds, fit->settings.member,
                   mixture->regional + fit->groups[i] * rows);
}

static void set_mix(const struct fit *fit, struct mixture *mixture) {
    unsigned kinds = fit->settings.kinds;
    double all = 0.5 * kinds;
    for (unsigned kind = 0; kind < kinds; kind++)
        all += mixture->sums[kind];
    for (unsigned kind = 0; kind < kinds; kind++)
        mixture->all[kind] = (mixture->sums[kind] + 0.5) / all;
    for (size_t topic = 0; topic < fit->sample->matrix->topic_count; topic++)
        shrink(mixture->topics + topic * kinds, mixture->topic_sums + topic * kinds, kinds, 1,
               fit->settings.topic, mixture->all);
}

/* ---- the step of expectations ---- */

/* How much each kind has of one vote; returns the chance of its roll call. No product of 15 chances
 * is too small for a number: shrinkage keeps each above 1e-15. */
static double part_vote(const struct fit *fit, const struct mixture *mixture,
                        const struct roll_call *call, double *parts) {
    unsigned kinds = fit->settings.kinds;
    memcpy(parts, mixture->topics + (size_t)call->topic * kinds, kinds * sizeof *parts);
    for (unsigned j = 0; j < call->count; j++) {
        const double *chances =
            mixture->chances + ((size_t)call->actors[j] * CAST + call->ballots[j]) * kinds;
        for (unsigned kind = 0; kind < kinds; kind++)
            parts[kind] *= chances[kind];
    }
    return share_out(parts, kinds);
}

static double expect_parts(const struct fit *fit, struct mixture *mixture) {
    double log_likelihood = 0;
    for (size_t i = 0; i < fit->sample->count; i++)
        if (fit->sample->weights[i] > 0)
            log_likelihood += fit->sample->weights[i] *
                              logarithm(part_vote(fit, mixture, call_of(fit, i),
                                                  mixture->parts + i * fit->settings.kinds));
    return log_likelihood;
}

/* ---- all of it ---- */

/* Until a round gains less than a millionth. */
static void climb_likelihood(const struct fit *fit, struct mixture *mixture, unsigned rounds) {
    double before = -HUGE_VAL;
    for (mixture->rounds = 0; mixture->rounds < rounds;) {
        count_parts(fit, mixture);
        set_chances(fit, mixture);
        set_mix(fit, mixture);
        mixture->log_likelihood = expect_parts(fit, mixture);
        mixture->rounds++;
        if (mixture->log_likelihood - before < 1e-6 * fabs(mixture->log_likelihood))
            return;
        before = mixture->log_likelihood;
    }
}

/* A vote begins with parts in proportion to u^(10/3), u uniform: about a Dirichlet distribution
 * with 0.3 a kind, in which few kinds have most. */
static void begin_parts(const struct fit *fit, struct mixture *mixture, unsigned start) {
    unsigned kinds = fit->settings.kinds;
    for (size_t i = 0; i < fit->sample->count; i++) {
        double *parts = mixture->parts + i * kinds;
        for (unsigned kind = 0; kind < kinds; kind++) {
            uint32_t counter[4] = {(uint32_t)i, kind / 4, start, 0};
            uint32_t word = philox(fit->settings.seed, counter).word[kind % 4];
            parts[kind] = exponential(logarithm((word + 0.5) * 0x1p-32) / 0.3);
        }
        share_out(parts, kinds);
    }
}

static void make_mixture(const struct fit *fit, struct arena *arena, struct mixture *mixture) {
    size_t kinds = fit->settings.kinds, topics = fit->sample->matrix->topic_count;
    mixture->chances =
        arena_array(arena, double, (fit->sample->matrix->actor_count + 1) * CAST * kinds);
    mixture->regional = arena_array(arena, double, GROUPS *CAST *kinds);
    mixture->topics = arena_array(arena, double, topics *kinds);
    mixture->topic_sums = arena_array(arena, double, topics *kinds);
    mixture->all = arena_array(arena, double, kinds);
    mixture->sums = arena_array(arena, double, kinds);
    mixture->parts = arena_array(arena, double, (fit->sample->count + 1) * kinds);
}

void fit_room(struct fit *fit, struct arena *arena, const struct sample *sample,
              const struct fit_settings *settings) {
    *fit = (struct fit){.settings = *settings, .sample = sample};
    fit->room = arena_array(arena, double, (size_t)CAST * settings->kinds);
    fit->seen = arena_array(arena, bool, sample->matrix->actor_count + 1);
    fit->groups = arena_array(arena, unsigned char, sample->matrix->actor_count + 1);
    for (size_t i = 0; i < sample->count; i++) {
        const struct roll_call *call = call_of(fit, i);
        for (unsigned j = 0; j < call->count; j++) {
            fit->seen[call->actors[j]] = true;
            fit->groups[call->actors[j]] = call->groups[j];
        }
    }
    for (unsigned start = 0; start < settings->starts; start++)
        make_mixture(fit, arena, &fit->mixtures[start]);
}

void fit_make(struct fit *fit, struct arena *arena, const struct sample *sample,
              const struct fit_settings *settings) {
    fit_room(fit, arena, sample, settings);
    for (unsigned start = 0; start < settings->starts; start++) {
        begin_parts(fit, &fit->mixtures[start], start);
        climb_likelihood(fit, &fit->mixtures[start], settings->rounds);
    }
}

void fit_again(struct fit *fit, const struct fit *from, unsigned rounds) {
    size_t parts = fit->sample->count * fit->settings.kinds;
    for (unsigned start = 0; start < fit->settings.starts; start++) {
        memcpy(fit->mixtures[start].parts, from->mixtures[start].parts, parts * sizeof(double));
        climb_likelihood(fit, &fit->mixtures[start], rounds);
    }
}

/* ---- reading it ---- */

const double *fit_chances(const struct fit *fit, unsigned start, int actor, unsigned group) {
    size_t rows = (size_t)CAST * fit->settings.kinds;
    const struct mixture *mixture = &fit->mixtures[start];
    return actor != NO_ACTOR && fit->seen[actor] ? mixture->chances + (size_t)actor * rows
                                                 : mixture->regional + group * rows;
}

const double *fit_mix(const struct fit *fit, unsigned start, int topic) {
    const struct mixture *mixture = &fit->mixtures[start];
    return topic == ANY_TOPIC ? mixture->all
                              : mixture->topics + (size_t)topic * fit->settings.kinds;
}
