/* What is at stake in a scenario, so that one can choose it: it does not say how it ends, since a
 * class is to find out. For readers only. */
#ifndef REPORT_PREVIEW_H
#define REPORT_PREVIEW_H

#include "report/report.h"
#include "veto/scenario.h"

struct preview_subject {
    const struct veto_scenario *scenario;
    const char *word; /* by which the command line finds it; NULL: it does not */
};

extern const struct report report_preview;

#endif
