/* The chamber where the screen is narrow and has rows enough: names in a list round the table, the
 * President at its head. Ballots stand towards the table, so that they are read down it. */
#include "view/parts.h"

enum {
    BADGE = 4,
    AROUND = 3, /* columns: who made it certain, who has the floor, who has the veto */
    NARROW_TABLE = 2,
    WIDE_TABLE = 6,
    HEAD = 2,  /* rows: the word President, its seat */
    TALLY = 5, /* rows of the tally */
};

int round_rows(const struct scene *scene) {
    return HEAD + 1 + (int)scene->scenario->members_count / 2 + 1 + TALLY;
}

bool round_fits(const struct scene *scene, struct area area) {
    return scene->frame->columns < USUAL_COLUMNS && round_rows(scene) <= area.rows;
}

/* On the left the ballot ends the seat, and the name stands beside it; on the right it is turned
 * round. */
static void draw_place(const struct scene *scene, struct area area, bool right, unsigned place) {
    const char *name = scene->scenario->members[scene->seats[place]].name;
    veto_set holders = scene->scenario->rules.veto_holders;
    int plain = !veto_set_has(holders, scene->seats[place]); /* it leaves the sign's column */
    int width = frame_width(scene->frame, name);
    int room = area.columns - BADGE - AROUND + plain;
    struct seat seat = {.room = width < room ? width : room};
    if (right) {
        seat.turn = BADGE;
        seat.floor = seat.turn + 1;
        seat.name = seat.floor + 1;
        seat.veto = seat.name + seat.room;
    } else {
        seat.badge = area.columns - BADGE;
        seat.turn = seat.badge - 1;
        seat.veto = seat.turn - 1;
        seat.name = seat.veto + plain - seat.room;
        seat.floor = seat.name - 1;
    }
    draw_seat(scene, area, &seat, name, place);
}

void draw_round(const struct scene *scene, struct area area) {
    int room = (area.columns - NARROW_TABLE) / 2, side = seat_widest_name(scene) + BADGE + AROUND;
    side = side < room ? side : room;
    int table = area_within(area.columns - 2 * side, NARROW_TABLE, WIDE_TABLE);
    int left = (area.columns - 2 * side - table) / 2;
    int members = (int)scene->scenario->members_count, rows = members / 2 + 1;
    int columns =
        frame_width(scene->frame, scene->scenario->members[scene->seats[0]].name) + BADGE + AROUND;
    int first = columns < area.columns ? (area.columns - columns) / 2 : 0;
    if (scene->scenario->president != VETO_NONE)
        frame_put_centred(scene->frame, area, 0, STYLE_DIM, "President");
    draw_place(scene, area_part(area, first, HEAD - 1, columns, 1), false, 0);
    draw_edge(scene->frame, area_part(area, left + side, HEAD, table, rows));
    for (int i = 1; i < members; i++) { /* down the right side and up the left one */
        bool right = i < rows;
        int row = HEAD + (right ? i : members - i);
        int column = right ? left + side + table : left;
        draw_place(scene, area_part(area, column, row, side, 1), right, (unsigned)i);
    }
    draw_tally(scene, area_part(area, 1, HEAD + rows + 1, area.columns - 2, TALLY));
}
