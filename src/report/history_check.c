/* The record held against the rules of its day. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/history_parts.h"

/* ---- votes ---- */

static void add_votes(struct page *page, const struct veto_history_check *check) {
    static const struct page_column columns[] = {
        {.least = 16},
        {.type = COLUMN_COUNT, .least = 7, .right = true},
        {.type = COLUMN_TEXT},
    };
    page_title(page, "Every vote against the rules of its day");
    page_say(page, 0, "%s: %zu vote%s, in the layout of %s.", check->history->name,
             check->history->count, text_plural(check->history->count),
             history_layout_name(check->history->layout));
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(check->history->layout));
    page_gap(page);
    struct page_table *table =
        page_table_with(page, columns, 3, .audience = FOR_READERS, .indent = 1);
    table_texts(table, "agree", page_count(page, check->agree),
                arena_printf(page->arena,
                             "the rules give the recorded outcome; adopted without a vote: %zu",
                             check->without_vote));
    table_texts(table, "explained", page_count(page, check->explained),
                check->explained
                    ? "a permanent member voted against, and the text was adopted: the "
                      "majority alone decided, as the sources below say"
                    : "");
    table_texts(table, "unexplained", page_count(page, check->unexplained),
                check->unexplained ? "each with its reason below" : "");
}

/* What is wrong in the data may be the reason of what is unexplained. */
static void add_finding(struct page *page, const struct veto_history_finding *finding) {
    const char *vote = history_dated(page->arena, finding->vote);
    if (finding->verdict == VETO_EXPLAINED) {
        page_itemf(page, ROLE_PLAIN, 1, "%s: %s. Source: %s.", vote, finding->explanation->why,
                   finding->explanation->source);
        return;
    }
    page_itemf(page, ROLE_PLAIN, 1, "%s: recorded %s, by the rules %s: %s.", vote,
               history_outcome(finding->vote->recorded), history_outcome(finding->resolved),
               finding->why);
    for (size_t i = 0; i < finding->problem_count; i++)
        page_itemf(page, ROLE_PLAIN, 2, "In the data, row %u: %s", finding->problems[i]->row,
                   finding->problems[i]->text);
}

static void add_findings(struct page *page, const struct veto_history_check *check,
                         enum veto_history_verdict verdict, size_t count) {
    if (count > 0)
        page_section(page, verdict == VETO_EXPLAINED ? "Explained" : "Unexplained");
    for (size_t i = 0; i < check->history->count; i++)
        if (check->findings[i].verdict == verdict)
            add_finding(page, &check->findings[i]);
}

/* ---- the data ---- */

/* Whether a problem of a cause is the first of its vote: votes are listed once. */
static bool is_next_vote(const struct veto_history_cause *cause, size_t problem) {
    return problem == 0 || cause->kind == VETO_PROBLEM_MISSING ||
           cause->problems[problem]->vote != cause->problems[problem - 1]->vote;
}

/* The votes of a cause, each once, at most `most` of them. */
static const char *symbols(struct arena *arena, const struct veto_history_cause *cause, size_t most,
                           const char *between) {
    size_t size = 1, shown = 0;
    for (size_t i = 0; i < cause->problem_count; i++)
        size += strlen(cause->problems[i]->symbol) + strlen(between);
    char *text = arena_alloc(arena, size), *end = text;
    for (size_t i = 0; i < cause->problem_count && shown < most; i++)
        if (is_next_vote(cause, i))
            end = stpcpy(stpcpy(end, shown++ > 0 ? between : ""), cause->problems[i]->symbol);
    return text;
}

static void add_cause_data(struct page *page, const struct veto_history_check *check) {
    struct arena *arena = page->arena;
    struct page_table *table =
        page_data(page, "kind", "text", "count", "symbols", "year", "member", "under");
    for (size_t i = 0; i < check->cause_count; i++) {
        const struct veto_history_cause *cause = &check->causes[i];
        table_texts(
            table, veto_history_problem_word(cause->kind), history_cause(arena, cause),
            page_count(page, cause->count), symbols(arena, cause, cause->problem_count, "; "),
            cause->year ? arena_printf(arena, "%d", cause->year) : "", cause->member, cause->under);
    }
}

static void add_causes(struct page *page, const struct veto_history_check *check, bool all) {
    enum { SHOWN = 5 };
    page_section(page, "Problems in the data: %zu, of %zu cause%s", check->problem_count,
                 check->cause_count, text_plural(check->cause_count));
    if (check->problem_count == 0)
        page_item(page, ROLE_PLAIN, 1, "None found.");
    for (size_t i = 0; i < check->cause_count; i++) {
        const struct veto_history_cause *cause = &check->causes[i];
        const char *some = symbols(page->arena, cause, SHOWN, ", ");
        page_itemf(page, ROLE_PLAIN, 1, "%s: %s: %s%s", veto_history_problem_word(cause->kind),
                   history_cause(page->arena, cause), *some ? some : "(no symbol)",
                   cause->count > SHOWN
                       ? arena_printf(page->arena, " and %zu more", cause->count - SHOWN)
                       : "");
        for (size_t j = 0; all && j < cause->problem_count; j++) {
            const struct veto_history_problem *problem = cause->problems[j];
            page_itemf(page, ROLE_PLAIN, 2, "row %u, %s%s%s: %s", problem->row,
                       *problem->symbol ? problem->symbol : "(no symbol)",
                       *problem->date ? ", " : "", problem->date, problem->text);
        }
    }
    if (check->problem_count > 0 && !all)
        page_say(page, 0, "--problems lists each of them with its row.");
}

static void build_check_page(struct page *page, const void *context) {
    const struct check_subject *subject = context;
    const struct veto_history_check *check = subject->check;
    add_votes(page, check);
    add_findings(page, check, VETO_UNEXPLAINED, check->unexplained);
    add_findings(page, check, VETO_EXPLAINED, check->explained);
    add_causes(page, check, subject->all);
    if (!subject->all) {
        add_cause_data(page, check);
        return;
    }
    struct page_table *table = page_data(page, "kind", "symbol", "date", "member", "text", "row");
    for (size_t i = 0; i < check->problem_count; i++) {
        const struct veto_history_problem *problem = &check->problems[i];
        table_texts(table, veto_history_problem_word(problem->kind), problem->symbol, problem->date,
                    problem->member, problem->text, page_count(page, problem->row));
    }
}

/* ---- JSON ---- */

static json_t *json_findings(struct build *build, const struct veto_history_check *check,
                             enum veto_history_verdict verdict) {
    json_t *array = json_array();
    for (size_t i = 0; i < check->history->count; i++) {
        const struct veto_history_finding *finding = &check->findings[i];
        const struct veto_history_vote *vote = finding->vote;
        const struct veto_procedural_vote *explanation = finding->explanation;
        if (finding->verdict != verdict)
            continue;
        build_push(build, array,
                   json_pack("{s:o, s:o, s:o, s:o, s:I, s:s?, s:s?}", "symbol",
                             json_text(vote->symbol), "date", json_text(vote->date_text),
                             "recorded", json_outcome(vote->recorded), "resolved",
                             json_outcome(finding->resolved), "row", (json_int_t)vote->row, "why",
                             explanation ? explanation->why : finding->why, "source",
                             explanation ? explanation->source : NULL));
    }
    return array;
}

static json_t *json_cause(struct build *build, const struct veto_history_cause *cause) {
    bool swap = cause->kind == VETO_PROBLEM_SWAP;
    json_t *symbols = json_array(), *rows = json_array();
    for (size_t i = 0; i < cause->problem_count; i++) {
        if (!is_next_vote(cause, i))
            continue;
        build_push(build, symbols, json_text(cause->problems[i]->symbol));
        build_push(build, rows, json_integer((json_int_t)cause->problems[i]->row));
    }
    json_t *object =
        json_pack("{s:s, s:s, s:I, s:o, s:o}", "kind", veto_history_problem_word(cause->kind),
                  "text", history_cause(build->arena, cause), "count", (json_int_t)cause->count,
                  "symbols", symbols, "rows", rows);
    if (cause->year)
        build_set(build, object, "year", json_integer(cause->year));
    if (*cause->member)
        build_set(build, object, swap ? "belongs_to" : "member", json_string(cause->member));
    if (swap)
        build_set(build, object, "under", json_string(cause->under));
    return object;
}

static json_t *build_check_json(struct build *build, const void *context) {
    const struct veto_history_check *check = ((const struct check_subject *)context)->check;
    json_t *kinds = json_object(), *causes = json_array(), *problems = json_array();
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        build_set(build, kinds, veto_history_problem_word((enum veto_history_problem_kind)i),
                  json_integer((json_int_t)check->problems_by_kind[i]));
    for (size_t i = 0; i < check->cause_count; i++)
        build_push(build, causes, json_cause(build, &check->causes[i]));
    for (size_t i = 0; i < check->problem_count; i++)
        build_push(build, problems, json_problem(&check->problems[i]));
    return json_pack(
        "{s:I, s:I, s:I, s:I, s:o, s:o, s:o, s:o, s:o, s:b}", "votes",
        (json_int_t)check->history->count, "agree", (json_int_t)check->agree, "without_vote",
        (json_int_t)check->without_vote, "explained", (json_int_t)check->explained, "unexplained",
        json_findings(build, check, VETO_UNEXPLAINED), "explanations",
        json_findings(build, check, VETO_EXPLAINED), "problems_by_kind", kinds, "causes", causes,
        "data_problems", problems, "adopted_only", check->history->layout == VETO_UNDL);
}

const struct report report_check = {build_check_page, build_check_json, 0, 0};
