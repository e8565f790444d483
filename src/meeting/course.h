/*
 * The course of a meeting: which item comes next, beforehand or in the programme, and what becomes
 * of each draft. It takes no votes and moves no leanings. A meeting follows one course to its end;
 * the analysis copies courses to follow them all.
 */
#pragma once

#include "base/arena.h"
#include "veto/scenario.h"

/* The item that comes next, and where to go on behind the last one. */
struct place {
    const struct veto_programme *programme;
    size_t next;
    const struct place *outer;
};

/* A plain value. */
struct course {
    const struct veto_scenario *scenario;
    bool recorded; /* only what has a record comes to a vote */
    struct place place;
    uint32_t settled; /* drafts decided, or left out for good; bit by index */
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
    const struct veto_item *stopped[VETO_MAX_DRAFTS]; /* by this motion it is not to be put */
    int leaving; /* the draft that a motion has just stopped for good, or VETO_NONE */
};

enum course_kind {
    COURSE_OPEN,     /* the meeting opens; only words come before it */
    COURSE_WORDS,    /* item: a statement or an event */
    COURSE_BRANCH,   /* item, taken */
    COURSE_MOTION,   /* item, draft */
    COURSE_LEFT_OUT, /* draft, why: it is not put to the vote */
    COURSE_VOTE,     /* draft, without_vote: course_settle is to follow, before the next step */
    COURSE_END,
};

struct course_step {
    enum course_kind kind;
    const struct veto_item *item;
    int draft;
    bool taken, without_vote;
    const char *why;
};

struct course course_start(const struct veto_scenario *scenario, bool recorded);

/* Goes one step on. Items without effect are passed over: votes and motions on a draft that has
 * been settled, motions to revive what has not been withdrawn. The arena holds places to come back
 * to, for this course and its copies. */
struct course_step course_next(struct course *course, struct arena *arena);

/* A draft has come to this outcome; VETO_NOT_PUT: it is left out. */
void course_settle(struct course *course, int draft, enum veto_outcome outcome);

bool course_settled(const struct course *course, int draft);

/* Whether a programme has an item of one of these kinds on a draft, in whatever branch. Bit by
 * kind. */
bool course_has(const struct veto_programme *programme, unsigned kinds, int draft);

/* How it is voted on, as things stand. */
enum veto_question course_question(const struct course *course, int draft);

/* Why a draft cannot be put to the vote as things are, a clause; NULL where it can. */
const char *course_bar(const struct course *course, int draft);
