/* The list of rules by name, and about the one selected. */
#include "play/rules.h"
#include "view/parts.h"
#include "words/words.h"

enum { NAME = 16, HEADED = 2 }; /* columns before the remark; rows above the list and below */

/* What stands beside a name, in a word or two. */
static const char *set_remark(const struct scene *scene, const struct veto_rule_set *set) {
    switch (rules_fit(scene->scenario, set)) {
    case RULES_SIZE:
        return arena_printf(scene->arena, "%u seats", set->members);
    case RULES_PERMANENT:
        return arena_printf(scene->arena, "%u vetoes", set->veto_needs);
    case RULES_VOTES:
        return arena_printf(scene->arena, "%u votes", set->override_at);
    default:
        return rules_at_hand(scene->scenario, set) ? "at hand" : "";
    }
}

/* Why it does not fit, in a sentence; NULL where it does. */
static const char *why_unfit(const struct scene *scene, const struct veto_rule_set *set) {
    unsigned members = scene->scenario->members_count;
    switch (rules_fit(scene->scenario, set)) {
    case RULES_SIZE:
        return arena_printf(scene->arena, "It is for %u members, and not %u: see 'veto power %s'.",
                            set->members, members, set->name);
    case RULES_PERMANENT:
        return arena_printf(scene->arena, "It does not fit: this Council has %u permanent members.",
                            veto_set_count(words_permanent(scene->scenario)));
    case RULES_VOTES:
        return arena_printf(scene->arena, "It does not fit: this Council has %u members.", members);
    default:
        return NULL;
    }
}

/* What one is, and where it is from. */
static struct lines set_source(const struct scene *scene, const struct veto_rule_set *set,
                               int columns) {
    struct arena *arena = scene->arena;
    struct lines all = {.frame = scene->frame, .columns = columns}, *lines = &all;
    const char *unfit = why_unfit(scene, set);
    lines_print(lines, STYLE_STRONG, 0, "%s.", words_capital(arena, set->title));
    if (!set->majority_stated)
        lines_print(lines, STYLE_PLAIN, 0, "%u votes: the source says no number.", set->required);
    if (unfit)
        lines_add(lines, STYLE_PLAIN, 0, unfit);
    lines_print(lines, STYLE_DIM, 0, "%s.", words_capital(arena, set->source));
    return all;
}

int rule_sets_rows(const struct scene *scene, int columns) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        int rows = (int)set_source(scene, &sets[i], columns).count;
        most = rows > most ? rows : most;
    }
    return (int)count + HEADED + most;
}

void draw_rule_sets(const struct scene *scene, struct area area) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    int selected = rules_selected(scene->scenario, scene->state->rule_set),
        top = (int)count + HEADED;
    frame_put(scene->frame, area, 0, 0, STYLE_TITLE, "Rules by name");
    int first = list_stand(selected, (int)count, area.rows - 1);
    for (int i = first; i < (int)count; i++) {
        struct area row = area_part(area, 0, i - first + 1, area.columns, 1);
        bool fits = rules_fit(scene->scenario, &sets[i]) == RULES_FIT;
        enum style style = fits ? STYLE_PLAIN : STYLE_DIM;
        list_mark(scene->frame, row, i == selected);
        frame_put(scene->frame, row, 2, 0, i == selected ? STYLE_SELECTED : style, sets[i].name);
        frame_put(scene->frame, row, NAME, 0, fits ? STYLE_STRONG : STYLE_DIM,
                  set_remark(scene, &sets[i]));
        frame_spot(scene->frame, row, ACTION_RULE_SET, i - selected);
    }
    struct lines lines = set_source(scene, &sets[selected], area.columns);
    lines_draw(&lines, area_part(area, 0, top, area.columns, area.rows - top), 0);
}
