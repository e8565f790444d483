/* The large layout at every size: what the class must read now is whole, large, and fills the page.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "on_screen.h"
#include "view/letters.h"
#include "words/words.h"

enum { MOST_COLUMNS = 200, MOST_ROWS = 60, MOST_WORDS = 256 };

static const struct {
    int columns, rows;
} sizes[] = {{80, 24}, {93, 24}, {80, 37}, {110, 31}, {120, 40}, {200, 60}};

enum { SIZES = sizeof sizes / sizeof *sizes };

/* ---- a frame as dots: halves of its cells ---- */

struct grid {
    unsigned char lit[2 * MOST_ROWS][2 * MOST_COLUMNS];
    int columns, rows;
};

static unsigned cell_dots(const struct cell *cell) {
    static const char *const blocks[] = {"▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗",
                                         "▚", "▐", "▜", "▄", "▙", "▟", "█"};
    for (unsigned i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (strlen(blocks[i]) == cell->length && memcmp(blocks[i], cell->bytes, cell->length) == 0)
            return i + 1;
    return 0;
}

static void dots_of(const struct frame *frame, struct grid *dots) {
    dots->columns = 2 * frame->columns;
    dots->rows = 2 * frame->rows;
    for (int row = 0; row < dots->rows; row++)
        for (int column = 0; column < dots->columns; column++) {
            const struct cell *cell = &frame->cells[row / 2 * frame->columns + column / 2];
            dots->lit[row][column] = cell_dots(cell) >> (row % 2 * 2 + column % 2) & 1;
        }
}

/* A word in letters of a size, as dots; false where it is wider than any screen. */
static bool draw_word(const char *word, struct dots dot, struct grid *dots) {
    memset(dots, 0, sizeof *dots);
    dots->rows = GLYPH_ROWS * dot.high;
    for (int x = 0; *word; word++) {
        const struct glyph *glyph = font_glyph((char)text_upper(*word));
        ck_assert_msg(glyph != NULL, "no '%c'", *word);
        int across = (int)strlen(glyph->rows[0]) * dot.wide;
        if (x + across > 2 * MOST_COLUMNS)
            return false;
        for (int row = 0; row < dots->rows; row++)
            for (int column = 0; column < across; column++)
                dots->lit[row][x + column] = glyph->rows[row / dot.high][column / dot.wide] == '#';
        dots->columns = x + across;
        x = dots->columns + dot.wide;
    }
    return true;
}

static bool stands_at(const struct grid *all, const struct grid *word, int row, int column) {
    for (int y = 0; y < word->rows; y++)
        if (memcmp(&all->lit[row + y][column], word->lit[y], (size_t)word->columns) != 0)
            return false;
    return true;
}

static bool has_drawn(const struct grid *all, const struct grid *word) {
    for (int row = 0; row + word->rows <= all->rows; row++)
        for (int column = 0; column + word->columns <= all->columns; column++)
            if (stands_at(all, word, row, column))
                return true;
    return false;
}

/* Marks the words of a text, divided by blanks, that are drawn in letters of a size; returns how
 * many are not. Where there is no other page, looks no further than the first that is not. */
static size_t find_words(const struct grid *all, const char *text, struct dots dot, bool only,
                         bool found[MOST_WORDS]) {
    static struct grid drawn;
    size_t missing = 0;
    for (size_t index = 0; *text && !(only && missing); index++) {
        char word[64] = "";
        size_t length = strcspn(text, " ");
        ck_assert_uint_lt(length, sizeof word);
        ck_assert_uint_lt(index, MOST_WORDS);
        memcpy(word, text, length);
        if (!found[index])
            found[index] = draw_word(word, dot, &drawn) && has_drawn(all, &drawn);
        missing += !found[index];
        text += length;
        text += strspn(text, " ");
    }
    return missing;
}

/* The same on all the pages that there are to scroll. */
static bool is_on_pages(struct state page, const char *text, struct dots dot) {
    static struct grid all;
    bool found[MOST_WORDS] = {false};
    for (;;) {
        struct shown shown = show(&page);
        dots_of(shown.frame, &all);
        if (find_words(&all, text, dot, false, found) == 0)
            return true;
        if (page.scroll <= page.reach.least)
            return false;
        page.scroll = reach_by(&page.reach, page.scroll, -1);
    }
}

/* Whether all of a text is drawn in letters of one size. */
static bool is_drawn(struct state state, const char *text) {
    static struct grid all;
    struct dots dot;
    struct shown shown = show(&state);
    dots_of(shown.frame, &all);
    for (size_t i = 0; letters_size(shown.frame, i, &dot); i++) {
        bool found[MOST_WORDS] = {false};
        if (state.reach.least < 0 ? is_on_pages(state, text, dot)
                                  : find_words(&all, text, dot, true, found) == 0)
            return true;
    }
    return false;
}

/* The rows of the page from the first to the last that have anything. */
static int rows_used(const struct frame *frame) {
    int first = frame->rows, last = 0;
    for (int row = 1; row < frame->rows - 1; row++)
        for (int column = 0; column < frame->columns; column++)
            if (frame->cells[row * frame->columns + column].bytes[0] != ' ') {
                first = row < first ? row : first;
                last = row;
            }
    return last - first + 1;
}

/* ---- letters ---- */

/* Letters take no more room than they say, and all of them are there. */
START_TEST(letters_are_whole_in_their_room) {
    static const char *const texts[] = {"A", "In favour: 11", "S/2016/846", "Democratic Republic",
                                        "\u201cYes,\u201d she said; no [sic] 50% & more!"};
    static struct grid all;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct dots dot;
        struct frame *frame = frame_new(&arena, MOST_COLUMNS, MOST_ROWS, CHARSET_UTF8);
        struct letters letters;
        ck_assert(letters_whole(frame, texts[i]));
        for (size_t size = 0; letters_size(frame, size, &dot); size++) {
            if (!letters_at(frame, texts[i], dot, MOST_COLUMNS, MOST_ROWS, &letters))
                continue;
            struct frame *drawn = frame_new(&arena, letters.columns, letters.rows, CHARSET_UTF8);
            bool found[MOST_WORDS] = {false};
            letters_draw(drawn, frame_area(drawn), STYLE_PLAIN, &letters, 0);
            dots_of(drawn, &all);
            ck_assert_uint_eq(find_words(&all, letters.text, dot, true, found), 0);
        }
    }
    arena_free(&arena);
}
END_TEST

/* In ASCII there is no half of a cell. */
START_TEST(ascii_has_whole_cells) {
    struct dots dot;
    struct frame *frame = frame_new(&arena, 80, 24, CHARSET_ASCII);
    for (size_t i = 0; letters_size(frame, i, &dot); i++)
        ck_assert(dot.wide % 2 == 0 && dot.high % 2 == 0);
    ck_assert(!letters_whole(frame, "\u5b89\u5168"));
    ck_assert(!letters_whole(frame, "a \u5b89"));
    ck_assert(!letters_whole(frame, ""));
    ck_assert_int_eq(letters_rows(0, 1), 0);
    ck_assert_int_eq(letters_rows(1, 1), 3);
    ck_assert_int_eq(letters_rows(2, 1), 6);
    ck_assert_int_eq(letters_rows(1, 2), 5);
    arena_free(&arena);
}
END_TEST

/* ---- what is said ---- */

/* What the class must read now; NULL where that is not one text. */
static const char *text_to_read(const struct veto_scenario *scenario,
                                const struct veto_event *event) {
    switch (event->kind) {
    case VETO_EVENT_STATEMENT:
    case VETO_EVENT_HAPPENING:
        return event->item->text;
    case VETO_EVENT_QUESTION:
        return event->question->ask;
    case VETO_EVENT_PUT:
        return scenario->drafts[event->draft].title;
    default:
        return NULL;
    }
}

/* As letters have it; NULL: not all of it can be drawn. */
static const char *drawn_of(const char *text) {
    struct frame *frame = frame_new(&arena, MOST_COLUMNS, MOST_ROWS, CHARSET_UTF8);
    struct letters letters;
    bool whole = letters_whole(frame, text) &&
                 letters_at(frame, text, (struct dots){1, 1}, MOST_COLUMNS, MOST_ROWS, &letters);
    return whole ? arena_copy(&arena, letters.text, strlen(letters.text)) : NULL;
}

static void check_reading(const struct state *at, const char *text, int size) {
    enum { LONG = 75 };
    struct state state = state_resize(*at, sizes[size].columns, sizes[size].rows);
    struct shown shown = show(&state);
    const char *drawn = drawn_of(text);
    int rows = sizes[size].rows - 3; /* of the page */
    if (drawn)
        ck_assert_msg(is_drawn(state, drawn), "not drawn at %dx%d: %s", sizes[size].columns,
                      sizes[size].rows, text);
    if (drawn && strlen(text) >= LONG)
        ck_assert_msg(rows_used(shown.frame) * 3 >= rows * 2, "%d of %d rows: %s",
                      rows_used(shown.frame), rows, text);
}

static const char *const scenarios[] = {EXAMPLE, PROCEDURE, "scenarios/aleppo-2016.yaml",
                                        "scenarios/iraq-2003.yaml"};

/* Every word of a statement, a happening, a question or the title of a draft is drawn, and none is
 * cut. Long ones fill the page. */
START_TEST(what_is_to_be_read_is_large) {
    open_desk(scenarios[_i / SIZES], NULL, 0);
    struct state state = press_all(start(80, 24, CHARSET_UTF8), "HL");
    const struct stage *stage = desk_stage(desk);
    const struct veto_meeting *meeting = state_meeting(&state);
    size_t checked = 0;
    for (size_t shown = 1; shown <= veto_meeting_event_count(meeting); shown++) {
        state_show(&state, shown);
        const char *text = text_to_read(stage->scenario, state_event(&state));
        if (text)
            check_reading(&state, text, _i % SIZES);
        checked += text != NULL;
    }
    ck_assert_uint_gt(checked, 4);
    close_desk();
}
END_TEST

/* ---- votes ---- */

/* Who voted how, the counts with their words, and the outcome. */
START_TEST(votes_are_large) {
    static const char *const drawn[] = {"RUS- VEN- AGO= CHN= EGY+ FRA+", "11 IN FAVOUR",
                                        "2 AGAINST", "2 ABSTAINING", "9 NEEDED"};
    open_example();
    struct state state = press_all(start(sizes[_i].columns, sizes[_i].rows, CHARSET_UTF8), "L1 ");
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++)
        ck_assert_msg(is_drawn(state, drawn[i]), "no '%s'", drawn[i]);
    ck_assert(is_drawn(state, "VETOED BY RUS") || is_drawn(state, "RUSSIAN FEDERATION"));
    ck_assert(!is_drawn(state, "RUS+"));
    state = press_all(start(sizes[_i].columns, sizes[_i].rows, CHARSET_UTF8), "L1...");
    ck_assert(is_drawn(state, "AGO= CHN= EGY+"));
    ck_assert(is_drawn(state, "RUS.")); /* still to vote */
    close_desk();
}
END_TEST

/* Narrow, tall screens: the counts above, in letters as large as for any other two digits, and the
 * members below; together they fill the page. */
START_TEST(narrow_screens_stack_votes) {
    static const int tall[][2] = {{50, 46}, {54, 46}, {60, 40}, {70, 50}, {79, 44}};
    static const char members[] = "RUS- VEN- AGO= CHN= EGY+ FRA+ NZL+";
    open_example();
    for (size_t i = 0; i < sizeof tall / sizeof *tall; i++) {
        struct state state = press_all(start(tall[i][0], tall[i][1], CHARSET_UTF8), "L1 ");
        struct frame *frame = show(&state).frame;
        ck_assert_msg(is_drawn(state, "11") && is_drawn(state, members), "%dx%d", tall[i][0],
                      tall[i][1]);
        ck_assert(!is_drawn(state, "RUS+") && !is_drawn(state, "11 IN FAVOUR"));
        ck_assert_ptr_nonnull(strstr(frame_of(&state), "9 needed\n"));
        ck_assert_ptr_null(frame->cut);
        ck_assert_int_ge(rows_used(frame) * 6, (tall[i][1] - 3) * 5);
        state = press_all(start(tall[i][0], tall[i][1], CHARSET_UTF8), "L1...");
        ck_assert(is_drawn(state, "AGO= CHN= EGY+") && is_drawn(state, "RUS."));
        ck_assert_ptr_nonnull(strstr(frame_of(&state), "9 needed, 12 still to vote\n"));
    }
    struct state state = press_all(start(54, 46, CHARSET_ASCII), "L1 "); /* letters are too wide */
    ck_assert_ptr_nonnull(strstr(frame_of(&state), " VETO Russian Federation   A=  Angola\n"));
    close_desk();
}
END_TEST

/* Where there is no room for letters, lines have it. */
START_TEST(votes_are_lines_in_ascii) {
    open_example();
    struct state state = press_all(start(80, 24, CHARSET_ASCII), "L1 ");
    ck_assert_ptr_nonnull(strstr(frame_of(&state), "11 in favour\n"));
    ck_assert_ptr_nonnull(strstr(frame_of(&state), "RUS-  SEN+"));
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {letters_are_whole_in_their_room, 0},
    {ascii_has_whole_cells, 0},
    {what_is_to_be_read_is_large, SIZES *(int)(sizeof scenarios / sizeof *scenarios)},
    {votes_are_large, SIZES},
    {narrow_screens_stack_votes, 0},
    {votes_are_lines_in_ascii, 0},
};

SUITE("large", entries)
