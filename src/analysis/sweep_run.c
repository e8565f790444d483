/* A sweep by several threads, its points handed over in their order. */
#include <pthread.h>

#include "analysis/sweep.h"

enum { BLOCK = 256, SLOTS_EACH = 8, MOST_THREADS = 64 };

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
    struct hand *hands;
    unsigned hand_count;
    struct arena arena;
    bool over;
    enum veto_status status;
};

struct hand {
    struct running *running;
    struct sweep_worker *worker, own; /* the first of the sweep, or its own */
    pthread_t thread;
    struct veto_sweep_point point;
};

static struct slot *point_slot_of(const struct running *running, size_t block) {
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
    struct slot *slot = point_slot_of(hand->running, block);
    size_t points = hand->running->sweep->points, index = block * BLOCK;
    size_t end = points - index < BLOCK ? points : index + BLOCK;
    slot->length = 0;
    for (; index < end; index++) {
        enum veto_status status = sweep_worker_at(hand->worker, index, &hand->point);
        if (status != VETO_OK)
            return status;
        slot->length += use->print(use->context, index, &hand->point, slot->bytes + slot->length);
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
    for (struct slot *slot; (slot = point_slot_of(running, running->turn))->printed;
         running->turn++) {
        running->over = running->over || !use->take(use->context, slot->bytes, slot->length);
        slot->printed = false;
    }
}

/* A block that failed waits for its turn: all before it is handed over first. */
static void hand_over(struct hand *hand, size_t block, enum veto_status status) {
    struct running *running = hand->running;
    pthread_mutex_lock(&running->lock);
    point_slot_of(running, block)->printed = status == VETO_OK;
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

/* Slots and hands. */
static void work_open_run(void *context) {
    struct running *running = context;
    size_t size = BLOCK * running->use->row_most, drafts = running->sweep->scenario->draft_count;
    char *bytes = arena_take(&running->arena, running->slot_count * size);
    running->slots = arena_array(&running->arena, struct slot, running->slot_count);
    for (size_t i = 0; i < running->slot_count; i++)
        running->slots[i].bytes = bytes + i * size;
    running->hands = arena_array(&running->arena, struct hand, running->hand_count);
    for (unsigned i = 0; i < running->hand_count; i++) {
        struct hand *hand = &running->hands[i];
        hand->running = running;
        hand->point.chances = arena_array(&running->arena, double, drafts *VETO_OUTCOMES);
        hand->worker = i ? &hand->own : &running->sweep->first;
        if (i)
            sweep_worker_open(&hand->own, running->sweep, &running->arena);
        if (!hand->worker->list)
            running->status = VETO_SYSTEM;
    }
}

/* The caller's thread works too; with fewer others than asked for, where there are no more. */
static void run_points(struct running *running) {
    struct hand *hands = running->hands;
    unsigned started = 1;
    while (started < running->hand_count &&
           pthread_create(&hands[started].thread, NULL, work, &hands[started]) == 0)
        started++;
    work(&hands[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(hands[i].thread, NULL);
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
    unsigned threads = use->threads < MOST_THREADS ? use->threads : MOST_THREADS;
    if (threads > running.blocks)
        threads = (unsigned)running.blocks;
    running.hand_count = threads > 1 ? threads : 1;
    running.slot_count = threads > 1 ? (size_t)threads * SLOTS_EACH : 1;
    sweep->mistakes = sweep->first.list;
    if (!arenas_try(&running.arena, NULL, work_open_run, &running))
        running.status = VETO_SYSTEM;
    if (running.status == VETO_OK)
        run_points(&running);
    for (unsigned i = 1; running.hands && i < running.hand_count; i++)
        sweep_worker_close(&running.hands[i].own);
    arena_free(&running.arena);
    return running.status;
}
