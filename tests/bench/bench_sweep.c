/*
 * What a sweep of a million points costs, overrides, decoding and CSV included, against the bare
 * exact kernel on as many votes, in the same run; and what a second thread gives.
 * Usage: bench_sweep [SCENARIO]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/odds_plan.h"
#include "base/number.h"
#include "bench.h"
#include "report/sweep.h"
#include "veto/sweep.h"

enum { SIDE = 1000, POINTS = SIDE * SIDE, MEMBERS = 15, HOLDERS = 5, NEEDED = 9, RUNS = 5 };

struct work {
    struct veto_sweep_request request;
    struct veto_axis axes[2];
    unsigned threads;
    size_t bytes, votes; /* written; votes a point */
    double sum;
    struct sweep_rows *rows;
};

static size_t print(const void *context, size_t index, const struct veto_sweep_point *point,
                    char *bytes) {
    return sweep_rows_print(((const struct work *)context)->rows, index, point, bytes);
}

static bool take(void *context, const char *bytes, size_t length) {
    struct work *work = context;
    work->bytes += length;
    work->sum += bytes[length - 1];
    return true;
}

static void sweep(void *context) {
    struct work *work = context;
    struct veto_sweep *made = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    work->bytes = 0;
    if (veto_sweep_new(&made, list, &work->request) != VETO_OK)
        exit(1);
    work->rows = sweep_rows_new(veto_sweep_scenario(made), &work->request, false);
    if (!work->rows)
        exit(1);
    struct veto_sweep_use use = {.threads = work->threads,
                                 .row_most = work->rows->most,
                                 .print = print,
                                 .take = take,
                                 .context = work};
    if (veto_sweep_run(made, &use) != VETO_OK)
        exit(1);
    sweep_rows_free(work->rows);
    veto_sweep_free(made);
    veto_diagnostics_free(list);
}

/* ---- the bare kernel ---- */

static double kernel_point(const struct odds_shape *shape, double (*chance)[3]) {
    _Alignas(16) double plain_cells[MEMBERS + 1], holder_cells[MEMBERS + 1];
    double yes[MEMBERS], rest[MEMBERS], outcome[VETO_NOT_PUT];
    struct odds_table plain = {plain_cells, 0, 0}, holders = {holder_cells, 0, 0};
    struct odds_sums sums;
    for (unsigned i = 0; i < MEMBERS - HOLDERS; i++) {
        yes[i] = chance[HOLDERS + i][VETO_YES];
        rest[i] = 1 - yes[i];
    }
    odds_table_start_plain(&plain, yes, rest, MEMBERS - HOLDERS);
    odds_table_sums(&plain, &sums);
    odds_table_start_holders(shape, &holders, (const double(*)[3])chance, HOLDERS);
    odds_table_outcomes(shape, &plain, &sums, &holders, outcome);
    return outcome[VETO_VETOED];
}

static void kernel(void *context) {
    struct work *work = context;
    struct veto_rules rules = veto_rules_charter(MEMBERS, NEEDED, (1u << HOLDERS) - 1);
    struct odds_shape shape = odds_shape_of(&rules, (1u << HOLDERS) - 1, HOLDERS);
    double chance[MEMBERS][3];
    for (unsigned i = 0; i < MEMBERS; i++)
        veto_ballot_chances(0.1 * i - 0.5, 0.4, 0.5, chance[i]);
    for (size_t point = 0; point < POINTS * work->votes; point++) {
        chance[0][VETO_NO] = (double)(point % SIDE) * 0.5 / SIDE;
        work->sum += kernel_point(&shape, chance);
    }
}

/* ---- the whole ---- */

static char texts[SIDE][NUMBER_PRINT];
static const char *values[SIDE];

static size_t votes_of(const struct veto_text *text) {
    struct veto_scenario *scenario = NULL;
    struct veto_odds_plan *plan = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    if (veto_scenario_load(&scenario, list, text, NULL, 0) != VETO_OK ||
        veto_odds_plan_new(&plan, scenario) != VETO_OK)
        exit(1);
    size_t votes = plan->node_count;
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
    return votes;
}

int main(int count, char **arguments) {
    static char bytes[1 << 20];
    const char *path = count > 1 ? arguments[1] : "scenarios/aleppo-2016.yaml";
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "bench_sweep: cannot read %s; run it from the top of the source\n", path);
        return 2;
    }
    struct veto_text text = {path, bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    for (unsigned i = 0; i < SIDE; i++) {
        number_print((double)i / SIDE, texts[i]);
        values[i] = texts[i];
    }
    struct work work = {
        .axes = {{"members.RUS.veto_tendency", values, SIDE},
                 {"members.EGY.openness", values, SIDE}},
        .threads = 1,
        .votes = votes_of(&text),
    };
    work.request = (struct veto_sweep_request){.text = &text, .axes = work.axes, .axis_count = 2};
    struct work with_two = work;
    with_two.threads = 2;
    struct bench_work works[] = {{sweep, &work, 0}, {sweep, &with_two, 0}, {kernel, &work, 0}};
    bench_in_turn(RUNS, works, 3);
    double one = works[0].seconds, two = works[1].seconds, bare = works[2].seconds;
    printf(
        "a sweep of %d points, %zu MB of CSV %6.2f s, %.1f times the bare kernel on its %zu votes\n",
        POINTS, work.bytes / 1000000, one, one / bare, work.votes);
    printf("  two threads                     %10.2f s, %.2f times one\n", two, one / two);
    return work.sum != 0 ? 0 : 1;
}
