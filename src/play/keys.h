/*
 * Keys and what they do. Keys are abstract, so that a script of them can stand in for a terminal.
 * One table, in groups, feeds the dispatcher, the bar of keys and the help: a row a key.
 */
#ifndef PLAY_KEYS_H
#define PLAY_KEYS_H

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

enum action {
    ACTION_NONE,
    ACTION_ROW,         /* close the help, and do what a row of keys does; argument: which */
    ACTION_NEXT,        /* on to the next stop */
    ACTION_BACK,        /* back to the one before */
    ACTION_NEXT_BALLOT, /* the same, but stop at every ballot */
    ACTION_BACK_BALLOT,
    ACTION_TIMED, /* the roll call goes on by itself; again stops it */
    ACTION_PACE,  /* argument: 1 slower, -1 faster */
    ACTION_VOTE,  /* to another; argument: 1 on, -1 back */
    ACTION_DRAFT, /* argument: which, from 0 */
    ACTION_START,
    ACTION_END,
    ACTION_SCROLL_UP, /* argument: lines; 0 is a page */
    ACTION_SCROLL_DOWN,
    ACTION_MEMBER_BY, /* argument: so many further down; negative: up */
    ACTION_VIEW,      /* argument: which, to open or close */
    ACTION_MODE,
    ACTION_BALLOT,  /* argument: the ballot, or VETO_NONE for the model's */
    ACTION_LEANING, /* argument: 1 up, -1 down; and so for the next two */
    ACTION_TENDENCY,
    ACTION_REQUIRED,
    ACTION_VETOES,
    ACTION_GUESS_BALLOT,  /* argument: the ballot, or VETO_NONE */
    ACTION_GUESS_OUTCOME, /* argument: the outcome */
    ACTION_GUESS_TEAM,    /* argument: which, from 1; 0: the class */
    ACTION_WISH,          /* argument: enum wish_kind */
    ACTION_CLOSE,
    ACTION_QUIT,
    ACTION_KEY,    /* argument: a key, as if it were pressed */
    ACTION_MEMBER, /* argument: the place of a member round the table, to select */
    ACTION_PROMPT, /* argument: enum prompt_kind, to be asked */
    ACTION_SEARCH_AGAIN,
    ACTION_OPEN,        /* show what would give a vote away, or hide it */
    ACTION_MOUSE,       /* whether clicks are taken */
    ACTION_NUMBERS,     /* numbers behind words, on or off */
    ACTION_PICK,        /* another draft, to be looked at; argument: 1 on, -1 back */
    ACTION_PICK_NUMBER, /* argument: which, from 0 */
    ACTION_PICKED,      /* to the vote on it */
    ACTION_LARGE,       /* the layout of few, big words, on or off */
    ACTION_PAIR,        /* two other runs, to be compared; argument: 1 on, -1 back */
    ACTION_RULE_SET,    /* argument: so many further down the list; negative: up */
    ACTION_RULES,       /* the one selected is to hold */
    ACTION_KIND,        /* argument: so many kinds further down; negative: up */
    ACTION_KIND_ONLY,   /* the draft is of the one selected */
    ACTION_KIND_OUT,    /* it is not; again: it may be */
    ACTION_ENTRY,       /* argument: which entry, to select or, where it is selected, to play */
    ACTION_ENTRY_UP,    /* argument: entries; 0 is a page */
    ACTION_ENTRY_DOWN,
    ACTION_PLAY,
    ACTION_FORGET,  /* an entry that need not be offered again */
    ACTION_REPAINT, /* for whoever shows the frame */
    ACTION_UNTYPE,  /* take the last character back */
    ACTION_CLEAR,   /* all of them */
    ACTIONS,
};

/* A row of the table. */
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

/* All of them, group by group; the title of a group is given with its first one, else NULL. */
size_t key_binding_count(void);
const struct binding *key_binding(size_t index);
const char *key_group(size_t index);

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

#endif
