/*
 * Work in proportion: everything that reads or writes, on generated input of every shape that has
 * cost, or may cost, the square of its length. At four times the size no more than 4.4 times the
 * steps and the bytes, for what is larger by a little in each part.
 */
#include <stdio.h>
#include <string.h>

#include "base/diagnostics.h"
#include "cost/counted.h"
#include "play/desk.h"
#include "play/script.h"
#include "report/meeting.h"
#include "scenario/weights.h"
#include "suite.h"
#include "veto/history.h"
#include "view/view.h"

enum { ROOM = 1 << 20, MOST_OVERRIDES = 1 << 16 };

/* What is made for one piece of work. */
struct input {
    char text[ROOM];
    size_t length;
    const char **overrides;
    size_t override_count;
};

static struct input input;

static void add(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void add(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    input.length +=
        (size_t)vsnprintf(input.text + input.length, ROOM - input.length, format, arguments);
    va_end(arguments);
    ck_assert_uint_lt(input.length, ROOM);
}

static void add_override(const char *format, unsigned number) {
    char *override = malloc(128);
    snprintf(override, 128, format, number);
    input.overrides[input.override_count++] = override;
}

static void start(void) {
    for (size_t i = 0; i < input.override_count; i++)
        free((char *)input.overrides[i]);
    free(input.overrides);
    input.length = input.override_count = 0;
    input.overrides = malloc(MOST_OVERRIDES * sizeof *input.overrides);
}

#define HEAD  "veto: 1\ntitle: T\ndate: 2016-10-08\n"
#define DRAFT "drafts: {d: {title: D}}\n"

/* ---- what is done with it ---- */

static struct veto_text text_of(void) {
    return (struct veto_text){"x.yaml", input.text, input.length};
}

static void print(const struct veto_diagnostics *list) {
    FILE *file = fopen("/dev/null", "w");
    veto_diagnostics_print(list, file, 100, true);
    fclose(file);
}

static void load(void) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    struct veto_text text = text_of();
    veto_scenario_load(&scenario, list, &text, input.overrides, input.override_count);
    print(list);
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
}

static void run_as(enum report_format format) {
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    struct veto_text text = text_of();
    ck_assert_int_eq(
        veto_scenario_load(&scenario, NULL, &text, input.overrides, input.override_count), VETO_OK);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
    FILE *file = fopen("/dev/null", "w");
    struct meeting_subject subject = {.meeting = meeting, .shown = SIZE_MAX, .why = true};
    struct report_look look = {.format = format,
                               .page = {.columns = 80},
                               .set = input.overrides,
                               .set_count = input.override_count};
    ck_assert_int_eq(report_write(file, &report_meeting, &subject, &look), VETO_OK);
    fclose(file);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
}

static void run_text(void) {
    run_as(REPORT_TEXT);
}

static void run_json(void) {
    run_as(REPORT_JSON);
}

static void run_csv(void) {
    run_as(REPORT_CSV);
}

static void peek_and_read_session(void) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct session *session = NULL;
    struct veto_text text = text_of();
    bool is = false;
    size_t length;
    ck_assert_int_eq(session_is(&is, &text), VETO_OK);
    if (session_read(&session, list, &text) == VETO_OK)
        free(session_write(session, &length));
    print(list);
    session_free(session);
    veto_diagnostics_free(list);
}

static void read_weights(void) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = text_of();
    struct rules_keys keys;
    struct weights weights;
    ck_assert_int_eq(rules_keys_find(&keys, &text), VETO_OK);
    weights_load(&weights, list, &text);
    print(list);
    arena_free(&weights.arena);
    veto_diagnostics_free(list);
}

struct keys_job {
    struct veto_diagnostics *list;
    struct arena arena;
};

static void work_keys(void *context) {
    struct keys_job *job = context;
    script_read(&job->arena, job->list,
                source_new(&job->list->arena, "keys", input.text, input.length));
}

static void read_keys(void) {
    struct keys_job job = {.list = veto_diagnostics_new()};
    ck_assert(arenas_try(&job.arena, &job.list->arena, work_keys, &job));
    print(job.list);
    arena_free(&job.arena);
    veto_diagnostics_free(job.list);
}

static void read_votes(void) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text text = text_of();
    veto_history_load(&history, list, &text, VETO_DATES_BY_FILE);
    print(list);
    veto_history_free(history);
    veto_diagnostics_free(list);
}

struct show_job {
    struct arena arena;
    struct desk *desk;
    const char *keys;
};

static void work_show(void *context) {
    struct show_job *job = context;
    struct state state = state_start(desk_stage(job->desk), VETO_EXPECTED, CHARSET_UTF8, 80, 24);
    for (const char *key = job->keys; *key; key++) {
        state = desk_press(job->desk, state, (uint32_t)*key);
        struct frame *frame = view_frame(&job->arena, &state);
        state = state_settle(state, &frame->reach);
        frame_text(&job->arena, frame);
    }
}

/* Through the views of the chamber. */
static void show(void) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct show_job job = {.keys = " cwdvho "};
    struct desk_source source = {.word = "x.yaml",
                                 .text = text_of(),
                                 .overrides = input.overrides,
                                 .override_count = input.override_count,
                                 .seed = 1};
    ck_assert_int_eq(desk_open(&job.desk, &source, list), VETO_OK);
    ck_assert(arenas_try(&job.arena, NULL, work_show, &job));
    desk_close(job.desk);
    arena_free(&job.arena);
    veto_diagnostics_free(list);
}

/* ---- shapes ---- */

static void repeat(const char *head, const char *part, unsigned n, const char *tail) {
    add("%s", head);
    for (unsigned i = 0; i < n; i++)
        add("%s", part);
    add("%s", tail);
}

static void number(const char *head, const char *part, unsigned n, const char *tail) {
    add("%s", head);
    for (unsigned i = 0; i < n; i++) {
        char text[256];
        snprintf(text, sizeof text, part, i, i);
        add("%s", text);
    }
    add("%s", tail);
}

#define REPEAT(name, head, part, tail)                                                             \
    static void name(unsigned n) {                                                                 \
        repeat(head, part, n, tail);                                                               \
    }
#define NUMBER(name, head, part, tail)                                                             \
    static void name(unsigned n) {                                                                 \
        number(head, part, n, tail);                                                               \
    }
#define OVERRIDES(name, head, part)                                                                \
    static void name(unsigned n) {                                                                 \
        add("%s", head);                                                                           \
        for (unsigned i = 0; i < n; i++)                                                           \
            add_override(part, i);                                                                 \
    }

/* what is right */
NUMBER(statements, HEAD DRAFT "programme:\n",
       "- statement: {by: Speaker %06u, on: d, text: >-\n    Words and words %06u.\n  }\n", "")
NUMBER(texts, HEAD DRAFT "programme:\n", "- statement:\n    by: FRA\n    text: Words %06u.\n", "")
NUMBER(events, HEAD DRAFT "programme:\n",
       "- event: {text: Event %06u., moves: {d: {EGY: 0.01, SEN: 0.02}}}\n", "- vote: d\n")
REPEAT(sponsors, HEAD "drafts: {d: {title: D, sponsors: [FRA", ", Qatar", "]}}\n")
REPEAT(long_text, HEAD DRAFT "about: ", "many words ", "\n")
REPEAT(long_word, HEAD DRAFT "about: ", "word", "\n")
REPEAT(wide_text, HEAD DRAFT "about: ", "安é", "\n")
REPEAT(block_text, HEAD DRAFT "about: |\n", "  A line of text.\n", "")
REPEAT(comments, HEAD DRAFT, "# A comment.\n", "")
NUMBER(blocs, HEAD DRAFT "blocs:\n", "  b%06u: {members: [], cohesion: 0.%06u}\n", "")
REPEAT(conditions, HEAD DRAFT "programme:\n- vote: d\n",
       "- when: {d: vetoed}\n  then: [{event: {text: E}}]\n", "")
REPEAT(branches, HEAD DRAFT "programme:\n- vote: d\n- when: {d: vetoed}\n  then:\n",
       "  - event: {text: E}\n", "")
REPEAT(class_questions, HEAD DRAFT "questions:\n", "- {ask: Who will veto?}\n", "")

static void sources(unsigned n) {
    number(HEAD DRAFT "sources:\n", "  s%06u: {title: Source %06u}\n", n, "programme:\n");
    number("", "- event: {text: E, source: s%06u}\n", n, "");
}

/* what is wrong */
NUMBER(unknown_keys, HEAD DRAFT, "key%06u: {a: b}\n", "")
NUMBER(unknown_members, HEAD DRAFT "members:\n", "  Nobody %06u: {firm: true}\n", "")
NUMBER(unknown_drafts, HEAD DRAFT "programme:\n", "- vote: x%06u\n", "")
NUMBER(unknown_words, HEAD "drafts: {d: {title: D, ballots: {\n", "RUS: x%06u,\n", "}}}\n")
NUMBER(bad_names, HEAD "drafts:\n", "  D%06u: {title: D}\n", "")
NUMBER(bad_items, HEAD DRAFT "programme:\n", "- %06u\n", "")
NUMBER(bad_list, HEAD DRAFT "council: {veto: [", "N%06u, ", "]}\n")
NUMBER(bad_numbers, HEAD DRAFT "ties: {SEN: {\n", "FRA: 0,%06u,\n", "}}\n")
REPEAT(bad_line, HEAD DRAFT "council: {veto: [", "x, ", "]}\n")
REPEAT(same_keys, HEAD DRAFT, "same: 1\n", "")
REPEAT(unindented, HEAD "drafts:\n", "  d:\n  title: D\n  symbol: S\n", "")
REPEAT(cut_texts, HEAD DRAFT "programme:\n", "- event:\n    text: Words #2\n", "")
REPEAT(tight_colons, HEAD DRAFT "ties: {SEN: {", "FRA:0.5, ", "}}\n")
REPEAT(odd_spaces, HEAD DRAFT "programme:\n", "- vote:\u00a0d\n", "")
REPEAT(odd_colons, HEAD DRAFT, "about：words\n", "")
REPEAT(odd_commas, HEAD DRAFT "council: {veto: [FRA", "，GBR", "]}\n")
REPEAT(odd_quotes, HEAD DRAFT, "about: “a: b”\n", "")
REPEAT(odd_letters, HEAD DRAFT "council: {veto: [", "FRА, ", "]}\n")
REPEAT(fences, "```yaml\n" HEAD DRAFT "```\n", "More words about it.\n", "")
REPEAT(controls, HEAD DRAFT "about: ", "\x01", "\n")
REPEAT(latin, HEAD DRAFT "about: ", "\xE9", "\n")
REPEAT(quoted_value, HEAD DRAFT "numbers: ", "word ", "\n")
REPEAT(quoted_code, HEAD "drafts: {d: {title: D, sponsors: [Q], parties: [", "Q", "]}}\n")
REPEAT(nested, HEAD, "{a: ", "")
REPEAT(nested_lists, HEAD "x: ", "[", "")
REPEAT(nested_items, HEAD "x:\n", "- ", "")
REPEAT(nested_first, "", "{a: ", "")
NUMBER(directives, "", "%%TAG !t%06u! tag:x:\n", "---\n" HEAD DRAFT)
NUMBER(later_directives, HEAD DRAFT "...\n", "%%TAG !t%06u! tag:x:\n", "---\na: 1\n")
REPEAT(documents, HEAD DRAFT, "---\na: 1\n", "")
REPEAT(anchors, HEAD DRAFT, "a: &a [1, 2]\n", "")
REPEAT(aliases, HEAD DRAFT "x: [", "*a, ", "]\n")
REPEAT(no_end, HEAD DRAFT "x: \"", "words ", "")
REPEAT(late_error, HEAD DRAFT "programme:\n", "- event: {text: E}\n", "x: 'a' b\n")
REPEAT(apostrophes, HEAD DRAFT "x: 'a", "' b 'c", "'\n")
REPEAT(only_blanks, "", " \n", "")

/* overrides */
OVERRIDES(overrides_add, HEAD DRAFT, "sources.s%06u.title=Source")
OVERRIDES(overrides_change, HEAD DRAFT, "members.RUS.veto_tendency=0.%06u")
OVERRIDES(overrides_by_name, HEAD DRAFT, "members.United Kingdom.veto_tendency=0.%06u")
OVERRIDES(overrides_wrong, HEAD DRAFT, "x%06u.y=1")
OVERRIDES(overrides_empty, HEAD DRAFT, "drafts.d.about%06u=")

static void overrides_remove(unsigned n) {
    number(HEAD DRAFT "sources:\n", "  s%06u: {title: S}\n", n, "");
    for (unsigned i = 0; i < n; i++)
        add_override("sources.s%06u=", i);
}

static void long_override(unsigned n) {
    add(HEAD DRAFT);
    char *override = malloc(8 * (size_t)n + 16), *to = stpcpy(override, "about=");
    for (unsigned i = 0; i < n; i++)
        to = stpcpy(to, "it's so ");
    input.overrides[input.override_count++] = override;
}

/* sessions, games, keys, votes */
#define SESSION "veto_session: 1\nscenario: aleppo-2016\n"
NUMBER(session_sets, SESSION "set:\n", "- members.RUS.veto_tendency=0.%06u\n", "")
REPEAT(session_text, SESSION "text: |\n", "  A line of a scenario.\n", "")
NUMBER(session_ballots, SESSION "guesses: {d: {yes: [", "N%06u, ", "]}}\n")
REPEAT(session_nested, "", "{a: ", "")
NUMBER(session_directives, "", "%%TAG !t%06u! tag:x:\n", "---\n" SESSION)
NUMBER(session_keys, "", "key%06u: 1\n", SESSION)
NUMBER(weights, "title: Game\nquota: 100\nweights:\n", "  Member %06u: 1%06u\n", "")
NUMBER(bad_weights, "title: Game\nquota: 100\nweights:\n", "  Member %06u: x%06u\n", "")
REPEAT(keys, "", "Space\nc\ntext:abc\n", "")
NUMBER(bad_keys, "", "Nothing-%06u\n", "")
NUMBER(
    votes,
    "undl_id,ms_code,ms_name,ms_vote,date,resolution,draft,meeting,description,modality,total_yes,"
    "total_no,total_abstentions,total_non_voting,total_ms\n",
    "v%06u,FRA,FRANCE,Y,2016-10-08,S/RES/1 (2016),S/2016/%06u,S/PV.1,Words,RECORDED,1,0,0,0,1\n",
    "")

static const struct shape {
    const char *name;
    void (*make)(unsigned n);
    void (*work)(void);
    unsigned n;
} shapes[] = {
#define LOAD(shape, n)                                                                             \
    { #shape, shape, load, n }
    LOAD(statements, 500),
    LOAD(events, 500),
    LOAD(sponsors, 2000),
    LOAD(long_text, 5000),
    LOAD(long_word, 10000),
    LOAD(wide_text, 10000),
    LOAD(block_text, 5000),
    LOAD(comments, 5000),
    LOAD(blocs, 1000),
    LOAD(conditions, 1000),
    LOAD(branches, 1000),
    LOAD(class_questions, 1000),
    LOAD(sources, 1000),
    LOAD(unknown_keys, 250),
    LOAD(unknown_members, 250),
    LOAD(unknown_drafts, 1000),
    LOAD(unknown_words, 250),
    LOAD(bad_names, 250),
    LOAD(bad_items, 250),
    LOAD(bad_list, 250),
    LOAD(bad_numbers, 250),
    LOAD(bad_line, 250),
    LOAD(same_keys, 250),
    LOAD(unindented, 1000),
    LOAD(cut_texts, 250),
    LOAD(tight_colons, 250),
    LOAD(odd_spaces, 500),
    LOAD(odd_colons, 500),
    LOAD(odd_commas, 500),
    LOAD(odd_quotes, 500),
    LOAD(odd_letters, 250),
    LOAD(fences, 2000),
    LOAD(controls, 5000),
    LOAD(latin, 5000),
    LOAD(quoted_value, 5000),
    LOAD(quoted_code, 10000),
    LOAD(nested, 5000),
    LOAD(nested_lists, 10000),
    LOAD(nested_items, 5000),
    LOAD(nested_first, 5000),
    LOAD(directives, 2000),
    LOAD(later_directives, 2000),
    LOAD(documents, 2000),
    LOAD(anchors, 250),
    LOAD(aliases, 250),
    LOAD(no_end, 5000),
    LOAD(late_error, 1000),
    LOAD(apostrophes, 2000),
    LOAD(only_blanks, 10000),
    LOAD(overrides_add, 500),
    LOAD(overrides_change, 500),
    LOAD(overrides_by_name, 500),
    LOAD(overrides_wrong, 250),
    LOAD(overrides_empty, 250),
    LOAD(overrides_remove, 500),
    LOAD(long_override, 5000),
#define WORK(work, shape, n)                                                                       \
    { #work " " #shape, shape, work, n }
    WORK(run_text, texts, 500),
    WORK(run_text, events, 300),
    WORK(run_text, sponsors, 2000),
    WORK(run_text, long_text, 2000),
    WORK(run_text, long_word, 5000),
    WORK(run_text, wide_text, 3000),
    WORK(run_text, branches, 500),
    WORK(run_text, conditions, 300),
    WORK(run_text, class_questions, 500),
    WORK(run_text, sources, 300),
    WORK(run_text, overrides_change, 200),
    WORK(run_text, long_override, 500),
    WORK(run_json, texts, 500),
    WORK(run_json, events, 300),
    WORK(run_json, sponsors, 2000),
    WORK(run_json, long_text, 2000),
    WORK(run_csv, texts, 500),
    WORK(show, texts, 300),
    WORK(show, sponsors, 1000),
    WORK(show, long_text, 2000),
    WORK(show, long_word, 4000),
    WORK(show, wide_text, 2000),
    WORK(show, overrides_change, 100),
    WORK(show, long_override, 500),
    WORK(show, sources, 300),
    WORK(show, class_questions, 300),
    WORK(peek_and_read_session, session_sets, 250),
    WORK(peek_and_read_session, session_text, 2000),
    WORK(peek_and_read_session, session_ballots, 2000),
    WORK(peek_and_read_session, session_nested, 5000),
    WORK(peek_and_read_session, session_directives, 2000),
    WORK(peek_and_read_session, session_keys, 250),
    WORK(read_weights, weights, 1000),
    WORK(read_weights, bad_weights, 250),
    WORK(read_keys, keys, 1000),
    WORK(read_keys, bad_keys, 250),
    WORK(read_votes, votes, 500),
};

static struct cost cost_of(const struct shape *shape, unsigned n) {
    start();
    shape->make(n);
    struct cost before = counted_cost();
    shape->work();
    struct cost after = counted_cost();
    return (struct cost){after.steps - before.steps, after.bytes - before.bytes};
}

START_TEST(work_is_in_proportion) {
    const struct shape *shape = &shapes[_i];
    static const double most = 4.4;
    struct cost one = cost_of(shape, shape->n), four = cost_of(shape, 4 * shape->n);
    double steps = (double)four.steps / (double)one.steps;
    double bytes = (double)four.bytes / (double)one.bytes;
    ck_assert_msg(steps <= most && bytes <= most, "%s: %.2f times the steps, %.2f times the bytes",
                  shape->name, steps, bytes);
    ck_assert_uint_gt(one.steps, shape->n); /* they are counted */
}
END_TEST

static const struct suite_entry entries[] = {
    {work_is_in_proportion, sizeof shapes / sizeof *shapes},
};

SUITE("proportion", entries)
