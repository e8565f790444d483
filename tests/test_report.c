/* What is said about a meeting: sentences, the whole as text, the whole as JSON. */
#include "suite.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "golden.h"
#include "report/meeting.h"
#include "words/flips.h"
#include "words/words.h"

/* ---- a meeting to talk about ---- */

static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */
static struct veto_scenario *scenario;
static struct veto_meeting *meeting;

static void end(void) {
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    arena_free(&arena);
    meeting = NULL;
    scenario = NULL;
}

static void load(const char *yaml) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = {"test", yaml, strlen(yaml)};
    enum veto_status status = veto_scenario_load(&scenario, list, &text, NULL, 0);
    if (status != VETO_OK)
        veto_diagnostics_print(list, stderr, 0, false);
    veto_diagnostics_free(list);
    ck_assert_int_eq(status, VETO_OK);
}

static void play(const char *yaml, enum veto_mode mode, uint64_t seed) {
    load(yaml);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, mode, seed), VETO_OK);
}

static const struct veto_event *event_of(enum veto_event_kind kind, size_t nth) {
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (event->kind == kind && nth-- == 0)
            return event;
    }
    ck_abort_msg("no such event");
    return NULL;
}

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

static const char debate[] =
    "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
    "sources: {s: {title: S}}\n"
    "members: {FRA: {delegate: Jean-Marc Ayrault}, EGY: {openness: 1}, AGO: {openness: 1}}\n"
    "ties: {EGY: {FRA: 0.1}, AGO: {FRA: 0.004}}\n"
    "drafts:\n"
    "  a: {title: A, symbol: S/1, leanings: {default: 0.5, FRA: 0.9, AGO: 0.0985}}\n"
    "  b: {title: B, leanings: {default: -0.9}}\n"
    "  c: {title: C, put: false, not_put: it was withdrawn}\n"
    "programme:\n"
    "  - statement: {by: FRA, on: a, text: One., source: s, quoting: quotation}\n"
    "  - statement: {by: FRA, role: Foreign Minister of France, on: a, text: Two.}\n"
    "  - statement: {by: EGY, text: Three.}\n"
    "  - statement: {by: GBR, role: Ambassador, text: Four.}\n"
    "  - statement: {by: Anna Example, for: USA, text: Five.}\n"
    "  - statement: {by: Anna Example, role: Envoy, text: Six.}\n"
    "  - statement: {by: Syria, text: Seven.}\n"
    "  - event: {text: Eight., moves: {b: {USA: -0.3, EGY: -0.05}}}\n"
    "  - vote: a\n"
    "  - vote: b\n"
    "  - when: {a: adopted}\n"
    "    then: [{event: {text: Nine.}}]\n"
    "  - when: {a: vetoed}\n"
    "    then: [{event: {text: Nine.}}]\n"
    "  - when: {b: [vetoed, failed]}\n    then: []\n"
    "  - when: {b: failed}\n"
    "    then: []\n"
    "    else: [{event: {text: Ten.}}]\n"
    "  - when: {a: failed}\n    then: []\n"
    "    else: [{event: {text: Ten.}}]\n"
    "  - when: {a: adopted, b: adopted}\n    then: []\n"
    "  - when: {c: not_put}\n    then: []\n"
    "  - when: {a: not_put}\n    then: []\n"
    "  - when: {a: [vetoed, failed, not_put]}\n    then: []\n"
    "  - statement: {by: FRA, on: a, text: Too late.}\n";

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

static const char ways[] =
    "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
    "drafts: {d: {title: D, leanings: {AGO: 0.1004}, ballots: {CHN: no,\n"
    "  EGY: {yes: 0.2, no: 0.5, abstain: 0.3}}}}\n"
    "recorded: {d: {yes: [AGO, CHN, EGY, FRA, JPN, MYS, NZL, RUS, SEN, ESP, UKR, GBR, USA],\n"
    "  no: [URY], abstain: [], absent: [VEN]}}\n"
    "programme: [{vote: d}]\n";

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
    struct veto_flips flips = {.decisive = decisive, .has_decisive = true};
    unsigned order[5];
    flips_by_decisive(&flips, 5, order);
    ck_assert_mem_eq(order, ((unsigned[]){4, 1, 0, 2, 3}), sizeof order);
}
END_TEST

/* ---- text ---- */

/* How the meeting is to be written. */
struct text {
    size_t columns;
    bool color, ascii, why;
};

static enum veto_status write_report(FILE *file, enum report_format format,
                                     const struct text *how) {
    struct meeting_subject subject = {meeting, veto_meeting_event_count(meeting), how->why, NULL};
    struct report_look look = {.format = format, .page = {how->columns, how->color, how->ascii}};
    return report_write(file, &report_meeting, &subject, &look);
}

static char *text_of(const struct text *options) {
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    ck_assert_int_eq(write_report(file, REPORT_TEXT, options), VETO_OK);
    fclose(file);
    return text;
}

static void check_lines(const char *text, size_t columns) {
    while (*text) {
        size_t length = strcspn(text, "\n");
        ck_assert_msg(text_width_n(text, length) <= columns, "%.*s", (int)length, text);
        ck_assert_msg(length == 0 || text[length - 1] != ' ', "blank at the end: %.*s", (int)length,
                      text);
        text += length + (text[length] == '\n');
    }
}

START_TEST(text_keeps_to_its_columns) {
    static const size_t widths[] = {0, 40, 60, 80, 132};
    play(debate, VETO_EXPECTED, 1);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        char *text = text_of(&(struct text){.columns = widths[i], .why = true});
        check_lines(text, widths[i] ? widths[i] : 80);
        free(text);
    }
    end();
}
END_TEST

/* Takes "\033[...m" out. */
static void uncolor(char *text) {
    char *to = text;
    for (; *text; text++) {
        if (*text == '\033')
            text = strchr(text, 'm');
        else
            *to++ = *text;
    }
    *to = '\0';
}

START_TEST(colour_adds_nothing_but_colour) {
    play(debate, VETO_EXPECTED, 1);
    char *plain = text_of(&(struct text){.why = true});
    char *color = text_of(&(struct text){.why = true, .color = true});
    ck_assert_ptr_null(strchr(plain, '\033'));
    ck_assert_ptr_nonnull(strchr(color, '\033'));
    uncolor(color);
    ck_assert_str_eq(plain, color);
    free(plain);
    free(color);
    end();
}
END_TEST

START_TEST(ascii_is_ascii) {
    play(debate, VETO_EXPECTED, 1);
    char *text = text_of(&(struct text){.ascii = true});
    for (char *at = text; *at; at++)
        ck_assert_msg((unsigned char)*at < 0x80, "%s", at);
    ck_assert_ptr_nonnull(strstr(text, "\"One.\""));
    free(text);
    end();
}
END_TEST

START_TEST(text_tells_what_did_not_happen) {
    play("veto: 1\ntitle: Empty\n"
         "council: {composition: [CHN, FRA], required_majority: 2, veto: []}\n"
         "drafts: {d: {title: D, put: false, not_put: nobody wanted it}}\n",
         VETO_SAMPLED, 9);
    char *text = text_of(&(struct text){0});
    ck_assert_str_eq(text, "Empty\n=====\nSecurity Council\n\n"
                           "The Council\n"
                           "    Permanent members  China and France\n"
                           "    Required majority  2 of 2 votes in favour\n"
                           "    Veto               held by no member\n\n"
                           "The draft\n    'd': D\n\n"
                           "The meeting\n-----------\n"
                           "Played so: each member's ballot is drawn by its chances, with seed 9.\n"
                           "The scenario does not say where its members' views come from.\n\n"
                           "The President opens the meeting.\n\n"
                           "Draft 'd' is not put to the vote: nobody wanted it.\n\n"
                           "The meeting rises.\n\n"
                           "Outcome\n-------\n"
                           "'d'  not put  nobody wanted it\n");
    free(text);
    end();
}
END_TEST

/* ---- procedure ---- */

static void play_procedure(enum veto_mode mode) {
    size_t length;
    char *yaml = golden_read("tests/screens/procedure.yaml", &length);
    ck_assert_ptr_nonnull(yaml);
    play(yaml, mode, 1);
    free(yaml);
}

static int draft_of(const char *id) {
    return veto_scenario_draft(scenario, id);
}

START_TEST(text_tells_of_procedure) {
    play_procedure(VETO_EXPECTED);
    char *text = text_of(&(struct text){0});
    golden_compare("tests/expected/procedure.txt", text);
    free(text);
    end();
}
END_TEST

START_TEST(rules_are_said_in_plain_words) {
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016}\ndrafts: {d: {title: D}}\n");
    ck_assert_str_eq(words_veto(&arena, scenario), "held by each permanent member");
    ck_assert_str_eq(words_majorities(&arena, scenario, ~0U), "");
    ck_assert_str_eq(words_abstention(scenario), "");
    end();
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016, veto: [CHN, FRA], veto_needs: 2, "
         "override_at: 13, obligatory_abstention: warn}\ndrafts: {d: {title: D}}\n");
    ck_assert_str_eq(words_veto(&arena, scenario),
                     "held by China and France; it takes 2 of them voting against; 13 votes in "
                     "favour override it");
    ck_assert_str_eq(words_abstention(scenario),
                     "shall abstain (Article 27 (3)); a vote that it casts all the same stands, "
                     "and is remarked upon");
    end();
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016, veto: []}\ndrafts: {d: {title: D}}\n");
    ck_assert_str_eq(words_veto(&arena, scenario), "held by no member");
    end();
}
END_TEST

START_TEST(why_tells_of_changed_texts_and_obligations) {
    play_procedure(VETO_EXPECTED);
    int russia = veto_scenario_member(scenario, "RUS");
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft_of("main"));
    ck_assert_str_eq(words_why(&arena, meeting, vote, russia, true),
                     "At the start it leans strongly against (-1.00).\n"
                     "+0.10 to -0.90 (stated: 0.10): amendment 'oral' was adopted\n"
                     "At the vote it leans strongly against (-0.90).\n"
                     "It votes in favour above 0.10, and against below -0.50.\n"
                     "Chances: 0% in favour, 95% against, 5% abstaining.\n"
                     "The most likely ballot: against.\n"
                     "The Russian Federation is a party to the dispute and shall abstain (Article "
                     "27 (3)): its vote against counts as an abstention.");
    end();
    play("veto: 1\ntitle: T\ncouncil: {composition: 2016, obligatory_abstention: warn}\n"
         "drafts: {d: {title: D, parties: [RUS], under: article_52_3, ballots: {RUS: yes}}}\n",
         VETO_EXPECTED, 1);
    ck_assert_str_eq(words_obligation(&arena, scenario, veto_meeting_vote(meeting, 0),
                                      veto_scenario_member(scenario, "RUS")),
                     "The Russian Federation is a party to the dispute and shall abstain (Article "
                     "27 (3)): its vote in favour stands all the same.");
    end();
}
END_TEST

START_TEST(without_a_vote_there_is_a_record_all_the_same) {
    play_procedure(VETO_EXPECTED);
    ck_assert_str_eq(words_record(&arena, meeting, draft_of("condolences")),
                     "Draft 'condolences': adopted without a vote here; on record, adopted with 15 "
                     "in favour, 0 against, 0 abstaining.");
    ck_assert_str_eq(words_why_not_put(&arena, meeting, draft_of("gone")), "Brazil withdrew it");
    ck_assert_str_eq(words_why_not_put(&arena, meeting, draft_of("paragraph")),
                     "France objected to a separate vote on it");
    end();
}
END_TEST

/* What follows a vote on record is what it would be under its own question. */
START_TEST(the_record_is_of_the_same_question) {
    play("veto: 1\ntitle: T\ncouncil: {composition: [CHN, FRA], required_majority: 1}\n"
         "drafts: {d: {title: D, ballots: {CHN: no, FRA: yes}},\n"
         "         p: {title: P, decides: d, ballots: {CHN: yes, FRA: yes}}}\n"
         "recorded: {d: {yes: [FRA], no: [CHN]}, p: {yes: [CHN, FRA]}}\n",
         VETO_EXPECTED, 1);
    ck_assert_str_eq(words_record(&arena, meeting, 0),
                     "Draft 'd': as recorded, adopted, all 2 ballots alike.");
    end();
}
END_TEST

/* ---- JSON ---- */

static char *json_text(void) {
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    ck_assert_int_eq(write_report(file, REPORT_JSON, &(struct text){0}), VETO_OK);
    fclose(file);
    return text;
}

static json_t *json_of(void) {
    char *text = json_text();
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(root != NULL, "%s", error.text);
    free(text);
    return root;
}

static const char *text_at(json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

START_TEST(json_keeps_the_contract) {
    play(ways, VETO_EXPECTED, 7);
    json_t *root = json_of(), *draft = json_array_get(json_object_get(root, "drafts"), 0);
    json_t *about = json_object_get(root, "scenario"), *tally = json_object_get(draft, "tally");
    json_t *ballots = json_object_get(draft, "ballots");
    ck_assert_str_eq(text_at(about, "title"), "T");
    ck_assert(json_is_null(json_object_get(about, "date")));
    ck_assert(json_is_null(json_object_get(about, "meeting")));
    ck_assert_str_eq(text_at(root, "mode"), "expected");
    ck_assert_int_eq(json_integer_value(json_object_get(root, "seed")), 7);
    ck_assert_str_eq(text_at(draft, "id"), "d");
    ck_assert(json_is_null(json_object_get(draft, "symbol")));
    ck_assert_str_eq(text_at(draft, "question"), "substantive");
    ck_assert_str_eq(text_at(draft, "outcome"), "failed");
    ck_assert_int_eq(json_integer_value(json_object_get(draft, "required")), 9);
    ck_assert_int_eq(json_integer_value(json_object_get(draft, "short_by")), 8);
    ck_assert_uint_eq(json_array_size(json_object_get(draft, "vetoed_by")), 0);
    json_t *no_veto = json_object_get(draft, "no_without_veto");
    ck_assert_uint_eq(json_array_size(no_veto), 1);
    ck_assert_str_eq(json_string_value(json_array_get(no_veto, 0)), "CHN");
    ck_assert_uint_eq(json_object_size(tally), VETO_BALLOTS);
    ck_assert_int_eq(json_integer_value(json_object_get(tally, "no")), 2);
    ck_assert_uint_eq(json_object_size(ballots), 15);
    ck_assert_str_eq(text_at(ballots, "AGO"), "yes");
    ck_assert_str_eq(text_at(ballots, "CHN"), "no");
    ck_assert(json_is_array(json_object_get(root, "events")));
    json_decref(root);
    end();
}
END_TEST

START_TEST(json_of_a_draft_not_put_has_no_ballots) {
    play(debate, VETO_EXPECTED, 1);
    json_t *root = json_of(), *draft = json_array_get(json_object_get(root, "drafts"), 2);
    ck_assert_str_eq(text_at(draft, "outcome"), "not_put");
    ck_assert_str_eq(text_at(draft, "not_put"), "it was withdrawn");
    ck_assert_uint_eq(json_object_size(json_object_get(draft, "ballots")), 0);
    const char *key;
    json_t *count;
    json_object_foreach(json_object_get(draft, "tally"), key, count)
        ck_assert_int_eq(json_integer_value(count), 0);
    json_decref(root);
    end();
}
END_TEST

START_TEST(json_has_every_event) {
    play(debate, VETO_EXPECTED, 1);
    json_t *root = json_of(), *events = json_object_get(root, "events");
    ck_assert_uint_eq(json_array_size(events), veto_meeting_event_count(meeting));
    json_t *statement = json_array_get(events, 1);
    ck_assert_str_eq(text_at(statement, "kind"), "statement");
    ck_assert_str_eq(text_at(statement, "by"), "FRA");
    ck_assert_str_eq(text_at(statement, "on"), "a");
    ck_assert_str_eq(text_at(statement, "text"), "One.");
    ck_assert_str_eq(text_at(statement, "quoting"), "quotation");
    ck_assert_str_eq(text_at(statement, "source"), "s");
    json_t *move = json_array_get(json_object_get(statement, "moves"), 1);
    ck_assert_str_eq(text_at(move, "member"), "EGY");
    ck_assert_double_eq_tol(json_real_value(json_object_get(move, "from")), 0.5, 1e-12);
    ck_assert_double_eq_tol(json_real_value(json_object_get(move, "to")), 0.54, 1e-12);
    json_decref(root);
    end();
}
END_TEST

static json_t *draft_json(json_t *root, const char *id) {
    return json_array_get(json_object_get(root, "drafts"), (size_t)draft_of(id));
}

static json_t *event_json(json_t *root, const char *kind) {
    size_t i;
    json_t *event;
    json_array_foreach(json_object_get(root, "events"), i,
                       event) if (strcmp(text_at(event, "kind"), kind) == 0) return event;
    ck_abort_msg("no event %s", kind);
    return NULL;
}

START_TEST(json_tells_of_procedure) {
    play_procedure(VETO_EXPECTED);
    json_t *root = json_of(), *main = draft_json(root, "main"), *oral = draft_json(root, "oral");
    json_t *condolences = draft_json(root, "condolences"), *weak = draft_json(root, "weak");
    json_t *rules = json_object_get(json_object_get(root, "scenario"), "rules");
    ck_assert_str_eq(text_at(oral, "bearing"), "amends");
    ck_assert_str_eq(text_at(oral, "upon"), "main");
    ck_assert(json_is_null(json_object_get(main, "bearing")));
    ck_assert(json_is_null(json_object_get(main, "upon")));
    ck_assert(json_is_true(json_object_get(condolences, "without_vote")));
    ck_assert(json_is_false(json_object_get(main, "without_vote")));
    ck_assert_uint_eq(json_object_size(json_object_get(condolences, "ballots")), 0);
    ck_assert_uint_eq(json_object_size(json_object_get(condolences, "why")), 0);
    json_t *russia = json_object_get(json_object_get(main, "why"), "RUS");
    ck_assert_str_eq(text_at(russia, "given"), "no");
    ck_assert(json_is_true(json_object_get(russia, "obliged")));
    ck_assert_str_eq(text_at(json_object_get(main, "ballots"), "RUS"), "abstain");
    ck_assert_str_eq(text_at(json_array_get(json_object_get(weak, "missed"), 0), "name"),
                     "two thirds of Africa");
    ck_assert_str_eq(text_at(rules, "obligatory_abstention"), "enforce");
    ck_assert_int_eq(json_integer_value(json_object_get(rules, "override_at")), 14);
    ck_assert_str_eq(text_at(event_json(root, "motion"), "motion"), "objection");
    ck_assert_str_eq(text_at(event_json(root, "motion"), "by"), "FRA");
    ck_assert_str_eq(text_at(event_json(root, "obligation"), "member"), "RUS");
    ck_assert_str_eq(text_at(event_json(root, "without_vote"), "draft"), "condolences");
    ck_assert_str_eq(text_at(event_json(root, "not_put"), "by"), "FRA");
    ck_assert_str_eq(text_at(event_json(root, "assembly_debate"), "draft"), "main");
    ck_assert_str_eq(text_at(event_json(root, "uniting_for_peace"), "draft"), "main");
    json_decref(root);
    end();
}
END_TEST

/* The question of a draft is the one that it was voted on as. */
START_TEST(json_has_the_question_that_was) {
    play("veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
         "drafts: {d: {title: D}, p: {title: P, decides: d, leanings: {default: 1}}}\n",
         VETO_EXPECTED, 1);
    json_t *root = json_of();
    ck_assert_str_eq(text_at(draft_json(root, "d"), "question"), "procedural");
    ck_assert_str_eq(text_at(draft_json(root, "p"), "question"), "substantive");
    json_decref(root);
    end();
}
END_TEST

START_TEST(json_is_the_same_every_time) {
    play(debate, VETO_SAMPLED, 3);
    char *first = json_text(), *second = json_text();
    ck_assert_str_eq(first, second);
    ck_assert_int_eq(first[strlen(first) - 1], '\n');
    free(first);
    free(second);
    end();
}
END_TEST

static size_t allocations_left;

static void *scarce(size_t size) {
    return allocations_left > 0 ? allocations_left--, malloc(size) : NULL;
}

/* Every allocation fails in turn. What is left behind is for the sanitizers to find. */
START_TEST(json_survives_without_memory) {
    play(ways, VETO_EXPECTED, 1);
    json_set_alloc_funcs(scarce, free);
    enum veto_status status = VETO_SYSTEM;
    size_t tried = 0;
    for (; status != VETO_OK; tried++) {
        char *text;
        size_t length;
        FILE *file = open_memstream(&text, &length);
        allocations_left = tried;
        status = write_report(file, REPORT_JSON, &(struct text){0});
        fclose(file);
        free(text);
        ck_assert(status == VETO_OK || status == VETO_SYSTEM);
    }
    json_set_alloc_funcs(malloc, free);
    ck_assert_uint_gt(tried, 100);
    end();
}
END_TEST

START_TEST(a_failed_write_is_seen) {
    play(debate, VETO_EXPECTED, 1);
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    setvbuf(full, NULL, _IONBF, 0);
    ck_assert_int_eq(write_report(full, REPORT_JSON, &(struct text){0}), VETO_SYSTEM);
    clearerr(full);
    ck_assert_int_eq(write_report(full, REPORT_TEXT, &(struct text){0}), VETO_OK);
    ck_assert(ferror(full));
    fclose(full);
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
    {text_tells_of_procedure, 0},
    {rules_are_said_in_plain_words, 0},
    {why_tells_of_changed_texts_and_obligations, 0},
    {without_a_vote_there_is_a_record_all_the_same, 0},
    {the_record_is_of_the_same_question, 0},
    {json_tells_of_procedure, 0},
    {json_has_the_question_that_was, 0},
    {a_veto_of_an_elected_member_is_named_so, 0},
    {speakers_are_introduced, 0},
    {only_quotations_stand_in_quotation_marks, 0},
    {moves_say_who_moves_where, 0},
    {moves_behind_the_vote_do_not_count, 0},
    {not_put_says_why, 0},
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
    {text_keeps_to_its_columns, 0},
    {colour_adds_nothing_but_colour, 0},
    {ascii_is_ascii, 0},
    {text_tells_what_did_not_happen, 0},
    {json_keeps_the_contract, 0},
    {json_of_a_draft_not_put_has_no_ballots, 0},
    {json_has_every_event, 0},
    {json_is_the_same_every_time, 0},
    {json_survives_without_memory, 0},
    {a_failed_write_is_seen, 0},
};

SUITE("report", entries)
