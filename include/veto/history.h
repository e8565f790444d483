/*
 * The record: every vote of the Council since 1946, read from the public voting files, held against
 * the rules of its day, and resolved again under other rules.
 *
 * Two layouts are read, recognised by their header. The "UNSC votes since 1946 Database" of
 * Sciences Po (data.sciencespo) has one row a vote and one column a country: Y, N, A, NV (not
 * voting), ? (not known), blank (no seat). The "Security Council Voting Data" of the United Nations
 * Digital Library, UNDL (record 4055387), has one row a ballot: Y, N, A, X (not voting), and
 * adopted resolutions only.
 *
 * Order of columns, unknown columns and missing ones do not matter, as long as those are there that
 * no vote can do without. Nor does how the file was saved: UTF-8, UTF-16 (by its byte order mark or
 * by its NULs) or Windows-1252; commas, semicolons or tabs, or what a first line "sep=;" says; line
 * feeds, carriage returns or both; a row of empty cells is none.
 *
 * Rows are counted as a spreadsheet counts them: the header is row 1 where nothing is above it.
 *
 * A symbol is found in many spellings: "S/RES/2334(2016)", "2334", "SCR 2334 (2016)"; in any case,
 * with blanks, beside others and beside remarks in one cell.
 *
 * Each result below is one block of memory with one owner: whoever asked for it frees it, and every
 * pointer in it lives until then. A check or a comparison points into its history, which must
 * outlive it. Texts are UTF-8 on one line, safe to print on any terminal. Nothing is changed on
 * failure, which is VETO_SYSTEM (out of memory, a read failed) unless told otherwise.
 */
#ifndef VETO_HISTORY_H
#define VETO_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "veto/council.h"
#include "veto/diagnostic.h"
#include "veto/presets.h"
#include "veto/roster.h"
#include "veto/scenario.h"
#include "veto/status.h"
#include "veto/topics.h"

VETO_BEGIN_C

enum veto_history_layout { VETO_SCIENCES_PO, VETO_UNDL };

/* A ballot of the file: one of enum veto_ballot, or none that is known. The public files do not
 * tell absence from not taking part: both come as VETO_NOT_PARTICIPATING. */
enum {
    VETO_BALLOT_UNKNOWN = VETO_BALLOTS, /* cast, and how is not on record: "?" */
    VETO_BALLOT_UNREADABLE,             /* something that is no ballot */
    VETO_FILE_BALLOTS,
};

/* What in the file says so. What is not stated is used all the same where it is certain, by every
 * action alike, and marked wherever it is shown. */
enum veto_ballot_origin {
    VETO_BALLOT_STATED,
    VETO_BALLOT_MOVED,    /* it stands under a state that did not sit, in the place of this one, the
                             only member without a ballot; and the totals say the same */
    VETO_BALLOT_IMPLIED,  /* there is none, and no other agrees with the totals */
    VETO_BALLOT_SETTLED,  /* it is "?", and no other agrees with the totals */
    VETO_BALLOT_REPLACED, /* it cannot be read, and no other agrees with the totals */
    VETO_BALLOT_CORRECTED, /* the file has another, and sources say how it was: known ballots */
};

struct veto_history_ballot {
    char code[4];         /* as in veto/roster.h: RUS for the Soviet Union, too */
    char under[4];        /* VETO_BALLOT_MOVED: the code under which it stands in the file; or "" */
    unsigned char ballot; /* enum veto_ballot, or one of the two above */
    unsigned char origin; /* enum veto_ballot_origin */
    unsigned char stated; /* VETO_BALLOT_CORRECTED: what the file has, enum veto_ballot; else 0 */
};

/* What a file says about the sums of one vote. */
enum veto_history_total {
    VETO_TOTAL_YES,
    VETO_TOTAL_NO,
    VETO_TOTAL_ABSTAIN,
    VETO_TOTAL_NOT_VOTING,
    VETO_TOTAL_MEMBERS,
    VETO_TOTAL_VETOES, /* permanent members whose negative vote was a veto */
    VETO_TOTALS,
};

struct veto_history_vote {
    unsigned row;        /* its first row in the file */
    const char *symbol;  /* of the resolution, else of the draft, else of the meeting; never NULL */
    const char *draft;   /* symbol of the draft where the file has one besides, or NULL */
    const char *meeting; /* "S/PV.7785", or NULL */
    const char *title;   /* never NULL */
    const char *agenda;  /* the item of business, where the file has it besides, or NULL */
    const char *date_text; /* "2016-12-23" where it is a day, else as in the file; never NULL */
    struct veto_date date; /* all zeros: no day that can be told */
    unsigned resolution;   /* number of the resolution, 0 where it is none */
    int symbol_year;       /* the year in the symbol of a resolution, or 0 */
    bool without_vote;     /* adopted without a vote: the ballots say nothing */
    enum veto_outcome recorded; /* VETO_ADOPTED, _VETOED, _FAILED; VETO_OUTCOMES: not stated */
    const struct veto_history_ballot *ballots; /* one a country, in the order of the file; implied
                                                  ones behind them */
    unsigned ballot_count;
    int totals[VETO_TOTALS]; /* as stated, but for corrected ballots; -1 where they are not */
};

enum veto_history_problem_kind {
    VETO_PROBLEM_SWAP,           /* a ballot that stands under a state that did not sit */
    VETO_PROBLEM_NOT_A_MEMBER,   /* a ballot of a state that did not sit that year */
    VETO_PROBLEM_NO_BALLOT,      /* a member that sat, and has no ballot */
    VETO_PROBLEM_UNKNOWN_BALLOT, /* a ballot that is not on record, or that is none */
    VETO_PROBLEM_BALLOT,         /* a ballot that other sources have otherwise */
    VETO_PROBLEM_UNKNOWN_STATE,  /* a ballot of something that is no state of the roster */
    VETO_PROBLEM_TOTALS,         /* stated sums that do not agree with the ballots */
    VETO_PROBLEM_DUPLICATE,      /* a vote or a ballot that certainly stands twice */
    VETO_PROBLEM_ALIKE,          /* a vote like another in all: one that stands twice, or two */
    VETO_PROBLEM_DATE,           /* no day, a day without a Council, a day that cannot be right */
    VETO_PROBLEM_MISSING,        /* a number in the sequence of resolutions that no vote has */
    VETO_PROBLEM_TITLE,          /* a title that names another resolution */
    VETO_PROBLEM_MEETING,        /* a meeting with two dates, or out of its sequence */
    VETO_PROBLEM_OUTCOME,        /* an outcome that is not stated, or in no known word */
    VETO_PROBLEM_FIELDS,         /* a row with more or fewer fields than the header */
    VETO_PROBLEM_KINDS,
};

/* "swap", "not_a_member", "no_ballot", "unknown_ballot", ... */
const char *veto_history_problem_word(enum veto_history_problem_kind kind);

/* Something wrong in the data. */
struct veto_history_problem {
    enum veto_history_problem_kind kind;
    unsigned row;              /* where it is */
    unsigned vote;             /* first row of the vote that it is in */
    unsigned other;            /* of another vote that it is about as well, or 0 */
    const char *symbol, *date; /* of the vote, or of what is missing; "" where there is none */
    int year;                  /* of the vote, or 0 */
    char member[4], under[4];  /* the code that it is about, and of a swap the other one; or "" */
    const char *text;          /* a clause without a full stop */
    const char *cause;         /* what others have in common with it: a clause; NULL where that is
                                  the member and the year */
};

/* One fault, and the problems that it makes. */
struct veto_history_cause {
    enum veto_history_problem_kind kind;
    size_t count;       /* of votes, or of numbers that are missing */
    const char *clause; /* what they have in common: "the title names another year"; NULL where it
                           is the next four: of swaps and of members */
    int year;           /* else 0 */
    char member[4], under[4];      /* codes, else ""; `under` is of swaps only */
    const char *name, *under_name; /* their names in that year */
    const struct veto_history_problem *const *problems; /* by row; each is of one cause */
    size_t problem_count;
};

struct veto_history {
    const char *name; /* of the file, made safe to print */
    enum veto_history_layout layout;
    const struct veto_history_vote *votes; /* in the order of the file */
    size_t count;
    const struct veto_history_problem *problems; /* those that reading alone shows */
    size_t problem_count;
};

/* How to take dates of three numbers, as 05/06/2016: in the one order in which every such date of
 * the file is a day, or in a given one. Two digits of a year are of 1946 to 2045. Other dates
 * (2016-12-23, with or without a time, 20161223, 23 December 2016) say themselves what they are. */
enum veto_history_dates {
    VETO_DATES_BY_FILE,
    VETO_DATES_DMY, /* day, month, year */
    VETO_DATES_MDY,
    VETO_DATES_YMD,
    VETO_DATE_ORDERS,
};

/*
 * Reads a file, or standard input for "-", in one pass; what is kept is smaller than the file. A
 * file that is none of the two layouts, that lacks a column without which no vote can be told, or
 * that is no CSV is reported to `diagnostics` (or NULL) by what it is: VETO_INPUT. What is wrong
 * within a row stops nothing and becomes a problem. Votes that are not veto_history_usable are
 * counted in a warning.
 */
enum veto_status veto_history_read(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics, const char *path,
                                   enum veto_history_dates dates);

/* The same from memory. */
enum veto_status veto_history_load(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics,
                                   const struct veto_text *text, enum veto_history_dates dates);
void veto_history_free(struct veto_history *history); /* NULL does nothing */

/* Whether a text begins with the header of one of the two layouts, whatever follows it: the first
 * lines of a file are enough. *is is untouched on VETO_SYSTEM. */
enum veto_status veto_history_is(bool *is, const struct veto_text *text);

/* The code of a state by its code or by any name that the files or the roster give it ("SUN",
 * "Russian Federation/USSR", "Ceylon"): sets `code`, or returns false. */
bool veto_history_state(const char *name, char code[4]);

/* ---- one vote ---- */

/* Whether it has a day and at least one ballot that can be read, or was adopted without a vote.
 * What is not usable is left out of filters and of other rules. */
bool veto_history_usable(const struct veto_history_vote *vote);

/* What stands within the name of a resolution, with which both public files begin its title,
 * "Security Council resolution 2334 (2016) [on ...]", up to its end; all of another title. *depth
 * says how often that name stands there, one within the other. */
const char *veto_history_title(const char *title, unsigned *depth);

/* What the vote was about, by its title; where that does not tell, by its agenda item. */
const struct veto_topic *veto_history_topic(const struct veto_history_vote *vote);

/* That part of a vote's title, *length bytes, which does not say that a resolution was adopted:
 * what the resolution is on, without blanks at its ends. 0 where that names the resolution too, or
 * there is none. */
const char *veto_history_about(const struct veto_history_vote *vote, size_t *length);

/* What a vote is called where its outcome is not to be told: by the symbol of its draft, else of
 * its meeting, else by its day. The symbol of a resolution would say that it was adopted. */
const char *veto_history_called(const struct veto_history_vote *vote);

/* A vote laid on the seats of its day. */
struct veto_history_seating {
    struct veto_composition composition;
    enum veto_ballot ballots[VETO_MAX_MEMBERS]; /* one a seat */
    veto_set moved;     /* the ballot stands under another state, as VETO_BALLOT_MOVED */
    veto_set corrected; /* the file has another ballot, as VETO_BALLOT_CORRECTED */
    veto_set implied;   /* the file has no ballot, and only one agrees with its totals */
    veto_set absent;    /* the file has no ballot and its totals do not help: taken as absent */
    veto_set unknown;   /* the ballot is not on record, and ballots[] says nothing */
};

/* False where no Council is known for the date of the vote. */
bool veto_history_seat(const struct veto_history_vote *vote, struct veto_history_seating *seating);

/* A vote that needed the majority alone, and why: the short list of those in which a permanent
 * member voted against and the text was adopted. */
struct veto_procedural_vote {
    unsigned resolution;
    int year;
    const char *why;    /* a clause */
    const char *source; /* where that is to be read */
};

const struct veto_procedural_vote *veto_procedural_votes(size_t *count);

/* Whether this vote is one of them, else NULL. */
const struct veto_procedural_vote *veto_history_procedural(const struct veto_history_vote *vote);

/* What members did on a resolution, where the public files have it otherwise: that they took no
 * part in the vote, most of all. Wherever a vote is read, this is used. */
struct veto_known_ballot {
    unsigned resolution;
    int year;
    const char *members; /* their codes, divided by blanks */
    enum veto_ballot ballot;
    const char *says;   /* the same as a predicate: "did not take part in the vote" */
    const char *source; /* where that is to be read */
    bool one_source;    /* and in no other place that is independent of it */
};

const struct veto_known_ballot *veto_known_ballots(size_t *count); /* by number of resolution */

/* What is known of a member's ballot, by its code, in this vote; NULL where the file is to be
 * believed. */
const struct veto_known_ballot *veto_history_known(const struct veto_history_vote *vote,
                                                   const char *code);

/*
 * A scenario as YAML that veto_scenario_load accepts: the Council of the day, the recorded ballots,
 * and leanings from which the same ballots follow as the most likely ones. What it calls itself and
 * its draft does not tell the outcome. *yaml ends with NUL and
 * is the caller's to free(). VETO_INPUT, with *why set to a clause, where there are no ballots:
 * adopted without a vote, ballots not on record, no Council known for the date.
 */
enum veto_status veto_history_export(char **yaml, const char **why,
                                     const struct veto_history_vote *vote);

/* That clause, without making the scenario. NULL where one can be made, and then *seating is what
 * it would be made of. */
const char *veto_history_why_not(const struct veto_history_vote *vote,
                                 struct veto_history_seating *seating);

/* ---- one meeting ---- */

/* On what a vote was taken, by the words of the file: its symbols, and the title of what is no
 * resolution. */
enum veto_history_part {
    VETO_PART_WHOLE,
    VETO_PART_AMENDMENT,
    VETO_PART_PARAGRAPH, /* or another part, voted on separately */
    VETO_PART_UNTOLD,    /* one of several votes on a draft, and the file says no more */
    VETO_PARTS,
};

const char *veto_history_part_word(enum veto_history_part part); /* "whole", "amendment", ... */

struct veto_history_item {
    const struct veto_history_vote *vote;
    enum veto_history_part part;
    const struct veto_history_vote *of; /* the draft that an amendment or a paragraph is of, where
                                           it came to a vote at that meeting; else NULL */
};

/* The votes of one meeting in their order: that of the file, from the last row up where it has the
 * latest day first; resolutions among themselves by number. */
struct veto_history_meeting {
    const char *symbol; /* "S/PV.7785"; NULL: the file names none for these votes of one day */
    const struct veto_history_item *items;
    size_t count;
};

/* The meeting at which a vote was taken, by its index. A meeting that was resumed is one. */
enum veto_status veto_history_meeting_of(struct veto_history_meeting **meeting,
                                         const struct veto_history *history, size_t vote);
void veto_history_meeting_free(struct veto_history_meeting *meeting); /* NULL does nothing */

/* Whether a name is that of a meeting or of a day, and so of all votes taken then. */
bool veto_history_names_meeting(const char *name);

/* The votes whose meetings have the nearest numbers below and above that of a name that no vote
 * bears, as indices; history->count where there is none. *named is of how many votes the file names
 * the meeting. */
void veto_history_meetings_near(const struct veto_history *history, const char *name,
                                size_t nearest[2], size_t *named);

/* The drafts of a meeting as one scenario, as veto_history_export makes it of one vote. Votes of
 * which there are no ballots are left out, and a remark in the YAML says so; VETO_INPUT where that
 * are all, or where there are more drafts than a scenario holds. */
enum veto_status veto_history_export_meeting(char **yaml, const char **why,
                                             const struct veto_history_meeting *meeting);

/* ---- choosing votes ---- */

/* What a vote must be like; what is zero or NULL asks for nothing. Whatever asks for something
 * leaves out votes that are not usable. */
struct veto_history_filter {
    int from_year, to_year;
    const char *member; /* code: a state with a ballot */
    int ballot;  /* 1 + enum veto_ballot: a ballot of the member or, without one, of anyone */
    int outcome; /* 1 + enum veto_outcome, as recorded */
    const char *vetoed_by; /* code: a permanent member that voted against what was vetoed */
    const struct veto_topic *topic;
    const char *name; /* as veto_history_goes_by takes it */
    const char *text; /* part of the title, of the agenda item or of a symbol, in any case; or a
                         name of the vote other than its topic */
};

bool veto_history_matches(const struct veto_history_vote *vote,
                          const struct veto_history_filter *filter);

/*
 * A vote goes by its symbol as a resolution, a draft or a meeting, in any spelling ("2623" is
 * resolution 2623, "7785th meeting" is S/PV.7785); by its day in any form, by each day that
 * "08/10/2016" can be ("2016-10-08", "8 October 2016"); by its month ("2016-10", "October 2016");
 * and by the id of its topic ("palestine").
 */
bool veto_history_goes_by(const struct veto_history_vote *vote, const char *name);

/* Whether a text is such a name, of whatever vote; what only its own file calls a vote is not. */
bool veto_history_is_name(const char *text);

/* The vote at or behind `from` that goes by this name; history->count where there is none. */
size_t veto_history_find(const struct veto_history *history, const char *name, size_t from);

/* ---- check ---- */

enum veto_history_verdict {
    VETO_AGREES,      /* the rules of its day give the recorded outcome */
    VETO_EXPLAINED,   /* they do once the question is taken as procedural, as it was */
    VETO_UNEXPLAINED, /* they do not, or the file does not say enough */
};

struct veto_history_finding {
    const struct veto_history_vote *vote;
    enum veto_history_verdict verdict;
    enum veto_outcome resolved; /* by Article 27 (3), or as adopted without a vote; VETO_OUTCOMES:
                                   it cannot be told */
    const struct veto_procedural_vote *explanation;     /* VETO_EXPLAINED */
    const char *why;                                    /* VETO_UNEXPLAINED: a clause; else NULL */
    const struct veto_history_problem *const *problems; /* in the data of this vote, by row */
    size_t problem_count;
};

struct veto_history_check {
    const struct veto_history *history;
    const struct veto_history_finding *findings; /* one a vote, in the order of the file */
    size_t agree, explained, unexplained;        /* sum: history->count */
    size_t without_vote;                         /* of those that agree */
    const struct veto_history_problem *problems; /* all of them, by row */
    size_t problem_count;
    size_t problems_by_kind[VETO_PROBLEM_KINDS];
    const struct veto_history_cause *causes; /* by kind, then by the row of their first problem */
    size_t cause_count;
};

/*
 * Resolves every vote by the rules of its day and compares. A ballot counts on the seat of its
 * state; what the ballots leave open is settled by the totals where it can be. A vote in which
 * open ballots could change the outcome is unexplained.
 */
enum veto_status veto_history_check(struct veto_history_check **check,
                                    const struct veto_history *history);
void veto_history_check_free(struct veto_history_check *check); /* NULL does nothing */

/* ---- two files ---- */

enum veto_difference_kind {
    VETO_DIFFERS_BALLOT,
    VETO_DIFFERS_DATE,
    VETO_DIFFERS_OUTCOME,
    VETO_DIFFERS_TITLE,
    VETO_DIFFERS_MEETING,
    VETO_DIFFERENCE_KINDS,
};

const char *veto_difference_word(enum veto_difference_kind kind); /* "ballot", "date", ... */

/* What two files say of one vote. In each pair the first file comes first. */
struct veto_history_difference {
    enum veto_difference_kind kind;
    const struct veto_history_vote *votes[2];
    char member[4];       /* of a ballot; else "" */
    const char *texts[2]; /* what each says: of a ballot the word, "unknown" or "none" */
    const char *clause;   /* of titles: in what way they differ; else NULL */
    bool inferred[2];     /* the ballot is not stated there */
    bool suspected[2];    /* the check of that file alone has a problem with the same */
};

/* Differences in the same ballots of one member, in the same two outcomes, in titles in the same
 * way, or of one other kind. */
struct veto_history_difference_group {
    const struct veto_history_difference *all;
    size_t count;
};

struct veto_history_comparison {
    const struct veto_history_check *checks[2];
    size_t matched;                                 /* votes that are in both */
    const struct veto_history_vote *const *only[2]; /* in one of them only, by row */
    size_t only_count[2];
    const struct veto_history_difference *differences; /* by group, then by row */
    size_t difference_count, by_kind[VETO_DIFFERENCE_KINDS];
    size_t suspected; /* how many of them a check suspects */
    const struct veto_history_difference_group *groups;
    size_t group_count;
};

/*
 * Matches the votes of two files, by symbol (of resolutions, by number), date and meeting, and
 * where several were taken on one draft, by totals and outcome; then compares what they say, with
 * ballots as they are used. A file that holds only part of the record lacks the rest: that is for
 * the caller to say. Titles are compared by letters and digits as far as both go, absence as not
 * taking part.
 */
enum veto_status veto_history_compare(struct veto_history_comparison **comparison,
                                      const struct veto_history_check *first,
                                      const struct veto_history_check *second);
void veto_history_comparison_free(struct veto_history_comparison *comparison); /* NULL: nothing */

/* ---- other rules ---- */

struct veto_history_change {
    const struct veto_history_vote *vote;
    enum veto_outcome from, to; /* recorded, and under the rules */
};

/* What became of one year's votes. */
struct veto_history_year {
    int year;
    size_t votes, vetoed, changes; /* vetoed: on record */
};

/* A permanent member's negative votes over the record, and what the rules make of them. */
struct veto_history_vetoer {
    char code[4];
    size_t vetoes;          /* on drafts recorded as vetoed */
    size_t alone;           /* of those, with no other permanent member: they alone blocked it */
    size_t released;        /* of its vetoed drafts, how many the rules adopt */
    size_t no_without_veto; /* negative votes on drafts that were adopted or failed: no veto */
};

struct veto_history_under {
    const struct veto_history *history;
    const struct veto_rule_set *rules;
    size_t recorded[VETO_OUTCOMES], under[VETO_OUTCOMES]; /* how many votes, by outcome */
    size_t votes, left_out; /* how many counted, and how many are not usable */
    size_t undetermined;    /* the ballots do not say: counted with the recorded outcome */
    const struct veto_history_change *changes; /* in the order of the file */
    size_t change_count;
    const struct veto_history_year *years; /* those with a vote, in order */
    size_t year_count;
    const struct veto_history_vetoer *vetoers; /* the permanent members, by code */
    size_t vetoer_count;
    size_t no_without_veto; /* failed drafts with the negative vote of a permanent member */
};

/*
 * Resolves the whole record by other rules. Votes that were procedural stay so, and what was
 * adopted without a vote stays adopted. VETO_INPUT, with a diagnostic (or NULL), where the rules
 * are for a Council of another size.
 */
enum veto_status veto_history_under(struct veto_history_under **under,
                                    struct veto_diagnostics *diagnostics,
                                    const struct veto_history *history,
                                    const struct veto_rule_set *rules);
void veto_history_under_free(struct veto_history_under *under); /* NULL does nothing */

VETO_END_C

#endif
