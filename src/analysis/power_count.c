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

/* What the members of a kind can do. */
struct option {
    uint8_t yes, no;
    uint32_t tally;
    u128 ways;
};

struct digit {
    unsigned kind, option_count;
    struct option *options;
};

/* Vectors with the same tally: order[from] to order[to - 1]. */
struct class {
    uint32_t tally, from, to;
};

/* A vector is a number whose digits, least first, are the options of the kinds. */
struct half {
    const struct game *game;
    unsigned digit_count;
    struct digit digits[VETO_MAX_MEMBERS];
    uint32_t size, last_tally;
    u128 *ways;
    uint32_t *tallies;
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
    struct half halves[2];
    u128 yes[VETO_MAX_MEMBERS], no[VETO_MAX_MEMBERS];
};

/* ---- sharing out ---- */

static unsigned option_count(const struct game_kind *kind, bool abstentions) {
    bool three = kind->holder && abstentions;
    return three ? (kind->count + 1) * (kind->count + 2) / 2 : kind->count + 1;
}

/* A tally as one number, so that the tallies of two halves add up to that of both. */
static uint32_t tally_of(const struct game *game, unsigned yes_holders, unsigned no_holders,
                         unsigned yes_others) {
    return (yes_others * (game->holders + 1) + yes_holders) * (game->holders + 1) + no_holders;
}

static struct option *list_options(const struct game *game, const struct game_kind *kind,
                                   bool abstentions, struct arena *arena) {
    struct option *options = arena_array(arena, struct option, option_count(kind, abstentions));
    unsigned at = 0;
    u128 choose_yes = 1;
    for (unsigned yes = 0; yes <= kind->count; yes++) {
        unsigned rest = kind->count - yes, most = kind->holder ? rest : 0;
        u128 choose_no = 1;
        for (unsigned no = abstentions ? 0 : most; no <= most; no++) {
            uint32_t tally = kind->holder ? tally_of(game, yes, no, 0) : tally_of(game, 0, 0, yes);
            options[at++] =
                (struct option){(uint8_t)yes, (uint8_t)no, tally, choose_yes * choose_no};
            choose_no = choose_no * (rest - no) / (no + 1);
        }
        choose_yes = choose_yes * rest / (yes + 1);
    }
    return options;
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
        half->digits[half->digit_count++] = (struct digit){largest, most, NULL};
        half->size *= most;
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
    for (uint32_t d = digit->option_count; d-- > 0;) {
        const struct option *option = &digit->options[d];
        for (uint32_t i = 0; i < size; i++) {
            half->tallies[d * size + i] = half->tallies[i] + option->tally;
            half->ways[d * size + i] = half->ways[i] * option->ways;
        }
        for (unsigned m = 0; m < game->majority_count; m++) {
            uint64_t more = option->yes * game_weight(game, m, digit->kind);
            for (uint32_t i = 0; i < size; i++)
                half->weights[m][d * size + i] = half->weights[m][i] + more;
        }
    }
}

/* Sorts order by class, and within a class leaves it as it is. */
static void find_classes(struct half *half, struct arena *arena, uint32_t *room) {
    uint32_t tallies = half->last_tally + 1, from = 0;
    half->class_at = arena_array(arena, uint32_t, tallies);
    half->classes = arena_array(arena, struct class, half->size < tallies ? half->size : tallies);
    for (uint32_t i = 0; i < half->size; i++) {
        uint32_t tally = half->tallies[i], *at = &half->class_at[tally];
        if (!*at) {
            half->classes[half->class_count++].tally = tally;
            *at = half->class_count;
        }
        half->classes[*at - 1].to++;
    }
    for (uint32_t c = 0; c < half->class_count; c++) {
        struct class *class = &half->classes[c];
        uint32_t count = class->to;
        class->from = class->to = from;
        from += count;
    }
    memcpy(room, half->order, half->size * sizeof *room);
    for (uint32_t i = 0; i < half->size; i++)
        half->order[half->classes[half->class_at[half->tallies[room[i]]] - 1].to++] = room[i];
}

static void write_half(struct half *half, bool abstentions, struct arena *arena) {
    uint32_t *room[2], size = 1, most = 1;
    half->ways = arena_array(arena, u128, half->size);
    half->found = arena_array(arena, u128, half->size);
    half->tallies = arena_array(arena, uint32_t, half->size);
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
        digit->options =
            list_options(half->game, &half->game->kinds[digit->kind], abstentions, arena);
        half->last_tally += digit->options[digit->option_count - 1].tally;
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

static void match_cell(struct half *a, struct half *b, const struct game_cell *cell) {
    uint32_t tally = tally_of(a->game, cell->yes_holders, cell->no_holders, cell->yes_others);
    if (a->class_count > b->class_count) {
        struct half *held = a;
        a = b;
        b = held;
    }
    for (uint32_t c = 0; c < a->class_count; c++) {
        const struct class *in_a = &a->classes[c];
        /* Where a part of the rest is less than 0, it has taken from the next, and is now more than
         * there are members for it in `b`; what is less than 0 as a whole is very large. */
        uint32_t rest = tally - in_a->tally;
        if (rest > b->last_tally || !b->class_at[rest])
            continue;
        const struct class *in_b = &b->classes[b->class_at[rest] - 1];
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

bool game_count(const struct game *game, bool abstentions, struct arena *arena, game_visit *visit,
                void *context) {
    struct count *count = arena_new(arena, struct count);
    struct half *halves = count->halves;
    count->game = game;
    if (!share_out(count, abstentions) || !within_limits(count))
        return false;
    for (int i = 0; i < 2; i++)
        write_half(&halves[i], abstentions, arena);
    struct game_cell cell = {.yes = count->yes, .no = count->no};
    for (unsigned no = 0; no <= game->holders; no++)
        for (unsigned yes = 0; yes + no <= game->holders; yes++) {
            if (!abstentions && yes + no < game->holders)
                continue;
            for (unsigned others = game->least[yes][no]; others <= game->others; others++) {
                cell.no_holders = no;
                cell.yes_holders = yes;
                cell.yes_others = others;
                match_cell(&halves[0], &halves[1], &cell);
                fold(&halves[1], count->yes, count->no);
                cell.all = fold(&halves[0], count->yes, count->no);
                if (cell.all > 0)
                    visit(context, &cell);
            }
        }
    return true;
}
