/* What the benchmarks share: a clock, the best of several runs, and of several works in turn. */
#pragma once

#include <stddef.h>
#include <stdio.h>
#include <time.h>

static inline double bench_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Seconds of the fastest of `runs` calls: the one that the machine disturbed least. */
static inline double bench_best(int runs, void (*work)(void *), void *context) {
    double best = 1e300;
    for (int i = 0; i < runs; i++) {
        double start = bench_seconds();
        work(context);
        double took = bench_seconds() - start;
        best = took < best ? took : best;
    }
    return best;
}

struct bench_work {
    void (*work)(void *);
    void *context;
    double seconds; /* of the fastest run */
};

/* In turn, so that all of them meet the same machine: what is compared is measured so. */
static inline void bench_in_turn(int rounds, struct bench_work *works, size_t count) {
    for (int round = 0; round < rounds; round++)
        for (size_t i = 0; i < count; i++) {
            double took = bench_best(1, works[i].work, works[i].context);
            if (round == 0 || took < works[i].seconds)
                works[i].seconds = took;
        }
}
