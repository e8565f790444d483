/*
 * The lessons of the scenarios that ship, those with one title together; and who sits in the
 * Council on a day. As JSON:
 *
 *     [{"title", "scenario", "audience", "minutes", "teaches"}, ...]
 *
 *     {"date", "required", "president", "members": [{"id", "name", "permanent", "group"}]}
 *
 * `president` is a code, by Rule 18, or null where that is not known. In CSV
 * "title,scenario,audience,minutes,teaches", and "id,name,permanent,group".
 */
#pragma once

#include "report/report.h"
#include "veto/scenario.h"

struct lesson_entry {
    const char *name; /* of the scenario */
    const struct veto_lesson *lesson;
};

struct lessons_subject {
    const struct lesson_entry *entries; /* as they are to be listed */
    size_t count;
};

struct who_subject {
    const char *date; /* "2027-03-15" */
    const struct veto_composition *council;
    const struct veto_seat *president; /* or NULL */
};

/* "aleppo-2016: 50 minutes, upper secondary school" */
void lessons_line(struct page *page, const char *name, const struct veto_lesson *lesson);

/* What is at stake in a scenario, so that one can choose it, and not how it ends. For readers only.
 */
struct preview_subject {
    const struct veto_scenario *scenario;
    const char *word; /* by which the command line finds it; NULL: it does not */
};

extern const struct report report_lessons, report_who, report_preview;
