/*
 * Johnston, Deegan-Packel and Holler: who else is critical matters, so coalitions are looked at one
 * kind after another. A coalition of a kind has so many members of each kind of member. Kinds are
 * decided about in turn, and a branch is left where no coalition in it can win, or where all win
 * even without any one of their members.
 */
#include <string.h>

#include "analysis/power_game.h"

struct search {
    const struct game *game;
    unsigned order[VETO_MAX_MEMBERS];         /* kinds, in the order of the search */
    uint64_t weights[32][VETO_MAX_MEMBERS];   /* by majority and kind */
    uint64_t later[32][VETO_MAX_MEMBERS + 1]; /* by majority and place in `order`: all from there */
    unsigned later_holders[VETO_MAX_MEMBERS + 1], later_others[VETO_MAX_MEMBERS + 1];

    /* the coalition at hand */
    unsigned taken[VETO_MAX_MEMBERS]; /* by kind */
    uint64_t takes;                   /* the kinds that it takes any of */
    unsigned holders, others;
    uint64_t weight[32];

    uint64_t steps, most_steps;
    u128 minimal, vulnerable;
    u128 holler[VETO_MAX_MEMBERS]; /* by kind: minimal winning coalitions with a given member */
    u128 (*johnston)[VETO_MAX_MEMBERS + 1]; /* [kind][how many are critical] coalitions, times the
                                               members of the kind */
    u128 (*packel)[VETO_MAX_MEMBERS + 1];   /* [kind][size] minimal ones, likewise */
};

static bool wins(const struct search *search, unsigned holders, unsigned others) {
    return others >= search->game->least[holders][search->game->holders - holders];
}

static bool enough_weight(const struct search *search) {
    for (unsigned m = 0; m < search->game->majority_count; m++)
        if (search->weight[m] < search->game->majorities[m]->needed)
            return false;
    return true;
}

/* What a winning coalition can spare. */
struct margin {
    bool holder, other;  /* a member with a veto, one without, as far as their numbers go */
    uint64_t weight[32]; /* by majority */
};

static void find_margin(const struct search *search, struct margin *margin) {
    unsigned holders = search->holders, others = search->others;
    margin->holder = holders > 0 && wins(search, holders - 1, others);
    margin->other = others > 0 && wins(search, holders, others - 1);
    for (unsigned m = 0; m < search->game->majority_count; m++)
        margin->weight[m] = search->weight[m] - search->game->majorities[m]->needed;
}

/* Can it not spare a member of this kind? */
static bool critical(const struct search *search, const struct margin *margin, unsigned kind) {
    if (!(search->game->kinds[kind].holder ? margin->holder : margin->other))
        return true;
    for (unsigned m = 0; m < search->game->majority_count; m++)
        if (search->weights[m][kind] > margin->weight[m])
            return true;
    return false;
}

static unsigned count_critical(const struct search *search, uint64_t *kinds) {
    struct margin margin;
    unsigned count = 0;
    *kinds = 0;
    find_margin(search, &margin);
    for (uint64_t left = search->takes; left; left &= left - 1) {
        unsigned kind = (unsigned)__builtin_ctzll(left);
        if (critical(search, &margin, kind)) {
            *kinds |= (uint64_t)1 << kind;
            count += search->taken[kind];
        }
    }
    return count;
}

/* A winning coalition is whole, and some member critical. */
static void add_coalition(struct search *search, u128 ways) {
    uint64_t kinds;
    unsigned size = search->holders + search->others, count = count_critical(search, &kinds);
    search->vulnerable += ways;
    search->minimal += count == size ? ways : 0;
    for (uint64_t left = kinds; left; left &= left - 1) {
        unsigned kind = (unsigned)__builtin_ctzll(left);
        u128 taken = ways * search->taken[kind];
        search->johnston[kind][count] += taken;
        if (count == size) {
            search->packel[kind][size] += taken;
            search->holler[kind] += taken;
        }
    }
}

static bool can_win(const struct search *search, unsigned place) {
    for (unsigned m = 0; m < search->game->majority_count; m++)
        if (search->weight[m] + search->later[m][place] < search->game->majorities[m]->needed)
            return false;
    return wins(search, search->holders + search->later_holders[place],
                search->others + search->later_others[place]);
}

static void take_one(struct search *search, unsigned kind) {
    search->taken[kind]++;
    search->takes |= (uint64_t)1 << kind;
    ++*(search->game->kinds[kind].holder ? &search->holders : &search->others);
    for (unsigned m = 0; m < search->game->majority_count; m++)
        search->weight[m] += search->weights[m][kind];
}

static void give_back(struct search *search, unsigned kind) {
    unsigned count = search->taken[kind];
    search->taken[kind] = 0;
    search->takes &= ~((uint64_t)1 << kind);
    *(search->game->kinds[kind].holder ? &search->holders : &search->others) -= count;
    for (unsigned m = 0; m < search->game->majority_count; m++)
        search->weight[m] -= count * search->weights[m][kind];
}

/* What is taken wins. Is any of its members critical? The first in the order soonest is. */
static bool any_critical(const struct search *search, unsigned place) {
    struct margin margin;
    find_margin(search, &margin);
    for (unsigned i = 0; i < place; i++)
        if (search->takes >> search->order[i] & 1 && critical(search, &margin, search->order[i]))
            return true;
    return place == 0;
}

/* Of the coalitions that decide about the kinds from `place` on, is there one to look at? */
static bool worth_it(const struct search *search, unsigned place) {
    if (!can_win(search, place))
        return false;
    bool winning = wins(search, search->holders, search->others) && enough_weight(search);
    return !winning || any_critical(search, place);
}

/* All these. False: too many steps. */
static bool look(struct search *search, unsigned place, u128 ways) {
    if (++search->steps > search->most_steps)
        return false;
    if (!worth_it(search, place))
        return true;
    if (place == search->game->kind_count) {
        add_coalition(search, ways);
        return true;
    }
    unsigned kind = search->order[place], members = search->game->kinds[kind].count;
    bool done = look(search, place + 1, ways);
    u128 choose = 1;
    for (unsigned count = 1; count <= members && done; count++) {
        choose = choose * (members + 1 - count) / count;
        take_one(search, kind);
        done = look(search, place + 1, ways * choose);
    }
    give_back(search, kind);
    return done;
}

/* ---- before and after ---- */

/* Holders of a veto first, then by weight: what decides most, soonest. */
static void find_order(struct search *search) {
    const struct game *game = search->game;
    for (unsigned kind = 0; kind < game->kind_count; kind++) {
        for (unsigned m = 0; m < game->majority_count; m++)
            search->weights[m][kind] = game_weight(game, m, kind);
        unsigned at = kind;
        for (; at > 0; at--) {
            unsigned before = search->order[at - 1];
            bool swap = game->kinds[kind].holder != game->kinds[before].holder
                            ? game->kinds[kind].holder
                            : search->weights[0][kind] > search->weights[0][before];
            if (!swap)
                break;
            search->order[at] = before;
        }
        search->order[at] = kind;
    }
    for (unsigned place = game->kind_count; place-- > 0;) {
        const struct game_kind *kind = &game->kinds[search->order[place]];
        search->later_holders[place] =
            search->later_holders[place + 1] + (kind->holder ? kind->count : 0);
        search->later_others[place] =
            search->later_others[place + 1] + (kind->holder ? 0 : kind->count);
        for (unsigned m = 0; m < game->majority_count; m++)
            search->later[m][place] = search->later[m][place + 1] +
                                      kind->count * search->weights[m][search->order[place]];
    }
}

static unsigned common_divisor(unsigned a, unsigned b) {
    while (b) {
        unsigned rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The least number that 1 to n divide. */
static struct veto_natural common_multiple(unsigned n) {
    struct veto_natural multiple = natural_of(1);
    for (unsigned i = 2; i <= n; i++) {
        struct veto_natural copy = multiple;
        unsigned rest = (unsigned)natural_divide(&copy, i);
        multiple = natural_product(&multiple, i / common_divisor(i, rest));
    }
    return multiple;
}

/* Sum of counts[k] / k, over `multiple`, for each of the members of a kind. */
static struct veto_natural sum_of_parts(const u128 *counts, const struct veto_natural *multiple,
                                        unsigned most, unsigned members) {
    struct veto_natural sum = natural_of(0);
    for (unsigned k = 1; k <= most; k++) {
        struct veto_natural part = *multiple;
        natural_divide(&part, k);
        natural_add_product(&sum, &part, counts[k]);
    }
    natural_divide(&sum, members);
    return sum;
}

static void sum_up(const struct search *search, struct arena *arena, struct veto_power *power) {
    const struct game *game = search->game;
    unsigned kinds = game->kind_count, n = game->members;
    struct veto_natural multiple = common_multiple(n), all = natural_of(0);
    struct veto_natural *johnston = arena_array(arena, struct veto_natural, kinds);
    struct veto_natural *packel = arena_array(arena, struct veto_natural, kinds);
    struct veto_natural *holler = arena_array(arena, struct veto_natural, kinds);
    for (unsigned kind = 0; kind < kinds; kind++) {
        unsigned members = game->kinds[kind].count;
        johnston[kind] = sum_of_parts(search->johnston[kind], &multiple, n, members);
        packel[kind] = sum_of_parts(search->packel[kind], &multiple, n, members);
        holler[kind] = natural_of(search->holler[kind] / members);
        natural_add_product(&all, &holler[kind], members);
    }
    power->minimal = natural_of(search->minimal);
    power->vulnerable = natural_of(search->vulnerable);
    power->johnston = (struct veto_measure){johnston, natural_of(0)};
    natural_add_product(&power->johnston.denominator, &multiple, search->vulnerable);
    power->deegan_packel = (struct veto_measure){packel, natural_of(0)};
    natural_add_product(&power->deegan_packel.denominator, &multiple, search->minimal);
    power->holler = (struct veto_measure){holler, all};
}

bool power_minimal(const struct game *game, struct arena *arena, struct veto_power *power) {
    struct search *search = arena_new(arena, struct search);
    search->game = game;
    search->most_steps = game->quick ? VETO_POWER_QUICK_STEPS : VETO_POWER_COALITIONS;
    search->johnston = arena_alloc(arena, game->kind_count * sizeof *search->johnston);
    search->packel = arena_alloc(arena, game->kind_count * sizeof *search->packel);
    find_order(search);
    if (!look(search, 0, 1))
        return false;
    sum_up(search, arena, power);
    return true;
}
