/*
 * Counting adopted profiles. The kinds are shared out between two halves. Each half is written out:
 * every vector that says how many of each kind are in favour and against, with the number of ways
 * to choose them. Two vectors, one from each half, make profiles; which of them reach a further
 * majority is found by walking up the one half and down the other, both in order of weight
 * (Horowitz and Sahni, "Computing partitions with applications to the knapsack problem", Journal of
 * the ACM 21, 1974). So 27 members, all different, take 2^14 vectors and not 2^27.
 */
#include <string.h>

#include "analysis/power_game.h"

struct tally {
    uint8_t yes_holders, no_holders, yes_others;
};

/* What the members of a kind can do. */
struct option {
    uint8_t yes, no;
    u128 ways;
};

struct digit {
    unsigned kind, option_count;
    struct option *options;
};

/* Vectors with the same tally: order[from] to order[to - 1]. */
struct class {
    struct tally tally;
    uint32_t from, to;
};

/* A vector is a number whose digits, least first, are the options of the kinds. */
struct half {
    const struct game *game;
    unsigned holders, others, digit_count;
    struct digit digits[VETO_MAX_MEMBERS];
    uint32_t size;
    u128 *ways;
    struct tally *tallies;
    uint64_t *weights[32]; /* by majority */
    uint32_t *order;       /* by class, and in it by weight where there is one majority */
    struct class *classes;
    uint32_t class_count;
    uint32_t *class_at; /* 1 + index of the class with a tally, or 0 */
    u128 *found;        /* of one cell: adopted profiles with this vector */
    u128 *totals;       /* by option */
};

struct count {
    const struct game *game;
    struct arena *arena;
    struct half halves[2];
    u128 yes[VETO_MAX_MEMBERS], no[VETO_MAX_MEMBERS];
};

/* ---- sharing out ---- */

static unsigned option_count(const struct game_kind *kind, bool abstentions) {
    bool three = kind->holder && abstentions;
    return three ? (kind->count + 1) * (kind->count + 2) / 2 : kind->count + 1;
}

static struct option *list_options(const struct game_kind *kind, bool abstentions,
                                   struct arena *arena) {
    struct option *options = arena_array(arena, struct option, option_count(kind, abstentions));
    unsigned at = 0;
    u128 choose_yes = 1;
    for (unsigned yes = 0; yes <= kind->count; yes++) {
        unsigned rest = kind->count - yes;
        u128 choose_no = 1;
        for (unsigned no = 0; kind->holder && abstentions && no <= rest; no++) {
            options[at++] = (struct option){(uint8_t)yes, (uint8_t)no, choose_yes * choose_no};
            choose_no = choose_no * (rest - no) / (no + 1);
        }
        if (!kind->holder || !abstentions)
            options[at++] =
                (struct option){(uint8_t)yes, (uint8_t)(kind->holder ? rest : 0), choose_yes};
        choose_yes = choose_yes * rest / (yes + 1);
    }
    return options;
}

static void add_kind(struct half *half, unsigned kind, unsigned options) {
    const struct game_kind *added = &half->game->kinds[kind];
    half->digits[half->digit_count++] = (struct digit){kind, options, NULL};
    half->size *= options;
    *(added->holder ? &half->holders : &half->others) += added->count;
}

/* The kinds with most options first, each to the smaller half. */
static bool share_out(struct count *count, bool abstentions) {
    const struct game *game = count->game;
    uint64_t given = 0;
    for (int i = 0; i < 2; i++)
        count->halves[i] = (struct half){.game = game, .size = 1};
    for (unsigned done = 0; done < game->kind_count; done++) {
        unsigned largest = 0, most = 0;
        for (unsigned kind = 0; kind < game->kind_count; kind++) {
            unsigned options = option_count(&game->kinds[kind], abstentions);
            if (!(given >> kind & 1) && options > most) {
                most = options;
                largest = kind;
            }
        }
        given |= (uint64_t)1 << largest;
        struct half *half = &count->halves[count->halves[0].size > count->halves[1].size];
        if (half->size > (uint32_t)VETO_POWER_HALF / most)
            return false;
        add_kind(half, largest, most);
    }
    return true;
}

static bool within_limits(const struct count *count) {
    const struct game *game = count->game;
    uint64_t a = count->halves[0].size, b = count->halves[1].size;
    uint64_t cells = 0; /* that can hold anything */
    for (unsigned yes = 0; yes <= game->holders; yes++)
        for (unsigned no = 0; yes + no <= game->holders; no++)
            cells += game->others + 1 - game->least[yes][no];
    return (game->majority_count > 1 ? a * b : 0) + cells * (a + b) <=
           (game->quick ? VETO_POWER_QUICK_STEPS : VETO_POWER_STEPS);
}

/* ---- writing out ---- */

static void write_vector(struct half *half, uint32_t from, uint32_t to,
                         const struct game_kind *kind, const struct option *option) {
    struct tally *tally = &half->tallies[to];
    *tally = half->tallies[from];
    *(kind->holder ? &tally->yes_holders : &tally->yes_others) += option->yes;
    tally->no_holders += option->no;
    half->ways[to] = half->ways[from] * option->ways;
}

/* Two runs of order, each sorted by weight, into one. */
static void merge(const uint64_t *weight, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                  uint32_t b_count, uint32_t b_shift, uint32_t *to) {
    uint32_t i = 0, j = 0;
    while (i < a_count && j < b_count) {
        bool second = weight[b[j] + b_shift] < weight[a[i]];
        *to++ = second ? b[j++] + b_shift : a[i++];
    }
    while (i < a_count)
        *to++ = a[i++];
    while (j < b_count)
        *to++ = b[j++] + b_shift;
}

/* half->order holds `size` vectors by weight; with another digit, there are more of them. */
static void merge_digit(struct half *half, const struct digit *digit, uint32_t size,
                        uint32_t *room[2]) {
    memcpy(room[0], half->order, size * sizeof *half->order);
    for (uint32_t d = 1; d < digit->option_count; d++) {
        merge(half->weights[0], room[0], d * size, half->order, size, d * size, room[1]);
        uint32_t *held = room[0];
        room[0] = room[1];
        room[1] = held;
    }
    memcpy(half->order, room[0], digit->option_count * size * sizeof *half->order);
}

static void write_digit(struct half *half, const struct digit *digit, uint32_t size) {
    const struct game *game = half->game;
    const struct game_kind *kind = &game->kinds[digit->kind];
    for (uint32_t d = digit->option_count; d-- > 0;) {
        const struct option *option = &digit->options[d];
        for (uint32_t i = 0; i < size; i++)
            write_vector(half, i, d * size + i, kind, option);
        for (unsigned m = 0; m < game->majority_count; m++) {
            uint64_t more = option->yes * game_weight(game, m, digit->kind);
            for (uint32_t i = 0; i < size; i++)
                half->weights[m][d * size + i] = half->weights[m][i] + more;
        }
    }
}

static uint32_t tally_index(const struct half *half, struct tally tally) {
    return (tally.yes_holders * (half->holders + 1) + tally.no_holders) * (half->others + 1) +
           tally.yes_others;
}

/* Sorts order by tally, and within a tally leaves it as it is. */
static void find_classes(struct half *half, struct arena *arena, uint32_t *room) {
    uint32_t tallies = (half->holders + 1) * (half->holders + 1) * (half->others + 1);
    uint32_t *start = arena_array(arena, uint32_t, tallies + 1);
    half->class_at = arena_array(arena, uint32_t, tallies);
    for (uint32_t i = 0; i < half->size; i++)
        start[tally_index(half, half->tallies[i]) + 1]++;
    for (uint32_t t = 0; t < tallies; t++) {
        half->class_count += start[t + 1] > 0;
        start[t + 1] += start[t];
    }
    memcpy(room, half->order, half->size * sizeof *room);
    for (uint32_t i = 0; i < half->size; i++)
        half->order[start[tally_index(half, half->tallies[room[i]])]++] = room[i];
    half->classes = arena_array(arena, struct class, half->class_count);
    for (uint32_t at = 0, c = 0; at < half->size; c++) {
        struct tally tally = half->tallies[half->order[at]];
        uint32_t index = tally_index(half, tally);
        half->classes[c] = (struct class){tally, at, start[index]};
        half->class_at[index] = c + 1;
        at = start[index];
    }
}

static void write_half(struct half *half, bool abstentions, struct arena *arena) {
    uint32_t *room[2], size = 1, most = 1;
    half->ways = arena_array(arena, u128, half->size);
    half->found = arena_array(arena, u128, half->size);
    half->tallies = arena_array(arena, struct tally, half->size);
    half->order = arena_array(arena, uint32_t, half->size);
    /* without a further majority all weights are 0 */
    unsigned majorities = half->game->majority_count;
    for (unsigned m = 0; m < (majorities ? majorities : 1); m++)
        half->weights[m] = arena_array(arena, uint64_t, half->size);
    for (int i = 0; i < 2; i++)
        room[i] = arena_array(arena, uint32_t, half->size);
    half->ways[0] = 1;
    for (unsigned i = 0; i < half->digit_count; i++) {
        struct digit *digit = &half->digits[i];
        digit->options = list_options(&half->game->kinds[digit->kind], abstentions, arena);
        write_digit(half, digit, size);
        if (majorities == 1)
            merge_digit(half, digit, size, room);
        size *= digit->option_count;
        most = digit->option_count > most ? digit->option_count : most;
    }
    for (uint32_t i = 0; majorities != 1 && i < half->size; i++)
        half->order[i] = i;
    half->totals = arena_array(arena, u128, most);
    find_classes(half, arena, room[0]);
}

/* ---- counting ---- */

/* For each vector of `a`: how many profiles it makes with those of `b` that bring enough weight. */
static void match_kinds(struct half *a, const struct class *in_a, const struct half *b,
                        const struct class *in_b) {
    uint64_t needed = a->game->majority_count ? a->game->majorities[0]->needed : 0;
    uint32_t left = in_b->to;
    u128 ways = 0;
    for (uint32_t i = in_a->from; i < in_a->to; i++) {
        uint32_t vector = a->order[i];
        while (left > in_b->from &&
               a->weights[0][vector] + b->weights[0][b->order[left - 1]] >= needed)
            ways += b->ways[b->order[--left]];
        a->found[vector] = a->ways[vector] * ways;
    }
}

static bool enough(const struct half *a, uint32_t i, const struct half *b, uint32_t j) {
    for (unsigned m = 0; m < a->game->majority_count; m++)
        if (a->weights[m][i] + b->weights[m][j] < a->game->majorities[m]->needed)
            return false;
    return true;
}

/* With several majorities there is no one order to walk in. */
static void match_all(struct half *a, const struct class *in_a, struct half *b,
                      const struct class *in_b) {
    for (uint32_t i = in_a->from; i < in_a->to; i++)
        for (uint32_t j = in_b->from; j < in_b->to; j++) {
            uint32_t x = a->order[i], y = b->order[j];
            if (enough(a, x, b, y)) {
                u128 ways = a->ways[x] * b->ways[y];
                a->found[x] += ways;
                b->found[y] += ways;
            }
        }
}

static const struct class *class_of(const struct half *half, unsigned yes_holders,
                                    unsigned no_holders, unsigned yes_others) {
    if (yes_holders > half->holders || no_holders > half->holders - yes_holders ||
        yes_others > half->others)
        return NULL;
    uint32_t at = half->class_at[tally_index(
        half, (struct tally){(uint8_t)yes_holders, (uint8_t)no_holders, (uint8_t)yes_others})];
    return at ? &half->classes[at - 1] : NULL;
}

static void match_cell(struct half *a, struct half *b, const struct game_cell *cell) {
    if (a->class_count > b->class_count) {
        struct half *held = a;
        a = b;
        b = held;
    }
    for (uint32_t c = 0; c < a->class_count; c++) {
        const struct class *in_a = &a->classes[c];
        /* what is less than 0 is very large, and no class */
        const struct class *in_b = class_of(b, cell->yes_holders - in_a->tally.yes_holders,
                                            cell->no_holders - in_a->tally.no_holders,
                                            cell->yes_others - in_a->tally.yes_others);
        if (!in_b)
            continue;
        if (a->game->majority_count > 1) {
            match_all(a, in_a, b, in_b);
        } else {
            match_kinds(a, in_a, b, in_b);
            match_kinds(b, in_b, a, in_a);
        }
    }
}

/* Sums a digit away, the least: what is found by the other digits, and in totals by this one. */
static void sum_away(struct half *half, unsigned options, uint32_t size) {
    memset(half->totals, 0, options * sizeof *half->totals);
    for (uint32_t rest = 0; rest < size; rest++) {
        const u128 *found = &half->found[rest * options];
        u128 sum = 0;
        for (uint32_t d = 0; d < options; d++)
            if (found[d]) {
                half->totals[d] += found[d];
                sum += found[d];
            }
        half->found[rest] = sum;
    }
}

/* How many of the profiles found have a given member in favour, or against. Leaves 0 behind, and
 * returns how many there are. */
static u128 fold(struct half *half, u128 *yes, u128 *no) {
    uint32_t size = half->size;
    for (unsigned i = 0; i < half->digit_count; i++) {
        const struct digit *digit = &half->digits[i];
        unsigned members = half->game->kinds[digit->kind].count;
        u128 in_favour = 0, against = 0;
        size /= digit->option_count;
        sum_away(half, digit->option_count, size);
        for (uint32_t d = 0; d < digit->option_count; d++)
            if (half->totals[d]) {
                in_favour += half->totals[d] * digit->options[d].yes;
                against += half->totals[d] * digit->options[d].no;
            }
        yes[digit->kind] = in_favour / members;
        no[digit->kind] = against / members;
    }
    u128 all = half->found[0];
    memset(half->found, 0, half->size * sizeof *half->found);
    return all;
}

static void count_cell(struct count *count, struct game_cell *cell, game_visit *visit,
                       void *context) {
    match_cell(&count->halves[0], &count->halves[1], cell);
    fold(&count->halves[1], count->yes, count->no);
    cell->all = fold(&count->halves[0], count->yes, count->no);
    if (cell->all > 0)
        visit(context, cell);
}

bool game_count(const struct game *game, bool abstentions, struct arena *arena, game_visit *visit,
                void *context) {
    struct count *count = arena_new(arena, struct count);
    count->game = game;
    count->arena = arena;
    if (!share_out(count, abstentions) || !within_limits(count))
        return false;
    for (int i = 0; i < 2; i++)
        write_half(&count->halves[i], abstentions, arena);
    struct game_cell cell = {.yes = count->yes, .no = count->no};
    for (unsigned no = 0; no <= game->holders; no++)
        for (unsigned yes = 0; yes + no <= game->holders; yes++) {
            if (!abstentions && yes + no < game->holders)
                continue;
            for (unsigned others = game->least[yes][no]; others <= game->others; others++) {
                cell.no_holders = no;
                cell.yes_holders = yes;
                cell.yes_others = others;
                count_cell(count, &cell, visit, context);
            }
        }
    return true;
}
