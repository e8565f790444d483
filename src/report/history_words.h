/* What the reports on recorded votes share. */
#ifndef REPORT_HISTORY_WORDS_H
#define REPORT_HISTORY_WORDS_H

#include <jansson.h>

#include "base/arena.h"
#include "report/prose.h"
#include "report/text.h"
#include "veto/history.h"

/* A page that is being written, under arenas_try. */
struct page {
    struct arena arena;
    struct prose prose;
};

struct page page_open(FILE *file, const struct text_options *options);
enum veto_status page_close(struct page *page, bool done);

/* "adopted", "vetoed", "failed", and "not known" for VETO_OUTCOMES. */
const char *history_outcome(enum veto_outcome outcome);

/* How many ballots of each kind, VETO_YES to VETO_NOT_PARTICIPATING: the totals as stated, and
 * where there are none the ballots counted. False where there is neither. */
bool history_tally(const struct veto_history_vote *vote, unsigned tally[VETO_BALLOTS]);

/* Whose negative votes were the veto: the codes, divided by `between`; empty where there was none.
 */
char *history_vetoers(struct arena *arena, const struct veto_history_vote *vote,
                      const char *between);

/* "S/RES/2334(2016)", "2016-10-08": whatever names the vote, for a table. */
const char *history_symbol(const struct veto_history_vote *vote);

/* Whether a problem concerns this vote: its row, or its symbol on its date. */
bool history_concerns(const struct veto_history_problem *problem,
                      const struct veto_history_vote *vote);

/* ---- JSON, without a check behind every call: what could not be made is NULL, and so is all that
 * it was to be part of ---- */

json_t *json_with(json_t *array, json_t *item);
json_t *json_text(const char *text);             /* null for NULL and for an empty text */
json_t *json_outcome(enum veto_outcome outcome); /* null for VETO_OUTCOMES */
json_t *json_problem(const struct veto_history_problem *problem);
json_t *json_vote(const struct veto_history_vote *vote);
enum veto_status json_finish(FILE *file, json_t *value); /* writes it and frees it */

#endif
