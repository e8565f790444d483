#include "analysis/odds_alike.h"

#include <string.h>

#include "analysis/distinct.h"

/* What the programme has from one place on. */
struct ahead {
    uint32_t votes;                                      /* drafts with a vote on them */
    unsigned char apart[VETO_MAX_DRAFTS][VETO_OUTCOMES]; /* the outcomes that conditions tell from
                                                            this one, bit by outcome */
};

/* The words of what is numbered. */
enum { CHANGE_WORDS = 3, PLACE_WORDS = 2, HISTORY_WORDS = 8 };

struct alike {
    const struct veto_scenario *scenario;
    struct allowance *allowance;
    struct arena *arena;
    bool apart;
    struct distinct changes;   /* what was done before, and one change more */
    struct distinct places;    /* to each a struct ahead */
    struct distinct histories; /* as they come to a vote */
    struct ahead *ahead;
    size_t ahead_capacity;
    /* The outcomes of a draft that lead to another question on how to vote than this one. */
    unsigned char questions[VETO_MAX_DRAFTS][VETO_OUTCOMES];
};

/* Some 20 MB of changes. */
enum { MOST_ROWS = 1 << 18 };

static struct distinct numbered(struct arena *arena, unsigned words) {
    return (struct distinct){.arena = arena, .words = words, .most = MOST_ROWS};
}

/* ---- questions ---- */

static void find_questions(struct alike *alike, int draft) {
    const struct veto_scenario *scenario = alike->scenario;
    enum veto_question after[VETO_OUTCOMES];
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        struct course course = course_start(scenario, false);
        course_settle(&course, draft, (enum veto_outcome)i);
        after[i] = course_question(&course, scenario->drafts[draft].upon);
    }
    for (int i = 0; i < VETO_OUTCOMES; i++)
        for (int j = 0; j < VETO_OUTCOMES; j++)
            alike->questions[draft][i] |= (unsigned char)((after[i] != after[j]) << j);
}

struct alike *alike_new(struct arena *arena, const struct veto_scenario *scenario, bool apart,
                        struct allowance *allowance) {
    struct alike *alike = arena_new(arena, struct alike);
    *alike = (struct alike){.scenario = scenario, .allowance = allowance, .arena = arena};
    alike->apart = apart;
    alike->changes = numbered(arena, CHANGE_WORDS);
    alike->places = numbered(arena, PLACE_WORDS);
    alike->histories = numbered(arena, HISTORY_WORDS);
    for (int draft = 0; draft < (int)scenario->draft_count; draft++)
        if (scenario->drafts[draft].bearing != VETO_PRINCIPAL)
            find_questions(alike, draft);
    return alike;
}

/* ---- changes ---- */

/* A number for the two: 0 is for nothing at all. */
static uint32_t chain(struct alike *alike, uint32_t before, uint64_t what, uint64_t number) {
    uint64_t row[CHANGE_WORDS] = {before, what, number};
    return (uint32_t)distinct_add(&alike->changes, row) + 1;
}

void alike_change(struct alike *alike, struct trace *trace, const struct change *change) {
    uint64_t number, what = (uint64_t)(uint32_t)change->member |
                            (uint64_t)(uint16_t)change->speaker << 32 |
                            (uint64_t)change->has_position << 48; /* below what is a draft's */
    memcpy(&number, &change->number, sizeof number);
    trace->done[change->draft] = chain(alike, trace->done[change->draft], what, number);
}

/* ---- what is ahead ---- */

static void look_ahead(struct alike *alike, struct ahead *ahead,
                       const struct veto_programme *programme, size_t first) {
    allowance_take(alike->allowance, programme->count - first);
    for (size_t i = first; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        if (item->kind == VETO_ITEM_VOTE || item->kind == VETO_ITEM_WITHOUT_VOTE)
            ahead->votes |= (uint32_t)1 << item->draft;
        if (item->kind != VETO_ITEM_WHEN)
            continue;
        for (size_t j = 0; j < item->condition_count; j++)
            for (int outcome = 0; outcome < VETO_OUTCOMES; outcome++) {
                const struct veto_condition *condition = &item->conditions[j];
                unsigned others =
                    condition->outcomes >> outcome & 1 ? ~condition->outcomes : condition->outcomes;
                ahead->apart[condition->draft][outcome] |= (unsigned char)others;
            }
        look_ahead(alike, ahead, &item->then, 0);
        look_ahead(alike, ahead, &item->otherwise, 0);
    }
}

/* Where an item stands says all about how the programme goes on behind it. */
static const struct ahead *ahead_of(struct alike *alike, const struct place *place,
                                    uint64_t where[PLACE_WORDS]) {
    while (place->next == place->programme->count && place->outer)
        place = place->outer;
    where[0] = (uint64_t)(uintptr_t)place->programme;
    where[1] = place->next;
    size_t was = alike->places.count, at = distinct_add(&alike->places, where);
    if (at == was) {
        arena_push(alike->arena, alike->ahead, was, alike->ahead_capacity);
        for (; place; place = place->outer)
            look_ahead(alike, &alike->ahead[at], place->programme, place->next);
    }
    return &alike->ahead[at];
}

/* ---- histories ---- */

/* The first of the outcomes that are no different from this one to what is ahead. That a draft was
 * not put is always told apart. */
static int outcome_that_counts(const struct alike *alike, const struct ahead *ahead,
                               const struct course *course, int draft) {
    const struct veto_draft *on = &alike->scenario->drafts[draft];
    int outcome = (int)course->outcomes[draft], first = 0;
    unsigned apart = ahead->apart[draft][outcome];
    if (outcome == VETO_NOT_PUT)
        return outcome;
    if (on->bearing != VETO_PRINCIPAL && !course_settled(course, on->upon))
        apart |= alike->questions[draft][outcome];
    while (apart >> first & 1)
        first++;
    return first;
}

size_t alike_find(struct alike *alike, const struct trace *trace, const struct course *course,
                  int from, const struct course_step *vote) {
    uint64_t row[HISTORY_WORDS] = {0};
    struct place all = {&alike->scenario->programme, 0, NULL};
    const struct ahead *ahead = ahead_of(alike, alike->apart ? &all : &course->place, row);
    uint32_t done = 0;
    row[2] = (uint64_t)(uint32_t)vote->draft | (uint64_t)vote->without_vote << 32;
    row[3] = course->settled;
    for (int draft = 0; draft < (int)alike->scenario->draft_count; draft++) {
        bool settled = course_settled(course, draft);
        row[4] |= (uint64_t)outcome_that_counts(alike, ahead, course, draft) << 2 * draft;
        if (!settled && course->stopped[draft])
            row[5] |= (course->stopped[draft]->kind == VETO_ITEM_WITHDRAW ? UINT64_C(1) : 2)
                      << 2 * draft;
        if (draft == vote->draft || (!settled && ahead->votes >> draft & 1))
            done = chain(alike, done, (uint64_t)(draft + 1) << 56, trace->done[draft]);
    }
    row[6] = done;
    row[7] = alike->apart ? (uint64_t)(uint32_t)from : 0;
    bool room = alike->changes.count < MOST_ROWS && alike->histories.count < MOST_ROWS;
    return allowance_take(alike->allowance, alike->scenario->draft_count) && room
               ? distinct_add(&alike->histories, row)
               : SIZE_MAX;
}
