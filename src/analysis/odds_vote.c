#include "analysis/odds_vote.h"

#include <string.h>

/* ---- units ---- */

/* Whether the ballot is left to the member's leaning, or to the kind of the draft. */
static bool is_free(const struct odds_vote *vote, unsigned member) {
    return vote->scenario->drafts[vote->draft].ballots[member].kind == VETO_BY_MODEL &&
           !veto_set_has(vote->bound, member);
}

static bool has_kinds(const struct odds_vote *vote) {
    return vote->scenario->drafts[vote->draft].kind_count > 0;
}

static void add_single(struct odds_vote *vote, unsigned member) {
    const struct veto_preset_ballot *preset = &vote->scenario->drafts[vote->draft].ballots[member];
    struct odds_single *single = &vote->singles[vote->single_count++];
    single->voter.member = member;
    single->voter.holder = veto_set_has(vote->holders, member);
    single->modelled = is_free(vote, member) && !has_kinds(vote);
    single->by_kind = is_free(vote, member) && has_kinds(vote);
    single->known = !single->modelled;
    if (veto_set_has(vote->bound, member))
        single->chance[VETO_ABSTAIN] = 1;
    else if (preset->kind == VETO_CHANCES)
        memcpy(single->chance, preset->chance, sizeof single->chance);
    else if (preset->kind == VETO_FIXED)
        single->chance[preset->ballot < VETO_ABSTAIN ? preset->ballot : VETO_ABSTAIN] = 1;
}

static void add_bloc(struct odds_vote *vote, struct arena *arena, int index, veto_set voters) {
    struct odds_bloc *bloc = &vote->blocs[vote->bloc_count++];
    *bloc = (struct odds_bloc){.bloc = index, .holders = veto_set_count(voters & vote->holders)};
    bloc->voters = arena_array(arena, struct odds_voter, veto_set_count(voters));
    for (unsigned i = 0; i < vote->scenario->members_count; i++)
        if (veto_set_has(voters, i))
            bloc->voters[bloc->count++] =
                (struct odds_voter){.member = i, .holder = veto_set_has(vote->holders, i)};
}

/* All units without a veto, or all in which there is one: `joined` vote with their blocs. */
static void add_units_of(struct odds_vote *vote, struct arena *arena, veto_set joined,
                         bool holders) {
    const struct veto_scenario *scenario = vote->scenario;
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (!veto_set_has(joined, i) && veto_set_has(vote->holders, i) == holders)
            add_single(vote, i);
    for (size_t i = 0; i < scenario->bloc_count; i++) {
        veto_set voters = joined & scenario->blocs[i].members;
        if (voters && ((voters & vote->holders) != 0) == holders)
            add_bloc(vote, arena, (int)i, voters);
    }
}

void odds_vote_prepare(struct odds_vote *vote, struct arena *arena, struct model_vote on,
                       veto_set apart) {
    const struct veto_scenario *scenario = on.scenario;
    *vote = (struct odds_vote){
        .scenario = scenario,
        .draft = on.draft,
        .question = on.question,
        .holders = on.question == VETO_SUBSTANTIVE ? scenario->rules.veto_holders : 0,
        .bound = model_bound(on),
        .singles = arena_array(arena, struct odds_single, scenario->members_count),
        .blocs = arena_array(arena, struct odds_bloc, scenario->bloc_count + 1),
    };
    veto_set joined = 0;
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (scenario->members[i].bloc != VETO_NONE && is_free(vote, i) && !has_kinds(vote))
            joined |= veto_set_of(i) & ~apart;
    add_units_of(vote, arena, joined, false);
    vote->plain_count = vote->single_count;
    vote->plain_blocs = vote->bloc_count;
    add_units_of(vote, arena, joined, true);
    vote->unit_members = vote->single_count - vote->plain_count;
    for (size_t i = vote->plain_blocs; i < vote->bloc_count; i++)
        vote->unit_members += vote->blocs[i].count;
}

/* ---- numbers ---- */

static bool put_number(double *here, double value) {
    bool changed = *here != value;
    *here = value;
    return changed;
}

static bool update_voter(const struct odds_vote *vote, struct odds_voter *voter,
                         const double *leanings) {
    struct model_vote on = {vote->scenario, vote->draft, vote->question};
    bool changed = put_number(&voter->leaning, leanings[voter->member]);
    changed |= put_number(&voter->volatility, on.scenario->members[voter->member].volatility);
    changed |= put_number(&voter->tendency, model_tendency(on, (int)voter->member));
    return changed;
}

void odds_vote_update(struct odds_vote *vote, const double *leanings) {
    for (unsigned i = 0; i < vote->single_count; i++) {
        struct odds_single *single = &vote->singles[i];
        const struct odds_voter *voter = &single->voter;
        if (single->modelled && (update_voter(vote, &single->voter, leanings) || !single->known))
            veto_ballot_chances(voter->leaning, voter->volatility, voter->tendency, single->chance);
        single->known = true;
    }
    for (size_t i = 0; i < vote->bloc_count; i++) {
        struct odds_bloc *bloc = &vote->blocs[i];
        bool changed = put_number(&bloc->cohesion, vote->scenario->blocs[bloc->bloc].cohesion);
        for (unsigned j = 0; j < bloc->count; j++)
            changed |= update_voter(vote, &bloc->voters[j], leanings);
        bloc->known = bloc->known && !changed;
    }
}

/* ---- blocs ---- */

size_t odds_vote_prepare_blocs(struct odds_vote *vote, enum odds_parts parts, struct arena *arena) {
    size_t numbers = 0;
    for (size_t i = 0; i < vote->bloc_count; i++) {
        const struct veto_rules *rules = &vote->scenario->rules;
        unsigned top = odds_shape_of(rules, vote->holders, rules->members).top;
        numbers += odds_bloc_prepare(&vote->blocs[i], top, parts, arena);
    }
    return numbers;
}

bool odds_vote_integrate(struct odds_vote *vote, struct allowance *allowance) {
    for (size_t i = 0; i < vote->bloc_count; i++)
        if (!odds_bloc_integrate(&vote->blocs[i], allowance))
            return false;
    return true;
}
