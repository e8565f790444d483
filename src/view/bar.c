/* What every view has: the bar of keys at the bottom, or the line that is typed there, and whether
 * there is more to read; and what stands in its place where there is no room for any view. */
#include <string.h>

#include "base/text.h"
#include "play/now.h"
#include "play/prompt.h"
#include "view/parts.h"
#include "words/words.h"

enum { KEY_GAP = 2 }; /* columns between two keys */

static int key_width(const struct frame *frame, const struct binding *binding) {
    return frame_width(frame, key_bar(frame->arena, binding)) + 1 +
           frame_width(frame, binding->label) + KEY_GAP;
}

/* What a click on one word of the bar does. A single character is a key of its own, as in "y n a",
 * a longer word is the first key of its row. */
static void spot_word(struct frame *frame, struct area area, enum view view,
                      const struct binding *binding, const char *word, size_t length) {
    enum action action = binding->action;
    uint32_t code;
    int argument = binding->argument;
    if (text_decode(word, length, &code) == length && code < 0x80)
        action = key_action(view, code, &argument);
    frame_spot(frame, area, action, argument);
}

static void spot_key(struct frame *frame, struct area area, enum view view,
                     const struct binding *binding) {
    const char *keys = key_bar(frame->arena, binding);
    if (!strchr(keys, ' ')) {
        spot_word(frame, area, view, binding, keys, strlen(keys));
        return;
    }
    int column = 0;
    for (const char *word = keys; *word; word += strspn(word, " ")) {
        size_t length = strcspn(word, " ");
        struct area on = area_part(area, column, 0, (int)length, 1);
        spot_word(frame, on, view, binding, word, length);
        column += (int)length + 1;
        word += length;
    }
}

/* What nobody may miss: how to get help, and how to get out, which is one thing after the other
 * where there is little room. */
static bool must_show(const struct frame *frame, enum view view, const struct binding *binding) {
    bool closes = frame->columns < USUAL_COLUMNS && (view & VIEWS_OF(IS_COVER | IS_ASIDE));
    return (binding->action == ACTION_VIEW && binding->argument == VIEW_HELP) ||
           binding->action == ACTION_CLOSE || (binding->action == ACTION_QUIT && !closes);
}

/* Key by key, in the order of the table; those that there is no room for are in the help. */
static void draw_keys(const struct scene *scene, struct area row, enum view view) {
    struct frame *frame = scene->frame;
    int column = 1, reserved = 0;
    for (size_t i = 0; i < key_binding_count; i++)
        if ((key_bindings[i].bar & view) && must_show(frame, view, &key_bindings[i]))
            reserved += key_width(frame, &key_bindings[i]);
    for (size_t i = 0; i < key_binding_count; i++) {
        const struct binding *binding = &key_bindings[i];
        bool serves = !scene->state || now_serves(scene->state, binding->action, binding->argument);
        if (!(binding->bar & view) || !serves)
            continue;
        int width = key_width(frame, binding);
        if (must_show(frame, view, binding))
            reserved -= width;
        else if (column + width + reserved > row.columns + KEY_GAP)
            continue;
        const char *keys = key_bar(frame->arena, binding);
        int label = column + frame_put(frame, row, column, 0, STYLE_KEY, keys) + 1;
        frame_put(frame, row, label, 0, STYLE_BAR, binding->label);
        spot_key(frame, area_part(row, column, 0, width - KEY_GAP, 1), view, binding);
        column += width;
    }
}

/* The line that is being typed. */
static void draw_prompt(const struct scene *scene, struct area row) {
    static const char keys[] = "Enter ok  Esc cancel";
    enum { ENTER = sizeof "Enter ok" - 1, ESCAPE = sizeof "Esc cancel" - 1 };
    struct frame *frame = scene->frame;
    const struct prompt *prompt = &scene->state->prompt;
    int right = row.columns - frame_width(frame, keys) - 1;
    int column = 1 + frame_put(frame, row, 1, 0, STYLE_KEY, prompt_label(prompt->kind)) + 2;
    frame_put(frame, row, column - 2, 0, STYLE_KEY, ":");
    const char *text = prompt->text; /* the end of it, where it is too long */
    for (unsigned width; frame_width(frame, text) > right - column - 3;)
        text += text_cluster(text, strlen(text), &width);
    int end = column + frame_put(frame, row, column, 0, STYLE_BAR, text);
    frame_put(frame, row, end, 0, STYLE_SELECTED, " ");
    frame_point(frame, area_part(row, end, 0, 1, 1));
    if (!*prompt->text)
        frame_put_short(frame, area_part(row, 0, 0, right - 2, 1), end + 2, 0, STYLE_BAR,
                        prompt_example(prompt->kind));
    frame_put(frame, row, right, 0, STYLE_BAR, keys);
    frame_spot(frame, area_part(row, right, 0, ENTER, 1), ACTION_KEY, PRESS_ENTER);
    frame_spot(frame, area_part(row, right + ENTER + 2, 0, ESCAPE, 1), ACTION_KEY, PRESS_ESCAPE);
}

/* In the last rows of an area: as many as it takes. */
static void draw_notice(struct frame *frame, struct area all, const char *notice) {
    enum { MOST = 4 };
    struct lines lines = {.frame = frame, .columns = all.columns - 2};
    lines_add(&lines, STYLE_KEY, 0, words_capital(frame->arena, notice));
    int rows = area_within((int)lines.count, 1, MOST);
    struct area area = area_part(all, 0, all.rows - rows, all.columns, rows);
    frame_fill(frame, area, STYLE_BAR);
    lines_draw(&lines, area_part(area, 1, 0, lines.columns, rows), 0);
}

void draw_key_bar(const struct scene *scene, enum view view, const char *notice) {
    struct area all = frame_area(scene->frame);
    struct area last = area_part(all, 0, all.rows - 1, all.columns, 1);
    bool typed = scene->state && scene->state->prompt.kind != PROMPT_NONE;
    frame_fill(scene->frame, last, STYLE_BAR);
    if (typed)
        draw_prompt(scene, last);
    else if (!notice)
        draw_keys(scene, last, view);
    if (notice)
        draw_notice(scene->frame, area_part(all, 0, 0, all.columns, all.rows - typed), notice);
}

void draw_more(struct frame *frame, struct area row, const char *back, const char *on) {
    bool up = frame->scroll<frame->reach.most, down = frame->scroll> frame->reach.least;
    if (up || down)
        frame_put_right(frame, row, 0, STYLE_DIM,
                        arena_printf(frame->arena, " %s%s%s: more ", up ? back : "",
                                     up && down ? ", " : "", down ? on : ""));
}

void draw_small(struct frame *frame) {
    struct lines lines = {.frame = frame, .columns = frame->columns};
    lines_print(&lines, STYLE_PLAIN, 0,
                "veto needs %dx%d, this terminal is %dx%d. Make it larger, or press q "
                "to quit; 'veto run' prints the meeting as text.",
                LEAST_COLUMNS, LEAST_ROWS, frame->columns, frame->rows);
    lines_draw(&lines, frame_area(frame), 0);
}
