/* The chamber where the screen is narrow and has rows enough: names in a list round the table, the
 * President at its head. Ballots stand towards the table, so that they are read down it. */
#include "view/seat.h"

enum {
    BADGE = 4,
    AROUND = 3, /* columns: who made it certain, who has the floor, who has the veto */
    NARROW_TABLE = 2,
    WIDE_TABLE = 6,
    HEAD = 2,  /* rows: the word President, its seat */
    TALLY = 5, /* rows of the tally */
};

/* How they sit. */
struct circle {
    const struct scene *scene;
    struct area area;
    int side, table; /* columns of either side, and of the table between them */
    int length;      /* rows of seats */
};

static int circle_length(const struct scene *scene) {
    return (int)scene->scenario->members_count / 2;
}

int round_rows(const struct scene *scene) {
    return HEAD + 1 + circle_length(scene) + 1 + TALLY;
}

bool round_fits(const struct scene *scene, struct area area) {
    return scene->frame->columns < USUAL_COLUMNS && round_rows(scene) <= area.rows;
}

static const char *name_at(const struct circle *circle, unsigned place) {
    return circle->scene->scenario->members[circle->scene->seats[place]].name;
}

/* On the left the ballot ends the seat, and the name stands beside it; on the right it is turned
 * round. */
static void draw_place(const struct circle *circle, struct area area, bool right, unsigned place) {
    const char *name = name_at(circle, place);
    veto_set holders = circle->scene->scenario->rules.veto_holders;
    int plain =
        !veto_set_has(holders, circle->scene->seats[place]); /* it leaves the sign's column */
    int width = frame_width(circle->scene->frame, name);
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
    draw_seat(circle->scene, area, &seat, name, place);
}

static void draw_first_place(const struct circle *circle) {
    struct frame *frame = circle->scene->frame;
    int columns = frame_width(frame, name_at(circle, 0)) + BADGE + AROUND;
    int left = columns < circle->area.columns ? (circle->area.columns - columns) / 2 : 0;
    if (circle->scene->scenario->president != VETO_NONE)
        frame_put_centred(frame, circle->area, 0, STYLE_DIM, "President");
    draw_place(circle, area_part(circle->area, left, HEAD - 1, columns, 1), false, 0);
}

/* Down the right side and up the left one. */
static void draw_sides(const struct circle *circle, int left) {
    int members = (int)circle->scene->scenario->members_count;
    for (int i = 1; i < members; i++) {
        bool right = i <= circle->length;
        int row = HEAD + (right ? i : members - i);
        int column = right ? left + circle->side + circle->table : left;
        draw_place(circle, area_part(circle->area, column, row, circle->side, 1), right,
                   (unsigned)i);
    }
}

void draw_round(const struct scene *scene, struct area area) {
    struct circle circle = {.scene = scene, .area = area, .length = circle_length(scene)};
    int room = (area.columns - NARROW_TABLE) / 2, side = seat_widest_name(scene) + BADGE + AROUND;
    circle.side = side < room ? side : room;
    circle.table = area_within(area.columns - 2 * circle.side, NARROW_TABLE, WIDE_TABLE);
    int left = (area.columns - 2 * circle.side - circle.table) / 2, rows = circle.length + 1;
    draw_first_place(&circle);
    draw_edge(scene->frame, area_part(area, left + circle.side, HEAD, circle.table, rows));
    draw_sides(&circle, left);
    draw_tally(scene, area_part(area, 1, HEAD + rows + 1, area.columns - 2, TALLY));
}
