/* Where text is typed: Tab, and a paste. */
#include "app_world.h"

/* ---- Tab where a change is typed ---- */

START_TEST(tab_completes_a_path) {
    static const struct {
        const char *typed, *there;
    } paths[] = {
        /* One name: it, and the sign that comes next. */
        {"mem", "Change: members. "},
        {"members.RU", "Change: members.RUS. "},
        {"members.RUS.veto", "Change: members.RUS.veto_tendency= "},
        {"council.pres", "Change: council.president= "},
        {"council.maj", "Change: council.majorities. "},
        {"drafts.fr", "Change: drafts.french. "},
        {"drafts.french.le", "Change: drafts.french.leanings. "},
        {"drafts.french.leanings.CHN", "Change: drafts.french.leanings.CHN= "},
        {"drafts.french.leanings.def", "Change: drafts.french.leanings.default= "},
        {"drafts.french.ballots.SE", "Change: drafts.french.ballots.SEN= "},
        {"ties.SE", "Change: ties.SEN. "},
        {"ties.SEN.FR", "Change: ties.SEN.FRA= "},
        {"recorded.ru", "Change: recorded.russian. "},
        {"questions.0.as", "Change: questions.0.ask= "},
        {"programme.0.st", "Change: programme.0.statement. "},
        {"sources.record.ti", "Change: sources.record.title= "},
        {"blocs.", "Change: blocs.p3. "},
        /* What several have in common, and which they are. */
        {"council.v", "For 'council.veto' there are veto and veto_needs"},
        {"members.RUS.vo", "Change: members.RUS.volatility= "},
        {"members.U", "For 'members.U' there are UKR, USA and URY"},
        {"recorded.french.",
         "For 'recorded.french.' there are yes, no, abstain, not_participating and absent"},
        /* None. */
        {"questions.", "This is a list: a position in it goes here, the first is 0"},
        {"members.RUS.x", "No path that is known begins with 'members.RUS.x'"},
        {"members.XYZ.", "No path that is known begins with 'members.XYZ.'"},
        {"veto.", "No path that is known begins with 'veto.'"},
        {"sources.r", "Names of sources are typed: they may give a vote away"},
        {"members.RUS.firm=", "Tab completes the path; the value behind = is typed"},
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char keys[128];
        open_app("scenarios/aleppo-2016.yaml", 120, 24, CHARSET_UTF8);
        snprintf(keys, sizeof keys, ":\ntext: %s\nTab", paths[i].typed);
        play(keys);
        const char *text = shown();
        ck_assert_msg(strstr(text, paths[i].there) != NULL, "%s: no '%s' on\n%s", paths[i].typed,
                      paths[i].there, text);
        close_app();
    }
}
END_TEST

/* A typed value stays, the line stays in sight, and other lines have no paths. */
START_TEST(tab_changes_no_more_than_the_path) {
    open_app("scenarios/aleppo-2016.yaml", 120, 24, CHARSET_UTF8);
    play(":\nTab");
    ck_assert_ptr_nonnull(strstr(shown(), "A path begins with veto, title, about, date,"));
    play("text: members.RUS.v\nTab\ntext: e\nTab\ntext: 0\nTab");
    ck_assert_ptr_nonnull(strstr(shown(), "Tab completes the path"));
    play("Backspace\ntext: 1");
    ck_assert_ptr_nonnull(strstr(shown(), "Change: members.RUS.veto_tendency=1 "));
    play("Enter");
    ck_assert_ptr_nonnull(strstr(shown(), "1 change"));
    play("/\ntext: mem\nTab");
    ck_assert_ptr_nonnull(strstr(shown(), "Find: mem "));
    close_app();
}
END_TEST

/* ---- an answer that cannot be taken ---- */

/* The line stays below the notice: keys go on typing there. */
START_TEST(a_refused_answer_stays_in_sight) {
    static const struct {
        const char *keys, *notice, *line;
    } answers[] = {
        {"1\nP\ntext: #3,x", "A show of hands is three numbers: adopted", "\n Hands: 3,x "},
        {"1\nw\ne\ntext: much", "A leaning is a number from -1 to 1", "\n Leaning: much "},
        {"1\nw\nE\ntext: 2", "This is a number from 0 to 1, as in 0.85", "\n Tendency: 2 "},
        {":\ntext: council", "A change is PATH=VALUE", "\n Change: council "},
        {":\ntext: a=1", "That cannot be: ", "\n Change: a=1 "},
        {"text: #99", "There is no draft of that number", "\n Draft: 99 "},
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        open_app("scenarios/aleppo-2016.yaml", 80, 24, CHARSET_UTF8);
        play(answers[i].keys);
        play("Enter");
        const char *text = shown(), *notice = strstr(text, answers[i].notice);
        ck_assert_msg(notice && strstr(notice, answers[i].line), "no '%s' and '%s' on\n%s",
                      answers[i].notice, answers[i].line, text);
        close_app();
    }
}
END_TEST

/* ---- a paste ---- */

static void paste(const char *text) {
    ck_assert_ptr_nonnull(app_frame(app));
    app_press(app, (struct press){.key = PRESS_PASTE, .text = text});
}

START_TEST(a_paste_goes_where_text_is_typed) {
    static const struct {
        const char *keys, *paste, *there;
    } pastes[] = {
        {"1\n/", "a cease-fire", "Find: a cease-fire"},
        {":", "council.required_majority=8", "Change: council.required_majority=8"},
        {"s\nCtrl-U", "q.yaml", "Save as: q.yaml"},
        {"T\nCtrl-U\ntext: a", "q\xff\xc3 \x01\xc3\xb1", "Transcript to: aq \u00f1"},
        {"1\nw\ne", "-0.25", "Leaning: -0.25"},
    };
    for (size_t i = 0; i < sizeof pastes / sizeof *pastes; i++) {
        open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
        play(pastes[i].keys);
        paste(pastes[i].paste);
        const char *text = shown();
        ck_assert_msg(strstr(text, pastes[i].there) != NULL, "no '%s' on\n%s", pastes[i].there,
                      text);
        close_app();
    }
}
END_TEST

START_TEST(a_paste_is_nothing_elsewhere) {
    static const char *const keys[] = {"Home", "1", "1\nw", "o", "?",   "1\nP",
                                       "1\nC", "d", "W",    "c", "1\nL"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
        play(keys[i]);
        char *before = shown();
        paste("y 2 q : \u0439 ?");
        ck_assert_str_eq(before, shown());
        ck_assert(!app_done(app));
        close_app();
    }
}
END_TEST

START_TEST(a_long_paste_fills_a_field) {
    char text[PROMPT_BYTES + 1];
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    play("/");
    memset(text, 'a', sizeof text);
    text[PROMPT_BYTES] = '\0';
    paste(text);
    ck_assert_ptr_nonnull(strstr(shown(), "That is as long as it can be"));
    close_app();
}
END_TEST

/* In the browser every letter types, and so does a question mark that is pasted; but not over the
 * help. */
START_TEST(a_paste_in_the_browser) {
    offer_one_unfinished();
    paste("ex? q");
    ck_assert_ptr_nonnull(strstr(shown(), "Search: ex? q"));
    play("Esc\n?");
    char *help = shown();
    paste("example");
    ck_assert_str_eq(help, shown());
    play("\u0439");
    ck_assert_ptr_nonnull(strstr(shown(), "The keyboard layout is not Latin"));
    close_app();
}
END_TEST

static const struct suite_entry entries[] = {
    {tab_completes_a_path, 0},
    {tab_changes_no_more_than_the_path, 0},
    {a_refused_answer_stays_in_sight, 0},
    {a_paste_goes_where_text_is_typed, 0},
    {a_paste_is_nothing_elsewhere, 0},
    {a_long_paste_fills_a_field, 0},
    {a_paste_in_the_browser, 0},
};

SUITE("typing", entries)
