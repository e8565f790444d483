/* What can be chosen to be played: a list of entries, each with what is shown of it and what it is
 * found by. Knows no file: whoever makes a catalogue has read them. */
#ifndef PLAY_ENTRY_H
#define PLAY_ENTRY_H

#include "base/arena.h"
#include "veto/history.h"
#include "veto/scenario.h"

/* Where an entry comes from. The entries of one shelf stand together, in this order. */
enum shelf {
    SHELF_UNFINISHED, /* sessions that were left before their end */
    SHELF_FILES,      /* given on the command line */
    SHELF_VOTES,      /* of a history that was given */
    SHELF_SHIPPED,
    SHELVES,
};

struct entry {
    enum shelf shelf;
    const char *word;   /* by which the command line finds it; a symbol for a vote */
    const char *date;   /* "2016-10-08" or "" */
    const char *title;  /* one line, as the list has it; ... */
    const char *open;   /* ... where everything is shown; NULL: the same */
    const char *note;   /* "2 drafts", "vetoed RUS 11-2-2" */
    const char *search; /* all that it is found by, from text_fold */
    const char *closed; /* why it cannot be played, a clause; or NULL */
    /* What the preview shows: one of them. */
    const struct veto_scenario *scenario;
    const struct veto_history_vote *vote;
    const struct veto_diagnostics *mistakes;
};

struct catalogue {
    const struct entry *entries;
    size_t count;
};

/* "Scenarios that ship with veto" */
const char *shelf_name(enum shelf shelf);

/* Entries; under arenas_try. They point to what they are made from, which must outlive them. */
struct entry entry_of_scenario(struct arena *arena, enum shelf shelf, const char *word,
                               const struct veto_scenario *scenario);
struct entry entry_of_vote(struct arena *arena, const struct veto_history_vote *vote);

/* A scenario that was refused: it is listed, and cannot be played. */
struct entry entry_of_mistakes(struct arena *arena, enum shelf shelf, const char *word,
                               const struct veto_diagnostics *mistakes);

#endif
