/*
 * What a piece of work costs, counted and not timed: the branches that the program's code takes and
 * the bytes that the C library's functions go over for it, as steps, and the bytes that it takes of
 * memory. The same on every machine of a kind, whatever else that does.
 */
#pragma once

#include <stdint.h>

struct cost {
    uint64_t steps, bytes;
};

/* Since the program began. */
struct cost counted_cost(void);
