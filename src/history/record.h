/* What the files of this room share: votes being read, problems being noted, and the seats of a
 * day. */
#ifndef HISTORY_RECORD_H
#define HISTORY_RECORD_H

#include <stdint.h>

#include "base/arena.h"
#include "veto/history.h"

/* ---- names ---- */

/* Whether two texts have the same letters from A to Z, capitals or not; the rest is passed over. */
bool same_letters(const char *a, const char *b);

/* The code of a state by a code or a name of the files. */
bool state_by_code(const char *code, char found[4]);
bool state_by_name(const char *name, char found[4]);

/* ---- problems ---- */

struct problems {
    struct arena *arena;
    struct veto_history_problem *all;
    size_t count, capacity;
};

/* Notes something wrong with a vote; `member` is a code or "". Arguments may be untrusted. */
void problem_note(struct problems *problems, enum veto_history_problem_kind kind,
                  const struct veto_history_vote *vote, const char *member, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Everything that reading alone does not show: members, ballots, totals, dates, duplicates. */
struct councils;
void problems_of_votes(struct problems *problems, const struct veto_history *history,
                       struct councils *councils);

/* ---- the seats of a day ---- */

/* The Council of a year, by code. */
struct council {
    int year;
    unsigned count;
    veto_set permanent;
    char codes[VETO_MAX_MEMBERS][4];
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

/* The seat of a state, or VETO_NONE. */
int council_seat(const struct council *council, const char *code);

/* A vote on the seats. What is open can come out in at most three ways that matter. */
struct seated {
    const struct council *council;
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    veto_set blank;   /* no ballot in the file */
    veto_set unknown; /* a ballot that is not on record */
    veto_set open;    /* of those two, what the totals do not settle either */
    unsigned rest[4]; /* of VETO_YES to VETO_NOT_PARTICIPATING, how many the open ones are */
    bool fits;        /* the totals say so; else any open one may be anything */
};

void seat_vote(struct seated *seated, const struct council *council,
               const struct veto_history_vote *vote);

/* The outcome under the council's rules; VETO_OUTCOMES where it depends on what is open. */
enum veto_outcome seat_resolve(const struct seated *seated, enum veto_question question);

#endif
