/* The report of a meeting: as text, of procedure, and as JSON. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "played.h"
#include "report/meeting.h"
#include "words/words.h"

/* ---- text ---- */

/* How the meeting is to be written. */
struct text {
    size_t columns;
    bool color, ascii, why;
};

static enum veto_status write_report(FILE *file, enum report_format format,
                                     const struct text *how) {
    struct meeting_subject subject = {meeting, veto_meeting_event_count(meeting), how->why, NULL};
    struct report_look look = {.format = format, .page = {how->columns, how->color, how->ascii}};
    return report_write(file, &report_meeting, &subject, &look);
}

static char *text_of(const struct text *options) {
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    ck_assert_int_eq(write_report(file, REPORT_TEXT, options), VETO_OK);
    fclose(file);
    return text;
}

static void check_lines(const char *text, size_t columns) {
    while (*text) {
        size_t length = strcspn(text, "\n");
        ck_assert_msg(text_width_n(text, length) <= columns, "%.*s", (int)length, text);
        ck_assert_msg(length == 0 || text[length - 1] != ' ', "blank at the end: %.*s", (int)length,
                      text);
        text += length + (text[length] == '\n');
    }
}

START_TEST(text_keeps_to_its_columns) {
    static const size_t widths[] = {0, 40, 60, 80, 132};
    play(debate, VETO_EXPECTED, 1);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        char *text = text_of(&(struct text){.columns = widths[i], .why = true});
        check_lines(text, widths[i] ? widths[i] : 80);
        free(text);
    }
    end();
}
END_TEST

/* Takes "\033[...m" out. */
static void uncolor(char *text) {
    char *to = text;
    for (; *text; text++) {
        if (*text == '\033')
            text = strchr(text, 'm');
        else
            *to++ = *text;
    }
    *to = '\0';
}

START_TEST(colour_adds_nothing_but_colour) {
    play(debate, VETO_EXPECTED, 1);
    char *plain = text_of(&(struct text){.why = true});
    char *color = text_of(&(struct text){.why = true, .color = true});
    ck_assert_ptr_null(strchr(plain, '\033'));
    ck_assert_ptr_nonnull(strchr(color, '\033'));
    uncolor(color);
    ck_assert_str_eq(plain, color);
    free(plain);
    free(color);
    end();
}
END_TEST

START_TEST(ascii_is_ascii) {
    play(debate, VETO_EXPECTED, 1);
    char *text = text_of(&(struct text){.ascii = true});
    for (char *at = text; *at; at++)
        ck_assert_msg((unsigned char)*at < 0x80, "%s", at);
    ck_assert_ptr_nonnull(strstr(text, "\"One.\""));
    free(text);
    end();
}
END_TEST

START_TEST(text_tells_what_did_not_happen) {
    play("veto: 1\ntitle: Empty\n"
         "council: {composition: [CHN, FRA], required_majority: 2, veto: []}\n"
         "drafts: {d: {title: D, put: false, not_put: nobody wanted it}}\n",
         VETO_SAMPLED, 9);
    char *text = text_of(&(struct text){0});
    ck_assert_str_eq(text, "Empty\n=====\nSecurity Council\n\n"
                           "The Council\n"
                           "    Permanent members  China and France\n"
                           "    Required majority  2 of 2 votes in favour\n"
                           "    Veto               held by no member\n\n"
                           "The draft\n    'd': D\n\n"
                           "The meeting\n-----------\n"
                           "Played so: each member's ballot is drawn by its chances, with seed 9.\n"
                           "The scenario does not say where its members' views come from.\n\n"
                           "The President opens the meeting.\n\n"
                           "Draft 'd' is not put to the vote: nobody wanted it.\n\n"
                           "The meeting rises.\n\n"
                           "Outcome\n-------\n"
                           "'d'  not put  nobody wanted it\n");
    free(text);
    end();
}
END_TEST

/* ---- procedure ---- */

static void play_procedure(enum veto_mode mode) {
    size_t length;
    char *yaml = golden_read("tests/screens/procedure.yaml", &length);
    ck_assert_ptr_nonnull(yaml);
    play(yaml, mode, 1);
    free(yaml);
}

static int draft_of(const char *id) {
    return veto_scenario_draft(scenario, id);
}

START_TEST(text_tells_of_procedure) {
    play_procedure(VETO_EXPECTED);
    char *text = text_of(&(struct text){0});
    golden_compare("tests/expected/procedure.txt", text);
    free(text);
    end();
}
END_TEST

START_TEST(rules_are_said_in_plain_words) {
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016}\ndrafts: {d: {title: D}}\n");
    ck_assert_str_eq(words_veto(&arena, scenario), "held by each permanent member");
    ck_assert_str_eq(words_majorities(&arena, scenario, ~0U), "");
    ck_assert_str_eq(words_abstention(scenario), "");
    end();
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016, veto: [CHN, FRA], veto_needs: 2, "
         "override_at: 13, obligatory_abstention: warn}\ndrafts: {d: {title: D}}\n");
    ck_assert_str_eq(words_veto(&arena, scenario),
                     "held by China and France; it takes 2 of them voting against; 13 votes in "
                     "favour override it");
    ck_assert_str_eq(words_abstention(scenario),
                     "shall abstain (Article 27 (3)); a vote that it casts all the same stands, "
                     "and is remarked upon");
    end();
    load("veto: 1\ntitle: T\ncouncil: {composition: 2016, veto: []}\ndrafts: {d: {title: D}}\n");
    ck_assert_str_eq(words_veto(&arena, scenario), "held by no member");
    end();
}
END_TEST

START_TEST(why_tells_of_changed_texts_and_obligations) {
    play_procedure(VETO_EXPECTED);
    int russia = veto_scenario_member(scenario, "RUS");
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft_of("main"));
    ck_assert_str_eq(words_why(&arena, meeting, vote, russia, true),
                     "At the start it leans strongly against (-1.00).\n"
                     "+0.10 to -0.90 (stated: 0.10): amendment 'oral' was adopted\n"
                     "At the vote it leans strongly against (-0.90).\n"
                     "It votes in favour above 0.10, and against below -0.50.\n"
                     "Chances: 0% in favour, 95% against, 5% abstaining.\n"
                     "The most likely ballot: against.\n"
                     "The Russian Federation is a party to the dispute and shall abstain (Article "
                     "27 (3)): its vote against counts as an abstention.");
    end();
    play("veto: 1\ntitle: T\ncouncil: {composition: 2016, obligatory_abstention: warn}\n"
         "drafts: {d: {title: D, parties: [RUS], under: article_52_3, ballots: {RUS: yes}}}\n",
         VETO_EXPECTED, 1);
    ck_assert_str_eq(words_obligation(&arena, scenario, veto_meeting_vote(meeting, 0),
                                      veto_scenario_member(scenario, "RUS")),
                     "The Russian Federation is a party to the dispute and shall abstain (Article "
                     "27 (3)): its vote in favour stands all the same.");
    end();
}
END_TEST

START_TEST(without_a_vote_there_is_a_record_all_the_same) {
    play_procedure(VETO_EXPECTED);
    ck_assert_str_eq(words_record(&arena, meeting, draft_of("condolences")),
                     "Draft 'condolences': adopted without a vote here; on record, adopted with 15 "
                     "in favour, 0 against, 0 abstaining.");
    ck_assert_str_eq(words_why_not_put(&arena, meeting, draft_of("gone")), "Brazil withdrew it");
    ck_assert_str_eq(words_why_not_put(&arena, meeting, draft_of("paragraph")),
                     "France objected to a separate vote on it");
    end();
}
END_TEST

/* What follows a vote on record is what it would be under its own question. */
START_TEST(the_record_is_of_the_same_question) {
    play("veto: 1\ntitle: T\ncouncil: {composition: [CHN, FRA], required_majority: 1}\n"
         "drafts: {d: {title: D, ballots: {CHN: no, FRA: yes}},\n"
         "         p: {title: P, decides: d, ballots: {CHN: yes, FRA: yes}}}\n"
         "recorded: {d: {yes: [FRA], no: [CHN]}, p: {yes: [CHN, FRA]}}\n",
         VETO_EXPECTED, 1);
    ck_assert_str_eq(words_record(&arena, meeting, 0),
                     "Draft 'd': as recorded, adopted, all 2 ballots alike.");
    end();
}
END_TEST

/* ---- JSON ---- */

static char *json_text(void) {
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    ck_assert_int_eq(write_report(file, REPORT_JSON, &(struct text){0}), VETO_OK);
    fclose(file);
    return text;
}

static json_t *json_of(void) {
    char *text = json_text();
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(root != NULL, "%s", error.text);
    free(text);
    return root;
}

static const char *text_at(json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

START_TEST(json_keeps_the_contract) {
    play(ways, VETO_EXPECTED, 7);
    json_t *root = json_of(), *draft = json_array_get(json_object_get(root, "drafts"), 0);
    json_t *about = json_object_get(root, "scenario"), *tally = json_object_get(draft, "tally");
    json_t *ballots = json_object_get(draft, "ballots");
    ck_assert_str_eq(text_at(about, "title"), "T");
    ck_assert(json_is_null(json_object_get(about, "date")));
    ck_assert(json_is_null(json_object_get(about, "meeting")));
    ck_assert_str_eq(text_at(root, "mode"), "expected");
    ck_assert_int_eq(json_integer_value(json_object_get(root, "seed")), 7);
    ck_assert_str_eq(text_at(draft, "id"), "d");
    ck_assert(json_is_null(json_object_get(draft, "symbol")));
    ck_assert_str_eq(text_at(draft, "question"), "substantive");
    ck_assert_str_eq(text_at(draft, "outcome"), "failed");
    ck_assert_int_eq(json_integer_value(json_object_get(draft, "required")), 9);
    ck_assert_int_eq(json_integer_value(json_object_get(draft, "short_by")), 8);
    ck_assert_uint_eq(json_array_size(json_object_get(draft, "vetoed_by")), 0);
    json_t *no_veto = json_object_get(draft, "no_without_veto");
    ck_assert_uint_eq(json_array_size(no_veto), 1);
    ck_assert_str_eq(json_string_value(json_array_get(no_veto, 0)), "CHN");
    ck_assert_uint_eq(json_object_size(tally), VETO_BALLOTS);
    ck_assert_int_eq(json_integer_value(json_object_get(tally, "no")), 2);
    ck_assert_uint_eq(json_object_size(ballots), 15);
    ck_assert_str_eq(text_at(ballots, "AGO"), "yes");
    ck_assert_str_eq(text_at(ballots, "CHN"), "no");
    ck_assert(json_is_array(json_object_get(root, "events")));
    json_decref(root);
    end();
}
END_TEST

START_TEST(json_of_a_draft_not_put_has_no_ballots) {
    play(debate, VETO_EXPECTED, 1);
    json_t *root = json_of(), *draft = json_array_get(json_object_get(root, "drafts"), 2);
    ck_assert_str_eq(text_at(draft, "outcome"), "not_put");
    ck_assert_str_eq(text_at(draft, "not_put"), "it was withdrawn");
    ck_assert_uint_eq(json_object_size(json_object_get(draft, "ballots")), 0);
    const char *key;
    json_t *count;
    json_object_foreach(json_object_get(draft, "tally"), key, count)
        ck_assert_int_eq(json_integer_value(count), 0);
    json_decref(root);
    end();
}
END_TEST

START_TEST(json_has_every_event) {
    play(debate, VETO_EXPECTED, 1);
    json_t *root = json_of(), *events = json_object_get(root, "events");
    ck_assert_uint_eq(json_array_size(events), veto_meeting_event_count(meeting));
    json_t *statement = json_array_get(events, 1);
    ck_assert_str_eq(text_at(statement, "kind"), "statement");
    ck_assert_str_eq(text_at(statement, "by"), "FRA");
    ck_assert_str_eq(text_at(statement, "on"), "a");
    ck_assert_str_eq(text_at(statement, "text"), "One.");
    ck_assert_str_eq(text_at(statement, "quoting"), "quotation");
    ck_assert_str_eq(text_at(statement, "source"), "s");
    json_t *move = json_array_get(json_object_get(statement, "moves"), 1);
    ck_assert_str_eq(text_at(move, "member"), "EGY");
    ck_assert_double_eq_tol(json_real_value(json_object_get(move, "from")), 0.5, 1e-12);
    ck_assert_double_eq_tol(json_real_value(json_object_get(move, "to")), 0.54, 1e-12);
    json_decref(root);
    end();
}
END_TEST

static json_t *draft_json(json_t *root, const char *id) {
    return json_array_get(json_object_get(root, "drafts"), (size_t)draft_of(id));
}

static json_t *event_json(json_t *root, const char *kind) {
    size_t i;
    json_t *event;
    json_array_foreach(json_object_get(root, "events"), i,
                       event) if (strcmp(text_at(event, "kind"), kind) == 0) return event;
    ck_abort_msg("no event %s", kind);
    return NULL;
}

START_TEST(json_tells_of_procedure) {
    play_procedure(VETO_EXPECTED);
    json_t *root = json_of(), *main = draft_json(root, "main"), *oral = draft_json(root, "oral");
    json_t *condolences = draft_json(root, "condolences"), *weak = draft_json(root, "weak");
    json_t *rules = json_object_get(json_object_get(root, "scenario"), "rules");
    ck_assert_str_eq(text_at(oral, "bearing"), "amends");
    ck_assert_str_eq(text_at(oral, "upon"), "main");
    ck_assert(json_is_null(json_object_get(main, "bearing")));
    ck_assert(json_is_null(json_object_get(main, "upon")));
    ck_assert(json_is_true(json_object_get(condolences, "without_vote")));
    ck_assert(json_is_false(json_object_get(main, "without_vote")));
    ck_assert_uint_eq(json_object_size(json_object_get(condolences, "ballots")), 0);
    ck_assert_uint_eq(json_object_size(json_object_get(condolences, "why")), 0);
    json_t *russia = json_object_get(json_object_get(main, "why"), "RUS");
    ck_assert_str_eq(text_at(russia, "given"), "no");
    ck_assert(json_is_true(json_object_get(russia, "obliged")));
    ck_assert_str_eq(text_at(json_object_get(main, "ballots"), "RUS"), "abstain");
    ck_assert_str_eq(text_at(json_array_get(json_object_get(weak, "missed"), 0), "name"),
                     "two thirds of Africa");
    ck_assert_str_eq(text_at(rules, "obligatory_abstention"), "enforce");
    ck_assert_int_eq(json_integer_value(json_object_get(rules, "override_at")), 14);
    ck_assert_str_eq(text_at(event_json(root, "motion"), "motion"), "objection");
    ck_assert_str_eq(text_at(event_json(root, "motion"), "by"), "FRA");
    ck_assert_str_eq(text_at(event_json(root, "obligation"), "member"), "RUS");
    ck_assert_str_eq(text_at(event_json(root, "without_vote"), "draft"), "condolences");
    ck_assert_str_eq(text_at(event_json(root, "not_put"), "by"), "FRA");
    ck_assert_str_eq(text_at(event_json(root, "assembly_debate"), "draft"), "main");
    ck_assert_str_eq(text_at(event_json(root, "uniting_for_peace"), "draft"), "main");
    json_decref(root);
    end();
}
END_TEST

/* The question of a draft is the one that it was voted on as. */
START_TEST(json_has_the_question_that_was) {
    play("veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
         "drafts: {d: {title: D}, p: {title: P, decides: d, leanings: {default: 1}}}\n",
         VETO_EXPECTED, 1);
    json_t *root = json_of();
    ck_assert_str_eq(text_at(draft_json(root, "d"), "question"), "procedural");
    ck_assert_str_eq(text_at(draft_json(root, "p"), "question"), "substantive");
    json_decref(root);
    end();
}
END_TEST

START_TEST(json_is_the_same_every_time) {
    play(debate, VETO_SAMPLED, 3);
    char *first = json_text(), *second = json_text();
    ck_assert_str_eq(first, second);
    ck_assert_int_eq(first[strlen(first) - 1], '\n');
    free(first);
    free(second);
    end();
}
END_TEST

static size_t allocations_left;

static void *scarce(size_t size) {
    return allocations_left > 0 ? allocations_left--, malloc(size) : NULL;
}

/* Every allocation fails in turn. What is left behind is for the sanitizers to find. */
START_TEST(json_survives_without_memory) {
    play(ways, VETO_EXPECTED, 1);
    json_set_alloc_funcs(scarce, free);
    enum veto_status status = VETO_SYSTEM;
    size_t tried = 0;
    for (; status != VETO_OK; tried++) {
        char *text;
        size_t length;
        FILE *file = open_memstream(&text, &length);
        allocations_left = tried;
        status = write_report(file, REPORT_JSON, &(struct text){0});
        fclose(file);
        free(text);
        ck_assert(status == VETO_OK || status == VETO_SYSTEM);
    }
    json_set_alloc_funcs(malloc, free);
    ck_assert_uint_gt(tried, 100);
    end();
}
END_TEST

START_TEST(a_failed_write_is_seen) {
    play(debate, VETO_EXPECTED, 1);
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    setvbuf(full, NULL, _IONBF, 0);
    ck_assert_int_eq(write_report(full, REPORT_JSON, &(struct text){0}), VETO_SYSTEM);
    clearerr(full);
    ck_assert_int_eq(write_report(full, REPORT_TEXT, &(struct text){0}), VETO_OK);
    ck_assert(ferror(full));
    fclose(full);
    end();
}
END_TEST

static const struct suite_entry entries[] = {
    {text_tells_of_procedure, 0},
    {rules_are_said_in_plain_words, 0},
    {why_tells_of_changed_texts_and_obligations, 0},
    {without_a_vote_there_is_a_record_all_the_same, 0},
    {the_record_is_of_the_same_question, 0},
    {json_tells_of_procedure, 0},
    {json_has_the_question_that_was, 0},
    {text_keeps_to_its_columns, 0},
    {colour_adds_nothing_but_colour, 0},
    {ascii_is_ascii, 0},
    {text_tells_what_did_not_happen, 0},
    {json_keeps_the_contract, 0},
    {json_of_a_draft_not_put_has_no_ballots, 0},
    {json_has_every_event, 0},
    {json_is_the_same_every_time, 0},
    {json_survives_without_memory, 0},
    {a_failed_write_is_seen, 0},
};

SUITE("report", entries)
