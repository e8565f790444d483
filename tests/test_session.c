/* Sessions: written and read back, to the byte; every mistake by its exact text; places. */
#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "files_of.h"
#include "reference.h"
#include "scenario_file.h"
#include "session/session.h"
#include "suite.h"

/* ---- reading in tests ---- */

struct got {
    enum veto_status status;
    struct session *session;
    char *messages;
};

static struct got read_text(const char *name, const char *bytes, size_t length) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_text text = {name, bytes, length};
    struct got got = {.session = NULL};
    size_t size;
    got.status = session_read(&got.session, list, &text);
    FILE *file = open_memstream(&got.messages, &size);
    veto_diagnostics_print(list, file, 100, false);
    fclose(file);
    ck_assert_uint_eq(got.status == VETO_OK, veto_diagnostics_errors(list) == 0);
    ck_assert_int_eq(got.status == VETO_OK, got.session != NULL);
    veto_diagnostics_free(list);
    return got;
}

static void drop(struct got *got) {
    session_free(got->session);
    free(got->messages);
}

static bool is_session(const char *bytes, size_t length) {
    struct veto_text text = {"x", bytes, length};
    bool is = false;
    ck_assert_int_eq(session_is(&is, &text), VETO_OK);
    return is;
}

/* ---- every mistake ---- */

START_TEST(bad_sessions) {
    glob_t found = files_of("tests/bad/session/*.yaml", 15);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i];
        char expected[512];
        snprintf(expected, sizeof expected, "%.*s.txt", (int)(strlen(path) - 5), path);
        size_t length;
        char *text = golden_read(path, &length);
        ck_assert_msg(is_session(text, length), "%s is no session", path);
        struct got got = read_text(path, text, length);
        ck_assert_msg(got.status == VETO_INPUT, "%s is read", path);
        golden_compare(expected, got.messages);
        drop(&got);
        free(text);
    }
    globfree(&found);
}
END_TEST

START_TEST(too_much) {
    enum { MANY = SESSION_CHANGES + 1 };
    char *text = calloc(1, SESSION_LIMIT + 2);
    memset(text, '#', SESSION_LIMIT + 1);
    struct got got = read_text("big.yaml", text, SESSION_LIMIT + 1);
    ck_assert_str_eq(got.messages,
                     "big.yaml: error: is larger than 16 MiB, the most that a session may be\n");
    drop(&got);
    char *end = stpcpy(text, "veto_session: 1\nscenario: x\nset:\n");
    for (int i = 0; i < MANY; i++)
        end = stpcpy(end, "- a=1\n");
    got = read_text("many.yaml", text, (size_t)(end - text));
    ck_assert_str_eq(got.messages, "many.yaml:4:1: error: 'set' can have at most 10000 overrides, "
                                   "not 10001\n    4 | - a=1\n      | ^\n");
    drop(&got);
    got = read_text("less.yaml", text, (size_t)(end - text) - 6);
    ck_assert_int_eq(got.status, VETO_OK);
    ck_assert_uint_eq(got.session->set_count, SESSION_CHANGES);
    drop(&got);
    free(text);
}
END_TEST

START_TEST(no_mapping) {
    struct got got = read_text("x", "[veto_session]", 14);
    ck_assert_str_eq(got.messages, "x: error: is no session: that is a mapping of keys\n");
    drop(&got);
    got = read_text("x", "", 0);
    ck_assert_str_eq(got.messages, "x: error: is no session: that is a mapping of keys\n");
    drop(&got);
}
END_TEST

/* ---- which texts are sessions ---- */

static const struct {
    const char *text;
    bool is;
} kinds[] = {
    {"veto_session: 1\n", true},
    {"# a comment\n---\nveto_session: 1\n", true},
    {"\xEF\xBB\xBFveto_session: 1\n", true},
    {"scenario: x\nveto_session: 1\n", true},
    {"place: {veto: 1}\nset: [veto]\nveto_session: 1\n", true},
    {"{veto_session: 1}", true},
    {"\"veto_session\": 1\r\n", true},
    {"? veto_session\n: 1\n", true},
    {"VETO_SESSION: 1\n", true},
    {"veto-session: 1\n", true},
    {"*x : 1\nveto_session: 1\n", true},
    {"veto_session: [1\n", true},
    {"veto_session\n", true},
    {"veto_session 1\nscenario: x\n", true},
    {"scenario: \x01\nveto_session: 1\n", true},
    {"scenario: \"\n'veto_session': 1\n", true},
    {"\xEF\xBB\xBFveto_session: \xFF\n", true},
    {"", false},
    {"\n", false},
    {"veto: 1\nveto_session: 1\n", false},
    {"veto: 1\ntitle: \"two lines\nveto_session: 1\"\n", false},
    {"title: \"two lines\nveto_session: 1\"\nveto: 1\n", false},
    {"title: {veto_session: 1}\nveto: 1\n", false},
    {"title: [veto_session: 1]\nveto: 1\n", false},
    {"[veto_session: 1]", false},
    {"veto", false},
    {"\"a text\"", false},
    {"veto: \x01\nveto_session: 1\n", false},
    {"title: \"\n  veto_session: 1\n", false},
    {"quota: 51\nweights: {A: 50}\n", false},
};

START_TEST(kinds_of_texts) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        ck_assert_msg(is_session(kinds[i].text, strlen(kinds[i].text)) == kinds[i].is, "%zu: %s", i,
                      kinds[i].text);
    ck_assert(!is_session("veto\0_session: 1", 16));
}
END_TEST

static void each_file(const char *pattern, void (*use)(const char *text, size_t length)) {
    glob_t found = files_of(pattern, 10);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        size_t length;
        char *text = golden_read(found.gl_pathv[i], &length);
        use(text, length);
        free(text);
    }
    globfree(&found);
}

static void expect_scenario(const char *text, size_t length) {
    ck_assert_msg(!is_session(text, length), "%s", text);
}

START_TEST(scenarios_are_none) {
    each_file("scenarios/*.yaml", expect_scenario);
    each_file("tests/bad/*.yaml", expect_scenario);
}
END_TEST

/* ---- there and back ---- */

static void same_string(const char *a, const char *b) {
    ck_assert_int_eq(a == NULL, b == NULL);
    if (a)
        ck_assert_str_eq(a, b);
}

static void same_list(const char *const *a, size_t a_count, const char *const *b, size_t b_count) {
    ck_assert_uint_eq(a_count, b_count);
    for (size_t i = 0; i < a_count; i++)
        ck_assert_str_eq(a[i], b[i]);
}

static void same_guess(const struct session_guess *a, const struct session_guess *b) {
    ck_assert_str_eq(a->draft, b->draft);
    ck_assert_int_eq(a->outcome, b->outcome);
    ck_assert_uint_eq(a->ballot_count, b->ballot_count);
    ck_assert(memcmp(a->hands, b->hands, sizeof a->hands) == 0);
    ck_assert(memcmp(a->teams, b->teams, sizeof a->teams) == 0);
    for (size_t i = 0; i < a->ballot_count; i++) {
        ck_assert_str_eq(a->ballots[i].member, b->ballots[i].member);
        ck_assert_int_eq(a->ballots[i].ballot, b->ballots[i].ballot);
    }
}

static void same_session(const struct session *a, const struct session *b) {
    ck_assert_str_eq(a->scenario, b->scenario);
    ck_assert_int_eq(a->text == NULL, b->text == NULL);
    ck_assert_uint_eq(a->text_length, b->text_length);
    ck_assert_int_eq(a->copied, b->copied);
    ck_assert(!a->text || memcmp(a->text, b->text, a->text_length) == 0);
    same_list(a->set, a->set_count, b->set, b->set_count);
    same_list(a->changes, a->change_count, b->changes, b->change_count);
    ck_assert_int_eq(a->mode, b->mode);
    ck_assert_uint_eq(a->seed, b->seed);
    ck_assert_int_eq(a->blind, b->blind);
    ck_assert_uint_eq(a->place.shown, b->place.shown);
    ck_assert_uint_eq(a->place.kind, b->place.kind);
    same_string(a->place.item, b->place.item);
    same_string(a->place.draft, b->place.draft);
    same_string(a->place.member, b->place.member);
    ck_assert_uint_eq(a->guess_count, b->guess_count);
    for (size_t i = 0; i < a->guess_count; i++)
        same_guess(&a->guesses[i], &b->guesses[i]);
}

static void there_and_back(const struct session *session) {
    size_t length;
    char *text = session_write(session, &length);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_eq(strlen(text), length);
    ck_assert(is_session(text, length));
    struct got got = read_text("written", text, length);
    ck_assert_msg(got.status == VETO_OK, "%s\n%s", text, got.messages);
    same_session(session, got.session);
    size_t again_length;
    char *again = session_write(got.session, &again_length);
    ck_assert_str_eq(text, again);
    free(again);
    free(text);
    drop(&got);
}

/* Random numbers from a counter: a run is the same every time. */
struct dice {
    uint32_t counter[4];
};

static uint32_t draw(struct dice *dice, uint32_t below) {
    dice->counter[0]++;
    return philox(20, dice->counter).word[0] % below;
}

enum { LONGEST = 2000 };

/* What is awkward in YAML, in UTF-8 or in C, in a row of pieces. */
static size_t nasty(struct dice *dice, char *bytes, uint32_t pieces, bool nul) {
    static const char *const awkward[] = {
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        "\t",
        "\"",
        "'",
        "\\",
        "#",
        " #",
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "|",
        ">",
        "%",
        "@",
        "`",
        "&a",
        "*a",
        "!a",
        "[",
        "]",
        "{",
        "}",
        ",",
        "=",
        "null",
        "~",
        "true",
        "<<",
        "---\n",
        "...\n",
        "\n---\n",
        "\n...\n",
        "\x01",
        "\x1b[2J",
        "\x7f",
        "\xC2\x85",
        "\xC2\xA0",
        "\xE2\x80\xA8",
        "\xE2\x80\xA9",
        "\xE2\x80\xAE",
        "\xEF\xBB\xBF",
        "\xEF\xBF\xBE",
        "\xFF",
        "\xC3",
        "\xED\xA0\x80",
        "\xF4\x8F\xBC\x8D",
        "\xF4\x8F\xBF\xBF",
        "\xF0\x9F\x97\xB3",
        "\xC3\xA9",
        "a",
        "drafts.french.ballots.CHN",
        "veto_session: 1\n",
        "veto: 1\n",
        "\\U0010FF0D",
        "\xCC\x81",
        "0",
        "-1.5",
    };
    size_t length = 0;
    for (uint32_t i = draw(dice, pieces + 1); i > 0; i--) {
        const char *piece = awkward[draw(dice, sizeof awkward / sizeof *awkward)];
        if (length + strlen(piece) >= LONGEST)
            break;
        memcpy(bytes + length, piece, strlen(piece));
        length += strlen(piece);
        if (nul && draw(dice, 8) == 0)
            bytes[length++] = '\0';
    }
    bytes[length] = '\0';
    return length;
}

/* Everything that a random session points to. */
struct made {
    struct session session;
    char scenario[LONGEST + 9], text[LONGEST + 9], item[LONGEST + 9], draft[LONGEST + 9],
        member[LONGEST + 9];
    char lists[2][5][LONGEST + 9];
    const char *pointers[2][5];
    struct session_guess guesses[4];
    char ids[4][LONGEST + 9], codes[4][8][LONGEST + 9];
    struct session_ballot ballots[4][8];
};

static size_t make_list(struct dice *dice, struct made *made, int list) {
    size_t count = draw(dice, 6);
    for (size_t i = 0; i < count; i++) {
        nasty(dice, made->lists[list][i], 20, false);
        strcat(made->lists[list][i], "=");
        made->pointers[list][i] = made->lists[list][i];
    }
    return count;
}

static void make_guess(struct dice *dice, struct made *made, size_t at) {
    struct session_guess *guess = &made->guesses[at];
    int ballot = 0;
    nasty(dice, made->ids[at], draw(dice, 10) ? 5 : 600, false);
    sprintf(made->ids[at] + strlen(made->ids[at]), "%zu", at); /* a draft once */
    *guess = (struct session_guess){.draft = made->ids[at],
                                    .outcome = (int)draw(dice, VETO_OUTCOMES + 1) - 1,
                                    .ballots = made->ballots[at],
                                    .ballot_count = draw(dice, 9)};
    for (int i = 0; draw(dice, 2) && i < SESSION_HANDS; i++)
        guess->hands[i] = (unsigned short)draw(dice, SESSION_CLASS + 1);
    for (int i = 0; draw(dice, 2) && i < SESSION_TEAMS; i++)
        guess->teams[i] = (unsigned char)draw(dice, VETO_FAILED + 2);
    for (size_t i = 0; i < guess->ballot_count; i++) {
        nasty(dice, made->codes[at][i], 4, false);
        sprintf(made->codes[at][i] + strlen(made->codes[at][i]), "%zu", i);
        ballot += (int)draw(dice, 2);
        ballot = ballot < VETO_BALLOTS ? ballot : VETO_BALLOTS - 1;
        made->ballots[at][i] =
            (struct session_ballot){made->codes[at][i], (enum veto_ballot)ballot};
    }
}

static void make_place(struct dice *dice, struct made *made) {
    struct session_place *place = &made->session.place;
    place->shown = draw(dice, 3) ? draw(dice, SESSION_SHOWN + 1) : 0;
    if (place->shown == 0)
        return;
    place->kind = draw(dice, VETO_EVENT_KINDS);
    nasty(dice, made->item, 5, false);
    nasty(dice, made->draft, 5, false);
    nasty(dice, made->member, 5, false);
    place->item = draw(dice, 2) ? made->item : NULL;
    place->draft = draw(dice, 2) ? made->draft : NULL;
    place->member = draw(dice, 2) ? made->member : NULL;
}

static void make_session(struct dice *dice, struct made *made) {
    struct session *session = &made->session;
    *session = (struct session){.scenario = made->scenario, .guesses = made->guesses};
    while (nasty(dice, made->scenario, 6, false) == 0)
        ;
    if (draw(dice, 2)) {
        session->text = made->text;
        session->text_length = nasty(dice, made->text, 60, true);
        session->copied = draw(dice, 2);
    }
    session->set = made->pointers[0];
    session->set_count = make_list(dice, made, 0);
    session->changes = made->pointers[1];
    session->change_count = make_list(dice, made, 1);
    session->mode = (enum veto_mode)draw(dice, VETO_MODES);
    session->seed = (uint64_t)draw(dice, UINT32_MAX) << 31 | draw(dice, 1U << 31);
    session->blind = draw(dice, 2);
    make_place(dice, made);
    session->guess_count = draw(dice, 5);
    for (size_t i = 0; i < session->guess_count; i++)
        make_guess(dice, made, i);
}

START_TEST(random_sessions_come_back) {
    enum { RUNS = 400 };
    struct made *made = malloc(sizeof *made);
    for (uint32_t run = 0; run < RUNS; run++) {
        struct dice dice = {{0, (uint32_t)_i, run, 0}};
        make_session(&dice, made);
        there_and_back(&made->session);
    }
    free(made);
}
END_TEST

/* Texts of few kinds of bytes meet every rule about blanks and line feeds. */
START_TEST(short_texts_come_back) {
    static const char letters[] = "a \n\t\r";
    enum { LENGTH = 6 };
    for (size_t length = 0, all = 1; length <= LENGTH; length++, all *= sizeof letters - 1) {
        for (size_t number = 0; number < all; number++) {
            char text[LENGTH + 1] = "";
            for (size_t i = 0, rest = number; i < length; i++, rest /= sizeof letters - 1)
                text[i] = letters[rest % (sizeof letters - 1)];
            struct session session = {.scenario = "x", .text = text, .text_length = length};
            size_t written;
            char *yaml = session_write(&session, &written);
            struct got got = read_text("written", yaml, written);
            ck_assert_msg(got.status == VETO_OK, "%s", got.messages);
            ck_assert_uint_eq(got.session->text_length, length);
            ck_assert(memcmp(got.session->text, text, length) == 0);
            drop(&got);
            free(yaml);
        }
    }
}
END_TEST

static void embed(const char *text, size_t length) {
    struct session session = {.scenario = "x", .text = text, .text_length = length};
    there_and_back(&session);
}

START_TEST(whole_scenarios_come_back) {
    each_file("scenarios/*.yaml", embed);
    each_file("tests/bad/*.yaml", embed);
    each_file("tests/bad/session/*.yaml", embed);
}
END_TEST

/* The largest scenario there may be, in the worst of what it may hold. */
START_TEST(the_largest_scenario_fits) {
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE);
    for (size_t i = 0; i < SIZE; i += 2)
        memcpy(text + i, "\r\n", 2);
    struct session session = {.scenario = "x", .text = text, .text_length = SIZE};
    size_t length;
    char *yaml = session_write(&session, &length);
    ck_assert_uint_lt(length, SESSION_LIMIT);
    struct got got = read_text("written", yaml, length);
    ck_assert_int_eq(got.status, VETO_OK);
    ck_assert_uint_eq(got.session->text_length, SIZE);
    ck_assert(memcmp(got.session->text, text, SIZE) == 0);
    drop(&got);
    free(yaml);
    free(text);
}
END_TEST

START_TEST(looks_as_documented) {
    static const char *const set[] = {"members.RUS.veto_tendency=0.9"};
    static const char *const changes[] = {"drafts.french.ballots.CHN=yes", "title=A: B #1"};
    static const struct session_ballot ballots[] = {
        {"FRA", VETO_YES}, {"RUS", VETO_NO}, {"VEN", VETO_NO}, {"CHN", VETO_ABSTAIN}};
    static const struct session_guess guesses[] = {
        {"french", VETO_VETOED, ballots, 4, {3, 17, 8}, {2, 0, 1, 3}},
        {"russian", VETO_NONE, NULL, 0, {0}, {0}}};
    static const char text[] = "veto: 1\n\ntitle: \"T\"\n  drafts: {}\n";
    struct session session = {.scenario = "../a scenario.yaml",
                              .text = text,
                              .text_length = sizeof text - 1,
                              .set = set,
                              .set_count = 1,
                              .changes = changes,
                              .change_count = 2,
                              .mode = VETO_SAMPLED,
                              .seed = 7,
                              .blind = true,
                              .place = {9, VETO_EVENT_BALLOT, "programme.3", "french", "RUS"},
                              .guesses = guesses,
                              .guess_count = 2};
    size_t length;
    char *yaml = session_write(&session, &length);
    golden_compare("tests/expected/session.yaml", yaml);
    free(yaml);
    there_and_back(&session);
    session.copied = true;
    yaml = session_write(&session, &length);
    ck_assert_ptr_nonnull(strstr(yaml, "\ncopy: |2+\n  veto: 1\n"));
    free(yaml);
    there_and_back(&session);
}
END_TEST

START_TEST(defaults) {
    static const char text[] = "veto_session: 1\nscenario: x\n";
    struct got got = read_text("x", text, sizeof text - 1);
    ck_assert_int_eq(got.status, VETO_OK);
    const struct session expected = {.scenario = "x", .seed = 1, .blind = true};
    same_session(&expected, got.session);
    drop(&got);
}
END_TEST

START_TEST(documentation_follows_the_tables) {
    reference_compare("docs/sessions.md", session_records);
}
END_TEST

START_TEST(the_documentations_example_is_read) {
    size_t length;
    char *document = golden_read("docs/sessions.md", &length);
    char *start = strstr(document, "```yaml\n");
    ck_assert_ptr_nonnull(start);
    start += strlen("```yaml\n");
    char *end = strstr(start, "```");
    struct got got = read_text("docs/sessions.md", start, (size_t)(end - start));
    ck_assert_msg(got.status == VETO_OK, "%s", got.messages);
    ck_assert_uint_eq(got.session->guess_count, 1);
    ck_assert_uint_eq(got.session->guesses[0].ballot_count, 3);
    size_t written; /* it is what the program writes, too */
    char *yaml = session_write(got.session, &written);
    ck_assert_uint_eq(written, (size_t)(end - start));
    ck_assert(memcmp(yaml, start, written) == 0);
    free(yaml);
    drop(&got);
    free(document);
}
END_TEST

/* ---- against a meeting ---- */

static struct veto_scenario *load(const char *override) {
    return scenario_of_file("scenarios/aleppo-2016.yaml", &override, override != NULL);
}

static struct veto_meeting *play(const struct veto_scenario *scenario) {
    struct veto_meeting *meeting = NULL;
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
    return meeting;
}

START_TEST(every_place_is_found_again) {
    struct veto_scenario *scenario = load(NULL);
    struct veto_meeting *meeting = play(scenario);
    size_t count = veto_meeting_event_count(meeting);
    for (size_t shown = 0; shown <= count; shown++) {
        struct session_place place = session_place_at(meeting, shown);
        ck_assert_uint_eq(session_place_find(&place, meeting), shown);
    }
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
}
END_TEST

/* A vote more before it: the ballot is still that one, and what is gone is not found. */
START_TEST(a_place_in_a_changed_scenario) {
    struct veto_scenario *scenario = load(NULL), *changed = load("questions=");
    struct veto_meeting *meeting = play(scenario), *other = play(changed);
    size_t count = veto_meeting_event_count(meeting), moved = 0, gone = 0;
    for (size_t shown = 1; shown <= count; shown++) {
        const struct veto_event *event = veto_meeting_event(meeting, shown - 1);
        struct session_place place = session_place_at(meeting, shown);
        size_t found = session_place_find(&place, other);
        if (event->kind == VETO_EVENT_QUESTION) {
            ck_assert_uint_eq(found, 0);
            gone++;
            continue;
        }
        ck_assert_uint_gt(found, 0);
        const struct veto_event *same = veto_meeting_event(other, found - 1);
        ck_assert_int_eq(same->kind, event->kind);
        ck_assert_int_eq(same->draft, event->draft);
        ck_assert_int_eq(same->member, event->member);
        moved += found != shown;
    }
    ck_assert_uint_gt(gone, 0);
    ck_assert_uint_gt(moved, 0);
    veto_meeting_free(meeting);
    veto_meeting_free(other);
    veto_scenario_free(scenario);
    veto_scenario_free(changed);
}
END_TEST

START_TEST(settled_and_scored) {
    struct veto_scenario *scenario = load(NULL);
    struct veto_meeting *meeting = play(scenario);
    int french = veto_scenario_draft(scenario, "french");
    size_t count = veto_meeting_event_count(meeting), shown = 0;
    while (!(session_settled(meeting, shown) >> french & 1))
        ck_assert_uint_lt(shown++, count);
    ck_assert_int_eq(veto_meeting_event(meeting, shown - 1)->kind, VETO_EVENT_RESULT);
    ck_assert_uint_eq(session_settled(meeting, count), (1U << scenario->draft_count) - 1);
    ck_assert_uint_eq(session_settled(meeting, count + 9), (1U << scenario->draft_count) - 1);
    static const struct session_ballot ballots[] = {
        {"FRA", VETO_YES}, {"CHN", VETO_NO}, {"RUS", VETO_NO}, {"QQQ", VETO_NO}};
    struct session_guess guess = {"french", VETO_VETOED, ballots, 4, {3, 17, 8}, {0}};
    struct session_score score = session_score(&guess, meeting, french);
    ck_assert(score.outcome_guessed);
    ck_assert(score.outcome_right);
    ck_assert_uint_eq(score.guessed, 3);
    ck_assert_uint_eq(score.right, 2);
    ck_assert_uint_eq(score.hands, 28);
    ck_assert_uint_eq(score.hands_right, 17);
    guess.outcome = VETO_FAILED;
    ck_assert(!session_score(&guess, meeting, french).outcome_right);
    guess.outcome = VETO_NONE;
    ck_assert(!session_score(&guess, meeting, french).outcome_guessed);
    guess.outcome = VETO_NOT_PUT;
    score = session_score(&guess, meeting, veto_scenario_draft(scenario, "evacuation"));
    ck_assert(score.outcome_right);
    ck_assert_uint_eq(score.guessed, 0);
    ck_assert_uint_eq(score.hands_right, 0); /* none can be shown for it */
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
}
END_TEST

static const struct suite_entry entries[] = {
    {bad_sessions, 0},
    {too_much, 0},
    {no_mapping, 0},
    {kinds_of_texts, 0},
    {scenarios_are_none, 0},
    {random_sessions_come_back, 5},
    {short_texts_come_back, 0},
    {whole_scenarios_come_back, 0},
    {the_largest_scenario_fits, 0},
    {looks_as_documented, 0},
    {defaults, 0},
    {documentation_follows_the_tables, 0},
    {the_documentations_example_is_read, 0},
    {every_place_is_found_again, 0},
    {a_place_in_a_changed_scenario, 0},
    {settled_and_scored, 0},
};

SUITE("session", entries)
