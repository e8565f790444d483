/* Two runs of the meeting side by side: each member's ballots on the left, draft by draft as far as
 * there is room; on the right, or below, the outcomes of the draft that is picked. */
#include <string.h>

#include "play/pairs.h"
#include "view/parts.h"
#include "words/words.h"

enum {
    NAME = 22, /* columns of the members' names */
    BALLOT = 7,
    DRAFT = 2 * BALLOT + 3, /* of one draft: two ballots, and the sign that they differ */
    TEXT = 38,              /* of the text beside the table, at least */
    WIDEST = 90,            /* and at most */
    HEADING = 2,            /* rows above the members */
};

/* What is drawn. */
struct comparison {
    const struct scene *scene;
    struct run_pair pair;
    struct match matches[VETO_MAX_DRAFTS]; /* nothing of drafts that are hidden */
    int picked, first, shown;              /* drafts: the one picked, and those in the table */
};

/* ---- the table ---- */

static int given_in(const struct outcome *outcome, unsigned member) {
    bool cast = outcome->vote && outcome->vote->casts;
    return cast ? (int)outcome->vote->casts[member].given : VETO_NONE;
}

static void draw_pair_ballots(const struct comparison *comparison, struct area area, int draft,
                              unsigned member) {
    struct frame *frame = comparison->scene->frame;
    const struct match *match = &comparison->matches[draft];
    draw_ballot(frame, area, 0, given_in(&match->a, member));
    draw_ballot(frame, area, BALLOT, given_in(&match->b, member));
    if (veto_set_has(match->differ, member))
        frame_put(frame, area, 2 * BALLOT - 2, 0, STYLE_KEY, frame_sign(frame, SIGN_DIFFERS));
}

static void draw_table(const struct comparison *comparison, struct area area) {
    const struct scene *scene = comparison->scene;
    struct area rows = area_part(area, 0, HEADING, area.columns, area.rows);
    int count = (int)scene->scenario->members_count;
    int first = list_stand(scene->state->member, count, rows.rows);
    for (int i = 0; i < comparison->shown; i++) {
        struct area column = area_part(area, NAME + i * DRAFT, 0, DRAFT, area.rows);
        int draft = comparison->first + i;
        frame_put_short(
            scene->frame, area_part(column, 1, 0, DRAFT - 2, 1), 0, 0,
            draft == comparison->picked ? STYLE_SELECTED : STYLE_TITLE,
            arena_printf(scene->arena, "%d %s", draft + 1, scene->scenario->drafts[draft].id));
        frame_put(scene->frame, column, 1, 1, STYLE_DIM, comparison->pair.a.label);
        frame_put(scene->frame, column, 1 + BALLOT, 1, STYLE_DIM, comparison->pair.b.label);
        frame_spot(scene->frame, column, ACTION_PICK_NUMBER, draft);
    }
    for (int row = 0; row < rows.rows && first + row < count; row++) {
        struct area line = area_part(rows, 0, row, rows.columns, 1);
        list_member(scene, area_part(line, 0, 0, NAME - 1, 1), 1, first + row);
        for (int i = 0; i < comparison->shown; i++)
            draw_pair_ballots(comparison, area_part(line, NAME + i * DRAFT, 0, DRAFT, 1),
                              comparison->first + i, scene->seats[first + row]);
        frame_spot(scene->frame, area_part(line, 0, 0, NAME, 1), ACTION_MEMBER, first + row);
    }
}

/* ---- the outcomes ---- */

/* How the outcome came about. */
static const char *reason(struct arena *arena, const struct run *run, const struct outcome *outcome,
                          int draft) {
    const struct veto_meeting *meeting = run->stage->meetings[run->mode];
    if (!outcome->vote)
        return words_declared(arena, meeting, draft);
    if (outcome->other_rules)
        return arena_printf(arena, "%s. By the rules as they were, not by those here.",
                            words_tally(arena, outcome->vote->result.tally));
    return words_result(arena, run->stage->scenario, outcome->vote);
}

static void add_run(struct lines *lines, const struct run *run, const struct outcome *outcome,
                    const char *text) {
    struct arena *arena = lines->frame->arena;
    const struct veto_vote *vote = outcome->vote;
    char *heading = arena_printf(arena, "%s: %s", run->name, words_brief_outcome(arena, vote));
    lines_gap(lines);
    lines_add(lines, vote ? outcome_looks[vote->result.outcome].style : STYLE_STRONG, 0,
              words_capital(arena, heading));
    lines_add(lines, STYLE_PLAIN, 0, text);
}

static void add_pair_outcomes(struct lines *lines, const struct comparison *comparison) {
    const struct scene *scene = comparison->scene;
    struct arena *arena = scene->arena;
    int picked = comparison->picked;
    const struct veto_draft *draft = &scene->scenario->drafts[picked];
    const struct match *match = &comparison->matches[picked];
    lines_add(lines, STYLE_TITLE, 0, words_capital(arena, words_named(arena, draft)));
    lines_add(lines, STYLE_DIM, 0, draft->title);
    lines_gap(lines);
    if (state_hides(scene->state, picked)) {
        lines_add(lines, STYLE_PLAIN, 0,
                  "Its result has not been shown yet: Space goes on, G goes to the end, and H "
                  "shows everything.");
        return;
    }
    lines_add(lines, STYLE_STRONG, 0,
              match->ballots ? words_alike(arena, scene->scenario, match->differ)
                             : "There are not two roll calls to hold against each other.");
    const char *a = reason(arena, &comparison->pair.a, &match->a, picked);
    const char *b = reason(arena, &comparison->pair.b, &match->b, picked);
    add_run(lines, &comparison->pair.a, &match->a, a);
    add_run(lines, &comparison->pair.b, &match->b,
            strcmp(a, b) == 0 ? "The same, and for the same reason." : b);
    if (!comparison->pair.b.record)
        return;
    lines_gap(lines);
    lines_add(lines, STYLE_DIM, 0, numbers_words(scene));
}

/* ---- the view ---- */

/* Drafts for which there is room, around the one picked. */
static void choose_drafts(struct comparison *comparison, struct area area) {
    const struct scene *scene = comparison->scene;
    int count = (int)scene->scenario->draft_count;
    int text = scene->frame->columns < USUAL_COLUMNS ? 0 : TEXT; /* else below */
    comparison->shown = area_within((area.columns - NAME - text) / DRAFT, 1, count);
    comparison->first = list_stand(comparison->picked, count, comparison->shown);
    for (int i = 0; i < count; i++)
        if (!state_hides(scene->state, i))
            comparison->matches[i] = pairs_match(scene->arena, &comparison->pair, i);
}

void draw_compare(const struct scene *scene, struct area area) {
    struct pairs pairs = pairs_of(scene->state);
    struct comparison comparison = {
        .scene = scene, .pair = pairs.all[pairs.picked], .picked = pick_draft(scene->state)};
    if (comparison.picked == VETO_NONE || pairs.count == 0) {
        struct lines lines = {.frame = scene->frame, .columns = area.columns};
        lines_add(&lines, STYLE_PLAIN, 0,
                  pairs.count ? "There is no draft before the Council."
                              : words_capital(scene->arena, PAIRS_NONE "."));
        lines_draw(&lines, area, 0);
        return;
    }
    choose_drafts(&comparison, area);
    struct halves halves = halves_draw(scene, area, NAME + comparison.shown * DRAFT,
                                       HEADING + (int)scene->scenario->members_count);
    struct area right = halves.text;
    halves.lines.columns = right.columns = area_within(right.columns, 1, WIDEST);
    draw_table(&comparison, halves.list);
    const char *title =
        arena_printf(scene->arena, "%s and %s", comparison.pair.a.name, comparison.pair.b.name);
    if (pairs.count > 1) /* "the model and the record, 1 of 2" */
        title = arena_printf(scene->arena, "%s, %zu of %zu", title, pairs.picked + 1, pairs.count);
    frame_put_short(scene->frame, right, 0, 0, STYLE_TITLE, words_capital(scene->arena, title));
    add_pair_outcomes(&halves.lines, &comparison);
    lines_scroll(&halves.lines, area_part(right, 0, 2, right.columns, right.rows));
}
