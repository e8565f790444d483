/* The parts of a meeting as text, for the reports that are made of them: as far as it has been
 * shown, and with nothing that would give away the rest. */
#ifndef REPORT_MEETING_H
#define REPORT_MEETING_H

#include "base/arena.h"
#include "report/prose.h"
#include "report/text.h"
#include "session/session.h"

enum { REPORT_INDENT = 4 };

struct report {
    struct arena arena;
    struct prose prose;
    const struct veto_meeting *meeting;
    const struct veto_scenario *scenario;
    const struct text_options *options;
    size_t shown; /* events of the meeting */
    void *more;   /* what the report itself has besides */
};

/* Calls write(report) under arenas_try. VETO_SYSTEM when memory runs out. */
enum veto_status meeting_write(struct report *report, FILE *file, void (*write)(void *report));

/* ---- before the meeting ---- */

void report_title(struct report *report);
void report_council(struct report *report);
void report_drafts(struct report *report);

/* ---- the meeting ---- */

void report_events(struct report *report);

/* ---- after the meeting ---- */

/* Of the drafts that have been settled. */
void report_outcomes(struct report *report);
void report_record(struct report *report);

/* What the class expected, draft by draft; nothing where it expected nothing. */
void report_guesses(struct report *report, const struct session *session);

/* Those that a part of the meeting rests on, under the same numbers; behind its end all of them. */
void report_sources(struct report *report);

/* ---- words of the page ---- */

const char *report_name(struct report *report, int draft); /* of a draft */
void report_say(struct report *report, size_t indent, const char *text);
void report_fact(struct report *report, const char *label, const char *text);

/* "Against (2): China and France"; nothing for nobody. */
void report_group(struct report *report, veto_set set, enum veto_ballot ballot);

#endif
