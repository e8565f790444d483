/*
 * What a class gets to see tells no result before its time. Every scenario that ships is played
 * beside one in which all that is still to come is another: ballots, outcomes, the record, what is
 * put at all, resolutions, and the titles of later sources. As long as both are at the same place,
 * all that is shown and written for the class is the same to the byte.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "desk_file.h"
#include "files_of.h"
#include "play/actions.h"
#include "report/meeting.h"
#include "view/view.h"

static struct arena arena; /* of overrides */

/* ---- two scenarios ---- */

struct side {
    struct desk *desk;
    struct stage stage; /* the desk's, but for what it was opened with */
    struct arena frames;
};

static struct side sides[2]; /* as it ships, and as it might have been */

static void look_at(struct side *side) {
    side->stage = *desk_stage(side->desk);
    side->stage.overrides += side->stage.override_count - side->stage.changes;
    side->stage.override_count = side->stage.changes;
}

static void open_side(struct side *side, const char *path, const char *const *set, size_t count) {
    side->desk = desk_of_file(path, set, count, 1);
    look_at(side);
}

static void close_side(struct side *side) {
    desk_close(side->desk);
    arena_free(&side->frames);
}

enum { MOST_OVERRIDES = 600 };

struct twist {
    const char *set[MOST_OVERRIDES];
    size_t count;
};

static void twist_add(struct twist *twist, char *override) {
    ck_assert_uint_lt(twist->count, MOST_OVERRIDES);
    twist->set[twist->count++] = override;
}

/* The members from this one on, every other: "FRA, RUS". */
static char *every_other(const struct veto_scenario *scenario, unsigned from) {
    char *list = arena_printf(&arena, "%s", "");
    for (unsigned i = from; i < scenario->members_count; i += 2)
        list = arena_printf(&arena, "%s%s%s", list, *list ? ", " : "", scenario->members[i].code);
    return list;
}

static void twist_draft(struct twist *twist, const struct veto_scenario *scenario, int index,
                        enum veto_outcome outcome) {
    const struct veto_draft *draft = &scenario->drafts[index];
    const char *id = draft->id;
    twist_add(twist, arena_printf(&arena, "drafts.%s.leanings={default: %s}", id,
                                  outcome == VETO_ADOPTED ? "-1" : "1"));
    twist_add(twist, arena_printf(&arena, "drafts.%s.ballots={%s: absent}", id,
                                  scenario->members[0].code));
    if (draft->result)
        twist_add(twist, arena_printf(&arena, "drafts.%s.result=S/RES/1 (1946)", id));
    if (draft->recorded)
        twist_add(twist, arena_printf(&arena, "recorded.%s={yes: [%s], no: [%s]}", id,
                                      every_other(scenario, 0), every_other(scenario, 1)));
    if (outcome == VETO_NOT_PUT)
        twist_add(twist, arena_printf(&arena, "drafts.%s.put=true", id));
    else if (index % 2)
        twist_add(twist, arena_printf(&arena, "drafts.%s.put=false", id));
}

static bool is_early(const struct veto_scenario *scenario, const char *date) {
    return date && scenario->date_text && strcmp(date, scenario->date_text) < 0;
}

static void twist_sources(struct twist *twist, const struct veto_scenario *scenario) {
    for (size_t i = 0; i < scenario->reference_count; i++) {
        const struct veto_reference *source = &scenario->references[i];
        if (is_early(scenario, source->date))
            continue;
        twist_add(twist, arena_printf(&arena, "sources.%s.title=Another", source->id));
        if (source->note)
            twist_add(twist, arena_printf(&arena, "sources.%s.note=Another", source->id));
        if (source->url)
            twist_add(twist,
                      arena_printf(&arena, "sources.%s.url=https://example.org", source->id));
    }
}

/* All that is not settled yet is another. */
static struct twist twist_of(const struct veto_meeting *meeting, uint32_t settled) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    struct twist twist = {.count = 0};
    for (int i = 0; i < (int)scenario->draft_count; i++)
        if (!(settled >> i & 1))
            twist_draft(&twist, scenario, i, veto_meeting_outcome(meeting, i));
    for (unsigned i = 0; settled == 0 && i < scenario->members_count; i++)
        twist_add(&twist,
                  arena_printf(&arena, "members.%s.%s=0.37", scenario->members[i].code,
                               veto_set_has(scenario->rules.veto_holders, i) ? "veto_tendency"
                                                                             : "opposition"));
    twist_sources(&twist, scenario);
    return twist;
}

/* ---- what is compared ---- */

static struct {
    bool open;               /* a fault: everything is shown */
    size_t compared, differ; /* surfaces at a place */
    const char *where;
} found;

static void compare(const char *what, size_t shown, const char *a, const char *b) {
    size_t same = 0;
    found.compared++;
    if (strcmp(a, b) == 0)
        return;
    found.differ++;
    while (a[same] && a[same] == b[same])
        same++;
    same = same > 60 ? same - 60 : 0;
    ck_assert_msg(found.open, "%s, %s after %zu events: '%.160s' and '%.160s'", found.where, what,
                  shown, a + same, b + same);
}

static char *drawn(struct side *side, struct state state) {
    state.stage = &side->stage;
    return frame_text(&side->frames, view_frame(&side->frames, &state));
}

static void compare_frames(const char *what, const struct state states[2]) {
    compare(what, states[0].shown, drawn(&sides[0], states[0]), drawn(&sides[1], states[1]));
    for (size_t i = 0; i < 2; i++)
        arena_free(&sides[i].frames);
}

static char *transcript(const struct side *side, size_t shown, enum report_format format) {
    static const char *const set[] = {"drafts.x.ballots.FRA=yes"};
    const struct session session = {
        .scenario = "x", .set = set, .set_count = 1, .blind = !found.open};
    struct meeting_subject subject = {side->stage.meetings[VETO_EXPECTED], shown, false, &session};
    struct report_look look = {.format = format};
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    ck_assert_int_eq(report_write(file, &report_transcript, &subject, &look), VETO_OK);
    fclose(file);
    return text;
}

static void compare_transcripts(size_t shown) {
    for (int format = REPORT_TEXT; format <= REPORT_MARKDOWN; format++) {
        if (format != REPORT_TEXT && format != REPORT_HTML && format != REPORT_MARKDOWN)
            continue;
        char *a = transcript(&sides[0], shown, (enum report_format)format);
        char *b = transcript(&sides[1], shown, (enum report_format)format);
        compare("transcript", shown, a, b);
        free(a);
        free(b);
    }
}

static struct state state_at(const struct side *side, size_t shown, int columns, int rows) {
    struct state state =
        state_start(desk_stage(side->desk), VETO_EXPECTED, CHARSET_UTF8, columns, rows);
    state.shown = shown;
    state.open = found.open;
    return state;
}

static const struct {
    const char *name;
    enum view overlay;
    bool large;
    int columns, rows; /* room for all that would else have to be scrolled to */
} surfaces[] = {
    {"chamber", 0, false, 160, 120},
    {"chamber, small", 0, false, 80, 24},
    {"large", 0, true, 120, 40},
    {"member", VIEW_WHY, false, 120, 120},
    {"odds", VIEW_ODDS, false, 120, 120},
    {"flips", VIEW_FLIPS, false, 120, 120},
    {"predict", VIEW_PREDICT, false, 120, 120},
    {"drafts", VIEW_DRAFTS, false, 120, 120},
    {"debate", VIEW_DEBATE, false, 120, 400},
    {"compare", VIEW_COMPARE, false, 120, 120},
    {"power", VIEW_POWER, false, 120, 120},
    {"command", VIEW_COMMAND, false, 120, 120},
};

enum { SURFACES = sizeof surfaces / sizeof *surfaces };

static void compare_surface(size_t surface, size_t shown, size_t turn) {
    const struct veto_scenario *scenario = sides[0].stage.scenario;
    struct state states[2];
    if (shown == 0 && surfaces[surface].overlay & VIEWS_OF(IS_LATER))
        return;
    for (size_t i = 0; i < 2; i++) {
        states[i] = state_at(&sides[i], shown, surfaces[surface].columns, surfaces[surface].rows);
        states[i].overlay = surfaces[surface].overlay;
        states[i].large = surfaces[surface].large;
        states[i].member = (int)(turn % scenario->members_count);
        states[i].draft = (int)(turn % scenario->draft_count);
        states[i].pair = (int)(turn % 2);
    }
    compare_frames(surfaces[surface].name, states);
}

/* ---- what keys answer ---- */

static void press_alike(const char *keys) {
    struct state states[2] = {state_at(&sides[0], 0, 120, 60), state_at(&sides[1], 0, 120, 60)};
    char what[40];
    for (; *keys; keys++) {
        snprintf(what, sizeof what, "key '%c'", *keys);
        for (size_t i = 0; i < 2; i++) {
            states[i] = desk_press(sides[i].desk, states[i],
                                   *keys == '^' ? PRESS_ESCAPE : (uint32_t)(unsigned char)*keys);
            look_at(&sides[i]);
        }
        compare_frames(what, states);
    }
}

/* ---- place by place ---- */

/* Whether the next event is the same in both. */
static bool goes_on_alike(size_t shown) {
    const struct veto_event *next[2];
    for (size_t i = 0; i < 2; i++) {
        const struct veto_meeting *meeting = sides[i].stage.meetings[VETO_EXPECTED];
        if (shown >= veto_meeting_event_count(meeting))
            return false;
        next[i] = veto_meeting_event(meeting, shown);
    }
    bool alike = next[0]->kind == next[1]->kind && next[0]->draft == next[1]->draft &&
                 next[0]->member == next[1]->member;
    if (alike && next[0]->item)
        alike = next[1]->item && strcmp(next[0]->item->path, next[1]->item->path) == 0;
    if (alike && next[0]->kind == VETO_EVENT_BALLOT)
        alike = next[0]->vote->casts[next[0]->member].ballot ==
                next[1]->vote->casts[next[1]->member].ballot;
    return alike && next[0]->kind != VETO_EVENT_RESULT;
}

static void compare_place(size_t shown) {
    const struct veto_event *last =
        shown ? veto_meeting_event(sides[0].stage.meetings[VETO_EXPECTED], shown - 1) : NULL;
    if (last && last->kind == VETO_EVENT_BRANCH)
        return;
    for (size_t surface = 0; surface < SURFACES; surface++)
        compare_surface(surface, shown, shown + surface);
    compare_transcripts(shown);
}

/* From a place on, with all that is not settled there another; up to where they part. */
static void compare_from(const char *path, size_t shown) {
    const struct veto_meeting *meeting = sides[0].stage.meetings[VETO_EXPECTED];
    struct twist twist = twist_of(meeting, session_settled(meeting, shown));
    open_side(&sides[1], path, twist.set, twist.count);
    compare_place(shown);
    while (goes_on_alike(shown))
        compare_place(++shown);
    close_side(&sides[1]);
}

/* The start, and each place where a result is shown; but for the last one, behind which all is
 * told. */
static void compare_all(const char *path) {
    open_side(&sides[0], path, NULL, 0);
    const struct veto_meeting *meeting = sides[0].stage.meetings[VETO_EXPECTED];
    for (size_t shown = 0; shown < veto_meeting_event_count(meeting); shown++) {
        const struct told told = {meeting, shown, false};
        bool result = shown > 0 && session_settles(veto_meeting_event(meeting, shown - 1));
        if ((shown == 0 || result) && !told_all(&told))
            compare_from(path, shown);
    }
    close_side(&sides[0]);
    arena_free(&arena);
}

static void each_scenario(void (*does)(const char *path)) {
    glob_t all = files_of("scenarios/*.yaml", 30);
    for (size_t i = 0; i < all.gl_pathc; i++) {
        found.where = all.gl_pathv[i];
        does(found.where);
    }
    globfree(&all);
}

START_TEST(nothing_is_told) {
    found.open = false;
    each_scenario(compare_all);
    ck_assert_uint_gt(found.compared, 5000);
    ck_assert_uint_eq(found.differ, 0);
}
END_TEST

/* Behind the last vote, whose explanations follow, no draft is left that reads "to come" and is
 * never put: the class would wait for it, and for the titles of sources. */
static void wait_for_no_turn(const char *path) {
    open_side(&sides[0], path, NULL, 0);
    const struct veto_meeting *meeting = sides[0].stage.meetings[VETO_EXPECTED];
    bool voted = false, spoken = false;
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        bool vote = event->kind == VETO_EVENT_RESULT || event->kind == VETO_EVENT_WITHOUT_VOTE;
        voted = voted || vote;
        spoken = voted && !vote && (spoken || event->kind == VETO_EVENT_STATEMENT);
        struct told told = {meeting, i + 1, false};
        ck_assert_msg(!spoken || event->kind != VETO_EVENT_NOT_PUT || !told_all(&told),
                      "%s: nobody is to speak between the last vote and event %zu", path, i);
    }
    close_side(&sides[0]);
    arena_free(&arena);
}

START_TEST(no_turn_is_waited_for) {
    each_scenario(wait_for_no_turn);
}
END_TEST

/* That this would be seen: where everything is shown, nearly every surface tells something. */
START_TEST(faults_would_be_seen) {
    static const char *const telling[] = {"chamber", "chamber, small", "member",  "odds",
                                          "drafts",  "debate",         "compare", "power"};
    found.open = true;
    found.where = "scenarios/aleppo-2016.yaml";
    open_side(&sides[0], found.where, NULL, 0);
    const struct veto_meeting *meeting = sides[0].stage.meetings[VETO_EXPECTED];
    struct twist twist = twist_of(meeting, 0);
    open_side(&sides[1], found.where, twist.set, twist.count);
    size_t put = 0, told = 0;
    while (veto_meeting_event(meeting, put++)->kind != VETO_EVENT_PUT)
        continue;
    for (size_t surface = 0; surface < SURFACES; surface++) {
        size_t before = found.differ;
        compare_surface(surface, put, 0);
        for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
            told += strcmp(telling[i], surfaces[surface].name) == 0 && found.differ > before;
    }
    ck_assert_uint_eq(told, sizeof telling / sizeof *telling);
    size_t before = found.differ;
    compare_transcripts(put);
    ck_assert_uint_eq(found.differ, before + 3);
    close_side(&sides[1]);
    close_side(&sides[0]);
    arena_free(&arena);
}
END_TEST

static void answer_alike(const char *path) {
    open_side(&sides[0], path, NULL, 0);
    struct twist twist = twist_of(sides[0].stage.meetings[VETO_EXPECTED], 0);
    open_side(&sides[1], path, twist.set, twist.count);
    press_alike("wynaxx+-><jjyyc^uU:^(!MrXM^of^P^d^W^T^s^?^  /^C^D^");
    close_side(&sides[1]);
    close_side(&sides[0]);
    arena_free(&arena);
}

START_TEST(keys_answer_alike) {
    found.open = false;
    each_scenario(answer_alike);
    ck_assert_uint_gt(found.compared, 1000);
}
END_TEST

/* ---- what can be chosen ---- */

/* One vote as it might be in a file of votes: adopted, with the name of its resolution, or vetoed.
 */
static void make_votes(struct entry entries[2]) {
    struct veto_history_vote *votes = arena_array(&arena, struct veto_history_vote, 2);
    for (int i = 0; i < 2; i++)
        votes[i] = (struct veto_history_vote){
            .symbol = "S/2016/9",
            .title = "Complaint of aggression",
            .date = {2016, 3, 2},
            .date_text = "2016-03-02",
            .recorded = VETO_VETOED,
            .totals = {9, 2, 4, 0, 15},
        };
    votes[0].symbol = "S/RES/90009(2016)";
    votes[0].draft = "S/2016/9";
    votes[0].resolution = 90009;
    votes[0].title = "Security Council resolution 90009 (2016) [on complaint of aggression]";
    votes[0].recorded = VETO_ADOPTED;
    for (int i = 0; i < 2; i++)
        entries[i] = entry_of_vote(&arena, &votes[i]);
}

static char *listed(const struct entry *entry, bool open, int columns, int rows) {
    const struct catalogue catalogue = {entry, 1};
    struct browser browser = browser_start(&catalogue, CHARSET_UTF8, browser_size(columns, rows));
    browser.open = open;
    return frame_text(&arena, browser_frame(&arena, &browser));
}

START_TEST(lists_tell_nothing) {
    static const int sizes[][2] = {{80, 24}, {120, 40}, {200, 60}};
    struct entry entries[2];
    make_votes(entries);
    for (size_t i = 0; i < 3; i++) {
        char *texts[2][2];
        for (int entry = 0; entry < 2; entry++)
            for (int open = 0; open < 2; open++)
                texts[open][entry] = listed(&entries[entry], open, sizes[i][0], sizes[i][1]);
        ck_assert_str_eq(texts[0][0], texts[0][1]);
        ck_assert_ptr_nonnull(strstr(texts[0][0], "2016-03-02  Complaint of aggression"));
        ck_assert_str_ne(texts[1][0], texts[1][1]);
        ck_assert_ptr_nonnull(strstr(texts[1][0], "S/RES/90009(2016)"));
    }
    arena_free(&arena);
}
END_TEST

static const struct suite_entry entries[] = {
    {lists_tell_nothing, 0},   {no_turn_is_waited_for, 0}, {nothing_is_told, 0},
    {faults_would_be_seen, 0}, {keys_answer_alike, 0},
};

SUITE("told", entries)
