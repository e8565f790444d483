/*
 * Shapley-Shubik, Banzhaf and Coleman from the number of winning coalitions by size. A member is
 * critical in S exactly if S wins with it and not without it. As a coalition that wins without it
 * wins with it too, the coalitions in which it is critical are those that win with it less those
 * that win without it, whatever weight each size is given.
 */
#include "analysis/power_game.h"

struct sums {
    const struct game *game;
    const struct veto_natural *orders;                 /* [s]: s! (n-1-s)! */
    u128 winning;                                      /* at most 2^64 */
    u128 critical[VETO_MAX_MEMBERS];                   /* [kind] */
    struct veto_natural *orders_with, *orders_without; /* [kind], each with its orders */
};

static void add_binary_cell(void *context, const struct game_cell *cell) {
    struct sums *sums = context;
    unsigned size = cell->yes_holders + cell->yes_others;
    sums->winning += cell->all;
    for (unsigned kind = 0; kind < sums->game->kind_count; kind++) {
        u128 with = cell->yes[kind], without = cell->all - with;
        sums->critical[kind] += with - without; /* modulo 2^128, and in the end at most 2^63 */
        if (with)
            natural_add_product(&sums->orders_with[kind], &sums->orders[size - 1], with);
        if (without)
            natural_add_product(&sums->orders_without[kind], &sums->orders[size], without);
    }
}

/* s! (n-1-s)! for s from 0 to n-1 */
static const struct veto_natural *find_orders(unsigned members, struct arena *arena) {
    struct veto_natural *orders = arena_array(arena, struct veto_natural, members);
    orders[0] = natural_factorial(members - 1);
    for (unsigned s = 1; s < members; s++) {
        orders[s] = natural_product(&orders[s - 1], s);
        natural_divide(&orders[s], members - s);
    }
    return orders;
}

bool power_binary(const struct game *game, struct arena *arena, struct veto_power *power) {
    unsigned kinds = game->kind_count;
    struct sums sums = {.game = game, .orders = find_orders(game->members, arena)};
    struct veto_natural *critical = arena_array(arena, struct veto_natural, kinds);
    sums.orders_with = arena_array(arena, struct veto_natural, kinds);
    sums.orders_without = arena_array(arena, struct veto_natural, kinds);
    if (!game_count(game, false, arena, add_binary_cell, &sums))
        return false;
    for (unsigned kind = 0; kind < kinds; kind++) {
        critical[kind] = natural_of(sums.critical[kind]);
        natural_subtract(&sums.orders_with[kind], &sums.orders_without[kind]);
    }
    u128 coalitions = (u128)1 << game->members;
    struct veto_natural winning = natural_of(sums.winning);
    power->act = (struct veto_fraction){winning, natural_of(coalitions)};
    power->shapley_shubik =
        (struct veto_measure){sums.orders_with, natural_factorial(game->members)};
    power->banzhaf = (struct veto_measure){critical, natural_of(coalitions / 2)};
    power->banzhaf_normalized = (struct veto_measure){critical, kinds_sum(&power->kinds, critical)};
    power->prevent = (struct veto_measure){critical, winning};
    power->initiate = (struct veto_measure){critical, natural_of(coalitions - sums.winning)};
    return true;
}
