/*
 * What the record says about a draft before it is put: how likely it is to be adopted, vetoed or to
 * fail, how each member would vote, and how sure one can be; and how often such chances came true.
 *
 * The model is a mixture of kinds of draft, fitted to the votes before a day: docs/expect.md
 * derives it and names its sources. It knows who voted how, when and on what topic. It knows
 * nothing of drafts that were never put to a vote, of the text, or of what was agreed beforehand.
 * All fits come out the same to the bit on every machine.
 *
 * Each result is one block of memory with one owner, who frees it; it points into its history,
 * which must outlive it. Nothing is changed on failure. VETO_INPUT: what was asked has no answer,
 * which `diagnostics` (or NULL) says; VETO_SYSTEM: out of memory, or stopped.
 */
#ifndef VETO_EXPECT_H
#define VETO_EXPECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "veto/council.h"
#include "veto/diagnostic.h"
#include "veto/history.h"
#include "veto/roster.h"
#include "veto/status.h"
#include "veto/topics.h"

VETO_BEGIN_C

/* Two fits, which answer different questions. Most votes are unanimous: fitted to all of them, the
 * chances are those of whatever comes to a vote; fitted to contested ones, those of a draft that
 * some member will not be in favour of. */
enum veto_expect_fit {
    VETO_FIT_ALL,
    VETO_FIT_CONTESTED, /* votes with at least one ballot against or abstaining */
    VETO_FITS,
};

const char *veto_expect_fit_word(enum veto_expect_fit fit); /* "all", "contested" */

enum { VETO_EXPECT_BALLOTS = 3 }; /* VETO_YES, VETO_NO, VETO_ABSTAIN */

/* A ballot that is taken for known. */
struct veto_expect_given {
    char code[4];
    enum veto_ballot ballot; /* yes, no or abstain */
};

struct veto_expect_ask {
    struct veto_date date;   /* of the vote: who sits and by which rules */
    struct veto_date before; /* only votes before this day are used, all zeros: before `date` */
    const struct veto_topic *topic;       /* or NULL: any */
    const struct veto_history_vote *like; /* a draft like this one, or NULL */
    const struct veto_expect_given *given;
    size_t given_count;
    enum veto_expect_fit fit;
    unsigned resamples; /* for intervals: the record is drawn again so often; 0: no intervals */
    /* Called now and then with how much has been done; true stops. Or NULL. */
    bool (*stop)(void *context, size_t done, size_t of);
    void *context;
};

/* A chance, and the interval in which nine in ten of the resampled records have it, widened where p
 * lies beyond; without resamples low and high are p. */
struct veto_expect_chance {
    double p, low, high;
};

/* How members vote on drafts of one kind. Kinds in which the same permanent members are most likely
 * against or abstaining, and about as many of the others, are one. */
struct veto_expect_kind {
    struct veto_expect_chance weight;        /* the chance that the draft is of this kind */
    enum veto_ballot most[VETO_MAX_MEMBERS]; /* the most likely ballot of each permanent member */
    unsigned elected, against, abstaining; /* elected members, and how many of them most likely are;
                                              of kinds put together, in the heaviest one */
};

/* A class of votes as it was fitted: a kind is one or several of them. */
struct veto_expect_class {
    double weight, before; /* the chance of it, and without the ballots given */
    size_t kind;           /* to which of the kinds it belongs */
    const double (*chances)[VETO_EXPECT_BALLOTS]; /* one a seat, whatever is given; sum is 1 */
};

/* A vote of the record and its part in the weights of the kinds, 0 to 1. */
struct veto_expect_source {
    const struct veto_history_vote *vote;
    double share;
};

struct veto_expectation {
    const struct veto_history *history;
    struct veto_expect_ask ask;     /* `before` filled in */
    const struct veto_topic *topic; /* of the ask or of the vote like it; or NULL */
    struct veto_composition council;
    size_t votes;               /* how many the fit stands on, ... */
    size_t contested, on_topic; /* ... and how many of them were so, and were on that topic */
    struct veto_date first, last;
    double given; /* the chance of the ballots given; 1 without */
    struct veto_expect_chance outcomes[VETO_OUTCOMES];
    struct veto_expect_chance members[VETO_MAX_MEMBERS][VETO_EXPECT_BALLOTS];
    struct veto_expect_chance veto_by[VETO_MAX_MEMBERS]; /* vetoed, and this one is against */
    struct veto_expect_chance yes[VETO_MAX_MEMBERS + 1]; /* so many in favour */
    const struct veto_expect_kind *kinds;                /* the heaviest first */
    size_t kind_count;
    const struct veto_expect_class *classes; /* likewise */
    size_t class_count;
    const struct veto_expect_source *sources; /* the heaviest first; not all of them */
    size_t source_count;
};

enum veto_status veto_expect(struct veto_expectation **expectation,
                             struct veto_diagnostics *diagnostics,
                             const struct veto_history *history, const struct veto_expect_ask *ask);
void veto_expectation_free(struct veto_expectation *expectation); /* NULL does nothing */

/* ---- how often it came true ---- */

enum { VETO_RELIABILITY_BINS = 10 }; /* of chances: 0 to 0.1, ..., 0.9 to 1 */

struct veto_reliability {
    size_t count;
    double forecast, came_true; /* the mean chance, and the share of those that came true */
};

/* How good forecasts of votes were that the fit had not seen. Losses are means of minus the natural
 * logarithm of the chance that what happened was given: the lower, the better. An error of
 * calibration is the mean distance of the chances from the shares that came true, bin by bin, by
 * how many there are in each. */
struct veto_scores {
    double roll_call_log_loss;                               /* a vote: all its ballots together */
    double ballot_log_loss;                                  /* a ballot */
    double outcome_log_loss;                                 /* a vote: adopted, vetoed or failed */
    double ballot_calibration_error, veto_calibration_error; /* in favour; vetoed */
    struct veto_reliability ballots[VETO_RELIABILITY_BINS], vetoes[VETO_RELIABILITY_BINS];
};

/* Base rates, against which every forecast is to be held: of each member by topic, with a half-life
 * of four years, as if members voted independently; and of outcomes by topic. */
struct veto_calibration_fit {
    size_t votes, ballots; /* that were forecast */
    struct veto_scores model, base;
};

/* Whether a rare event is told: the mean of the share that is found where it came and where it did
 * not, with the chance it had in the eight years before as the threshold. */
struct veto_accuracy {
    size_t count, events; /* 0 events: there is none */
    double balanced;
};

struct veto_calibration {
    const struct veto_history *history;
    int from, to;
    struct veto_calibration_fit fits[VETO_FITS];
    /* As UNBench (AAAI 2026) measures language models that read the drafts, 1994 to
     * 2024: drafts that were not adopted, and ballots not in favour of those that were; of each the
     * later half. */
    struct veto_accuracy adoption, ballots;
    /* A tenth of the ballots of all contested votes at a time, from the others of the same vote
     * and its topic. */
    size_t held_out;
    double held_out_log_loss, held_out_base; /* base: the rates of all other ballots */
};

struct veto_calibrate_ask {
    int from, to; /* years of the votes to forecast, each from the votes before it */
    bool (*stop)(void *context, size_t done, size_t of);
    void *context;
};

/* Fits anew for every year. VETO_INPUT: there are no votes to forecast in these years, or too few
 * before them. */
enum veto_status veto_calibrate(struct veto_calibration **calibration,
                                struct veto_diagnostics *diagnostics,
                                const struct veto_history *history,
                                const struct veto_calibrate_ask *ask);
void veto_calibration_free(struct veto_calibration *calibration); /* NULL does nothing */

VETO_END_C

#endif
