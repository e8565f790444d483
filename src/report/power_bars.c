/* Four measures as bars. */
#include "base/arena.h"
#include "report/power.h"

/* Four measures: the two questions that are most asked, each with two ballots and with three. */
static const struct {
    const char *key, *heading;
} charts[] = {
    {"shapley_shubik", "Shapley-Shubik, yes or no: an abstention counts as a no"},
    {"ternary_shapley_shubik", "Shapley-Shubik, yes, abstain or no: an abstention is not a no"},
    {"banzhaf", "Banzhaf, yes or no: an abstention counts as a no"},
    {"ternary_banzhaf", "Banzhaf, yes, abstain or no: an abstention is not a no"},
};

enum { WHO, NUMBER, BAR, COLUMNS, NUMBER_WIDTH = 11 };

static void add_bars_council(struct page_table *table, const struct power_council *council,
                             const struct power_measure *measure) {
    const struct veto_kinds *kinds = power_kinds(council);
    for (unsigned kind = 0; kind < kinds->count; kind++) {
        struct power_number number = power_of_member(council, measure, power_first_of(kinds, kind));
        struct page_cell *row = table_row(table);
        if (table->column_count > COLUMNS)
            *row++ =
                (struct page_cell){.text = kind == 0 ? council->name : "", .role = ROLE_STRONG};
        row[WHO].text = power_kind_label(table->arena, council, kind);
        row[NUMBER].text = power_number_text(table->arena, number, false);
        row[BAR] = (struct page_cell){.text = number.known ? NULL : "not computed",
                                      .value = number.known ? number.value : 0,
                                      .role = ROLE_YES};
    }
}

/* Of several Councils, with their names before the rest. */
static void add_chart(struct page *page, const struct power_report *report, size_t chart) {
    static const struct page_column columns[1 + COLUMNS] = {
        [1 + NUMBER] = {.type = COLUMN_NUMBER, .least = NUMBER_WIDTH},
        [1 + BAR] = {.type = COLUMN_BAR},
    };
    const struct power_measure *measure = power_measure_find(charts[chart].key);
    size_t names = report->count > 1 ? 1 : 0;
    bool known = false;
    for (size_t i = 0; i < report->count; i++)
        known = known || power_extreme(&report->councils[i], measure, 1).value > 0;
    if (!known)
        return;
    page_section(page, "%s", charts[chart].heading);
    struct page_table *table =
        page_table_with(page, &columns[1 - names], COLUMNS + names, .audience = FOR_READERS);
    for (size_t i = 0; i < report->count; i++)
        add_bars_council(table, &report->councils[i], measure);
}

static void build_bars_page(struct page *page, const void *subject) {
    const struct power_report *report = subject;
    page->title = power_title(page->arena, report);
    page_changes(page, page->changes, page->change_count);
    for (size_t i = 0; i < report->count; i++) {
        const struct power_council *council = &report->councils[i];
        if (council->said.set_count > 0)
            page_say(page, 0, "%s:", council->name);
        page_changes(page, council->said.set, council->said.set_count);
    }
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++)
        add_chart(page, report, i);
    for (size_t c = 0; c < report->count; c++)
        for (size_t i = 0; i < report->councils[c].note_count; i++)
            page_note(page, ROLE_NOTE, report->councils[c].notes[i]);
    power_add_data(page, report);
}

const struct report report_power_bars = {build_bars_page, power_json, 0, 0};
