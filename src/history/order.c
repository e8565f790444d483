/* Numbers of resolutions, dates and meetings: each in its sequence; and votes that stand twice, or
 * that are alike in everything that the file says of them. */
#include <stdlib.h>
#include <string.h>

#include "history/record.h"

/* A vote in a sequence of numbers that grow with its dates. */
struct numbered {
    const struct veto_history_vote *vote;
    unsigned number;
    bool kept; /* it agrees with most of the others */
    bool told; /* what is wrong with it */
};

struct sequence {
    const char *what; /* "resolution" */
    enum veto_history_problem_kind kind;
    const char *cause;
    struct numbered *all;
    size_t count;
};

/* ---- the run that most agree with ---- */

static struct veto_date date_of(const struct sequence *sequence, size_t at) {
    return sequence->all[at].vote->date;
}

/* How many of the first `count` ends are not later than `date`. */
static size_t not_later(const struct sequence *sequence, const size_t *ends, size_t count,
                        struct veto_date date) {
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (veto_date_compare(date_of(sequence, ends[middle]), date) <= 0)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* Keeps those that make up the longest run of dates none of which is before the one before it (by
 * patience sorting: Fredman, Discrete Mathematics 11, 1975). */
static void keep_run(struct arena *arena, struct sequence *sequence) {
    enum { START = -1 };
    size_t *ends = arena_array(arena, size_t, sequence->count + 1), length = 0;
    ptrdiff_t *before = arena_array(arena, ptrdiff_t, sequence->count + 1);
    for (size_t i = 0; i < sequence->count; i++) {
        size_t at = not_later(sequence, ends, length, date_of(sequence, i));
        before[i] = at > 0 ? (ptrdiff_t)ends[at - 1] : START;
        ends[at] = i;
        length += at == length;
    }
    for (ptrdiff_t i = length ? (ptrdiff_t)ends[length - 1] : START; i != START; i = before[i])
        sequence->all[i].kept = true;
}

/* One whose date runs against its number has a wrong date, or a wrong number. Which of two, the
 * rest of the numbers tells. */
static void note_order(struct problems *problems, const struct sequence *sequence) {
    size_t low = 0, high = 0;
    for (size_t i = 0; i < sequence->count; i++) {
        const struct numbered *one = &sequence->all[i];
        if (one->kept) {
            low = i;
            continue;
        }
        if (one->told)
            continue;
        high = high > i ? high : i;
        while (high + 1 < sequence->count && !sequence->all[high].kept)
            high++;
        bool early = sequence->all[low].kept &&
                     veto_date_compare(one->vote->date, date_of(sequence, low)) < 0;
        const struct numbered *other = &sequence->all[early ? low : high];
        problem_note(problems, sequence->kind, one->vote, "", sequence->cause,
                     "%s %u is dated %s, %s %s %u of %s", sequence->what, one->number,
                     one->vote->date_text, early ? "before" : "after", sequence->what,
                     other->number, other->vote->date_text);
    }
}

/* ---- resolutions ---- */

/* A resolution is adopted once. */
static void check_twice(struct problems *problems, const struct veto_history_vote *const *sorted,
                        size_t count) {
    for (size_t i = 1; i < count; i++)
        if (sorted[i]->resolution == sorted[i - 1]->resolution)
            problem_note(problems, VETO_PROBLEM_DUPLICATE, sorted[i], "",
                         "the number of the resolution stands in another row",
                         "resolution %u stands in row %u already", sorted[i]->resolution,
                         sorted[i - 1]->row)
                ->other = sorted[i - 1]->row;
}

/* In a file that has most of the numbers; an excerpt lacks none. */
static void check_missing(struct problems *problems, const struct veto_history_vote *const *sorted,
                          size_t count) {
    size_t distinct = count > 0;
    for (size_t i = 1; i < count; i++)
        distinct += sorted[i]->resolution != sorted[i - 1]->resolution;
    if (count == 0 || sorted[count - 1]->resolution - sorted[0]->resolution + 1 >= 2 * distinct)
        return;
    for (size_t i = 1; i < count; i++) {
        const struct veto_history_vote *before = sorted[i - 1], *behind = sorted[i];
        for (unsigned number = before->resolution + 1; number < behind->resolution; number++) {
            struct veto_history_problem *problem = problem_note(
                problems, VETO_PROBLEM_MISSING, behind, "", "",
                "resolution %u is not in the file: %u is in row %u, %u in row %u", number,
                before->resolution, before->row, behind->resolution, behind->row);
            problem->symbol = arena_printf(problems->arena, "S/RES/%u", number);
            problem->date = "";
            problem->year = 0;
        }
    }
}

/* A date that its symbol belies has been reported. */
static bool is_belied(const struct veto_history_vote *vote) {
    return vote->symbol_year && vote->symbol_year != vote->date.year;
}

static struct sequence resolutions(struct problems *problems, const struct veto_history *history) {
    struct sequence sequence = {
        .what = "resolution",
        .kind = VETO_PROBLEM_DATE,
        .cause = "the date runs against the order of numbers",
    };
    size_t count;
    const struct veto_history_vote **sorted =
        votes_sorted(problems->arena, history, VOTES_NUMBERED, votes_by_number, &count);
    check_twice(problems, sorted, count);
    check_missing(problems, sorted, count);
    sequence.all = arena_array(problems->arena, struct numbered, count + 1);
    for (size_t i = 0; i < count; i++)
        if (sorted[i]->date.year != 0 && !is_belied(sorted[i]))
            sequence.all[sequence.count++] =
                (struct numbered){.vote = sorted[i], .number = sorted[i]->resolution};
    return sequence;
}

/* ---- meetings ---- */

/* Of a meeting that was not held in parts; 0 where it is none. */
static unsigned meeting_number(const struct veto_history_vote *vote) {
    enum { MOST = 99999 };
    struct symbol symbol;
    const char *cell = vote->meeting;
    bool whole = cell && symbol_next(&cell, &symbol) && !*symbol.part;
    uint64_t number = whole ? symbol_meeting(&symbol) : 0;
    return number <= MOST ? (unsigned)number : 0;
}

static int by_meeting(const void *a, const void *b) {
    const struct numbered *x = a, *y = b;
    int order = order_of(x->number, y->number);
    return order ? order : order_of(x->vote->row, y->vote->row);
}

/* Those whose date is in doubt already say nothing about meetings. */
static struct sequence meetings(struct problems *problems, const struct veto_history *history,
                                const bool *doubtful) {
    struct sequence sequence = {
        .what = "meeting",
        .kind = VETO_PROBLEM_MEETING,
        .cause = "the meeting runs against the order of dates",
    };
    sequence.all = arena_array(problems->arena, struct numbered, history->count + 1);
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        unsigned number = vote->date.year != 0 && !doubtful[i] ? meeting_number(vote) : 0;
        if (number > 0 && !is_belied(vote))
            sequence.all[sequence.count++] = (struct numbered){.vote = vote, .number = number};
    }
    qsort(sequence.all, sequence.count, sizeof *sequence.all, by_meeting);
    return sequence;
}

/* Those of a meeting are held against the first that is kept, or else the first. What is told here
 * is not told again as out of order. */
static void check_two_dates(struct problems *problems, struct sequence *sequence) {
    size_t length;
    for (size_t at = 0; at < sequence->count; at += length) {
        struct numbered *one = &sequence->all[at];
        for (length = 1; at + length < sequence->count && one[length].number == one->number;)
            length++;
        size_t kept = 0;
        while (kept < length && !one[kept].kept)
            kept++;
        const struct veto_history_vote *other = one[kept < length ? kept : 0].vote;
        for (size_t i = 0; i < length; i++) {
            if (veto_date_compare(one[i].vote->date, other->date) == 0)
                continue;
            problem_note(problems, VETO_PROBLEM_MEETING, one[i].vote, "",
                         "the meeting has another date elsewhere",
                         "meeting %u is of %s here, and of %s in row %u", one->number,
                         one[i].vote->date_text, other->date_text, other->row)
                ->other = other->row;
            one[i].told = true;
        }
    }
}

void problems_of_order(struct problems *problems, const struct veto_history *history) {
    bool *doubtful = arena_array(problems->arena, bool, history->count + 1);
    struct sequence sequence = resolutions(problems, history);
    keep_run(problems->arena, &sequence);
    note_order(problems, &sequence);
    for (size_t i = 0; i < sequence.count; i++)
        doubtful[sequence.all[i].vote - history->votes] = !sequence.all[i].kept;
    sequence = meetings(problems, history, doubtful);
    keep_run(problems->arena, &sequence);
    check_two_dates(problems, &sequence);
    note_order(problems, &sequence);
}

/* ---- votes that are alike ---- */

static int by_content(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    int order = strcmp(x->symbol, y->symbol);
    order = order ? order : strcmp(x->date_text, y->date_text);
    order = order ? order : strcmp(x->title, y->title);
    order = order ? order : order_of(x->ballot_count, y->ballot_count);
    if (order == 0 && x->ballot_count > 0)
        order = memcmp(x->ballots, y->ballots, x->ballot_count * sizeof *x->ballots);
    return order;
}

static int by_content_and_row(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    int order = by_content(a, b);
    return order ? order : order_of(x->row, y->row);
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
    size_t count, length; /* of the votes that bear one symbol on one day */
    const struct veto_history_vote **sorted =
        votes_sorted(problems->arena, history, VOTES_UNNUMBERED, by_content_and_row, &count);
    for (size_t at = 0; at < count; at += length) {
        const struct veto_history_vote *const *day = sorted + at;
        for (length = 1; at + length < count && strcmp(day[0]->symbol, day[length]->symbol) == 0 &&
                         strcmp(day[0]->date_text, day[length]->date_text) == 0;)
            length++;
        for (size_t i = at + 1; i < at + length; i++)
            if (by_content(&sorted[i], &sorted[i - 1]) == 0)
                note_alike(problems, sorted[i], sorted[i - 1], length)->other = sorted[i - 1]->row;
    }
}
