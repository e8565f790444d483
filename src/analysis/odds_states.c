/*
 * Odds under further majorities. A state is all that the outcome will depend on: who voted against
 * with a veto, how many in favour, and the weight in favour of each majority, up to what it needs.
 * States that are equal are one.
 */
#include <string.h>

#include "analysis/odds_vote.h"

/* The words of a state: the set against, the votes in favour, a weight for each majority. */
enum { AGAINST, IN_FAVOUR, WEIGHTS, MOST_WORDS = WEIGHTS + 32 };

struct states {
    struct arena *arena;
    unsigned words;
    size_t most;            /* of them */
    size_t count, capacity; /* the capacity is a power of two or 0 */
    uint64_t *state;        /* [count * words] */
    double *p;
    uint32_t *slots; /* twice the capacity: 0, or 1 + the index of a state with this hash */
};

static uint64_t hash(const uint64_t *state, unsigned words) {
    uint64_t h = 0;
    for (unsigned i = 0; i < words; i++) {
        h = (h ^ state[i]) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 29;
    }
    return h;
}

/* The slot of this state, or the empty one where it belongs. */
static uint32_t *slot_of(const struct states *states, const uint64_t *state) {
    size_t mask = 2 * states->capacity - 1, at = hash(state, states->words) & mask;
    for (; states->slots[at]; at = (at + 1) & mask) {
        const uint64_t *there = states->state + (states->slots[at] - 1) * states->words;
        if (memcmp(there, state, states->words * sizeof *state) == 0)
            break;
    }
    return &states->slots[at];
}

static void grow(struct states *states) {
    size_t words = states->words, capacity = states->capacity ? 2 * states->capacity : 64;
    states->state = arena_regrow(states->arena, states->state, states->count * words,
                                 capacity * words, sizeof(uint64_t));
    states->p = arena_regrow(states->arena, states->p, states->count, capacity, sizeof(double));
    states->slots = arena_array(states->arena, uint32_t, 2 * capacity);
    states->capacity = capacity;
    for (size_t i = 0; i < states->count; i++)
        *slot_of(states, states->state + i * words) = (uint32_t)i + 1;
}

/* False: there would be more than the most. */
static bool add(struct states *states, const uint64_t *state, double p) {
    if (p == 0)
        return true;
    if (states->count == states->capacity)
        grow(states);
    uint32_t *slot = slot_of(states, state);
    if (*slot) {
        states->p[*slot - 1] += p;
        return true;
    }
    if (states->count == states->most)
        return false;
    memcpy(states->state + states->count * states->words, state, states->words * sizeof *state);
    states->p[states->count++] = p;
    *slot = (uint32_t)states->count;
    return true;
}

static void clear(struct states *states) {
    states->count = 0;
    if (states->capacity)
        memset(states->slots, 0, 2 * states->capacity * sizeof *states->slots);
}

/* ---- ballots ---- */

static void sum_of(const struct veto_rules *rules, const uint64_t *a, const uint64_t *b,
                   uint64_t *sum) {
    sum[AGAINST] = a[AGAINST] | b[AGAINST];
    sum[IN_FAVOUR] = a[IN_FAVOUR] + b[IN_FAVOUR];
    for (unsigned i = 0; i < rules->majority_count; i++) {
        uint64_t missing = rules->majorities[i].needed - a[WEIGHTS + i];
        uint64_t more = b[WEIGHTS + i];
        sum[WEIGHTS + i] = a[WEIGHTS + i] + (more < missing ? more : missing);
    }
}

/* What one ballot adds. */
static void ballot_state(const struct veto_rules *rules, unsigned member, bool holder,
                         enum veto_ballot ballot, uint64_t *state) {
    memset(state, 0, MOST_WORDS * sizeof *state);
    state[AGAINST] = ballot == VETO_NO && holder ? veto_set_of(member) : 0;
    state[IN_FAVOUR] = ballot == VETO_YES;
    for (unsigned i = 0; i < rules->majority_count; i++) {
        const struct veto_majority *majority = &rules->majorities[i];
        uint64_t weight = majority->weights ? majority->weights[member] : 1;
        if (ballot == VETO_YES && veto_set_has(majority->group, member))
            state[WEIGHTS + i] = weight < majority->needed ? weight : majority->needed;
    }
}

/* to = every state of `from` with every state of `with`. */
static bool combine(const struct veto_rules *rules, struct states *to, const struct states *from,
                    const struct states *with) {
    uint64_t sum[MOST_WORDS];
    clear(to);
    for (size_t i = 0; i < from->count; i++)
        for (size_t j = 0; j < with->count; j++) {
            sum_of(rules, from->state + i * from->words, with->state + j * with->words, sum);
            if (!add(to, sum, from->p[i] * with->p[j]))
                return false;
        }
    return true;
}

static bool add_ballots(const struct veto_rules *rules, struct states *to, unsigned member,
                        bool holder, const double chance[3]) {
    uint64_t state[MOST_WORDS];
    clear(to);
    for (int ballot = 0; ballot < 3; ballot++) {
        ballot_state(rules, member, holder, (enum veto_ballot)ballot, state);
        if (!add(to, state, chance[ballot]))
            return false;
    }
    return true;
}

/* ---- units ---- */

/* The work: what there is so far, the same with one unit more, the unit, and for a bloc the two
 * states on the way to it. */
struct work {
    const struct veto_rules *rules;
    const struct odds_bloc *bloc;
    struct states all, next, unit, ballots, path[2];
    bool too_many;
};

static void swap(struct states *a, struct states *b) {
    struct states held = *a;
    *a = *b;
    *b = held;
}

static void add_point(void *context, double weight, double (*chance)[3]) {
    static const uint64_t nothing[MOST_WORDS];
    struct work *work = context;
    clear(&work->path[0]);
    bool fits = add(&work->path[0], nothing, weight);
    for (unsigned i = 0; i < work->bloc->count && fits; i++) {
        const struct odds_voter *voter = &work->bloc->voters[i];
        fits = add_ballots(work->rules, &work->ballots, voter->member, voter->holder, chance[i]) &&
               combine(work->rules, &work->path[1], &work->path[0], &work->ballots);
        swap(&work->path[0], &work->path[1]);
    }
    for (size_t i = 0; i < work->path[0].count && fits; i++)
        fits = add(&work->unit, work->path[0].state + i * work->unit.words, work->path[0].p[i]);
    work->too_many |= !fits;
}

static bool add_unit(struct work *work) {
    bool fits = !work->too_many && combine(work->rules, &work->next, &work->all, &work->unit);
    swap(&work->all, &work->next);
    return fits;
}

static bool add_units(struct work *work, const struct odds_vote *vote) {
    for (unsigned i = 0; i < vote->single_count; i++) {
        const struct odds_single *single = &vote->singles[i];
        if (!add_ballots(work->rules, &work->unit, single->member, single->holder,
                         single->chance) ||
            !add_unit(work))
            return false;
    }
    for (size_t i = 0; i < vote->bloc_count; i++) {
        work->bloc = &vote->blocs[i];
        clear(&work->unit);
        odds_bloc_points(work->bloc, add_point, work);
        if (!add_unit(work))
            return false;
    }
    return true;
}

/* ---- the end ---- */

/* On a procedural question there are no holders, and so nobody in the set against. */
static enum veto_outcome decide(const struct veto_rules *rules, const uint64_t *state) {
    bool majorities = true;
    for (unsigned i = 0; i < rules->majority_count; i++)
        majorities &= state[WEIGHTS + i] >= rules->majorities[i].needed;
    return veto_outcome_of(rules, VETO_SUBSTANTIVE, (unsigned)state[IN_FAVOUR],
                           veto_set_count(state[AGAINST]), majorities);
}

static void sum_up(const struct work *work, unsigned members, struct odds_result *result) {
    for (size_t i = 0; i < work->all.count; i++) {
        const uint64_t *state = work->all.state + i * work->all.words;
        enum veto_outcome outcome = decide(work->rules, state);
        result->outcome[outcome] += work->all.p[i];
        result->yes[state[IN_FAVOUR]] += work->all.p[i];
        for (unsigned member = 0; member < members && outcome == VETO_VETOED; member++)
            if (veto_set_has(state[AGAINST], member))
                result->veto_by[member] += work->all.p[i];
    }
}

bool odds_vote_solve_states(const struct odds_vote *vote, size_t most, struct arena *arena,
                            struct odds_result *result) {
    static const uint64_t nothing[MOST_WORDS];
    const struct veto_rules *rules = &vote->scenario->rules;
    struct states empty = {.arena = arena, .words = WEIGHTS + rules->majority_count, .most = most};
    struct work work = {rules, NULL, empty, empty, empty, empty, {empty, empty}, false};
    add(&work.all, nothing, 1);
    if (!add_units(&work, vote))
        return false;
    memset(result, 0, sizeof *result);
    sum_up(&work, vote->scenario->members_count, result);
    for (size_t i = 0; i < vote->bloc_count; i++)
        result->error += vote->blocs[i].error * (double)work.all.count;
    return true;
}
