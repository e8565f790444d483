/* The format: every kind of mistake by its exact text, and the documentation. */
#include "files_of.h"
#include "reference.h"
#include "scenario/schema.h"
#include "scenario_text.h"
#include "veto/meeting.h"

/* ---- every mistake ---- */

START_TEST(bad_files) {
    glob_t found = files_of("tests/bad/*.yaml", 90);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i];
        char expected[512];
        snprintf(expected, sizeof expected, "%.*s.txt", (int)(strlen(path) - 5), path);
        size_t length;
        char *text = golden_read(path, &length);
        struct loaded loaded = load(path, text, length, NULL, 0);
        ck_assert_msg(loaded.status == VETO_INPUT, "%s loads", path);
        golden_compare(expected, loaded.messages);
        unload(&loaded);
        free(text);
    }
    globfree(&found);
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
    {a_full_list_is_no_reason_to_accept, 0},
    {the_name_of_a_source_is_made_safe, 0},
    {documentation_follows_the_tables, 0},
    {examples_are_accepted, 0},
};

SUITE("format", entries)
