/* The smallest changes of ballots that would have changed a vote, and who decides it. */
#include <stdlib.h>

#include "report/words.h"
#include "view/parts.h"

enum { CHANCE = 14, MOST = 5, MOST_DECISIVE = 8 };

/* "the Russian Federation from against to abstaining", "2 of Angola and China from ..." */
static char *part_text(struct arena *arena, const struct veto_scenario *scenario,
                       const struct veto_flip_part *part) {
    const char *names = words_names(arena, scenario, part->members);
    if (part->needed < veto_set_count(part->members))
        names = arena_printf(arena, "%u of %s", part->needed, names);
    return arena_printf(arena, "%s from %s to %s", names, words_ballot(part->from),
                        words_ballot(part->to));
}

static void add_flip(struct lines *lines, const struct veto_scenario *scenario,
                     const struct veto_flip *flip) {
    struct arena *arena = lines->frame->arena;
    char *text = arena_printf(arena, "%s", "");
    for (size_t i = 0; i < flip->part_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? "; " : "",
                            part_text(arena, scenario, &flip->parts[i]));
    lines_add_led(lines, STYLE_DIM, percent_text(arena, flip->chance), CHANCE, STYLE_PLAIN,
                  words_capital(arena, text));
}

static void add_way(struct lines *lines, const struct veto_scenario *scenario,
                    const struct veto_flips_to *to) {
    struct arena *arena = lines->frame->arena;
    const char *outcome = words_capital(arena, words_outcome(to->outcome));
    lines_gap(lines);
    if (to->size == 0) {
        lines_add(lines, STYLE_STRONG, 0,
                  arena_printf(arena, "%s: no change of ballots%s leads there", outcome,
                               to->more ? " that was tried" : ""));
        return;
    }
    lines_add(lines, STYLE_STRONG, 0,
              arena_printf(arena, "%s, with %u %s changed", outcome, to->size,
                           to->size == 1 ? "ballot" : "ballots"));
    for (size_t i = 0; i < to->flip_count && i < MOST; i++)
        add_flip(lines, scenario, &to->flips[i]);
    if (to->more || to->flip_count > MOST)
        lines_add(lines, STYLE_DIM, CHANCE, "and further ways, less likely");
}

/* ---- who decides ---- */

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

static void add_decisive(struct lines *lines, const struct scene *scene,
                         const struct veto_flips *flips) {
    struct arena *arena = lines->frame->arena;
    struct decider deciders[VETO_MAX_MEMBERS];
    unsigned count = scene->scenario->members_count;
    if (!flips->has_decisive)
        return;
    for (unsigned i = 0; i < count; i++)
        deciders[i] = (struct decider){i, flips->decisive[i]};
    qsort(deciders, count, sizeof *deciders, more_decisive);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Whose vote decides, and how often");
    for (unsigned i = 0; i < count && i < MOST_DECISIVE; i++)
        lines_add_led(lines, STYLE_DIM, percent_text(arena, deciders[i].chance), CHANCE,
                      STYLE_PLAIN, scene->scenario->members[deciders[i].member].name);
}

/* ---- the view ---- */

static void add_flips(struct lines *lines, const struct scene *scene, int draft,
                      const struct veto_flips *flips) {
    struct arena *arena = lines->frame->arena;
    const char *is = stage_outcome(arena, scene->stage, scene->state->mode, draft);
    lines_add(lines, STYLE_TITLE, 0,
              arena_printf(arena, "Draft %s: %s",
                           words_draft(arena, &scene->scenario->drafts[draft]), is));
    lines_add(lines, STYLE_DIM, 0,
              "The fewest ballots that would have changed it; in front, how likely the model finds "
              "those ballots.");
    for (size_t i = 0; i < flips->to_count; i++)
        add_way(lines, scene->scenario, &flips->to[i]);
    add_decisive(lines, scene, flips);
}

void draw_flips(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    int draft = state_flips(scene->stage, scene->state);
    const struct veto_flips *flips =
        draft == VETO_NONE ? NULL : scene->stage->flips[scene->state->mode][draft];
    if (flips)
        add_flips(&lines, scene, draft, flips);
    else
        lines_add(&lines, STYLE_PLAIN, 0,
                  draft == VETO_NONE
                      ? "No vote has been taken yet. Once one has, the fewest ballots that would "
                        "have changed it stand here; v goes to the next vote, and Space on."
                      : "Memory ran out, and this could not be worked out.");
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
