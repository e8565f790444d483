/*
 * How much work an analysis may still do. Work is counted in steps, not timed, so that what is
 * worked out and what is refused is the same on any machine. A step is about a multiplication and
 * the place it goes to: a nanosecond or two.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct allowance {
    uint64_t left;
};

/* False: that is more than is left, and nothing is from now on. */
static inline bool allowance_take(struct allowance *allowance, uint64_t steps) {
    bool enough = steps <= allowance->left;
    allowance->left = enough ? allowance->left - steps : 0;
    return enough;
}
