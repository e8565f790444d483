/* What a record shows over time. */
#include "veto/trends.h"

#include <string.h>

#include "base/owned.h"
#include "history/record.h"

/* The tables that are being filled. */
struct tabulation {
    struct veto_trends *trends;
    struct arena *arena; /* its own */
    struct councils councils;
    struct veto_outcomes *outcomes, *topics;
    size_t *vetoes;
    struct veto_agreement *agreements;
    struct veto_closeness *closeness;
    bool failed;
};

/* ---- periods ---- */

/* A day without a Council is a mistake, and would make periods without end. */
static bool is_counted(const struct veto_history_vote *vote) {
    return veto_history_usable(vote) && vote->date.year >= VETO_ROSTER_FIRST &&
           vote->date.year <= VETO_ROSTER_LAST;
}

/* Years in a period. */
static int step_of(const struct veto_trends *trends) {
    return trends->by == VETO_BY_DECADE ? 10 : 1;
}

static size_t period_of(const struct veto_trends *trends, const struct veto_history_vote *vote) {
    return (size_t)((vote->date.year - trends->periods[0]) / step_of(trends));
}

static void find_periods(struct tabulation *tabulation) {
    struct veto_trends *trends = tabulation->trends;
    const struct veto_history *history = trends->history;
    int first = 0, last = 0, step = step_of(trends);
    for (size_t i = 0; i < history->count; i++) {
        if (!is_counted(&history->votes[i])) {
            trends->left_out++;
            continue;
        }
        int start = history->votes[i].date.year / step * step;
        first = trends->votes == 0 || start < first ? start : first;
        last = trends->votes == 0 || start > last ? start : last;
        trends->votes++;
    }
    trends->period_count = trends->votes > 0 ? (size_t)((last - first) / step) + 1 : 0;
    int *periods = arena_array(tabulation->arena, int, trends->period_count + 1);
    for (size_t i = 0; i < trends->period_count; i++)
        periods[i] = first + (int)i * step;
    trends->periods = periods;
}

/* ---- members ---- */

/* The permanent members in the order of their seats; and those asked for, else the same. */
static void find_members(struct tabulation *tabulation) {
    struct veto_trends *trends = tabulation->trends;
    struct veto_composition today = {.count = 0};
    veto_composition_of((struct veto_date){VETO_ROSTER_LAST, 1, 1}, &today);
    char(*codes)[4] = arena_alloc(tabulation->arena, today.count * sizeof *codes);
    for (unsigned i = 0; i < today.count; i++)
        if (today.seats[i].permanent)
            memcpy(codes[trends->vetoer_count++], today.seats[i].code, sizeof *codes);
    trends->vetoers = (const char(*)[4])codes;
    if (trends->member_count == 0) {
        trends->members = trends->vetoers;
        trends->member_count = trends->vetoer_count;
    }
    trends->members = arena_twin(tabulation->arena, trends->members, trends->member_count);
    trends->pair_count = trends->member_count * (trends->member_count - 1) / 2;
}

/* ---- vote by vote ---- */

static void count_outcome(struct veto_outcomes *outcomes, const struct veto_history_vote *vote) {
    outcomes->votes++;
    if (vote->recorded != VETO_OUTCOMES)
        outcomes->by[vote->recorded]++;
}

/* How a state voted, or VETO_BALLOTS where it did not or nobody knows. */
static unsigned trend_ballot(const struct veto_history_vote *vote, const char *code) {
    const struct veto_history_ballot *ballot = ballot_of(vote, code);
    return ballot && ballot->ballot <= VETO_ABSTAIN ? ballot->ballot : VETO_BALLOTS;
}

static void count_agreements(struct tabulation *tabulation, const struct veto_history_vote *vote,
                             size_t period) {
    const struct veto_trends *trends = tabulation->trends;
    struct veto_agreement *pair = tabulation->agreements + period * trends->pair_count;
    unsigned ballots[VETO_MAX_MEMBERS];
    for (size_t i = 0; i < trends->member_count; i++)
        ballots[i] = trend_ballot(vote, trends->members[i]);
    for (size_t i = 0; i < trends->member_count; i++)
        for (size_t j = i + 1; j < trends->member_count; j++, pair++) {
            bool both = ballots[i] != VETO_BALLOTS && ballots[j] != VETO_BALLOTS;
            pair->shared += both;
            pair->alike += both && ballots[i] == ballots[j];
        }
}

/* Votes in favour: as stated, else counted where every ballot is known. */
static bool count_in_favour(const struct veto_history_vote *vote, int *in_favour) {
    *in_favour = vote->totals[VETO_TOTAL_YES];
    if (*in_favour >= 0)
        return true;
    *in_favour = 0;
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        if (vote->ballots[i].ballot >= VETO_BALLOTS)
            return false;
        *in_favour += vote->ballots[i].ballot == VETO_YES;
    }
    return vote->ballot_count > 0;
}

static void count_closeness(struct tabulation *tabulation, const struct veto_history_vote *vote,
                            size_t period) {
    const struct council *council = council_of(&tabulation->councils, vote->date);
    int in_favour;
    if (!council || !count_in_favour(vote, &in_favour))
        return;
    struct veto_closeness *closeness = &tabulation->closeness[period];
    /* by how many votes the majority was missed or exceeded */
    int margin = in_favour - (int)council->rules.required;
    if (period < tabulation->trends->period_count) {
        int place = margin < VETO_LEAST_MARGIN  ? VETO_LEAST_MARGIN
                    : margin > VETO_MOST_MARGIN ? VETO_MOST_MARGIN
                                                : margin;
        count_outcome(&tabulation->trends->margins[place - VETO_LEAST_MARGIN], vote);
    }
    closeness->votes++;
    closeness->failed += margin < 0;
    closeness->exact += margin == 0;
    closeness->one_more += margin == 1;
    closeness->all += in_favour == (int)council->count;
}

static void tabulate_in(struct tabulation *tabulation, const struct veto_history_vote *vote,
                        size_t period) {
    const struct veto_trends *trends = tabulation->trends;
    count_outcome(&tabulation->outcomes[period], vote);
    if (vote->without_vote)
        return;
    for (size_t i = 0; vote->recorded == VETO_VETOED && i < trends->vetoer_count; i++)
        if (trend_ballot(vote, trends->vetoers[i]) == VETO_NO)
            tabulation->vetoes[period * trends->vetoer_count + i]++;
    count_agreements(tabulation, vote, period);
    count_closeness(tabulation, vote, period);
}

/* ---- other rules ---- */

/* The record, and each vote that changes moved from one outcome to the other. */
static bool tabulate_rules(struct tabulation *tabulation, const struct veto_rule_set *rules,
                           struct veto_outcomes *periods) {
    const struct veto_trends *trends = tabulation->trends;
    struct veto_history_under *under = NULL;
    if (veto_history_under(&under, NULL, trends->history, rules) != VETO_OK)
        return false;
    memcpy(periods, tabulation->outcomes, (trends->period_count + 1) * sizeof *periods);
    for (size_t i = 0; i < under->change_count; i++) {
        const struct veto_history_change *change = &under->changes[i];
        size_t places[] = {period_of(trends, change->vote), trends->period_count};
        for (int j = 0; j < 2; j++) {
            periods[places[j]].by[change->from]--;
            periods[places[j]].by[change->to]++;
        }
    }
    veto_history_under_free(under);
    return true;
}

static void tabulate_all_rules(struct tabulation *tabulation) {
    struct veto_trends *trends = tabulation->trends;
    struct arena *arena = tabulation->arena;
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    struct veto_blocked *blocked = arena_array(arena, struct veto_blocked, count);
    for (size_t i = 0; i < count && !tabulation->failed; i++) {
        if (sets[i].own_council)
            continue;
        struct veto_outcomes *periods =
            arena_array(arena, struct veto_outcomes, trends->period_count + 1);
        tabulation->failed = !tabulate_rules(tabulation, &sets[i], periods);
        blocked[trends->rule_count++] = (struct veto_blocked){&sets[i], periods};
    }
    trends->rules = blocked;
}

/* ---- the whole ---- */

static void make_tables(struct tabulation *tabulation) {
    struct veto_trends *trends = tabulation->trends;
    struct arena *arena = tabulation->arena;
    size_t periods = trends->period_count + 1, topics;
    veto_topics(&topics);
    trends->outcomes = tabulation->outcomes = arena_array(arena, struct veto_outcomes, periods);
    trends->topics = tabulation->topics = arena_array(arena, struct veto_outcomes, topics);
    trends->vetoes = tabulation->vetoes =
        arena_array(arena, size_t, periods * trends->vetoer_count);
    trends->agreements = tabulation->agreements =
        arena_array(arena, struct veto_agreement, periods * trends->pair_count + 1);
    trends->closeness = tabulation->closeness = arena_array(arena, struct veto_closeness, periods);
}

static void trends_work(void *context) {
    struct tabulation *tabulation = context;
    const struct veto_history *history = tabulation->trends->history;
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    tabulation->arena = tabulation->councils.arena = owned_arena(tabulation->trends);
    find_periods(tabulation);
    find_members(tabulation);
    make_tables(tabulation);
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (!is_counted(vote))
            continue;
        count_outcome(&tabulation->topics[veto_history_topic(vote) - topics], vote);
        tabulate_in(tabulation, vote, period_of(tabulation->trends, vote));
        tabulate_in(tabulation, vote, tabulation->trends->period_count); /* the sum */
    }
    tabulate_all_rules(tabulation);
}

enum veto_status veto_trends_find(struct veto_trends **trends, const struct veto_history *history,
                                  enum veto_trends_by by, const char (*members)[4], size_t count) {
    const struct veto_trends begun = {
        .history = history, .by = by, .members = members, .member_count = count};
    struct tabulation tabulation = {.trends = owned_new(&begun, sizeof begun)};
    bool done = owned_try(tabulation.trends, NULL, trends_work, &tabulation) && !tabulation.failed;
    return owned_give(trends, tabulation.trends, done ? VETO_OK : VETO_SYSTEM);
}

void veto_trends_free(struct veto_trends *trends) {
    owned_free(trends);
}
