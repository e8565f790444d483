/* What holds for every frame: in every view, at every step, at every size, and in ASCII. */
#include "suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "on_screen.h"
#include "play/actions.h"
#include "whole_frame.h"

static const struct {
    int columns, rows;
} sizes[] = {{50, 24}, {54, 46}, {80, 24}, {100, 30}, {120, 40}, {200, 60}};

/* Meetings, and what was done in them. */
static const struct {
    const char *path, *keys;
} meetings[] = {
    {EXAMPLE, ""},
    {EXAMPLE, "1 wa_+<!)\033"},
    {EXAMPLE, "1hPnyyyyyynaayyyyyV\033"},
    {EXAMPLE, "1W(M___\n\033"},
    {PROCEDURE, ""},
    {TWELVE, ""},
    {"tests/screens/kinds.yaml", "Kx\033"},
    {"scenarios/aleppo-2016.yaml", ""},
    {"scenarios/hungary-1956.yaml", ""},
    {"scenarios/korea-1950.yaml", ""},
    {"scenarios/settlements-2016.yaml", ""},
    {"scenarios/ukraine-2022.yaml", ""},
};

enum { SIZES = sizeof sizes / sizeof *sizes, MEETINGS = sizeof meetings / sizeof *meetings };

/* How often there was something to look at: no check is one of nothing. */
static struct { unsigned signs, rows, sums; } seen;

/* ---- the legend ---- */

/* What stands in some cells of a row. */
static char *cells_text(const struct frame *frame, int column, int row, int columns) {
    static char text[200 * CELL_BYTES + 1];
    size_t used = 0;
    for (int i = 0; i < columns; i++) {
        const struct cell *cell = &frame->cells[row * frame->columns + column + i];
        memcpy(text + used, cell->bytes, cell->length);
        used += cell->length;
    }
    text[used] = '\0';
    return text;
}

/* Signs at a seat, and what explains them on a screen of so many columns or more. */
static const struct {
    const char *sign, *words, *brief;
    int columns;
} signs[] = {
    {" Y+ ", " Y+  in favour", "", 0},
    {" N- ", " N-  against", "", 0},
    {" A= ", " A=  abstaining", "", 0},
    {" /  ", " /   not participating", "", 0},
    {" x  ", " x   absent", "", 0},
    {"\u25c6", "\u25c6 made it certain", "\u25c6 made it", 0},
    {"#", "# made it certain", "# made it", 0},
    {"*", " has the veto", "* veto", 200}, /* least missed: it goes first */
};

/* Whatever stands at a seat is explained. */
static void check_seat_signs(const struct shown *shown, const char *seat) {
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!strstr(seat, signs[i].sign) || shown->frame->columns < signs[i].columns)
            continue;
        seen.signs++;
        ck_assert_msg(strstr(shown->text, signs[i].words) ||
                          (*signs[i].brief && strstr(shown->text, signs[i].brief)),
                      "'%s' is not explained:\n%.3000s", signs[i].sign, shown->text);
    }
}

static void check_legend(const struct shown *shown) {
    for (size_t i = 0; i < shown->frame->spot_count; i++) {
        struct area seat = shown->frame->spots[i].area;
        if (shown->frame->spots[i].action == ACTION_MEMBER)
            check_seat_signs(shown, cells_text(shown->frame, seat.column, seat.row, seat.columns));
    }
}

/* ---- labels ---- */

/* No member in a list is cut, and no draft, but for the title below its name. */
static void check_labels(const struct shown *shown) {
    const char *ellipsis = shown->frame->charset == CHARSET_ASCII ? "..." : "\u2026";
    for (size_t i = 0; i < shown->frame->spot_count; i++) {
        const struct spot *spot = &shown->frame->spots[i];
        if (spot->action != ACTION_MEMBER && spot->action != ACTION_PICK_NUMBER)
            continue;
        seen.rows++;
        const char *row =
            cells_text(shown->frame, spot->area.column, spot->area.row, spot->area.columns);
        ck_assert_msg(!strstr(row, ellipsis), "'%s' is cut:\n%.3000s", row, shown->text);
    }
}

/* ---- percentages ---- */

struct sum {
    double all, loose; /* loose: how far from it the whole may be */
};

/* Adds "2.2%", "below 0.1%" or "above 99.9%"; what stands behind it, or NULL. */
static const char *add_percent(struct sum *sum, const char *at) {
    bool below = strncmp(at, "below ", 6) == 0, above = strncmp(at, "above ", 6) == 0;
    char *end;
    double percent = strtod(below || above ? at + 6 : at, &end);
    if (*end != '%')
        return NULL;
    sum->all += below ? percent / 2 : above ? (percent + 100) / 2 : percent;
    sum->loose += below ? percent / 2 : above ? (100 - percent) / 2 : 0;
    return end + 1;
}

static void check_sum(const struct sum *sum, const char *where) {
    seen.sums++;
    ck_assert_msg(fabs(sum->all - 100) <= sum->loose + 1e-9, "%g%% in all: %.200s", sum->all,
                  where);
}

/* The chances of one vote or ballot, in a row or below each other, where all of them are there. */
static const char *const chances[][4] = {
    {"adopted ", ", vetoed ", ", failed ", ", not put "},
    {"Chances        Y ", " N ", " A ", NULL},
    {"Chances: ", " in favour, ", " against, ", NULL},
};
static const char *const outcomes[] = {"Adopted ", "Vetoed ", "Failed ", "Not put "};

static void check_row(const char *row, const char *const words[4]) {
    struct sum sum = {0};
    const char *at = row;
    for (int i = 0; i < 4 && words[i]; i++) {
        if (strncmp(at, words[i], strlen(words[i])) == 0)
            at = add_percent(&sum, at + strlen(words[i]));
        else if (i < 3) /* it goes on in the next line */
            return;
        if (!at)
            return;
    }
    if (*at != ',')
        check_sum(&sum, row);
}

static void check_rows(const char *text) {
    struct sum sum = {0};
    const char *line = text;
    int found = 0;
    while (found < 4 && strncmp(line, outcomes[found], strlen(outcomes[found])) == 0 &&
           add_percent(&sum, line + strlen(outcomes[found]))) {
        line = strchr(line, '\n') + 1;
        line += strspn(line, " ");
        found++;
    }
    if (found >= 3) /* else they go on where the page is scrolled to */
        check_sum(&sum, text);
}

static void check_percentages(const struct shown *shown) {
    for (size_t form = 0; form < sizeof chances / sizeof *chances; form++)
        for (const char *at = shown->text; (at = strstr(at, chances[form][0])) != NULL; at++)
            check_row(at, chances[form]);
    for (const char *at = shown->text; (at = strstr(at, outcomes[0])) != NULL; at++)
        check_rows(at);
}

/* ---- every frame ---- */

static void check_shown(struct state *state) {
    struct shown shown = show(state);
    check_frame(shown.frame, state->columns, state->rows);
    ck_assert_msg(!shown.frame->cut, "%dx%d, no room for '%s':\n%.3000s", state->columns,
                  state->rows, shown.frame->cut, shown.text);
    if (state_view(state) == VIEW_MEETING)
        check_legend(&shown);
    check_labels(&shown);
    check_percentages(&shown);
    arena_free(&arena);
}

/* What any key opens here. */
static void check_views(struct state state) {
    for (size_t key = 0; key < key_binding_count; key++) {
        const struct binding *binding = &key_bindings[key];
        if (binding->action != ACTION_VIEW && binding->action != ACTION_PROMPT &&
            binding->action != ACTION_LARGE && binding->action != ACTION_MODE)
            continue;
        struct state there = desk_press(desk, state, key_at(binding, 0));
        check_shown(&there);
    }
}

/* From there to the end. */
static void check_meeting(struct state state) {
    enum { STEPS = 60, APART = 9 };
    for (int step = 0; step < STEPS; step++) {
        check_shown(&state);
        if (step % APART == 0)
            check_views(state);
        state = desk_press(desk, state, ' ');
    }
}

/* Hidden or not, in both charsets. */
START_TEST(every_frame_is_whole) {
    enum { CHANGED = 54 }; /* columns that numbers beside those before a change take */
    int columns = sizes[_i % SIZES].columns, rows = sizes[_i % SIZES].rows;
    const char *keys = meetings[_i / SIZES].keys;
    if (*keys && columns < CHANGED)
        return;
    open_desk(meetings[_i / SIZES].path, NULL, 0);
    for (int i = 0; i < 4; i++) {
        struct state state = start(columns, rows, i % 2 ? CHARSET_ASCII : CHARSET_UTF8);
        state.open = i / 2;
        check_meeting(press_all(state, keys));
    }
    close_desk();
    ck_assert_uint_gt(seen.signs, 50);
    ck_assert_uint_gt(seen.rows, 100);
    ck_assert_uint_gt(seen.sums, 10);
}
END_TEST

/* In each charset a sign is what its frame holds: nothing is put in its place there. */
START_TEST(every_sign_is_of_its_charset) {
    const struct frame *utf8 = frame_new(&arena, 1, 1, CHARSET_UTF8);
    const struct frame *ascii = frame_new(&arena, 1, 1, CHARSET_ASCII);
    for (int sign = 0; sign < SIGNS; sign++) {
        const char *plain = frame_sign(ascii, (enum sign)sign);
        ck_assert_str_eq(frame_encode(ascii, plain), plain);
        ck_assert_uint_eq(strlen(plain), 1);
        ck_assert_uint_eq(text_width(frame_sign(utf8, (enum sign)sign)), 1);
    }
    arena_free(&arena);
}
END_TEST

/* The last column with a line from top to bottom near the lower end of the screen; -1: none. */
static int last_rule(const char *keys, int columns) {
    enum { ROWS = 40, LOW = 36 };
    int last = -1;
    open_example();
    struct state state = press_all(start(columns, ROWS, CHARSET_ASCII), keys);
    const struct frame *frame = show(&state).frame;
    for (int column = 0; column < columns; column++)
        if (frame->cells[LOW * columns + column].bytes[0] == '|')
            last = column;
    close_desk();
    return last;
}

/* Where there is room for more beside each other, from the same width on in every view. */
START_TEST(wide_screens_begin_at_one_width) {
    static const char *const keys[] = {"1", "1d", "1W"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        int usual = last_rule(keys[i], USUAL_COLUMNS);
        ck_assert_int_eq(last_rule(keys[i], WIDE_COLUMNS - 1), usual);
        ck_assert_int_gt(last_rule(keys[i], WIDE_COLUMNS), usual);
    }
    ck_assert_int_eq(browser_layout(WIDE_COLUMNS - 1, 40).rule.rows, 1);
    ck_assert_int_eq(browser_layout(WIDE_COLUMNS, 40).rule.columns, 1);
    ck_assert_int_eq(WIDE_COLUMNS, 120);
}
END_TEST

/* Of a line that is longer than its room the end is shown, and the keys stand behind it. */
START_TEST(a_long_line_leaves_its_keys_room) {
    char keys[252] = ":";
    memset(keys + 1, 'x', sizeof keys - 2);
    open_example();
    for (size_t i = 0; i < SIZES; i++) {
        struct state state = press_all(start(sizes[i].columns, sizes[i].rows, CHARSET_UTF8), keys);
        check_shown(&state);
        char *text = frame_of(&state);
        ck_assert_msg(strstr(text, "xxxx   Enter ok  Esc cancel\n") != NULL, "%.3000s", text);
    }
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {every_frame_is_whole, SIZES *MEETINGS},
    {every_sign_is_of_its_charset, 0},
    {wide_screens_begin_at_one_width, 0},
    {a_long_line_leaves_its_keys_room, 0},
};

SUITE("frames", entries)
