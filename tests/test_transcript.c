/* Transcripts: what was played, and not a word of what was not. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "golden.h"
#include "report/minutes.h"
#include "scenario_file.h"
#include "suite.h"

/* ---- a meeting to be written down ---- */

static struct veto_scenario *scenario;
static struct veto_meeting *meeting;

static void play(const char *path, const char *const *overrides, size_t count,
                 enum veto_mode mode) {
    scenario = scenario_of_file(path, overrides, count);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, mode, 7), VETO_OK);
}

static void end(void) {
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    meeting = NULL;
    scenario = NULL;
}

static char *written(const struct session *session, size_t shown, const struct page_look *page) {
    struct meeting_subject transcript = {meeting, shown, false, session};
    struct report_look look = {.page = *page};
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    ck_assert_int_eq(report_write(file, &report_transcript, &transcript, &look), VETO_OK);
    fclose(file);
    return text;
}

/* How many events have been shown when the nth of a kind on a draft has. */
static size_t behind(enum veto_event_kind kind, const char *draft, size_t nth) {
    int index = veto_scenario_draft(scenario, draft);
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (event->kind == kind && event->draft == index && nth-- == 0)
            return i + 1;
    }
    ck_abort_msg("no such event");
    return 0;
}

static const char aleppo[] = "scenarios/aleppo-2016.yaml";
static const char *const overrides[] = {"members.RUS.veto_tendency=0.9",
                                        "drafts.french.ballots.CHN=yes"};
static const struct session_ballot ballots[] = {
    {"FRA", VETO_YES}, {"RUS", VETO_NO}, {"CHN", VETO_ABSTAIN}, {"QQQ", VETO_ABSTAIN}};
static const struct session_ballot few[] = {{"RUS", VETO_YES}};
static const struct session_guess guesses[] = {
    {"french", VETO_VETOED, ballots, 4, {3, 17, 8}, {2, 3}},
    {"russian", VETO_VETOED, few, 1, {0}, {0}},
    {"evacuation", VETO_NONE, few, 1, {0}, {0}},
    {"none", VETO_ADOPTED, NULL, 0, {0}, {0}},
};
static const struct session session = {
    .scenario = "aleppo-2016",
    .blind = true,
    .set = overrides,
    .set_count = 1,
    .changes = overrides + 1,
    .change_count = 1,
    .guesses = guesses,
    .guess_count = 4,
};

/* ---- by their exact text ---- */

START_TEST(whole) {
    play(aleppo, overrides, 2, VETO_SAMPLED);
    char *text = written(&session, (size_t)-1, &(struct page_look){0});
    golden_compare("tests/expected/transcript-whole.txt", text);
    free(text);
    end();
}
END_TEST

START_TEST(in_the_middle_of_a_roll_call) {
    play(aleppo, overrides, 2, VETO_EXPECTED);
    size_t shown = behind(VETO_EVENT_BALLOT, "russian", 4);
    char *text = written(&session, shown, &(struct page_look){.columns = 60, .ascii = true});
    golden_compare("tests/expected/transcript-roll-call.txt", text);
    free(text);
    end();
}
END_TEST

START_TEST(before_the_meeting) {
    play("tests/screens/procedure.yaml", NULL, 0, VETO_EXPECTED);
    struct session bare = {.scenario = "a\nb\x1b", .blind = true};
    char *text = written(&bare, 0, &(struct page_look){0});
    golden_compare("tests/expected/transcript-before.txt", text);
    free(text);
    end();
}
END_TEST

/* ---- what holds for all ---- */

static const char *line_of(const char *text, const char *line) {
    const char *at = strstr(text, line);
    ck_assert_ptr_nonnull(at);
    return at;
}

/* At the end it is the meeting as `veto run` writes it, with a head. */
START_TEST(says_what_run_says) {
    static const char *const paths[] = {aleppo, "scenarios/korea-1950.yaml",
                                        "tests/screens/procedure.yaml"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        play(paths[i], NULL, 0, VETO_EXPECTED);
        const struct session nothing = {.scenario = "x", .blind = true};
        struct meeting_subject subject = {meeting, veto_meeting_event_count(meeting), false, NULL};
        char *run, *text = written(&nothing, (size_t)-1, &(struct page_look){0});
        size_t length;
        FILE *file = open_memstream(&run, &length);
        report_write(file, &report_meeting, &subject, &(struct report_look){.format = REPORT_TEXT});
        fclose(file);
        ck_assert_str_eq(line_of(text, "\nThe Council\n"), line_of(run, "\nThe Council\n"));
        free(run);
        free(text);
        end();
    }
}
END_TEST

/* What comes behind the place is not in it: whatever that is, the text is the same. */
START_TEST(gives_nothing_away) {
    static const char *const other[] = {"drafts.russian.ballots.USA=yes",
                                        "drafts.russian.ballots.JPN=absent",
                                        "drafts.evacuation.put=true", "recorded.russian="};
    play(aleppo, NULL, 0, VETO_EXPECTED);
    size_t shown = behind(VETO_EVENT_PUT, "russian", 0), compared = 0;
    struct veto_scenario *first = scenario;
    struct veto_meeting *one = meeting;
    play(aleppo, other, 4, VETO_EXPECTED);
    struct veto_meeting *two = meeting;
    for (; shown > 0; shown--, compared++) {
        meeting = one;
        char *a = written(&session, shown, &(struct page_look){0});
        meeting = two;
        char *b = written(&session, shown, &(struct page_look){0});
        ck_assert_str_eq(a, b);
        free(a);
        free(b);
    }
    ck_assert_uint_gt(compared, 30);
    end();
    veto_meeting_free(one);
    veto_scenario_free(first);
}
END_TEST

/* From place to place it only ever grows by what happened: no event is lost. */
START_TEST(ends_anywhere) {
    play("tests/screens/procedure.yaml", NULL, 0, VETO_EXPECTED);
    size_t count = veto_meeting_event_count(meeting);
    for (size_t shown = 0; shown <= count; shown++) {
        char *text = written(&session, shown, &(struct page_look){.columns = 40});
        bool open = strstr(text, "\nThe transcript ends here,") != NULL;
        ck_assert_int_eq(open, shown < count);
        ck_assert_int_eq(strstr(text, "The meeting rises.") != NULL, shown == count);
        ck_assert_int_eq(strstr(text, "\nOutcome\n") != NULL, session_settled(meeting, shown) != 0);
        free(text);
    }
    end();
}
END_TEST

/* ---- beside the chamber ---- */

/* What a screen adds to an event: where it stands, and, as a heading, what the seats show. */
static bool is_of_the_screen(const struct page_block *block, const struct veto_event *event) {
    return (event->kind == VETO_EVENT_RESULT && block->kind == BLOCK_HEADING) ||
           (block->role == ROLE_DIM && strstr(block->text, "Source: ") != NULL);
}

static bool page_says(const struct page *page, const char *text) {
    size_t length = strlen(text);
    const char *said = arena_copy(page->arena, text, length - (text[length - 1] == ':'));
    for (size_t i = 0; i < page->count; i++)
        if (page->blocks[i].text && strstr(page->blocks[i].text, said))
            return true;
    return false;
}

static size_t check_event(struct arena *arena, size_t index) {
    const struct told shown = {meeting, index + 1, false};
    struct page paper = {.arena = arena}, screen = {.arena = arena};
    const struct minutes written = minutes_of(&paper, &shown);
    struct minutes drawn = minutes_of(&screen, &shown);
    const struct veto_event *event = veto_meeting_event(meeting, index);
    size_t told = 0;
    drawn.screen = true;
    minutes_event(&written, event);
    minutes_event(&drawn, event);
    for (size_t i = 0; i < screen.count; i++) {
        const struct page_block *block = &screen.blocks[i];
        if (!block->text || is_of_the_screen(block, event))
            continue;
        ck_assert_msg(page_says(&paper, block->text), "not on paper: %s", block->text);
        told++;
    }
    ck_assert_int_eq(told > 0, paper.count > 0);
    return told;
}

static void work_events(void *arena) {
    size_t told = 0;
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++)
        told += check_event(arena, i);
    ck_assert_uint_gt(told, 5);
}

/* What the debate says of an event stands in the transcript, to the word. */
START_TEST(a_screen_says_what_paper_does) {
    static const char *const paths[] = {aleppo, "scenarios/korea-1950.yaml",
                                        "tests/screens/procedure.yaml",
                                        "tests/screens/example.yaml", "tests/screens/kinds.yaml"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct arena arena = {0};
        play(paths[i], NULL, 0, VETO_SAMPLED);
        ck_assert(arenas_try(&arena, NULL, work_events, &arena));
        arena_free(&arena);
        end();
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {whole, 0},
    {in_the_middle_of_a_roll_call, 0},
    {before_the_meeting, 0},
    {says_what_run_says, 0},
    {gives_nothing_away, 0},
    {ends_anywhere, 0},
    {a_screen_says_what_paper_does, 0},
};

SUITE("transcript", entries)
