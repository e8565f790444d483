/*
 * Recorded votes and what became of them, as text, CSV and JSON. What there is not is null in JSON
 * and empty in CSV. All return VETO_SYSTEM when memory runs out; a failed write stays in the file's
 * error indicator.
 *
 * Texts call an outcome that the file does not state, or that cannot be told, "not known".
 */
#ifndef REPORT_HISTORY_H
#define REPORT_HISTORY_H

#include <stdio.h>

#include "report/text.h"
#include "veto/history.h"
#include "veto/meeting.h"

/* "Sciences Po", "the United Nations Digital Library": whose layout it is. */
const char *history_layout_name(enum veto_history_layout layout);

/* What a file of this layout cannot show, a sentence; empty where there is nothing. */
const char *history_layout_limits(enum veto_history_layout layout);

/* ---- the votes that a filter lets through, in the order of the file ---- */

enum veto_status report_votes_text(FILE *file, const struct veto_history *history,
                                   const struct veto_history_filter *filter,
                                   const struct text_options *options);

/* "row,date,symbol,draft,meeting,outcome,yes,no,abstain,not_voting,vetoed_by,title" */
enum veto_status report_votes_csv(FILE *file, const struct veto_history *history,
                                  const struct veto_history_filter *filter);

/* An array of votes, each with its ballots: {"row", "date", "symbol", "draft", "meeting",
 * "outcome", "without_vote", "totals": {"yes", "no", "abstain", "not_voting"}, "vetoed_by": [...],
 * "ballots":
 * {"RUS": "no", ...}, "title"}. A ballot that is not on record is null. */
enum veto_status report_votes_json(FILE *file, const struct veto_history *history,
                                   const struct veto_history_filter *filter);

/* ---- one vote ---- */

struct vote_view {
    const struct veto_history_check *check; /* of its history */
    size_t index;                           /* of the vote */
    const struct veto_meeting *meeting;     /* the vote played as recorded, or NULL */
    const char *why_not;                    /* why it cannot be played: a clause; or NULL */
};

enum veto_status report_vote_text(FILE *file, const struct vote_view *view,
                                  const struct text_options *options);

/* One object as above, with "question", "resolved", "verdict" ("agrees", "explained",
 * "unexplained"), "why", "source", "data_problems", "president_by_rule" and "adopted_only". */
enum veto_status report_vote_json(FILE *file, const struct vote_view *view);

/* ---- check ---- */

/* `all`: every problem in the data, and not only how many there are of each kind. */
enum veto_status report_check_text(FILE *file, const struct veto_history_check *check, bool all,
                                   const struct text_options *options);

/* {"votes", "agree", "explained", "unexplained": [{"symbol", "date", "recorded", "resolved"}],
 * "data_problems": [{"kind", "symbol", "date", "member", "text"}]}, and more beside it. */
enum veto_status report_check_json(FILE *file, const struct veto_history_check *check);

/* ---- other rules ---- */

enum veto_status report_under_text(FILE *file, const struct veto_history_under *under,
                                   const struct text_options *options);

/* {"rules", "votes", "recorded": {"adopted", "vetoed", "failed"}, "under": {"adopted", "vetoed",
 * "failed"}, "changes": [{"symbol", "date", "from", "to"}], "vetoes_cast": {"RUS": n, ...},
 * "no_without_veto"}, and more beside it. */
enum veto_status report_under_json(FILE *file, const struct veto_history_under *under);

#endif
