/* What 'veto play' offers: what is read, in which order, and the text of what is chosen. */
#include "suite.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/folder.h"
#include "cli/play.h"
#include "cli/shipped.h"
#include "view/view.h"

static const char *operands[4];
static struct settings settings;
static struct catalogue *catalogue;

static void give(const char *first, const char *second) {
    operands[0] = first;
    operands[1] = second;
    settings = (struct settings){.operands = operands};
    while (settings.operand_count < 2 && operands[settings.operand_count])
        settings.operand_count++;
}

static enum veto_status try_to_open(const char *first, const char *second) {
    give(first, second);
    return catalogue_open(&catalogue, &settings, NULL);
}

static void open_catalogue(const char *first, const char *second) {
    ck_assert_int_eq(try_to_open(first, second), VETO_OK);
}

static void close_catalogue(void) {
    catalogue_close(catalogue);
    catalogue = NULL;
}

/* ---- when there is a choice ---- */

static bool wanted(void) {
    bool wanted;
    ck_assert_int_eq(catalogue_wanted(&wanted, &settings), VETO_OK);
    return wanted;
}

START_TEST(a_single_scenario_is_no_choice) {
    static const struct {
        const char *first, *second;
        bool wanted;
    } cases[] = {
        {NULL, NULL, true},
        {"aleppo-2016", NULL, false},
        {"scenarios/aleppo-2016.yaml", NULL, false},
        {"-", NULL, false},
        {"tests/history/sciencespo.csv", NULL, true},
        {"tests/history/undl.csv", NULL, true},
        {"no-such-file.csv", NULL, false}, /* as a scenario it gets the right complaint */
        {"aleppo-2016", "korea-1950", true},
        {"aleppo-2016", "tests/history/undl.csv", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        give(cases[i].first, cases[i].second);
        ck_assert_msg(wanted() == cases[i].wanted, "case %zu", i);
    }
}
END_TEST

/* By its header, whatever it is called. */
START_TEST(a_history_is_known_by_its_header) {
    char path[] = "/tmp/veto-test-XXXXXX";
    int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "wb"), *from = fopen("tests/history/undl.csv", "rb");
    ck_assert(file != NULL && from != NULL);
    for (int c; (c = getc(from)) != EOF;)
        putc(c, file);
    fclose(from);
    fclose(file);
    give(path, NULL);
    ck_assert(wanted());
    open_catalogue(path, NULL);
    ck_assert_int_eq(catalogue->entries[0].shelf, SHELF_VOTES);
    close_catalogue();
    remove(path);
}
END_TEST

/* ---- what there is ---- */

static const struct veto_text *find_shipped(const char *name) {
    for (size_t i = 0; i < shipped_count; i++)
        if (strcmp(shipped[i].name, name) == 0)
            return &shipped[i];
    return NULL;
}

static size_t on_shelf(enum shelf shelf) {
    size_t count = 0;
    for (size_t i = 0; i < catalogue->count; i++)
        count += catalogue->entries[i].shelf == shelf;
    return count;
}

/* All of it, the oldest first. */
START_TEST(what_ships_is_offered) {
    open_catalogue(NULL, NULL);
    ck_assert_uint_eq(on_shelf(SHELF_SHIPPED), shipped_count);
    for (size_t i = catalogue->count - shipped_count; i < catalogue->count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        const struct given *given = NULL;
        const char *why = NULL;
        ck_assert_int_eq(entry->shelf, SHELF_SHIPPED);
        ck_assert(entry[-1].shelf != SHELF_SHIPPED || strcmp(entry[-1].date, entry->date) <= 0);
        ck_assert_str_eq(entry->title, entry->scenario->title);
        ck_assert_ptr_null(entry->closed);
        ck_assert_int_eq(catalogue_given(catalogue, i, &given, &why), VETO_OK);
        ck_assert_ptr_eq(given->text.bytes, (const char *)find_shipped(entry->word)->bytes);
        ck_assert_str_eq(given->word, entry->word);
    }
    close_catalogue();
}
END_TEST

/* Somewhere to begin: the first lesson, by the question that it turns on, and how long it takes. */
START_TEST(lessons_come_before_topics) {
    open_catalogue(NULL, NULL);
    const struct entry *first = &catalogue->entries[0];
    ck_assert_int_eq(first->shelf, SHELF_LESSONS);
    ck_assert_str_eq(first->word, "aleppo-2016");
    ck_assert_str_eq(first->title, "Is a vote against a veto?");
    ck_assert_str_eq(first->note, "45 minutes");
    ck_assert_str_eq(entry_heading(first), "Lessons: a question, and a scenario that answers it");
    size_t lessons = on_shelf(SHELF_LESSONS), headings = 0;
    ck_assert_uint_gt(lessons, 10);
    ck_assert_uint_eq(on_shelf(SHELF_TOPICS), shipped_count);
    for (size_t i = lessons; i < lessons + shipped_count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        const char *heading = entry_heading(entry);
        ck_assert_int_eq(entry->shelf, SHELF_TOPICS);
        ck_assert_int_eq(strncmp(heading, "Topic: ", 7), 0);
        ck_assert_str_eq(heading + 7, entry_topic(entry->scenario)->name);
        bool same = i > lessons && strcmp(heading, entry_heading(&entry[-1])) == 0;
        ck_assert(!same || strcmp(entry[-1].date, entry->date) <= 0);
        headings += !same;
        for (size_t j = lessons; !same && j < i; j++) /* each stands in one place */
            ck_assert_str_ne(entry_heading(&catalogue->entries[j]), heading);
    }
    ck_assert_uint_gt(headings, 10);
    close_catalogue();
}
END_TEST

static void put_file(const char *folder, const char *name, const char *text) {
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* Scenarios, with mistakes or without, and sessions, by what is in them; and nothing else. */
START_TEST(the_folder_is_looked_at) {
    static const struct {
        const char *name, *text;
        bool listed;
    } files[] = {
        {"a.yaml", "veto: 1\ntitle: A\ncouncil: {composition: 2016}\ndrafts: {d: {title: D}}\n",
         true},
        {"b.yml", "# mine\nveto: 1\ntitle: B\n", true},
        {"c.yaml", "veto_session: 1\nscenario: korea-1950\nchanges: [title=C]\n", true},
        {"d.yaml", "compose: 1\n# veto: 1\n", false},
        {"e.txt", "veto: 1\ntitle: E\n", false},
        {".f.yaml", "veto: 1\ntitle: F\n", false},
        {"g", "veto_session: 1\nscenario: korea-1950\n", true},
        {"h 8.30", "veto_session: 1\nscenario: korea-1950\n", true},
        {"g~", "veto_session: 1\nscenario: korea-1950\n", false},
        {"#g#", "veto_session: 1\nscenario: korea-1950\n", false},
        {"i.md", "# A session\n\nveto_session: 1\n", false},
        {"j", "veto_sessions\n", false},
        {"makefile", "veto: main.o\n", false},
    };
    enum { FILES = sizeof files / sizeof *files };
    char folder[] = "/tmp/veto-test-XXXXXX", path[300];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    for (size_t i = 0; i < FILES; i++)
        put_file(folder, files[i].name, files[i].text);
    struct arena arena = {0};
    struct folder found = folder_read(&arena, folder);
    size_t listed = 0;
    for (size_t i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i].name);
        if (files[i].listed)
            ck_assert_str_eq(found.words[listed++], path);
        remove(path);
    }
    ck_assert_uint_eq(found.count, listed);
    remove(folder);
    arena_free(&arena);
    ck_assert_uint_eq(folder_read(&arena, folder).count, 0);
}
END_TEST

/* A word that names what ships, or an option, is no word for a file. */
START_TEST(files_of_the_folder_have_words) {
    static const struct {
        const char *name, *word;
    } files[] = {{"g", "g"}, {"-g", "./-g"}, {"aleppo-2016", "./aleppo-2016"}, {"no", NULL}};
    char folder[] = "/tmp/veto-test-XXXXXX", before[4096];
    struct arena arena = {0};
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_ptr_nonnull(getcwd(before, sizeof before));
    ck_assert_int_eq(chdir(folder), 0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        put_file(".", files[i].name, files[i].word ? "veto_session: 1\n" : "veto_session\n");
        ck_assert_pstr_eq(folder_word(&arena, ".", files[i].name), files[i].word);
        remove(files[i].name);
    }
    ck_assert_int_eq(chdir(before), 0);
    remove(folder);
    arena_free(&arena);
}
END_TEST

START_TEST(files_come_first) {
    open_catalogue("tests/screens/example.yaml", "korea-1950");
    ck_assert_uint_eq(on_shelf(SHELF_FILES), 2);
    ck_assert_str_eq(catalogue->entries[0].word, "tests/screens/example.yaml");
    ck_assert_str_eq(catalogue->entries[1].word, "korea-1950");
    ck_assert_int_eq(catalogue->entries[1].shelf, SHELF_FILES);
    ck_assert_int_eq(catalogue->entries[2].shelf, SHELF_LESSONS);
    const struct given *given = NULL;
    const char *why = NULL;
    ck_assert_int_eq(catalogue_given(catalogue, 0, &given, &why), VETO_OK);
    ck_assert_str_eq(given->text.name, "tests/screens/example.yaml");
    ck_assert_ptr_nonnull(strstr(given->text.bytes, "An example for the views"));
    close_catalogue();
}
END_TEST

START_TEST(mistakes_are_kept) {
    open_catalogue("tests/bad/unknown-key.yaml", "aleppo-2016");
    const struct entry *entry = &catalogue->entries[0];
    const struct given *given = NULL;
    const char *why = NULL;
    ck_assert_ptr_nonnull(entry->mistakes);
    ck_assert_uint_gt(veto_diagnostics_errors(entry->mistakes), 0);
    ck_assert_int_eq(catalogue_given(catalogue, 0, &given, &why), VETO_INPUT);
    ck_assert_str_eq(why, entry->closed);
    close_catalogue();
}
END_TEST

/* What is not there has been said, and nothing is opened. */
START_TEST(what_cannot_be_read_opens_nothing) {
    static const char *const missing[] = {"no-such-scenario", "tests/no-such-file.yaml",
                                          "tests/no-such-file.csv", "tests"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        ck_assert_int_eq(try_to_open("aleppo-2016", missing[i]), VETO_INPUT);
        ck_assert_ptr_null(catalogue);
    }
}
END_TEST

/* ---- recorded votes ---- */

START_TEST(votes_are_listed_newest_first) {
    open_catalogue("tests/history/sciencespo.csv", NULL);
    const struct entry *entries = catalogue->entries;
    size_t votes = 0;
    for (; votes < catalogue->count && entries[votes].shelf == SHELF_VOTES; votes++) {
        ck_assert_ptr_nonnull(entries[votes].vote);
        if (votes == 0)
            continue;
        const struct veto_history_vote *before = entries[votes - 1].vote,
                                       *vote = entries[votes].vote;
        int order = veto_date_compare(before->date, vote->date);
        ck_assert_int_ge(order, 0);
        if (order == 0)
            ck_assert_uint_lt(before->row, vote->row);
    }
    ck_assert_uint_eq(votes, on_shelf(SHELF_VOTES));
    ck_assert_str_eq(entries[0].word, "S/2016/847");
    ck_assert_str_eq(entries[0].note, "failed 4-9-2");
    ck_assert_str_eq(entries[1].note, "vetoed RUS 11-2-2");
    close_catalogue();
}
END_TEST

/* Each that is open becomes a scenario that loads and has the recorded outcome. */
START_TEST(votes_can_be_played) {
    open_catalogue("tests/history/sciencespo.csv", NULL);
    size_t open = 0, closed = 0;
    for (size_t i = 0; i < catalogue->count && catalogue->entries[i].vote; i++) {
        const struct entry *entry = &catalogue->entries[i];
        struct veto_scenario *scenario = NULL;
        struct veto_diagnostics *list = veto_diagnostics_new();
        const struct given *given = NULL;
        const char *why = NULL;
        enum veto_status status = catalogue_given(catalogue, i, &given, &why);
        ck_assert_int_eq(status, entry->closed ? VETO_INPUT : VETO_OK);
        if (status == VETO_OK) {
            ck_assert_str_eq(given->word, "-");
            ck_assert_str_eq(given->text.name, veto_history_called(entry->vote));
            ck_assert_int_eq(veto_scenario_load(&scenario, list, &given->text, NULL, 0), VETO_OK);
            ck_assert(scenario->has_record);
            open++;
        } else {
            ck_assert_str_eq(why, entry->closed);
            closed++;
        }
        veto_scenario_free(scenario);
        veto_diagnostics_free(list);
    }
    ck_assert_uint_gt(open, 3);
    ck_assert_uint_gt(closed, 3);
    close_catalogue();
}
END_TEST

/* ---- searches ---- */

static size_t votes_found(const char *typed) {
    struct browser browser = browser_start(catalogue, CHARSET_UTF8, browser_size(80, 24));
    for (; *typed; typed++)
        browser = browser_press(browser, (uint32_t)(unsigned char)*typed);
    struct finder finder = browser_finder(&browser);
    size_t count = 0;
    for (size_t i = finder_next(&finder, 0); i < catalogue->count; i = finder_next(&finder, i + 1))
        count += catalogue->entries[i].vote != NULL;
    return count;
}

static size_t votes_matching(const struct veto_history_filter *filter) {
    size_t count = 0;
    for (size_t i = 0; i < catalogue->count && catalogue->entries[i].vote; i++)
        count += veto_history_matches(catalogue->entries[i].vote, filter);
    return count;
}

/* What is typed finds what the options of 'veto history FILE list' find. */
static void compare_searches(const char *path) {
    static const char *const permanent[] = {"CHN", "FRA", "GBR", "RUS", "USA"};
    char typed[32];
    open_catalogue(path, NULL);
    for (size_t i = 0; i < sizeof permanent / sizeof *permanent; i++) {
        struct veto_history_filter vetoed = {.vetoed_by = permanent[i]};
        struct veto_history_filter against = {.member = permanent[i], .ballot = 1 + VETO_NO};
        snprintf(typed, sizeof typed, "vetoed by %s", permanent[i]);
        ck_assert_uint_eq(votes_found(typed), votes_matching(&vetoed));
        snprintf(typed, sizeof typed, "no:%s", permanent[i]);
        ck_assert_uint_eq(votes_found(typed), votes_matching(&against));
    }
    close_catalogue();
}

START_TEST(searches_find_what_options_find) {
    const char *folder = getenv("VETO_HISTORY");
    char path[4096];
    compare_searches("tests/history/sciencespo.csv");
    if (folder) {
        snprintf(path, sizeof path, "%s/sciencespo-unsc-votes-1946-2025.csv", folder);
        compare_searches(path);
    } else {
        fprintf(stderr, "# VETO_HISTORY is not set: the record itself was left out\n");
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {a_single_scenario_is_no_choice, 0},
    {a_history_is_known_by_its_header, 0},
    {what_ships_is_offered, 0},
    {lessons_come_before_topics, 0},
    {the_folder_is_looked_at, 0},
    {files_of_the_folder_have_words, 0},
    {files_come_first, 0},
    {mistakes_are_kept, 0},
    {what_cannot_be_read_opens_nothing, 0},
    {votes_are_listed_newest_first, 0},
    {votes_can_be_played, 0},
    {searches_find_what_options_find, 0},
};

SUITE("catalogue", entries)
