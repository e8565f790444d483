#include "analysis/odds_table.h"

#include <string.h>

/* Two neighbours of a row: every machine that this is likely to run on adds two at a time. */
typedef double pair __attribute__((vector_size(16), may_alias));

static unsigned least(unsigned a, unsigned b) {
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

/* Two members at a time: the row is multiplied by (rest + yes x) of the one times that of the
 * other, from the last pair of cells down. */
void odds_table_start_plain(struct odds_table *table, const double *yes, const double *rest,
                            unsigned members) {
    pair *row = (pair *)(void *)table->cells;
    unsigned odd = members % 2;
    row[0] = odd ? (pair){rest[0], yes[0]} : (pair){1, 0};
    for (unsigned i = odd; i < members; i += 2) {
        double none = rest[i] * rest[i + 1], both = yes[i] * yes[i + 1];
        double one = yes[i] * rest[i + 1] + rest[i] * yes[i + 1];
        pair nones = {none, none}, ones = {one, one}, boths = {both, both}, here = {0, 0};
        for (unsigned j = i / 2 + 1; j > 0; j--) {
            pair below = row[j - 1];
            row[j] = here * nones + (pair){below[1], here[0]} * ones + below * boths;
            here = below;
        }
        row[0] = here * nones + (pair){0, here[0]} * ones;
    }
    table->members = members;
    table->holders = 0;
}

/* row[y] = row[y] * stay + row[y - 1] * yes, from the last pair down, so that it can be in place.
 */
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

/* Both rows of a table in which one negative vote is a veto, at once: the Charter's case. */
static void mix_both(pair *row, pair *vetoes, unsigned pairs, const double chance[3],
                     double not_yes) {
    pair stays = {chance[VETO_ABSTAIN], chance[VETO_ABSTAIN]}, rests = {not_yes, not_yes};
    pair yeses = {chance[VETO_YES], chance[VETO_YES]}, noes = {chance[VETO_NO], chance[VETO_NO]};
    pair here = row[pairs - 1], veto = vetoes[pairs - 1];
    for (unsigned i = pairs - 1; i > 0; i--) {
        pair below = row[i - 1], veto_below = vetoes[i - 1];
        row[i] = here * stays + (pair){below[1], here[0]} * yeses;
        vetoes[i] = veto * rests + (pair){veto_below[1], veto[0]} * yeses + here * noes;
        here = below;
        veto = veto_below;
    }
    row[0] = here * stays + (pair){0, here[0]} * yeses;
    vetoes[0] = veto * rests + (pair){0, veto[0]} * yeses + here * noes;
}

void odds_table_add(const struct odds_shape *shape, struct odds_table *table,
                    const double chance[3], bool holder) {
    bool counts = holder && shape->top;
    double not_yes = chance[VETO_ABSTAIN] + chance[VETO_NO];
    table->members++;
    table->holders += counts;
    unsigned pairs = table->members / 2 + 1, wide = shape->stride / 2;
    unsigned last = least(shape->top, table->holders);
    pair *row = (pair *)(void *)table->cells;
    if (counts && shape->top == 1) {
        mix_both(row, row + wide, pairs, chance, not_yes);
        return;
    }
    row += (size_t)last * wide;
    for (unsigned k = last; k > 0; k--, row -= wide) {
        if (counts)
            mix_up(row, row - wide, pairs, chance, k < shape->top ? chance[VETO_ABSTAIN] : not_yes);
        else
            mix(row, pairs, not_yes, chance[VETO_YES]);
    }
    mix(row, pairs, counts ? chance[VETO_ABSTAIN] : not_yes, chance[VETO_YES]);
}

/* One cell of the bloc's distribution, times everything so far. */
static void add_cell(const struct odds_shape *shape, struct odds_table *to,
                     const struct odds_table *from, double p, unsigned against,
                     unsigned in_favour) {
    for (unsigned k = 0; k <= least(shape->top, from->holders); k++) {
        const double *old = from->cells + (size_t)k * shape->stride;
        double *row = to->cells + (size_t)least(shape->top, k + against) * shape->stride;
        for (unsigned y = 0; y <= from->members; y++)
            row[y + in_favour] += old[y] * p;
    }
}

void odds_table_add_part(const struct odds_shape *shape, struct odds_table *to,
                         const struct odds_table *from, const struct odds_part *part) {
    memset(to->cells, 0, odds_table_size(shape) * sizeof(double));
    to->members = from->members + part->members;
    to->holders = from->holders + part->holders;
    for (unsigned against = 0; against <= part->holders; against++)
        for (unsigned y = 0; y <= part->members; y++)
            add_cell(shape, to, from, part->cells[against * (part->members + 1) + y], against, y);
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
    return in >= votes ? 0 : least(votes - in, sums->members + 1);
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

/* The same for those that count; no difference, which would leave rounding where there are none. */
static double in_force(const struct odds_shape *shape, const struct odds_table *plain,
                       const struct odds_sums *sums, const struct odds_table *holders) {
    const double *vetoes = holders->cells + (size_t)shape->top * shape->stride;
    double sum = 0;
    for (unsigned y = 0; y <= holders->members; y++)
        sum += vetoes[y] * reached(shape, plain, sums, y);
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
        vetoed = in_force(shape, plain, sums, holders);
    }
    outcome[VETO_ADOPTED] = adopted;
    outcome[VETO_VETOED] = vetoed;
    outcome[VETO_FAILED] = failed;
}

double odds_table_veto_with(const struct odds_shape *shape, const struct odds_table *plain,
                            const struct odds_sums *sums, const struct odds_table *holders) {
    double sum = 0;
    if (!shape->top)
        return 0;
    for (unsigned k = shape->top - 1; k <= shape->top; k++) {
        const double *row = holders->cells + (size_t)k * shape->stride;
        for (unsigned y = 0; y <= holders->members; y++)
            sum += row[y] * reached(shape, plain, sums, y);
    }
    return sum;
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
