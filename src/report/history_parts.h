/* What the reports on recorded votes share. */
#pragma once

#include <jansson.h>

#include "report/history.h"
#include "veto/trends.h"
#include "words/history.h"

struct build;

/* The day as it is read out, else as the file has it. */
const char *history_date(struct arena *arena, const struct veto_history_vote *vote);

/* "S/RES/2334 (2016), 23 December 2016 (row 1)": behind its symbol. */
const char *history_dated(struct arena *arena, const struct veto_history_vote *vote);

/* What is said of corrected ballots, an item each; `named`: which vote it is comes first. */
void history_corrected(struct page *page, const struct veto_history_vote *vote, bool named);

/* ---- a vote as a row ---- */

/* Columns that tables of votes share, each group in this order: what a vote goes by, and what came
 * of it. VOTE_TALLY is four columns, VETO_YES to VETO_NOT_PARTICIPATING. */
enum { VOTE_ROW, VOTE_DATE, VOTE_SYMBOL, VOTE_DRAFT, VOTE_MEETING, VOTE_NAMES };
enum {
    VOTE_OUTCOME,
    VOTE_BRIEF,
    VOTE_TALLY,
    VOTE_VETOED_BY = VOTE_TALLY + VETO_NOT_PARTICIPATING + 1,
    VOTE_TITLE,
    VOTE_INFERRED,
    VOTE_RESULTS
};

/* `count` columns, of which the two groups begin at `names` and at `results`; what is between them
 * is the caller's to set. */
struct page_column *history_columns(struct arena *arena, size_t count, size_t names,
                                    size_t results);

/* Fills the cells of both groups, from the first of each on. */
void history_fill_vote(struct arena *arena, struct page_cell *names, struct page_cell *results,
                       const struct veto_history_vote *vote);

/* Of many votes: fills four cells, how many there were, adopted, vetoed and failed. */
void history_fill_outcomes(struct page *page, struct page_cell *cells,
                           const struct veto_outcomes *outcomes);

/* ---- JSON ---- */

json_t *json_text(const char *text);             /* null for NULL and for an empty text */
json_t *json_outcome(enum veto_outcome outcome); /* null for VETO_OUTCOMES */
json_t *json_problem(const struct veto_history_problem *problem);
json_t *json_vote(struct build *build, const struct veto_history_vote *vote);

/* Adds "votes", "adopted", "vetoed" and "failed" to an object, and returns it. */
json_t *json_add_outcomes(struct build *build, json_t *object,
                          const struct veto_outcomes *outcomes);
