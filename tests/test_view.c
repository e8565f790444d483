/* The views: frames as text against tests/screens/, and what holds for any keys at any size. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "play/actions.h"
#include "scenario_file.h"
#include "veto/scenario.h"
#include "view/lines.h"
#include "view/view.h"
#include "whole_frame.h"

static struct veto_scenario *scenario;
static struct stage stage;
static struct arena arena;

/* ---- getting there ---- */

static void load(const char *path, const char *const *overrides, size_t count) {
    scenario = scenario_of_file(path, overrides, count);
    ck_assert_int_eq(stage_open(&stage, scenario, 1), VETO_OK);
}

static void unload(void) {
    stage_close(&stage);
    veto_scenario_free(scenario);
    scenario = NULL;
    arena_free(&arena);
}

static void load_example(void) {
    load("tests/screens/example.yaml", NULL, 0);
}

static struct frame *make_frame(const struct state *state) {
    return view_frame(&arena, state);
}

static char *text_of(const struct frame *frame) {
    return frame_text(&arena, frame);
}

/* As the terminal's loop does it: a frame after every key. */
static struct state press(struct state state, uint32_t key) {
    state = state_press(state, key);
    return state_settle(state, &make_frame(&state)->reach);
}

/* Keys as characters; G, the End key, for the end; ^ for Up. */
static struct state press_all(struct state state, const char *keys) {
    for (; *keys; keys++)
        state = press(state, *keys == '^' ? PRESS_UP : (uint32_t)(unsigned char)*keys);
    return state;
}

/* ---- what a state must be ---- */

static void check_state(const struct state *state) {
    const struct veto_meeting *meeting = state_meeting(state);
    ck_assert_ptr_nonnull(meeting);
    ck_assert_uint_le(state->shown, veto_meeting_event_count(meeting));
    ck_assert_int_ge(state->member, 0);
    ck_assert_int_lt(state->member, (int)scenario->members_count);
    ck_assert_int_ge(state->scroll, state->reach.least);
    ck_assert_int_le(state->scroll, state->reach.most);
    struct steps steps = state_steps(state);
    ck_assert_uint_le(steps.at, steps.of);
    if (state->overlay & (VIEW_FLIPS | VIEW_DEBATE | VIEW_COMPARE))
        ck_assert_uint_gt(state->shown, 0);
    if (state->shown > 0)
        ck_assert_int_ne(state_event(state)->kind, VETO_EVENT_BRANCH);
}

/* ---- frames as text ---- */

static const struct screen {
    const char *name, *keys;
    int columns, rows;
    enum charset charset;
} screens[] = {
    {"title-80x24", "", 80, 24, CHARSET_UTF8},
    {"open-80x24", " ", 80, 24, CHARSET_UTF8},
    {"statement-80x24", "  ", 80, 24, CHARSET_UTF8},
    {"question-80x24", "     ", 80, 24, CHARSET_UTF8},
    {"put-80x24", "1", 80, 24, CHARSET_UTF8},
    {"roll-call-80x24", "1.......", 80, 24, CHARSET_UTF8},
    {"vetoed-80x24", "1 ", 80, 24, CHARSET_UTF8},
    {"vetoed-80x24-ascii", "1 ", 80, 24, CHARSET_ASCII},
    {"vetoed-120x40", "1 ", 120, 40, CHARSET_UTF8},
    {"vetoed-200x60", "1 ", 200, 60, CHARSET_UTF8},
    {"scrolled-80x24", "1 ^^^", 80, 24, CHARSET_UTF8},
    {"after-80x24", "1  ", 80, 24, CHARSET_UTF8},
    {"failed-80x24", "2 ", 80, 24, CHARSET_UTF8},
    {"not-put-80x24", "3", 80, 24, CHARSET_UTF8},
    {"summary-80x24", "G", 80, 24, CHARSET_UTF8},
    {"summary-120x40", "G", 120, 40, CHARSET_UTF8},
    {"summary-recorded-120x40", "Gm", 120, 40, CHARSET_UTF8},
    {"why-80x24", "1 wjjj", 80, 24, CHARSET_UTF8},
    {"why-not-yet-80x24", "1wk", 80, 24, CHARSET_UTF8},
    {"why-54x46", "1 wjjj", 54, 46, CHARSET_UTF8},
    {"ballots-54x46", "1...", 54, 46, CHARSET_UTF8},
    {"vetoed-54x46", "1 ", 54, 46, CHARSET_UTF8},
    {"vetoed-50x34-ascii", "1 ", 50, 34, CHARSET_ASCII},
    {"large-roll-call-54x46", "L1........", 54, 46, CHARSET_UTF8},
    {"large-vetoed-54x46", "L1 ", 54, 46, CHARSET_UTF8},
    {"drafts-50x24", "d", 50, 24, CHARSET_UTF8},
    {"help-80x24", "1?", 80, 24, CHARSET_UTF8},
    {"notice-80x24", "9", 80, 24, CHARSET_UTF8},
    {"small-20x5", " ", 20, 5, CHARSET_UTF8},
};

enum { SCREENS = sizeof screens / sizeof *screens };

/* Of tests/screens/procedure.yaml. */
static const struct screen procedures[] = {
    {"procedure-title-80x24", "", 80, 24, CHARSET_UTF8},
    {"procedure-open-80x24", " ", 80, 24, CHARSET_UTF8},
    {"procedure-changed-120x40", "3 ", 120, 40, CHARSET_UTF8},
    {"procedure-objection-80x24", "3  ", 80, 24, CHARSET_UTF8},
    {"procedure-motion-80x24", "4 ", 80, 24, CHARSET_UTF8},
    {"procedure-obligation-80x24", "1.............", 80, 24, CHARSET_UTF8},
    {"procedure-explained-80x24", "1  ", 80, 24, CHARSET_UTF8},
    {"procedure-without-vote-80x24", "7", 80, 24, CHARSET_UTF8},
    {"procedure-missed-80x24", "5 ", 80, 24, CHARSET_UTF8},
    {"procedure-sequel-80x24", "8  ", 80, 24, CHARSET_UTF8},
    {"procedure-summary-120x40", "G", 120, 40, CHARSET_UTF8},
};

enum { PROCEDURES = sizeof procedures / sizeof *procedures };

START_TEST(frames_as_text) {
    bool example = _i < SCREENS;
    const struct screen *screen = example ? &screens[_i] : &procedures[_i - SCREENS];
    char path[128];
    load(example ? "tests/screens/example.yaml" : "tests/screens/procedure.yaml", NULL, 0);
    struct state state =
        state_start(&stage, VETO_EXPECTED, screen->charset, screen->columns, screen->rows);
    state = press_all(state, screen->keys);
    struct frame *frame = make_frame(&state);
    check_frame(frame, state.columns, state.rows);
    snprintf(path, sizeof path, "tests/screens/%s.txt", screen->name);
    golden_compare(path, text_of(frame));
    unload();
}
END_TEST

START_TEST(what_was_before_the_meeting) {
    static const char *const overrides[] = {
        "beforehand=[{event: {text: It was on the news., source: here}}, {statement: {by: FRA, "
        "on: first, text: A word on the eve., position: 1}}]"};
    load("tests/screens/example.yaml", overrides, 1);
    struct state state = state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24);
    state = press_all(state, "   ");
    ck_assert_int_eq(state_event(&state)->kind, VETO_EVENT_OPEN);
    golden_compare("tests/screens/beforehand-80x24.txt", text_of(make_frame(&state)));
    unload();
}
END_TEST

/* ---- walking ---- */

static bool same_place(const struct state *a, const struct state *b) {
    return a->shown == b->shown && a->mode == b->mode && a->overlay == b->overlay &&
           a->member == b->member && a->scroll == b->scroll && a->quit == b->quit;
}

/* On by n keys and back by n is where it began, at any size of step. */
START_TEST(there_and_back) {
    static const char *const pairs[] = {" h", ".,"};
    load_example();
    for (size_t pair = 0; pair < 2; pair++) {
        struct state states[64];
        size_t count = 0;
        struct state next = state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24);
        do {
            ck_assert_uint_lt(count, 64);
            states[count++] = next;
            next = state_press(next, (uint32_t)pairs[pair][0]);
        } while (next.shown != states[count - 1].shown);
        ck_assert_ptr_nonnull(next.notice);
        for (size_t i = count; i-- > 0;) {
            ck_assert(same_place(&next, &states[i]));
            next = state_press(next, (uint32_t)pairs[pair][1]);
        }
        ck_assert_uint_eq(next.shown, 0);
        ck_assert_str_eq(next.notice, "this is the start");
    }
    unload();
}
END_TEST

static const struct veto_event *after(const char *keys) {
    struct state state = press_all(state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24), keys);
    check_state(&state);
    return state_event(&state);
}

START_TEST(jumps) {
    load_example();
    ck_assert_int_eq(after(" ")->kind, VETO_EVENT_OPEN);
    ck_assert_int_eq(after("1")->kind, VETO_EVENT_PUT);
    ck_assert_int_eq(after("1")->draft, 0);
    ck_assert_int_eq(after("1 ")->kind, VETO_EVENT_RESULT);
    ck_assert_int_eq(after("1.")->kind, VETO_EVENT_BALLOT);
    ck_assert_int_eq(after("1.. ")->kind, VETO_EVENT_RESULT);
    ck_assert_int_eq(after("1..,")->member, 0);
    ck_assert_int_eq(after("v")->draft, 0);
    ck_assert_int_eq(after("vv")->draft, 1);
    ck_assert_int_eq(after("vvv")->draft, 1);
    ck_assert_int_eq(after("vvV")->draft, 0);
    ck_assert_int_eq(after("3")->kind, VETO_EVENT_NOT_PUT);
    ck_assert_int_eq(after("31")->draft, 0);
    ck_assert_int_eq(after("G")->kind, VETO_EVENT_CLOSE);
    ck_assert_int_eq(after("Gh")->kind, VETO_EVENT_QUESTION);
    ck_assert_ptr_null(after("Gg"));
    ck_assert_ptr_null(after("4"));
    unload();
}
END_TEST

START_TEST(overlays_close_where_they_were_opened) {
    load_example();
    struct state state = press_all(state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24), "1 w");
    ck_assert_int_eq(state_view(&state), VIEW_WHY);
    state = press(state, '?');
    ck_assert_int_eq(state_view(&state), VIEW_HELP);
    state = press(state, PRESS_ESCAPE);
    ck_assert_int_eq(state_view(&state), VIEW_WHY);
    state = press(state, PRESS_ESCAPE);
    ck_assert_int_eq(state_view(&state), VIEW_MEETING);
    ck_assert(!state.quit);
    unload();
}
END_TEST

START_TEST(modes_keep_the_place) {
    load_example();
    struct state start = press_all(state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24), "2 ");
    struct state state = press(start, 'm');
    ck_assert_int_eq(state.mode, VETO_RECORDED);
    ck_assert_int_eq(state_event(&state)->kind, VETO_EVENT_RESULT);
    ck_assert_int_eq(state_event(&state)->draft, 1);
    ck_assert_int_eq(state_event(&state)->vote->result.tally[VETO_YES], 5);
    state = press_all(state, "mm");
    ck_assert_int_eq(state.mode, VETO_EXPECTED);
    ck_assert(same_place(&state, &start));
    unload();
}
END_TEST

START_TEST(modes_without_a_record) {
    static const char *const overrides[] = {"recorded="};
    load("tests/screens/example.yaml", overrides, 1);
    ck_assert_ptr_null(stage.meetings[VETO_RECORDED]);
    struct state state = state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24);
    state = press(state, 'm');
    ck_assert_int_eq(state.mode, VETO_SAMPLED);
    state = press(state, 'm');
    ck_assert_int_eq(state.mode, VETO_EXPECTED);
    unload();
}
END_TEST

/* Too small for anything: only the key that leaves does something. */
START_TEST(small_terminals_ignore_keys) {
    load_example();
    struct state state = state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 49, 24), before = state;
    for (uint32_t key = 1; key < PRESS_END + 1; key += key < 0x80 ? 1 : 0x110000 - 0x80) {
        if (key == 'q')
            continue;
        state = press(state, key);
        ck_assert(same_place(&state, &before));
    }
    for (uint32_t key = PRESS_ENTER; key <= PRESS_END; key++)
        state = press(state, key);
    ck_assert(same_place(&state, &before));
    ck_assert(press(state, 'q').quit);
    unload();
}
END_TEST

/* ---- anything at all ---- */

static uint32_t draw_number(uint32_t *counter, uint32_t below) {
    uint32_t at[4] = {(*counter)++, 0, 0, 0};
    return philox(20161008, at).word[0] % below;
}

static uint32_t draw_key(uint32_t *counter) {
    uint32_t pick = draw_number(counter, 3);
    if (pick == 0)
        return draw_number(counter, 0x7F);
    if (pick == 1)
        return PRESS_ENTER + draw_number(counter, PRESS_END - PRESS_ENTER + 1);
    const struct binding *binding =
        &key_bindings[draw_number(counter, (uint32_t)key_binding_count)];
    return key_at(binding, 0);
}

static const char *const everything[] = {
    "tests/screens/example.yaml",      "scenarios/aleppo-2016.yaml",  "scenarios/korea-1950.yaml",
    "scenarios/settlements-2016.yaml", "scenarios/ukraine-2022.yaml",
};

START_TEST(any_keys_at_any_size) {
    enum { KEYS = 4000 };
    load(everything[_i], NULL, 0);
    uint32_t counter = (uint32_t)_i << 20;
    struct state state = state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24);
    for (int i = 0; i < KEYS; i++) {
        if (draw_number(&counter, 8) == 0)
            state = state_resize(state, (int)draw_number(&counter, 200) + 1,
                                 (int)draw_number(&counter, 70) + 1);
        if (draw_number(&counter, 100) == 0)
            state = state_resize(state, 200, 200);
        if (draw_number(&counter, 50) == 0)
            state.charset = state.charset == CHARSET_UTF8 ? CHARSET_ASCII : CHARSET_UTF8;
        state = state_press(state, draw_key(&counter));
        state.quit = false;
        struct frame *frame = make_frame(&state);
        state = state_settle(state, &frame->reach);
        check_frame(frame, state.columns, state.rows);
        check_state(&state);
        arena_free(&arena);
    }
    unload();
}
END_TEST

/* ---- keys ---- */

START_TEST(no_key_means_two_things) {
    for (unsigned view = VIEW_TITLE; view < VIEW_ALL; view <<= 1)
        for (size_t i = 0; i < key_binding_count; i++)
            for (int k = 0; key_at(&key_bindings[i], k) != PRESS_NONE; k++) {
                if (!(key_bindings[i].views & view))
                    continue;
                int argument, found = 0;
                uint32_t key = key_at(&key_bindings[i], k);
                for (size_t j = 0; j < key_binding_count; j++)
                    for (int l = 0; key_at(&key_bindings[j], l) != PRESS_NONE; l++)
                        found +=
                            (key_bindings[j].views & view) && key_at(&key_bindings[j], l) == key;
                ck_assert_msg(found == 1, "%s in view %u", key_bindings[i].keys, view);
                ck_assert_int_eq(key_action((enum view)view, key, &argument),
                                 key_bindings[i].action);
            }
}
END_TEST

START_TEST(every_action_has_a_key_and_a_word) {
    bool found[ACTIONS] = {false};
    for (size_t i = 0; i < key_binding_count; i++) {
        const struct binding *binding = &key_bindings[i];
        found[binding->action] = true;
        ck_assert_ptr_nonnull(binding->help);
        for (int word = 0, at = 0; binding->keys[at]; word++) {
            ck_assert_msg(key_at(binding, word) != PRESS_NONE, "%s", binding->keys);
            at += (int)strcspn(binding->keys + at, " ");
            at += (int)strspn(binding->keys + at, " ");
        }
        ck_assert_uint_eq(binding->bar & ~binding->views, 0);
        ck_assert_int_eq(binding->bar != 0, binding->label != NULL);
    }
    for (int action = ACTION_NONE + 1; action < ACTIONS; action++)
        ck_assert_msg(found[action] || action == ACTION_MEMBER || action == ACTION_ENTRY ||
                          action == ACTION_ROW || action == ACTION_KEY, /* by a click alone */
                      "action %d has no key", action);
}
END_TEST

/* The help names every key that does something in the meeting. */
START_TEST(help_is_complete) {
    load_example();
    struct state state = press(state_start(&stage, VETO_EXPECTED, CHARSET_ASCII, 200, 300), '?');
    const char *text = text_of(make_frame(&state));
    for (size_t i = 0; i < key_binding_count; i++)
        if (key_bindings[i].views & (VIEW_ALL & ~(VIEW_TITLE | VIEW_SMALL | VIEW_HELP))) {
            ck_assert_msg(strstr(text, key_help(&arena, &key_bindings[i])) != NULL, "%s",
                          key_bindings[i].keys);
            ck_assert_msg(strstr(text, key_bindings[i].help) != NULL, "%s", key_bindings[i].help);
        }
    unload();
}
END_TEST

/* ---- Councils of any size ---- */

static const struct {
    unsigned members;
    const char *golden; /* where they sit otherwise than those before; or NULL */
} councils[] = {
    {3, "tests/screens/council-3.txt"},   {4, NULL},  {5, NULL},
    {8, "tests/screens/council-8.txt"},   {11, NULL}, {15, NULL},
    {16, "tests/screens/council-16.txt"}, {25, NULL}, {27, "tests/screens/council-27.txt"},
    {28, "tests/screens/council-28.txt"}, {40, NULL}, {64, "tests/screens/council-64.txt"},
};

/* A council of so many seats, the first of them the President's. */
static void load_council(unsigned members, const char *const *overrides, size_t count) {
    static char text[8192];
    size_t used = (size_t)snprintf(text, sizeof text,
                                   "veto: 1\ntitle: A Council of %u\ncouncil:\n"
                                   "  composition: [",
                                   members);
    for (unsigned i = 0; i < members; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%c%cX", i ? ", " : "",
                                 'A' + (char)(i / 26), 'A' + (char)(i % 26));
    used +=
        (size_t)snprintf(text + used, sizeof text - used,
                         "]\n  required_majority: %u\n  veto: [AAX]\n  president: AAX\n"
                         "drafts:\n  one: {title: A draft}\nprogramme:\n  - vote: one\nmembers:\n",
                         members / 2 + 1);
    for (unsigned i = 0; i < members; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "  %c%cX: {name: Member %u}\n",
                                 'A' + (char)(i / 26), 'A' + (char)(i % 26), i);
    scenario = scenario_of_text("council", text, used, overrides, count);
    ck_assert_int_eq(stage_open(&stage, scenario, 1), VETO_OK);
}

/* Every member has its seat once, at every size, and all sizes look sane. */
START_TEST(every_member_has_a_seat) {
    static const int sizes[][2] = {{80, 24}, {100, 30}, {119, 60}, {120, 24}, {120, 40}, {200, 60}};
    load_council(councils[_i].members, NULL, 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct state state =
            state_start(&stage, VETO_EXPECTED, CHARSET_ASCII, sizes[i][0], sizes[i][1]);
        state = press_all(state, "1 ");
        struct frame *frame = make_frame(&state);
        char *text = text_of(frame);
        unsigned turns = 0; /* the seat that made it certain, and where that is said */
        for (char *turn = text; (turn = strchr(turn, '#')) != NULL; turns++)
            *turn = ' ';
        ck_assert_msg(turns > 0, "no '#' at %dx%d\n%s", sizes[i][0], sizes[i][1], text);
        for (unsigned m = 0; m < scenario->members_count; m++) {
            char seat[16];
            snprintf(seat, sizeof seat, " %s%s  A=", scenario->members[m].code, m ? " " : "*");
            const char *first = strstr(text, seat);
            ck_assert_msg(first != NULL, "no '%s' at %dx%d\n%s", seat, sizes[i][0], sizes[i][1],
                          text);
            ck_assert_msg(strstr(first + 1, seat) == NULL, "two of '%s'\n%s", seat, text);
        }
        ck_assert_msg(strstr(text, "In favour ") != NULL, "no tally at %dx%d\n%s", sizes[i][0],
                      sizes[i][1], text);
        arena_free(&arena);
    }
    if (councils[_i].golden) {
        struct state state = state_start(&stage, VETO_EXPECTED, CHARSET_UTF8, 80, 24);
        state = press_all(state, "1 ");
        golden_compare(councils[_i].golden, text_of(make_frame(&state)));
    }
    unload();
}
END_TEST

/* What stands in the only place of the frame that a click takes for a seat. */
static char *seat_text(const struct frame *frame, int place) {
    struct frame seat = *frame;
    unsigned found = 0;
    for (size_t i = 0; i < frame->spot_count; i++) {
        const struct spot *spot = &frame->spots[i];
        if (spot->action != ACTION_MEMBER || spot->argument != place)
            continue;
        ck_assert_ptr_eq(frame_spot_at(frame, spot->area.column, spot->area.row), spot);
        seat.cells += spot->area.row * frame->columns + spot->area.column;
        seat.columns = spot->area.columns;
        found++;
    }
    ck_assert_uint_eq(found, 1);
    seat.rows = 1;
    return text_of(&seat);
}

static unsigned count_of(const char *text, const char *sought) {
    unsigned count = 0;
    for (; (text = strstr(text, sought)) != NULL; text++)
        count++;
    return count;
}

/* A seat has its member's name, or as much of it as there is room for, or its code; the
 * first of all is absent, the second does not take part. */
static void check_seat(const struct frame *frame, int place) {
    static const char *const signs[VETO_BALLOTS] = {"Y+", "N-", "A=", " /", " x"};
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(scenario, seats);
    const struct veto_member *member = &scenario->members[seats[place]];
    enum veto_ballot ballot = strcmp(member->code, "AAX") == 0   ? VETO_ABSENT
                              : strcmp(member->code, "ABX") == 0 ? VETO_NOT_PARTICIPATING
                                                                 : VETO_ABSTAIN;
    char *seat = seat_text(frame, place), *ellipsis = strstr(seat, "..");
    char start[16] = "";
    snprintf(start, sizeof start, "%.9s", member->name);
    bool named = strstr(seat, member->name) || (ellipsis && strstr(seat, start) < ellipsis);
    ck_assert_msg(named || strstr(seat, member->code), "no %s in '%s'", member->name, seat);
    bool veto = veto_set_has(scenario->rules.veto_holders, seats[place]);
    ck_assert_msg(veto == (strchr(seat, '*') != NULL), "'%s'", seat);
    ck_assert_msg(strstr(seat, signs[ballot]) != NULL, "no %s in '%s'", signs[ballot], seat);
}

/* Narrow screens: each seat once, with its ballot, where a click finds it; and behind it all there
 * is room for what was said last. */
START_TEST(narrow_screens_have_every_seat) {
    static const int sizes[][2] = {{50, 24}, {50, 46}, {51, 31}, {54, 46},
                                   {60, 30}, {66, 40}, {75, 28}, {79, 50}};
    static const char *const overrides[] = {
        "council.president=", "members.ABX.name=ABX which has a name that is longer than any row",
        "drafts.one.ballots={AAX: absent, ABX: not_participating}"};
    load_council(councils[_i].members, overrides, 3);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct state state =
            state_start(&stage, VETO_EXPECTED, CHARSET_ASCII, sizes[i][0], sizes[i][1]);
        state = press_all(state, "1 ");
        struct frame *frame = make_frame(&state);
        char *text = text_of(frame);
        check_frame(frame, sizes[i][0], sizes[i][1]);
        ck_assert_msg(!frame->cut, "%dx%d: no room for '%s'", sizes[i][0], sizes[i][1], frame->cut);
        for (int place = 0; place < (int)scenario->members_count; place++)
            check_seat(frame, place);
        ck_assert_ptr_null(strstr(text, "President\n"));
        ck_assert_uint_eq(count_of(text, "Abstaining "), 1);
        struct state large = press(state, 'L');
        ck_assert_ptr_null(make_frame(&large)->cut);
        bool crammed = scenario->members_count == 64 && sizes[i][1] == 24;
        ck_assert_msg(crammed || strstr(text, "Draft 'one': failed") != NULL, "%s", text);
        ck_assert_msg(crammed || strstr(text, "made it certain") != NULL, "%s", text);
        arena_free(&arena);
    }
    unload();
}
END_TEST

/* ---- cells ---- */

START_TEST(what_is_cut_is_known) {
    struct frame *frame = frame_new(&arena, 5, 1, CHARSET_UTF8);
    frame_put(frame, frame_area(frame), 0, 0, STYLE_PLAIN, "whole   ");
    ck_assert_ptr_null(frame->cut);
    frame_put(frame, frame_area(frame), 1, 0, STYLE_PLAIN, "whole");
    ck_assert_str_eq(frame->cut, "e");
    arena_free(&arena);
}
END_TEST

START_TEST(cells) {
    struct frame *frame = frame_new(&arena, 6, 2, CHARSET_UTF8);
    struct area all = frame_area(frame);
    ck_assert_int_eq(frame_put(frame, all, 0, 0, STYLE_PLAIN, "安全理"), 6);
    ck_assert_int_eq(frame_put(frame, all, 1, 0, STYLE_PLAIN, "x"), 1); /* halves one */
    ck_assert_str_eq(frame_text(&arena, frame), " x全理\n\n");
    ck_assert_int_eq(frame_put(frame, all, 2, 0, STYLE_PLAIN, "yy"), 2);
    ck_assert_str_eq(frame_text(&arena, frame), " xyy理\n\n");
    ck_assert_int_eq(frame_put(frame, all, 1, 1, STYLE_PLAIN, "abcd安"), 4); /* no half fits */
    ck_assert_str_eq(frame_text(&arena, frame), " xyy理\n abcd\n");
    ck_assert_int_eq(frame_put(frame, all, 0, 2, STYLE_PLAIN, "outside"), 0);
    frame_put(frame, area_part(all, 1, 1, 3, 1), 0, 0, STYLE_PLAIN, "12345");
    ck_assert_str_eq(frame_text(&arena, frame), " xyy理\n 123d\n");
    frame_put(frame, all, -2, 1, STYLE_PLAIN, "abc");
    ck_assert_str_eq(frame_text(&arena, frame), " xyy理\nc123d\n");
    frame_fill(frame, area_part(all, 5, 0, 9, 9), STYLE_BAR); /* halves the last */
    ck_assert_str_eq(frame_text(&arena, frame), " xyy\nc123d\n");
    frame_put_short(frame, all, 0, 1, STYLE_PLAIN, "too long");
    ck_assert_str_eq(frame_text(&arena, frame), " xyy\ntoo l…\n");
    frame_put(frame, all, 0, 1, STYLE_PLAIN, "a\x1b[m");
    ck_assert_str_eq(frame_text(&arena, frame), " xyy\na\\x1b[\n");
    arena_free(&arena);
}
END_TEST

START_TEST(long_clusters_are_cut_between_code_points) {
    struct frame *frame = frame_new(&arena, 4, 1, CHARSET_UTF8);
    char text[128] = "a";
    for (int i = 0; i < 30; i++)
        strcat(text, "\u0301");
    strcat(text, "b");
    ck_assert_int_eq(frame_put(frame, frame_area(frame), 0, 0, STYLE_PLAIN, text), 2);
    ck_assert_uint_eq(frame->cells[0].length, 19); /* one letter and nine accents of two bytes */
    ck_assert_int_eq(frame->cells[1].bytes[0], 'b');
    arena_free(&arena);
}
END_TEST

enum { COUNCILS = sizeof councils / sizeof *councils };

static const struct suite_entry entries[] = {
    {frames_as_text, SCREENS + PROCEDURES},
    {what_was_before_the_meeting, 0},
    {there_and_back, 0},
    {jumps, 0},
    {overlays_close_where_they_were_opened, 0},
    {modes_keep_the_place, 0},
    {modes_without_a_record, 0},
    {small_terminals_ignore_keys, 0},
    {any_keys_at_any_size, sizeof everything / sizeof *everything},
    {no_key_means_two_things, 0},
    {every_action_has_a_key_and_a_word, 0},
    {help_is_complete, 0},
    {every_member_has_a_seat, COUNCILS},
    {narrow_screens_have_every_seat, COUNCILS},
    {what_is_cut_is_known, 0},
    {cells, 0},
    {long_clusters_are_cut_between_code_points, 0},
};

SUITE("view", entries)
