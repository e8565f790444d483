/* What the benchmarks share: a clock, and the best of several runs. */
#ifndef BENCH_H
#define BENCH_H

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

#endif
