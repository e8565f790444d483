/* Overrides: what they set, and what is wrong with them. */
#include "scenario_text.h"

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

static const struct suite_entry entries[] = {
    {overrides_set_what_they_name, 0},
    {later_overrides_win, 0},
    {an_empty_override_takes_away, 0},
    {bad_override, sizeof bad_overrides / sizeof *bad_overrides},
    {bad_position, sizeof bad_positions / sizeof *bad_positions},
};

SUITE("overrides", entries)
