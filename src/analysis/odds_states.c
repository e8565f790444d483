/*
 * Odds under further majorities. A state is all that the outcome will depend on: the negative votes
 * of veto holders and the votes in favour, up to those that make a difference, and the weight in
 * favour of each majority, up to what it needs. States that are equal are one, and one that cannot
 * reach a majority any more is none: it fails.
 *
 * Each has masses. The first is its probability. The others are those of members: the part of it
 * with a member's vote against, or what it would be if a member voted in favour, or against. As
 * members are independent of those in other units, two states a and b make one of a[0] b[0], and of
 * a[i] b[0] + a[0] b[i] where i is of a member: in one of the two it is 0.
 */
#include <string.h>

#include "analysis/distinct.h"
#include "analysis/odds_vote.h"
#include "analysis/weight.h"

/* The words of a state: negative votes, votes in favour, a weight for each majority. */
enum {
    AGAINST,
    IN_FAVOUR,
    WEIGHTS,
    MOST_WORDS = WEIGHTS + 32,
    MOST_MASSES = 1 + 2 * VETO_MAX_MEMBERS
};

/* The words and masses of a set of states are at most so many: 8 MB, and as much on the way. */
enum { MOST_NUMBERS = 1 << 20 };

struct states {
    struct distinct rows;
    uint64_t rest[MOST_WORDS]; /* what all others could still add */
    double *mass;              /* [state * masses] */
    double failed;             /* the probability of those that have been given up */
    size_t capacity;
};

enum asked { OUTCOMES, VETO_BY, DECISIVE };

/* The work: what there is so far, the same with one unit more, the unit, and for a bloc a voter and
 * the two states on the way to it. */
struct work {
    const struct odds_vote *vote;
    struct allowance *allowance;
    enum asked asked;
    unsigned words, masses;
    uint64_t most[MOST_WORDS];   /* more than this makes no difference */
    uint64_t needed[MOST_WORDS]; /* less than this fails */
    uint64_t total[MOST_WORDS];  /* what all members in favour would add */
    unsigned mass_of[VETO_MAX_MEMBERS];
    const struct odds_bloc *bloc;
    struct states all, next, unit, voter, path[2];
};

/* ---- rules ---- */

static uint64_t least_of_states(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

static void find_limits(struct work *work) {
    const struct veto_rules *rules = &work->vote->scenario->rules;
    unsigned holders = veto_set_count(work->vote->holders);
    work->most[AGAINST] = odds_shape_of(rules, work->vote->holders, rules->members).top;
    work->most[IN_FAVOUR] = work->needed[IN_FAVOUR] = rules->required;
    if (holders && rules->override_at > rules->required)
        work->most[IN_FAVOUR] = rules->override_at;
    for (unsigned i = 0; i < rules->majority_count; i++)
        work->most[WEIGHTS + i] = work->needed[WEIGHTS + i] = rules->majorities[i].needed;
}

/* On a procedural question there are no holders, and so nobody against. */
static enum veto_outcome decide(const struct work *work, const uint64_t *state) {
    bool majorities = true;
    for (unsigned i = WEIGHTS; i < work->words; i++)
        majorities &= state[i] >= work->needed[i];
    return veto_outcome_of(&work->vote->scenario->rules, VETO_SUBSTANTIVE,
                           (unsigned)state[IN_FAVOUR], (unsigned)state[AGAINST], majorities);
}

/* What one ballot adds. */
static void ballot_state(const struct work *work, unsigned member, bool holder,
                         enum veto_ballot ballot, uint64_t *state) {
    const struct veto_rules *rules = &work->vote->scenario->rules;
    memset(state, 0, work->words * sizeof *state);
    state[AGAINST] = ballot == VETO_NO && holder && work->most[AGAINST] > 0;
    if (ballot != VETO_YES)
        return;
    state[IN_FAVOUR] = 1;
    for (unsigned i = 0; i < rules->majority_count; i++)
        state[WEIGHTS + i] =
            least_of_states(weight_in(&rules->majorities[i], member), work->most[WEIGHTS + i]);
}

/* ---- sets of states ---- */

static bool hopeless(const struct work *work, const struct states *states, const uint64_t *state) {
    for (unsigned i = IN_FAVOUR; i < work->words; i++)
        if (state[i] + states->rest[i] < work->needed[i])
            return true;
    return false;
}

static bool any(const double *mass, unsigned masses) {
    for (unsigned i = 0; i < masses; i++)
        if (mass[i] != 0)
            return true;
    return false;
}

/* False: there would be too many. */
static bool add_state_chance(struct work *work, struct states *states, const uint64_t *state,
                             const double *mass) {
    unsigned masses = work->masses;
    if (!any(mass, masses))
        return true;
    if (hopeless(work, states, state)) {
        states->failed += mass[0];
        return true;
    }
    size_t was = states->rows.count, at = distinct_add(&states->rows, state);
    if (at == states->rows.most)
        return false;
    if (states->capacity != states->rows.capacity) {
        states->mass = arena_regrow(states->rows.arena, states->mass, was * masses,
                                    states->rows.capacity * masses, sizeof(double));
        states->capacity = states->rows.capacity;
    }
    double *sum = states->mass + at * masses;
    for (unsigned i = 0; i < masses; i++)
        sum[i] = (at == was ? 0 : sum[i]) + mass[i];
    return true;
}

static void clear(struct states *states) {
    distinct_clear(&states->rows);
    states->failed = 0;
}

/* Nobody has voted. */
static bool start_states(struct work *work, struct states *states, const uint64_t *rest, double p) {
    uint64_t nothing[MOST_WORDS] = {0};
    double mass[MOST_MASSES] = {p};
    clear(states);
    memcpy(states->rest, rest, sizeof states->rest);
    return allowance_take(work->allowance, states->rows.capacity / 8) &&
           add_state_chance(work, states, nothing, mass);
}

static void both(const struct work *work, const uint64_t *a, const uint64_t *b, uint64_t *sum) {
    for (unsigned i = 0; i < work->words; i++)
        sum[i] = least_of_states(a[i] + b[i], work->most[i]);
}

static void both_masses(const struct work *work, const double *a, const double *b, double *mass) {
    mass[0] = a[0] * b[0];
    for (unsigned i = 1; i < work->masses; i++)
        mass[i] = a[i] * b[0] + a[0] * b[i];
}

static double alive(const struct work *work, const struct states *states) {
    double sum = 0;
    for (size_t i = 0; i < states->rows.count; i++)
        sum += states->mass[i * work->masses];
    return sum;
}

/* to = every state of `from` with every state of `with`. */
static bool combine(struct work *work, struct states *to, const struct states *from,
                    const struct states *with) {
    enum { PAIR_STEPS = 16 };
    uint64_t state[MOST_WORDS], row = with->rows.count * (work->words + work->masses + PAIR_STEPS);
    double mass[MOST_MASSES];
    clear(to);
    to->failed =
        from->failed * (alive(work, with) + with->failed) + alive(work, from) * with->failed;
    /* all is in one of the two, or in the rest of both */
    for (unsigned i = 0; i < work->words; i++)
        to->rest[i] = from->rest[i] + with->rest[i] - work->total[i];
    if (!allowance_take(work->allowance, to->rows.capacity / 8))
        return false;
    for (size_t i = 0; i < from->rows.count; i++) {
        if (!allowance_take(work->allowance, row))
            return false;
        for (size_t j = 0; j < with->rows.count; j++) {
            both(work, distinct_row(&from->rows, i), distinct_row(&with->rows, j), state);
            both_masses(work, from->mass + i * work->masses, with->mass + j * work->masses, mass);
            if (!add_state_chance(work, to, state, mass))
                return false;
        }
    }
    return true;
}

/* ---- units ---- */

static void swap(struct states *a, struct states *b) {
    struct states held = *a;
    *a = *b;
    *b = held;
}

/* What the mass of this member is in one of its ballots, if it has one. */
static void set_mass(const struct work *work, unsigned member, int ballot, double p, double *mass) {
    unsigned of = work->mass_of[member];
    if (of && work->asked == VETO_BY)
        mass[of] = ballot == VETO_NO ? p : 0;
    else if (of && ballot != VETO_ABSTAIN)
        mass[of + (ballot == VETO_NO)] = 1;
}

static bool vote_alone(struct work *work, struct states *to, const struct odds_voter *voter,
                       const double chance[3]) {
    uint64_t state[MOST_WORDS];
    clear(to);
    ballot_state(work, voter->member, voter->holder, VETO_YES, state);
    for (unsigned i = 0; i < work->words; i++)
        to->rest[i] = work->total[i] - state[i];
    for (int ballot = 0; ballot < 3; ballot++) {
        double mass[MOST_MASSES] = {chance[ballot]};
        ballot_state(work, voter->member, voter->holder, (enum veto_ballot)ballot, state);
        set_mass(work, voter->member, ballot, chance[ballot], mass);
        if (!add_state_chance(work, to, state, mass))
            return false;
    }
    return true;
}

static bool add_path(struct work *work) {
    const struct states *path = &work->path[0];
    memcpy(work->unit.rest, path->rest, sizeof path->rest);
    work->unit.failed += path->failed;
    if (!allowance_take(work->allowance, path->rows.count * (work->words + work->masses)))
        return false;
    for (size_t i = 0; i < path->rows.count; i++)
        if (!add_state_chance(work, &work->unit, distinct_row(&path->rows, i),
                              path->mass + i * work->masses))
            return false;
    return true;
}

static bool add_states_point(void *context, double weight, double (*chance)[3]) {
    enum { CHANCES_STEPS = 32 };
    struct work *work = context;
    const struct odds_bloc *bloc = work->bloc;
    bool fits = allowance_take(work->allowance, bloc->count * CHANCES_STEPS) &&
                start_states(work, &work->path[0], work->total, weight);
    for (unsigned i = 0; i < bloc->count && fits; i++) {
        fits = vote_alone(work, &work->voter, &bloc->voters[i], chance[i]) &&
               combine(work, &work->path[1], &work->path[0], &work->voter);
        swap(&work->path[0], &work->path[1]);
    }
    return fits && add_path(work);
}

static bool add_unit(struct work *work) {
    bool fits = combine(work, &work->next, &work->all, &work->unit);
    swap(&work->all, &work->next);
    return fits;
}

static bool add_units(struct work *work) {
    const struct odds_vote *vote = work->vote;
    for (unsigned i = 0; i < vote->single_count; i++) {
        const struct odds_single *single = &vote->singles[i];
        if (!vote_alone(work, &work->unit, &single->voter, single->chance) || !add_unit(work))
            return false;
    }
    for (size_t i = 0; i < vote->bloc_count; i++) {
        work->bloc = &vote->blocs[i];
        clear(&work->unit);
        if (!odds_bloc_points(work->bloc, add_states_point, work) || !add_unit(work))
            return false;
    }
    return true;
}

/* ---- all of it ---- */

/* Which members have masses. */
static void find_masses(struct work *work) {
    const struct odds_vote *vote = work->vote;
    work->masses = 1;
    for (unsigned i = 0; i < vote->scenario->members_count; i++) {
        bool asked = work->asked == VETO_BY    ? veto_set_has(vote->holders, i)
                     : work->asked == DECISIVE ? !veto_set_has(vote->bound, i)
                                               : false;
        work->mass_of[i] = asked ? work->masses : 0;
        work->masses += !asked ? 0 : work->asked == DECISIVE ? 2 : 1;
    }
}

static bool find_state_slot(struct work *work, struct arena *arena) {
    const struct odds_vote *vote = work->vote;
    uint64_t state[MOST_WORDS];
    work->words = WEIGHTS + vote->scenario->rules.majority_count;
    find_masses(work);
    find_limits(work);
    for (unsigned i = 0; i < vote->scenario->members_count; i++) {
        ballot_state(work, i, false, VETO_YES, state);
        for (unsigned j = 0; j < work->words; j++)
            work->total[j] += state[j];
    }
    struct states empty = {.rows = {.arena = arena, .words = work->words}};
    empty.rows.most = MOST_NUMBERS / (work->words + work->masses);
    work->all = work->next = work->unit = work->voter = work->path[0] = work->path[1] = empty;
    return start_states(work, &work->all, work->total, 1) && add_units(work);
}

/* Sums of very many numbers are rounded in the last digits; together they are 1. */
static void make_whole(struct odds_result *result) {
    double sum = 0;
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        sum += result->outcome[i];
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        result->outcome[i] /= sum;
    for (unsigned i = 0; i < VETO_MAX_MEMBERS; i++)
        result->veto_by[i] /= sum;
}

/* A vote in favour never does harm, so the difference of the two chances of adoption is the chance
 * that it makes the difference. */
static bool solve_part_by_states(struct work *work, struct arena *arena,
                                 struct odds_result *result) {
    if (!find_state_slot(work, arena))
        return false;
    result->outcome[VETO_FAILED] = work->all.failed;
    for (size_t i = 0; i < work->all.rows.count; i++) {
        const double *mass = work->all.mass + i * work->masses;
        enum veto_outcome outcome = decide(work, distinct_row(&work->all.rows, i));
        result->outcome[outcome] += mass[0];
        for (unsigned member = 0; member < work->vote->scenario->members_count; member++) {
            unsigned of = work->mass_of[member];
            if (of && work->asked == DECISIVE && outcome == VETO_ADOPTED)
                result->veto_by[member] += mass[of] - mass[of + 1];
            if (of && work->asked == VETO_BY && outcome == VETO_VETOED)
                result->veto_by[member] += mass[of];
        }
    }
    if (work->asked != DECISIVE)
        make_whole(result);
    return true;
}

bool odds_vote_solve_states(const struct odds_vote *vote, unsigned what,
                            struct allowance *allowance, struct arena *arena,
                            struct odds_result *result) {
    struct odds_result sum = {.error = 0};
    for (size_t i = 0; i < odds_vote_parts(vote); i++) {
        struct odds_result part = {.error = 0};
        struct work work = {.vote = vote, .allowance = allowance};
        double weight = odds_vote_part(vote, i);
        work.asked = what & ODDS_DECISIVE       ? DECISIVE
                     : what & VETO_ODDS_VETO_BY ? VETO_BY
                                                : OUTCOMES;
        if (weight == 0)
            continue;
        if (!solve_part_by_states(&work, arena, &part))
            return false;
        odds_result_add(&sum, weight, &part);
    }
    memcpy(result->outcome, sum.outcome, sizeof sum.outcome);
    memcpy(result->veto_by, sum.veto_by, sizeof sum.veto_by);
    return true;
}
