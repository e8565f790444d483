/* Sentences: how a vote turns, names, results, and what the debate says. */
#include <stdio.h>
#include <string.h>

#include "played.h"
#include "words/words.h"

/* One draft before the Council of 2016, whose ballots are all given. */
static const char *result_under(const char *rules, const char *draft, const char *ballots) {
    char yaml[2048];
    snprintf(yaml, sizeof yaml,
             "veto: 1\ntitle: T\ncouncil: {composition: 2016, %s}\n"
             "drafts: {d: {title: D, %s leanings: {default: 0.9}, ballots: {%s}}}\n"
             "programme: [{vote: d}]\n",
             rules, draft, ballots);
    play(yaml, VETO_EXPECTED, 1);
    return words_result(&arena, scenario, veto_meeting_vote(meeting, 0));
}

static const char *result_of(const char *draft, const char *ballots) {
    return result_under("", draft, ballots);
}

/* ---- how a vote turns ---- */

/* What each ballot in turn makes of the vote, where it makes something of it. */
static const char *turns_under(const char *rules, const char *draft, const char *ballots) {
    const char *text = "";
    veto_set before = 0;
    result_under(rules, draft, ballots);
    const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
    for (int member = 0; member < (int)scenario->members_count; member++) {
        const char *turn = words_turn(&arena, scenario, vote, before, member);
        if (turn)
            text = arena_printf(&arena, "%s%d %s\n", text, member + 1, turn);
        before |= veto_set_of((unsigned)member);
    }
    return text;
}

START_TEST(ballots_turn_a_vote) {
    static const struct {
        const char *rules, *draft, *ballots, *turns;
    } votes[] = {
        /* adopted: a majority, and then the last that could have vetoed it */
        {"", "", "",
         "9 The ninth vote in favour: only a veto can stop it now.\n"
         "13 Certain from here, by the United States' vote in favour: adopted, since "
         "no veto can come any more.\n"},
        {"", "", "USA: abstain",
         "9 The ninth vote in favour: only a veto can stop it now.\n"
         "13 Certain from here, by the United States' abstention: adopted, since no veto can come "
         "any more.\n"},
        /* vetoed: before the majority, and behind it */
        {"", "", "RUS: no, GBR: no, JPN: absent",
         "8 The Russian Federation's vote against: a veto if nine are in favour.\n"
         "11 Certain from here, by the ninth vote in favour: vetoed, with the Russian Federation "
         "against.\n"},
        {"", "", "USA: no",
         "9 The ninth vote in favour: only a veto can stop it now.\n"
         "13 Certain from here, by the United States' vote against: vetoed.\n"},
        /* it fails, with a veto in sight and without one */
        {"", "",
         "AGO: abstain, CHN: no, EGY: no, FRA: no, JPN: no, MYS: not_participating, "
         "NZL: absent",
         "2 China's vote against: a veto if nine are in favour.\n"
         "7 Certain from here, by New Zealand's absence: it can no longer reach nine.\n"},
        {"", "",
         "AGO: abstain, CHN: abstain, EGY: abstain, FRA: absent, JPN: no, NZL: no, "
         "RUS: not_participating",
         "7 New Zealand's vote against: it needs every vote that is left.\n"
         "8 Certain from here, by the Russian Federation's taking no part: it can no longer reach "
         "nine.\n"},
        /* a question of procedure, and nobody with a veto */
        {"", "question: procedural,", "CHN: no",
         "10 Certain from here, by the ninth vote in favour: adopted.\n"},
        {"veto: []", "", "", "9 Certain from here, by the ninth vote in favour: adopted.\n"},
        /* other rules */
        {"required_majority: 13", "", "AGO: no, EGY: no, VEN: no",
         "3 Egypt's vote against: it needs every vote that is left.\n"
         "15 Certain from here, by Venezuela's vote against: it can no longer reach 13.\n"},
        {"required_majority: 14", "", "VEN: no",
         "13 The United States' vote in favour: no veto can come any more.\n"
         "14 Certain from here, by the 14th vote in favour: adopted, since no veto can come any "
         "more.\n"},
        {"override_at: 13", "", "CHN: no, FRA: no, JPN: abstain",
         "5 Japan's abstention: it can no longer be adopted.\n"
         "12 Certain from here, by the ninth vote in favour: vetoed, with China and France "
         "against.\n"},
        {"veto_needs: 2", "", "CHN: no, FRA: no",
         "4 France's vote against: a veto if nine are in favour.\n"
         "11 Certain from here, by the ninth vote in favour: vetoed, with China and France "
         "against.\n"},
        {"majorities: [{of: african, needed: 3}]", "", "EGY: no",
         "3 Certain from here, by Egypt's vote against: it can no longer reach every majority that "
         "it needs.\n"},
        /* a member that is held to abstain is known before it is called */
        {"obligatory_abstention: enforce", "under: chapter_vi, parties: [USA],", "",
         "9 The ninth vote in favour: only a veto can stop it now.\n"
         "12 Certain from here, by the United Kingdom's vote in favour: adopted, since no veto can "
         "come any more.\n"},
    };
    for (size_t i = 0; i < sizeof votes / sizeof *votes; i++) {
        ck_assert_str_eq(turns_under(votes[i].rules, votes[i].draft, votes[i].ballots),
                         votes[i].turns);
        end();
    }
}
END_TEST

START_TEST(what_is_certain_is_said) {
    ck_assert_str_eq(words_certain(VETO_ADOPTED), "certain to be adopted");
    ck_assert_str_eq(words_certain(VETO_VETOED), "certain to be vetoed");
    ck_assert_str_eq(words_certain(VETO_FAILED), "certain to fail");
}
END_TEST

/* ---- names and numbers ---- */

START_TEST(names_take_the_article_that_english_wants) {
    static const char *const names[][2] = {
        {"Egypt", "Egypt"},
        {"United Kingdom", "the United Kingdom"},
        {"United States", "the United States"},
        {"United Arab Emirates", "the United Arab Emirates"},
        {"Russian Federation", "the Russian Federation"},
        {"Soviet Union", "the Soviet Union"},
        {"Netherlands", "the Netherlands"},
        {"Philippines", "the Philippines"},
        {"Republic of Korea", "the Republic of Korea"},
        {"Dominican Republic", "the Dominican Republic"},
        {"Congo", "the Congo"},
        {"Ukrainian SSR", "the Ukrainian SSR"},
        {"Nigeria", "Nigeria"},
        {"Niger", "Niger"},
        {"Bosnia and Herzegovina", "Bosnia and Herzegovina"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_str_eq(words_name(&arena, names[i][0]), names[i][1]);
    end();
}
END_TEST

START_TEST(lists_of_names_have_commas_and_an_and) {
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016}\ndrafts: {d: {title: D}}\n");
    unsigned china = 1, egypt = 2, france = 3;
    ck_assert_str_eq(words_names(&arena, scenario, 0), "");
    ck_assert_str_eq(words_names(&arena, scenario, veto_set_of(china)), "China");
    ck_assert_str_eq(words_names(&arena, scenario, veto_set_of(china) | veto_set_of(egypt)),
                     "China and Egypt");
    ck_assert_str_eq(words_names(&arena, scenario,
                                 veto_set_of(china) | veto_set_of(egypt) | veto_set_of(france)),
                     "China, Egypt and France");
    ck_assert_str_eq(words_names(&arena, scenario, veto_set_of(14) | veto_set_of(12)),
                     "the United States and Venezuela");
    end();
}
END_TEST

/* A leaning goes no further than 1, and says so where it was to. */
START_TEST(moves_to_the_end_are_not_cut_short) {
    static const struct {
        double from, amount;
        const char *cause;
    } moves[] = {
        {0.5, 0.5, "stated: 0.50"},
        {0.5, 0.75, "stated: 0.75, as far as it can go"},
        {-0.5, -0.5, "stated: -0.50"},
        {-0.5, -0.75, "stated: -0.75, as far as it can go"},
    };
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        struct veto_move move = {.from = moves[i].from, .amount = moves[i].amount, .stated = true};
        ck_assert_str_eq(words_cause(&arena, &move), moves[i].cause);
    }
    end();
}
END_TEST

START_TEST(sentences_begin_with_a_capital) {
    ck_assert_str_eq(words_capital(&arena, "the Congo"), "The Congo");
    ck_assert_str_eq(words_capital(&arena, ""), "");
    ck_assert_str_eq(words_capital(&arena, "\u00e9t\u00e9"), "\u00e9t\u00e9");
    end();
}
END_TEST

START_TEST(dates_are_written_out) {
    ck_assert_str_eq(words_date(&arena, (struct veto_date){2016, 10, 8}), "8 October 2016");
    ck_assert_str_eq(words_date(&arena, (struct veto_date){1950, 1, 31}), "31 January 1950");
    ck_assert_str_eq(words_date(&arena, (struct veto_date){0, 0, 0}), "");
    end();
}
END_TEST

START_TEST(every_ballot_and_outcome_has_its_word) {
    ck_assert_str_eq(words_ballot(VETO_YES), "in favour");
    ck_assert_str_eq(words_ballot(VETO_NO), "against");
    ck_assert_str_eq(words_ballot(VETO_ABSTAIN), "abstaining");
    ck_assert_str_eq(words_ballot(VETO_NOT_PARTICIPATING), "not participating");
    ck_assert_str_eq(words_ballot(VETO_ABSENT), "absent");
    ck_assert_str_eq(words_outcome(VETO_ADOPTED), "adopted");
    ck_assert_str_eq(words_outcome(VETO_VETOED), "vetoed");
    ck_assert_str_eq(words_outcome(VETO_FAILED), "failed");
    ck_assert_str_eq(words_outcome(VETO_NOT_PUT), "not put");
}
END_TEST

START_TEST(tallies_leave_out_what_seldom_happens) {
    ck_assert_str_eq(words_tally(&arena, (const unsigned[]){15, 0, 0, 0, 0}),
                     "15 in favour, 0 against, 0 abstaining");
    ck_assert_str_eq(words_tally(&arena, (const unsigned[]){11, 2, 2, 0, 0}),
                     "11 in favour, 2 against, 2 abstaining");
    ck_assert_str_eq(words_tally(&arena, (const unsigned[]){7, 0, 1, 2, 1}),
                     "7 in favour, 0 against, 1 abstaining, 2 not participating, 1 absent");
    ck_assert_str_eq(words_tally(&arena, (const unsigned[]){10, 0, 0, 0, 1}),
                     "10 in favour, 0 against, 0 abstaining, 1 absent");
    end();
}
END_TEST

/* ---- results ---- */

static const struct {
    const char *draft, *ballots, *text;
} results[] = {
    {"", "", "15 in favour, 0 against, 0 abstaining. The draft has been adopted unanimously."},
    {"result: S/RES/2334 (2016),", "USA: abstain",
     "14 in favour, 0 against, 1 abstaining. The draft has been adopted as resolution 2334 (2016). "
     "The United States abstained: that did not prevent adoption, since an abstention is no veto."},
    {"result: a presidential statement,", "VEN: no",
     "14 in favour, 1 against, 0 abstaining. The draft has been adopted as a presidential "
     "statement."},
    {"", "CHN: absent, RUS: absent, FRA: not_participating, GBR: abstain, USA: abstain",
     "10 in favour, 0 against, 2 abstaining, 1 not participating, 2 absent. The draft has been "
     "adopted. The United Kingdom and the United States abstained: that did not prevent adoption, "
     "since an abstention is no veto. France took no part in the vote: that did not prevent "
     "adoption, since not participating is no veto. China and the Russian Federation were absent: "
     "that did not prevent adoption, since an absence is no veto."},
    {"", "RUS: absent",
     "14 in favour, 0 against, 0 abstaining, 1 absent. The draft has been adopted. The Russian "
     "Federation was absent: that did not prevent adoption, since an absence is no veto."},
    {"question: procedural,", "RUS: no, CHN: abstain",
     "13 in favour, 1 against, 1 abstaining. The motion has been adopted. The Russian Federation "
     "voted against: that was no veto, since the question is procedural."},
    {"", "RUS: no, VEN: no, AGO: abstain, CHN: abstain",
     "11 in favour, 2 against, 2 abstaining. The draft has not been adopted, owing to the negative "
     "vote of a permanent member: the Russian Federation."},
    {"", "RUS: no, CHN: no",
     "13 in favour, 2 against, 0 abstaining. The draft has not been adopted, owing to the negative "
     "votes of two permanent members: China and the Russian Federation."},
    {"",
     "AGO: abstain, URY: abstain, FRA: no, JPN: no, MYS: no, NZL: no, SEN: no, ESP: no, UKR: no, "
     "GBR: no, USA: no",
     "4 in favour, 9 against, 2 abstaining. The draft has not been adopted: it obtained 4 of the 9 "
     "votes in favour that it needed, 5 short. France, the United Kingdom and the United States "
     "voted against: that was no veto, since the required majority was not reached."},
    {"",
     "AGO: abstain, URY: abstain, FRA: abstain, JPN: abstain, MYS: abstain, NZL: abstain, "
     "SEN: abstain",
     "8 in favour, 0 against, 7 abstaining. The draft has not been adopted: it obtained 8 of the 9 "
     "votes in favour that it needed, 1 short."},
};

START_TEST(results_say_what_happened_and_why) {
    ck_assert_str_eq(result_of(results[_i].draft, results[_i].ballots), results[_i].text);
    end();
}
END_TEST

static const struct {
    const char *rules, *draft, *ballots, *text;
} other_results[] = {
    {"veto_needs: 2,", "", "RUS: no",
     "14 in favour, 1 against, 0 abstaining. The draft has been adopted. The Russian Federation "
     "voted against: that was no veto, since it takes 2 such votes to make one."},
    {"veto_needs: 2, override_at: 13,", "", "RUS: no, CHN: no",
     "13 in favour, 2 against, 0 abstaining. The draft has been adopted. China and the Russian "
     "Federation voted against: that was no veto, since 13 votes in favour override one."},
    {"veto_needs: 2, override_at: 13,", "", "RUS: no",
     "14 in favour, 1 against, 0 abstaining. The draft has been adopted. The Russian Federation "
     "voted against: that was no veto, since it takes 2 such votes to make one."},
    {"majorities: [{of: african, needed: 2, name: two of Africa}],", "",
     "AGO: no, SEN: abstain, RUS: no",
     "12 in favour, 2 against, 1 abstaining. The draft has not been adopted: it obtained the 9 "
     "votes in favour that it needed, but did not reach: two of Africa. The Russian Federation "
     "voted against: that was no veto, since a further majority was not reached."},
    {"majorities: [{of: [CHN, FRA], needed: 2}, {by: weight, needed: 20, weights: {default: 1, "
     "CHN: 14}}],",
     "", "CHN: abstain",
     "14 in favour, 0 against, 1 abstaining. The draft has not been adopted: it obtained the 9 "
     "votes in favour that it needed, but did not reach: 2 in favour among China and France; a "
     "weight of 20 in favour among all members."},
    {"required_majority: 15, majorities: [{of: [CHN], needed: 1, name: China}],", "",
     "CHN: abstain",
     "14 in favour, 0 against, 1 abstaining. The draft has not been adopted: it obtained 14 of the "
     "15 votes in favour that it needed, 1 short. Nor did it reach: China."},
    {"obligatory_abstention: enforce,", "parties: [RUS], under: chapter_vi,",
     "RUS: no, CHN: abstain",
     "13 in favour, 0 against, 2 abstaining. The draft has been adopted. China abstained: that did "
     "not prevent adoption, since an abstention is no veto."},
};

START_TEST(results_give_the_true_reason) {
    ck_assert_str_eq(
        result_under(other_results[_i].rules, other_results[_i].draft, other_results[_i].ballots),
        other_results[_i].text);
    end();
}
END_TEST

START_TEST(a_veto_of_an_elected_member_is_named_so) {
    play("veto: 1\ntitle: T\ncouncil: {composition: 2016, veto: [EGY]}\n"
         "drafts: {d: {title: D, leanings: {default: 0.9}, ballots: {EGY: no, RUS: no}}}\n"
         "programme: [{vote: d}]\n",
         VETO_EXPECTED, 1);
    ck_assert_str_eq(words_verdict(&arena, scenario, veto_meeting_vote(meeting, 0)),
                     "The draft has not been adopted, owing to the negative vote of a member with "
                     "a veto: Egypt.");
    end();
}
END_TEST

/* ---- debate ---- */

START_TEST(speakers_are_introduced) {
    static const char *const speakers[] = {
        "Jean-Marc Ayrault, for France",
        "Jean-Marc Ayrault, Foreign Minister of France",
        "Egypt",
        "The United Kingdom, Ambassador",
        "Anna Example, for the United States",
        "Anna Example, Envoy",
        "Syria",
    };
    play(debate, VETO_EXPECTED, 1);
    for (size_t i = 0; i < sizeof speakers / sizeof *speakers; i++)
        ck_assert_str_eq(words_speaker(&arena, scenario, event_of(VETO_EVENT_STATEMENT, i)->item),
                         speakers[i]);
    end();
}
END_TEST

START_TEST(only_quotations_stand_in_quotation_marks) {
    play(debate, VETO_EXPECTED, 1);
    ck_assert_str_eq(words_said(&arena, event_of(VETO_EVENT_STATEMENT, 0)->item),
                     "\u201cOne.\u201d");
    ck_assert_str_eq(words_said(&arena, event_of(VETO_EVENT_STATEMENT, 1)->item), "Two.");
    ck_assert_str_eq(words_said(&arena, event_of(VETO_EVENT_HAPPENING, 0)->item), "Eight.");
    end();
}
END_TEST

START_TEST(moves_say_who_moves_where) {
    static const char *const said[] = {
        "Angola moves a little towards the draft, and now leans slightly in favour (by less than "
        "0.01, at 0.10)",
        "Egypt moves a little towards the draft (0.50 to 0.54)",
    };
    size_t count;
    play(debate, VETO_EXPECTED, 1);
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        ck_assert_str_eq(words_move(&arena, scenario, &moves[i], 0, true), said[i]);
    const struct veto_event *event = event_of(VETO_EVENT_HAPPENING, 0);
    ck_assert_uint_eq(event->move_count, 2);
    ck_assert_str_eq(words_move(&arena, scenario, &moves[event->first_move], VETO_NONE, true),
                     "The United States moves away from draft 'b' (-0.90 to -1.00)");
    ck_assert_str_eq(words_move(&arena, scenario, &moves[event->first_move], VETO_NONE, false),
                     "The United States moves away from draft 'b'");
    ck_assert_str_eq(
        words_move(&arena, scenario, &moves[0], 1, true),
        "Angola moves a little towards draft S/1 (a), and now leans slightly in favour "
        "(by less than 0.01, at 0.10)");
    end();
}
END_TEST

START_TEST(moves_behind_the_vote_do_not_count) {
    size_t count;
    play(debate, VETO_EXPECTED, 1);
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    ck_assert(words_move_counts(meeting, &moves[0]));
    ck_assert(!words_move_counts(meeting, &moves[count - 1]));
    ck_assert_ptr_null(
        strstr(words_why(&arena, meeting, veto_meeting_vote(meeting, 0), 2, true), "Too late"));
    end();
}
END_TEST

START_TEST(not_put_says_why) {
    play(debate, VETO_EXPECTED, 1);
    const struct veto_event *event = event_of(VETO_EVENT_NOT_PUT, 0);
    const struct veto_draft *draft = &veto_meeting_scenario(meeting)->drafts[event->draft];
    ck_assert_str_eq(words_not_put(&arena, draft, event->why),
                     "The draft was not put to the vote: it was withdrawn.");
    end();
}
END_TEST

static const struct suite_entry entries[] = {
    {ballots_turn_a_vote, 0},
    {what_is_certain_is_said, 0},
    {names_take_the_article_that_english_wants, 0},
    {lists_of_names_have_commas_and_an_and, 0},
    {moves_to_the_end_are_not_cut_short, 0},
    {sentences_begin_with_a_capital, 0},
    {dates_are_written_out, 0},
    {every_ballot_and_outcome_has_its_word, 0},
    {tallies_leave_out_what_seldom_happens, 0},
    {results_say_what_happened_and_why, sizeof results / sizeof *results},
    {results_give_the_true_reason, sizeof other_results / sizeof *other_results},
    {a_veto_of_an_elected_member_is_named_so, 0},
    {speakers_are_introduced, 0},
    {only_quotations_stand_in_quotation_marks, 0},
    {moves_say_who_moves_where, 0},
    {moves_behind_the_vote_do_not_count, 0},
    {not_put_says_why, 0},
};

SUITE("sentences", entries)
