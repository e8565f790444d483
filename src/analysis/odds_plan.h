/*
 * All histories of a meeting that matter to its votes. A node is one vote as some of them come to
 * it; its outcomes lead to the next votes. Histories that have become alike share a node, so that
 * this is a graph; every node stands behind those that lead to it. An adoption without a vote is a
 * node with one outcome.
 */
#pragma once

#include "analysis/odds_alike.h"
#include "analysis/odds_vote.h"
#include "meeting/changes.h"

struct odds_node {
    int draft;
    int from; /* a node before it, or VETO_NONE; all those make the leanings that count here */
    size_t first_change, change_count; /* since then */
    unsigned outcomes;        /* so many there are: VETO_NOT_PUT; 1, VETO_ADOPTED, without a vote */
    int next[VETO_NOT_PUT];   /* the node that each outcome leads to, or VETO_NONE */
    double row[VETO_NOT_PUT]; /* how many histories come before those of this outcome */
    double histories;         /* from here to the end */
    double *leanings;         /* at the vote: [draft * members + member] */
    double reach;             /* the probability of coming here */
    struct odds_vote vote;    /* where one is taken */
    double outcome[VETO_NOT_PUT];
};

struct veto_odds_plan {
    struct arena arena;
    struct veto_scenario scenario; /* with numbers of its own */
    struct veto_member *members;
    struct veto_draft *drafts;
    double *ties;
    struct veto_bloc *blocs;

    struct odds_node *nodes;
    size_t node_count, node_capacity, most_nodes;
    size_t few_nodes; /* with no more, histories that become alike later stay apart */
    struct change *changes;
    size_t change_count, change_capacity;
    bool too_large;
    uint64_t most_steps;        /* of making it, and of every exact answer */
    struct allowance allowance; /* what is left of them in the work at hand */

    struct odds_room room;
    struct arena bloc_room; /* the distributions of blocs in all nodes, for exact answers */
    bool has_blocs;
    unsigned veto_needs; /* for which these were made */
    struct odds_result result;
    struct arena scratch; /* for one evaluation */
    struct arena answer;  /* the joint odds of the last evaluation */
    struct veto_odds odds;
    struct veto_draft_odds *draft_odds;
    double *draft_numbers; /* veto_by and yes of all drafts */
};

/* As veto_odds_plan_within; that sets few_nodes to ODDS_FEW_NODES. */
enum { ODDS_FEW_NODES = 1 << 9 };
enum veto_status odds_plan_make(struct veto_odds_plan **plan, const struct veto_scenario *scenario,
                                uint64_t steps, size_t few_nodes);

/* Makes the graph. Under arenas_try with plan->arena and plan->scratch. */
void odds_plan_build(struct veto_odds_plan *plan);

/* Whether ballots are cast; else the draft is adopted all the same. */
static inline bool odds_node_votes(const struct odds_node *node) {
    return node->outcomes > 1;
}

/* The leanings at every vote, from the numbers of now, and all that each vote needs of them. */
void odds_plan_update(struct veto_odds_plan *plan);

/* Clears the answer of last time. */
void odds_plan_answer(struct veto_odds_plan *plan);
size_t odds_plan_draft_numbers(const struct veto_odds_plan *plan); /* a draft: veto_by, then yes */

/* Whether the joint odds are to be given. */
bool odds_plan_jointly(const struct veto_odds_plan *plan);

/* Gives them: of `trials` histories that were drawn, so many of each as the nodes number them; with
 * NULL by the outcomes of the nodes. Under arenas_try with plan->answer. */
void odds_plan_find_joint(struct veto_odds_plan *plan, const uint64_t *counts, double trials);

/* Sums of rounded numbers may come out above 1 in the last digit. */
static inline double odds_at_most_one(double p) {
    return p < 1 ? p : 1;
}
