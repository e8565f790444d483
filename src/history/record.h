/* What the files of this room share: votes being read, problems being noted, and the seats of a
 * day. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "veto/history.h"

/* ---- characters: ASCII alone ---- */

static inline bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether `part`, which has no capitals, stands in so many bytes, capitals or not. */
bool bytes_hold(const char *bytes, size_t length, const char *part);

/* ---- order ---- */

/* As a comparator returns it. */
static inline int order_of(size_t a, size_t b) {
    return (a > b) - (a < b);
}

/* ---- names ---- */

/* Whether two texts have the same letters from A to Z, capitals or not; the rest is passed over. */
bool same_letters(const char *a, const char *b);

/* The code of a state by a name of the files. */
bool state_by_name(const char *name, char found[4]);

/* A ballot by its letter or its word: one of enum veto_ballot, or VETO_BALLOT_UNKNOWN or
 * _UNREADABLE. */
int ballot_by_word(const char *text);

/* ---- dates ---- */

enum { DATE_ROOM = sizeof "2016-12-23" };

/*
 * A date in any of the forms that files have. Where it is three numbers of which none can be but a
 * year by its length, what comes first is open: days[] has the day by each order, all zeros where
 * that is none. Returns the set of those that are one (1 << order); 1 << VETO_DATES_BY_FILE,
 * and nothing else, where the text leaves no choice: the day is days[VETO_DATES_BY_FILE].
 */
unsigned date_read(const char *text, struct veto_date days[VETO_DATE_ORDERS]);

/* As "2016-12-23". */
void date_write(struct veto_date date, char text[DATE_ROOM]);

/* ---- symbols ---- */

/* One symbol out of a cell: of a resolution, of a document or of a meeting. */
struct symbol {
    unsigned resolution; /* its number, or 0 */
    int year;            /* of the resolution where it is stated, else 0 */
    char text[40];       /* of another: in capitals, without blanks; "" for a resolution */
    char part[24];       /* of a meeting: "PARTI", "RESUMPTION1", or "" */
};

/* Takes the next symbol off a cell, whatever else stands in it; false at the end. */
bool symbol_next(const char **cell, struct symbol *symbol);

/* What somebody typed, where it is one symbol and no more; bare numbers are of resolutions. */
bool symbol_parse(const char *text, struct symbol *symbol);

/* Whether a cell holds it: by its part where both have one, by its year where both have one. */
bool symbol_is_in(const struct symbol *symbol, const char *cell);

/* The number of a meeting: 7785 of "S/PV.7785"; 0 where it is none, or has none. */
uint64_t symbol_meeting(const struct symbol *symbol);

/* ---- votes ---- */

/* The ballot of a state, by its code; NULL where it has none. */
const struct veto_history_ballot *ballot_of(const struct veto_history_vote *vote, const char *code);

/* Those with the number of a resolution, those without, or all; in the order that `compare` gives
 * pointers to them. */
enum votes_chosen { VOTES_NUMBERED, VOTES_UNNUMBERED, VOTES_ALL };
const struct veto_history_vote **
votes_sorted(struct arena *arena, const struct veto_history *history, enum votes_chosen chosen,
             int (*compare)(const void *, const void *), size_t *count);

/* Compares pointers to votes: by the number of the resolution, then by row. */
int votes_by_number(const void *a, const void *b);

/* "11 in favour, 2 against": of the totals, what the file states; empty where it states none. */
const char *totals_stated(struct arena *arena, const struct veto_history_vote *vote);

/* ---- problems ---- */

struct problems {
    struct arena *arena;
    struct veto_history_problem *all;
    size_t count, capacity;
};

/* Notes something wrong with a vote; `member` is a code or "". What it has in common with others
 * is `cause`, kept by reference; NULL: the member and the year. Arguments may be untrusted. What it
 * returns can be added to until the next one. */
struct veto_history_problem *problem_note(struct problems *problems,
                                          enum veto_history_problem_kind kind,
                                          const struct veto_history_vote *vote, const char *member,
                                          const char *cause, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* All of a text, or so much as fits into the columns, and "...". */
const char *problem_cut(struct problems *problems, const char *text, size_t columns);

/* What a message quotes of a text. */
const char *problem_quote(struct problems *problems, const char *text);

/* Everything that reading alone does not show: of each vote, its members, ballots, totals and date;
 * then the order of numbers, dates and meetings; then votes that are alike. */
struct councils;
void problems_of_votes(struct problems *problems, const struct veto_history *history,
                       struct councils *councils);
void problems_of_order(struct problems *problems, const struct veto_history *history);
void problems_of_alikes(struct problems *problems, const struct veto_history *history);

/* ---- the seats of a day ---- */

enum { COUNCIL_SLOTS = 2 * VETO_MAX_MEMBERS };

/* The Council of a year, by code. */
struct council {
    int year;
    unsigned count;
    veto_set permanent;
    char codes[VETO_MAX_MEMBERS][4];
    unsigned char slots[COUNCIL_SLOTS]; /* of codes, by council_seat: seat + 1 */
    struct veto_rules rules;
};

/* Who sat in each year, found once. Rules are those of `set`, or the Charter's where it is NULL. */
struct councils {
    struct arena *arena;
    const struct veto_rule_set *set;
    struct council *years[VETO_ROSTER_LAST - VETO_ROSTER_FIRST + 1];
};

/* NULL where no Council is known for that day. */
const struct council *council_of(struct councils *councils, struct veto_date date);

/* The short name of a state in a year: that of the day it last sat until then, else today's. */
const char *council_name(struct councils *councils, const char *code, int year);

/* The seat of a state, or VETO_NONE. */
int council_seat(const struct council *council, const char *code);

/* A vote on the seats. What is open can come out in at most three ways that matter. */
struct seated {
    const struct council *council;
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    unsigned strangers; /* ballots of states that did not sit */
    veto_set blank;     /* no ballot in the file */
    veto_set unknown;   /* a ballot that is not on record */
    veto_set open;      /* of those two, what the totals do not settle either */
    unsigned rest[4];   /* of VETO_YES to VETO_NOT_PARTICIPATING, how many the open ones are */
    bool fits;          /* the totals say so; else any open one may be anything */
};

void seat_vote(struct seated *seated, const struct council *council,
               const struct veto_history_vote *vote);

/* Puts right the ballots that other sources have otherwise, and the totals with them. `ballots` are
 * those of the vote. */
void use_known_ballots(struct veto_history_vote *vote, struct veto_history_ballot *ballots);

/* Puts down the ballots that are certain though not stated, or stated elsewhere. */
void infer_ballots(struct arena *arena, const struct council *council,
                   struct veto_history_vote *vote);

/* The outcome under the council's rules; VETO_OUTCOMES where it depends on what is open. */
enum veto_outcome seat_resolve(const struct seated *seated, enum veto_question question);
