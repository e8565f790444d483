/*
 * The ternary measures from the number of adopted profiles by tally.
 *
 * Shapley-Shubik. Of a roll call, look at who has been called before member i and what they said.
 * i's ballot b settles it for adoption if, all later members saying no, the draft is adopted with b
 * and not with no; it settles it against if, all later members saying yes, it is adopted with yes
 * and not with b. A profile x of the n - 1 others, of whom m say no, stands for the former once for
 * each set of later members among those m; if r of them come later, there are (n-1-r)! r! orders
 * and 3^r ballots of theirs that do not matter. Together
 *
 *     W(m) = sum over r of C(m, r) (n-1-r)! r! 3^r = n! times the integral over p from 0 to 1 of
 *            p^(n-1-m) (3-2p)^m,      whence  W(m) = (n! + 2 m W(m-1)) / (n - m).
 *
 * With a(x) = 1 where i's yes adopts and its abstention does not, and d(x) = 1 where its abstention
 * adopts and its no does not, a yes settles for adoption at a + d and an abstention at d. So i is
 * pivotal in (a + 2d) W(m) + (2a + d) W(y) roll calls for each x with y in favour; summed over x,
 * that is, for each adopted profile by i's ballot in it,
 *
 *     yes: W(m) + 2 W(y)      abstain: W(m) - W(y)      no: -2 W(m) - W(y)
 *
 * with m and y counted without i. The members without a veto who are not in favour abstain or say
 * no as they like, so that over c of them W becomes V(c, m) = V(c-1, m) + V(c-1, m+1), V(0, m) =
 * W(m); and where it does not depend on m, it becomes 2^c W.
 */
#include "analysis/power_game.h"

struct sums {
    const struct game *game;
    const struct veto_natural **settled; /* [c][m]: V(c, m) */
    u128 adopted;                        /* at most 3^64 < 2^102 */
    u128 yes[VETO_MAX_MEMBERS], abstain[VETO_MAX_MEMBERS], no[VETO_MAX_MEMBERS]; /* [kind], adopted
                                            profiles by its ballot */
    struct veto_natural *plus, *minus; /* [kind], roll calls */
};

/* A cell, and what follows from it. */
struct tally {
    const struct game_cell *cell;
    unsigned rest;                      /* members without a veto who are not in favour */
    const struct veto_natural *settled; /* [m]: V(rest, m) */
    const struct veto_natural *yes_less, *yes_count; /* W(y - 1), W(y), of all in favour */
};

static void add_holder(struct sums *sums, unsigned kind, const struct tally *tally) {
    unsigned against = tally->cell->no_holders;
    u128 no = tally->cell->no[kind], abstain = tally->cell->all - tally->cell->yes[kind] - no;
    if (abstain + no == 0)
        return;
    sums->abstain[kind] += abstain << tally->rest;
    sums->no[kind] += no << tally->rest;
    natural_add_product(&sums->plus[kind], &tally->settled[against], abstain);
    if (no)
        natural_add_product(&sums->minus[kind], &tally->settled[against - 1], 2 * no);
    natural_add_product(&sums->minus[kind], tally->yes_count, (abstain + no) << tally->rest);
}

/* Half of them abstain: of V, once plus and twice minus remains once minus. */
static void add_other(struct sums *sums, unsigned kind, const struct tally *tally) {
    u128 rest = tally->cell->all - tally->cell->yes[kind];
    if (rest == 0)
        return;
    sums->abstain[kind] += rest << (tally->rest - 1);
    sums->no[kind] += rest << (tally->rest - 1);
    const struct veto_natural *settled = sums->settled[tally->rest - 1];
    natural_add_product(&sums->minus[kind], &settled[tally->cell->no_holders], rest);
    natural_add_product(&sums->minus[kind], tally->yes_count, rest << tally->rest);
}

static void add_ternary_cell(void *context, const struct game_cell *cell) {
    struct sums *sums = context;
    const struct game *game = sums->game;
    unsigned in_favour = cell->yes_holders + cell->yes_others;
    struct tally tally = {cell, game->others - cell->yes_others, NULL, NULL, NULL};
    tally.settled = sums->settled[tally.rest];
    tally.yes_less = in_favour > 0 ? &sums->settled[0][in_favour - 1] : NULL;
    tally.yes_count = in_favour < game->members ? &sums->settled[0][in_favour] : NULL;
    sums->adopted += cell->all << tally.rest;
    for (unsigned kind = 0; kind < game->kind_count; kind++) {
        u128 yes = cell->yes[kind];
        if (yes) {
            sums->yes[kind] += yes << tally.rest;
            natural_add_product(&sums->plus[kind], &tally.settled[cell->no_holders], yes);
            natural_add_product(&sums->plus[kind], tally.yes_less, yes << (tally.rest + 1));
        }
        (game->kinds[kind].holder ? add_holder : add_other)(sums, kind, &tally);
    }
}

/* V(c, m), for c + m < n */
static const struct veto_natural **
find_settled(const struct game *game, const struct veto_natural *all_orders, struct arena *arena) {
    unsigned n = game->members;
    const struct veto_natural **settled =
        arena_array(arena, const struct veto_natural *, game->others + 1);
    struct veto_natural *row = arena_array(arena, struct veto_natural, n);
    for (unsigned m = 0; m < n; m++) {
        row[m] = *all_orders;
        if (m > 0)
            natural_add_product(&row[m], &row[m - 1], 2 * m);
        natural_divide(&row[m], n - m);
    }
    settled[0] = row;
    for (unsigned c = 1; c <= game->others && c < n; c++) {
        unsigned count = n - c;
        row = arena_array(arena, struct veto_natural, count);
        for (unsigned m = 0; m < count; m++) {
            row[m] = settled[c - 1][m];
            natural_add(&row[m], &settled[c - 1][m + 1]);
        }
        settled[c] = row;
    }
    return settled;
}

static u128 three_to(unsigned n) {
    u128 power = 1;
    for (unsigned i = 0; i < n; i++)
        power *= 3;
    return power;
}

bool power_ternary(const struct game *game, struct arena *arena, struct veto_power *power) {
    unsigned n = game->members, kinds = game->kind_count;
    struct veto_natural all_orders = natural_factorial(n), of_others = natural_of(three_to(n - 1));
    struct veto_natural *decisive = arena_array(arena, struct veto_natural, 5 * kinds);
    struct veto_natural *over_abstain = decisive + kinds, *over_no = decisive + 2 * kinds;
    struct sums sums = {.game = game, .settled = find_settled(game, &all_orders, arena)};
    sums.plus = decisive + 3 * kinds;
    sums.minus = decisive + 4 * kinds;
    if (!game_count(game, true, arena, add_ternary_cell, &sums))
        return false;
    for (unsigned kind = 0; kind < kinds; kind++) {
        decisive[kind] = natural_of(sums.yes[kind] - sums.no[kind]);
        over_abstain[kind] = natural_of(sums.yes[kind] - sums.abstain[kind]);
        over_no[kind] = natural_of(sums.abstain[kind] - sums.no[kind]);
        natural_subtract(&sums.plus[kind], &sums.minus[kind]);
    }
    struct veto_natural profiles = natural_of(three_to(n)), roll_calls = natural_of(0);
    natural_add_product(&roll_calls, &all_orders, three_to(n));
    power->ternary_act = (struct veto_fraction){natural_of(sums.adopted), profiles};
    power->ternary_banzhaf = (struct veto_measure){decisive, of_others};
    power->yes_against_abstain = (struct veto_measure){over_abstain, of_others};
    power->abstain_against_no = (struct veto_measure){over_no, of_others};
    power->ternary_shapley_shubik = (struct veto_measure){sums.plus, roll_calls};
    return true;
}
