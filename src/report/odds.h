/*
 * Odds as text and as JSON. What other programs may rely on, and more beside it:
 *
 *     {"method": "exact" or "monte_carlo", "trials", "seed",
 *      "drafts": [{"id", "adopted", "vetoed", "failed", "not_put", "veto_by": {...}, "yes":
 * [...]}], "joint": [{"outcomes": {...}, "p"}]}
 *
 * `veto_by` has every member with a veto; `yes` the chances of 0, 1, 2 ... votes in favour. Exact
 * odds have no trials and no seed: null. `joint` is null where there are too many combinations.
 */
#ifndef REPORT_ODDS_H
#define REPORT_ODDS_H

#include <stdio.h>

#include "report/text.h"
#include "veto/odds.h"

/* Both write the odds of this scenario. VETO_SYSTEM when memory runs out (or, for JSON, a write
 * fails). */
enum veto_status report_odds_text(FILE *file, const struct veto_scenario *scenario,
                                  const struct veto_odds *odds, const struct text_options *options);
enum veto_status report_odds_json(FILE *file, const struct veto_scenario *scenario,
                                  const struct veto_odds *odds);

#endif
