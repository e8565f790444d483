/* A meeting as text: what 'run' and 'history' share. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stdio.h>

#include "cli/options.h"
#include "veto/meeting.h"

struct session;

/* As text, with what the class expected where there is a session (or NULL); or as JSON where the
 * settings say so. VETO_SYSTEM, unsaid, when memory runs out. */
enum veto_status write_meeting(const struct veto_meeting *meeting, const struct session *session,
                               const struct settings *settings, FILE *out);

#endif
