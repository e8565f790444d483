/*
 * The vote model of veto/meeting.h, one member and one draft at a time. No function here allocates,
 * fails or keeps state; any trial of any seed can be drawn by any thread, or again, and is the
 * same.
 */
#pragma once

#include <stdint.h>

#include "veto/meeting.h"

/* What is voted on, and how: the question may have been decided by another vote before. */
struct model_vote {
    const struct veto_scenario *scenario;
    int draft;
    enum veto_question question;
};

/* The members whose votes in favour and against count as abstentions: those obliged to abstain,
 * where that is enforced. */
veto_set model_bound(struct model_vote vote);

/* t: the veto tendency where the member's negative vote would be a veto, else its opposition. */
double model_tendency(struct model_vote vote, int member);

/* -(1 - t): a latent opinion below it is a vote against. */
double model_cut_no(double tendency);

/* The probabilities of yes, no and abstain at this leaning: those that the draft gives for the
 * member, else those of its kinds as their weights have them, else the model's. A fixed ballot does
 * not count here, nor Article 27 (3). */
void model_chances(struct model_vote vote, int member, double leaning, double chance[3]);

/* The most likely of the three. A tie goes to the abstention, then to the vote against: where the
 * model cannot tell, it is not to make a majority. */
enum veto_ballot model_expected(const double chance[3]);

/* One draw among many: trial `trial` of `seed`. A meeting is trial 0 of its seed. */
struct model_draw {
    uint64_t seed, trial;
};

/* The kind whose most likely ballots are the likeliest roll call whatever the kind, among those
 * of all kinds, the first of them where several are as likely; VETO_NONE without kinds. Kinds that
 * are alike count together here, so that it makes no difference how finely they are told apart. */
int model_likeliest_kind(struct model_vote vote);

/* The kind that a vote is of in this mode: drawn, or the likeliest; VETO_NONE where it is not asked
 * for. */
int model_kind(struct model_vote vote, enum veto_mode mode, struct model_draw draw);

/* The ballots of all members, as they are given, at these leanings, one a member. Fixed ballots
 * stand. */
void model_ballots(struct model_vote vote, struct model_draw draw, const double *leanings,
                   enum veto_ballot *ballots);

/* The ballot of one member in this mode, what it counts as under Article 27 (3), and all that leads
 * to it. `drawn` is what the mode VETO_SAMPLED drew; `kind` what model_kind has, which
 * VETO_EXPECTED asks for; in VETO_RECORDED the draft must have a record. */
struct veto_cast model_cast(struct model_vote vote, enum veto_mode mode, int member, double leaning,
                            enum veto_ballot drawn, int kind);
