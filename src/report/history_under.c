/* The record by other rules. */
#include <string.h>

#include "base/text.h"
#include "report/history.h"
#include "report/history_words.h"
#include "words/words.h"

enum { INDENT = 4, YEAR = 9, FIGURE = 10, COLUMNS = 5 };

struct counterfactual {
    struct page page;
    const struct veto_history_under *under;
};

static void heading(struct counterfactual *what, const char *text) {
    prose_blank(&what->page.prose);
    prose_heading(&what->page.prose, text, '-');
}

static void say(struct counterfactual *what, const char *text) {
    prose_paragraph(&what->page.prose, INK_PLAIN, 0, 0, text);
}

/* One row: a label, and figures set to the right. */
static void row(struct counterfactual *what, size_t width, const char *label,
                const char *const *texts, int count) {
    struct arena *arena = &what->page.arena;
    struct prose_cell cells[COLUMNS + 1] = {{label, width, INK_PLAIN}};
    for (int i = 0; i < count; i++) {
        size_t used = text_width(texts[i]), pad = used < FIGURE ? FIGURE - used : 0;
        cells[i + 1] = (struct prose_cell){arena_printf(arena, "%*s%s", (int)pad, "", texts[i]),
                                           FIGURE + 1, INK_PLAIN};
    }
    prose_row(&what->page.prose, INDENT, cells, (size_t)count + 1);
}

static const char *number(struct counterfactual *what, size_t count) {
    return arena_printf(&what->page.arena, "%zu", count);
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

static void write_sum(struct counterfactual *what) {
    static const enum veto_outcome outcomes[] = {VETO_ADOPTED, VETO_VETOED, VETO_FAILED};
    static const char *const heads[] = {"recorded", "under"};
    const struct veto_history_under *under = what->under;
    struct arena *arena = &what->page.arena;
    prose_heading(&what->page.prose,
                  arena_printf(arena, "%zu votes under %s: %s", under->history->count,
                               under->rules->name, under->rules->title),
                  '=');
    say(what, arena_printf(arena, "Source of the rules: %s.", under->rules->source));
    say(what, history_layout_limits(under->history->layout));
    prose_blank(&what->page.prose);
    row(what, YEAR, "", heads, 2);
    for (int i = 0; i < 3; i++) {
        const char *texts[] = {number(what, under->recorded[outcomes[i]]),
                               number(what, under->under[outcomes[i]])};
        row(what, YEAR, words_outcome(outcomes[i]), texts, 2);
    }
    prose_blank(&what->page.prose);
    say(what, arena_printf(arena, "%zu outcome%s.", under->change_count,
                           under->change_count == 1 ? " changes" : "s change"));
    if (under->recorded[VETO_VETOED] > 0)
        say(what,
            arena_printf(arena,
                         "Of the %zu drafts vetoed on record, one permanent member alone "
                         "blocked %zu. Not adopted by these rules either: %zu.",
                         under->recorded[VETO_VETOED], sole_vetoes(under), still_blocked(under)));
    if (under->undetermined > 0)
        say(what, arena_printf(arena,
                               "Of %zu vote%s the ballots are not on record, and the rules cannot "
                               "tell: counted as recorded.",
                               under->undetermined, under->undetermined == 1 ? "" : "s"));
    say(what,
        arena_printf(arena,
                     "Of the %zu drafts that failed on record, %zu had the negative vote of a "
                     "permanent member, which was no veto: the majority was not reached.",
                     under->recorded[VETO_FAILED], under->no_without_veto));
}

/* ---- by member and by year ---- */

static char *state_name(struct counterfactual *what, const char *code) {
    const char *name = code, *formal;
    veto_state_find(code, &name, &formal);
    return arena_printf(&what->page.arena, "%s", name);
}

static void write_members(struct counterfactual *what) {
    enum { NAME = 20 };
    static const char *const heads[] = {"vetoes", "alone", "released", "no veto"};
    heading(what, "By permanent member");
    row(what, NAME, "", heads, 4);
    for (size_t i = 0; i < what->under->vetoer_count; i++) {
        const struct veto_history_vetoer *vetoer = &what->under->vetoers[i];
        const char *texts[] = {number(what, vetoer->vetoes), number(what, vetoer->alone),
                               number(what, vetoer->released),
                               number(what, vetoer->no_without_veto)};
        row(what, NAME, state_name(what, vetoer->code), texts, 4);
    }
    prose_blank(&what->page.prose);
    say(what,
        "vetoes: negative votes on drafts that were vetoed. alone: those with no other permanent "
        "member, which alone blocked the draft. released: its vetoed drafts that these rules "
        "adopt. no veto: negative votes on drafts that were adopted or that failed.");
}

static void write_years(struct counterfactual *what) {
    static const char *const heads[] = {"votes", "vetoed", "changes"};
    heading(what, "By year, where an outcome changes");
    if (what->under->change_count == 0) {
        say(what, "In none.");
        return;
    }
    row(what, YEAR, "", heads, 3);
    for (size_t i = 0; i < what->under->year_count; i++) {
        const struct veto_history_year *year = &what->under->years[i];
        const char *texts[] = {number(what, year->votes), number(what, year->vetoed),
                               number(what, year->changes)};
        if (year->changes > 0)
            row(what, YEAR, arena_printf(&what->page.arena, "%d", year->year), texts, 3);
    }
}

/* ---- vote by vote ---- */

static void write_changes(struct counterfactual *what) {
    enum { DATE = 12, GAP = 2 };
    const struct veto_history_under *under = what->under;
    size_t symbol = 0;
    if (under->change_count == 0)
        return;
    heading(what, "The votes that change");
    for (size_t i = 0; i < under->change_count; i++) {
        size_t width = text_width(history_symbol(under->changes[i].vote));
        symbol = width > symbol ? width : symbol;
    }
    for (size_t i = 0; i < under->change_count; i++) {
        const struct veto_history_change *change = &under->changes[i];
        char *by = history_vetoers(&what->page.arena, change->vote, " ");
        struct prose_cell cells[] = {
            {change->vote->date_text, DATE, INK_PLAIN},
            {history_symbol(change->vote), symbol + GAP, INK_PLAIN},
            {arena_printf(&what->page.arena, "%s%s%s, now %s", words_outcome(change->from),
                          *by ? " by " : "", by, words_outcome(change->to)),
             0, INK_PLAIN},
        };
        prose_row(&what->page.prose, INDENT, cells, 3);
    }
}

static void under_work(void *context) {
    struct counterfactual *what = context;
    what->page.prose.arena = &what->page.arena;
    write_sum(what);
    write_members(what);
    write_years(what);
    write_changes(what);
}

enum veto_status report_under_text(FILE *file, const struct veto_history_under *under,
                                   const struct text_options *options) {
    struct counterfactual what = {.page = page_open(file, options), .under = under};
    return page_close(&what.page, arenas_try(&what.page.arena, NULL, under_work, &what));
}

/* ---- JSON ---- */

static json_t *json_outcomes(const size_t counts[VETO_OUTCOMES]) {
    return json_pack("{s:I, s:I, s:I}", "adopted", (json_int_t)counts[VETO_ADOPTED], "vetoed",
                     (json_int_t)counts[VETO_VETOED], "failed", (json_int_t)counts[VETO_FAILED]);
}

static json_t *json_changes(const struct veto_history_under *under) {
    json_t *array = json_array();
    for (size_t i = 0; array && i < under->change_count; i++) {
        const struct veto_history_change *change = &under->changes[i];
        array = json_with(
            array, json_pack("{s:o, s:o, s:o, s:o, s:I}", "symbol", json_text(change->vote->symbol),
                             "date", json_text(change->vote->date_text), "from",
                             json_outcome(change->from), "to", json_outcome(change->to), "row",
                             (json_int_t)change->vote->row));
    }
    return array;
}

static json_t *json_years(const struct veto_history_under *under) {
    json_t *array = json_array();
    for (size_t i = 0; array && i < under->year_count; i++) {
        const struct veto_history_year *year = &under->years[i];
        array =
            json_with(array, json_pack("{s:i, s:I, s:I, s:I}", "year", year->year, "votes",
                                       (json_int_t)year->votes, "vetoed", (json_int_t)year->vetoed,
                                       "changes", (json_int_t)year->changes));
    }
    return array;
}

static json_t *json_members(const struct veto_history_under *under) {
    json_t *array = json_array();
    for (size_t i = 0; array && i < under->vetoer_count; i++) {
        const struct veto_history_vetoer *vetoer = &under->vetoers[i];
        array = json_with(array,
                          json_pack("{s:s, s:I, s:I, s:I, s:I}", "id", vetoer->code, "vetoes",
                                    (json_int_t)vetoer->vetoes, "alone", (json_int_t)vetoer->alone,
                                    "released", (json_int_t)vetoer->released, "no_without_veto",
                                    (json_int_t)vetoer->no_without_veto));
    }
    return array;
}

static json_t *json_vetoes(const struct veto_history_under *under) {
    json_t *object = json_object();
    for (size_t i = 0; object && i < under->vetoer_count; i++)
        if (json_object_set_new(object, under->vetoers[i].code,
                                json_integer((json_int_t)under->vetoers[i].vetoes)) != 0) {
            json_decref(object);
            object = NULL;
        }
    return object;
}

enum veto_status report_under_json(FILE *file, const struct veto_history_under *under) {
    return json_finish(
        file,
        json_pack("{s:s, s:I, s:o, s:o, s:I, s:o, s:o, s:I, s:I, s:I, s:o, s:o, s:b}", "rules",
                  under->rules->name, "votes", (json_int_t)under->history->count, "recorded",
                  json_outcomes(under->recorded), "under", json_outcomes(under->under),
                  "undetermined", (json_int_t)under->undetermined, "changes", json_changes(under),
                  "vetoes_cast", json_vetoes(under), "no_without_veto",
                  (json_int_t)under->no_without_veto, "sole_vetoes", (json_int_t)sole_vetoes(under),
                  "still_blocked", (json_int_t)still_blocked(under), "members", json_members(under),
                  "years", json_years(under), "adopted_only", under->history->layout == VETO_UNDL));
}
