/* What the files of 'veto history' share. */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include <stdio.h>

#include "cli/options.h"
#include "veto/history.h"

/* Those that are about one vote or one meeting, which the third operand names. */
enum veto_status history_show(const struct veto_history *history, const struct settings *settings,
                              FILE *out);
enum veto_status history_replay(const struct veto_history *history, const struct settings *settings,
                                FILE *out);
enum veto_status history_export(const struct veto_history *history, const struct settings *settings,
                                FILE *out);

enum veto_status history_meeting(const struct veto_history *history,
                                 const struct settings *settings, FILE *out);

/* The meeting of the votes that the third operand, --date and --row choose; what went wrong has
 * been said. */
enum veto_status history_find_meeting(const struct veto_history *history,
                                      const struct settings *settings,
                                      struct veto_history_meeting **meeting);

/* Whether they choose several votes by the name of their meeting or of its day. */
bool history_asks_for_meeting(const struct veto_history *history, const struct settings *settings);

/* The vote that the third operand, --date and --row choose; what went wrong has been said. */
enum veto_status history_find_one(const struct veto_history *history,
                                  const struct settings *settings, size_t *index);

/* What the record says of a draft before it is put; and how often that came true. */
enum veto_status history_expect(const struct veto_history *history, const struct settings *settings,
                                FILE *out);
enum veto_status history_calibrate(const struct veto_history *history,
                                   const struct settings *settings, FILE *out);

/* The votes that the options choose, and those that are not usable, which are counted as left out:
 * *chosen is a copy whose votes are the caller's to free. Out of memory has been said. */
enum veto_status history_choose(struct veto_history *chosen, struct veto_history_vote **votes,
                                const struct veto_history *history,
                                const struct settings *settings);

enum veto_status history_chart(const struct veto_history *history, const struct settings *settings,
                               FILE *out);

/* Whether the chart that is asked for is one, or none is named; else it has been said. */
bool history_chart_is(const struct settings *settings);

#endif
