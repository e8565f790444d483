/* Who decides the drafts of a scenario. */
#include "base/arena.h"
#include "report/power_measures.h"
#include "report/power_parts.h"

static const char *decisive(struct arena *arena, const struct veto_flips *flips, unsigned member) {
    if (!flips || !flips->has_decisive)
        return "-";
    struct power_number number = {.known = true, .value = flips->decisive[member]};
    return power_number_text(arena, &number, false);
}

static const char *equally_likely(struct arena *arena, const struct power_in *in, unsigned member,
                                  bool exact) {
    const struct power_measure *measure = power_measure_find("ternary_banzhaf");
    struct power_number number = {.known = false};
    if (in->council)
        number = power_of_member(in->council, measure, member);
    return power_number_text(arena, &number, exact);
}

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
    struct page_table *table =
        page_table_with(page, columns, drafts + 2, .audience = FOR_READERS, .headed = true,
                        .parted = true, .head_role = ROLE_STRONG);
    for (unsigned member = 0; member < scenario->members_count; member++) {
        struct page_cell *row = table_row(table);
        row[0].text = scenario->members[member].code;
        for (size_t i = 0; i < drafts; i++)
            row[i + 1].text = decisive(page->arena, in->flips[i], member);
        row[drafts + 1].text = equally_likely(page->arena, in, member, exact);
    }
}

static void add_standing_data(struct page *page, const struct power_in *in) {
    const struct veto_scenario *scenario = in->scenario;
    struct page_table *table = page_data(page, "draft", "id", "name", "decisive");
    for (size_t draft = 0; draft < scenario->draft_count; draft++)
        for (unsigned member = 0; member < scenario->members_count; member++) {
            const struct veto_flips *flips = in->flips[draft];
            bool known = flips && flips->has_decisive;
            table_texts(table, scenario->drafts[draft].id, scenario->members[member].code,
                        scenario->members[member].name,
                        known ? arena_printf(page->arena, "%.17g", flips->decisive[member]) : NULL);
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
    add_standing_data(page, in);
}
