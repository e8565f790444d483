/* What a forecast is held against: rates of members and of outcomes, by topic. */
#ifndef EXPECT_BASE_RATES_H
#define EXPECT_BASE_RATES_H

#include "expect/fit.h"

struct base_rates {
    const struct matrix *matrix;
    double *members;  /* [(actor * topics + topic) * CAST + ballot] */
    double *groups;   /* [(elected * topics + topic) * CAST + ballot]: of who has not voted yet */
    bool *seen;       /* one an actor */
    double *outcomes; /* [topic * VETO_OUTCOMES + outcome] */
};

/*
 * From a sample at a time, with a half-life of four years. A member's rate is shrunk by 3 votes to
 * that of the permanent or the elected members; shifted as that one is on the topic; and shrunk to
 * it, on the topic, by 10 votes. Outcomes are shrunk to those of all topics by 5 votes. These
 * numbers did best on 1976 to 1989.
 */
void base_rates_make(struct base_rates *rates, struct arena *arena, const struct sample *sample,
                     double now);

/* The chances of a member's ballots on a topic; of a vote's outcomes. */
const double *base_rates_member(const struct base_rates *rates, int actor, unsigned group,
                                int topic);
const double *base_rates_outcome(const struct base_rates *rates, int topic);

#endif
