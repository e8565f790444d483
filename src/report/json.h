/*
 * A meeting as JSON, for other programs. What they may rely on, and more beside it:
 *
 *     {"scenario": {"title", "date", "meeting"}, "mode", "seed",
 *      "drafts": [{"id", "symbol", "question", "outcome", "required",
 *                  "tally": {"yes", "no", "abstain", "not_participating", "absent"},
 *                  "vetoed_by": [...], "short_by", "no_without_veto": [...], "ballots": {...}}],
 *      "events": [...]}
 *
 * Members are their codes, drafts their ids; what there is not is null. A draft that was not put,
 * or was adopted without a vote, has a tally of zeros and no ballots. `ballots` are what they count
 * as; what members gave stands in `why`.
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <stdio.h>

#include "veto/meeting.h"

/* Writes a meeting that has been played to its end, in lines indented by two. VETO_SYSTEM when
 * memory runs out or a write fails. */
enum veto_status report_json(FILE *file, const struct veto_meeting *meeting);

#endif
