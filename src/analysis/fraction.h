/* Whole numbers of up to 512 bits, no more than voting power needs of them; measures in them. */
#pragma once

#include "veto/power.h"

/* Arenas align to 8 bytes. */
__extension__ typedef unsigned __int128 u128 __attribute__((aligned(8)));

struct veto_natural natural_of(u128 number);

static inline bool natural_is_zero(const struct veto_natural *a) {
    return a->words == 0;
}

/* The result of each must be in range. */
void natural_add(struct veto_natural *a, const struct veto_natural *b);
void natural_subtract(struct veto_natural *a, const struct veto_natural *b);
void natural_add_product(struct veto_natural *sum, const struct veto_natural *a, u128 factor);
void natural_shift_left(struct veto_natural *a, unsigned bits);

struct veto_natural natural_product(const struct veto_natural *a, uint64_t factor);

/* Returns the remainder. */
uint64_t natural_divide(struct veto_natural *a, uint64_t by);

struct veto_natural natural_two_to(unsigned exponent);
struct veto_natural natural_factorial(unsigned n);

/* The greatest, of two numbers that are not both 0. */
uint64_t common_divisor(uint64_t a, uint64_t b);

/* The sum over all members of what each kind has. */
struct veto_natural kinds_sum(const struct veto_kinds *kinds, const struct veto_natural *of);
