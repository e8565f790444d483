/* Every report of every scenario that ships has the same words on every surface. */
#include "files_of.h"
#include "page_surfaces.h"
#include "record_file.h"
#include "report/flips.h"
#include "report/handout.h"
#include "report/history.h"
#include "report/lessons.h"
#include "report/meeting.h"
#include "report/odds.h"
#include "report/power.h"
#include "report/sweep.h"
#include "report/whatif.h"
#include "scenario_file.h"

/* ---- the same words on every surface ---- */

/* A scenario that ships, with what its model says. */
struct side {
    struct veto_scenario *scenario;
    struct veto_meeting *meeting;
    struct veto_odds_plan *plan;
    const struct veto_odds *odds;
};

/* What reports are about; `after` has another majority. */
struct stage {
    struct side before, after;
    struct veto_flips *flips[VETO_MAX_DRAFTS];
    struct veto_power *power;
};

static const char *const majority[] = {"council.required_majority=5"};

/* What a page says was changed. */
static const char *const two_changes[] = {"council.required_majority=5", "title=T"};

static void open_side(struct side *side, const char *path, size_t changes) {
    side->scenario = scenario_of_file(path, majority, changes);
    ck_assert_int_eq(veto_meeting_play(&side->meeting, side->scenario, VETO_EXPECTED, 1), VETO_OK);
    ck_assert_int_eq(veto_odds_plan_new(&side->plan, side->scenario), VETO_OK);
    ck_assert_int_eq(veto_odds_exact(side->plan, VETO_ODDS_ALL, &side->odds), VETO_OK);
}

static void open_stage(struct stage *stage, const char *path) {
    struct veto_power_error error;
    open_side(&stage->before, path, 0);
    open_side(&stage->after, path, 1);
    const struct veto_scenario *scenario = stage->before.scenario;
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_vote *vote = veto_meeting_vote(stage->before.meeting, (int)i);
        if (vote)
            ck_assert_int_eq(veto_flips_find(&stage->flips[i], scenario, vote, VETO_FLIPS_STEPS),
                             VETO_OK);
    }
    ck_assert_int_eq(
        veto_power_find(&stage->power, &scenario->rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error),
        VETO_OK);
}

static void close_side(struct side *side) {
    veto_odds_plan_free(side->plan);
    veto_meeting_free(side->meeting);
    veto_scenario_free(side->scenario);
}

static void close_stage(struct stage *stage) {
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        veto_flips_free(stage->flips[i]);
    veto_power_free(stage->power);
    close_side(&stage->before);
    close_side(&stage->after);
}

/* ---- what each report is about ---- */

static const void *about_meeting(const struct stage *stage) {
    struct meeting_subject *subject = arena_new(&arena, struct meeting_subject);
    subject->meeting = stage->before.meeting;
    subject->shown = veto_meeting_event_count(subject->meeting);
    subject->why = true;
    return subject;
}

static const void *about_odds(const struct stage *stage) {
    struct odds_subject *subject = arena_new(&arena, struct odds_subject);
    *subject = (struct odds_subject){.scenario = stage->before.scenario,
                                     .odds = stage->before.odds,
                                     .before = stage->after.odds,
                                     .before_name = "at the mark"};
    return subject;
}

static const void *about_flips(const struct stage *stage) {
    struct flips_subject *subject = arena_new(&arena, struct flips_subject);
    *subject = (struct flips_subject){stage->before.meeting,
                                      (const struct veto_flips *const *)stage->flips, VETO_NONE};
    return subject;
}

static const void *about_handout(const struct stage *stage) {
    struct handout_subject *subject = arena_new(&arena, struct handout_subject);
    *subject = (struct handout_subject){stage->before.meeting, "NAME",
                                        (const struct veto_flips *const *)stage->flips};
    return subject;
}

static const void *about_whatif(const struct stage *stage) {
    struct whatif *subject = arena_new(&arena, struct whatif);
    *subject = (struct whatif){.before = {stage->before.meeting, stage->before.odds},
                               .after = {stage->after.meeting, stage->after.odds},
                               .set = majority,
                               .set_count = 1};
    return subject;
}

static const void *about_power(const struct stage *stage) {
    const struct veto_scenario *scenario = stage->before.scenario;
    struct power_report *subject = arena_new(&arena, struct power_report);
    struct power_in *in = arena_new(&arena, struct power_in);
    struct power_council *council = arena_new(&arena, struct power_council);
    struct power_member *members =
        arena_array(&arena, struct power_member, scenario->members_count);
    for (unsigned i = 0; i < scenario->members_count; i++)
        members[i] = (struct power_member){scenario->members[i].code, scenario->members[i].name,
                                           scenario->members[i].permanent,
                                           veto_set_has(scenario->rules.veto_holders, i)};
    *council = (struct power_council){.name = "council",
                                      .title = scenario->title,
                                      .count = scenario->members_count,
                                      .members = members,
                                      .power = stage->power};
    *in = (struct power_in){.scenario = scenario,
                            .flips = (const struct veto_flips *const *)stage->flips,
                            .council = council};
    *subject = (struct power_report){.councils = council, .count = 1, .in = in};
    return subject;
}

static enum veto_status find_point(void *context, size_t index, struct veto_sweep_point *point) {
    const struct veto_scenario *scenario = context;
    for (size_t i = 0; i < scenario->draft_count * VETO_OUTCOMES; i++)
        point->chances[i] = (double)((index + i) % 3) / 2;
    point->method = VETO_MONTE_CARLO;
    point->trials = 1000;
    return VETO_OK;
}

static const void *about_sweep(const struct stage *stage, size_t axes) {
    static const char *const values[] = {"yes", "no", "a|b"};
    static const struct veto_axis all[] = {{"one.path", values, 3}, {"another_path", values, 3}};
    struct sweep_chart *subject = arena_new(&arena, struct sweep_chart);
    *subject = (struct sweep_chart){.scenario = stage->before.scenario,
                                    .axes = all,
                                    .axis_count = axes,
                                    .listed = {true, true}};
    ck_assert_int_eq(sweep_chart_find(subject, find_point, stage->before.scenario), VETO_OK);
    return subject;
}

static const void *about_lines(const struct stage *stage) {
    return about_sweep(stage, 1);
}

static const void *about_map(const struct stage *stage) {
    return about_sweep(stage, 2);
}

/* Of the last draft, when everything has been shown, and before anything has. */
static const void *about_draft(const struct stage *stage, size_t shown) {
    const struct veto_meeting *meeting = stage->before.meeting;
    struct draft_subject *subject = arena_new(&arena, struct draft_subject);
    *subject = (struct draft_subject){
        .told = {meeting, shown, true},
        .draft = (int)stage->before.scenario->draft_count - 1,
        .numbers = true,
    };
    return subject;
}

static const void *about_draft_after(const struct stage *stage) {
    return about_draft(stage, veto_meeting_event_count(stage->before.meeting));
}

static const void *about_draft_before(const struct stage *stage) {
    return about_draft(stage, 0);
}

static const void *about_preview(const struct stage *stage) {
    struct preview_subject *subject = arena_new(&arena, struct preview_subject);
    *subject = (struct preview_subject){stage->before.scenario, "a word"};
    return subject;
}

/* One line a report; those of a screen stand below its own heading. */
static const struct {
    const char *name;
    const struct report *report;
    const void *(*about)(const struct stage *stage);
    bool screen;
} reports[] = {
    {"meeting", &report_meeting, about_meeting, false},
    {"odds", &report_odds, about_odds, false},
    {"flips", &report_flips, about_flips, false},
    {"whatif", &report_whatif, about_whatif, false},
    {"power", &report_power, about_power, false},
    {"power --bars", &report_power_bars, about_power, false},
    {"sweep of one path", &report_sweep_chart, about_lines, false},
    {"sweep of two", &report_sweep_chart, about_map, false},
    {"handout for the class", &report_handout_class, about_handout, false},
    {"handout for the teacher", &report_handout_teacher, about_handout, false},
    {"role cards", &report_handout_roles, about_handout, false},
    {"board", &report_handout_board, about_handout, false},
    {"draft, voted on", &report_draft, about_draft_after, true},
    {"draft, to come", &report_draft, about_draft_before, true},
    {"preview", &report_preview, about_preview, true},
};

static void check_report(const char *name, const struct report *report, const void *subject,
                         bool screen) {
    struct page page = {.arena = &arena, .changes = two_changes, .change_count = 2};
    report->page(&page, subject);
    ck_assert_uint_gt(words_of_text(&arena, &page).count, 10);
    check_words(name, &page);
    if (!screen)
        check_outline(name, &page);
}

/* What a panel draws stands on the page for paper, in the same words and in that order. */
static void check_part(const struct report *report, const void *part, const void *whole) {
    struct page panel = {.arena = &arena}, paper = panel;
    report->page(&panel, part);
    report->page(&paper, whole);
    struct words some = words_of_text(&arena, &panel), all = words_of_text(&arena, &paper);
    size_t at = 0;
    for (size_t i = 0; i < some.count; i++) {
        while (at < all.count && strcmp(all.all[at], some.all[i]) != 0)
            at++;
        ck_assert_msg(at++ < all.count, "not on paper: '%s'", some.all[i]);
    }
}

START_TEST(every_report_has_the_same_words) {
    glob_t found = files_of("scenarios/*.yaml", 30);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i];
        struct stage stage = {.power = NULL};
        open_stage(&stage, path);
        for (size_t j = 0; j < sizeof reports / sizeof *reports; j++) {
            arena_free(&arena);
            const void *subject = reports[j].about(&stage);
            check_report(arena_printf(&arena, "%s: %s", path, reports[j].name), reports[j].report,
                         subject, reports[j].screen);
            if (reports[j].report == &report_sweep_chart)
                sweep_chart_free((struct sweep_chart *)subject);
        }
        close_stage(&stage);
    }
    globfree(&found);
}
END_TEST

START_TEST(recorded_votes_have_the_same_words) {
    struct veto_history *history = read_path("tests/history/sciencespo.csv");
    struct veto_history_check *check = NULL;
    struct veto_history_filter filter = {.from_year = 0};
    arena_free(&arena);
    ck_assert_int_eq(veto_history_check(&check, history), VETO_OK);
    check_report("list", &report_votes, &(struct votes_subject){history, &filter}, false);
    check_report("check", &report_check, &(struct check_subject){check, true}, false);
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = check->findings[i].vote;
        const struct vote_view whole = {.check = check, .index = i}, told = {.vote = vote};
        check_report("show", &report_vote, &whole, false);
        check_report("told", &report_vote, &told, false);
        check_report("hidden", &report_vote, &(struct vote_view){.vote = vote, .hidden = true},
                     false);
        check_part(&report_vote, &told, &whole);
    }
    veto_history_check_free(check);
    veto_history_free(history);
}
END_TEST

static const struct suite_entry entries[] = {
    {every_report_has_the_same_words, 0},
    {recorded_votes_have_the_same_words, 0},
};

SUITE("same_words", entries)
