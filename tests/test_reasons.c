/* Chances and reasons in words, and what other ballots would have changed. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "played.h"
#include "words/flips.h"
#include "words/words.h"

/* ---- chances and reasons ---- */

START_TEST(chances_are_rounded_to_their_sum) {
    static const struct {
        double chance[3];
        enum veto_ballot ballot;
        const char *text;
    } cases[] = {
        {{1, 0, 0}, VETO_YES, "100% in favour, 0% against, 0% abstaining"},
        {{1.0 / 3, 1.0 / 3, 1.0 / 3}, VETO_NO, "34% in favour, 33% against, 33% abstaining"},
        {{0.29, 0.57, 0.14}, VETO_NO, "29% in favour, 57% against, 14% abstaining"},
        {{0.401, 0.399, 0.2}, VETO_YES, "40.1% in favour, 39.9% against, 20.0% abstaining"},
        {{0.997, 0.003, 0}, VETO_NO, "99.7% in favour, 0.3% against, 0.0% abstaining"},
        {{0.997, 0.003, 0}, VETO_YES, "100% in favour, 0% against, 0% abstaining"},
        {{0.997, 0.003, 0}, VETO_ABSENT, "100% in favour, 0% against, 0% abstaining"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(words_chances(&arena, cases[i].chance, cases[i].ballot), cases[i].text);
    end();
}
END_TEST

START_TEST(a_chance_never_reads_as_none_or_sure) {
    static const struct {
        double chance;
        const char *text;
    } cases[] = {
        {0, "0.0%"},      {4.93e-7, "below 0.1%"}, {0.00049, "below 0.1%"},
        {0.0005, "0.1%"}, {0.123, "12.3%"},        {0.9995, "above 99.9%"},
        {0.999, "99.9%"}, {0.9996, "above 99.9%"}, {1, "100.0%"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(words_chance(&arena, cases[i].chance), cases[i].text);
    ck_assert_str_eq(words_rounded(&arena, 5e-9, 0, 2), "below 0.01%");
    ck_assert_str_eq(words_rounded(&arena, 0, 0, 2), "0.00%");
    ck_assert_str_eq(words_rounded(&arena, 1 - 5e-9, 10000, 2), "above 99.99%");
    ck_assert_str_eq(words_rounded(&arena, 1, 10000, 2), "100.00%");
    end();
}
END_TEST

START_TEST(briefly_they_are_the_same_numbers) {
    static const double even[3] = {0.885, 0.004, 0.111}, close[3] = {0.401, 0.399, 0.2};
    ck_assert_str_eq(words_chances(&arena, even, VETO_YES),
                     "89% in favour, 0% against, 11% abstaining");
    ck_assert_str_eq(words_chances_brief(&arena, even, VETO_YES), "Y 89% N 0% A 11%");
    ck_assert_str_eq(words_chances_brief(&arena, close, VETO_YES), "Y 40.1% N 39.9% A 20.0%");
    end();
}
END_TEST

START_TEST(odds_are_rounded_together) {
    static const struct {
        double chance[4];
        const char *text;
    } cases[] = {
        {{1, 0, 0, 0}, "100.0% 0.0% 0.0% 0.0%"},
        {{0.25, 0.25, 0.25, 0.25}, "25.0% 25.0% 25.0% 25.0%"},
        {{1.0 / 3, 1.0 / 3, 1.0 / 3, 0}, "33.4% 33.3% 33.3% 0.0%"},
        {{0.0225, 0.9773, 0.0002, 0}, "2.3% 97.7% below 0.1% 0.0%"},
        {{0.9994, 0.0003, 0.0003, 0}, "above 99.9% below 0.1% below 0.1% 0.0%"},
        {{0.0016, 0.0376, 0.9604, 0.0004}, "0.2% 3.8% 96.0% below 0.1%"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *texts[4];
        words_odds(&arena, cases[i].chance, 4, texts);
        ck_assert_str_eq(
            arena_printf(&arena, "%s %s %s %s", texts[0], texts[1], texts[2], texts[3]),
            cases[i].text);
    }
    end();
}
END_TEST

START_TEST(no_leaning_is_less_than_nothing) {
    ck_assert_str_eq(words_leaning(&arena, -0.0), "0.00");
    ck_assert_str_eq(words_leaning(&arena, -0.004), "0.00");
    ck_assert_str_eq(words_leaning(&arena, -0.006), "-0.01");
    end();
}
END_TEST

START_TEST(chances_always_add_up) {
    for (int i = 0; i < 2000; i++) {
        double chance[3], yes, no, abstain;
        veto_ballot_chances(sin(i), 0.05 + i % 7 * 0.1, fabs(cos(i)), chance);
        char *text = words_chances(&arena, chance, (enum veto_ballot)(i % 3));
        ck_assert_int_eq(
            sscanf(text, "%lf%% in favour, %lf%% against, %lf%% abstaining", &yes, &no, &abstain),
            3);
        ck_assert_msg(fabs(yes + no + abstain - 100) < 1e-9, "%s", text);
        ck_assert(fabs(yes - 100 * chance[0]) < 1 && fabs(no - 100 * chance[1]) < 1);
    }
    end();
}
END_TEST

/* -0.9 and 0.8 come to the very cut point, which is no vote against; that it is the likeliest all
 * the same has its reason. */
START_TEST(why_a_leaning_on_a_cut_point_may_come_to_either) {
    static const char yaml[] =
        "veto: 1\ntitle: T\ncouncil: {composition: [CHN, FRA], required_majority: 1}\n"
        "drafts: {d: {title: D, question: procedural, leanings: {default: -0.9}}}\n"
        "members: {CHN: {opposition: 0.9}, FRA: {opposition: 0.9, volatility: 0}}\n"
        "programme:\n"
        "  - event: {text: News., moves: {d: {CHN: 0.8, FRA: 0.8}}}\n"
        "  - vote: d\n";
    play(yaml, VETO_EXPECTED, 1);
    ck_assert_str_eq(words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 0, true),
                     "At the start it leans strongly against (-0.90).\n"
                     "+0.80 to -0.10 (stated: 0.80): News.\n"
                     "At the vote it leans neither way (-0.10).\n"
                     "It votes in favour above 0.10, and against below -0.10.\n"
                     "Chances: 21% in favour, 50% against, 29% abstaining.\n"
                     "The most likely ballot: against, as its opinion varies about its leaning "
                     "(volatility 0.25).");
    ck_assert_str_eq(words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 1, true),
                     "At the start it leans strongly against (-0.90).\n"
                     "+0.80 to -0.10 (stated: 0.80): News.\n"
                     "At the vote it leans neither way (-0.10).\n"
                     "It votes in favour above 0.10, and against below -0.10.\n"
                     "Chances: 0% in favour, 0% against, 100% abstaining.\n"
                     "The most likely ballot: abstaining.");
    ck_assert_str_eq(words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 0, false),
                     "At the start it leans strongly against.\n"
                     "Moved far towards the motion: News.\n"
                     "At the vote it leans neither way.\n"
                     "Chances: 21% in favour, 50% against, 29% abstaining.\n"
                     "The most likely ballot: against, as its opinion varies about its leaning.");
    end();
}
END_TEST

START_TEST(why_tells_the_whole_story) {
    play(debate, VETO_EXPECTED, 1);
    ck_assert_str_eq(
        words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 2, true),
        "At the start it leans in favour (0.50).\n"
        "+0.04 to 0.54 (openness 1.00, tie 0.10, speaker at 0.90): Jean-Marc Ayrault, for France: "
        "\u201cOne.\u201d\n"
        "+0.04 to 0.58 (openness 1.00, tie 0.10, speaker at 0.90): Jean-Marc Ayrault, Foreign "
        "Minister of France: Two.\n"
        "At the vote it leans in favour (0.58).\n"
        "It votes in favour above 0.10, and against below -0.50.\n"
        "Chances: 97% in favour, 0% against, 3% abstaining.\n"
        "The most likely ballot: in favour.");
    ck_assert_str_eq(words_why(&arena, meeting, veto_meeting_vote(meeting, 1), 12, true),
                     "At the start it leans strongly against (-0.90).\n"
                     "-0.10 to -1.00 (stated: -0.30, as far as it can go): Eight.\n"
                     "At the vote it leans strongly against (-1.00).\n"
                     "It votes in favour above 0.10, and against below -0.50.\n"
                     "Chances: 0% in favour, 98% against, 2% abstaining.\n"
                     "The most likely ballot: against.");
    end();
}
END_TEST

START_TEST(why_knows_every_kind_of_reason) {
    play(ways, VETO_EXPECTED, 1);
    const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
    ck_assert_str_eq(words_why(&arena, meeting, vote, 1, true), "Its ballot is fixed: against.");
    ck_assert_str_eq(words_why(&arena, meeting, vote, 2, true),
                     "The scenario gives its chances: 20% in favour, 50% against, 30% abstaining.\n"
                     "The most likely ballot: against.");
    ck_assert_str_eq(words_why(&arena, meeting, vote, 0, true), /* 0.10 would not be above 0.10 */
                     "At the start it leans slightly in favour (0.1004).\n"
                     "At the vote it leans slightly in favour (0.1004).\n"
                     "It votes in favour above 0.1000, and against below -0.5000.\n"
                     "Chances: 50% in favour, 1% against, 49% abstaining.\n"
                     "The most likely ballot: in favour.");
    end();
}
END_TEST

START_TEST(why_names_the_record_and_the_seed) {
    play(ways, VETO_RECORDED, 1);
    ck_assert_str_eq(words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 14, true),
                     "At the start it leans neither way (0.00).\n"
                     "At the vote it leans neither way (0.00).\n"
                     "It votes in favour above 0.10, and against below -0.50.\n"
                     "By the model: 35% in favour, 2% against, 63% abstaining.\n"
                     "On record: absent.");
    end();
    play(ways, VETO_SAMPLED, 18446744073709551615U);
    char *text = words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 2, true);
    ck_assert_ptr_nonnull(strstr(text, "\nDrawn with seed 18446744073709551615: "));
    end();
}
END_TEST

/* Adds the printed changes of one account to its printed start, in units of its last decimal. */
static void check_sum(const char *text) {
    double sum = NAN, change, to;
    for (const char *line = text; line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
        if (sscanf(line, "At the start it leans %*[a-z ](%lf", &sum) == 1)
            continue;
        if (sscanf(line, "At the vote it leans %*[a-z ](%lf", &to) == 1) {
            ck_assert_msg(fabs(sum - to) < 1e-9, "%s", text);
            return;
        }
        ck_assert_msg(sscanf(line, "%lf to %lf", &change, &to) == 2, "%s", text);
        sum += change;
        ck_assert_msg(fabs(sum - to) < 1e-9, "%s", text);
    }
    ck_abort_msg("%s", text);
}

/* Chains of odd numbers, whose changes would not add up if each were rounded for itself. */
START_TEST(printed_figures_add_up) {
    char yaml[4096];
    size_t used = (size_t)snprintf(yaml, sizeof yaml,
                                   "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
                                   "ties: {EGY: {FRA: 0.%d7, RUS: 0.%d3}}\n"
                                   "drafts: {d: {title: D, leanings: {EGY: -0.33%d}}}\n"
                                   "programme:\n",
                                   _i % 9, _i * 7 % 9, _i % 10);
    for (int i = 0; i < 12; i++)
        used += (size_t)snprintf(yaml + used, sizeof yaml - used,
                                 "  - statement: {by: %s, on: d, position: %s0.9%d, text: X.,\n"
                                 "      moves: {d: {EGY: %s0.0%d5%d}}}\n",
                                 i % 2 ? "FRA" : "RUS", i % 3 ? "" : "-", _i % 10, i % 5 ? "" : "-",
                                 (i + _i) % 10, _i % 7);
    snprintf(yaml + used, sizeof yaml - used, "  - vote: d\n");
    play(yaml, VETO_EXPECTED, 1);
    check_sum(words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 2, true));
    end();
}
END_TEST

START_TEST(model_is_held_against_the_record) {
    play(ways, VETO_EXPECTED, 1);
    ck_assert_str_eq(
        words_record(&arena, meeting, 0),
        "Draft 'd': failed here, adopted on record, 1 of 15 ballots alike. China and Egypt are "
        "against here, and were in favour on record. France, Japan, Malaysia, New Zealand, the "
        "Russian Federation, Senegal, Spain, Ukraine, the United Kingdom and the United States are "
        "abstaining here, and were in favour on record. Uruguay is abstaining here, and was "
        "against on record. Venezuela is abstaining here, and was absent on record.");
    end();
}
END_TEST

static const char agreeing[] =
    "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
    "drafts: {d: {title: D, leanings: {default: 0.9}},\n"
    "  e: {title: E, put: false}, f: {title: F}}\n"
    "recorded:\n"
    "  d: {yes: [AGO, CHN, EGY, FRA, JPN, MYS, NZL, RUS, SEN, ESP, UKR, GBR, USA, URY, VEN]}\n"
    "  e: {no: [AGO, CHN, EGY, FRA, JPN, MYS, NZL, RUS, SEN, ESP, UKR, GBR, USA, URY, VEN]}\n"
    "programme: [{vote: d}, {vote: e}, {vote: f}]\n";

START_TEST(model_may_agree_with_the_record_or_not_come_to_a_vote) {
    play(agreeing, VETO_EXPECTED, 1);
    ck_assert_str_eq(words_record(&arena, meeting, 0),
                     "Draft 'd': as recorded, adopted, all 15 ballots alike.");
    ck_assert_str_eq(words_record(&arena, meeting, 1),
                     "Draft 'e': not put here; on record, failed with 0 in favour, 15 against, 0 "
                     "abstaining.");
    ck_assert_ptr_null(words_record(&arena, meeting, 2));
    end();
}
END_TEST

/* ---- changes of ballots ---- */

START_TEST(flips_say_how_far_it_is) {
    static const struct {
        struct veto_flips_to to;
        const char *text, *rest;
    } cases[] = {
        {{VETO_ADOPTED, 1, NULL, 3, false}, "To be adopted, it takes 1 other ballot", NULL},
        {{VETO_VETOED, 2, NULL, 4, false},
         "To be vetoed, it takes 2 other ballots",
         "and 1 less likely one"},
        {{VETO_FAILED, 3, NULL, 5, true},
         "To fail, it takes 3 other ballots",
         "and at least 2 less likely ones"},
        {{VETO_FAILED, 3, NULL, 1, true},
         "To fail, it takes 3 other ballots",
         "and perhaps less likely ones"},
        {{VETO_ADOPTED, 0, NULL, 0, false}, "To be adopted, no change of ballots does it", NULL},
        {{VETO_VETOED, 0, NULL, 0, true},
         "To be vetoed, no change was found among the smallest ones",
         "and perhaps less likely ones"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *rest = words_flips_rest(&arena, &cases[i].to, 3);
        ck_assert_str_eq(words_flips_to(&arena, &cases[i].to), cases[i].text);
        ck_assert(!rest == !cases[i].rest);
        if (rest)
            ck_assert_str_eq(rest, cases[i].rest);
    }
    end();
}
END_TEST

START_TEST(decisive_members_are_in_order) {
    static const double decisive[] = {0.25, 0.5, 0.25, 0, 0.75};
    const size_t *order = words_largest_first(&arena, decisive, 5);
    ck_assert_mem_eq(order, ((size_t[]){4, 1, 0, 2, 3}), 5 * sizeof *order);
    end();
}
END_TEST

static const struct suite_entry entries[] = {
    {chances_are_rounded_to_their_sum, 0},
    {a_chance_never_reads_as_none_or_sure, 0},
    {briefly_they_are_the_same_numbers, 0},
    {odds_are_rounded_together, 0},
    {no_leaning_is_less_than_nothing, 0},
    {chances_always_add_up, 0},
    {why_a_leaning_on_a_cut_point_may_come_to_either, 0},
    {why_tells_the_whole_story, 0},
    {why_knows_every_kind_of_reason, 0},
    {why_names_the_record_and_the_seed, 0},
    {printed_figures_add_up, 60},
    {model_is_held_against_the_record, 0},
    {model_may_agree_with_the_record_or_not_come_to_a_vote, 0},
    {flips_say_how_far_it_is, 0},
    {decisive_members_are_in_order, 0},
};

SUITE("reasons", entries)
