/*
 * Voting power as a page, as bars, CSV and JSON: one Council, or several to compare.
 */
#pragma once

#include "report/report.h"
#include "veto/flips.h"
#include "veto/power.h"

struct power_member {
    const char *id, *name;
    bool permanent, veto;
};

/* What is said of a scenario besides: what its session changed in it, PATH=VALUE, where the page
 * does not say so of the whole; and that it is hypothetical. */
struct power_said {
    const char *const *set;
    size_t set_count;
    bool hypothetical;
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
    struct power_said said;
};

/* How likely each member is to decide each draft of a scenario. */
struct power_in {
    const struct veto_scenario *scenario;
    const struct veto_flips *const *flips; /* [draft]; NULL: it is not put to the vote */
    const struct power_council *council;   /* the scenario's own, for comparison; or NULL */
    struct power_said said;
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

/* ---- the measures, a table for all forms of the report ---- */

struct power_measure {
    const char *key;     /* in JSON and CSV */
    const char *head[2]; /* of a column of text, in two lines */
    unsigned part;       /* VETO_POWER_YES_NO, _MINIMAL or _TERNARY */
    size_t exact;        /* offset of a struct veto_measure in struct veto_power */
    size_t weighted;     /* the same in struct veto_weighted_power, or 0 */
};

extern const struct power_measure power_measures[];
extern const size_t power_measure_count;

const struct power_measure *power_measure_find(const char *key);

struct power_number {
    bool known, exact;
    struct veto_fraction fraction; /* where exact */
    double value;
};

/* A number of a whole Council. */
typedef struct power_number power_number_of(const struct power_council *council,
                                            const struct power_measure *measure);

/* Not known: left out, or a share where there are no permanent members. */
struct power_number power_of_member(const struct power_council *council,
                                    const struct power_measure *measure, unsigned member);
/* Over all members: the most that one has, or with a sign of -1 the least. */
struct power_number power_extreme(const struct power_council *council,
                                  const struct power_measure *measure, int sign);

power_number_of power_gini, power_permanent_share;
veto_set power_permanent(const struct power_council *council);

/* W of 2^n, and adopted profiles of 3^n: in these terms. Not known: left out. */
struct power_number power_act(const struct power_council *council);
struct power_number power_ternary_act(const struct power_council *council);

/* How likely a member is to decide a draft of these flips, which may be NULL. */
struct power_number power_decisive(const struct veto_flips *flips, unsigned member);

/* The kinds by which members are shown together. */
const struct veto_kinds *power_kinds(const struct power_council *council);

/* The first member of a kind. */
unsigned power_first_of(const struct veto_kinds *kinds, unsigned kind);

/* "RUS", or "CHN +4" for five that no rule tells apart. */
const char *power_kind_label(struct arena *arena, const struct power_council *council,
                             unsigned kind);

/* Decimals, or a fraction where asked for and known; "-" where it is not known. */
const char *power_number_text(struct arena *arena, struct power_number number, bool exact);

/* ---- the parts ---- */

/* What all of it is called. */
const char *power_title(struct arena *arena, const struct power_report *report);

/* What was found, in a sentence or two: how often those decide who do so most and least, and how
 * often a draft is adopted. "" where that is not known. */
const char *power_lead(struct arena *arena, const struct power_council *council);

/* The same of several side by side: under which power is most unequal, and a draft is adopted most
 * often. */
const char *power_compared(struct arena *arena, const struct power_report *report);

/* For CSV every measure of every member, or who decides the drafts. */
void power_add_data(struct page *page, const struct power_report *report);

struct json_t *power_json(struct build *build, const void *report);
