/*
 * The smallest changes of ballots that would change each outcome, as a page and as JSON:
 *
 *     {"mode", "seed",
 *      "drafts": [{"id", "outcome", "ballots": {...},
 *                  "to": [{"outcome", "size", "more",
 *                          "flips": [{"chance", "ways", "likeliest": [...],
 *                                     "parts": [{"members": [...], "needed", "from", "to"}]}]}],
 *                  "decisive": {"RUS": p, ...}}]}
 *
 * `size` is 0 where no change does it; `decisive` is null where it is not known. Of a draft on
 * which no ballot was cast, `ballots` and `decisive` are null, and `to` is empty.
 *
 * In CSV: "draft,to,size,chance,ways,flip", a row for each way, and "draft,member,name,decisive".
 */
#pragma once

#include "report/report.h"
#include "veto/flips.h"

struct flips_subject {
    const struct veto_meeting *meeting;
    const struct veto_flips *const *flips; /* one a draft, NULL where it was not put */
    int only;                              /* a page of this draft; or VETO_NONE: of all */
};

extern const struct report report_flips;
