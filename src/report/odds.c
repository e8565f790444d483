#include "report/odds.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/roles.h"
#include "words/words.h"

enum { SCALE = 10000, LABEL = 24, NUMBER = 9, VOTES = 4, BAR = 40, ROWS = 16 };

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
static struct page_table *add_odds_table(struct page *page, const char *caption,
                                         struct page_column of, struct page_column beside) {
    struct page_column *columns = arena_array(page->arena, struct page_column, COLUMNS);
    memcpy(columns, estimates, sizeof estimates);
    columns[OF] = of;
    columns[BESIDE] = beside;
    columns[BEFORE].audience = FOR_DATA;
    return page_table_with(page, columns, COLUMNS, .caption = caption, .indent = 1);
}

/* The same with a chance, and in a sentence of what. */
static struct page_table *add_sentences(struct page *page, const char *caption) {
    return add_odds_table(page, caption, (struct page_column){.key = "of", .audience = FOR_DATA},
                          (struct page_column){.key = NULL});
}

/* A row about a chance, and beside it, where these odds are estimates, between what it lies:
 * "(98.20% to 98.31%)". */
static struct page_cell *add_chance(struct page *page, const struct veto_odds *odds,
                                    struct page_table *table, const char *draft,
                                    const char *measure, const char *of, double p,
                                    const long long *percent) {
    struct page_cell *row = table_row(table);
    row[DRAFT].data = draft;
    row[MEASURE].data = measure;
    row[OF].data = of;
    row[CHANCE] = cell_of_chance(page, p, percent);
    if (odds && odds->method == VETO_MONTE_CARLO) {
        struct veto_interval between = veto_wilson(p, odds->trials);
        long long low = (long long)floor(between.low * SCALE); /* outwards */
        long long high = (long long)ceil(between.high * SCALE);
        row[LOW].data = page_number(page, between.low);
        row[HIGH].data = page_number(page, between.high);
        row[BESIDE].text =
            arena_printf(page->arena, "(%s to %s)", words_percent(page->arena, low, CELL_DECIMALS),
                         words_percent(page->arena, high, CELL_DECIMALS));
    }
    return row;
}

/* ---- one draft ---- */

static void add_odds_outcomes(struct page *page, const struct odds_subject *subject, size_t index) {
    const struct veto_draft_odds *draft = &subject->odds->drafts[index];
    const struct veto_draft_odds *held = subject->before ? &subject->before->drafts[index] : NULL;
    struct page_table *table =
        page_table_with(page, estimates, COLUMNS, .caption = "Outcomes", .indent = 1);
    long long percent[VETO_OUTCOMES], before[VETO_OUTCOMES];
    words_percentages(draft->outcome, VETO_OUTCOMES, CELL_DECIMALS, percent);
    if (held)
        words_percentages(held->outcome, VETO_OUTCOMES, CELL_DECIMALS, before);
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)i;
        if (i == VETO_NOT_PUT && draft->outcome[i] == 0 && (!held || held->outcome[i] == 0))
            continue;
        struct page_cell *row =
            add_chance(page, subject->odds, table, subject->scenario->drafts[index].id, "outcome",
                       veto_outcome_word(outcome), draft->outcome[i], &percent[i]);
        row[OF].text = words_capital(page->arena, words_outcome(outcome));
        row[OF].role = role_of_outcome(outcome);
        if (held) /* "98.20% at the mark" */
            row[BEFORE].text = arena_printf(page->arena, "%s %s",
                                            cell_of_chance(page, held->outcome[i], &before[i]).text,
                                            subject->before_name);
    }
}

static void add_veto_by(struct page *page, const struct odds_subject *subject, size_t index) {
    const struct veto_draft_odds *draft = &subject->odds->drafts[index];
    const struct veto_scenario *scenario = subject->scenario;
    if (draft->outcome[VETO_VETOED] == 0)
        return;
    page_gap(page);
    page_say(page, 1, "Vetoed, with a vote against by:");
    struct page_table *table =
        page_table_with(page, estimates, COLUMNS, .caption = "Who vetoes", .indent = 1);
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (draft->veto_by[i] > 0)
            add_chance(page, subject->odds, table, scenario->drafts[index].id, "veto_by",
                       scenario->members[i].code, draft->veto_by[i], NULL)[OF]
                .text = scenario->members[i].name;
}

static void add_odds_yes(struct page *page, const struct odds_subject *subject, size_t index) {
    const struct veto_draft_odds *draft = &subject->odds->drafts[index];
    const struct veto_scenario *scenario = subject->scenario;
    unsigned count = scenario->members_count + 1, required = scenario->rules.required;
    long long percent[VETO_MAX_MEMBERS + 1];
    double voted = 0;
    for (unsigned i = 0; i < count; i++)
        voted += draft->yes[i];
    if (voted == 0) /* it is not put, or adopted without a vote */
        return;
    words_percentages(draft->yes, count, CELL_DECIMALS, percent);
    page_gap(page);
    page_say(page, 1, "Votes in favour (%u needed):", required);
    struct page_table *table = add_odds_table(
        page, "Votes in favour",
        (struct page_column){.key = "of", .type = COLUMN_COUNT, .least = VOTES, .right = true},
        (struct page_column){.type = COLUMN_BAR, .audience = FOR_READERS, .least = BAR});
    for (unsigned i = 0; i < count; i++) {
        if (percent[i] == 0)
            continue;
        const char *votes = page_count(page, i);
        struct page_cell *row = add_chance(page, subject->odds, table, scenario->drafts[index].id,
                                           "yes", votes, draft->yes[i], &percent[i]);
        row[OF].text = votes;
        row[BESIDE] = (struct page_cell){.value = draft->yes[i],
                                         .role = i >= required ? ROLE_YES : ROLE_ABSTAIN};
    }
}

/* The kinds by their weights, and what these were before anything was given. */
static void add_odds_kinds(struct page *page, const struct odds_subject *subject, size_t index) {
    const struct veto_draft *about = &subject->scenario->drafts[index];
    long long percent[VETO_MAX_KINDS];
    double weight[VETO_MAX_KINDS], told = 0;
    if (!about->kind_count)
        return;
    page_gap(page);
    page_say(page, 1, "Of which kind it is%s%s:", about->given ? ", given " : "",
             about->given ? words_given(page->arena, subject->scenario, about) : "");
    for (size_t i = 0; i < about->kind_count; i++)
        weight[i] = about->kinds[i].weight;
    words_percentages(weight, about->kind_count, CELL_DECIMALS, percent);
    const size_t *order = words_largest_first(page->arena, weight, about->kind_count);
    struct page_table *table = add_sentences(page, "Kinds");
    for (size_t count = 0; count < about->kind_count && count < ROWS; count++) {
        size_t i = order[count];
        const struct veto_kind *kind = &about->kinds[i];
        struct page_cell *row =
            add_chance(page, NULL, table, about->id, "kind", kind->id, weight[i], &percent[i]);
        row[BESIDE].text = kind->name;
        if (about->given)
            row[BESIDE].text = arena_printf(page->arena, "%s (%s before)", kind->name,
                                            cell_of_chance(page, kind->prior, NULL).text);
        told += weight[i];
    }
    if (about->kind_count > ROWS)
        page_say(page, 1, "and %zu more, together %s.", about->kind_count - ROWS,
                 words_chance(page->arena, told < 1 ? 1 - told : 0));
    page_paragraph(page, ROLE_PLAIN, 1, words_unmoved(page->arena, about));
}

/* ---- all drafts together ---- */

static const char *together(struct arena *arena, const struct veto_scenario *scenario,
                            const struct veto_joint_odds *joint) {
    const char *text = "";
    for (size_t i = 0; i < scenario->draft_count; i++)
        text = arena_printf(arena, "%s%s%s %s", text, i > 0 ? ", " : "", scenario->drafts[i].id,
                            words_outcome(joint->outcomes[i]));
    return text;
}

static void add_joint(struct page *page, const struct odds_subject *subject) {
    const struct veto_odds *odds = subject->odds;
    if (subject->scenario->draft_count < 2 || subject->hidden)
        return;
    page_section(page, "All drafts together");
    if (odds->joint_left_out) {
        page_say(page, 0, "There are too many combinations of outcomes to list them.");
        return;
    }
    double *chance = arena_array(page->arena, double, odds->joint_count + 1);
    long long *percent = arena_array(page->arena, long long, odds->joint_count + 1);
    for (size_t i = 0; i < odds->joint_count; i++)
        chance[i] = odds->joint[i].p;
    words_percentages(chance, odds->joint_count, CELL_DECIMALS, percent);
    const size_t *order = words_largest_first(page->arena, chance, odds->joint_count);
    struct page_table *table = add_sentences(page, "All drafts together");
    for (size_t count = 0; count < odds->joint_count && count < ROWS; count++) {
        size_t i = order[count];
        const char *text = together(page->arena, subject->scenario, &odds->joint[i]);
        struct page_cell *row =
            add_chance(page, odds, table, "", "joint", text, chance[i], &percent[i]);
        const char *between = row[BESIDE].text;
        row[BESIDE].text = between ? arena_printf(page->arena, "%s  %s", between, text) : text;
    }
    if (odds->joint_count > ROWS)
        page_say(page, 1, "and %zu more, less likely.", odds->joint_count - ROWS);
}

/* ---- the page ---- */

static void add_how(struct page *page, const struct odds_subject *subject) {
    const struct veto_odds *odds = subject->odds;
    const char *text = "Exact.";
    if (odds->method == VETO_MONTE_CARLO)
        text = arena_printf(page->arena,
                            "Monte Carlo%s: %llu trial%s with seed %llu. In brackets, the 95%% "
                            "interval of each number.",
                            odds->stopped ? ", stopped before it was through" : "",
                            (unsigned long long)odds->trials, text_plural(odds->trials),
                            (unsigned long long)odds->seed);
    else if (odds->error > 0)
        text = arena_printf(page->arena,
                            "Exact, but for integrals over blocs that are off by %.0e at most.",
                            odds->error);
    if (!subject->hidden) /* how exact they are is of all drafts */
        page_paragraph(page, ROLE_PLAIN, 0, text);
    page_paragraph(
        page, ROLE_PLAIN, 0,
        words_numbers(page->arena, subject->scenario, page->changes, page->change_count));
}

static void build_odds_page(struct page *page, const void *context) {
    const struct odds_subject *subject = context;
    const struct veto_scenario *scenario = subject->scenario;
    size_t hidden = 0;
    page_titlef(page, "Odds: %s", scenario->title);
    add_how(page, subject);
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft *draft = &scenario->drafts[i];
        if (subject->hidden >> i & 1) {
            hidden++;
            continue;
        }
        page_section(page, "%s: %s", words_capital(page->arena, words_named(page->arena, draft)),
                     draft->title);
        add_odds_outcomes(page, subject, i);
        add_veto_by(page, subject, i);
        add_odds_yes(page, subject, i);
        add_odds_kinds(page, subject, i);
    }
    add_joint(page, subject);
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
