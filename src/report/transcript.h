/* What was played of a meeting, to be kept: what was changed, the meeting as far as it was shown,
 * and what the class had expected. Nothing in it gives away what was not shown. */
#ifndef REPORT_TRANSCRIPT_H
#define REPORT_TRANSCRIPT_H

#include "report/text.h"
#include "session/session.h"

struct transcript {
    const struct veto_meeting *meeting; /* played to its end */
    size_t shown;                       /* so many of its events */
    const struct session *session; /* of it count: scenario, set, changes and guesses; the mode and
                                      the seed are those of the meeting */
};

/* VETO_SYSTEM when memory runs out; a failed write stays in the file's error indicator. */
enum veto_status report_transcript(FILE *file, const struct transcript *transcript,
                                   const struct text_options *options);

#endif
