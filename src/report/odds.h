/*
 * How likely each outcome is: what it is made from, and its JSON. What other programs may rely on,
 * and more beside it:
 *
 *     {"method": "exact" or "monte_carlo", "trials", "seed",
 *      "drafts": [{"id", "adopted", "vetoed", "failed", "not_put", "veto_by": {...}, "yes":
 * [...]}], "joint": [{"outcomes": {...}, "p"}]}
 *
 * A draft with kinds has besides "kinds": [{"id", "name", "weight", "weight_before"}], the second
 * weight before what is "given": {"RUS": "no", ...}.
 *
 * `veto_by` has every member with a veto; `yes` the chances of 0, 1, 2 ... votes in favour. Exact
 * odds have no trials and no seed: null. `joint` is null where there are too many combinations.
 *
 * In CSV one row is one chance: "draft,measure,of,chance,low,high", where the measure is outcome,
 * veto_by, yes, kind or joint, and what is exact has no interval.
 */
#pragma once

#include "report/report.h"
#include "veto/odds.h"

struct odds_subject {
    const struct veto_scenario *scenario;
    const struct veto_odds *odds;
    const struct veto_odds *before; /* what it is held against, or NULL: of the same drafts, ... */
    const char *before_name;        /* ... as in "at the mark" */
    uint32_t hidden;                /* drafts of which nothing is said, a bit each */
};

extern const struct report report_odds;
