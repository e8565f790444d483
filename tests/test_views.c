/* The views beside the chamber: frames as text at every size, and what their keys do. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "on_screen.h"
#include "view/letters.h"
#include "view/parts.h"

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

static const struct {
    const char *name, *path, *keys;
} screens[] = {
    {"drafts-to-come", EXAMPLE, "d"},
    {"drafts-shown", EXAMPLE, "2 d"},
    {"drafts-procedure", PROCEDURE, "Hd"},
    {"drafts-amendment", PROCEDURE, "Gd3"},
    {"debate", EXAMPLE, "2D"},
    {"debate-roll-call", EXAMPLE, "1....D"},
    {"compare", EXAMPLE, "2 C"},
    {"compare-changed", EXAMPLE, "1 waC"},
    {"compare-hidden", EXAMPLE, "1...C}"},
    {"compare-not-put", PROCEDURE, "GC7"},
    {"large-title", EXAMPLE, "L"},
    {"large-long-title", "scenarios/ukraine-2022.yaml", "L"},
    {"large-statement", EXAMPLE, "L  "},
    {"large-person", EXAMPLE, "L   "},
    {"large-question", EXAMPLE, "L     "},
    {"large-put", EXAMPLE, "L1"},
    {"large-roll-call", EXAMPLE, "L1........"},
    {"large-vetoed", EXAMPLE, "L1 "},
    {"large-failed", EXAMPLE, "L2 "},
    {"large-not-put", EXAMPLE, "L3"},
    {"large-without-vote", PROCEDURE, "L7"},
    {"large-end", EXAMPLE, "LG"},
    {"large-happening", EXAMPLE, "L    "},
    {"large-happening-after", "scenarios/admission-1955.yaml", "L1  "},
    {"large-not-participating", "scenarios/hungary-1956.yaml", "L1..........."},
    {"large-absent", "scenarios/korea-1950.yaml", "L1........"},
    {"large-obligation", PROCEDURE, "L1............"},
    {"member", EXAMPLE, "1 w^^^^^"},
};

/* Each at one of the sizes; what holds at all of them, test_frames.c has. */
START_TEST(frames_as_text) {
    size_t size = (size_t)_i % (sizeof sizes / sizeof *sizes);
    char path[128];
    open_desk(screens[_i].path, NULL, 0);
    struct state state = press_all(
        start(sizes[size].columns, sizes[size].rows, sizes[size].charset), screens[_i].keys);
    snprintf(path, sizeof path, "tests/screens/%s-%s.txt", screens[_i].name, sizes[size].suffix);
    golden_compare(path, frame_of(&state));
    close_desk();
}
END_TEST

/* ---- the legend ---- */

/* Every sign that stands at a seat is explained, and none that does not. */
START_TEST(the_legend_is_whole) {
    static const char *const given[] = {
        "drafts.first.ballots={CHN: absent, EGY: not_participating}"};
    open_desk(EXAMPLE, given, 1);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct state state =
            press_all(start(sizes[i].columns, sizes[i].rows, sizes[i].charset), "1 ");
        ck_assert(strstr(frame_of(&state), "not participating  x   absent") != NULL);
        if (i == 0)
            golden_compare("tests/screens/legend-80x24.txt", frame_of(&state));
    }
    close_desk();
}
END_TEST

START_TEST(no_veto_is_explained_where_there_is_none) {
    open_example();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct state state =
            press_all(start(sizes[i].columns, sizes[i].rows, sizes[i].charset), "1 ");
        ck_assert(strstr(frame_of(&state), "has the veto") != NULL);
        state = press_all(press_all(state, "!"), "{}");
        ck_assert(strstr(frame_of(&state), "has the veto") == NULL);
        press_all(state, "X");
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
        {"d\x01", 2, NULL},
        {"d\x01\x02", 0, NULL},
        {"d_?\033", 1, NULL}, /* the help lies over it */
        {"d_c\033", 1, NULL},
    };
    for (size_t i = 0; i < sizeof picks / sizeof *picks; i++) {
        open_example();
        struct state state = press_all(start(80, 24, CHARSET_UTF8), picks[i].keys);
        ck_assert_int_eq(state_view(&state), VIEW_DRAFTS);
        ck_assert_int_eq(pick_draft(&state), picks[i].draft);
        ck_assert_pstr_eq(state.notice, picks[i].notice);
        close_desk();
    }
}
END_TEST

/* One whose number has two digits is typed, in the meeting and where drafts are looked at. */
START_TEST(drafts_beyond_nine_are_reached) {
    static const struct {
        const char *keys;
        enum view view;
        int draft;
        const char *notice; /* or NULL */
    } picks[] = {
        {"#12\n", VIEW_MEETING, 11, NULL},
        {"2 #10\n", VIEW_MEETING, 9, NULL},
        {"1w#11\n", VIEW_WHY, 10, NULL},
        {"#3\n", VIEW_MEETING, 2, NULL},
        {"1#13\n", VIEW_MEETING, 0, "there is no draft of that number"},
        {"1#0\n", VIEW_MEETING, 0, "there is no draft of that number"},
        {"1#-1\n", VIEW_MEETING, 0, "there is no draft of that number"},
        {"1#18446744073709551617\n", VIEW_MEETING, 0, "there is no draft of that number"},
        {"d#12\n", VIEW_DRAFTS, 11, NULL},
        {"d#13\n", VIEW_DRAFTS, 0, "there is no draft of that number"},
        {"1 C(C#10\n", VIEW_COMPARE, 9, NULL},
    };
    open_desk(TWELVE, NULL, 0);
    for (size_t i = 0; i < sizeof picks / sizeof *picks; i++) {
        struct state state = press_all(start(80, 24, CHARSET_UTF8), picks[i].keys);
        ck_assert_int_eq(state_view(&state), picks[i].view);
        ck_assert_int_eq(picks[i].view & VIEWS_OF(HAS_DRAFT) ? pick_draft(&state)
                                                             : state_draft(&state),
                         picks[i].draft);
        ck_assert_pstr_eq(state.notice, picks[i].notice);
    }
    close_desk();
}
END_TEST

/* The bar tells so where a digit does not reach them all. */
START_TEST(the_number_is_offered_beyond_nine) {
    open_desk(TWELVE, NULL, 0);
    struct state state = press_all(start(200, 60, CHARSET_UTF8), "1");
    ck_assert(shows(&state, "1-9 draft  # number"));
    state = press_all(state, "#");
    ck_assert(shows(&state, "Draft: "));
    ck_assert(shows(&state, "its number, as in 12"));
    state = press_all(state, "\033d");
    ck_assert(shows(&state, "# number"));
    close_desk();
    open_example();
    state = press_all(start(200, 60, CHARSET_UTF8), "1");
    ck_assert(shows(&state, "1-9 draft  w why"));
    close_desk();
}
END_TEST

/* Of many names that Tab finds, the first are told, and how many more there are. */
START_TEST(many_names_are_counted) {
#define LONG(draft) "drafts." draft "_whose_name_is_longer_than_most={title: Another}"
    static const char *const given[] = {LONG("a"), LONG("b"), LONG("c"), LONG("d")};
    open_desk(TWELVE, given, 4);
    struct state state = press_all(start(80, 24, CHARSET_UTF8), ":drafts.t\t");
    ck_assert(shows(&state, "For 'drafts.t' there are third, tenth and twelfth"));
    state = press_all(start(200, 60, CHARSET_UTF8), ":drafts.\t");
    ck_assert(shows(&state, "twelfth, a_whose_name_is_longer_than_most, "
                            "b_whose_name_is_longer_than_most and 2 more"));
    close_desk();
}
END_TEST

START_TEST(enter_goes_to_the_vote) {
    open_example();
    for (int draft = 0; draft < 3; draft++) {
        char keys[] = "d1\n";
        keys[1] = (char)('1' + draft);
        struct state state = press_all(start(80, 24, CHARSET_UTF8), keys);
        ck_assert_int_eq(state_view(&state), VIEW_MEETING);
        const struct veto_event *event = state_event(&state);
        ck_assert_int_eq(event->draft, draft);
        ck_assert_int_eq(event->kind, draft < 2 ? VETO_EVENT_PUT : VETO_EVENT_NOT_PUT);
    }
    close_desk();
}
END_TEST

/* A name that is too long for the list is its symbol there, and whole beside it. */
START_TEST(long_names_are_symbols) {
    open_desk("scenarios/settlements-2016.yaml", NULL, 0);
    struct state state = press_all(start(80, 24, CHARSET_ASCII), "d");
    ck_assert(shows(&state, "1  S/2016/1100 "));
    ck_assert(!shows(&state, "(settlemen.") && !shows(&state, "(settlements) "));
    ck_assert(shows(&state, "Draft S/2016/1100"));
    state = press_all(start(120, 40, CHARSET_ASCII), "d");
    ck_assert(shows(&state, "1  S/2016/1100 (settlements)"));
    close_desk();
}
END_TEST

/* What a vote came to is not told before it is shown in the meeting. */
START_TEST(drafts_give_nothing_away) {
    open_example();
    struct state state = press_all(start(200, 60, CHARSET_UTF8), "1...............d");
    ck_assert(!shows(&state, "vetoed 11-2-2"));
    ck_assert(!shows(&state, "owing to"));
    ck_assert(shows(&state, "Leanings"));
    state = press_all(state, " ");
    ck_assert(shows(&state, "Draft S/2016/1 (first): vetoed 11-2-2"));
    ck_assert(shows(&state, "owing to"));
    ck_assert(shows(&state, "Against (2): the Russian Federation and Venezuela"));
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
        shows(&state, "procedural if the preliminary question, draft 'preliminary', is adopted"));
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
    open_example();
    struct state state = press_all(start_open(120, 24, CHARSET_UTF8), "  D");
    ck_assert_int_eq(state_view(&state), VIEW_DEBATE);
    ck_assert(shows(&state, "Egypt moves a little towards the draft.\n"));
    state = press_all(state, "I");
    ck_assert(shows(&state, "Egypt moves a little towards the draft (0.70 to 0.76)"));
    ck_assert(shows(&state, "(openness 0.50, tie 0.40, speaker at"));
    state = press_all(state, "  ");
    ck_assert(shows(
        &state,
        "Egypt moves away from draft S/2016/1 (first), and now leans in favour (0.76 to 0.66)"));
    ck_assert(shows(&state, "(stated:"));
    state = press_all(state, "v ");
    ck_assert(!shows(&state, "Played so: "));
    state = press_all(state, "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
    ck_assert(shows(&state, "Played so: "));
    state = press_all(state, "{");
    ck_assert_int_eq(state_event(&state)->kind, VETO_EVENT_PUT);
    state = press_all(state, "D");
    ck_assert_int_eq(state_view(&state), VIEW_MEETING);
    ck_assert(!shows(&state, "openness"));
    close_desk();
}
END_TEST

/* ---- two runs ---- */

/* Which runs there are, and how Tab goes round them. */
START_TEST(tab_goes_round_the_pairs) {
    static const struct {
        const char *path, *keys, *title;
    } pairs[] = {
        {EXAMPLE, "GC", "The model and the record"},
        {EXAMPLE, "mGC", "The model and the record"}, /* as recorded */
        {EXAMPLE, "mmGC", "The draw and the record, 1 of 2"},
        {EXAMPLE, "mmGC\t", "The model and the draw, 2 of 2"},
        {EXAMPLE, "mmGC\t\t", "The draw and the record, 1 of 2"},
        {EXAMPLE, "mmGC\b", "The model and the draw, 2 of 2"},
        {EXAMPLE, "(GC", "Before the changes and now, 1 of 2"},
        {EXAMPLE, "(GC\t", "The model and the record, 2 of 2"},
        {EXAMPLE, "(M(GC", "At the mark and now, 1 of 2"},
        {EXAMPLE, "(GCu", "The model and the record"},
        /* There is no record. */
        {"scenarios/iraq-2003.yaml", "mGC", "The model and the draw"},
        {"scenarios/iraq-2003.yaml", "(GC", "Before the changes and now"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        open_desk(pairs[i].path, NULL, 0);
        struct state state = press_all(start(120, 40, CHARSET_UTF8), pairs[i].keys);
        ck_assert_msg(shows(&state, pairs[i].title), "%s after %s:\n%s", pairs[i].title,
                      pairs[i].keys, frame_of(&state));
        close_desk();
    }
    open_example();
    struct state state = press_all(start(80, 24, CHARSET_UTF8), "GC\t");
    ck_assert_str_eq(state.notice,
                     "there are no other runs to compare: m draws one, a change makes one");
    close_desk();
}
END_TEST

/* Where there is nothing to compare with, the bar and the help do not offer it, and the key says
 * what is missing. */
START_TEST(comparing_is_offered_where_it_works) {
    static const char none[] =
        "there is no other run to compare with yet: m draws one, a change makes one";
    open_desk("scenarios/iraq-2003.yaml", NULL, 0);
    struct state state = press_all(start(200, 60, CHARSET_UTF8), "G");
    ck_assert(shows(&state, "D debate  W power"));
    state = press_all(state, "C");
    ck_assert_str_eq(state.notice, none);
    ck_assert_int_eq(state_view(&state), VIEW_MEETING);
    state = press_all(state, "(\033"); /* the notice goes */
    ck_assert(shows(&state, "D debate  C compare  W power"));
    state = press_all(state, "C");
    ck_assert_int_eq(state_view(&state), VIEW_COMPARE);
    ck_assert(!shows(&state, "Tab runs"));
    state = press_all(state, "u");
    ck_assert(shows(&state, "There is no other run to compare with yet: m draws one, a change "
                            "makes one."));
    state = press_all(state, "\t");
    ck_assert_str_eq(state.notice, none);
    state = press_all(state, "?");
    ck_assert(!shows(&state, "compare two other runs"));
    state = press_all(state, "?C");
    ck_assert_int_eq(state_view(&state), VIEW_MEETING);
    close_desk();
    open_example();
    state = press_all(start(200, 60, CHARSET_UTF8), "(GC");
    ck_assert(shows(&state, "Tab runs"));
    close_desk();
}
END_TEST

/* Neither run is told before the meeting has shown the result. */
START_TEST(comparing_gives_nothing_away) {
    open_example();
    struct state state = press_all(start(120, 40, CHARSET_UTF8), "1...............C");
    ck_assert(!shows(&state, "Y+") && !shows(&state, "N-") && !shows(&state, "11-2-2"));
    ck_assert(shows(&state, "Its result has not been shown yet"));
    state = press_all(state, " ");
    ck_assert(shows(&state, "All 15 ballots are the same."));
    ck_assert(shows(&state, "The record: vetoed 11-2-2"));
    state = press_all(state, "}");
    ck_assert(!shows(&state, "4-9-2") && !shows(&state, "5-9-1"));
    state = press_all(state, "G");
    ck_assert(shows(&state, "14 of 15 ballots are the same. Not the same:"));
    ck_assert(shows(&state, "The model: failed 4-9-2"));
    ck_assert(shows(&state, "The record: failed 5-9-1"));
    close_desk();
}
END_TEST

/* What is on record stays so, whatever ballots and rules are changed by hand. */
START_TEST(the_record_is_not_changed) {
    open_example();
    struct state state = press_all(start(200, 60, CHARSET_UTF8), "1 wa!C");
    ck_assert(shows(&state, "Now: adopted 11-1-3"));
    ck_assert(shows(&state, "Before the changes: vetoed 11-2-2"));
    state = press_all(state, "\t");
    ck_assert(shows(&state, "14 of 15 ballots are the same. Not the same:"));
    ck_assert(shows(&state, "The model: adopted 11-1-3"));
    ck_assert(shows(&state, "The record: vetoed 11-2-2"));
    ck_assert(shows(&state, "By the rules as they were,"));
    close_desk();
}
END_TEST

/* The members that differ are marked with a sign, and only they. */
START_TEST(what_differs_is_marked) {
    open_example();
    struct state state = press_all(start(80, 24, CHARSET_ASCII), "GC2");
    int marks = 0;
    for (const char *at = frame_of(&state); (at = strstr(at, " !  |")); at++)
        marks++;
    ck_assert_int_eq(marks, 1);
    ck_assert(shows(&state, " Angola                A=     Y+  !  |"));
    close_desk();
}
END_TEST

/* At the end the summary says where there is something to compare, and only there. */
START_TEST(the_summary_points_to_it) {
    open_example();
    struct state state = press_all(start(120, 40, CHARSET_UTF8), "G");
    ck_assert(shows(&state, "C holds the two against each other"));
    close_desk();
    open_desk("scenarios/aleppo-2016.yaml", NULL, 0);
    state = press_all(start(200, 60, CHARSET_UTF8), "G");
    ck_assert(shows(&state, "all 15 ballots alike"));
    ck_assert(!shows(&state, "C holds the two against each other"));
    close_desk();
}
END_TEST

/* ---- the large layout ---- */

/* One key turns it on and off; everything else does what it does without it. */
START_TEST(large_changes_nothing_else) {
    open_example();
    static const char keys[] = "  1....  w.. wL..vL t. G{{{{";
    struct state plain = start(80, 24, CHARSET_UTF8), large = press_all(plain, "L");
    ck_assert(large.large && !plain.large);
    for (const char *key = keys; *key; key++) {
        char one[] = {*key, '\0'};
        plain = press_all(plain, one);
        large = press_all(large, one);
        ck_assert_uint_eq(plain.shown, large.shown);
        ck_assert_int_eq(state_view(&plain), state_view(&large));
    }
    ck_assert_str_ne(frame_of(&plain), frame_of(&large));
    plain = press_all(plain, "L");
    ck_assert(plain.large != large.large || strcmp(frame_of(&plain), frame_of(&large)) == 0);
    close_desk();
}
END_TEST

/* Esc goes back by one: from a view that lies over it to the large words, and from these to all. */
START_TEST(esc_leaves_the_large_words) {
    open_example();
    struct state state = press_all(start(80, 24, CHARSET_UTF8), "L1D");
    state = press_all(state, "\033");
    ck_assert(state.large && !state.overlay);
    state = press_all(state, "\033");
    ck_assert(!state.large);
    state = press_all(state, "\033");
    ck_assert(!state.large);
    close_desk();
}
END_TEST

/* What the letters say stands in words too; and the cursor goes there. */
START_TEST(large_letters_are_words_as_well) {
    static const struct {
        const char *keys, *words;
        bool floor;
    } pages[] = {
        {"L1.", "Draft S/2016/1 (first). Angola: abstaining", true},
        {"L1 ", "Draft S/2016/1 (first): vetoed", false},
        {"L2 ", "Draft S/2016/2 (second): failed", false},
        {"L3", "Draft 'third'", false},
        {"L  ", "France, on S/2016/1 (first)", true},
        {"L   ", "A person of note, Somebody's envoy", true},
        {"L     ", "For the class", false},
        {"L1", "The President puts draft S/2016/1 (first) to the vote", false},
        {"L1...", "9 needed, 12 still to vote", true},
    };
    open_example();
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct state state = press_all(start(80, 24, CHARSET_UTF8), pages[i].keys);
        struct shown shown = show(&state);
        ck_assert_msg(strstr(shown.text, pages[i].words) != NULL, "no '%s' in\n%s", pages[i].words,
                      shown.text);
        ck_assert_int_eq(shown.frame->cursor_row >= 0, pages[i].floor);
    }
    close_desk();
}
END_TEST

START_TEST(letters_fit_or_do_not) {
    struct frame *frame = frame_new(&arena, 80, 24, CHARSET_ASCII);
    struct letters letters;
    ck_assert(letters_fit(frame, "Côte d\u2019Ivoire", 80, 24, &letters));
    ck_assert_str_eq(letters.text, "COTE D'IVOIRE");
    ck_assert(letters_fit(frame, " a  \u5b89\u5168 b ", 80, 24, &letters));
    ck_assert_str_eq(letters.text, "A B"); /* what has no base letter drops out */
    ck_assert(!letters_fit(frame, "\u5b89\u5168", 80, 24, &letters));
    ck_assert(!letters_fit(frame, "", 80, 24, &letters));
    ck_assert(!letters_fit(frame, "Parliamentarians", 40, 24, &letters)); /* no word is broken */
    ck_assert(!letters_fit(frame, "Chad", 80, 4, &letters));
    ck_assert(letters_fit(frame, "II", 14, 5, &letters)); /* 3 + 1 + 3 dots, and no more */
    ck_assert(letters.dots.wide == 4 && letters.dots.high == 2 && letters.columns == 14);
    ck_assert(letters_fit(frame, "II", 13, 5, &letters));
    ck_assert(letters.dots.wide == 2 && letters.columns == 7 && letters.rows == 5);
    ck_assert(letters_at(frame, "I I I", (struct dots){4, 2}, 26, 11,
                         &letters)); /* two words to a line */
    ck_assert(letters.columns == 20 && letters.rows == 11);
    letters_draw(frame, area_part(frame_area(frame), 0, 0, 20, 24), STYLE_PLAIN, &letters, 0);
    ck_assert_int_eq(strncmp(frame_text(&arena, frame),
                             "######        ######\n  ##            ##\n  ##            ##\n"
                             "  ##            ##\n######        ######\n\n       ######\n",
                             107),
                     0);
    arena_free(&arena);
}
END_TEST

/* Every letter has as many rows of one length, and no two look the same. */
START_TEST(the_font_is_sound) {
    static const char must[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.'/* ";
    for (const char *letter = must; *letter; letter++)
        ck_assert_msg(font_glyph(*letter) != NULL, "no '%c'", *letter);
    for (int a = 1; a < 128; a++) {
        const struct glyph *glyph = font_glyph((char)a);
        for (int row = 0; glyph && row < GLYPH_ROWS; row++) {
            ck_assert_uint_eq(strlen(glyph->rows[row]), strlen(glyph->rows[0]));
            ck_assert_uint_eq(strspn(glyph->rows[row], "# "), strlen(glyph->rows[row]));
        }
        for (int b = 1; b < a; b++) {
            const struct glyph *other = font_glyph((char)b);
            bool same = glyph && other;
            for (int row = 0; same && row < GLYPH_ROWS; row++)
                same = strcmp(glyph->rows[row], other->rows[row]) == 0;
            ck_assert_msg(!same, "'%c' is '%c'", a, b);
        }
    }
}
END_TEST

/* ---- a member ---- */

/* What moved a member is told as far as the meeting has come, and once. */
START_TEST(a_member_has_a_profile) {
    static const char egypt[] = "w^^^^^";
    static const char first[] = "Egypt moves a little towards draft S/2016/1 (first)";
    open_example();
    struct state state = press_all(press_all(start_open(120, 60, CHARSET_UTF8), " "), egypt);
    ck_assert(shows(&state, "S/2016/1 (first): strongly in favour\n"));
    ck_assert(shows(&state, "Listens to     France in part"));
    ck_assert(shows(&state, "Is heard by    nobody"));
    ck_assert(shows(&state, "Nothing so far."));
    struct state hidden = press_all(press_all(state, "\033H"), "w");
    ck_assert(shows(&hidden, "On drafts whose result is to come this is hidden."));
    ck_assert(!shows(&hidden, "Nothing so far."));
    state = press_all(state, " ");
    ck_assert(shows(&state, "S/2016/1 (first): strongly in favour\n"));
    ck_assert(shows(&state, first));
    ck_assert(!shows(&state, "Something happens outside the chamber."));
    state = press_all(state, "  ");
    ck_assert(shows(&state, "Something happens outside the chamber."));
    state = press_all(state, "v ");
    ck_assert(shows(&state, "Why in favour"));
    ck_assert(shows(&state, "What has moved it on other drafts"));
    ck_assert(!shows(&state, first));
    close_desk();
}
END_TEST

/* A bloc, and who is firm. */
START_TEST(a_profile_knows_blocs) {
    static const char *const given[] = {"blocs={three: {members: [EGY, SEN, AGO], cohesion: 0.4}}",
                                        "members.EGY={firm: true}"};
    open_desk(EXAMPLE, given, 2);
    struct state state = press_all(start(120, 60, CHARSET_UTF8), " w^^^^^");
    ck_assert(shows(&state, "Openness       none: nothing that is said or happens moves it"));
    ck_assert(shows(&state, "Bloc           three, with Angola and Senegal; of one mind in part"));
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {frames_as_text, sizeof screens / sizeof *screens},
    {the_legend_is_whole, 0},
    {no_veto_is_explained_where_there_is_none, 0},
    {drafts_are_picked, 0},
    {drafts_beyond_nine_are_reached, 0},
    {the_number_is_offered_beyond_nine, 0},
    {many_names_are_counted, 0},
    {enter_goes_to_the_vote, 0},
    {long_names_are_symbols, 0},
    {drafts_give_nothing_away, 0},
    {a_preliminary_question_settles_the_question, 0},
    {the_debate_goes_on, 0},
    {tab_goes_round_the_pairs, 0},
    {comparing_is_offered_where_it_works, 0},
    {comparing_gives_nothing_away, 0},
    {the_record_is_not_changed, 0},
    {what_differs_is_marked, 0},
    {the_summary_points_to_it, 0},
    {large_changes_nothing_else, 0},
    {esc_leaves_the_large_words, 0},
    {large_letters_are_words_as_well, 0},
    {letters_fit_or_do_not, 0},
    {the_font_is_sound, 0},
    {a_member_has_a_profile, 0},
    {a_profile_knows_blocs, 0},
};

SUITE("views", entries)
