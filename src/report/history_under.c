/* The record by other rules. */
#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "words/words.h"

enum { YEAR = 9, NAME = 20, FIGURE = 11 };

/* A column of figures. */
#define FIGURES(name, title)                                                                       \
    {                                                                                              \
        .key = (name), .head = {title}, .type = COLUMN_COUNT, .least = FIGURE, .gap = 1,           \
        .right = true                                                                              \
    }

static struct page_table *add_table(struct page *page, const struct page_column *columns,
                                    size_t count) {
    return page_table_with(page, columns, count, .indent = 1, .headed = true);
}

/* ---- the sum ---- */

static size_t sole_vetoes(const struct veto_history_under *under) {
    size_t sum = 0;
    for (size_t i = 0; i < under->vetoer_count; i++)
        sum += under->vetoers[i].alone;
    return sum;
}

static size_t still_blocked(const struct veto_history_under *under) {
    size_t left = under->recorded[VETO_VETOED];
    for (size_t i = 0; i < under->change_count; i++)
        left -= under->changes[i].from == VETO_VETOED && under->changes[i].to == VETO_ADOPTED;
    return left;
}

static void add_rules_outcomes(struct page *page, const struct veto_history_under *under) {
    static const struct page_column columns[] = {
        {.key = "outcome", .type = COLUMN_OUTCOME, .least = YEAR},
        FIGURES("recorded", "recorded"),
        FIGURES("under", "under"),
    };
    struct page_table *table = add_table(page, columns, 3);
    for (int i = VETO_ADOPTED; i <= VETO_FAILED; i++)
        table_texts(table, words_outcome((enum veto_outcome)i),
                    page_count(page, under->recorded[i]), page_count(page, under->under[i]));
}

static void add_rules_sum(struct page *page, const struct veto_history_under *under) {
    page_titlef(page, "%zu vote%s under %s: %s", under->votes, text_plural(under->votes),
                under->rules->name, under->rules->title);
    page_say(page, 0, "Source of the rules: %s.", under->rules->source);
    page_say(page, 0, "%s", history_layout_limits(under->history->layout));
    page_gap(page);
    add_rules_outcomes(page, under);
    page_gap(page);
    page_say(page, 0, "%zu outcome%s.", under->change_count,
             under->change_count == 1 ? " changes" : "s change");
    if (under->recorded[VETO_VETOED] > 0)
        page_say(page, 0,
                 "Of the %zu draft%s vetoed on record, one permanent member alone blocked %zu. Not "
                 "adopted by these rules either: %zu.",
                 under->recorded[VETO_VETOED], text_plural(under->recorded[VETO_VETOED]),
                 sole_vetoes(under), still_blocked(under));
    if (under->undetermined > 0)
        page_say(
            page, 0,
            "Of %zu vote%s the ballots are not on record, and the rules cannot tell: counted as recorded.",
            under->undetermined, text_plural(under->undetermined));
    page_say(page, 0,
             "Of the %zu draft%s that failed on record, %zu had the negative vote of a permanent "
             "member, which was no veto: the majority was not reached.",
             under->recorded[VETO_FAILED], text_plural(under->recorded[VETO_FAILED]),
             under->no_without_veto);
}

/* ---- by member and by year ---- */

static void add_members(struct page *page, const struct veto_history_under *under) {
    static const struct page_column columns[] = {
        {.key = "member", .least = NAME},
        FIGURES("vetoes", "vetoes"),
        FIGURES("alone", "alone"),
        FIGURES("released", "released"),
        FIGURES("no_without_veto", "no veto"),
    };
    page_section(page, "By permanent member");
    struct page_table *table = add_table(page, columns, 5);
    for (size_t i = 0; i < under->vetoer_count; i++) {
        const struct veto_history_vetoer *vetoer = &under->vetoers[i];
        struct page_cell *row =
            table_texts(table, veto_state_name(vetoer->code), page_count(page, vetoer->vetoes),
                        page_count(page, vetoer->alone), page_count(page, vetoer->released),
                        page_count(page, vetoer->no_without_veto));
        row[0].data = vetoer->code;
    }
    page_gap(page);
    page_say(
        page, 0,
        "vetoes: negative votes on drafts that were vetoed. alone: those with no other permanent "
        "member, which alone blocked the draft. released: its vetoed drafts that these rules "
        "adopt. no veto: negative votes on drafts that were adopted or that failed.");
}

static void add_years(struct page *page, const struct veto_history_under *under) {
    static const struct page_column columns[] = {
        {.key = "year", .least = YEAR},
        FIGURES("votes", "votes"),
        FIGURES("vetoed", "vetoed"),
        FIGURES("changes", "changes"),
    };
    page_section(page, "By year, where an outcome changes");
    if (under->change_count == 0) {
        page_say(page, 0, "In none.");
        return;
    }
    struct page_table *table = add_table(page, columns, 4);
    for (size_t i = 0; i < under->year_count; i++) {
        const struct veto_history_year *year = &under->years[i];
        if (year->changes == 0)
            continue;
        table_texts(table, arena_printf(page->arena, "%d", year->year),
                    page_count(page, year->votes), page_count(page, year->vetoed),
                    page_count(page, year->changes));
    }
}

/* ---- vote by vote ---- */

static void add_rules_changes(struct page *page, const struct veto_history_under *under) {
    enum { DATE, SYMBOL, FROM, TO, CHANGE, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [DATE] = {.key = "date", .least = 12},          [SYMBOL] = {.key = "symbol"},
        [FROM] = {.key = "from", .audience = FOR_DATA}, [TO] = {.key = "to", .audience = FOR_DATA},
        [CHANGE] = {.audience = FOR_READERS},
    };
    if (under->change_count == 0)
        return;
    page_section(page, "The votes that change");
    struct page_table *table = add_table(page, columns, COLUMNS);
    table->headed = false;
    for (size_t i = 0; i < under->change_count; i++) {
        const struct veto_history_change *change = &under->changes[i];
        char *by = history_vetoers(page->arena, change->vote, " ");
        table_texts(table, change->vote->date_text, history_symbol(change->vote),
                    veto_outcome_word(change->from), veto_outcome_word(change->to),
                    arena_printf(page->arena, "%s%s%s, now %s", words_outcome(change->from),
                                 *by ? " by " : "", by, words_outcome(change->to)));
    }
}

static void build_rules_page(struct page *page, const void *context) {
    const struct veto_history_under *under = context;
    add_rules_sum(page, under);
    add_members(page, under);
    add_years(page, under);
    add_rules_changes(page, under);
}

/* ---- JSON ---- */

static json_t *json_outcomes(const size_t counts[VETO_OUTCOMES]) {
    return json_pack("{s:I, s:I, s:I}", "adopted", (json_int_t)counts[VETO_ADOPTED], "vetoed",
                     (json_int_t)counts[VETO_VETOED], "failed", (json_int_t)counts[VETO_FAILED]);
}

static json_t *json_changes(struct build *build, const struct veto_history_under *under) {
    json_t *array = json_array();
    for (size_t i = 0; i < under->change_count; i++) {
        const struct veto_history_change *change = &under->changes[i];
        build_push(build, array,
                   json_pack("{s:o, s:o, s:o, s:o, s:I}", "symbol", json_text(change->vote->symbol),
                             "date", json_text(change->vote->date_text), "from",
                             json_outcome(change->from), "to", json_outcome(change->to), "row",
                             (json_int_t)change->vote->row));
    }
    return array;
}

static json_t *json_years(struct build *build, const struct veto_history_under *under) {
    json_t *array = json_array();
    for (size_t i = 0; i < under->year_count; i++) {
        const struct veto_history_year *year = &under->years[i];
        build_push(build, array,
                   json_pack("{s:i, s:I, s:I, s:I}", "year", year->year, "votes",
                             (json_int_t)year->votes, "vetoed", (json_int_t)year->vetoed, "changes",
                             (json_int_t)year->changes));
    }
    return array;
}

static json_t *build_rules_json(struct build *build, const void *context) {
    const struct veto_history_under *under = context;
    json_t *members = json_array(), *vetoes = json_object();
    for (size_t i = 0; i < under->vetoer_count; i++) {
        const struct veto_history_vetoer *vetoer = &under->vetoers[i];
        build_push(build, members,
                   json_pack("{s:s, s:I, s:I, s:I, s:I}", "id", vetoer->code, "vetoes",
                             (json_int_t)vetoer->vetoes, "alone", (json_int_t)vetoer->alone,
                             "released", (json_int_t)vetoer->released, "no_without_veto",
                             (json_int_t)vetoer->no_without_veto));
        build_set(build, vetoes, vetoer->code, json_integer((json_int_t)vetoer->vetoes));
    }
    return json_pack("{s:s, s:I, s:I, s:o, s:o, s:I, s:o, s:o, s:I, s:I, s:I, s:o, s:o, s:b}",
                     "rules", under->rules->name, "votes", (json_int_t)under->votes, "left_out",
                     (json_int_t)under->left_out, "recorded", json_outcomes(under->recorded),
                     "under", json_outcomes(under->under), "undetermined",
                     (json_int_t)under->undetermined, "changes", json_changes(build, under),
                     "vetoes_cast", vetoes, "no_without_veto", (json_int_t)under->no_without_veto,
                     "sole_vetoes", (json_int_t)sole_vetoes(under), "still_blocked",
                     (json_int_t)still_blocked(under), "members", members, "years",
                     json_years(build, under), "adopted_only", under->history->layout == VETO_UNDL);
}

const struct report report_under = {build_rules_page, build_rules_json, 0, 0};
