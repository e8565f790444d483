/* Every measure of every member, for CSV. */
#include "base/arena.h"
#include "report/power_measures.h"
#include "report/power_parts.h"

enum { COUNCIL, ID, NAME, PERMANENT, VETO, FIXED };

static const char *number_data(struct page *page, const struct power_number *number, bool exact) {
    if (!number->known)
        return "";
    return exact && number->exact ? power_number_text(page->arena, number, true)
                                  : arena_printf(page->arena, "%.17g", number->value);
}

static const char *act_data(struct page *page, const struct veto_fraction *act, bool exact) {
    struct power_number number = {.known = false};
    if (act)
        number = power_number_of(act);
    return number_data(page, &number, exact);
}

static void add_member(struct page *page, struct page_table *table,
                       const struct power_council *council, unsigned member, bool exact) {
    const struct power_member *who = &council->members[member];
    struct page_cell *row = table_row(table);
    row[COUNCIL].text = council->name;
    row[ID].text = who->id;
    row[NAME].text = who->name;
    row[PERMANENT].text = who->permanent ? "true" : "false";
    row[VETO].text = who->veto ? "true" : "false";
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = power_of_member(council, &power_measures[i], member);
        row[FIXED + i].text = number_data(page, &number, exact);
    }
    row[FIXED + power_measure_count].text = act_data(page, power_act(council), exact);
    row[FIXED + power_measure_count + 1].text = act_data(page, power_ternary_act(council), exact);
}

void power_add_data(struct page *page, const struct power_report *report) {
    static const char *const fixed[FIXED] = {"council", "id", "name", "permanent", "veto"};
    size_t count = FIXED + power_measure_count + 2;
    struct page_column *columns = arena_array(page->arena, struct page_column, count);
    for (size_t i = 0; i < count; i++)
        columns[i].key = i < FIXED                         ? fixed[i]
                         : i < FIXED + power_measure_count ? power_measures[i - FIXED].key
                         : i + 1 < count                   ? "power_to_act"
                                                           : "ternary_power_to_act";
    struct page_table *table = page_table_with(page, columns, count, .audience = FOR_DATA);
    for (size_t i = 0; i < report->count; i++)
        for (unsigned member = 0; member < report->councils[i].count; member++)
            add_member(page, table, &report->councils[i], member, report->exact);
}
