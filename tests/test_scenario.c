/* What a right scenario comes to: its Council, its rules, who sits and speaks there. */
#include "scenario_text.h"

/* ---- what a right file comes to ---- */

START_TEST(defaults) {
    struct loaded loaded = load_head_and("");
    const struct veto_scenario *scenario = loaded.scenario;
    ck_assert_uint_eq(scenario->members_count, 15);
    ck_assert_uint_eq(scenario->rules.members, 15);
    ck_assert_uint_eq(scenario->rules.required, 9);
    ck_assert_uint_eq(scenario->rules.veto_needs, 1);
    ck_assert_uint_eq(veto_set_count(scenario->rules.veto_holders), 5);
    ck_assert_str_eq(scenario->members[scenario->president].code, "RUS"); /* October 2016 */
    ck_assert(scenario->president_by_rule);
    const struct veto_member *member = &scenario->members[veto_scenario_member(scenario, "EGY")];
    ck_assert_str_eq(member->name, "Egypt");
    ck_assert_double_eq(member->veto_tendency, 0.5);
    ck_assert_double_eq(member->opposition, 0.5);
    ck_assert_double_eq(member->openness, 0.5);
    ck_assert_double_eq(member->volatility, 0.25);
    ck_assert_int_eq(member->bloc, VETO_NONE);
    ck_assert(scenario->drafts[0].put);
    ck_assert_ptr_null(scenario->drafts[0].recorded);
    ck_assert_uint_eq(scenario->programme.count, 2); /* a vote on each draft in turn */
    ck_assert_int_eq(scenario->programme.items[1].kind, VETO_ITEM_VOTE);
    ck_assert_int_eq(scenario->programme.items[1].draft, 1);
    unload(&loaded);
}
END_TEST

START_TEST(norway_and_no) {
    struct loaded loaded =
        load_good("veto: 1\ntitle: 'no'\ndate: 2022-02-27\n"
                  "drafts: {on: {title: yes, leanings: {NOR: 1}, ballots: {NOR: no}}}\n");
    const struct veto_draft *draft = &loaded.scenario->drafts[0];
    int norway = veto_scenario_member(loaded.scenario, "NOR");
    ck_assert_str_eq(loaded.scenario->title, "no");
    ck_assert_str_eq(draft->id, "on");
    ck_assert_str_eq(draft->title, "yes");
    ck_assert_int_eq(draft->ballots[norway].kind, VETO_FIXED);
    ck_assert_int_eq(draft->ballots[norway].ballot, VETO_NO);
    unload(&loaded);
}
END_TEST

START_TEST(eras) {
    struct loaded loaded = load_good("veto: 1\ntitle: Korea\ndate: 1950-06-25\n"
                                     "drafts: {korea: {title: Korea}}\n");
    ck_assert_uint_eq(loaded.scenario->members_count, 11);
    ck_assert_uint_eq(loaded.scenario->rules.required, 7);
    int russia = veto_scenario_member(loaded.scenario, "RUS");
    ck_assert_str_eq(loaded.scenario->members[russia].name, "Soviet Union");
    unload(&loaded);
}
END_TEST

START_TEST(spelt_out_council) {
    struct loaded loaded =
        load_good("veto: 1\ntitle: Small\n"
                  "council: {composition: [USA, ZZZ, FRA], required_majority: 2, veto: [ZZZ]}\n"
                  "members: {ZZZ: {name: Écosse, permanent: true, group: african}}\n"
                  "drafts: {one: {title: One}}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    ck_assert_uint_eq(scenario->members_count, 3);
    ck_assert_str_eq(scenario->members[0].code, "ZZZ"); /* E before F, accent or not */
    ck_assert_str_eq(scenario->members[1].code, "FRA");
    ck_assert_str_eq(scenario->members[2].code, "USA");
    ck_assert(scenario->members[0].permanent);
    ck_assert_int_eq(scenario->members[0].group, VETO_AFRICAN);
    ck_assert_uint_eq(scenario->rules.veto_holders, 1);
    ck_assert_uint_eq(scenario->rules.required, 2);
    unload(&loaded);
}
END_TEST

/* ---- the rules ---- */

static struct veto_rules rules_of(const char *council) {
    char more[1024];
    snprintf(more, sizeof more, "council: {%s}\n", council);
    struct loaded loaded = load_head_and(more);
    struct veto_rules rules = loaded.scenario->rules;
    rules.majorities = NULL; /* they go with the scenario */
    unload(&loaded);
    return rules;
}

START_TEST(rules_by_name) {
    struct veto_rules rules = rules_of("rules: two-vetoes");
    ck_assert_uint_eq(rules.members, 15);
    ck_assert_uint_eq(rules.required, 9);
    ck_assert_uint_eq(rules.veto_needs, 2);
    ck_assert_uint_eq(veto_set_count(rules.veto_holders), 5);
    rules = rules_of("rules: no-veto");
    ck_assert_uint_eq(rules.veto_holders, 0);
    rules = rules_of("rules: override-13");
    ck_assert_uint_eq(rules.override_at, 13);
    rules = rules_of("rules: two-vetoes, composition: 1950"); /* the majority of that day */
    ck_assert_uint_eq(rules.members, 11);
    ck_assert_uint_eq(rules.required, 7);
    rules = rules_of("rules: charter-1965, composition: 1950"); /* Article 27 as it was amended */
    ck_assert_uint_eq(rules.members, 11);
    ck_assert_uint_eq(rules.required, 9);
    rules = rules_of("rules: charter-1945");
    ck_assert_uint_eq(rules.members, 15);
    ck_assert_uint_eq(rules.required, 7);
}
END_TEST

/* Wherever `rules` stands, the other keys of the Council change what it says. */
START_TEST(keys_change_the_rules) {
    struct veto_rules rules =
        rules_of("required_majority: 10, veto_needs: 1, override_at: 0, veto: [FRA], "
                 "rules: override-13");
    ck_assert_uint_eq(rules.required, 10);
    ck_assert_uint_eq(rules.veto_needs, 1);
    ck_assert_uint_eq(rules.override_at, 0);
    ck_assert_uint_eq(veto_set_count(rules.veto_holders), 1);
}
END_TEST

START_TEST(rules_of_another_council) {
    static const char council[] =
        "council: {rules: g4%s, composition: [CHN, FRA, GBR, RUS, USA, BRA, DEU, IND, JPN, ZAF,"
        " EGY, ARG, AUS, BEL, CAN, CHL, COL, DNK, ESP, ITA, KEN, MEX, NOR, PAK, POL]}\n";
    char text[1024];
    snprintf(text, sizeof text, council, "");
    struct loaded loaded = load_head_and(text);
    ck_assert_uint_eq(loaded.scenario->rules.members, 25);
    ck_assert_uint_eq(loaded.scenario->rules.required, 14);
    ck_assert_uint_eq(veto_set_count(loaded.scenario->rules.veto_holders), 5);
    unload(&loaded);
    snprintf(text, sizeof text, council, ", veto: [BRA, DEU], required_majority: 13");
    loaded = load_head_and(text);
    const struct veto_scenario *scenario = loaded.scenario;
    ck_assert_uint_eq(scenario->rules.required, 13);
    ck_assert_uint_eq(scenario->rules.veto_holders,
                      veto_set_of((unsigned)veto_scenario_member(scenario, "BRA")) |
                          veto_set_of((unsigned)veto_scenario_member(scenario, "DEU")));
    unload(&loaded);
}
END_TEST

static const struct {
    const char *majority;
    uint64_t needed;
    unsigned members; /* in the group */
} majority_cases[] = {
    {"of: african, needed: 2", 2, 3},
    {"of: all, by: share, needed: 2/3", 10, 15},
    {"by: share, needed: 3/5", 9, 15},
    {"by: share, needed: 0.6", 9, 15},
    {"by: share, needed: 0.667", 11, 15}, /* 10.005 */
    {"by: share, needed: 1", 15, 15},
    {"of: elected, by: share, needed: 1/2", 5, 10},
    {"of: permanent, by: share, needed: 1/2", 3, 5},
    {"of: [FRA, GBR], needed: 1", 1, 2},
    {"of: [CHN, FRA], by: share, needed: 1/2, weights: {CHN: 1411, FRA: 66}", 739, 2},
    {"by: weight, needed: 20, weights: {default: 1, CHN: 14}", 20, 15},
    {"by: count, needed: 15, weights: {CHN: 0}", 15, 15}, /* weights do not count by count */
};

START_TEST(majorities) {
    char council[512];
    snprintf(council, sizeof council, "council: {majorities: [{name: M, %s}]}\n",
             majority_cases[_i].majority);
    struct loaded loaded = load_head_and(council);
    const struct veto_rules *rules = &loaded.scenario->rules;
    ck_assert_uint_eq(rules->majority_count, 1);
    ck_assert_str_eq(rules->majorities[0].name, "M");
    ck_assert_uint_eq(rules->majorities[0].needed, majority_cases[_i].needed);
    ck_assert_uint_eq(veto_set_count(rules->majorities[0].group), majority_cases[_i].members);
    unload(&loaded);
}
END_TEST

START_TEST(weights_are_of_members) {
    struct loaded loaded = load_head_and("council: {majorities: [{by: weight, needed: 20, weights: "
                                         "{default: 2, CHN: 4294967295}}]}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    const uint32_t *weights = scenario->rules.majorities[0].weights;
    ck_assert_uint_eq(weights[veto_scenario_member(scenario, "CHN")], UINT32_MAX);
    ck_assert_uint_eq(weights[veto_scenario_member(scenario, "FRA")], 2);
    ck_assert_ptr_null(scenario->rules.majorities[0].name);
    unload(&loaded);
}
END_TEST

START_TEST(seating_starts_with_the_president) {
    struct loaded loaded = load_head_and("council: {president: UKR}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(scenario, seats);
    ck_assert_str_eq(scenario->members[seats[0]].code, "UKR");
    ck_assert_str_eq(scenario->members[seats[1]].code, "GBR");
    ck_assert_str_eq(scenario->members[seats[4]].code, "VEN");
    ck_assert_str_eq(scenario->members[seats[5]].code, "AGO");
    unload(&loaded);
}
END_TEST

/* Who presides, by what the file says of itself; "" is nobody. */
static const struct {
    const char *head, *president;
    bool by_rule;
} presidencies[] = {
    {"date: 2016-10-08\n", "RUS", true},
    {"date: 2016-10-08\ncouncil: {president: UKR}\n", "UKR", false},
    {"date: 2016-10-08\ncouncil: {composition: 2016}\n", "RUS", true},
    {"date: 2016-10-08\ncouncil: {composition: 2016-12-05}\n", "ESP", true},
    {"council: {composition: 2016-12-05}\n", "ESP", true},
    {"council: {composition: 2016}\n", "", false},                   /* of which month? */
    {"date: 2016-10-08\ncouncil: {composition: 2017}\n", "", false}, /* no such day */
    {"date: 1996-10-31\n", "", false},                               /* not counted so far back */
    {"date: 2016-10-08\ncouncil: {composition: [CHN, FRA, RUS], required_majority: 2}\n", "",
     false},
};

START_TEST(president_by_rule) {
    char text[400];
    snprintf(text, sizeof text, "veto: 1\ntitle: T\n%sdrafts: {d: {title: D}}\n",
             presidencies[_i].head);
    struct loaded loaded = load("p.yaml", text, strlen(text), NULL, 0);
    const struct veto_scenario *scenario = loaded.scenario;
    ck_assert_ptr_nonnull(scenario);
    ck_assert_str_eq(scenario->president == VETO_NONE ? ""
                                                      : scenario->members[scenario->president].code,
                     presidencies[_i].president);
    ck_assert_int_eq(scenario->president_by_rule, presidencies[_i].by_rule);
    unload(&loaded);
}
END_TEST

START_TEST(ties_and_blocs) {
    struct loaded loaded =
        load_head_and("ties: {SEN: {FRA: 0.5}}\n"
                      "blocs: {p3: {members: [FRA, GBR, USA], cohesion: 0.8}}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    size_t senegal = (size_t)veto_scenario_member(scenario, "SEN");
    size_t france = (size_t)veto_scenario_member(scenario, "FRA");
    ck_assert_double_eq(scenario->ties[senegal * 15 + france], 0.5);
    ck_assert_double_eq(scenario->ties[france * 15 + senegal], 0);
    ck_assert_int_eq(scenario->members[france].bloc, 0);
    ck_assert_int_eq(scenario->members[senegal].bloc, VETO_NONE);
    ck_assert_double_eq(scenario->blocs[0].cohesion, 0.8);
    unload(&loaded);
}
END_TEST

START_TEST(speakers) {
    struct loaded loaded =
        load_head_and("programme:\n"
                      "- statement: {by: FRA, on: french, text: A, position: 0.5}\n"
                      "- statement: {by: Sergei Ryabkov, role: Deputy, for: RUS, text: B}\n"
                      "- statement: {by: SYR, text: C}\n");
    const struct veto_scenario *scenario = loaded.scenario;
    const struct veto_item *items = scenario->programme.items;
    ck_assert_int_eq(items[0].speaker.member, veto_scenario_member(scenario, "FRA"));
    ck_assert_int_eq(items[0].speaker.speaks_for, items[0].speaker.member);
    ck_assert_ptr_null(items[0].speaker.name);
    ck_assert(items[0].has_position);
    ck_assert_double_eq(items[0].position, 0.5);
    ck_assert_int_eq(items[1].speaker.member, VETO_NONE);
    ck_assert_int_eq(items[1].speaker.speaks_for, veto_scenario_member(scenario, "RUS"));
    ck_assert_str_eq(items[1].speaker.name, "Sergei Ryabkov");
    ck_assert_str_eq(items[1].path, "programme.1");
    ck_assert_int_eq(items[2].speaker.speaks_for, VETO_NONE);
    ck_assert_str_eq(items[2].speaker.name, "Syria");
    unload(&loaded);
}
END_TEST

START_TEST(beforehand) {
    struct loaded loaded =
        load_with("veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {french: {title: T}}\n"
                  "beforehand:\n"
                  "- event: {text: A, moves: {french: {EGY: 0.1}}}\n"
                  "- statement: {by: FRA, on: french, text: B, explains_vote: false}\n",
                  "beforehand.1.statement.position=0.5");
    const struct veto_scenario *scenario = loaded.scenario;
    const struct veto_item *items = scenario->beforehand.items;
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    ck_assert_uint_eq(scenario->beforehand.count, 2);
    ck_assert_int_eq(items[0].kind, VETO_ITEM_EVENT);
    ck_assert_uint_eq(items[0].shift_count, 1);
    ck_assert_str_eq(items[0].path, "beforehand.0");
    ck_assert_str_eq(items[1].path, "beforehand.1");
    ck_assert_double_eq(items[1].position, 0.5);
    ck_assert_uint_eq(scenario->programme.count, 1); /* the vote on the draft, as ever */
    unload(&loaded);
}
END_TEST

START_TEST(lesson) {
    struct loaded loaded =
        load_with("veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {french: {title: F}}\n"
                  "numbers: assumed\nquestions: [{ask: Q, safe: true}, {ask: R}]\n"
                  "lesson: {title: L, teaches: T, audience: from age 15, minutes: 45, predict: P,\n"
                  "  change: [{set: drafts.french.put=false, shows: S}], ask: A}\n",
                  "about=B");
    const struct veto_scenario *scenario = loaded.scenario;
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    ck_assert_int_eq(scenario->numbers, VETO_NUMBERS_ASSUMED);
    ck_assert(!scenario->hypothetical);
    ck_assert_str_eq(scenario->title, "T");
    ck_assert(scenario->questions[0].safe);
    ck_assert(!scenario->questions[1].safe);
    const struct veto_lesson *given = scenario->lesson;
    ck_assert_ptr_nonnull(given);
    ck_assert_str_eq(given->title, "L");
    ck_assert_str_eq(given->teaches, "T");
    ck_assert_str_eq(given->audience, "from age 15");
    ck_assert_uint_eq(given->minutes, 45);
    ck_assert_str_eq(given->predict, "P");
    ck_assert_uint_eq(given->change_count, 1);
    ck_assert_str_eq(given->changes[0].set, "drafts.french.put=false");
    ck_assert_str_eq(given->changes[0].shows, "S");
    ck_assert_str_eq(given->ask, "A");
    unload(&loaded);
}
END_TEST

/* Wherever a title stands it says that nothing of this has happened. */
START_TEST(hypothetical) {
    struct loaded loaded = load_with("veto: 1\ntitle: T\nhypothetical: true\ndate: 2016-10-08\n"
                                     "drafts: {french: {title: F}}\n",
                                     "title=Another");
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    ck_assert(loaded.scenario->hypothetical);
    ck_assert_str_eq(loaded.scenario->title, "Hypothetical: Another");
    ck_assert_int_eq(loaded.scenario->numbers, VETO_NUMBERS_UNSAID);
    ck_assert_ptr_null(loaded.scenario->lesson);
    unload(&loaded);
}
END_TEST

START_TEST(branches) {
    struct loaded loaded = load_head_and("programme:\n"
                                         "- vote: french\n"
                                         "- when: {french: [vetoed, failed]}\n"
                                         "  then: [{vote: russian}]\n"
                                         "  else: [{event: {text: It is over.}}]\n");
    const struct veto_item *when = &loaded.scenario->programme.items[1];
    ck_assert_int_eq(when->kind, VETO_ITEM_WHEN);
    ck_assert_uint_eq(when->condition_count, 1);
    ck_assert_uint_eq(when->conditions[0].outcomes, 1u << VETO_VETOED | 1u << VETO_FAILED);
    ck_assert_str_eq(when->then.items[0].path, "programme.1.then.0");
    ck_assert_str_eq(when->otherwise.items[0].text, "It is over.");
    unload(&loaded);
}
END_TEST

/* The record stays what it was, whatever rules an override sets. */
START_TEST(the_record_is_settled_by_the_file) {
    static const char text[] =
        "veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {d: {title: D}}\nrecorded:\n"
        "  d: {yes: [AGO, CHN, EGY, FRA, JPN, MYS, NZL, SEN, ESP, UKR, GBR, USA, URY, VEN],"
        " no: [RUS]}\n";
    static const char *const overrides[] = {"council.veto=[]", "council.required_majority=15",
                                            "drafts.d.question=procedural"};
    struct loaded loaded = load_good(text);
    ck_assert_int_eq(loaded.scenario->drafts[0].recorded_outcome, VETO_VETOED);
    unload(&loaded);
    for (size_t i = 0; i < 3; i++) {
        loaded = load_with(text, overrides[i]);
        ck_assert_int_eq(loaded.scenario->drafts[0].recorded_outcome, VETO_VETOED);
        unload(&loaded);
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {defaults, 0},
    {norway_and_no, 0},
    {eras, 0},
    {spelt_out_council, 0},
    {seating_starts_with_the_president, 0},
    {president_by_rule, sizeof presidencies / sizeof *presidencies},
    {rules_by_name, 0},
    {keys_change_the_rules, 0},
    {rules_of_another_council, 0},
    {majorities, sizeof majority_cases / sizeof *majority_cases},
    {weights_are_of_members, 0},
    {ties_and_blocs, 0},
    {speakers, 0},
    {beforehand, 0},
    {lesson, 0},
    {hypothetical, 0},
    {branches, 0},
    {the_record_is_settled_by_the_file, 0},
};

SUITE("scenario", entries)
