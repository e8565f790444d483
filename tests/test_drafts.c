/* Drafts and what bears on them: their order, their question, and what changes them. */
#include "scenario_text.h"

/* ---- what bears on a draft ---- */

/* The ids of what is voted on, in the order of the programme. */
static void expect_order(const struct veto_scenario *scenario, const char *expected) {
    char order[512] = "";
    for (size_t i = 0; i < scenario->programme.count; i++) {
        const struct veto_item *item = &scenario->programme.items[i];
        ck_assert_int_eq(item->kind, VETO_ITEM_VOTE);
        strcat(strcat(order, i ? " " : ""), scenario->drafts[item->draft].id);
    }
    ck_assert_str_eq(order, expected);
}

START_TEST(what_bears_on_a_draft) {
    struct loaded loaded = load_good(
        "veto: 1\ntitle: T\ndate: 2016-10-08\n"
        "drafts:\n"
        "  oral: {title: An amendment, amends: french, removed: 2, changes: {default: 0.25, EGY: 1}}\n"
        "  french: {title: F, seconded_by: [ESP], parties: [RUS, UKR], under: article_52_3}\n"
        "  paragraph: {title: Paragraph 3, part_of: french}\n"
        "  preliminary: {title: Is it procedural?, decides: french}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    const struct veto_draft *drafts = scenario->drafts;
    ck_assert_int_eq(drafts[0].bearing, VETO_AMENDMENT);
    ck_assert_int_eq(drafts[0].upon, 1);
    ck_assert_uint_eq(drafts[0].removed, 2);
    ck_assert_double_eq(drafts[0].changes[veto_scenario_member(scenario, "EGY")], 1);
    ck_assert_double_eq(drafts[0].changes[veto_scenario_member(scenario, "USA")], 0.25);
    ck_assert_int_eq(drafts[1].bearing, VETO_PRINCIPAL);
    ck_assert_uint_eq(drafts[1].seconders,
                      veto_set_of((unsigned)veto_scenario_member(scenario, "ESP")));
    ck_assert_uint_eq(veto_set_count(drafts[1].parties), 2);
    ck_assert_int_eq(drafts[1].basis, VETO_UNDER_ARTICLE_52_3);
    ck_assert_int_eq(drafts[2].bearing, VETO_PART);
    ck_assert_ptr_null(drafts[2].changes);
    ck_assert_int_eq(drafts[3].bearing, VETO_PRELIMINARY);
    ck_assert_int_eq(drafts[3].upon, 1);
    expect_order(scenario, "preliminary oral paragraph french");
    unload(&loaded);
}
END_TEST

/* Rules 32 and 36; what bears on an amendment comes before the amendment. */
START_TEST(the_order_without_a_programme) {
    struct loaded loaded = load_good("veto: 1\ntitle: T\ndate: 2016-10-08\n"
                                     "drafts:\n"
                                     "  near: {title: T, amends: second, removed: 1}\n"
                                     "  first: {title: T}\n"
                                     "  part-b: {title: T, part_of: second}\n"
                                     "  second: {title: T}\n"
                                     "  far: {title: T, amends: second, removed: 5}\n"
                                     "  far-too: {title: T, amends: second, removed: 5}\n"
                                     "  part-a: {title: T, part_of: second}\n"
                                     "  third: {title: T}\n"
                                     "  to-far: {title: T, amends: far}\n"
                                     "  question: {title: T, decides: second}\n");
    expect_order(loaded.scenario,
                 "first question to-far far far-too near part-b part-a second third");
    ck_assert_str_eq(loaded.scenario->programme.items[9].path, "programme.9");
    unload(&loaded);
}
END_TEST

START_TEST(motions) {
    struct loaded loaded = load_good(
        "veto: 1\ntitle: T\ndate: 2016-10-08\n"
        "drafts: {french: {title: F, sponsors: [FRA, Qatar], seconded_by: [ESP]},"
        " paragraph: {title: P, part_of: french}}\n"
        "programme:\n"
        "- withdraw: {draft: french, by: FRA}\n"
        "- revive: {draft: french, by: ESP}\n"
        "- objection: {to: paragraph, by: FRA}\n"
        "- vote: paragraph\n"
        "- without_vote: french\n"
        "- statement: {by: A person, for: GBR, on: french, explains_vote: true, text: Why.}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    const struct veto_item *items = scenario->programme.items;
    static const enum veto_item_kind kinds[] = {
        VETO_ITEM_WITHDRAW, VETO_ITEM_REVIVE,       VETO_ITEM_OBJECTION,
        VETO_ITEM_VOTE,     VETO_ITEM_WITHOUT_VOTE, VETO_ITEM_STATEMENT,
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        ck_assert_int_eq(items[i].kind, kinds[i]);
    int france = veto_scenario_member(scenario, "FRA");
    ck_assert_int_eq(items[0].draft, 0);
    ck_assert_int_eq(items[0].speaker.member, france);
    ck_assert_int_eq(items[0].speaker.speaks_for, france);
    ck_assert_int_eq(items[1].speaker.member, veto_scenario_member(scenario, "ESP"));
    ck_assert_int_eq(items[2].draft, 1);
    ck_assert_int_eq(items[4].draft, 0);
    ck_assert(items[5].explains_vote);
    unload(&loaded);
}
END_TEST

/* A vote on an amendment may stand behind one on its draft where both cannot be taken. */
START_TEST(branches_have_an_order_each) {
    struct loaded loaded = load_good("veto: 1\ntitle: T\ndate: 2016-10-08\n"
                                     "drafts: {first: {title: T}, second: {title: T},"
                                     " oral: {title: T, amends: second}}\n"
                                     "programme:\n"
                                     "- vote: first\n"
                                     "- when: {first: vetoed}\n"
                                     "  then: [{vote: second}]\n"
                                     "  else: [{vote: oral}, {vote: second}]\n");
    unload(&loaded);
}
END_TEST

/* ---- what follows from a scenario ---- */

START_TEST(the_question_of_a_draft) {
    struct loaded loaded =
        load_good("veto: 1\ntitle: T\ndate: 2016-10-08\n"
                  "drafts: {a: {title: T}, p: {title: T, decides: a},"
                  " oral: {title: T, amends: a}, part: {title: T, part_of: oral},"
                  " b: {title: T, question: procedural},"
                  " q: {title: T, decides: b, question: procedural}}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    enum { A, P, ORAL, PART, B, Q };
    enum veto_outcome outcomes[] = {VETO_NOT_PUT, VETO_NOT_PUT, VETO_NOT_PUT,
                                    VETO_NOT_PUT, VETO_NOT_PUT, VETO_NOT_PUT};
    ck_assert_int_eq(veto_scenario_question(scenario, outcomes, A), VETO_SUBSTANTIVE);
    ck_assert_int_eq(veto_scenario_question(scenario, outcomes, P), VETO_SUBSTANTIVE);
    ck_assert_int_eq(veto_scenario_question(scenario, outcomes, B), VETO_PROCEDURAL);
    ck_assert_int_eq(veto_scenario_question(scenario, outcomes, Q), VETO_PROCEDURAL);
    for (enum veto_outcome outcome = VETO_ADOPTED; outcome < VETO_NOT_PUT; outcome++) {
        enum veto_question expected = outcome == VETO_ADOPTED ? VETO_PROCEDURAL : VETO_SUBSTANTIVE;
        outcomes[P] = outcomes[Q] = outcome;
        ck_assert_int_eq(veto_scenario_question(scenario, outcomes, A), expected);
        ck_assert_int_eq(veto_scenario_question(scenario, outcomes, ORAL), expected);
        ck_assert_int_eq(veto_scenario_question(scenario, outcomes, PART), expected);
        ck_assert_int_eq(veto_scenario_question(scenario, outcomes, B), expected);
        ck_assert_int_eq(veto_scenario_question(scenario, outcomes, P), VETO_SUBSTANTIVE);
    }
    unload(&loaded);
}
END_TEST

START_TEST(when_a_text_changes) {
    struct loaded loaded =
        load_good("veto: 1\ntitle: T\ndate: 2016-10-08\n"
                  "drafts: {a: {title: T}, oral: {title: T, amends: a, changes: {default: 0.5}},"
                  " part: {title: T, part_of: a, changes: {default: -0.5}}}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)i;
        bool fell = outcome == VETO_VETOED || outcome == VETO_FAILED;
        ck_assert_ptr_null(veto_scenario_changes(scenario, 0, outcome));
        ck_assert_ptr_eq(veto_scenario_changes(scenario, 1, outcome),
                         outcome == VETO_ADOPTED ? scenario->drafts[1].changes : NULL);
        ck_assert_ptr_eq(veto_scenario_changes(scenario, 2, outcome),
                         fell ? scenario->drafts[2].changes : NULL);
    }
    unload(&loaded);
}
END_TEST

START_TEST(who_shall_abstain) {
    static const char *const words[] = {"off", "warn", "enforce"};
    for (unsigned i = 0; i < 3; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 "veto: 1\ntitle: T\ndate: 2016-10-08\ncouncil: {obligatory_abstention: %s}\n"
                 "drafts: {a: {title: T, under: chapter_vi, parties: [RUS, UKR]}}\n",
                 words[i]);
        struct loaded loaded = load_good(text);
        const struct veto_scenario *scenario = loaded.scenario;
        veto_set expected = i ? scenario->drafts[0].parties : 0;
        ck_assert_uint_eq(scenario->obligatory_abstention, i);
        ck_assert_uint_eq(veto_scenario_obliged(scenario, 0, VETO_SUBSTANTIVE), expected);
        ck_assert_uint_eq(veto_scenario_obliged(scenario, 0, VETO_PROCEDURAL), 0);
        unload(&loaded);
    }
}
END_TEST

START_TEST(bearings_have_words) {
    ck_assert_ptr_null(veto_bearing_word(VETO_PRINCIPAL));
    ck_assert_str_eq(veto_bearing_word(VETO_PRELIMINARY), "decides");
    ck_assert_str_eq(veto_bearing_word(VETO_AMENDMENT), "amends");
    ck_assert_str_eq(veto_bearing_word(VETO_PART), "part_of");
}
END_TEST

static const struct suite_entry entries[] = {
    {what_bears_on_a_draft, 0},       {the_order_without_a_programme, 0}, {motions, 0},
    {branches_have_an_order_each, 0}, {the_question_of_a_draft, 0},       {when_a_text_changes, 0},
    {who_shall_abstain, 0},           {bearings_have_words, 0},
};

SUITE("drafts", entries)
