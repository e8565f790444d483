/*
 * The Council's voting rules as data and as pure functions: rules and ballots in, outcome and its
 * reason out. No function here allocates, fails or keeps state.
 *
 * Sources: Charter of the United Nations (the Charter), Article 27, as signed in 1945 and as
 * amended by General Assembly resolution 1991 A (XVIII), in force since 31 August 1965 and applied
 * to the enlarged Council from 1 January 1966; the Council's Provisional Rules of Procedure
 * (S/96/Rev.7). That an abstention or an absence of a permanent member is no veto is the Council's
 * settled practice, confirmed by the International Court of Justice in Namibia, Advisory Opinion,
 * I.C.J. Reports 1971, p. 16, paragraph 22.
 */
#ifndef VETO_COUNCIL_H
#define VETO_COUNCIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "veto/status.h"

VETO_BEGIN_C

/* Members are numbered from 0 in the order of the composition; a set of them is a bit mask. */
enum { VETO_MAX_MEMBERS = 64 };
typedef uint64_t veto_set;

static inline veto_set veto_set_of(unsigned member) {
    return (veto_set)1 << member;
}

static inline bool veto_set_has(veto_set set, unsigned member) {
    return (set >> member & 1) != 0;
}

unsigned veto_set_count(veto_set set);

enum veto_ballot {
    VETO_YES,
    VETO_NO,
    VETO_ABSTAIN,
    VETO_NOT_PARTICIPATING, /* present, but taking no part in the vote */
    VETO_ABSENT,
    VETO_BALLOTS, /* how many there are */
};

/* Article 27 (2) and (3): a procedural question needs the majority only; on every other question
 * the negative vote of a permanent member prevents adoption. */
enum veto_question { VETO_SUBSTANTIVE, VETO_PROCEDURAL, VETO_QUESTIONS };

enum veto_outcome {
    VETO_ADOPTED, /* required majority reached, and no effective veto */
    VETO_VETOED,  /* required majority reached, but vetoed */
    VETO_FAILED,  /* required majority not reached, whoever voted against */
    VETO_NOT_PUT, /* never came to a vote */
    VETO_OUTCOMES,
};

/* The words of the file format and of JSON: "not_participating", "procedural", "not_put". */
const char *veto_ballot_word(enum veto_ballot ballot);
const char *veto_question_word(enum veto_question question);
const char *veto_outcome_word(enum veto_outcome outcome);

/* True, and *ballot set, where `word` is one of the five words exactly. */
bool veto_ballot_parse(const char *word, enum veto_ballot *ballot);

/*
 * The proviso of Article 27 (3): in decisions under Chapter VI and under Article 52 (3) a party to
 * a dispute shall abstain. It binds every member, and holds for no procedural question. It was last
 * followed in 1960; off is how the Council has voted since.
 */
enum veto_abstention {
    VETO_ABSTENTION_OFF,     /* the proviso is passed over */
    VETO_ABSTENTION_WARN,    /* a party's vote stands, and is remarked upon */
    VETO_ABSTENTION_ENFORCE, /* a party's vote in favour or against counts as an abstention */
};

/* Under what a decision is to be taken, as far as the proviso asks. */
enum veto_basis {
    VETO_UNDER_OTHER, /* another Chapter, or not said */
    VETO_UNDER_CHAPTER_VI,
    VETO_UNDER_ARTICLE_52_3,
    VETO_UNDER_CHAPTER_VII,
};

/* Those of `parties` that shall abstain. */
veto_set veto_obliged(enum veto_question question, enum veto_basis basis, veto_set parties);

/*
 * A further majority, over a group of members and besides the required one: the weights of those of
 * the group that vote in favour must add up to `needed`. By count: each weight is 1. By share: what
 * loads the rules works `needed` out from the group's total.
 */
struct veto_majority {
    veto_set group;
    const uint32_t *weights; /* one a member, or NULL where each counts 1 */
    uint64_t needed;
    const char *name; /* "two thirds of the population", or NULL */
};

/* Article 27: required = 9 of 15, veto_needs = 1, nothing overrides a veto, no further majority. */
struct veto_rules {
    unsigned members;      /* seats, 1 to VETO_MAX_MEMBERS */
    unsigned required;     /* affirmative votes that adopt: 9 of 15, before 1966 7 of 11 */
    veto_set veto_holders; /* whose negative vote can be a veto: the permanent members */
    unsigned veto_needs;   /* how many of their negative votes make one, from 1 */
    unsigned override_at;  /* affirmative votes that override a veto; 0: none do */
    const struct veto_majority *majorities;
    unsigned majority_count; /* at most 32 */
};

/* Article 27 for a Council with these seats. */
struct veto_rules veto_rules_charter(unsigned members, unsigned required, veto_set permanent);

struct veto_result {
    enum veto_outcome outcome;
    unsigned tally[VETO_BALLOTS]; /* members by ballot; sums to rules->members */
    unsigned required;            /* the majority that was asked for */
    unsigned short_by;            /* affirmative votes that were missing; 0 where it was reached */
    uint32_t missed;              /* further majorities that were not reached, bit by index */
    veto_set vetoed_by;           /* whose negative votes were the veto; 0 unless VETO_VETOED */
    veto_set no_without_veto;     /* veto holders whose negative vote was no veto: a majority was
                                     not reached, the question was procedural, there were fewer
                                     than veto_needs of them, or the veto was overridden */
};

/* The outcome of a vote of which only this is known: how many are in favour, how many veto holders
 * against, and whether every further majority is reached. The only function that decides. */
enum veto_outcome veto_outcome_of(const struct veto_rules *rules, enum veto_question question,
                                  unsigned in_favour, unsigned against, bool majorities);

/* Decides one vote. `ballots` holds rules->members ballots. */
struct veto_result veto_decide(const struct veto_rules *rules, enum veto_question question,
                               const enum veto_ballot *ballots);

/*
 * What a vote under way can still come to: an outcome is in the set, bit 1 << outcome, where there
 * are ballots of the other members that bring it about. `known` are the members whose ballots are
 * known, in `ballots`; those of the others are not read. One outcome alone is certain. It follows
 * from veto_outcome_of and from nothing else; what members are likely to do has no part in it. A
 * member that can only abstain (Article 27 (3), enforced) is known before it is called.
 *
 * Whether enough members can be in favour for further majorities, and few enough for a veto, is
 * looked for member by member, in at most VETO_LEFT_STEPS steps: behind them, which fifteen members
 * still to vote never need, VETO_VETOED stays in the set.
 */
enum { VETO_LEFT_STEPS = 1 << 15 };
unsigned veto_outcomes_left(const struct veto_rules *rules, enum veto_question question,
                            const enum veto_ballot *ballots, veto_set known);

VETO_END_C

#endif
