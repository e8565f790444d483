/*
 * Keys and what they do. Keys are abstract, so that a script of them can stand in for a terminal.
 * One table, in groups, feeds the dispatcher, the bar of keys and the help.
 */
#ifndef PLAY_KEYS_H
#define PLAY_KEYS_H

#include <stddef.h>
#include <stdint.h>

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
    PRESS_TICK,  /* no key: a second has passed, where state_ticks asks for that */
    PRESS_PASTE, /* no key: text that goes where text is typed, and nowhere else */
};

/* What a hand does. */
struct press {
    uint32_t key;
    int column, row;  /* of a PRESS_CLICK */
    const char *text; /* of a PRESS_PASTE: its bytes, of any kind, on one line */
};

/* What is on screen; also bits of a set. */
enum view {
    VIEW_TITLE = 1,
    VIEW_MEETING = 2,
    VIEW_WHY = 4,
    VIEW_HELP = 8,
    VIEW_SMALL = 16, /* the terminal is too small for any other */
    VIEW_COMMAND = 32,
    VIEW_ODDS = 64,
    VIEW_FLIPS = 128,
    VIEW_PREDICT = 256,
    VIEW_DRAFTS = 512,
    VIEW_DEBATE = 1024,
    VIEW_COMPARE = 2048,
    VIEW_POWER = 4096,
    VIEW_ALL = 8191,
    VIEW_BROWSE = 8192,  /* what can be played, ... */
    VIEW_SEARCH = 16384, /* ... and that part of it that was searched for */
};

enum action {
    ACTION_NONE,
    ACTION_NEXT,        /* on to the next stop */
    ACTION_BACK,        /* back to the one before */
    ACTION_NEXT_BALLOT, /* the same, but stop at every ballot */
    ACTION_BACK_BALLOT,
    ACTION_TIMED, /* the roll call goes on by itself, a ballot a second; again stops it */
    ACTION_NEXT_VOTE,
    ACTION_PREVIOUS_VOTE,
    ACTION_DRAFT, /* argument: which, from 0 */
    ACTION_START,
    ACTION_END,
    ACTION_SCROLL_UP, /* argument: lines; 0 is a page */
    ACTION_SCROLL_DOWN,
    ACTION_MEMBER_UP,
    ACTION_MEMBER_DOWN,
    ACTION_VIEW, /* argument: which, to open or close */
    ACTION_MODE,
    ACTION_BALLOT,  /* argument: the ballot, or VETO_NONE for the model's */
    ACTION_LEANING, /* argument: 1 up, -1 down; and so for the next two */
    ACTION_TENDENCY,
    ACTION_REQUIRED,
    ACTION_VETOES,
    ACTION_GUESS_BALLOT,  /* argument: the ballot, or VETO_NONE */
    ACTION_GUESS_OUTCOME, /* argument: the outcome */
    ACTION_WISH,          /* argument: enum wish_kind */
    ACTION_CLOSE,
    ACTION_QUIT,
    ACTION_MEMBER, /* argument: the place of a member round the table, to select */
    ACTION_PROMPT, /* argument: enum prompt_kind, to be asked */
    ACTION_SEARCH_AGAIN,
    ACTION_BLIND,       /* hide what would give a vote away, or show it */
    ACTION_MOUSE,       /* whether clicks are taken */
    ACTION_PICK,        /* another draft, to be looked at; argument: 1 on, -1 back */
    ACTION_PICK_NUMBER, /* argument: which, from 0 */
    ACTION_PICKED,      /* to the vote on it */
    ACTION_LARGE,       /* the layout of few, big words, on or off */
    ACTION_PAIR,        /* two other runs, to be compared; argument: 1 on, -1 back */
    ACTION_RULE_SET,    /* argument: so many further down the list; negative: up */
    ACTION_RULES,       /* the one selected is to hold */
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

enum { BINDING_KEYS = 9 };

struct binding {
    uint32_t keys[BINDING_KEYS]; /* PRESS_NONE behind the last */
    enum action action;
    int argument;      /* that of the first key; a draft's number: the others count on */
    unsigned views;    /* where it holds */
    unsigned bar;      /* where the bar of keys shows it, a part of `views` */
    const char *names; /* the keys, for the help */
    const char *key;   /* the one key, and ... */
    const char *label; /* ... the word, for the bar; NULL where `bar` is 0 */
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

#endif
