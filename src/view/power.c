/* Rules and power: on the left rules by name; beside them the rules at hand, the power that each
 * member has under them, and who decides the draft in question. */
#include <stdlib.h>
#include <string.h>

#include "report/power_measures.h"
#include "view/parts.h"
#include "words/words.h"

enum {
    LIST = 26,       /* columns of the rules by name, ... */
    SIDE = 38,       /* ... and of who decides, where that stands beside the power: */
    WIDE = 120,      /* from there on it does */
    VERY_WIDE = 160, /* from there on both have so much more: */
    MORE = 16,
    GAP = 2,
    LABEL = 10,
    CHANCE = 12,
    CODE = 5,
};

/* ---- the rules at hand ---- */

static const char *power_majority(struct arena *arena, const struct veto_scenario *scenario) {
    return words_required(arena, scenario->rules.required, scenario->members_count);
}

static const char *power_veto(struct arena *arena, const struct veto_scenario *scenario) {
    return words_veto(arena, scenario);
}

static const char *further_words(struct arena *arena, const struct veto_scenario *scenario) {
    return words_majorities(arena, scenario, UINT32_MAX);
}

static void add_power_rules(struct lines *lines, const struct scene *scene) {
    static const struct {
        const char *label;
        const char *(*words)(struct arena *, const struct veto_scenario *);
    } rows[] = {
        {"Majority", power_majority},
        {"Veto", power_veto},
        {"Besides", further_words},
    };
    struct arena *arena = lines->frame->arena;
    const struct stage *before = scene->stage->before;
    lines_add(lines, STYLE_TITLE, 0, "Rules at hand");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *now = rows[i].words(arena, scene->scenario), *was = now;
        if (before)
            was = rows[i].words(arena, before->scenario);
        bool same = strcmp(now, was) == 0;
        if (same && *now == '\0')
            continue;
        if (!same)
            now = arena_printf(arena, "%s (%s: %s)", *now ? now : "nothing", then_words(scene),
                               *was ? was : "nothing");
        lines_add_led(lines, STYLE_DIM, rows[i].label, LABEL, same ? STYLE_PLAIN : STYLE_STRONG,
                      now);
    }
    lines_gap(lines);
}

/* ---- who decides the draft in question ---- */

struct decider {
    unsigned member;
    double chance;
};

static int more_decisive(const void *a, const void *b) {
    const struct decider *left = a, *right = b;
    if (left->chance != right->chance)
        return left->chance < right->chance ? 1 : -1;
    return left->member < right->member ? -1 : 1;
}

static void add_decider(struct lines *lines, const struct scene *scene,
                        const struct decider *decider) {
    struct arena *arena = lines->frame->arena;
    int room = lines->columns - CODE - CHANCE;
    int count = (int)(decider->chance * room + 0.5);
    char *text = arena_printf(arena, "%-*s", CHANCE, words_chance(arena, decider->chance));
    for (int i = 0; i < count; i++)
        text = arena_printf(arena, "%s%s", text, frame_sign(lines->frame, SIGN_FULL));
    lines_add_led(lines, STYLE_PLAIN, scene->scenario->members[decider->member].code, CODE,
                  STYLE_PLAIN, text);
}

static void add_chances(struct lines *lines, const struct scene *scene, const double *chance) {
    struct decider deciders[VETO_MAX_MEMBERS];
    unsigned count = scene->scenario->members_count;
    for (unsigned i = 0; i < count; i++)
        deciders[i] = (struct decider){i, chance[i]};
    qsort(deciders, count, sizeof *deciders, more_decisive);
    for (unsigned i = 0; i < count; i++)
        add_decider(lines, scene, &deciders[i]);
}

/* Why there are no chances; NULL where there are. */
static const char *no_chances(const struct scene *scene, int draft) {
    const struct veto_flips *decisive = scene->stage->decisive[scene->state->mode][draft];
    if (state_hides(scene->state, draft))
        return "Hidden until its result is shown.";
    if (!veto_meeting_vote(state_meeting(scene->state), draft))
        return "It is not put to the vote.";
    if (!decisive)
        return "Memory ran out, and this could not be worked out.";
    return decisive->has_decisive
               ? NULL
               : "Not computed: an exact chance would take too long to work out.";
}

static void add_deciders(struct lines *lines, const struct scene *scene) {
    struct arena *arena = lines->frame->arena;
    int draft = state_draft(scene->state);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Who decides this draft");
    if (draft == VETO_NONE) {
        lines_add(lines, STYLE_PLAIN, 0, "No draft is put to a vote in this meeting.");
        return;
    }
    lines_add(lines, STYLE_STRONG, 0, words_draft(arena, &scene->scenario->drafts[draft]));
    const char *why = no_chances(scene, draft);
    if (why) {
        lines_add(lines, STYLE_PLAIN, 0, why);
        return;
    }
    lines_add(lines, STYLE_DIM, 0,
              "How likely its yes adopts and its no does not, all others voting as the model has "
              "them.");
    const struct veto_vote *vote = veto_meeting_vote(state_meeting(scene->state), draft);
    if (vote->question == VETO_PROCEDURAL)
        lines_add(lines, STYLE_PLAIN, 0,
                  "The question is procedural: nobody can veto it. The power shown is that on "
                  "other questions.");
    add_chances(lines, scene, scene->stage->decisive[scene->state->mode][draft]->decisive);
}

/* ---- the view ---- */

void draw_power(const struct scene *scene, struct area area) {
    int more = area.columns >= VERY_WIDE ? MORE : 0, list = LIST + more, side = SIDE + more;
    bool wide = scene->state->columns >= WIDE;
    struct halves halves =
        halves_draw(scene, area, list + GAP, GAP, rule_sets_rows(scene, area.columns - 2));
    struct area right = halves.text;
    struct area beside = area_part(area, area.columns - side, 0, side - 1, area.rows);
    if (wide)
        right.columns -= side + GAP;
    struct lines lines = {.frame = scene->frame, .columns = right.columns};
    struct lines deciders = {.frame = scene->frame, .columns = beside.columns};
    draw_rule_sets(scene, area_part(halves.list, 0, 0, halves.list.columns - 1, halves.list.rows));
    add_power_rules(&lines, scene);
    add_power(&lines, scene);
    add_deciders(wide ? &deciders : &lines, scene);
    lines_scroll(&lines, right, 0, scene->state->scroll, 0);
    if (!wide)
        return;
    frame_column_of(scene->frame, area, area.columns - side - GAP, 0, area.rows, STYLE_LINE,
                    SIGN_VERTICAL);
    lines_draw(&deciders, beside, 0, 0);
}
