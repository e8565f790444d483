/* Votes of a record: a table, CSV and JSON. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "report/roles.h"

enum { WIDEST = 100 };

enum { RESULTS = VOTE_NAMES, TOPIC = RESULTS + VOTE_RESULTS, COLUMNS };

static const struct page_column columns[COLUMNS] = {
    [VOTE_ROW] = {.key = "row", .audience = FOR_DATA},
    [VOTE_DATE] = {.key = "date", .head = {"date"}, .least = 12},
    [VOTE_SYMBOL] = {.key = "symbol", .head = {"symbol"}, .cut = true, .most = VOTE_LONGEST_SYMBOL},
    [VOTE_DRAFT] = {.key = "draft", .audience = FOR_DATA},
    [VOTE_MEETING] = {.key = "meeting", .audience = FOR_DATA},
    [RESULTS + VOTE_OUTCOME] = {.key = "outcome", .head = {"outcome"}, .type = COLUMN_OUTCOME},
    [RESULTS + VOTE_BRIEF] = {.head = {"votes"}, .least = 11},
    [RESULTS + VOTE_TALLY + VETO_YES] = {.key = "yes", .audience = FOR_DATA},
    [RESULTS + VOTE_TALLY + VETO_NO] = {.key = "no", .audience = FOR_DATA},
    [RESULTS + VOTE_TALLY + VETO_ABSTAIN] = {.key = "abstain", .audience = FOR_DATA},
    [RESULTS + VOTE_TALLY + VETO_NOT_PARTICIPATING] = {.key = "not_voting", .audience = FOR_DATA},
    [RESULTS + VOTE_VETOED_BY] = {.key = "vetoed_by", .audience = FOR_DATA},
    [RESULTS + VOTE_TITLE] = {.key = "title", .head = {"on"}, .cut = true},
    [RESULTS + VOTE_INFERRED] = {.key = "inferred", .audience = FOR_DATA},
    [TOPIC] = {.key = "topic", .audience = FOR_DATA},
};

static void add_list_vote(struct page_table *table, const struct veto_history_vote *vote) {
    struct page_cell *row = table_row(table);
    history_fill_names(table->arena, row, vote);
    history_fill_results(table->arena, row + RESULTS, vote);
    row[TOPIC].text = veto_history_topic(vote)->id;
}

/* How often a member's ballot in the votes listed is not what the file has in its place: because
 * sources have another, or else as inferred. */
static size_t count_origins(const struct votes_subject *subject, bool corrected) {
    const char *member = subject->filter->member;
    size_t count = 0;
    for (size_t i = 0; i < subject->history->count; i++) {
        const struct veto_history_vote *vote = &subject->history->votes[i];
        if (!veto_history_matches(vote, subject->filter))
            continue;
        for (unsigned j = 0; j < vote->ballot_count; j++)
            count += strcmp(vote->ballots[j].code, member) == 0 &&
                     vote->ballots[j].origin != VETO_BALLOT_STATED &&
                     (vote->ballots[j].origin == VETO_BALLOT_CORRECTED) == corrected;
    }
    return count;
}

/* Who looks for a member is told where its ballot is not what the file has in its place. */
static void add_inferred(struct page *page, const struct votes_subject *subject) {
    static const char *const says[] = {
        "In %zu of them the ballot of %s is inferred: 'check' says from what.",
        "In %zu of them the file has another ballot of %s: 'show' says which, and names the source.",
    };
    const char *member = subject->filter->member;
    for (int corrected = 0; member && corrected < 2; corrected++) {
        size_t count = count_origins(subject, corrected == 1);
        if (count > 0)
            page_say(page, 0, says[corrected], count, member);
    }
}

/* Who found nothing is told what the file cannot have, and what a word is looked for in. */
static void add_limits(struct page *page, const struct votes_subject *subject) {
    enum veto_history_layout layout = subject->history->layout;
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(layout));
    if (subject->filter->name)
        page_say(
            page, 0,
            "A vote goes by a symbol, the number of a resolution, a meeting, a day or a month, or by a topic: 'topics' lists them.");
    if (subject->filter->text)
        page_paragraph(page, ROLE_PLAIN, 0, history_layout_titles(layout));
}

static void build_list_page(struct page *page, const void *context) {
    const struct votes_subject *subject = context;
    const struct veto_history *history = subject->history;
    page_titlef(page, "Recorded votes%s", history_choice(page->arena, subject->filter));
    page_gap(page);
    struct page_table *table = page_table(page, columns, COLUMNS);
    for (size_t i = 0; i < history->count; i++)
        if (veto_history_matches(&history->votes[i], subject->filter))
            add_list_vote(table, &history->votes[i]);
    table->headed = table->row_count > 0;
    if (table->row_count > 0)
        page_gap(page);
    page_say(page, 0, "%zu vote%s", table->row_count, text_plural(table->row_count));
    if (table->row_count == 0)
        add_limits(page, subject);
    add_inferred(page, subject);
}

static json_t *build_list_json(struct build *build, const void *context) {
    const struct votes_subject *subject = context;
    json_t *votes = json_array();
    for (size_t i = 0; i < subject->history->count; i++)
        if (veto_history_matches(&subject->history->votes[i], subject->filter))
            build_push(build, votes, json_vote(build, &subject->history->votes[i]));
    return votes;
}

const struct report report_votes = {build_list_page, build_list_json, 0, WIDEST};
