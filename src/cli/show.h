/* A meeting as text: what 'run' and 'history' share. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stdio.h>

#include "cli/options.h"
#include "veto/meeting.h"

struct session;

/* With what the class expected where there is a session (or NULL). What went wrong has been said.
 */
enum veto_status write_meeting(const struct veto_meeting *meeting, const struct session *session,
                               const struct settings *settings, FILE *out);

#endif
