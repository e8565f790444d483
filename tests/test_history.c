/* Recorded votes: what is read of a file, what is chosen there, and the record itself. */
#include "history/record.h"
#include "history_text.h"

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

START_TEST(texts_are_safe_to_print) {
    static const char text[] = HEADER P5 ",Official full title\n"
                                         "S/1,vetoed,2016-01-05,4,1,0,0,5,Y,Y,N,Y,Y,"
                                         "\"a\x1b[31m\tb\xff \xe2\x80\xae \xc3\xa9\"\n";
    struct veto_history *history = read_text(text, strlen(text));
    ck_assert_str_eq(history->votes[0].title, "a\\x1b[31m b\\xff \\u202e \xc3\xa9");
    veto_history_free(history);
    static const char blanks[] =
        HEADER P5 ",Official full title\n"
                  "S/1,vetoed,2016-01-05,4,1,0,0,5,Y,Y,N,Y,Y,\v\n"
                  "S/2,vetoed,2016-01-05,4,1,0,0,5,Y,Y,N,Y,Y,\f\va \vb\f\n";
    history = read_text(blanks, strlen(blanks));
    ck_assert_str_eq(history->votes[0].title, "");
    ck_assert_str_eq(history->votes[1].title, "a b");
    veto_history_free(history);
}
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
END_TEST

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
    {filters, 0},
    {finds_by_symbol, 0},
    {every_vote_since_1946, 0},
    {every_resolution_since_1946, 0},
    {both_records_compared, 0},
    {every_vote_under_other_rules, 0},
};

SUITE("history", entries)
