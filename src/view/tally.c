/* The counts of a vote against the majority that it needs, and how the drafts fare. */
#include "base/text.h"
#include "view/parts.h"
#include "words/words.h"

enum { LABEL = 14, BADGE = 10, NEEDED = 10 };

const struct outcome_look outcome_looks[VETO_OUTCOMES] = {
    [VETO_ADOPTED] = {STYLE_YES, STYLE_FILL_YES},
    [VETO_VETOED] = {STYLE_VETO, STYLE_FILL_NO},
    [VETO_FAILED] = {STYLE_NO, STYLE_FILL_NO},
    [VETO_NOT_PUT] = {STYLE_NOT_PARTICIPATING, STYLE_STRONG},
};

const char *outcome_badge(const struct scene *scene, enum veto_outcome outcome) {
    char *badge = arena_printf(scene->arena, " %s ", words_outcome(outcome));
    for (char *c = badge; *c; c++)
        *c = (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
    return badge;
}

/* ---- the counts ---- */

/* Whether there is room for "9 needed" behind the bar. */
static bool beside_bar(const struct scene *scene, struct area area) {
    return area.columns > LABEL + 1 + (int)scene->scenario->rules.members + NEEDED;
}

/* A cell for each member, or as many as there is room for. */
static void draw_bar(const struct scene *scene, struct area area, int row, enum veto_ballot ballot,
                     unsigned votes) {
    const struct veto_rules *rules = &scene->scenario->rules;
    bool mark = ballot == VETO_YES; /* at the required majority */
    int members = (int)rules->members, room = area.columns - LABEL - 1;
    int cells = members < room ? members : room, column = LABEL;
    if (cells < 1)
        return;
    for (int i = 0; i < cells; i++) {
        int member = i * members / cells; /* the first one that the cell stands for */
        if (mark && member >= (int)rules->required &&
            (i - 1) * members / cells < (int)rules->required)
            frame_put(scene->frame, area, column++, row, STYLE_STRONG,
                      frame_sign(scene->frame, SIGN_MARK));
        bool full = member < (int)votes;
        frame_put(scene->frame, area, column++, row, full ? ballot_looks[ballot].fill : STYLE_DIM,
                  frame_sign(scene->frame, full ? SIGN_FULL : SIGN_EMPTY));
    }
    if (mark && beside_bar(scene, area))
        frame_put(scene->frame, area, column + 1, row, STYLE_PLAIN,
                  arena_printf(scene->arena, "%u needed", rules->required));
}

const char *tally_others(const struct scene *scene, bool needed) {
    const char *text =
        needed ? arena_printf(scene->arena, "%u needed", scene->scenario->rules.required) : "";
    for (int ballot = VETO_ABSTAIN + 1; ballot < VETO_BALLOTS; ballot++)
        if (scene->tally[ballot] > 0)
            text = arena_printf(scene->arena, "%s%s%u %s", text, *text ? ", " : "",
                                scene->tally[ballot], words_ballot((enum veto_ballot)ballot));
    const struct chamber_vote *vote = &scene->vote;
    unsigned left = scene->scenario->rules.members - veto_set_count(vote->cast);
    if (vote->vote && vote->vote->without_vote)
        return "adopted without a vote";
    const char *comma = *text ? ", " : "";
    if (left > 0 && scene->turn.member != VETO_NONE)
        text = arena_printf(scene->arena, "%s%s%s", text, comma,
                            words_certain(vote->vote->result.outcome));
    else if (left > 0)
        text = arena_printf(scene->arena, "%s%s%u still to vote", text, comma, left);
    return text;
}

static void draw_tally_heading(const struct scene *scene, struct area area) {
    const struct chamber_vote *vote = &scene->vote;
    const struct veto_draft *draft = &scene->scenario->drafts[vote->draft];
    struct area name = area_part(area, 0, 0, area.columns - (vote->decided ? BADGE : 0), 1);
    const char *text = words_draft(scene->frame->arena, draft);
    if (draft->symbol && frame_width(scene->frame, text) > name.columns)
        text = draft->symbol;
    frame_put_short(scene->frame, name, 0, 0, STYLE_TITLE, text);
    if (!vote->decided)
        return;
    enum veto_outcome outcome = vote->vote->result.outcome;
    frame_put_right(scene->frame, area, 0, outcome_looks[outcome].style,
                    outcome_badge(scene, outcome));
}

/* Before the first vote: what one needs. */
static void draw_tally_rule(const struct scene *scene, struct area area) {
    const struct veto_rules *rules = &scene->scenario->rules;
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    const char *unless = "";
    if (rules->veto_holders && rules->veto_needs <= 1)
        unless = ", and no member marked * against it";
    else if (rules->veto_holders)
        unless = arena_printf(scene->arena, ", and fewer than %u members marked * against it",
                              rules->veto_needs);
    lines_add(&lines, STYLE_TITLE, 0, "No vote yet");
    lines_print(&lines, STYLE_PLAIN, 0, "A draft needs %s%s.",
                words_required(scene->arena, rules->required, rules->members), unless);
    if (rules->majority_count)
        lines_print(&lines, STYLE_PLAIN, 0, "Besides: %s.",
                    words_majorities(scene->arena, scene->scenario, ~0U));
    if (rules->veto_holders && rules->override_at)
        lines_print(&lines, STYLE_PLAIN, 0, "%s a veto.", words_overriding(scene->arena, rules));
    if (rules->veto_holders)
        lines_add(&lines, STYLE_DIM, 0, "Procedural questions cannot be vetoed.");
    lines_draw(&lines, area, 0);
}

void draw_tally(const struct scene *scene, struct area area) {
    const struct chamber_vote *vote = &scene->vote;
    if (vote->draft == VETO_NONE) {
        draw_tally_rule(scene, area);
        return;
    }
    draw_tally_heading(scene, area);
    int row = 1;
    if (vote->vote && vote->vote->without_vote) {
        frame_put_short(scene->frame, area, 0, row, STYLE_PLAIN, "Without a vote: no ballots.");
        return;
    }
    for (int i = VETO_YES; i <= VETO_ABSTAIN; i++, row++) {
        enum veto_ballot ballot = (enum veto_ballot)i;
        const char *label = words_capital(scene->arena, words_ballot(ballot));
        frame_put(scene->frame, area, 0, row, STYLE_PLAIN, label);
        frame_put(scene->frame, area, LABEL - 3, row, STYLE_STRONG,
                  arena_printf(scene->arena, "%2u", scene->tally[i]));
        draw_bar(scene, area, row, ballot, scene->tally[i]);
    }
    const char *odds = vote->cast ? NULL : odds_line(scene, vote->draft);
    bool fits = odds && frame_width(scene->frame, odds) <= area.columns;
    frame_put_short(scene->frame, area, 0, row, STYLE_DIM,
                    fits ? odds : tally_others(scene, !beside_bar(scene, area)));
}

/* ---- the drafts ---- */

const char *stage_outcome(struct arena *arena, const struct stage *stage, enum veto_mode mode,
                          int draft) {
    return words_brief_outcome(arena, veto_meeting_vote(stage->meetings[mode], draft));
}

const char *draft_fate(const struct scene *scene, int draft, enum style *style) {
    const struct veto_event *event = state_fate(scene->state, draft);
    *style = event && event->kind == VETO_EVENT_RESULT ? STYLE_STRONG : STYLE_DIM;
    return event ? stage_outcome(scene->arena, scene->stage, scene->state->mode, draft) : "to come";
}

enum { GAP = 3, MOST_DRAFT_ROWS = 3 };

/* Puts the drafts one behind the other; returns the rows. */
int flow_drafts(const struct scene *scene, struct area area, bool draw) {
    struct frame *frame = scene->frame;
    int column = 1, row = 0;
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++) {
        enum style style;
        char *name = arena_printf(frame->arena, "%d %s ", draft + 1,
                                  words_draft(frame->arena, &scene->scenario->drafts[draft]));
        const char *how = draft_fate(scene, draft, &style);
        int width = frame_width(frame, name) + frame_width(frame, how);
        if (column > 1 && column + width > area.columns) {
            column = 1;
            row++;
        }
        if (draw) {
            frame_put(frame, area, column, row, STYLE_PLAIN, name);
            frame_put(frame, area, column + frame_width(frame, name), row, style, how);
            frame_spot(frame, area_part(area, column, row, width, 1), ACTION_DRAFT, draft);
        }
        column += width + GAP;
    }
    return scene->scenario->draft_count ? row + 1 : 0;
}

int drafts_rows(const struct scene *scene, int columns) {
    int rows = flow_drafts(scene, (struct area){.columns = columns}, false);
    return rows < MOST_DRAFT_ROWS ? rows : MOST_DRAFT_ROWS;
}

void draw_draft_list(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    for (int i = 0; i < (int)scene->scenario->draft_count; i++) {
        const struct veto_draft *draft = &scene->scenario->drafts[i];
        enum style style;
        const char *how = draft_fate(scene, i, &style);
        lines_gap(&lines);
        lines_add_led(&lines, STYLE_KEY, arena_printf(scene->arena, "%d", i + 1), 3, STYLE_TITLE,
                      words_draft(scene->arena, draft));
        lines_add(&lines, STYLE_DIM, 3, draft->title);
        lines_add(&lines, style, 3, words_capital(scene->arena, how));
        if (!state_fate(scene->state, i) && odds_line(scene, i))
            lines_add(&lines, STYLE_DIM, 3, words_capital(scene->arena, odds_line(scene, i)));
    }
    lines_draw(&lines, area, 0);
}
