#include "meeting/course.h"

struct course course_start(const struct veto_scenario *scenario, bool recorded) {
    struct course course = {.scenario = scenario,
                            .recorded = recorded,
                            .place = {&scenario->beforehand, 0, NULL},
                            .leaving = VETO_NONE};
    for (unsigned i = 0; i < VETO_MAX_DRAFTS; i++)
        course.outcomes[i] = VETO_NOT_PUT;
    return course;
}

void course_settle(struct course *course, int draft, enum veto_outcome outcome) {
    course->settled |= (uint32_t)1 << draft;
    course->outcomes[draft] = outcome;
}

bool course_settled(const struct course *course, int draft) {
    return course->settled >> draft & 1;
}

enum veto_question course_question(const struct course *course, int draft) {
    return veto_scenario_question(course->scenario, course->outcomes, draft);
}

/* Once a draft is decided or out of the way, nothing that bears on it is voted on any more. */
static const char *bar_by_other(const struct course *course, const struct veto_draft *draft) {
    if (draft->bearing == VETO_PRINCIPAL)
        return NULL;
    if (course->outcomes[draft->upon] != VETO_NOT_PUT)
        return "the draft that it bears on has been decided";
    return course_settled(course, draft->upon) || course_bar(course, draft->upon)
               ? "the draft that it bears on is not put to the vote"
               : NULL;
}

const char *course_bar(const struct course *course, int draft) {
    const struct veto_draft *on = &course->scenario->drafts[draft];
    const struct veto_item *motion = course->stopped[draft];
    if (!on->put)
        return on->not_put ? on->not_put : "the scenario keeps it from the vote";
    if (motion)
        return motion->kind == VETO_ITEM_WITHDRAW ? "it was withdrawn"
                                                  : "there was an objection to a separate vote";
    return bar_by_other(course, on);
}

bool course_has(const struct veto_programme *programme, unsigned kinds, int draft) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        bool branches = item->kind == VETO_ITEM_WHEN;
        if ((kinds >> item->kind & 1 && item->draft == draft) ||
            (branches && course_has(&item->then, kinds, draft)) ||
            (branches && course_has(&item->otherwise, kinds, draft)))
            return true;
    }
    return false;
}

/* ---- items; false: without effect ---- */

/* Two branches may both come to a vote on one draft. The first decides. */
static bool do_vote(struct course *course, struct course_step *step) {
    int draft = step->draft;
    if (course_settled(course, draft))
        return false;
    step->kind = COURSE_VOTE;
    step->without_vote = step->item->kind == VETO_ITEM_WITHOUT_VOTE;
    step->why = course_bar(course, draft);
    if (!step->why && course->recorded && !step->without_vote &&
        !course->scenario->drafts[draft].recorded)
        step->why = "the record has no vote on it";
    if (step->why) {
        step->kind = COURSE_LEFT_OUT;
        course_settle(course, draft, VETO_NOT_PUT);
    }
    return true;
}

/* What no motion brings back is out of the way at once, not only when its turn comes. */
static bool do_motion(struct course *course, struct course_step *step) {
    const struct veto_item **stopped = &course->stopped[step->draft];
    const unsigned revival = 1U << VETO_ITEM_REVIVE;
    bool revive = step->item->kind == VETO_ITEM_REVIVE;
    bool withdrawn = *stopped && (*stopped)->kind == VETO_ITEM_WITHDRAW;
    if (course_settled(course, step->draft) || (revive ? !withdrawn : *stopped != NULL))
        return false;
    step->kind = COURSE_MOTION;
    *stopped = revive ? NULL : step->item;
    if (!revive && !course_has(&course->scenario->beforehand, revival, step->draft) &&
        !course_has(&course->scenario->programme, revival, step->draft))
        course->leaving = step->draft;
    return true;
}

static bool do_when(struct course *course, struct arena *arena, struct course_step *step) {
    struct place *outer = arena_new(arena, struct place);
    step->kind = COURSE_BRANCH;
    step->taken = true; /* where all conditions hold */
    for (size_t i = 0; i < step->item->condition_count; i++) {
        const struct veto_condition *condition = &step->item->conditions[i];
        step->taken &= condition->outcomes >> course->outcomes[condition->draft] & 1;
    }
    *outer = course->place;
    course->place.programme = step->taken ? &step->item->then : &step->item->otherwise;
    course->place.next = 0;
    course->place.outer = outer;
    return true;
}

static bool do_item(struct course *course, struct arena *arena, struct course_step *step) {
    switch (step->item->kind) {
    case VETO_ITEM_VOTE:
    case VETO_ITEM_WITHOUT_VOTE:
        return do_vote(course, step);
    case VETO_ITEM_WITHDRAW:
    case VETO_ITEM_REVIVE:
    case VETO_ITEM_OBJECTION:
        return do_motion(course, step);
    case VETO_ITEM_WHEN:
        return do_when(course, arena, step);
    default:
        step->kind = COURSE_WORDS;
        return true;
    }
}

static struct course_step leave_out(struct course *course) {
    int draft = course->leaving;
    struct course_step step = {
        .kind = COURSE_LEFT_OUT,
        .item = course->stopped[draft],
        .draft = draft,
        .why = course_bar(course, draft),
    };
    course->leaving = VETO_NONE;
    course_settle(course, draft, VETO_NOT_PUT);
    return step;
}

/* Behind the last item of all: what was beforehand leads to the meeting, and the programme to its
 * end. */
static struct course_step leave(struct course *course) {
    const struct veto_scenario *scenario = course->scenario;
    bool opens = course->place.programme == &scenario->beforehand;
    if (opens)
        course->place = (struct place){&scenario->programme, 0, NULL};
    return (struct course_step){.kind = opens ? COURSE_OPEN : COURSE_END, .draft = VETO_NONE};
}

struct course_step course_next(struct course *course, struct arena *arena) {
    if (course->leaving != VETO_NONE)
        return leave_out(course);
    for (;;) {
        struct place *place = &course->place;
        if (place->next == place->programme->count) {
            if (!place->outer)
                return leave(course);
            course->place = *place->outer;
            continue;
        }
        const struct veto_item *item = &place->programme->items[place->next++];
        struct course_step step = {.item = item, .draft = item->draft};
        if (do_item(course, arena, &step))
            return step;
    }
}
