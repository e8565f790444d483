/* What a fit says of one vote: exact, kind by kind, and averaged. */
#pragma once

#include "expect/fit.h"

enum { OPEN = CAST }; /* a ballot of which nothing is known */

/* A vote that is to be. */
struct question {
    int topic; /* or ANY_TOPIC */
    unsigned count, required;
    int actors[SEATS]; /* NO_ACTOR: has not voted yet */
    unsigned groups[SEATS];
    unsigned char given[SEATS];   /* a ballot, or OPEN */
    const struct roll_call *like; /* a vote whose kinds count for `like_weight`, or NULL */
    double like_weight;
};

struct forecast {
    double given;                /* the chance that the ballots given come about */
    double chances[SEATS][CAST]; /* those of each member, given those */
    double outcomes[VETO_OUTCOMES];
    double veto_by[SEATS]; /* vetoed, with this permanent member's vote against */
    double yes[SEATS + 1]; /* so many in favour */
};

/*
 * The weights of all kinds [start * kinds + kind], by the ballots given; and from them the
 * forecast. Members are independent within a kind. The votes in favour and whether a permanent
 * member is against are added up member by member; a draft is adopted with the required majority
 * and no permanent member against (Article 27 (3)).
 */
void forecast_make(struct forecast *forecast, double *weights, const struct fit *fit,
                   const struct question *question);

/* The weights before any ballot is given: their sum is 1. */
void forecast_mix(double *weights, const struct fit *fit, const struct question *question);

/* The vote that a roll call was, nothing given. */
void question_of(struct question *question, const struct roll_call *call);

/* The chance of all ballots of a roll call together. */
double forecast_roll_call(const struct fit *fit, const struct question *question,
                          const unsigned char *ballots);
