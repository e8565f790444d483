#include "veto/sweep.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/number.h"

enum { BLOCK = 256, SLOTS_EACH = 8, MOST_THREADS = 64 };

/* How an axis is set: by a knob of the plan, or by decoding the scenario again. */
struct way {
    bool by_knob;
    struct veto_knob knob;
    double *numbers; /* by_knob: its values */
};

/* What works out points, one thread at a time: a scenario, and the plan for it. */
struct worker {
    struct veto_sweep *sweep;
    struct veto_diagnostics *list;
    struct veto_scenario *scenario;
    struct veto_odds_plan *plan;
    size_t *at;             /* the value of every axis that the scenario and the plan have */
    const char **overrides; /* those of the request, and room for one an axis */
    char **made;            /* the overrides of the axes, to be freed */
};

struct veto_sweep {
    const struct veto_sweep_request *request;
    struct way *ways;
    size_t points, drafts;
    struct veto_scenario *scenario;  /* of the first point */
    struct worker first;             /* the caller's */
    struct veto_diagnostics *failed; /* of another worker, which had mistakes */
    const struct veto_diagnostics *mistakes;
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

static void worker_close(struct worker *worker) {
    veto_odds_plan_free(worker->plan);
    veto_scenario_free(worker->scenario);
    veto_diagnostics_free(worker->list);
    for (size_t i = 0; worker->made && i < worker->sweep->request->axis_count; i++)
        free(worker->made[i]);
    free(worker->made);
    free(worker->overrides);
    free(worker->at);
    *worker = (struct worker){.sweep = NULL};
}

static bool worker_open(struct worker *worker, struct veto_sweep *sweep) {
    const struct veto_sweep_request *request = sweep->request;
    *worker = (struct worker){.sweep = sweep};
    worker->list = veto_diagnostics_new();
    worker->at = calloc(request->axis_count + 1, sizeof *worker->at);
    worker->made = calloc(request->axis_count + 1, sizeof *worker->made);
    worker->overrides =
        calloc(request->override_count + request->axis_count + 1, sizeof *worker->overrides);
    if (worker->list && worker->at && worker->made && worker->overrides)
        return true;
    worker_close(worker);
    return false;
}

/* Writes "path=value" for an axis. */
static bool make_override(struct worker *worker, size_t axis) {
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
static enum veto_status load(struct worker *worker, struct veto_diagnostics *list) {
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

static enum veto_status make_plan(struct worker *worker) {
    enum veto_status status = load(worker, worker->list);
    if (status == VETO_OK && !same_drafts(worker->scenario, worker->sweep->scenario))
        status = VETO_INPUT;
    return status == VETO_OK ? veto_odds_plan_new(&worker->plan, worker->scenario) : status;
}

/* Brings scenario and plan to a point. */
static enum veto_status go_to(struct worker *worker, size_t point) {
    const struct veto_sweep *sweep = worker->sweep;
    bool again = worker->plan == NULL;
    for (size_t i = sweep->request->axis_count; i-- > 0;) {
        size_t count = sweep->request->axes[i].count, value = point % count;
        point /= count;
        if (worker->at[i] != value && sweep->ways[i].by_knob && worker->plan)
            veto_odds_set(worker->plan, sweep->ways[i].knob, sweep->ways[i].numbers[value]);
        else if (worker->at[i] != value)
            again = true;
        worker->at[i] = value;
    }
    return again ? make_plan(worker) : VETO_OK;
}

static enum veto_status work_out(struct worker *worker, size_t point, double *chances) {
    const struct veto_odds *odds;
    enum veto_status status = go_to(worker, point);
    if (status == VETO_OK)
        status = veto_odds_exact(worker->plan, 0, &odds);
    if (status != VETO_OK)
        return status;
    for (size_t i = 0; i < worker->sweep->drafts; i++)
        memcpy(chances + i * VETO_OUTCOMES, odds->drafts[i].outcome,
               VETO_OUTCOMES * sizeof(double));
    return VETO_OK;
}

/* ---- beginning ---- */

/* The values as numbers, where all of them are and the path is that of a knob. */
static enum veto_status find_way(struct veto_sweep *sweep, size_t axis) {
    const struct veto_axis *of = &sweep->request->axes[axis];
    struct way *way = &sweep->ways[axis];
    if (!veto_knob_find(sweep->scenario, of->path, &way->knob))
        return VETO_OK;
    way->numbers = malloc(of->count * sizeof *way->numbers);
    if (!way->numbers)
        return VETO_SYSTEM;
    way->by_knob = true;
    for (size_t i = 0; i < of->count; i++)
        way->by_knob = number_parse(of->values[i], &way->numbers[i]) && way->by_knob;
    return VETO_OK;
}

/* Of a knob's values only the least and the largest are tried: what lies between is in range. */
static bool worth_trying(const struct way *way, size_t count, size_t value) {
    bool least = true, largest = true;
    for (size_t i = 0; way->by_knob && i < count; i++) {
        least = least && way->numbers[value] <= way->numbers[i];
        largest = largest && way->numbers[value] >= way->numbers[i];
        if (!least && !largest)
            return false;
    }
    return true;
}

static enum veto_status try_values(struct veto_sweep *sweep, size_t axis,
                                   struct veto_diagnostics *list) {
    size_t count = sweep->request->axes[axis].count;
    struct worker trial;
    if (!worker_open(&trial, sweep))
        return VETO_SYSTEM;
    enum veto_status status = VETO_OK;
    for (size_t i = 1; i < count && status == VETO_OK; i++) {
        if (!worth_trying(&sweep->ways[axis], count, i))
            continue;
        trial.at[axis] = i;
        status = load(&trial, list);
    }
    worker_close(&trial);
    return status;
}

static enum veto_status begin(struct veto_sweep *sweep, struct veto_diagnostics *list) {
    if (!worker_open(&sweep->first, sweep))
        return VETO_SYSTEM;
    enum veto_status status = load(&sweep->first, list);
    if (status != VETO_OK)
        return status;
    sweep->scenario = sweep->first.scenario;
    sweep->drafts = sweep->scenario->draft_count;
    sweep->first.scenario = NULL;
    for (size_t i = 0; i < sweep->request->axis_count && status == VETO_OK; i++) {
        status = find_way(sweep, i);
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
    made->ways = calloc(request->axis_count + 1, sizeof *made->ways);
    enum veto_status status = made->ways ? begin(made, diagnostics) : VETO_SYSTEM;
    if (status == VETO_OK)
        *sweep = made;
    else
        veto_sweep_free(made);
    return status;
}

void veto_sweep_free(struct veto_sweep *sweep) {
    if (!sweep)
        return;
    for (size_t i = 0; sweep->ways && i < sweep->request->axis_count; i++)
        free(sweep->ways[i].numbers);
    if (sweep->first.sweep)
        worker_close(&sweep->first);
    veto_diagnostics_free(sweep->failed);
    veto_scenario_free(sweep->scenario);
    free(sweep->ways);
    free(sweep);
}

const struct veto_scenario *veto_sweep_scenario(const struct veto_sweep *sweep) {
    return sweep->scenario;
}

const struct veto_diagnostics *veto_sweep_mistakes(const struct veto_sweep *sweep) {
    return sweep->mistakes;
}

enum veto_status veto_sweep_at(struct veto_sweep *sweep, size_t point, double *chances) {
    sweep->mistakes = sweep->first.list;
    return work_out(&sweep->first, point, chances);
}

/* ---- running ---- */

/* A block of points that is being printed, or that is printed and waits for its turn. */
struct slot {
    char *bytes;
    size_t length;
    bool printed;
};

/*
 * Workers claim blocks of points and print each into its slot. Whoever finishes the block whose
 * turn it is hands it over, with those behind it that wait. So a worker that the machine holds up
 * does not hold up the others until all slots are full.
 */
struct running {
    struct veto_sweep *sweep;
    const struct veto_sweep_use *use;
    pthread_mutex_t lock;
    pthread_cond_t turned;
    size_t blocks, claimed, turn;
    struct slot *slots; /* block i has slot i % slot_count */
    size_t slot_count;
    bool over;
    enum veto_status status;
};

struct hand {
    struct running *running;
    struct worker *worker, own;
    pthread_t thread;
    double *chances;
};

static struct slot *slot_of(const struct running *running, size_t block) {
    return &running->slots[block % running->slot_count];
}

static bool claim(struct running *running, size_t *block) {
    pthread_mutex_lock(&running->lock);
    while (!running->over && running->claimed < running->blocks &&
           running->claimed - running->turn == running->slot_count)
        pthread_cond_wait(&running->turned, &running->lock);
    bool claimed = !running->over && running->claimed < running->blocks;
    *block = claimed ? running->claimed++ : 0;
    pthread_mutex_unlock(&running->lock);
    return claimed;
}

static enum veto_status print_block(struct hand *hand, size_t block) {
    const struct veto_sweep_use *use = hand->running->use;
    struct slot *slot = slot_of(hand->running, block);
    size_t points = hand->running->sweep->points, point = block * BLOCK;
    size_t end = points - point < BLOCK ? points : point + BLOCK;
    slot->length = 0;
    for (; point < end; point++) {
        enum veto_status status = work_out(hand->worker, point, hand->chances);
        if (status != VETO_OK)
            return status;
        slot->length += use->print(use->context, point, hand->chances, slot->bytes + slot->length);
    }
    return VETO_OK;
}

/* Ends the sweep; the mistakes of a worker that is about to be closed are kept. */
static void fail(struct hand *hand, enum veto_status status) {
    struct veto_sweep *sweep = hand->running->sweep;
    hand->running->over = true;
    hand->running->status = status;
    sweep->mistakes = hand->worker->list;
    if (hand->worker == &sweep->first)
        return;
    veto_diagnostics_free(sweep->failed);
    sweep->failed = hand->worker->list;
    hand->worker->list = NULL;
}

static void take_printed(struct running *running) {
    const struct veto_sweep_use *use = running->use;
    for (struct slot *slot; (slot = slot_of(running, running->turn))->printed; running->turn++) {
        running->over = running->over || !use->take(use->context, slot->bytes, slot->length);
        slot->printed = false;
    }
}

/* A block that failed waits for its turn: all before it is handed over first. */
static void hand_over(struct hand *hand, size_t block, enum veto_status status) {
    struct running *running = hand->running;
    pthread_mutex_lock(&running->lock);
    slot_of(running, block)->printed = status == VETO_OK;
    while (status != VETO_OK && !running->over && running->turn != block)
        pthread_cond_wait(&running->turned, &running->lock);
    if (status != VETO_OK && !running->over)
        fail(hand, status);
    take_printed(running);
    pthread_cond_broadcast(&running->turned);
    pthread_mutex_unlock(&running->lock);
}

static void *work(void *context) {
    struct hand *hand = context;
    size_t block;
    while (claim(hand->running, &block))
        hand_over(hand, block, print_block(hand, block));
    return NULL;
}

static bool hand_open(struct hand *hand, struct running *running, struct worker *worker) {
    *hand = (struct hand){.running = running, .worker = worker};
    hand->chances = malloc((running->sweep->drafts + 1) * VETO_OUTCOMES * sizeof *hand->chances);
    if (worker || !hand->chances)
        return hand->chances;
    hand->worker = &hand->own;
    return worker_open(&hand->own, running->sweep);
}

static void hand_close(struct hand *hand) {
    if (hand->worker == &hand->own && hand->own.sweep)
        worker_close(&hand->own);
    free(hand->chances);
}

/* The caller's thread works too; with fewer others than asked for, where there are no more. */
static enum veto_status run(struct running *running, struct hand *hands, unsigned threads) {
    unsigned opened = 0, started = 0;
    bool room = true;
    while (room && opened < threads) {
        room = hand_open(&hands[opened], running, opened ? NULL : &running->sweep->first);
        opened++;
    }
    for (unsigned i = 1; room && i < opened; i++, started++)
        if (pthread_create(&hands[i].thread, NULL, work, &hands[i]) != 0)
            break;
    if (room)
        work(&hands[0]);
    for (unsigned i = 1; i <= started; i++)
        pthread_join(hands[i].thread, NULL);
    for (unsigned i = 0; i < opened; i++)
        hand_close(&hands[i]);
    return room ? running->status : VETO_SYSTEM;
}

/* Slots, and hands for so many threads, around the run. */
static enum veto_status run_in_slots(struct running *running, unsigned threads) {
    size_t size = BLOCK * running->use->row_most;
    running->slot_count = threads > 1 ? (size_t)threads * SLOTS_EACH : 1;
    struct hand *hands = calloc(threads, sizeof *hands);
    char *bytes = malloc(running->slot_count * size);
    enum veto_status status = VETO_SYSTEM;
    running->slots = calloc(running->slot_count, sizeof *running->slots);
    for (size_t i = 0; running->slots && bytes && i < running->slot_count; i++)
        running->slots[i].bytes = bytes + i * size;
    if (hands && running->slots && bytes)
        status = run(running, hands, threads);
    free(running->slots);
    free(bytes);
    free(hands);
    return status;
}

enum veto_status veto_sweep_run(struct veto_sweep *sweep, const struct veto_sweep_use *use) {
    struct running running = {
        .sweep = sweep,
        .use = use,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .turned = PTHREAD_COND_INITIALIZER,
        .blocks = (sweep->points + BLOCK - 1) / BLOCK,
        .status = VETO_OK,
    };
    unsigned threads = use->threads < 1              ? 1
                       : use->threads > MOST_THREADS ? MOST_THREADS
                                                     : use->threads;
    if (threads > running.blocks)
        threads = (unsigned)running.blocks;
    sweep->mistakes = sweep->first.list;
    return run_in_slots(&running, threads);
}
