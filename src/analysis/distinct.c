#include "analysis/distinct.h"

#include <string.h>

static uint64_t hash_row(const uint64_t *row, unsigned words) {
    uint64_t h = 0;
    for (unsigned i = 0; i < words; i++) {
        h = (h ^ row[i]) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 29;
    }
    return h;
}

/* The slot of this row, or the empty one where it belongs. */
static uint32_t *slot_of(const struct distinct *distinct, const uint64_t *row) {
    size_t mask = 2 * distinct->capacity - 1, at = hash_row(row, distinct->words) & mask;
    for (; distinct->slots[at]; at = (at + 1) & mask) {
        const uint64_t *there = distinct_row(distinct, distinct->slots[at] - 1);
        if (memcmp(there, row, distinct->words * sizeof *row) == 0)
            break;
    }
    return &distinct->slots[at];
}

/* The capacity is a power of two. */
static void grow(struct distinct *distinct) {
    size_t words = distinct->words, capacity = distinct->capacity ? 2 * distinct->capacity : 64;
    distinct->rows = arena_regrow(distinct->arena, distinct->rows, distinct->count * words,
                                  capacity * words, sizeof(uint64_t));
    distinct->slots = arena_array(distinct->arena, uint32_t, 2 * capacity);
    distinct->capacity = capacity;
    for (size_t i = 0; i < distinct->count; i++)
        *slot_of(distinct, distinct_row(distinct, i)) = (uint32_t)i + 1;
}

size_t distinct_add(struct distinct *distinct, const uint64_t *row) {
    if (distinct->count == distinct->capacity)
        grow(distinct);
    uint32_t *slot = slot_of(distinct, row);
    if (*slot)
        return *slot - 1;
    if (distinct->count == distinct->most)
        return distinct->most;
    memcpy(distinct->rows + distinct->count * distinct->words, row, distinct->words * sizeof *row);
    *slot = (uint32_t)++distinct->count;
    return distinct->count - 1;
}

void distinct_clear(struct distinct *distinct) {
    distinct->count = 0;
    if (distinct->capacity)
        memset(distinct->slots, 0, 2 * distinct->capacity * sizeof *distinct->slots);
}
