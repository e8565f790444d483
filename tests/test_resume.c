/* From the screen to a session and back: whatever keys were pressed, the class goes on where it
 * was. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/philox.h"
#include "desk_file.h"
#include "play/resume.h"
#include "suite.h"

static const char path[] = "tests/screens/example.yaml";

static struct desk *open_desk(const char *const *overrides, size_t count) {
    return desk_of_file(path, overrides, count, 5);
}

/* ---- saving in tests ---- */

struct saving {
    struct arena arena;
    const struct state *state;
    char *text;
    size_t length;
};

static void work_save(void *context) {
    struct saving *saving = context;
    struct session session = resume_save(&saving->arena, saving->state);
    session.scenario = path;
    saving->text = session_write(&session, &saving->length);
}

static struct session *save(const struct state *state) {
    struct saving saving = {.state = state};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct session *session = NULL;
    ck_assert(arenas_try(&saving.arena, NULL, work_save, &saving));
    struct veto_text text = {"saved", saving.text, saving.length};
    ck_assert_int_eq(session_read(&session, list, &text), VETO_OK);
    veto_diagnostics_free(list);
    arena_free(&saving.arena);
    free(saving.text);
    return session;
}

/* A desk with everything that the session has, and the state that goes on there. */
static struct state take(const struct session *session, struct desk **desk) {
    const char *overrides[512];
    size_t count = 0;
    ck_assert_uint_lt(session->set_count + session->change_count, 512);
    for (size_t i = 0; i < session->set_count; i++)
        overrides[count++] = session->set[i];
    for (size_t i = 0; i < session->change_count; i++)
        overrides[count++] = session->changes[i];
    *desk = open_desk(overrides, count);
    struct state fresh =
        state_start(desk_stage(*desk), VETO_EXPECTED, CHARSET_UTF8, LEAST_COLUMNS, LEAST_ROWS);
    return resume_take(session, fresh);
}

static struct state press_all(struct desk *desk, struct state state, const char *keys) {
    for (; *keys; keys++)
        state = desk_press(desk, state, (uint32_t)(unsigned char)*keys);
    return state;
}

/* ---- tests ---- */

static void goes_on(const struct state *state) {
    struct desk *other = NULL;
    struct session *session = save(state);
    struct state taken = take(session, &other);
    ck_assert_int_eq(taken.mode, state->mode);
    ck_assert_uint_eq(taken.shown, state->shown);
    ck_assert(memcmp(taken.guesses, state->guesses, sizeof taken.guesses) == 0);
    desk_close(other);
    session_free(session);
}

/* Keys that play, guess and change; none that quits. */
START_TEST(goes_on_behind_any_keys) {
    static const char keys[] = "     llhbBvVtg1234wjkynaxAVF+-><()!uUXMrpynaxo";
    enum { PRESSES = 400, EVERY = 16 };
    struct desk *desk = open_desk((const char *const[]){"members.RUS.veto_tendency=0.9"}, 1);
    struct state state =
        state_start(desk_stage(desk), VETO_EXPECTED, CHARSET_UTF8, LEAST_COLUMNS, LEAST_ROWS);
    size_t moved = 0, changed = 0, guessed = 0;
    for (uint32_t i = 0; i < PRESSES; i++) {
        const uint32_t counter[4] = {i, (uint32_t)_i, 0, 0};
        uint32_t draw = philox(7, counter).word[0];
        state = desk_press(desk, state, (uint32_t)keys[draw % (sizeof keys - 1)]);
        if (i % EVERY)
            continue;
        goes_on(&state);
        moved += state.shown > 0;
        changed += desk_stage(desk)->changes > 0;
        for (size_t draft = 0; draft < desk_stage(desk)->scenario->draft_count; draft++)
            guessed += state.guesses[draft].outcome > 0;
    }
    ck_assert_uint_gt(moved, 0);
    ck_assert_uint_gt(changed + guessed, 0);
    desk_close(desk);
}
END_TEST

START_TEST(says_what_was_done) {
    struct desk *desk = open_desk((const char *const[]){"members.RUS.veto_tendency=0.9"}, 1);
    struct state state =
        state_start(desk_stage(desk), VETO_EXPECTED, CHARSET_UTF8, LEAST_COLUMNS, LEAST_ROWS);
    state = press_all(desk, state, "   (");
    struct session *session = save(&state);
    ck_assert_uint_eq(session->set_count, 1);
    ck_assert_str_eq(session->set[0], "members.RUS.veto_tendency=0.9");
    ck_assert_uint_eq(session->change_count, 1);
    ck_assert_ptr_nonnull(strstr(session->changes[0], "council.required_majority="));
    ck_assert_uint_eq(session->seed, 5);
    ck_assert_uint_eq(session->place.shown, state.shown);
    session_free(session);
    desk_close(desk);
}
END_TEST

/* Nothing of a session that the stage does not have does any harm. */
START_TEST(what_is_not_there_is_passed_over) {
    static const struct session_ballot ballots[] = {{"QQQ", VETO_NO}};
    struct desk *desk = open_desk((const char *const[]){"recorded="}, 1);
    const struct stage *stage = desk_stage(desk);
    struct session_guess guesses[] = {
        {"none", VETO_VETOED, ballots, 1, {0}, {0}},
        {stage->scenario->drafts[0].id, VETO_FAILED, ballots, 1, {0}, {0}}};
    struct session session = {.mode = VETO_RECORDED,
                              .place = {7, VETO_EVENT_BALLOT, NULL, "none", "QQQ"},
                              .guesses = guesses,
                              .guess_count = 2};
    struct state fresh =
        state_start(desk_stage(desk), VETO_EXPECTED, CHARSET_UTF8, LEAST_COLUMNS, LEAST_ROWS);
    struct state state = resume_take(&session, fresh);
    ck_assert_int_eq(state.mode, VETO_EXPECTED);
    ck_assert_uint_eq(state.shown, 0);
    ck_assert_int_eq(state.guesses[0].outcome, VETO_FAILED + 1);
    state.guesses[0].outcome = 0;
    ck_assert(memcmp(&state.guesses, &fresh.guesses, sizeof fresh.guesses) == 0);
    desk_close(desk);
}
END_TEST

static const struct suite_entry entries[] = {
    {goes_on_behind_any_keys, 10},
    {says_what_was_done, 0},
    {what_is_not_there_is_passed_over, 0},
};

SUITE("resume", entries)
