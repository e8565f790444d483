/* What the files of 'veto history' share. */
#pragma once

#include "cli/options.h"
#include "veto/history.h"

/* What an action works on. */
struct record {
    const struct veto_history *history;
    const struct settings *settings;
    const char *name; /* of a vote, a meeting, a chart or rules: the third operand, or NULL */
};
typedef enum veto_status history_action(const struct record *record);

/* About the whole record, or those votes that the options choose. */
extern history_action history_list, history_topics, history_check, history_compare_files,
    history_under, history_chart;

/* About one vote or one meeting. */
extern history_action history_show, history_meeting, history_replay, history_export;

/* What the record says of a draft before it is put; and how often that came true. */
extern history_action history_expect, history_calibrate;

/* Whether the rules are there, or the chart, or none is named; else it has been said. */
bool history_rules_are(const struct record *record);
bool history_chart_is(const struct record *record);

/* The meeting of the votes that the name, --date and --row choose, or the one vote; what went wrong
 * has been said. */
enum veto_status history_find_meeting(struct veto_history_meeting **meeting,
                                      const struct record *record);
enum veto_status history_find_one(size_t *index, const struct record *record);

/* Whether they choose several votes by the name of their meeting or of its day. */
bool history_asks_for_meeting(const struct record *record);
