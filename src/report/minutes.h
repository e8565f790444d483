/* The parts of a meeting on a page: as far as it has been shown, and with nothing that would give
 * away the rest. */
#pragma once

#include "report/meeting.h"

struct minutes {
    struct page *page;
    struct arena *arena;           /* the page's */
    const struct session *session; /* with what the class expected by it; or NULL */
    const struct veto_meeting *meeting;
    const struct veto_scenario *scenario;
    size_t shown; /* events of the meeting */
    bool why;     /* with the reasons of every ballot */
    bool paper;   /* a hand-out: drafts go by their titles, and reasons stand in a table */
    bool screen;  /* beside the chamber, which has the ballots; sources stand where they are used */
    bool numbers; /* moves of leanings are told with theirs, ... */
    bool causes;  /* ... and with what made them */
    struct told told;
};

/* As far as it may be told. */
struct minutes minutes_of(struct page *page, const struct told *told);

/* ---- before the meeting ---- */

void minutes_title(const struct minutes *minutes);
void minutes_council(const struct minutes *minutes);

/* All drafts, or of one what stands below its title. `question`: with what kind of question each
 * is, which a class may be asked to find out. */
void minutes_drafts(const struct minutes *minutes, bool question);
void minutes_draft(const struct minutes *minutes, int draft, unsigned indent, bool question);

/* ---- the meeting ---- */

void minutes_events(const struct minutes *minutes);

/* One of them, or nothing: ballots stand with the result, and a branch is not told, only what it
 * holds. Before the first of them, that there was something before the meeting. */
void minutes_event(const struct minutes *minutes, const struct veto_event *event);
void minutes_beforehand(const struct minutes *minutes);

/* On a screen: "Paraphrase. Source: ..."; nothing where there is none. */
void minutes_source(const struct minutes *minutes, const struct veto_item *item);

/* How the ballots come about. */
void minutes_played(const struct minutes *minutes);

/* Only the votes, and why what was not put was not; with reasons where they are asked for. */
void minutes_votes(const struct minutes *minutes);

/* What became of a draft: who voted how, and what the President declares. */
void minutes_result(const struct minutes *minutes, int draft);

/* The chamber when a result is declared. */
void minutes_chamber(const struct minutes *minutes, const struct veto_event *event);

/* ---- after the meeting ---- */

/* Of the drafts that have been settled. */
void minutes_outcomes(const struct minutes *minutes);
void minutes_ballots(const struct minutes *minutes);
void minutes_record(const struct minutes *minutes);

/* What the class expected, draft by draft; nothing where it expected nothing. */
void minutes_guesses(const struct minutes *minutes);

/* Those that a part of the meeting rests on, under the same numbers; behind its end all of them. */
void minutes_sources(const struct minutes *minutes);

/* ---- what the parts share ---- */

/* A draft as words_draft and words_named have it. */
const char *minutes_name(const struct minutes *minutes, int draft);
const char *minutes_named(const struct minutes *minutes, int draft);

void minutes_say(const struct minutes *minutes, unsigned indent, const char *text);
void minutes_fact(const struct minutes *minutes, const char *label, const char *text);

/* "Against (2): China and France"; nothing for nobody. */
void minutes_group(const struct minutes *minutes, veto_set set, enum veto_ballot ballot);
