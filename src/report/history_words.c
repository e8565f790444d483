#include "report/history_words.h"

#include <string.h>

#include "report/history.h"

struct page page_open(FILE *file, const struct text_options *options) {
    return (struct page){
        .prose = {.file = file,
                  .columns = options->columns ? options->columns : 80,
                  .color = options->color,
                  .ascii = options->ascii},
    };
}

enum veto_status page_close(struct page *page, bool done) {
    arena_free(&page->arena);
    return done ? VETO_OK : VETO_SYSTEM;
}

const char *history_layout_name(enum veto_history_layout layout) {
    return layout == VETO_UNDL ? "the United Nations Digital Library" : "Sciences Po";
}

const char *history_layout_limits(enum veto_history_layout layout) {
    return layout == VETO_UNDL ? "This file holds adopted resolutions only: what was vetoed or "
                                 "failed is not in it."
                               : "";
}

bool history_concerns(const struct veto_history_problem *problem,
                      const struct veto_history_vote *vote) {
    return problem->row == vote->row ||
           (*vote->symbol && strcmp(problem->symbol, vote->symbol) == 0 &&
            strcmp(problem->date, vote->date_text) == 0);
}

/* ---- JSON ---- */

json_t *json_with(json_t *array, json_t *item) {
    if (json_array_append_new(array, item) == 0)
        return array;
    json_decref(array);
    return NULL;
}

json_t *json_text(const char *text) {
    return text && *text ? json_string(text) : json_null();
}

json_t *json_outcome(enum veto_outcome outcome) {
    return outcome == VETO_OUTCOMES ? json_null() : json_string(veto_outcome_word(outcome));
}

json_t *json_problem(const struct veto_history_problem *problem) {
    return json_pack("{s:s, s:o, s:o, s:o, s:s, s:I}", "kind",
                     veto_history_problem_word(problem->kind), "symbol", json_text(problem->symbol),
                     "date", json_text(problem->date), "member", json_text(problem->member), "text",
                     problem->text, "row", (json_int_t)problem->row);
}

static json_t *json_ballots(const struct veto_history_vote *vote) {
    json_t *object = json_object();
    for (unsigned i = 0; object && !vote->without_vote && i < vote->ballot_count; i++) {
        unsigned char ballot = vote->ballots[i].ballot;
        json_t *word = ballot < VETO_BALLOTS
                           ? json_string(veto_ballot_word((enum veto_ballot)ballot))
                           : json_null();
        if (json_object_set_new(object, vote->ballots[i].code, word) != 0) {
            json_decref(object);
            object = NULL;
        }
    }
    return object;
}

static json_t *json_vetoers(const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    veto_set set = history_veto(vote, &seating);
    json_t *array = json_array();
    for (unsigned i = 0; set && i < seating.composition.count; i++)
        if (veto_set_has(set, i))
            array = json_with(array, json_string(seating.composition.seats[i].code));
    return array;
}

static json_t *json_totals(const struct veto_history_vote *vote) {
    unsigned tally[VETO_BALLOTS];
    if (!history_tally(vote, tally))
        return json_null();
    return json_pack("{s:i, s:i, s:i, s:i}", "yes", (int)tally[VETO_YES], "no", (int)tally[VETO_NO],
                     "abstain", (int)tally[VETO_ABSTAIN], "not_voting",
                     (int)tally[VETO_NOT_PARTICIPATING]);
}

json_t *json_vote(const struct veto_history_vote *vote) {
    return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o, s:o, s:s}", "row",
                     (json_int_t)vote->row, "date", json_text(vote->date_text), "symbol",
                     json_text(vote->symbol), "draft", json_text(vote->draft), "meeting",
                     json_text(vote->meeting), "outcome", json_outcome(vote->recorded),
                     "without_vote", vote->without_vote, "totals", json_totals(vote), "vetoed_by",
                     json_vetoers(vote), "ballots", json_ballots(vote), "title", vote->title);
}

enum veto_status json_finish(FILE *file, json_t *value) {
    bool written = value && json_dumpf(value, file, JSON_INDENT(2)) == 0;
    json_decref(value);
    return written && fputc('\n', file) != EOF ? VETO_OK : VETO_SYSTEM;
}
