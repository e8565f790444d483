/*
 * The odds of one vote: a draft at given leanings. Its units are members and blocs, which are
 * independent of each other.
 */
#pragma once

#include "analysis/odds_bloc.h"
#include "analysis/odds_table.h"
#include "meeting/model.h"
#include "veto/odds.h"

/* A member outside blocs. */
struct odds_single {
    struct odds_voter voter;
    bool modelled;    /* else the draft gives its chances, or fixes its ballot */
    bool by_kind;     /* its chances are those of the kind in which the draft is at the time */
    bool known;       /* chance is of these numbers */
    double chance[3]; /* a member that does not vote counts as one that abstains */
};

struct odds_vote {
    const struct veto_scenario *scenario;
    int draft;
    enum veto_question question;
    veto_set holders; /* whose vote against can be a veto: none on a procedural question */
    veto_set bound;   /* who abstains whatever it votes (Article 27 (3)) */
    struct odds_single *singles;        /* those that hold a veto come last */
    unsigned single_count, plain_count; /* of them without a veto */
    struct odds_bloc *blocs;            /* those in which there are some with a veto come last */
    size_t bloc_count, plain_blocs;
    unsigned unit_members; /* singles with a veto, and all in blocs in which some have one */
};

/* What comes out of it. */
struct odds_result {
    double outcome[VETO_NOT_PUT];
    double veto_by[VETO_MAX_MEMBERS]; /* or who decides, as below */
    double yes[VETO_MAX_MEMBERS + 1];
    double error;
};

/* Tables to work with. */
struct odds_room {
    double *cells;
    size_t size; /* doubles a table */
};

void odds_room_prepare(struct odds_room *room, const struct veto_rules *rules, struct arena *arena);

/* Sorts the members into units, those `apart` out of their blocs. The scenario's ballots,
 * obligations and veto holders are read now; its numbers in odds_vote_update. */
void odds_vote_prepare(struct odds_vote *vote, struct arena *arena, struct model_vote on,
                       veto_set apart);

/* Brings the chances up to date with the scenario's numbers and these leanings on the draft. What
 * has not changed is not worked out again. */
void odds_vote_update(struct odds_vote *vote, const double *leanings);

/* Blocs are worked out apart, as the only part that may take long: their room, as
 * odds_bloc_prepare has it, and their distributions, which must be up to date for all that follows.
 * False: it takes more than is allowed. */
size_t odds_vote_prepare_blocs(struct odds_vote *vote, enum odds_parts parts, struct arena *arena);
bool odds_vote_integrate(struct odds_vote *vote, struct allowance *allowance);

/* Works out `what` (VETO_ODDS_...) under the rules of the scenario. Without further majorities,
 * which only the votes in favour do not ask for. It takes so many steps. */
void odds_vote_solve(const struct odds_vote *vote, const struct odds_room *room, unsigned what,
                     struct odds_result *result);
uint64_t odds_vote_steps(const struct odds_vote *vote, unsigned what);

/* Outcomes, and with VETO_ODDS_VETO_BY who vetoes, under any rules. With ODDS_DECISIVE, in the
 * place of that: the chance that with all other ballots as they come, a member's vote in favour
 * adopts the draft and its vote against does not. False: it takes more than is allowed. What it
 * allocates is for the caller to free. */
enum { ODDS_DECISIVE = VETO_ODDS_ALL + 1 };
bool odds_vote_solve_states(const struct odds_vote *vote, unsigned what,
                            struct allowance *allowance, struct arena *arena,
                            struct odds_result *result);

/*
 * A vote has a part for each kind that the draft may be of, else one. odds_vote_part goes over to
 * one and returns its weight; within it, all units are independent. odds_result_add adds what came
 * out of a part to the whole.
 */
size_t odds_vote_parts(const struct odds_vote *vote);
double odds_vote_part(const struct odds_vote *vote, size_t index);
void odds_result_add(struct odds_result *sum, double weight, const struct odds_result *part);

/* decisive[member], as struct veto_flips has it, from the leanings at the vote, one a member.
 * False: it takes more than is allowed. Under arenas_try. */
bool decisive_find(struct model_vote on, const double *leanings, struct allowance *allowance,
                   struct arena *arena, double *decisive);
