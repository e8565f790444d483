/*
 * A bloc on one draft: the joint distribution of its members' ballots, by an integral over the part
 * of the opinion that they share. Given that part, they vote independently.
 */
#ifndef ANALYSIS_ODDS_BLOC_H
#define ANALYSIS_ODDS_BLOC_H

#include "analysis/odds_table.h"
#include "base/arena.h"

/* One member, and what its chances depend on. */
struct odds_voter {
    unsigned member;
    bool holder;
    double leaning, volatility, tendency;
};

struct odds_bloc {
    int bloc; /* index in the scenario */
    unsigned count, holders;
    struct odds_voter *voters;
    double cohesion;
    bool known;    /* what follows is that of these numbers */
    double step;   /* of the trapezoidal rule; 0: cohesion is 1, and the integral a sum */
    double error;  /* of any cell of what follows, by comparison of two steps */
    double *cells; /* the distribution: [against * (count + 1) + in favour]; and behind it, for
                      every holder, that of the others while it votes against, one column and one
                      row smaller: odds_bloc_part() */
    double *sums;  /* for the work, as large as `cells` and a quarter more */
};

/* Makes room. The voters are set and counted, without their numbers. */
void odds_bloc_prepare(struct odds_bloc *bloc, struct arena *arena);

/* Brings the distribution up to date with voters and cohesion. */
void odds_bloc_integrate(struct odds_bloc *bloc);

/* The distribution; or with `against` that of the others, jointly with the negative vote of this
 * voter, a holder. */
struct odds_part odds_bloc_part(const struct odds_bloc *bloc, const struct odds_voter *against);

/* Calls visit(context, weight, chance) at every point of the integral, after odds_bloc_integrate.
 * chance[i] is of voter i. The weights add up to 1. */
typedef void odds_visit(void *context, double weight, double (*chance)[3]);
void odds_bloc_points(const struct odds_bloc *bloc, odds_visit *visit, void *context);

#endif
