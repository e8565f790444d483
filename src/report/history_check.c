/* The record held against the rules of its day. */
#include <string.h>

#include "report/history.h"
#include "report/history_words.h"
#include "report/words.h"

enum { INDENT = 4 };

struct audit {
    struct page page;
    const struct veto_history_check *check;
    bool all;
};

static void heading(struct audit *audit, const char *text) {
    prose_blank(&audit->page.prose);
    prose_heading(&audit->page.prose, text, '-');
}

static void item(struct audit *audit, const char *text) {
    prose_paragraph(&audit->page.prose, INK_PLAIN, INDENT, 2 * INDENT, text);
}

static void figure(struct audit *audit, const char *label, size_t count, const char *text) {
    enum { LABEL = 16, COUNT = 7 };
    struct prose_cell cells[] = {
        {label, LABEL, INK_PLAIN},
        {arena_printf(&audit->page.arena, "%5zu", count), COUNT, INK_PLAIN},
        {text, 0, INK_PLAIN},
    };
    prose_row(&audit->page.prose, INDENT, cells, 3);
}

static const char *dated(struct audit *audit, const struct veto_history_vote *vote) {
    char *date = words_date(&audit->page.arena, vote->date);
    return arena_printf(&audit->page.arena, "%s, %s (row %u)", history_symbol(vote),
                        *date              ? date
                        : *vote->date_text ? vote->date_text
                                           : "no date",
                        vote->row);
}

/* ---- votes ---- */

static void write_figures(struct audit *audit) {
    const struct veto_history_check *check = audit->check;
    struct arena *arena = &audit->page.arena;
    prose_heading(&audit->page.prose, "Every vote against the rules of its day", '=');
    prose_paragraph(&audit->page.prose, INK_PLAIN, 0, 0,
                    arena_printf(arena, "%s: %zu vote%s, in the layout of %s.",
                                 check->history->name, check->history->count,
                                 check->history->count == 1 ? "" : "s",
                                 history_layout_name(check->history->layout)));
    prose_paragraph(&audit->page.prose, INK_PLAIN, 0, 0,
                    history_layout_limits(check->history->layout));
    prose_blank(&audit->page.prose);
    figure(audit, "agree", check->agree,
           arena_printf(arena, "the rules give the recorded outcome; adopted without a vote: %zu",
                        check->without_vote));
    figure(audit, "explained", check->explained,
           check->explained ? "a permanent member voted against, and the text was adopted: the "
                              "majority alone decided, as the sources below say"
                            : "");
    figure(audit, "unexplained", check->unexplained,
           check->unexplained ? "each with its reason below" : "");
}

static void write_explained(struct audit *audit) {
    if (audit->check->explained == 0)
        return;
    heading(audit, "Explained");
    for (size_t i = 0; i < audit->check->history->count; i++) {
        const struct veto_history_finding *finding = &audit->check->findings[i];
        if (finding->verdict == VETO_EXPLAINED)
            item(audit, arena_printf(&audit->page.arena, "%s: %s. Source: %s.",
                                     dated(audit, finding->vote), finding->explanation->why,
                                     finding->explanation->source));
    }
}

/* What is wrong in the data may be the reason. */
static void write_doubts(struct audit *audit, const struct veto_history_vote *vote) {
    const struct veto_history_check *check = audit->check;
    for (size_t i = 0; i < check->problem_count; i++)
        if (history_concerns(&check->problems[i], vote))
            prose_paragraph(&audit->page.prose, INK_PLAIN, 2 * INDENT, 3 * INDENT,
                            arena_printf(&audit->page.arena, "In the data, row %u: %s",
                                         check->problems[i].row, check->problems[i].text));
}

static void write_unexplained(struct audit *audit) {
    if (audit->check->unexplained == 0)
        return;
    heading(audit, "Unexplained");
    for (size_t i = 0; i < audit->check->history->count; i++) {
        const struct veto_history_finding *finding = &audit->check->findings[i];
        if (finding->verdict != VETO_UNEXPLAINED)
            continue;
        item(audit,
             arena_printf(&audit->page.arena, "%s: recorded %s, by the rules %s: %s.",
                          dated(audit, finding->vote), history_outcome(finding->vote->recorded),
                          history_outcome(finding->resolved), finding->why));
        write_doubts(audit, finding->vote);
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

static void write_kinds(struct audit *audit) {
    const struct veto_history_check *check = audit->check;
    for (int i = 0; i < VETO_PROBLEM_KINDS; i++)
        if (check->problems_by_kind[i] > 0)
            figure(audit, veto_history_problem_word((enum veto_history_problem_kind)i),
                   check->problems_by_kind[i], kinds[i]);
}

static void write_problem(struct audit *audit, const struct veto_history_problem *problem) {
    item(audit, arena_printf(&audit->page.arena, "row %u, %s%s%s: %s: %s", problem->row,
                             *problem->symbol ? problem->symbol : "(no symbol)",
                             *problem->date ? ", " : "", problem->date,
                             veto_history_problem_word(problem->kind), problem->text));
}

static void write_problems(struct audit *audit) {
    const struct veto_history_check *check = audit->check;
    size_t count = check->problem_count;
    heading(audit, arena_printf(&audit->page.arena, "Problems in the data: %zu", count));
    if (count == 0) {
        item(audit, "None found.");
        return;
    }
    write_kinds(audit);
    prose_blank(&audit->page.prose);
    for (size_t i = 0; audit->all && i < count; i++)
        write_problem(audit, &check->problems[i]);
    if (!audit->all)
        prose_paragraph(&audit->page.prose, INK_PLAIN, 0, 0,
                        "--problems lists each of them with its row.");
}

static void check_work(void *context) {
    struct audit *audit = context;
    audit->page.prose.arena = &audit->page.arena;
    write_figures(audit);
    write_unexplained(audit);
    write_explained(audit);
    write_problems(audit);
}

enum veto_status report_check_text(FILE *file, const struct veto_history_check *check, bool all,
                                   const struct text_options *options) {
    struct audit audit = {.page = page_open(file, options), .check = check, .all = all};
    return page_close(&audit.page, arenas_try(&audit.page.arena, NULL, check_work, &audit));
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

static json_t *json_findings(const struct veto_history_check *check,
                             enum veto_history_verdict verdict) {
    json_t *array = json_array();
    for (size_t i = 0; array && i < check->history->count; i++)
        if (check->findings[i].verdict == verdict)
            array = json_with(array, json_finding(&check->findings[i]));
    return array;
}

static json_t *json_problems(const struct veto_history_check *check) {
    json_t *array = json_array();
    for (size_t i = 0; array && i < check->problem_count; i++)
        array = json_with(array, json_problem(&check->problems[i]));
    return array;
}

static json_t *json_kinds(const struct veto_history_check *check) {
    json_t *object = json_object();
    for (int i = 0; object && i < VETO_PROBLEM_KINDS; i++)
        if (json_object_set_new(object,
                                veto_history_problem_word((enum veto_history_problem_kind)i),
                                json_integer((json_int_t)check->problems_by_kind[i])) != 0) {
            json_decref(object);
            object = NULL;
        }
    return object;
}

enum veto_status report_check_json(FILE *file, const struct veto_history_check *check) {
    return json_finish(file, json_pack("{s:I, s:I, s:I, s:I, s:o, s:o, s:o, s:o, s:b}", "votes",
                                       (json_int_t)check->history->count, "agree",
                                       (json_int_t)check->agree, "without_vote",
                                       (json_int_t)check->without_vote, "explained",
                                       (json_int_t)check->explained, "unexplained",
                                       json_findings(check, VETO_UNEXPLAINED), "explanations",
                                       json_findings(check, VETO_EXPLAINED), "problems_by_kind",
                                       json_kinds(check), "data_problems", json_problems(check),
                                       "adopted_only", check->history->layout == VETO_UNDL));
}
