/* What the reports on recorded votes share. */
#ifndef REPORT_HISTORY_WORDS_H
#define REPORT_HISTORY_WORDS_H

#include <jansson.h>

#include "base/arena.h"
#include "report/prose.h"
#include "report/text.h"
#include "words/history.h"

/* A page that is being written, under arenas_try. */
struct page {
    struct arena arena;
    struct prose prose;
};

struct page page_open(FILE *file, const struct text_options *options);
enum veto_status page_close(struct page *page, bool done);

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
