/* From a word of the command line (a scenario, a year, a preset, a file) to the power under its
 * rules. */
#pragma once

#include "cli/steps.h"
#include "report/power.h"
#include "scenario/weights.h"

/* One Council and what it is made of. All zeros is nothing yet; power_unload frees it. */
struct power_loaded {
    struct power_council council;
    struct arena *arena; /* of the caller: texts are made there */
    const struct settings *settings;
    bool in;                        /* it is what --in names */
    struct veto_scenario *scenario; /* NULL for a preset or a weighted game */
    struct veto_power *power;
    struct veto_weighted_power *weighted;
    bool changeable;        /* --set says something about it */
    bool has_drafts;        /* of its own, that --in can ask about */
    struct given given;     /* what is read */
    struct weights weights; /* what a weighted game is made of */
};

/* `loaded` has what the caller knows: arena, settings and `in`; under arenas_try with that arena.
 * What is wrong has been said when it returns something other than VETO_OK. */
enum veto_status power_load(struct power_loaded *loaded, const char *word);
void power_unload(struct power_loaded *loaded);
