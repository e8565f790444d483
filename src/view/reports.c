/* Views that are the page of a report: how likely each outcome is, in a line too; the smallest
 * changes of ballots that would have changed a vote; what words mean. */
#include "report/flips.h"
#include "report/glossary.h"
#include "report/odds.h"
#include "view/parts.h"
#include "words/words.h"

static const double least = 0.0005; /* below it a row is left out */

/* ---- what is yet to come ---- */

static bool has_happened(const struct scene *scene, const struct veto_joint_odds *joint) {
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++) {
        const struct veto_event *event = state_fate(scene->state, draft);
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
    double chance[VETO_OUTCOMES];
    if (state_hides(scene->state, draft) || !odds_from_here(scene, draft, chance))
        return NULL;
    if (chance[VETO_NOT_PUT] > 1 - least)
        return "odds: not put to the vote";
    const char *text = "odds", *texts[VETO_OUTCOMES];
    words_odds(scene->arena, chance, VETO_OUTCOMES, texts);
    for (int is = 0; is < VETO_OUTCOMES; is++)
        if (is != VETO_NOT_PUT || chance[is] >= least)
            text = arena_printf(scene->arena, "%s%s %s %s", text, is ? "," : ":",
                                words_outcome((enum veto_outcome)is), texts[is]);
    return text;
}

/* ---- the views ---- */

void draw_odds(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    const struct stage *before = scene->stage->before;
    const struct odds_subject subject = {
        .scenario = scene->scenario,
        .odds = scene->stage->odds,
        .before = before ? before->odds : NULL,
        .before_name = then_words(scene),
        .hidden = scene->hidden,
    };
    if (subject.odds)
        lines_report(&lines, scene->stage, &report_odds, &subject);
    else
        lines_add(&lines, STYLE_PLAIN, 0, "There is no exact answer for a scenario of this size.");
    lines_scroll(&lines, area);
}

void draw_flips(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    struct veto_flips *const *flips = scene->stage->flips[scene->state->mode];
    int draft = state_flips(scene->state);
    const struct flips_subject subject = {
        .meeting = scene->meeting, .flips = (const struct veto_flips *const *)flips, .only = draft};
    if (draft == VETO_NONE)
        lines_add(&lines, STYLE_PLAIN, 0,
                  "No vote has been taken yet. Once one has, the fewest ballots that would have "
                  "changed it stand here; v goes to the next vote, and Space on.");
    else if (!flips[draft])
        lines_add(&lines, STYLE_PLAIN, 0, "Memory ran out, and this could not be worked out.");
    else
        lines_report(&lines, scene->stage, &report_flips, &subject);
    lines_scroll(&lines, area);
}

/* Those of the screen that this one lies over, and all others. */
void draw_words(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    lines_report(&lines, scene->stage, &report_glossary,
                 &(struct glossary_subject){.screen = scene->under});
    lines_scroll(&lines, area);
}
