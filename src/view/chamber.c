/* The members round the horseshoe table, the President at its head. A Council too large for the
 * horseshoe sits in rows. */
#include "view/parts.h"
#include "words/words.h"

enum {
    SEAT = 10, /* ">RUS* VETO": who speaks, code, veto, ballot */
    MIDST = 26,
    FURNITURE = 3, /* rows: the word President, the seats at the head, the edge of the table */
    CODE = 4,      /* columns of a code and a blank */
    GAP = 2,
    DEEPEST = 3,
    LOWEST = 8, /* rows of a horseshoe where room is scarce */
    APART = 3,  /* rows from seat to seat at most */
    TALLY = 5,  /* rows of the tally */
};

/* How the members sit. */
struct seating {
    bool rows;       /* in rows: there is no horseshoe that fits */
    unsigned head;   /* seats at the head: odd, the President in the middle */
    unsigned deep;   /* seats beside each other on either side */
    unsigned length; /* rows of seats on either side */
};

static unsigned divide_up(unsigned count, unsigned by) {
    return (count + by - 1) / by;
}

static struct seating lay_table(unsigned members, int columns, int rows) {
    unsigned across = columns < SEAT ? 1 : (unsigned)columns / SEAT;
    unsigned least = across > 6 ? (across - 3) | 1 : 3;
    if (rows <= FURNITURE)
        return (struct seating){.rows = true};
    for (unsigned deep = 1; deep <= DEEPEST; deep++) {
        if (columns < (int)(2 * deep * SEAT) + MIDST)
            break;
        for (unsigned head = least; head <= across; head += 2) {
            unsigned chairs = head < members ? head : members - 1 + members % 2;
            struct seating table = {.head = chairs, .deep = deep};
            table.length = divide_up(divide_up(members - chairs, 2), deep);
            if ((int)table.length <= rows - FURNITURE)
                return table;
        }
    }
    return (struct seating){.rows = true};
}

/* By its code. `place` is that round the table. */
static void draw_chair(const struct scene *scene, struct area area, int column, int row,
                       unsigned place) {
    static const struct seat seat = {
        .floor = 0, .name = 1, .room = 3, .veto = 4, .turn = 5, .badge = 6};
    const char *code = scene->scenario->members[scene->seats[place]].code;
    draw_seat(scene, area_part(area, column, row, SEAT, 1), &seat, code, place);
}

/* ---- the horseshoe ---- */

struct horseshoe {
    const struct scene *scene;
    struct area area;
    struct seating table;
    int apart; /* rows from one seat on a side to the next */
    int wing;  /* columns of a side */
};

/* The head: the President in the middle, the next in order to the right of that, the last to the
 * left. */
static void draw_head(const struct horseshoe *shoe) {
    unsigned head = shoe->table.head, members = shoe->scene->scenario->members_count;
    int inner = shoe->area.columns - 2 * shoe->wing, row = 1;
    int span = inner > (int)head * SEAT ? inner : (int)head * SEAT;
    int left = (shoe->area.columns - span) / 2;
    for (unsigned i = 0; i < head; i++) {
        unsigned place = i >= head / 2 ? i - head / 2 : members - head / 2 + i;
        int column = left + (int)(2 * i + 1) * span / (int)(2 * head) - SEAT / 2;
        draw_chair(shoe->scene, shoe->area, column, row, place);
        if (place == 0 && shoe->scene->scenario->president != VETO_NONE)
            frame_put(shoe->scene->frame, shoe->area, column + 1, 0, STYLE_DIM, "President");
    }
}

/* One side, row by row from the head; the seats next to the table come first in the order. */
static void draw_side(const struct horseshoe *shoe, bool right, unsigned first, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        int depth = (int)(i % shoe->table.deep), row = (int)(i / shoe->table.deep);
        int column = right ? shoe->area.columns - shoe->wing + depth * SEAT
                           : shoe->wing - (depth + 1) * SEAT;
        /* down the right side and up the left one */
        unsigned place = right ? first + i : first + count - 1 - i;
        draw_chair(shoe->scene, shoe->area, column, FURNITURE + row * shoe->apart, place);
    }
}

/* What is before the Council, where the tally stands elsewhere. */
static void draw_midst(const struct scene *scene, struct area area) {
    const struct chamber_vote *vote = &scene->vote;
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    if (vote->draft == VETO_NONE || area.rows < TALLY)
        return;
    const struct veto_draft *draft = &scene->scenario->drafts[vote->draft];
    lines_add(&lines, STYLE_DIM, 0, vote->decided ? "The vote on" : "Now voting on");
    lines_add(&lines, STYLE_TITLE, 0, words_draft(scene->arena, draft));
    lines_add(&lines, STYLE_PLAIN, 0, draft->title);
    int count = (int)lines.count, spare = area.rows - count - 2, top = spare > 0 ? spare / 2 : 0;
    for (int i = 0; i < count; i++)
        frame_put_centred(scene->frame, area, top + i, lines.all[i].style, lines.all[i].text);
    if (vote->decided && spare >= 0) {
        enum veto_outcome outcome = vote->vote->result.outcome;
        frame_put_centred(scene->frame, area, top + count + 1, outcome_looks[outcome].style,
                          outcome_badge(scene, outcome));
    }
}

/* Returns the row below it. */
static int draw_horseshoe(struct horseshoe *shoe, bool tally) {
    unsigned members = shoe->scene->scenario->members_count, head = shoe->table.head;
    unsigned right = divide_up(members - head, 2), left = members - head - right;
    int length = (int)shoe->table.length, room = shoe->area.rows - FURNITURE;
    shoe->apart = length == 0 ? 1 : room / length < APART ? room / length : APART;
    shoe->wing = (int)shoe->table.deep * SEAT;
    draw_head(shoe);
    draw_side(shoe, true, head / 2 + 1, right);
    draw_side(shoe, false, head / 2 + 1 + right, left);
    int side = shoe->wing + 1, columns = shoe->area.columns - 2 * side;
    int height = length * shoe->apart < TALLY ? TALLY : length * shoe->apart;
    draw_edge(shoe->scene->frame, area_part(shoe->area, side, FURNITURE - 1, columns, height + 1));
    struct area midst = area_part(shoe->area, side + 2, FURNITURE, columns - 4, height);
    if (tally)
        draw_tally(shoe->scene, midst);
    else
        draw_midst(shoe->scene, midst);
    return midst.row + midst.rows - shoe->area.row;
}

static int draw_rows(const struct scene *scene, struct area area, bool tally) {
    int across = area.columns < SEAT ? 1 : area.columns / SEAT, row = 0;
    for (unsigned i = 0; i < scene->scenario->members_count; i++) {
        row = (int)i / across;
        draw_chair(scene, area, (int)i % across * SEAT, row, i);
    }
    if (tally)
        draw_tally(scene, area_part(area, 1, row + 1, area.columns - 2, TALLY));
    return row + 1;
}

void draw_chamber(const struct scene *scene, struct area area, bool tally) {
    struct horseshoe shoe = {.scene = scene, .area = area};
    if (round_fits(scene, area)) {
        draw_round(scene, area);
        return;
    }
    shoe.table = lay_table(scene->scenario->members_count, area.columns, area.rows);
    int below = shoe.table.rows ? draw_rows(scene, area, tally) : draw_horseshoe(&shoe, tally);
    if (!tally)
        draw_names(scene, area_part(area, 1, below + 2, area.columns - 1, area.rows));
}

/* Whether there is a list round the table: it leaves half of the area to the debate. */
static bool has_round(const struct scene *scene, struct area area) {
    return round_fits(scene, area_part(area, 0, 0, area.columns, area.rows / 2));
}

int chamber_rows(const struct scene *scene, struct area area) {
    unsigned members = scene->scenario->members_count;
    if (has_round(scene, area))
        return round_rows(scene);
    if (!lay_table(members, area.columns, LOWEST).rows)
        return LOWEST;
    return (int)divide_up(members, (unsigned)area.columns / SEAT) + TALLY;
}

/* ---- what it means ---- */

/* It flows: what has no room in a row goes to the next, where there is one. */
struct legend {
    struct frame *frame;
    struct area area;
    int column, row;
    bool draw; /* or it is only measured */
};

static void add_sign(struct legend *legend, enum style style, const char *badge, const char *word) {
    int width = frame_width(legend->frame, badge) + 1 + frame_width(legend->frame, word);
    if (legend->column + width > legend->area.columns && legend->row + 1 < legend->area.rows) {
        legend->column = 1;
        legend->row++;
    }
    if (legend->draw) {
        struct area row = area_part(legend->area, 0, legend->row, legend->area.columns, 1);
        int after = legend->column + frame_put(legend->frame, row, legend->column, 0, style, badge);
        frame_put_short(legend->frame, row, after + 1, 0, STYLE_DIM, word);
    }
    legend->column += width + 1;
}

/* As much of what `*` means as has room at the end of the last row; or NULL. */
static const char *short_veto_sign(const struct legend *legend) {
    static const char *const texts[] = {"* has the veto", "* veto"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (legend->area.columns - 1 >= legend->column + frame_width(legend->frame, texts[i]) + 2)
            return texts[i];
    return NULL;
}

static struct legend flow_legend(const struct scene *scene, struct area area, bool draw) {
    struct legend legend = {.frame = scene->frame, .area = area, .column = 1, .draw = draw};
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        if (ballot <= VETO_ABSTAIN || scene->tally[ballot] > 0)
            add_sign(&legend, ballot_looks[ballot].style, ballot_looks[ballot].badge,
                     words_ballot((enum veto_ballot)ballot));
    if (scene->turn.member != VETO_NONE)
        add_sign(&legend, STYLE_STRONG, frame_sign(scene->frame, SIGN_TURN), "made it certain");
    return legend;
}

int legend_rows(const struct scene *scene, struct area area) {
    bool narrow = area.columns < USUAL_COLUMNS;
    struct area most = {.columns = area.columns, .rows = narrow ? VETO_BALLOTS : 1};
    struct legend legend = flow_legend(scene, most, false);
    bool veto = scene->scenario->rules.veto_holders && has_round(scene, area);
    return legend.row + 1 + (veto && !short_veto_sign(&legend));
}

/* What `*` means stands in a row of its own, else at the end of the last one, else not at all: what
 * is least missed. */
void draw_legend(const struct scene *scene, struct area area) {
    struct legend legend = flow_legend(scene, area, true);
    struct area row = area_part(area, 0, legend.row, area.columns - 1, 1);
    const char *text = short_veto_sign(&legend);
    if (!scene->scenario->rules.veto_holders)
        return;
    if (legend.row + 1 < area.rows)
        frame_put(scene->frame, area, 2, legend.row + 1, STYLE_DIM, "*   has the veto");
    else if (text)
        frame_put_right(scene->frame, row, 0, STYLE_DIM, text);
}

void draw_names(const struct scene *scene, struct area area) {
    unsigned members = scene->scenario->members_count;
    int columns = seat_widest_name(scene) + CODE; /* of "RUS Russian Federation" */
    unsigned across =
        area.columns < columns ? 1 : (unsigned)((area.columns + GAP) / (columns + GAP));
    unsigned down = divide_up(members, across);
    if (area.rows < (int)down)
        return;
    for (unsigned i = 0; i < members; i++) {
        const struct veto_member *member = &scene->scenario->members[i];
        struct area place =
            area_part(area, (int)(i / down) * (columns + GAP), (int)(i % down), columns, 1);
        frame_put(scene->frame, place, 0, 0, STYLE_PLAIN, member->code);
        frame_put_short(scene->frame, place, CODE, 0, STYLE_DIM, member->name);
    }
}
