#include <stdint.h>
#include <string.h>

#include "analysis/odds_vote.h"

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

/* ---- who vetoes ---- */

/* The veto holders outside blocs, then the blocs in which there are some, are numbered as units. */
struct solving {
    const struct odds_vote *vote;
    const struct odds_room *room;
    const struct odds_single *singles;
    const struct odds_bloc *blocs;
    unsigned single_count, units;
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
    if (unit < work->single_count)
        odds_table_add(&work->shape, table, work->singles[unit].chance);
    else
        add_bloc_to(&work->shape, &work->blocs[unit - work->single_count], table,
                    table_in(work->room, spare));
}

/* `table` holds all but this unit. */
static void leave_one(const struct solving *work, unsigned unit, const struct odds_table *table,
                      unsigned spare) {
    if (unit < work->single_count) {
        const struct odds_single *single = &work->singles[unit];
        work->veto_by[single->voter.member] =
            single->chance[VETO_NO] *
            odds_table_veto_with(&work->shape, &work->plain, &work->sums, table);
        return;
    }
    const struct odds_bloc *bloc = &work->blocs[unit - work->single_count];
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
static void start_holders(const struct solving *work, struct odds_table *table) {
    double chance[VETO_MAX_MEMBERS][3];
    for (unsigned i = 0; i < work->single_count; i++)
        memcpy(chance[i], work->singles[i].chance, sizeof chance[i]);
    odds_table_start_holders(&work->shape, table, (const double(*)[3])chance, work->single_count);
    for (unsigned i = work->single_count; i < work->units; i++)
        add_vote_unit(work, i, table, 2);
}

static void solve_part(const struct odds_vote *vote, const struct odds_room *room, unsigned what,
                       struct odds_result *result) {
    struct odds_table holders = table_in(room, 1);
    struct solving work;
    work.vote = vote;
    work.room = room;
    work.singles = vote->singles + vote->plain_count;
    work.blocs = vote->blocs + vote->plain_blocs;
    work.single_count = vote->single_count - vote->plain_count;
    work.units = work.single_count + (unsigned)(vote->bloc_count - vote->plain_blocs);
    work.shape = odds_shape_of(&vote->scenario->rules, vote->holders, vote->unit_members);
    work.plain = table_in(room, 0);
    work.veto_by = result->veto_by;
    add_plain(&work);
    start_holders(&work, &holders);
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
    if (!work.shape.top || !work.units)
        return;
    odds_table_start(&work.shape, &holders);
    leave_each_voter(&work, 0, work.units, &holders, 2);
}

/*
 * ---- kinds ----
 *
 * The odds of a vote on a draft of one of several kinds: kind by kind, as members are independent
 * within one, and added up by the weights. Without kinds there is one part, of weight 1.
 */

size_t odds_vote_parts(const struct odds_vote *vote) {
    size_t kinds = vote->scenario->drafts[vote->draft].kind_count;
    return kinds ? kinds : 1;
}

double odds_vote_part(const struct odds_vote *vote, size_t index) {
    const struct veto_draft *draft = &vote->scenario->drafts[vote->draft];
    if (!draft->kind_count)
        return 1;
    for (unsigned i = 0; i < vote->single_count; i++)
        if (vote->singles[i].by_kind)
            memcpy(vote->singles[i].chance,
                   draft->kinds[index].chance[vote->singles[i].voter.member],
                   sizeof vote->singles[i].chance);
    return draft->kinds[index].weight;
}

void odds_result_add(struct odds_result *sum, double weight, const struct odds_result *part) {
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        sum->outcome[i] += weight * part->outcome[i];
    for (unsigned i = 0; i < VETO_MAX_MEMBERS; i++)
        sum->veto_by[i] += weight * part->veto_by[i];
    for (unsigned i = 0; i <= VETO_MAX_MEMBERS; i++)
        sum->yes[i] += weight * part->yes[i];
    sum->error += weight * part->error;
}

/* Every unit of holders is added to a table, and for who vetoes to one at each halving. */
uint64_t odds_vote_steps(const struct odds_vote *vote, unsigned what) {
    const struct veto_rules *rules = &vote->scenario->rules;
    unsigned top = odds_shape_of(rules, vote->holders, rules->members).top;
    uint64_t table = (uint64_t)(top + 1) * (vote->unit_members + 2), adds = 1, blocs = 0;
    uint64_t plain = rules->members + 2;
    for (unsigned i = 1; what & VETO_ODDS_VETO_BY && i < vote->unit_members; i *= 2)
        adds++;
    for (size_t i = 0; i < vote->bloc_count; i++) {
        const struct odds_bloc *bloc = &vote->blocs[i];
        uint64_t cells = (uint64_t)(bloc->count + 1) * bloc->rows;
        blocs += cells * (bloc->holders ? table * (adds + bloc->holders) : plain);
    }
    return odds_vote_parts(vote) * (plain * plain + vote->unit_members * table * adds + blocs);
}

void odds_vote_solve(const struct odds_vote *vote, const struct odds_room *room, unsigned what,
                     struct odds_result *result) {
    if (odds_vote_parts(vote) == 1) {
        odds_vote_part(vote, 0);
        solve_part(vote, room, what, result);
        return;
    }
    memset(result, 0, sizeof *result);
    for (size_t i = 0; i < odds_vote_parts(vote); i++) {
        struct odds_result part = {.error = 0};
        double weight = odds_vote_part(vote, i);
        if (weight == 0)
            continue;
        solve_part(vote, room, what, &part);
        odds_result_add(result, weight, &part);
    }
}
