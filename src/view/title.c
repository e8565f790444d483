/* The first screen: what this is about, who decides by what rule, and which key opens the meeting.
 */
#include <string.h>

#include "view/parts.h"
#include "words/words.h"

enum { LABEL = 16, WIDEST = 100 };

static void add_title_head(struct lines *lines, const struct veto_scenario *scenario) {
    const struct veto_rules *rules = &scenario->rules;
    struct arena *arena = lines->frame->arena;
    bool plain = rules->veto_needs <= 1 && rules->override_at == 0;
    lines_add(lines, STYLE_TITLE, 0, scenario->title);
    lines_add(lines, STYLE_DIM, 0, words_sitting(arena, scenario));
    lines_gap(lines);
    if (scenario->about)
        lines_add(lines, STYLE_PLAIN, 0, scenario->about);
    lines_gap(lines);
    if (scenario->president != VETO_NONE)
        lines_fact(lines, LABEL, "President", words_president(arena, scenario));
    lines_fact(lines, LABEL, "Adoption takes", words_needs(arena, scenario, VETO_SUBSTANTIVE));
    if (rules->majority_count)
        lines_fact(lines, LABEL, "And besides", words_majorities(arena, scenario, ~0U));
    if (rules->veto_holders && !plain)
        lines_fact(lines, LABEL, "A veto", words_veto(arena, scenario));
    lines_fact(lines, LABEL, "A party", words_abstention(scenario));
    lines_gap(lines);
}

static void add_draft_title(struct lines *lines, const struct veto_scenario *scenario, int index) {
    struct arena *arena = lines->frame->arena;
    const struct veto_draft *draft = &scenario->drafts[index];
    char *by = words_sponsors(arena, scenario, draft);
    bool asks = draft->title[strlen(draft->title) - 1] == '?';
    char *text =
        arena_printf(arena, "%s: %s%s", words_draft(arena, draft), draft->title, asks ? "" : ".");
    if (*by)
        text = arena_printf(arena, "%s Sponsored by %s.", text, by);
    char *nature = words_nature(arena, scenario, index);
    if (*nature)
        text = arena_printf(arena, "%s %s", text, nature);
    lines_add_led(lines, STYLE_KEY, arena_printf(arena, "%d", index + 1), 3, STYLE_STRONG, text);
}

const char *numbers_words(const struct scene *scene) {
    return words_numbers(scene->arena, scene->scenario, scene->stage->overrides,
                         scene->stage->override_count);
}

const char *then_words(const struct scene *scene) {
    return scene->stage->marked ? "at the mark" : "before";
}

/* What the class gets to see, in words. */
const char *hiding_words(const struct scene *scene) {
    return scene->state->open ? "Everything shows, odds too; H hides it again."
                              : "No result shows before its time; H shows all.";
}

void draw_title(const struct scene *scene, struct area area) {
    area = area_part(area, 2, 0, area.columns - 4, area.rows);
    const struct veto_scenario *scenario = scene->scenario;
    struct lines lines = {.frame = scene->frame,
                          .columns = area.columns < WIDEST ? area.columns : WIDEST};
    add_title_head(&lines, scenario);
    for (int draft = 0; draft < (int)scenario->draft_count; draft++)
        add_draft_title(&lines, scenario, draft);
    lines_gap(&lines);
    lines_fact(&lines, LABEL, "Leanings", numbers_words(scene));
    enum { BELOW = 3 };
    int spare = area.rows - BELOW - (int)lines.count;
    int down = spare > 0 ? spare / 4 : 0, right = (area.columns - lines.columns) / 2;
    struct area text = area_part(area, right, down, lines.columns, area.rows - BELOW - down);
    lines_scroll(&lines, text);
    int below = down + ((int)lines.count < text.rows ? (int)lines.count : text.rows) + 1;
    int width = frame_put(scene->frame, area, right, below, STYLE_KEY, "Press Space to begin.");
    frame_spot(scene->frame, area_part(area, right, below, width, 1), ACTION_NEXT, 0);
    frame_put_right(scene->frame, area_part(area, 0, below, right + lines.columns, 1), 0, STYLE_DIM,
                    lines.count > (size_t)text.rows ? "Down: more of this" : "? shows all keys");
    frame_put(scene->frame, area, right, below + 1, STYLE_DIM, hiding_words(scene));
}
