/* Ballots that the public files have otherwise: the table, and that every action uses it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record_file.h"
#include "suite.h"
#include "veto/history.h"

#define KNOWN "tests/history/known.csv"

static int ballot_in(const struct veto_history_vote *vote, const char *code) {
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if (strcmp(vote->ballots[i].code, code) == 0)
            return vote->ballots[i].ballot;
    return -1;
}

static size_t count_corrected(const struct veto_history_vote *vote) {
    size_t count = 0;
    for (unsigned i = 0; i < vote->ballot_count; i++)
        count += vote->ballots[i].origin == VETO_BALLOT_CORRECTED;
    return count;
}

/* ---- the table ---- */

static bool sat(const char *code, int year) {
    struct veto_composition council;
    ck_assert(veto_composition_of((struct veto_date){year, 7, 1}, &council));
    for (unsigned i = 0; i < council.count; i++)
        if (strcmp(council.seats[i].code, code) == 0)
            return true;
    return false;
}

/* Rows stand by number, and name members of that year, each once for a resolution. */
START_TEST(the_table_is_sound) {
    size_t count;
    const struct veto_known_ballot *known = veto_known_ballots(&count);
    for (size_t i = 0; i < count; i++) {
        struct veto_history_vote vote = {.resolution = known[i].resolution,
                                         .date = {known[i].year, 7, 1}};
        ck_assert(i == 0 || known[i - 1].resolution <= known[i].resolution);
        ck_assert(strlen(known[i].source) > 0);
        ck_assert_int_eq(known[i].one_source, strstr(known[i].source, "; ") == NULL);
        ck_assert_uint_eq(strlen(known[i].members) % 4, 3);
        for (const char *at = known[i].members; *at; at += at[3] ? 4 : 3) {
            char code[4] = {at[0], at[1], at[2], '\0'};
            ck_assert_msg(sat(code, known[i].year), "%s %d", code, known[i].year);
            ck_assert_ptr_eq(veto_history_known(&vote, code), &known[i]);
        }
        ck_assert_ptr_null(veto_history_known(&vote, "GBR"));
        vote.date.year++;
        ck_assert_ptr_null(veto_history_known(&vote, "CHN"));
    }
}

/* One row of each kind of source. */
START_TEST(names_its_sources) {
    static const struct {
        unsigned resolution;
        int year;
        const char *code, *source;
    } rows[] = {
        {309, 1972, "CHN",
         "the figures below the resolution; Wikipedia, article on the resolution"},
        {348, 1974, "CHN", "footnote to the resolution"},
        {363, 1974, "CHN",
         "letter of the President of the Council of 30 November 1979, on resolution 350 (1974) and "
         "those that followed it (Resolutions and Decisions of the Security Council 1979); "
         "issue.net, resolution in Japanese, with its vote"},
        {397, 1976, "CHN",
         "cable of the United States Mission to the United Nations, 1976 USUN 5518"},
        {408, 1977, "LBY",
         "statement of the President of the Council at the 2010th meeting (S/PV.2010); "
         "Wikipedia, List of United Nations Security Council Resolutions 401 to 500"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct veto_history_vote vote = {.resolution = rows[i].resolution,
                                         .date = {rows[i].year, 7, 1}};
        ck_assert_str_eq(veto_history_known(&vote, rows[i].code)->source, rows[i].source);
    }
}

/* ---- a file ---- */

START_TEST(corrects_ballots_and_totals) {
    static const struct {
        size_t vote, corrected;
        const char *code;
        int ballot, totals[4];
    } rows[] = {
        {0, 2, "BEN", VETO_NOT_PARTICIPATING, {13, 0, 0, 2}},
        {1, 3, "LBY", VETO_NOT_PARTICIPATING, {12, 0, 0, 3}},
        {2, 0, "CHN", VETO_NOT_PARTICIPATING, {13, 0, 1, 1}}, /* the file has it right */
        {3, 2, "CHN", VETO_NOT_PARTICIPATING, {9, 0, 5, 1}},
        {3, 2, "USA", VETO_ABSTAIN, {9, 0, 5, 1}},
        {4, 1, "CHN", VETO_NOT_PARTICIPATING, {14, 0, 0, 1}},
        {5, 0, "CHN", VETO_ABSTAIN, {14, 0, 1, 0}}, /* the number of another year */
    };
    struct veto_history *history = read_path(KNOWN);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct veto_history_vote *vote = &history->votes[rows[i].vote];
        struct veto_history_seating seating;
        ck_assert_int_eq(ballot_in(vote, rows[i].code), rows[i].ballot);
        ck_assert_uint_eq(count_corrected(vote), rows[i].corrected);
        ck_assert_mem_eq(vote->totals, rows[i].totals, sizeof rows[i].totals);
        ck_assert(veto_history_seat(vote, &seating));
        ck_assert_uint_eq(veto_set_count(seating.corrected), rows[i].corrected);
        ck_assert_uint_eq(seating.implied | seating.moved | seating.absent | seating.unknown, 0);
    }
    veto_history_free(history);
}

START_TEST(finds_by_corrected_ballots) {
    struct veto_history *history = read_path(KNOWN);
    struct veto_history_filter filter = {.member = "CHN", .ballot = 1 + VETO_ABSTAIN};
    unsigned abstained = 0, silent = 0;
    for (size_t i = 0; i < history->count; i++) {
        filter.ballot = 1 + VETO_ABSTAIN;
        abstained += veto_history_matches(&history->votes[i], &filter);
        filter.ballot = 1 + VETO_NOT_PARTICIPATING;
        silent += veto_history_matches(&history->votes[i], &filter);
    }
    ck_assert_uint_eq(abstained, 1);
    ck_assert_uint_eq(silent, 5);
    veto_history_free(history);
}

/* ---- the public files ---- */

/* Every row of the table has a vote in both, and a ballot that they have otherwise. */
START_TEST(every_row_is_of_use) {
    static const char *const files[] = {"sciencespo-unsc-votes-1946-2025.csv",
                                        "undl-layout-sc-voting.csv"};
    size_t count, rows = 0, found = 0;
    const struct veto_known_ballot *known = veto_known_ballots(&count);
    for (size_t i = 0; i < count; i++)
        rows += (strlen(known[i].members) + 1) / 4;
    struct veto_history *history = read_record(files[_i]);
    if (!history)
        return;
    struct veto_history_check *check = NULL;
    for (size_t i = 0; i < history->count; i++)
        found += count_corrected(&history->votes[i]);
    ck_assert_uint_eq(found, rows);
    ck_assert_int_eq(veto_history_check(&check, history), VETO_OK);
    ck_assert_uint_eq(check->problems_by_kind[VETO_PROBLEM_BALLOT], rows);
    ck_assert_uint_eq(check->problems_by_kind[VETO_PROBLEM_TOTALS], 0);
    veto_history_check_free(check);
    veto_history_free(history);
}

static const struct suite_entry entries[] = {
    {the_table_is_sound, 0},         {names_its_sources, 0},   {corrects_ballots_and_totals, 0},
    {finds_by_corrected_ballots, 0}, {every_row_is_of_use, 2},
};

SUITE("known", entries)
