/*
 * Who sat in the Security Council, 1946 to 2027: members, names of the day, regional groups, the
 * majority that applied.
 *
 * Sources: Charter, Article 23; the Council's own list of its members since 1946. General Assembly
 * resolutions 1991 A (XVIII) (eleven members and seven votes become fifteen and nine, applied from
 * 1 January 1966), 2758 (XXVI) (China's seat, 25 October 1971); the letter of 24 December 1991
 * (1991/RUSSIA) by which the Russian Federation continued the membership of the Soviet Union.
 */
#ifndef VETO_ROSTER_H
#define VETO_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "veto/council.h"

VETO_BEGIN_C

/* A day of the Gregorian calendar. All zeros: no date. */
struct veto_date {
    int year, month, day; /* month and day from 1 */
};

/* "2016-10-08", a day that the calendar has. */
bool veto_date_parse(const char *text, struct veto_date *date);

/* -1, 0 or 1, as `a` comes before, with or after `b`. */
int veto_date_compare(struct veto_date a, struct veto_date b);

enum veto_group {
    VETO_GROUP_NONE, /* no group, or none known for that year */
    VETO_AFRICAN,
    VETO_ASIA_PACIFIC,
    VETO_EASTERN_EUROPEAN,
    VETO_LATIN_AMERICAN_CARIBBEAN,
    VETO_WESTERN_EUROPEAN_OTHERS,
    VETO_GROUPS,
};

const char *veto_group_word(enum veto_group group); /* "african", ..., "none" */
bool veto_group_parse(const char *word, enum veto_group *group);

/* One seat of one day. The texts are static. */
struct veto_seat {
    char code[4];       /* ISO 3166-1 alpha-3, of the state that holds the seat today: RUS, CHN */
    const char *name;   /* short name of that day: "Soviet Union", "United Kingdom" */
    const char *formal; /* the name by which the United Nations puts it in alphabetical order */
    bool permanent;
    enum veto_group group;
};

struct veto_composition {
    struct veto_date date;
    unsigned count;                           /* 0 where no Council is known for that date */
    unsigned required;                        /* 7 or 9 */
    struct veto_seat seats[VETO_MAX_MEMBERS]; /* in English alphabetical order of `formal` */
};

enum { VETO_ROSTER_FIRST = 1946, VETO_ROSTER_LAST = 2027 };

/* The Council as it sat on a day. Elected members serve from 1 January to 31 December, and where a
 * term was divided, to the day it was. Returns false outside VETO_ROSTER_FIRST to _LAST. */
bool veto_composition_of(struct veto_date date, struct veto_composition *composition);

/*
 * Who presides in a month, where `president` (a code) presided in the month of `known`: the
 * presidency passes each month to the next member in English alphabetical order (Provisional Rules
 * of Procedure, Rule 18), and where members change, to the next one among those that sit then. A
 * matter of rule and not of record: the Council has departed from the order, as in 1946, when
 * resolution 14 (1946) brought its months in line with the members' terms. False, and *seat
 * untouched, where `president` did not sit then, or `month` is before `known` or off the roster.
 * The days of both dates do not count: a seat is that of the first of its month.
 */
bool veto_presidency(struct veto_date known, const char *president, struct veto_date month,
                     struct veto_seat *seat);

/*
 * Who presides in the month of a day, counted by the same rule from the last month of which the
 * presidency and the order after it are known: November 1996, Indonesia. All months since then that
 * were looked up agree. False, and *seat untouched, before it and off the roster: which departures
 * there were in earlier years is not known here, so the order is not counted through them.
 */
bool veto_president_of(struct veto_date month, struct veto_seat *seat);

/* Whether a state, by its code, holds a permanent seat. */
bool veto_state_is_permanent(const char *code);

/* The short name that a state which ever sat bears today, by its code ("VEN"); NULL if none. The
 * formal name is for the alphabetical order. */
bool veto_state_find(const char *code, const char **name, const char **formal);

/* The short name today of a member or observer of the United Nations, whether or not it ever sat,
 * or the last one of a state that is no more, by its code; NULL for no such code. */
const char *veto_state_name(const char *code);

/*
 * The states that a word names, by their codes: a code of three letters, capitals or not, a code of
 * ISO 3166-1 of two, a code that others use (GER, UK), or a name in English: short, formal or
 * former, without regard to capitals, accents, `the`, or the order of its words. Returns how many,
 * 0 for none; "Congo" and "Korea" name two, the one whose own name that is first.
 */
enum { VETO_STATES_NAMED = 2 };
unsigned veto_state_named(const char *word, char codes[VETO_STATES_NAMED][4]);

/* All codes of states that ever sat, sorted; NULL at the end. */
const char *const *veto_state_codes(void);

VETO_END_C

#endif
