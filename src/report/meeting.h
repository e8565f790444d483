/*
 * A meeting to be read aloud, and as JSON for other programs. What they may rely on, and more
 * beside it:
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
 *
 * In CSV "draft,outcome,yes,no,abstain,not_participating,absent,vetoed_by", a row for each draft,
 * and "draft,member,name,ballot".
 */
#pragma once

#include "report/report.h"
#include "session/told.h"
#include "veto/meeting.h"

struct meeting_subject {
    const struct veto_meeting *meeting; /* played to its end */
    size_t shown;                       /* so many of its events: nothing gives away the rest */
    bool why;                           /* with the reasons of every ballot */
    /* With what the class expected by it; or NULL. Of it count guesses and, for a transcript, the
     * scenario, set and changes; the mode and the seed are those of the meeting. */
    const struct session *session;
};

/* The meeting; and the transcript of what was played of it, which needs a session. */
extern const struct report report_meeting, report_transcript;

/* One draft of it, for readers only. */
struct draft_subject {
    struct told told; /* the meeting, played to its end, and how far it may be told */
    int draft;
    bool numbers; /* leanings as numbers, and not in words */
};

extern const struct report report_draft;
