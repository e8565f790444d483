/* Votes put in an order, and a ballot found in one. */
#include <stdlib.h>
#include <string.h>

#include "history/record.h"

const struct veto_history_ballot *ballot_of(const struct veto_history_vote *vote,
                                            const char *code) {
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if (memcmp(vote->ballots[i].code, code, 4) == 0)
            return &vote->ballots[i];
    return NULL;
}

int votes_by_number(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    if (x->resolution != y->resolution)
        return x->resolution < y->resolution ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

const struct veto_history_vote **votes_sorted(struct arena *arena,
                                              const struct veto_history *history,
                                              bool (*chosen)(const struct veto_history_vote *),
                                              int (*compare)(const void *, const void *),
                                              size_t *count) {
    const struct veto_history_vote **votes =
        arena_array(arena, const struct veto_history_vote *, history->count + 1);
    *count = 0;
    for (size_t i = 0; i < history->count; i++)
        if (!chosen || chosen(&history->votes[i]))
            votes[(*count)++] = &history->votes[i];
    qsort(votes, *count, sizeof *votes, compare);
    return votes;
}
