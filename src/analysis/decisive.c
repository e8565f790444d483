#include "analysis/decisive.h"

#include "analysis/odds_vote.h"

/* The scenario, with ballots on one draft that can be changed. */
struct deciding {
    struct veto_scenario scenario;
    struct veto_draft *draft;
    struct model_vote on;
    const double *leanings;
    struct allowance *allowance;
    struct arena *arena;
    struct odds_room room;
    struct odds_vote vote; /* with nothing changed */
    struct odds_result result;
};

static void prepare_decisive(struct deciding *deciding, struct odds_vote *vote) {
    odds_vote_prepare(vote, deciding->arena, deciding->on);
    odds_vote_update(vote, deciding->leanings);
}

/* NULL: it votes with its bloc. */
static struct odds_single *find_single(const struct odds_vote *vote, unsigned member) {
    for (unsigned i = 0; i < vote->single_count; i++)
        if (vote->singles[i].member == member)
            return &vote->singles[i];
    return NULL;
}

/* The chance of adoption once this member votes so. */
static double adopted_with(struct deciding *deciding, const struct odds_vote *vote,
                           struct odds_single *single, enum veto_ballot ballot) {
    struct odds_single before = *single;
    bool bound = veto_set_has(vote->bound, single->member);
    single->by_kind = false;
    for (int other = 0; !bound && other < 3; other++)
        single->chance[other] = other == (int)ballot;
    odds_vote_solve(vote, &deciding->room, 0, &deciding->result);
    *single = before;
    return deciding->result.outcome[VETO_ADOPTED];
}

static bool few_in_blocs(const struct odds_vote *vote) {
    enum { FEW = 8 };
    unsigned count = 0;
    for (size_t i = 0; i < vote->bloc_count; i++)
        count += vote->blocs[i].count;
    return count <= FEW;
}

/* The vote with this member out of its bloc: worked out anew where that is nothing, and else by
 * what is known of the bloc without it. False: it takes more than is allowed. */
static bool take_out(struct deciding *deciding, unsigned member, struct odds_vote *apart) {
    struct veto_preset_ballot *preset = &deciding->draft->ballots[member], before = *preset;
    *preset = (struct veto_preset_ballot){.kind = VETO_FIXED, .ballot = VETO_YES};
    prepare_decisive(deciding, apart);
    *preset = before;
    if (few_in_blocs(&deciding->vote)) {
        odds_vote_prepare_blocs(apart, ODDS_PARTS_AGAINST, deciding->arena);
        return odds_vote_integrate(apart, deciding->allowance);
    }
    for (size_t i = 0; i < apart->bloc_count; i++)
        odds_bloc_borrow(&apart->blocs[i], deciding->vote.blocs, member);
    return true;
}

/* A vote in favour never does harm, so the difference of the two chances is the chance that it
 * makes the difference. */
static bool find_one(struct deciding *deciding, unsigned member, double *chance) {
    struct odds_vote apart, *vote = &deciding->vote;
    struct odds_single *single = find_single(vote, member);
    if (!single) {
        if (!take_out(deciding, member, &apart))
            return false;
        vote = &apart;
        single = find_single(vote, member);
    }
    double with = adopted_with(deciding, vote, single, VETO_YES);
    double without = adopted_with(deciding, vote, single, VETO_NO);
    *chance = with - without;
    return true;
}

static bool find_each(struct deciding *deciding, double *decisive) {
    unsigned members = deciding->scenario.members_count;
    if (!allowance_take(deciding->allowance, 2 * members * odds_vote_steps(&deciding->vote, 0)))
        return false;
    for (unsigned member = 0; member < members; member++)
        if (!find_one(deciding, member, &decisive[member]))
            return false;
    return true;
}

bool decisive_find(const struct veto_scenario *scenario, const struct veto_vote *vote,
                   const double *leanings, struct allowance *allowance, struct arena *arena,
                   double *decisive) {
    struct deciding *deciding = arena_new(arena, struct deciding);
    size_t drafts = scenario->draft_count, members = scenario->members_count;
    bool states = scenario->rules.majority_count > 0;
    struct veto_draft *copies =
        arena_regrow(arena, scenario->drafts, drafts, drafts, sizeof *copies);
    *deciding = (struct deciding){.scenario = *scenario, .leanings = leanings};
    deciding->allowance = allowance;
    deciding->arena = arena;
    deciding->scenario.drafts = copies;
    deciding->draft = &copies[vote->draft];
    deciding->draft->ballots = arena_regrow(arena, deciding->draft->ballots, members, members,
                                            sizeof *deciding->draft->ballots);
    deciding->on = (struct model_vote){&deciding->scenario, vote->draft, vote->question};
    odds_room_prepare(&deciding->room, &scenario->rules, arena);
    prepare_decisive(deciding, &deciding->vote);
    odds_vote_prepare_blocs(&deciding->vote, states ? ODDS_PARTS_NONE : ODDS_PARTS_WITHOUT, arena);
    if (!odds_vote_integrate(&deciding->vote, allowance))
        return false;
    bool found = states ? odds_vote_decisive_states(&deciding->vote, allowance, arena, decisive)
                        : find_each(deciding, decisive);
    for (unsigned member = 0; member < members; member++) /* rounding may leave the range */
        decisive[member] = decisive[member] < 0 ? 0 : decisive[member] > 1 ? 1 : decisive[member];
    return found;
}
