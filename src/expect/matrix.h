/* The record as a fit wants it: roll calls in the order of their days, states as numbers. */
#pragma once

#include "base/arena.h"
#include "veto/history.h"

enum { SEATS = 15, CAST = 3 }; /* ballots that are cast: VETO_YES, VETO_NO, VETO_ABSTAIN */

/* Whom a member is like: the permanent members are like nobody but all together. The others go by
 * regional group, VETO_GROUP_NONE among them. */
enum { GROUP_PERMANENT, GROUP_REGIONS, GROUPS = GROUP_REGIONS + VETO_GROUPS };

enum { NO_ACTOR = -1, ANY_TOPIC = -1 };

/* Who votes: a state, but China before 25 October 1971 is another than after. */
struct actor {
    char code[4];
    bool before; /* China, before that day */
};

/* A vote with a roll call. Only members that cast a ballot are in it. */
struct roll_call {
    const struct veto_history_vote *vote;
    double time; /* in years */
    int topic;   /* index into veto_topics */
    enum veto_outcome outcome;
    bool contested; /* not all in favour */
    unsigned required, count;
    short actors[SEATS];
    unsigned char ballots[SEATS], groups[SEATS];
};

struct matrix {
    struct roll_call *calls; /* by day, then by row */
    size_t count;
    struct actor *actors; /* in the order in which they first voted */
    size_t actor_count, actor_capacity;
    size_t topic_count;
};

/* The votes before a day (all zeros: all votes) that have a day, a Council, an outcome and ballots;
 * what was adopted without a vote has none. Texts stay those of the history. */
void matrix_make(struct matrix *matrix, struct arena *arena, const struct veto_history *history,
                 struct veto_date before);

/* Years since the beginning of 1946, by days of which 365.25 are a year. */
double matrix_time(struct veto_date date);

/* The actor that a state is on a day, or NO_ACTOR where it has not voted. */
int matrix_actor(const struct matrix *matrix, const char *code, struct veto_date date);

unsigned group_of_seat(const struct veto_seat *seat);
