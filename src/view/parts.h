/* The parts of the views, for view.c to lay out. Each draws within the area that it is given. */
#pragma once

#include "play/state.h"
#include "view/lines.h"

struct minutes;

/* What every part draws from, and where to. */
struct scene {
    const struct state *state;
    struct frame *frame;
    struct arena *arena; /* the frame's */
    /* of the state: */
    const struct stage *stage;
    const struct veto_scenario *scenario;
    const struct veto_meeting *meeting;
    struct chamber_vote vote;
    struct chamber_turn turn;
    uint32_t hidden;                  /* drafts of which nothing may be told: a bit each */
    unsigned tally[VETO_BALLOTS];     /* of the ballots that have been shown */
    unsigned seats[VETO_MAX_MEMBERS]; /* round the table, the President first */
    const char *under; /* VIEW_WORDS: the words of the screen that it lies over, folded */
};
struct scene scene_of(const struct state *state, struct frame *frame);

/* ---- the table ---- */

/* Members in their seats with their ballots, and the tally where there is room in the midst. */
void draw_chamber(const struct scene *scene, struct area area, bool tally);

/* Rows it takes above the debate in an area: no more than half, or what it needs at least. */
int chamber_rows(const struct scene *scene, struct area area);

/* What the signs at the seats mean, in one line or two; and who sits there. */
void draw_legend(const struct scene *scene, struct area area);

/* Rows that it takes between chamber and debate. */
int legend_rows(const struct scene *scene, struct area area);
void draw_names(const struct scene *scene, struct area area);

/* A ballot as it stands at a seat, four columns wide: " Y+ "; and what is drawn of it, which takes
 * the colours of the bars: on a ground of their own letters would drown. */
struct ballot_look {
    const char *badge;
    enum style style, fill;
};
extern const struct ballot_look ballot_looks[VETO_BALLOTS];

/* The ballot of a member that has been shown, or VETO_NONE; and one at its place, or where it will
 * stand. */
int shown_ballot(const struct scene *scene, unsigned member);
void draw_ballot(struct frame *frame, struct area area, int column, int ballot);

/* ---- a seat, and the table's edge: what every form of the chamber draws alike ---- */

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

/* ---- the vote ---- */

/* The counts against the required majority. */
void draw_tally(const struct scene *scene, struct area area);

/* In words what the counts in favour, against and abstaining leave open: "9 needed, 1 absent, 4
 * still to vote"; once it is certain, "certain to fail". */
const char *tally_others(const struct scene *scene, bool needed);

/* How each draft has fared so far: in a row, or below each other with titles. */
int drafts_rows(const struct scene *scene, int columns);
int flow_drafts(const struct scene *scene, struct area area, bool draw);
void draw_draft_list(const struct scene *scene, struct area area);

/* "vetoed 11-2-2", "not put", "to come" */
const char *draft_fate(const struct scene *scene, int draft, enum style *style);

struct outcome_look {
    enum style style, fill;
};
extern const struct outcome_look outcome_looks[VETO_OUTCOMES];
const char *outcome_badge(const struct scene *scene, enum veto_outcome outcome); /* " VETOED " */

/* ---- what was changed ---- */

/* "vetoed 11-2-2" or "not put": what becomes of a draft in the end. */
const char *stage_outcome(struct arena *arena, const struct stage *stage, enum veto_mode mode,
                          int draft);

/* A member's numbers and what comes of them, beside those before the changes. */
void add_panel(struct lines *lines, const struct scene *scene, int draft, int member);

/* "odds: adopted 2.2%, vetoed 97.8%, failed 0.0%": of a draft, given the outcomes that have been
 * shown. NULL where there is no exact answer. */
const char *odds_line(const struct scene *scene, int draft);

/* Rules by name: the list, and about the one selected; and rows that have room for any of them. */
void draw_rule_sets(const struct scene *scene, struct area area);
int rule_sets_rows(const struct scene *scene, int columns);

/* What changes are held against: "before", or "at the mark". */
const char *then_words(const struct scene *scene);

/* ---- what the class expects ---- */

/* "The class: the outcome as predicted, 11 of 15 ballots as predicted."; NULL where the result has
 * not been shown or nothing was predicted. */
const char *score_line(const struct scene *scene, int draft);

/* ---- lists ---- */

/* The first line of a list that scrolls so that the selected one stays in its middle. */
int list_stand(int selected, int count, int rows);

/* Marks what is selected in the first column of a row; and a member so, with its name. */
void list_mark(struct frame *frame, struct area row, bool selected);
void list_member(const struct scene *scene, struct area row, int column, int place);

/* Where a list stands and what there is to read of it, and draws the line between the two: beside
 * each other, the text from column `text` on; or, where the screen is narrow, the list above, in as
 * many of its `rows` as there is room for. */
enum { HALVES_GAP = 2 }; /* columns from the line to the text, where they are beside each other */
struct halves {
    struct area list, text;
    struct lines lines; /* as wide as the text */
};
struct halves halves_draw(const struct scene *scene, struct area area, int text, int rows);

/* ---- every view ---- */

/* The last row: the keys of a view or, where there is one, a notice; the line that is being typed
 * in the place of the keys, and below a notice. The browser has a frame, but no stage. */
void draw_key_bar(const struct scene *scene, enum view view, const char *notice);

/* That there is more to read, and by which keys: at the right of a row. */
void draw_more(struct frame *frame, struct area row, const char *back, const char *on);

/* That the terminal is too small. */
void draw_small(struct frame *frame);

/* ---- what it is about ---- */

/* Where the numbers of the model come from: a sentence. */
const char *numbers_words(const struct scene *scene);

/* What is hidden, and what shows it: a sentence for the title. */
const char *hiding_words(const struct scene *scene);

/* ---- the views ---- */

#define VIEW_DRAW(of, name, page, draw, kinds)                                                     \
    void draw(const struct scene *scene, struct area area);
VIEWS(VIEW_DRAW, 0)

/* Title and meeting in few, big words. */
void draw_large(const struct scene *scene, struct area area);

/* The meeting, once it is closed. */
void draw_summary(const struct scene *scene, struct area area);

/* The minutes of the meeting as far as it has been shown, for what goes to this page. */
struct minutes scene_minutes(const struct scene *scene, struct page *page);

/* What stands below an event in the large layout: its source, or what can be done about it. */
void add_event_source(struct lines *lines, const struct scene *scene,
                      const struct veto_event *event);

/* How the browser is used. */
void draw_browser_help(struct frame *frame, struct area area);
