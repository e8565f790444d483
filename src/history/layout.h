/* From the rows of either layout to votes. */
#pragma once

#include "base/diagnostics.h"
#include "history/record.h"
#include "history/table.h"

/* What a column may be, in either layout. */
enum column {
    COLUMN_VOTE, /* tells the rows of one vote from those of another */
    COLUMN_SYMBOL,
    COLUMN_DRAFT,
    COLUMN_MEETING,
    COLUMN_TITLE,
    COLUMN_AGENDA,
    COLUMN_DATE,
    COLUMN_OUTCOME,
    COLUMN_OUTCOME_TOO, /* the same in more words */
    COLUMN_CODE,        /* one row a ballot: of the state */
    COLUMN_NAME,
    COLUMN_BALLOT,
    COLUMN_TOTAL, /* VETO_TOTALS of them */
    COLUMNS = COLUMN_TOTAL + VETO_TOTALS,
};

/* A vote while its ballots come in. */
struct vote_builder {
    const char *key;
    char *date; /* the vote's date_text, with room for DATE_ROOM bytes */
    struct veto_history_ballot *ballots;
    size_t count, capacity;
    uint64_t twice, conflicting; /* ballots that came again, the same or another; of the first 64 */
};

/* Sciences Po: what a column may hold. */
struct ballot_column {
    bool holds_ballots;
    char state[4]; /* "": no state, but ballots may stand in it all the same */
};

struct loader {
    const char *path; /* of a file that is to be opened, or NULL */
    struct pieces input;
    struct veto_history *history;
    struct arena *arena, scratch; /* the history's own, and what goes after the load */
    struct veto_diagnostics *list;
    size_t errors; /* that were in the list before */
    enum veto_status status;
    const char *name;
    enum veto_history_layout layout;
    enum veto_history_dates dates; /* the order that was asked for */
    bool header_alone;             /* nothing behind it is wanted */
    bool header_found;             /* and it is one of the two */
    struct table table;
    int columns[COLUMNS];                 /* where each is, or TABLE_NONE */
    struct ballot_column *ballot_columns; /* one a column */
    struct veto_history_vote *votes;
    struct vote_builder *builders; /* one a vote */
    size_t count, capacity, builder_capacity;
    size_t current; /* UNDL: the vote of the row before */
    size_t *slots;  /* UNDL: votes by the hash of their key, 1 + index */
    size_t slot_count;
    unsigned date_orders; /* in which every date of numbers is a day: as date_read has them */
    struct problems problems;
    struct councils councils;
    struct {
        char from[4], to[4];
    } known_codes[256]; /* codes met before */
};

/* The callbacks of the table; its context is the loader. */
bool layout_header(struct table *table);
void layout_row(struct table *table);

/* Whether every symbol is one of the General Assembly; and says so. */
bool layout_is_of_assembly(const struct loader *loader);
void layout_refuse_assembly(struct veto_diagnostics *list, const char *name);

/* vote.c: begins a vote from the row at hand, and adds a ballot to one. `state` is "" where `name`
 * is no state. */
void vote_begin(struct loader *loader, const char *key);
void vote_add_ballot(struct loader *loader, size_t vote, const char *state, const char *name,
                     const char *text);
void vote_end(struct loader *loader, size_t vote);
