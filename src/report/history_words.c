#include "report/history_words.h"

#include <string.h>

#include "report/history.h"
#include "report/words.h"

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

const char *history_outcome(enum veto_outcome outcome) {
    return outcome == VETO_OUTCOMES ? "not known" : words_outcome(outcome);
}

bool history_tally(const struct veto_history_vote *vote, unsigned tally[VETO_BALLOTS]) {
    unsigned unknown = 0;
    memset(tally, 0, VETO_BALLOTS * sizeof *tally);
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        if (vote->ballots[i].ballot < VETO_BALLOTS)
            tally[vote->ballots[i].ballot]++;
        else
            unknown++;
    }
    bool stated = true;
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++) {
        if (vote->totals[i] >= 0)
            tally[i] = (unsigned)vote->totals[i];
        stated = stated && vote->totals[i] >= 0;
    }
    return stated || (unknown == 0 && vote->ballot_count > 0);
}

bool history_concerns(const struct veto_history_problem *problem,
                      const struct veto_history_vote *vote) {
    return problem->row == vote->row ||
           (*vote->symbol && strcmp(problem->symbol, vote->symbol) == 0 &&
            strcmp(problem->date, vote->date_text) == 0);
}

/* The seats are those of permanent members whose "no" was the veto. */
static veto_set vetoers(const struct veto_history_vote *vote,
                        struct veto_history_seating *seating) {
    veto_set set = 0;
    if (vote->recorded != VETO_VETOED || !veto_history_seat(vote, seating))
        return set;
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (seating->composition.seats[i].permanent && seating->ballots[i] == VETO_NO &&
            !veto_set_has(seating->unknown, i))
            set |= veto_set_of(i);
    return set;
}

char *history_vetoers(struct arena *arena, const struct veto_history_vote *vote,
                      const char *between) {
    struct veto_history_seating seating;
    veto_set set = vetoers(vote, &seating);
    char *text = arena_copy(arena, "", 0);
    for (unsigned i = 0; set && i < seating.composition.count; i++)
        if (veto_set_has(set, i))
            text = arena_printf(arena, "%s%s%s", text, *text ? between : "",
                                seating.composition.seats[i].code);
    return text;
}

const char *history_symbol(const struct veto_history_vote *vote) {
    return *vote->symbol ? vote->symbol : "(no symbol)";
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
    veto_set set = vetoers(vote, &seating);
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
