/* What was changed by hand, and the command line that gives what is on screen. */
#include <string.h>

#include "base/text.h"
#include "view/parts.h"
#include "words/words.h"

/* Each byte of a word takes at most so many: an apostrophe closes the quotes, and opens them again.
 */
enum { PER_BYTE = sizeof "'\\''" - 1 };

/* ---- lines that can be pasted ---- */

/* A command line, on lines of the screen each of which but the last ends with a backslash. What is
 * within a word goes on in the first column: blanks before it would end the word. */
struct command_line {
    struct lines *lines;
    const char *text; /* of the line that is being filled, or "" */
    int indent;
};

static size_t left_on_line(const struct command_line *command) {
    static const char end[] = " \\";
    int left = command->lines->columns - command->indent - frame_width(command->lines->frame, end) -
               frame_width(command->lines->frame, command->text) - (*command->text != '\0');
    return left > 0 ? (size_t)left : 0;
}

/* `end` goes behind what the line holds; the next one is indented by so much. */
static void end_line(struct command_line *command, const char *end, int indent) {
    lines_add_whole(command->lines, STYLE_STRONG, command->indent,
                    arena_printf(command->lines->frame->arena, "%s%s", command->text, end));
    command->text = "";
    command->indent = indent;
}

static void command_add(struct command_line *command, const char *word) {
    struct arena *arena = command->lines->frame->arena;
    command->text = arena_printf(arena, "%s%s%s", command->text, *command->text ? " " : "", word);
}

/* The bytes of a word of which the shell's word takes so many columns, at least one character. */
static size_t fit_word(const char *word, size_t length, size_t columns) {
    size_t used = 0, taken = sizeof "''\\" - 1;
    for (unsigned width; used < length;) {
        size_t bytes = text_cluster(word + used, length - used, &width);
        taken += word[used] == '\'' ? PER_BYTE : width;
        if (taken > columns && used > 0)
            break;
        used += bytes;
    }
    return used;
}

enum { INDENT = 2, HANG = 4, OPTION = sizeof "--set " - 1 };

/* Whether a word of the shell is longer than a line that can hold it whole. */
static bool is_long(const struct lines *lines, const char *text) {
    return frame_width(lines->frame, text) > lines->columns - HANG - OPTION - INDENT;
}

/* Words that are longer than a line are cut between quotes. */
static void add_word(struct command_line *command, const char *word) {
    struct arena *arena = command->lines->frame->arena;
    const char *text = shell_word(arena, word);
    size_t length = strlen(word), bytes;
    if (!is_long(command->lines, text)) {
        if ((size_t)frame_width(command->lines->frame, text) > left_on_line(command))
            end_line(command, " \\", HANG);
        command_add(command, text);
        return;
    }
    while ((bytes = fit_word(word, length, left_on_line(command))) < length) {
        command_add(command, shell_word(arena, arena_copy(arena, word, bytes)));
        end_line(command, "\\", 0);
        word += bytes;
        length -= bytes;
    }
    command_add(command, shell_word(arena, word));
}

/* The words of it, each override in a line of its own. */
static void add_command(struct lines *lines, const struct scene *scene, const char *name) {
    const struct stage *stage = scene->stage;
    struct command_line command = {lines, arena_printf(scene->arena, "veto %s", name), INDENT};
    add_word(&command, operand_word(scene->arena, stage->word ? stage->word : "-"));
    if (scene->state->mode != VETO_EXPECTED) {
        add_word(&command, "--mode");
        add_word(&command, veto_mode_word(scene->state->mode));
    }
    if (scene->state->open && strcmp(name, "play") == 0)
        add_word(&command, "--open");
    if (scene->state->mode == VETO_SAMPLED) {
        add_word(&command, "--seed");
        add_word(&command, arena_printf(scene->arena, "%llu", (unsigned long long)stage->seed));
    }
    for (size_t i = 0; i < stage->override_count; i++) {
        end_line(&command, " \\", HANG);
        add_word(&command, "--set");
        add_word(&command, stage->overrides[i]);
    }
    end_line(&command, "", 0);
}

/* ---- the view ---- */

static void add_overrides_from(struct lines *lines, const struct scene *scene, size_t first,
                               size_t end) {
    for (size_t i = first; i < end; i++) {
        char *text = words_override(scene->arena, scene->scenario, scene->stage->overrides[i]);
        lines_print(lines, STYLE_PLAIN, 2, "%s.", words_capital(scene->arena, text));
    }
}

static void add_command_changes(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage;
    size_t set = stage->override_count - stage->changes;
    if (set > 0)
        lines_add(lines, STYLE_TITLE, 0, "Set at the start");
    add_overrides_from(lines, scene, 0, set);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Changed by hand");
    if (stage->changes == 0)
        lines_add(lines, STYLE_PLAIN, 2,
                  "Nothing. A member's ballot, leaning and veto tendency change in its own view "
                  "(w), the majority by ( and ), and ! takes the veto away.");
    add_overrides_from(lines, scene, set, stage->override_count);
}

/* What became of the drafts. */
static void add_command_outcomes(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage, *before = stage->before;
    enum veto_mode mode = scene->state->mode;
    uint32_t all = (uint32_t)(((uint64_t)1 << scene->scenario->draft_count) - 1);
    if (!before || !before->meetings[mode] || scene->hidden == all)
        return;
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, stage->marked ? "At the mark, and now" : "Before, and now");
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++)
        if (!state_hides(scene->state, draft))
            lines_print(lines, STYLE_PLAIN, 2, "%s: %s; now %s",
                        words_draft(scene->arena, &scene->scenario->drafts[draft]),
                        stage_outcome(scene->arena, before, mode, draft),
                        stage_outcome(scene->arena, stage, mode, draft));
}

/* What the page for a browser opens so; a file is not in the page. */
static void add_link(struct lines *lines, const struct scene *scene) {
    struct arena *arena = scene->arena;
    const struct stage *stage = scene->stage;
    if (!stage->word || *stage->word == '-' || strpbrk(stage->word, "./"))
        return;
    const char *link = arena_printf(arena, "veto.html#%s", link_word(arena, stage->word));
    if (scene->state->mode != VETO_EXPECTED)
        link = arena_printf(arena, "%s&--mode=%s", link, veto_mode_word(scene->state->mode));
    if (scene->state->mode == VETO_SAMPLED)
        link = arena_printf(arena, "%s&--seed=%llu", link, (unsigned long long)stage->seed);
    if (scene->state->open)
        link = arena_printf(arena, "%s&--open", link);
    for (size_t i = 0; i < stage->override_count; i++)
        link = arena_printf(arena, "%s&%s", link, link_word(arena, stage->overrides[i]));
    lines_gap(lines);
    lines_add(lines, STYLE_PLAIN, 0, "And as a link to the page for a browser:");
    lines_add(lines, STYLE_STRONG, INDENT, link);
}

void draw_command(const struct scene *scene, struct area area) {
    const struct stage *stage = scene->stage;
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    bool room = !is_long(&lines, shell_word(scene->arena, stage->word ? stage->word : "-"));
    for (size_t i = 0; room && i < stage->override_count; i++)
        room = !is_long(&lines, shell_word(scene->arena, stage->overrides[i]));
    if (!room) /* the parts of a longer word have to stand in the first column of the screen */
        area = (struct area){0, area.row, scene->frame->columns, area.rows};
    lines.columns = area.columns;
    add_command_changes(&lines, scene);
    add_command_outcomes(&lines, scene);
    lines_gap(&lines);
    lines_add(&lines, STYLE_TITLE, 0, "The command line for what is on screen");
    add_command(&lines, scene, "play");
    lines_gap(&lines);
    lines_add(&lines, STYLE_PLAIN, 0, "And as text:");
    add_command(&lines, scene, "run");
    add_link(&lines, scene);
    lines_scroll(&lines, area);
}
