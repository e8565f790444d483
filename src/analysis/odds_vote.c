#include "analysis/odds_vote.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Tables in use at once: the one of all, and as the veto holders are left out one by one, one for
 * each halving of their number and one for a bloc. */
enum { TABLES = 12 };

void odds_room_prepare(struct odds_room *room, const struct veto_rules *rules,
                       struct arena *arena) {
    struct odds_shape largest = odds_shape_of(rules, rules->veto_holders, rules->members);
    largest.top = veto_set_count(rules->veto_holders); /* veto_needs may change */
    room->size = odds_table_size(&largest);
    room->cells = arena_array(arena, double, TABLES * room->size + 1);
    room->cells += (uintptr_t)room->cells / sizeof(double) % 2;
}

static struct odds_table table_in(const struct odds_room *room, unsigned index) {
    return (struct odds_table){room->cells + index * room->size, 0, 0};
}

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

static unsigned top_of(const struct odds_vote *vote) {
    const struct veto_rules *rules = &vote->scenario->rules;
    return odds_shape_of(rules, vote->holders, rules->members).top;
}

size_t odds_vote_prepare_blocs(struct odds_vote *vote, enum odds_parts parts, struct arena *arena) {
    size_t numbers = 0;
    for (size_t i = 0; i < vote->bloc_count; i++)
        numbers += odds_bloc_prepare(&vote->blocs[i], top_of(vote), parts, arena);
    return numbers;
}

bool odds_vote_integrate(struct odds_vote *vote, struct allowance *allowance) {
    for (size_t i = 0; i < vote->bloc_count; i++)
        if (!odds_bloc_integrate(&vote->blocs[i], allowance))
            return false;
    return true;
}

/* ---- who vetoes ---- */

/* The veto holders outside blocs, then the blocs in which there are some, are numbered as units. */
struct solving {
    const struct odds_vote *vote;
    const struct odds_room *room;
    struct odds_shape shape;
    struct odds_table plain; /* all others */
    struct odds_sums sums;   /* of it */
    double *veto_by;
};

static void add_bloc_to(const struct odds_shape *shape, const struct odds_bloc *bloc,
                        struct odds_table *table, struct odds_table spare) {
    struct odds_part part = odds_bloc_part(bloc, NULL);
    odds_table_add_part(shape, &spare, table, &part);
    odds_table_copy(shape, table, &spare);
}

static void add_vote_unit(const struct solving *work, unsigned unit, struct odds_table *table,
                          unsigned spare) {
    const struct odds_vote *vote = work->vote;
    unsigned singles = vote->single_count - vote->plain_count;
    if (unit < singles)
        odds_table_add(&work->shape, table, vote->singles[vote->plain_count + unit].chance);
    else
        add_bloc_to(&work->shape, &vote->blocs[vote->plain_blocs + unit - singles], table,
                    table_in(work->room, spare));
}

/* `table` holds all but this unit. */
static void leave_one(const struct solving *work, unsigned unit, const struct odds_table *table,
                      unsigned spare) {
    const struct odds_vote *vote = work->vote;
    unsigned singles = vote->single_count - vote->plain_count;
    if (unit < singles) {
        const struct odds_single *single = &vote->singles[vote->plain_count + unit];
        work->veto_by[single->voter.member] =
            single->chance[VETO_NO] *
            odds_table_veto_with(&work->shape, &work->plain, &work->sums, table);
        return;
    }
    const struct odds_bloc *bloc = &vote->blocs[vote->plain_blocs + unit - singles];
    for (unsigned i = 0; i < bloc->count; i++) {
        if (!bloc->voters[i].holder)
            continue;
        struct odds_part others = odds_bloc_part(bloc, &bloc->voters[i]);
        struct odds_table sum = table_in(work->room, spare);
        odds_table_add_part(&work->shape, &sum, table, &others);
        work->veto_by[bloc->voters[i].member] =
            odds_table_veto_with(&work->shape, &work->plain, &work->sums, &sum);
    }
}

/* `table`, the index of one in the room, holds all units but [first, end). Leaves each of them out
 * in turn: adds one half of them, does the other, and the other way round. */
static void leave_each_voter(const struct solving *work, unsigned first, unsigned end,
                             const struct odds_table *table, unsigned next) {
    if (end - first == 1) {
        leave_one(work, first, table, next);
        return;
    }
    unsigned middle = first + (end - first) / 2;
    for (int half = 0; half < 2; half++) {
        struct odds_table most = table_in(work->room, next);
        odds_table_copy(&work->shape, &most, table);
        for (unsigned i = half ? first : middle; i < (half ? middle : end); i++)
            add_vote_unit(work, i, &most, next + 1);
        leave_each_voter(work, half ? middle : first, half ? end : middle, &most, next + 1);
    }
}

/* ---- all of it ---- */

static void add_plain(struct solving *work) {
    const struct odds_vote *vote = work->vote;
    const struct veto_rules *rules = &vote->scenario->rules;
    struct odds_shape shape = odds_shape_of(rules, 0, rules->members);
    double yes[VETO_MAX_MEMBERS], rest[VETO_MAX_MEMBERS];
    for (unsigned i = 0; i < vote->plain_count; i++) {
        const double *chance = vote->singles[i].chance;
        yes[i] = chance[VETO_YES];
        rest[i] = chance[VETO_NO] + chance[VETO_ABSTAIN];
    }
    odds_table_start_plain(&work->plain, yes, rest, vote->plain_count);
    for (size_t i = 0; i < vote->plain_blocs; i++)
        add_bloc_to(&shape, &vote->blocs[i], &work->plain, table_in(work->room, 1));
    odds_table_sums(&work->plain, &work->sums);
}

/* The veto holders outside blocs at once, then the blocs. */
static void start_holders(const struct solving *work, unsigned units, struct odds_table *table) {
    const struct odds_vote *vote = work->vote;
    unsigned singles = vote->single_count - vote->plain_count;
    double chance[VETO_MAX_MEMBERS][3];
    for (unsigned i = 0; i < singles; i++)
        memcpy(chance[i], vote->singles[vote->plain_count + i].chance, sizeof chance[i]);
    odds_table_start_holders(&work->shape, table, (const double(*)[3])chance, singles);
    for (unsigned i = singles; i < units; i++)
        add_vote_unit(work, i, table, 2);
}

/* Every unit of holders is added to a table, and for who vetoes to one at each halving. */
uint64_t odds_vote_part_steps(const struct odds_vote *vote, unsigned what) {
    uint64_t table = (uint64_t)(top_of(vote) + 1) * (vote->unit_members + 2), adds = 1, blocs = 0;
    uint64_t plain = vote->scenario->rules.members + 2;
    for (unsigned i = 1; what & VETO_ODDS_VETO_BY && i < vote->unit_members; i *= 2)
        adds++;
    for (size_t i = 0; i < vote->bloc_count; i++) {
        const struct odds_bloc *bloc = &vote->blocs[i];
        uint64_t cells = (uint64_t)(bloc->count + 1) * bloc->rows;
        blocs += cells * (bloc->holders ? table * (adds + bloc->holders) : plain);
    }
    return plain * plain + vote->unit_members * table * adds + blocs;
}

void odds_vote_solve_part(const struct odds_vote *vote, struct odds_room *room, unsigned what,
                          struct odds_result *result) {
    struct odds_table holders = table_in(room, 1);
    unsigned units =
        vote->single_count - vote->plain_count + (unsigned)(vote->bloc_count - vote->plain_blocs);
    struct solving work;
    work.vote = vote;
    work.room = room;
    work.shape = odds_shape_of(&vote->scenario->rules, vote->holders, vote->unit_members);
    work.plain = table_in(room, 0);
    work.veto_by = result->veto_by;
    add_plain(&work);
    start_holders(&work, units, &holders);
    odds_table_outcomes(&work.shape, &work.plain, &work.sums, &holders, result->outcome);
    result->error = 0;
    for (size_t i = 0; i < vote->bloc_count; i++) {
        const struct odds_bloc *bloc = &vote->blocs[i];
        result->error += bloc->error * (bloc->count + 1) * (bloc->holders + 1);
    }
    if (what & VETO_ODDS_YES)
        odds_table_yes(&work.shape, &work.plain, &holders, result->yes);
    if (!(what & VETO_ODDS_VETO_BY))
        return;
    memset(result->veto_by, 0, sizeof result->veto_by);
    if (!work.shape.top || !units)
        return;
    odds_table_start(&work.shape, &holders);
    leave_each_voter(&work, 0, units, &holders, 2);
}
