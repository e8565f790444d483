/* What can be chosen to be played: a list of entries, each with what is shown of it and what it is
 * found by. Knows no file: whoever makes a catalogue has read them. */
#pragma once

#include "base/arena.h"
#include "veto/history.h"
#include "veto/scenario.h"
#include "veto/topics.h"

/* Where an entry comes from. The entries of one shelf stand together, in this order. */
enum shelf {
    SHELF_UNFINISHED, /* sessions that were left before their end */
    SHELF_FILES,      /* given on the command line, or in the folder */
    SHELF_VOTES,      /* of a history that was given */
    SHELF_LESSONS,    /* what ships with a lesson, by what that turns on */
    SHELF_TOPICS,     /* what ships, topic by topic; not where something is searched for: ... */
    SHELF_SHIPPED,    /* ... it is all here again, by date */
    SHELVES,
};

struct entry {
    enum shelf shelf;
    const char *word;   /* by which the command line finds it; a symbol for a vote */
    const char *date;   /* "2016-10-08" or "" */
    const char *title;  /* one line, as the list has it; ... */
    const char *group;  /* what stands above it; NULL: the name of its shelf */
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

/* "All scenarios, by date": what stands above an entry, unless the one before has the same. */
const char *entry_heading(const struct entry *entry);

/* What a scenario is about: by its title, or else by its text. */
const struct veto_topic *entry_topic(const struct veto_scenario *scenario);

/* Entries; under arenas_try. They point to what they are made from, which must outlive them. */
struct entry entry_of_scenario(struct arena *arena, enum shelf shelf, const char *word,
                               const struct veto_scenario *scenario);
struct entry entry_of_lesson(struct arena *arena, const char *word,
                             const struct veto_scenario *scenario);
struct entry entry_of_vote(struct arena *arena, const struct veto_history_vote *vote);

/* A scenario that was refused: it is listed, and cannot be played. */
struct entry entry_of_mistakes(struct arena *arena, enum shelf shelf, const char *word,
                               const struct veto_diagnostics *mistakes);
