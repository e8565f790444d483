#include "analysis/odds_table.h"

#include <string.h>

/* Two neighbours of a row: every machine that this is likely to run on adds two at a time. */
typedef double pair __attribute__((vector_size(16), may_alias));

static unsigned least_of_table(unsigned a, unsigned b) {
    return a < b ? a : b;
}

struct odds_shape odds_shape_of(const struct veto_rules *rules, veto_set holders,
                                unsigned members) {
    unsigned needs = rules->veto_needs ? rules->veto_needs : 1;
    return (struct odds_shape){
        .top = needs <= veto_set_count(holders) ? needs : 0,
        .stride = (members + 2) / 2 * 2,
        .required = rules->required,
        .override_at = rules->override_at,
    };
}

size_t odds_table_size(const struct odds_shape *shape) {
    return (size_t)(shape->top + 1) * shape->stride;
}

void odds_table_start(const struct odds_shape *shape, struct odds_table *table) {
    pair *cells = (pair *)(void *)table->cells;
    for (size_t i = 0; i < odds_table_size(shape) / 2; i++)
        cells[i] = (pair){0, 0};
    table->cells[0] = 1;
    table->members = table->holders = 0;
}

void odds_table_copy(const struct odds_shape *shape, struct odds_table *to,
                     const struct odds_table *from) {
    memcpy(to->cells, from->cells, odds_table_size(shape) * sizeof(double));
    to->members = from->members;
    to->holders = from->holders;
}

/* Two members who vote together as one: the chances of none, one or both of them in favour. */
struct two {
    pair none, one, both;
};

static pair twice(double x) {
    return (pair){x, x};
}

/* When `a` is in favour with probability a_yes, and else with a_rest what is asked for. */
static struct two two_of(double a_yes, double a_rest, double b_yes, double b_rest) {
    return (struct two){twice(a_rest * b_rest), twice(a_yes * b_rest + a_rest * b_yes),
                        twice(a_yes * b_yes)};
}

/* Two members at a time: the row is multiplied by (rest + yes x) of the one times that of the
 * other, from the last pair of cells down. */
void odds_table_start_plain(struct odds_table *table, const double *yes, const double *rest,
                            unsigned members) {
    pair *row = (pair *)(void *)table->cells;
    unsigned odd = members % 2;
    row[0] = odd ? (pair){rest[0], yes[0]} : (pair){1, 0};
    for (unsigned i = odd; i < members; i += 2) {
        struct two two = two_of(yes[i], rest[i], yes[i + 1], rest[i + 1]);
        pair here = {0, 0};
        for (unsigned j = i / 2 + 1; j > 0; j--) {
            pair below = row[j - 1];
            row[j] = here * two.none + (pair){below[1], here[0]} * two.one + below * two.both;
            here = below;
        }
        row[0] = here * two.none + (pair){0, here[0]} * two.one;
    }
    table->members = members;
    table->holders = 0;
}

/* row[y] = row[y] * stay + row[y - 1] * yes, from the last pair down, as it has to be in place. */
static void mix(pair *row, unsigned pairs, double stay, double yes) {
    pair stays = {stay, stay}, yeses = {yes, yes}, here = row[pairs - 1];
    for (unsigned i = pairs - 1; i > 0; i--) {
        pair below = row[i - 1];
        row[i] = here * stays + (pair){below[1], here[0]} * yeses;
        here = below;
    }
    row[0] = here * stays + (pair){0, here[0]} * yeses;
}

/* The same, and the row with one negative vote less comes up by `no`. */
static void mix_up(pair *row, const pair *less, unsigned pairs, const double chance[3],
                   double stay) {
    pair stays = {stay, stay}, yeses = {chance[VETO_YES], chance[VETO_YES]};
    pair noes = {chance[VETO_NO], chance[VETO_NO]}, here = row[pairs - 1];
    for (unsigned i = pairs - 1; i > 0; i--) {
        pair below = row[i - 1];
        row[i] = here * stays + (pair){below[1], here[0]} * yeses + less[i] * noes;
        here = below;
    }
    row[0] = here * stays + (pair){0, here[0]} * yeses + less[0] * noes;
}

void odds_table_add(const struct odds_shape *shape, struct odds_table *table,
                    const double chance[3]) {
    bool counts = shape->top > 0;
    double not_yes = chance[VETO_ABSTAIN] + chance[VETO_NO];
    table->members++;
    table->holders += counts;
    unsigned pairs = table->members / 2 + 1, wide = shape->stride / 2;
    unsigned last = least_of_table(shape->top, table->holders);
    pair *row = (pair *)(void *)table->cells + (size_t)last * wide;
    for (unsigned k = last; k > 0; k--, row -= wide)
        mix_up(row, row - wide, pairs, chance, k < shape->top ? chance[VETO_ABSTAIN] : not_yes);
    mix(row, pairs, counts ? chance[VETO_ABSTAIN] : not_yes, chance[VETO_YES]);
}

/* Two holders at a time to both rows of a table in which one negative vote is a veto. */
static void mix_two(pair *row, pair *vetoes, unsigned members, const double a[3],
                    const double b[3]) {
    double a_rest = a[VETO_ABSTAIN] + a[VETO_NO], b_rest = b[VETO_ABSTAIN] + b[VETO_NO];
    struct two without = two_of(a[VETO_YES], a[VETO_ABSTAIN], b[VETO_YES], b[VETO_ABSTAIN]);
    struct two any = two_of(a[VETO_YES], a_rest, b[VETO_YES], b_rest);
    /* A first veto: with none of the two in favour, by either; with one in favour, by the other. */
    pair no_none = twice(a[VETO_NO] * b_rest + a[VETO_ABSTAIN] * b[VETO_NO]);
    pair no_one = twice(a[VETO_NO] * b[VETO_YES] + a[VETO_YES] * b[VETO_NO]);
    pair here = {0, 0}, veto = {0, 0};
    for (unsigned j = members / 2 + 1; j > 0; j--) {
        pair below = row[j - 1], veto_below = vetoes[j - 1];
        pair between = {below[1], here[0]}, veto_between = {veto_below[1], veto[0]};
        row[j] = here * without.none + between * without.one + below * without.both;
        vetoes[j] = veto * any.none + veto_between * any.one + veto_below * any.both +
                    here * no_none + between * no_one;
        here = below;
        veto = veto_below;
    }
    pair between = {0, here[0]}, veto_between = {0, veto[0]};
    row[0] = here * without.none + between * without.one;
    vetoes[0] = veto * any.none + veto_between * any.one + here * no_none + between * no_one;
}

void odds_table_start_holders(const struct odds_shape *shape, struct odds_table *table,
                              const double (*chance)[3], unsigned members) {
    if (shape->top != 1) {
        odds_table_start(shape, table);
        for (unsigned i = 0; i < members; i++)
            odds_table_add(shape, table, chance[i]);
        return;
    }
    pair *row = (pair *)(void *)table->cells, *vetoes = row + shape->stride / 2;
    unsigned odd = members % 2;
    row[0] = odd ? (pair){chance[0][VETO_ABSTAIN], chance[0][VETO_YES]} : (pair){1, 0};
    vetoes[0] = (pair){odd ? chance[0][VETO_NO] : 0, 0};
    for (unsigned i = odd; i < members; i += 2)
        mix_two(row, vetoes, i, chance[i], chance[i + 1]);
    table->members = table->holders = members;
}

/* One cell of the bloc's distribution, times everything so far. */
static void add_table_cell(const struct odds_shape *shape, struct odds_table *to,
                           const struct odds_table *from, double p, unsigned against,
                           unsigned in_favour) {
    for (unsigned k = 0; k <= least_of_table(shape->top, from->holders); k++) {
        const double *old = from->cells + (size_t)k * shape->stride;
        double *row = to->cells + (size_t)least_of_table(shape->top, k + against) * shape->stride;
        for (unsigned y = 0; y <= from->members; y++)
            row[y + in_favour] += old[y] * p;
    }
}

void odds_table_add_part(const struct odds_shape *shape, struct odds_table *to,
                         const struct odds_table *from, const struct odds_part *part) {
    memset(to->cells, 0, odds_table_size(shape) * sizeof(double));
    to->members = from->members + part->members;
    to->holders = from->holders + part->holders;
    for (unsigned against = 0; against < part->rows; against++)
        for (unsigned y = 0; y <= part->members; y++)
            add_table_cell(shape, to, from, part->cells[against * (part->members + 1) + y], against,
                           y);
}

void odds_table_sums(const struct odds_table *plain, struct odds_sums *sums) {
    unsigned members = plain->members;
    double below = 0, from = 0;
    sums->members = members;
    for (unsigned y = 0; y <= members; y++) {
        sums->below[y] = below;
        below += plain->cells[y];
        from += plain->cells[members - y];
        sums->from[members - y] = from;
    }
    sums->below[members + 1] = below;
    sums->from[members + 1] = 0;
}

/* What a sum over the plain table starts from, when the whole needs `votes` and so many are in. */
static unsigned missing(const struct odds_sums *sums, unsigned votes, unsigned in) {
    return in >= votes ? 0 : least_of_table(votes - in, sums->members + 1);
}

/* The probability in the plain table of reaching a majority with these votes and of not
 * overriding a veto. */
static double reached(const struct odds_shape *shape, const struct odds_table *plain,
                      const struct odds_sums *sums, unsigned in) {
    unsigned start = missing(sums, shape->required, in);
    if (!shape->override_at)
        return sums->from[start];
    double sum = 0;
    for (unsigned y = start; y < missing(sums, shape->override_at, in); y++)
        sum += plain->cells[y];
    return sum;
}

/* What of the vetoes does not count, because so many votes in favour override it. */
static double overridden(const struct odds_shape *shape, const struct odds_sums *sums,
                         const struct odds_table *holders) {
    unsigned votes = shape->override_at > shape->required ? shape->override_at : shape->required;
    const double *vetoes = holders->cells + (size_t)shape->top * shape->stride;
    double sum = 0;
    for (unsigned y = 0; y <= holders->members; y++)
        sum += vetoes[y] * sums->from[missing(sums, votes, y)];
    return sum;
}

/* Adds the same for those of a row that count; no difference, which would leave rounding where
 * there are none. */
static double add_in_force(const struct odds_shape *shape, const struct odds_table *plain,
                           const struct odds_sums *sums, const struct odds_table *holders,
                           unsigned k, double sum) {
    const double *row = holders->cells + (size_t)k * shape->stride;
    for (unsigned y = 0; y <= holders->members; y++)
        sum += row[y] * reached(shape, plain, sums, y);
    return sum;
}

void odds_table_outcomes(const struct odds_shape *shape, const struct odds_table *plain,
                         const struct odds_sums *sums, const struct odds_table *holders,
                         double *outcome) {
    double adopted = 0, vetoed = 0, failed = 0;
    const double *vetoes = holders->cells + (size_t)shape->top * shape->stride;
    for (unsigned y = 0; y <= holders->members; y++) {
        double without = shape->top ? 0 : vetoes[y], with = shape->top ? vetoes[y] : 0;
        for (unsigned k = 0; k < shape->top; k++)
            without += holders->cells[(size_t)k * shape->stride + y];
        unsigned start = missing(sums, shape->required, y);
        failed += (without + with) * sums->below[start];
        adopted += without * sums->from[start];
        vetoed += with * sums->from[start];
    }
    if (shape->top && shape->override_at) {
        adopted += overridden(shape, sums, holders);
        vetoed = add_in_force(shape, plain, sums, holders, shape->top, 0);
    }
    outcome[VETO_ADOPTED] = adopted;
    outcome[VETO_VETOED] = vetoed;
    outcome[VETO_FAILED] = failed;
}

double odds_table_veto_with(const struct odds_shape *shape, const struct odds_table *plain,
                            const struct odds_sums *sums, const struct odds_table *holders) {
    unsigned top = shape->top;
    if (!top)
        return 0;
    double sum = add_in_force(shape, plain, sums, holders, top - 1, 0);
    return add_in_force(shape, plain, sums, holders, top, sum);
}

void odds_table_yes(const struct odds_shape *shape, const struct odds_table *plain,
                    const struct odds_table *holders, double *yes) {
    for (unsigned y = 0; y <= plain->members + holders->members; y++)
        yes[y] = 0;
    for (unsigned y = 0; y <= holders->members; y++) {
        double p = 0;
        for (unsigned k = 0; k <= shape->top; k++)
            p += holders->cells[(size_t)k * shape->stride + y];
        for (unsigned others = 0; others <= plain->members; others++)
            yes[y + others] += p * plain->cells[others];
    }
}
