/* Two files of votes held against each other. */
#include <stdlib.h>
#include <string.h>

#include "base/owned.h"
#include "base/text.h"
#include "history/record.h"

/* How close two votes of one name have to be. Votes on one draft on one day are told apart by what
 * was cast. */
enum closeness { BY_KEY, BY_DATE, BY_BALLOTS };

/* A vote and what it is called in either file. */
struct entry {
    const struct veto_history_finding *finding;
    const char *key;
    enum closeness closeness; /* of the matches that are looked for */
};

struct side {
    struct entry *open; /* not matched yet */
    size_t count;
};

struct match {
    const struct veto_history_finding *sides[2];
};

struct work {
    struct veto_history_comparison *comparison;
    struct arena *arena; /* its own */
    struct side sides[2];
    struct match *matches;
    struct veto_history_difference *differences;
    size_t capacity;
};

/* ---- matching ---- */

static const char *key_of(struct arena *arena, const struct veto_history_vote *vote) {
    struct symbol symbol;
    if (vote->resolution > 0)
        return arena_printf(arena, "%u", vote->resolution);
    if (!symbol_parse(vote->symbol, &symbol) || symbol.resolution)
        return vote->symbol;
    return arena_printf(arena, "%s %s", symbol.text, symbol.part);
}

static struct side open_side(struct arena *arena, const struct veto_history_check *check) {
    struct side side = {.count = check->history->count};
    side.open = arena_array(arena, struct entry, side.count + 1);
    for (size_t i = 0; i < side.count; i++)
        side.open[i] =
            (struct entry){&check->findings[i], key_of(arena, &check->history->votes[i]), BY_KEY};
    return side;
}

/* 0 where two votes match. */
static int compare_entries(const struct entry *a, const struct entry *b) {
    const struct veto_history_vote *x = a->finding->vote, *y = b->finding->vote;
    int order = strcmp(a->key, b->key);
    if (order == 0 && a->closeness >= BY_DATE)
        order = strcmp(x->date_text, y->date_text);
    if (order != 0 || a->closeness < BY_BALLOTS)
        return order;
    for (int i = 0; i < VETO_TOTALS && order == 0; i++)
        order = (x->totals[i] > y->totals[i]) - (x->totals[i] < y->totals[i]);
    if (order == 0)
        order = order_of(x->recorded, y->recorded);
    return order ? order : strcmp(x->meeting ? x->meeting : "", y->meeting ? y->meeting : "");
}

static int by_first_row(const void *a, const void *b) {
    const struct entry *first = a, *second = b;
    return order_of(first->finding->vote->row, second->finding->vote->row);
}

static int by_closeness_and_row(const void *a, const void *b) {
    int order = compare_entries(a, b);
    return order ? order : by_first_row(a, b);
}

static void sort_side(struct side *side, enum closeness closeness) {
    for (size_t i = 0; i < side->count; i++)
        side->open[i].closeness = closeness;
    qsort(side->open, side->count, sizeof *side->open, by_closeness_and_row);
}

/* Matches what is open on both sides and compares as equal; keeps the rest open. A vote without a
 * name has none but close matches. */
static void match_votes(struct work *work, enum closeness closeness) {
    struct side *first = &work->sides[0], *second = &work->sides[1];
    size_t at = 0, other = 0, left[2] = {0, 0};
    sort_side(first, closeness);
    sort_side(second, closeness);
    while (at < first->count || other < second->count) {
        int order = at == first->count ? 1
                    : other == second->count
                        ? -1
                        : compare_entries(&first->open[at], &second->open[other]);
        if (order == 0 && (closeness > BY_KEY || *first->open[at].key)) {
            work->matches[work->comparison->matched++] =
                (struct match){{first->open[at++].finding, second->open[other++].finding}};
            continue;
        }
        if (order <= 0)
            first->open[left[0]++] = first->open[at++];
        if (order >= 0)
            second->open[left[1]++] = second->open[other++];
    }
    first->count = left[0];
    second->count = left[1];
}

static int by_first(const void *a, const void *b) {
    const struct match *x = a, *y = b;
    return order_of(x->sides[0]->vote->row, y->sides[0]->vote->row);
}

/* ---- differences ---- */

/* What 'check' of one file says of the same. */
static bool is_suspected(const struct veto_history_finding *finding, enum veto_difference_kind kind,
                         const char *member) {
    static const unsigned kinds[VETO_DIFFERENCE_KINDS] = {
        [VETO_DIFFERS_BALLOT] = 1u << VETO_PROBLEM_SWAP | 1u << VETO_PROBLEM_NOT_A_MEMBER |
                                1u << VETO_PROBLEM_NO_BALLOT | 1u << VETO_PROBLEM_UNKNOWN_BALLOT |
                                1u << VETO_PROBLEM_TOTALS | 1u << VETO_PROBLEM_DUPLICATE,
        [VETO_DIFFERS_DATE] = 1u << VETO_PROBLEM_DATE | 1u << VETO_PROBLEM_MEETING,
        [VETO_DIFFERS_OUTCOME] = 1u << VETO_PROBLEM_OUTCOME | 1u << VETO_PROBLEM_TOTALS,
        [VETO_DIFFERS_TITLE] = 1u << VETO_PROBLEM_TITLE,
        [VETO_DIFFERS_MEETING] = 1u << VETO_PROBLEM_MEETING,
    };
    for (size_t i = 0; i < finding->problem_count; i++) {
        const struct veto_history_problem *problem = finding->problems[i];
        if (kinds[kind] >> problem->kind & 1 &&
            (!*problem->member || strcmp(problem->member, member) == 0))
            return true;
    }
    return kind == VETO_DIFFERS_OUTCOME && finding->verdict == VETO_UNEXPLAINED;
}

static struct veto_history_difference *note(struct work *work, const struct match *match,
                                            enum veto_difference_kind kind, const char *member,
                                            const char *first, const char *second) {
    struct veto_history_comparison *comparison = work->comparison;
    struct veto_history_difference *difference =
        arena_add(work->arena, work->differences, comparison->difference_count, work->capacity);
    *difference = (struct veto_history_difference){
        .kind = kind,
        .votes = {match->sides[0]->vote, match->sides[1]->vote},
        .texts = {first, second},
    };
    memcpy(difference->member, member, strlen(member) + 1);
    for (int i = 0; i < 2; i++)
        difference->suspected[i] = is_suspected(match->sides[i], kind, member);
    comparison->suspected += difference->suspected[0] || difference->suspected[1];
    comparison->by_kind[kind]++;
    return difference;
}

/* ---- ballots ---- */

static const char *ballot_text(const struct veto_history_ballot *ballot) {
    return !ballot                         ? "none"
           : ballot->ballot < VETO_BALLOTS ? veto_ballot_word((enum veto_ballot)ballot->ballot)
                                           : "unknown";
}

/* Absence is not taking part, in files that do not tell the two apart. */
static int as_compared(const struct veto_history_ballot *ballot) {
    return !ballot ? -1 : ballot->ballot == VETO_ABSENT ? VETO_NOT_PARTICIPATING : ballot->ballot;
}

static void compare_ballot(struct work *work, const struct match *match, const char *code) {
    const struct veto_history_ballot *ballots[] = {ballot_of(match->sides[0]->vote, code),
                                                   ballot_of(match->sides[1]->vote, code)};
    if (as_compared(ballots[0]) == as_compared(ballots[1]))
        return;
    struct veto_history_difference *difference = note(
        work, match, VETO_DIFFERS_BALLOT, code, ballot_text(ballots[0]), ballot_text(ballots[1]));
    for (int i = 0; i < 2; i++)
        difference->inferred[i] = ballots[i] && ballots[i]->origin != VETO_BALLOT_STATED;
}

/* Every state with a ballot in either; ballots of what was adopted without a vote say nothing. */
static void compare_ballots(struct work *work, const struct match *match) {
    const struct veto_history_vote *first = match->sides[0]->vote, *second = match->sides[1]->vote;
    if (first->without_vote || second->without_vote)
        return;
    for (unsigned i = 0; i < first->ballot_count; i++)
        compare_ballot(work, match, first->ballots[i].code);
    for (unsigned i = 0; i < second->ballot_count; i++)
        if (!ballot_of(first, second->ballots[i].code))
            compare_ballot(work, match, second->ballots[i].code);
}

/* ---- the rest ---- */

static const char *outcome_text(const struct veto_history_vote *vote) {
    return vote->without_vote                ? "adopted without a vote"
           : vote->recorded == VETO_OUTCOMES ? "not known"
                                             : veto_outcome_word(vote->recorded);
}

static bool is_cut(const char *title) {
    return strncmp(title, "...", 3) == 0 || strncmp(title, "[...", 4) == 0;
}

static const char *skip_signs(const char *title) {
    while (*title && !is_cut(title) && !ascii_digit(*title) && !ascii_letter(*title))
        title++;
    return title;
}

/* By letters and digits, as far as both go: files cut long titles. */
static bool same_title(const char *a, const char *b) {
    for (;; a++, b++) {
        a = skip_signs(a);
        b = skip_signs(b);
        if (is_cut(a) || is_cut(b))
            return true;
        if (text_lower((unsigned char)*a) != text_lower((unsigned char)*b))
            return false;
        if (!*a)
            return true;
    }
}

static void compare_titles(struct work *work, const struct match *match) {
    const char *first = match->sides[0]->vote->title, *second = match->sides[1]->vote->title;
    unsigned depths[2];
    if (!*first || !*second || same_title(first, second))
        return;
    bool same =
        same_title(veto_history_title(first, &depths[0]), veto_history_title(second, &depths[1]));
    note(work, match, VETO_DIFFERS_TITLE, "", first, second)->clause =
        !same                    ? "in other words"
        : depths[0] == depths[1] ? "with another resolution named"
        : depths[0] > depths[1]  ? "with one title within itself in the first file"
                                 : "with one title within itself in the second file";
}

static bool same_meeting(const char *a, const char *b) {
    struct symbol x, y;
    return symbol_parse(a, &x) && symbol_parse(b, &y) ? strcmp(x.text, y.text) == 0
                                                      : strcmp(a, b) == 0;
}

static void compare_votes(struct work *work, const struct match *match) {
    const struct veto_history_vote *first = match->sides[0]->vote, *second = match->sides[1]->vote;
    const char *outcomes[] = {outcome_text(first), outcome_text(second)};
    if (strcmp(first->date_text, second->date_text) != 0)
        note(work, match, VETO_DIFFERS_DATE, "", first->date_text, second->date_text);
    if (first->meeting && second->meeting && !same_meeting(first->meeting, second->meeting))
        note(work, match, VETO_DIFFERS_MEETING, "", first->meeting, second->meeting);
    if (strcmp(outcomes[0], outcomes[1]) != 0)
        note(work, match, VETO_DIFFERS_OUTCOME, "", outcomes[0], outcomes[1]);
    compare_titles(work, match);
    compare_ballots(work, match);
}

/* ---- groups ---- */

static int by_group(const struct veto_history_difference *x,
                    const struct veto_history_difference *y) {
    int order = order_of(x->kind, y->kind);
    if (order == 0 && x->clause && y->clause)
        return strcmp(x->clause, y->clause);
    if (order || (x->kind != VETO_DIFFERS_BALLOT && x->kind != VETO_DIFFERS_OUTCOME))
        return order;
    order = strcmp(x->member, y->member);
    order = order ? order : strcmp(x->texts[0], y->texts[0]);
    return order ? order : strcmp(x->texts[1], y->texts[1]);
}

static int by_group_and_row(const void *a, const void *b) {
    const struct veto_history_difference *x = a, *y = b;
    int order = by_group(x, y);
    return order ? order : order_of(x->votes[0]->row, y->votes[0]->row);
}

static void group(struct work *work) {
    struct veto_history_comparison *comparison = work->comparison;
    size_t count = comparison->difference_count, capacity = 0;
    struct veto_history_difference_group *groups = NULL;
    if (count > 0)
        qsort(work->differences, count, sizeof *work->differences, by_group_and_row);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || by_group(&work->differences[i - 1], &work->differences[i]) != 0) {
            *arena_add(work->arena, groups, comparison->group_count, capacity) =
                (struct veto_history_difference_group){.all = &work->differences[i]};
        }
        groups[comparison->group_count - 1].count++;
    }
    comparison->differences = work->differences;
    comparison->groups = groups;
}

/* ---- all of it ---- */

static void compare_work(void *context) {
    struct work *work = context;
    struct veto_history_comparison *comparison = work->comparison;
    struct arena *arena = work->arena = owned_arena(comparison);
    for (int i = 0; i < 2; i++)
        work->sides[i] = open_side(arena, comparison->checks[i]);
    work->matches = arena_array(arena, struct match, work->sides[0].count + 1);
    for (int closeness = BY_BALLOTS; closeness >= BY_KEY; closeness--)
        match_votes(work, (enum closeness)closeness);
    qsort(work->matches, comparison->matched, sizeof *work->matches, by_first);
    for (size_t i = 0; i < comparison->matched; i++)
        compare_votes(work, &work->matches[i]);
    for (int i = 0; i < 2; i++) {
        const struct side *side = &work->sides[i];
        const struct veto_history_vote **votes =
            arena_array(arena, const struct veto_history_vote *, side->count + 1);
        qsort(side->open, side->count, sizeof *side->open, by_first_row);
        for (size_t j = 0; j < side->count; j++)
            votes[j] = side->open[j].finding->vote;
        comparison->only[i] = votes;
        comparison->only_count[i] = side->count;
    }
    group(work);
}

enum veto_status veto_history_compare(struct veto_history_comparison **comparison,
                                      const struct veto_history_check *first,
                                      const struct veto_history_check *second) {
    const struct veto_history_comparison begun = {.checks = {first, second}};
    struct work work = {.comparison = owned_new(&begun, sizeof begun)};
    bool done = owned_try(work.comparison, NULL, compare_work, &work);
    return owned_give(comparison, work.comparison, done ? VETO_OK : VETO_SYSTEM);
}

void veto_history_comparison_free(struct veto_history_comparison *comparison) {
    owned_free(comparison);
}

const char *veto_difference_word(enum veto_difference_kind kind) {
    static const char *const words[VETO_DIFFERENCE_KINDS] = {
        [VETO_DIFFERS_BALLOT] = "ballot",   [VETO_DIFFERS_DATE] = "date",
        [VETO_DIFFERS_OUTCOME] = "outcome", [VETO_DIFFERS_TITLE] = "title",
        [VETO_DIFFERS_MEETING] = "meeting",
    };
    return words[kind];
}
