/*
 * What the screen shows, as a plain value, and how keys change it: state and action in, state out.
 * A state owns nothing; copies of it are as good as itself.
 */
#ifndef VIEW_STATE_H
#define VIEW_STATE_H

#include <stdbool.h>

#include "veto/meeting.h"
#include "view/frame.h"
#include "view/keys.h"

/* A scenario, and its meeting played to the end in each mode. Does not change while it is shown. */
struct stage {
    const struct veto_scenario *scenario;
    uint64_t seed;
    struct veto_meeting *meetings[VETO_MODES]; /* NULL where it cannot be played so: no record */
};

/* Plays the meetings. VETO_OK or VETO_SYSTEM, and then the stage is empty. The scenario must
 * outlive the stage. */
enum veto_status stage_open(struct stage *stage, const struct veto_scenario *scenario,
                            uint64_t seed);
void stage_close(struct stage *stage);

struct state {
    int columns, rows;
    enum charset charset;
    enum veto_mode mode;
    size_t shown;      /* events that have been shown; 0 is the title screen */
    enum view overlay; /* VIEW_WHY or VIEW_HELP over it, or 0 */
    enum view under;   /* VIEW_HELP: what it lies over, VIEW_WHY or 0 */
    int member;        /* VIEW_WHY: the place of the selected one round the table */
    int scroll;        /* lines read further up (or down, negative) than where the text stands */
    int scroll_least, scroll_most, scroll_page; /* what the last frame said of it */
    const char *notice;                         /* why the last key did nothing, or NULL */
    bool quit;
};

enum { LEAST_COLUMNS = 80, LEAST_ROWS = 24 };

/* The title screen. `mode` must be one that the stage has. */
struct state state_start(enum veto_mode mode, enum charset charset, int columns, int rows);

enum view state_view(const struct state *state);

/* The state after an action, or after a key in the view that is shown. */
struct state state_act(const struct stage *stage, struct state state, enum action action,
                       int argument);
struct state state_press(const struct stage *stage, struct state state, uint32_t key);

/* The state after a change of size, and after a frame of it was made. */
struct state state_resize(struct state state, int columns, int rows);
struct state state_settle(struct state state, const struct frame *frame);

/* ---- what it shows ---- */

const struct veto_meeting *state_meeting(const struct stage *stage, const struct state *state);

/* The last event shown, or NULL on the title screen. */
const struct veto_event *state_event(const struct stage *stage, const struct state *state);

/* The stop reached, from 1, and how many there are. */
struct steps {
    unsigned at, of;
};
struct steps state_steps(const struct stage *stage, const struct state *state);

/* The vote that is in the chamber: the last one put, or the last adoption without a vote. */
struct chamber_vote {
    int draft;                    /* or VETO_NONE: none has been put yet */
    const struct veto_vote *vote; /* NULL until the first ballot is shown */
    veto_set cast;                /* members whose ballots have been shown */
    bool decided;                 /* the result has been announced */
};
struct chamber_vote state_vote(const struct stage *stage, const struct state *state);

/* The result, WITHOUT_VOTE or NOT_PUT event of a draft if it has been shown, else NULL. */
const struct veto_event *state_fate(const struct stage *stage, const struct state *state,
                                    int draft);

#endif
