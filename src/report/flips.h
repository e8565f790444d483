/*
 * The smallest changes of ballots that would change each outcome, as text and as JSON:
 *
 *     {"mode", "seed",
 *      "drafts": [{"id", "outcome", "ballots": {...},
 *                  "to": [{"outcome", "size", "more",
 *                          "flips": [{"chance", "ways", "likeliest": [...],
 *                                     "parts": [{"members": [...], "needed", "from", "to"}]}]}],
 *                  "decisive": {"RUS": p, ...}}]}
 *
 * `size` is 0 where no change does it; `decisive` is null where it is not known. A draft that was
 * not put has nothing but its id and outcome.
 */
#ifndef REPORT_FLIPS_H
#define REPORT_FLIPS_H

#include <stdio.h>

#include "report/text.h"
#include "veto/flips.h"

/* `flips` has one entry a draft, NULL where it was not put. VETO_SYSTEM when memory runs out (or,
 * for JSON, a write fails). */
enum veto_status report_flips_text(FILE *file, const struct veto_meeting *meeting,
                                   const struct veto_flips *const *flips,
                                   const struct text_options *options);
enum veto_status report_flips_json(FILE *file, const struct veto_meeting *meeting,
                                   const struct veto_flips *const *flips);

#endif
