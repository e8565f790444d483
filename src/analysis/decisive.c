#include <string.h>

#include "analysis/odds_vote.h"

struct deciding {
    struct model_vote on;
    const double *leanings;
    struct allowance *allowance;
    struct arena *arena;
    struct odds_room room;
    struct odds_vote vote; /* with nothing changed */
    struct odds_result result;
};

static void prepare_decisive(struct deciding *deciding, struct odds_vote *vote, veto_set apart) {
    odds_vote_prepare(vote, deciding->arena, deciding->on, apart);
    odds_vote_update(vote, deciding->leanings);
}

/* NULL: it votes with its bloc. */
static struct odds_single *find_single(const struct odds_vote *vote, unsigned member) {
    for (unsigned i = 0; i < vote->single_count; i++)
        if (vote->singles[i].voter.member == member)
            return &vote->singles[i];
    return NULL;
}

/* The chance of adoption once this member votes so. */
static double adopted_with(struct deciding *deciding, const struct odds_vote *vote,
                           struct odds_single *single, enum veto_ballot ballot) {
    struct odds_single before = *single;
    bool bound = veto_set_has(vote->bound, single->voter.member);
    single->by_kind = false;
    for (int other = 0; !bound && other < 3; other++)
        single->chance[other] = other == (int)ballot;
    odds_vote_solve(vote, &deciding->room, 0, &deciding->result);
    *single = before;
    return deciding->result.outcome[VETO_ADOPTED];
}

/* The vote with this member out of its bloc: worked out anew where that is nothing, and else by
 * what is known of the bloc without it. False: it takes more than is allowed. */
static bool take_out(struct deciding *deciding, unsigned member, struct odds_vote *apart) {
    enum { FEW = 8 };
    const struct odds_vote *vote = &deciding->vote;
    unsigned in_blocs = 0;
    for (size_t i = 0; i < vote->bloc_count; i++)
        in_blocs += vote->blocs[i].count;
    prepare_decisive(deciding, apart, veto_set_of(member));
    if (in_blocs <= FEW) {
        odds_vote_prepare_blocs(apart, ODDS_PARTS_AGAINST, deciding->arena);
        return odds_vote_integrate(apart, deciding->allowance);
    }
    for (size_t i = 0; i < apart->bloc_count; i++)
        odds_bloc_borrow(&apart->blocs[i], vote->blocs, member);
    return true;
}

/* A vote in favour never does harm, so the difference of the two chances is the chance that it
 * makes the difference. */
static bool find_one(struct deciding *deciding, unsigned member, double *chance) {
    struct odds_vote apart, *vote = &deciding->vote;
    if (!find_single(vote, member)) {
        if (!take_out(deciding, member, &apart))
            return false;
        vote = &apart;
    }
    struct odds_single *single = find_single(vote, member);
    double with = adopted_with(deciding, vote, single, VETO_YES);
    double without = adopted_with(deciding, vote, single, VETO_NO);
    *chance = with - without;
    return true;
}

static bool find_each(struct deciding *deciding, double *decisive) {
    unsigned members = deciding->on.scenario->members_count;
    if (!allowance_take(deciding->allowance, 2 * members * odds_vote_steps(&deciding->vote, 0)))
        return false;
    for (unsigned member = 0; member < members; member++)
        if (!find_one(deciding, member, &decisive[member]))
            return false;
    return true;
}

static bool find_by_states(struct deciding *deciding, double *decisive) {
    if (!odds_vote_solve_states(&deciding->vote, ODDS_DECISIVE, deciding->allowance,
                                deciding->arena, &deciding->result))
        return false;
    memcpy(decisive, deciding->result.veto_by,
           deciding->on.scenario->members_count * sizeof *decisive);
    return true;
}

bool decisive_find(struct model_vote on, const double *leanings, struct allowance *allowance,
                   struct arena *arena, double *decisive) {
    struct deciding *deciding = arena_new(arena, struct deciding);
    const struct veto_rules *rules = &on.scenario->rules;
    bool states = rules->majority_count > 0;
    deciding->on = on;
    deciding->leanings = leanings;
    deciding->allowance = allowance;
    deciding->arena = arena;
    odds_room_prepare(&deciding->room, rules, arena);
    prepare_decisive(deciding, &deciding->vote, 0);
    odds_vote_prepare_blocs(&deciding->vote, states ? ODDS_PARTS_NONE : ODDS_PARTS_WITHOUT, arena);
    if (!odds_vote_integrate(&deciding->vote, allowance) ||
        !(states ? find_by_states : find_each)(deciding, decisive))
        return false;
    /* rounding may leave the range */
    for (unsigned member = 0; member < on.scenario->members_count; member++)
        decisive[member] = decisive[member] < 0 ? 0 : decisive[member] > 1 ? 1 : decisive[member];
    return true;
}
