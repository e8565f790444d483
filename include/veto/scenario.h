/*
 * A scenario: the Council, the drafts before it, the programme of the meeting, and the record.
 * The file format is described in docs/scenarios.md.
 *
 * A scenario is immutable. It is one block of memory with one owner: whoever loads it frees it, and
 * every pointer below lives until then. Optional texts are NULL where the file has none. Texts are
 * UTF-8 without control or bidirectional characters; only `about` and `text` may hold line feeds.
 */
#ifndef VETO_SCENARIO_H
#define VETO_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "veto/council.h"
#include "veto/diagnostic.h"
#include "veto/roster.h"
#include "veto/status.h"

VETO_BEGIN_C

enum { VETO_MAX_DRAFTS = 32, VETO_MAX_KINDS = 64 /* of one draft */ };

/* No draft, no member, no bloc. */
enum { VETO_NONE = -1 };

struct veto_member {
    const char *code;     /* three capital letters */
    const char *name;     /* short: "United Kingdom" */
    const char *formal;   /* for the alphabetical order */
    const char *delegate; /* who speaks for it, or NULL */
    bool permanent;       /* holds a permanent seat; whether it holds a veto is in the rules */
    bool firm;            /* no statement or event moves it */
    enum veto_group group;
    double veto_tendency; /* 0 to 1: how readily it says no rather than abstain, where its no is a
                             veto */
    double opposition;    /* 0 to 1: the same where its no is none */
    double openness;      /* 0 to 1: how far it follows those it listens to */
    double volatility;    /* 0 to 2: standard deviation of its latent opinion about its leaning */
    int bloc;             /* index, or VETO_NONE */
};

struct veto_bloc {
    const char *id;
    veto_set members;
    double cohesion; /* 0 to 1: the part of the variance that its members share */
};

struct veto_reference {
    const char *id, *title, *publisher, *date, *url, *note; /* all but id and title may be NULL */
};

/* What a draft says about one member's ballot beforehand. */
enum veto_preset {
    VETO_BY_MODEL, /* nothing */
    VETO_FIXED,    /* the ballot itself */
    VETO_CHANCES,  /* the probabilities of yes, no and abstain */
};

struct veto_preset_ballot {
    enum veto_preset kind;
    enum veto_ballot ballot; /* VETO_FIXED */
    double chance[3];        /* VETO_CHANCES: of VETO_YES, VETO_NO, VETO_ABSTAIN; sum is 1 */
};

/*
 * One of the hidden alternatives of what a draft may be. It is of one of them, with the chances
 * `weight`; in a draft of a kind each member votes by its chances there, independently of all
 * others. So members are correlated through the kind alone (a mixture of products: Lazarsfeld and
 * Henry, "Latent Structure Analysis", 1968). Nothing in a debate moves these chances.
 */
struct veto_kind {
    const char *id;
    const char *name;          /* a phrase: "the United States alone against" */
    double prior;              /* 0 to 1: its weight as the file has it; the sum of all is 1 */
    double weight;             /* the same once the ballots are known that are given (Bayes) */
    const double (*chance)[3]; /* one a member: of VETO_YES, VETO_NO, VETO_ABSTAIN; sum is 1 */
};

/* What a draft is to another one, which is voted on after it. */
enum veto_bearing {
    VETO_PRINCIPAL,   /* nothing: it stands by itself */
    VETO_PRELIMINARY, /* it asks whether the other is procedural: adopted, the other is voted on as
                         procedural, else as substantive. It is substantive itself, unless the
                         scenario says otherwise, and so open to veto: the double veto (Statement of
                         the four sponsoring Governments at San Francisco, 7 June 1945, II (2)) */
    VETO_AMENDMENT,   /* it amends the other (Rules 33 and 36) */
    VETO_PART,        /* it is a part of the other, voted on separately (Rule 32) */
    VETO_BEARINGS,
};

/* The key of the file format: "decides", "amends", "part_of"; NULL for VETO_PRINCIPAL. */
const char *veto_bearing_word(enum veto_bearing bearing);

/* What a decision is on, which tells what may follow its veto. */
enum veto_matter {
    VETO_ON_PEACE,       /* international peace and security; and whatever is none of the others */
    VETO_ON_MEMBERSHIP,  /* a recommendation on membership: Articles 4 to 6 */
    VETO_ON_APPOINTMENT, /* a recommendation on who is appointed: Article 97 */
    VETO_ON_ASSEMBLY,    /* that the General Assembly take a matter of peace and security up */
};

/* Rules are those of the Provisional Rules of Procedure (S/96/Rev.7). */
struct veto_draft {
    const char *id;
    const char *symbol; /* "S/2016/846", or NULL */
    const char *title;
    const char *about;  /* what it asks for, or NULL */
    const char *result; /* the resolution that it became, "S/RES/2334 (2016)", or NULL */
    veto_set sponsors;  /* those that are members */
    const char *const *other_sponsors; /* names of the others */
    size_t other_sponsor_count;
    enum veto_bearing bearing;
    int upon;              /* the draft that it bears on; counts unless VETO_PRINCIPAL */
    unsigned removed;      /* an amendment: how far removed in substance from the text */
    const double *changes; /* an amendment or a part: by how much the leanings on `upon` change
                              with its text, one a member; or NULL */
    veto_set seconders;    /* who may require a vote on it once it is withdrawn (Rule 35) */
    veto_set parties;      /* to the dispute */
    enum veto_basis basis; /* under what the Council would decide */
    enum veto_matter matter;
    enum veto_question question;        /* as the file has it; see veto_scenario_question */
    bool put;                           /* comes to a vote when the programme reaches it */
    const char *not_put;                /* why not, where `put` is false; or NULL */
    double *leanings;                   /* one a member, -1 against to 1 in favour */
    struct veto_preset_ballot *ballots; /* one a member */
    const struct veto_kind *kinds;      /* in the order of the file; NULL: leanings count */
    size_t kind_count;                  /* 0 to VETO_MAX_KINDS */
    veto_set given;                     /* members whose ballots are known; they are fixed, too */
    const enum veto_ballot *recorded;   /* one a member, or NULL where there is no record */
    enum veto_outcome recorded_outcome; /* by the file's own rules, whatever overrides say */
};

/* Who speaks. Just one of `member` and `name` is set: a member of the Council speaks through its
 * delegate; everybody else is named, and may speak for a member all the same. */
struct veto_speaker {
    int member;       /* index or VETO_NONE */
    const char *name; /* a person or a state outside the Council, or NULL */
    const char *role; /* "Foreign Minister of France", or NULL */
    int speaks_for;   /* the member for which they speak (itself for a member), or VETO_NONE */
};

enum veto_quoting { VETO_PARAPHRASE, VETO_QUOTATION };

/* A stated change of a leaning. */
struct veto_shift {
    int draft, member;
    double amount; /* -2 to 2 */
};

enum veto_item_kind {
    VETO_ITEM_STATEMENT,
    VETO_ITEM_EVENT,
    VETO_ITEM_VOTE,
    VETO_ITEM_WHEN,
    VETO_ITEM_WITHOUT_VOTE, /* `draft` is adopted without a vote */
    VETO_ITEM_WITHDRAW,     /* speaker.member, who submitted `draft`, withdraws it (Rule 35) */
    VETO_ITEM_REVIVE,       /* speaker.member, who seconded it, requires a vote (Rule 35) */
    VETO_ITEM_OBJECTION,    /* speaker.member, who submitted the whole, objects to a separate vote
                               on the part `draft` (Rule 32) */
    VETO_ITEM_KINDS,
};

/* One condition of a `when`: the draft's outcome is in the set (bit = enum veto_outcome). */
struct veto_condition {
    int draft;
    unsigned outcomes;
};

struct veto_programme {
    struct veto_item *items;
    size_t count;
};

/* One item of the programme. `kind` says which of the fields below it count. */
struct veto_item {
    enum veto_item_kind kind;
    const char *path; /* "programme.3" or "beforehand.0", for messages and overrides */

    /* statement and event */
    const char *text;
    const struct veto_reference *source; /* or NULL */
    struct veto_shift *shifts;
    size_t shift_count;
    /* statement */
    struct veto_speaker speaker;
    enum veto_quoting quoting;
    bool explains_vote;  /* on `draft`, of the member it speaks for */
    bool announces_vote; /* it tells a ballot or a result that is to come */
    int draft;           /* statement: what it is about, or VETO_NONE; vote: what is voted on */
    bool has_position;   /* else the speaker argues from the leaning of the member it speaks for */
    double position;     /* -1 to 1 */
    /* when: all conditions hold -> then, else -> otherwise */
    struct veto_condition *conditions;
    size_t condition_count;
    struct veto_programme then, otherwise;
};

/* A question for the class, asked before a vote or, where draft is VETO_NONE, at the end. */
struct veto_class_question {
    int draft;
    const char *ask;
    bool safe; /* it gives nothing away: the class may have it before the votes */
};

/* Where leanings, kinds, tendencies and ties come from. */
enum veto_numbers {
    VETO_NUMBERS_UNSAID,
    VETO_NUMBERS_RECORD,  /* set so that the recorded ballots are the most likely ones */
    VETO_NUMBERS_ASSUMED, /* there is no record, or they do not follow it */
    VETO_NUMBERS_FITTED,  /* to data, by a procedure */
};

/* A change that a lesson makes, "PATH=VALUE" as veto_scenario_load takes it, and what it shows. */
struct veto_lesson_change {
    const char *set, *shows;
};

/* A lesson with a scenario. All texts are there. */
struct veto_lesson {
    const char *title;    /* the question that it turns on */
    const char *teaches;  /* what the class knows at the end */
    const char *audience; /* for whom it is */
    unsigned minutes;
    const char *predict; /* what the class says before the votes */
    const struct veto_lesson_change *changes;
    size_t change_count;
    const char *ask; /* at the end */
};

struct veto_scenario {
    const char *title; /* says so where the scenario is hypothetical */
    bool hypothetical; /* its drafts are made up */
    enum veto_numbers numbers;
    const char *about;   /* or NULL */
    const char *meeting; /* "S/PV.7785", or NULL */
    struct veto_date date;
    const char *date_text; /* "2016-10-08", or NULL */

    struct veto_rules rules;
    enum veto_abstention obligatory_abstention;
    int president;          /* index, or VETO_NONE */
    bool president_by_rule; /* the file names none: counted, see veto_president_of */
    unsigned members_count;
    const struct veto_member *members; /* English alphabetical order of `formal` */
    const double *ties;                /* [listener * members_count + speaker], 0 to 1 */

    const struct veto_bloc *blocs;
    size_t bloc_count;
    const struct veto_reference *references;
    size_t reference_count;
    const struct veto_draft *drafts;
    size_t draft_count;
    struct veto_programme beforehand; /* before the meeting opens: no votes, no conditions */
    struct veto_programme programme;
    const struct veto_class_question *questions;
    size_t question_count;
    const struct veto_lesson *lesson; /* or NULL */
    bool has_record;                  /* at least one draft has */
};

/* A text to load. `name` is for diagnostics. */
struct veto_text {
    const char *name;
    const char *bytes; /* need not end with NUL */
    size_t length;
};

/*
 * Loads a scenario, after setting each of `overrides` ("members.RUS.veto_tendency=0": a path of
 * keys and positions in the file, and a value in its syntax; an empty value takes the key away).
 * Reports every mistake to `diagnostics` (or NULL). On failure *scenario is untouched. VETO_INPUT:
 * mistakes were reported. VETO_SYSTEM: out of memory.
 */
enum veto_status veto_scenario_load(struct veto_scenario **scenario,
                                    struct veto_diagnostics *diagnostics,
                                    const struct veto_text *text, const char *const *overrides,
                                    size_t override_count);

/*
 * Writes the text of a scenario in which each of `overrides` was made, as a scenario of its own:
 * what was not changed stands as it was written, with its comments, the changes are named at the
 * top, and the title begins with "What if: ", where no override gives another one. Where numbers of
 * members, ties, blocs or drafts were changed, `numbers` says `assumed`, but where an override says
 * otherwise. *bytes, NUL behind them, are the caller's to free. Errors as above.
 */
enum veto_status veto_scenario_write(char **bytes, size_t *length,
                                     struct veto_diagnostics *diagnostics,
                                     const struct veto_text *text, const char *const *overrides,
                                     size_t override_count);

/* NULL does nothing. */
void veto_scenario_free(struct veto_scenario *scenario);

/* Index of a member by its code, of a draft by its id; VETO_NONE if there is none. */
int veto_scenario_member(const struct veto_scenario *scenario, const char *code);
int veto_scenario_draft(const struct veto_scenario *scenario, const char *id);

/* A member by its code, by any other code or name that veto_state_named knows, or by the name that
 * the scenario gives it. VETO_NONE for no member, and for a name of two states. */
int veto_scenario_member_named(const struct veto_scenario *scenario, const char *word);

/*
 * How a draft is voted on, once the others have come to `outcomes`, one a draft (VETO_NOT_PUT where
 * no vote has been taken): by the preliminary question about it, else, for an amendment or a part,
 * as the draft that it bears on, else as the file has it.
 */
enum veto_question veto_scenario_question(const struct veto_scenario *scenario,
                                          const enum veto_outcome *outcomes, int draft);

/* By how much the leanings on drafts[draft].upon change when `draft` comes to this outcome: where
 * an amendment is adopted, and where a part is not and so falls out of the text. One a member, for
 * firm members too, since the text is another one; NULL where nothing changes. */
const double *veto_scenario_changes(const struct veto_scenario *scenario, int draft,
                                    enum veto_outcome outcome);

/* The members that shall abstain on a draft (Article 27 (3)); none where the scenario has the
 * proviso off. With VETO_ABSTENTION_ENFORCE their votes in favour and against count as
 * abstentions. */
veto_set veto_scenario_obliged(const struct veto_scenario *scenario, int draft,
                               enum veto_question question);

/*
 * The order round the table: seats[0] is the President, the others follow in English alphabetical
 * order (Provisional Rules of Procedure, Rule 18, for the order; without a President it starts with
 * the first name). `seats` has room for members_count indices.
 */
void veto_scenario_seating(const struct veto_scenario *scenario, unsigned *seats);

VETO_END_C

#endif
