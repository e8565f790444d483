/* What every view has: the bar of keys at the bottom, and what stands in its place where there is
 * no room for any view. */
#include "report/words.h"
#include "view/parts.h"

enum { KEY_GAP = 2 }; /* columns between two keys */

static int key_width(const struct frame *frame, const struct binding *binding) {
    return frame_width(frame, binding->key) + 1 + frame_width(frame, binding->label) + KEY_GAP;
}

/* What nobody may miss: how to get help, and how to get out. */
static bool must_show(const struct binding *binding) {
    return (binding->action == ACTION_VIEW && binding->argument == VIEW_HELP) ||
           binding->action == ACTION_CLOSE || binding->action == ACTION_QUIT;
}

/* Key by key, in the order of the table; those that there is no room for are in the help. */
static void draw_keys(struct frame *frame, struct area row, enum view view) {
    int column = 1, reserved = 0;
    for (size_t i = 0; i < key_binding_count; i++)
        if ((key_bindings[i].bar & view) && must_show(&key_bindings[i]))
            reserved += key_width(frame, &key_bindings[i]);
    for (size_t i = 0; i < key_binding_count; i++) {
        const struct binding *binding = &key_bindings[i];
        if (!(binding->bar & view))
            continue;
        int width = key_width(frame, binding);
        if (must_show(binding))
            reserved -= width;
        else if (column + width + reserved > row.columns + KEY_GAP)
            continue;
        int label = column + frame_put(frame, row, column, 0, STYLE_KEY, binding->key) + 1;
        frame_put(frame, row, label, 0, STYLE_BAR, binding->label);
        column += width;
    }
}

void draw_key_bar(struct frame *frame, enum view view, const char *notice) {
    struct area all = frame_area(frame), row = area_part(all, 0, all.rows - 1, all.columns, 1);
    frame_fill(frame, row, STYLE_BAR);
    if (notice)
        frame_put_short(frame, row, 1, 0, STYLE_KEY, words_capital(frame->arena, notice));
    else
        draw_keys(frame, row, view);
}

void draw_small(struct frame *frame) {
    struct lines lines = {.frame = frame, .columns = frame->columns};
    lines_add(&lines, STYLE_PLAIN, 0,
              arena_printf(frame->arena,
                           "veto needs %dx%d, this terminal is %dx%d. Make it larger, or press q "
                           "to quit; 'veto run' prints the meeting as text.",
                           LEAST_COLUMNS, LEAST_ROWS, frame->columns, frame->rows));
    lines_draw(&lines, frame_area(frame), 0, 0);
}
