/* Who decides the drafts of a scenario. */
#include "base/arena.h"
#include "report/power_measures.h"

static void add_notes(struct page *page, const struct power_in *in) {
    for (size_t i = 0; i < in->scenario->draft_count; i++) {
        const char *why = !in->flips[i]                 ? "is not put to the vote"
                          : !in->flips[i]->has_decisive ? "has too many states for exact chances"
                                                        : NULL;
        if (why)
            page_note(page, ROLE_NOTE,
                      arena_printf(page->arena, "Draft %s %s.", in->scenario->drafts[i].id, why));
    }
}

static void add_standing_table(struct page *page, const struct power_in *in, bool exact) {
    const struct veto_scenario *scenario = in->scenario;
    size_t drafts = scenario->draft_count;
    struct page_column *columns = arena_array(page->arena, struct page_column, drafts + 2);
    for (size_t i = 0; i < drafts; i++)
        columns[i + 1] =
            (struct page_column){.head = {"", scenario->drafts[i].id}, .type = COLUMN_CHANCE};
    columns[drafts + 1] =
        (struct page_column){.head = {"equally", "likely"}, .type = COLUMN_CHANCE};
    struct page_table *table = power_grid(page, columns, drafts + 2);
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

void power_add_in(struct page *page, const struct power_in *in, bool exact) {
    page_gap(page);
    page_heading(page, 1, arena_printf(page->arena, "Who decides: %s", in->scenario->title));
    page_say(
        page, 0,
        "The chance that a member decides a draft: that with all other ballots as the model's odds have them, its vote in favour adopts the draft and its vote against does not. The last column is the same with every ballot equally likely among yes, abstain and no, on a substantive question.");
    page_gap(page);
    add_standing_table(page, in, exact);
    add_notes(page, in);
}
