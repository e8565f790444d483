#include "report/power.h"
#include "base/arena.h"
#include "base/text.h"

/* As wide as what is in it, the rows' names first. Where it does not fit, it comes in parts. */
static struct page_table *add_grid(struct page *page, const struct page_column *columns,
                                   size_t count) {
    return page_table_with(page, columns, count, .audience = FOR_READERS, .headed = true,
                           .parted = true, .head_role = ROLE_STRONG);
}

/* ---- who is of which kind ---- */

static void add_kinds(struct page *page, const struct power_council *council) {
    static const struct page_column columns[2];
    const struct veto_kinds *kinds = power_kinds(council);
    bool alike = kinds->count < kinds->members;
    page_note(page, ROLE_PLAIN,
              alike ? "Members that no rule tells apart have the same power:"
                    : "No two members are alike.");
    if (!alike)
        return;
    struct page_table *table =
        page_table_with(page, columns, 2, .audience = FOR_READERS, .inset = true);
    for (unsigned kind = 0; kind < kinds->count; kind++) {
        const char *list = "";
        for (unsigned i = 0; i < council->count; i++)
            if (kinds->of[i] == kind)
                list = arena_printf(page->arena, "%s%s%s", list, *list ? ", " : "",
                                    council->members[i].name);
        table_texts(table, power_kind_label(page->arena, council, kind), list)[0].role =
            ROLE_STRONG;
    }
}

/* ---- the Council as a whole ---- */

static void add_act(struct page *page, struct power_number act, bool exact, const char *what) {
    char some[VETO_NATURAL_TEXT], all[VETO_NATURAL_TEXT];
    if (!act.known)
        return;
    veto_natural_text(&act.fraction.numerator, some);
    veto_natural_text(&act.fraction.denominator, all);
    page_note(page, ROLE_PLAIN,
              arena_printf(page->arena, "Power to act, %s: %s of %s adopt a draft (%s).", what,
                           some, all, power_number_text(page->arena, act, exact)));
}

static void add_minimal(struct page *page, const struct power_council *council) {
    char minimal[VETO_NATURAL_TEXT], vulnerable[VETO_NATURAL_TEXT];
    if (!council->power || !council->power->johnston.numerator)
        return;
    veto_natural_text(&council->power->minimal, minimal);
    veto_natural_text(&council->power->vulnerable, vulnerable);
    page_note(page, ROLE_PLAIN,
              arena_printf(page->arena,
                           "Minimal winning coalitions: %s. Winning coalitions with a "
                           "critical member: %s.",
                           minimal, vulnerable));
}

static void add_lead(struct page *page, const char *text) {
    if (!*text)
        return;
    page_note(page, ROLE_PLAIN, text);
    page_gap(page);
}

static const char *title_of(struct arena *arena, const struct power_council *council) {
    return arena_printf(arena, "%s: %s", council->name, council->title);
}

const char *power_title(struct arena *arena, const struct power_report *report) {
    return report->count > 1 ? "Voting power side by side" : title_of(arena, report->councils);
}

static void add_council(struct page *page, const struct power_report *report, size_t index) {
    const struct power_council *council = &report->councils[index];
    const char *title = title_of(page->arena, council);
    page_gap(page);
    if (report->count == 1)
        page_title(page, title);
    else
        page_heading(page, 1, title);
    page_changes(page, council->said.set, council->said.set_count);
    add_lead(page, power_lead(page->arena, council));
    add_kinds(page, council);
    page_gap(page);
    add_act(page, power_act(council), report->exact, "coalitions, an abstention counting as a no");
    add_act(page, power_ternary_act(council), report->exact, "profiles of yes, abstain and no");
    add_minimal(page, council);
    for (size_t i = 0; i < council->note_count; i++)
        page_note(page, ROLE_NOTE, council->notes[i]);
}

/* ---- measures ---- */

/* One row, a number of each measure: of the whole, or else of a member. */
static void add_numbers(const struct power_report *report, struct page_table *table,
                        const char *name, const struct power_council *council,
                        const struct power_measure *measures, power_number_of *of,
                        unsigned member) {
    struct page_cell *row = table_row(table);
    row[0].text = arena_printf(table->arena, "%s%s", report->count > 1 ? "  " : "", name);
    for (size_t i = 0; i + 1 < table->column_count; i++)
        row[i + 1].text = power_number_text(table->arena,
                                            of ? of(council, &measures[i])
                                               : power_of_member(council, &measures[i], member),
                                            report->exact);
}

static void add_rows(const struct power_report *report, struct page_table *table,
                     const struct power_council *council, const struct power_measure *measures) {
    const struct veto_kinds *kinds = power_kinds(council);
    if (report->count > 1)
        table_row(table)[0].text = council->name;
    for (unsigned kind = 0; kind < kinds->count; kind++)
        add_numbers(report, table, power_kind_label(table->arena, council, kind), council, measures,
                    NULL, power_first_of(kinds, kind));
    add_numbers(report, table, "inequality (Gini)", council, measures, power_gini, 0);
    if (power_permanent(council))
        add_numbers(report, table, "permanent share", council, measures, power_permanent_share, 0);
}

/* A table of the measures of a part, which follow each other. */
static void add_part(struct page *page, const struct power_report *report, unsigned part,
                     const char *heading) {
    const struct power_measure *measures = power_measures;
    const struct power_measure *end = power_measures + power_measure_count;
    struct page_column *columns =
        arena_array(page->arena, struct page_column, power_measure_count + 1);
    size_t count = 0, known = 0;
    while (measures->part != part)
        measures++;
    for (; measures + count < end && measures[count].part == part; count++)
        columns[count + 1] = (struct page_column){
            .head = {measures[count].head[0], measures[count].head[1]}, .type = COLUMN_NUMBER};
    for (size_t i = 0; i < report->count; i++)
        known += power_of_member(&report->councils[i], measures, 0).known;
    if (known == 0)
        return;
    page_section(page, "%s", heading);
    struct page_table *table = add_grid(page, columns, count + 1);
    for (size_t i = 0; i < report->count; i++)
        add_rows(report, table, &report->councils[i], measures);
}

/* ---- several Councils side by side ---- */

static struct power_number most(const struct power_council *council,
                                const struct power_measure *measure) {
    return power_extreme(council, measure, 1);
}

static struct power_number least_share(const struct power_council *council,
                                       const struct power_measure *measure) {
    return power_extreme(council, measure, -1);
}

static struct power_number to_act(const struct power_council *council,
                                  const struct power_measure *measure) {
    return measure->part == VETO_POWER_TERNARY ? power_ternary_act(council) : power_act(council);
}

static const struct {
    const char *text;
    const char *key; /* of a measure; NULL: the row is a heading */
    power_number_of *of;
} overview[] = {
    {"An abstention counts as a no", NULL, NULL},
    {"  power to act (Coleman)", "banzhaf", to_act},
    {"  Shapley-Shubik, most", "shapley_shubik", most},
    {"    least", "shapley_shubik", least_share},
    {"    inequality (Gini)", "shapley_shubik", power_gini},
    {"    permanent share", "shapley_shubik", power_permanent_share},
    {"  Banzhaf, most", "banzhaf", most},
    {"    least", "banzhaf", least_share},
    {"An abstention is not a no", NULL, NULL},
    {"  power to act", "ternary_banzhaf", to_act},
    {"  Shapley-Shubik, most", "ternary_shapley_shubik", most},
    {"    least", "ternary_shapley_shubik", least_share},
    {"    inequality (Gini)", "ternary_shapley_shubik", power_gini},
    {"    permanent share", "ternary_shapley_shubik", power_permanent_share},
    {"  Banzhaf, most", "ternary_banzhaf", most},
    {"    least", "ternary_banzhaf", least_share},
};

static void add_overview(struct page *page, const struct power_report *report) {
    struct page_column *columns = arena_array(page->arena, struct page_column, report->count + 1);
    for (size_t i = 0; i < report->count; i++)
        columns[i + 1] = (struct page_column){
            .head = {report->councils[i].name,
                     arena_printf(page->arena, "%u member%s", report->councils[i].count,
                                  text_plural(report->councils[i].count))},
            .type = COLUMN_NUMBER};
    page_section(page, "Side by side: the member with the most power and the one with the least");
    struct page_table *table = add_grid(page, columns, report->count + 1);
    for (size_t i = 0; i < sizeof overview / sizeof *overview; i++) {
        struct page_cell *row = table_row(table);
        row[0].text = overview[i].text;
        for (size_t c = 0; c < report->count && overview[i].key; c++)
            row[c + 1].text = power_number_text(
                page->arena,
                overview[i].of(&report->councils[c], power_measure_find(overview[i].key)),
                report->exact);
    }
}

/* ---- who decides the drafts of a scenario ---- */

static void add_standing_table(struct page *page, const struct power_in *in, bool exact) {
    const struct veto_scenario *scenario = in->scenario;
    size_t drafts = scenario->draft_count;
    struct page_column *columns = arena_array(page->arena, struct page_column, drafts + 2);
    for (size_t i = 0; i < drafts; i++)
        columns[i + 1] =
            (struct page_column){.head = {"", scenario->drafts[i].id}, .type = COLUMN_CHANCE};
    columns[drafts + 1] =
        (struct page_column){.head = {"equally", "likely"}, .type = COLUMN_CHANCE};
    struct page_table *table = add_grid(page, columns, drafts + 2);
    const struct power_measure *measure = power_measure_find("ternary_banzhaf");
    for (unsigned member = 0; member < scenario->members_count; member++) {
        struct page_cell *row = table_row(table);
        row[0].text = scenario->members[member].code;
        for (size_t i = 0; i < drafts; i++)
            row[i + 1].text =
                power_number_text(page->arena, power_decisive(in->flips[i], member), false);
        row[drafts + 1].text =
            in->council ? power_number_text(page->arena,
                                            power_of_member(in->council, measure, member), exact)
                        : "-";
    }
}

static void add_standing(struct page *page, const struct power_in *in, bool exact) {
    page_gap(page);
    page_heading(page, 1, arena_printf(page->arena, "Who decides: %s", in->scenario->title));
    page_changes(page, in->said.set, in->said.set_count);
    page_say(
        page, 0,
        "The chance that a member decides a draft: that with all other ballots as the model's "
        "odds have them, its vote in favour adopts the draft and its vote against does not. The "
        "last column is the same with every ballot equally likely among yes, abstain and no, on "
        "a substantive question.");
    page_gap(page);
    add_standing_table(page, in, exact);
    for (size_t i = 0; i < in->scenario->draft_count; i++) {
        const char *why = !in->flips[i]                 ? "is not put to the vote"
                          : !in->flips[i]->has_decisive ? "has too many states for exact chances"
                                                        : NULL;
        if (why)
            page_note(page, ROLE_NOTE,
                      arena_printf(page->arena, "Draft %s %s.", in->scenario->drafts[i].id, why));
    }
}

/* ---- all of it ---- */

static void build_power_page(struct page *page, const void *subject) {
    static const struct {
        unsigned part;
        const char *heading;
    } parts[] = {
        {VETO_POWER_YES_NO, "Yes or no: these count an abstention as a no"},
        {VETO_POWER_MINIMAL, "Yes or no, further measures: these count an abstention as a no"},
        {VETO_POWER_TERNARY, "Yes, abstain or no: an abstention is not a no"},
    };
    const struct power_report *report = subject;
    if (report->count > 1) {
        page_title(page, power_title(page->arena, report));
        add_lead(page, power_compared(page->arena, report));
    }
    for (size_t i = 0; i < report->count; i++)
        add_council(page, report, i);
    if (report->count > 1)
        add_overview(page, report);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && report->count > 0; i++)
        add_part(page, report, parts[i].part, parts[i].heading);
    if (report->in)
        add_standing(page, report->in, report->exact);
    power_add_data(page, report);
}

const struct report report_power = {build_power_page, power_json, 0, 0};
