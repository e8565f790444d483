#include "report/odds.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/roles.h"
#include "words/words.h"

enum { SCALE = 10000, LABEL = 24, NUMBER = 9, VOTES = 4, BAR = 40, ROWS = 16 };

struct sheet {
    struct page *page;
    struct arena *arena;
    const struct odds_subject *subject;
    const struct veto_scenario *scenario;
    const struct veto_odds *odds;
};

/* All tables have these columns, so that they are one in CSV. */
enum { DRAFT, MEASURE, OF, CHANCE, BESIDE, LOW, HIGH, BEFORE, COLUMNS };

static const struct page_column estimates[COLUMNS] = {
    [DRAFT] = {.key = "draft", .audience = FOR_DATA},
    [MEASURE] = {.key = "measure", .audience = FOR_DATA},
    [OF] = {.key = "of", .least = LABEL},
    [CHANCE] = {.key = "chance", .type = COLUMN_CHANCE, .least = NUMBER, .right = true},
    [LOW] = {.key = "low", .audience = FOR_DATA},
    [HIGH] = {.key = "high", .audience = FOR_DATA},
};

/* A table with other columns about what it is the chance of, and beside the chance. */
static struct page_table *add_odds_table(const struct sheet *sheet, const char *caption,
                                         struct page_column of, struct page_column beside) {
    struct page_column *columns = arena_array(sheet->arena, struct page_column, COLUMNS);
    memcpy(columns, estimates, sizeof estimates);
    columns[OF] = of;
    columns[BESIDE] = beside;
    columns[BEFORE].audience = FOR_DATA;
    return page_table_with(sheet->page, columns, COLUMNS, .caption = caption, .indent = 1);
}

/* The same with a chance, and in a sentence of what. */
static struct page_table *add_sentences(const struct sheet *sheet, const char *caption) {
    return add_odds_table(sheet, caption, (struct page_column){.key = "of", .audience = FOR_DATA},
                          (struct page_column){.key = NULL});
}

static struct page_table *add_estimates(const struct sheet *sheet, const char *caption) {
    return page_table_with(sheet->page, estimates, COLUMNS, .caption = caption, .indent = 1);
}

/* A row about a chance, without what stands beside it. */
static struct page_cell *add_chance(const struct sheet *sheet, struct page_table *table,
                                    const char *draft, const char *measure, const char *of,
                                    double p, long long percent) {
    struct page_cell *row = table_row(table);
    row[DRAFT].data = draft;
    row[MEASURE].data = measure;
    row[OF].data = of;
    row[CHANCE] = cell_of_chance(sheet->page, p, percent);
    return row;
}

/* Of an estimate, between what it lies: "(98.20% to 98.31%)"; nothing for what is exact. */
static const char *add_interval(const struct sheet *sheet, struct page_cell *row) {
    if (sheet->odds->method == VETO_EXACT)
        return "";
    struct veto_interval between = veto_wilson(row[CHANCE].value, sheet->odds->trials);
    row[LOW].data = page_number(sheet->page, between.low);
    row[HIGH].data = page_number(sheet->page, between.high);
    long long low = (long long)floor(between.low * SCALE); /* outwards */
    long long high = (long long)ceil(between.high * SCALE);
    return arena_printf(sheet->arena, "(%s to %s)", words_percent(sheet->arena, low, CELL_DECIMALS),
                        words_percent(sheet->arena, high, CELL_DECIMALS));
}

/* ---- one draft ---- */

/* "98.20% at the mark" */
static const char *before(const struct sheet *sheet, const struct veto_draft_odds *draft,
                          int outcome) {
    long long percent[VETO_OUTCOMES];
    words_percentages(draft->outcome, VETO_OUTCOMES, CELL_DECIMALS, percent);
    return arena_printf(
        sheet->arena, "%s %s",
        words_rounded(sheet->arena, draft->outcome[outcome], percent[outcome], CELL_DECIMALS),
        sheet->subject->before_name);
}

static void add_odds_outcomes(const struct sheet *sheet, size_t index) {
    const struct veto_draft_odds *draft = &sheet->odds->drafts[index];
    const char *id = sheet->scenario->drafts[index].id;
    const struct veto_odds *against = sheet->subject->before;
    const struct veto_draft_odds *held = against ? &against->drafts[index] : NULL;
    struct page_table *table = add_estimates(sheet, "Outcomes");
    long long percent[VETO_OUTCOMES];
    words_percentages(draft->outcome, VETO_OUTCOMES, CELL_DECIMALS, percent);
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)i;
        if (i == VETO_NOT_PUT && draft->outcome[i] == 0 && (!held || held->outcome[i] == 0))
            continue;
        struct page_cell *row = add_chance(sheet, table, id, "outcome", veto_outcome_word(outcome),
                                           draft->outcome[i], percent[i]);
        row[OF].text = words_capital(sheet->arena, words_outcome(outcome));
        row[OF].role = role_of_outcome(outcome);
        row[BESIDE].text = add_interval(sheet, row);
        row[BEFORE].text = held ? before(sheet, held, i) : "";
    }
}

static void add_veto_by(const struct sheet *sheet, size_t index) {
    const struct veto_draft_odds *draft = &sheet->odds->drafts[index];
    const struct veto_scenario *scenario = sheet->scenario;
    if (draft->outcome[VETO_VETOED] == 0)
        return;
    page_gap(sheet->page);
    page_say(sheet->page, 1, "Vetoed, with a vote against by:");
    struct page_table *table = add_estimates(sheet, "Who vetoes");
    for (unsigned i = 0; i < scenario->members_count; i++) {
        long long percent;
        if (draft->veto_by[i] == 0)
            continue;
        words_percentages(&draft->veto_by[i], 1, CELL_DECIMALS, &percent);
        struct page_cell *row = add_chance(sheet, table, scenario->drafts[index].id, "veto_by",
                                           scenario->members[i].code, draft->veto_by[i], percent);
        row[OF].text = scenario->members[i].name;
        row[BESIDE].text = add_interval(sheet, row);
    }
}

static void add_odds_yes(const struct sheet *sheet, size_t index) {
    const struct veto_draft_odds *draft = &sheet->odds->drafts[index];
    unsigned count = sheet->scenario->members_count + 1, required = sheet->scenario->rules.required;
    long long percent[VETO_MAX_MEMBERS + 1];
    double voted = 0;
    for (unsigned i = 0; i < count; i++)
        voted += draft->yes[i];
    if (voted == 0) /* it is not put, or adopted without a vote */
        return;
    words_percentages(draft->yes, count, CELL_DECIMALS, percent);
    page_gap(sheet->page);
    page_say(sheet->page, 1, "Votes in favour (%u needed):", required);
    struct page_table *table = add_odds_table(
        sheet, "Votes in favour",
        (struct page_column){.key = "of", .type = COLUMN_COUNT, .least = VOTES, .right = true},
        (struct page_column){.type = COLUMN_BAR, .audience = FOR_READERS, .least = BAR});
    for (unsigned i = 0; i < count; i++) {
        if (percent[i] == 0)
            continue;
        const char *votes = page_count(sheet->page, i);
        struct page_cell *row = add_chance(sheet, table, sheet->scenario->drafts[index].id, "yes",
                                           votes, draft->yes[i], percent[i]);
        add_interval(sheet, row);
        row[OF].text = votes;
        row[BESIDE] = (struct page_cell){.value = draft->yes[i],
                                         .role = i >= required ? ROLE_YES : ROLE_ABSTAIN};
    }
}

/* The largest of those that have not been shown, and the first of these: it has been then. */
static size_t next_largest(const double *values, size_t count, bool *shown) {
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (!shown[i] && (best == count || values[i] > values[best]))
            best = i;
    shown[best] = true;
    return best;
}

static void add_kind_row(const struct sheet *sheet, struct page_table *table,
                         const struct veto_draft *about, const struct veto_kind *kind,
                         long long percent) {
    struct page_cell *row =
        add_chance(sheet, table, about->id, "kind", kind->id, kind->weight, percent);
    long long prior;
    words_percentages(&kind->prior, 1, CELL_DECIMALS, &prior);
    row[BESIDE].text =
        about->given ? arena_printf(sheet->arena, "%s (%s before)", kind->name,
                                    words_rounded(sheet->arena, kind->prior, prior, CELL_DECIMALS))
                     : kind->name;
}

/* The kinds by their weights, and what these were before anything was given. */
static void add_odds_kinds(const struct sheet *sheet, size_t index) {
    const struct veto_draft *about = &sheet->scenario->drafts[index];
    long long percent[VETO_MAX_KINDS];
    double weight[VETO_MAX_KINDS], told = 0;
    bool shown[VETO_MAX_KINDS] = {false};
    if (!about->kind_count)
        return;
    page_gap(sheet->page);
    page_paragraph(sheet->page, ROLE_PLAIN, 1,
                   about->given ? arena_printf(sheet->arena, "Of which kind it is, given %s:",
                                               words_given(sheet->arena, sheet->scenario, about))
                                : "Of which kind it is:");
    for (size_t i = 0; i < about->kind_count; i++)
        weight[i] = about->kinds[i].weight;
    words_percentages(weight, about->kind_count, CELL_DECIMALS, percent);
    struct page_table *table = add_sentences(sheet, "Kinds");
    for (size_t count = 0; count < about->kind_count && count < ROWS; count++) {
        size_t i = next_largest(weight, about->kind_count, shown);
        told += weight[i];
        add_kind_row(sheet, table, about, &about->kinds[i], percent[i]);
    }
    if (about->kind_count > ROWS)
        page_say(sheet->page, 1, "and %zu more, together %s.", about->kind_count - ROWS,
                 words_chance(sheet->arena, told < 1 ? 1 - told : 0));
    page_paragraph(sheet->page, ROLE_PLAIN, 1, words_unmoved(sheet->arena, about));
}

/* ---- all drafts together ---- */

static char *together(const struct sheet *sheet, const struct veto_joint_odds *joint) {
    char *text = arena_copy(sheet->arena, "", 0);
    for (size_t i = 0; i < sheet->scenario->draft_count; i++)
        text = arena_printf(sheet->arena, "%s%s%s %s", text, i > 0 ? ", " : "",
                            sheet->scenario->drafts[i].id, words_outcome(joint->outcomes[i]));
    return text;
}

static void add_joint_rows(const struct sheet *sheet, const double *chance,
                           const long long *percent) {
    const struct veto_odds *odds = sheet->odds;
    struct page_table *table = add_sentences(sheet, "All drafts together");
    bool *shown = arena_array(sheet->arena, bool, odds->joint_count + 1);
    for (size_t count = 0; count < odds->joint_count && count < ROWS; count++) {
        size_t i = next_largest(chance, odds->joint_count, shown);
        const char *text = together(sheet, &odds->joint[i]);
        struct page_cell *row = add_chance(sheet, table, "", "joint", text, chance[i], percent[i]);
        const char *sure = add_interval(sheet, row);
        row[BESIDE].text = *sure ? arena_printf(sheet->arena, "%s  %s", sure, text) : text;
    }
    if (odds->joint_count > ROWS)
        page_say(sheet->page, 1, "and %zu more, less likely.", odds->joint_count - ROWS);
}

static void add_joint(const struct sheet *sheet) {
    const struct veto_odds *odds = sheet->odds;
    if (sheet->scenario->draft_count < 2 || sheet->subject->hidden)
        return;
    page_section(sheet->page, "All drafts together");
    if (odds->joint_left_out) {
        page_say(sheet->page, 0, "There are too many combinations of outcomes to list them.");
        return;
    }
    double *chance = arena_array(sheet->arena, double, odds->joint_count + 1);
    long long *percent = arena_array(sheet->arena, long long, odds->joint_count + 1);
    for (size_t i = 0; i < odds->joint_count; i++)
        chance[i] = odds->joint[i].p;
    words_percentages(chance, odds->joint_count, CELL_DECIMALS, percent);
    add_joint_rows(sheet, chance, percent);
}

/* ---- the page ---- */

static void add_how(const struct sheet *sheet) {
    const struct veto_odds *odds = sheet->odds;
    const char *text = "Exact.";
    if (odds->method == VETO_MONTE_CARLO)
        text = arena_printf(sheet->arena,
                            "Monte Carlo%s: %llu trial%s with seed %llu. In brackets, the 95%% "
                            "interval of each number.",
                            odds->stopped ? ", stopped before it was through" : "",
                            (unsigned long long)odds->trials, text_plural(odds->trials),
                            (unsigned long long)odds->seed);
    else if (odds->error > 0)
        text = arena_printf(sheet->arena,
                            "Exact, but for integrals over blocs that are off by %.0e at most.",
                            odds->error);
    if (!sheet->subject->hidden) /* how exact they are is of all drafts */
        page_paragraph(sheet->page, ROLE_PLAIN, 0, text);
    page_paragraph(sheet->page, ROLE_PLAIN, 0,
                   words_numbers(sheet->arena, sheet->scenario, sheet->page->changes,
                                 sheet->page->change_count));
}

static void build_odds_page(struct page *page, const void *context) {
    const struct odds_subject *subject = context;
    const struct veto_scenario *scenario = subject->scenario;
    struct sheet sheet = {page, page->arena, subject, scenario, subject->odds};
    size_t hidden = 0;
    page_titlef(page, "Odds: %s", scenario->title);
    add_how(&sheet);
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft *draft = &scenario->drafts[i];
        if (subject->hidden >> i & 1) {
            hidden++;
            continue;
        }
        page_section(page, "%s: %s", words_capital(page->arena, words_named(page->arena, draft)),
                     draft->title);
        add_odds_outcomes(&sheet, i);
        add_veto_by(&sheet, i);
        add_odds_yes(&sheet, i);
        add_odds_kinds(&sheet, i);
    }
    add_joint(&sheet);
    if (hidden > 0) {
        page_gap(page);
        page_paragraphf(page, ROLE_DIM, 0,
                        "The odds of %zu draft%s are hidden until the result; H shows them.",
                        hidden, text_plural(hidden));
    }
}

static json_t *build_odds_json(struct build *build, const void *context) {
    const struct odds_subject *subject = context;
    build->scenario = subject->scenario;
    return build_odds(build, subject->odds);
}

const struct report report_odds = {build_odds_page, build_odds_json, 15, 0};
