#include "analysis/sweep.h"

#include <stdlib.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/number.h"

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
    for (size_t i = 0; worker->made && i < worker->sweep->request->axis_count; i++)
        free(worker->made[i]);
    free(worker->made);
    free(worker->overrides);
    free(worker->knobs);
    free(worker->at);
    *worker = (struct sweep_worker){.sweep = NULL};
}

bool sweep_worker_open(struct sweep_worker *worker, struct veto_sweep *sweep) {
    const struct veto_sweep_request *request = sweep->request;
    *worker = (struct sweep_worker){.sweep = sweep};
    worker->list = veto_diagnostics_new();
    worker->at = calloc(request->axis_count + 1, sizeof *worker->at);
    worker->knobs = calloc(request->axis_count + 1, sizeof *worker->knobs);
    worker->made = calloc(request->axis_count + 1, sizeof *worker->made);
    worker->overrides =
        calloc(request->override_count + request->axis_count + 1, sizeof *worker->overrides);
    if (worker->list && worker->at && worker->knobs && worker->made && worker->overrides)
        return true;
    sweep_worker_close(worker);
    return false;
}

/* Writes "path=value" for an axis. */
static bool make_override(struct sweep_worker *worker, size_t axis) {
    const struct veto_axis *of = &worker->sweep->request->axes[axis];
    const char *value = of->values[worker->at[axis]];
    size_t path = strlen(of->path), length = strlen(value);
    char *text = malloc(path + length + 2);
    if (!text)
        return false;
    memcpy(text, of->path, path);
    text[path] = '=';
    memcpy(text + path + 1, value, length + 1);
    free(worker->made[axis]);
    worker->made[axis] = text;
    return true;
}

/* Loads the scenario with the values that worker->at names. */
static enum veto_status load(struct sweep_worker *worker, struct veto_diagnostics *list) {
    const struct veto_sweep_request *request = worker->sweep->request;
    size_t count = request->override_count;
    for (size_t i = 0; i < count; i++)
        worker->overrides[i] = request->overrides[i];
    for (size_t i = 0; i < request->axis_count; i++) {
        if (!make_override(worker, i))
            return VETO_SYSTEM;
        worker->overrides[count++] = worker->made[i];
    }
    veto_odds_plan_free(worker->plan);
    veto_scenario_free(worker->scenario);
    worker->plan = NULL;
    worker->scenario = NULL;
    return veto_scenario_load(&worker->scenario, list, request->text, worker->overrides, count);
}

/* Whether a scenario has the drafts of the first. */
static bool same_drafts(const struct veto_scenario *a, const struct veto_scenario *b) {
    for (size_t i = 0; i < a->draft_count && i < b->draft_count; i++)
        if (strcmp(a->drafts[i].id, b->drafts[i].id) != 0)
            return false;
    return a->draft_count == b->draft_count;
}

/* Where the axes are in a scenario: another axis may change its members, drafts and blocs. */
static void find_knobs(struct sweep_worker *worker) {
    const struct veto_sweep *sweep = worker->sweep;
    for (size_t i = 0; i < sweep->request->axis_count; i++)
        worker->knobs[i].found =
            sweep->numbers[i] &&
            veto_knob_find(worker->scenario, sweep->request->axes[i].path, &worker->knobs[i].knob);
}

static enum veto_status make_plan(struct sweep_worker *worker) {
    enum veto_status status = load(worker, worker->list);
    if (status == VETO_OK && !same_drafts(worker->scenario, worker->sweep->scenario))
        status = VETO_INPUT;
    if (status != VETO_OK)
        return status;
    find_knobs(worker);
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
            veto_odds_set(worker->plan, worker->knobs[i].knob, sweep->numbers[i][value]);
        else if (worker->at[i] != value)
            again = true;
        worker->at[i] = value;
    }
    return again ? make_plan(worker) : VETO_OK;
}

/* ---- points ---- */

/* Each point has the same draws, so that what differs between two is the value, and not chance. */
static enum veto_status outcomes_drawn(struct sweep_worker *worker, const struct veto_odds **odds) {
    const struct veto_sweep_request *request = worker->sweep->request;
    struct veto_monte_carlo run = {.seed = request->seed, .trials = request->trials, .threads = 1};
    if (run.trials == 0 && request->method == VETO_SWEEP_AUTO)
        run.trials = veto_odds_trials_within(worker->plan, VETO_ODDS_STEPS);
    return veto_odds_monte_carlo(worker->plan, &run, odds);
}

static enum veto_status find_odds(struct sweep_worker *worker, const struct veto_odds **odds) {
    enum veto_sweep_method method = worker->sweep->request->method;
    enum veto_status status = VETO_INPUT;
    if (method != VETO_SWEEP_MONTE_CARLO)
        status = veto_odds_exact(worker->plan, 0, odds);
    if (status == VETO_INPUT && method != VETO_SWEEP_EXACT)
        status = outcomes_drawn(worker, odds);
    return status;
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
    for (size_t i = 0; i < worker->sweep->drafts; i++)
        memcpy(point->chances + i * VETO_OUTCOMES, odds->drafts[i].outcome,
               VETO_OUTCOMES * sizeof(double));
    return VETO_OK;
}

/* ---- beginning ---- */

/* The values as numbers, where all of them are and the path is that of a knob. */
static enum veto_status find_numbers(struct veto_sweep *sweep, size_t axis) {
    const struct veto_axis *of = &sweep->request->axes[axis];
    struct veto_knob knob;
    if (!veto_knob_find(sweep->scenario, of->path, &knob))
        return VETO_OK;
    double *numbers = malloc(of->count * sizeof *numbers);
    if (!numbers)
        return VETO_SYSTEM;
    sweep->numbers[axis] = numbers;
    for (size_t i = 0; i < of->count; i++)
        if (!number_parse(of->values[i], &numbers[i])) {
            free(numbers);
            sweep->numbers[axis] = NULL;
            break;
        }
    return VETO_OK;
}

static enum veto_status try_value(struct sweep_worker *trial, size_t axis, size_t value,
                                  struct veto_diagnostics *list) {
    if (value == 0)
        return VETO_OK; /* tried with the first point */
    trial->at[axis] = value;
    return load(trial, list);
}

/* Of a knob's values only the least and the largest are tried: what lies between is in range. */
static enum veto_status try_ends(struct sweep_worker *trial, size_t axis,
                                 struct veto_diagnostics *list) {
    const double *numbers = trial->sweep->numbers[axis];
    size_t least = 0, largest = 0;
    for (size_t i = 1; i < trial->sweep->request->axes[axis].count; i++) {
        least = numbers[i] < numbers[least] ? i : least;
        largest = numbers[i] > numbers[largest] ? i : largest;
    }
    enum veto_status status = try_value(trial, axis, least, list);
    return status == VETO_OK ? try_value(trial, axis, largest, list) : status;
}

static enum veto_status try_values(struct veto_sweep *sweep, size_t axis,
                                   struct veto_diagnostics *list) {
    size_t count = sweep->request->axes[axis].count;
    struct sweep_worker trial;
    if (!sweep_worker_open(&trial, sweep))
        return VETO_SYSTEM;
    enum veto_status status = VETO_OK;
    if (sweep->numbers[axis])
        status = try_ends(&trial, axis, list);
    for (size_t i = 1; i < count && status == VETO_OK && !sweep->numbers[axis]; i++)
        status = try_value(&trial, axis, i, list);
    sweep_worker_close(&trial);
    return status;
}

static enum veto_status begin(struct veto_sweep *sweep, struct veto_diagnostics *list) {
    if (!sweep_worker_open(&sweep->first, sweep))
        return VETO_SYSTEM;
    enum veto_status status = load(&sweep->first, list);
    if (status != VETO_OK)
        return status;
    sweep->scenario = sweep->first.scenario;
    sweep->drafts = sweep->scenario->draft_count;
    sweep->first.scenario = NULL;
    for (size_t i = 0; i < sweep->request->axis_count && status == VETO_OK; i++) {
        status = find_numbers(sweep, i);
        if (status == VETO_OK)
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
    made->numbers = calloc(request->axis_count + 1, sizeof *made->numbers);
    enum veto_status status = made->numbers ? begin(made, diagnostics) : VETO_SYSTEM;
    if (status == VETO_OK)
        *sweep = made;
    else
        veto_sweep_free(made);
    return status;
}

void veto_sweep_free(struct veto_sweep *sweep) {
    if (!sweep)
        return;
    for (size_t i = 0; sweep->numbers && i < sweep->request->axis_count; i++)
        free(sweep->numbers[i]);
    if (sweep->first.sweep)
        sweep_worker_close(&sweep->first);
    veto_diagnostics_free(sweep->failed);
    veto_scenario_free(sweep->scenario);
    free(sweep->numbers);
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
