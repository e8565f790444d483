/*
 * A meeting of the Council as a state machine: a scenario, a mode and a seed in; one event at a
 * time out. The same three give the same events on any machine.
 *
 * The vote model. A member's leaning L on a draft, -1 to 1, starts from the scenario and moves in
 * debate. Its latent opinion is x = L + s e: s its volatility, e standard normal. It votes in
 * favour where x > 0.1, against where x < -(1 - t), and abstains between; t is its veto tendency
 * where its negative vote would be a veto, else its opposition. This is an ordered response with
 * two cut points (ordered probit: McKelvey and Zavoina, "A statistical model for the analysis of
 * ordinal level dependent variables", Journal of Mathematical Sociology 4, 1975). Members of a bloc
 * of cohesion c share part of e: e = sqrt(c) B + sqrt(1 - c) z.
 *
 * Where the draft has kinds, these give the chances and leanings do not count. VETO_SAMPLED draws
 * the kind, then the ballots. VETO_EXPECTED takes the likeliest of the roll calls in which all
 * ballots are the most likely ones of some kind: each member's most likely ballot for itself might
 * be a roll call that no kind has.
 */
#ifndef VETO_MEETING_H
#define VETO_MEETING_H

#include "veto/scenario.h"

VETO_BEGIN_C

#define VETO_CUT_YES 0.1 /* above it, in favour */

enum veto_mode {
    VETO_EXPECTED, /* each member's most likely ballot */
    VETO_RECORDED, /* as it was; a draft without a record is not put */
    VETO_SAMPLED,  /* one draw, from a seed */
    VETO_MODES,
};

const char *veto_mode_word(enum veto_mode mode); /* "expected", "recorded", "sampled" */
bool veto_mode_parse(const char *word, enum veto_mode *mode);

/* Why a ballot was what it was. */
enum veto_reason {
    VETO_WHY_MODEL,    /* by leaning and cut points */
    VETO_WHY_CHANCES,  /* by the probabilities that the scenario gives */
    VETO_WHY_FIXED,    /* the scenario, or an override, fixes it */
    VETO_WHY_RECORDED, /* it is on record */
    VETO_WHY_KINDS,    /* by the kinds that the draft may be of */
};

/* One member's ballot and all that led to it. */
struct veto_cast {
    enum veto_ballot ballot; /* what it counts as */
    enum veto_ballot given;  /* what the member gave: in favour or against where `ballot` is an
                                abstention only by Article 27 (3), else the same */
    bool obliged;            /* the member shall abstain by Article 27 (3), and that is not off */
    enum veto_reason reason;
    bool leans;       /* by a leaning, on a draft without kinds: the next three count */
    double base;      /* the leaning the scenario started from */
    double leaning;   /* the leaning when the vote was taken: base and every move added up */
    double cut_no;    /* below it, against: -(1 - t) */
    double chance[3]; /* of VETO_YES, VETO_NO and VETO_ABSTAIN under the model, whatever the mode;
                         of all kinds by their weights where the draft has kinds */
};

/* One change of one leaning, by a tie to the speaker or by a stated amount. */
struct veto_move {
    size_t event; /* index of the statement or event that made it, or of the result of a vote on an
                     amendment or a part: then by a stated amount */
    int draft, member;
    double from, to; /* from + openness * tie * (position - from), or from + amount; the decimal
                        that binary arithmetic just misses: 0.8 - 0.9 is -0.1 */
    bool stated;     /* by a stated amount; the next three do not count then */
    double openness, tie, position;
    double amount; /* stated */
};

struct veto_vote {
    int draft;
    size_t begun; /* index of the event with which it began: PUT or WITHOUT_VOTE. Moves of earlier
                     events on this draft count for it, later ones do not */
    enum veto_question question; /* that it was: by the preliminary question, where there was one */
    int kind;                    /* VETO_SAMPLED: that the draft turned out to be of. VETO_EXPECTED:
                                    in which the ballots are the most likely ones. Else, and for a
                                    draft without kinds, VETO_NONE */
    bool without_vote;           /* adopted without a vote: nobody cast a ballot, the tally is 0 */
    const struct veto_cast *casts; /* one a member; NULL without a vote */
    struct veto_result result;
};

enum veto_event_kind {
    VETO_EVENT_OPEN,       /* the President opens the meeting */
    VETO_EVENT_STATEMENT,  /* item; vote: the one that it explains, where that has been taken */
    VETO_EVENT_HAPPENING,  /* item: what happens outside the debate */
    VETO_EVENT_BRANCH,     /* item: a `when`, and `taken` */
    VETO_EVENT_QUESTION,   /* question: one for the class */
    VETO_EVENT_PUT,        /* draft: the President puts it to the vote */
    VETO_EVENT_BALLOT,     /* draft, member, vote: one member's ballot, in alphabetical order */
    VETO_EVENT_RESULT,     /* draft, vote; moves: a text changed by an amendment or a part */
    VETO_EVENT_NOT_PUT,    /* draft, why; member, item: who withdrew it or objected, where somebody
                              did */
    VETO_EVENT_CLOSE,      /* the meeting rises */
    VETO_EVENT_OBLIGATION, /* draft, member, vote: the ballot before this one was to be an
                              abstention (Article 27 (3)), and was in favour or against */
    VETO_EVENT_MOTION,     /* item, draft, member: a withdrawal, a revival or an objection */
    VETO_EVENT_WITHOUT_VOTE,    /* draft, vote: adopted without a vote; moves as in a result */
    VETO_EVENT_ASSEMBLY_DEBATE, /* draft, vote: vetoed, and so the President of the General Assembly
                                   convenes it within ten working days for a debate on the
                                   situation, unless it meets in emergency special session on it
                                   (A/RES/76/262 of 26 April 2022) */
    VETO_EVENT_UNITING_FOR_PEACE, /* draft, vote: vetoed; the General Assembly may take the matter
                                    up where there appears to be a threat to the peace, breach of
                                    the peace or act of aggression (A/RES/377 (V) of 3 November
                                    1950) */
    VETO_EVENT_KINDS,
};

const char *veto_event_word(enum veto_event_kind kind); /* "statement", "put", as in JSON */

struct veto_event {
    enum veto_event_kind kind;
    const struct veto_item *item;               /* or NULL */
    const struct veto_class_question *question; /* or NULL */
    int draft, member;                          /* or VETO_NONE */
    const struct veto_vote *vote;               /* or NULL */
    bool taken;                                 /* a branch: its conditions hold */
    const char *why;               /* not put: the reason, a clause without a full stop */
    size_t first_move, move_count; /* into veto_meeting_moves() */
};

struct veto_meeting; /* owns its events, moves and votes; the scenario must outlive it */

/* Opens a meeting. `seed` counts in VETO_SAMPLED only. *meeting is untouched on failure: VETO_INPUT
 * where the mode is VETO_RECORDED and the scenario has no record at all, VETO_SYSTEM where memory
 * runs out. The caller frees the meeting. */
enum veto_status veto_meeting_open(struct veto_meeting **meeting,
                                   const struct veto_scenario *scenario, enum veto_mode mode,
                                   uint64_t seed);
void veto_meeting_free(struct veto_meeting *meeting); /* NULL does nothing */

/*
 * The next event: sets *event, or to NULL behind the last one. VETO_OK or VETO_SYSTEM, and after
 * that VETO_SYSTEM again.
 *
 * The events come as what the scenario has beforehand, STATEMENT and HAPPENING; OPEN; the
 * programme; NOT_PUT for every draft that it did not settle; what follows each veto, where the
 * meeting has a date: ASSEMBLY_DEBATE, and UNITING_FOR_PEACE for a draft that stands by itself, on
 * peace and security, unless the Council has handed the matter over itself, each from the day of
 * its resolution on; the questions without a draft; CLOSE. A vote is its QUESTIONs,
 * PUT, a BALLOT for each member and an OBLIGATION behind it where there is cause, RESULT; or its
 * QUESTIONs and WITHOUT_VOTE; or just NOT_PUT, which also follows at once on a MOTION that no
 * later one can undo. A draft is settled once: a later vote or motion on
 * it, which branches may lead to, is passed over without an event.
 */
enum veto_status veto_meeting_step(struct veto_meeting *meeting, const struct veto_event **event);

/* Opens a meeting and steps it to its end. */
enum veto_status veto_meeting_play(struct veto_meeting **meeting,
                                   const struct veto_scenario *scenario, enum veto_mode mode,
                                   uint64_t seed);

/* What has happened so far. Pointers hold until the next step. */
const struct veto_scenario *veto_meeting_scenario(const struct veto_meeting *meeting);
enum veto_mode veto_meeting_mode(const struct veto_meeting *meeting);
uint64_t veto_meeting_seed(const struct veto_meeting *meeting);
size_t veto_meeting_event_count(const struct veto_meeting *meeting);
const struct veto_event *veto_meeting_event(const struct veto_meeting *meeting, size_t index);
const struct veto_move *veto_meeting_moves(const struct veto_meeting *meeting, size_t *count);

/* The vote on a draft, or NULL if it has not been taken. */
const struct veto_vote *veto_meeting_vote(const struct veto_meeting *meeting, int draft);

/* What a vote can still come to once the ballots of these members have been called:
 * veto_outcomes_left, where those that are held to abstain (Article 27 (3), enforced) are known
 * before they are called. Adopted without a vote: that alone. */
unsigned veto_vote_left(const struct veto_scenario *scenario, const struct veto_vote *vote,
                        veto_set called);

/* The outcome of a draft: VETO_NOT_PUT while no vote on it has been taken. */
enum veto_outcome veto_meeting_outcome(const struct veto_meeting *meeting, int draft);

/* Why a draft was not put, a clause without a full stop; NULL where it was, or still may be. */
const char *veto_meeting_not_put(const struct veto_meeting *meeting, int draft);

/* How a draft was voted on, or would be now: procedural or substantive. */
enum veto_question veto_meeting_question(const struct veto_meeting *meeting, int draft);

/* A member's leaning on a draft once the first `events` events have happened. */
double veto_meeting_leaning(const struct veto_meeting *meeting, int draft, int member,
                            size_t events);

/*
 * The probabilities of yes, no and abstain of one member with this leaning and volatility, by the
 * model above. `tendency` is t. With volatility 0 one of them is 1.
 */
void veto_ballot_chances(double leaning, double volatility, double tendency, double chance[3]);

VETO_END_C

#endif
