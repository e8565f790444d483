/* The browser: what is listed, what a search finds, where keys lead, and its frames as text. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "record_file.h"
#include "scenario_file.h"
#include "view/view.h"
#include "whole_frame.h"

/* ---- a catalogue ---- */

static const struct {
    const char *path, *word, *title, *date;
} scenarios[] = {
    {"tests/screens/example.yaml", "example", "title=Two drafts, an example", "date=2016-10-08"},
    {"tests/screens/procedure.yaml", "procedure", "title=Motions and procedure", ""},
    {"tests/screens/example.yaml", "accents", "title=\"Accents: C\u00f4te d'Ivoire, \u4e2d\u6587\"",
     "date=2016-01-21"},
    {"tests/screens/example.yaml", "jerusalem", "title=Jerusalem and a thousand days",
     "date=2016-08-20"},
    {"tests/screens/example.yaml", "long-title",
     "title=A title that is far too long for any list of titles, whatever the size of the terminal",
     "date=2016-03-26"},
    {"tests/screens/example.yaml", "sixth", "title=The sixth", "date=2016-01-06"},
    {"tests/screens/example.yaml", "seventh", "title=The seventh", "date=2016-01-07"},
    {"tests/screens/example.yaml", "eighth", "title=The eighth", "date=2016-01-08"},
    {"tests/screens/example.yaml", "ninth", "title=The ninth", "date=2016-01-09"},
    {"tests/screens/example.yaml", "tenth", "title=The tenth", "date=2016-01-10"},
    {"tests/screens/example.yaml", "eleventh", "title=The eleventh", "date=2016-01-11"},
    {"tests/screens/example.yaml", "twelfth", "title=The twelfth", "date=2016-01-12"},
};

enum { SCENARIOS = sizeof scenarios / sizeof *scenarios, MOST = 64 };

static const char mistaken[] = "veto: 1\ntitle: My own\nmembres: {RUS: {firm: true}}\n"
                               "date: 2016-10-32\ndrafts: {d: {title: D}}\n";

static struct {
    struct arena arena;
    struct veto_scenario *loaded[SCENARIOS];
    struct veto_history *history;
    struct veto_diagnostics *mistakes;
    struct entry entries[MOST];
    struct catalogue all;
} shop;

static struct veto_scenario *load(size_t index) {
    const char *overrides[] = {scenarios[index].title, scenarios[index].date};
    return scenario_of_file(scenarios[index].path, overrides, *overrides[1] ? 2 : 1);
}

static void add(struct entry entry) {
    ck_assert_uint_lt(shop.all.count, MOST);
    shop.entries[shop.all.count++] = entry;
}

/* u: an unfinished session, f: files, v: votes, s: what ships. */
static void add_entries(const char *which) {
    shop.all = (struct catalogue){.entries = shop.entries};
    if (strchr(which, 'u'))
        add(entry_of_scenario(&shop.arena, SHELF_UNFINISHED, "lesson.session", shop.loaded[0]));
    if (strchr(which, 'f'))
        add(entry_of_scenario(&shop.arena, SHELF_FILES, "mine.yaml", shop.loaded[1]));
    if (strchr(which, 'f'))
        add(entry_of_mistakes(&shop.arena, SHELF_FILES, "mistaken.yaml", shop.mistakes));
    for (size_t i = 0; strchr(which, 'v') && i < shop.history->count; i++)
        add(entry_of_vote(&shop.arena, &shop.history->votes[i]));
    for (size_t i = 0; strchr(which, 's') && i < SCENARIOS; i++)
        add(entry_of_scenario(&shop.arena, SHELF_SHIPPED, scenarios[i].word, shop.loaded[i]));
}

static void open_shop(const char *which) {
    struct veto_text text = {"mistaken.yaml", mistaken, strlen(mistaken)};
    struct veto_scenario *none = NULL;
    for (size_t i = 0; i < SCENARIOS; i++)
        shop.loaded[i] = load(i);
    shop.mistakes = veto_diagnostics_new();
    ck_assert_int_eq(veto_scenario_load(&none, shop.mistakes, &text, NULL, 0), VETO_INPUT);
    shop.history = read_path("tests/history/sciencespo.csv");
    add_entries(which);
}

static void close_shop(void) {
    for (size_t i = 0; i < SCENARIOS; i++)
        veto_scenario_free(shop.loaded[i]);
    veto_history_free(shop.history);
    veto_diagnostics_free(shop.mistakes);
    arena_free(&shop.arena);
}

/* ---- frames ---- */

static struct arena arena;

static struct frame *draw(struct browser *browser) {
    struct frame *frame = browser_frame(&arena, browser);
    *browser = browser_settle(*browser, &frame->reach);
    return frame;
}

static char *frame_of(struct browser *browser) {
    return frame_text(&arena, draw(browser));
}

/* Keys as characters: ~ ^ > < as arrows, ] [ as pages, { } as Home and End, ! as Enter, | as
 * Backspace, $ as Esc. */
static struct browser press_all(struct browser browser, const char *keys) {
    static const char names[] = "~^><][{}!|$";
    static const uint32_t presses[] = {PRESS_DOWN,      PRESS_UP,        PRESS_RIGHT, PRESS_LEFT,
                                       PRESS_PAGE_DOWN, PRESS_PAGE_UP,   PRESS_HOME,  PRESS_END,
                                       PRESS_ENTER,     PRESS_BACKSPACE, PRESS_ESCAPE};
    uint32_t code;
    frame_of(&browser);
    for (size_t bytes; *keys; keys += bytes) {
        bytes = text_decode(keys, strlen(keys), &code);
        const char *name = code < 0x80 ? strchr(names, (int)code) : NULL;
        browser = browser_press(browser, name ? presses[name - names] : code);
        frame_of(&browser);
        arena_free(&arena);
    }
    return browser;
}

/* What a record holds is shown; what a class sees of it, tests/test_told.c holds. */
static struct browser opened(struct browser browser) {
    browser.open = true;
    return browser;
}

static struct browser start(int columns, int rows) {
    return opened(browser_start(&shop.all, CHARSET_UTF8, browser_size(columns, rows)));
}

static const struct screen {
    const char *name, *which, *keys;
    int columns, rows;
    enum charset charset;
} screens[] = {
    {"browser-80x24", "s", "", 80, 24, CHARSET_UTF8},
    {"browser-200x60", "ufvs", "~~", 200, 60, CHARSET_UTF8},
    {"browser-read-on-80x24", "s", ">", 80, 24, CHARSET_UTF8},
    {"browser-searched-80x24", "ufvs", "c\u00d4te i", 80, 24, CHARSET_UTF8},
    {"browser-nothing-80x24", "s", "xyz", 80, 24, CHARSET_UTF8},
    {"browser-votes-80x24", "vs", "2016 ", 80, 24, CHARSET_UTF8},
    {"browser-vote-80x24", "vs", "vetoed by rus", 80, 24, CHARSET_UTF8},
    {"browser-inferred-120x40", "vs", "90002", 120, 40, CHARSET_UTF8},
    {"browser-no-roll-call-80x24", "vs", "without a vote!", 80, 24, CHARSET_UTF8},
    {"browser-hidden-80x24", "vs", "846", 80, 24, CHARSET_UTF8},
    {"browser-mistakes-120x40-ascii", "fs", "~!", 120, 40, CHARSET_ASCII},
    {"browser-help-80x24", "s", "?", 80, 24, CHARSET_UTF8},
    {"browser-small-49x24", "s", "", 49, 24, CHARSET_UTF8},
};

START_TEST(frames_as_text) {
    const struct screen *screen = &screens[_i];
    char path[128];
    open_shop(screen->which);
    struct browser browser = start(screen->columns, screen->rows);
    browser.charset = screen->charset;
    browser.open = strstr(screen->name, "hidden") == NULL;
    browser = press_all(browser, screen->keys);
    snprintf(path, sizeof path, "tests/screens/%s.txt", screen->name);
    golden_compare(path, frame_of(&browser));
    arena_free(&arena);
    close_shop();
}
END_TEST

/* ---- where keys lead ---- */

static const struct {
    const char *keys, *selected; /* the word of the entry; NULL: none */
    const char *typed, *notice;
    bool chosen, quit;
} presses[] = {
    {"", "example", "", NULL, false, false},
    {"!", "example", "", NULL, true, false},
    {"~", "procedure", "", NULL, false, false},
    {"^", "example", "", NULL, false, false},
    {"~~~^!", "accents", "", NULL, true, false},
    {"}", "twelfth", "", NULL, false, false},
    {"}~", "twelfth", "", NULL, false, false},
    {"}{", "example", "", NULL, false, false},
    {"]", "ninth", "", NULL, false, false},
    {"]][", "jerusalem", "", NULL, false, false},
    {"seven", "seventh", "seven", NULL, false, false},
    {"seven!", "seventh", "seven", NULL, true, false},
    {"2016-01", "accents", "2016-01", NULL, false, false}, /* the first that matches */
    {"2016-01~", "sixth", "2016-01", NULL, false, false},
    {"2016-01}", "twelfth", "2016-01", NULL, false, false},
    {"2016-01}{", "accents", "2016-01", NULL, false, false},
    {"2016-01}-1", "tenth", "2016-01-1", NULL, false, false},
    {"2016-01 te", "tenth", "2016-01 te", NULL, false, false},
    {"seven$", "seventh", "", NULL, false, false},     /* and what is round it */
    {"seven$ten", "tenth", "ten", NULL, false, false}, /* nothing of it is left */
    {"seven$$", "seventh", "", NULL, false, true},
    {"$", "example", "", NULL, false, true},
    {"q", NULL, "q", NULL, false, false}, /* a letter like any other */
    {"q|", "example", "", NULL, false, false},
    {"|", "example", "", NULL, false, false},
    {"zzz!", NULL, "zzz", "nothing matches: Esc clears the search", false, false},
    {"zzz~^][{}", NULL, "zzz", NULL, false, false},
    {"zzz$", "example", "", NULL, false, false},
    {" ", "example", "", "Enter plays what is selected; letters search", false, false},
    {"COTE D'I", "accents", "COTE D'I", NULL, false, false},
    {"c\u00f4te", "accents", "c\u00f4te", NULL, false, false},
    {"cot\u00ea", "accents", "cot\u00ea", NULL, false, false},
    {"acc\u00ea|", "accents", "acc", NULL, false, false},
    {"acce\u0302|", "accents", "acc", NULL, false, false}, /* a letter and what is on it */
    {"\u4e2d", "accents", "\u4e2d", NULL, false, false},
    {"usa", NULL, "usa", NULL, false, false}, /* not within Jerusalem or thousand */
    {"2016-08", "jerusalem", "2016-08", NULL, false, false},
    {"august 2016", "jerusalem", "august 2016", NULL, false, false},
    {"?", "example", "", NULL, false, false},
    {"?~", "example", "", NULL, false, false},
    {"?$", "example", "", NULL, false, false},
    {"?q", "example", "", NULL, false, true},
    {"seven?", "seventh", "seven", NULL, false, false},
};

START_TEST(keys_lead_somewhere) {
    open_shop("s");
    struct browser browser = press_all(start(80, 24), presses[_i].keys);
    const char *word =
        browser.selected == shop.all.count ? NULL : shop.all.entries[browser.selected].word;
    ck_assert_pstr_eq(word, presses[_i].selected);
    ck_assert_str_eq(browser.typed, presses[_i].typed);
    ck_assert_pstr_eq(browser.notice, presses[_i].notice);
    ck_assert_int_eq(browser.chosen, presses[_i].chosen);
    ck_assert_int_eq(browser.quit, presses[_i].quit);
    close_shop();
}
END_TEST

/* ---- what a search finds among recorded votes ---- */

static const struct {
    const char *typed;
    size_t matches;
    const char *first; /* symbol */
} finds[] = {
    {"2016 vetoed", 3, "S/2016/846"},
    {"vetoed 2016", 3, "S/2016/846"},
    {"vetoed by rus", 2, "S/2016/846"},
    {"vetoed by russia", 2, "S/2016/846"},
    {"vetoed by usa", 0, NULL},
    {"vetoed by middle", 0, NULL}, /* which stands in the title */
    {"vetoed by soviet", 0, NULL}, /* not in 2016 */
    {"vetoed by", 2, "S/2016/846"},
    {"2016 vetoed by  rus 846", 1, "S/2016/846"},
    {"vetoed by rus vetoed by russian", 2, "S/2016/846"},
    {"vetoed by rus vetoed by chn", 0, NULL},
    {"VETOED BY Rus", 2, "S/2016/846"},
    {"no:usa 847", 1, "S/2016/847"},
    {"abstain:chn", 2, "S/2016/846"},
    {"yes:ven", 3, "S/2016/847"}, /* and not the one without a date */
    {"2016-10-08", 2, "S/2016/847"},
    {"without", 1, "S/RES/90001(2016)"},
    {"scr 90001", 1, "S/RES/90001(2016)"},
    {"resolution 90002 (2016)", 1, "S/RES/90002(2016)"},
    {"8 october 2016", 2, "S/2016/847"},
    {"2016-10", 2, "S/2016/847"},
    {"08/10/2016", 2, "S/2016/847"},
    {"October 8, 2016", 2, "S/2016/847"},
    {"s / 2016 / 846", 1, "S/2016/846"},
    {"greece", 1, "S/RES/90002(2016)"},
    {"yes:esp 2016-03-02", 1, "S/RES/90002(2016)"}, /* which stands under Greece */
    {"yes:grc", 0, NULL},
    {"Naïve", 0, NULL},
};

static size_t matches_of(const struct browser *browser) {
    struct finder finder = browser_finder(browser);
    size_t count = 0;
    for (size_t i = finder_next(&finder, 0); i < shop.all.count; i = finder_next(&finder, i + 1))
        count++;
    return count;
}

START_TEST(votes_are_found) {
    open_shop("v");
    struct browser browser = press_all(start(80, 24), finds[_i].typed);
    ck_assert_uint_eq(matches_of(&browser), finds[_i].matches);
    if (finds[_i].first)
        ck_assert_str_eq(shop.all.entries[browser.selected].word, finds[_i].first);
    else
        ck_assert_uint_eq(browser.selected, shop.all.count);
    close_shop();
}
END_TEST

/* ---- what cannot be played ---- */

START_TEST(what_cannot_be_played_says_why) {
    static const struct {
        const char *keys, *notice;
    } closed[] = {
        {"mistaken!", "it has 2 mistakes; 'veto check' shows all that is wrong"},
        {"90001!", "there is no roll call to play: it was adopted without a vote, and there are no "
                   "ballots"},
        {"90004!", "there is no roll call to play: not all ballots are on record"},
        {"no such day!", "there is no roll call to play: no Council is known for its date"},
    };
    open_shop("fvs");
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        struct browser browser = press_all(start(80, 24), closed[i].keys);
        ck_assert(!browser.chosen);
        ck_assert_pstr_eq(browser.notice, closed[i].notice);
        browser.open = false;
        browser = press_all(browser, "!");
        ck_assert_pstr_eq(browser.notice, i ? "there is no roll call to play" : closed[i].notice);
        ck_assert(press_all(browser, "$").notice == NULL);
    }
    close_shop();
}
END_TEST

/* ---- clicks ---- */

START_TEST(a_click_selects_and_another_plays) {
    open_shop("s");
    struct browser browser = browser_act(start(80, 24), ACTION_ENTRY, 4);
    ck_assert_uint_eq(browser.selected, 4);
    ck_assert(!browser.chosen);
    size_t top = browser.top;
    browser = browser_act(browser, ACTION_ENTRY, 4);
    ck_assert(browser.chosen);
    ck_assert_uint_eq(browser.top, top); /* it does not move away under the pointer */
    ck_assert_uint_eq(browser_act(browser, ACTION_ENTRY, 99).selected, 4);
    ck_assert(!browser_act(browser, ACTION_ENTRY, -1).chosen);
    close_shop();
}
END_TEST

/* ---- the frame holds what the state says ---- */

static size_t listed(const struct frame *frame, const struct browser *browser) {
    struct area list = browser_layout(browser->size.columns, browser->size.rows).list;
    size_t count = 0;
    for (int row = list.row; row < list.row + list.rows; row++) {
        bool blank = true;
        for (int column = list.column; column < list.column + list.columns; column++)
            blank = blank && frame->cells[row * frame->columns + column].bytes[0] == ' ';
        count += !blank;
    }
    return count;
}

/* What is selected matches, is on screen, and the cursor is on it; and the list is as full as it
 * can be. */
static void check(struct browser *browser) {
    struct frame *frame = draw(browser);
    struct area list = browser_layout(browser->size.columns, browser->size.rows).list;
    struct finder finder = browser_finder(browser);
    enum view view = browser_view(browser);
    check_frame(frame, browser->size.columns, browser->size.rows);
    ck_assert_uint_le(browser->selected, shop.all.count);
    ck_assert_int_eq(browser->selected == shop.all.count,
                     finder_next(&finder, 0) == shop.all.count);
    ck_assert_int_ge(browser->scroll, browser->reach.least);
    ck_assert_int_le(browser->scroll, browser->reach.most);
    if (browser->selected < shop.all.count)
        ck_assert_uint_eq(finder_next(&finder, browser->selected), browser->selected);
    if (!(view & (VIEW_BROWSE | VIEW_SEARCH)) || browser->selected == shop.all.count) {
        ck_assert_int_eq(frame->cursor_row, -1);
        return;
    }
    ck_assert_int_ge(frame->cursor_row, list.row);
    ck_assert_int_lt(frame->cursor_row, list.row + list.rows);
    if (finder_previous(&finder, browser->top) < shop.all.count) /* there is more above */
        ck_assert_uint_ge(listed(frame, browser), (size_t)list.rows - 1);
}

static uint32_t draw_number(uint32_t *counter, uint32_t below) {
    uint32_t at[4] = {(*counter)++, 0, 0, 0};
    return philox(5, at).word[0] % below;
}

static uint32_t draw_key(uint32_t *counter) {
    static const uint32_t letters[] = {'t', 'h', 'e', ' ', '2', 's', 0xE9, 0x4E2D, 0x301, 0x202E};
    uint32_t pick = draw_number(counter, 4);
    if (pick == 0)
        return letters[draw_number(counter, sizeof letters / sizeof *letters)];
    if (pick == 1)
        return draw_number(counter, 0x80);
    return PRESS_ENTER + draw_number(counter, PRESS_TICK - PRESS_ENTER + 1);
}

START_TEST(any_keys_at_any_size) {
    static const char *const which[] = {"ufvs", "s", "v"};
    open_shop(which[_i]);
    uint32_t counter = (uint32_t)_i << 20;
    struct browser browser = start(80, 24);
    for (int i = 0; i < 4000; i++) {
        uint32_t chance = draw_number(&counter, 40);
        if (chance < 3)
            browser = browser_resize(browser, browser_size((int)draw_number(&counter, 200) + 1,
                                                           (int)draw_number(&counter, 70) + 1));
        if (chance == 3)
            browser.charset = browser.charset == CHARSET_UTF8 ? CHARSET_ASCII : CHARSET_UTF8;
        if (chance == 4)
            browser = browser_act(browser, ACTION_UNTYPE, 1);
        if (chance == 5)
            browser.help = false;
        browser = browser_press(browser, draw_key(&counter));
        browser.quit = false;
        check(&browser);
        arena_free(&arena);
    }
    close_shop();
}
END_TEST

/* A search is full at some time, and nothing is cut in half then. */
START_TEST(a_search_has_an_end) {
    open_shop("s");
    struct browser browser = start(80, 24);
    for (int i = 0; i < 100; i++)
        browser = browser_press(browser, 0x4E2D);
    ck_assert_uint_eq(strlen(browser.typed), (BROWSER_TYPED - 1) / 3 * 3);
    ck_assert_str_eq(browser.notice, "that is as long as a search can be");
    check(&browser);
    arena_free(&arena);
    for (int i = 0; i < 100; i++)
        browser = browser_press(browser, PRESS_BACKSPACE);
    ck_assert_str_eq(browser.typed, "");
    close_shop();
}
END_TEST

/* An empty catalogue is no reason to fall over. */
START_TEST(nothing_to_choose_from) {
    open_shop("");
    ck_assert_uint_eq(shop.all.count, 0);
    struct browser browser = press_all(start(80, 24), "~^][{}!s|$");
    ck_assert(browser.quit);
    check(&browser);
    arena_free(&arena);
    close_shop();
}
END_TEST

/* ---- the table of keys ---- */

START_TEST(no_key_means_two_things) {
    static const unsigned views[] = {VIEW_BROWSE, VIEW_SEARCH};
    for (size_t v = 0; v < 2; v++)
        for (size_t i = 0; i < key_binding_count; i++)
            for (int k = 0; key_at(&key_bindings[i], k) != PRESS_NONE; k++) {
                uint32_t key = key_at(&key_bindings[i], k);
                int argument;
                if (!(key_bindings[i].views & views[v]))
                    continue;
                ck_assert_msg(key < 'A' || key > 0x10FFFF, "%s is a letter", key_bindings[i].keys);
                ck_assert_int_eq(key_action((enum view)views[v], key, &argument),
                                 key_bindings[i].action);
                ck_assert_int_eq(argument, key_bindings[i].argument);
            }
}
END_TEST

START_TEST(help_is_complete) {
    open_shop("s");
    struct browser browser =
        press_all(browser_start(&shop.all, CHARSET_ASCII, browser_size(200, 100)), "?");
    const char *text = frame_of(&browser);
    for (size_t i = 0; i < key_binding_count; i++)
        if (key_bindings[i].views & (VIEW_BROWSE | VIEW_SEARCH)) {
            ck_assert_msg(strstr(text, key_help(&arena, &key_bindings[i])) != NULL, "%s",
                          key_bindings[i].keys);
            ck_assert_msg(strstr(text, key_bindings[i].help) != NULL, "%s", key_bindings[i].help);
        }
    arena_free(&arena);
    close_shop();
}
END_TEST

static const struct suite_entry entries[] = {
    {frames_as_text, sizeof screens / sizeof *screens},
    {keys_lead_somewhere, sizeof presses / sizeof *presses},
    {votes_are_found, sizeof finds / sizeof *finds},
    {what_cannot_be_played_says_why, 0},
    {a_click_selects_and_another_plays, 0},
    {any_keys_at_any_size, 3},
    {a_search_has_an_end, 0},
    {nothing_to_choose_from, 0},
    {no_key_means_two_things, 0},
    {help_is_complete, 0},
};

SUITE("browser", entries)
