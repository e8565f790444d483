/* Two files of recorded votes held against each other. */
#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "words/words.h"

static const char *const sides[] = {"first", "second"};

/* ---- the page ---- */

static void add_sum(struct page *page, const struct veto_history_comparison *comparison) {
    page_title(page, "Two files of recorded votes");
    for (int i = 0; i < 2; i++) {
        const struct veto_history *history = comparison->checks[i]->history;
        const char *limits = history_layout_limits(history->layout);
        page_say(page, 0, "The %s: %s, %zu vote%s, in the layout of %s.%s%s", sides[i],
                 history->name, history->count, text_plural(history->count),
                 history_layout_name(history->layout), *limits ? " " : "", limits);
    }
    page_gap(page);
    page_say(page, 0,
             "In both: %zu vote%s. In the first only: %zu. In the second only: "
             "%zu. Differences: %zu, of which 'check' of one file suspects %zu.",
             comparison->matched, text_plural(comparison->matched), comparison->only_count[0],
             comparison->only_count[1], comparison->difference_count, comparison->suspected);
}

/* "in 3 votes China: abstain in the first, not_participating in the second" */
static const char *group_words(struct arena *arena,
                               const struct veto_history_difference_group *group) {
    const struct veto_history_difference *first = group->all;
    const char *votes =
        arena_printf(arena, "in %zu vote%s", group->count, text_plural(group->count));
    if (first->kind == VETO_DIFFERS_BALLOT)
        return arena_printf(arena, "%s the ballot of %s: %s in the first file, %s in the second",
                            votes, words_name(arena, veto_state_name(first->member)),
                            first->texts[0], first->texts[1]);
    if (first->kind == VETO_DIFFERS_OUTCOME)
        return arena_printf(arena, "%s: %s in the first file, %s in the second", votes,
                            first->texts[0], first->texts[1]);
    return first->clause ? arena_printf(arena, "%s %s", votes, first->clause) : votes;
}

static const char *remark(struct arena *arena, const struct veto_history_difference *difference) {
    const char *text = "";
    for (int i = 0; i < 2; i++) {
        if (difference->inferred[i])
            text = arena_printf(arena, "%s; inferred in the %s", text, sides[i]);
        if (difference->suspected[i])
            text = arena_printf(arena, "%s; suspected in the %s", text, sides[i]);
    }
    return text;
}

static void add_differences(struct page *page, const struct veto_history_comparison *comparison) {
    page_section(page, "Differences");
    if (comparison->difference_count == 0)
        page_item(page, ROLE_PLAIN, 1, "None found.");
    for (size_t i = 0; i < comparison->group_count; i++) {
        const struct veto_history_difference_group *group = &comparison->groups[i];
        page_itemf(page, ROLE_PLAIN, 1, "%s: %s", veto_difference_word(group->all->kind),
                   group_words(page->arena, group));
        for (size_t j = 0; j < group->count; j++) {
            const struct veto_history_difference *difference = &group->all[j];
            const struct veto_history_vote *vote = difference->votes[0];
            bool told =
                difference->kind == VETO_DIFFERS_BALLOT || difference->kind == VETO_DIFFERS_OUTCOME;
            page_itemf(page, ROLE_PLAIN, 2, "%s%s%s (rows %u and %u)%s%s%s%s%s",
                       history_symbol(vote), *vote->date_text ? ", " : "", vote->date_text,
                       vote->row, difference->votes[1]->row, told ? "" : ": ",
                       told ? "" : difference->texts[0], told ? "" : " | ",
                       told ? "" : difference->texts[1], remark(page->arena, difference));
        }
    }
}

static void add_only(struct page *page, const struct veto_history_comparison *comparison,
                     int side) {
    if (comparison->only_count[side] == 0)
        return;
    page_section(page, "In the %s only: %zu", sides[side], comparison->only_count[side]);
    for (size_t i = 0; i < comparison->only_count[side]; i++) {
        const struct veto_history_vote *vote = comparison->only[side][i];
        page_itemf(page, ROLE_PLAIN, 1, "%s: %s", history_dated(page->arena, vote),
                   history_outcome(vote->recorded));
    }
}

/* ---- CSV ---- */

static void add_comparison_data(struct page *page,
                                const struct veto_history_comparison *comparison) {
    struct page_table *table = page_data(page, "kind", "symbol", "date", "member", "first",
                                         "second", "first_row", "second_row", "remark");
    for (size_t i = 0; i < comparison->difference_count; i++) {
        const struct veto_history_difference *difference = &comparison->differences[i];
        const struct veto_history_vote *vote = difference->votes[0];
        const char *said = remark(page->arena, difference);
        table_texts(table, veto_difference_word(difference->kind), vote->symbol, vote->date_text,
                    difference->member, difference->texts[0], difference->texts[1],
                    page_count(page, vote->row), page_count(page, difference->votes[1]->row),
                    *said ? said + 2 : said); /* without the semicolon before it */
    }
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < comparison->only_count[side]; i++) {
            const struct veto_history_vote *vote = comparison->only[side][i];
            const char *row = page_count(page, vote->row);
            table_texts(table, side == 0 ? "only_first" : "only_second", vote->symbol,
                        vote->date_text, NULL, NULL, NULL, side == 0 ? row : NULL,
                        side == 0 ? NULL : row);
        }
}

static void build_comparison_page(struct page *page, const void *context) {
    const struct veto_history_comparison *comparison = context;
    add_sum(page, comparison);
    add_differences(page, comparison);
    add_only(page, comparison, 0);
    add_only(page, comparison, 1);
    add_comparison_data(page, comparison);
}

/* ---- JSON ---- */

static json_t *json_only(struct build *build, const struct veto_history_comparison *comparison,
                         int side) {
    json_t *array = json_array();
    for (size_t i = 0; i < comparison->only_count[side]; i++)
        build_push(build, array, json_text(comparison->only[side][i]->symbol));
    return array;
}

static json_t *build_comparison_json(struct build *build, const void *context) {
    const struct veto_history_comparison *comparison = context;
    json_t *differences = json_array();
    for (size_t i = 0; i < comparison->difference_count; i++) {
        const struct veto_history_difference *each = &comparison->differences[i];
        build_push(
            build, differences,
            json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:[I, I], s:[b, b], s:[b, b]}", "kind",
                      veto_difference_word(each->kind), "symbol", json_text(each->votes[0]->symbol),
                      "date", json_text(each->votes[0]->date_text), "member",
                      json_text(each->member), "first", json_text(each->texts[0]), "second",
                      json_text(each->texts[1]), "rows", (json_int_t)each->votes[0]->row,
                      (json_int_t)each->votes[1]->row, "inferred", each->inferred[0],
                      each->inferred[1], "suspected", each->suspected[0], each->suspected[1]));
    }
    return json_pack("{s:s, s:s, s:I, s:o, s:o, s:I, s:o}", "first",
                     comparison->checks[0]->history->name, "second",
                     comparison->checks[1]->history->name, "matched",
                     (json_int_t)comparison->matched, "only_first", json_only(build, comparison, 0),
                     "only_second", json_only(build, comparison, 1), "suspected",
                     (json_int_t)comparison->suspected, "differences", differences);
}

const struct report report_compare = {build_comparison_page, build_comparison_json, 0, 0};
