#include "veto/flips.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/odds_vote.h"

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

struct choice;

struct search {
    struct arena *arena; /* of the answer */
    const struct veto_scenario *scenario;
    const struct veto_vote *vote;
    struct odds_vote model;
    struct kind kinds[VETO_MAX_MEMBERS];
    unsigned kind_count;
    struct choice *choice; /* room for the choice among like members */

    enum veto_outcome to;
    struct shift shifts[MOST_SHIFTS];
    unsigned shift_count;
    unsigned moved[VETO_MAX_MEMBERS]; /* of each kind */
    size_t tried;
    struct veto_flip *flips;
    size_t flip_count, flip_capacity;
    bool more;
};

/* ---- kinds ---- */

static uint64_t weight_of(const struct veto_majority *majority, unsigned member) {
    if (!veto_set_has(majority->group, member))
        return 0;
    return majority->weights ? majority->weights[member] : 1;
}

static bool alike(const struct search *search, const struct kind *kind, unsigned member) {
    const struct veto_rules *rules = &search->scenario->rules;
    if (search->vote->casts[member].ballot != kind->ballot ||
        veto_set_has(search->model.holders, member) != kind->holder ||
        veto_set_has(search->model.bound, member) != kind->bound)
        return false;
    for (unsigned i = 0; i < rules->majority_count; i++)
        if (weight_of(&rules->majorities[i], member) !=
            weight_of(&rules->majorities[i], kind->first))
            return false;
    return true;
}

static void find_kinds(struct search *search) {
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

static void choose_one(struct choice *choice, const double chance[3], unsigned char *made) {
    unsigned columns = choice->columns;
    for (unsigned a = choice->needed[0] + 1; a-- > 0;)
        for (unsigned b = columns; b-- > 0;) {
            double *cell = &choice->best[a * columns + b];
            double before[2] = {a ? cell[-(int)columns] : -1, b ? cell[-1] : -1};
            made[a * columns + b] = 0;
            for (unsigned way = 0; way < 2; way++) {
                double with = before[way] * chance[choice->to[way]];
                if (before[way] >= 0 && with > *cell) { /* below 0: not to be had */
                    *cell = with;
                    made[a * columns + b] = (unsigned char)(way + 1);
                }
            }
        }
}

static void choose(const struct search *search, const struct kind *kind, struct choice *choice,
                   enum veto_ballot *ballots) {
    unsigned members[VETO_MAX_MEMBERS], count = 0;
    unsigned a = choice->needed[0], b = choice->needed[1], columns = b + 1;
    choice->columns = columns;
    for (unsigned i = 0; i < search->scenario->members_count; i++)
        if (veto_set_has(kind->members, i))
            members[count++] = i;
    for (unsigned i = 0; i < (a + 1) * columns; i++)
        choice->best[i] = i ? -1 : 1;
    for (unsigned i = 0; i < count; i++)
        choose_one(choice, search->vote->casts[members[i]].chance, choice->made[i]);
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
    struct choice *choice = search->choice;
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

static void add_point(void *context, double weight, double (*chance)[3]) {
    struct profile *profile = context;
    for (unsigned i = 0; i < profile->bloc->count; i++) {
        unsigned member = profile->bloc->voters[i].member;
        if (veto_set_has(profile->members, member))
            weight *= chance[i][profile->ballots[member]];
    }
    profile->p += weight;
}

/* That these members cast these ballots, each yes, no or abstain. */
static double chance_together(const struct odds_vote *model, veto_set members,
                              const enum veto_ballot *ballots) {
    double p = 1;
    for (unsigned i = 0; i < model->single_count; i++) {
        const struct odds_single *single = &model->singles[i];
        if (veto_set_has(members, single->member))
            p *= single->chance[ballots[single->member]];
    }
    for (size_t i = 0; i < model->bloc_count; i++) {
        struct profile profile = {&model->blocs[i], ballots, members, 0};
        odds_bloc_points(profile.bloc, add_point, &profile);
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
    struct veto_flip_part *parts =
        arena_array(search->arena, struct veto_flip_part, search->shift_count);
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

static void keep(struct search *search, const enum veto_ballot *ballots) {
    struct veto_flip flip = {.ways = 1};
    if (search->flip_count == VETO_FLIPS_MAX) {
        search->more = true;
        return;
    }
    set_parts(search, &flip);
    for (unsigned i = 0; i < search->scenario->members_count; i++)
        if (ballots[i] != search->vote->casts[i].ballot)
            flip.likeliest |= veto_set_of(i);
    flip.chance = chance_together(&search->model, flip.likeliest, ballots);
    arena_push(search->arena, search->flips, search->flip_count, search->flip_capacity);
    search->flips[search->flip_count++] = flip;
}

/* Any members will do to see where the shifts lead: those of a kind are alike. */
static void shifted(const struct search *search, enum veto_ballot *ballots) {
    veto_set still[VETO_MAX_MEMBERS];
    for (unsigned i = 0; i < search->scenario->members_count; i++)
        ballots[i] = search->vote->casts[i].ballot;
    for (unsigned i = 0; i < search->kind_count; i++)
        still[i] = search->kinds[i].members;
    for (unsigned i = 0; i < search->shift_count; i++) {
        veto_set *set = &still[search->shifts[i].kind];
        unsigned left = search->shifts[i].count;
        for (unsigned member = 0; left > 0; member++) {
            if (!veto_set_has(*set, member))
                continue;
            ballots[member] = search->shifts[i].to;
            *set &= ~veto_set_of(member);
            left--;
        }
    }
}

static void try_shifts(struct search *search) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    if (search->tried++ == VETO_FLIPS_TRIED)
        search->more = true;
    if (search->tried > VETO_FLIPS_TRIED)
        return;
    shifted(search, ballots);
    if (veto_decide(&search->scenario->rules, search->vote->question, ballots).outcome !=
        search->to)
        return;
    likeliest(search, ballots);
    keep(search, ballots);
}

/* All ways to make `left` more changes with the shifts from `index` on. */
static void try_from(struct search *search, unsigned index, unsigned left) {
    if (search->tried > VETO_FLIPS_TRIED)
        return;
    if (left == 0) {
        try_shifts(search);
        return;
    }
    if (index == search->shift_count)
        return;
    struct shift *shift = &search->shifts[index];
    unsigned *moved = &search->moved[shift->kind];
    unsigned can = veto_set_count(search->kinds[shift->kind].members) - *moved;
    can = can < left ? can : left;
    *moved += can;
    for (shift->count = can;; shift->count--, --*moved) {
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
    search->tried = search->flip_count = search->flip_capacity = 0;
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

/* ---- who is decisive ---- */

/* The scenario, with ballots on one draft that can be changed. */
struct fixing {
    struct veto_scenario scenario;
    struct veto_draft *draft;
    struct model_vote on;
    const double *leanings;
    size_t most_states;
    struct odds_room room;
    struct odds_vote vote; /* with nothing changed */
    struct odds_result result;
};

static void prepare_vote(const struct fixing *fixing, struct odds_vote *vote, struct arena *arena) {
    odds_vote_prepare(vote, arena, fixing->on);
    odds_vote_update(vote, fixing->leanings);
}

static void prepare_fixing(struct fixing *fixing, struct arena *arena,
                           const struct veto_scenario *scenario, const struct veto_vote *vote,
                           const double *leanings) {
    int draft = vote->draft;
    size_t drafts = scenario->draft_count, members = scenario->members_count;
    struct veto_draft *copies =
        arena_regrow(arena, scenario->drafts, drafts, drafts, sizeof *copies);
    fixing->scenario = *scenario;
    fixing->scenario.drafts = copies;
    fixing->draft = &copies[draft];
    fixing->draft->ballots = arena_regrow(arena, scenario->drafts[draft].ballots, members, members,
                                          sizeof *fixing->draft->ballots);
    fixing->on = (struct model_vote){&fixing->scenario, draft, vote->question};
    fixing->leanings = leanings;
    odds_room_prepare(&fixing->room, &scenario->rules, arena);
    prepare_vote(fixing, &fixing->vote, arena);
}

/* NULL: it votes with its bloc. */
static struct odds_single *find_single(const struct odds_vote *vote, unsigned member) {
    for (unsigned i = 0; i < vote->single_count; i++)
        if (vote->singles[i].member == member)
            return &vote->singles[i];
    return NULL;
}

/* The chance of adoption once this member votes so. False: too many states. */
static bool adopted_with(struct fixing *fixing, const struct odds_vote *vote,
                         struct odds_single *single, enum veto_ballot ballot, struct arena *scratch,
                         double *p) {
    struct odds_single before = *single;
    bool fits = true, bound = veto_set_has(vote->bound, single->member);
    for (int other = 0; !bound && other < 3; other++)
        single->chance[other] = other == (int)ballot;
    if (fixing->scenario.rules.majority_count)
        fits = odds_vote_solve_states(vote, fixing->most_states, scratch, &fixing->result);
    else
        odds_vote_solve(vote, &fixing->room, 0, &fixing->result);
    *single = before;
    *p = fixing->result.outcome[VETO_ADOPTED];
    return fits;
}

/* A vote in favour never does harm, so the difference of the two chances is the chance that it
 * makes the difference. */
static bool find_decisive(struct fixing *fixing, unsigned member, struct arena *scratch,
                          double *chance) {
    struct veto_preset_ballot *preset = &fixing->draft->ballots[member], before = *preset;
    struct odds_vote apart, *vote = &fixing->vote;
    struct odds_single *single = find_single(vote, member);
    double with = 0, without = 0;
    if (!single) { /* out of its bloc */
        *preset = (struct veto_preset_ballot){.kind = VETO_FIXED, .ballot = VETO_YES};
        prepare_vote(fixing, &apart, scratch);
        *preset = before;
        vote = &apart;
        single = find_single(vote, member);
    }
    bool fits = adopted_with(fixing, vote, single, VETO_YES, scratch, &with) &&
                adopted_with(fixing, vote, single, VETO_NO, scratch, &without);
    *chance = with > without ? with - without : 0;
    return fits;
}

/* ---- all of it ---- */

struct flips {
    struct veto_flips found; /* first, so that a pointer to it is one to all */
    struct arena arena;
    struct fixing fixing;
    double *decisive;
};

struct finding {
    struct flips *flips;
    struct arena scratch;
    const struct veto_scenario *scenario;
    const struct veto_vote *vote;
    bool search; /* for flips, and not only for who decides */
    size_t most_states;
    unsigned member; /* work_decisive: whose chance */
};

static struct search *start_search(struct finding *work, const double *leanings) {
    struct search *search = arena_new(&work->scratch, struct search);
    search->arena = &work->flips->arena;
    search->scenario = work->scenario;
    search->vote = work->vote;
    search->choice = arena_new(&work->scratch, struct choice);
    odds_vote_prepare(&search->model, &work->scratch,
                      (struct model_vote){work->scenario, work->vote->draft, work->vote->question});
    odds_vote_update(&search->model, leanings);
    find_kinds(search);
    return search;
}

static void work_find(void *context) {
    struct finding *work = context;
    struct flips *flips = work->flips;
    unsigned members = work->scenario->members_count;
    double *leanings = arena_array(&flips->arena, double, members);
    flips->decisive = arena_array(&flips->arena, double, members);
    flips->found.decisive = flips->decisive;
    flips->found.has_decisive = true;
    if (work->vote->without_vote)
        return;
    for (unsigned i = 0; i < members; i++)
        leanings[i] = work->vote->casts[i].leaning;
    struct search *search = work->search ? start_search(work, leanings) : NULL;
    for (int to = VETO_ADOPTED; search && to < VETO_NOT_PUT; to++)
        if (to != (int)work->vote->result.outcome)
            flips->found.to[flips->found.to_count++] = find_to(search, (enum veto_outcome)to);
    prepare_fixing(&flips->fixing, &flips->arena, work->scenario, work->vote, leanings);
}

static void work_decisive(void *context) {
    struct finding *work = context;
    struct flips *flips = work->flips;
    if (!find_decisive(&flips->fixing, work->member, &work->scratch,
                       &flips->decisive[work->member]))
        flips->found.has_decisive = false;
}

static enum veto_status find(struct finding work, struct veto_flips **flips) {
    const struct veto_scenario *scenario = work.scenario;
    const struct veto_vote *vote = work.vote;
    work.flips = calloc(1, sizeof *work.flips);
    if (!work.flips)
        return VETO_SYSTEM;
    work.flips->fixing.most_states = work.most_states;
    bool done = arenas_try(&work.flips->arena, &work.scratch, work_find, &work);
    arena_free(&work.scratch);
    for (; done && !vote->without_vote && work.member < scenario->members_count &&
           work.flips->found.has_decisive;
         work.member++) {
        done = arenas_try(&work.scratch, NULL, work_decisive, &work);
        arena_free(&work.scratch);
    }
    if (!done) {
        veto_flips_free(&work.flips->found);
        return VETO_SYSTEM;
    }
    *flips = &work.flips->found;
    return VETO_OK;
}

enum veto_status veto_flips_find(struct veto_flips **flips, const struct veto_scenario *scenario,
                                 const struct veto_vote *vote) {
    struct finding work = {.scenario = scenario, .vote = vote, .search = true};
    work.most_states = VETO_ODDS_STATES;
    return find(work, flips);
}

enum veto_status veto_flips_find_decisive(struct veto_flips **flips,
                                          const struct veto_scenario *scenario,
                                          const struct veto_vote *vote, size_t most_states) {
    struct finding work = {.scenario = scenario, .vote = vote, .most_states = most_states};
    return find(work, flips);
}

void veto_flips_free(struct veto_flips *flips) {
    if (!flips)
        return;
    struct flips *all = (struct flips *)(void *)flips;
    arena_free(&all->arena);
    free(all);
}
