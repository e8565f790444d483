/* What the pages of the large layout share. */
#include "view/large.h"

int large_share(const struct large *large, int rows) {
    return large->area.rows * rows / LARGE_GRID;
}

int large_left(const struct large *large) {
    return large->area.rows - large->row;
}

struct area large_rest(const struct large *large) {
    return area_part(large->area, 0, large->row, large->area.columns, large_left(large));
}

bool large_tall(const struct large *large) {
    const struct frame *frame = large->scene->frame;
    return frame->columns < USUAL_COLUMNS && frame->columns < 2 * frame->rows;
}

void large_line(struct large *large, enum style style, const char *text) {
    struct frame *frame = large->scene->frame;
    struct area area = large_rest(large);
    int spare = area.columns - frame_width(frame, text);
    if (large->floor)
        frame_point(frame, area);
    large->floor = false;
    frame_put_short(frame, area, spare > 0 ? spare / 2 : 0, 0, style, text);
    large->row++;
}

const char *large_short(const struct large *large, const char *text, const char *shorter) {
    return frame_width(large->scene->frame, text) <= large->area.columns ? text : shorter;
}

bool large_text(struct large *large, enum style style, const char *text, int rows) {
    struct letters letters;
    if (!letters_fit(large->scene->frame, text, large->area.columns, rows, &letters))
        return false;
    letters_draw(large->scene->frame, large_rest(large), style, &letters, 0);
    large->row += letters.rows;
    return true;
}

bool large_member(struct large *large, int member, int rows) {
    const struct veto_member *is = &large->scene->scenario->members[member];
    return large_text(large, STYLE_STRONG, is->name, rows) ||
           large_text(large, STYLE_STRONG, is->code, rows);
}

enum style large_ballot(enum veto_ballot ballot) {
    static const enum style fills[VETO_BALLOTS] = {
        [VETO_YES] = STYLE_FILL_YES,         [VETO_NO] = STYLE_FILL_NO,
        [VETO_ABSTAIN] = STYLE_FILL_ABSTAIN, [VETO_NOT_PARTICIPATING] = STYLE_STRONG,
        [VETO_ABSENT] = STYLE_STRONG,
    };
    return fills[ballot];
}

enum style large_outcome(enum veto_outcome outcome) {
    static const enum style fills[VETO_OUTCOMES] = {
        [VETO_ADOPTED] = STYLE_FILL_YES,
        [VETO_VETOED] = STYLE_FILL_NO,
        [VETO_FAILED] = STYLE_FILL_NO,
        [VETO_NOT_PUT] = STYLE_STRONG,
    };
    return fills[outcome];
}
