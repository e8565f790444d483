#include "report/history_parts.h"

#include <string.h>

#include "base/arena.h"
#include "history/record.h"
#include "report/build.h"
#include "report/roles.h"
#include "words/words.h"

const char *history_layout_name(enum veto_history_layout layout) {
    return layout == VETO_UNDL ? "the United Nations Digital Library" : "Sciences Po";
}

const char *history_layout_limits(enum veto_history_layout layout) {
    return layout == VETO_UNDL
               ? "This file holds adopted resolutions only: what was vetoed or failed is not in it."
               : "";
}

void history_corrected(struct page *page, const struct veto_history_vote *vote, bool named) {
    struct veto_history_seating seating;
    struct arena *arena = page->arena;
    if (!veto_history_seat(vote, &seating) || !seating.corrected)
        return;
    for (unsigned i = 0; i < seating.composition.count; i++) {
        const struct veto_seat *seat = &seating.composition.seats[i];
        if (veto_set_has(seating.corrected, i))
            page_itemf(page, ROLE_PLAIN, 1, "%s%s%s.", named ? vote->symbol : "", named ? ": " : "",
                       history_known(arena, vote, ballot_of(vote, seat->code), seat->name));
    }
}

const char *history_date(struct arena *arena, const struct veto_history_vote *vote) {
    const char *date = words_date(arena, vote->date);
    return *date ? date : *vote->date_text ? vote->date_text : "no date";
}

const char *history_dated(struct arena *arena, const struct veto_history_vote *vote) {
    return arena_printf(arena, "%s, %s (row %u)", history_symbol(vote), history_date(arena, vote),
                        vote->row);
}

/* ---- a vote as a row ---- */

/* Symbols that are longer ("S/3995 (incorporating the amendment)S/3998") would take the room of all
 * titles: they are cut for readers. */
enum { LONGEST_SYMBOL = 21 };

struct page_column *history_columns(struct arena *arena, size_t count, size_t names,
                                    size_t results) {
    static const struct page_column of_names[VOTE_NAMES] = {
        [VOTE_ROW] = {.key = "row", .audience = FOR_DATA},
        [VOTE_DATE] = {.key = "date", .audience = FOR_DATA},
        [VOTE_SYMBOL] = {.key = "symbol", .head = {"symbol"}, .cut = true, .most = LONGEST_SYMBOL},
        [VOTE_DRAFT] = {.key = "draft", .audience = FOR_DATA},
        [VOTE_MEETING] = {.key = "meeting", .audience = FOR_DATA},
    };
    static const struct page_column of_results[VOTE_RESULTS] = {
        [VOTE_OUTCOME] = {.key = "outcome", .head = {"outcome"}, .type = COLUMN_OUTCOME},
        [VOTE_BRIEF] = {.head = {"votes"}},
        [VOTE_TALLY + VETO_YES] = {.key = "yes", .audience = FOR_DATA},
        [VOTE_TALLY + VETO_NO] = {.key = "no", .audience = FOR_DATA},
        [VOTE_TALLY + VETO_ABSTAIN] = {.key = "abstain", .audience = FOR_DATA},
        [VOTE_TALLY + VETO_NOT_PARTICIPATING] = {.key = "not_voting", .audience = FOR_DATA},
        [VOTE_VETOED_BY] = {.key = "vetoed_by", .audience = FOR_DATA},
        [VOTE_TITLE] = {.key = "title", .head = {"title"}, .cut = true},
        [VOTE_INFERRED] = {.key = "inferred", .audience = FOR_DATA},
    };
    struct page_column *columns = arena_array(arena, struct page_column, count);
    memcpy(columns + names, of_names, sizeof of_names);
    memcpy(columns + results, of_results, sizeof of_results);
    return columns;
}

void history_fill_vote(struct arena *arena, struct page_cell *names, struct page_cell *cells,
                       const struct veto_history_vote *vote) {
    unsigned tally[VETO_BALLOTS];
    bool known = history_tally(vote, tally);
    names[VOTE_ROW].text = arena_printf(arena, "%u", vote->row);
    names[VOTE_DATE].text = vote->date_text;
    names[VOTE_SYMBOL] = (struct page_cell){.text = history_symbol(vote), .data = vote->symbol};
    names[VOTE_DRAFT].text = vote->draft;
    names[VOTE_MEETING].text = vote->meeting;
    cells[VOTE_OUTCOME] = (struct page_cell){
        .text = history_brief_outcome(arena, vote),
        .data = vote->recorded == VETO_OUTCOMES ? "" : veto_outcome_word(vote->recorded),
        .role = role_of_outcome(vote->recorded),
    };
    cells[VOTE_BRIEF].text = history_brief_tally(arena, vote);
    for (int i = VETO_YES; known && i <= VETO_NOT_PARTICIPATING; i++)
        cells[VOTE_TALLY + i].text = arena_printf(arena, "%u", tally[i]);
    cells[VOTE_VETOED_BY].text = history_vetoers(arena, vote, " ");
    cells[VOTE_TITLE] =
        (struct page_cell){.text = history_brief_title(arena, vote->title), .data = vote->title};
    cells[VOTE_INFERRED].text = history_inferred(arena, vote);
}

void history_fill_outcomes(struct page *page, struct page_cell *cells,
                           const struct veto_outcomes *outcomes) {
    cells[0].text = page_count(page, outcomes->votes);
    for (int i = VETO_ADOPTED; i <= VETO_FAILED; i++)
        cells[1 + i].text = page_count(page, outcomes->by[i]);
}

/* ---- JSON ---- */

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

static json_t *json_ballots(struct build *build, const struct veto_history_vote *vote) {
    json_t *object = json_object();
    for (unsigned i = 0; !vote->without_vote && i < vote->ballot_count; i++) {
        unsigned char ballot = vote->ballots[i].ballot;
        json_t *word = ballot < VETO_BALLOTS
                           ? json_string(veto_ballot_word((enum veto_ballot)ballot))
                           : json_null();
        build_set(build, object, vote->ballots[i].code, word);
    }
    return object;
}

static json_t *json_inferred(struct build *build, const struct veto_history_vote *vote) {
    static const char *const origins[] = {
        [VETO_BALLOT_MOVED] = "moved",         [VETO_BALLOT_IMPLIED] = "implied",
        [VETO_BALLOT_SETTLED] = "settled",     [VETO_BALLOT_REPLACED] = "replaced",
        [VETO_BALLOT_CORRECTED] = "corrected",
    };
    json_t *array = json_array();
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        const struct veto_history_ballot *ballot = &vote->ballots[i];
        if (ballot->origin == VETO_BALLOT_STATED)
            continue;
        json_t *object = json_pack("{s:s, s:s, s:o}", "member", ballot->code, "origin",
                                   origins[ballot->origin], "under", json_text(ballot->under));
        if (ballot->origin == VETO_BALLOT_CORRECTED) {
            const struct veto_known_ballot *known = veto_history_known(vote, ballot->code);
            build_set(build, object, "file",
                      json_string(veto_ballot_word((enum veto_ballot)ballot->stated)));
            build_set(build, object, "source", json_string(known->source));
            build_set(build, object, "one_source", json_boolean(known->one_source));
        }
        build_push(build, array, object);
    }
    return array;
}

static json_t *json_vetoers(struct build *build, const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    veto_set set = history_veto(vote, &seating);
    json_t *array = json_array();
    for (unsigned i = 0; set && i < seating.composition.count; i++)
        if (veto_set_has(set, i))
            build_push(build, array, json_string(seating.composition.seats[i].code));
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

json_t *json_vote(struct build *build, const struct veto_history_vote *vote) {
    return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o, s:o, s:o, s:s, s:s}", "row",
                     (json_int_t)vote->row, "date", json_text(vote->date_text), "symbol",
                     json_text(vote->symbol), "draft", json_text(vote->draft), "meeting",
                     json_text(vote->meeting), "outcome", json_outcome(vote->recorded),
                     "without_vote", vote->without_vote, "totals", json_totals(vote), "vetoed_by",
                     json_vetoers(build, vote), "ballots", json_ballots(build, vote), "inferred",
                     json_inferred(build, vote), "title", vote->title, "topic",
                     veto_history_topic(vote)->id);
}

json_t *json_add_outcomes(struct build *build, json_t *object,
                          const struct veto_outcomes *outcomes) {
    build_set(build, object, "votes", json_integer((json_int_t)outcomes->votes));
    for (int i = VETO_ADOPTED; i <= VETO_FAILED; i++)
        build_set(build, object, veto_outcome_word((enum veto_outcome)i),
                  json_integer((json_int_t)outcomes->by[i]));
    return object;
}
