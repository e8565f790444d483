/*
 * What odds cost, each against something plain in the same run:
 *     the exact kernel, a scalar version of it, and all 3^15 profiles;
 *     Monte Carlo, and scalar loops that draw ballot by ballot;
 *     one thread and two;
 *     points of a sweep of a scenario, and the bare kernel on as many votes.
 * Usage: bench_odds [SCENARIO], from the top of the source where there is none.
 *        bench_odds --kernel, for numpy_odds.py: the exact kernel alone, in bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/odds_plan.h"
#include "base/philox.h"
#include "bench.h"
#include "veto/odds.h"

enum { MEMBERS = 15, PERMANENT = 5, REQUIRED = 9, POINTS = 1 << 10, ROUNDS = 7 };

/* ---- the council: fifteen members without a bloc ---- */

struct council {
    struct veto_scenario scenario;
    struct veto_member members[MEMBERS];
    struct veto_draft draft;
    double leanings[MEMBERS], ties[MEMBERS * MEMBERS];
    struct veto_preset_ballot presets[MEMBERS];
    struct veto_bloc bloc;
    struct veto_item item;
    double points[POINTS][MEMBERS][3]; /* chances */
    double by_brute, by_loop;          /* the same probability */
    double sum;                        /* of what was worked out, so that it is */
};

static double uniform(uint32_t i, uint32_t j) {
    const uint32_t counter[4] = {i, j, 0, 0};
    return (philox(1, counter).word[0] + 0.5) / 4294967296.0;
}

static void setup(struct council *council) {
    memset(council, 0, sizeof *council);
    for (unsigned i = 0; i < MEMBERS; i++) {
        council->members[i] = (struct veto_member){.code = "AAA",
                                                   .veto_tendency = 0.5,
                                                   .opposition = 0.5,
                                                   .volatility = 0.4,
                                                   .bloc = VETO_NONE};
        council->leanings[i] = 0.9 * uniform(i, 77) - 0.3;
        for (unsigned point = 0; point < POINTS; point++) {
            double *chance = council->points[point][i];
            chance[VETO_YES] = uniform(point, i);
            chance[VETO_NO] = (1 - chance[VETO_YES]) * uniform(point, 100 + i);
            chance[VETO_ABSTAIN] = 1 - chance[VETO_YES] - chance[VETO_NO];
        }
    }
    council->draft = (struct veto_draft){
        .id = "draft", .put = true, .leanings = council->leanings, .ballots = council->presets};
    council->item = (struct veto_item){.kind = VETO_ITEM_VOTE, .draft = 0};
    council->scenario = (struct veto_scenario){
        .rules = veto_rules_charter(MEMBERS, REQUIRED, (1u << PERMANENT) - 1),
        .members_count = MEMBERS,
        .members = council->members,
        .ties = council->ties,
        .blocs = &council->bloc,
        .drafts = &council->draft,
        .draft_count = 1,
        .programme = {&council->item, 1},
    };
}

/* ---- exact ---- */

static double kernel_point(const struct odds_shape *shape, double (*chance)[3]) {
    _Alignas(16) double plain_cells[MEMBERS + 1], holder_cells[MEMBERS + 1];
    double yes[MEMBERS], rest[MEMBERS], outcome[VETO_NOT_PUT];
    struct odds_table plain = {plain_cells, 0, 0}, holders = {holder_cells, 0, 0};
    struct odds_sums sums;
    for (unsigned i = 0; i < MEMBERS - PERMANENT; i++) {
        yes[i] = chance[PERMANENT + i][VETO_YES];
        rest[i] = chance[PERMANENT + i][VETO_NO] + chance[PERMANENT + i][VETO_ABSTAIN];
    }
    odds_table_start_plain(&plain, yes, rest, MEMBERS - PERMANENT);
    odds_table_sums(&plain, &sums);
    odds_table_start_holders(shape, &holders, (const double(*)[3])chance, PERMANENT);
    odds_table_outcomes(shape, &plain, &sums, &holders, outcome);
    return outcome[VETO_VETOED];
}

static void kernel(void *context) {
    struct council *council = context;
    struct odds_shape shape =
        odds_shape_of(&council->scenario.rules, (1u << PERMANENT) - 1, PERMANENT);
    for (unsigned repeat = 0; repeat < 100; repeat++)
        for (unsigned point = 0; point < POINTS; point++)
            council->sum += kernel_point(&shape, council->points[point]);
}

/* The textbook: a new table for every member, over all votes in favour and all vetoes. */
static double naive_point(double (*chance)[3]) {
    double p[MEMBERS + 1][PERMANENT + 1] = {{1}}, vetoed = 0;
    for (unsigned i = 0; i < MEMBERS; i++) {
        double q[MEMBERS + 1][PERMANENT + 1] = {{0}};
        for (unsigned y = 0; y <= i; y++)
            for (unsigned k = 0; k <= PERMANENT; k++) {
                q[y + 1][k] += p[y][k] * chance[i][VETO_YES];
                q[y][k] += p[y][k] * chance[i][VETO_ABSTAIN];
                unsigned up = i < PERMANENT && k < PERMANENT ? k + 1 : k;
                q[y][up] += p[y][k] * chance[i][VETO_NO];
            }
        memcpy(p, q, sizeof p);
    }
    for (unsigned y = REQUIRED; y <= MEMBERS; y++)
        for (unsigned k = 1; k <= PERMANENT; k++)
            vetoed += p[y][k];
    return vetoed;
}

static void naive(void *context) {
    struct council *council = context;
    for (unsigned repeat = 0; repeat < 10; repeat++)
        for (unsigned point = 0; point < POINTS; point++)
            council->sum += naive_point(council->points[point]);
}

enum { EIGHT = 8, HALF = 6568 }; /* all ballots of eight members, 3^8, in whole eights */
typedef double pair __attribute__((vector_size(16)));
typedef int64_t pair_masks __attribute__((vector_size(16)));

/* Every way in which some members may vote: the votes in favour, a veto, and the probability. */
struct half {
    _Alignas(64) double p[HALF], yes[HALF];
    bool veto[HALF];
    unsigned count;
};

static void half_fill(struct half *half, double (*chance)[3], unsigned first, unsigned end) {
    memset(half, 0, sizeof *half);
    half->p[0] = half->count = 1;
    for (unsigned i = first; i < end; i++, half->count *= 3)
        for (unsigned old = half->count; old-- > 0;)
            for (unsigned ballot = 3; ballot-- > 0;) { /* the last overwrites what was there */
                unsigned at = old + ballot * half->count;
                half->p[at] = half->p[old] * chance[i][ballot];
                half->yes[at] = half->yes[old] + (ballot == VETO_YES);
                half->veto[at] = half->veto[old] || (i < PERMANENT && ballot == VETO_NO);
            }
}

/* The probability of all profiles with so many votes in favour, four pairs at a time. */
static double sum_from(const struct half *half, double votes) {
    const pair *p = (const pair *)half->p, *yes = (const pair *)half->yes;
    pair needed = {votes, votes}, sums[EIGHT / 2] = {{0}};
    for (unsigned i = 0; i < HALF / 2; i += EIGHT / 2)
        for (unsigned j = 0; j < EIGHT / 2; j++)
            sums[j] += (pair)((pair_masks)p[i + j] & (yes[i + j] >= needed));
    pair sum = sums[0] + sums[1] + sums[2] + sums[3];
    return sum[0] + sum[1];
}

/* Each profile of one half of the council with each of the other. */
static void brute(void *context) {
    static struct half left, right;
    struct council *council = context;
    double vetoed = 0;
    half_fill(&left, council->points[0], 0, 7);
    half_fill(&right, council->points[0], 7, MEMBERS);
    for (unsigned i = 0; i < left.count; i++)
        vetoed += left.p[i] * sum_from(&right, REQUIRED - left.yes[i]) * left.veto[i];
    council->sum += vetoed;
    council->by_brute = vetoed;
}

/* Every profile by its number to base 3. */
static void naive_brute(void *context) {
    struct council *council = context;
    double(*chance)[3] = council->points[0], vetoed = 0;
    for (uint32_t profile = 0; profile < 14348907; profile++) { /* 3^15 */
        uint32_t digits = profile;
        unsigned yes = 0;
        bool veto = false;
        double p = 1;
        for (unsigned i = 0; i < MEMBERS; i++, digits /= 3) {
            unsigned ballot = digits % 3;
            p *= chance[i][ballot];
            yes += ballot == VETO_YES;
            veto |= i < PERMANENT && ballot == VETO_NO;
        }
        if (yes >= REQUIRED && veto)
            vetoed += p;
    }
    council->sum += vetoed;
    council->by_loop = vetoed;
}

static void bench_exact(struct council *council) {
    struct bench_work works[] = {
        {kernel, council, 0}, {naive, council, 0}, {brute, council, 0}, {naive_brute, council, 0}};
    bench_in_turn(ROUNDS, works, 4);
    double fast = works[0].seconds / (100 * POINTS), slow = works[1].seconds / (10 * POINTS);
    double all = works[2].seconds, loop = works[3].seconds;
    printf("exact kernel, 15 members          %10.1f ns a point\n", 1e9 * fast);
    printf("  scalar, a table for each member %10.1f ns a point, %.1f times the kernel\n",
           1e9 * slow, slow / fast);
    printf("  all 3^15 profiles               %10.1f ms a point, %.0f times the kernel\n",
           1e3 * all, all / fast);
    printf("  the same, a loop to base 3      %10.1f ms a point, %.1f times that\n", 1e3 * loop,
           loop / all);
}

/* Nanoseconds a point; the chances of all points; the odds of a veto at each. */
static int write_kernel(struct council *council) {
    double odds[POINTS], each = 1e9 * bench_best(ROUNDS, kernel, council) / (100 * POINTS);
    struct odds_shape shape =
        odds_shape_of(&council->scenario.rules, (1u << PERMANENT) - 1, PERMANENT);
    for (unsigned point = 0; point < POINTS; point++)
        odds[point] = kernel_point(&shape, council->points[point]);
    fwrite(&each, sizeof each, 1, stdout);
    fwrite(council->points, sizeof council->points, 1, stdout);
    fwrite(odds, sizeof odds, 1, stdout);
    return fflush(stdout) == 0 ? 0 : 3;
}

/* ---- Monte Carlo ---- */

struct run {
    struct council *council;
    struct veto_odds_plan *plan;
    unsigned threads;
    uint64_t trials;
    double chance[MEMBERS][3];
};

static void monte_carlo(void *context) {
    struct run *run = context;
    const struct veto_odds *odds;
    struct veto_monte_carlo how = {.seed = 1, .trials = run->trials, .threads = run->threads};
    if (veto_odds_monte_carlo(run->plan, &how, &odds) != VETO_OK)
        exit(1);
    run->council->sum += odds->drafts[0].outcome[VETO_VETOED];
}

struct scalar_random {
    uint64_t s[4];
};

static uint64_t rotate(uint64_t x, int k) {
    return x << k | x >> (64 - k);
}

/* xoshiro256** */
static uint64_t next(struct scalar_random *random) {
    uint64_t *s = random->s, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

/* Without branches, one 64-bit number for two members, and no more counted than the outcome. */
static void scalar_integers(void *context) {
    struct run *run = context;
    struct scalar_random random = {{1, 2, 3, 4}};
    uint32_t yes_cut[MEMBERS + 1] = {0}, no_cut[MEMBERS + 1] = {0};
    uint64_t counts[4] = {0};
    for (unsigned i = 0; i < MEMBERS; i++) {
        yes_cut[i] = (uint32_t)(run->chance[i][VETO_YES] * 4294967295.0);
        no_cut[i] = (uint32_t)(run->chance[i][VETO_NO] * 4294967295.0);
    }
    for (uint64_t trial = 0; trial < run->trials; trial++) {
        unsigned yes = 0, veto = 0;
        for (unsigned i = 0; i < MEMBERS + 1; i += 2) {
            uint64_t word = next(&random);
            uint32_t a = (uint32_t)word, b = (uint32_t)(word >> 32);
            yes += (unsigned)(a < yes_cut[i]) + (unsigned)(b < yes_cut[i + 1]);
            veto |= (unsigned)(i < PERMANENT) & (unsigned)(~a < no_cut[i]);
            veto |= (unsigned)(i + 1 < PERMANENT) & (unsigned)(~b < no_cut[i + 1]);
        }
        counts[2 * (unsigned)(yes >= REQUIRED) + veto]++;
    }
    run->council->sum += (double)counts[3];
}

static double ratio_line(const char *what, double seconds, uint64_t trials, double to) {
    double each = 1e9 * seconds / (double)trials;
    printf("%-33s %10.2f ns a trial", what, each);
    if (to > 0)
        printf(", %.2f times", each / to);
    putchar('\n');
    return each;
}

static void bench_monte_carlo(struct council *council) {
    struct run run = {.council = council, .threads = 1, .trials = 8000000};
    if (veto_odds_plan_new(&run.plan, &council->scenario) != VETO_OK)
        exit(1);
    for (unsigned i = 0; i < MEMBERS; i++)
        veto_ballot_chances(council->leanings[i], council->members[i].volatility, 0.5,
                            run.chance[i]);
    struct run alone = run, both = run;
    alone.trials = both.trials = 4 * run.trials;
    both.threads = 2;
    struct bench_work works[] = {{monte_carlo, &run, 0},
                                 {scalar_integers, &run, 0},
                                 {monte_carlo, &alone, 0},
                                 {monte_carlo, &both, 0}};
    bench_in_turn(ROUNDS, works, 4);
    double one = ratio_line("Monte Carlo, one thread", works[0].seconds, run.trials, 0);
    ratio_line("  scalar xoshiro256** loop", works[1].seconds, run.trials, one);
    printf("  two threads                     %10.2f times one\n",
           works[2].seconds / works[3].seconds);
    veto_odds_plan_free(run.plan);
}

/* ---- a scenario with blocs and branches ---- */

static double to_uniform(uint64_t word) {
    return (double)(word >> 11) * 0x1p-53;
}

/* One history, ballot by ballot: doubles against cut points by erfc, and outcomes by veto_decide's
 * own arithmetic written out. */
static void plain_trial(const struct veto_odds_plan *plan, struct scalar_random *random,
                        uint64_t *counts) {
    for (int at = 0; at != VETO_NONE;) {
        const struct odds_node *node = &plan->nodes[at];
        const struct odds_vote *vote = &node->vote;
        unsigned yes = 0, veto = 0;
        for (unsigned i = 0; i < vote->single_count; i++) {
            const struct odds_single *single = &vote->singles[i];
            double u = to_uniform(next(random));
            double s = single->voter.volatility * sqrt(2.0);
            double p = erfc((VETO_CUT_YES - single->voter.leaning) / s) / 2;
            double q = erfc((single->voter.leaning + 1 - single->voter.tendency) / s) / 2;
            yes += u < p;
            veto |= single->voter.holder && u >= 1 - q;
        }
        for (size_t j = 0; j < vote->bloc_count; j++) {
            const struct odds_bloc *bloc = &vote->blocs[j];
            double shared = sqrt(-2 * log(1 - to_uniform(next(random)))) *
                            cos(6.283185307179586 * to_uniform(next(random)));
            for (unsigned i = 0; i < bloc->count; i++) {
                const struct odds_voter *voter = &bloc->voters[i];
                double u = to_uniform(next(random));
                double s = voter->volatility * sqrt(2 * (1 - bloc->cohesion));
                double leaning = voter->leaning + voter->volatility * sqrt(bloc->cohesion) * shared;
                yes += u < erfc((VETO_CUT_YES - leaning) / s) / 2;
                veto |= voter->holder && u >= 1 - erfc((leaning + 1 - voter->tendency) / s) / 2;
            }
        }
        enum veto_outcome outcome = yes < plan->scenario.rules.required ? VETO_FAILED
                                    : veto                              ? VETO_VETOED
                                                                        : VETO_ADOPTED;
        counts[3 * (size_t)node->draft + outcome]++;
        at = node->next[outcome];
    }
}

static void plain_meetings(void *context) {
    struct run *run = context;
    struct scalar_random random = {{1, 2, 3, 4}};
    uint64_t counts[3 * VETO_MAX_DRAFTS] = {0};
    for (uint64_t trial = 0; trial < run->trials; trial++)
        plain_trial(run->plan, &random, counts);
    run->council->sum += (double)counts[1];
}

static struct veto_scenario *load(const char *path) {
    static char bytes[1 << 20];
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *diagnostics = veto_diagnostics_new();
    FILE *file = fopen(path, "rb");
    if (!file || !diagnostics)
        return NULL;
    struct veto_text text = {path, bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    veto_scenario_load(&scenario, diagnostics, &text, NULL, 0);
    veto_diagnostics_free(diagnostics);
    return scenario;
}

static void bench_meetings(struct council *council, const struct veto_scenario *scenario) {
    struct run run = {.council = council, .threads = 1, .trials = 2000000};
    if (veto_odds_plan_new(&run.plan, scenario) != VETO_OK)
        exit(1);
    struct run plain = run;
    plain.trials = run.trials / 10;
    struct bench_work works[] = {{monte_carlo, &run, 0}, {plain_meetings, &plain, 0}};
    bench_in_turn(ROUNDS, works, 2);
    double one = ratio_line("Monte Carlo of the scenario", works[0].seconds, run.trials, 0);
    ratio_line("  plain loop with erfc", works[1].seconds, plain.trials, one);
    veto_odds_plan_free(run.plan);
}

/* ---- points of a sweep ---- */

struct points {
    struct council *council;
    struct veto_odds_plan *plan;
    struct veto_knob knobs[2];
};

static void sweep(void *context) {
    struct points *points = context;
    const struct veto_odds *odds;
    for (int i = 0; i < 100; i++)
        for (int j = 0; j < 100; j++) {
            veto_odds_set(points->plan, points->knobs[0], i / 100.0);
            veto_odds_set(points->plan, points->knobs[1], j / 100.0);
            if (veto_odds_exact(points->plan, 0, &odds) != VETO_OK)
                exit(1);
            points->council->sum += odds->drafts[0].outcome[VETO_VETOED];
        }
}

static void bench_sweep(struct council *council, const struct veto_scenario *scenario) {
    struct points points = {council,
                            NULL,
                            {{VETO_KNOB_VETO_TENDENCY, veto_scenario_member(scenario, "RUS"), 0},
                             {VETO_KNOB_LEANING, 0, veto_scenario_member(scenario, "EGY")}}};
    if (veto_odds_plan_new(&points.plan, scenario) != VETO_OK)
        exit(1);
    struct bench_work works[] = {{sweep, &points, 0}, {kernel, council, 0}};
    bench_in_turn(ROUNDS, works, 2);
    double each = works[0].seconds / 10000, bare = works[1].seconds / (100 * POINTS);
    double votes = (double)points.plan->node_count;
    printf("a point of the scenario, %2.0f votes  %10.1f ns, %.1f times the kernel on them\n",
           votes, 1e9 * each, each / bare / votes);
    if (scenario->bloc_count) {
        points.knobs[1].b = (int)__builtin_ctzll(scenario->blocs[0].members);
        each = bench_best(3, sweep, &points) / 10000;
        printf("  the same, moving a bloc         %10.1f ns\n", 1e9 * each);
    }
    veto_odds_plan_free(points.plan);
}

int main(int count, char **arguments) {
    static struct council council;
    const char *path = count > 1 ? arguments[1] : "scenarios/aleppo-2016.yaml";
    setup(&council);
    if (strcmp(path, "--kernel") == 0)
        return write_kernel(&council);
    struct veto_scenario *scenario = load(path);
    if (!scenario) {
        fprintf(stderr, "bench_odds: cannot read %s\n", path);
        return 2;
    }
    bench_exact(&council);
    bench_monte_carlo(&council);
    bench_meetings(&council, scenario);
    bench_sweep(&council, scenario);
    veto_scenario_free(scenario);
    return council.sum >= 0 ? 0 : 1;
}
