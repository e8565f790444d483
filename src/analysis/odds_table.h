/*
 * The distribution of a vote as a table: row k, column y is the probability of y votes in favour
 * and k negative votes of veto holders, where the last row is `top` of them or more. Members are
 * added one by one, or a bloc at a time. This is the kernel of all exact odds.
 */
#pragma once

#include <stddef.h>

#include "veto/council.h"

struct odds_shape {
    unsigned top;      /* negative votes that make a veto; 0: there can be none */
    unsigned stride;   /* columns, even: members + 1, and one more where that is odd */
    unsigned required; /* of the rules */
    unsigned override_at;
};

struct odds_table {
    double *cells;             /* odds_table_size(), on a boundary of 16 bytes */
    unsigned members, holders; /* added so far */
};

/* Of a table for up to so many members, when these hold a veto. */
struct odds_shape odds_shape_of(const struct veto_rules *rules, veto_set holders, unsigned members);

/* Doubles. */
size_t odds_table_size(const struct odds_shape *shape);

/* Nobody has voted yet. */
void odds_table_start(const struct odds_shape *shape, struct odds_table *table);

void odds_table_copy(const struct odds_shape *shape, struct odds_table *to,
                     const struct odds_table *from);

/* Adds a veto holder. `chance` is of yes, no and abstain. */
void odds_table_add(const struct odds_shape *shape, struct odds_table *table,
                    const double chance[3]);

/* Starts a table with all these veto holders; only odds_table_add_part may follow. */
void odds_table_start_holders(const struct odds_shape *shape, struct odds_table *table,
                              const double (*chance)[3], unsigned members);

/* Starts a plain table with all these members: member i is in favour with probability yes[i], and
 * not with probability rest[i]. */
void odds_table_start_plain(struct odds_table *table, const double *yes, const double *rest,
                            unsigned members);

/* A bloc's own distribution: cells[against * columns + in favour], a column more than there are
 * members. The last row stands for so many negative votes or more. */
struct odds_part {
    const double *cells;
    unsigned members, holders, rows;
};

/* to = from with the bloc added. `to` is another table. */
void odds_table_add_part(const struct odds_shape *shape, struct odds_table *to,
                         const struct odds_table *from, const struct odds_part *part);

/*
 * The last two steps work on two tables: one of all members without a veto, in which only the first
 * row counts, and one of those with a veto, or some of them. They are never made one: a sum over
 * all of the first table is all that the second asks of it.
 */
struct odds_sums {
    double below[VETO_MAX_MEMBERS + 2]; /* [y]: fewer than y votes in favour */
    double from[VETO_MAX_MEMBERS + 2];  /* [y]: at least y */
    unsigned members;
};

void odds_table_sums(const struct odds_table *plain, struct odds_sums *sums);

/* outcome[VETO_ADOPTED, VETO_VETOED, VETO_FAILED] once all members are in one of the two. */
void odds_table_outcomes(const struct odds_shape *shape, const struct odds_table *plain,
                         const struct odds_sums *sums, const struct odds_table *holders,
                         double *outcome);

/* The probability of a veto if one more holder votes against. */
double odds_table_veto_with(const struct odds_shape *shape, const struct odds_table *plain,
                            const struct odds_sums *sums, const struct odds_table *holders);

/* yes[0] to yes[members]. */
void odds_table_yes(const struct odds_shape *shape, const struct odds_table *plain,
                    const struct odds_table *holders, double *yes);
