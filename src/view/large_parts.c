/* What the pages of the large layout share. */
#include "view/large.h"

int large_share(const struct large *large, int rows) {
    return large->area.rows * rows / LARGE_GRID;
}

struct area large_rest(const struct large *large) {
    return area_part(large->area, 0, large->row, large->area.columns,
                     large->area.rows - large->row);
}

bool large_tall(const struct large *large) {
    return large->frame->columns < USUAL_COLUMNS && large->frame->columns < 2 * large->frame->rows;
}

void large_line(struct large *large, enum style style, const char *text) {
    struct area area = large_rest(large);
    int spare = area.columns - frame_width(large->frame, text);
    if (large->floor)
        frame_point(large->frame, area);
    large->floor = false;
    frame_put_short(large->frame, area, spare > 0 ? spare / 2 : 0, 0, style, text);
    large->row++;
}

const char *large_short(const struct large *large, const char *text, const char *shorter) {
    return frame_width(large->frame, text) <= large->area.columns ? text : shorter;
}
