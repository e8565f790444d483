/*
 * Recorded votes and what became of them: pages, CSV and JSON. What there is not is null in JSON
 * and empty in CSV. Pages call an outcome that the file does not state, or that cannot be told,
 * "not known".
 */
#pragma once

#include "report/report.h"
#include "veto/expect.h"
#include "veto/history.h"
#include "veto/meeting.h"

/* "Sciences Po", "the United Nations Digital Library": whose layout it is. */
const char *history_layout_name(enum veto_history_layout layout);

/* What a file of this layout cannot show, a sentence; empty where there is nothing. */
const char *history_layout_limits(enum veto_history_layout layout);

/*
 * The votes that a filter lets through, in the order of the file. In CSV
 * "row,date,symbol,draft,meeting,outcome,yes,no,abstain,not_voting,vetoed_by,title,inferred,topic",
 * "inferred" with the codes of members whose ballots are not stated as they are used; in JSON an
 * array of votes, each with its ballots: {"row", "date", "symbol", "draft", "meeting", "outcome",
 * "without_vote", "totals": {"yes", "no", "abstain", "not_voting"}, "vetoed_by": [...], "ballots":
 * {"RUS": "no", ...}, "inferred": [{"member", "origin":
 * "moved|implied|settled|replaced|corrected", "under"}], "title", "topic"}. A corrected ballot has
 * "file", "source" and "one_source" besides. A ballot that is not on record is null.
 */
struct votes_subject {
    const struct veto_history *history;
    const struct veto_history_filter *filter;
};

extern const struct report report_votes;

/* What they are about, of the same votes. In CSV "topic,name,votes,adopted,vetoed,failed,words"; in
 * JSON {"votes", "topics": [{"id", "name", "words": [...], "votes", "adopted", "vetoed",
 * "failed"}]}, every topic in the order of the table. */
extern const struct report report_topics;

/* One vote. In JSON an object as above, with "question", "resolved", "verdict" ("agrees",
 * "explained", "unexplained"), "why", "source", "data_problems", "president_by_rule" and
 * "adopted_only". */
struct vote_view {
    const struct veto_history_check *check; /* of its history; NULL: nothing of file and rules */
    size_t index;                           /* of the vote */
    const struct veto_meeting *meeting;     /* the vote played as recorded, or NULL */
    const struct veto_history_vote *vote;   /* where there is no check */
    bool hidden;                            /* nothing that tells how it came out */
};

extern const struct report report_vote;

/* The votes of one meeting, in their order. In CSV
 * "number,row,date,symbol,draft,meeting,part,of,outcome,yes,no,abstain,not_voting,vetoed_by,title,
 * inferred" and "member,1,2,..." with a column a vote; in JSON {"meeting", "date", "votes",
 * "adopted_only"}, the votes as above with "part" ("whole", "amendment", "paragraph", "untold") and
 * "of", the symbol of the draft that an amendment or a paragraph is of. */
struct votes_of_meeting {
    const struct veto_history *history;
    const struct veto_history_meeting *meeting;
};

extern const struct report report_of_meeting;

/* The record against the rules of its day. In CSV the causes of what is wrong in the data,
 * "kind,text,count,symbols,year,member,under", or all problems, "kind,symbol,date,member,text,row";
 * in JSON {"votes", "agree", "explained", "unexplained": [{"symbol", "date", "recorded",
 * "resolved"}], "causes": [{"kind", "text", "count", "symbols"}], "data_problems": [{"kind",
 * "symbol", "date", "member", "text"}]}, and more beside it; of a swap also {"under", "belongs_to",
 * "year"}. */
struct check_subject {
    const struct veto_history_check *check;
    bool all; /* every problem in the data, and not only their causes */
};

extern const struct report report_check;

/* Two files, of a struct veto_history_comparison. In CSV
 * "kind,symbol,date,member,first,second,first_row,second_row,remark", votes in one of them only as
 * kinds only_first and only_second; in JSON {"matched", "only_first": [symbol, ...], "only_second",
 * "differences": [{"kind": "ballot|date|outcome|title|meeting", "symbol", "member", "first",
 * "second"}]}, and more beside it. */
extern const struct report report_compare;

/* The record by other rules, of a struct veto_history_under. In CSV "outcome,recorded,under",
 * "member,vetoes,alone,released,no_without_veto", "year,votes,vetoed,changes" and
 * "date,symbol,from,to"; in JSON {"rules", "votes", "recorded": {"adopted", "vetoed", "failed"},
 * "under": {"adopted", "vetoed", "failed"}, "changes": [{"symbol", "date", "from", "to"}],
 * "vetoes_cast": {"RUS": n, ...}, "no_without_veto"}, and more beside it. */
extern const struct report report_under;

/* A draft before it is put, of a struct veto_expectation. In CSV "measure,of,ballot,p,low,high"; in
 * JSON {"date", "topic", "given": {"RUS": "no"}, "fit": "all|contested", "outcomes": {"adopted":
 * {"p", "low", "high"}, ...}, "veto_by": {"RUS": {"p", "low", "high"}}, "members": {"RUS": {"yes",
 * "no", "abstain"}}, "kinds": [{"weight", "text"}]}, and more beside it. */
extern const struct report report_expect;

/* The same as a scenario that plays: a hypothetical draft with its kinds, and the ballots given.
 * VETO_SYSTEM when memory runs out; a failed write stays in the file's error indicator. */
enum veto_status expect_write_scenario(FILE *file, const struct veto_expectation *found);

/* How often what the record says came true, of a struct veto_calibration. In CSV
 * "fit,measure,forecast,base" and "fit,of,from,count,mean,came_true"; in JSON {"from", "to",
 * "fits":
 * {"all": {"votes", "roll_call_log_loss", "ballot_log_loss", "outcome_log_loss",
 * "ballot_calibration_error", "veto_calibration_error", "base": {the same}}, "contested": {...}},
 * "adoption_balanced_accuracy", "ballot_balanced_accuracy"}, and more beside it. */
extern const struct report report_calibrate;
