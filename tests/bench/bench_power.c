/*
 * Voting power, of three bodies: the Council of fifteen; 27 members, all different, of whom 15 with
 * 65 % of the population decide, as in the Council of the European Union; 193 members with weights
 * of some 8,000 together and a quota of two thirds. Each figure stands beside what the plain way
 * takes in the same run.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "veto/power.h"

enum { UNION = 27, ASSEMBLY = 193 };

struct body {
    struct veto_rules rules;
    struct veto_majority majority;
    uint32_t population[UNION];
    struct veto_weighted_game game;
    uint64_t weights[ASSEMBLY];
    unsigned what;
    bool shapley_shubik;
    double error;
    uint64_t count; /* of the plain way, so that it is not optimised away */
};

static void find(void *context) {
    struct body *body = context;
    struct veto_power *power;
    struct veto_power_error error;
    if (veto_power_find(&power, &body->rules, VETO_SUBSTANTIVE, body->what, &error) != VETO_OK) {
        fprintf(stderr, "bench_power: %s\n", error.text);
        exit(1);
    }
    veto_power_free(power);
}

static void find_weighted(void *context) {
    struct body *body = context;
    struct veto_weighted_power *power;
    struct veto_power_error error;
    if (veto_power_weighted(&power, &body->game, body->shapley_shubik, &error) != VETO_OK) {
        fprintf(stderr, "bench_power: %s\n", error.text);
        exit(1);
    }
    body->error = power->error;
    veto_weighted_power_free(power);
}

/* ---- the plain way ---- */

/* Every profile of `base` ballots (2: yes and no; 3: and abstain) by veto_decide: only counted. */
static void enumerate(struct body *body, unsigned base) {
    static const enum veto_ballot ballots_of[] = {VETO_NO, VETO_YES, VETO_ABSTAIN};
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    unsigned digits[VETO_MAX_MEMBERS] = {0}, n = body->rules.members, at = 0;
    for (unsigned i = 0; i < n; i++)
        ballots[i] = VETO_NO;
    while (at < n) {
        body->count += veto_decide(&body->rules, VETO_SUBSTANTIVE, ballots).outcome == VETO_ADOPTED;
        for (at = 0; at < n && digits[at] == base - 1; at++) {
            digits[at] = 0;
            ballots[at] = VETO_NO;
        }
        if (at < n)
            ballots[at] = ballots_of[++digits[at]];
    }
}

static void enumerate_coalitions(void *context) {
    enumerate(context, 2);
}

static void enumerate_profiles(void *context) {
    enumerate(context, 3);
}

/* The winning coalitions of the union, one by one, each from the one before: only counted. */
static void walk_coalitions(void *context) {
    struct body *body = context;
    uint64_t weight = 0;
    unsigned size = 0;
    for (uint32_t i = 1, set = 0; i < 1u << UNION; i++) {
        unsigned member = (unsigned)__builtin_ctz(i);
        set ^= 1u << member;
        bool in = set >> member & 1;
        weight = in ? weight + body->population[member] : weight - body->population[member];
        size = in ? size + 1 : size - 1;
        body->count += size >= body->rules.required && weight >= body->majority.needed;
    }
}

/* The coalitions of the assembly by weight, below the quota, in 256 bits: the loop alone. */
static void bare_count(void *context) {
    __extension__ typedef unsigned __int128 wide;
    struct body *body = context;
    size_t bound = body->game.quota;
    wide(*counts)[2] = calloc(bound, sizeof *counts);
    counts[0][0] = 1;
    for (unsigned i = 0; i < ASSEMBLY; i++)
        for (size_t v = bound; v-- > body->weights[i];) {
            const wide *from = counts[v - body->weights[i]];
            counts[v][0] += from[0];
            counts[v][1] += from[1] + (counts[v][0] < from[0]);
        }
    body->count += (uint64_t)counts[bound - 1][0];
    free(counts);
}

/* The same in doubles for each of n/2 + 1 nodes, without leaving any member out. */
static void bare_integral(void *context) {
    struct body *body = context;
    size_t bound = body->game.quota;
    double *p = calloc(bound, sizeof *p);
    for (unsigned node = 0; node <= ASSEMBLY / 2; node++) {
        double t = (node + 0.5) / (ASSEMBLY / 2 + 1.0);
        memset(p, 0, bound * sizeof *p);
        p[0] = 1;
        for (unsigned i = 0; i < ASSEMBLY; i++) {
            size_t weight = body->weights[i];
            for (size_t v = bound; v-- > weight;)
                p[v] = (1 - t) * p[v] + t * p[v - weight];
            for (size_t v = weight; v-- > 0;)
                p[v] *= 1 - t;
        }
        body->count += p[bound - 1] > 0.5;
    }
    free(p);
}

/* ---- the figures ---- */

static void print(const char *what, double seconds, const char *plain, double plain_seconds) {
    double unit = seconds < 1e-3 ? 1e6 : 1e3;
    printf("  %-44s %9.2f %s   %s %.0f ms, %.1f times as long\n", what, seconds * unit,
           seconds < 1e-3 ? "us" : "ms", plain, plain_seconds * 1e3, plain_seconds / seconds);
}

static void bench_council(struct body *body) {
    static const char *const plain[] = {"every coalition by veto_decide, only counted",
                                        "every profile by veto_decide, only counted"};
    body->rules = veto_rules_charter(15, 9, 0x1f);
    double coalitions = bench_best(5, enumerate_coalitions, body);
    double profiles = bench_best(1, enumerate_profiles, body);
    printf("Council of fifteen\n");
    body->what = VETO_POWER_YES_NO;
    print("Shapley-Shubik, Banzhaf, Coleman", bench_best(2000, find, body), plain[0], coalitions);
    body->what = VETO_POWER_MINIMAL;
    print("Johnston, Deegan-Packel, Holler", bench_best(2000, find, body), plain[0], coalitions);
    body->what = VETO_POWER_TERNARY;
    print("ternary measures (asked: 10 us)", bench_best(2000, find, body), plain[1], profiles);
}

static void bench_union(struct body *body) {
    static const char *const plain = "every coalition, only counted";
    uint64_t total = 0;
    for (unsigned i = 0; i < UNION; i++)
        total += body->population[i] = 84000000 / (i + 1) - 100003 * i;
    body->majority =
        (struct veto_majority){(1u << UNION) - 1, body->population, (total * 65 + 99) / 100, NULL};
    body->rules = veto_rules_charter(UNION, 15, 0);
    body->rules.majorities = &body->majority;
    body->rules.majority_count = 1;
    double walk = bench_best(1, walk_coalitions, body);
    printf("27 members, 15 of them and 65 %% of %" PRIu64 "\n", total);
    body->what = VETO_POWER_YES_NO;
    print("Shapley-Shubik, Banzhaf, Coleman (2.5 ms)", bench_best(40, find, body), plain, walk);
    body->what = VETO_POWER_TERNARY;
    print("ternary measures", bench_best(40, find, body), plain, walk);
    body->what = VETO_POWER_MINIMAL;
    print("Johnston, Deegan-Packel, Holler", bench_best(1, find, body), plain, walk);
}

static void bench_assembly(struct body *body) {
    uint64_t total = 0, state = 1;
    for (unsigned i = 0; i < ASSEMBLY; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        total += body->weights[i] = 1 + (state >> 33) % 82;
    }
    body->game = (struct veto_weighted_game){ASSEMBLY, body->weights, (2 * total + 2) / 3};
    printf("193 members, weights of %" PRIu64 ", quota %" PRIu64 "\n", total, body->game.quota);
    body->shapley_shubik = false;
    double banzhaf = bench_best(40, find_weighted, body);
    print("Banzhaf, Coleman, exact (2 ms)", banzhaf, "the bare loop",
          bench_best(10, bare_count, body));
    body->shapley_shubik = true;
    double both = bench_best(10, find_weighted, body);
    print("Shapley-Shubik (20 ms)", both - banzhaf, "the bare loop, node by node",
          bench_best(3, bare_integral, body));
    printf("  relative error of Shapley-Shubik at most %.1e (asked: 1e-9)\n", body->error);
}

int main(void) {
    static struct body body;
    bench_council(&body);
    bench_union(&body);
    bench_assembly(&body);
    return body.count == 0;
}
