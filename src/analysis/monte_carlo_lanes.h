/*
 * 512 trials side by side, one a bit: sets of trials, random sets of them, and numbers of members
 * counted in all of them at once. Vectors stand for whatever the machine has; the results are the
 * same everywhere.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/philox.h"

enum { LANES = 512, LANE_WORDS = LANES / 64 };

/*
 * The functions that do the work are compiled once for each width of vectors that the machine may
 * turn out to have, where compiler and C library can choose between them at start. It is the same
 * code with the same results. (Sanitizers are not ready yet when that choice is made.)
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
    __has_feature(memory_sanitizer)
#define LANES_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LANES_SANITIZED
#endif
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(LANES_SANITIZED)
#define LANES_WORK __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define LANES_WORK
#endif

/* Passed by pointer only: how one is passed by value depends on the machine. */
typedef uint64_t lanes __attribute__((vector_size(64), aligned(8), may_alias));

static inline bool lanes_any(const lanes *set) {
    uint64_t any = 0;
    for (int i = 0; i < LANE_WORDS; i++)
        any |= (*set)[i];
    return any != 0;
}

/* How many bits are set: sums of neighbours in ever wider fields, and then of the bytes. */
static inline uint64_t lanes_count(const lanes *set) {
    lanes x = *set;
    uint64_t sum = 0;
    x = x - (x >> 1 & UINT64_C(0x5555555555555555));
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    for (int i = 0; i < LANE_WORDS; i++)
        sum += x[i]; /* eight bytes of at most 8 each, eight times: no byte overflows */
    return ((sum & UINT64_C(0x00ff00ff00ff00ff)) + (sum >> 8 & UINT64_C(0x00ff00ff00ff00ff))) *
               UINT64_C(0x0001000100010001) >>
           48;
}

/* ---- random bits ---- */

/* Eight generators xoshiro256++ side by side. */
struct lanes_random {
    lanes s[4];
};

static inline void lanes_seed(struct lanes_random *random, uint64_t seed, uint64_t round) {
    for (uint32_t i = 0; i < 4 * LANE_WORDS; i++) {
        const uint32_t counter[4] = {(uint32_t)round, (uint32_t)(round >> 32), i, 0x20000};
        struct philox_block block = philox(seed, counter);
        random->s[i / LANE_WORDS][i % LANE_WORDS] = (uint64_t)block.word[0] << 32 | block.word[1];
    }
}

static inline void lanes_next(struct lanes_random *random, lanes *bits) {
    lanes *s = random->s, sum = s[0] + s[3], shifted = s[1] << 17;
    *bits = (sum << 23 | sum >> 41) + s[0];
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = s[3] << 45 | s[3] >> 19;
}

/* ---- random sets ---- */

/* A trial is below `cut` with probability cut / 2^32. All trials are compared with the cut bit by
 * bit, from the top, until none is open any more. */
struct lanes_cut {
    uint64_t cut; /* 0 to 2^32 */
    lanes below, open;
};

static inline void lanes_cut_start(struct lanes_cut *cut, uint64_t value) {
    lanes none = {0};
    cut->cut = value;
    cut->below = value >> 32 ? ~none : none;
    cut->open = value && !(value >> 32) ? ~none : none;
}

static inline void lanes_cut_step(struct lanes_cut *cut, const lanes *bits, int bit) {
    if (cut->cut >> bit & 1) {
        cut->below |= cut->open & ~*bits;
        cut->open &= *bits;
    } else {
        cut->open &= ~*bits;
    }
}

/* The trials of one random number each that are below the cut. */
static inline void lanes_below(struct lanes_random *random, uint64_t value, lanes *below) {
    struct lanes_cut cut;
    lanes bits;
    lanes_cut_start(&cut, value);
    for (int bit = 31; bit >= 0 && lanes_any(&cut.open); bit--) {
        lanes_next(random, &bits);
        lanes_cut_step(&cut, &bits, bit);
    }
    *below = cut.below;
}

/* The same for two cuts of the same number. */
static inline void lanes_below_both(struct lanes_random *random, uint64_t first, uint64_t second,
                                    lanes *below_first, lanes *below_second) {
    struct lanes_cut a, b;
    lanes bits;
    lanes_cut_start(&a, first);
    lanes_cut_start(&b, second);
    for (int bit = 31; bit >= 0; bit--) {
        lanes open = a.open | b.open;
        if (!lanes_any(&open))
            break;
        lanes_next(random, &bits);
        lanes_cut_step(&a, &bits, bit);
        lanes_cut_step(&b, &bits, bit);
    }
    *below_first = a.below;
    *below_second = b.below;
}

/* ---- counting members in all trials ---- */

enum { COUNT_PLANES = 7 }; /* up to 64 members */

/* plane[k] holds bit k of every trial's count. */
struct lanes_counter {
    lanes plane[COUNT_PLANES];
    int planes; /* in use */
    unsigned added;
};

static inline void lanes_counter_start(struct lanes_counter *counter) {
    counter->planes = 0;
    counter->added = 0;
}

static inline void lanes_counter_add(struct lanes_counter *counter, const lanes *set) {
    lanes carry = *set, none = {0};
    counter->added++;
    if (counter->added >> counter->planes)
        counter->plane[counter->planes++] = none;
    for (int k = 0; k < counter->planes; k++) {
        lanes up = counter->plane[k] & carry;
        counter->plane[k] ^= carry;
        carry = up;
    }
}

/* The trials of `within` whose count is `count`. */
static inline void lanes_counter_is(const struct lanes_counter *counter, unsigned count,
                                    const lanes *within, lanes *is) {
    lanes all = *within;
    for (int k = 0; k < counter->planes; k++)
        all &= count >> k & 1 ? counter->plane[k] : ~counter->plane[k];
    *is = all;
}
