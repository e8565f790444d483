/*
 * Standard normal numbers by their quantile. Cells of equal probability, the cubic through the four
 * nearest corners within one, and in the tails the quantile itself. The cubic is off by less than
 * 1e-6, in cells next to the tails, and far less elsewhere.
 */
#include "analysis/monte_carlo.h"
#include "base/normal.h"

enum { CELL_BITS = 13, CELLS = 1 << CELL_BITS, TAIL = 16, WITHIN_BITS = 32 - CELL_BITS };

struct normal_table {
    double corner[CELLS + 1];
};

const struct normal_table *normal_table_new(struct arena *arena) {
    struct normal_table *table = arena_new(arena, struct normal_table);
    for (unsigned i = TAIL - 1; i < CELLS / 2; i++) {
        table->corner[i] = normal_quantile((double)i / CELLS);
        table->corner[CELLS - i] = -table->corner[i];
    }
    return table;
}

double normal_from_word(const struct normal_table *table, uint32_t word) {
    uint32_t cell = word >> WITHIN_BITS;
    if (cell < TAIL || cell >= CELLS - TAIL)
        return normal_quantile((word + 0.5) / 4294967296.0);
    const double *at = &table->corner[cell];
    double t = ((word & ((1u << WITHIN_BITS) - 1)) + 0.5) / (1u << WITHIN_BITS);
    double first = at[1] - at[0], before = at[0] - at[-1], after = at[2] - at[1];
    /* Newton's form on -1, 0, 1, 2 */
    double second = (first - before) / 2, third = (after - 2 * first + before) / 6;
    return at[0] + t * (first + (t - 1) * (second + (t + 1) * third));
}
