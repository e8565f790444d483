/* Votes of a record, and what they are about, as a table, CSV and JSON. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "history/record.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "report/roles.h"

enum { WIDEST = 100 };

enum { RESULTS = VOTE_NAMES, TOPIC = RESULTS + VOTE_RESULTS, COLUMNS };

/* Who looks for a member is told how often its ballot is not what the file has in its place: as
 * inferred, or because sources have another. */
static void add_inferred(struct page *page, const struct votes_subject *subject) {
    static const char *const says[] = {
        "In %zu of them the ballot of %s is inferred: 'check' says from what.",
        "In %zu of them the file has another ballot of %s: 'show' says which, and names the source.",
    };
    const char *member = subject->filter->member;
    size_t counts[2] = {0, 0};
    for (size_t i = 0; member && i < subject->history->count; i++) {
        const struct veto_history_vote *vote = &subject->history->votes[i];
        const struct veto_history_ballot *ballot = ballot_of(vote, member);
        if (ballot && ballot->origin != VETO_BALLOT_STATED &&
            veto_history_matches(vote, subject->filter))
            counts[ballot->origin == VETO_BALLOT_CORRECTED]++;
    }
    for (int i = 0; i < 2; i++)
        if (counts[i] > 0)
            page_say(page, 0, says[i], counts[i], member);
}

/* Who found nothing is told what the file cannot have, and what a word is looked for in. */
static void add_limits(struct page *page, const struct votes_subject *subject) {
    enum veto_history_layout layout = subject->history->layout;
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(layout));
    if (subject->filter->name)
        page_say(
            page, 0,
            "A vote goes by a symbol, the number of a resolution, a meeting, a day or a month, "
            "or by a topic: 'topics' lists them.");
    if (subject->filter->text)
        page_paragraph(
            page, ROLE_PLAIN, 0,
            layout == VETO_UNDL
                ? "Titles tell what a resolution is about, and agenda items are searched as "
                  "well. --topic takes the words of both: 'topics' lists them."
                : "Titles of adopted resolutions tell what they are about, those of other drafts "
                  "only the agenda item, as 'The situation in the Middle East'. --topic takes "
                  "the words of both: 'topics' lists them.");
}

static void build_list_page(struct page *page, const void *context) {
    const struct votes_subject *subject = context;
    const struct veto_history *history = subject->history;
    page_titlef(page, "Recorded votes%s", history_choice(page->arena, subject->filter));
    page_gap(page);
    struct page_column *columns = history_columns(page->arena, COLUMNS, 0, RESULTS);
    columns[VOTE_DATE] = (struct page_column){.key = "date", .head = {"date"}, .least = 12};
    columns[RESULTS + VOTE_BRIEF].least = 11;
    columns[RESULTS + VOTE_TITLE].head[0] = "on";
    columns[TOPIC] = (struct page_column){.key = "topic", .audience = FOR_DATA};
    struct page_table *table = page_table(page, columns, COLUMNS);
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (!veto_history_matches(vote, subject->filter))
            continue;
        struct page_cell *row = table_row(table);
        history_fill_vote(table->arena, row, row + RESULTS, vote);
        row[TOPIC].text = veto_history_topic(vote)->id;
    }
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

/* ---- topics, with how many votes each has ---- */

enum { MOST_TOPICS = 64 };

static size_t count_topics(const struct votes_subject *subject,
                           struct veto_outcomes counts[MOST_TOPICS]) {
    const struct veto_history *history = subject->history;
    size_t votes = 0, topics;
    const struct veto_topic *first = veto_topics(&topics);
    memset(counts, 0, MOST_TOPICS * sizeof *counts);
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (!veto_history_matches(vote, subject->filter))
            continue;
        struct veto_outcomes *of = &counts[veto_history_topic(vote) - first];
        of->votes++;
        if (vote->recorded < VETO_OUTCOMES)
            of->by[vote->recorded]++;
        votes++;
    }
    return votes;
}

#define COUNTED(name)                                                                              \
    { .key = (name), .head = {name}, .type = COLUMN_COUNT, .right = true }

static void add_topics(struct page *page, const struct veto_outcomes counts[MOST_TOPICS]) {
    enum { ID, NAME, VOTES, ADOPTED, VETOED, FAILED, WORDS, FIELDS };
    static const struct page_column heads[FIELDS] = {
        [ID] = {.key = "topic", .head = {"topic"}},
        [NAME] = {.key = "name", .audience = FOR_DATA},
        [VOTES] = COUNTED("votes"),
        [ADOPTED] = COUNTED("adopted"),
        [VETOED] = COUNTED("vetoed"),
        [FAILED] = COUNTED("failed"),
        [WORDS] = {.key = "words", .head = {"words"}},
    };
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    struct page_table *table = page_table_with(page, heads, FIELDS, .headed = true);
    for (size_t i = 0; i < count; i++) {
        struct page_cell *row = table_row(table);
        row[ID].text = topics[i].id;
        row[NAME].text = topics[i].name;
        history_fill_outcomes(page, row + VOTES, &counts[i]);
        row[WORDS].text = *topics[i].words ? topics[i].words : "none of these";
        row[WORDS].data = topics[i].words;
    }
}

static void build_topics_page(struct page *page, const void *context) {
    const struct votes_subject *subject = context;
    struct veto_outcomes counts[MOST_TOPICS];
    size_t votes = count_topics(subject, counts);
    page_titlef(page, "Topics of recorded votes%s", history_choice(page->arena, subject->filter));
    page_say(page, 0,
             "%zu vote%s. A vote is on the first topic of which its title, or else its "
             "agenda item, has a word; one that ends in * may go on.",
             votes, text_plural(votes));
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(subject->history->layout));
    page_gap(page);
    add_topics(page, counts);
}

static json_t *build_topics_json(struct build *build, const void *context) {
    struct veto_outcomes counts[MOST_TOPICS];
    size_t votes = count_topics(context, counts), count;
    const struct veto_topic *topics = veto_topics(&count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *words = json_array();
        for (const char *word = topics[i].words; *word; word += strspn(word, ", ")) {
            build_push(build, words, json_stringn(word, strcspn(word, ",")));
            word += strcspn(word, ",");
        }
        json_t *topic = json_pack("{s:s, s:s, s:o}", "id", topics[i].id, "name", topics[i].name,
                                  "words", words);
        build_push(build, array, json_add_outcomes(build, topic, &counts[i]));
    }
    return json_pack("{s:I, s:o}", "votes", (json_int_t)votes, "topics", array);
}

const struct report report_topics = {build_topics_page, build_topics_json, 0, WIDEST};
