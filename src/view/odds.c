/* How likely each outcome is, as tables. */
#include <stdlib.h>

#include "view/parts.h"
#include "words/words.h"

enum { LABEL = 30, CELL = 12, NAME = 26, BARS = 30, MOST_TOGETHER = 8 };

static const double least = 0.0005; /* below it a row is left out */

/* ---- what is yet to come ---- */

static bool has_happened(const struct scene *scene, const struct veto_joint_odds *joint) {
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++) {
        const struct veto_event *event = state_fate(scene->stage, scene->state, draft);
        if (event &&
            joint->outcomes[draft] != (event->vote ? event->vote->result.outcome : VETO_NOT_PUT))
            return false;
    }
    return true;
}

/* The odds of a draft, given the outcomes that have been shown. */
static bool odds_from_here(const struct scene *scene, int draft, double chance[VETO_OUTCOMES]) {
    const struct veto_odds *odds = scene->stage->odds;
    double all = 0;
    for (int is = 0; is < VETO_OUTCOMES; is++)
        chance[is] = 0;
    for (size_t i = 0; odds && i < odds->joint_count; i++) {
        if (!has_happened(scene, &odds->joint[i]))
            continue;
        all += odds->joint[i].p;
        chance[odds->joint[i].outcomes[draft]] += odds->joint[i].p;
    }
    for (int is = 0; is < VETO_OUTCOMES && all > 0; is++)
        chance[is] /= all;
    return all > 0;
}

const char *odds_line(const struct scene *scene, int draft) {
    struct arena *arena = scene->frame->arena;
    double chance[VETO_OUTCOMES];
    if (state_hides_odds(scene->stage, scene->state, draft) ||
        !odds_from_here(scene, draft, chance))
        return NULL;
    if (chance[VETO_NOT_PUT] > 1 - least)
        return "odds: not put to the vote";
    const char *text = "odds", *texts[VETO_OUTCOMES];
    words_odds(arena, chance, VETO_OUTCOMES, texts);
    for (int is = 0; is < VETO_OUTCOMES; is++)
        if (is != VETO_NOT_PUT || chance[is] >= least)
            text = arena_printf(arena, "%s%s %s %s", text, is ? "," : ":",
                                words_outcome((enum veto_outcome)is), texts[is]);
    return text;
}

/* ---- the view ---- */

static void add_outcomes(struct lines *lines, const char *label, enum style style,
                         const double *chance) {
    struct arena *arena = lines->frame->arena;
    char *text = arena_printf(arena, "%s", "");
    const char *texts[VETO_OUTCOMES];
    if (chance)
        words_odds(arena, chance, VETO_OUTCOMES, texts);
    for (int is = 0; is < VETO_OUTCOMES; is++)
        text = arena_printf(arena, "%s%-*s", text, CELL,
                            chance ? texts[is] : words_outcome((enum veto_outcome)is));
    lines_add_led(lines, chance ? STYLE_PLAIN : STYLE_DIM, label, LABEL, style, text);
}

static void add_drafts(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage, *before = stage->before;
    lines_add(lines, STYLE_TITLE, 0, "How likely each outcome is");
    lines_add(lines, STYLE_DIM, 0,
              "By the vote model, worked out exactly, before anything has been voted on.");
    lines_gap(lines);
    add_outcomes(lines, "draft", STYLE_DIM, NULL);
    for (size_t i = 0; i < scene->scenario->draft_count; i++) {
        if (state_hides_odds(stage, scene->state, (int)i))
            continue;
        add_outcomes(lines, words_draft(lines->frame->arena, &scene->scenario->drafts[i]),
                     STYLE_STRONG, stage->odds->drafts[i].outcome);
        if (before && before->odds)
            add_outcomes(lines, stage->marked ? "  at the mark" : "  before the changes",
                         STYLE_PLAIN, before->odds->drafts[i].outcome);
    }
}

/* A chance as a text and a bar. */
static void add_bar(struct lines *lines, const char *label, double chance, const char *said,
                    enum style style) {
    struct arena *arena = lines->frame->arena;
    char *text = arena_printf(arena, "%-*s", CELL, said);
    for (int i = 0; i < (int)(chance * BARS + 0.5); i++)
        text = arena_printf(arena, "%s%s", text, frame_sign(lines->frame, SIGN_FULL));
    lines_add_led(lines, STYLE_PLAIN, label, NAME, style, text);
}

static void add_vetoes(struct lines *lines, const struct scene *scene, int draft) {
    const double *by = scene->stage->odds->drafts[draft].veto_by;
    bool any = false;
    for (unsigned member = 0; member < scene->scenario->members_count; member++) {
        if (by[member] < least)
            continue;
        if (!any)
            lines_add(lines, STYLE_TITLE, 0, "Vetoed by");
        add_bar(lines, scene->scenario->members[member].name, by[member],
                words_chance(lines->frame->arena, by[member]), STYLE_FILL_NO);
        any = true;
    }
    lines_gap(lines);
}

static void add_votes(struct lines *lines, const struct scene *scene, int draft) {
    const double *yes = scene->stage->odds->drafts[draft].yes;
    struct arena *arena = lines->frame->arena;
    unsigned required = scene->scenario->rules.required;
    const char *texts[VETO_MAX_MEMBERS + 1];
    words_odds(arena, yes, scene->scenario->members_count + 1, texts);
    lines_add(lines, STYLE_TITLE, 0, "Votes in favour");
    for (unsigned votes = 0; votes <= scene->scenario->members_count; votes++)
        if (yes[votes] >= least)
            add_bar(lines,
                    arena_printf(arena, "%u%s", votes,
                                 votes == required ? ", the required majority" : ""),
                    yes[votes], texts[votes],
                    votes >= required ? STYLE_FILL_YES : STYLE_FILL_ABSTAIN);
    lines_gap(lines);
}

/* ---- all drafts together ---- */

/* Of like ones as the odds have them. */
static int likelier(const void *a, const void *b) {
    const struct veto_joint_odds *left = *(const struct veto_joint_odds *const *)a;
    const struct veto_joint_odds *right = *(const struct veto_joint_odds *const *)b;
    int order = (left->p < right->p) - (left->p > right->p);
    return order ? order : (left > right) - (left < right);
}

/* How many drafts have odds that are hidden. */
static int hidden_drafts(const struct scene *scene) {
    int count = 0;
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
        count += state_hides_odds(scene->stage, scene->state, draft);
    return count;
}

static void add_hidden(struct lines *lines, const struct scene *scene) {
    int count = hidden_drafts(scene);
    if (count > 0)
        lines_add(lines, STYLE_DIM, 0,
                  arena_printf(lines->frame->arena,
                               "The odds of %d %s are hidden until the result; H shows them.",
                               count, count == 1 ? "draft" : "drafts"));
}

static void add_together(struct lines *lines, const struct scene *scene) {
    const struct veto_odds *odds = scene->stage->odds;
    struct arena *arena = lines->frame->arena;
    if (odds->joint_count < 2 || scene->scenario->draft_count < 2 || hidden_drafts(scene))
        return;
    const struct veto_joint_odds **sorted =
        arena_array(arena, const struct veto_joint_odds *, odds->joint_count);
    for (size_t i = 0; i < odds->joint_count; i++)
        sorted[i] = &odds->joint[i];
    qsort(sorted, odds->joint_count, sizeof(struct veto_joint_odds *), likelier);
    lines_add(lines, STYLE_TITLE, 0, "All drafts together");
    for (size_t i = 0; i < odds->joint_count && i < MOST_TOGETHER && sorted[i]->p >= least; i++) {
        char *text = arena_printf(arena, "%s", "");
        for (size_t draft = 0; draft < scene->scenario->draft_count; draft++)
            text = arena_printf(arena, "%s%s%s %s", text, draft ? ", " : "",
                                scene->scenario->drafts[draft].id,
                                words_outcome(sorted[i]->outcomes[draft]));
        lines_add_led(lines, STYLE_STRONG, words_chance(arena, sorted[i]->p), CELL, STYLE_PLAIN,
                      text);
    }
}

void draw_odds(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    int draft = state_draft(scene->stage, scene->state);
    if (!scene->stage->odds) {
        lines_add(&lines, STYLE_PLAIN, 0, "There is no exact answer for a scenario of this size.");
    } else {
        add_drafts(&lines, scene);
        lines_gap(&lines);
        add_hidden(&lines, scene);
        if (draft != VETO_NONE && !state_hides_odds(scene->stage, scene->state, draft)) {
            lines_add(
                &lines, STYLE_STRONG, 0,
                words_capital(scene->frame->arena,
                              words_named(scene->frame->arena, &scene->scenario->drafts[draft])));
            lines_gap(&lines);
            add_vetoes(&lines, scene, draft);
            add_votes(&lines, scene, draft);
        }
        add_together(&lines, scene);
    }
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
