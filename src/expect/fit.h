/*
 * The fit: latent classes of roll calls, by expectation-maximisation.
 *
 * A vote is of one of several hidden kinds. In each kind c each member i has chances q(c, i, b) of
 * its ballots b, independent of the others'; pi(c | t) are the chances of the kinds on a topic t.
 * The chance of a roll call is the sum over c of pi(c | t) times the product over i of q(c, i, b).
 * Sources: Lazarsfeld and Henry, "Latent Structure Analysis", 1968; Dempster, Laird and Rubin,
 * "Maximum likelihood from incomplete data via the EM algorithm", JRSS B 39, 1977.
 *
 * Votes have weights, and chances are shrunk: those of a member to its region's, by so many votes
 * as settings.member says, the region's to those of all by settings.region, a topic's to those of
 * all topics by settings.topic. Permanent members are shrunk to all. The sum of what is weighed,
 * N(c, i, b), with k votes at the chances q0 beside it, gives (N(c, i, b) + k q0(c, b)) / (N + k).
 *
 * Several starts are made and averaged: a fit is a mixture of all their kinds. Nothing here takes
 * an exponential or a logarithm that is not our own, and sums are in the order of the votes.
 */
#pragma once

#include <stdint.h>

#include "expect/matrix.h"

enum { MOST_STARTS = 16 };

struct fit_settings {
    unsigned kinds, starts, rounds; /* rounds: at most, of each start */
    double member, region, topic;   /* strengths of shrinkage, in votes */
    double member_life, mix_life;   /* half-lives in years, of the chances and of the kinds' mix */
    uint64_t seed;
};

/* Those that were chosen: see docs/expect.md. */
extern const struct fit_settings fit_chosen;

/* What is fitted to: some votes of a record, with a weight each for the chances and one for the mix
 * of kinds. */
struct sample {
    const struct matrix *matrix;
    const size_t *votes; /* indices into its calls */
    size_t count;
    double *weights, *mix_weights;
};

/* One start. */
struct mixture {
    double *chances;  /* [(actor * CAST + ballot) * kinds + kind] */
    double *regional; /* [(group * CAST + ballot) * kinds + kind]: of who has not voted yet */
    double *topics;   /* [topic * kinds + kind]: given the topic */
    double *all;      /* [kind]: on any topic; sum is 1 */
    double *topic_sums, *sums; /* the weights that topics and all came from */
    double *parts; /* [vote * kinds + kind]: the chance that this vote was of that kind */
    double log_likelihood;
    unsigned rounds;
};

struct fit {
    struct fit_settings settings;
    const struct sample *sample;
    double *room;
    bool *seen;            /* one an actor: has voted in the sample */
    unsigned char *groups; /* one an actor: that of its last vote in the sample */
    struct mixture mixtures[MOST_STARTS];
};

/* What is left of a weight after so many years. */
double weight_after(double years, double half_life);

/* Makes numbers add up to 1, unless all are 0; returns what they added up to. */
double share_out(double *numbers, size_t count);

/* Sums of `count` ballots or kinds, `stride` apart, as chances: with `strength` votes at those of
 * `toward` beside them. `to` may be `sums`. */
void shrink(double *to, const double *sums, size_t count, size_t stride, double strength,
            const double *toward);

/* A sample of votes at a time: weights halve with every half-life that they lie back. */
void sample_weigh(struct sample *sample, struct arena *arena, const struct fit_settings *settings,
                  double now);

/* Fits all starts. */
void fit_make(struct fit *fit, struct arena *arena, const struct sample *sample,
              const struct fit_settings *settings);

/* Room for a fit that is to be made again and again. */
void fit_room(struct fit *fit, struct arena *arena, const struct sample *sample,
              const struct fit_settings *settings);

/* The same votes with other weights, those of the fit's own sample, from where `from` has come to:
 * for bootstrap samples, which take a few rounds. */
void fit_again(struct fit *fit, const struct fit *from, unsigned rounds);

/* The chances [ballot * kinds + kind] of an actor, or of one of a group that has not voted. */
const double *fit_chances(const struct fit *fit, unsigned start, int actor, unsigned group);

/* How the kinds of a start share a topic, or ANY_TOPIC. */
const double *fit_mix(const struct fit *fit, unsigned start, int topic);
