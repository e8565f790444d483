/* One fault, one line: problems grouped by what they have in common. */
#include <stdlib.h>
#include <string.h>

#include "history/record.h"

static int by_member_and_year(const struct veto_history_problem *x,
                              const struct veto_history_problem *y) {
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    int order = memcmp(x->under, y->under, sizeof x->under);
    return order ? order : memcmp(x->member, y->member, sizeof x->member);
}

/* 0 where two problems are of one cause. */
static int by_cause(const struct veto_history_problem *x, const struct veto_history_problem *y) {
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->cause && y->cause)
        return strcmp(x->cause, y->cause);
    return by_member_and_year(x, y);
}

static int by_cause_and_row(const void *a, const void *b) {
    const struct veto_history_problem *x = *(const struct veto_history_problem *const *)a;
    const struct veto_history_problem *y = *(const struct veto_history_problem *const *)b;
    int order = by_cause(x, y);
    return order ? order : x < y ? -1 : x > y; /* they stand by row */
}

static int by_kind_and_row(const void *a, const void *b) {
    const struct veto_history_cause *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->problems[0] < y->problems[0] ? -1 : x->problems[0] > y->problems[0];
}

/* ---- one cause ---- */

static size_t count_votes(const struct veto_history_cause *cause) {
    if (cause->kind == VETO_PROBLEM_MISSING)
        return cause->problem_count;
    size_t count = 1;
    for (size_t i = 1; i < cause->problem_count; i++)
        count += cause->problems[i]->vote != cause->problems[i - 1]->vote;
    return count;
}

static void fill(struct veto_history_cause *cause, struct councils *councils) {
    const struct veto_history_problem *first = cause->problems[0];
    cause->kind = first->kind;
    cause->clause = first->cause;
    cause->count = count_votes(cause);
    if (first->cause)
        return;
    cause->year = first->year;
    memcpy(cause->member, first->member, sizeof cause->member);
    memcpy(cause->under, first->under, sizeof cause->under);
    cause->name = council_name(councils, cause->member, cause->year);
    cause->under_name = council_name(councils, cause->under, cause->year);
}

/* ---- all of them ---- */

void causes_find(struct veto_history_check *check, struct arena *arena, struct councils *councils) {
    size_t count = check->problem_count, causes = 0, capacity = 0;
    struct veto_history_cause *all = NULL;
    const struct veto_history_problem **sorted =
        arena_array(arena, const struct veto_history_problem *, count + 1);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &check->problems[i];
    qsort(sorted, count, sizeof *sorted, by_cause_and_row);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || by_cause(sorted[i - 1], sorted[i]) != 0) {
            arena_push(arena, all, causes, capacity);
            all[causes++] = (struct veto_history_cause){.problems = sorted + i};
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
