/* A meeting as text, or in another form of a report: what 'run' and 'history' share. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stdio.h>

#include "cli/given.h"
#include "veto/meeting.h"

/* With what the class expected where a session was given. What went wrong has been said. */
enum veto_status write_meeting(const struct veto_meeting *meeting, const struct given *given,
                               FILE *out);

#endif
