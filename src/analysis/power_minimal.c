/*
 * Johnston, Deegan-Packel and Holler: who else is critical matters, so coalitions are looked at one
 * kind after another. A coalition of a kind has so many members of each kind of member. Kinds are
 * decided about in turn, and a branch is left where no coalition in it can win, or where all win
 * even without any one of their members.
 */
#include "analysis/allowance.h"
#include "analysis/power_game.h"

/* Kinds have a place in the order of the search, and go by it here. */
struct search {
    const struct game *game;
    unsigned kind_at[VETO_MAX_MEMBERS];     /* the kind at a place */
    unsigned members[VETO_MAX_MEMBERS];     /* how many there are of it */
    uint64_t holds;                         /* the places of kinds with a veto, which come first */
    uint64_t weights[32][VETO_MAX_MEMBERS]; /* by majority; the first falls from place to place */
    uint64_t later[32][VETO_MAX_MEMBERS + 1];   /* by majority: all from this place on */
    unsigned later_of[2][VETO_MAX_MEMBERS + 1]; /* without a veto, with one */

    /* the coalition at hand */
    unsigned taken[VETO_MAX_MEMBERS];
    uint64_t takes; /* the places of which it takes any */
    unsigned of[2]; /* how many without a veto, with one */
    uint64_t weight[32];

    struct allowance allowance;
    u128 minimal, vulnerable;
    u128 holler[VETO_MAX_MEMBERS];          /* minimal winning coalitions with a given member */
    u128 (*johnston)[VETO_MAX_MEMBERS + 1]; /* [place][how many are critical] coalitions, times the
                                               members of the kind */
    u128 (*packel)[VETO_MAX_MEMBERS + 1];   /* [place][size] minimal ones, likewise */
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

/* Those among these places, all with a veto or all without, whose members weigh more than that. */
static uint64_t heavier(const struct search *search, unsigned majority, uint64_t among,
                        uint64_t than) {
    uint64_t found = 0;
    for (; among; among &= among - 1) {
        unsigned place = (unsigned)__builtin_ctzll(among);
        if (search->weights[majority][place] > than)
            found |= (uint64_t)1 << place;
        else if (majority == 0)
            break;
    }
    return found;
}

/* The places of which a winning coalition can spare no member: by their numbers, or by weight. */
static uint64_t find_critical(const struct search *search) {
    unsigned holders = search->of[1], others = search->of[0];
    uint64_t with = search->takes & search->holds, without = search->takes & ~search->holds;
    uint64_t critical = with && !wins(search, holders - 1, others) ? with : 0;
    critical |= without && !wins(search, holders, others - 1) ? without : 0;
    for (unsigned m = 0; m < search->game->majority_count; m++) {
        uint64_t spare = search->weight[m] - search->game->majorities[m]->needed;
        critical |= heavier(search, m, with & ~critical, spare);
        critical |= heavier(search, m, without & ~critical, spare);
    }
    return critical;
}

/* A winning coalition is whole, and some member critical. */
static void add_coalition(struct search *search, u128 ways) {
    uint64_t critical = find_critical(search);
    unsigned size = search->of[0] + search->of[1], count = 0;
    for (uint64_t left = critical; left; left &= left - 1)
        count += search->taken[__builtin_ctzll(left)];
    allowance_take(&search->allowance, 2 * count);
    search->vulnerable += ways;
    search->minimal += count == size ? ways : 0;
    for (uint64_t left = critical; left; left &= left - 1) {
        unsigned place = (unsigned)__builtin_ctzll(left);
        u128 taken = ways * search->taken[place];
        search->johnston[place][count] += taken;
        if (count == size) {
            search->packel[place][size] += taken;
            search->holler[place] += taken;
        }
    }
}

static bool can_win(const struct search *search, unsigned place) {
    for (unsigned m = 0; m < search->game->majority_count; m++)
        if (search->weight[m] + search->later[m][place] < search->game->majorities[m]->needed)
            return false;
    return wins(search, search->of[1] + search->later_of[1][place],
                search->of[0] + search->later_of[0][place]);
}

static void take_one(struct search *search, unsigned place) {
    search->taken[place]++;
    search->takes |= (uint64_t)1 << place;
    search->of[search->holds >> place & 1]++;
    for (unsigned m = 0; m < search->game->majority_count; m++)
        search->weight[m] += search->weights[m][place];
}

static void give_back(struct search *search, unsigned place) {
    unsigned count = search->taken[place];
    search->taken[place] = 0;
    search->takes &= ~((uint64_t)1 << place);
    search->of[search->holds >> place & 1] -= count;
    for (unsigned m = 0; m < search->game->majority_count; m++)
        search->weight[m] -= count * search->weights[m][place];
}

/* Of the coalitions that decide about the kinds from `place` on, is there one to look at? What wins
 * already wins even without any one of its members, unless one of those that are in is critical. */
static bool worth_it(const struct search *search, unsigned place) {
    if (!can_win(search, place))
        return false;
    bool winning = wins(search, search->of[1], search->of[0]) && enough_weight(search);
    return !winning || place == 0 || find_critical(search) != 0;
}

/* All these. False: it takes more than is allowed. */
static bool look_at_coalition(struct search *search, unsigned place, u128 ways) {
    if (!allowance_take(&search->allowance, 8 + 8 * search->game->majority_count))
        return false;
    if (!worth_it(search, place))
        return true;
    if (place == search->game->kind_count) {
        add_coalition(search, ways);
        return true;
    }
    unsigned members = search->members[place];
    bool done = look_at_coalition(search, place + 1, ways);
    u128 choose = 1;
    for (unsigned count = 1; count <= members && done; count++) {
        choose = choose * (members + 1 - count) / count;
        take_one(search, place);
        done = look_at_coalition(search, place + 1, ways * choose);
    }
    give_back(search, place);
    return done;
}

/* ---- before and after ---- */

static uint64_t first_weight(const struct game *game, unsigned kind) {
    return game->majority_count ? game_weight(game, 0, kind) : 0;
}

/* Holders of a veto first, then by weight: what decides most, soonest. */
static void find_order(struct search *search) {
    const struct game *game = search->game;
    for (unsigned kind = 0; kind < game->kind_count; kind++) {
        unsigned at = kind;
        for (; at > 0; at--) {
            unsigned before = search->kind_at[at - 1];
            bool swap = game->kinds[kind].holder != game->kinds[before].holder
                            ? game->kinds[kind].holder
                            : first_weight(game, kind) > first_weight(game, before);
            if (!swap)
                break;
            search->kind_at[at] = before;
        }
        search->kind_at[at] = kind;
    }
}

static void find_later(struct search *search) {
    const struct game *game = search->game;
    for (unsigned place = game->kind_count; place-- > 0;) {
        const struct game_kind *kind = &game->kinds[search->kind_at[place]];
        search->members[place] = kind->count;
        search->holds |= (uint64_t)kind->holder << place;
        for (unsigned holder = 0; holder < 2; holder++)
            search->later_of[holder][place] =
                search->later_of[holder][place + 1] + (kind->holder == holder ? kind->count : 0);
        for (unsigned m = 0; m < game->majority_count; m++) {
            search->weights[m][place] = game_weight(game, m, search->kind_at[place]);
            search->later[m][place] =
                search->later[m][place + 1] + kind->count * search->weights[m][place];
        }
    }
}

/* The least number that 1 to n divide. */
static struct veto_natural common_multiple(unsigned n) {
    struct veto_natural multiple = natural_of(1);
    for (unsigned i = 2; i <= n; i++) {
        struct veto_natural copy = multiple;
        uint64_t rest = natural_divide(&copy, i);
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

static void sum_up_minimal(const struct search *search, struct arena *arena,
                           struct veto_power *power) {
    const struct game *game = search->game;
    unsigned kinds = game->kind_count, n = game->members;
    struct veto_natural multiple = common_multiple(n), all = natural_of(0);
    struct veto_natural *johnston = arena_array(arena, struct veto_natural, kinds);
    struct veto_natural *packel = arena_array(arena, struct veto_natural, kinds);
    struct veto_natural *holler = arena_array(arena, struct veto_natural, kinds);
    for (unsigned place = 0; place < kinds; place++) {
        unsigned kind = search->kind_at[place], members = search->members[place];
        johnston[kind] = sum_of_parts(search->johnston[place], &multiple, n, members);
        packel[kind] = sum_of_parts(search->packel[place], &multiple, n, members);
        holler[kind] = natural_of(search->holler[place] / members);
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
    search->allowance.left = game->quick ? VETO_POWER_QUICK_STEPS : VETO_POWER_LOOKS;
    search->johnston = arena_alloc(arena, game->kind_count * sizeof *search->johnston);
    search->packel = arena_alloc(arena, game->kind_count * sizeof *search->packel);
    find_order(search);
    find_later(search);
    if (!look_at_coalition(search, 0, 1))
        return false;
    sum_up_minimal(search, arena, power);
    return true;
}
