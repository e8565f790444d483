#include "report/history_parts.h"

#include <string.h>

#include "base/arena.h"
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

const char *history_layout_titles(enum veto_history_layout layout) {
    return layout == VETO_UNDL
               ? "Titles tell what a resolution is about, and agenda items are searched as well. --topic takes the words of both: 'topics' lists them."
               : "Titles of adopted resolutions tell what they are about, those of other drafts only the agenda item, as 'The situation in the Middle East'. --topic takes the words of both: 'topics' lists them.";
}

bool history_is_next_vote(const struct veto_history_cause *cause, size_t problem) {
    return problem == 0 || cause->kind == VETO_PROBLEM_MISSING ||
           cause->problems[problem]->vote != cause->problems[problem - 1]->vote;
}

static const struct veto_history_ballot *ballot_of_seat(const struct veto_history_vote *vote,
                                                        const char *code) {
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if (strcmp(vote->ballots[i].code, code) == 0)
            return &vote->ballots[i];
    return NULL;
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
                       history_known(arena, vote, ballot_of_seat(vote, seat->code), seat->name));
    }
}

const char *history_date(struct arena *arena, const struct veto_history_vote *vote) {
    const char *date = words_date(arena, vote->date);
    return *date ? date : *vote->date_text ? vote->date_text : "no date";
}

/* ---- a vote as a row ---- */

void history_fill_names(struct arena *arena, struct page_cell *cells,
                        const struct veto_history_vote *vote) {
    cells[VOTE_ROW].text = arena_printf(arena, "%u", vote->row);
    cells[VOTE_DATE].text = vote->date_text;
    cells[VOTE_SYMBOL] = (struct page_cell){.text = history_symbol(vote), .data = vote->symbol};
    cells[VOTE_DRAFT].text = vote->draft;
    cells[VOTE_MEETING].text = vote->meeting;
}

void history_fill_results(struct arena *arena, struct page_cell *cells,
                          const struct veto_history_vote *vote) {
    unsigned tally[VETO_BALLOTS];
    bool known = history_tally(vote, tally);
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
