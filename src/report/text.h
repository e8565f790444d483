/* A meeting as text to be read aloud. */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "veto/meeting.h"

struct text_options {
    size_t columns;                /* lines are no wider, where words allow; 0 means 80 */
    bool color;                    /* ballots and outcomes in colour besides words */
    bool ascii;                    /* plain ASCII, for a terminal without UTF-8 */
    bool why;                      /* with the reasons of every ballot */
    const struct session *session; /* with what the class expected by it; or NULL */
};

/* Writes a meeting that has been played to its end. VETO_SYSTEM when memory runs out; a failed
 * write stays in the file's error indicator. */
enum veto_status report_text(FILE *file, const struct veto_meeting *meeting,
                             const struct text_options *options);

#endif
