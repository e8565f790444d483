/*
 * The smallest changes of ballots that would change the outcome of a vote, and how likely each
 * member is to be decisive.
 */
#ifndef VETO_FLIPS_H
#define VETO_FLIPS_H

#include "veto/meeting.h"

VETO_BEGIN_C

/* So many of these members, any of them, move from one ballot to another. */
struct veto_flip_part {
    veto_set members;
    unsigned needed; /* 1 to the number of members */
    enum veto_ballot from, to;
};

/* One way, or several that differ only in which of like members move. */
struct veto_flip {
    const struct veto_flip_part *parts;
    size_t part_count;
    veto_set likeliest; /* who moves in the likeliest of them, by each member's own chances; a
                           ballot that is fixed is certain */
    double chance;      /* under the model, that those members cast just these ballots */
    double ways;        /* how many there are */
};

/* How to get to an outcome. */
struct veto_flips_to {
    enum veto_outcome outcome;     /* adopted, vetoed or failed, other than that of the vote */
    unsigned size;                 /* ballots to change, the least that do; 0: none can */
    const struct veto_flip *flips; /* all of that size, the likeliest first */
    size_t flip_count;
    bool more; /* not all are here: too many kinds, or too many combinations to try. With size 0:
                  none was found among the smallest */
};

/* Limits. Steps are those of veto/odds.h: what would take more is left out, and is said to be. */
enum {
    VETO_FLIPS_MAX = 4096,            /* kinds of flips that are kept, to one outcome */
    VETO_FLIPS_STEPS = 1 << 28,       /* within a second */
    VETO_FLIPS_QUICK_STEPS = 1 << 21, /* within milliseconds */
};

struct veto_flips {
    struct veto_flips_to to[VETO_NOT_PUT - 1];
    size_t to_count;
    /* One a member: the chance that with all other ballots as the model has them, its vote in
     * favour adopts the draft and its vote against does not. */
    const double *decisive;
    bool has_decisive; /* false: that would take more steps than there are */
};

/* About one vote of a meeting of this scenario, in at most so many steps. A change is to yes, no or
 * abstain; a member whose vote counts as an abstention (Article 27 (3)) changes nothing. Without a
 * vote there is nothing to change: to_count is 0, and nobody is decisive. *flips is untouched on
 * failure (VETO_SYSTEM). The caller frees it; NULL does nothing. */
enum veto_status veto_flips_find(struct veto_flips **flips, const struct veto_scenario *scenario,
                                 const struct veto_vote *vote, uint64_t steps);

/* Only who decides, which takes no search: to_count is 0. */
enum veto_status veto_flips_find_decisive(struct veto_flips **flips,
                                          const struct veto_scenario *scenario,
                                          const struct veto_vote *vote, uint64_t steps);

void veto_flips_free(struct veto_flips *flips);

VETO_END_C

#endif
