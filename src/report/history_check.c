/* The record held against the rules of its day. */
#include <string.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/history_parts.h"

struct audit {
    struct page *page;
    struct arena *arena;
    const struct veto_history_check *check;
};

/* ---- figures ---- */

static struct page_table *add_figures(const struct audit *audit) {
    static const struct page_column columns[] = {
        {.least = 16},
        {.type = COLUMN_COUNT, .least = 7, .right = true},
        {.type = COLUMN_TEXT},
    };
    struct page_table *table = page_table(audit->page, columns, 3);
    table->audience = FOR_READERS;
    table->indent = 1;
    return table;
}

static void add_figure(const struct audit *audit, struct page_table *table, const char *label,
                       size_t count, const char *text) {
    struct page_cell *row = table_row(table);
    row[0].text = label;
    row[1].text = arena_printf(audit->arena, "%zu", count);
    row[2].text = text;
}

static const char *dated(const struct audit *audit, const struct veto_history_vote *vote) {
    return arena_printf(audit->arena, "%s, %s (row %u)", history_symbol(vote),
                        history_date(audit->arena, vote), vote->row);
}

/* ---- votes ---- */

static void add_votes(const struct audit *audit) {
    const struct veto_history_check *check = audit->check;
    page_title(audit->page, "Every vote against the rules of its day");
    page_paragraph(audit->page, ROLE_PLAIN, 0,
                   arena_printf(audit->arena, "%s: %zu vote%s, in the layout of %s.",
                                check->history->name, check->history->count,
                                check->history->count == 1 ? "" : "s",
                                history_layout_name(check->history->layout)));
    page_paragraph(audit->page, ROLE_PLAIN, 0, history_layout_limits(check->history->layout));
    page_gap(audit->page);
    struct page_table *table = add_figures(audit);
    add_figure(audit, table, "agree", check->agree,
               arena_printf(audit->arena,
                            "the rules give the recorded outcome; adopted without a vote: %zu",
                            check->without_vote));
    add_figure(audit, table, "explained", check->explained,
               check->explained ? "a permanent member voted against, and the text was adopted: the "
                                  "majority alone decided, as the sources below say"
                                : "");
    add_figure(audit, table, "unexplained", check->unexplained,
               check->unexplained ? "each with its reason below" : "");
}

static void add_explained(const struct audit *audit) {
    if (audit->check->explained == 0)
        return;
    history_heading(audit->page, "Explained");
    for (size_t i = 0; i < audit->check->history->count; i++) {
        const struct veto_history_finding *finding = &audit->check->findings[i];
        if (finding->verdict == VETO_EXPLAINED)
            page_item(audit->page, ROLE_PLAIN, 1,
                      arena_printf(audit->arena, "%s: %s. Source: %s.", dated(audit, finding->vote),
                                   finding->explanation->why, finding->explanation->source));
    }
}

/* What is wrong in the data may be the reason. */
static void add_doubts(const struct audit *audit, const struct veto_history_finding *finding) {
    for (size_t i = 0; i < finding->problem_count; i++)
        page_item(audit->page, ROLE_PLAIN, 2,
                  arena_printf(audit->arena, "In the data, row %u: %s", finding->problems[i]->row,
                               finding->problems[i]->text));
}

static void add_unexplained(const struct audit *audit) {
    if (audit->check->unexplained == 0)
        return;
    history_heading(audit->page, "Unexplained");
    for (size_t i = 0; i < audit->check->history->count; i++) {
        const struct veto_history_finding *finding = &audit->check->findings[i];
        if (finding->verdict != VETO_UNEXPLAINED)
            continue;
        page_item(audit->page, ROLE_PLAIN, 1,
                  arena_printf(audit->arena, "%s: recorded %s, by the rules %s: %s.",
                               dated(audit, finding->vote),
                               history_outcome(finding->vote->recorded),
                               history_outcome(finding->resolved), finding->why));
        add_doubts(audit, finding);
    }
}

/* ---- the data ---- */

static const char *const kinds[VETO_PROBLEM_KINDS] = {
    [VETO_PROBLEM_NOT_A_MEMBER] = "a ballot of a state that did not sit that year",
    [VETO_PROBLEM_NO_BALLOT] = "a member that sat, without a ballot",
    [VETO_PROBLEM_UNKNOWN_BALLOT] = "ballots that are not on record, or are none",
    [VETO_PROBLEM_UNKNOWN_STATE] = "a ballot of something that is no state of the Council",
    [VETO_PROBLEM_TOTALS] = "sums that do not agree with the ballots",
    [VETO_PROBLEM_DUPLICATE] = "a vote or a ballot that nothing tells from another",
    [VETO_PROBLEM_DATE] = "a date that is none, or that cannot be right",
    [VETO_PROBLEM_OUTCOME] = "an outcome that is not stated, or in no known word",
    [VETO_PROBLEM_FIELDS] = "a row with more or fewer fields than the header",
};

static void add_kinds(const struct audit *audit) {
    const struct veto_history_check *check = audit->check;
    struct page_table *table = add_figures(audit);
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        if (check->problems_by_kind[i] > 0)
            add_figure(audit, table, veto_history_problem_word((enum veto_history_problem_kind)i),
                       check->problems_by_kind[i], kinds[i]);
}

static void add_problem(const struct audit *audit, const struct veto_history_problem *problem) {
    page_item(audit->page, ROLE_PLAIN, 1,
              arena_printf(audit->arena, "row %u, %s%s%s: %s: %s", problem->row,
                           *problem->symbol ? problem->symbol : "(no symbol)",
                           *problem->date ? ", " : "", problem->date,
                           veto_history_problem_word(problem->kind), problem->text));
}

static void add_data(const struct audit *audit) {
    enum { KIND, SYMBOL, DATE, MEMBER, TEXT, ROW, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [KIND] = {.key = "kind"},     [SYMBOL] = {.key = "symbol"}, [DATE] = {.key = "date"},
        [MEMBER] = {.key = "member"}, [TEXT] = {.key = "text"},     [ROW] = {.key = "row"},
    };
    struct page_table *table = page_table(audit->page, columns, COLUMNS);
    table->audience = FOR_DATA;
    for (size_t i = 0; i < audit->check->problem_count; i++) {
        const struct veto_history_problem *problem = &audit->check->problems[i];
        struct page_cell *row = table_row(table);
        row[KIND].text = veto_history_problem_word(problem->kind);
        row[SYMBOL].text = problem->symbol;
        row[DATE].text = problem->date;
        row[MEMBER].text = problem->member;
        row[TEXT].text = problem->text;
        row[ROW].text = arena_printf(audit->arena, "%u", problem->row);
    }
}

static void add_problems(const struct audit *audit, bool all) {
    size_t count = audit->check->problem_count;
    history_heading(audit->page, arena_printf(audit->arena, "Problems in the data: %zu", count));
    if (count == 0) {
        page_item(audit->page, ROLE_PLAIN, 1, "None found.");
        return;
    }
    add_kinds(audit);
    page_gap(audit->page);
    for (size_t i = 0; all && i < count; i++)
        add_problem(audit, &audit->check->problems[i]);
    if (!all)
        page_paragraph(audit->page, ROLE_PLAIN, 0, "--problems lists each of them with its row.");
}

static void build_page(struct page *page, const void *context) {
    const struct check_subject *subject = context;
    struct audit audit = {page, page->arena, subject->check};
    add_votes(&audit);
    add_unexplained(&audit);
    add_explained(&audit);
    add_problems(&audit, subject->all);
    add_data(&audit);
}

/* ---- JSON ---- */

static json_t *json_finding(const struct veto_history_finding *finding) {
    const struct veto_procedural_vote *explanation = finding->explanation;
    return json_pack("{s:o, s:o, s:o, s:o, s:I, s:s?, s:s?}", "symbol",
                     json_text(finding->vote->symbol), "date", json_text(finding->vote->date_text),
                     "recorded", json_outcome(finding->vote->recorded), "resolved",
                     json_outcome(finding->resolved), "row", (json_int_t)finding->vote->row, "why",
                     explanation ? explanation->why : finding->why, "source",
                     explanation ? explanation->source : NULL);
}

static json_t *json_findings(struct build *build, const struct veto_history_check *check,
                             enum veto_history_verdict verdict) {
    json_t *array = json_array();
    for (size_t i = 0; i < check->history->count; i++)
        if (check->findings[i].verdict == verdict)
            build_push(build, array, json_finding(&check->findings[i]));
    return array;
}

static json_t *json_problems(struct build *build, const struct veto_history_check *check) {
    json_t *array = json_array();
    for (size_t i = 0; i < check->problem_count; i++)
        build_push(build, array, json_problem(&check->problems[i]));
    return array;
}

static json_t *json_kinds(struct build *build, const struct veto_history_check *check) {
    json_t *object = json_object();
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        build_set(build, object, veto_history_problem_word((enum veto_history_problem_kind)i),
                  json_integer((json_int_t)check->problems_by_kind[i]));
    return object;
}

static json_t *build_json(struct build *build, const void *context) {
    const struct veto_history_check *check = ((const struct check_subject *)context)->check;
    return json_pack("{s:I, s:I, s:I, s:I, s:o, s:o, s:o, s:o, s:b}", "votes",
                     (json_int_t)check->history->count, "agree", (json_int_t)check->agree,
                     "without_vote", (json_int_t)check->without_vote, "explained",
                     (json_int_t)check->explained, "unexplained",
                     json_findings(build, check, VETO_UNEXPLAINED), "explanations",
                     json_findings(build, check, VETO_EXPLAINED), "problems_by_kind",
                     json_kinds(build, check), "data_problems", json_problems(build, check),
                     "adopted_only", check->history->layout == VETO_UNDL);
}

const struct report report_check = {build_page, build_json, 0, 0};
