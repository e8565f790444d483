/* The views beside the chamber: frames as text at every size, and what their keys do. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "view/desk.h"
#include "view/parts.h"
#include "view/pick.h"
#include "view/view.h"

static struct desk *desk;
static struct arena arena;

static void open_desk(const char *path, const char *const *overrides, size_t count) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct desk_source source = {
        .word = "example", .overrides = overrides, .override_count = count, .seed = 1};
    char *bytes = golden_read(path, &source.text.length);
    ck_assert_msg(bytes != NULL, "%s is not there", path);
    source.text.name = path;
    source.text.bytes = bytes;
    enum veto_status status = desk_open(&desk, &source, list);
    veto_diagnostics_print(list, stderr, 100, false);
    ck_assert_int_eq(status, VETO_OK);
    veto_diagnostics_free(list);
    free(bytes);
}

static void close_desk(void) {
    desk_close(desk);
    desk = NULL;
    arena_free(&arena);
}

struct making {
    struct state *state;
    struct frame *frame;
    char *text;
};

static void work_frame(void *context) {
    struct making *making = context;
    making->frame = view_frame(&arena, desk_stage(desk), making->state);
    *making->state = state_settle(*making->state, making->frame);
    making->text = frame_text(&arena, making->frame);
}

static struct making make(struct state *state) {
    struct making making = {.state = state};
    ck_assert(arenas_try(&arena, NULL, work_frame, &making));
    return making;
}

static char *frame_of(struct state *state) {
    return make(state).text;
}

/* Keys as characters, and these for those that have none. */
static const struct {
    char character;
    uint32_t key;
} named[] = {
    {'_', PRESS_DOWN},      {'^', PRESS_UP},        {'\n', PRESS_ENTER},
    {'\t', PRESS_TAB},      {'{', PRESS_LEFT},      {'}', PRESS_RIGHT},
    {'\033', PRESS_ESCAPE}, {'\b', PRESS_BACK_TAB}, {'~', PRESS_PAGE_DOWN},
};

static struct state press_all(struct state state, const char *keys) {
    for (; *keys; keys++) {
        uint32_t key = (uint32_t)(unsigned char)*keys;
        for (size_t i = 0; i < sizeof named / sizeof *named; i++)
            key = named[i].character == *keys ? named[i].key : key;
        state = desk_press(desk, state, key);
        frame_of(&state);
    }
    return state;
}

static struct state start(int columns, int rows, enum charset charset) {
    return state_start(VETO_EXPECTED, charset, columns, rows);
}

/* ---- frames as text ---- */

static const struct {
    const char *suffix;
    int columns, rows;
    enum charset charset;
} sizes[] = {
    {"80x24", 80, 24, CHARSET_UTF8},
    {"120x40", 120, 40, CHARSET_UTF8},
    {"200x60", 200, 60, CHARSET_UTF8},
    {"80x24-ascii", 80, 24, CHARSET_ASCII},
};

#define EXAMPLE   "tests/screens/example.yaml"
#define PROCEDURE "tests/screens/procedure.yaml"

static const struct {
    const char *name, *path, *keys;
} screens[] = {
    {"drafts-to-come", EXAMPLE, "d"},
    {"drafts-shown", EXAMPLE, "2 d"},
    {"drafts-procedure", PROCEDURE, "d"},
    {"drafts-amendment", PROCEDURE, "Gd3"},
    {"debate", EXAMPLE, "2D"},
    {"debate-roll-call", EXAMPLE, "1....D"},
};

START_TEST(frames_as_text) {
    char path[128];
    open_desk(screens[_i].path, NULL, 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct state state =
            press_all(start(sizes[i].columns, sizes[i].rows, sizes[i].charset), screens[_i].keys);
        snprintf(path, sizeof path, "tests/screens/%s-%s.txt", screens[_i].name, sizes[i].suffix);
        golden_compare(path, frame_of(&state));
    }
    close_desk();
}
END_TEST

/* ---- the drafts ---- */

/* Whether a text is on screen. */
static bool shows(struct state *state, const char *text) {
    return strstr(frame_of(state), text) != NULL;
}

/* The draft in question is picked first; others by arrow and by number, and no further than there
 * are any. */
START_TEST(drafts_are_picked) {
    static const struct {
        const char *keys;
        int draft;
        const char *notice; /* or NULL */
    } picks[] = {
        {"d", 0, NULL},
        {"2 d", 1, NULL},
        {"d_", 1, NULL},
        {"d__", 2, NULL},
        {"d___", 2, "this is the last draft"},
        {"d^", 0, "this is the first draft"},
        {"d3", 2, NULL},
        {"d4", 0, "there is no draft of that number"},
        {"d_?\033", 1, NULL}, /* the help lies over it */
        {"d_c\033", 1, NULL},
    };
    for (size_t i = 0; i < sizeof picks / sizeof *picks; i++) {
        open_desk(EXAMPLE, NULL, 0);
        struct state state = press_all(start(80, 24, CHARSET_UTF8), picks[i].keys);
        ck_assert_int_eq(state_view(&state), VIEW_DRAFTS);
        ck_assert_int_eq(pick_draft(desk_stage(desk), &state), picks[i].draft);
        ck_assert_pstr_eq(state.notice, picks[i].notice);
        close_desk();
    }
}
END_TEST

START_TEST(enter_goes_to_the_vote) {
    open_desk(EXAMPLE, NULL, 0);
    for (int draft = 0; draft < 3; draft++) {
        char keys[] = "d1\n";
        keys[1] = (char)('1' + draft);
        struct state state = press_all(start(80, 24, CHARSET_UTF8), keys);
        ck_assert_int_eq(state_view(&state), VIEW_MEETING);
        const struct veto_event *event = state_event(desk_stage(desk), &state);
        ck_assert_int_eq(event->draft, draft);
        ck_assert_int_eq(event->kind, draft < 2 ? VETO_EVENT_PUT : VETO_EVENT_NOT_PUT);
    }
    close_desk();
}
END_TEST

/* What a vote came to is not told before it is shown in the meeting. */
START_TEST(drafts_give_nothing_away) {
    open_desk(EXAMPLE, NULL, 0);
    struct state state = press_all(start(200, 60, CHARSET_UTF8), "1...............d");
    ck_assert(!shows(&state, "vetoed 11-2-2"));
    ck_assert(!shows(&state, "owing to"));
    ck_assert(shows(&state, "Leanings"));
    state = press_all(state, " ");
    ck_assert(shows(&state, "Draft S/2016/1 (first): vetoed 11-2-2"));
    ck_assert(shows(&state, "owing to"));
    ck_assert(shows(&state, "Against      the Russian Federation and Venezuela"));
    ck_assert(!shows(&state, "Leanings"));
    close_desk();
}
END_TEST

/* A preliminary question that is open leaves open what kind of question the draft is. */
START_TEST(a_preliminary_question_settles_the_question) {
    static const char *const given[] = {"drafts.preliminary.leanings={default: 0.5}"};
    open_desk(PROCEDURE, given, 1);
    struct state state = press_all(start(200, 60, CHARSET_UTF8), "d1");
    ck_assert(
        shows(&state, "procedural if the preliminary question, draft preliminary, is adopted"));
    ck_assert(shows(&state, "no veto of China"));
    state = press_all(state, "\0332 d1");
    ck_assert(shows(&state, "Question     procedural"));
    ck_assert(shows(&state, "9 of 15 votes in favour; no veto is possible"));
    ck_assert(!shows(&state, "a party shall abstain")); /* Article 27 (3) binds no more */
    close_desk();
}
END_TEST

/* ---- the debate ---- */

/* The page goes on with the meeting, and scrolls as the words beside the chamber do. */
START_TEST(the_debate_goes_on) {
    open_desk(EXAMPLE, NULL, 0);
    struct state state = press_all(start(120, 24, CHARSET_UTF8), "  D");
    ck_assert_int_eq(state_view(&state), VIEW_DEBATE);
    ck_assert(shows(&state, "Egypt moves towards the draft: 0.70 to 0.76"));
    ck_assert(shows(&state, "(openness 0.50, tie 0.40, speaker at 1.00)"));
    state = press_all(state, "  ");
    ck_assert(shows(&state, "Egypt moves away from draft S/2016/1 (first): 0.76 to 0.66"));
    ck_assert(shows(&state, "(stated: -0.10)"));
    state = press_all(state, "v ");
    ck_assert(!shows(&state, "The meeting opens"));
    state = press_all(state, "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
    ck_assert(shows(&state, "The meeting opens"));
    state = press_all(state, "{");
    ck_assert_int_eq(state_event(desk_stage(desk), &state)->kind, VETO_EVENT_PUT);
    state = press_all(state, "D");
    ck_assert_int_eq(state_view(&state), VIEW_MEETING);
    ck_assert(!shows(&state, "openness"));
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {frames_as_text, sizeof screens / sizeof *screens},
    {drafts_are_picked, 0},
    {enter_goes_to_the_vote, 0},
    {drafts_give_nothing_away, 0},
    {a_preliminary_question_settles_the_question, 0},
    {the_debate_goes_on, 0},
};

SUITE("views", entries)
