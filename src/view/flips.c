/* The smallest changes of ballots that would have changed a vote, and who decides it. */
#include "words/flips.h"
#include "view/parts.h"
#include "words/words.h"

enum { CHANCE = 14, MOST = 5, MOST_DECISIVE = 8 };

static void add_flip(struct lines *lines, const struct veto_scenario *scenario,
                     const struct veto_flip *flip) {
    struct arena *arena = lines->frame->arena;
    lines_add_led(lines, STYLE_DIM, words_chance(arena, flip->chance), CHANCE, STYLE_PLAIN,
                  words_flip(arena, scenario, flip));
}

static void add_way(struct lines *lines, const struct veto_scenario *scenario,
                    const struct veto_flips_to *to) {
    struct arena *arena = lines->frame->arena;
    const char *rest = words_flips_rest(arena, to, MOST);
    lines_gap(lines);
    lines_add(lines, STYLE_STRONG, 0, words_flips_to(arena, to));
    for (size_t i = 0; i < to->flip_count && i < MOST; i++)
        add_flip(lines, scenario, &to->flips[i]);
    if (to->size && rest)
        lines_add(lines, STYLE_DIM, CHANCE, rest);
}

/* ---- who decides ---- */

static void add_decisive(struct lines *lines, const struct scene *scene,
                         const struct veto_flips *flips) {
    struct arena *arena = lines->frame->arena;
    unsigned count = scene->scenario->members_count, order[VETO_MAX_MEMBERS];
    if (!flips->has_decisive)
        return;
    flips_by_decisive(flips, count, order);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Whose vote decides, and how often");
    for (unsigned i = 0; i < count && i < MOST_DECISIVE; i++)
        lines_add_led(lines, STYLE_DIM, words_chance(arena, flips->decisive[order[i]]), CHANCE,
                      STYLE_PLAIN, scene->scenario->members[order[i]].name);
}

/* ---- the view ---- */

static void add_flips(struct lines *lines, const struct scene *scene, int draft,
                      const struct veto_flips *flips) {
    struct arena *arena = lines->frame->arena;
    const char *is = stage_outcome(arena, scene->stage, scene->state->mode, draft);
    lines_add(lines, STYLE_TITLE, 0,
              arena_printf(
                  arena, "%s: %s",
                  words_capital(arena, words_named(arena, &scene->scenario->drafts[draft])), is));
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
