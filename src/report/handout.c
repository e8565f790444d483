/* What the sheets share, the sheet for the class, the role cards, and the board. */
#include "report/handout.h"

#include "base/arena.h"
#include "report/minutes.h"
#include "words/words.h"

/* ---- what the sheets share ---- */

struct minutes handout_begin(struct page *page, const struct handout_subject *subject,
                             const char *sheet, bool all) {
    const struct told told = {subject->meeting, veto_meeting_event_count(subject->meeting), false};
    struct minutes minutes = minutes_of(page, &told);
    minutes.paper = true;
    if (all)
        page_title(page, minutes.scenario->title);
    else
        page_heading(page, 1, minutes.scenario->title);
    page_paragraph(page, ROLE_PLAIN, 0, words_sitting(page->arena, minutes.scenario));
    page_paragraph(page, ROLE_STRONG, 0, sheet);
    if (!all && page->change_count > 0)
        page_note(page, ROLE_NOTE,
                  "Something is changed in this scenario: the sheet for the teacher says what.");
    return minutes;
}

void handout_foot(const struct minutes *minutes) {
    page_gap(minutes->page);
    page_note(minutes->page, ROLE_NOTE,
              words_numbers(minutes->arena, minutes->scenario, minutes->page->changes,
                            minutes->page->change_count));
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
    const struct minutes minutes =
        handout_begin(page, context, "For the class: fill it in before the votes.", false);
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
    /* Whether a tabled draft comes to a vote is a result; of what was never tabled there is no vote
     * to expect, unless it is put. */
    for (size_t i = 0; i < minutes.scenario->draft_count; i++)
        if (minutes.scenario->drafts[i].put || minutes.scenario->drafts[i].symbol)
            add_roll_call(&minutes, &minutes.scenario->drafts[i]);
    for (int i = 0; i < (int)minutes.scenario->draft_count; i++)
        add_safe_questions(&minutes, i, &number);
    add_safe_questions(&minutes, VETO_NONE, &number);
    handout_foot(&minutes);
}

const struct report report_handout_class = {.page = build_class};

/* ---- a card for each member: who it is, what it wants on record, and what it can do ---- */

static const char *sponsored(const struct minutes *minutes, unsigned member) {
    const struct veto_scenario *scenario = minutes->scenario;
    const char **names = arena_array(minutes->arena, const char *, scenario->draft_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (veto_set_has(scenario->drafts[i].sponsors, member))
            names[count++] = words_titled(minutes->arena, &scenario->drafts[i]);
    return words_list(minutes->arena, names, count);
}

/* Those it listens to, whom it follows furthest first. */
static const char *heard(const struct minutes *minutes, unsigned member) {
    const struct veto_scenario *scenario = minutes->scenario;
    unsigned members = scenario->members_count, count = 0;
    const double *ties = &scenario->ties[member * members];
    const size_t *order = words_largest_first(minutes->arena, ties, members);
    const char **names = arena_array(minutes->arena, const char *, members + 1);
    for (unsigned i = 0; i < members; i++)
        if (order[i] != member && ties[order[i]] > 0)
            names[count++] = words_name(minutes->arena, scenario->members[order[i]].name);
    return words_list(minutes->arena, names, count);
}

static const char *allies(const struct minutes *minutes, unsigned member) {
    int bloc = minutes->scenario->members[member].bloc;
    if (bloc == VETO_NONE)
        return "";
    veto_set others = minutes->scenario->blocs[bloc].members & ~veto_set_of(member);
    return words_names(minutes->arena, minutes->scenario, others);
}

/* What it said on a draft or on the whole before anything was decided, but for what tells how it
 * votes or what comes of a draft: the class is to predict that. */
static void add_said(const struct minutes *minutes, const struct veto_programme *programme,
                     unsigned member) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        if (item->kind != VETO_ITEM_STATEMENT && item->kind != VETO_ITEM_EVENT)
            return; /* from here on something is decided */
        bool tells = item->explains_vote || item->announces_vote;
        if (item->kind != VETO_ITEM_STATEMENT || item->speaker.speaks_for != (int)member || tells)
            continue;
        bool paraphrased = item->quoting == VETO_PARAPHRASE && item->source;
        const struct veto_draft *draft =
            item->draft == VETO_NONE ? NULL : &minutes->scenario->drafts[item->draft];
        const char *on = !draft ? ""
                         : draft->symbol
                             ? arena_printf(minutes->arena, ", on %s", draft->symbol)
                             : arena_printf(minutes->arena, ", on \u201c%s\u201d", draft->title);
        page_itemf(minutes->page, ROLE_PLAIN, 1, "%s%s%s: %s",
                   words_speaker(minutes->arena, minutes->scenario, item), on,
                   paraphrased ? " (paraphrase)" : "", words_said(minutes->arena, item));
    }
}

static void add_card(const struct minutes *minutes, unsigned member) {
    const struct veto_scenario *scenario = minutes->scenario;
    const struct veto_member *about = &scenario->members[member];
    bool veto = veto_set_has(scenario->rules.veto_holders, member);
    page_section(minutes->page, "%s", about->name);
    minutes_fact(minutes, "Delegate", about->delegate ? about->delegate : "");
    minutes_fact(minutes, "Seat",
                 arena_printf(minutes->arena, "%s%s", about->permanent ? "permanent" : "elected",
                              scenario->president == (int)member ? ", and presides" : ""));
    minutes_fact(minutes, "Group", words_group(about->group));
    minutes_fact(minutes, "Veto", veto ? "yes" : "no");
    minutes_fact(minutes, "Sponsors", sponsored(minutes, member));
    minutes_fact(minutes, "Listens to", heard(minutes, member));
    minutes_fact(minutes, "Often at one with", allies(minutes, member));
    minutes_fact(minutes, "Alone", words_alone(minutes->arena, scenario, (int)member));
    minutes_fact(minutes, "With others", words_together(minutes->arena, scenario, (int)member));
    add_said(minutes, &scenario->beforehand, member);
    add_said(minutes, &scenario->programme, member);
}

static void build_roles(struct page *page, const void *context) {
    const struct minutes minutes =
        handout_begin(page, context, "Role cards: one for each member, to be cut apart.", false);
    page->parts = PARTS_CARDS;
    handout_foot(&minutes);
    for (unsigned i = 0; i < minutes.scenario->members_count; i++)
        add_card(&minutes, i);
}

const struct report report_handout_roles = {.page = build_roles};

/* ---- the board ---- */

static void build_board(struct page *page, const void *context) {
    const struct minutes minutes = handout_begin(
        page, context, "For the board: how the members voted, and what came of it.", true);
    page->parts = PARTS_BESIDE;
    handout_foot(&minutes);
    minutes_votes(&minutes);
}

const struct report report_handout_board = {.page = build_board};
