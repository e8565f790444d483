/* What has been said and done so far, newest at the bottom: the pages of the minutes, event by
 * event, with the roll as it is called and what a key can do. */
#include "report/minutes.h"
#include "view/parts.h"
#include "words/words.h"

struct minutes scene_minutes(const struct scene *scene, struct page *page) {
    const struct told told = state_told(scene->state);
    *page = stage_page(scene->arena, scene->stage);
    struct minutes minutes = minutes_of(page, &told);
    minutes.screen = true;
    minutes.numbers = scene->state->numbers;
    /* where there is room for how it came */
    minutes.causes = minutes.numbers && state_view(scene->state) == VIEW_DEBATE;
    return minutes;
}

/* ---- the roll ---- */

/* The ballot just called, and what it has made of the vote. */
static void add_debate_ballot(struct lines *lines, const struct scene *scene,
                              const struct veto_event *event) {
    enum veto_ballot ballot = event->vote->casts[event->member].ballot;
    veto_set before = 0;
    for (size_t i = event->vote->begun; veto_meeting_event(scene->meeting, i) != event; i++)
        if (veto_meeting_event(scene->meeting, i)->kind == VETO_EVENT_BALLOT)
            before |= veto_set_of((unsigned)veto_meeting_event(scene->meeting, i)->member);
    lines_add_led(lines, ballot_looks[ballot].style, ballot_looks[ballot].badge, 5, STYLE_PLAIN,
                  arena_printf(scene->arena, "%s: %s", scene->scenario->members[event->member].name,
                               words_ballot(ballot)));
    const char *turn =
        words_turn(scene->arena, scene->scenario, event->vote, before, event->member);
    if (turn)
        lines_add(lines, STYLE_STRONG, 5, turn);
}

static void add_debate_obligation(struct lines *lines, const struct scene *scene,
                                  const struct veto_event *event) {
    lines_add(lines, STYLE_PLAIN, 5,
              words_obligation(scene->arena, scene->scenario, event->vote, event->member));
}

/* ---- what stands below an event ---- */

static void add_predict_key(struct lines *lines, const struct scene *scene,
                            const struct veto_event *event) {
    if (event->question->draft != VETO_NONE && event == state_event(scene->state))
        lines_add(lines, STYLE_DIM, 0, "P enters what the class expects.");
}

static void add_put_draft(struct lines *lines, const struct scene *scene,
                          const struct veto_event *event) {
    const struct veto_draft *draft = &scene->scenario->drafts[event->draft];
    struct arena *arena = scene->arena;
    lines_add(lines, STYLE_PLAIN, 0, draft->title);
    if (draft->kind_count)
        lines_print(lines, STYLE_PLAIN, 0, "%s K narrows it down.",
                    words_kinds_asked(arena, draft));
    if (scene->state->pace != PACE_OFF && event == state_event(scene->state))
        lines_add(lines, STYLE_KEY, 0,
                  "Space begins the vote, seat by seat; . calls one seat at a time.");
}

/* Which ballot had made the result certain; how the class did; and how it really was, where what is
 * played is something else. */
static void add_comparison(struct lines *lines, const struct scene *scene,
                           const struct veto_event *event) {
    const char *score = score_line(scene, event->draft);
    if (event == state_event(scene->state) && scene->turn.member != VETO_NONE)
        lines_add_led(lines, STYLE_STRONG, frame_sign(lines->frame, SIGN_TURN), 2, STYLE_PLAIN,
                      words_certain_from(scene->arena, scene->scenario, scene->turn.member,
                                         scene->turn.place));
    if (score)
        lines_add(lines, STYLE_STRONG, 0, score);
    char *record = scene->state->mode == VETO_RECORDED
                       ? NULL
                       : words_against_record(scene->arena, scene->meeting, event->draft);
    if (record)
        lines_add(lines, STYLE_DIM, 0, record);
}

/* ---- the debate ---- */

static void (*const below[VETO_EVENT_KINDS])(struct lines *, const struct scene *,
                                             const struct veto_event *) = {
    [VETO_EVENT_QUESTION] = add_predict_key,         [VETO_EVENT_PUT] = add_put_draft,
    [VETO_EVENT_BALLOT] = add_debate_ballot,         [VETO_EVENT_RESULT] = add_comparison,
    [VETO_EVENT_OBLIGATION] = add_debate_obligation, [VETO_EVENT_WITHOUT_VOTE] = add_comparison,
};

/* The page is as good as new for the next event: what it held is in the lines. */
static void add_event(struct lines *lines, const struct scene *scene, const struct minutes *minutes,
                      const struct veto_event *event) {
    minutes_event(minutes, event);
    lines_page(lines, minutes->page);
    minutes->page->count = 0;
    if (below[event->kind])
        below[event->kind](lines, scene, event);
}

void add_event_source(struct lines *lines, const struct scene *scene,
                      const struct veto_event *event) {
    struct page page;
    const struct minutes minutes = scene_minutes(scene, &page);
    if (event->kind == VETO_EVENT_STATEMENT || event->kind == VETO_EVENT_HAPPENING)
        minutes_source(&minutes, event->item);
    if (event->kind == VETO_EVENT_PUT)
        page_paragraph(&page, ROLE_PLAIN, 0,
                       words_question(veto_meeting_question(minutes.meeting, event->draft)));
    lines_page(lines, &page);
    if (event->kind == VETO_EVENT_QUESTION)
        add_predict_key(lines, scene, event);
}

static bool in_roll_call(enum veto_event_kind kind) {
    return kind == VETO_EVENT_BALLOT || kind == VETO_EVENT_OBLIGATION;
}

void draw_debate(const struct scene *scene, struct area area) {
    struct lines lines = {
        .frame = scene->frame, .columns = area.columns, .seek = scene->state->seek};
    struct page page;
    const struct minutes minutes = scene_minutes(scene, &page);
    enum veto_event_kind last = VETO_EVENT_OPEN;
    minutes_beforehand(&minutes);
    for (size_t i = 0; i < scene->state->shown; i++) {
        const struct veto_event *event = veto_meeting_event(minutes.meeting, i);
        /* ballots are there while the roll is called; the result takes their place */
        bool over = event->kind == VETO_EVENT_BALLOT && state_fate(scene->state, event->draft);
        if (over || event->kind == VETO_EVENT_BRANCH) /* of which only what it holds is told */
            continue;
        if (!in_roll_call(event->kind) || !in_roll_call(last))
            lines_gap(&lines);
        lines.newest = lines.count;
        if (i + 1 == scene->state->found) {
            lines.found = lines.count;
            lines_print(&lines, STYLE_SELECTED, 0, "Found: %s", scene->state->search);
        }
        add_event(&lines, scene, &minutes, event);
        last = event->kind;
    }
    lines_scroll(&lines, area);
}
