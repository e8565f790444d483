/* A sweep by several threads, its points handed over in their order. */
#include <pthread.h>
#include <stdlib.h>

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
    bool over;
    enum veto_status status;
};

struct hand {
    struct running *running;
    struct sweep_worker *worker, own;
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

static bool hand_open(struct hand *hand, struct running *running, struct sweep_worker *worker) {
    *hand = (struct hand){.running = running, .worker = worker};
    hand->point.chances =
        malloc((running->sweep->drafts + 1) * VETO_OUTCOMES * sizeof *hand->point.chances);
    if (worker || !hand->point.chances)
        return hand->point.chances != NULL;
    hand->worker = &hand->own;
    return sweep_worker_open(&hand->own, running->sweep);
}

static void hand_close(struct hand *hand) {
    if (hand->worker == &hand->own && hand->own.sweep)
        sweep_worker_close(&hand->own);
    free(hand->point.chances);
}

/* The caller's thread works too; with fewer others than asked for, where there are no more. */
static enum veto_status run_points(struct running *running, struct hand *hands, unsigned threads) {
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
        status = run_points(running, hands, threads);
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
