/* What is wrong in a file of votes, grouped by its causes; and what follows from it. */
#include "history_text.h"

/* Each cause with the rows behind it, but those of one kind. */
static void check_causes_of(struct veto_history *history, enum veto_history_problem_kind but,
                            const char *const *expected) {
    struct veto_history_check *check = check_of(history);
    size_t problems = 0, compared = 0;
    char line[400];
    for (size_t i = 0; i < check->cause_count; i++) {
        const struct veto_history_cause *cause = &check->causes[i];
        problems += cause->problem_count;
        if (cause->kind == but)
            continue;
        snprintf(line, sizeof line, "%s %zu %d [%s<%s] %s:", veto_history_problem_word(cause->kind),
                 cause->count, cause->year, cause->member, cause->under, cause_said(cause).text);
        for (size_t j = 0; j < cause->problem_count; j++)
            snprintf(line + strlen(line), sizeof line - strlen(line), " %u",
                     cause->problems[j]->row);
        ck_assert_ptr_nonnull(expected[compared]);
        ck_assert_str_eq(line, expected[compared++]);
    }
    ck_assert_ptr_null(expected[compared]);
    ck_assert_uint_eq(problems, check->problem_count);
    veto_history_check_free(check);
}

static void check_causes(const char *text, enum veto_history_problem_kind but,
                         const char *const *expected) {
    struct veto_history *history = read_text(text, strlen(text));
    check_causes_of(history, but, expected);
    veto_history_free(history);
}

/* A ballot moves where roster and totals leave no doubt, and nowhere else. */
START_TEST(groups_swaps) {
    static const char text[] = HEADER COUNCIL_2011
        "\n"
        "S/2,vetoed,2011-01-01,13,1,1,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,A,\n"
        "S/3,vetoed,2011-01-02,14,1,0,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,Y,\n"
        "S/5,vetoed,2011-01-03,13,1,1,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,Y,\n"   /* the totals: A */
        "S/6,vetoed,2011-01-04,,,,,,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,Y,\n"          /* there are none */
        "S/7,vetoed,2011-01-05,14,1,0,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,Y,Y\n"  /* two strangers */
        "S/8,vetoed,2011-01-06,14,1,0,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,\n"; /* has its own */
    static const char *const expected[] = {
        "swap 2 2011 [PRT<TUR] in 2 votes of 2011 the ballots of Portugal stand under Turkey: 2 3",
        "not_a_member 4 2011 [TUR<] in 4 votes of 2011 Turkey has a ballot, and did not sit: 4 5 6 "
        "7",
        "not_a_member 1 2011 [ITA<] in 1 vote of 2011 Italy has a ballot, and did not sit: 6",
        "no_ballot 3 2011 [PRT<] in 3 votes of 2011 Portugal sat, and has no ballot: 4 5 6",
        NULL,
    };
    check_causes(text, VETO_PROBLEM_KINDS, expected);
}
END_TEST

START_TEST(groups_what_is_alike) {
    static const char text[] = HEADER P5 "\n"
                                         "S/1,vetoed,2016-01-01,x,,,,,Q,Q,?,Y,Y\n"
                                         "S/1,vetoed,yesterday,x,,,,,R,Y,?,Y,Y\n"
                                         "S/2,vetoed,2016-01-03,4,,,,14,Y,Y,?,Y,Y\n"
                                         "S/3,why,today,4,,,,14,Y,Y,?,Y\n";
    static const char *const expected[] = {
        "unknown_ballot 1 0 [<] in 1 vote a ballot is 'Q', none of Y, N, A, NV, X and ?: 2 2",
        "unknown_ballot 2 0 [<] in 2 votes ballots are not on record: 2 4",
        "unknown_ballot 1 0 [<] in 1 vote a ballot is 'R', none of Y, N, A, NV, X and ?: 3",
        "totals 2 0 [<] in 2 votes a total is no whole number: 2 3",
        "totals 1 0 [<] in 1 vote the total of members is not that of the Council: 4",
        "date 2 0 [<] in 2 votes the date is no day of the calendar: 3 5",
        "outcome 1 0 [<] in 1 vote the outcome is none of adopted, vetoed and lack of maj.: 5",
        "fields 1 0 [<] in 1 vote a row has more or fewer fields than the header: 5",
        NULL,
    };
    check_causes(text, VETO_PROBLEM_NO_BALLOT, expected);
}
END_TEST

START_TEST(groups_dates) {
    static const char text[] = HEADER P5 "\n"
                                         "S/1,vetoed,1946-01-16,,,,,,,,,,\n"
                                         "S/2,vetoed,2095-01-16,,,,,,,,,,\n"
                                         "S/RES/17(2016),adopted,2015-02-07,,,,,,,,,,\n"
                                         "S/2017/4,vetoed,2016-02-08,,,,,,Y,Y,N,Y,Y\n"
                                         "S/2017/5,vetoed,2016-02-08,,,,,,Y,Y,N,Y,Y\n"
                                         "S/6,vetoed,05/06/2016,,,,,,Y,Y,N,Y,Y\n";
    static const char *const expected[] = {
        "date 1 0 [<] in 1 vote the date is before the Council's first meeting: 2",
        "date 1 0 [<] in 1 vote no composition of the Council is known for the date: 3",
        "date 1 0 [<] in 1 vote the symbol says another year than the date: 4",
        "date 2 0 [<] in 2 votes the draft is of a later year than the vote: 5 6",
        "date 1 0 [<] in 1 vote the date is a day in more than one order: 7",
        NULL,
    };
    check_causes(text, VETO_PROBLEM_NO_BALLOT, expected);
}
END_TEST

START_TEST(groups_totals) {
    static const char text[] =
        HEADER "(of which veto)," P5 ",Cuba,Ecuador,Egypt,India,Norway,Yugoslavia\n"
               "S/10,vetoed,1950-06-27,10,1,0,0,11,2,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y\n"
               "S/11,vetoed,1950-06-28,9,2,0,0,12,1,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y\n";
    static const char *const expected[] = {
        "totals 1 0 [<] in 1 vote the total of vetoes is not that of the ballots: 2",
        "totals 1 0 [<] in 1 vote the totals do not agree with the ballots: 3",
        "totals 1 0 [<] in 1 vote the total of members is not that of the Council: 3",
        NULL,
    };
    check_causes(text, VETO_PROBLEM_KINDS, expected);
}
END_TEST

START_TEST(groups_dates_in_another_order) {
    static const char bytes[] = "ms_code,ms_vote,date\nFRA,Y,12/23/2016\nFRA,Y,12/24/2016\n";
    static const char *const expected[] = {
        "date 2 0 [<] in 2 votes the date is no day in the order that was asked for: 2 3",
        NULL,
    };
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text text = {"text.csv", bytes, strlen(bytes)};
    ck_assert_int_eq(veto_history_load(&history, list, &text, VETO_DATES_DMY), VETO_OK);
    check_causes_of(history, VETO_PROBLEM_OUTCOME, expected);
    veto_history_free(history);
    veto_diagnostics_free(list);
}
END_TEST

/* Totals that leave one way to read what is not stated. */
START_TEST(says_what_totals_leave) {
    static const char text[] =
        HEADER COUNCIL_2011 "\n"
                            "S/2,vetoed,2011-01-01,14,1,0,0,15,Y,Y,N,Y,?,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,\n"
                            "S/3,vetoed,2011-01-02,14,1,0,0,15,Y,Y,N,?,?,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,\n"
                            "S/4,vetoed,2011-01-03,14,1,0,0,15,Y,Y,N,Y,Oui,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,\n"
                            "S/5,vetoed,2011-01-04,14,1,0,0,15,Y,Y,N,Y,,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,\n";
    static const char *const expected[] = {
        "2 unknown_ballot [USA] the ballot of USA is not on record; only yes agrees with the totals",
        "3 unknown_ballot [] the ballots of 2 members are not on record; only yes agrees with the "
        "totals",
        "4 unknown_ballot [USA] the ballot of United States is 'Oui', none of Y, N, A, NV, X and ?",
        "5 no_ballot [USA] USA sat in 2011, and has no ballot; only yes agrees with the totals",
        NULL,
    };
    struct veto_history *history = read_text(text, strlen(text));
    struct veto_history_check *check = check_of(history);
    check_problems(check, expected);
    ck_assert_uint_eq(MATCHING(.member = "USA", .ballot = 1 + VETO_YES), 0xf);
    veto_history_check_free(check);
    veto_history_free(history);
}
END_TEST

/* What a file says against itself, kind by kind, but for what all these rows lack. */
static void check_kinds(const char *text, const char *const *expected) {
    struct veto_history *history = read_text(text, strlen(text));
    struct veto_history_check *check = check_of(history);
    char line[400];
    for (size_t i = 0; i < check->problem_count; i++) {
        const struct veto_history_problem *problem = &check->problems[i];
        if (problem->kind == VETO_PROBLEM_NO_BALLOT)
            continue;
        snprintf(line, sizeof line, "%u/%u %s %s: %s", problem->row, problem->other,
                 veto_history_problem_word(problem->kind), problem->symbol, problem->text);
        ck_assert_ptr_nonnull(*expected);
        ck_assert_str_eq(line, *expected++);
    }
    ck_assert_ptr_null(*expected);
    veto_history_check_free(check);
    veto_history_free(history);
}

START_TEST(checks_order) {
    static const char numbers[] = BALLOTS
        "1,FRA,Y,2016-01-05,S/RES/11(2016),S/2016/1,S/PV.101,Security Council resolution 11 (2016) [x]\n"
        "2,FRA,Y,2016-01-06,S/RES/12(2016),S/2017/2,S/PV.102,Security Council resolution 11 (2016) [x]\n"
        "3,FRA,Y,2016-01-07,S/RES/13(2016),S/2015/3,S/PV.103,Security Council resolution 13 (2015) [x]\n"
        "4,FRA,Y,2016-01-08,S/RES/16(2016),,S/PV.103,Security Council resolution 16 [x]\n"
        "5,FRA,Y,2016-01-09,S/RES/17(2016),,S/PV.101,On resolution 11 (2016)\n"
        "6,FRA,Y,2016-01-10,S/RES/18(2016),,S/PV.104," NAMED "18 (2016) [on " NAMED
        "18 (2016) [x]]\n"
        "7,FRA,Y,2016-01-11,S/RES/19(2016),,S/PV.99,\n"
        "8,FRA,Y,2016-01-12,S/RES/20(2016),,S/PV.105 (Part I),\n"
        "9,FRA,Y,2016-01-13,S/RES/21(2016),,S/PV.105 (Part II),\n"
        "10,FRA,Y,2016-01-14,S/RES/22(2016),,S/PV.V001,\n"
        "11,FRA,Y,2016-01-03,S/RES/23(2016),,S/PV.106,\n"
        "12,FRA,Y,2016-01-16,S/RES/24(2016),,S/PV.107,\n"
        "13,FRA,Y,2016-01-16,S/RES/24(2016),,S/PV.107,\n";
    static const char *const expected[] = {
        "3/0 date S/RES/12(2016): the draft is of 2017, the date 2016-01-06",
        "3/0 title S/RES/12(2016): the title names resolution 11 (2016)",
        "4/0 title S/RES/13(2016): the title names resolution 13 (2015)",
        "5/0 missing S/RES/14: resolution 14 is not in the file: 13 is in row 4, 16 in row 5",
        "5/0 missing S/RES/15: resolution 15 is not in the file: 13 is in row 4, 16 in row 5",
        "5/4 meeting S/RES/16(2016): meeting 103 is of 2016-01-08 here, and of 2016-01-07 in row 4",
        "6/2 meeting S/RES/17(2016): meeting 101 is of 2016-01-09 here, and of 2016-01-05 in row 2",
        "7/0 title S/RES/18(2016): the title stands within itself",
        "8/0 meeting S/RES/19(2016): meeting 99 is dated 2016-01-11, after meeting 101 of 2016-01-05",
        "12/0 date S/RES/23(2016): resolution 23 is dated 2016-01-03, before resolution 22 of "
        "2016-01-14",
        "14/13 duplicate S/RES/24(2016): resolution 24 stands in row 13 already",
        NULL,
    };
    check_kinds(numbers, expected);
    static const char *const causes[] = {
        "duplicate 1 0 [<] in 1 vote the number of the resolution stands in another row: 14",
        "date 1 0 [<] in 1 vote the draft is of a later year than the vote: 3",
        "date 1 0 [<] in 1 vote the date runs against the order of numbers: 12",
        "missing 2 0 [<] 2 numbers are missing in the sequence of resolutions: 5 5",
        "title 1 0 [<] in 1 vote the title names another resolution: 3",
        "title 1 0 [<] in 1 vote the title names another year: 4",
        "title 1 0 [<] in 1 vote the title stands within itself: 7",
        "meeting 2 0 [<] in 2 votes the meeting has another date elsewhere: 5 6",
        "meeting 1 0 [<] in 1 vote the meeting runs against the order of dates: 8",
        NULL,
    };
    check_causes(numbers, VETO_PROBLEM_NO_BALLOT, causes);
    static const char excerpt[] = BALLOTS "1,FRA,Y,2016-01-05,S/RES/11(2016),,,\n"
                                          "2,FRA,Y,2016-01-06,S/RES/14(2016),,,\n";
    static const char *const none[] = {NULL}; /* half of the numbers: not the whole record */
    check_kinds(excerpt, none);
}
END_TEST

START_TEST(tells_alikes_apart) {
    static const char text[] = HEADER P5 "\n"
                                         "S/1,vetoed,2016-01-01,,,,,,Y,Y,N,Y,Y\n"
                                         "S/2,vetoed,2016-01-01,,,,,,Y,Y,N,Y,Y\n"
                                         "S/1,vetoed,2016-01-01,,,,,,Y,Y,N,Y,Y\n"
                                         "S/2,vetoed,2016-01-01,,,,,,Y,Y,N,Y,N\n"
                                         "S/2,vetoed,2016-01-01,,,,,,Y,Y,N,Y,Y\n"
                                         "S/2,vetoed,2016-01-02,,,,,,Y,Y,N,Y,Y\n"
                                         "S/3,vetoed,2016-01-01,,,,,,Y,Y,N,Y,Y\n"
                                         "S/3,lack of maj.,2016-01-01,,,,,,Y,Y,N,Y,Y\n";
    static const char *const expected[] = {
        "4/2 alike S/1: the same symbol, date, title and ballots as row 2: two votes, or one that "
        "stands twice",
        "6/3 alike S/2: the same symbol, date, title and ballots as row 3; likely another vote, "
        "since 3 bear that symbol that day",
        "9/8 duplicate S/3: the same symbol, date, title and ballots as row 8, and another outcome",
        NULL,
    };
    check_kinds(text, expected);
    static const char *const causes[] = {
        "duplicate 1 0 [<] in 1 vote the same symbol, date, title and ballots stand with two outcomes: "
        "9",
        "alike 1 0 [<] in 1 vote symbol, date, title and ballots are those of another: "
        "two votes, or one that stands twice: 4",
        "alike 1 0 [<] in 1 vote symbol, date, title and ballots are those of another: "
        "likely separate votes, as on paragraphs or applicants, since there are more on that "
        "symbol that day: 6",
        NULL,
    };
    check_causes(text, VETO_PROBLEM_NO_BALLOT, causes);
}
END_TEST

/* Two, either of which may have the ballot of the member that has none. */
START_TEST(names_strangers) {
    static const char text[] =
        HEADER COUNCIL_2011 "\n"
                            "S/7,vetoed,2011-01-05,14,1,0,0,15,Y,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,,Y,Y,Y\n";
    static const char *const expected[] = {
        "2/0 not_a_member S/7: TUR has a ballot, and did not sit in 2011",
        "2/0 not_a_member S/7: ITA has a ballot, and did not sit in 2011",
        NULL,
    };
    check_kinds(text, expected);
}
END_TEST

static const struct suite_entry entries[] = {
    {groups_swaps, 0},
    {groups_what_is_alike, 0},
    {groups_dates, 0},
    {groups_totals, 0},
    {groups_dates_in_another_order, 0},
    {says_what_totals_leave, 0},
    {checks_order, 0},
    {tells_alikes_apart, 0},
    {names_strangers, 0},
};

SUITE("history_causes", entries)
