#include "analysis/sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/number.h"

/* The values as numbers, where all of them are and the path is that of a knob. */
struct sweep_axis {
    bool numeric;
    double *numbers;
    size_t longest; /* value, in bytes */
};

/* How a plan changes the value of an axis; where it cannot, the scenario is decoded again. */
struct sweep_knob {
    bool found;
    struct veto_knob knob;
};

size_t veto_sweep_points(const struct veto_axis *axes, size_t axis_count) {
    size_t points = 1;
    for (size_t i = 0; i < axis_count; i++) {
        if (axes[i].count > SIZE_MAX / points)
            return SIZE_MAX;
        points *= axes[i].count;
    }
    return points;
}

/* ---- workers ---- */

void sweep_worker_close(struct sweep_worker *worker) {
    veto_odds_plan_free(worker->plan);
    veto_scenario_free(worker->scenario);
    veto_diagnostics_free(worker->list);
}

void sweep_worker_open(struct sweep_worker *worker, struct veto_sweep *sweep, struct arena *arena) {
    const struct veto_sweep_request *request = sweep->request;
    size_t axes = request->axis_count, given = request->override_count;
    worker->sweep = sweep;
    worker->at = arena_array(arena, size_t, axes);
    worker->knobs = arena_array(arena, struct sweep_knob, axes);
    worker->made = arena_array(arena, char *, axes);
    worker->overrides =
        arena_regrow(arena, request->overrides, given, given + axes, sizeof *worker->overrides);
    for (size_t i = 0; i < axes; i++)
        worker->overrides[given + i] = worker->made[i] =
            arena_alloc(arena, strlen(request->axes[i].path) + sweep->axes[i].longest + 2);
    worker->list = veto_diagnostics_new();
}

/* The overrides of the axes were not typed as '--set', which their mistakes are told of. */
static void name_axes(struct veto_diagnostics *list, size_t override_count) {
    for (size_t i = 0; list && i < list->count; i++) {
        struct source *places[] = {list->all[i].at.source, list->all[i].other.source};
        for (size_t j = 0; j < sizeof places / sizeof *places; j++)
            if (places[j] && places[j]->rank > override_count)
                places[j]->name = "--vary";
    }
}

/* Loads the scenario with the values that worker->at names. */
static enum veto_status load(struct sweep_worker *worker, struct veto_diagnostics *list) {
    const struct veto_sweep_request *request = worker->sweep->request;
    for (size_t i = 0; i < request->axis_count; i++)
        sprintf(worker->made[i], "%s=%s", request->axes[i].path,
                request->axes[i].values[worker->at[i]]);
    veto_odds_plan_free(worker->plan);
    veto_scenario_free(worker->scenario);
    worker->plan = NULL;
    worker->scenario = NULL;
    enum veto_status status =
        veto_scenario_load(&worker->scenario, list, request->text, worker->overrides,
                           request->override_count + request->axis_count);
    name_axes(list, request->override_count);
    return status;
}

/* Whether a scenario has the drafts of the first. */
static bool same_drafts(const struct veto_scenario *a, const struct veto_scenario *b) {
    for (size_t i = 0; i < a->draft_count && i < b->draft_count; i++)
        if (strcmp(a->drafts[i].id, b->drafts[i].id) != 0)
            return false;
    return a->draft_count == b->draft_count;
}

/* Where the axes are in this scenario is looked up: another axis may change its members, drafts and
 * blocs. */
static enum veto_status make_plan(struct sweep_worker *worker) {
    const struct veto_sweep *sweep = worker->sweep;
    enum veto_status status = load(worker, worker->list);
    if (status == VETO_OK && !same_drafts(worker->scenario, sweep->scenario))
        status = VETO_INPUT;
    if (status != VETO_OK)
        return status;
    for (size_t i = 0; i < sweep->request->axis_count; i++)
        worker->knobs[i].found =
            sweep->axes[i].numeric &&
            veto_knob_find(worker->scenario, sweep->request->axes[i].path, &worker->knobs[i].knob);
    return veto_odds_plan_new(&worker->plan, worker->scenario);
}

/* Brings scenario and plan to a point. */
static enum veto_status go_to(struct sweep_worker *worker, size_t index) {
    const struct veto_sweep *sweep = worker->sweep;
    bool again = worker->plan == NULL;
    for (size_t i = sweep->request->axis_count; i-- > 0;) {
        size_t count = sweep->request->axes[i].count, value = index % count;
        index /= count;
        if (worker->at[i] != value && !again && worker->knobs[i].found)
            veto_odds_set(worker->plan, worker->knobs[i].knob, sweep->axes[i].numbers[value]);
        else if (worker->at[i] != value)
            again = true;
        worker->at[i] = value;
    }
    return again ? make_plan(worker) : VETO_OK;
}

/* ---- points ---- */

/* Each point has the same draws, so that what differs between two is the value, and not chance. */
static enum veto_status find_odds(struct sweep_worker *worker, const struct veto_odds **odds) {
    const struct veto_sweep_request *request = worker->sweep->request;
    struct veto_monte_carlo run = {.seed = request->seed, .trials = request->trials, .threads = 1};
    enum veto_status status = VETO_INPUT;
    if (request->method != VETO_SWEEP_MONTE_CARLO)
        status = veto_odds_exact(worker->plan, 0, odds);
    if (status != VETO_INPUT || request->method == VETO_SWEEP_EXACT)
        return status;
    if (run.trials == 0 && request->method == VETO_SWEEP_AUTO)
        run.trials = veto_odds_trials_within(worker->plan, VETO_ODDS_STEPS);
    return veto_odds_monte_carlo(worker->plan, &run, odds);
}

enum veto_status sweep_worker_at(struct sweep_worker *worker, size_t index,
                                 struct veto_sweep_point *point) {
    const struct veto_odds *odds;
    enum veto_status status = go_to(worker, index);
    if (status == VETO_OK)
        status = find_odds(worker, &odds);
    if (status != VETO_OK)
        return status;
    point->method = odds->method;
    point->trials = odds->trials;
    for (size_t i = 0; i < worker->sweep->scenario->draft_count; i++)
        memcpy(point->chances + i * VETO_OUTCOMES, odds->drafts[i].outcome,
               VETO_OUTCOMES * sizeof(double));
    return VETO_OK;
}

/* ---- beginning ---- */

static void work_open_sweep(void *context) {
    struct veto_sweep *sweep = context;
    size_t axes = sweep->request->axis_count;
    sweep->axes = arena_array(&sweep->arena, struct sweep_axis, axes);
    for (size_t i = 0; i < axes; i++) {
        const struct veto_axis *of = &sweep->request->axes[i];
        struct sweep_axis *axis = &sweep->axes[i];
        axis->numbers = arena_array(&sweep->arena, double, of->count);
        axis->numeric = true;
        for (size_t j = 0; j < of->count; j++) {
            size_t length = strlen(of->values[j]);
            axis->longest = length > axis->longest ? length : axis->longest;
            axis->numeric = axis->numeric && number_parse(of->values[j], &axis->numbers[j]);
        }
    }
    sweep_worker_open(&sweep->first, sweep, &sweep->arena);
}

/* All other axes are at their first value. */
static enum veto_status try_value(struct sweep_worker *worker, size_t axis, size_t value,
                                  struct veto_diagnostics *list) {
    if (value == 0)
        return VETO_OK; /* tried with the first point */
    worker->at[axis] = value;
    enum veto_status status = load(worker, list);
    worker->at[axis] = 0;
    return status;
}

/* Of a knob's values only the least and the largest are tried: what lies between is in range. */
static enum veto_status try_values(struct veto_sweep *sweep, size_t axis,
                                   struct veto_diagnostics *list) {
    const struct sweep_axis *of = &sweep->axes[axis];
    size_t least = 0, largest = 0;
    enum veto_status status = VETO_OK;
    for (size_t i = 1; i < sweep->request->axes[axis].count && status == VETO_OK; i++) {
        if (!of->numeric) {
            status = try_value(&sweep->first, axis, i, list);
            continue;
        }
        least = of->numbers[i] < of->numbers[least] ? i : least;
        largest = of->numbers[i] > of->numbers[largest] ? i : largest;
    }
    if (status == VETO_OK)
        status = try_value(&sweep->first, axis, least, list);
    return status == VETO_OK ? try_value(&sweep->first, axis, largest, list) : status;
}

static enum veto_status begin(struct veto_sweep *sweep, struct veto_diagnostics *list) {
    if (!arenas_try(&sweep->arena, NULL, work_open_sweep, sweep) || !sweep->first.list)
        return VETO_SYSTEM;
    enum veto_status status = load(&sweep->first, list);
    if (status != VETO_OK)
        return status;
    sweep->scenario = sweep->first.scenario;
    sweep->first.scenario = NULL;
    for (size_t i = 0; i < sweep->request->axis_count && status == VETO_OK; i++) {
        struct veto_knob knob;
        sweep->axes[i].numeric =
            sweep->axes[i].numeric &&
            veto_knob_find(sweep->scenario, sweep->request->axes[i].path, &knob);
        status = try_values(sweep, i, list);
    }
    return status == VETO_OK ? go_to(&sweep->first, 0) : status;
}

enum veto_status veto_sweep_new(struct veto_sweep **sweep, struct veto_diagnostics *diagnostics,
                                const struct veto_sweep_request *request) {
    struct veto_sweep *made = calloc(1, sizeof *made);
    if (!made)
        return VETO_SYSTEM;
    made->request = request;
    made->points = veto_sweep_points(request->axes, request->axis_count);
    enum veto_status status = begin(made, diagnostics);
    if (status == VETO_OK)
        *sweep = made;
    else
        veto_sweep_free(made);
    return status;
}

void veto_sweep_free(struct veto_sweep *sweep) {
    if (!sweep)
        return;
    sweep_worker_close(&sweep->first);
    veto_diagnostics_free(sweep->failed);
    veto_scenario_free(sweep->scenario);
    arena_free(&sweep->arena);
    free(sweep);
}

const struct veto_scenario *veto_sweep_scenario(const struct veto_sweep *sweep) {
    return sweep->scenario;
}

const struct veto_diagnostics *veto_sweep_mistakes(const struct veto_sweep *sweep) {
    return sweep->mistakes;
}

enum veto_status veto_sweep_at(struct veto_sweep *sweep, size_t index,
                               struct veto_sweep_point *point) {
    sweep->mistakes = sweep->first.list;
    return sweep_worker_at(&sweep->first, index, point);
}
