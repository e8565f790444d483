/*
 * Voting power as text, bars, CSV and JSON: one Council, or several to compare.
 */
#ifndef REPORT_POWER_H
#define REPORT_POWER_H

#include <stdio.h>

#include "report/prose.h"
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

/* VETO_SYSTEM when memory runs out or a write fails. The arena of `prose` is theirs to set. */
enum veto_status report_power_text(const struct prose *prose, const struct power_report *report);
enum veto_status report_power_bars(const struct prose *prose, const struct power_report *report);
enum veto_status report_power_csv(FILE *file, const struct power_report *report);
enum veto_status report_power_json(FILE *file, const struct power_report *report);

#endif
