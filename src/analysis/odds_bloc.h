/*
 * A bloc on one draft: the joint distribution of its members' ballots, by an integral over the part
 * of the opinion that they share. Given that part, they vote independently.
 */
#pragma once

#include "analysis/allowance.h"
#include "analysis/odds_table.h"
#include "base/arena.h"

/* One member, and what its chances depend on. */
struct odds_voter {
    unsigned member;
    bool holder; /* its vote against can be a veto */
    double leaning, volatility, tendency;
};

/* What is kept beside the distribution of all, for some of the voters. */
enum odds_parts {
    ODDS_PARTS_NONE,
    ODDS_PARTS_AGAINST, /* for every holder, that of the others while it votes against */
    ODDS_PARTS_WITHOUT, /* for everyone, that of the others, however it votes */
};

struct odds_bloc {
    int bloc; /* index in the scenario */
    unsigned count, holders;
    struct odds_voter *voters;
    double cohesion;
    bool known;     /* what follows is that of these numbers */
    uint64_t steps; /* what it took to work out, as allowances have it */
    double step;    /* of the trapezoidal rule; 0: cohesion is 1, and the integral a sum */
    double error;   /* of any cell of what follows, by comparison of two steps */
    enum odds_parts parts;
    unsigned rows; /* negative votes from 0 up; the last of them stands for more where holders are
                      more: then it is far beyond what makes a veto, or that very number */
    double *cells; /* the distribution: [against * (count + 1) + in favour]; and behind it the
                      parts, one column smaller: odds_bloc_part() */
    double *sums;  /* for the work, as large as `cells` and some tables more */
};

/* Makes room, when so many negative votes make a veto, and returns for how many numbers; without an
 * arena it only says so. The voters are set and counted, without their numbers. */
size_t odds_bloc_prepare(struct odds_bloc *bloc, unsigned top, enum odds_parts parts,
                         struct arena *arena);

/* Brings the distribution up to date with voters and cohesion. False: it takes more than is
 * allowed. What is up to date is charged for as if it were not, so that what is allowed does not
 * depend on what came before. */
bool odds_bloc_integrate(struct odds_bloc *bloc, struct allowance *allowance);

/* The distribution; or that of the others than `without`, as `parts` has it. */
struct odds_part odds_bloc_part(const struct odds_bloc *bloc, const struct odds_voter *without);

/* A bloc as prepared without its distribution, which stands among those of other `blocs` already,
 * as a whole or, of the one with this member, without it: with ODDS_PARTS_WITHOUT. */
void odds_bloc_borrow(struct odds_bloc *bloc, const struct odds_bloc *blocs, unsigned member);

/* Calls visit(context, weight, chance) at every point of the integral, after odds_bloc_integrate,
 * until it returns false. chance[i] is of voter i. The weights add up to 1. */
typedef bool odds_visit(void *context, double weight, double (*chance)[3]);
bool odds_bloc_points(const struct odds_bloc *bloc, odds_visit *visit, void *context);

/* How many points there are, at most. */
size_t odds_bloc_point_count(const struct odds_bloc *bloc);
