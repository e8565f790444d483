/* Large weighted games: coalitions counted by weight, in integers of 256 bits. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/fraction.h"
#include "analysis/power_integral.h"
#include "base/owned.h"

/* Modulo 2^256: what is subtracted on the way never matters. */
struct wide {
    u128 low, high;
};

static void wide_add(struct wide *a, const struct wide *b) {
    u128 low = a->low + b->low; /* a and b may be the same */
    a->high += b->high + (low < a->low);
    a->low = low;
}

static void wide_subtract(struct wide *a, const struct wide *b) {
    a->high -= b->high + (a->low < b->low);
    a->low -= b->low;
}

static struct veto_natural wide_natural(struct wide a) {
    struct veto_natural low = natural_of(a.low), high = natural_of(a.high);
    natural_shift_left(&high, 128);
    natural_add(&high, &low);
    return high;
}

/* ---- the game in small numbers ---- */

struct weighing {
    struct veto_weighted_power *power; /* owned */
    struct arena scratch;
    struct weighted_game game;
    uint32_t weight[VETO_WEIGHTED_MEMBERS]; /* by member */
    uint32_t sorted[VETO_WEIGHTED_MEMBERS];
    unsigned kind_weight[VETO_WEIGHTED_MEMBERS];
    bool shapley_shubik;
};

static bool check(const struct veto_weighted_game *game, struct veto_power_error *error) {
    if (game->members > VETO_WEIGHTED_MEMBERS) {
        snprintf(
            error->text, sizeof error->text,
            "the power of %u members is not computed: their coalitions are counted exactly, in "
            "256 bits, for at most %d",
            game->members, VETO_WEIGHTED_MEMBERS);
        return false;
    }
    if (game->quota == 0) {
        snprintf(error->text, sizeof error->text,
                 "the quota is 0: everything is adopted, and nobody has any power");
        return false;
    }
    u128 total = 0;
    for (unsigned i = 0; i < game->members; i++)
        total += game->weights[i];
    if (total < game->quota) {
        snprintf(error->text, sizeof error->text,
                 "nothing can be adopted: the quota is %llu, and all weights together are %llu",
                 (unsigned long long)game->quota, (unsigned long long)total);
        return false;
    }
    return true;
}

static int compare(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Divides by what divides all weights, and counts no weight for more than the quota: the same
 * coalitions win. */
static bool reduce(struct weighing *work, const struct veto_weighted_game *game,
                   struct veto_power_error *error) {
    uint64_t divisor = 0;
    u128 total = 0;
    for (unsigned i = 0; i < game->members; i++)
        divisor = common_divisor(divisor, game->weights[i]);
    uint64_t quota = game->quota / divisor + (game->quota % divisor != 0);
    for (unsigned i = 0; i < game->members; i++) {
        uint64_t weight = game->weights[i] / divisor;
        total += weight < quota ? weight : quota;
        work->weight[i] = (uint32_t)(weight < quota ? weight : quota);
    }
    if (total > VETO_WEIGHTED_TOTAL) {
        snprintf(error->text, sizeof error->text,
                 "the power of weights this large is not computed: divided by what divides them "
                 "all, they must add up to no more than %d; round them to fewer digits",
                 VETO_WEIGHTED_TOTAL);
        return false;
    }
    memcpy(work->sorted, work->weight, sizeof work->sorted);
    qsort(work->sorted, game->members, sizeof *work->sorted, compare);
    work->game =
        (struct weighted_game){game->members, work->sorted, (uint32_t)quota, (uint32_t)total};
    return true;
}

static void find_weighted_kinds(struct weighing *work) {
    unsigned count = 0, members = work->game.members;
    unsigned *of = arena_array(owned_arena(work->power), unsigned, members);
    unsigned *size = arena_array(owned_arena(work->power), unsigned, members);
    for (unsigned i = 0; i < members; i++) {
        while (of[i] < count && work->kind_weight[of[i]] != work->weight[i])
            of[i]++;
        if (of[i] == count)
            work->kind_weight[count++] = work->weight[i];
        size[of[i]]++;
    }
    work->power->kinds = (struct veto_kinds){members, count, of, size};
}

/* ---- Banzhaf ---- */

/* below[v]: the coalitions with a weight of at most v, for v < bound. */
static struct wide *count_coalitions(const struct weighted_game *game, uint32_t bound,
                                     struct arena *arena) {
    struct wide *below = arena_array(arena, struct wide, bound);
    uint32_t reach = 0;
    below[0].low = 1;
    for (unsigned i = 0; i < game->members; i++) {
        uint32_t weight = game->weights[i];
        reach = reach + weight < bound ? reach + weight : bound - 1;
        for (uint32_t v = reach + 1; v-- > weight;)
            wide_add(&below[v], &below[v - weight]);
    }
    for (uint32_t v = 1; v < bound; v++)
        wide_add(&below[v], &below[v - 1]);
    return below;
}

/*
 * Of the coalitions of all with less than the bound, B(bound), those without a member of weight w
 * are B'(bound) and those with it B'(bound - w), so that it is critical in B'(bound) - B'(bound -
 * w) = B(bound) - 2 B'(bound - w), where B'(v) = B(v) - B'(v - w).
 */
static struct wide count_critical(const struct wide *below, uint32_t bound, uint32_t weight) {
    struct wide critical = below[bound - 1];
    bool minus = true;
    if (weight == 0)
        return (struct wide){0, 0};
    for (uint32_t v = bound; v > weight; minus = !minus) {
        v -= weight;
        for (int twice = 0; twice < 2; twice++)
            (minus ? wide_subtract : wide_add)(&critical, &below[v - 1]);
    }
    return critical;
}

/* A coalition wins unless those outside it have total - quota + 1 or more: members are critical in
 * as many coalitions with that for a quota, and the smaller of the two is less work. */
static void count(struct weighing *work) {
    const struct weighted_game *game = &work->game;
    struct veto_weighted_power *power = work->power;
    uint32_t other = game->total - game->quota + 1;
    bool swap = other < game->quota;
    uint32_t bound = swap ? other : game->quota;
    struct wide *below = count_coalitions(game, bound, &work->scratch);
    struct veto_natural *critical =
        arena_array(owned_arena(power), struct veto_natural, power->kinds.count);
    for (unsigned kind = 0; kind < power->kinds.count; kind++)
        critical[kind] = wide_natural(count_critical(below, bound, work->kind_weight[kind]));
    /* with less than the bound: losing, or, of those outside, what leaves a winning coalition */
    struct veto_natural all = natural_two_to(game->members), rest = all;
    struct veto_natural fewer = wide_natural(below[bound - 1]);
    natural_subtract(&rest, &fewer);
    struct veto_natural winning = swap ? fewer : rest, losing = swap ? rest : fewer;
    power->act = (struct veto_fraction){winning, all};
    power->banzhaf = (struct veto_measure){critical, natural_two_to(game->members - 1)};
    power->banzhaf_normalized = (struct veto_measure){critical, kinds_sum(&power->kinds, critical)};
    power->prevent = (struct veto_measure){critical, winning};
    power->initiate = (struct veto_measure){critical, losing};
}

/* ---- Shapley-Shubik ---- */

/* Of those who are critical anywhere; the others have none. */
static void integrate_weighted(struct weighing *work) {
    unsigned asked[VETO_WEIGHTED_MEMBERS], kinds[VETO_WEIGHTED_MEMBERS], count = 0;
    double index[VETO_WEIGHTED_MEMBERS], error[VETO_WEIGHTED_MEMBERS];
    double *all = arena_array(owned_arena(work->power), double, work->power->kinds.count);
    for (unsigned kind = 0; kind < work->power->kinds.count; kind++) {
        if (natural_is_zero(&work->power->banzhaf.numerator[kind]))
            continue;
        unsigned member = 0;
        while (work->sorted[member] != work->kind_weight[kind])
            member++;
        kinds[count] = kind;
        asked[count++] = member;
    }
    power_integral(&work->game, asked, count, &work->scratch, index, error);
    for (unsigned i = 0; i < count; i++) {
        all[kinds[i]] = index[i];
        if (error[i] > work->power->error)
            work->power->error = error[i];
    }
    work->power->shapley_shubik = all;
}

static void find_weighted_work(void *context) {
    struct weighing *work = context;
    find_weighted_kinds(work);
    count(work);
    if (work->shapley_shubik)
        integrate_weighted(work);
}

enum veto_status veto_power_weighted(struct veto_weighted_power **power,
                                     const struct veto_weighted_game *game, bool shapley_shubik,
                                     struct veto_power_error *error) {
    static const struct veto_weighted_power begun = {.error = 0};
    struct weighing work = {.shapley_shubik = shapley_shubik};
    if (!check(game, error) || !reduce(&work, game, error))
        return VETO_INPUT;
    work.power = owned_new(&begun, sizeof begun);
    bool done = owned_try(work.power, &work.scratch, find_weighted_work, &work);
    arena_free(&work.scratch);
    return owned_give(power, work.power, done ? VETO_OK : VETO_SYSTEM);
}

void veto_weighted_power_free(struct veto_weighted_power *power) {
    owned_free(power);
}
