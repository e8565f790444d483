#include "expect/calibration.h"

static const struct fit_settings lives = {.member_life = 4, .mix_life = 4};
static const double to_all = 3, to_topic = 10, to_outcomes = 5;

enum { SORTS = 2 }; /* permanent members and others */

static size_t sort_of(unsigned group) {
    return group == GROUP_PERMANENT ? 0 : 1;
}

/* In place. */
static void settle_rates(double *sums, size_t count, double strength, const double *toward) {
    shrink(sums, sums, count, 1, strength, toward);
}

/* What is added up before anything is shrunk. */
struct sums {
    double *sorts;  /* [sort * CAST + ballot] */
    double *actors; /* [actor * CAST + ballot] */
    unsigned *of;   /* the sort of each actor */
    double outcomes[VETO_OUTCOMES];
};

static void add_rates(struct base_rates *rates, struct sums *sums, const struct roll_call *call,
                      double weight) {
    size_t topics = rates->matrix->topic_count, topic = (size_t)call->topic;
    for (unsigned j = 0; j < call->count; j++) {
        size_t actor = (size_t)call->actors[j], sort = sort_of(call->groups[j]);
        sums->of[actor] = (unsigned)sort;
        rates->seen[actor] = true;
        sums->sorts[sort * CAST + call->ballots[j]] += weight;
        sums->actors[actor * CAST + call->ballots[j]] += weight;
        rates->groups[(sort * topics + topic) * CAST + call->ballots[j]] += weight;
        rates->members[(actor * topics + topic) * CAST + call->ballots[j]] += weight;
    }
    sums->outcomes[call->outcome] += weight;
    rates->outcomes[topic * VETO_OUTCOMES + call->outcome] += weight;
}

/* A member on a topic: its own rate, shifted as its sort is there. */
static void settle_member(struct base_rates *rates, const struct sums *sums, size_t actor,
                          size_t topic) {
    size_t topics = rates->matrix->topic_count, sort = sums->of[actor];
    const double *there = rates->groups + (sort * topics + topic) * CAST;
    double shifted[CAST];
    for (size_t i = 0; i < CAST; i++)
        shifted[i] = sums->actors[actor * CAST + i] * there[i] / sums->sorts[sort * CAST + i];
    share_out(shifted, CAST);
    settle_rates(rates->members + (actor * topics + topic) * CAST, CAST, to_topic, shifted);
}

static void settle_all(struct base_rates *rates, struct sums *sums) {
    static const double even[CAST] = {1. / CAST, 1. / CAST, 1. / CAST};
    static const double any[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = 1. / 3, [VETO_VETOED] = 1. / 3, [VETO_FAILED] = 1. / 3};
    size_t topics = rates->matrix->topic_count, actors = rates->matrix->actor_count;
    for (size_t sort = 0; sort < SORTS; sort++) {
        settle_rates(sums->sorts + sort * CAST, CAST, 1.5, even);
        for (size_t topic = 0; topic < topics; topic++)
            settle_rates(rates->groups + (sort * topics + topic) * CAST, CAST, to_topic,
                         sums->sorts + sort * CAST);
    }
    for (size_t actor = 0; actor < actors; actor++) {
        settle_rates(sums->actors + actor * CAST, CAST, to_all,
                     sums->sorts + sums->of[actor] * (size_t)CAST);
        for (size_t topic = 0; topic < topics; topic++)
            settle_member(rates, sums, actor, topic);
    }
    settle_rates(sums->outcomes, VETO_OUTCOMES, 1.5, any);
    for (size_t topic = 0; topic < topics; topic++)
        settle_rates(rates->outcomes + topic * VETO_OUTCOMES, VETO_OUTCOMES, to_outcomes,
                     sums->outcomes);
}

void base_rates_make(struct base_rates *rates, struct arena *arena, const struct sample *sample,
                     double now) {
    size_t topics = sample->matrix->topic_count, actors = sample->matrix->actor_count;
    struct sample weighed = *sample;
    struct sums sums = {
        .sorts = arena_array(arena, double, SORTS *CAST),
        .actors = arena_array(arena, double, (actors + 1) * CAST),
        .of = arena_array(arena, unsigned, actors + 1),
    };
    *rates = (struct base_rates){
        .matrix = sample->matrix,
        .members = arena_array(arena, double, (actors + 1) * topics * CAST),
        .groups = arena_array(arena, double, SORTS *topics *CAST),
        .seen = arena_array(arena, bool, actors + 1),
        .outcomes = arena_array(arena, double, topics *VETO_OUTCOMES),
    };
    sample_weigh(&weighed, arena, &lives, now);
    for (size_t i = 0; i < weighed.count; i++)
        add_rates(rates, &sums, &weighed.matrix->calls[weighed.votes[i]], weighed.weights[i]);
    settle_all(rates, &sums);
}

const double *base_rates_member(const struct base_rates *rates, int actor, unsigned group,
                                int topic) {
    size_t topics = rates->matrix->topic_count, at = (size_t)topic;
    return actor != NO_ACTOR && rates->seen[actor]
               ? rates->members + ((size_t)actor * topics + at) * CAST
               : rates->groups + (sort_of(group) * topics + at) * CAST;
}

const double *base_rates_outcome(const struct base_rates *rates, int topic) {
    return rates->outcomes + (size_t)topic * VETO_OUTCOMES;
}
