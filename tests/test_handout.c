/* Paper for a lesson: what the sheets say, and what those for the class do not. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "report/handout.h"
#include "scenario_file.h"
#include "suite.h"
#include "words/words.h"

/* ---- a sheet ---- */

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

static void play_text(const char *name, const char *bytes, size_t length,
                      const char *const *overrides, size_t count) {
    scenario = scenario_of_text(name, bytes, length, overrides, count);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
}

static void play(const char *name, const char *const *overrides, size_t count) {
    char path[300];
    snprintf(path, sizeof path, "scenarios/%s.yaml", name);
    scenario = scenario_of_file(path, overrides, count);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
}

static char *written(const struct report *sheet, const char *word, const struct report_look *look) {
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    char *text;
    size_t length;
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (veto_meeting_vote(meeting, (int)i))
            ck_assert_int_eq(veto_flips_find(&flips[i], scenario,
                                             veto_meeting_vote(meeting, (int)i),
                                             VETO_FLIPS_QUICK_STEPS),
                             VETO_OK);
    FILE *file = open_memstream(&text, &length);
    struct handout_subject subject = {meeting, word, (const struct veto_flips *const *)flips};
    ck_assert_int_eq(report_write(file, sheet, &subject, look), VETO_OK);
    fclose(file);
    for (size_t i = 0; i < scenario->draft_count; i++)
        veto_flips_free(flips[i]);
    return text;
}

/* ---- by their exact text ---- */

static const struct {
    const char *name, *scenario;
    const struct report *sheet;
} sheets[] = {
    {"class", "aleppo-2016", &report_handout_class},
    {"teacher", "aleppo-2016", &report_handout_teacher},
    {"roles", "aleppo-2016", &report_handout_roles},
    {"board", "aleppo-2016", &report_handout_board},
    {"teacher", "kosovo-1999", &report_handout_teacher},
    {"class", "cables-2026", &report_handout_class},
};

START_TEST(by_their_text) {
    char path[200];
    snprintf(path, sizeof path, "tests/expected/handout-%s-%s.txt", sheets[_i].scenario,
             sheets[_i].name);
    play(sheets[_i].scenario, NULL, 0);
    char *text = written(sheets[_i].sheet, sheets[_i].scenario, &(struct report_look){0});
    golden_compare(path, text);
    free(text);
    end();
}
END_TEST

static void has(const char *text, const char *part) {
    ck_assert_msg(strstr(text, part) != NULL, "%s: without '%.300s'", scenario->title, part);
}

static void has_not(const char *text, const char *part) {
    const char *at = strstr(text, part);
    ck_assert_msg(!at, "%s: '%.300s' before '%.200s'", scenario->title, part, at ? at : "");
}

/* What was changed may be a ballot: it is the teacher's to know. */
START_TEST(changed) {
    static const char *const set[] = {"drafts.french.ballots.RUS=abstain"};
    const struct report_look look = {.set = set, .set_count = 1, .page = {.columns = 500}};
    play("aleppo-2016", set, 1);
    for (size_t i = 0; i < 4; i++) {
        char *text = written(sheets[i].sheet, "-x.yaml", &look);
        bool told = strstr(text, "Changed  drafts.french.ballots.RUS=abstain\n") != NULL;
        bool hidden = strstr(text, "\nSomething is changed in this scenario: the sheet for the "
                                   "teacher says what.\n") != NULL;
        bool teachers =
            sheets[i].sheet == &report_handout_teacher || sheets[i].sheet == &report_handout_board;
        ck_assert_int_eq(told, teachers);
        ck_assert_int_eq(hidden, !teachers);
        has(text, "\nMembers' views are set so that each most likely votes as it really did, "
                  "apart from what is changed here.\n");
        if (sheets[i].sheet == &report_handout_teacher)
            has(text, "veto whatif ./-x.yaml --set drafts.french.ballots.RUS=abstain --set "
                      "'drafts.french.ballots={MYS: abstain, SEN: abstain, URY: abstain}'\n");
        free(text);
    }
    end();
}
END_TEST

/* What is to be written on is ruled. */
START_TEST(can_be_written_on) {
    play("aleppo-2016", NULL, 0);
    char *html = written(&report_handout_class, "x", &(struct report_look){.format = REPORT_HTML});
    has(html, "<p>Name, class and day:</p>\n<div class=\"rule\"></div>\n");
    has(html, "<div class=\"table blank\"");
    has(html, "<tr><th scope=\"row\" class=\"short\">China</th><td class=\"short\">veto</td>");
    free(html);
    char *markdown =
        written(&report_handout_class, "x", &(struct report_look){.format = REPORT_MARKDOWN});
    has(markdown, "What becomes of it, and why?\n\n\\_\\_\\_");
    has(markdown, "\\_\\\n\\_");
    has(markdown, "| China | veto | | | | |\n");
    free(markdown);
    end();
}
END_TEST

/* ---- what the class does not get to know ---- */

static char **shipped_names(size_t *count) {
    struct dirent **entries;
    int found = scandir("scenarios", &entries, NULL, alphasort);
    char **names = calloc((size_t)found + 1, sizeof *names);
    *count = 0;
    for (int i = 0; i < found; i++) {
        char *point = strstr(entries[i]->d_name, ".yaml");
        if (point)
            names[(*count)++] = strndup(entries[i]->d_name, (size_t)(point - entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
    ck_assert_uint_gt(*count, 30);
    return names;
}

static bool is_early(const struct veto_item *item) {
    if (item->announces_vote)
        return false;
    for (size_t i = 0; i < scenario->beforehand.count; i++)
        if (&scenario->beforehand.items[i] == item)
            return true;
    for (size_t i = 0; i < scenario->programme.count; i++) {
        enum veto_item_kind kind = scenario->programme.items[i].kind;
        if (kind != VETO_ITEM_STATEMENT && kind != VETO_ITEM_EVENT)
            return false;
        if (&scenario->programme.items[i] == item)
            return true;
    }
    return false;
}

static size_t look_for_items(const struct veto_programme *programme, const char *text) {
    size_t looked = 0;
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        bool said = item->kind == VETO_ITEM_STATEMENT || item->kind == VETO_ITEM_EVENT;
        if (said && !is_early(item)) {
            has_not(text, item->text);
            looked++;
        }
        if (item->kind == VETO_ITEM_WHEN)
            looked += look_for_items(&item->then, text) + look_for_items(&item->otherwise, text);
    }
    return looked;
}

static void look_for_draft(int draft, const char *text) {
    const struct veto_draft *about = &scenario->drafts[draft];
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    const char *number = about->result ? strrchr(about->result, '/') : NULL;
    for (int outcome = 0; outcome < VETO_OUTCOMES; outcome++)
        has_not(text, words_came_out(&arena, scenario, draft, (enum veto_outcome)outcome));
    if (number)
        has_not(text, arena_printf(&arena, "resolution %s", number + 1));
    if (about->not_put)
        has_not(text, about->not_put);
    if (!vote)
        return;
    has_not(text, words_result(&arena, scenario, vote));
    has_not(text, words_tally(&arena, vote->result.tally));
}

/* Whatever tells a result. */
static void look_for_results(const char *text) {
    static const char *const never[] = {"S/RES/",  "In favour (", "Against (", "Abstaining (",
                                        "Leaning", "Chances",     "Outcome",   "vetoed by",
                                        "VETOED",  "ADOPTED",     "Changed"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        has_not(text, never[i]);
    for (size_t i = 0; i < scenario->draft_count; i++)
        look_for_draft((int)i, text);
    for (size_t i = 0; i < scenario->reference_count; i++)
        if (!scenario->about || !strstr(scenario->about, scenario->references[i].title))
            has_not(text, scenario->references[i].title);
    for (size_t i = 0; i < scenario->question_count; i++)
        if (!scenario->questions[i].safe)
            has_not(text, scenario->questions[i].ask);
}

static const struct report *const for_the_class[] = {&report_handout_class, &report_handout_roles};
static const struct report_look wide = {.page = {.columns = 4000}};

START_TEST(tells_no_result) {
    size_t count, items = 0;
    char **names = shipped_names(&count);
    for (size_t i = 0; i < count; i++) {
        play(names[i], NULL, 0);
        for (size_t sheet = 0; sheet < 2; sheet++) {
            char *text = written(for_the_class[sheet], names[i], &wide);
            look_for_results(text);
            items += look_for_items(&scenario->programme, text);
            free(text);
        }
        end();
        free(names[i]);
    }
    free(names);
    ck_assert_uint_gt(items, 400);
}
END_TEST

/* What would let on how the votes come out, taken away or turned round: the sheets are the same. */
static size_t turn_round(const char **overrides) {
    size_t count = 0;
    overrides[count++] = "numbers=unsaid";
    if (!scenario->has_record)
        return count;
    overrides[count++] = "recorded=";
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const char *id = scenario->drafts[i].id;
        overrides[count++] = arena_printf(&arena, "drafts.%s.leanings={default: -1}", id);
        if (scenario->drafts[i].symbol) /* what was never tabled is not asked about */
            overrides[count++] =
                arena_printf(&arena, "drafts.%s.put=%s", id, i % 2 ? "true" : "false");
        overrides[count++] = arena_printf(&arena, "drafts.%s.ballots={%s: absent}", id,
                                          scenario->members[i % scenario->members_count].code);
        if (scenario->drafts[i].result)
            overrides[count++] = arena_printf(&arena, "drafts.%s.result=S/RES/1 (1946)", id);
    }
    return count;
}

/* How many bytes two texts begin with alike. */
static size_t alike(const char *a, const char *b) {
    size_t same = 0;
    while (a[same] && a[same] == b[same])
        same++;
    return same;
}

START_TEST(looks_at_no_result) {
    size_t count;
    char **names = shipped_names(&count);
    for (size_t i = 0; i < count; i++) {
        const char *overrides[2 + 4 * VETO_MAX_DRAFTS] = {"numbers=unsaid"};
        char *before[2];
        play(names[i], overrides, 1);
        for (size_t sheet = 0; sheet < 2; sheet++)
            before[sheet] = written(for_the_class[sheet], names[i], &wide);
        size_t changes = turn_round(overrides);
        struct veto_scenario *first = scenario;
        veto_meeting_free(meeting);
        play(names[i], overrides, changes);
        for (size_t sheet = 0; sheet < 2; sheet++) {
            char *after = written(for_the_class[sheet], names[i], &wide);
            size_t same = alike(before[sheet], after);
            ck_assert_msg(strcmp(before[sheet], after) == 0, "%s: '%.200s' and '%.200s'", names[i],
                          before[sheet] + same, after + same);
            free(after);
            free(before[sheet]);
        }
        veto_scenario_free(first);
        end();
        free(names[i]);
    }
    free(names);
}
END_TEST

/* The safe questions are there, each of them. */
START_TEST(asks_what_is_safe) {
    size_t count, asked = 0;
    char **names = shipped_names(&count);
    for (size_t i = 0; i < count; i++) {
        play(names[i], NULL, 0);
        char *text = written(&report_handout_class, names[i], &wide);
        for (size_t j = 0; j < scenario->question_count; j++)
            if (scenario->questions[j].safe) {
                has(text, scenario->questions[j].ask);
                asked++;
            }
        free(text);
        end();
        free(names[i]);
    }
    free(names);
    ck_assert_uint_gt(asked, 80);
}
END_TEST

/* Whether a question is procedural is what some lessons are about. */
START_TEST(asks_what_may_be_vetoed) {
    play("laos-1959", NULL, 0);
    char *text = written(&report_handout_class, "laos-1959", &wide);
    ck_assert_ptr_null(strstr(text, "rocedural question"));
    free(text);
    end();
}
END_TEST

/* ---- sentences ---- */

static void load(const char *more) {
    char yaml[1000];
    snprintf(yaml, sizeof yaml,
             "veto: 1\ntitle: T\ncouncil: {composition: 2016%s}\ndrafts: {a: {title: A}}\n", more);
    play_text("test", yaml, strlen(yaml), NULL, 0);
}

static const char *alone(const char *code) {
    return words_alone(&arena, scenario, veto_scenario_member(scenario, code));
}

static const char *together(const char *code) {
    return words_together(&arena, scenario, veto_scenario_member(scenario, code));
}

START_TEST(says_what_a_member_can_do) {
    load("");
    ck_assert_str_eq(alone("EGY"), "Its vote against stops nothing: it is one of 15.");
    ck_assert_str_eq(alone("CHN"),
                     "Its vote against a draft with 9 votes in favour is a veto, and stops it. "
                     "With fewer in favour the draft fails by itself, and there is nothing to "
                     "veto. To abstain is no veto.");
    ck_assert_str_eq(together("CHN"),
                     "With 8 more in favour, 9 of 15, a draft is adopted, if nobody vetoes it. "
                     "With 6 more that are against or abstain, 7 in all, it fails.");
    end();
    load(", veto_needs: 2");
    ck_assert_str_eq(alone("CHN"), "Its vote against stops nothing: a veto takes 2 of those who "
                                   "hold it.");
    ck_assert_str_eq(together("CHN"),
                     "With 1 more who hold the veto, a veto. With 8 more in favour, 9 of 15, a "
                     "draft is adopted, if nobody vetoes it. With 6 more that are against or "
                     "abstain, 7 in all, it fails.");
    end();
    load(", override_at: 13");
    ck_assert_str_eq(alone("CHN"),
                     "Its vote against a draft with 9 votes in favour is a veto, and stops it, "
                     "unless 13 are in favour. With fewer in favour the draft fails by itself, "
                     "and there is nothing to veto. To abstain is no veto.");
    end();
}
END_TEST

START_TEST(says_where_numbers_come_from) {
    static const char *const texts[] = {
        [VETO_NUMBERS_UNSAID] = "The scenario does not say where its members' views come from.",
        [VETO_NUMBERS_RECORD] =
            "Members' views are set so that each most likely votes as it really did.",
        [VETO_NUMBERS_ASSUMED] = "Members' views are guessed, not taken from real votes.",
        [VETO_NUMBERS_FITTED] = "Members' views are worked out from recorded votes.",
    };
    static const char *const numbering[] = {"members.RUS.veto_tendency=0"};
    for (int numbers = VETO_NUMBERS_UNSAID; numbers <= VETO_NUMBERS_FITTED; numbers++) {
        struct veto_scenario about = {.numbers = (enum veto_numbers)numbers};
        ck_assert_str_eq(words_numbers(&arena, &about, NULL, 0), texts[numbers]);
        if (about.numbers == VETO_NUMBERS_UNSAID)
            ck_assert_str_eq(words_numbers(&arena, &about, numbering, 1), texts[numbers]);
    }
    struct veto_scenario made_up = {.numbers = VETO_NUMBERS_ASSUMED, .hypothetical = true};
    ck_assert_str_eq(
        words_numbers(&arena, &made_up, numbering, 1),
        "A hypothetical meeting. Members' views are guessed, not taken from real votes, apart "
        "from what is changed here.");
    arena_free(&arena);
}
END_TEST

/* What is changed counts where it is one of those numbers. */
START_TEST(knows_which_changes_are_numbers) {
    static const struct {
        const char *set;
        bool changes;
    } sets[] = {
        {"members.RUS.veto_tendency=0", true},
        {"ties.CHN.RUS=1", true},
        {"blocs=", true},
        {"drafts.a.leanings.RUS=-1", true},
        {"drafts.a.ballots.RUS=abstain", true},
        {"drafts.a.kinds.b.weight=1", true},
        {"programme.0.statement.moves.a.DEU=-1", true},
        {"beforehand=", true},
        {"council.required_majority=8", false},
        {"drafts.a.title=members", false},
        {"drafts.a.put=true", false},
        {"drafts.a.given.USA=yes", false},
        {"title=ties", false},
    };
    struct veto_scenario about = {.numbers = VETO_NUMBERS_RECORD};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        const char *text = words_numbers(&arena, &about, &sets[i].set, 1);
        ck_assert_msg((strstr(text, "apart from what is changed here") != NULL) == sets[i].changes,
                      "%s: %s", sets[i].set, text);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(names_groups) {
    static const char *const texts[VETO_GROUPS] = {
        "",
        "African",
        "Asia-Pacific",
        "Eastern European",
        "Latin American and Caribbean",
        "Western European and others",
    };
    for (int group = 0; group < VETO_GROUPS; group++)
        ck_assert_str_eq(words_group((enum veto_group)group), texts[group]);
}
END_TEST

static const struct suite_entry entries[] = {
    {by_their_text, sizeof sheets / sizeof *sheets},
    {changed, 0},
    {can_be_written_on, 0},
    {tells_no_result, 0},
    {looks_at_no_result, 0},
    {asks_what_is_safe, 0},
    {asks_what_may_be_vetoed, 0},
    {says_what_a_member_can_do, 0},
    {says_where_numbers_come_from, 0},
    {knows_which_changes_are_numbers, 0},
    {names_groups, 0},
};

SUITE("handout", entries)
