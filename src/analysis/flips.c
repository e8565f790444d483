#include "veto/flips.h"

#include <string.h>

#include "analysis/odds_vote.h"
#include "analysis/weight.h"
#include "base/owned.h"

/* Members that are the same to the outcome: their ballot, whether it can be a veto, whether it
 * counts at all (Article 27 (3)), and their weight under each further majority. */
struct kind {
    veto_set members;
    unsigned first; /* one of them */
    enum veto_ballot ballot;
    bool holder, bound;
};

/* So many of a kind (chosen by the search) move to a ballot. */
struct shift {
    unsigned kind;
    enum veto_ballot to;
    unsigned count;
};

enum { MOST_SHIFTS = 3 * VETO_MAX_MEMBERS };

/* best[a * columns + b]: the largest product of chances when a of the members so far make the first
 * of a kind's two shifts, and b the second. No kind has more than two that help. */
enum { CELLS = (VETO_MAX_MEMBERS / 2 + 1) * (VETO_MAX_MEMBERS / 2 + 1) };

struct choice {
    unsigned needed[2]; /* how many make each */
    unsigned columns;
    enum veto_ballot to[2];
    unsigned char made[VETO_MAX_MEMBERS][CELLS]; /* 0: stays, 1: the first, 2: the second */
    double best[CELLS];
};

struct search {
    struct arena *arena; /* of the answer */
    const struct veto_scenario *scenario;
    const struct veto_vote *vote;
    uint64_t steps; /* to one outcome */
    struct allowance allowance;
    struct odds_vote model;
    struct kind kinds[VETO_MAX_MEMBERS];
    unsigned kind_count;
    struct choice choice; /* among like members */

    enum veto_outcome to;
    struct shift shifts[MOST_SHIFTS];
    unsigned shift_count;
    unsigned moved[VETO_MAX_MEMBERS]; /* of each kind */
    unsigned in_favour, against;      /* after the shifts */
    uint64_t weights[32];             /* in favour, by majority */
    struct veto_flip *flips;
    size_t flip_count, flip_capacity;
    bool more;
};

/* ---- kinds ---- */

static bool alike(const struct search *search, const struct kind *kind, unsigned member) {
    const struct veto_rules *rules = &search->scenario->rules;
    if (search->vote->casts[member].ballot != kind->ballot ||
        veto_set_has(search->model.holders, member) != kind->holder ||
        veto_set_has(search->model.bound, member) != kind->bound)
        return false;
    for (unsigned i = 0; i < rules->majority_count; i++)
        if (weight_in(&rules->majorities[i], member) !=
            weight_in(&rules->majorities[i], kind->first))
            return false;
    return true;
}

static void find_flip_kinds(struct search *search) {
    for (unsigned member = 0; member < search->scenario->members_count; member++) {
        unsigned i = 0;
        while (i < search->kind_count && !alike(search, &search->kinds[i], member))
            i++;
        if (i == search->kind_count)
            search->kinds[search->kind_count++] =
                (struct kind){0, member, search->vote->casts[member].ballot,
                              veto_set_has(search->model.holders, member),
                              veto_set_has(search->model.bound, member)};
        search->kinds[i].members |= veto_set_of(member);
    }
}

/* ---- shifts ---- */

/* Whether a change from one ballot to another can be part of a least set of changes. In such a set
 * every change counts, and these are all that can: more votes in favour help a draft to its
 * majority and over a veto, fewer keep it from them; vetoes come and go with votes of holders. */
static bool helps(const struct search *search, const struct kind *kind, enum veto_ballot to) {
    bool fewer = kind->ballot == VETO_YES && to != VETO_YES;
    bool more = kind->ballot != VETO_YES && to == VETO_YES;
    bool gives_veto = kind->holder && kind->ballot != VETO_NO && to == VETO_NO;
    bool takes_veto = kind->holder && kind->ballot == VETO_NO && to == VETO_ABSTAIN;
    bool overriding = search->scenario->rules.override_at != 0;
    switch (search->to) {
    case VETO_ADOPTED:
        return more || takes_veto;
    case VETO_VETOED:
        return more || gives_veto || (fewer && overriding);
    default:
        return fewer;
    }
}

static void find_shifts(struct search *search) {
    search->shift_count = 0;
    for (unsigned i = 0; i < search->kind_count; i++)
        for (int to = VETO_YES; to <= VETO_ABSTAIN && !search->kinds[i].bound; to++)
            if (helps(search, &search->kinds[i], (enum veto_ballot)to))
                search->shifts[search->shift_count++] = (struct shift){i, (enum veto_ballot)to, 0};
}

/* ---- which of like members ---- */

/* What the scenario or an override fixes is certain, whatever the model would have. */
static void choose_one(struct choice *choice, const struct veto_cast *cast, unsigned char *made) {
    bool fixed = cast->reason == VETO_WHY_FIXED;
    unsigned columns = choice->columns;
    for (unsigned a = choice->needed[0] + 1; a-- > 0;)
        for (unsigned b = columns; b-- > 0;) {
            double *cell = &choice->best[a * columns + b];
            double before[2] = {a ? cell[-(int)columns] : -1, b ? cell[-1] : -1};
            made[a * columns + b] = 0;
            for (unsigned way = 0; way < 2; way++) {
                enum veto_ballot to = choice->to[way];
                double with = before[way] * (fixed ? to == cast->given : cast->chance[to]);
                if (before[way] >= 0 && with > *cell) { /* below 0: not to be had */
                    *cell = with;
                    made[a * columns + b] = (unsigned char)(way + 1);
                }
            }
        }
}

static void choose(struct search *search, const struct kind *kind, struct choice *choice,
                   enum veto_ballot *ballots) {
    unsigned members[VETO_MAX_MEMBERS], count = 0;
    unsigned a = choice->needed[0], b = choice->needed[1], columns = b + 1;
    choice->columns = columns;
    allowance_take(&search->allowance,
                   4 * (uint64_t)veto_set_count(kind->members) * (a + 1) * columns);
    for (unsigned i = 0; i < search->scenario->members_count; i++)
        if (veto_set_has(kind->members, i))
            members[count++] = i;
    for (unsigned i = 0; i < (a + 1) * columns; i++)
        choice->best[i] = i ? -1 : 1;
    for (unsigned i = 0; i < count; i++)
        choose_one(choice, &search->vote->casts[members[i]], choice->made[i]);
    for (unsigned i = count; i-- > 0;) {
        unsigned made = choice->made[i][a * columns + b];
        if (made)
            ballots[members[i]] = choice->to[made - 1];
        a -= made == 1;
        b -= made == 2;
    }
}

/* The ballots after the shifts, made by the members likeliest to. */
static void likeliest(struct search *search, enum veto_ballot *ballots) {
    struct choice *choice = &search->choice;
    allowance_take(&search->allowance,
                   (uint64_t)search->kind_count * search->shift_count +
                       4 * search->scenario->members_count * odds_vote_parts(&search->model));
    for (unsigned i = 0; i < search->scenario->members_count; i++)
        ballots[i] = search->vote->casts[i].ballot;
    for (unsigned i = 0; i < search->kind_count; i++) {
        unsigned seen = 0;
        choice->needed[0] = choice->needed[1] = 0;
        choice->to[0] = choice->to[1] = VETO_YES;
        for (unsigned j = 0; j < search->shift_count; j++) {
            const struct shift *shift = &search->shifts[j];
            if (shift->kind != i || shift->count == 0)
                continue;
            choice->needed[seen] = shift->count;
            choice->to[seen++] = shift->to;
        }
        if (seen)
            choose(search, &search->kinds[i], choice, ballots);
    }
}

/* ---- how likely ---- */

struct profile {
    const struct odds_bloc *bloc;
    const enum veto_ballot *ballots;
    veto_set members;
    double p;
};

static bool add_flip_point(void *context, double weight, double (*chance)[3]) {
    struct profile *profile = context;
    for (unsigned i = 0; i < profile->bloc->count; i++) {
        unsigned member = profile->bloc->voters[i].member;
        if (veto_set_has(profile->members, member))
            weight *= chance[i][profile->ballots[member]];
    }
    profile->p += weight;
    return true;
}

/* That a draft is of this part, and these members cast these ballots, each yes, no or abstain. */
static double chance_in_part(struct search *search, size_t part, veto_set members,
                             const enum veto_ballot *ballots) {
    enum { CHANCES_STEPS = 32 };
    const struct odds_vote *model = &search->model;
    double p = odds_vote_part(model, part);
    for (unsigned i = 0; i < model->single_count; i++) {
        const struct odds_single *single = &model->singles[i];
        if (veto_set_has(members, single->voter.member))
            p *= single->chance[ballots[single->voter.member]];
    }
    for (size_t i = 0; i < model->bloc_count; i++) {
        struct profile profile = {&model->blocs[i], ballots, members, 0};
        allowance_take(&search->allowance,
                       odds_bloc_point_count(profile.bloc) * profile.bloc->count * CHANCES_STEPS);
        odds_bloc_points(profile.bloc, add_flip_point, &profile);
        p *= profile.p;
    }
    return p;
}

/* ---- the search ---- */

static double choices(unsigned of, unsigned count) {
    double ways = 1;
    for (unsigned i = 1; i <= count; i++)
        ways = ways * (of - count + i) / i;
    return ways;
}

/* The shifts of now as parts of a flip. */
static void set_parts(struct search *search, struct veto_flip *flip) {
    unsigned left[VETO_MAX_MEMBERS];
    unsigned count = 0;
    for (unsigned i = 0; i < search->shift_count; i++)
        count += search->shifts[i].count > 0;
    struct veto_flip_part *parts = arena_array(search->arena, struct veto_flip_part, count);
    for (unsigned i = 0; i < search->kind_count; i++)
        left[i] = veto_set_count(search->kinds[i].members);
    for (unsigned i = 0; i < search->shift_count; i++) {
        const struct shift *shift = &search->shifts[i];
        const struct kind *kind = &search->kinds[shift->kind];
        if (shift->count == 0)
            continue;
        parts[flip->part_count++] =
            (struct veto_flip_part){kind->members, shift->count, kind->ballot, shift->to};
        flip->ways *= choices(left[shift->kind], shift->count);
        left[shift->kind] -= shift->count;
    }
    flip->parts = parts;
}

static void keep_flip(struct search *search) {
    struct veto_flip flip = {.ways = 1};
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    likeliest(search, ballots);
    if (search->flip_count == VETO_FLIPS_MAX) {
        search->more = true;
        return;
    }
    set_parts(search, &flip);
    for (unsigned i = 0; i < search->scenario->members_count; i++)
        if (ballots[i] != search->vote->casts[i].ballot)
            flip.likeliest |= veto_set_of(i);
    for (size_t i = 0; i < odds_vote_parts(&search->model); i++)
        flip.chance += chance_in_part(search, i, flip.likeliest, ballots);
    *arena_add(search->arena, search->flips, search->flip_count, search->flip_capacity) = flip;
}

/* One member more makes this shift, or one less: `more` is 1 or -1. */
static void move(struct search *search, struct shift *shift, int more) {
    const struct veto_rules *rules = &search->scenario->rules;
    const struct kind *kind = &search->kinds[shift->kind];
    int yes = more * ((shift->to == VETO_YES) - (kind->ballot == VETO_YES));
    int no = more * ((shift->to == VETO_NO) - (kind->ballot == VETO_NO));
    shift->count += (unsigned)more;
    search->moved[shift->kind] += (unsigned)more;
    search->in_favour += (unsigned)yes;
    search->against += kind->holder ? (unsigned)no : 0;
    for (unsigned i = 0; i < rules->majority_count && yes; i++)
        search->weights[i] += (uint64_t)yes * weight_in(&rules->majorities[i], kind->first);
}

static enum veto_outcome flip_outcome_of(const struct search *search) {
    const struct veto_rules *rules = &search->scenario->rules;
    bool majorities = true;
    for (unsigned i = 0; i < rules->majority_count; i++)
        majorities &= search->weights[i] >= rules->majorities[i].needed;
    return veto_outcome_of(rules, search->vote->question, search->in_favour, search->against,
                           majorities);
}

/* All ways to make `left` more changes with the shifts from `index` on. */
static void try_from(struct search *search, unsigned index, unsigned left) {
    search->more |= !allowance_take(&search->allowance, 4 + search->scenario->rules.majority_count);
    if (search->allowance.left == 0)
        return;
    if (left == 0 && flip_outcome_of(search) == search->to)
        keep_flip(search);
    if (left == 0 || index == search->shift_count)
        return;
    struct shift *shift = &search->shifts[index];
    unsigned can = veto_set_count(search->kinds[shift->kind].members) - search->moved[shift->kind];
    while (shift->count < can && shift->count < left)
        move(search, shift, 1);
    for (;; move(search, shift, -1)) {
        try_from(search, index + 1, left - shift->count);
        if (shift->count == 0)
            break;
    }
}

/* The likelier first, else as found. */
static void sort_flips(struct veto_flip *flips, size_t count, struct arena *arena) {
    struct veto_flip *other = arena_array(arena, struct veto_flip, count);
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t first = 0; first < count; first += 2 * width) {
            size_t middle = first + width < count ? first + width : count;
            size_t end = middle + width < count ? middle + width : count;
            for (size_t i = first, j = middle, k = first; k < end; k++) {
                bool right = i == middle || (j < end && flips[j].chance > flips[i].chance);
                other[k] = right ? flips[j++] : flips[i++];
            }
        }
        memcpy(flips, other, count * sizeof *flips);
    }
}

static struct veto_flips_to find_to(struct search *search, enum veto_outcome to) {
    struct veto_flips_to found = {.outcome = to};
    search->to = to;
    search->allowance.left = search->steps;
    search->flip_count = search->flip_capacity = 0;
    search->more = false;
    find_shifts(search);
    for (unsigned size = 1; size <= search->scenario->members_count; size++) {
        try_from(search, 0, size);
        if (search->flip_count || search->more) {
            found.size = search->flip_count ? size : 0;
            break;
        }
    }
    sort_flips(search->flips, search->flip_count, search->arena);
    found.flips = search->flips;
    found.flip_count = search->flip_count;
    found.more = search->more;
    return found;
}

/* ---- all of it ---- */

struct finding {
    struct veto_flips *flips; /* owned */
    struct arena scratch;
    struct model_vote on;
    const struct veto_vote *vote;
    bool search; /* for flips, and not only for who decides */
    uint64_t steps;
};

/* The ballots as they are. */
static void start_tally(struct search *search) {
    const struct veto_rules *rules = &search->scenario->rules;
    for (unsigned i = 0; i < search->scenario->members_count; i++) {
        enum veto_ballot ballot = search->vote->casts[i].ballot;
        search->in_favour += ballot == VETO_YES;
        search->against += ballot == VETO_NO && veto_set_has(search->model.holders, i);
        for (unsigned j = 0; j < rules->majority_count && ballot == VETO_YES; j++)
            search->weights[j] += weight_in(&rules->majorities[j], i);
    }
}

/* NULL: the model's chances alone take more than is allowed. */
static struct search *start_search(struct finding *work, const double *leanings) {
    struct search *search = arena_new(&work->scratch, struct search);
    search->arena = owned_arena(work->flips);
    search->scenario = work->on.scenario;
    search->vote = work->vote;
    search->steps = search->allowance.left = work->steps / 4;
    odds_vote_prepare(&search->model, &work->scratch, work->on, 0);
    odds_vote_update(&search->model, leanings);
    odds_vote_prepare_blocs(&search->model, ODDS_PARTS_NONE, &work->scratch);
    find_flip_kinds(search);
    start_tally(search);
    return odds_vote_integrate(&search->model, &search->allowance) ? search : NULL;
}

static void find_flips(struct finding *work, const double *leanings) {
    struct veto_flips *found = work->flips;
    struct search *search = start_search(work, leanings);
    for (int to = VETO_ADOPTED; to < VETO_NOT_PUT; to++)
        if (to != (int)work->vote->result.outcome)
            found->to[found->to_count++] =
                search ? find_to(search, (enum veto_outcome)to)
                       : (struct veto_flips_to){.outcome = (enum veto_outcome)to, .more = true};
}

static void work_find(void *context) {
    struct finding *work = context;
    unsigned members = work->on.scenario->members_count;
    double *leanings = arena_array(&work->scratch, double, members);
    double *decisive = arena_array(owned_arena(work->flips), double, members);
    struct allowance allowance = {work->steps / 2};
    work->flips->decisive = decisive;
    work->flips->has_decisive = true;
    if (work->vote->without_vote)
        return;
    for (unsigned i = 0; i < members; i++)
        leanings[i] = work->vote->casts[i].leaning;
    if (work->search)
        find_flips(work, leanings);
    work->flips->has_decisive =
        decisive_find(work->on, leanings, &allowance, &work->scratch, decisive);
}

static enum veto_status find_smallest(struct veto_flips **flips,
                                      const struct veto_scenario *scenario,
                                      const struct veto_vote *vote, uint64_t steps, bool search) {
    struct finding work = {.on = {scenario, vote->draft, vote->question}, .vote = vote};
    work.flips = owned_new(&(struct veto_flips){.to_count = 0}, sizeof *work.flips);
    work.search = search;
    work.steps = steps;
    bool done = owned_try(work.flips, &work.scratch, work_find, &work);
    arena_free(&work.scratch);
    return owned_give(flips, work.flips, done ? VETO_OK : VETO_SYSTEM);
}

enum veto_status veto_flips_find(struct veto_flips **flips, const struct veto_scenario *scenario,
                                 const struct veto_vote *vote, uint64_t steps) {
    return find_smallest(flips, scenario, vote, steps, true);
}

enum veto_status veto_flips_find_decisive(struct veto_flips **flips,
                                          const struct veto_scenario *scenario,
                                          const struct veto_vote *vote, uint64_t steps) {
    return find_smallest(flips, scenario, vote, steps, false);
}

void veto_flips_free(struct veto_flips *flips) {
    owned_free(flips);
}
