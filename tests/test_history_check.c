/* What is found wrong in a file of votes, vote by vote and in two files held together. */
#include "history/record.h"
#include "history_text.h"
#include "report/history.h"

/* ---- check ---- */

START_TEST(checks_one_row_a_vote) {
    static const char *const problems[] = {
        "5 swap [ESP] the ballot of ESP stands under GRC, which did not sit in 2016",
        "6 totals [] the totals are 15 in favour, 0 against, 0 abstaining, 0 not voting; the "
        "ballots are 14, 1, 0 and 0",
        "6 totals [] the total is 14 members, and the Council of 2016 had 15",
        "7 date [] '2016-02-30' is no day of the calendar",
        "8 unknown_ballot [AGO] the ballot of ANGOLA is 'Q', none of Y, N, A, NV, X and ?",
        "8 unknown_ballot [VEN] the ballot of VEN is not on record",
        "8 unknown_state [] 'ATLANTIS' is no state that ever sat in the Council, and has a ballot",
        "8 outcome [] the outcome 'perhaps' is none of adopted, vetoed and lack of maj.",
        "9 unknown_ballot [] the ballots of 15 members are not on record",
        "10 unknown_ballot [] the ballots of 15 members are not on record",
        "10 alike [] the same symbol, date, title and ballots as row 9: two votes, or one that "
        "stands twice",
        "11 date [] no date is stated",
        "11 fields [] the row has 3 fields, and the header 33",
        NULL,
    };
    struct veto_history *history = read_path(SCIENCES_PO);
    struct veto_history_check *check = check_of(history);
    check_problems(check, problems);
    ck_assert_uint_eq(check->problems_by_kind[VETO_PROBLEM_TOTALS], 2);
    ck_assert_uint_eq(check->agree, 7);
    ck_assert_uint_eq(check->without_vote, 1);
    ck_assert_uint_eq(check->unexplained, 3);
    const struct veto_history_finding *finding = check->findings;
    ck_assert_int_eq(finding[0].resolved, VETO_FAILED);
    ck_assert_int_eq(finding[1].resolved, VETO_VETOED);
    ck_assert_int_eq(finding[4].verdict, VETO_UNEXPLAINED);
    ck_assert_int_eq(finding[4].resolved, VETO_VETOED);
    ck_assert_str_eq(finding[4].why, "the rules of its day give another outcome");
    ck_assert_str_eq(finding[5].why, "no Council is known for its date");
    ck_assert_int_eq(finding[5].resolved, VETO_OUTCOMES);
    ck_assert_int_eq(finding[7].verdict, VETO_AGREES); /* four in favour, whoever they were */
    veto_history_check_free(check);
    veto_history_free(history);
}
END_TEST

START_TEST(checks_one_row_a_ballot) {
    static const char *const problems[] = {
        "43 no_ballot [ARE] ARE sat in 2022, and has no ballot; only abstain agrees with the totals",
        "43 unknown_state [] 'XYZ' is no state that ever sat in the Council, and has a ballot",
        "43 duplicate [ALB] ALB has its ballot twice in this vote",
        "43 duplicate [IND] IND has two different ballots in this vote; the first counts",
        NULL,
    };
    struct veto_history *history = read_path(UNDL);
    struct veto_history_check *check = check_of(history);
    check_problems(check, problems);
    ck_assert_uint_eq(check->agree, 3);
    ck_assert_uint_eq(check->explained, 1);
    ck_assert_int_eq(check->findings[1].resolved, VETO_VETOED);
    ck_assert_uint_eq(check->findings[1].explanation->resolution, 2623);
    veto_history_check_free(check);
    veto_history_free(history);
}
END_TEST

START_TEST(checks_dates_and_numbers) {
    static const char text[] = HEADER P5 "\n"
                                         "S/RES/11(2016),adopted,2016-01-05,,,,,,,,,,\n"
                                         "S/RES/12(2016),adopted,2016-06-05,,,,,,,,,,\n"
                                         "S/RES/13(2016),adopted,2016-02-05,,,,,,,,,,\n"
                                         "S/RES/14(2016),adopted,2016-02-06,,,,,,,,,,\n"
                                         "S/RES/15(2016),adopted,2016-01-01,,,,,,,,,,\n"
                                         "S/RES/16(2016),adopted,2016-02-07,,,,,,,,,,\n"
                                         "S/RES/17(2016),adopted,2015-02-07,,,,,,,,,,\n"
                                         "S/RES/18(2016),adopted,2016-02-08,,,,,,,,,,\n"
                                         "S/RES/18(2016),adopted,2016-02-08,,,,,,,,,,\n"
                                         "S/1,vetoed,1946-01-16,,,,,,,,,,\n"
                                         "S/2,vetoed,2095-01-16,,,,,,,,,,\n";
    static const char *const expected[] = {
        "resolution 12 is dated 2016-06-05, after resolution 13 of 2016-02-05",
        "resolution 15 is dated 2016-01-01, before resolution 14 of 2016-02-06",
        "the symbol says 2016, the date 2015-02-07",
        "resolution 18 stands in row 9 already",
        "1946-01-16 is before the Council's first meeting, 1946-01-17",
        "no composition of the Council is known for 2095",
    };
    struct veto_history *history = read_text(text, strlen(text));
    struct veto_history_check *check = check_of(history);
    size_t found = 0;
    for (size_t i = 0; i < check->problem_count; i++)
        if (check->problems[i].kind == VETO_PROBLEM_DATE ||
            check->problems[i].kind == VETO_PROBLEM_DUPLICATE)
            ck_assert_str_eq(check->problems[i].text, expected[found++]);
    ck_assert_uint_eq(found, sizeof expected / sizeof *expected);
    veto_history_check_free(check);
    veto_history_free(history);
}
END_TEST

START_TEST(checks_totals_and_outcomes) {
    static const char text[] =
        HEADER "(of which veto)," P5 ",Cuba,Ecuador,Egypt,India,Norway,Yugoslavia\n"
               "S/10,vetoed,1950-06-27,10,1,0,0,11,2,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y\n"
               "S/11,adopted,1950-06-28,10.5,0,1,0,11,0,Y,Y,A,Y,Y,Y,Y,Y,Y,Y,Y\n"
               "S/12,adopted,1950-06-29,10,0,1,0,11,0,Y,Y,A,Y,Y,Y,Y,Y,Y,Y,Y\n"
               "S/12,vetoed,1950-06-29,10,0,1,0,11,0,Y,Y,A,Y,Y,Y,Y,Y,Y,Y,Y\n"
               "S/13,,1950-06-30,10,0,1,0,11,0,Y,Y,A,Y,Y,Y,Y,Y,Y,Y,Y\n"
               "S/14,adopted,1950-07-01,,,,,11,,?,?,?,?,?,?,?,?,?,?,?\n";
    static const char *const problems[] = {
        "2 totals [] the total of vetoes is 2; negative votes that were vetoes are 1",
        "3 totals [] 'Yes' is '10.5', no whole number",
        "5 duplicate [] the same symbol, date, title and ballots as row 4, and another outcome",
        "6 outcome [] no outcome is stated",
        "7 unknown_ballot [] the ballots of 11 members are not on record",
        NULL,
    };
    struct veto_history *history = read_text(text, strlen(text));
    struct veto_history_check *check = check_of(history);
    check_problems(check, problems);
    ck_assert_str_eq(check->findings[4].why, "the file states no outcome");
    ck_assert_str_eq(check->findings[5].why,
                     "the ballots are not on record, and the totals do not settle the outcome");
    veto_history_check_free(check);
    veto_history_free(history);
}
END_TEST

/* A vote that the file holds twice. */
START_TEST(checks_a_vote_that_stands_twice) {
    static const char text[] = "undl_id,ms_code,ms_vote,date,resolution,total_yes\n"
                               "1,CHN,Y,2016-01-02,S/RES/1(2016),2\n"
                               "1,FRA,Y,2016-01-02,S/RES/1(2016),2\n"
                               "1,CHN,Y,2016-01-02,S/RES/1(2016),2\n"
                               "1,FRA,Y,2016-01-02,S/RES/1(2016),2\n";
    struct veto_history *history = read_text(text, strlen(text));
    ck_assert_uint_eq(history->problem_count, 1);
    ck_assert_int_eq(history->problems[0].kind, VETO_PROBLEM_DUPLICATE);
    ck_assert_str_eq(history->problems[0].text, "every ballot of this vote stands twice");
    ck_assert_str_eq(history->problems[0].cause, "every ballot stands twice");
    veto_history_free(history);
}
END_TEST

START_TEST(problem_words_differ) {
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(veto_history_problem_word((enum veto_history_problem_kind)i),
                             veto_history_problem_word((enum veto_history_problem_kind)j));
}
END_TEST

/* ---- two files ---- */

/* Every difference, a line each, then what is in one of them only. */
static void check_comparison(const char *first, const char *second, const char *const *expected) {
    struct veto_history *histories[] = {read_text(first, strlen(first)),
                                        read_text(second, strlen(second))};
    struct veto_history_check *checks[] = {check_of(histories[0]), check_of(histories[1])};
    struct veto_history_comparison *comparison = NULL;
    char line[400];
    size_t grouped = 0;
    ck_assert_int_eq(veto_history_compare(&comparison, checks[0], checks[1]), VETO_OK);
    for (size_t i = 0; i < comparison->difference_count; i++) {
        const struct veto_history_difference *one = &comparison->differences[i];
        snprintf(line, sizeof line, "%s %u/%u [%s] %s|%s%s%s%s%s%s%s%s",
                 veto_difference_word(one->kind), one->votes[0]->row, one->votes[1]->row,
                 one->member, one->texts[0], one->texts[1], one->clause ? " " : "",
                 one->clause ? one->clause : "", one->inferred[0] ? " i1" : "",
                 one->inferred[1] ? " i2" : "", one->suspected[0] ? " s1" : "",
                 one->suspected[1] ? " s2" : "", i + 1 == comparison->difference_count ? "." : "");
        ck_assert_ptr_nonnull(*expected);
        ck_assert_str_eq(line, *expected++);
    }
    for (size_t i = 0; i < comparison->group_count; i++) {
        ck_assert_ptr_eq(comparison->groups[i].all, comparison->differences + grouped);
        grouped += comparison->groups[i].count;
    }
    ck_assert_uint_eq(grouped, comparison->difference_count);
    for (int side = 0; side < 2; side++) {
        ck_assert_uint_eq(comparison->matched + comparison->only_count[side],
                          histories[side]->count);
        for (size_t i = 0; i < comparison->only_count[side]; i++) {
            snprintf(line, sizeof line, "only %d: %u", side, comparison->only[side][i]->row);
            ck_assert_ptr_nonnull(*expected);
            ck_assert_str_eq(line, *expected++);
        }
    }
    ck_assert_ptr_null(*expected);
    veto_history_comparison_free(comparison);
    for (int side = 0; side < 2; side++) {
        veto_history_check_free(checks[side]);
        veto_history_free(histories[side]);
    }
}

#define TITLED HEADER P5 ",Official full title\n"

START_TEST(compares_what_two_files_say) {
    static const char first[] = TITLED
        "S/RES/5(2016),adopted,2016-01-09,,,,,,Y,Y,Y,Y,Y," NAMED "5 (2016) [on a long mat[...]\n"
        "S/RES/4(2016),adopted,2016-01-04,,,,,,Y,Y,Y,A,?," NAMED "4 (2016) [on this]\n"
        "S/RES/3(2016),adopted,2016-01-03,,,,,,Y,Y,Y,,Absent," NAMED "2 (2016) [on that]\n"
        "S/2016/1,vetoed,2016-01-02,,,,,,Y,Y,N,Y,Y,A matter\n"
        "S/2016/2,lack of maj.,2016-01-01,,,,,,N,N,N,N,N,Another\n"
        "S/2016/9,vetoed,2016-01-01,,,,,,Y,Y,N,Y,Y,\n";
    static const char second[] =
        TITLED "s/res/4 (2016),adopted,04/01/2016,,,,,,N,Y,Y,A,Y," NAMED "4 (2016) [on " NAMED
               "4 (2016) [on this]]\n"
               "S/RES/5 (2016),adopted,05/01/2016,,,,,,Y,Y,Y,Y,Y," NAMED
               "5 (2016) [on a long matter and more]\n"
               "S/RES/3(2016),adopted,03/01/2016,,,,,,Y,Y,Y,N,NV," NAMED "3 (2016) [on that]\n"
               "S/2016/1,lack of maj.,02/01/2016,,,,,,Y,Y,N,Y,Y,\"A matter, (another)\"\n"
               "S/2016/2 (as amended),lack of maj.,01/01/2016,,,,,,N,N,N,N,N,ANOTHER.\n"
               "S/2016/8,lack of maj.,31/01/2016,,,,,,N,N,N,N,N,\n";
    static const char *const expected[] = {
        "ballot 3/2 [CHN] yes|no",
        "ballot 4/4 [GBR] none|no s1",
        "ballot 3/2 [USA] unknown|yes s1",
        "date 2/3 [] 2016-01-09|2016-01-05",
        "outcome 5/5 [] vetoed|failed s1",
        "title 5/5 [] A matter|A matter, (another) in other words",
        "title 4/4 [] " NAMED "2 (2016) [on that]|" NAMED
        "3 (2016) [on that] with another resolution named s1",
        "title 3/2 [] " NAMED "4 (2016) [on this]|" NAMED "4 (2016) [on " NAMED
        "4 (2016) [on this]] with one title within itself in the second file s2.",
        "only 0: 7",
        "only 1: 7",
        NULL,
    };
    static const char nested[] = TITLED "S/RES/4(2016),adopted,2016-01-04,,,,,,Y,Y,Y,A,Y," NAMED
                                        "4 (2016) [on " NAMED "4 (2016) [on this]]\n";
    static const char plain[] =
        TITLED "S/RES/4(2016),adopted,2016-01-04,,,,,,Y,Y,Y,A,Y," NAMED "4 (2016) [on this]\n";
    static const char *const in_first[] = {
        "title 2/2 [] " NAMED "4 (2016) [on " NAMED "4 (2016) [on this]]|" NAMED
        "4 (2016) [on this] with one title within itself in the first file s1.",
        NULL,
    };
    check_comparison(first, second, expected);
    check_comparison(nested, plain, in_first);
}
END_TEST

/* Several votes on one draft are matched by their day, and on one day by what was cast. */
START_TEST(matches_votes_on_one_draft) {
    static const char first[] = BALLOTS "1,FRA,Y,2016-01-05,,S/2016/1,S/PV.1,\n"
                                        "2,FRA,N,2016-01-06,,S/2016/1,S/PV.2,\n"
                                        "3,FRA,A,2016-01-06,,S/2016/1,S/PV.3,\n"
                                        "4,FRA,A,2016-01-07,,S/2016/2,S/PV.4,\n"
                                        "5,FRA,A,2016-01-08,,,,\n"
                                        "6,FRA,A,2016-01-09,,,,\n";
    static const char second[] = BALLOTS "1,FRA,A,2016-01-06,,S/2016/1,S/PV.3,\n"
                                         "2,FRA,N,2016-01-06,,S/2016/1,S/PV.2,\n"
                                         "3,FRA,Y,2016-01-05,,S/2016/1,S/PV.1,\n"
                                         "4,FRA,A,2016-01-08,,S/2016/2,S/PV.5,\n"
                                         "5,FRA,N,2016-01-08,,,,\n"
                                         "6,FRA,A,2016-01-10,,,,\n";
    static const char *const expected[] = {
        "ballot 6/6 [FRA] abstain|no",
        "date 5/5 [] 2016-01-07|2016-01-08",
        "meeting 5/5 [] S/PV.4|S/PV.5.",
        "only 0: 7",
        "only 1: 7",
        NULL,
    };
    check_comparison(first, second, expected);
    static const char *const none[] = {NULL};
    check_comparison(first, first, none);
}
END_TEST

START_TEST(compares_inferred_ballots) {
    static const char first[] =
        HEADER COUNCIL_2011 "\n"
                            "S/2,vetoed,2011-01-01,13,1,1,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,A,\n";
    static const char second[] =
        HEADER COUNCIL_2011 "\n"
                            "S/2,vetoed,2011-01-01,13,1,1,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,A,Y,Y,,\n";
    static const char *const expected[] = {
        "ballot 2/2 [NGA] yes|abstain",
        "ballot 2/2 [PRT] abstain|yes i1 s1.",
        NULL,
    };
    check_comparison(first, second, expected);
}
END_TEST

/* ---- in proportion ---- */

enum { SHAPES = 4 };

/* A file of `count` rows that are wrong in one way; the caller frees it. */
static char *bad_rows(int shape, unsigned count) {
    static const char *const rows[SHAPES] = {
        "S/1,adopted,2016-01-05,4,9,2,0,15,Y,Y,N,Y,Y\n",          /* one symbol, and unexplained */
        "S/RES/1(2016),adopted,2015-01-05,9,9,9,9,9,N,N,N,N,N\n", /* and one number */
        "S/1,vetoed,2016-01-05,x,x,x,x,x,Q,Q,Q,Q,Q\n",            /* nothing in it can be read */
        "S/1,?,?,?\n",                                            /* nor is there anything */
    };
    char *text = malloc(sizeof HEADER P5 + count * strlen(rows[shape]) + 2);
    ck_assert_ptr_nonnull(text);
    char *to = text + sprintf(text, "%s\n", HEADER P5);
    for (unsigned i = 0; i < count; i++)
        to += sprintf(to, "%s", rows[shape]);
    return text;
}

/* Bytes that 'check' writes of it. */
static size_t size_of_check(int shape, unsigned count, enum report_format format) {
    char *text = bad_rows(shape, count), *out = NULL;
    size_t size = 0;
    struct veto_history *history = read_text(text, strlen(text));
    struct veto_history_check *check = check_of(history);
    FILE *file = open_memstream(&out, &size);
    struct report_look look = {.format = format};
    ck_assert_int_eq(report_write(file, &report_check, &(struct check_subject){check, true}, &look),
                     VETO_OK);
    fclose(file);
    free(out);
    free(text);
    veto_history_check_free(check);
    veto_history_free(history);
    return size;
}

START_TEST(bad_rows_cost_in_proportion) {
    for (int i = REPORT_TEXT; i <= REPORT_JSON; i++) {
        enum report_format format = (enum report_format)i;
        size_t few = size_of_check(_i, 250, format), many = size_of_check(_i, 1000, format);
        ck_assert_uint_gt(few, 250 * 40);
        ck_assert_msg(many <= few * 44 / 10, "%zu bytes for 250 rows, %zu for 1000", few, many);
    }
}
END_TEST

/* What is quoted is short, however long the text is. */
START_TEST(quotes_are_short) {
    enum { LONG = 60000 };
    char *text = malloc(LONG + 1000), *to = text + sprintf(text, "%s\nS/", HEADER P5);
    memset(to, '1', LONG / 3);
    to += LONG / 3;
    to += sprintf(to, ",vetoed,");
    memset(to, '2', LONG / 3);
    to += LONG / 3;
    to += sprintf(to, ",,,,,,");
    memset(to, 'Q', LONG / 3);
    strcpy(to + LONG / 3, ",Y,N,Y,Y\n");
    struct veto_history *history = read_text(text, strlen(text));
    ck_assert_uint_eq(history->problem_count, 2);
    ck_assert_str_eq(
        history->problems[0].text,
        "the ballot of China is 'QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ...', none of "
        "Y, N, A, NV, X and ?");
    ck_assert_str_eq(history->problems[1].text,
                     "'2222222222222222222222222222222222222222...' is no day of the calendar");
    ck_assert_uint_lt(strlen(history->problems[0].symbol), 200);
    ck_assert_uint_lt(strlen(history->problems[0].date), 200);
    veto_history_free(history);
    free(text);
}
END_TEST

static const struct suite_entry entries[] = {
    {checks_one_row_a_vote, 0},
    {checks_one_row_a_ballot, 0},
    {checks_dates_and_numbers, 0},
    {checks_totals_and_outcomes, 0},
    {checks_a_vote_that_stands_twice, 0},
    {problem_words_differ, 0},
    {compares_what_two_files_say, 0},
    {matches_votes_on_one_draft, 0},
    {compares_inferred_ballots, 0},
    {bad_rows_cost_in_proportion, SHAPES},
    {quotes_are_short, 0},
};

SUITE("history_check", entries)
