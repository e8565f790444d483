/* The measures of voting power as a table, for all forms of the report. */
#ifndef REPORT_POWER_MEASURES_H
#define REPORT_POWER_MEASURES_H

#include "report/power.h"

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

struct power_number power_number_of(const struct veto_fraction *fraction);

/* Not known: left out, or a share where there are no permanent members. */
struct power_number power_of_member(const struct power_council *council,
                                    const struct power_measure *measure, unsigned member);
struct power_number power_gini(const struct power_council *council,
                               const struct power_measure *measure);
struct power_number power_permanent_share(const struct power_council *council,
                                          const struct power_measure *measure);

/* W of 2^n, and adopted profiles of 3^n: in these terms. NULL: left out. */
const struct veto_fraction *power_act(const struct power_council *council);
const struct veto_fraction *power_ternary_act(const struct power_council *council);

/* The kinds by which members are shown together. */
const struct veto_kinds *power_kinds(const struct power_council *council);

/* The first member of a kind. */
unsigned power_first_of(const struct veto_kinds *kinds, unsigned kind);

/* "RUS", or "CHN +4" for five that no rule tells apart. */
const char *power_kind_label(struct arena *arena, const struct power_council *council,
                             unsigned kind);

/* Decimals, or a fraction where asked for and known; "-" where it is not known. */
const char *power_number_text(struct arena *arena, const struct power_number *number, bool exact);

#endif
