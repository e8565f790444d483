/* A seat at the table, and the table's edge: what every form of the chamber draws alike. */
#ifndef VIEW_SEAT_H
#define VIEW_SEAT_H

#include "view/parts.h"

/* The columns of a seat at which its parts stand. */
struct seat {
    int floor; /* the sign of who speaks, votes or moves */
    int name, room;
    int veto, turn;
    int badge; /* four columns wide */
};

/* A member's ballot, in four columns. */
void draw_badge(const struct scene *scene, struct area area, int column, unsigned member);

/* The seat at a place round the table, in one row: `called`, in as many columns as there is room
 * for, with the signs and the ballot. */
void draw_seat(const struct scene *scene, struct area area, const struct seat *seat,
               const char *called, unsigned place);

/* Columns of the longest name. */
int seat_widest_name(const struct scene *scene);

/* The edge of a table: open at the side of its last row. */
void draw_edge(struct frame *frame, struct area table);

/* The list round the table of a narrow screen: whether an area has room for it, the rows it takes,
 * and the list itself, with the tally below. */
bool round_fits(const struct scene *scene, struct area area);
int round_rows(const struct scene *scene);
void draw_round(const struct scene *scene, struct area area);

#endif
