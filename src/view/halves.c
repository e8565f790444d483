/* A list, and what there is to read of what is selected in it. */
#include "view/parts.h"

struct halves halves_draw(const struct scene *scene, struct area area, int text, int gap,
                          int rows) {
    struct frame *frame = scene->frame;
    if (frame->columns >= USUAL_COLUMNS) {
        frame_column_of(frame, area, text - gap, 0, area.rows, STYLE_LINE, SIGN_VERTICAL);
        return (struct halves){
            area_part(area, 0, 0, text - gap, area.rows),
            area_part(area, text, 0, area.columns - text - 1, area.rows),
        };
    }
    rows = area_within(rows, 1, area.rows * 2 / 5);
    frame_row_of(frame, area, 0, rows, area.columns - 1, STYLE_LINE, SIGN_HORIZONTAL);
    return (struct halves){
        area_part(area, 0, 0, area.columns - 1, rows),
        area_part(area, 1, rows + 1, area.columns - 3, area.rows - rows - 1),
    };
}
