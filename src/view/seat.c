#include "view/parts.h"

const struct ballot_look ballot_looks[VETO_BALLOTS] = {
    [VETO_YES] = {" Y+ ", STYLE_YES, STYLE_FILL_YES},
    [VETO_NO] = {" N- ", STYLE_NO, STYLE_FILL_NO},
    [VETO_ABSTAIN] = {" A= ", STYLE_ABSTAIN, STYLE_FILL_ABSTAIN},
    [VETO_NOT_PARTICIPATING] = {" /  ", STYLE_NOT_PARTICIPATING, STYLE_STRONG},
    [VETO_ABSENT] = {" x  ", STYLE_ABSENT, STYLE_STRONG},
};

/* Who has the floor: the member that speaks, votes or moves in the event shown. */
static int on_the_floor(const struct scene *scene) {
    const struct veto_event *event = state_event(scene->state);
    if (event->kind == VETO_EVENT_STATEMENT)
        return event->item->speaker.speaks_for;
    bool acts = event->kind == VETO_EVENT_BALLOT || event->kind == VETO_EVENT_OBLIGATION ||
                event->kind == VETO_EVENT_MOTION;
    return acts ? event->member : VETO_NONE;
}

int shown_ballot(const struct scene *scene, unsigned member) {
    bool cast = veto_set_has(scene->vote.cast, member);
    return cast ? (int)scene->vote.vote->casts[member].ballot : VETO_NONE;
}

void draw_ballot(struct frame *frame, struct area area, int column, int ballot) {
    enum veto_ballot is = (enum veto_ballot)ballot;
    if (ballot == VETO_NONE)
        frame_put(frame, area, column + 1, 0, STYLE_PENDING, frame_sign(frame, SIGN_EMPTY));
    else
        frame_put(frame, area, column, 0, ballot_looks[is].style, ballot_looks[is].badge);
}

void draw_badge(const struct scene *scene, struct area area, int column, unsigned member) {
    if (scene->vote.decided && veto_set_has(scene->vote.vote->result.vetoed_by, member))
        frame_put(scene->frame, area, column, 0, STYLE_VETO, "VETO");
    else
        draw_ballot(scene->frame, area, column, shown_ballot(scene, member));
}

void draw_seat(const struct scene *scene, struct area area, const struct seat *seat,
               const char *called, unsigned place) {
    struct frame *frame = scene->frame;
    unsigned member = scene->seats[place];
    bool floor = on_the_floor(scene) == (int)member;
    bool veto = veto_set_has(scene->scenario->rules.veto_holders, member);
    enum style style = floor ? STYLE_SELECTED : veto ? STYLE_STRONG : STYLE_PLAIN;
    if (floor) {
        frame_put(frame, area, seat->floor, 0, STYLE_STRONG, frame_sign(frame, SIGN_SPEAKER));
        frame_point(frame, area);
    }
    frame_put_short(frame, area_part(area, seat->name, 0, seat->room, 1), 0, 0, style, called);
    if (veto)
        frame_put(frame, area, seat->veto, 0, style, "*");
    if (scene->turn.member == (int)member)
        frame_put(frame, area, seat->turn, 0, STYLE_STRONG, frame_sign(frame, SIGN_TURN));
    draw_badge(scene, area, seat->badge, member);
    frame_spot(frame, area, ACTION_MEMBER, (int)place);
}

int seat_widest_name(const struct scene *scene) {
    int widest = 0;
    for (unsigned i = 0; i < scene->scenario->members_count; i++) {
        int width = frame_width(scene->frame, scene->scenario->members[i].name);
        widest = width > widest ? width : widest;
    }
    return widest;
}

void draw_edge(struct frame *frame, struct area table) {
    int right = table.columns - 1, bottom = table.rows - 1;
    frame_line(frame, area_part(table, 0, 0, right, 1), SIGN_HORIZONTAL);
    frame_line(frame, area_part(table, 0, 0, 1, bottom), SIGN_VERTICAL);
    frame_line(frame, area_part(table, right, 0, 1, bottom), SIGN_VERTICAL);
    frame_put(frame, table, 0, 0, STYLE_LINE, frame_sign(frame, SIGN_TOP_LEFT));
    frame_put(frame, table, right, 0, STYLE_LINE, frame_sign(frame, SIGN_TOP_RIGHT));
    frame_put(frame, table, 0, bottom, STYLE_LINE, frame_sign(frame, SIGN_LEG));
    frame_put(frame, table, right, bottom, STYLE_LINE, frame_sign(frame, SIGN_LEG));
}
