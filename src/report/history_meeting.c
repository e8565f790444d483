/* The votes of one meeting, in their order, and who voted how. */
#include <string.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "report/roles.h"
#include "words/words.h"

enum { WIDEST = 100 };

/* ---- what each was on ---- */

static const char *on_what(struct arena *arena, const struct veto_history_item *item) {
    static const char *const words[VETO_PARTS] = {
        [VETO_PART_WHOLE] = "draft",
        [VETO_PART_AMENDMENT] = "amendment",
        [VETO_PART_PARAGRAPH] = "part",
        [VETO_PART_UNTOLD] = "not told",
    };
    return item->of ? arena_printf(arena, "%s of %s", words[item->part], history_symbol(item->of))
                    : words[item->part];
}

enum {
    NUMBER,
    NAMES,
    WHAT = NAMES + VOTE_NAMES,
    PART,
    OF,
    RESULTS,
    COLUMNS = RESULTS + VOTE_RESULTS
};

static void add_meeting_votes(struct page *page, const struct veto_history_meeting *meeting) {
    struct arena *arena = page->arena;
    struct page_column *columns = history_columns(arena, COLUMNS, NAMES, RESULTS);
    columns[NUMBER] = (struct page_column){.key = "number", .head = {"#"}, .type = COLUMN_COUNT};
    columns[WHAT].head[0] = "on what";
    columns[PART] = (struct page_column){.key = "part", .audience = FOR_DATA};
    columns[OF] = (struct page_column){.key = "of", .audience = FOR_DATA};
    struct page_table *table = page_table_with(page, columns, COLUMNS, .headed = true);
    for (size_t i = 0; i < meeting->count; i++) {
        const struct veto_history_item *item = &meeting->items[i];
        struct page_cell *row = table_row(table);
        history_fill_vote(arena, row + NAMES, row + RESULTS, item->vote);
        row[NUMBER].text = page_count(page, i + 1);
        row[WHAT].text = on_what(arena, item);
        row[PART].text = veto_history_part_word(item->part);
        row[OF].text = item->of ? item->of->symbol : NULL;
    }
}

/* ---- who voted how ---- */

static void fill_ballot(struct page_cell *cell, const struct veto_history_seating *seating,
                        const char *code) {
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (strcmp(seating->composition.seats[i].code, code) == 0 &&
            !veto_set_has(seating->unknown, i))
            *cell = (struct page_cell){.text = words_badge(seating->ballots[i]),
                                       .data = veto_ballot_word(seating->ballots[i]),
                                       .role = role_of_ballot(seating->ballots[i])};
}

/* A column a vote, and a row a member: of those that sat at the first vote. */
static void add_meeting_roll_call(struct page *page, const struct veto_history_meeting *meeting) {
    struct arena *arena = page->arena;
    struct veto_composition council;
    if (!veto_composition_of(meeting->items[0].vote->date, &council))
        return;
    struct page_column *columns = arena_array(arena, struct page_column, meeting->count + 1);
    columns[0] = (struct page_column){.key = "member", .head = {"member"}};
    for (size_t i = 1; i <= meeting->count; i++) {
        const char *number = page_count(page, i);
        columns[i] = (struct page_column){.key = number, .head = {number}};
    }
    page_section(page, "Who voted how");
    struct page_table *table = page_table_with(page, columns, meeting->count + 1, .indent = 1,
                                               .headed = true, .parted = true);
    for (unsigned i = 0; i < council.count; i++)
        table_texts(table, council.seats[i].name)[0].data =
            arena_copy(arena, council.seats[i].code, 3);
    for (size_t i = 0; i < meeting->count; i++) {
        struct veto_history_seating seating;
        if (meeting->items[i].vote->without_vote ||
            !veto_history_seat(meeting->items[i].vote, &seating))
            continue;
        for (unsigned j = 0; j < council.count; j++)
            fill_ballot(&table->cells[j * table->column_count + i + 1], &seating,
                        council.seats[j].code);
    }
    page_gap(page);
    page_say(page, 0, "Y+ in favour, N- against, A= abstaining, / not participating, x absent.");
}

/* ---- the page ---- */

static void add_remarks(struct page *page, const struct veto_history_meeting *meeting) {
    bool untold = false, of_none = false;
    for (size_t i = 0; i < meeting->count; i++) {
        const struct veto_history_item *item = &meeting->items[i];
        untold = untold || item->part == VETO_PART_UNTOLD;
        of_none =
            of_none ||
            (!item->of && (item->part == VETO_PART_AMENDMENT || item->part == VETO_PART_PARAGRAPH));
    }
    if (untold)
        page_say(
            page, 0,
            "not told: one of several votes on the same draft, on a part of it, an amendment or "
            "the whole; the file does not say which.");
    if (of_none)
        page_say(page, 0, "Of an amendment or a part alone the file does not say of which draft.");
    for (size_t i = 0; i < meeting->count; i++)
        history_corrected(page, meeting->items[i].vote, true);
}

static void build_of_meeting_page(struct page *page, const void *context) {
    const struct votes_of_meeting *subject = context;
    const struct veto_history_meeting *meeting = subject->meeting;
    const struct veto_history_vote *first = meeting->items[0].vote;
    struct arena *arena = page->arena;
    page_titlef(page, "%s, %s", meeting->symbol ? meeting->symbol : "Votes of one day",
                history_date(arena, first));
    page_paragraph(page, ROLE_PLAIN, 0,
                   meeting->count == 1 ? "1 vote."
                                       : arena_printf(arena, "%zu votes, in the order of the file.",
                                                      meeting->count));
    if (!meeting->symbol)
        page_say(page, 0,
                 "The file names no meeting for them: there may have been more than one that day.");
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(subject->history->layout));
    page_gap(page);
    add_meeting_votes(page, meeting);
    page_gap(page);
    add_remarks(page, meeting);
    add_meeting_roll_call(page, meeting);
}

/* ---- JSON ---- */

static json_t *build_of_meeting_json(struct build *build, const void *context) {
    const struct votes_of_meeting *subject = context;
    const struct veto_history_meeting *meeting = subject->meeting;
    json_t *votes = json_array();
    for (size_t i = 0; i < meeting->count; i++) {
        const struct veto_history_item *item = &meeting->items[i];
        json_t *vote = json_vote(build, item->vote);
        build_set(build, vote, "part", json_string(veto_history_part_word(item->part)));
        build_set(build, vote, "of", json_text(item->of ? item->of->symbol : NULL));
        build_push(build, votes, vote);
    }
    return json_pack("{s:o, s:o, s:o, s:b}", "meeting", json_text(meeting->symbol), "date",
                     json_text(meeting->items[0].vote->date_text), "votes", votes, "adopted_only",
                     subject->history->layout == VETO_UNDL);
}

const struct report report_of_meeting = {build_of_meeting_page, build_of_meeting_json, 0, WIDEST};
