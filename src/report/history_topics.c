/* What recorded votes are about: the table of topics, with how many votes each has. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/history_parts.h"

enum { WIDEST = 100, MOST_TOPICS = 64 };

/* The votes of one topic, by outcome; VETO_OUTCOMES: all. */
struct topic_counts {
    size_t votes[VETO_OUTCOMES + 1];
};

static size_t count_topics(const struct votes_subject *subject,
                           struct topic_counts counts[MOST_TOPICS]) {
    const struct veto_history *history = subject->history;
    size_t votes = 0, topics;
    const struct veto_topic *first = veto_topics(&topics);
    memset(counts, 0, MOST_TOPICS * sizeof *counts);
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (!veto_history_matches(vote, subject->filter))
            continue;
        size_t *of = counts[veto_history_topic(vote) - first].votes;
        of[VETO_OUTCOMES]++;
        if (vote->recorded < VETO_OUTCOMES)
            of[vote->recorded]++;
        votes++;
    }
    return votes;
}

/* ---- the page ---- */

#define COUNTED(name)                                                                              \
    { .key = (name), .head = {name}, .type = COLUMN_COUNT, .right = true }

static void add_topics(struct page *page, const struct topic_counts counts[MOST_TOPICS]) {
    enum { ID, NAME, VOTES, ADOPTED, VETOED, FAILED, WORDS, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [ID] = {.key = "topic", .head = {"topic"}},
        [NAME] = {.key = "name", .audience = FOR_DATA},
        [VOTES] = COUNTED("votes"),
        [ADOPTED] = COUNTED("adopted"),
        [VETOED] = COUNTED("vetoed"),
        [FAILED] = COUNTED("failed"),
        [WORDS] = {.key = "words", .head = {"words"}},
    };
    static const enum veto_outcome outcomes[] = {
        [VOTES] = VETO_OUTCOMES,
        [ADOPTED] = VETO_ADOPTED,
        [VETOED] = VETO_VETOED,
        [FAILED] = VETO_FAILED,
    };
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    struct page_table *table = page_table_with(page, columns, COLUMNS, .headed = true);
    for (size_t i = 0; i < count; i++) {
        struct page_cell *row = table_row(table);
        row[ID].text = topics[i].id;
        row[NAME].text = topics[i].name;
        for (int j = VOTES; j <= FAILED; j++)
            row[j].text = arena_printf(page->arena, "%zu", counts[i].votes[outcomes[j]]);
        row[WORDS].text = *topics[i].words ? topics[i].words : "none of these";
        row[WORDS].data = topics[i].words;
    }
}

static void build_topics_page(struct page *page, const void *context) {
    const struct votes_subject *subject = context;
    struct topic_counts counts[MOST_TOPICS];
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

/* ---- JSON ---- */

static json_t *json_words(struct build *build, const char *words) {
    json_t *array = json_array();
    while (*words) {
        size_t length = strcspn(words, ",");
        build_push(build, array, json_stringn(words, length));
        words += length;
        words += strspn(words, ", ");
    }
    return array;
}

static json_t *build_topics_json(struct build *build, const void *context) {
    struct topic_counts counts[MOST_TOPICS];
    size_t votes = count_topics(context, counts), count;
    const struct veto_topic *topics = veto_topics(&count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        build_push(build, array,
                   json_pack("{s:s, s:s, s:o, s:I, s:I, s:I, s:I}", "id", topics[i].id, "name",
                             topics[i].name, "words", json_words(build, topics[i].words), "votes",
                             (json_int_t)counts[i].votes[VETO_OUTCOMES], "adopted",
                             (json_int_t)counts[i].votes[VETO_ADOPTED], "vetoed",
                             (json_int_t)counts[i].votes[VETO_VETOED], "failed",
                             (json_int_t)counts[i].votes[VETO_FAILED]));
    return json_pack("{s:I, s:o}", "votes", (json_int_t)votes, "topics", array);
}

const struct report report_topics = {build_topics_page, build_topics_json, 0, WIDEST};
