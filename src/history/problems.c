/* What is wrong in the data. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "history/record.h"

static const char *const words[VETO_PROBLEM_KINDS] = {
    [VETO_PROBLEM_NOT_A_MEMBER] = "not_a_member",
    [VETO_PROBLEM_NO_BALLOT] = "no_ballot",
    [VETO_PROBLEM_UNKNOWN_BALLOT] = "unknown_ballot",
    [VETO_PROBLEM_UNKNOWN_STATE] = "unknown_state",
    [VETO_PROBLEM_TOTALS] = "totals",
    [VETO_PROBLEM_DUPLICATE] = "duplicate",
    [VETO_PROBLEM_DATE] = "date",
    [VETO_PROBLEM_OUTCOME] = "outcome",
    [VETO_PROBLEM_FIELDS] = "fields",
};

const char *veto_history_problem_word(enum veto_history_problem_kind kind) {
    return words[kind];
}

const char *problem_cut(struct problems *problems, const char *text, size_t columns) {
    size_t length = strnlen(text, 16 * columns), fit = length;
    if (length > columns) /* no byte is wider than a column */
        fit = text_fit(text, length, columns);
    return text[fit] ? arena_printf(problems->arena, "%.*s...", (int)fit, text) : text;
}

const char *problem_quote(struct problems *problems, const char *text) {
    enum { QUOTED = 40 };
    return problem_cut(problems, text, QUOTED);
}

void problem_note(struct problems *problems, enum veto_history_problem_kind kind,
                  const struct veto_history_vote *vote, const char *member, const char *format,
                  ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(problems->arena, length < 0 ? 1 : (size_t)length + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    arena_push(problems->arena, problems->all, problems->count, problems->capacity);
    problems->all[problems->count++] = (struct veto_history_problem){
        .kind = kind,
        .row = vote->row,
        .vote = vote->row,
        .symbol = vote->symbol,
        .date = vote->date_text,
        .member = arena_copy(problems->arena, member, strlen(member)),
        .text = text_visible(problems->arena, text, strlen(text)),
    };
}

/* ---- members ---- */

static void check_members(struct problems *problems, const struct veto_history_vote *vote,
                          const struct council *council) {
    veto_set seen = 0;
    unsigned unknown = 0;
    const char *whose = "";
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        const struct veto_history_ballot *ballot = &vote->ballots[i];
        int seat = council_seat(council, ballot->code);
        if (seat == VETO_NONE)
            problem_note(problems, VETO_PROBLEM_NOT_A_MEMBER, vote, ballot->code,
                         "%s has a ballot, and did not sit in %d", ballot->code, vote->date.year);
        else
            seen |= veto_set_of((unsigned)seat);
        unknown += ballot->ballot == VETO_BALLOT_UNKNOWN;
        whose = ballot->ballot == VETO_BALLOT_UNKNOWN ? ballot->code : whose;
    }
    for (unsigned i = 0; i < council->count; i++)
        if (!veto_set_has(seen, i))
            problem_note(problems, VETO_PROBLEM_NO_BALLOT, vote, council->codes[i],
                         "%s sat in %d, and has no ballot", council->codes[i], vote->date.year);
    if (unknown == 1)
        problem_note(problems, VETO_PROBLEM_UNKNOWN_BALLOT, vote, whose,
                     "the ballot of %s is not on record", whose);
    else if (unknown > 1)
        problem_note(problems, VETO_PROBLEM_UNKNOWN_BALLOT, vote, "",
                     "the ballots of %u members are not on record", unknown);
}

/* ---- totals ---- */

struct count {
    int by[VETO_FILE_BALLOTS];
    int all, vetoes;
};

static struct count count_ballots(const struct veto_history_vote *vote,
                                  const struct council *council) {
    struct count count = {.all = (int)vote->ballot_count};
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        int seat = council_seat(council, vote->ballots[i].code);
        int ballot = vote->ballots[i].ballot;
        count.by[ballot == VETO_ABSENT ? VETO_NOT_PARTICIPATING : ballot]++; /* as totals do */
        if (vote->recorded == VETO_VETOED && vote->ballots[i].ballot == VETO_NO &&
            seat != VETO_NONE && veto_set_has(council->permanent, (unsigned)seat))
            count.vetoes++;
    }
    return count;
}

/* Adopted without a vote: nobody is counted as voting, however the ballots are written. */
static struct count count_without_vote(struct count count) {
    return (struct count){.by = {[VETO_NOT_PARTICIPATING] = count.all}, .all = count.all};
}

static int count_open(const struct count *count) {
    return count->by[VETO_BALLOT_UNKNOWN] + count->by[VETO_BALLOT_UNREADABLE];
}

static bool totals_agree(const int *totals, const struct count *count) {
    int open = count_open(count), spare = 0;
    bool stated = true;
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++) {
        int more = totals[i] - count->by[i];
        stated = stated && totals[i] >= 0;
        if (totals[i] >= 0 && (more < 0 || more > open))
            return false;
        spare += more;
    }
    return !stated || spare == open;
}

/* The stated sums in words, and the ballots behind them. */
static void note_totals(struct problems *problems, const struct veto_history_vote *vote,
                        const struct count *count) {
    static const char *const names[] = {"in favour", "against", "abstaining", "not voting"};
    const char *stated = "";
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++)
        if (vote->totals[i] >= 0)
            stated = arena_printf(problems->arena, "%s%s%d %s", stated, *stated ? ", " : "",
                                  vote->totals[i], names[i]);
    problem_note(problems, VETO_PROBLEM_TOTALS, vote, "",
                 "the totals are %s; the ballots are %d, %d, %d and %d", stated,
                 count->by[VETO_YES], count->by[VETO_NO], count->by[VETO_ABSTAIN],
                 count->by[VETO_NOT_PARTICIPATING]);
}

static void check_totals(struct problems *problems, const struct veto_history_vote *vote,
                         const struct council *council) {
    const int *totals = vote->totals;
    struct count count = count_ballots(vote, council), none = count_without_vote(count);
    if (!totals_agree(totals, &count) && !(vote->without_vote && totals_agree(totals, &none)))
        note_totals(problems, vote, &count);
    if (totals[VETO_TOTAL_MEMBERS] >= 0 && totals[VETO_TOTAL_MEMBERS] != (int)council->count)
        problem_note(problems, VETO_PROBLEM_TOTALS, vote, "",
                     "the total is %d members, and the Council of %d had %u",
                     totals[VETO_TOTAL_MEMBERS], council->year, council->count);
    if (totals[VETO_TOTAL_VETOES] >= 0 && totals[VETO_TOTAL_VETOES] != count.vetoes &&
        count_open(&count) == 0)
        problem_note(problems, VETO_PROBLEM_TOTALS, vote, "",
                     "the total of vetoes is %d; negative votes that were vetoes are %d",
                     totals[VETO_TOTAL_VETOES], count.vetoes);
}

/* ---- dates ---- */

static bool year_in_symbol(const struct veto_history_vote *vote, int *year) {
    struct symbol symbol;
    bool stated = vote->resolution > 0 && symbol_parse(vote->symbol, &symbol) && symbol.year > 0;
    if (stated)
        *year = symbol.year;
    return stated;
}

/* True where the vote has a Council to be held against. */
static bool check_date(struct problems *problems, const struct veto_history_vote *vote,
                       const struct council *council) {
    static const struct veto_date first_meeting = {1946, 1, 17};
    int year;
    if (vote->date.year == 0)
        return false; /* reported when it was read */
    if (veto_date_compare(vote->date, first_meeting) < 0) {
        problem_note(problems, VETO_PROBLEM_DATE, vote, "",
                     "%s is before the Council's first meeting, 1946-01-17", vote->date_text);
    } else if (!council) {
        problem_note(problems, VETO_PROBLEM_DATE, vote, "",
                     "no composition of the Council is known for %d", vote->date.year);
    } else if (year_in_symbol(vote, &year) && year != vote->date.year) {
        problem_note(problems, VETO_PROBLEM_DATE, vote, "", "the symbol says %d, the date %s", year,
                     vote->date_text);
    }
    return council != NULL;
}

static int by_number(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    if (x->resolution != y->resolution)
        return x->resolution < y->resolution ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* How many of the first `count` ends are not later than `date`. */
static size_t not_later(const struct veto_history_vote *const *sorted, const size_t *ends,
                        size_t count, struct veto_date date) {
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (veto_date_compare(sorted[ends[middle]]->date, date) <= 0)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* Marks the resolutions that make up the longest run of dates none of which is before the one
 * before it (by patience sorting: Fredman, Discrete Mathematics 11, 1975). */
static bool *mark_run(struct arena *arena, const struct veto_history_vote *const *sorted,
                      size_t count) {
    enum { START = -1 };
    size_t *ends = arena_array(arena, size_t, count + 1), length = 0;
    ptrdiff_t *before = arena_array(arena, ptrdiff_t, count + 1);
    bool *kept = arena_array(arena, bool, count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t at = not_later(sorted, ends, length, sorted[i]->date);
        before[i] = at > 0 ? (ptrdiff_t)ends[at - 1] : START;
        ends[at] = i;
        length += at == length;
    }
    for (ptrdiff_t i = length ? (ptrdiff_t)ends[length - 1] : START; i != START; i = before[i])
        kept[i] = true;
    return kept;
}

/* Resolutions are numbered as they are adopted: one whose date runs against its number has a wrong
 * date. Which of two, the rest of the numbers tells. */
static void check_order(struct problems *problems, const struct veto_history_vote *const *sorted,
                        size_t count) {
    bool *kept = mark_run(problems->arena, sorted, count);
    for (size_t i = 0; i < count; i++) {
        if (kept[i])
            continue;
        size_t low = i, high = i;
        while (low > 0 && !kept[low])
            low--;
        while (high + 1 < count && !kept[high])
            high++;
        bool early = kept[low] && veto_date_compare(sorted[i]->date, sorted[low]->date) < 0;
        const struct veto_history_vote *other = sorted[early ? low : high];
        problem_note(problems, VETO_PROBLEM_DATE, sorted[i], "",
                     "resolution %u is dated %s, %s resolution %u of %s", sorted[i]->resolution,
                     sorted[i]->date_text, early ? "before" : "after", other->resolution,
                     other->date_text);
    }
}

/* ---- duplicates ---- */

static void is_about_too(struct problems *problems, const struct veto_history_vote *vote) {
    problems->all[problems->count - 1].other = vote->row;
}

static void check_numbers(struct problems *problems, const struct veto_history_vote *const *sorted,
                          size_t count) {
    for (size_t i = 1; i < count; i++)
        if (sorted[i]->resolution == sorted[i - 1]->resolution) {
            problem_note(problems, VETO_PROBLEM_DUPLICATE, sorted[i], "",
                         "resolution %u stands in row %u already", sorted[i]->resolution,
                         sorted[i - 1]->row);
            is_about_too(problems, sorted[i - 1]);
        }
}

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

/* Several votes may have been taken under one symbol. Where nothing tells them apart, the file
 * does not say whether they were several, or one that stands twice. */
static void check_content(struct problems *problems, const struct veto_history_vote *const *sorted,
                          size_t count) {
    for (size_t i = 1; i < count; i++)
        if (by_content(&sorted[i], &sorted[i - 1]) == 0) {
            problem_note(problems, VETO_PROBLEM_DUPLICATE, sorted[i], "",
                         "the same symbol, date, title and ballots as row %u%s", sorted[i - 1]->row,
                         sorted[i]->recorded != sorted[i - 1]->recorded ? ", and another outcome"
                                                                        : "");
            is_about_too(problems, sorted[i - 1]);
        }
}

/* ---- all of them ---- */

static const struct veto_history_vote **
choose(struct arena *arena, const struct veto_history *history, bool resolutions, size_t *count) {
    const struct veto_history_vote **chosen =
        arena_array(arena, const struct veto_history_vote *, history->count + 1);
    *count = 0;
    for (size_t i = 0; i < history->count; i++)
        if ((history->votes[i].resolution > 0) == resolutions)
            chosen[(*count)++] = &history->votes[i];
    return chosen;
}

static void check_sorted(struct problems *problems, const struct veto_history *history) {
    size_t count, dated = 0;
    const struct veto_history_vote **sorted = choose(problems->arena, history, false, &count);
    qsort(sorted, count, sizeof(struct veto_history_vote *), by_content_and_row);
    check_content(problems, sorted, count);
    sorted = choose(problems->arena, history, true, &count);
    qsort(sorted, count, sizeof(struct veto_history_vote *), by_number);
    check_numbers(problems, sorted, count);
    for (size_t i = 0; i < count; i++) { /* a date that its symbol belies has been reported */
        int year;
        bool belied = year_in_symbol(sorted[i], &year) && year != sorted[i]->date.year;
        if (sorted[i]->date.year != 0 && !belied)
            sorted[dated++] = sorted[i];
    }
    check_order(problems, sorted, dated);
}

void problems_of_votes(struct problems *problems, const struct veto_history *history,
                       struct councils *councils) {
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        const struct council *council = council_of(councils, vote->date);
        if (!check_date(problems, vote, council))
            continue;
        check_members(problems, vote, council);
        check_totals(problems, vote, council);
    }
    check_sorted(problems, history);
}
