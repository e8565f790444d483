/* The votes of one meeting: which, in which order, on what, and as a scenario. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suite.h"
#include "veto/history.h"

#define HEADER "UN classification,Vote outcome,Date,Meeting,Official full title,CHINA,FRANCE\n"

static struct veto_history *read_votes(const char *rows) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    char *bytes = malloc(sizeof HEADER + strlen(rows));
    strcpy(bytes, HEADER);
    strcat(bytes, rows);
    struct veto_text text = {"votes.csv", bytes, strlen(bytes)};
    ck_assert_int_eq(veto_history_load(&history, list, &text, VETO_DATES_BY_FILE), VETO_OK);
    free(bytes);
    veto_diagnostics_free(list);
    return history;
}

static struct veto_history_meeting *meeting_of(const struct veto_history *history, size_t vote) {
    struct veto_history_meeting *meeting = NULL;
    ck_assert_int_eq(veto_history_meeting_of(&meeting, history, vote), VETO_OK);
    return meeting;
}

/* "S/PV.1: S/1 whole, ..." */
static void check_meeting(const char *rows, size_t vote, const char *expected) {
    struct veto_history *history = read_votes(rows);
    struct veto_history_meeting *meeting = meeting_of(history, vote);
    char said[1000];
    int length = snprintf(said, sizeof said, "%s:", meeting->symbol ? meeting->symbol : "a day");
    for (size_t i = 0; i < meeting->count; i++) {
        const struct veto_history_item *item = &meeting->items[i];
        length += snprintf(said + length, sizeof said - (size_t)length, "%s %s %s%s%s",
                           i ? "," : "", item->vote->symbol, veto_history_part_word(item->part),
                           item->of ? " of " : "", item->of ? item->of->symbol : "");
    }
    ck_assert_str_eq(said, expected);
    veto_history_meeting_free(meeting);
    veto_history_free(history);
}

START_TEST(stands_in_its_order) {
    /* the latest day first: from the last row up, and resolutions by number */
    static const char down[] = "S/RES/12(2016),adopted,2016-05-02,S/PV.3,T,Y,Y\n"
                               "S/RES/11(2016),adopted,2016-05-01,S/PV.2,T,Y,Y\n"
                               "S/2016/8,vetoed,2016-05-01,S/PV.2,T,N,Y\n"
                               "S/RES/10(2016),adopted,2016-05-01,S/PV.2,T,Y,Y\n"
                               "S/2016/7,vetoed,2016-05-01,S/PV.1,T,N,Y\n";
    static const char up[] = "S/2016/7,vetoed,2016-05-01,S/PV.2,T,N,Y\n"
                             "S/RES/11(2016),adopted,2016-05-01,S/PV.2,T,Y,Y\n"
                             "S/2016/8,vetoed,2016-05-01,S/PV.2,T,N,Y\n"
                             "S/RES/10(2016),adopted,2016-05-01,S/PV.2,T,Y,Y\n"
                             "S/RES/12(2016),adopted,2016-05-02,S/PV.3,T,Y,Y\n";
    check_meeting(down, 1, "S/PV.2: S/RES/10(2016) whole, S/2016/8 whole, S/RES/11(2016) whole");
    check_meeting(up, 3,
                  "S/PV.2: S/2016/7 whole, S/RES/10(2016) whole, S/2016/8 whole, "
                  "S/RES/11(2016) whole");
}

START_TEST(is_told_by_symbol_or_day) {
    static const char rows[] = "S/2016/1,vetoed,2016-05-01,S/PV.7 (Resumption 1),T,N,Y\n"
                               "S/2016/2,vetoed,2016-05-01,,T,N,Y\n"
                               "S/2016/3,vetoed,2016-05-02,7th meeting S/PV.7,T,N,Y\n"
                               "S/2016/4,vetoed,2016-05-01,,T,N,Y\n"
                               "S/2016/5,vetoed,,,T,N,Y\n"
                               "S/2016/6,vetoed,,,T,N,Y\n";
    check_meeting(rows, 0, "S/PV.7: S/2016/1 whole, S/2016/3 whole");
    check_meeting(rows, 3, "a day: S/2016/2 whole, S/2016/4 whole");
    check_meeting(rows, 4, "a day: S/2016/5 whole"); /* no day is no day in common */
}

START_TEST(tells_parts_and_amendments) {
    static const char rows[] =
        "S/9,vetoed,1956-05-01,S/PV.1,T,N,Y\n"
        "Amendment S/10 to S/9,lack of maj.,1956-05-01,S/PV.1,T,N,Y\n"
        "S/9 (paragraph 2),lack of maj.,1956-05-01,S/PV.1,T,N,Y\n"
        "Oral,lack of maj.,1956-05-01,S/PV.1,Amendment to draft S/9,N,Y\n"
        "Oral amendment,lack of maj.,1956-05-01,S/PV.1,T,N,Y\n"
        "S/11 (as amended),vetoed,1956-05-01,S/PV.1,T,N,Y\n"
        "S/12 (incorporating the amendment)S/13,vetoed,1956-05-01,S/PV.1,T,N,Y\n"
        "S/14,vetoed,1956-05-01,S/PV.1,T,N,Y\n"
        "S/14,vetoed,1956-05-01,S/PV.1,T,Y,N\n"
        "S/RES/15(1956),adopted,1956-05-01,S/PV.1,on an amendment of paragraph 3,Y,Y\n";
    check_meeting(rows, 0,
                  "S/PV.1: S/9 whole, Amendment S/10 to S/9 amendment of S/9, "
                  "S/9 (paragraph 2) paragraph of S/9, Oral amendment of S/9, "
                  "Oral amendment amendment, S/11 (as amended) whole, "
                  "S/12 (incorporating the amendment)S/13 whole, S/14 untold, S/14 untold, "
                  "S/RES/15(1956) whole");
}

START_TEST(knows_names_of_meetings) {
    static const struct {
        const char *name;
        bool is;
    } names[] = {
        {"S/PV.7785", true},      {"7785th meeting", true}, {"2016-10-08", true},
        {"8 October 2016", true}, {"S/2016/846", false},    {"2334", false},
        {"2016-10", false},       {"Syria", false},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_msg(veto_history_names_meeting(names[i].name) == names[i].is, "%s",
                      names[i].name);
}

START_TEST(finds_the_nearest) {
    struct veto_history *history = read_votes("S/1,vetoed,1956-05-01,S/PV.10,T,N,Y\n"
                                              "S/2,vetoed,1956-05-01,,T,N,Y\n"
                                              "S/3,vetoed,1956-05-01,S/PV.12,T,N,Y\n"
                                              "S/4,vetoed,1956-05-01,S/PV.20,T,N,Y\n");
    static const struct {
        const char *name;
        size_t nearest[2];
    } rows[] = {{"S/PV.15", {2, 3}}, {"S/PV.9", {4, 0}}, {"S/PV.21", {3, 4}}, {"Syria", {4, 4}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t nearest[2], named;
        veto_history_meetings_near(history, rows[i].name, nearest, &named);
        ck_assert_mem_eq(nearest, rows[i].nearest, sizeof nearest);
        ck_assert_uint_eq(named, 3);
    }
    veto_history_free(history);
}

/* ---- as a scenario ---- */

/* Why there is none, or NULL, where the scenario loads. */
static const char *export_of(const struct veto_history *history, size_t *drafts) {
    struct veto_history_meeting *meeting = meeting_of(history, 0);
    char *yaml = NULL;
    const char *why = NULL;
    enum veto_status status = veto_history_export_meeting(&yaml, &why, meeting);
    veto_history_meeting_free(meeting);
    if (status != VETO_OK)
        return why;
    struct veto_text text = {"meeting.yaml", yaml, strlen(yaml)};
    struct veto_scenario *scenario = NULL;
    ck_assert_int_eq(veto_scenario_load(&scenario, NULL, &text, NULL, 0), VETO_OK);
    *drafts = scenario->draft_count;
    veto_scenario_free(scenario);
    free(yaml);
    return NULL;
}

START_TEST(is_exported_together) {
    static const char row[] = "S/2016/%u,lack of maj.,2016-05-01,S/PV.1,T,N,Y\n";
    char rows[40 * sizeof row] = "";
    size_t drafts = 0;
    for (unsigned i = 1; i <= 33; i++) {
        snprintf(rows + strlen(rows), sizeof row + 10, row, i);
        if (i != 2 && i < 32)
            continue;
        struct veto_history *history = read_votes(rows);
        const char *why = export_of(history, &drafts);
        if (i <= 32)
            ck_assert_ptr_null(why);
        else
            ck_assert_str_eq(why, "there were more votes than a scenario holds drafts");
        ck_assert_uint_eq(drafts, i <= 32 ? i : 32);
        veto_history_free(history);
    }
}

/* What there is no roll call of is left out, and so is what another Council voted on. */
START_TEST(leaves_out_what_has_no_ballots) {
    static const char rows[] = "S/2016/1,lack of maj.,2016-05-01,S/PV.1,T,N,Y\n"
                               "S/2016/2,lack of maj.,2017-05-01,S/PV.1,T,N,Y\n"
                               "S/RES/3(2016),adopted without vote,2016-05-01,S/PV.1,T,NV,NV\n";
    struct veto_history *history = read_votes(rows);
    struct veto_history_meeting *meeting = meeting_of(history, 0);
    char *yaml = NULL;
    const char *why = NULL;
    ck_assert_int_eq(veto_history_export_meeting(&yaml, &why, meeting), VETO_OK);
    ck_assert_ptr_nonnull(strstr(
        yaml, "# Left out: S/2016/2, since it is of another year, and so of another Council.\n"
              "# Left out: S/RES/3(2016), since it was adopted without a vote, and there are "
              "no ballots.\nveto: 1\n"));
    ck_assert_ptr_null(strstr(yaml, "draft-2:"));
    free(yaml);
    veto_history_meeting_free(meeting);
    veto_history_free(history);
    size_t drafts = 0;
    history = read_votes("S/RES/3(2016),adopted without vote,2016-05-01,S/PV.1,T,NV,NV\n"
                         "S/RES/4(2016),adopted without vote,2016-05-01,S/PV.1,T,NV,NV\n");
    ck_assert_str_eq(export_of(history, &drafts),
                     "it was adopted without a vote, and there are no ballots");
    veto_history_free(history);
}

static const struct suite_entry entries[] = {
    {stands_in_its_order, 0},
    {is_told_by_symbol_or_day, 0},
    {tells_parts_and_amendments, 0},
    {knows_names_of_meetings, 0},
    {finds_the_nearest, 0},
    {is_exported_together, 0},
    {leaves_out_what_has_no_ballots, 0},
};

SUITE("meetings", entries)
