/*
 * What each thing costs as the council, the programme and the trials grow, all as multiples of what
 * it costs for the Aleppo scenario in the same run. docs/costs.md has the table.
 * Usage: bench_costs, from the top of the source.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "veto/flips.h"
#include "veto/odds.h"

enum { MILLION = 1000000, SIZE = 1 << 20, ROUNDS = 5, COSTS = 4 };

struct subject {
    char bytes[SIZE];
    struct veto_text text;
    struct veto_scenario *scenario;
    struct veto_meeting *meeting;
    struct veto_odds_plan *plan;
    uint64_t trials;
};

static void must(enum veto_status status) {
    if (status == VETO_OK)
        return;
    fprintf(stderr, "bench_costs: it does not work; run it from the top of the source\n");
    exit(1);
}

/* ---- a council and a programme of any size ---- */

static void add(struct subject *subject, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    subject->text.length += (size_t)vsnprintf(subject->bytes + subject->text.length,
                                              SIZE - subject->text.length, format, arguments);
    va_end(arguments);
}

/* Members AAA, BAA, CAA ... of whom the first five hold a veto. Every draft is voted on after a
 * statement on it, and a veto of the one before it moves leanings on it. */
static void write_scenario(struct subject *subject, unsigned members, unsigned drafts) {
    subject->text = (struct veto_text){"costs", subject->bytes, 0};
    add(subject, "veto: 1\ntitle: Costs\ncouncil:\n  required_majority: %u\n  composition: [",
        members * 3 / 5);
    for (unsigned i = 0; i < members; i++)
        add(subject, "%s%c%cA", i ? ", " : "", 'A' + i % 26, 'A' + i / 26);
    add(subject, "]\nmembers:\n");
    for (unsigned i = 0; i < members; i++)
        add(subject, "  %c%cA: {name: Member %u, permanent: %s, openness: 0.%u}\n", 'A' + i % 26,
            'A' + i / 26, i, i < 5 ? "true" : "false", i % 10);
    add(subject, "ties: {BAA: {AAA: 0.5}, KAA: {AAA: 0.7}}\ndrafts:\n");
    for (unsigned i = 0; i < drafts; i++)
        add(subject, "  d%u: {title: Draft %u, leanings: {default: 0.2, BAA: -0.%u}}\n", i, i, i);
    add(subject, "programme:\n");
    for (unsigned i = 0; i < drafts; i++) {
        if (i > 0)
            add(subject,
                "  - when: {d%u: vetoed}\n"
                "    then: [event: {text: A veto., moves: {d%u: {KAA: -0.2, LAA: 0.1}}}]\n",
                i - 1, i);
        add(subject, "  - statement: {by: AAA, on: d%u, text: In favour.}\n  - vote: d%u\n", i, i);
    }
}

static void read_scenario(struct subject *subject, const char *path) {
    FILE *file = fopen(path, "rb");
    must(file ? VETO_OK : VETO_INPUT);
    subject->text = (struct veto_text){path, subject->bytes, fread(subject->bytes, 1, SIZE, file)};
    fclose(file);
}

static void prepare(struct subject *subject) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = veto_scenario_load(&subject->scenario, list, &subject->text, NULL, 0);
    veto_diagnostics_print(list, stderr, 10, false);
    must(status);
    must(veto_meeting_play(&subject->meeting, subject->scenario, VETO_EXPECTED, 1));
    must(veto_odds_plan_new(&subject->plan, subject->scenario));
    veto_diagnostics_free(list);
    subject->trials = MILLION;
}

static void done(struct subject *subject) {
    veto_odds_plan_free(subject->plan);
    veto_meeting_free(subject->meeting);
    veto_scenario_free(subject->scenario);
}

/* ---- what is measured ---- */

static void load(void *context) {
    struct subject *subject = context;
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    must(veto_scenario_load(&scenario, list, &subject->text, NULL, 0));
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
}

/* As veto odds does: the plan is part of it. */
static void exact(void *context) {
    struct subject *subject = context;
    struct veto_odds_plan *plan = NULL;
    const struct veto_odds *odds;
    must(veto_odds_plan_new(&plan, subject->scenario));
    must(veto_odds_exact(plan, VETO_ODDS_ALL, &odds));
    veto_odds_plan_free(plan);
}

static void flips(void *context) {
    struct subject *subject = context;
    for (size_t i = 0; i < subject->scenario->draft_count; i++) {
        const struct veto_vote *vote = veto_meeting_vote(subject->meeting, (int)i);
        struct veto_flips *found = NULL;
        if (!vote)
            continue;
        must(veto_flips_find(&found, subject->scenario, vote, VETO_FLIPS_STEPS));
        veto_flips_free(found);
    }
}

static void monte_carlo(void *context) {
    struct subject *subject = context;
    const struct veto_odds *odds;
    struct veto_monte_carlo run = {.seed = 1, .trials = subject->trials, .threads = 1};
    must(veto_odds_monte_carlo(subject->plan, &run, &odds));
}

/* ---- the table ---- */

static void (*const costs[COSTS])(void *) = {load, exact, flips, monte_carlo};

static void measure(struct subject *subject, double *seconds) {
    struct bench_work works[COSTS];
    for (int i = 0; i < COSTS; i++)
        works[i] = (struct bench_work){costs[i], subject, 0};
    bench_in_turn(ROUNDS, works, COSTS);
    for (int i = 0; i < COSTS; i++)
        seconds[i] = works[i].seconds;
}

static void grow(struct subject *subject, unsigned members, unsigned drafts, const double *aleppo) {
    double seconds[COSTS];
    write_scenario(subject, members, drafts);
    prepare(subject);
    measure(subject, seconds);
    printf("%2u members, %u drafts      ", members, drafts);
    for (int i = 0; i < COSTS; i++)
        printf(" %11.2f", seconds[i] / aleppo[i]);
    putchar('\n');
    done(subject);
}

static void grow_trials(struct subject *subject, double aleppo) {
    static const uint64_t trials[] = {10000, MILLION, 100 * (uint64_t)MILLION};
    for (int i = 0; i < 3; i++) {
        subject->trials = trials[i];
        printf("%9llu trials            %49.4g\n", (unsigned long long)trials[i],
               bench_best(i < 2 ? ROUNDS : 1, monte_carlo, subject) / aleppo);
    }
}

int main(void) {
    static const unsigned members[] = {15, 25, 64}, drafts[] = {1, 3, 9};
    static struct subject aleppo, made;
    double seconds[COSTS];
    read_scenario(&aleppo, "scenarios/aleppo-2016.yaml");
    prepare(&aleppo);
    measure(&aleppo, seconds);
    printf("%25s%12s%12s%12s%12s\n", "", "load", "exact odds", "flips", "Monte Carlo");
    printf("aleppo-2016, ms          ");
    for (int i = 0; i < COSTS; i++)
        printf(" %11.3f", 1e3 * seconds[i]);
    putchar('\n');
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            grow(&made, members[i], drafts[j], seconds);
    grow_trials(&aleppo, seconds[3]);
    done(&aleppo);
    return 0;
}
