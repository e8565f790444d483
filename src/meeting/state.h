/*
 * The inside of a meeting, and what its parts do to it: state.c keeps events and leanings and goes
 * through the items, votes.c takes votes, meeting.c runs it all.
 */
#pragma once

#include "base/arena.h"
#include "meeting/changes.h"
#include "meeting/course.h"

/* What has become of a draft. At most one is set. */
struct fate {
    const struct veto_vote *vote;
    const char *not_put;
};

/* What the meeting is at. Each phase has a function, which either makes one event or goes on to
 * another phase. */
enum phase {
    ITEMS,     /* those beforehand and those of the programme */
    QUESTIONS, /* those before the vote on `draft` */
    PUTTING,
    BALLOTS,
    RESULT,
    LEFT_OVER, /* drafts that never came up */
    AFTERMATH, /* what follows a veto */
    LAST_QUESTIONS,
    CLOSING,
    CLOSED,
};

struct veto_meeting {
    struct arena arena;
    const struct veto_scenario *scenario;
    enum veto_mode mode;
    uint64_t seed;

    double *leanings;   /* of now: [draft * members_count + member] */
    struct fate *fates; /* one a draft */
    struct veto_event *events;
    size_t event_count, event_capacity;
    struct veto_move *moves;
    size_t move_count, move_capacity;

    enum phase phase;
    size_t next; /* within a phase: the question, member or draft that comes next */
    struct course course;
    int draft;              /* QUESTIONS to RESULT: what is voted on */
    bool without_vote;      /* QUESTIONS and PUTTING: it is to be adopted without a vote */
    struct veto_vote *vote; /* BALLOTS and RESULT */
    int remarked;           /* BALLOTS: whose ballot was to be an abstention, or VETO_NONE */
    bool failed;            /* memory ran out in a step */
};

/* ---- state.c ---- */

void state_go_to(struct veto_meeting *meeting, enum phase phase);

/* A new event of this kind that says nothing else yet. Valid until the next one. Moves since the
 * last one are its own. */
struct veto_event *state_append(struct veto_meeting *meeting, enum veto_event_kind kind);

/* The leanings of all members on a draft, as they are now. */
double *state_leanings(const struct veto_meeting *meeting, int draft);

/* Makes a change and keeps the move, for the event about to be appended. A change_visit; `context`
 * is the meeting. */
void state_change(void *context, const struct change *change);

void state_leave_out(struct veto_meeting *meeting, int draft, const char *why);

void state_next_item(struct veto_meeting *meeting);

/* ---- votes.c ---- */

void votes_put(struct veto_meeting *meeting);
void votes_next_ballot(struct veto_meeting *meeting);
void votes_announce(struct veto_meeting *meeting);
