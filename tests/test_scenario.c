/* The loader: every kind of mistake by its exact text, and what a right file comes to. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "reference.h"
#include "scenario/schema.h"
#include "suite.h"
#include "veto/meeting.h"
#include "veto/scenario.h"

/* ---- loading in tests ---- */

struct loaded {
    enum veto_status status;
    struct veto_scenario *scenario;
    char *messages;
};

static struct loaded load(const char *name, const char *bytes, size_t length,
                          const char *const *overrides, size_t count) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = {name, bytes, length};
    struct loaded loaded = {0};
    loaded.status = veto_scenario_load(&loaded.scenario, list, &text, overrides, count);
    size_t size;
    FILE *file = open_memstream(&loaded.messages, &size);
    veto_diagnostics_print(list, file, 100, false);
    fclose(file);
    ck_assert_uint_eq(loaded.status == VETO_OK, veto_diagnostics_errors(list) == 0);
    ck_assert_int_eq(loaded.status == VETO_OK, loaded.scenario != NULL);
    veto_diagnostics_free(list);
    return loaded;
}

static void unload(struct loaded *loaded) {
    veto_scenario_free(loaded->scenario);
    free(loaded->messages);
}

static struct loaded load_text(const char *text) {
    return load("test.yaml", text, strlen(text), NULL, 0);
}

static struct loaded load_with(const char *text, const char *override) {
    return load("test.yaml", text, strlen(text), &override, 1);
}

static struct loaded load_good(const char *text) {
    struct loaded loaded = load_text(text);
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    return loaded;
}

static const char head[] = "veto: 1\ntitle: Two drafts\ndate: 2016-10-08\n"
                           "drafts: {french: {title: F}, russian: {title: R}}\n";

static struct loaded load_head_and(const char *more) {
    char text[4096];
    snprintf(text, sizeof text, "%s%s", head, more);
    return load_good(text);
}

/* ---- every mistake ---- */

static int is_yaml(const struct dirent *entry) {
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, ".yaml") == 0;
}

START_TEST(bad_files) {
    struct dirent **entries;
    int count = scandir("tests/bad", &entries, is_yaml, alphasort);
    ck_assert_int_gt(count, 90);
    for (int i = 0; i < count; i++) {
        char path[512], expected[512];
        snprintf(path, sizeof path, "tests/bad/%s", entries[i]->d_name);
        snprintf(expected, sizeof expected, "%.*s.txt", (int)(strlen(path) - 5), path);
        size_t length;
        char *text = golden_read(path, &length);
        struct loaded loaded = load(path, text, length, NULL, 0);
        ck_assert_msg(loaded.status == VETO_INPUT, "%s loads", path);
        golden_compare(expected, loaded.messages);
        unload(&loaded);
        free(text);
        free(entries[i]);
    }
    free(entries);
}
END_TEST

START_TEST(eight_mistakes_are_eight_errors) {
    size_t length;
    char *text = golden_read("tests/bad/eight-mistakes.yaml", &length);
    struct loaded loaded = load("x", text, length, NULL, 0);
    int errors = 0;
    for (const char *at = loaded.messages; (at = strstr(at, ": error: ")); at++)
        errors++;
    ck_assert_int_eq(errors, 8);
    unload(&loaded);
    free(text);
}
END_TEST

START_TEST(failure_leaves_the_output_alone) {
    static struct veto_scenario other;
    struct veto_scenario *const untouched = &other;
    struct veto_scenario *scenario = untouched;
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = {"x", "veto: 2", 7};
    ck_assert_int_eq(veto_scenario_load(&scenario, list, &text, NULL, 0), VETO_INPUT);
    ck_assert_ptr_eq(scenario, untouched);
    struct veto_diagnostic first = veto_diagnostics_get(list, 0);
    ck_assert_str_eq(first.file, "x");
    ck_assert_uint_eq(first.line, 1);
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(too_large) {
    size_t length = ((size_t)1 << 20) + 1;
    char *text = malloc(length);
    memset(text, '#', length);
    struct loaded loaded = load("big.yaml", text, length, NULL, 0);
    ck_assert_str_eq(loaded.messages,
                     "big.yaml: error: is larger than 1 MiB, the most that a scenario may be\n");
    unload(&loaded);
    free(text);
}
END_TEST

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

/* ---- a list of diagnostics for several files ---- */

START_TEST(a_full_list_is_no_reason_to_accept) {
    enum { SIZE = 1 << 16 };
    char *bad = malloc(SIZE), *to = bad;
    while (to - bad < SIZE - 16)
        to += sprintf(to, "k%d: *a\n", (int)(to - bad));
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    struct veto_text first = {"bad", bad, (size_t)(to - bad)}, again = {"bad", "veto: 2", 7};
    ck_assert_int_eq(veto_scenario_load(&scenario, list, &first, NULL, 0), VETO_INPUT);
    ck_assert_uint_eq(veto_diagnostics_count(list), DIAGNOSTICS_KEPT);
    ck_assert_int_eq(veto_scenario_load(&scenario, list, &again, NULL, 0), VETO_INPUT);
    ck_assert_ptr_null(scenario);
    veto_diagnostics_free(list);
    free(bad);
}
END_TEST

START_TEST(the_name_of_a_source_is_made_safe) {
    struct loaded loaded = load("ev\x1b[31mil.yaml", "veto: 2", 7, NULL, 0);
    ck_assert_ptr_null(strchr(loaded.messages, '\x1b'));
    ck_assert_ptr_nonnull(strstr(loaded.messages, "ev\\x1b[31mil.yaml:1:7: error: "));
    unload(&loaded);
}
END_TEST

/* ---- procedure ---- */

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

/* ---- overrides ---- */

START_TEST(overrides_set_what_they_name) {
    static const char *const overrides[] = {
        "members.RUS.veto_tendency=0.2", "drafts.french.ballots.CHN=yes",
        "council.required_majority=8",   "drafts.french.ballots.RUS={yes: 0.25, no: 0.75}",
        "title=Another: title",          "drafts.russian.put=false",
    };
    struct loaded loaded = load("test.yaml", head, strlen(head), overrides, 4);
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    const struct veto_scenario *scenario = loaded.scenario;
    int russia = veto_scenario_member(scenario, "RUS");
    ck_assert_double_eq(scenario->members[russia].veto_tendency, 0.2);
    ck_assert_int_eq(scenario->drafts[0].ballots[veto_scenario_member(scenario, "CHN")].ballot,
                     VETO_YES);
    ck_assert_uint_eq(scenario->rules.required, 8);
    ck_assert_double_eq(scenario->drafts[0].ballots[russia].chance[VETO_NO], 0.75);
    unload(&loaded);
}
END_TEST

START_TEST(later_overrides_win) {
    static const char *const overrides[] = {"title=One", "title=Two"};
    struct loaded loaded = load("test.yaml", head, strlen(head), overrides, 2);
    ck_assert_str_eq(loaded.scenario->title, "Two");
    unload(&loaded);
}
END_TEST

START_TEST(an_empty_override_takes_away) {
    struct loaded loaded = load_with(head, "drafts.russian=");
    ck_assert_uint_eq(loaded.scenario->draft_count, 1);
    unload(&loaded);
    loaded = load_with("veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {a: {title: A}}\n"
                       "programme: [{event: {text: x}}, {vote: a}]\n",
                       "programme.0=");
    ck_assert_uint_eq(loaded.scenario->programme.count, 1);
    ck_assert_int_eq(loaded.scenario->programme.items[0].kind, VETO_ITEM_VOTE);
    unload(&loaded);
}
END_TEST

static const struct {
    const char *override, *messages;
} bad_overrides[] = {
    {"nothing", "--set:1:1: error: an override is PATH=VALUE, and this has no '='\n"
                "    1 | nothing\n"
                "      | ^~~~~~~\n"
                " hint: as in members.RUS.veto_tendency=0\n"},
    {"members.RUS.veto_tendency=2",
     "--set:1:27: error: 'veto_tendency' must be a number from 0 to 1, not '2'\n"
     "    1 | members.RUS.veto_tendency=2\n"
     "      |                           ^\n"},
    {"members.RSU.firm=true", "--set:1:9: error: 'RSU' is no member of this Council\n"
                              "    1 | members.RSU.firm=true\n"
                              "      |         ^~~\n"
                              " hint: did you mean 'RUS'?\n"},
    {"membres.RUS.firm=true", "--set:1:1: error: unknown key 'membres'\n"
                              "    1 | membres.RUS.firm=true\n"
                              "      | ^~~~~~~\n"
                              " hint: did you mean 'members'?\n"},
    {"drafts..x=1", "--set:1:8: error: the path has an empty name in it\n"
                    "    1 | drafts..x=1\n"
                    "      |        ^\n"},
    {"title.x=1", "--set:1:7: error: the path goes on behind 'Two drafts', which is a text\n"
                  "    1 | title.x=1\n"
                  "      |       ^\n"},
    {"a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1",
     "--set:1:1: error: unknown key 'a'\n"
     "    1 | a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1\n"
     "      | ^\n"
     " hint: the keys here are veto, title, about, date, meeting, hypothetical, numbers, sources, "
     "council, members, ties, blocs, drafts, beforehand, programme, recorded, questions or lesson\n"
     "--set:1:67: error: no path has more than 33 names\n"
     "    1 | a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1\n"
     "      |                                                                   ^\n"},
    {"drafts.french.symbol=", "--set:1:1: error: there is nothing at 'drafts.french.symbol' to "
                              "take away\n"
                              "    1 | drafts.french.symbol=\n"
                              "      | ^~~~~~~~~~~~~~~~~~~~\n"},
    {"title=[1",
     "--set:1:9: error: did not find expected ',' or ']'\n"
     "    1 | title=[1\n"
     "      |         ^\n"
     " hint: a list that starts with [ ends with ]; put quotes round a text with a colon or "
     "#\n"
     "--set:1:7: note: while parsing a flow sequence that starts here\n"
     "    1 | title=[1\n"
     "      |       ^\n"},
};

START_TEST(bad_override) {
    struct loaded loaded = load_with(head, bad_overrides[_i].override);
    ck_assert_str_eq(loaded.messages, bad_overrides[_i].messages);
    unload(&loaded);
}
END_TEST

static const struct {
    const char *override, *messages;
} bad_positions[] = {
    {"programme.5.vote=french", "--set:1:11: error: no item 5 in a list of 1\n"
                                "    1 | programme.5.vote=french\n"
                                "      |           ^\n"
                                " hint: the last one is 0\n"},
    {"programme.first.vote=french",
     "--set:1:11: error: 'first' is no position: this is a list of 1, numbered from 0\n"
     "    1 | programme.first.vote=french\n"
     "      |           ^~~~~\n"},
};

START_TEST(bad_position) {
    char text[512];
    snprintf(text, sizeof text, "%sprogramme: [{vote: french}]\n", head);
    struct loaded loaded = load_with(text, bad_positions[_i].override);
    ck_assert_str_eq(loaded.messages, bad_positions[_i].messages);
    unload(&loaded);
}
END_TEST

/* ---- the documentation ---- */

/* The last part of docs/scenarios.md is what the loader's own tables say. */
START_TEST(documentation_follows_the_tables) {
    reference_compare("docs/scenarios.md", schema_records);
}
END_TEST

/* Where each table's keys stand in the scenario below; what is left out is abridged in its
 * example, or complete only with its neighbours. */
static const struct {
    const char *record, *prefix;
} places[] = {
    {"sources.NAME", "sources.press."},
    {"council", "council."},
    {"members.CODE", "members.RUS."},
    {"blocs.NAME", "blocs.b."},
    {"council.majorities", "council.majorities.0."},
    {"drafts.NAME", "drafts.french."},
    {"drafts.NAME.kinds.KIND", "drafts.mixed.kinds.a."},
    {"programme.statement", "programme.0.statement."},
    {"programme.event", "programme.1.event."},
    {"questions", "questions.0."},
};

/* A key that goes only with another one has its example where that one is. */
static const char *place_of(const char *prefix, const char *key) {
    bool of_amendment = strcmp(key, "removed") == 0 || strcmp(key, "changes") == 0;
    return of_amendment ? "drafts.oral." : strcmp(key, "given") == 0 ? "drafts.mixed." : prefix;
}

static void check_example(const char *prefix, const struct field *field) {
    char override[512], text[2048];
    snprintf(override, sizeof override, "%s%s=%s", place_of(prefix, field->key), field->key,
             field->example);
    snprintf(
        text, sizeof text,
        "veto: 1\ntitle: T\ndate: 2016-10-08\nsources: {press: {title: T}}\n"
        "drafts: {french: {title: T, sponsors: [FRA], seconded_by: [ESP]}, russian: {title: T},"
        " oral: {title: T, amends: russian}, paragraph: {title: T, part_of: french},"
        " mixed: {title: T, kinds: {a: {name: A, members: {default: {yes: 0.5, no: 0.5}}},"
        " b: {name: B, members: {default: yes}}}}}\n"
        "council: {majorities: [{of: [CHN, FRA], by: share, needed: 1/2}]}\n"
        "blocs: {b: {members: [JPN], cohesion: 1}}\n"
        "programme: [{statement: {by: %s, text: T, source: press, on: russian, for: FRA}},"
        " {event: {text: T}}, {withdraw: {draft: french, by: FRA}},"
        " {revive: {draft: french, by: ESP}}, {objection: {to: paragraph, by: FRA}},"
        " {vote: french}]\n"
        "questions: [{ask: T}]\n",
        strcmp(field->key, "for") == 0 ? "A person" : "FRA");
    struct loaded loaded = load_with(text, override);
    ck_assert_msg(loaded.status == VETO_OK, "%s", loaded.messages);
    unload(&loaded);
}

START_TEST(examples_are_accepted) {
    size_t checked = 0;
    for (size_t i = 0; schema_records[i]; i++)
        for (size_t k = 0; k < sizeof places / sizeof *places; k++)
            for (size_t j = 0; j < schema_records[i]->count; j++)
                if (strcmp(places[k].record, schema_records[i]->path) == 0) {
                    check_example(places[k].prefix, &schema_records[i]->fields[j]);
                    checked++;
                }
    ck_assert_uint_ge(checked, 60);
}
END_TEST

/* An example of the documentation, made whole: with a head and drafts where it has none. */
static void play_example(const char *path, const char *example) {
    static char text[1 << 14];
    struct veto_meeting *meeting = NULL;
    bool whole = strncmp(example, "veto: 1\n", 8) == 0;
    snprintf(text, sizeof text, "%s%s%s", whole ? "" : "veto: 1\ntitle: T\ndate: 2016-10-08\n",
             example,
             whole || strstr(example, "drafts:")
                 ? ""
                 : "drafts: {french: {title: T, sponsors: [FRA]}, russian: {title: T}}\n");
    struct loaded loaded = load(path, text, strlen(text), NULL, 0);
    ck_assert_msg(loaded.status == VETO_OK, "%s:\n%s\n%s", path, text, loaded.messages);
    ck_assert_int_eq(veto_meeting_play(&meeting, loaded.scenario, VETO_EXPECTED, 1), VETO_OK);
    veto_meeting_free(meeting);
    unload(&loaded);
}

START_TEST(the_documentations_examples_play) {
    static const char *const paths[] = {"docs/scenarios.md", "README.md"};
    static const char fence[] = "```yaml\n";
    unsigned played = 0;
    for (size_t i = 0; i < 2; i++) {
        size_t length;
        char *document = golden_read(paths[i], &length);
        ck_assert_ptr_nonnull(document);
        for (char *at = document; (at = strstr(at, fence));) {
            char *example = at + sizeof fence - 1, *end = strstr(example, "```");
            ck_assert_ptr_nonnull(end);
            *end = '\0';
            play_example(paths[i], example);
            played++;
            at = end + 1;
        }
        free(document);
    }
    ck_assert_uint_ge(played, 6);
}
END_TEST

static const struct suite_entry entries[] = {
    {the_documentations_examples_play, 0},
    {bad_files, 0},
    {eight_mistakes_are_eight_errors, 0},
    {failure_leaves_the_output_alone, 0},
    {too_large, 0},
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
    {a_full_list_is_no_reason_to_accept, 0},
    {the_name_of_a_source_is_made_safe, 0},
    {what_bears_on_a_draft, 0},
    {the_order_without_a_programme, 0},
    {motions, 0},
    {branches_have_an_order_each, 0},
    {the_question_of_a_draft, 0},
    {when_a_text_changes, 0},
    {who_shall_abstain, 0},
    {bearings_have_words, 0},
    {overrides_set_what_they_name, 0},
    {later_overrides_win, 0},
    {an_empty_override_takes_away, 0},
    {bad_override, sizeof bad_overrides / sizeof *bad_overrides},
    {bad_position, sizeof bad_positions / sizeof *bad_positions},
    {documentation_follows_the_tables, 0},
    {examples_are_accepted, 0},
};

SUITE("scenario", entries)
