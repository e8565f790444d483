#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/roles.h"
#include "report/whatif.h"
#include "words/words.h"

enum { MARK = 2, NAME = 22, DECIMALS = 2 };

struct sheet {
    struct page *page;
    struct arena *arena;
    const struct whatif *whatif;
};

static struct page_cell mark(bool changed) {
    return (struct page_cell){
        .text = changed ? "*" : "", .data = changed ? "true" : "false", .role = ROLE_STRONG};
}

static const struct veto_cast *cast_of(const struct sheet *sheet, int side,
                                       struct whatif_pair draft, struct whatif_pair member) {
    return whatif_cast(sheet->whatif, side, draft, member);
}

static void add_title(const struct sheet *sheet) {
    const struct whatif *whatif = sheet->whatif;
    struct arena *arena = sheet->arena;
    const struct veto_meeting *meeting = whatif->before.meeting;
    const char *mode = words_mode(arena, veto_meeting_mode(meeting), veto_meeting_seed(meeting),
                                  whatif->change_count > 0);
    page_titlef(sheet->page, "What if: %s", whatif_scenario(whatif, WHATIF_BEFORE)->title);
    for (size_t i = 0; i < whatif->change_count; i++)
        page_hanging(sheet->page, ROLE_STRONG, 1,
                     text_visible(arena, whatif->changes[i], strlen(whatif->changes[i])));
    page_say(sheet->page, 0, "Played so: %s. What changed has a *.", mode);
    page_paragraph(sheet->page, ROLE_PLAIN, 0,
                   words_numbers(arena, whatif_scenario(whatif, WHATIF_BEFORE), whatif->changes,
                                 whatif->change_count));
}

/* ---- outcomes ---- */

static const char *whatif_outcome_text(const struct sheet *sheet, int side,
                                       struct whatif_pair draft) {
    struct arena *arena = sheet->arena;
    if (draft.at[side] == VETO_NONE)
        return "no such draft";
    const struct veto_vote *vote =
        veto_meeting_vote(whatif_side(sheet->whatif, side)->meeting, draft.at[side]);
    const char *outcome = words_outcome(whatif_outcome(sheet->whatif, side, draft));
    if (!vote)
        return outcome;
    if (vote->without_vote)
        return arena_printf(arena, "%s, no vote", outcome);
    return arena_printf(arena, "%s, %u-%u-%u", outcome, vote->result.tally[VETO_YES],
                        vote->result.tally[VETO_NO], vote->result.tally[VETO_ABSTAIN]);
}

static void add_whatif_outcomes(const struct sheet *sheet) {
    enum { CHANGED, ID, DRAFT, BEFORE, AFTER, COLUMNS, SIDE = 18 };
    static const struct page_column columns[COLUMNS] = {
        [CHANGED] = {.key = "changed", .least = MARK},
        [ID] = {.key = "draft", .audience = FOR_DATA},
        [DRAFT] = {.least = NAME},
        [BEFORE] = {.key = "before", .head = {"Before"}, .least = SIDE},
        [AFTER] = {.key = "after", .head = {"After"}},
    };
    struct whatif_pair draft;
    page_section(sheet->page, "Outcomes (in favour-against-abstaining)");
    struct page_table *table = page_table_with(sheet->page, columns, COLUMNS, .headed = true);
    for (size_t i = 0; whatif_draft(sheet->whatif, i, &draft); i++) {
        struct page_cell *row = table_row(table);
        row[BEFORE].text = whatif_outcome_text(sheet, WHATIF_BEFORE, draft);
        row[AFTER].text = whatif_outcome_text(sheet, WHATIF_AFTER, draft);
        row[CHANGED] = mark(strcmp(row[BEFORE].text, row[AFTER].text) != 0);
        row[ID].text = whatif_draft_of(sheet->whatif, draft)->id;
        row[DRAFT].text = words_draft(sheet->arena, whatif_draft_of(sheet->whatif, draft));
    }
}

/* ---- odds ---- */

enum { CHANGED, ID, OUTCOME, LABEL, BEFORE, AFTER, CHANGE, ODDS };

/* "+57.47%"; empty for no change. */
static const char *change_text(struct arena *arena, long long change) {
    return change == 0 ? ""
                       : arena_printf(arena, "%s%s", change > 0 ? "+" : "",
                                      words_percent(arena, change, DECIMALS));
}

static struct page_cell chance_cell(const struct sheet *sheet, double chance, long long percent) {
    return (struct page_cell){.text = words_rounded(sheet->arena, chance, percent, DECIMALS),
                              .data = page_number(sheet->page, chance),
                              .value = chance};
}

static void add_draft_odds(const struct sheet *sheet, struct page_table *table,
                           struct whatif_pair draft) {
    double chances[WHATIF_SIDES][VETO_OUTCOMES];
    long long percent[WHATIF_SIDES][VETO_OUTCOMES];
    const char *id = whatif_draft_of(sheet->whatif, draft)->id;
    for (int side = 0; side < WHATIF_SIDES; side++) {
        for (int i = 0; i < VETO_OUTCOMES; i++)
            chances[side][i] = whatif_chance(sheet->whatif, side, draft, (enum veto_outcome)i);
        words_percentages(chances[side], VETO_OUTCOMES, DECIMALS, percent[side]);
    }
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        double before = chances[WHATIF_BEFORE][i], after = chances[WHATIF_AFTER][i];
        long long change = percent[WHATIF_AFTER][i] - percent[WHATIF_BEFORE][i];
        const char *outcome = words_outcome((enum veto_outcome)i);
        if (before == 0 && after == 0)
            continue;
        struct page_cell *row = table_row(table);
        row[CHANGED] = mark(change != 0);
        row[ID].text = id;
        row[OUTCOME].text = veto_outcome_word((enum veto_outcome)i);
        row[LABEL].text = arena_printf(sheet->arena, "%s %s", id, outcome);
        row[BEFORE] = chance_cell(sheet, before, percent[WHATIF_BEFORE][i]);
        row[AFTER] = chance_cell(sheet, after, percent[WHATIF_AFTER][i]);
        row[CHANGE].text = change_text(sheet->arena, change);
        row[CHANGE].data = page_number(sheet->page, after - before);
    }
}

static void add_odds(const struct sheet *sheet) {
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
    const struct veto_odds *odds = sheet->whatif->before.odds;
    struct whatif_pair draft;
    page_section(sheet->page, "Odds: before, after, change");
    if (odds->method == VETO_MONTE_CARLO)
        page_say(sheet->page, 0,
                 "Monte Carlo: %llu trial%s with seed %llu, before and after. A "
                 "small change may be chance.",
                 (unsigned long long)odds->trials, text_plural(odds->trials),
                 (unsigned long long)odds->seed);
    struct page_table *table = page_table(sheet->page, columns, ODDS);
    for (size_t i = 0; whatif_draft(sheet->whatif, i, &draft); i++)
        add_draft_odds(sheet, table, draft);
}

/* ---- ballots ---- */

enum { DIFFERS, ON, CODE, MEMBER, LEANING, BALLOT, NOW_LEANING, NOW_BALLOT, BALLOTS };

static struct page_cell leaning_cell(const struct sheet *sheet, const struct veto_cast *cast) {
    if (!cast)
        return (struct page_cell){.text = "-", .data = ""};
    if (!cast->leans)
        return (struct page_cell){
            .text = words_chances_brief(sheet->arena, cast->chance, cast->given), .data = ""};
    return (struct page_cell){.text = words_leaning(sheet->arena, cast->leaning),
                              .data = page_number(sheet->page, cast->leaning)};
}

static struct page_cell ballot_cell(const struct veto_cast *cast) {
    if (!cast)
        return (struct page_cell){.text = "-", .data = ""};
    return (struct page_cell){.text = words_ballot(cast->ballot),
                              .data = veto_ballot_word(cast->ballot),
                              .role = role_of_ballot(cast->ballot)};
}

static void add_whatif_member(const struct sheet *sheet, struct page_table *table,
                              struct whatif_pair draft, struct whatif_pair member) {
    const struct veto_cast *before = cast_of(sheet, WHATIF_BEFORE, draft, member);
    const struct veto_cast *after = cast_of(sheet, WHATIF_AFTER, draft, member);
    struct page_cell *row = table_row(table);
    row[DIFFERS] = mark(whatif_casts_differ(before, after));
    row[ON].text = whatif_draft_of(sheet->whatif, draft)->id;
    row[CODE].text = whatif_member_of(sheet->whatif, member)->code;
    row[MEMBER].text = whatif_member_of(sheet->whatif, member)->name;
    row[LEANING] = leaning_cell(sheet, before);
    row[BALLOT] = ballot_cell(before);
    row[NOW_LEANING] = leaning_cell(sheet, after);
    row[NOW_BALLOT] = ballot_cell(after);
}

/* Whether ballots were cast on a draft, before or after: not if it was not put, and not if it was
 * adopted without a vote. */
static bool was_voted(const struct sheet *sheet, struct whatif_pair draft) {
    struct whatif_pair member;
    for (size_t i = 0; whatif_member(sheet->whatif, i, &member); i++)
        if (cast_of(sheet, WHATIF_BEFORE, draft, member) ||
            cast_of(sheet, WHATIF_AFTER, draft, member))
            return true;
    return false;
}

static void add_whatif_ballots(const struct sheet *sheet, struct whatif_pair draft) {
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
    struct whatif_pair member;
    page_section(sheet->page, "%s and ballots on %s",
                 whatif_draft_of(sheet->whatif, draft)->kind_count ? "Chances" : "Leanings",
                 words_named(sheet->arena, whatif_draft_of(sheet->whatif, draft)));
    struct page_table *table = page_table_with(sheet->page, columns, BALLOTS, .headed = true);
    for (size_t i = 0; whatif_member(sheet->whatif, i, &member); i++)
        add_whatif_member(sheet, table, draft, member);
}

/* ---- why ---- */

static const char *why_of(const struct sheet *sheet, int side, struct whatif_pair draft,
                          struct whatif_pair member) {
    if (!cast_of(sheet, side, draft, member))
        return "It casts no ballot.";
    const struct veto_meeting *meeting = whatif_side(sheet->whatif, side)->meeting;
    return words_why(sheet->arena, meeting, veto_meeting_vote(meeting, draft.at[side]),
                     member.at[side], true);
}

/* Whether `text` has this line. */
static bool has_line(const char *text, const char *line, size_t length) {
    for (; text; text = strchr(text, '\n'), text = text ? text + 1 : NULL)
        if (strncmp(text, line, length) == 0 && (text[length] == '\n' || text[length] == '\0'))
            return true;
    return false;
}

/* The reasons of one side, those that the other side has not with a mark. */
static void add_side(const struct sheet *sheet, const char *label, const char *text,
                     const char *other) {
    static const struct page_column columns[] = {{.least = MARK}, {.key = NULL}};
    page_paragraph(sheet->page, ROLE_PLAIN, 1, label);
    struct page_table *table = page_table_with(sheet->page, columns, 2, .audience = FOR_READERS,
                                               .indent = 1, .inset = true);
    while (*text) {
        size_t length = strcspn(text, "\n");
        struct page_cell *row = table_row(table);
        row[0] = mark(!has_line(other, text, length));
        row[1].text = arena_copy(sheet->arena, text, length);
        text += length + (text[length] == '\n');
    }
}

static bool add_whatif_reasons(const struct sheet *sheet, struct whatif_pair draft, bool begun) {
    struct whatif_pair member;
    struct arena *arena = sheet->arena;
    for (size_t i = 0; whatif_member(sheet->whatif, i, &member); i++) {
        if (!whatif_casts_differ(cast_of(sheet, WHATIF_BEFORE, draft, member),
                                 cast_of(sheet, WHATIF_AFTER, draft, member)))
            continue;
        if (!begun)
            page_section(sheet->page, "Why");
        else
            page_gap(sheet->page);
        begun = true;
        const char *before = why_of(sheet, WHATIF_BEFORE, draft, member);
        const char *after = why_of(sheet, WHATIF_AFTER, draft, member);
        char *name =
            words_capital(arena, words_name(arena, whatif_member_of(sheet->whatif, member)->name));
        page_hanging(sheet->page, ROLE_STRONG, 0,
                     arena_printf(arena, "%s, on %s", name,
                                  words_named(arena, whatif_draft_of(sheet->whatif, draft))));
        add_side(sheet, "Before:", before, after);
        add_side(sheet, "After:", after, before);
    }
    return begun;
}

/* ---- the page ---- */

void whatif_page(struct page *page, const void *subject) {
    struct sheet sheet = {page, page->arena, subject};
    struct whatif_pair draft;
    bool begun = false;
    add_title(&sheet);
    add_whatif_outcomes(&sheet);
    add_odds(&sheet);
    for (size_t i = 0; whatif_draft(sheet.whatif, i, &draft); i++)
        if (was_voted(&sheet, draft))
            add_whatif_ballots(&sheet, draft);
    for (size_t i = 0; whatif_draft(sheet.whatif, i, &draft); i++)
        begun = add_whatif_reasons(&sheet, draft, begun);
}
