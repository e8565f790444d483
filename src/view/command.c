/* What was changed by hand, and the command line that gives what is on screen. */
#include <string.h>

#include "view/parts.h"
#include "words/words.h"

const char *shell_word(struct arena *arena, const char *word) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "_./=:,@%+-";
    if (*word && word[strspn(word, plain)] == '\0')
        return word;
    char *text = arena_printf(arena, "'");
    for (; *word; word++)
        text = arena_printf(arena, *word == '\'' ? "%s'\\'%c" : "%s%c", text, *word);
    return arena_printf(arena, "%s'", text);
}

/* The words of it, each option in a line of its own. */
static void add_command(struct lines *lines, const struct scene *scene, const char *command) {
    struct arena *arena = lines->frame->arena;
    const struct stage *stage = scene->stage;
    const char *text = arena_printf(arena, "veto %s %s", command,
                                    shell_word(arena, stage->word ? stage->word : "-"));
    if (scene->state->mode != VETO_EXPECTED)
        text = arena_printf(arena, "%s --mode %s", text, veto_mode_word(scene->state->mode));
    if (scene->state->blind && strcmp(command, "play") == 0)
        text = arena_printf(arena, "%s --blind", text);
    if (scene->state->mode == VETO_SAMPLED)
        text = arena_printf(arena, "%s --seed %llu", text, (unsigned long long)stage->seed);
    for (size_t i = 0; i < stage->override_count; i++) {
        lines_add(lines, STYLE_STRONG, i ? 4 : 2, arena_printf(arena, "%s \\", text));
        text = arena_printf(arena, "--set %s", shell_word(arena, stage->overrides[i]));
    }
    lines_add(lines, STYLE_STRONG, stage->override_count ? 4 : 2, text);
}

static void add_changes(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage;
    lines_add(lines, STYLE_TITLE, 0, "Changed by hand");
    if (stage->changes == 0)
        lines_add(lines, STYLE_PLAIN, 2,
                  "Nothing. A member's ballot, leaning and veto tendency change in its own view "
                  "(w), the majority by ( and ), and ! takes the veto away.");
    for (size_t i = stage->override_count - stage->changes; i < stage->override_count; i++)
        lines_add(lines, STYLE_PLAIN, 2, stage->overrides[i]);
}

/* What became of the drafts. */
static void add_outcomes(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage, *before = stage->before;
    enum veto_mode mode = scene->state->mode;
    struct arena *arena = lines->frame->arena;
    bool any = false;
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
        any = any || !state_hides_odds(stage, scene->state, draft);
    if (!before || !before->meetings[mode] || !any)
        return;
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, stage->marked ? "At the mark, and now" : "Before, and now");
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
        if (!state_hides_odds(stage, scene->state, draft))
            lines_add(lines, STYLE_PLAIN, 2,
                      arena_printf(arena, "%s: %s; now %s",
                                   words_draft(arena, &scene->scenario->drafts[draft]),
                                   stage_outcome(arena, before, mode, draft),
                                   stage_outcome(arena, stage, mode, draft)));
}

void draw_command(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    add_changes(&lines, scene);
    add_outcomes(&lines, scene);
    lines_gap(&lines);
    lines_add(&lines, STYLE_TITLE, 0, "The command line for what is on screen");
    add_command(&lines, scene, "play");
    lines_gap(&lines);
    lines_add(&lines, STYLE_PLAIN, 0, "And as text:");
    add_command(&lines, scene, "run");
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
