/* The end of a meeting: each draft's outcome and why, and how it compares with the record. */
#include "play/guess.h"
#include "play/pairs.h"
#include "view/parts.h"
#include "words/words.h"

static void add_summary_draft(struct lines *lines, const struct scene *scene, int index) {
    struct arena *arena = lines->frame->arena;
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    const struct veto_draft *draft = &scene->scenario->drafts[index];
    const struct veto_vote *vote = veto_meeting_vote(meeting, index);
    enum veto_outcome outcome = veto_meeting_outcome(meeting, index);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0,
              arena_printf(arena, "%d  %s: %s", index + 1,
                           words_capital(arena, words_named(arena, draft)),
                           words_outcome(outcome)));
    lines_add(lines, STYLE_DIM, 3, draft->title);
    lines_add(lines, STYLE_PLAIN, 3,
              vote ? words_result(arena, scene->scenario, vote)
                   : words_not_put(arena, draft, words_why_not_put(arena, meeting, index)));
    const char *score = score_line(scene, index);
    if (score)
        lines_add(lines, STYLE_STRONG, 3, score);
    const struct stage *before = scene->stage->before;
    if (before && before->meetings[scene->state->mode])
        lines_add(lines, STYLE_STRONG, 3,
                  arena_printf(arena, "%s: %s.",
                               scene->stage->marked ? "At the mark" : "Before the changes",
                               stage_outcome(arena, before, scene->state->mode, index)));
}

static void add_sequels(struct lines *lines, const struct scene *scene) {
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (event->kind != VETO_EVENT_ASSEMBLY_DEBATE &&
            event->kind != VETO_EVENT_UNITING_FOR_PEACE)
            continue;
        lines_gap(lines);
        lines_add(lines, STYLE_PLAIN, 0, words_sequel(lines->frame->arena, scene->scenario, event));
    }
}

/* "1 yes, 2 no": whether a team was right about a draft, behind what stands there. */
static const char *add_hit(const struct scene *scene, int team, int draft, const char *hits) {
    int said = scene->state->guesses[draft].teams[team - 1] + VETO_NONE;
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    if (said == VETO_NONE || !veto_meeting_vote(meeting, draft))
        return hits;
    bool right = said == (int)veto_meeting_outcome(meeting, draft);
    return arena_printf(scene->frame->arena, "%s%sdraft %d %s", hits, *hits ? ", " : "", draft + 1,
                        right ? "right" : "wrong");
}

/* The teams that said something of votes that were taken. */
static void add_scoreboard(struct lines *lines, const struct scene *scene) {
    struct arena *arena = lines->frame->arena;
    bool headed = false;
    for (int team = 1; team <= SESSION_TEAMS; team++) {
        struct team_score score = guess_team_score(scene->stage, scene->state, team);
        const char *hits = "";
        if (score.of == 0)
            continue;
        if (!headed) {
            lines_gap(lines);
            lines_add(lines, STYLE_TITLE, 0, "The teams");
        }
        headed = true;
        for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
            hits = add_hit(scene, team, draft, hits);
        lines_add(
            lines, STYLE_PLAIN, 3,
            arena_printf(arena, "Team %d: %u of %u right (%s)", team, score.right, score.of, hits));
    }
}

static void add_records(struct lines *lines, const struct scene *scene) {
    struct arena *arena = lines->frame->arena;
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    if (!scene->scenario->has_record || scene->state->mode == VETO_RECORDED)
        return;
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Against the record");
    lines_add(lines, STYLE_DIM, 3, numbers_words(scene));
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++) {
        char *text = words_record(arena, meeting, draft);
        if (text)
            lines_add(lines, STYLE_PLAIN, 3, text);
    }
    if (pairs_record_differs(arena, scene->stage, scene->state->mode))
        lines_add(lines, STYLE_DIM, 3, "C holds the two against each other, member by member.");
}

void draw_summary(const struct scene *scene, struct area area) {
    struct arena *arena = scene->frame->arena;
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    lines_add(&lines, STYLE_TITLE, 0, "The meeting rises");
    lines_add(&lines, STYLE_DIM, 0,
              arena_printf(arena, "It was played so: %s.",
                           words_mode(arena, scene->state->mode, scene->stage->seed,
                                      scene->stage->changes > 0)));
    add_scoreboard(&lines, scene);
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
        add_summary_draft(&lines, scene, draft);
    add_sequels(&lines, scene);
    add_records(&lines, scene);
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
