/* Shapley-Shubik of a weighted game, by Owen's integral. */
#pragma once

#include <stdint.h>

#include "base/arena.h"

/* Weights from 0 to the quota, their total at least the quota; in ascending order. */
struct weighted_game {
    unsigned members;
    const uint32_t *weights;
    uint32_t quota, total;
};

/*
 * The index of a member with weights[member], for each member of `asked`, into index; and how far
 * it may be off, as a part of itself, into error. A member must be critical in some coalition.
 */
void power_integral(const struct weighted_game *game, const unsigned *asked, unsigned count,
                    struct arena *arena, double *index, double *error);
