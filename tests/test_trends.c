/*
 * What a record shows over time, on made-up votes and, where VETO_HISTORY names the folder of the
 * public voting files, on the record itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record_file.h"
#include "suite.h"
#include "veto/trends.h"

static struct veto_history *load(const char *bytes) {
    struct veto_text text = {"text.csv", bytes, strlen(bytes)};
    struct veto_history *history = NULL;
    ck_assert_int_eq(veto_history_load(&history, NULL, &text, VETO_DATES_BY_FILE), VETO_OK);
    return history;
}

static struct veto_trends *trends_of(const struct veto_history *history, enum veto_trends_by by) {
    struct veto_trends *trends = NULL;
    ck_assert_int_eq(veto_trends_find(&trends, history, by, NULL, 0), VETO_OK);
    return trends;
}

/* Votes of five members only: majorities and margins are those of the whole Council all the same.
 */
#define HEADER                                                                                     \
    "UN classification,Official full title,Vote outcome,Date,Yes,No,Abstentions,Non-Voting,"       \
    "Total,China,France,Russia,United Kingdom,United States\n"

static const char votes[] =
    HEADER "S/1,The situation in Cyprus,vetoed,1962-03-01,7,1,0,3,11,Y,Y,N,Y,Y\n"
           "S/RES/2(1968),[on Cyprus],adopted,1968-03-01,9,0,6,0,15,A,Y,Y,Y,A\n"
           "S/3,The situation in Cyprus,lack of maj.,1968-04-01,8,2,5,0,15,Y,Y,N,A,NV\n"
           "S/4,The situation in Haiti,vetoed,1985-03-01,13,2,0,0,15,Y,Y,Y,N,N\n"
           "S/RES/5(1985),[on Haiti],adopted,1985-03-02,15,0,0,0,15,Y,Y,Y,Y,Y\n"
           "S/RES/6(1985),[on a matter],adopted,1985-03-03,0,0,0,15,15,NV,NV,NV,NV,NV\n"
           "S/7,The situation in Haiti,vetoed,,13,1,0,1,15,Y,Y,N,Y,Y\n";

static void check_outcomes(const struct veto_outcomes *outcomes, size_t all, size_t adopted,
                           size_t vetoed, size_t failed) {
    ck_assert_uint_eq(outcomes->votes, all);
    ck_assert_uint_eq(outcomes->by[VETO_ADOPTED], adopted);
    ck_assert_uint_eq(outcomes->by[VETO_VETOED], vetoed);
    ck_assert_uint_eq(outcomes->by[VETO_FAILED], failed);
}

/* ---- made up ---- */

START_TEST(outcomes_by_decade_and_topic) {
    struct veto_history *history = load(votes);
    struct veto_trends *trends = trends_of(history, VETO_BY_DECADE);
    ck_assert_uint_eq(trends->votes, 6);
    ck_assert_uint_eq(trends->left_out, 1);
    ck_assert_uint_eq(trends->period_count, 3); /* one of them empty */
    ck_assert_int_eq(trends->periods[0], 1960);
    ck_assert_int_eq(trends->periods[2], 1980);
    check_outcomes(&trends->outcomes[0], 3, 1, 1, 1);
    check_outcomes(&trends->outcomes[1], 0, 0, 0, 0);
    check_outcomes(&trends->outcomes[2], 3, 2, 1, 0);
    check_outcomes(&trends->outcomes[3], 6, 3, 2, 1);
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    check_outcomes(&trends->topics[veto_topic_find("cyprus") - topics], 3, 1, 1, 1);
    check_outcomes(&trends->topics[veto_topic_find("haiti") - topics], 2, 1, 1, 0);
    check_outcomes(&trends->topics[count - 1], 1, 1, 0, 0);
    veto_trends_free(trends);
    veto_history_free(history);
}

START_TEST(outcomes_by_year) {
    struct veto_history *history = load(votes);
    struct veto_trends *trends = trends_of(history, VETO_BY_YEAR);
    ck_assert_uint_eq(trends->period_count, 24);
    ck_assert_int_eq(trends->periods[0], 1962);
    ck_assert_int_eq(trends->periods[23], 1985);
    check_outcomes(&trends->outcomes[0], 1, 0, 1, 0);
    check_outcomes(&trends->outcomes[6], 2, 1, 0, 1);
    check_outcomes(&trends->outcomes[24], 6, 3, 2, 1);
    veto_trends_free(trends);
    veto_history_free(history);
}

/* A negative vote of a permanent member on a draft that failed is no veto. */
START_TEST(vetoes_by_member) {
    static const char *const order[] = {"CHN", "FRA", "RUS", "GBR", "USA"};
    static const size_t first[] = {0, 0, 1, 0, 0}, all[] = {0, 0, 1, 1, 1};
    struct veto_history *history = load(votes);
    struct veto_trends *trends = trends_of(history, VETO_BY_DECADE);
    ck_assert_uint_eq(trends->vetoer_count, 5);
    for (size_t i = 0; i < 5; i++) {
        ck_assert_str_eq(trends->vetoers[i], order[i]);
        ck_assert_uint_eq(trends->vetoes[i], first[i]);
        ck_assert_uint_eq(trends->vetoes[3 * 5 + i], all[i]);
    }
    veto_trends_free(trends);
    veto_history_free(history);
}

/* Who did not vote shared no vote, and nobody did what was adopted without one. */
START_TEST(agreement_of_pairs) {
    static const char members[][4] = {"RUS", "USA", "CHN"};
    struct veto_history *history = load(votes);
    struct veto_trends *trends = NULL;
    ck_assert_int_eq(veto_trends_find(&trends, history, VETO_BY_DECADE, members, 3), VETO_OK);
    ck_assert_uint_eq(trends->pair_count, 3);
    static const struct veto_agreement expected[4][3] = {
        {{2, 0}, {3, 0}, {2, 2}}, /* Russia and the United States, Russia and China, the others */
        {{0, 0}, {0, 0}, {0, 0}},
        {{2, 1}, {2, 2}, {2, 1}},
        {{4, 1}, {5, 2}, {4, 3}},
    };
    for (size_t i = 0; i < 4; i++)
        for (size_t pair = 0; pair < 3; pair++) {
            ck_assert_uint_eq(trends->agreements[i * 3 + pair].shared, expected[i][pair].shared);
            ck_assert_uint_eq(trends->agreements[i * 3 + pair].alike, expected[i][pair].alike);
        }
    veto_trends_free(trends);
    veto_history_free(history);
}

/* Seven of eleven, then nine of fifteen. */
START_TEST(closeness_to_the_majority_of_the_day) {
    struct veto_history *history = load(votes);
    struct veto_trends *trends = trends_of(history, VETO_BY_DECADE);
    const struct veto_closeness *close = trends->closeness;
    ck_assert_uint_eq(close[0].votes, 3);
    ck_assert_uint_eq(close[0].failed, 1);
    ck_assert_uint_eq(close[0].exact, 2);
    ck_assert_uint_eq(close[2].votes, 2);
    ck_assert_uint_eq(close[2].all, 1);
    ck_assert_uint_eq(close[3].votes, 5);
    ck_assert_uint_eq(close[3].one_more, 0);
    check_outcomes(&trends->margins[-1 - VETO_LEAST_MARGIN], 1, 0, 0, 1);
    check_outcomes(&trends->margins[0 - VETO_LEAST_MARGIN], 2, 1, 1, 0);
    check_outcomes(&trends->margins[4 - VETO_LEAST_MARGIN], 1, 0, 1, 0);
    check_outcomes(&trends->margins[VETO_MARGINS - 1], 1, 1, 0, 0);
    veto_trends_free(trends);
    veto_history_free(history);
}

START_TEST(what_rules_would_have_blocked) {
    struct veto_history *history = load(votes);
    struct veto_trends *trends = trends_of(history, VETO_BY_DECADE);
    size_t seen = 0;
    for (size_t i = 0; i < trends->rule_count; i++) {
        const struct veto_blocked *blocked = &trends->rules[i];
        ck_assert(!blocked->rules->own_council);
        if (strcmp(blocked->rules->name, "no-veto") == 0) {
            check_outcomes(&blocked->periods[0], 3, 2, 0, 1);
            check_outcomes(&blocked->periods[2], 3, 3, 0, 0);
            check_outcomes(&blocked->periods[3], 6, 5, 0, 1);
            seen++;
        } else if (strcmp(blocked->rules->name, "two-vetoes") == 0) {
            check_outcomes(&blocked->periods[0], 3, 2, 0, 1);
            check_outcomes(&blocked->periods[2], 3, 2, 1, 0);
            seen++;
        }
    }
    ck_assert_uint_eq(seen, 2);
    veto_trends_free(trends);
    veto_history_free(history);
}

/* A day without a Council is left out: periods begin with 1946, whatever a file says. */
START_TEST(years_without_a_council_are_left_out) {
    struct veto_history *history =
        load(HEADER "S/RES/1(1946),[on Haiti],adopted,1046-03-01,9,0,6,0,15,A,Y,Y,Y,A\n"
                    "S/RES/2(1946),[on Haiti],adopted,1946-03-01,11,0,0,0,11,Y,Y,Y,Y,Y\n"
                    "S/RES/3(1946),[on Haiti],adopted,9946-03-01,9,0,6,0,15,A,Y,Y,Y,A\n");
    struct veto_trends *trends = trends_of(history, VETO_BY_YEAR);
    ck_assert_uint_eq(trends->votes, 1);
    ck_assert_uint_eq(trends->left_out, 2);
    ck_assert_uint_eq(trends->period_count, 1);
    ck_assert_int_eq(trends->periods[0], 1946);
    veto_trends_free(trends);
    veto_history_free(history);
}

START_TEST(of_nothing_there_is_no_period) {
    struct veto_history *history = load(HEADER "S/7,[on Haiti],vetoed,,13,1,0,1,15,Y,Y,N,Y,Y\n");
    struct veto_trends *trends = trends_of(history, VETO_BY_YEAR);
    ck_assert_uint_eq(trends->votes, 0);
    ck_assert_uint_eq(trends->left_out, 1);
    ck_assert_uint_eq(trends->period_count, 0);
    check_outcomes(&trends->outcomes[0], 0, 0, 0, 0);
    veto_trends_free(trends);
    veto_trends_free(NULL);
    veto_history_free(history);
}

/* ---- the record itself, where it is at hand ---- */

START_TEST(the_record_adds_up) {
    struct veto_history *history = read_record("sciencespo-unsc-votes-1946-2025.csv");
    if (!history)
        return;
    struct veto_trends *trends = trends_of(history, VETO_BY_DECADE);
    const struct veto_outcomes *all = &trends->outcomes[trends->period_count];
    check_outcomes(all, 3203, 2810, 270, 123);
    ck_assert_uint_eq(trends->period_count, 9);
    static const size_t vetoes[] = {21, 17, 159, 32, 96};
    for (size_t i = 0; i < 5; i++)
        ck_assert_uint_eq(trends->vetoes[trends->period_count * 5 + i], vetoes[i]);
    size_t count, topics = 0;
    veto_topics(&count);
    for (size_t i = 0; i < count; i++)
        topics += trends->topics[i].votes;
    ck_assert_uint_eq(topics, 3203);
    /* what no veto at all would block: the failed drafts, but for one of the vote that stands twice
     */
    for (size_t i = 0; i < trends->rule_count; i++)
        if (strcmp(trends->rules[i].rules->name, "no-veto") == 0)
            check_outcomes(&trends->rules[i].periods[trends->period_count], 3203, 3081, 0, 122);
    veto_trends_free(trends);
    veto_history_free(history);
}

static const struct suite_entry tests[] = {
    {outcomes_by_decade_and_topic, 0},
    {outcomes_by_year, 0},
    {vetoes_by_member, 0},
    {agreement_of_pairs, 0},
    {closeness_to_the_majority_of_the_day, 0},
    {what_rules_would_have_blocked, 0},
    {years_without_a_council_are_left_out, 0},
    {of_nothing_there_is_no_period, 0},
    {the_record_adds_up, 0},
};

SUITE("trends", tests)
