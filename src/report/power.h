/*
 * Voting power as a page, as bars, CSV and JSON: one Council, or several to compare.
 */
#ifndef REPORT_POWER_H
#define REPORT_POWER_H

#include "report/report.h"
#include "veto/flips.h"
#include "veto/power.h"

struct power_member {
    const char *id, *name;
    bool permanent, veto;
};

/* What is known of one Council, or of one weighted game. */
struct power_council {
    const char *name;  /* the word that it was asked for by */
    const char *title; /* what it is, in a line */
    unsigned count;
    const struct power_member *members;
    const struct veto_power *power;             /* or NULL; then there is `weighted` */
    const struct veto_weighted_power *weighted; /* what `power` has not, it may have; or NULL */
    const char *const *notes; /* what is not computed, and why, or is rounded: sentences */
    size_t note_count;
};

/* How likely each member is to decide each draft of a scenario. */
struct power_in {
    const struct veto_scenario *scenario;
    const struct veto_flips *const *flips; /* [draft]; NULL: it is not put to the vote */
    const struct power_council *council;   /* the scenario's own, for comparison; or NULL */
};

struct power_report {
    const struct power_council *councils;
    size_t count;
    const struct power_in *in; /* or NULL */
    bool exact;                /* fractions instead of decimals, and in JSON beside them */
};

/* Both are of a struct power_report, and have the same JSON and CSV: with `in`, the rows are about
 * its drafts. */
extern const struct report report_power, report_power_bars;

#endif
