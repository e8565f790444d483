/* Every vote held against the rules of its day. */
#include <stdlib.h>
#include <string.h>

#include "base/owned.h"
#include "history/record.h"

struct checking {
    struct veto_history_check *check;
    struct arena *arena; /* its own */
    struct councils councils;
};

static void judge(struct veto_history_finding *finding, struct councils *councils) {
    const struct veto_history_vote *vote = finding->vote;
    const struct council *council = council_of(councils, vote->date);
    struct seated seated;
    finding->verdict = VETO_UNEXPLAINED;
    finding->resolved = VETO_OUTCOMES;
    if (council)
        seat_vote(&seated, council, vote);
    if (vote->without_vote)
        finding->resolved = VETO_ADOPTED;
    else if (council)
        finding->resolved = seat_resolve(&seated, VETO_SUBSTANTIVE);
    const struct veto_procedural_vote *procedural = veto_history_procedural(vote);
    if (vote->recorded == VETO_OUTCOMES) {
        finding->why = "the file states no outcome";
    } else if (finding->resolved == vote->recorded) {
        finding->verdict = VETO_AGREES;
    } else if (!council) {
        finding->why = "no Council is known for its date";
    } else if (procedural && seat_resolve(&seated, VETO_PROCEDURAL) == vote->recorded) {
        finding->verdict = VETO_EXPLAINED;
        finding->explanation = procedural;
    } else if (finding->resolved == VETO_OUTCOMES) {
        finding->why = "the ballots are not on record, and the totals do not settle the outcome";
    } else {
        finding->why = "the rules of its day give another outcome";
    }
}

static struct veto_history_finding *judge_all(struct checking *work) {
    struct veto_history_check *check = work->check;
    size_t count = check->history->count;
    struct veto_history_finding *findings =
        arena_array(work->arena, struct veto_history_finding, count + 1);
    size_t *sums[] = {
        [VETO_AGREES] = &check->agree,
        [VETO_EXPLAINED] = &check->explained,
        [VETO_UNEXPLAINED] = &check->unexplained,
    };
    for (size_t i = 0; i < count; i++) {
        findings[i].vote = &check->history->votes[i];
        judge(&findings[i], &work->councils);
        ++*sums[findings[i].verdict];
        check->without_vote += findings[i].verdict == VETO_AGREES && findings[i].vote->without_vote;
    }
    check->findings = findings;
    return findings;
}

/* ---- problems ---- */

/* Pointers to them; those of one row and kind as they were noted. */
static int by_row(const void *a, const void *b) {
    const struct veto_history_problem *x = *(const struct veto_history_problem *const *)a;
    const struct veto_history_problem *y = *(const struct veto_history_problem *const *)b;
    int order = order_of(x->row, y->row);
    order = order ? order : order_of(x->kind, y->kind);
    return order ? order : (x > y) - (x < y);
}

static void collect_problems(struct checking *work) {
    struct veto_history_check *check = work->check;
    size_t read = check->history->problem_count;
    struct problems problems = {
        work->arena, arena_twin(work->arena, check->history->problems, read), read, read};
    problems_of_votes(&problems, check->history, &work->councils);
    problems_of_order(&problems, check->history);
    problems_of_alikes(&problems, check->history);
    const struct veto_history_problem **sorted =
        arena_array(work->arena, const struct veto_history_problem *, problems.count + 1);
    struct veto_history_problem *all =
        arena_array(work->arena, struct veto_history_problem, problems.count + 1);
    for (size_t i = 0; i < problems.count; i++)
        sorted[i] = &problems.all[i];
    qsort(sorted, problems.count, sizeof *sorted, by_row);
    for (size_t i = 0; i < problems.count; i++) {
        all[i] = *sorted[i];
        check->problems_by_kind[all[i].kind]++;
    }
    check->problems = all;
    check->problem_count = problems.count;
}

/* A problem and the row of a vote that it is about. */
struct laid {
    unsigned row;
    const struct veto_history_problem *problem;
};

static int by_vote(const void *a, const void *b) {
    const struct laid *x = a, *y = b;
    int order = order_of(x->row, y->row);
    return order ? order : (x->problem > y->problem) - (x->problem < y->problem);
}

/* Lays each problem to the votes that it is about, which stand in the order of their rows. */
static void lay_problems(struct checking *work, struct veto_history_finding *findings) {
    const struct veto_history_check *check = work->check;
    size_t count = 0, at = 0;
    struct laid *laid = arena_array(work->arena, struct laid, 2 * check->problem_count + 1);
    const struct veto_history_problem **room =
        arena_array(work->arena, const struct veto_history_problem *, 2 * check->problem_count + 1);
    for (size_t i = 0; i < check->problem_count; i++) {
        laid[count++] = (struct laid){check->problems[i].vote, &check->problems[i]};
        if (check->problems[i].other)
            laid[count++] = (struct laid){check->problems[i].other, &check->problems[i]};
    }
    qsort(laid, count, sizeof *laid, by_vote);
    for (size_t i = 0; i < check->history->count; i++) {
        struct veto_history_finding *finding = &findings[i];
        while (at < count && laid[at].row < finding->vote->row)
            at++;
        finding->problems = room + at;
        for (; at < count && laid[at].row == finding->vote->row; at++)
            room[at] = laid[at].problem;
        finding->problem_count =
            (size_t)((const struct veto_history_problem *const *)room + at - finding->problems);
    }
}

/* ---- causes: one fault, one line ---- */

/* 0 where two problems are of one cause: the same text, or else the same member and year. */
static int by_cause(const struct veto_history_problem *x, const struct veto_history_problem *y) {
    int order = order_of(x->kind, y->kind);
    if (order == 0 && x->cause && y->cause)
        return strcmp(x->cause, y->cause);
    order = order ? order : (x->year > y->year) - (x->year < y->year);
    order = order ? order : memcmp(x->under, y->under, sizeof x->under);
    return order ? order : memcmp(x->member, y->member, sizeof x->member);
}

static int by_cause_and_row(const void *a, const void *b) {
    const struct veto_history_problem *x = *(const struct veto_history_problem *const *)a;
    const struct veto_history_problem *y = *(const struct veto_history_problem *const *)b;
    int order = by_cause(x, y);
    return order ? order : (x > y) - (x < y); /* they stand by row */
}

static int by_kind_and_row(const void *a, const void *b) {
    const struct veto_history_cause *x = a, *y = b;
    int order = order_of(x->kind, y->kind);
    return order ? order : (x->problems[0] > y->problems[0]) - (x->problems[0] < y->problems[0]);
}

static void fill(struct veto_history_cause *cause, struct councils *councils) {
    const struct veto_history_problem *first = cause->problems[0];
    cause->kind = first->kind;
    cause->clause = first->cause;
    cause->count = 1; /* votes, or numbers that are missing */
    for (size_t i = 1; i < cause->problem_count; i++)
        cause->count += first->kind == VETO_PROBLEM_MISSING ||
                        cause->problems[i]->vote != cause->problems[i - 1]->vote;
    if (first->cause)
        return;
    cause->year = first->year;
    memcpy(cause->member, first->member, sizeof cause->member);
    memcpy(cause->under, first->under, sizeof cause->under);
    cause->name = council_name(councils, cause->member, cause->year);
    cause->under_name = council_name(councils, cause->under, cause->year);
}

/* Groups problems by what they have in common. */
static void find_causes(struct veto_history_check *check, struct arena *arena,
                        struct councils *councils) {
    size_t count = check->problem_count, causes = 0, capacity = 0;
    struct veto_history_cause *all = NULL;
    const struct veto_history_problem **sorted =
        arena_array(arena, const struct veto_history_problem *, count + 1);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &check->problems[i];
    qsort(sorted, count, sizeof *sorted, by_cause_and_row);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || by_cause(sorted[i - 1], sorted[i]) != 0) {
            *arena_add(arena, all, causes, capacity) =
                (struct veto_history_cause){.problems = sorted + i};
        }
        all[causes - 1].problem_count++;
    }
    for (size_t i = 0; i < causes; i++)
        fill(&all[i], councils);
    if (causes > 0)
        qsort(all, causes, sizeof *all, by_kind_and_row);
    check->causes = all;
    check->cause_count = causes;
}

/* ---- all of it ---- */

static void check_work(void *context) {
    struct checking *work = context;
    work->arena = work->councils.arena = owned_arena(work->check);
    struct veto_history_finding *findings = judge_all(work);
    collect_problems(work);
    lay_problems(work, findings);
    find_causes(work->check, work->arena, &work->councils);
}

enum veto_status veto_history_check(struct veto_history_check **check,
                                    const struct veto_history *history) {
    const struct veto_history_check begun = {.history = history};
    struct checking work = {.check = owned_new(&begun, sizeof begun)};
    bool done = owned_try(work.check, NULL, check_work, &work);
    return owned_give(check, work.check, done ? VETO_OK : VETO_SYSTEM);
}

void veto_history_check_free(struct veto_history_check *check) {
    owned_free(check);
}
