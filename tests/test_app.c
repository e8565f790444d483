/* The app as a hand moves it: scripts of keys and clicks, and the frames that they end on. */
#include "app_world.h"
#include "base/philox.h"

/* ---- frames as text ---- */

static const struct {
    const char *name, *script;
    int columns, rows;
    enum charset charset;
} screens[] = {
    {"prompt-80x24", "text: 1 w\ne\ntext: -0.3", 80, 24, CHARSET_UTF8},
    {"prompt-120x40", "/", 120, 40, CHARSET_UTF8},
    {"hidden-80x24", "1\ntext: wy", 80, 24, CHARSET_UTF8},
    {"hidden-odds-120x40", "text: 1 2o", 120, 40, CHARSET_UTF8},
    {"open-title-80x24", "H\nl\nh", 80, 24, CHARSET_UTF8},
};

START_TEST(frames_as_text) {
    char path[128];
    open_app(EXAMPLE, screens[_i].columns, screens[_i].rows, screens[_i].charset);
    play(screens[_i].script);
    snprintf(path, sizeof path, "tests/screens/%s.txt", screens[_i].name);
    golden_compare(path, shown());
    close_app();
}
END_TEST

/* ---- what a class does: scripts of keys, and the frames that they end on ---- */

static const struct {
    const char *name;
    int columns, rows;
    enum charset charset;
} sizes[] = {
    {"80x24", 80, 24, CHARSET_UTF8},
    {"80x24-ascii", 80, 24, CHARSET_ASCII},
    {"120x40", 120, 40, CHARSET_UTF8},
    {"200x60", 200, 60, CHARSET_UTF8},
};

enum { SIZES = sizeof sizes / sizeof *sizes };

static const char *const activities[] = {"predict", "reveal",  "change", "why",
                                         "compare", "decides", "keep"};

START_TEST(what_a_class_does) {
    int size = _i % SIZES;
    const char *name = activities[_i];
    char path[128];
    size_t length;
    pace = PACE_STEADY;
    open_app("scenarios/aleppo-2016.yaml", sizes[size].columns, sizes[size].rows,
             sizes[size].charset);
    snprintf(path, sizeof path, "tests/keys/class-%s.txt", name);
    char *script = golden_read(path, &length);
    ck_assert_msg(script != NULL, "no %s", path);
    play(script);
    snprintf(path, sizeof path, "tests/screens/class-%s-%s.txt", name, sizes[size].name);
    golden_compare(path, shown());
    free(script);
    close_app();
    pace = PACE_OFF;
}
END_TEST

/* ---- what a script comes to ---- */

#define NOT_LATIN "The keyboard layout is not Latin; switch to a Latin one for the keys to work"

static const struct {
    const char *script;
    const char *there;     /* stands on the last frame */
    const char *not_there; /* or NULL */
} plays[] = {
    /* typed numbers and changes */
    {"text: 1 w\ne\ntext: 0.35\nEnter", "0.35", "Enter ok"},
    {"text: 1 w\ne\ntext: 2\nEnter", "A leaning is a number from -1 to 1, as in -0.35", NULL},
    {"text: 1 w\ne\ntext: 2\nEnter\nBackspace\ntext: 0.5\nEnter", "0.50", NULL},
    {"text: 1 w\nE\ntext: 0.15\nEnter", "0.15", NULL},
    {"text: 1 w\nE\ntext: -1\nEnter", "This is a number from 0 to 1, as in 0.85", NULL},
    /* numbers behind words, of what was and what is, are for who asks for them */
    {"text: 1 w+\nDown\nUp", "Base leaning   leans strongly against\n", "-0."},
    {"text: 1 w++++\nDown\nUp", "Base leaning   leans against; strongly against", "-0."},
    {"text: 1 wI+\nDown\nUp", "Base leaning   leans strongly against (-0.90);", NULL},
    {"text: 1\n:\ntext: council.required_majority=12\nEnter",
     "The required majority is now 12 of 15 votes", NULL},
    {"text: 1\n:\ntext: council.required_majority=12\nEnter\nc",
     "--set council.required_majority=12", NULL},
    {"text: 1\n:\ntext: council.required_majority=99\nEnter", "That cannot be: ", NULL},
    {"text: 1\n:\ntext: council.majority=12\nEnter", "That cannot be: unknown key 'majority'",
     NULL},
    {"text: 1\n:\ntext: 12\nEnter", "A change is PATH=VALUE, as in council.required_majority=8",
     NULL},
    {"text: 1\n:\ntext: q\nEsc", "In favour", "Enter ok"},
    {"text: 1\n:\ntext: ab\nBackspace\nBackspace\nBackspace", "In favour", "Enter ok"},
    {"text: 1\n:\ntext: abc\nCtrl-U\nEnter", "In favour", "Enter ok"},
    /* the search */
    {"G\nD\n/\ntext: OUTSIDE the\nEnter", "Something happens outside the chamber.", NULL},
    {"1\n/\ntext: outside\nEnter\nn", "This is the only place; Esc goes back", NULL},
    {"1\n/\ntext: outside\nEnter", " Found: outside\n Something happens outside the", NULL},
    {"1\n/\ntext: outside\nEnter\nEsc", "Something happens outside the", "Found: outside"},
    /* what changed is in sight */
    {"1\nSpace\ntext: w\nPage-Down\nPage-Down\na", "at the start", NULL},
    {"2\n/\ntext: draft that\nEnter\nn\nN", "Found from the newest words again", NULL},
    {"/\ntext: no such word\nEnter", "Nothing has been said yet: Space begins", NULL},
    {"n", "Nothing was looked for yet; / looks for a word", NULL},
    {"text: 1w\n/\ntext: NEW zea\nEnter", "New Zealand", NULL},
    {"text: 1w\n/\ntext: nobody\nEnter", "No member of that name", NULL},
    /* before the meeting */
    {"1\n/\ntext: no such word\nEnter", "Not found in what has been said so far", NULL},
    {"1\n/\ntext: why it voted so\nEnter", "Not found in what has been said so far", NULL},
    {"text: 2  \n/\ntext: Exemplaire\nEnter", "Found: Exemplaire", NULL}, /* a delegate */
    {"1\n/\ntext: the\nEnter\n/\nCtrl-U\ntext: no such word\nEnter", "Not found in what",
     "Found: "},
    {"W\nf", "Nothing has been said or voted on yet: Space begins", NULL},
    {"d\nC", "Nothing has been said or voted on yet: Space begins", NULL},
    {"P\nA", "What the class expects", NULL},
    /* predictions */
    {"text: 1hPyyA", "Outcome     adopted", NULL},
    {"text: 1hPyyAA", "Outcome     ?", NULL},
    {"text: 1hPnyyyyyynaayyyyyA", "So it is    vetoed by these ballots, not as", NULL},
    {"text: 1hPnyyyyyynaayyyyyV", "vetoed by these ballots", "not as predicted"},
    {"text: 1hPnyyyyyynaayyyyyy", "That was the last member; Esc goes back to the meeting", NULL},
    {"text: 1hP1y", "A team predicts outcomes, by A, V and F; ballots are the whole class's: 0",
     NULL},
    {"text: 1hPyyAA", "The outcome predicted is taken back: it is open", NULL},
    {"text: 1hPxx", "Nothing was predicted of this member", NULL},
    {"text: 1hPy\nUp\nx", "What was predicted of this member is taken back", "Nothing was"},
    {"text: 1hPnA", "Taken, but the ballots and the outcome predicted contradict each other", NULL},
    {"text: 1hPAn", "Taken, but the ballots and the outcome predicted contradict each other", NULL},
    {"text: 1hPnA", "But         not adopted by these ballots", NULL},
    {"text: 1hPnV", "Outcome     vetoed", "not vetoed"},
    {"text: 1hPnF", "Outcome     failed", "not failed"},
    {"text: 1hPyyyyyyyyyF", "But         not failed by these ballots", NULL},
    {"text: 1P", "Esc goes back", NULL},
    {"text: 1P.", "What the class expects", "Esc goes back"}, /* it has begun */
    /* hands and teams */
    {"text: 1hP#\ntext: 3 17 8\nEnter", "Hands       3 adopted, 17 vetoed, 8", NULL},
    {"text: 1hP#\ntext: 3 17 8\nEnter\nEsc\ntext: 1 P", "The class: 17 of 28 hands right.", NULL},
    {"text: 1hPV#\ntext: 0 1 0\nEnter\nEsc\ntext: 1 P", "The class: the outcome as predicted, 1 of",
     NULL},
    {"text: 1hP#\ntext: 3 17\nEnter",
     "A show of hands is three numbers: adopted, vetoed, failed, as in 3 17 8", NULL},
    {"text: 1hP#\ntext: 3 17 8 1\nEnter", "A show of hands is three numbers", NULL},
    {"text: 1hP#\ntext: 3 1777 8\nEnter", "A show of hands is three numbers", NULL},
    {"text: 1hP#\ntext: -3 1 8\nEnter", "A show of hands is three numbers", NULL},
    {"text: 1hP1", "A, V and F enter what this team expects; 0 is the whole class", NULL},
    {"text: 1hP10", "A, V and F enter what the whole class expects", "Entering"},
    {"text: 1hP1V2F", "Teams       1 vetoed, 2 failed", "Outcome     vetoed"},
    {"text: 1hP1V2FF", "Teams       1 vetoed", "2 failed"},
    {"text: 1hP1V2F0A", "Outcome     adopted", NULL},
    {"text: 1hP1V2FG\nEsc\nG", "Team 1: 1 of 1 right (draft 1 right)", NULL},
    {"text: 1hP1V2FG\nEsc\nG", "Team 2: 0 of 1 right (draft 1 wrong)", "Team 3"},
    {"text: 1hP1VG\nEsc\ntext: 1wn\nEsc\nG", "The teams, of the votes as they are changed here",
     NULL},
    {"text: 1hP0VG\nEsc\ntext: 1wn\nEsc\nG", "The class, of the vote as it is changed here:", NULL},
    /* another draw */
    {"text: 1S", "Another draw is made; m plays it, in mode sampled", NULL},
    {"text: 1mmS", "sampled 2, step", NULL},
    {"text: 1mmSS\nc", "--seed 3", NULL},
    /* what tells in its title how it came out */
    {"text: 1 D", "told after the votes", NULL},
    {"G\nD\nPage-Up\nPage-Up\nPage-Up", "Source: The file tests/screens/example.yaml",
     "after the votes"},
    /* what is hidden until it happens */
    {"", "No result shows before its time; H shows all.", "open"},
    {"H\nl\nh", "Everything shows, odds too; H hides it again.", NULL},
    {"H", "Nothing is hidden any more; H hides what gives a vote away", NULL},
    {"H\nH", "What gives a vote away is hidden until its result; H shows it", NULL},
    {"H\nc", "veto play example --open", NULL},
    {"c", "veto play example", "--"},
    {"text: 1d", "Leanings and odds are hidden until the", NULL},
    {"text: 2D", "Egypt moves", NULL}, /* of what is known by then */
    {"text: 1D", "The first statement", "Egypt moves"},
    {"H\ntext: 1D", "Egypt moves", NULL},
    {"H\n1\no", "Votes in favour", "hidden"},
    {"1\no", "are hidden until the result; H shows them.", "Votes in favour"},
    {"1\no\nSpace", "Votes in favour", NULL},
    {"H\n1\nH\no", "are hidden until the result; H shows them.", "Votes in favour"},
    {"text: 1w", "Leaning, ballot, outcome and odds are hidden", "Odds: adopted"},
    {"text: 1 w", "Odds: adopted", "hidden"},
    {"H\ntext: 1w", "Odds: adopted", "hidden"},
    {"text: 1...w\n/\ntext: egypt\nEnter", "Its reasons are told with the result; H shows",
     "Why it"},
    {"text: 1", "15 still to vote", "odds: adopted"},
    {"H\ntext: 1", "odds: adopted", "still to vote"},
    {"text: 1C", "Its result has not been shown yet", "ballots are the same"},
    {"H\ntext: 1C", "ballots are the same", "not been shown"},
    {"text: 1wy", "The Russian Federation now votes in favour of draft S/2016/1 (first)", NULL},
    {"text: 1wn", "The Russian Federation now votes against draft S/2016/1 (first)", NULL},
    {"text: 1wa", "The Russian Federation now abstains on draft S/2016/1 (first)", NULL},
    {"text: 1wx", "The Russian Federation's ballot on draft S/2016/1 (first) is as at the start",
     NULL},
    {"text: 1w+", "Leanings and tendencies are hidden until the result: H shows them, and e and",
     "change,"},
    {"text: 1w>", "Leanings and tendencies are hidden until the result: H shows them, and e and",
     "change,"},
    /* leaving */
    {"text: 1\nq", "In favour", NULL},
    {"text: 1 wa\nq", "Changes and predictions are not saved: s saves them, q leaves", NULL},
    {"text: 1PyA\nq", "Changes and predictions are not saved: s saves them, q leaves", NULL},
    {"text: 1 wa\nq\nSpace", "step 8", "are not saved"},
    {"text: 1 wa\ns\nCtrl-U\ntext: x\nEnter", "The session is saved", NULL},
    {"text: 1\ns", "Save as: example.session.yaml", NULL},
    {"text: 1\nT", "Transcript to: example.txt", NULL},
    {"text: 1\nT\nEnter", "What was played so far is written", NULL},
    {"(\nY", "Scenario to: example.changed.yaml", NULL},
    {"(\nY\nEnter", "The scenario is written, as it was changed", NULL},
    /* the mouse */
    {"Z", "The mouse is the terminal's; Z takes clicks again", NULL},
    {"Wheel-Down\n1\nSpace", "VETOED", NULL},
    {"Click 0 0\nClick 500 500", "Press Space to begin", NULL},
    {"Ctrl-L", "Press Space to begin", NULL},
    {"\u0439", NOT_LATIN, NULL},             /* where q is */
    {"\u0449", NOT_LATIN, NULL},             /* o, and so on */
    {"1\nw\n\u03c9", NOT_LATIN, NULL},       /* Greek */
    {"?\n\u05e7", NOT_LATIN, NULL},          /* Hebrew */
    {"o\n\u0636", NOT_LATIN, NULL},          /* Arabic */
    {"c\n\u0561", NOT_LATIN, NULL},          /* Armenian */
    {"P\n\u10e5", NOT_LATIN, NULL},          /* Georgian */
    {"\u0e46", NOT_LATIN, NULL},             /* Thai */
    {"\u3142", NOT_LATIN, NULL},             /* Korean */
    {"\u00e9", "Space next", "not Latin"},   /* of a Latin layout, if of no key */
    {"\u0439\nSpace", "Space", "not Latin"}, /* told until the next key */
    {"/\n\u0439", "Find: \u0439", "not Latin"},
    {"s\ntext: \u0439", ".session.yaml\u0439", "not Latin"},
};

/* The roll call, at a pace. */
static const struct {
    const char *script;
    const char *there;
    const char *not_there;
} calls[] = {
    {"1", "Space begins the vote, seat by seat; . calls one seat at a time.", "is called"},
    {"1\nSpace", "The roll is called: Space to the result, t stops it, [ slower, ] faster",
     "Space begins"},
    {"1\nSpace", "14 still to vote", NULL},
    {"1\nSpace\nTick\nTick", "12 still to vote", NULL},
    {"1\nSpace\nTick\nSpace", "VETOED", "is called"},
    {"1\nSpace\nTick\nt", "Stopped: Space goes to the result, t calls on, . calls one seat", NULL},
    {"1\nSpace\nTick\nt\nTick", "13 still to vote", NULL},
    {"1\nSpace\nTick\nt\nTick\nt\nTick", "12 still to vote", NULL},
    {"1\nSpace\nTick\n.\nTick\n.", "11 still to vote", NULL},
    {"1\nSpace\nTick\n,\nTick", "14 still to vote", NULL},
    {"1\nSpace\nTick\nLeft", "Space begins the vote", "is called"},
    {"1\n.\nSpace", "VETOED", NULL},
    {"1\nSpace\nw\nTick", "", "is called"},
    {"1\nSpace\nTick\n[", "The roll is called slowly, a ballot in two and a half seconds; ] faster",
     NULL},
    {"1\nSpace\nTick\n[\nTick", "12 still to vote", NULL},
    {"]", "The roll is called fast, three ballots a second; [ slower, ] at once", NULL},
    {"]\n[", "The roll is called at a ballot a second; [ slower, ] faster", NULL},
    {"]\n]\n]", "Space takes a vote at once; [ has the roll called", NULL},
    {"]\n]\n1", "The President puts", "Space begins"},
    {"]\n]\n1\nSpace", "VETOED", NULL},
    {"]\n]\n1\nt\nTick", "14 still to vote", NULL},
    {"1\nSpace\n]\n]", "VETOED", NULL},
    {"1\nSpace\nL\nTick\nTick", "12 still to vote", NULL},
    /* at which the outcome is certain */
    {"text: 1...........", "a veto if nine are in favour.", "ertain"},
    {"text: 1............", "Certain from here, by the ninth vote in favour: vetoed", NULL},
    {"text: 1............", "certain to be vetoed", NULL},
    {"text: 1.............", "certain to be vetoed", NULL},
    {"1\nSpace\nSpace", "Certain from ballot 12 of 15, that of ", NULL},
};

START_TEST(the_roll_is_called) {
    pace = PACE_STEADY;
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    play(calls[_i].script);
    const char *text = shown();
    ck_assert_msg(strstr(text, calls[_i].there) != NULL, "no '%s' on\n%s", calls[_i].there, text);
    ck_assert_msg(!calls[_i].not_there || !strstr(text, calls[_i].not_there), "'%s' on\n%s",
                  calls[_i].not_there, text);
    close_app();
    pace = PACE_OFF;
}
END_TEST

START_TEST(plays_come_to) {
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    play(plays[_i].script);
    const char *text = shown();
    ck_assert_msg(strstr(text, plays[_i].there) != NULL, "no '%s' on\n%s", plays[_i].there, text);
    ck_assert_msg(!plays[_i].not_there || !strstr(text, plays[_i].not_there), "'%s' on\n%s",
                  plays[_i].not_there, text);
    close_app();
}
END_TEST

/* ---- clicks ---- */

/* In ASCII a byte is a column. */
START_TEST(clicks_do_what_they_are_on) {
    static const struct {
        const char *script, *on, *there;
        int columns; /* 0: 80 */
    } clicks[] = {
        {"1", "FRA*", "> .   France *", 0},
        {"text: 1w", "New Zealand", "> .   New Zealand", 0},
        {"text: 1P", "New Zealand", ">  ?       New Zealand", 0},
        {"", "Space", "Played so: each", 0},
        {"Space", "next", "step 2", 0},
        {"text: 1:", "Esc cancel", "? help  q quit", 0},
        {"text: 1:council.required_majority=3", "Enter ok", "The required majority is now 3", 0},
        {"1", "? help", "Through the meeting", 0},
        {"text: 1 w", "a x ballot", "adopted 11-1-3", 0},
        {"text: 1 w", "- leaning", "A leaning goes from -1 to 1, and no further", 0},
        {"Space", "2 S/2016/2", "In favour   0", 0},
        {"text: 1W", "no-veto", "> no-veto", 0},
        {"text: 1W", "charter-1945", "> charter-1945", 0},
        {"text: d", "2  S/2016/2", "Draft S/2016/2 (second): to come", 0},
        {"text: d", "to come", "Draft S/2016/1 (first): to come", 0},
        {"text: ?", "Space   ", "Played so: each", 0},
        {"text: 1?", "v, Tab", "S/2016/2", 0},
        {"text: 1 w?", "I  ", "Leanings: from -1", 0},
        {"text: 1?", "P  ", "What the class expects", 0},
        {"text: 1 w?", "y, n, a", "What you can do now", 0},
        {"text: 1?jj", "1 to 9", "1 to 9", 0},
        {"text: GC", "Egypt", ">Egypt", 0},
        {"text: GC", "1 first", "The model: vetoed 11-2-2", 120},
        {"text: GC3", "N-     N-", "The model: vetoed 11-2-2", 120},
    };
    for (size_t i = 0; i < sizeof clicks / sizeof *clicks; i++) {
        open_app(EXAMPLE, clicks[i].columns ? clicks[i].columns : 80, 24, CHARSET_ASCII);
        play(clicks[i].script);
        click_on(clicks[i].on);
        ck_assert_msg(strstr(shown(), clicks[i].there) != NULL, "no '%s' on\n%s", clicks[i].there,
                      shown());
        close_app();
    }
}
END_TEST

/* ---- anything at all ---- */

static uint32_t draw(uint32_t *counter, uint32_t below) {
    uint32_t at[4] = {(*counter)++, 0, 0, 0};
    return philox(46, at).word[0] % below;
}

static struct press any_press(uint32_t *counter) {
    struct press press = {.key = PRESS_CLICK};
    switch (draw(counter, 9)) {
    case 0:
        press.column = (int)draw(counter, 210);
        press.row = (int)draw(counter, 70);
        return press;
    case 1:
        press.key = ' ' + draw(counter, 0x7f - ' ');
        return press;
    case 2:
        press = (struct press){.key = PRESS_PASTE, .text = "0.5 a\xff\u0439 council.seed=1"};
        return press;
    case 3:
        press.key = PRESS_ENTER + draw(counter, PRESS_TICK - PRESS_ENTER + 1);
        return press;
    default:
        press.key = key_at(&key_bindings[draw(counter, (uint32_t)key_binding_count)], 0);
        return press;
    }
}

static const char *const files[] = {EXAMPLE, "scenarios/korea-1950.yaml",
                                    "scenarios/aleppo-2016.yaml", "tests/screens/procedure.yaml"};

START_TEST(anything_goes) {
    enum { PRESSES = 2500 };
    open_app(files[_i], 80, 24, _i % 2 ? CHARSET_ASCII : CHARSET_UTF8);
    uint32_t counter = (uint32_t)(_i + 1) << 24;
    for (int i = 0; i < PRESSES; i++) {
        if (draw(&counter, 20) == 0)
            app_resize(app, 1 + (int)draw(&counter, 220), 1 + (int)draw(&counter, 70));
        const struct frame *frame = app_frame(app);
        ck_assert_ptr_nonnull(frame);
        ck_assert_int_lt(frame->cursor_row, frame->rows);
        ck_assert_int_lt(frame->cursor_column, frame->columns);
        app_press(app, any_press(&counter));
        if (app_done(app)) {
            close_app();
            open_app(files[_i], 80, 24, _i % 2 ? CHARSET_ASCII : CHARSET_UTF8);
        }
    }
    close_app();
}
END_TEST

/* Who moved that a draft be withdrawn is told by its name: its delegate only said something. */
START_TEST(a_delegate_is_found_where_it_spoke) {
    open_app("scenarios/settlements-2016.yaml", 80, 24, CHARSET_UTF8);
    for (int i = 0; i < 10; i++)
        play("Space");
    play("/\ntext: Aboulatta\nEnter");
    ck_assert_ptr_nonnull(strstr(shown(), "Found: Aboulatta"));
    ck_assert_ptr_nonnull(strstr(shown(), "Amr Aboulatta, for Egypt"));
    ck_assert_ptr_null(strstr(shown(), "Found: Aboulatta\n Egypt withdraws"));
    close_app();
}
END_TEST

static const struct suite_entry entries[] = {
    {frames_as_text, sizeof screens / sizeof *screens},
    {what_a_class_does, sizeof activities / sizeof *activities},
    {plays_come_to, sizeof plays / sizeof *plays},
    {the_roll_is_called, sizeof calls / sizeof *calls},
    {a_delegate_is_found_where_it_spoke, 0},
    {clicks_do_what_they_are_on, 0},
    {anything_goes, sizeof files / sizeof *files},
};

SUITE("app", entries)
