/* What sort of draft is this? The chamber's view of the kinds of a draft, and narrowing them down.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "on_screen.h"

#define KINDS "tests/screens/kinds.yaml"

static struct state at_start(int columns, int rows, bool hidden) {
    struct state state = start(columns, rows, CHARSET_UTF8);
    state.open = !hidden;
    return state;
}

static const struct screen {
    const char *name, *keys;
    int columns, rows;
    bool hidden;
} screens[] = {
    {"kinds-80x24", "K", 80, 24, false},          {"kinds-120x40", "1...K_", 120, 40, false},
    {"kinds-hidden-80x24", "1..K", 80, 24, true}, {"kinds-after-120x40", "1 K", 120, 40, true},
    {"kinds-put-120x40", "1", 120, 40, true},     {"kinds-why-120x40", "1 w", 120, 40, false},
};

START_TEST(frames_of_kinds) {
    char path[128];
    open_desk(KINDS, NULL, 0);
    struct state state = press_all(
        at_start(screens[_i].columns, screens[_i].rows, screens[_i].hidden), screens[_i].keys);
    snprintf(path, sizeof path, "tests/screens/%s.txt", screens[_i].name);
    golden_compare(path, frame_of(&state));
    close_desk();
}
END_TEST

#define WEIGHT(kind, weight) "drafts.admission.kinds." kind ".weight=" weight

static const struct {
    const char *keys, *override, *notice; /* the last override; NULL: there is none */
} narrowings[] = {
    {"Kx", WEIGHT("alone", "0"),
     "draft 'admission' is not of the kind \u201cthe United States alone against\u201d now"},
    {"Kxx", NULL, "the weight of kind 'alone' of draft 'admission' is as at the start again"},
    {"K\n", WEIGHT("alone", "1"),
     "draft 'admission' is of the kind \u201cthe United States alone against\u201d now"},
    {"K\n\n", WEIGHT("alone", "1"), "it is of this kind already"},
    {"K\n_\n", WEIGHT("nobody", "1"),
     "draft 'admission' is of the kind \u201cnobody against\u201d now"},
    {"Kx_x", WEIGHT("alone", "0"), "one kind has to be left"},
    {"KeUSA=no\n", "drafts.admission.given.USA=no",
     "it is known now that on draft 'admission' the United States is against"},
    {"KeUSA\n", NULL, "a ballot that is known is MEMBER=BALLOT, as in USA=no"},
    {"w+", NULL, "nobody leans on this draft: its kinds give the chances; K shows them"},
    {"we", NULL, "nobody leans on this draft: its kinds give the chances; K shows them"},
};

START_TEST(keys_narrow_kinds_down) {
    open_desk(KINDS, NULL, 0);
    struct state state = press_all(at_start(120, 40, false), narrowings[_i].keys);
    const struct stage *stage = desk_stage(desk);
    size_t count = stage->override_count;
    if (narrowings[_i].override)
        ck_assert_str_eq(stage->overrides[count - 1], narrowings[_i].override);
    else
        ck_assert_uint_eq(count, 0);
    ck_assert_pstr_eq(state.notice, narrowings[_i].notice);
    close_desk();
}
END_TEST

/* Odds move with what is known, and back. */
START_TEST(odds_follow_at_once) {
    open_desk(KINDS, NULL, 0);
    struct state state = press_all(at_start(120, 40, false), "KeGBR=abstain\n");
    ck_assert_ptr_nonnull(strstr(frame_of(&state), "Odds: adopted 2.0%, vetoed 98.0%"));
    state = press_all(state, "u");
    ck_assert_ptr_nonnull(strstr(frame_of(&state), "Odds: adopted 55.9%, vetoed 44.1%"));
    close_desk();
}
END_TEST

/* Nothing of weights and odds is told before the result; the names are. */
START_TEST(weights_are_hidden_until_the_result) {
    open_desk(KINDS, NULL, 0);
    struct state state = press_all(at_start(120, 40, true), "1.K");
    const char *text = frame_of(&state);
    ck_assert_ptr_nonnull(strstr(text, "Nobody against"));
    ck_assert_ptr_null(strchr(text, '%'));
    ck_assert_ptr_nonnull(strstr(text, "are hidden until"));
    state = press_all(state, " ");
    ck_assert_ptr_nonnull(strchr(frame_of(&state), '%'));
    close_desk();
}
END_TEST

START_TEST(without_kinds_there_is_nothing_to_narrow) {
    open_example();
    struct state state = press_all(at_start(80, 24, false), "K");
    ck_assert_ptr_nonnull(strstr(frame_of(&state), "No draft here is of one of several kinds"));
    ck_assert_int_eq(narrow_draft(&state), VETO_NONE);
    state = press_all(state, "x");
    ck_assert_str_eq(state.notice, "no draft here is of one of several kinds");
    close_desk();
}
END_TEST

static const struct suite_entry tests[] = {
    {frames_of_kinds, sizeof screens / sizeof *screens},
    {keys_narrow_kinds_down, sizeof narrowings / sizeof *narrowings},
    {odds_follow_at_once, 0},
    {weights_are_hidden_until_the_result, 0},
    {without_kinds_there_is_nothing_to_narrow, 0},
};

SUITE("narrow", tests)
