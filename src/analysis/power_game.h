/*
 * Rules as a game: kinds of members, and which tallies adopt. Members who hold no veto differ from
 * each other only by further majorities, and their no is an abstention.
 */
#pragma once

#include "analysis/fraction.h"
#include "base/arena.h"
#include "veto/power.h"

struct game_kind {
    unsigned count;
    unsigned first; /* the first member of it */
    bool holder;
};

struct game {
    unsigned members, holders, others; /* holders of a veto, the others */
    bool quick;                        /* the limits of VETO_POWER_QUICK hold */
    unsigned kind_count;
    unsigned kind_of[VETO_MAX_MEMBERS];
    struct game_kind kinds[VETO_MAX_MEMBERS];
    unsigned majority_count; /* of further majorities that need anything */
    const struct veto_majority *majorities[32];
    /* least[holders in favour][holders against]: so many of the others must be in favour, further
     * majorities aside; others + 1: that many are not enough either */
    uint8_t least[VETO_MAX_MEMBERS + 1][VETO_MAX_MEMBERS + 1];
};

/* What a member of this kind weighs in a further majority. */
uint64_t game_weight(const struct game *game, unsigned majority, unsigned kind);

/*
 * All profiles with the same tally that are adopted. An other member is in favour or not, which is
 * two ballots where an abstention is one of three; so 2^(others not in favour) profiles of ballots
 * are one here.
 */
struct game_cell {
    unsigned yes_holders, no_holders, yes_others;
    u128 all;
    const u128 *yes; /* [kind]: those in which a given member of it is in favour */
    const u128 *no;  /* [kind], of holders: against */
};

typedef void game_visit(void *context, const struct game_cell *cell);

/* Counts them, tally by tally. Without abstentions, a holder who is not in favour is against.
 * False: a limit is passed, and nothing is counted. Under arenas_try. */
bool game_count(const struct game *game, bool abstentions, struct arena *arena, game_visit *visit,
                void *context);

/* The parts of veto_power. They fill in what is theirs, in the arena. False: a limit is passed. */
bool power_binary(const struct game *game, struct arena *arena, struct veto_power *power);
bool power_minimal(const struct game *game, struct arena *arena, struct veto_power *power);
bool power_ternary(const struct game *game, struct arena *arena, struct veto_power *power);
