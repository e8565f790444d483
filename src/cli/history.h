/* What the files of 'veto history' share. */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include <stdio.h>

#include "cli/options.h"
#include "veto/history.h"

/* Those that are about one vote, which the third operand names. */
enum veto_status history_show(const struct veto_history *history, const struct settings *settings,
                              FILE *out);
enum veto_status history_replay(const struct veto_history *history, const struct settings *settings,
                                FILE *out);
enum veto_status history_export(const struct veto_history *history, const struct settings *settings,
                                FILE *out);

#endif
