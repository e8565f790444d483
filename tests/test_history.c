#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/philox.h"
#include "golden.h"
#include "history/record.h"
#include "record_file.h"
#include "report/history.h"
#include "suite.h"
#include "veto/meeting.h"
#include "words/history.h"

#define SCIENCES_PO "tests/history/sciencespo.csv"
#define UNDL        "tests/history/undl.csv"

#define HEADER      "UN classification,Vote outcome,Date,Yes,No,Abstentions,Non-Voting,Total,"
#define P5          "China,France,Russia,United Kingdom,United States"

/* ---- help ---- */

static struct veto_history *read_text(const char *bytes, size_t length) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text text = {"text.csv", bytes, length};
    ck_assert_int_eq(veto_history_load(&history, list, &text, VETO_DATES_BY_FILE), VETO_OK);
    veto_diagnostics_free(list);
    return history;
}

/* What a failed load says, with its hint behind " | ". */
static void check_refused(const char *bytes, size_t length, const char *expected) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text text = {"text.csv", bytes, length};
    char said[1000] = "";
    ck_assert_int_eq(veto_history_load(&history, list, &text, VETO_DATES_BY_FILE), VETO_INPUT);
    ck_assert_ptr_null(history);
    for (size_t i = 0; i < veto_diagnostics_count(list); i++) {
        struct veto_diagnostic entry = veto_diagnostics_get(list, i);
        size_t used = strlen(said);
        snprintf(said + used, sizeof said - used, "%s%s: %s%s%s", i ? "\n" : "", entry.file,
                 entry.message, entry.hint ? " | " : "", entry.hint ? entry.hint : "");
    }
    ck_assert_str_eq(said, expected);
    veto_diagnostics_free(list);
}

static struct veto_history_check *check_of(const struct veto_history *history) {
    struct veto_history_check *check = NULL;
    ck_assert_int_eq(veto_history_check(&check, history), VETO_OK);
    ck_assert_uint_eq(check->agree + check->explained + check->unexplained, history->count);
    return check;
}

static struct veto_history_under *under_of(const struct veto_history *history, const char *rules) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history_under *under = NULL;
    ck_assert_int_eq(veto_history_under(&under, list, history, veto_rule_set_find(rules)), VETO_OK);
    veto_diagnostics_free(list);
    return under;
}

static void check_problems(const struct veto_history_check *check, const char *const *expected) {
    char line[400];
    for (size_t i = 0; i < check->problem_count; i++) {
        const struct veto_history_problem *problem = &check->problems[i];
        snprintf(line, sizeof line, "%u %s [%s] %s", problem->row,
                 veto_history_problem_word(problem->kind), problem->member, problem->text);
        ck_assert_ptr_nonnull(expected[i]);
        ck_assert_str_eq(line, expected[i]);
    }
    ck_assert_ptr_null(expected[check->problem_count]);
}

/* ---- reading ---- */

START_TEST(reads_one_row_a_vote) {
    struct veto_history *history = read_path(SCIENCES_PO);
    ck_assert_int_eq(history->layout, VETO_SCIENCES_PO);
    ck_assert_uint_eq(history->count, 10);
    const struct veto_history_vote *vote = &history->votes[1];
    ck_assert_uint_eq(vote->row, 3);
    ck_assert_str_eq(vote->symbol, "S/2016/846");
    ck_assert_str_eq(vote->title, "Middle East (quoted, on \"two lines\")");
    ck_assert_str_eq(vote->date_text, "2016-10-08");
    ck_assert_int_eq(vote->date.day, 8);
    ck_assert_int_eq(vote->recorded, VETO_VETOED);
    ck_assert_uint_eq(vote->resolution, 0);
    ck_assert_uint_eq(vote->ballot_count, 15);
    ck_assert_str_eq(vote->ballots[2].code, "RUS");
    ck_assert_int_eq(vote->ballots[2].ballot, VETO_NO);
    ck_assert_int_eq(vote->totals[VETO_TOTAL_YES], 11);
    ck_assert_int_eq(vote->totals[VETO_TOTAL_VETOES], 1);
    ck_assert_uint_eq(history->votes[2].resolution, 90001);
    ck_assert(history->votes[2].without_vote);
    ck_assert_str_eq(history->votes[5].symbol, "Oral amendment"); /* two stray carriage returns */
    ck_assert_int_eq(history->votes[5].date.year, 0);
    ck_assert_int_eq(history->votes[6].recorded, VETO_VETOED); /* by its second column */
    ck_assert_int_eq(history->votes[6].totals[VETO_TOTAL_YES], -1);
    veto_history_free(history);
}

START_TEST(reads_one_row_a_ballot) {
    struct veto_history *history = read_path(UNDL);
    ck_assert_int_eq(history->layout, VETO_UNDL);
    ck_assert_uint_eq(history->count, 4);
    const struct veto_history_vote *vote = &history->votes[0];
    ck_assert_str_eq(vote->symbol, "S/RES/82(1950)");
    ck_assert_str_eq(vote->draft, "S/1501");
    ck_assert_str_eq(vote->meeting, "S/PV.473");
    ck_assert_str_eq(vote->ballots[0].code, "CHN"); /* TWN in the file */
    ck_assert_str_eq(vote->ballots[10].code, "RUS");
    ck_assert_int_eq(vote->ballots[10].ballot, VETO_NOT_PARTICIPATING);
    ck_assert_int_eq(vote->totals[VETO_TOTAL_YES], 9); /* 9.0 in the file */
    ck_assert_int_eq(vote->recorded, VETO_ADOPTED);
    ck_assert_str_eq(history->votes[1].title, "Emergency special session (quoted)");
    ck_assert(history->votes[2].without_vote);
    ck_assert_ptr_null(history->votes[2].draft);
    ck_assert_uint_eq(history->votes[3].ballot_count, 15); /* one of them implied */
    veto_history_free(history);
}

/* The order of the columns and of the rows of the second layout says nothing. */
START_TEST(order_does_not_matter) {
    static const char grouped[] = "undl_id,ms_code,ms_vote,date,resolution,total_yes\n"
                                  "1,FRA,Y,2016-01-05,S/RES/1(2016),2\n"
                                  "1,GBR,Y,2016-01-05,S/RES/1(2016),2\n"
                                  "2,FRA,N,2016-01-06,S/RES/2(2016),0\n"
                                  "2,GBR,A,2016-01-06,S/RES/2(2016),0\n";
    static const char mixed[] = "total_yes,resolution,date,ms_vote,unknown,ms_code,undl_id\n"
                                "2,S/RES/1(2016),2016-01-05,Y,x,FRA,1\n"
                                "0,S/RES/2(2016),2016-01-06,N,x,FRA,2\n"
                                "2,S/RES/1(2016),2016-01-05,Y,,GBR,1\n"
                                "0,S/RES/2(2016),2016-01-06,A,,GBR,2\n";
    static const char unnumbered[] = "ms_code,ms_vote,date,resolution\n"
                                     "FRA,Y,2016-01-05,S/RES/1(2016)\n"
                                     "GBR,Y,2016-01-05,S/RES/1(2016)\n"
                                     "FRA,N,2016-01-06,S/RES/2(2016)\n"
                                     "GBR,A,2016-01-06,S/RES/2(2016)\n";
    const char *const texts[] = {grouped, mixed, unnumbered};
    for (int i = 0; i < 3; i++) {
        struct veto_history *history = read_text(texts[i], strlen(texts[i]));
        ck_assert_uint_eq(history->count, 2);
        for (unsigned j = 0; j < 2; j++) {
            ck_assert_uint_eq(history->votes[j].resolution, j + 1);
            ck_assert_uint_eq(history->votes[j].ballot_count, 2);
            ck_assert_str_eq(history->votes[j].ballots[1].code, "GBR");
            ck_assert_int_eq(history->votes[j].ballots[1].ballot, j ? VETO_ABSTAIN : VETO_YES);
        }
        veto_history_free(history);
    }
}

/* Line ends and carriage returns wherever the chunks of reading end, in memory or in a file. */
START_TEST(reads_across_chunks) {
    enum { ROWS = 9000 };
    static const char header[] = HEADER P5 "\r\n";
    static const char row[] = "S/2016/1,vetoed,2016-01-05,4,1,0,0,5,Y,Y,N,\"Y\",Y\r\n";
    char path[] = "/tmp/veto-history-XXXXXX";
    int descriptor = mkstemp(path);
    ck_assert_int_ge(descriptor, 0);
    FILE *file = fdopen(descriptor, "wb");
    char *text = malloc(3 + sizeof header + ROWS * sizeof row), *to = text;
    to += sprintf(to, "\xEF\xBB\xBF%s", header);
    for (int i = 0; i < ROWS; i++)
        to += sprintf(to, "%s", row);
    ck_assert_uint_eq(fwrite(text, 1, (size_t)(to - text), file), (size_t)(to - text));
    ck_assert_int_eq(fclose(file), 0);
    for (int from_file = 0; from_file < 2; from_file++) {
        struct veto_history *history =
            from_file ? read_path(path) : read_text(text, (size_t)(to - text));
        ck_assert_uint_eq(history->count, ROWS);
        ck_assert_uint_eq(history->problem_count, 0);
        for (unsigned i = 0; i < ROWS; i++) {
            ck_assert_uint_eq(history->votes[i].ballot_count, 5);
            ck_assert_uint_eq(history->votes[i].row, i + 2);
        }
        veto_history_free(history);
    }
    remove(path);
    free(text);
}

/* Whatever comes first of a file, it is read or refused, and never more. */
START_TEST(reads_any_beginning) {
    const char *const paths[] = {SCIENCES_PO, UNDL};
    for (int i = 0; i < 2; i++) {
        size_t length;
        char *bytes = golden_read(paths[i], &length);
        for (size_t part = 0; part < length; part += 7) {
            struct veto_diagnostics *list = veto_diagnostics_new();
            struct veto_history *history = NULL;
            char *copy = malloc(part + 1); /* of its own, so that reading past it shows */
            memcpy(copy, bytes, part);
            struct veto_text text = {"part", copy, part};
            if (veto_history_load(&history, list, &text, VETO_DATES_BY_FILE) == VETO_OK)
                veto_history_check_free(check_of(history));
            else
                ck_assert_uint_gt(veto_diagnostics_errors(list), 0);
            veto_history_free(history);
            veto_diagnostics_free(list);
            free(copy);
        }
        free(bytes);
    }
}

START_TEST(passes_over_stray_returns) {
    static const char text[] =
        HEADER P5 "\r\n\r\n"
                  "S/2016/\r1\r,vetoed,\r2016-01-05,4,1,0,0,5,Y,Y,N\r,Y,Y\r\n";
    struct veto_history *history = read_text(text, strlen(text));
    ck_assert_uint_eq(history->count, 1);
    ck_assert_uint_eq(history->problem_count, 0);
    ck_assert_str_eq(history->votes[0].symbol, "S/2016/ 1");
    ck_assert_str_eq(history->votes[0].date_text, "2016-01-05");
    ck_assert_uint_eq(history->votes[0].ballot_count, 5);
    veto_history_free(history);
}

START_TEST(texts_are_safe_to_print) {
    static const char text[] = HEADER P5 ",Official full title\n"
                                         "S/1,vetoed,2016-01-05,4,1,0,0,5,Y,Y,N,Y,Y,"
                                         "\"a\x1b[31m\tb\xff \xe2\x80\xae \xc3\xa9\"\n";
    struct veto_history *history = read_text(text, strlen(text));
    ck_assert_str_eq(history->votes[0].title, "a\\x1b[31m b\\xff \\u202e \xc3\xa9");
    veto_history_free(history);
}

START_TEST(refuses_what_is_no_record) {
    static const char none[] =
        "text.csv: is in none of the known layouts of votes: its columns are 'a' and 'b' | the first row must name the columns: "
        "'UN classification' (Sciences Po) or 'ms_vote' (United Nations Digital Library)";
    check_refused("", 0, "text.csv: is empty");
    check_refused("\n\n", 2, "text.csv: is empty");
    check_refused("a,b\n1,2\n", 8, none);
    check_refused("UN classification,China\n", 24,
                  "text.csv: has no column 'Date'\ntext.csv: has no column 'Vote outcome'");
    check_refused("ms_vote\n", 8,
                  "text.csv: has no column 'ms_code'\ntext.csv: has no column 'date'");
    check_refused("UN classification,Date,Vote outcome\nS/1,2016-10-08,vetoed\n", 58,
                  "text.csv: has no column of a state, as 'FRANCE', and so no ballots");
    check_refused(HEADER P5 "\n", strlen(HEADER P5) + 1,
                  "text.csv: has the header of a file of votes, and no votes");
    static const char open[] = HEADER P5 "\nS/1,\"vetoed\n\n";
    check_refused(open, strlen(open), "text.csv: row 2: a quoted text is not closed");
}

START_TEST(refuses_what_has_no_end) {
    enum { LENGTH = 2 << 20 };
    char *text = malloc(LENGTH);
    memset(text, 'x', LENGTH);
    text[0] = '"';
    check_refused(text, LENGTH,
                  "text.csv: row 1: a text is longer than 1 MiB; is its quotation mark closed?");
    memset(text, ',', LENGTH);
    check_refused(text, LENGTH, "text.csv: has more than 4096 columns");
    free(text);
}

START_TEST(says_why_a_file_cannot_be_read) {
    static const struct {
        const char *path, *message;
    } cases[] = {{"tests/history/none.csv", "No such file or directory"},
                 {"tests/history", "Is a directory"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_diagnostics *list = veto_diagnostics_new();
        struct veto_history *history = NULL;
        ck_assert_int_eq(veto_history_read(&history, list, cases[i].path, VETO_DATES_BY_FILE),
                         VETO_INPUT);
        ck_assert_uint_eq(veto_diagnostics_count(list), 1);
        ck_assert_str_eq(veto_diagnostics_get(list, 0).message, cases[i].message);
        ck_assert_str_eq(veto_diagnostics_get(list, 0).file, cases[i].path);
        ck_assert_ptr_null(history);
        veto_diagnostics_free(list);
    }
}

START_TEST(knows_states_by_many_names) {
    static const char *const names[][2] = {
        {"RUS", "RUS"},
        {"SUN", "RUS"},
        {"TWN", "CHN"},
        {"Russian Federation/USSR", "RUS"},
        {"RUSSIA", "RUS"},
        {"EGYPT / UNITED ARAB REPUBLIC", "EGY"},
        {"United Arab Republic", "EGY"},
        {"United Arab Emirates", "ARE"},
        {"SRI LANKA/CEYLON", "LKA"},
        {"CONGO", "COG"},
        {"ZAIRE", "COD"},
        {"Democratic Republic of the Congo", "COD"},
        {"GERMANY", "DEU"},
        {"GERMANY, FEDERAL REPUBLIC OF", "DEU"},
        {"West Germany", "DEU"},
        {"GERMAN DEMOCRATIC REPUBLIC", "DDR"},
        {"C\xc3\x94TE D'IVOIRE", "CIV"},
        {"Cote d'Ivoire", "CIV"},
        {"KOREA", "KOR"},
        {"CZECH REPUBLIC", "CZE"},
        {"CZECHOSLOVAKIA", "CSK"},
        {"IRAN (ISLAMIC REPUBLIC OF)", "IRN"},
        {"TURKEY", "TUR"},
        {"the gambia", "GMB"},
        {"Vietnam", "VNM"},
        {"VIET NAM", "VNM"},
    };
    char code[4] = "???";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ck_assert_msg(veto_history_state(names[i][0], code), "%s", names[i][0]);
        ck_assert_str_eq(code, names[i][1]);
    }
    ck_assert(!veto_history_state("Atlantis", code));
    ck_assert(!veto_history_state("", code));
    ck_assert(!veto_history_state("XYZ", code));
    ck_assert_str_eq(code, "VNM"); /* untouched */
    for (const char *const *each = veto_state_codes(); *each; each++) {
        const char *name, *formal;
        ck_assert(veto_state_find(*each, &name, &formal));
        ck_assert(veto_history_state(formal, code));
        ck_assert_str_eq(code, *each);
        ck_assert(veto_history_state(name, code));
        ck_assert_str_eq(code, *each);
    }
}

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

START_TEST(problem_words_differ) {
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(veto_history_problem_word((enum veto_history_problem_kind)i),
                             veto_history_problem_word((enum veto_history_problem_kind)j));
}

static unsigned matching(const struct veto_history *history, struct veto_history_filter filter) {
    unsigned rows = 0;
    for (size_t i = 0; i < history->count; i++)
        rows |= veto_history_matches(&history->votes[i], &filter) ? 1u << i : 0;
    return rows;
}

#define MATCHING(...) matching(history, (struct veto_history_filter){__VA_ARGS__})

/* ---- causes ---- */

#define COUNCIL_2011                                                                               \
    P5 ",Bosnia,Brazil,Colombia,Gabon,Germany,India,Lebanon,Nigeria,Portugal,South Africa,Turkey,Italy"

struct said {
    struct arena arena;
    const struct veto_history_cause *cause;
    char text[300];
};

static void say_cause(void *context) {
    struct said *said = context;
    snprintf(said->text, sizeof said->text, "%s", history_cause(&said->arena, said->cause));
}

static struct said cause_said(const struct veto_history_cause *cause) {
    struct said said = {.cause = cause};
    ck_assert(arenas_try(&said.arena, NULL, say_cause, &said));
    arena_free(&said.arena);
    return said;
}

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

#define NAMED   "Security Council resolution "
#define BALLOTS "undl_id,ms_code,ms_vote,date,resolution,draft,meeting,title\n"

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

enum { SEATS = 15 };

/* A vote of 2011 in which some ballots were taken away, or put under another state. */
static struct veto_history_vote torn_vote(const struct council *council, uint32_t trial,
                                          struct veto_history_ballot cast[SEATS],
                                          enum veto_ballot known[SEATS]) {
    enum { ELSEWHERE, UNKNOWN, UNREADABLE, NOWHERE };
    struct veto_history_vote vote = {.ballots = cast};
    memset(vote.totals, 0, sizeof vote.totals);
    for (unsigned i = 0; i < SEATS; i++) {
        struct philox_block random = philox(2011, (uint32_t[4]){trial, i, 0, 0});
        unsigned fate = random.word[1] % 32;
        known[i] = random.word[0] % 8 < 6 ? VETO_YES : (enum veto_ballot)(random.word[0] % 4);
        vote.totals[known[i]]++;
        struct veto_history_ballot ballot = {.ballot = (unsigned char)known[i]};
        memcpy(ballot.code, fate == ELSEWHERE ? "TUR" : council->codes[i], 4);
        if (fate == UNKNOWN || fate == UNREADABLE)
            ballot.ballot = fate == UNKNOWN ? VETO_BALLOT_UNKNOWN : VETO_BALLOT_UNREADABLE;
        if (fate != NOWHERE)
            cast[vote.ballot_count++] = ballot;
    }
    return vote;
}

/* What is inferred is what was cast. */
START_TEST(infers_what_was_cast) {
    enum { TRIALS = 2000 };
    static size_t origins[VETO_BALLOT_REPLACED + 1];
    struct arena arena = {0};
    jmp_buf landing;
    arena.landing = &landing;
    ck_assert_int_eq(setjmp(landing), 0);
    struct councils councils = {.arena = &arena};
    const struct council *council = council_of(&councils, (struct veto_date){2011, 5, 5});
    for (uint32_t trial = 0; trial < TRIALS; trial++) {
        struct veto_history_ballot cast[SEATS];
        enum veto_ballot known[SEATS];
        struct veto_history_vote vote = torn_vote(council, trial, cast, known);
        infer_ballots(&arena, council, &vote);
        for (unsigned i = 0; i < vote.ballot_count; i++) {
            int seat = council_seat(council, vote.ballots[i].code);
            if (seat != VETO_NONE && vote.ballots[i].ballot < VETO_BALLOTS)
                ck_assert_int_eq(vote.ballots[i].ballot, (int)known[seat]);
            origins[vote.ballots[i].origin]++;
        }
    }
    for (int i = VETO_BALLOT_MOVED; i <= VETO_BALLOT_REPLACED; i++)
        ck_assert_uint_gt(origins[i], TRIALS / 16);
    arena_free(&arena);
}

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

/* ---- open ballots ---- */

enum { TRIALS = 3000, MOST_OPEN = 4 };

/* The outcomes of all ways to fill the open seats that agree with the totals, as a set of bits. */
static unsigned every_outcome(const struct council *council, const enum veto_ballot *known,
                              veto_set open, const int totals[4]) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    unsigned outcomes = 0, ways = 1;
    for (unsigned i = 0; i < council->count; i++)
        ways *= veto_set_has(open, i) ? 4 : 1;
    for (unsigned way = 0; way < ways; way++) {
        int sums[VETO_BALLOTS] = {0};
        unsigned rest = way;
        for (unsigned i = 0; i < council->count; i++) {
            ballots[i] = known[i];
            if (veto_set_has(open, i)) {
                ballots[i] = (enum veto_ballot)(rest % 4);
                rest /= 4;
            }
            sums[ballots[i]]++;
        }
        if (totals && memcmp(sums, totals, 4 * sizeof *totals) != 0)
            continue;
        outcomes |= 1u << veto_decide(&council->rules, VETO_SUBSTANTIVE, ballots).outcome;
    }
    return outcomes;
}

/* Resolving with ballots that are not on record, with totals (_i = 1) or without, against trying
 * everything. */
START_TEST(open_ballots_against_brute_force) {
    struct arena arena = {0};
    struct councils councils = {.arena = &arena};
    const struct council *council = NULL;
    jmp_buf landing;
    arena.landing = &landing;
    ck_assert_int_eq(setjmp(landing), 0);
    council = council_of(&councils, (struct veto_date){1950, 6, 25});
    for (uint32_t trial = 0; trial < TRIALS; trial++) {
        struct veto_history_ballot cast[11];
        enum veto_ballot known[11];
        int totals[4] = {0};
        veto_set open = 0;
        for (unsigned i = 0; i < 11; i++) {
            struct philox_block random = philox(1946, (uint32_t[4]){trial, i, (uint32_t)_i, 0});
            known[i] = random.word[0] % 8 < 5 ? VETO_YES : (enum veto_ballot)(random.word[0] % 4);
            totals[known[i]]++;
            memcpy(cast[i].code, council->codes[i], 4);
            cast[i].ballot = (unsigned char)known[i];
            if (random.word[1] % 4 == 0 && veto_set_count(open) < MOST_OPEN) {
                open |= veto_set_of(i);
                cast[i].ballot = VETO_BALLOT_UNKNOWN;
            }
        }
        struct veto_history_vote vote = {.ballots = cast, .ballot_count = 11};
        for (int i = 0; i < VETO_TOTALS; i++)
            vote.totals[i] = _i && i < 4 ? totals[i] : -1;
        struct seated seated;
        seat_vote(&seated, council, &vote);
        unsigned all = every_outcome(council, known, open, _i ? totals : NULL);
        enum veto_outcome found = seat_resolve(&seated, VETO_SUBSTANTIVE);
        bool settled = (all & (all - 1)) == 0;
        ck_assert_int_eq(found != VETO_OUTCOMES, settled);
        if (settled)
            ck_assert_uint_eq(1u << found, all);
        for (unsigned i = 0; i < 11; i++) /* what totals imply is what was cast */
            if (!veto_set_has(seated.open, i))
                ck_assert_int_eq(seated.ballots[i], known[i]);
    }
    arena_free(&arena);
}

START_TEST(seats_a_vote) {
    struct veto_history *history = read_path(SCIENCES_PO);
    struct veto_history_seating seating;
    ck_assert(veto_history_seat(&history->votes[3], &seating)); /* Greece in the place of Spain */
    ck_assert_uint_eq(seating.composition.count, 15);
    ck_assert_uint_eq(veto_set_count(seating.moved), 1);
    ck_assert(!seating.implied);
    for (unsigned i = 0; i < 15; i++)
        if (veto_set_has(seating.moved, i)) {
            ck_assert_str_eq(seating.composition.seats[i].code, "ESP");
            ck_assert_int_eq(seating.ballots[i], VETO_YES);
        }
    ck_assert(veto_history_seat(&history->votes[7], &seating)); /* only sums are known */
    ck_assert_uint_eq(veto_set_count(seating.unknown), 15);
    ck_assert(!veto_history_seat(&history->votes[5], &seating)); /* no such day */
    veto_history_free(history);
    history = read_path(UNDL);
    ck_assert(veto_history_seat(&history->votes[0], &seating));
    ck_assert_uint_eq(seating.composition.count, 11);
    ck_assert(!seating.unknown && !seating.implied && !seating.absent);
    veto_history_free(history);
    static const char text[] = HEADER P5 "\nS/1,vetoed,2016-01-05,,,,,,Y,Y,N,Y,Y\n";
    history = read_text(text, strlen(text));
    ck_assert(veto_history_seat(&history->votes[0], &seating));
    ck_assert_uint_eq(veto_set_count(seating.absent), 10);
    veto_history_free(history);
}

/* ---- other rules ---- */

START_TEST(rule_sets_are_sound) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    struct veto_composition now, then;
    ck_assert_uint_eq(count, 8);
    ck_assert(veto_composition_of((struct veto_date){2016, 1, 1}, &now));
    ck_assert(veto_composition_of((struct veto_date){1950, 1, 1}, &then));
    for (size_t i = 0; i < count; i++) {
        ck_assert_ptr_eq(veto_rule_set_find(sets[i].name), &sets[i]);
        struct veto_rules own = veto_rule_set_council(&sets[i]), rules;
        ck_assert_uint_eq(own.members, sets[i].members);
        ck_assert_uint_eq(veto_set_count(own.veto_holders), sets[i].veto_holders);
        ck_assert_uint_gt(2 * own.required, own.members);
        ck_assert_int_eq(veto_rule_set_apply(&sets[i], &now, &rules), !sets[i].own_council);
        if (sets[i].own_council)
            continue;
        ck_assert_uint_eq(rules.members, 15);
        ck_assert_uint_eq(rules.required, strcmp(sets[i].name, "charter-1945") == 0 ? 7 : 9);
        ck_assert(veto_rule_set_apply(&sets[i], &then, &rules));
        ck_assert_uint_eq(rules.members, 11);
        ck_assert_uint_eq(rules.required, strcmp(sets[i].name, "charter-1965") == 0 ? 9 : 7);
        ck_assert_uint_eq(veto_set_count(rules.veto_holders), sets[i].veto_holders);
    }
    ck_assert_ptr_null(veto_rule_set_find("charter"));
}

START_TEST(resolves_under_other_rules) {
    struct veto_history *history = read_path(SCIENCES_PO);
    struct veto_history_under *under = under_of(history, "no-veto");
    ck_assert_uint_eq(under->recorded[VETO_ADOPTED], 3);
    ck_assert_uint_eq(under->recorded[VETO_VETOED], 2);
    ck_assert_uint_eq(under->recorded[VETO_FAILED], 3);
    ck_assert_uint_eq(under->votes, 8);
    ck_assert_uint_eq(under->left_out, 2); /* the rows without a good date */
    ck_assert_uint_eq(under->under[VETO_ADOPTED], 5);
    ck_assert_uint_eq(under->undetermined, 0);
    ck_assert_uint_eq(under->change_count, 2);
    ck_assert_str_eq(under->changes[0].vote->symbol, "S/2016/846");
    ck_assert_int_eq(under->changes[0].from, VETO_VETOED);
    ck_assert_int_eq(under->changes[0].to, VETO_ADOPTED);
    ck_assert_uint_eq(under->no_without_veto, 1); /* S/2016/847: France, the United Kingdom, ... */
    ck_assert_uint_eq(under->vetoer_count, 5);
    ck_assert_str_eq(under->vetoers[1].code, "FRA");
    ck_assert_uint_eq(under->vetoers[1].vetoes, 0);
    ck_assert_uint_eq(under->vetoers[1].no_without_veto, 1);
    ck_assert_str_eq(under->vetoers[3].code, "RUS");
    ck_assert_uint_eq(under->vetoers[3].vetoes, 2);
    ck_assert_uint_eq(under->vetoers[3].alone, 2);
    ck_assert_uint_eq(under->vetoers[3].released, 2);
    ck_assert_uint_eq(under->year_count, 1);
    ck_assert_uint_eq(under->years[0].changes, 2);
    veto_history_under_free(under);
    under = under_of(history, "charter-1965"); /* but for the row that nothing explains */
    ck_assert_uint_eq(under->change_count, 1);
    ck_assert_str_eq(under->changes[0].vote->symbol, "S/RES/90003(2016)");
    veto_history_under_free(under);
    veto_history_free(history);
    history = read_path(UNDL);
    under = under_of(history, "charter-1945"); /* what was procedural stays so */
    ck_assert_uint_eq(under->change_count, 0);
    veto_history_under_free(under);
    veto_history_free(history);
}

/* Of three vetoed drafts: one veto, two of them, and two against thirteen in favour. */
START_TEST(counts_vetoes) {
    static const char text[] =
        HEADER P5 ",Japan,Malaysia,New Zealand,Senegal,Spain,Ukraine,Uruguay,Venezuela,Angola,"
                  "Egypt\n"
                  "S/1,vetoed,2016-01-05,10,1,4,0,15,A,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,A,A,A\n"
                  "S/2,vetoed,2016-01-05,10,3,2,0,15,N,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,N,A,A\n"
                  "S/3,vetoed,2016-01-05,13,2,0,0,15,N,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y\n"
                  "S/4,lack of maj.,2016-01-05,4,11,0,0,15,Y,N,Y,N,N,N,N,N,N,N,N,N,Y,Y,N\n";
    static const struct {
        const char *rules;
        size_t vetoed, china_released, russia_released;
    } cases[] = {
        {"charter-1945", 3, 0, 0}, {"charter-1965", 3, 0, 0}, {"no-veto", 0, 2, 3},
        {"two-vetoes", 2, 0, 1},   {"override-13", 2, 1, 1},
    };
    struct veto_history *history = read_text(text, strlen(text));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_history_under *under = under_of(history, cases[i].rules);
        const struct veto_history_vetoer *china = &under->vetoers[0], *russia = &under->vetoers[3];
        ck_assert_uint_eq(under->under[VETO_VETOED], cases[i].vetoed);
        ck_assert_uint_eq(under->under[VETO_FAILED], 1);
        ck_assert_uint_eq(under->change_count, 3 - cases[i].vetoed);
        ck_assert_uint_eq(china->released, cases[i].china_released);
        ck_assert_uint_eq(russia->released, cases[i].russia_released);
        ck_assert_uint_eq(china->vetoes, 2);
        ck_assert_uint_eq(china->alone, 0);
        ck_assert_uint_eq(russia->vetoes, 3);
        ck_assert_uint_eq(russia->alone, 1);
        ck_assert_uint_eq(under->no_without_veto, 1);
        veto_history_under_free(under);
    }
    veto_history_free(history);
}

START_TEST(refuses_rules_of_another_council) {
    struct veto_history *history = read_path(UNDL);
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history_under *under = NULL;
    ck_assert_int_eq(veto_history_under(&under, list, history, veto_rule_set_find("g4")),
                     VETO_INPUT);
    ck_assert_ptr_null(under);
    ck_assert_str_eq(veto_diagnostics_get(list, 0).message,
                     "'g4' is for a Council of 25 members, and recorded votes are of 11 or 15");
    ck_assert_str_eq(veto_diagnostics_get(list, 0).hint,
                     "its voting power can be measured: veto power g4");
    veto_diagnostics_free(list);
    veto_history_free(history);
}

/* ---- choosing ---- */

START_TEST(filters) {
    struct veto_history *history = read_path(SCIENCES_PO);
    ck_assert_uint_eq(MATCHING(.from_year = 0), 0x3ff);
    ck_assert_uint_eq(MATCHING(.from_year = 2016, .to_year = 2016), 0x1df);
    ck_assert_uint_eq(MATCHING(.from_year = 2017), 0);
    ck_assert_uint_eq(MATCHING(.to_year = 2015), 0);
    ck_assert_uint_eq(MATCHING(.outcome = 1 + VETO_VETOED), 0x42);
    ck_assert_uint_eq(MATCHING(.vetoed_by = "RUS"), 0x42);
    ck_assert_uint_eq(MATCHING(.vetoed_by = "VEN"), 0); /* voted against; that was no veto */
    ck_assert_uint_eq(MATCHING(.member = "GRC"), 0);    /* its ballot is that of Spain */
    ck_assert_uint_eq(MATCHING(.member = "ESP", .ballot = 1 + VETO_YES), 0x5a);
    ck_assert_uint_eq(MATCHING(.member = "RUS", .ballot = 1 + VETO_NO), 0x42);
    ck_assert_uint_eq(MATCHING(.ballot = 1 + VETO_NOT_PARTICIPATING), 0); /* without a vote */
    ck_assert_uint_eq(MATCHING(.text = "MIDDLE east"), 0x3);
    ck_assert_uint_eq(MATCHING(.text = "s/res/"), 0x1c);
    ck_assert_uint_eq(MATCHING(.text = "nothing of the kind"), 0);
    ck_assert_uint_eq(MATCHING(.text = "SCR 90001"), 0x4);
    ck_assert_uint_eq(MATCHING(.text = "90001 (2016)"), 0x4);
    ck_assert_uint_eq(MATCHING(.text = "90001 (2015)"), 0);
    ck_assert_uint_eq(MATCHING(.text = "8 October 2016"), 0x3);
    ck_assert_uint_eq(MATCHING(.text = "2016-10-08"), 0x3);
    ck_assert_uint_eq(MATCHING(.text = "2016-10"), 0x3);
    ck_assert_uint_eq(MATCHING(.text = "2016-11"), 0);
    veto_history_free(history);
}

START_TEST(finds_by_symbol) {
    struct veto_history *history = read_path(UNDL);
    static const struct {
        const char *symbol;
        size_t at;
    } cases[] = {
        {"S/RES/2623(2022)", 1},
        {"s/res/2623 (2022)", 1},
        {"2623", 1},
        {"S/RES/2623", 1},
        {"S/2022/160", 1},
        {"S/PV.8980", 1},
        {"S/2022/16", 4},
        {"S/2022/1600", 4},
        {"S/2022/90002", 3},
        {"", 4},
        {"S/PV. 473", 0},
        {"473rd meeting", 0},
        {"1950-06-25", 0},
        {"June 25, 1950", 0},
        {"1950-06", 0},
        {"1950", 4},
        {"2022-02-27", 1},
        {"2022-03", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(veto_history_find(history, cases[i].symbol, 0), cases[i].at);
    ck_assert_uint_eq(veto_history_find(history, "2623", 2), 4);
    veto_history_free(history);
}

/* ---- export ---- */

/* Loads what was made of a vote, and plays it: each ballot is the recorded one, as recorded and as
 * expected. */
/* The outcome as played. */
static enum veto_outcome check_export(const struct veto_history_vote *vote) {
    enum veto_outcome outcome = VETO_NOT_PUT;
    char *yaml;
    const char *why;
    struct veto_scenario *scenario = NULL;
    struct veto_history_seating seating;
    struct veto_diagnostics *list = veto_diagnostics_new();
    ck_assert_int_eq(veto_history_export(&yaml, &why, vote), VETO_OK);
    ck_assert(veto_history_seat(vote, &seating));
    struct veto_text text = {"export", yaml, strlen(yaml)};
    ck_assert_msg(veto_scenario_load(&scenario, list, &text, NULL, 0) == VETO_OK, "%s\n%s",
                  veto_diagnostics_count(list) ? veto_diagnostics_get(list, 0).message : "", yaml);
    for (int mode = VETO_EXPECTED; mode <= VETO_RECORDED; mode++) {
        struct veto_meeting *meeting = NULL;
        ck_assert_int_eq(veto_meeting_play(&meeting, scenario, (enum veto_mode)mode, 0), VETO_OK);
        const struct veto_vote *cast = veto_meeting_vote(meeting, 0);
        ck_assert_uint_eq(scenario->members_count, seating.composition.count);
        for (unsigned i = 0; i < scenario->members_count; i++) {
            int member = veto_scenario_member(scenario, seating.composition.seats[i].code);
            ck_assert_int_eq(cast->casts[member].ballot, seating.ballots[i]);
        }
        outcome = cast->result.outcome;
        veto_meeting_free(meeting);
    }
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
    free(yaml);
    return outcome;
}

START_TEST(exports_a_vote) {
    static const char expected[] =
        "# Made from the record of one vote. The ballots are data; the leanings are assumptions,\n"
        "# chosen so that the most likely ballots are the recorded ones.\n"
        "\n"
        "veto: 1\n"
        "title: \"Complaint of aggression upon the Republic of Korea\"\n"
        "date: 1950-06-25\n"
        "meeting: \"S/PV.473\"\n"
        "numbers: record\n"
        "\n"
        "council:\n"
        "  composition: 1950-06-25\n"
        "\n"
        "drafts:\n"
        "  draft:\n"
        "    symbol: \"S/1501\"\n"
        "    title: \"Complaint of aggression upon the Republic of Korea\"\n"
        "    result: \"S/RES/82 (1950)\"\n"
        "    leanings: {CHN: 0.8, CUB: 0.8, ECU: 0.8, EGY: 0.8, FRA: 0.8, IND: 0.8, NOR: 0.8, "
        "GBR: 0.8, USA: 0.8, YUG: -0.2}\n"
        "    ballots: {RUS: not_participating}\n"
        "\n"
        "recorded:\n"
        "  draft:\n"
        "    yes: [CHN, CUB, ECU, EGY, FRA, IND, NOR, GBR, USA]\n"
        "    abstain: [YUG]\n"
        "    not_participating: [RUS]\n";
    struct veto_history *history = read_path(UNDL);
    char *yaml;
    const char *why;
    ck_assert_int_eq(veto_history_export(&yaml, &why, &history->votes[0]), VETO_OK);
    ck_assert_str_eq(yaml, expected);
    free(yaml);
    check_export(&history->votes[0]);
    check_export(&history->votes[1]);
    struct veto_history_vote nameless = history->votes[0];
    nameless.title = nameless.symbol = "";
    nameless.draft = NULL;
    nameless.resolution = 0;
    check_export(&nameless);
    struct veto_history_vote quoted = history->votes[0];
    quoted.symbol = "S/RES/8\\x93\"2(19\\\"50)"; /* bytes that are no text come as \x93 */
    check_export(&quoted);
    veto_history_free(history);
    history = read_path(SCIENCES_PO);
    for (size_t i = 0; i < 5; i++)
        if (i != 2)
            check_export(&history->votes[i]);
    veto_history_free(history);
}

/* What may follow a veto depends on it. */
START_TEST(exports_what_the_decision_is_on) {
    static const struct {
        const char *title, *line;
    } cases[] = {
        {"Admission of new members", "    matter: membership\n"},
        {"Application for Membership Ceylon", "    matter: membership\n"},
        {"Security Council resolution 1 (1999) [on admission of A to membership in the UN]",
         "    matter: membership\n"},
        {"Consideration of the question of the appointment of the Secretary-General",
         "    matter: appointment\n"},
        {"Security Council resolution 1 (1999) [on appointment of A as Secretary-General of the UN]",
         "    matter: appointment\n"},
        {"[on appointment of a representative of the Secretary-General]", NULL},
        {"[on membership of the Organizational Committee of the Peacebuilding Commission]", NULL},
    };
    struct veto_history *history = read_path(UNDL);
    struct veto_history_vote vote = history->votes[0];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *yaml;
        const char *why;
        vote.title = cases[i].title;
        ck_assert_int_eq(veto_history_export(&yaml, &why, &vote), VETO_OK);
        const char *line = strstr(yaml, "    matter:");
        ck_assert_msg(cases[i].line
                          ? line && strncmp(line, cases[i].line, strlen(cases[i].line)) == 0
                          : !line,
                      "%s: %s", cases[i].title, yaml);
        free(yaml);
        check_export(&vote);
    }
    veto_history_free(history);
}

START_TEST(exports_only_what_is_known) {
    static const struct {
        size_t vote;
        const char *why;
    } cases[] = {
        {2, "it was adopted without a vote, and there are no ballots"},
        {5, "no Council is known for its date"},
        {7, "not all ballots are on record"},
    };
    struct veto_history *history = read_path(SCIENCES_PO);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *yaml = NULL;
        const char *why = NULL;
        ck_assert_int_eq(veto_history_export(&yaml, &why, &history->votes[cases[i].vote]),
                         VETO_INPUT);
        ck_assert_ptr_null(yaml);
        ck_assert_str_eq(why, cases[i].why);
        struct veto_history_seating seating;
        ck_assert_str_eq(veto_history_why_not(&history->votes[cases[i].vote], &seating),
                         cases[i].why);
    }
    struct veto_history_seating seating;
    ck_assert_ptr_null(veto_history_why_not(&history->votes[0], &seating));
    ck_assert_uint_eq(seating.composition.count, 15);
    veto_history_free(history);
}

/* ---- the record itself, where it is at hand ---- */

/* Votes of 2011 and 2012 with a ballot of this member. */
static size_t count_matching(const struct veto_history *history, const char *member) {
    struct veto_history_filter filter = {.from_year = 2011, .to_year = 2012, .member = member};
    size_t count = 0;
    for (size_t i = 0; i < history->count; i++)
        count += veto_history_matches(&history->votes[i], &filter);
    return count;
}

START_TEST(every_vote_since_1946) {
    struct veto_history *history = read_record("sciencespo-unsc-votes-1946-2025.csv");
    if (!history)
        return;
    struct veto_history_check *check = check_of(history);
    ck_assert_uint_eq(history->count, 3203);
    ck_assert_uint_eq(check->agree, 3190);
    ck_assert_uint_eq(check->without_vote, 38);
    ck_assert_uint_eq(check->explained, 10);
    static const char *const unexplained[] = {"S/5134", "S/1148", "S/516"};
    size_t found = 0;
    for (size_t i = 0; i < history->count; i++)
        if (check->findings[i].verdict == VETO_UNEXPLAINED)
            ck_assert_str_eq(history->votes[i].symbol, unexplained[found++]);
    ck_assert_uint_eq(found, 3);
    static const size_t problems[VETO_PROBLEM_KINDS] = {
        [VETO_PROBLEM_SWAP] = 219, [VETO_PROBLEM_UNKNOWN_BALLOT] = 4, [VETO_PROBLEM_DUPLICATE] = 1,
        [VETO_PROBLEM_ALIKE] = 20, [VETO_PROBLEM_DATE] = 8,           [VETO_PROBLEM_MISSING] = 1,
        [VETO_PROBLEM_TITLE] = 17, [VETO_PROBLEM_BALLOT] = 74,
    };
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        ck_assert_uint_eq(check->problems_by_kind[i], problems[i]);
    static const char *const swaps[] = {
        "in 53 votes of 2024 the ballots of Slovenia stand under Slovakia",
        "in 55 votes of 2012 the ballots of Portugal stand under Turkey",
        "in 68 votes of 2011 the ballots of Portugal stand under Turkey",
        "in 12 votes of 1967 the ballots of Argentina stand under Algeria",
        "in 15 votes of 1966 the ballots of Argentina stand under Algeria",
        "in 16 votes of 1964 the ballots of Czechoslovakia stand under Czechia",
    };
    ck_assert_uint_eq(check->cause_count, 17);
    for (size_t i = 0; i < 6; i++)
        ck_assert_str_eq(cause_said(&check->causes[i]).text, swaps[i]);
    ck_assert_int_ne(check->causes[6].kind, VETO_PROBLEM_SWAP);
    ck_assert_uint_eq(count_matching(history, "PRT"), 123);
    ck_assert_uint_eq(count_matching(history, "TUR"), 0);
    veto_history_check_free(check);
    veto_history_free(history);
}

START_TEST(every_resolution_since_1946) {
    struct veto_history *history = read_record("undl-layout-sc-voting.csv");
    if (!history)
        return;
    struct veto_history_check *check = check_of(history);
    ck_assert_uint_eq(history->count, 2813);
    ck_assert_uint_eq(check->agree, 2803);
    ck_assert_uint_eq(check->without_vote, 38);
    ck_assert_uint_eq(check->explained, 10);
    ck_assert_uint_eq(check->problems_by_kind[VETO_PROBLEM_MEETING], 3);
    ck_assert_uint_eq(check->problems_by_kind[VETO_PROBLEM_TITLE], 154);
    ck_assert_uint_eq(check->problems_by_kind[VETO_PROBLEM_BALLOT], 74);
    ck_assert_uint_eq(check->problem_count, 231);
    ck_assert_uint_eq(check->cause_count, 6);
    veto_history_check_free(check);
    veto_history_free(history);
}

START_TEST(both_records_compared) {
    struct veto_history *first = read_record("sciencespo-unsc-votes-1946-2025.csv");
    struct veto_history *second = read_record("undl-layout-sc-voting.csv");
    if (!first || !second)
        return;
    struct veto_history_check *checks[] = {check_of(first), check_of(second)};
    struct veto_history_comparison *comparison = NULL;
    ck_assert_int_eq(veto_history_compare(&comparison, checks[0], checks[1]), VETO_OK);
    ck_assert_uint_eq(comparison->matched, 2810);
    ck_assert_uint_eq(comparison->only_count[0], 393);
    ck_assert_uint_eq(comparison->only_count[1], 3);
    ck_assert_uint_eq(comparison->by_kind[VETO_DIFFERS_BALLOT], 17);
    ck_assert_uint_eq(comparison->by_kind[VETO_DIFFERS_DATE], 9);
    ck_assert_uint_eq(comparison->by_kind[VETO_DIFFERS_TITLE], 173);
    ck_assert_uint_eq(comparison->difference_count, 199);
    ck_assert_uint_eq(comparison->suspected, 179);
    veto_history_comparison_free(comparison);
    for (int side = 0; side < 2; side++)
        veto_history_check_free(checks[side]);
    veto_history_free(first);
    veto_history_free(second);
}

/* Weaker vetoes change only what was vetoed, and less than none at all. */
START_TEST(every_vote_under_other_rules) {
    struct veto_history *history = read_record("sciencespo-unsc-votes-1946-2025.csv");
    if (!history)
        return;
    static const struct {
        const char *rules;
        size_t adopted, vetoed, failed, changes;
    } cases[] = {
        {"charter-1945", 2813, 274, 116, 7}, {"charter-1965", 2774, 240, 189, 66},
        {"no-veto", 3081, 0, 122, 271},      {"two-vetoes", 3039, 42, 122, 229},
        {"override-13", 2877, 204, 122, 68},
    };
    static const size_t vetoes[] = {21, 17, 32, 159, 96}, alone[] = {4, 2, 7, 142, 73};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_history_under *under = under_of(history, cases[i].rules);
        ck_assert_uint_eq(under->recorded[VETO_ADOPTED], 2810);
        ck_assert_uint_eq(under->recorded[VETO_VETOED], 270);
        ck_assert_uint_eq(under->recorded[VETO_FAILED], 123);
        ck_assert_uint_eq(under->under[VETO_ADOPTED], cases[i].adopted);
        ck_assert_uint_eq(under->under[VETO_VETOED], cases[i].vetoed);
        ck_assert_uint_eq(under->under[VETO_FAILED], cases[i].failed);
        ck_assert_uint_eq(under->change_count, cases[i].changes);
        ck_assert_uint_eq(under->undetermined, 2);
        ck_assert_uint_eq(under->no_without_veto, 69);
        for (size_t j = 0; j < 5; j++) {
            ck_assert_uint_eq(under->vetoers[j].vetoes, vetoes[j]);
            ck_assert_uint_eq(under->vetoers[j].alone, alone[j]);
        }
        size_t by_year = 0;
        for (size_t j = 0; j < under->year_count; j++)
            by_year += under->years[j].changes;
        ck_assert_uint_eq(by_year, under->change_count);
        veto_history_under_free(under);
    }
    veto_history_free(history);
}

/* Every tenth vote, from each beginning and of each file, made into a scenario and played. */
START_TEST(every_vote_can_be_played) {
    static const char *const files[] = {"sciencespo-unsc-votes-1946-2025.csv",
                                        "undl-layout-sc-voting.csv"};
    struct veto_history *history = read_record(files[_i / 10]);
    if (!history)
        return;
    size_t played = 0;
    for (size_t i = (size_t)_i % 10; i < history->count; i += 10) {
        struct veto_history_seating seating;
        const struct veto_history_vote *vote = &history->votes[i];
        if (vote->without_vote || !veto_history_seat(vote, &seating) || seating.unknown)
            continue;
        /* S/5134 stands in the record twice, with the same ballots and two outcomes */
        enum veto_outcome outcome = check_export(vote);
        ck_assert_msg(outcome == vote->recorded || strcmp(vote->symbol, "S/5134") == 0, "%s",
                      vote->symbol);
        played++;
    }
    ck_assert_uint_gt(played, 250);
    veto_history_free(history);
}

static const struct suite_entry entries[] = {
    {reads_one_row_a_vote, 0},
    {reads_one_row_a_ballot, 0},
    {order_does_not_matter, 0},
    {reads_across_chunks, 0},
    {reads_any_beginning, 0},
    {passes_over_stray_returns, 0},
    {texts_are_safe_to_print, 0},
    {refuses_what_is_no_record, 0},
    {refuses_what_has_no_end, 0},
    {says_why_a_file_cannot_be_read, 0},
    {knows_states_by_many_names, 0},
    {checks_one_row_a_vote, 0},
    {checks_one_row_a_ballot, 0},
    {checks_dates_and_numbers, 0},
    {checks_totals_and_outcomes, 0},
    {checks_a_vote_that_stands_twice, 0},
    {problem_words_differ, 0},
    {groups_swaps, 0},
    {groups_what_is_alike, 0},
    {groups_dates, 0},
    {groups_totals, 0},
    {groups_dates_in_another_order, 0},
    {says_what_totals_leave, 0},
    {checks_order, 0},
    {tells_alikes_apart, 0},
    {names_strangers, 0},
    {infers_what_was_cast, 0},
    {compares_what_two_files_say, 0},
    {matches_votes_on_one_draft, 0},
    {compares_inferred_ballots, 0},
    {bad_rows_cost_in_proportion, SHAPES},
    {quotes_are_short, 0},
    {open_ballots_against_brute_force, 2},
    {seats_a_vote, 0},
    {rule_sets_are_sound, 0},
    {resolves_under_other_rules, 0},
    {counts_vetoes, 0},
    {refuses_rules_of_another_council, 0},
    {filters, 0},
    {finds_by_symbol, 0},
    {exports_a_vote, 0},
    {exports_what_the_decision_is_on, 0},
    {exports_only_what_is_known, 0},
    {every_vote_since_1946, 0},
    {every_resolution_since_1946, 0},
    {both_records_compared, 0},
    {every_vote_under_other_rules, 0},
    {every_vote_can_be_played, 20},
};

SUITE("history", entries)
