/* What the sheets share, the sheet for the class, and the board. */
#include "report/handout.h"

#include "base/arena.h"
#include "report/handout_parts.h"
#include "words/words.h"

/* ---- what the sheets share ---- */

struct minutes handout_minutes(struct page *page, const struct veto_meeting *meeting) {
    const struct told told = {meeting, veto_meeting_event_count(meeting), false};
    struct minutes minutes = minutes_of(page, &told);
    minutes.paper = true;
    return minutes;
}

void handout_head(const struct minutes *minutes, const char *sheet, bool all) {
    if (all)
        page_title(minutes->page, minutes->scenario->title);
    else
        page_heading(minutes->page, 1, minutes->scenario->title);
    page_paragraph(minutes->page, ROLE_PLAIN, 0, words_sitting(minutes->arena, minutes->scenario));
    page_paragraph(minutes->page, ROLE_STRONG, 0, sheet);
    if (!all && minutes->page->change_count > 0)
        page_note(minutes->page, ROLE_NOTE,
                  "Something is changed in this scenario: the sheet for the teacher says what.");
}

void handout_foot(const struct minutes *minutes) {
    page_gap(minutes->page);
    page_note(minutes->page, ROLE_NOTE,
              words_numbers(minutes->arena, minutes->scenario, minutes->page->changes,
                            minutes->page->change_count));
}

size_t handout_unsettled(const struct veto_programme *programme) {
    size_t count = 0;
    while (count < programme->count && (programme->items[count].kind == VETO_ITEM_STATEMENT ||
                                        programme->items[count].kind == VETO_ITEM_EVENT))
        count++;
    return count;
}

/* ---- the sheet for the class ---- */

/* To be filled in: members in the order in which they are called. */
static void add_roll_call(const struct minutes *minutes, const struct veto_draft *draft) {
    enum { MEMBER, VETO, YES, NO, ABSTAIN, BECAUSE, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [MEMBER] = {.head = {"Member"}},
        [VETO] = {.head = {"Veto"}, .least = 6},
        [YES] = {.head = {"In favour"}, .least = 11},
        [NO] = {.head = {"Against"}, .least = 9},
        [ABSTAIN] = {.head = {"Abstains"}, .least = 10},
        [BECAUSE] = {.head = {"Because ..."}, .least = 26},
    };
    const struct veto_scenario *scenario = minutes->scenario;
    page_section(minutes->page, "My roll call on %s", words_titled(minutes->arena, draft));
    struct page_table *table = page_table_with(
        minutes->page, columns, COLUMNS, .audience = FOR_READERS, .headed = true, .blank = true);
    for (unsigned i = 0; i < scenario->members_count; i++)
        table_texts(table, scenario->members[i].name,
                    veto_set_has(scenario->rules.veto_holders, i) ? "veto" : "-");
    page_gap(minutes->page);
    page_say(minutes->page, 0, "What becomes of it, and why?");
    page_lines(minutes->page, 2);
}

/* Whether a tabled draft comes to a vote is a result; of what was never tabled there is no vote to
 * expect, unless it is put. */
static bool is_asked_about(const struct veto_draft *draft) {
    return draft->put || draft->symbol;
}

/* Those on one draft that tell nothing, or on none. */
static void add_safe_questions(const struct minutes *minutes, int draft, unsigned *number) {
    enum { LINES = 3 };
    const struct veto_scenario *scenario = minutes->scenario;
    bool begun = false;
    for (size_t i = 0; i < scenario->question_count; i++) {
        const struct veto_class_question *question = &scenario->questions[i];
        if (!question->safe || question->draft != draft)
            continue;
        page_gap(minutes->page);
        if (++*number == 1)
            page_heading(minutes->page, 2, "Questions");
        if (!begun)
            page_heading(minutes->page, 3,
                         draft == VETO_NONE
                             ? "On the whole"
                             : words_titled(minutes->arena, &scenario->drafts[draft]));
        begun = true;
        page_hanging(minutes->page, ROLE_PLAIN, 0,
                     arena_printf(minutes->arena, "%u. %s", *number, question->ask));
        page_lines(minutes->page, LINES);
    }
}

static void build_class(struct page *page, const void *context) {
    const struct handout_subject *subject = context;
    const struct minutes minutes = handout_minutes(page, subject->meeting);
    handout_head(&minutes, "For the class: fill it in before the votes.", false);
    page_gap(page);
    page_say(page, 0, "Name, class and day:");
    page_lines(page, 1);
    if (minutes.scenario->about) {
        page_gap(page);
        page_paragraph(page, ROLE_PLAIN, 0, minutes.scenario->about);
    }
    minutes_council(&minutes);
    minutes_drafts(&minutes, false);
    unsigned number = 0;
    for (size_t i = 0; i < minutes.scenario->draft_count; i++)
        if (is_asked_about(&minutes.scenario->drafts[i]))
            add_roll_call(&minutes, &minutes.scenario->drafts[i]);
    for (int i = 0; i < (int)minutes.scenario->draft_count; i++)
        add_safe_questions(&minutes, i, &number);
    add_safe_questions(&minutes, VETO_NONE, &number);
    handout_foot(&minutes);
}

const struct report report_handout_class = {.page = build_class};

/* ---- the board ---- */

static void build_board(struct page *page, const void *context) {
    const struct handout_subject *subject = context;
    const struct minutes minutes = handout_minutes(page, subject->meeting);
    page->parts = PARTS_BESIDE;
    handout_head(&minutes, "For the board: how the members voted, and what came of it.", true);
    handout_foot(&minutes);
    minutes_votes(&minutes);
}

const struct report report_handout_board = {.page = build_board};
