/* Rounds of trials, which threads share out among themselves. */
#pragma once

#include "analysis/odds_plan.h"

enum { ROUND_TRIALS = 1 << 14 };

/* The standard normal quantile, in cells of equal probability: monte_carlo_normal.c. */
struct normal_table;
const struct normal_table *normal_table_new(struct arena *arena);
double normal_from_word(const struct normal_table *table, uint32_t word);

/* A member outside blocs: in favour below one cut of a 32-bit number, against from another up. */
struct sample_single {
    unsigned member;
    bool holder;
    uint64_t yes, no_from;
};

/* One of the parts of a vote (odds_vote_part): taken below the cut by the trials that no part
 * before it took. */
struct sample_part {
    uint64_t cut;
    struct sample_single *singles;
};

struct sample_node {
    const struct odds_node *node;
    struct sample_part *parts;
    size_t part_count;
    /* The rules as a table, for a vote without further majorities: veto_outcome_of asked once for
     * all that can come. */
    unsigned veto_from; /* so many negative votes of holders are a veto; 0: none are */
    unsigned char outcome[2][VETO_MAX_MEMBERS + 1]; /* with fewer than these, and with them:
                                                       of so many votes in favour */
};

/* All that a trial needs, fixed while trials are drawn. */
struct sample {
    const struct veto_odds_plan *plan;
    const struct normal_table *normal;
    struct sample_node *nodes;
    uint64_t seed;
    bool jointly;
};

/* What is counted. All point into one array, so that two of them can be added as arrays. */
struct counts {
    uint64_t *all;
    size_t size;
    uint64_t (*outcomes)[VETO_NOT_PUT]; /* of a draft */
    uint64_t *votes;                    /* of a draft: veto_by, then yes, like draft_numbers */
    uint64_t *rows;                     /* of a history, as the nodes number them */
};

/* Room for one thread: sets of trials for every node. */
struct sample_room;
struct sample_room *sample_room_new(struct arena *arena, const struct sample *sample);
size_t sample_room_size(const struct sample *sample); /* bytes */

struct counts counts_new(struct arena *arena, const struct sample *sample);
size_t counts_size(const struct sample *sample); /* numbers */
void sample_prepare(struct sample *sample, struct arena *arena, const struct veto_odds_plan *plan,
                    uint64_t seed);

/* Draws the trials of one round, `trials` of them, up to ROUND_TRIALS. */
void sample_round(const struct sample *sample, struct sample_room *room, uint64_t round,
                  unsigned trials, struct counts *counts);
