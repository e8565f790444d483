/* A scenario that was changed, written as one of its own. */
#include <stdio.h>
#include <string.h>

#include "files_of.h"
#include "golden.h"
#include "suite.h"
#include "veto/scenario.h"

static const char small[] = "# A note at the top.\n"
                            "veto: 1\n"
                            "title: Two drafts # short\n"
                            "council: {composition: 2016}\n"
                            "\n"
                            "# On members.\n"
                            "members:\n"
                            "  RUS: {veto_tendency: 0.9}\n"
                            "\n"
                            "  # China as ever.\n"
                            "  CHN:\n"
                            "    veto_tendency: 0.2 # low\n"
                            "drafts:\n"
                            "  first:\n"
                            "    title: \"One: a draft\"\n"
                            "    sponsors:\n"
                            "      - USA\n"
                            "      - GBR\n"
                            "# The end.\n";

static char *changed(const char *text, const char *const *overrides, size_t count) {
    struct veto_text given = {"a.yaml", text, strlen(text)};
    char *bytes = NULL;
    size_t length = 0;
    ck_assert_int_eq(veto_scenario_write(&bytes, &length, NULL, &given, overrides, count), VETO_OK);
    ck_assert_uint_eq(strlen(bytes), length);
    return bytes;
}

static void expect(const char *text, const char *override, const char *line) {
    char *bytes = changed(text, &override, 1);
    ck_assert_msg(strstr(bytes, line) != NULL, "%s: no '%s' in:\n%s", override, line, bytes);
    free(bytes);
}

START_TEST(what_was_not_changed_stands_as_it_was) {
    static const char *const overrides[] = {
        "members.RUS.veto_tendency=0", "members.CHN=", "members.FRA={openness: 0.5}",
        "drafts.first.sponsors=[USA, \"40 others\"]", "date=2016-10-08"};
    char *bytes = changed(small, overrides, sizeof overrides / sizeof *overrides);
    ck_assert_str_eq(bytes, "# Changed:\n"
                            "#   members.RUS.veto_tendency=0\n"
                            "#   members.CHN=\n"
                            "#   members.FRA={openness: 0.5}\n"
                            "#   drafts.first.sponsors=[USA, \"40 others\"]\n"
                            "#   date=2016-10-08\n"
                            "# A note at the top.\n"
                            "veto: 1\n"
                            "title: \"What if: Two drafts\"\n"
                            "council: {composition: 2016}\n"
                            "\n"
                            "# On members.\n"
                            "members:\n"
                            "  RUS: {veto_tendency: 0}\n"
                            "  FRA: {openness: 0.5}\n"
                            "drafts:\n"
                            "  first:\n"
                            "    title: \"One: a draft\"\n"
                            "    sponsors: [USA, \"40 others\"]\n"
                            "date: 2016-10-08\n"
                            "# The end.\n");
    free(bytes);
}
END_TEST

START_TEST(numbers_that_were_changed_are_assumed) {
    static const char fitted[] =
        "veto: 1\ntitle: A\nnumbers: fitted\ncouncil: {composition: 2016}\n"
        "drafts: {a: {title: B}}\n";
    expect(fitted, "members.RUS.veto_tendency=0", "\nnumbers: assumed\n");
    expect(fitted, "drafts.a.leanings.RUS=0", "\nnumbers: assumed\n");
    expect(fitted, "council.required_majority=8", "\nnumbers: fitted\n");
    expect(fitted, "numbers=record", "\nnumbers: record\n");
}
END_TEST

/* Layouts in which a line has more than one key, or what is added would stand in the wrong place.
 */
START_TEST(every_layout_can_be_changed) {
    static const char deep[] =
        "veto: 1\ntitle: A\ncouncil:\n    composition: 2016\ndrafts:\n    a:\n"
        "        title: >-\n          B\n          and more";
    const char *const texts[] = {
        "{veto: 1, title: A, council: {composition: 2016}, drafts: {a: {title: B}}}",
        "veto: 1\ntitle: A\ncouncil: {composition: 2016}\ndrafts: {a: {title: B}}\n...\n",
        "---\r\nveto: 1\r\ntitle: A\r\ncouncil:\r\n  composition: 2016\r\ndrafts:\r\n  a: {title: B}\r\n",
        deep,
        "veto: 1\n\"title\": A\n'council': {composition: 2016}\n? drafts\n: a: {title: B}\n",
        "\xEF\xBB\xBFveto: 1\ntitle: A\ncouncil: {composition: 2016}\ndrafts: {a: {title: B}}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        expect(texts[i], "drafts.a.leanings.RUS=-0.5", "leanings");
        expect(texts[i], "drafts.a.title=\"no: \\\"B\\\"\\n\"", "no: \\\"B\\\"");
        expect(texts[i], "meeting=S/PV.1", "meeting");
        expect(texts[i], "council={composition: 1950}", "1950");
    }
}
END_TEST

/* In whole scenarios, as somebody would change them; what is written is read back by the call. */
START_TEST(every_scenario_can_be_changed) {
    static const char *const overrides[] = {
        "title=Another: \"title\" # of mine",
        "council.required_majority=8",
        "council.president=",
        "members.FRA.veto_tendency=1",
        "members.GBR={opposition: 0.3, delegate: \"A, B\"}",
        "ties.USA={FRA: 0.2}",
        "questions=",
        "drafts.another={title: One more, leanings: {default: 0.5, RUS: -1}}",
        "programme=",
        "beforehand=",
        "lesson=",
    };
    glob_t found = files_of("scenarios/*.yaml", 30);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        size_t length;
        char *text = golden_read(found.gl_pathv[i], &length);
        for (size_t k = 0; k < sizeof overrides / sizeof *overrides; k++) {
            struct veto_text given = {found.gl_pathv[i], text, length};
            struct veto_scenario *scenario = NULL;
            if (veto_scenario_load(&scenario, NULL, &given, &overrides[k], 1) == VETO_OK)
                free(changed(text, &overrides[k], 1));
            veto_scenario_free(scenario);
        }
        free(text);
    }
    globfree(&found);
}
END_TEST

START_TEST(mistakes_are_those_of_a_load) {
    static const char *const override[] = {"members.RUS.veto_tendency=9"};
    struct veto_text given = {"a.yaml", small, strlen(small)};
    struct veto_diagnostics *list = veto_diagnostics_new();
    char *bytes = NULL;
    size_t length = 0;
    ck_assert_int_eq(veto_scenario_write(&bytes, &length, list, &given, override, 1), VETO_INPUT);
    ck_assert_ptr_null(bytes);
    ck_assert_str_eq(veto_diagnostics_get(list, 0).message,
                     "'veto_tendency' must be a number from 0 to 1, not '9'");
    veto_diagnostics_free(list);
}
END_TEST

static const struct suite_entry entries[] = {
    {what_was_not_changed_stands_as_it_was, 0}, {numbers_that_were_changed_are_assumed, 0},
    {every_layout_can_be_changed, 0},           {every_scenario_can_be_changed, 0},
    {mistakes_are_those_of_a_load, 0},
};

SUITE("changed", entries)
