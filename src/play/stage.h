/* What is played: a scenario, its meetings and its odds. Does not change while it is shown. */
#pragma once

#include "veto/flips.h"
#include "veto/meeting.h"
#include "veto/odds.h"
#include "veto/power.h"

struct stage {
    const struct veto_scenario *scenario;
    uint64_t seed;
    struct veto_meeting *meetings[VETO_MODES]; /* played to the end; NULL where that cannot be: no
                                                  record */
    struct veto_odds_plan *plan;
    const struct veto_odds *odds; /* exact; NULL where there is no exact answer */
    struct veto_flips *flips[VETO_MODES][VETO_MAX_DRAFTS]; /* those that stage_find_flips found */
    /* What stage_find_power found: power on a substantive question, or NULL and why; and of the
     * votes asked for, who decides them. */
    struct veto_power *power;
    struct veto_power_error no_power; /* empty: not asked for */
    struct veto_flips *decisive[VETO_MODES][VETO_MAX_DRAFTS];
    /* What has been changed by hand; a desk sets it, and without one there is nothing. */
    const struct stage *before;     /* what it is held against: the start or the mark; NULL where it
                                       is no other */
    bool marked;                    /* it is a mark */
    const char *word;               /* the scenario on the command line */
    const char *const *overrides;   /* all, those of the command line first */
    size_t override_count, changes; /* so many of them were made by hand */
};

/* Plays the meetings and works out the odds. VETO_OK or VETO_SYSTEM, and then the stage is empty.
 * The scenario must outlive the stage. */
enum veto_status stage_open(struct stage *stage, const struct veto_scenario *scenario,
                            uint64_t seed);
/* Finds the flips of a vote in one mode, unless they are there or there is no such vote. They stay
 * NULL when memory runs out. */
void stage_find_flips(struct stage *stage, enum veto_mode mode, int draft);

/* Finds the power under its rules, and who decides a vote in one mode, unless they are there. Takes
 * no more than some milliseconds: what would take longer is left out. */
void stage_find_power(struct stage *stage, enum veto_mode mode, int draft);

void stage_close(struct stage *stage);
