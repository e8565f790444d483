/*
 * Keys and what they do. Keys are abstract, so that a script of them can stand in for a terminal.
 * One table, in groups, feeds the dispatcher, the bar of keys and the help: a row a key.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "play/views.h"

struct arena;

/* A printable character is its code point; the others lie beyond Unicode. */
enum {
    PRESS_NONE = 0,
    PRESS_CTRL_R = 0x12, /* as ASCII has it */
    PRESS_CTRL_L = 0x0C,
    PRESS_CTRL_N = 0x0E,
    PRESS_CTRL_P = 0x10,
    PRESS_CTRL_U = 0x15,
    PRESS_ENTER = 0x110000,
    PRESS_ESCAPE,
    PRESS_TAB,
    PRESS_BACK_TAB,
    PRESS_BACKSPACE,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_UP,
    PRESS_DOWN,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_HOME,
    PRESS_END,
    PRESS_DELETE,
    PRESS_WHEEL_UP, /* of the mouse */
    PRESS_WHEEL_DOWN,
    PRESS_CLICK, /* on a place of the frame */
    PRESS_TICK,  /* no key: as much time has passed as state_ticks asks for */
    PRESS_PASTE, /* no key: text that goes where text is typed, and nowhere else */
};

/* What a hand does. */
struct press {
    uint32_t key;
    int column, row;  /* of a PRESS_CLICK */
    const char *text; /* of a PRESS_PASTE: its bytes, of any kind, on one line */
};

/* What keys do in a meeting, a row an action: its name, and the function that carries it out, with
 * what its argument says. Enum, declarations and the table that calls them are made from these
 * rows; what the browser makes of an action is in its own table. */
/* clang-format off */
#define MEETING_ACTIONS(ROW)                                                                       \
    ROW(NEXT, place_next)               /* on to the next stop; 1: to the next ballot */           \
    ROW(BACK, place_back)               /* back to the one before; likewise */                     \
    ROW(TIMED, place_timed)             /* the roll call goes on by itself; again stops it */      \
    ROW(PACE, place_pace)               /* 1 slower, -1 faster */                                  \
    ROW(VOTE, place_to_vote)            /* to another; 1 on, -1 back */                            \
    ROW(DRAFT, place_to_draft)          /* which, from 0 */                                        \
    ROW(EDGE, place_to_edge)            /* 0: to the start; 1: to the end */                       \
    ROW(SCROLL, scroll_by)              /* lines further up; negative: down; PAGE is a page */     \
    ROW(MEMBER_BY, member_by)           /* so many further down; negative: up */                   \
    ROW(MEMBER, to_member)              /* the place of a member round the table, to select */     \
    ROW(VIEW, open_overlay)             /* which, to open or close */                              \
    ROW(CLOSE, close_overlay)                                                                      \
    ROW(MODE, next_mode)                                                                           \
    ROW(BALLOT, change_ballot)          /* the ballot, or VETO_NONE for the model's */             \
    ROW(LEANING, change_leaning)        /* 1 up, -1 down; and so for the next two */               \
    ROW(TENDENCY, change_tendency)                                                                 \
    ROW(REQUIRED, change_required)                                                                 \
    ROW(VETOES, change_vetoes)                                                                     \
    ROW(WISH, change_history)           /* enum wish_kind */                                       \
    ROW(GUESS_BALLOT, guess_ballot)     /* the ballot, or VETO_NONE */                             \
    ROW(GUESS_OUTCOME, guess_outcome)   /* the outcome */                                          \
    ROW(GUESS_TEAM, guess_team)         /* which, from 1; 0: the class */                          \
    ROW(PROMPT, prompt_open)            /* enum prompt_kind, to be asked */                        \
    ROW(SEARCH_AGAIN, search_again)     /* to the place before that holds what was looked for, as  \
                                           far as the meeting has come; or to the next member      \
                                           whose name does */                                      \
    ROW(OPEN, switch_open)              /* show what would give a vote away, or hide it */         \
    ROW(MOUSE, switch_mouse)            /* whether clicks are taken */                             \
    ROW(NUMBERS, switch_numbers)        /* numbers behind words, on or off */                      \
    ROW(LARGE, switch_large)            /* the layout of few, big words, on or off */              \
    ROW(PICK, pick_next)                /* another draft, to be looked at: 1 on, -1 back */        \
    ROW(PICK_NUMBER, pick_number)       /* which, from 0 */                                        \
    ROW(PICKED, pick_vote)              /* to the vote on it */                                    \
    ROW(PAIR, pairs_next)               /* two other runs, to be compared: 1 on, -1 back */        \
    ROW(RULE_SET, select_rules)         /* so many further down the list; negative: up */          \
    ROW(RULES, change_rules)            /* those selected are to hold */                           \
    ROW(KIND, narrow_select)            /* so many kinds further down; negative: up */             \
    ROW(KIND_IS, narrow_to)             /* 0: the draft is of the one selected; 1: it is not, and  \
                                           again: it may be */                                     \
    ROW(QUIT, quit)
/* clang-format on */

#define ACTION_NAME(name, act) ACTION_##name,

enum action {
    ACTION_NONE,
    ACTION_ROW,                  /* close the help, and do what a row of keys does; which */
    ACTION_KEY,                  /* a key, as if it were pressed */
    ACTION_REPAINT,              /* for whoever shows the frame */
    MEETING_ACTIONS(ACTION_NAME) /* those above, and in the browser: */
    ACTION_ENTRY,                /* which entry, to select or, where it is selected, to play */
    ACTION_ENTRY_BY,             /* so many further down; negative: up; PAGE is a page */
    ACTION_PLAY,
    ACTION_FORGET, /* an entry that need not be offered again */
    ACTION_UNTYPE, /* take the last character back; 1: all of them */
    ACTIONS,
};

/* A row of the table; one without keys is the title of a group, which its help is. */
struct binding {
    const char *keys;  /* by their names as in a script, with blanks between; "1-9": any of these,
                          and the argument counts on */
    unsigned views;    /* where they hold */
    unsigned bar;      /* where the bar of keys shows them, a part of `views`: ... */
    const char *shown; /* ... what it has for them, NULL: the first, ... */
    const char *label; /* ... and the word; NULL where `bar` is 0 */
    enum action action;
    int argument;
    const char *help;
};

/* All of them, group by group. */
extern const struct binding key_bindings[];
extern const size_t key_binding_count;

/* What a key does in a view: ACTION_NONE if nothing. */
enum action key_action(enum view view, uint32_t key, int *argument);

/* Why a key that does nothing does not, or NULL. */
const char *key_notice(uint32_t key);

/* The key at this index of a row, from 0; PRESS_NONE behind the last. */
uint32_t key_at(const struct binding *binding, int index);

/* Whether its keys do different things, as 1 to 9 do: the row does not say which. */
bool key_is_many(const struct binding *binding);

/* Whether it is one of a row, and with which argument. */
bool key_finds(const struct binding *binding, uint32_t key, int *argument);

/* The keys of a row as the help has them, "Up, k", and as the bar does. Under arenas_try. */
const char *key_help(struct arena *arena, const struct binding *binding);
const char *key_bar(struct arena *arena, const struct binding *binding);

/* The keys that have a name, by their index; NULL behind the last. And the key of a name, or
 * PRESS_NONE. */
const char *key_name_at(size_t index);
uint32_t key_named(const char *name, size_t length);
