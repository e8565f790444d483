/* The desk: changes by keys, what they do to the meeting, and that all of it can be taken back. */
#include "suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "on_screen.h"
#include "play/guess.h"
#include "scenario_file.h"
#include "view/parts.h"

/* ---- frames as text ---- */

static const struct screen {
    const char *name, *keys;
    int columns, rows;
    enum charset charset;
} screens[] = {
    {"change-80x24", "1 wa", 80, 24, CHARSET_UTF8},
    {"change-120x40", "1 wa)", 120, 40, CHARSET_UTF8},
    {"change-to-come-80x24", "1w", 80, 24, CHARSET_UTF8},
    {"change-mark-80x24", "1 waMy", 80, 24, CHARSET_UTF8},
    {"changed-summary-80x24", "1 wa$w", 80, 24, CHARSET_UTF8},
    {"power-80x24", "1W", 80, 24, CHARSET_UTF8},
    {"power-200x60", "1W", 200, 60, CHARSET_UTF8},
    {"power-unfit-80x24", "1W^^^", 80, 24, CHARSET_UTF8},
    {"power-changed-80x24", "1W(__\n", 80, 24, CHARSET_UTF8},
    {"power-changed-120x40", "1W!", 120, 40, CHARSET_UTF8},
    {"odds-80x24", "1o", 80, 24, CHARSET_UTF8},
    {"odds-changed-120x40", "1 w<<<o", 120, 40, CHARSET_UTF8},
    {"predict-80x24", "1hPyyanV", 80, 24, CHARSET_UTF8},
    {"predict-120x40", "1hPnyyyyyynaayyyyyA..", 120, 40, CHARSET_UTF8},
    {"predicted-80x24", "1hPnyyyyyyyaayyyyyV  P", 80, 24, CHARSET_UTF8},
    {"predicted-summary-80x24", "1PnyyV 2PF$", 80, 24, CHARSET_UTF8},
    {"flips-80x24", "1 f", 80, 24, CHARSET_UTF8},
    {"flips-120x40", "2 f", 120, 40, CHARSET_UTF8},
    {"flips-to-come-80x24", "1f", 80, 24, CHARSET_UTF8},
    {"command-80x24", "c", 80, 24, CHARSET_UTF8},
    {"command-120x40", "1 wa<<+(c$", 120, 40, CHARSET_UTF8},
};

START_TEST(frames_as_text) {
    const struct screen *screen = &screens[_i];
    char path[128];
    open_example();
    struct state state =
        press_all(start_open(screen->columns, screen->rows, screen->charset), screen->keys);
    snprintf(path, sizeof path, "tests/screens/%s.txt", screen->name);
    golden_compare(path, frame_of(&state));
    close_desk();
}
END_TEST

/* The panel and the reasons stand beside each other. */
START_TEST(numbers_agree_on_a_screen) {
    static const char *const overrides[] = {
        "drafts.first.leanings.RUS=-0.004",
        "drafts.first.ballots.RUS={yes: 0.885, no: 0.004, abstain: 0.111}"};
    open_desk(EXAMPLE, overrides, 2);
    struct state state = press_all(start_open(120, 40, CHARSET_UTF8), "1 wI");
    const char *text = frame_of(&state);
    ck_assert_ptr_nonnull(strstr(text, "Base leaning   leans neither way (0.00)\n"));
    ck_assert_ptr_nonnull(strstr(text, "Chances        Y 89% N 0% A 11%\n"));
    ck_assert_ptr_nonnull(strstr(text, "89% in favour, 0% against, 11% abstaining"));
    ck_assert_ptr_null(strstr(text, "-0.00"));
    close_desk();
}
END_TEST

#define EVENLY                                                                                     \
    "{RUS: {yes: 0.5, no: 0.5, abstain: 0}, AGO: yes, CHN: yes, EGY: yes, ESP: yes, FRA: yes, "    \
    "GBR: yes, JPN: yes, MYS: yes, NZL: yes, SEN: yes, UKR: yes, URY: yes, USA: yes, VEN: yes}"

/* What is as likely as another comes in the order of outcomes, whatever sorts it. */
START_TEST(even_odds_have_an_order) {
    static const char *const overrides[] = {"drafts.first.ballots=" EVENLY,
                                            "drafts.second.ballots=" EVENLY};
    open_desk(EXAMPLE, overrides, 2);
    struct state state = press_all(start_open(120, 90, CHARSET_UTF8), "1o");
    const char *text = strstr(frame_of(&state), "All drafts together\n");
    ck_assert_ptr_nonnull(text);
    static const char *const rows[] = {
        "first adopted, second adopted", "first adopted, second vetoed",
        "first vetoed, second adopted", "first vetoed, second vetoed"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *row = strstr(text, rows[i]);
        ck_assert_msg(row != NULL, "%s\n%s", rows[i], text);
        ck_assert_int_eq(strncmp(row - 8, "25.00%  ", 8), 0);
        text = row;
    }
    close_desk();
}
END_TEST

/* ---- what each key changes ---- */

static const struct {
    const char *keys;
    const char *override; /* the last; NULL: there is none */
    const char *notice;   /* or NULL */
} changes[] = {
    {"1 wy", "drafts.first.ballots.RUS=yes",
     "the Russian Federation now votes in favour of draft S/2016/1 (first)"},
    {"1 wn", NULL, "that is its ballot already"},
    {"1 w__a", "drafts.first.ballots.ESP=abstain", "Spain now abstains on draft S/2016/1 (first)"},
    {"2 wy", NULL, "that is its ballot already"},
    {"2 wn", "drafts.second.ballots.RUS=no",
     "the Russian Federation now votes against draft S/2016/2 (second)"},
    {"1 wyx", NULL,
     "the Russian Federation's ballot on draft S/2016/1 (first) is as at the start again"},
    {"1 wyy", "drafts.first.ballots.RUS=yes", "that is its ballot already"},
    {"1 wx", NULL, "its ballot is left to the model already"},
    {"1 w+", "drafts.first.leanings.RUS=-0.90",
     "the Russian Federation now leans strongly against draft S/2016/1 (first), at -0.90"},
    {"1 w-", NULL, "a leaning goes from -1 to 1, and no further"},
    {"1 w+-", NULL,
     "the Russian Federation's leaning on draft S/2016/1 (first) is as at the start again"},
    {"1 w>", "members.RUS.veto_tendency=0.60",
     "the Russian Federation's veto tendency is now 0.60 (neither slow nor quick to veto)"},
    {"1 w<<", "members.RUS.veto_tendency=0.30",
     "the Russian Federation's veto tendency is now 0.30 (slow to veto)"},
    {"1 w<<<<<<", "members.RUS.veto_tendency=0.00",
     "a veto tendency goes from 0 to 1, and no further"},
    {"1 w_>", "members.SEN.opposition=0.60",
     "Senegal's opposition is now 0.60 (neither slow nor quick to vote against)"},
    {"1w!>", "members.RUS.opposition=0.60",
     "the Russian Federation's opposition is now 0.60 (neither slow nor quick to vote against)"},
    {")", "council.required_majority=10", "the required majority is now 10 of 15 votes"},
    {"(", "council.required_majority=8", "the required majority is now 8 of 15 votes"},
    {"()", NULL, "the required majority is as at the start again"},
    {"))))))", "council.required_majority=15", "the required majority is now 15 of 15 votes"},
    {")))))))", "council.required_majority=15", "the required majority is from 1 to all members"},
    {"!", "council.veto=[]", "nobody has a veto now"},
    {"!!", NULL, "the veto is as at the start again"},
    {"1W__\n", "council.rules=two-vetoes", "the Council decides by the rules two-vetoes now"},
    {"1W__\n\n", "council.rules=two-vetoes", "these rules are at hand already"},
    {"1W(__\n", "council.rules=two-vetoes", "the Council decides by the rules two-vetoes now"},
    {"1W__\n(", "council.required_majority=8", "the required majority is now 8 of 15 votes"},
    {"1W__\n^^\n", NULL, "what the Council decides by is as at the start again"},
    {"1W!^\n", NULL, "what the Council decides by is as at the start again"},
    {"1W\n", NULL, "these rules are at hand already"},
    {"1W____\n", NULL, "these rules do not fit this Council: below the list it says why"},
    {"1W__\nu", NULL, NULL},
    {"1W__\nu@", "council.rules=two-vetoes", NULL},
    {"X", NULL, "nothing has been changed since the start"},
    {"(X", NULL, "as it was at the start; u takes that back"},
    {"(Xu", "council.required_majority=8", NULL},
    {"u", NULL, "nothing to undo"},
    {"@", NULL, "nothing to do again"},
    {"(u", NULL, NULL},
    {"(u@", "council.required_majority=8", NULL},
    {"(u!@", "council.veto=[]", "nothing to do again"},
    {"r", NULL, "nothing is marked; M marks what is there"},
    {"(M!r", "council.required_majority=8", "as it was at the mark; u takes that back"},
    {"(Mr", "council.required_majority=8", "this is the mark"},
    {"(MM", "council.required_majority=8",
     "the mark is gone: changes are held against the start again"},
};

START_TEST(keys_change_things) {
    open_example();
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), changes[_i].keys);
    const struct stage *stage = desk_stage(desk);
    ck_assert_uint_eq(stage->changes, stage->override_count);
    if (changes[_i].override) {
        ck_assert_uint_gt(stage->changes, 0);
        ck_assert_str_eq(stage->overrides[stage->changes - 1], changes[_i].override);
    } else {
        ck_assert_uint_eq(stage->changes, 0);
    }
    ck_assert_pstr_eq(state.notice, changes[_i].notice);
    close_desk();
}
END_TEST

/* What is on screen is what the overrides give on the command line. */
START_TEST(the_command_line_gives_the_same) {
    open_example();
    press_all(start_open(80, 24, CHARSET_UTF8), "1 wa<<_-_+(c");
    const struct stage *stage = desk_stage(desk);
    struct veto_scenario *scenario =
        scenario_of_file(EXAMPLE, stage->overrides, stage->override_count);
    struct stage other;
    ck_assert_int_eq(stage_open(&other, scenario, 1), VETO_OK);
    for (int draft = 0; draft < (int)scenario->draft_count; draft++) {
        for (int is = 0; is < VETO_OUTCOMES; is++)
            ck_assert_double_eq(other.odds->drafts[draft].outcome[is],
                                stage->odds->drafts[draft].outcome[is]);
        ck_assert_int_eq(veto_meeting_outcome(other.meetings[VETO_EXPECTED], draft),
                         veto_meeting_outcome(stage->meetings[VETO_EXPECTED], draft));
    }
    stage_close(&other);
    veto_scenario_free(scenario);
    close_desk();
}
END_TEST

/* A change before a file's own values takes them away again. */
START_TEST(a_ballot_of_the_file_can_be_left_to_the_model) {
    static const char *const given[] = {"drafts.first.ballots={RUS: yes}"};
    open_desk(EXAMPLE, given, 1);
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "1 wx");
    const struct stage *stage = desk_stage(desk);
    ck_assert_uint_eq(stage->override_count, 2);
    ck_assert_uint_eq(stage->changes, 1);
    ck_assert_str_eq(stage->overrides[1], "drafts.first.ballots.RUS=");
    ck_assert_int_eq(veto_meeting_outcome(stage->meetings[VETO_EXPECTED], 0), VETO_VETOED);
    state = press_all(state, "y");
    ck_assert_uint_eq(desk_stage(desk)->changes, 0);
    ck_assert_int_eq(state.shown > 0, 1);
    close_desk();
}
END_TEST

/* As much as what is changed by hand. */
START_TEST(what_is_set_at_the_start_is_a_change) {
    static const char *const given[] = {"drafts.first.ballots.RUS=yes"};
    static const struct {
        const char *keys, *there;
    } shows[] = {
        {"", "expected, 1 change\n"},
        {"1 ", "expected, 1 change, step "},
        {"1 wa", "expected, 2 changes, step "},
        {"1hPn  ", "The class, of the vote as it is changed here: 0 of 1 ballot as\n"},
        {"1hP1V\033$", "The teams, of the votes as they are changed here\n"},
        {"c", "Set at the start\n"},
        {"X", "Nothing has been changed since the start"},
    };
    for (size_t i = 0; i < sizeof shows / sizeof *shows; i++) {
        open_desk(EXAMPLE, given, 1);
        struct state state = press_all(start(100, 40, CHARSET_UTF8), shows[i].keys);
        const char *text = frame_of(&state);
        ck_assert_msg(strstr(text, shows[i].there) != NULL, "%s: no '%s' on\n%s", shows[i].keys,
                      shows[i].there, text);
        close_desk();
    }
}
END_TEST

/* As on paper; but PATH=VALUE is not for the class. */
START_TEST(reports_on_screen_tell_that_something_is_changed) {
    static const char *const keys[] = {"1 w+o", "1 w+f", "1 :drafts.first.leanings.EGY=0.2\nf"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        open_desk(TWELVE, NULL, 0);
        struct state state = press_all(start(80, 50, CHARSET_UTF8), keys[i]);
        const char *text = frame_of(&state);
        ck_assert_msg(strstr(text, ", apart from what is changed here.\n") &&
                          !strstr(text, "leanings."),
                      "%s:\n%s", keys[i], text);
        close_desk();
    }
}
END_TEST

/* The place in the meeting is kept where a change leads another way, and undoing returns to it. */
START_TEST(the_place_is_kept) {
    open_example();
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "1 ");
    struct state after = press_all(state, " ");
    ck_assert_int_eq(state_event(&after)->kind, VETO_EVENT_STATEMENT);
    struct state changed = press_all(after, "wy");
    ck_assert_int_eq(state_event(&changed)->kind, VETO_EVENT_RESULT);
    ck_assert_int_eq(state_event(&changed)->draft, 0);
    changed = press_all(changed, "u");
    ck_assert_uint_eq(changed.shown, after.shown);
    close_desk();
}
END_TEST

/* ---- predictions ---- */

/* How many ballots are guessed of the first draft, whether its outcome is, and what is said of
 * that.
 */
static const struct {
    const char *keys;
    size_t ballots;
    bool outcome;
    const char *score, *notice; /* or NULL */
} guesses[] = {
    {"1h", 0, false, NULL, NULL},
    {"1hPnyyA", 3, true, NULL,
     "taken, but the ballots and the outcome predicted contradict each other"},
    {"1hPnyyV  ", 3, true, "The class: the outcome as predicted, 3 of 3 ballots as predicted.",
     NULL},
    {"1hPnyyA  ", 3, true,
     "The class: another outcome than predicted, 3 of 3 ballots as predicted.", NULL},
    {"1hPyaaF  ", 3, true,
     "The class: another outcome than predicted, 0 of 3 ballots as predicted.", NULL},
    {"1hPny^x  ", 1, false, "The class: 1 of 1 ballot as predicted.", NULL},
    {"1Pn.", 1, false, NULL, NULL},
    {"1P.n", 0, false, NULL, "the roll call has begun: predictions are closed"},
    {"1P A", 0, false, NULL, "the roll call has begun: predictions are closed"},
    {"1P n", 0, false, NULL, "the roll call has begun: predictions are closed"},
    {" Pn", 1, false, NULL, NULL}, /* about the next vote */
    {"2Pn", 0, false, NULL, NULL}, /* about another */
    {"1hPnyyVPwn_  ", 3, true,
     "The class, of the vote as it is changed here: the outcome as predicted, 3 of 3 ballots as "
     "predicted.",
     NULL}, /* with a change between */
    {"1hPaPw^aP  ", 1, false,
     "The class, of the vote as it is changed here: 1 of 1 ballot as predicted.",
     NULL}, /* that makes it right */
};

struct scoring {
    struct scene scene;
    struct session_guess guess;
    const char *score;
};

static void work_score(void *context) {
    struct scoring *scoring = context;
    const struct scene *scene = &scoring->scene;
    scoring->guess = guess_said(&arena, scene->state, 0);
    scoring->score = score_line(scene, 0);
}

START_TEST(guesses_are_scored) {
    open_example();
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), guesses[_i].keys);
    struct frame frame = {.arena = &arena};
    struct scoring scoring = {.scene = scene_of(&state, &frame)};
    ck_assert(arenas_try(&arena, NULL, work_score, &scoring));
    ck_assert_uint_eq(scoring.guess.ballot_count, guesses[_i].ballots);
    ck_assert_int_eq(scoring.guess.outcome != VETO_NONE, guesses[_i].outcome);
    ck_assert_pstr_eq(scoring.score, guesses[_i].score);
    ck_assert_pstr_eq(state.notice, guesses[_i].notice);
    close_desk();
}
END_TEST

/* ---- what covers the meeting ---- */

/* Nothing is said behind what is no place to go through the meeting: it comes back first. */
START_TEST(no_words_pass_unseen) {
    static const struct {
        const char *keys, *step;
    } steps[] = {
        {"P", " "},   {"  P", " "}, {"  P", "\n"},  {"  P", "}"}, {"  P", "."},
        {"  P", "{"}, {"  P", ","}, {"1hP", "{"},   {"1P ", " "}, {"d", " "},
        {"  d", " "}, {"1 d", " "}, {"1 waC", " "},
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        open_example();
        struct state state = press_all(start_open(80, 24, CHARSET_UTF8), steps[i].keys);
        ck_assert_msg(state.overlay != 0, "'%s'", steps[i].keys);
        struct state after = press_all(state, steps[i].step);
        ck_assert_msg(after.overlay == 0, "'%s', '%s'", steps[i].keys, steps[i].step);
        ck_assert_uint_eq(after.shown, state.shown);
        close_desk();
    }
}
END_TEST

/* A vote is seen there. */
START_TEST(votes_are_taken_behind_a_prediction) {
    static const char *const keys[] = {"1hP ", "1hP  ", "1P\n", "1P.",
                                       "1P..", "1P {",  "1P.,", "1d "};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char before[8];
        snprintf(before, sizeof before, "%.*s", (int)strlen(keys[i]) - 1, keys[i]);
        open_example();
        struct state state = press_all(start_open(80, 24, CHARSET_UTF8), before);
        struct state after = press_all(state, keys[i] + strlen(before));
        ck_assert_msg(after.overlay == state.overlay && after.shown != state.shown, "%s", keys[i]);
        close_desk();
    }
}
END_TEST

/* ---- the roll call by itself ---- */

static struct state ticks(struct state state, int count) {
    while (count-- > 0)
        state = desk_press(desk, state, PRESS_TICK);
    return state;
}

START_TEST(the_roll_is_called_by_itself) {
    open_example();
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "1");
    size_t put = state.shown;
    ck_assert_uint_eq(ticks(state, 3).shown, put); /* not before it is asked for */
    state = press_all(state, "t");
    ck_assert(state_ticks(&state));
    state = ticks(state, 15);
    ck_assert_uint_eq(state.shown, put + 15);
    ck_assert(state_ticks(&state));
    state = ticks(state, 1);
    ck_assert_int_eq(state_event(&state)->kind, VETO_EVENT_RESULT);
    ck_assert(!state_ticks(&state));
    ck_assert_uint_eq(ticks(state, 5).shown, state.shown); /* nor behind the result */
    state = press_all(state, "t");
    ck_assert_str_eq(state.notice, "no roll is being called here; v goes to the next vote");
    state = ticks(press_all(start_open(80, 24, CHARSET_UTF8), "1t"), 4);
    ck_assert_uint_eq(press_all(state, "t").shown, put + 4); /* t stops it, */
    ck_assert(!press_all(state, "t").timed);
    ck_assert(!press_all(state, "z").timed); /* and so does any key, */
    ck_assert(!press_all(state, "h").timed); /* which does what it does */
    ck_assert_uint_lt(press_all(state, "h").shown, state.shown);
    close_desk();
}
END_TEST

/* ---- the cursor ---- */

/* It stands on the member selected, or on the one that has the floor; else nowhere. */
START_TEST(the_cursor_follows) {
    static const struct {
        const char *keys, *there; /* what stands behind it, in ASCII; NULL: it is nowhere */
    } points[] = {
        {"", NULL},
        {" ", NULL},
        {"  ", ">FRA"},
        {"1", NULL},
        {"1.", ">AGO"},
        {"1..", ">CHN"},
        {"1 ", NULL},
        {"1 w", "> N-  Russian"},
        {"1 w__", "> Y+  Spain"},
        {"1P__", ">  ?       Spain"},
        {"1W", "> charter-1965  at hand"},
        {"1W__", "> two-vetoes"},
        {"1 w?", NULL},
        {"1 wo", NULL},
        {"1 wc", NULL},
        {"$", NULL},
    };
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        open_example();
        struct state state = press_all(start_open(80, 24, CHARSET_ASCII), points[i].keys);
        const struct frame *frame = show(&state).frame;
        ck_assert_msg((frame->cursor_row < 0) == !points[i].there, "after '%s'", points[i].keys);
        for (size_t j = 0; points[i].there && points[i].there[j]; j++)
            ck_assert_int_eq(
                frame->cells[frame->cursor_row * 80 + frame->cursor_column + (int)j].bytes[0],
                points[i].there[j]);
        close_desk();
    }
}
END_TEST

/* ---- odds ---- */

static const char *line;

static void work_line(void *context) {
    struct state *state = context;
    struct scene scene = scene_of(state, frame_new(&arena, 80, 24, CHARSET_UTF8));
    line = odds_line(&scene, 1);
}

/* Once a vote has been shown, what it can no longer come to does not count. */
START_TEST(odds_go_by_what_has_been_shown) {
    static const char programme[] =
        "programme=[vote: first, {when: {first: vetoed}, then: [{event: {text: x, moves: "
        "{second: {USA: 1}}}}]}, vote: second]";
    static const char *const given[] = {
        "drafts.first.leanings.RUS=-0.5",
        "drafts.second.leanings={default: 0.3, RUS: 1}",
        "drafts.second.leanings.USA=-0.9",
        programme,
    };
    open_desk(EXAMPLE, given, 4);
    struct state state = start_open(80, 24, CHARSET_UTF8);
    double adopted[2];
    for (int i = 0; i < 2; i++) {
        char percent[32];
        const struct veto_odds *odds = desk_stage(desk)->odds;
        double all = 0, some = 0;
        state = i ? press_all(state, "1 ") : state;
        const struct veto_vote *vote =
            veto_meeting_vote(desk_stage(desk)->meetings[VETO_EXPECTED], 0);
        for (size_t j = 0; j < odds->joint_count; j++)
            if (i == 0 || odds->joint[j].outcomes[0] == vote->result.outcome) {
                all += odds->joint[j].p;
                some += odds->joint[j].outcomes[1] == VETO_ADOPTED ? odds->joint[j].p : 0;
            }
        adopted[i] = some / all;
        snprintf(percent, sizeof percent, "odds: adopted %.1f%%,", adopted[i] * 100);
        ck_assert(arenas_try(&arena, NULL, work_line, &state));
        ck_assert_msg(strstr(line, percent) == line, "%s, not %s", line, percent);
    }
    ck_assert_double_gt(fabs(adopted[0] - adopted[1]), 0.01);
    close_desk();
}
END_TEST

/* ---- n changes and n undos ---- */

static uint32_t draw(uint32_t *counter, uint32_t below) {
    uint32_t at[4] = {(*counter)++, 0, 0, 0};
    return philox(27, at).word[0] % below;
}

struct record {
    struct state state;
    char overrides[4096];
    enum veto_outcome outcomes[4];
    double odds[4];
};

static struct record record_of(struct state state) {
    const struct stage *stage = desk_stage(desk);
    struct record record = {.state = state};
    record.state.notice = NULL;
    for (size_t i = 0; i < stage->override_count; i++) {
        strcat(record.overrides, stage->overrides[i]);
        strcat(record.overrides, "\n");
    }
    for (int draft = 0; draft < (int)stage->scenario->draft_count && draft < 4; draft++) {
        record.outcomes[draft] = veto_meeting_outcome(stage->meetings[state.mode], draft);
        record.odds[draft] = stage->odds->drafts[draft].outcome[VETO_ADOPTED];
    }
    return record;
}

static void same_record(const struct record *a, const struct record *b) {
    ck_assert_str_eq(a->overrides, b->overrides);
    ck_assert_uint_eq(a->state.shown, b->state.shown);
    ck_assert_int_eq(a->state.overlay, b->state.overlay);
    ck_assert_int_eq(a->state.member, b->state.member);
    ck_assert_mem_eq(a->outcomes, b->outcomes, sizeof a->outcomes);
    ck_assert_mem_eq(a->odds, b->odds, sizeof a->odds);
}

START_TEST(undo_undoes) {
    enum { CHANGES = 60 };
    static struct record records[CHANGES + 1];
    static const char keys[] = "ynax+-<>()!Xr";
    open_example();
    uint32_t counter = (uint32_t)_i << 16;
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), _i % 2 ? "1 w" : "_ _ w");
    for (uint32_t by = draw(&counter, 15); by > 0; by--)
        state = press_all(state, "_");
    if (_i % 3 == 0)
        state = press_all(state, "(M)");
    if (_i % 3 == 0)
        state = press_all(state, "u");
    records[0] = record_of(state);
    size_t made = 0;
    for (int tries = 0; made < CHANGES && tries < 1000; tries++) {
        char key[2] = {keys[draw(&counter, sizeof keys - 1)], '\0'};
        state = press_all(state, key);
        if (strcmp(record_of(state).overrides, records[made].overrides) != 0)
            records[++made] = record_of(state);
    }
    ck_assert_uint_eq(made, CHANGES);
    for (size_t i = made; i-- > 0;) {
        state = press_all(state, "u");
        struct record record = record_of(state);
        same_record(&record, &records[i]);
    }
    for (size_t i = 1; i <= made; i++) {
        state = press_all(state, "@");
        struct record record = record_of(state);
        same_record(&record, &records[i]);
    }
    close_desk();
}
END_TEST

START_TEST(any_keys) {
    static const char *const files[] = {"tests/screens/example.yaml", "scenarios/korea-1950.yaml",
                                        "scenarios/aleppo-2016.yaml"};
    open_desk(files[_i], NULL, 0);
    uint32_t counter = (uint32_t)(_i + 1) << 20;
    struct state state = start_open(80, 24, CHARSET_UTF8);
    for (int i = 0; i < 1500; i++) {
        const struct binding *binding = &key_bindings[draw(&counter, (uint32_t)key_binding_count)];
        state = desk_press(desk, state, key_at(binding, 0));
        state.quit = false;
        frame_of(&state);
        arena_free(&arena);
        ck_assert(state.wish.kind == WISH_NONE || state.wish.kind >= DESK_WISHES);
        ck_assert_uint_le(state.shown, veto_meeting_event_count(state_meeting(&state)));
        ck_assert_ptr_ne(desk_stage(desk)->before, desk_stage(desk));
    }
    close_desk();
}
END_TEST

/* A scenario with mistakes has no desk, and says why once. */
START_TEST(mistakes_are_told) {
    static const char *const given[] = {"council.required_majority=99"};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct desk_source source = {.word = "x", .overrides = given, .override_count = 1};
    char *bytes = golden_read(EXAMPLE, &source.text.length);
    source.text.name = "x";
    source.text.bytes = bytes;
    ck_assert_int_eq(desk_open(&desk, &source, list), VETO_INPUT);
    ck_assert_ptr_null(desk);
    ck_assert_uint_eq(veto_diagnostics_errors(list), 1);
    veto_diagnostics_free(list);
    free(bytes);
}
END_TEST

static const struct suite_entry entries[] = {
    {numbers_agree_on_a_screen, 0},
    {even_odds_have_an_order, 0},
    {frames_as_text, sizeof screens / sizeof *screens},
    {keys_change_things, sizeof changes / sizeof *changes},
    {the_command_line_gives_the_same, 0},
    {a_ballot_of_the_file_can_be_left_to_the_model, 0},
    {what_is_set_at_the_start_is_a_change, 0},
    {reports_on_screen_tell_that_something_is_changed, 0},
    {the_place_is_kept, 0},
    {the_roll_is_called_by_itself, 0},
    {the_cursor_follows, 0},
    {no_words_pass_unseen, 0},
    {votes_are_taken_behind_a_prediction, 0},
    {guesses_are_scored, sizeof guesses / sizeof *guesses},
    {odds_go_by_what_has_been_shown, 0},
    {undo_undoes, 6},
    {any_keys, 3},
    {mistakes_are_told, 0},
};

SUITE("desk", entries)
