/* Rows of words, each kept once and numbered from 0 in the order in which they came. */
#pragma once

#include <stdint.h>

#include "base/arena.h"

/* Set the first three; the rest starts as zeros. */
struct distinct {
    struct arena *arena;
    unsigned words; /* in a row */
    size_t most;    /* rows, at most UINT32_MAX - 1 */
    size_t count, capacity;
    uint64_t *rows;  /* [count * words] */
    uint32_t *slots; /* twice the capacity: 0, or 1 + the number of a row with this hash */
};

/* The number of this row, the count where it is new; `most` where there is no room for it. */
size_t distinct_add(struct distinct *distinct, const uint64_t *row);

static inline const uint64_t *distinct_row(const struct distinct *distinct, size_t number) {
    return distinct->rows + number * distinct->words;
}

/* No rows; the room stays. */
void distinct_clear(struct distinct *distinct);
