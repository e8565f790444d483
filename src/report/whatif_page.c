#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/roles.h"
#include "report/whatif.h"
#include "words/words.h"

enum { MARK = 2, NAME = 22 };

static struct page_cell mark(bool changed) {
    return (struct page_cell){
        .text = changed ? "*" : "", .data = changed ? "true" : "false", .role = ROLE_STRONG};
}

static void add_title(struct page *page, const struct whatif *whatif) {
    struct arena *arena = page->arena;
    const struct veto_meeting *meeting = whatif->before.meeting;
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    page_titlef(page, "What if: %s", scenario->title);
    for (size_t i = whatif->set_before; i < whatif->set_count; i++)
        page_hanging(page, ROLE_STRONG, 1,
                     text_visible(arena, whatif->set[i], strlen(whatif->set[i])));
    page_say(page, 0, "Played so: %s. What changed has a *.",
             words_mode(arena, meeting, whatif->set_count > 0));
    page_paragraph(page, ROLE_PLAIN, 0,
                   words_numbers(arena, scenario, whatif->set, whatif->set_count));
}

/* ---- outcomes ---- */

static const char *outcome_on_side(struct arena *arena, const struct whatif_draft *draft,
                                   int side) {
    const struct veto_vote *vote = draft->vote[side];
    const char *outcome = words_outcome(draft->outcome[side]);
    if (draft->at[side] == VETO_NONE)
        return "no such draft";
    if (!vote)
        return outcome;
    if (vote->without_vote)
        return arena_printf(arena, "%s, no vote", outcome);
    return arena_printf(arena, "%s, %u-%u-%u", outcome, vote->result.tally[VETO_YES],
                        vote->result.tally[VETO_NO], vote->result.tally[VETO_ABSTAIN]);
}

static void add_whatif_outcomes(struct page *page, const struct whatif *whatif) {
    enum { CHANGED, ID, DRAFT, BEFORE, AFTER, COLUMNS, SIDE = 18 };
    static const struct page_column columns[COLUMNS] = {
        [CHANGED] = {.key = "changed", .least = MARK},
        [ID] = {.key = "draft", .audience = FOR_DATA},
        [DRAFT] = {.least = NAME},
        [BEFORE] = {.key = "before", .head = {"Before"}, .least = SIDE},
        [AFTER] = {.key = "after", .head = {"After"}},
    };
    struct whatif_draft draft;
    page_section(page, "Outcomes (in favour-against-abstaining)");
    struct page_table *table = page_table_with(page, columns, COLUMNS, .headed = true);
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++) {
        const char *before = outcome_on_side(page->arena, &draft, WHATIF_BEFORE);
        const char *after = outcome_on_side(page->arena, &draft, WHATIF_AFTER);
        table_texts(table, NULL, draft.draft->id, words_draft(page->arena, draft.draft), before,
                    after)[CHANGED] = mark(strcmp(before, after) != 0);
    }
}

/* ---- odds ---- */

enum { CHANGED, ID, OUTCOME, LABEL, BEFORE, AFTER, CHANGE, ODDS };

static void add_draft_odds(struct page *page, struct page_table *table,
                           const struct whatif_draft *draft) {
    long long percent[WHATIF_SIDES][VETO_OUTCOMES];
    const char *id = draft->draft->id;
    for (int side = 0; side < WHATIF_SIDES; side++)
        words_percentages(draft->chance[side], VETO_OUTCOMES, CELL_DECIMALS, percent[side]);
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        double before = draft->chance[WHATIF_BEFORE][i], after = draft->chance[WHATIF_AFTER][i];
        long long change = percent[WHATIF_AFTER][i] - percent[WHATIF_BEFORE][i];
        const char *outcome = words_outcome((enum veto_outcome)i);
        if (before == 0 && after == 0)
            continue;
        struct page_cell *row =
            table_texts(table, NULL, id, veto_outcome_word((enum veto_outcome)i),
                        arena_printf(page->arena, "%s %s", id, outcome));
        row[CHANGED] = mark(change != 0);
        row[BEFORE] = cell_of_chance(page, before, &percent[WHATIF_BEFORE][i]);
        row[AFTER] = cell_of_chance(page, after, &percent[WHATIF_AFTER][i]);
        if (change != 0) /* "+57.47%" */
            row[CHANGE].text = arena_printf(page->arena, "%s%s", change > 0 ? "+" : "",
                                            words_percent(page->arena, change, CELL_DECIMALS));
        row[CHANGE].data = page_number(page, after - before);
    }
}

static void add_odds(struct page *page, const struct whatif *whatif) {
    enum { NAMES = 30, NUMBER = 10 };
    static const struct page_column columns[ODDS] = {
        [CHANGED] = {.key = "changed", .least = MARK},
        [ID] = {.key = "draft", .audience = FOR_DATA},
        [OUTCOME] = {.key = "outcome", .audience = FOR_DATA},
        [LABEL] = {.least = NAMES},
        [BEFORE] = {.key = "before", .type = COLUMN_CHANCE, .least = NUMBER},
        [AFTER] = {.key = "after", .type = COLUMN_CHANCE, .least = NUMBER},
        [CHANGE] = {.key = "change", .type = COLUMN_NUMBER},
    };
    const struct veto_odds *odds = whatif->before.odds;
    struct whatif_draft draft;
    page_section(page, "Odds: before, after, change");
    if (odds->method == VETO_MONTE_CARLO)
        page_say(page, 0,
                 "Monte Carlo: %llu trial%s with seed %llu, before and after. A "
                 "small change may be chance.",
                 (unsigned long long)odds->trials, text_plural(odds->trials),
                 (unsigned long long)odds->seed);
    struct page_table *table = page_table(page, columns, ODDS);
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++)
        add_draft_odds(page, table, &draft);
}

/* ---- ballots ---- */

static struct page_cell leaning_cell(struct page *page, const struct veto_cast *cast) {
    if (!cast)
        return (struct page_cell){.text = "-", .data = ""};
    if (!cast->leans)
        return (struct page_cell){
            .text = words_chances_brief(page->arena, cast->chance, cast->given), .data = ""};
    return (struct page_cell){.text = words_leaning(page->arena, cast->leaning),
                              .data = page_number(page, cast->leaning)};
}

static struct page_cell ballot_cell(const struct veto_cast *cast) {
    return cast ? cell_of_ballot(cast->ballot) : (struct page_cell){.text = "-", .data = ""};
}

static void add_whatif_ballots(struct page *page, const struct whatif *whatif,
                               const struct whatif_draft *draft) {
    enum { DIFFERS, ON, CODE, MEMBER, LEANING, BALLOT, NOW_LEANING, NOW_BALLOT, BALLOTS };
    enum { NUMBER = 8, WORD = 13 };
    static const struct page_column columns[BALLOTS] = {
        [DIFFERS] = {.key = "changed", .least = MARK},
        [ON] = {.key = "draft", .audience = FOR_DATA},
        [CODE] = {.key = "member", .audience = FOR_DATA},
        [MEMBER] = {.key = "name", .least = NAME},
        [LEANING] = {.key = "leaning_before", .head = {"Before"}, .least = NUMBER},
        [BALLOT] = {.key = "ballot_before", .type = COLUMN_BALLOT, .least = WORD},
        [NOW_LEANING] = {.key = "leaning_after", .head = {"After"}, .least = NUMBER},
        [NOW_BALLOT] = {.key = "ballot_after", .type = COLUMN_BALLOT},
    };
    struct whatif_member member;
    page_section(page, "%s and ballots on %s", draft->draft->kind_count ? "Chances" : "Leanings",
                 words_named(page->arena, draft->draft));
    struct page_table *table = page_table_with(page, columns, BALLOTS, .headed = true);
    for (size_t i = 0; whatif_member(whatif, draft, i, &member); i++) {
        struct page_cell *row =
            table_texts(table, NULL, draft->draft->id, member.member->code, member.member->name);
        row[DIFFERS] = mark(member.differs);
        row[LEANING] = leaning_cell(page, member.cast[WHATIF_BEFORE]);
        row[BALLOT] = ballot_cell(member.cast[WHATIF_BEFORE]);
        row[NOW_LEANING] = leaning_cell(page, member.cast[WHATIF_AFTER]);
        row[NOW_BALLOT] = ballot_cell(member.cast[WHATIF_AFTER]);
    }
}

/* ---- why ---- */

static const char *why_of(struct arena *arena, const struct whatif *whatif, int side,
                          const struct whatif_draft *draft, const struct whatif_member *member) {
    const char *why = whatif_why(arena, whatif, side, draft, member);
    return why ? why : "It casts no ballot.";
}

/* Whether `text` has this line. */
static bool has_line(const char *text, const char *line, size_t length) {
    for (; text; text = strchr(text, '\n'), text = text ? text + 1 : NULL)
        if (strncmp(text, line, length) == 0 && (text[length] == '\n' || text[length] == '\0'))
            return true;
    return false;
}

/* The reasons of one side, those that the other side has not with a mark. */
static void add_side(struct page *page, const char *label, const char *text, const char *other) {
    static const struct page_column columns[] = {{.least = MARK}, {.key = NULL}};
    page_paragraph(page, ROLE_PLAIN, 1, label);
    struct page_table *table =
        page_table_with(page, columns, 2, .audience = FOR_READERS, .indent = 1, .inset = true);
    while (*text) {
        size_t length = strcspn(text, "\n");
        table_texts(table, NULL, arena_copy(page->arena, text, length))[0] =
            mark(!has_line(other, text, length));
        text += length + (text[length] == '\n');
    }
}

static bool add_whatif_reasons(struct page *page, const struct whatif *whatif,
                               const struct whatif_draft *draft, bool begun) {
    struct whatif_member member;
    for (size_t i = 0; whatif_member(whatif, draft, i, &member); i++) {
        if (!member.differs)
            continue;
        if (!begun)
            page_section(page, "Why");
        else
            page_gap(page);
        begun = true;
        const char *before = why_of(page->arena, whatif, WHATIF_BEFORE, draft, &member);
        const char *after = why_of(page->arena, whatif, WHATIF_AFTER, draft, &member);
        page_hangingf(page, ROLE_STRONG, 0, "%s, on %s",
                      words_capital(page->arena, words_name(page->arena, member.member->name)),
                      words_named(page->arena, draft->draft));
        add_side(page, "Before:", before, after);
        add_side(page, "After:", after, before);
    }
    return begun;
}

/* ---- the page ---- */

static bool is_voted(const struct veto_vote *vote) {
    return vote && vote->casts;
}

void whatif_page(struct page *page, const void *subject) {
    const struct whatif *whatif = subject;
    struct whatif_draft draft;
    bool begun = false;
    add_title(page, whatif);
    add_whatif_outcomes(page, whatif);
    add_odds(page, whatif);
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++)
        if (is_voted(draft.vote[WHATIF_BEFORE]) || is_voted(draft.vote[WHATIF_AFTER]))
            add_whatif_ballots(page, whatif, &draft);
    for (size_t i = 0; whatif_draft(whatif, i, &draft); i++)
        begun = add_whatif_reasons(page, whatif, &draft, begun);
}
