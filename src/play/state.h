/*
 * What the screen shows of a stage, as a plain value; how keys change it is in actions.h. A state
 * owns nothing; copies of it are as good as itself.
 */
#pragma once

#include <stdbool.h>

#include "play/keys.h"
#include "play/pace.h"
#include "play/reach.h"
#include "play/stage.h"
#include "session/session.h"
#include "session/told.h"

/* What a key asks to be changed in the scenario, for a desk to carry out. */
enum wish_kind {
    WISH_NONE,
    WISH_BALLOT,   /* draft, member, ballot: VETO_NONE leaves it to the model */
    WISH_LEANING,  /* draft, member, number */
    WISH_TENDENCY, /* member, number, veto: whether its vote against is one */
    WISH_REQUIRED, /* number */
    WISH_VETOES,   /* veto: whether there are any */
    WISH_UNDO,
    WISH_REDO,
    WISH_RESET,
    WISH_MARK,
    WISH_RETURN,
    WISH_OVERRIDE,              /* text: PATH=VALUE */
    WISH_RULES,                 /* number: the index of a set of rules */
    WISH_KIND,                  /* number: the weight of a kind, whose path is text; below 0: that
                                   of the start; 1: of no other kind */
    WISH_DRAW,                  /* another draw: the next seed */
    DESK_WISHES,                /* those below are not for a desk to carry out, but for an app */
    WISH_SESSION = DESK_WISHES, /* saved to the file that the prompt holds */
    WISH_TRANSCRIPT,            /* written, likewise */
    WISH_SCENARIO,              /* as it was changed, written, likewise */
    WISHES,
};

struct wish {
    enum wish_kind kind;
    int draft, member, ballot;
    double number;
    bool veto;
    bool hides;       /* WISH_BALLOT: what it was is not told, not even by the number of changes */
    const char *text; /* WISH_OVERRIDE, WISH_KIND; a desk takes it from the prompt */
};

/* What the class expects of a vote. 0: nothing yet; else the ballot or outcome, counted from 1. */
struct guess {
    unsigned char ballots[VETO_MAX_MEMBERS], outcome;
    unsigned char teams[SESSION_TEAMS];  /* the outcome that each expects, likewise */
    unsigned short hands[SESSION_HANDS]; /* a show of hands */
};

/* A line that is being typed; play/prompt.h. */
enum prompt_kind {
    PROMPT_NONE,
    PROMPT_CHANGE,
    PROMPT_LEANING,
    PROMPT_TENDENCY,
    PROMPT_SEARCH,
    PROMPT_HANDS,
    PROMPT_GIVEN,
    PROMPT_DRAFT,
    PROMPT_SESSION,
    PROMPT_TRANSCRIPT,
    PROMPT_SCENARIO,
    PROMPTS,
};

enum { PROMPT_BYTES = 256, SEARCH_BYTES = 64 };

struct prompt {
    enum prompt_kind kind; /* PROMPT_NONE: nothing is asked; the text is that of the last answer */
    char text[PROMPT_BYTES];
    bool offers; /* PROMPT_CHANGE: how the path may go on is told */
};

struct state {
    const struct stage *stage; /* what is played; it outlives the state */
    int columns, rows;
    enum charset charset;
    enum veto_mode mode;
    size_t shown;       /* events that have been shown; 0 is the title screen */
    enum view overlay;  /* another view over it, or 0 */
    enum view under;    /* VIEW_HELP: the one that it lies over, or 0 */
    int member;         /* VIEW_WHY: the place of the selected one round the table */
    int scroll;         /* lines read further up (or down, negative) than where the text stands */
    struct reach reach; /* what the last frame said of it */
    int draft;          /* VIEW_DRAFTS, VIEW_COMPARE: the one picked */
    int pair;           /* VIEW_COMPARE: which two runs */
    bool large;         /* VIEW_TITLE, VIEW_MEETING: few, big words */
    enum pace pace;
    bool timed;         /* the roll is being called by itself */
    const char *notice; /* why the last key did nothing, or NULL */
    struct guess guesses[VETO_MAX_DRAFTS];
    int team;         /* VIEW_PREDICT: whose outcome is entered; 0: that of the whole class */
    struct wish wish; /* what the last key asks to be changed */
    struct prompt prompt;
    char search[SEARCH_BYTES]; /* what was last looked for, or "" */
    size_t found;              /* 1 + the event that it was found in, or 0 */
    bool seek;                 /* the debate is to be scrolled there */
    bool open;                 /* nothing is hidden, not even what tells a result before its vote */
    bool mouse;                /* clicks are taken */
    bool numbers;              /* behind words for leanings and the like stand their numbers */
    bool quit;
    int kind;     /* VIEW_KINDS: the one selected */
    int rule_set; /* VIEW_POWER: 1 + the index of the one selected; 0: the one at hand */
};

/* The title screen. `mode` must be one that the stage has. */
struct state state_start(const struct stage *stage, enum veto_mode mode, enum charset charset,
                         int columns, int rows);

enum view state_view(const struct state *state);

/* The view that the help lies over, or that there is. */
enum view state_view_below(const struct state *state);

/* As far into the meeting as that. */
void state_show(struct state *state, size_t shown);

/* Milliseconds without a key after which it wants a PRESS_TICK; 0: it wants none. */
int state_ticks(const struct state *state);

/* Takes away what lies over the meeting, or over another view. */
void state_uncover(struct state *state);

/* The state after a change of size, and after a frame of it was made. */
struct state state_resize(struct state state, int columns, int rows);
struct state state_settle(struct state state, const struct reach *reach);

/* The same place as in the same meeting on another stage, from which a change may have led another
 * way: the event that was shown, or the nearest before it that happens here too. */
struct state state_follow(const struct stage *from, struct state state);

/* ---- what it shows ---- */

const struct veto_meeting *state_meeting(const struct state *state);

/* The last event shown, or NULL on the title screen. */
const struct veto_event *state_event(const struct state *state);

/* The stop reached, from 1, and how many there are. */
struct steps {
    unsigned at, of;
};
struct steps state_steps(const struct state *state);

/* The vote that is in the chamber: the last one put, or the last adoption without a vote. */
struct chamber_vote {
    int draft;                    /* or VETO_NONE: none has been put yet */
    const struct veto_vote *vote; /* NULL until the first ballot is shown */
    veto_set cast;                /* members whose ballots have been shown */
    bool decided;                 /* the result has been announced */
};
struct chamber_vote state_vote(const struct state *state);

/* The ballot that has been shown and made its outcome certain: whose, and which in the order of the
 * roll call, from 1. VETO_NONE where none has. */
struct chamber_turn {
    int member;
    unsigned place;
};
struct chamber_turn state_turn(const struct state *state);

/* The next draft to be put, or which turns out not to be: that is not told before it happens. */
int state_next_draft(const struct state *state);

/* The draft in question: the one in the chamber, else the next one; or VETO_NONE. */
int state_draft(const struct state *state);

/* The draft that is picked, wherever the meeting stands; VETO_NONE where there is none at all. */
int pick_draft(const struct state *state);

/* Of the kinds that a draft may be of: the draft in question where it has kinds, else the first
 * that has, or VETO_NONE; and the kind selected, 0 where there is none. */
int narrow_draft(const struct state *state);
int narrow_kind(const struct state *state);

/* The last draft whose result has been shown, for the view of flips; or VETO_NONE. */
int state_flips(const struct state *state);

/* The member selected. */
int state_member(const struct state *state);

/* What may be told by now; and whether of a draft nothing may. */
struct told state_told(const struct state *state);
bool state_hides(const struct state *state, int draft);

/* The result, WITHOUT_VOTE or NOT_PUT event of a draft, or the objection to a vote on it, if that
 * has been shown; else NULL. */
const struct veto_event *state_fate(const struct state *state, int draft);
