/* The end of a meeting: each draft's outcome and why, and how it compares with the record. */
#include "play/guess.h"
#include "play/pairs.h"
#include "report/minutes.h"
#include "view/parts.h"
#include "words/words.h"

static void add_summary_draft(struct page *page, const struct scene *scene, int index) {
    struct arena *arena = page->arena;
    const struct veto_meeting *meeting = scene->meeting;
    const struct veto_draft *draft = &scene->scenario->drafts[index];
    page_gap(page);
    page_heading(page, 2,
                 arena_printf(arena, "%d  %s", index + 1,
                              words_fate(arena, draft, veto_meeting_outcome(meeting, index))));
    page_paragraph(page, ROLE_DIM, 1, draft->title);
    page_paragraph(page, ROLE_PLAIN, 1, words_declared(arena, meeting, index));
    const char *score = score_line(scene, index);
    if (score)
        page_paragraph(page, ROLE_STRONG, 1, score);
    const struct stage *before = scene->stage->before;
    if (before && before->meetings[scene->state->mode])
        page_paragraph(page, ROLE_STRONG, 1,
                       arena_printf(arena, "%s: %s.",
                                    scene->stage->marked ? "At the mark" : "Before the changes",
                                    stage_outcome(arena, before, scene->state->mode, index)));
}

/* The teams that said something of votes that were taken. */
static void add_scoreboard(struct page *page, const struct scene *scene) {
    bool headed = false;
    for (int team = 1; team <= SESSION_TEAMS; team++) {
        struct team_score score = guess_team_score(scene->state, team);
        const char *hits = "";
        if (score.of == 0)
            continue;
        if (!headed) {
            page_gap(page);
            page_heading(page, 2,
                         scene->stage->override_count > 0
                             ? "The teams, of the votes as they are changed here"
                             : "The teams");
        }
        headed = true;
        for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++) {
            int said = scene->state->guesses[draft].teams[team - 1] + VETO_NONE;
            if (said == VETO_NONE || !veto_meeting_vote(scene->meeting, draft))
                continue;
            bool right = said == (int)veto_meeting_outcome(scene->meeting, draft);
            hits = arena_printf(page->arena, "%s%sdraft %d %s", hits, *hits ? ", " : "", draft + 1,
                                right ? "right" : "wrong");
        }
        page_hanging(page, ROLE_PLAIN, 0,
                     arena_printf(page->arena, "Team %d: %u of %u right (%s)", team, score.right,
                                  score.of, hits));
    }
}

void draw_summary(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    struct page page;
    const struct minutes minutes = scene_minutes(scene, &page);
    page_heading(&page, 1, "The meeting rises");
    minutes_played(&minutes);
    add_scoreboard(&page, scene);
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
        add_summary_draft(&page, scene, draft);
    for (size_t i = 0; i < minutes.shown; i++) {
        const struct veto_event *event = veto_meeting_event(minutes.meeting, i);
        if (event->kind != VETO_EVENT_ASSEMBLY_DEBATE &&
            event->kind != VETO_EVENT_UNITING_FOR_PEACE)
            continue;
        page_gap(&page);
        minutes_event(&minutes, event);
    }
    minutes_record(&minutes);
    if (scene->state->mode != VETO_RECORDED &&
        pairs_record_differs(page.arena, scene->stage, scene->state->mode))
        page_paragraph(&page, ROLE_DIM, 0, "C holds the two against each other, member by member.");
    lines_page(&lines, &page);
    lines_scroll(&lines, area);
}
