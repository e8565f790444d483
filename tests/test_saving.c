/* What the app saves, takes up again, and offers. */
#include "app_world.h"

/* ---- what is saved ---- */

START_TEST(a_session_is_saved) {
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    play("text: 1PyyV  w<\ns\nCtrl-U\ntext: mine.yaml\nEnter");
    ck_assert_str_eq(world.path, "mine.yaml");
    ck_assert_str_eq(world.scenario, "example");
    ck_assert_uint_gt(world.shown, 5);
    ck_assert_uint_eq(world.changes, 1);
    ck_assert_uint_eq(world.guesses, 1);
    play("q"); /* nothing is lost by leaving now */
    ck_assert(app_done(app));
    ck_assert(world.forgotten);
    close_app();
}
END_TEST

START_TEST(what_is_there_is_replaced_on_request) {
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    strcpy(world.there, "example.txt");
    play("text: 1\nT\nEnter");
    ck_assert_ptr_nonnull(
        strstr(shown(), "There is such a file: Enter once more replaces it, Esc does not"));
    ck_assert_str_eq(world.path, "");
    play("Esc\nT\nEnter"); /* asked again */
    ck_assert_ptr_nonnull(strstr(shown(), "There is such a file"));
    play("Enter");
    ck_assert_str_eq(world.path, "example.txt");
    ck_assert_uint_gt(world.transcript, 0);
    close_app();
}
END_TEST

START_TEST(what_cannot_be_saved_is_not_lost) {
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    world.full = true;
    play("text: 1 wa\ns\nEnter");
    ck_assert_ptr_nonnull(strstr(shown(), "Cannot write 'x': No space left on device"));
    play("q");
    ck_assert(!app_done(app));
    play("q");
    ck_assert(app_done(app));
    close_app();
}
END_TEST

/* As soon as there is anything to keep, and until the user leaves. */
START_TEST(what_is_unfinished_is_kept) {
    open_app(EXAMPLE, 80, 24, CHARSET_UTF8);
    play("?\n?");
    ck_assert(!world.kept);
    play("Space");
    ck_assert(world.kept && world.blind);
    play("H");
    ck_assert(world.kept && !world.blind);
    ck_assert_uint_eq(world.shown, 1);
    play("text: 1 wa");
    ck_assert_uint_eq(world.changes, 1);
    play("u");
    ck_assert_uint_eq(world.changes, 0);
    play("q\nq");
    ck_assert(world.forgotten && app_done(app));
    close_app();
}
END_TEST

START_TEST(a_session_is_taken_up) {
    static const char *const set[] = {"members.CHN.veto_tendency=0.9"};
    static const char *const changes[] = {"drafts.first.ballots.RUS=abstain"};
    static const struct session_ballot ballots[] = {{"RUS", VETO_NO}};
    static const struct session_guess guesses[] = {{"first", VETO_VETOED, ballots, 1, {0}, {0}}};
    struct session session = {.scenario = "example",
                              .set = set,
                              .set_count = 1,
                              .changes = changes,
                              .change_count = 1,
                              .mode = VETO_EXPECTED,
                              .seed = 1,
                              .blind = true,
                              .guesses = guesses,
                              .guess_count = 1};
    session.place =
        (struct session_place){.shown = 22, .kind = VETO_EVENT_RESULT, .draft = "first"};
    struct app_opening opening = {new_desk(EXAMPLE), &session, true, VETO_EXPECTED};
    new_app(80, 24, CHARSET_UTF8, NULL);
    ck_assert(app_play(app, &opening));
    ck_assert_ptr_nonnull(strstr(shown(), "Taken up where it was left"));
    play("Z");
    const char *text = shown();
    ck_assert_ptr_nonnull(strstr(text, "1 change, step 7"));
    ck_assert_ptr_nonnull(strstr(text, "ADOPTED"));
    ck_assert_ptr_nonnull(strstr(text, "The class, of the vote as it is changed here: another"));
    ck_assert(world.kept && world.blind);
    play("u");
    ck_assert_ptr_nonnull(strstr(shown(), "VETOED")); /* a change by hand can be taken back */
    close_app();
}
END_TEST

/* A change that the scenario does not take any more is told, and the others are made. */
START_TEST(a_session_that_no_longer_fits) {
    static const char *const changes[] = {"council.required_majority=8",
                                          "council.required_majority=99"};
    struct session session = {
        .scenario = "example", .changes = changes, .change_count = 2, .seed = 1};
    struct app_opening opening = {new_desk(EXAMPLE), &session, true, VETO_EXPECTED};
    new_app(80, 24, CHARSET_UTF8, NULL);
    ck_assert(app_play(app, &opening));
    const char *text = shown();
    ck_assert_ptr_nonnull(strstr(text, "Not all changes of the session can be made any more; c "
                                       "shows those that were"));
    ck_assert_ptr_nonnull(strstr(text, "1 change"));
    close_app();
}
END_TEST

/* ---- from the browser and back ---- */

START_TEST(what_is_chosen_is_played) {
    static const struct entry entries[] = {
        {.shelf = SHELF_FILES,
         .word = EXAMPLE,
         .date = "2016-10-08",
         .title = "An example",
         .note = "",
         .search = " an example"},
        {.shelf = SHELF_FILES,
         .word = "bad.yaml",
         .date = "",
         .title = "A mistake",
         .note = "",
         .search = " a mistake",
         .closed = "it has mistakes"},
    };
    static struct catalogue catalogue = {entries, 2};
    new_app(80, 24, CHARSET_ASCII, &catalogue);
    ck_assert_ptr_nonnull(strstr(shown(), "Choose what to play"));
    play("Enter");
    ck_assert_ptr_nonnull(strstr(shown(), "Press Space to begin"));
    play("Space\nq");
    ck_assert(!app_done(app) && world.forgotten);
    ck_assert_ptr_nonnull(strstr(shown(), "Choose what to play"));
    play("Down\nEnter");
    ck_assert_ptr_nonnull(strstr(shown(), "It has mistakes"));
    click_on("An example");
    click_on("An example");
    ck_assert_ptr_nonnull(strstr(shown(), "Press Space to begin"));
    play("q\nEsc");
    ck_assert(app_done(app));
    close_app();
}
END_TEST

/* ---- what was left unfinished ---- */

START_TEST(what_was_unfinished_is_offered_until_it_is_left) {
    offer_one_unfinished();
    play("Enter\nSpace\nq");
    ck_assert_ptr_null(strstr(shown(), "Left yesterday"));
    ck_assert_ptr_nonnull(strstr(shown(), "> ")); /* something is selected */
    close_app();
}
END_TEST

START_TEST(what_was_unfinished_can_be_forgotten) {
    offer_one_unfinished();
    play("Down\nDelete");
    ck_assert_ptr_nonnull(
        strstr(shown(), "Only a session that was left unfinished can be forgotten"));
    play("Up\nDelete");
    ck_assert_ptr_null(strstr(shown(), "Left yesterday"));
    play("Enter");
    ck_assert_ptr_nonnull(strstr(shown(), "Press Space to begin"));
    close_app();
}
END_TEST

static const struct suite_entry entries[] = {
    {a_session_is_saved, 0},
    {what_is_there_is_replaced_on_request, 0},
    {what_cannot_be_saved_is_not_lost, 0},
    {what_is_unfinished_is_kept, 0},
    {a_session_is_taken_up, 0},
    {a_session_that_no_longer_fits, 0},
    {what_is_chosen_is_played, 0},
    {what_was_unfinished_is_offered_until_it_is_left, 0},
    {what_was_unfinished_can_be_forgotten, 0},
};

SUITE("saving", entries)
