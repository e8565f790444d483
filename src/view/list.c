/* Lists of which one is selected, and what there is to read of that. */
#include "view/parts.h"

int list_stand(int selected, int count, int rows) {
    int first = selected - rows / 2;
    first = first > count - rows ? count - rows : first;
    return first < 0 ? 0 : first;
}

void list_mark(struct frame *frame, struct area row, bool selected) {
    if (!selected)
        return;
    frame_put(frame, row, 0, 0, STYLE_STRONG, frame_sign(frame, SIGN_SPEAKER));
    frame_point(frame, row);
}

void list_member(const struct scene *scene, struct area row, int column, int place) {
    bool selected = place == scene->state->member;
    unsigned member = scene->seats[place];
    bool veto = veto_set_has(scene->scenario->rules.veto_holders, member);
    list_mark(scene->frame, row, selected);
    frame_put_short(scene->frame, row, column, 0, selected ? STYLE_SELECTED : STYLE_PLAIN,
                    arena_printf(scene->arena, "%s%s", scene->scenario->members[member].name,
                                 veto ? " *" : ""));
}

struct halves halves_draw(const struct scene *scene, struct area area, int text, int rows) {
    struct frame *frame = scene->frame;
    struct halves halves = {.lines = {.frame = frame}};
    if (frame->columns >= USUAL_COLUMNS) {
        frame_line(frame, area_part(area, text - HALVES_GAP, 0, 1, area.rows), SIGN_VERTICAL);
        halves.list = area_part(area, 0, 0, text - HALVES_GAP, area.rows);
        halves.text = area_part(area, text, 0, area.columns - text - 1, area.rows);
    } else {
        rows = area_within(rows, 1, area.rows * 2 / 5);
        frame_line(frame, area_part(area, 0, rows, area.columns - 1, 1), SIGN_HORIZONTAL);
        halves.list = area_part(area, 0, 0, area.columns - 1, rows);
        halves.text = area_part(area, 1, rows + 1, area.columns - 3, area.rows);
    }
    halves.lines.columns = halves.text.columns;
    return halves;
}
