/*
 * Random numbers without state: a block of four 32-bit words for every (seed, counter), by
 * Philox4x32-10. Any trial can be drawn by any thread, or again, and is the same.
 *
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
#pragma once

#include <stdint.h>

struct philox_block {
    uint32_t word[4];
};

struct philox_block philox(uint64_t seed, const uint32_t counter[4]);
