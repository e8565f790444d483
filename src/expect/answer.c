#include "expect/answer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "meeting/model.h"

enum { NUMBERS = sizeof(struct forecast) / sizeof(double), MOST_SOURCES = 8 };

void answers_begin(struct answers *answers, struct arena *arena, const struct fit *fit,
                   size_t most) {
    *answers = (struct answers){.width = NUMBERS + fit->settings.starts * fit->settings.kinds};
    answers->numbers = arena_array(arena, double, most * answers->width);
    answers->room = arena_array(arena, double, most);
}

void answers_add(struct answers *answers, const struct fit *fit, const struct question *question) {
    double *row = answers->numbers + answers->count++ * answers->width;
    struct forecast forecast;
    forecast_make(&forecast, row + NUMBERS, fit, question);
    memcpy(row, &forecast, sizeof forecast);
}

const struct forecast *answers_first(const struct answers *answers) {
    return (const struct forecast *)(const void *)answers->numbers;
}

/* ---- intervals ---- */

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The first of the numbers, and what cuts a twentieth of the others off at each end. */
static struct veto_expect_chance interval_of(double *numbers, size_t count) {
    struct veto_expect_chance chance = {numbers[0], numbers[0], numbers[0]};
    if (count == 1)
        return chance;
    qsort(numbers + 1, count - 1, sizeof *numbers, by_size);
    size_t cut = (count - 1) / 20;
    chance.low = fmin(chance.p, numbers[1 + cut]);
    chance.high = fmax(chance.p, numbers[count - 1 - cut]);
    return chance;
}

/* The interval of one number of the forecast. */
static struct veto_expect_chance read_chance(const struct answers *answers, const double *first) {
    size_t at = (size_t)(first - answers->numbers);
    for (size_t i = 0; i < answers->count; i++)
        answers->room[i] = answers->numbers[i * answers->width + at];
    return interval_of(answers->room, answers->count);
}

static void write_chances(const struct answers *answers, struct veto_expectation *found) {
    const struct forecast *first = answers_first(answers);
    for (int outcome = VETO_ADOPTED; outcome <= VETO_FAILED; outcome++)
        found->outcomes[outcome] = read_chance(answers, &first->outcomes[outcome]);
    for (unsigned i = 0; i < found->council.count; i++) {
        for (unsigned ballot = 0; ballot < CAST; ballot++)
            found->members[i][ballot] = read_chance(answers, &first->chances[i][ballot]);
        found->veto_by[i] = read_chance(answers, &first->veto_by[i]);
    }
    for (unsigned n = 0; n <= found->council.count; n++)
        found->yes[n] = read_chance(answers, &first->yes[n]);
}

/* ---- kinds ---- */

/* A class as it was fitted, and its kind, but for the weight of that. */
struct described {
    struct veto_expect_class class;
    size_t at; /* start * kinds + kind */
    struct veto_expect_kind kind;
};

static void describe_class(struct described *described, struct arena *arena, const struct fit *fit,
                           const struct question *question) {
    unsigned kinds = fit->settings.kinds, start = (unsigned)described->at / kinds;
    struct veto_expect_kind *kind = &described->kind;
    double(*chances)[CAST] = arena_alloc(arena, question->count * sizeof *chances);
    described->class.chances = (const double(*)[CAST])chances;
    for (unsigned i = 0; i < question->count; i++) {
        const double *fitted = fit_chances(fit, start, question->actors[i], question->groups[i]);
        for (unsigned ballot = 0; ballot < CAST; ballot++)
            chances[i][ballot] = fitted[ballot * kinds + described->at % kinds];
        enum veto_ballot most = question->given[i] == OPEN ? model_expected(chances[i])
                                                           : (enum veto_ballot)question->given[i];
        bool permanent = question->groups[i] == GROUP_PERMANENT;
        kind->most[i] = permanent ? most : VETO_YES;
        kind->elected += !permanent;
        kind->against += !permanent && most == VETO_NO;
        kind->abstaining += !permanent && most == VETO_ABSTAIN;
    }
}

enum how_many how_many(unsigned count, unsigned of) {
    return count == 0 ? NONE_OF_THEM : 2 * count <= of ? SOME_OF_THEM : MOST_OF_THEM;
}

static bool are_one_kind(const struct veto_expect_kind *a, const struct veto_expect_kind *b) {
    return memcmp(a->most, b->most, sizeof a->most) == 0 &&
           how_many(a->against, a->elected) == how_many(b->against, b->elected) &&
           how_many(a->abstaining, a->elected) == how_many(b->abstaining, b->elected);
}

static int by_weight(const void *a, const void *b) {
    const struct described *x = a, *y = b;
    return x->class.weight != y->class.weight
               ? (x->class.weight < y->class.weight) - (x->class.weight > y->class.weight)
               : (x->at > y->at) - (x->at < y->at);
}

/* The weight in every forecast of the kind of the first of these classes. */
static struct veto_expect_chance weigh_kind(const struct answers *answers,
                                            const struct described *classes, size_t count) {
    for (size_t row = 0; row < answers->count; row++) {
        answers->room[row] = 0;
        for (size_t i = 0; i < count; i++)
            if (are_one_kind(&classes[0].kind, &classes[i].kind))
                answers->room[row] +=
                    answers->numbers[row * answers->width + NUMBERS + classes[i].at];
    }
    return interval_of(answers->room, answers->count);
}

/* Which of the kinds this one is; `count` where none of them is. */
static size_t find_kind(const struct veto_expect_kind *kinds, size_t count,
                        const struct veto_expect_kind *kind) {
    size_t at = 0;
    while (at < count && !are_one_kind(&kinds[at], kind))
        at++;
    return at;
}

/* Classes come sorted: the first of a kind is its heaviest. */
static size_t put_together(struct veto_expect_kind *kinds, const struct answers *answers,
                           const struct described *classes, size_t count) {
    size_t kind_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct veto_expect_kind made = classes[i].kind;
        if (find_kind(kinds, kind_count, &made) < kind_count)
            continue;
        made.weight = weigh_kind(answers, classes + i, count - i);
        size_t at = kind_count++;
        for (; at > 0 && kinds[at - 1].weight.p < made.weight.p; at--)
            kinds[at] = kinds[at - 1];
        kinds[at] = made;
    }
    return kind_count;
}

static struct described *describe_all(const struct answers *answers, struct arena *arena,
                                      const struct fit *fit, const struct question *question) {
    size_t count = answers->width - NUMBERS;
    struct described *classes = arena_array(arena, struct described, count);
    double *before = arena_array(arena, double, count);
    forecast_mix(before, fit, question);
    for (size_t i = 0; i < count; i++) {
        classes[i].at = i;
        classes[i].class.before = before[i];
        classes[i].class.weight = answers->numbers[NUMBERS + i];
        describe_class(&classes[i], arena, fit, question);
    }
    qsort(classes, count, sizeof *classes, by_weight);
    return classes;
}

static void write_kinds(const struct answers *answers, struct veto_expectation *found,
                        struct arena *arena, const struct fit *fit,
                        const struct question *question) {
    size_t count = answers->width - NUMBERS;
    struct described *described = describe_all(answers, arena, fit, question);
    struct veto_expect_kind *kinds = arena_array(arena, struct veto_expect_kind, count);
    struct veto_expect_class *classes = arena_array(arena, struct veto_expect_class, count);
    found->kind_count = put_together(kinds, answers, described, count);
    for (size_t i = 0; i < count; i++) {
        classes[i] = described[i].class;
        classes[i].kind = find_kind(kinds, found->kind_count, &described[i].kind);
    }
    found->kinds = kinds;
    found->classes = classes;
    found->class_count = count;
}

/* ---- sources ---- */

/* What each vote of the sample brought to the mix of kinds, as fit_mix has it, in proportion to how
 * much the answer leans on each kind. What is not there comes from the priors. */
static void add_shares(double *shares, const struct fit *fit, unsigned start,
                       const struct question *question, const double *lean) {
    unsigned kinds = fit->settings.kinds;
    const struct sample *sample = fit->sample;
    const struct mixture *mixture = &fit->mixtures[start];
    double strength = fit->settings.topic, on_topic = strength, all = 0.5 * kinds;
    for (unsigned kind = 0; kind < kinds; kind++) {
        all += mixture->sums[kind];
        if (question->topic != ANY_TOPIC)
            on_topic += mixture->topic_sums[(size_t)question->topic * kinds + kind];
    }
    for (size_t i = 0; i < sample->count; i++) {
        bool same = sample->matrix->calls[sample->votes[i]].topic == question->topic;
        double part =
            question->topic == ANY_TOPIC ? 1 / all : ((same ? 1 : 0) + strength / all) / on_topic;
        for (unsigned kind = 0; kind < kinds; kind++)
            shares[i] += sample->mix_weights[i] * part * mixture->parts[i * kinds + kind] *
                         lean[start * kinds + kind];
    }
}

static void keep_heaviest(struct veto_expect_source *sources, size_t *count,
                          struct veto_expect_source source) {
    size_t at = *count < MOST_SOURCES ? (*count)++ : MOST_SOURCES;
    for (; at > 0 && sources[at - 1].share < source.share; at--)
        if (at < MOST_SOURCES)
            sources[at] = sources[at - 1];
    if (at < MOST_SOURCES)
        sources[at] = source;
}

/* What comes from the vote that the draft is like, and not from the mix. */
static double share_of_like(const struct fit *fit, const struct question *question,
                            const double *lean) {
    double share = 1;
    for (unsigned start = 0; start < fit->settings.starts; start++)
        for (unsigned kind = 0; kind < fit->settings.kinds; kind++)
            share -= lean[start * fit->settings.kinds + kind] *
                     fit_mix(fit, start, question->topic)[kind];
    return share;
}

static void write_sources(struct veto_expectation *found, struct arena *arena,
                          const struct fit *fit, const struct question *question,
                          const double *weights) {
    const struct sample *sample = fit->sample;
    double *shares = arena_array(arena, double, sample->count + 1);
    size_t count = fit->settings.starts * fit->settings.kinds;
    double *lean = arena_array(arena, double, count);
    struct veto_expect_source *sources =
        arena_array(arena, struct veto_expect_source, MOST_SOURCES);
    forecast_mix(lean, fit, question);
    for (size_t i = 0; i < count; i++) /* over what the mix alone would give */
        lean[i] = weights[i] / lean[i] * (1 - question->like_weight) / fit->settings.starts;
    double like = question->like ? share_of_like(fit, question, lean) : 0;
    for (unsigned start = 0; start < fit->settings.starts; start++)
        add_shares(shares, fit, start, question, lean);
    for (size_t i = 0; i < sample->count; i++) {
        const struct roll_call *call = &sample->matrix->calls[sample->votes[i]];
        double own = call == question->like ? like : 0;
        like -= own;
        keep_heaviest(sources, &found->source_count,
                      (struct veto_expect_source){call->vote, shares[i] + own});
    }
    if (like > 0) /* it is not in the sample */
        keep_heaviest(sources, &found->source_count,
                      (struct veto_expect_source){question->like->vote, like});
    found->sources = sources;
}

void answers_write(const struct answers *answers, struct veto_expectation *found,
                   struct arena *arena, const struct fit *fit, const struct question *question) {
    write_chances(answers, found);
    write_kinds(answers, found, arena, fit, question);
    write_sources(found, arena, fit, question, answers->numbers + NUMBERS);
}
