/* Votes that stand twice, or that are alike in everything that the file says of them. */
#include <string.h>

#include "history/record.h"

static int by_content(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    int order = strcmp(x->symbol, y->symbol);
    order = order ? order : strcmp(x->date_text, y->date_text);
    order = order ? order : strcmp(x->title, y->title);
    if (order == 0 && x->ballot_count != y->ballot_count)
        order = x->ballot_count < y->ballot_count ? -1 : 1;
    if (order == 0 && x->ballot_count > 0)
        order = memcmp(x->ballots, y->ballots, x->ballot_count * sizeof *x->ballots);
    return order;
}

static int by_content_and_row(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    int order = by_content(a, b);
    return order ? order : x->row < y->row ? -1 : x->row > y->row;
}

static bool is_no_resolution(const struct veto_history_vote *vote) {
    return vote->resolution == 0;
}

static bool is_of_one_day(const struct veto_history_vote *a, const struct veto_history_vote *b) {
    return strcmp(a->symbol, b->symbol) == 0 && strcmp(a->date_text, b->date_text) == 0;
}

/* From `at` on, how many votes bear one symbol on one day. */
static size_t length_of_day(const struct veto_history_vote *const *sorted, size_t count,
                            size_t at) {
    size_t length = 1;
    while (at + length < count && is_of_one_day(sorted[at], sorted[at + length]))
        length++;
    return length;
}

/* With the same ballots a vote cannot have had two outcomes. Else nothing tells whether two rows
 * are two votes; where the day had more of them on the same symbol, they are. */
static struct veto_history_problem *note_alike(struct problems *problems,
                                               const struct veto_history_vote *vote,
                                               const struct veto_history_vote *before,
                                               size_t of_day) {
    if (vote->recorded != before->recorded)
        return problem_note(problems, VETO_PROBLEM_DUPLICATE, vote, "",
                            "the same symbol, date, title and ballots stand with two outcomes",
                            "the same symbol, date, title and ballots as row %u, and another "
                            "outcome",
                            before->row);
    if (of_day > 2)
        return problem_note(problems, VETO_PROBLEM_ALIKE, vote, "",
                            "symbol, date, title and ballots are those of another: likely separate "
                            "votes, as on paragraphs or applicants, since there are more on that "
                            "symbol that day",
                            "the same symbol, date, title and ballots as row %u; likely another "
                            "vote, since %zu bear that symbol that day",
                            before->row, of_day);
    return problem_note(problems, VETO_PROBLEM_ALIKE, vote, "",
                        "symbol, date, title and ballots are those of another: two votes, or one "
                        "that stands twice",
                        "the same symbol, date, title and ballots as row %u: two votes, or one "
                        "that stands twice",
                        before->row);
}

void problems_of_alikes(struct problems *problems, const struct veto_history *history) {
    size_t count, length;
    const struct veto_history_vote **sorted =
        votes_sorted(problems->arena, history, is_no_resolution, by_content_and_row, &count);
    for (size_t at = 0; at < count; at += length) {
        length = length_of_day(sorted, count, at);
        for (size_t i = at + 1; i < at + length; i++)
            if (by_content(&sorted[i], &sorted[i - 1]) == 0)
                note_alike(problems, sorted[i], sorted[i - 1], length)->other = sorted[i - 1]->row;
    }
}
