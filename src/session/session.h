/*
 * A session: what a user has done with a scenario, as plain data. It names the scenario, or holds
 * its text, and says what was changed in it, how it was played, how far, and what the class
 * expected of its votes. As a file it is YAML, described in docs/sessions.md.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "veto/meeting.h"

struct record;

enum {
    SESSION_LIMIT = 16 << 20, /* bytes of a file; it may hold a whole scenario, in quotes */
    SESSION_CHANGES = 10000,  /* overrides in one list */
    SESSION_SHOWN = 999999,   /* events of a place */
    SESSION_TEAMS = 9,
    SESSION_HANDS = 3,   /* adopted, vetoed and failed, as enum veto_outcome has them */
    SESSION_CLASS = 999, /* hands for one outcome */
};

struct session_ballot {
    const char *member; /* code */
    enum veto_ballot ballot;
};

/* What the class expects of the vote on one draft. */
struct session_guess {
    const char *draft;                    /* id */
    int outcome;                          /* enum veto_outcome, or VETO_NONE */
    const struct session_ballot *ballots; /* a member once; those in favour first, and so on */
    size_t ballot_count;                  /* at most VETO_MAX_MEMBERS */
    unsigned short hands[SESSION_HANDS];  /* a show of hands: so many for each outcome */
    unsigned char teams[SESSION_TEAMS];   /* the outcome that each expects, from 1; 0: none */
};

/* Where the meeting stood, as so many events, and as what the last of them was: so that the place
 * is found again where the scenario has changed. */
struct session_place {
    unsigned shown;     /* 0: nothing yet, and the rest does not count */
    unsigned kind;      /* enum veto_event_kind */
    const char *item;   /* path of the item of the programme, or NULL */
    const char *draft;  /* id, or NULL */
    const char *member; /* code, or NULL */
};

struct session {
    const char *scenario; /* the word for it: one that ships, or a file. With a text that is no
                             copy: what it is called */
    const char *text;     /* the scenario itself where it does not ship, or NULL */
    size_t text_length;
    bool copied;            /* the text is that of the file `scenario` when it was played */
    const char *const *set; /* overrides of the command line, in order */
    size_t set_count;
    const char *const *changes; /* those made by hand, in order */
    size_t change_count;
    enum veto_mode mode;
    uint64_t seed; /* up to INT64_MAX */
    bool blind;    /* what gives a vote away is hidden until its result is shown */
    struct session_place place;
    const struct session_guess *guesses; /* a draft once */
    size_t guess_count;                  /* at most VETO_MAX_DRAFTS */
};

/* ---- as a file ---- */

/* As YAML, with a NUL behind it. Whatever the strings hold, session_read gives back the same, to
 * the byte. NULL when memory runs out. The caller frees it. */
char *session_write(const struct session *session, size_t *length);

/* Reads it: VETO_INPUT and every mistake in `diagnostics`, or VETO_SYSTEM; *session is untouched
 * then. The caller frees it; NULL does nothing. */
enum veto_status session_read(struct session **session, struct veto_diagnostics *diagnostics,
                              const struct veto_text *text);
void session_free(struct session *session);

/* Whether a text is a session, perhaps with mistakes in it, rather than a scenario: by which of the
 * two keys 'veto' and 'veto_session' it has first. VETO_SYSTEM: out of memory. */
enum veto_status session_is(bool *is, const struct veto_text *text);

/* Its format as tables, as decode/schema.h has them, in the order of the documentation; NULL at the
 * end. */
extern const struct record *const session_records[];

/* ---- against a meeting ---- */

/* The place where so many events of a meeting have been shown. Points into the meeting and its
 * scenario. */
struct session_place session_place_at(const struct veto_meeting *meeting, size_t shown);

/* How many events of the meeting have been shown at the place: up to the event that it names, where
 * several are alike the one nearest to what was shown; 0 where the meeting does not have it. */
size_t session_place_find(const struct session_place *place, const struct veto_meeting *meeting);

/* Whether an event settles what becomes of its draft. */
bool session_settles(const struct veto_event *event);

/* Which drafts a meeting has settled in its first `shown` events: a bit each. */
uint32_t session_settled(const struct veto_meeting *meeting, size_t shown);

/* How much of a guess was right, once the meeting has settled the draft. Ballots of those that are
 * no members are not counted, and none where there was no roll call. */
struct session_score {
    bool outcome_guessed, outcome_right;
    unsigned guessed, right; /* ballots */
    unsigned hands, hands_right;
};

/* Whether hands were shown, or any team said something. */
bool session_hands_shown(const struct session_guess *guess);
bool session_teams_said(const struct session_guess *guess);

struct session_score session_score(const struct session_guess *guess,
                                   const struct veto_meeting *meeting, int draft);
