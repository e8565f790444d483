#include "analysis/monte_carlo.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

/* Rounds between two looks at the precision, for which all threads meet: the first alone, then ever
 * more, up to this. When to look does not depend on the number of threads, nor on time. */
enum { LONGEST_STRETCH = 1024, MOST_THREADS = 256 };

static const uint64_t default_trials = 1000000, endless = (uint64_t)1 << 40;

/* The 97.5 % quantile of the standard normal distribution. */
static const double z95 = 1.959963984540054;

struct veto_interval veto_wilson(double p, uint64_t trials) {
    if (trials == 0)
        return (struct veto_interval){0, 1};
    double n = (double)trials, share = z95 * z95 / n;
    double middle = (p + share / 2) / (1 + share);
    double half = z95 * sqrt(p * (1 - p) / n + share / (4 * n)) / (1 + share);
    double low = middle - half, high = middle + half;
    return (struct veto_interval){p <= 0 || low < 0 ? 0 : low, p >= 1 || high > 1 ? 1 : high};
}

/* ---- what it takes ---- */

static uint64_t vote_steps(const struct odds_vote *vote) {
    enum { VOTER_STEPS = 32 };
    const struct veto_rules *rules = &vote->scenario->rules;
    uint64_t steps = rules->members * (odds_vote_parts(vote) + (uint64_t)rules->majority_count);
    for (size_t i = 0; i < vote->bloc_count; i++)
        steps += (vote->blocs[i].count + 1) * VOTER_STEPS;
    return steps;
}

/* A trial comes to one vote on each draft, the dearest at worst. */
uint64_t veto_odds_trials_within(const struct veto_odds_plan *plan, uint64_t steps) {
    static const uint64_t fewest = 10000;
    uint64_t dearest[VETO_MAX_DRAFTS] = {0}, trial = 1;
    for (size_t i = 0; i < plan->node_count; i++) {
        const struct odds_node *node = &plan->nodes[i];
        uint64_t here = odds_node_votes(node) ? vote_steps(&node->vote) : 1;
        dearest[node->draft] = here > dearest[node->draft] ? here : dearest[node->draft];
    }
    for (unsigned i = 0; i < VETO_MAX_DRAFTS; i++)
        trial += dearest[i];
    uint64_t trials = steps / trial;
    return trials < fewest ? fewest : trials > default_trials ? default_trials : trials;
}

/* Each thread has room of its own: some 32 MB in all. The answer does not depend on how many there
 * are. */
static unsigned thread_count(const struct sample *sample, unsigned asked) {
    enum { ROOM = 1 << 25 };
    size_t most = ROOM / (sample_room_size(sample) + counts_size(sample) * sizeof(uint64_t));
    most = most < MOST_THREADS ? most : MOST_THREADS;
    unsigned threads = asked < most ? asked : (unsigned)most;
    return threads < 1 ? 1 : threads;
}

/* ---- threads ---- */

struct worker {
    struct running *running;
    struct sample_room *room;
    struct counts counts;
    pthread_t thread;
};

/*
 * A stretch of rounds, [next, end), is shared out among the workers as they ask for them. Between
 * its rounds the caller's worker asks the caller whether to stop; then those that are begun are the
 * last.
 */
struct running {
    struct veto_odds_plan *plan;
    const struct veto_monte_carlo *run;
    struct sample sample;
    struct worker *workers;
    unsigned worker_count;
    uint64_t trials, done;

    atomic_uint_fast64_t next;
    uint64_t end;
    uint64_t reached; /* once it is over: all rounds before this one are done */
    bool stopped;
    struct counts sum;
};

static uint64_t trials_before(const struct running *running, uint64_t round) {
    uint64_t trials = round * ROUND_TRIALS;
    return trials < running->trials ? trials : running->trials;
}

static void ask_to_stop(struct running *running) {
    const struct veto_monte_carlo *run = running->run;
    uint64_t begun = atomic_load(&running->next);
    begun = begun < running->end ? begun : running->end;
    if (running->stopped || !run->stop ||
        !run->stop(run->context, trials_before(running, begun), running->trials))
        return;
    begun = atomic_exchange(&running->next, running->end);
    running->reached = begun < running->end ? begun : running->end;
    running->stopped = true;
}

static void *work_rounds(void *context) {
    struct worker *worker = context;
    struct running *running = worker->running;
    for (;;) {
        uint64_t round = atomic_fetch_add(&running->next, 1);
        if (round >= running->end)
            return NULL;
        uint64_t trials = trials_before(running, round + 1) - trials_before(running, round);
        sample_round(&running->sample, worker->room, round, (unsigned)trials, &worker->counts);
        if (worker == &running->workers[0])
            ask_to_stop(running);
    }
}

/* The caller's thread works too. Where no further thread can be had, those there are do it all. */
static void run_stretch(struct running *running, uint64_t first, uint64_t end) {
    struct worker *workers = running->workers;
    unsigned started = 1;
    atomic_store(&running->next, first);
    running->end = running->reached = end;
    while (started < running->worker_count && first + started < end &&
           pthread_create(&workers[started].thread, NULL, work_rounds, &workers[started]) == 0)
        started++;
    work_rounds(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

/* ---- the answer ---- */

static void put_counts(struct veto_odds_plan *plan, const struct counts *counts, uint64_t trials) {
    size_t drafts = plan->scenario.draft_count;
    double all = (double)trials;
    for (size_t i = 0; i < drafts; i++) {
        uint64_t put = 0;
        for (unsigned j = 0; j < VETO_NOT_PUT; j++) {
            plan->draft_odds[i].outcome[j] = (double)counts->outcomes[i][j] / all;
            put += counts->outcomes[i][j];
        }
        plan->draft_odds[i].outcome[VETO_NOT_PUT] = (double)(trials - put) / all;
    }
    for (size_t i = 0; i < drafts * odds_plan_draft_numbers(plan); i++)
        plan->draft_numbers[i] = (double)counts->votes[i] / all;
}

static bool precise(const struct veto_odds_plan *plan, uint64_t trials, double precision) {
    for (size_t i = 0; i < plan->scenario.draft_count; i++)
        for (unsigned j = 0; j < VETO_OUTCOMES; j++) {
            struct veto_interval interval = veto_wilson(plan->draft_odds[i].outcome[j], trials);
            if (interval.high - interval.low > 2 * precision)
                return false;
        }
    return true;
}

/* ---- the run ---- */

static void prepare_trials(struct running *running) {
    struct veto_odds_plan *plan = running->plan;
    struct sample *sample = &running->sample;
    odds_plan_answer(plan);
    odds_plan_update(plan);
    sample_prepare(sample, &plan->scratch, plan, running->run->seed);
    running->worker_count = thread_count(sample, running->run->threads);
    running->workers = arena_array(&plan->scratch, struct worker, running->worker_count);
    for (unsigned i = 0; i < running->worker_count; i++)
        running->workers[i] = (struct worker){
            .running = running,
            .room = sample_room_new(&plan->scratch, sample),
            .counts = counts_new(&plan->scratch, sample),
        };
    running->sum = counts_new(&plan->scratch, sample);
}

/* True: that is all. */
static bool look_at_trials(struct running *running) {
    const struct veto_monte_carlo *run = running->run;
    struct counts *sum = &running->sum;
    memset(sum->all, 0, sum->size * sizeof *sum->all);
    for (unsigned i = 0; i < running->worker_count; i++)
        for (size_t j = 0; j < sum->size; j++)
            sum->all[j] += running->workers[i].counts.all[j];
    put_counts(running->plan, sum, running->done);
    bool enough = running->done >= running->trials ||
                  (run->precision > 0 && precise(running->plan, running->done, run->precision));
    running->stopped = running->stopped && !enough;
    return enough || running->stopped;
}

static void work_run(void *context) {
    struct running *running = context;
    struct veto_odds_plan *plan = running->plan;
    uint64_t rounds = (running->trials + ROUND_TRIALS - 1) / ROUND_TRIALS, next = 0, length = 1;
    prepare_trials(running);
    do {
        run_stretch(running, next, rounds - next < length ? rounds : next + length);
        next = running->reached;
        length = length < LONGEST_STRETCH ? 2 * length : length;
        running->done = trials_before(running, next);
    } while (!look_at_trials(running));
    plan->odds.joint_left_out = !running->sample.jointly;
    if (running->sample.jointly)
        odds_plan_find_joint(plan, running->sum.rows, (double)running->done);
}

enum veto_status veto_odds_monte_carlo(struct veto_odds_plan *plan,
                                       const struct veto_monte_carlo *run,
                                       const struct veto_odds **odds) {
    struct running running = {.plan = plan, .run = run, .trials = run->trials};
    if (running.trials == 0)
        running.trials = run->precision > 0 ? endless : default_trials;
    if (running.trials > endless)
        running.trials = endless;
    bool done = arenas_try(&plan->scratch, &plan->answer, work_run, &running);
    arena_free(&plan->scratch);
    if (!done)
        return VETO_SYSTEM;
    plan->odds.method = VETO_MONTE_CARLO;
    plan->odds.seed = run->seed;
    plan->odds.trials = running.done;
    plan->odds.stopped = running.stopped;
    *odds = &plan->odds;
    return VETO_OK;
}
