/* What the record says about a draft before it is put. */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "report/history_expect.h"
#include "report/history_parts.h"
#include "report/roles.h"
#include "words/expect.h"
#include "words/words.h"

enum { LABEL = 24, NUMBER = 13, INTERVAL = 18, WIDEST = 90, MOST_KINDS = 8 };
static const double least_kind = 0.01, least_yes = 0.005, least_other = 1e-9;

struct outlook {
    struct page *page;
    struct arena *arena;
    const struct veto_expectation *found;
};

/* ---- one chance ---- */

/* All tables for data have these columns, so that they are one in CSV. */
enum { MEASURE, OF, BALLOT, LABELLED, CHANCE, BETWEEN, P, LOW, HIGH, BAR, COLUMNS };

static const struct page_column columns[COLUMNS] = {
    [MEASURE] = {.key = "measure", .audience = FOR_DATA},
    [OF] = {.key = "of", .audience = FOR_DATA},
    [BALLOT] = {.key = "ballot", .audience = FOR_DATA},
    [LABELLED] = {.least = LABEL},
    [CHANCE] = {.type = COLUMN_CHANCE, .audience = FOR_READERS, .right = true, .least = 9},
    [BETWEEN] = {.audience = FOR_READERS},
    [P] = {.key = "p", .audience = FOR_DATA},
    [LOW] = {.key = "low", .audience = FOR_DATA},
    [HIGH] = {.key = "high", .audience = FOR_DATA},
    [BAR] = {.type = COLUMN_BAR, .audience = FOR_READERS},
};

/* "(48.2% to 75.0%)"; nothing without intervals. */
static const char *expect_interval(const struct outlook *what,
                                   const struct veto_expect_chance *chance) {
    if (what->found->ask.resamples == 0)
        return "";
    return arena_printf(what->arena, "(%s to %s)", words_chance(what->arena, chance->low),
                        words_chance(what->arena, chance->high));
}

static struct page_cell *expect_row(const struct outlook *what, struct page_table *table,
                                    const char *measure, const char *of, const char *label,
                                    const struct veto_expect_chance *chance) {
    return table_texts(table, measure, of, NULL, label, words_chance(what->arena, chance->p),
                       expect_interval(what, chance), page_number(what->page, chance->p),
                       page_number(what->page, chance->low), page_number(what->page, chance->high));
}

static struct page_table *expect_table(const struct outlook *what) {
    return page_table_with(what->page, columns, COLUMNS, .indent = 1, .most = 1);
}

/* ---- parts of the page ---- */

static void add_outlook(const struct outlook *what) {
    static const enum veto_outcome outcomes[] = {VETO_ADOPTED, VETO_VETOED, VETO_FAILED};
    const struct veto_expectation *found = what->found;
    double chances[3];
    const char *texts[3];
    for (int i = 0; i < 3; i++)
        chances[i] = found->outcomes[outcomes[i]].p;
    words_odds(what->arena, chances, 3, texts);
    struct page_table *table = expect_table(what);
    for (int i = 0; i < 3; i++) {
        struct page_cell *row =
            expect_row(what, table, "outcome", veto_outcome_word(outcomes[i]),
                       words_outcome(outcomes[i]), &found->outcomes[outcomes[i]]);
        row[CHANCE].text = texts[i];
        row[BAR] = (struct page_cell){.value = chances[i], .role = role_of_outcome(outcomes[i])};
    }
}

static void add_expected_vetoes(const struct outlook *what) {
    const struct veto_composition *council = &what->found->council;
    page_section(what->page, "Vetoed, with the vote against of");
    struct page_table *table = expect_table(what);
    for (unsigned i = 0; i < council->count; i++)
        if (council->seats[i].permanent)
            expect_row(what, table, "veto_by", council->seats[i].code, council->seats[i].name,
                       &what->found->veto_by[i]);
}

/* Numbers that are hardly possible are for data only. */
static void add_in_favour(const struct outlook *what) {
    const struct veto_expectation *found = what->found;
    struct arena *arena = what->arena;
    page_section(what->page, "Votes in favour; %u are required", found->council.required);
    struct page_table *table = expect_table(what), *others = expect_table(what);
    table->most = 0;
    others->audience = FOR_DATA;
    for (unsigned n = 0; n <= found->council.count; n++) {
        bool likely = found->yes[n].p >= least_yes;
        const char *number = arena_printf(arena, "%u", n);
        struct page_cell *row =
            expect_row(what, likely ? table : others, "yes", number, number, &found->yes[n]);
        row[BAR] = (struct page_cell){.value = found->yes[n].p,
                                      .role = n >= found->council.required ? ROLE_YES : ROLE_NO};
    }
}

static const double noise = 1e-9; /* far below what is shown, and above what sums are off by */

/* "97.2% (94-99)" */
static const char *member_chance(const struct outlook *what, const char *text,
                                 const struct veto_expect_chance *chance) {
    if (what->found->ask.resamples == 0 || chance->low == chance->high)
        return text;
    return arena_printf(what->arena, "%s (%.0f-%.0f)", text, floor(100 * chance->low + noise),
                        ceil(100 * chance->high - noise));
}

static void add_member_data(const struct outlook *what) {
    const struct veto_composition *council = &what->found->council;
    struct page_table *table = expect_table(what);
    table->audience = FOR_DATA;
    for (unsigned i = 0; i < council->count; i++)
        for (int ballot = VETO_YES; ballot < VETO_EXPECT_BALLOTS; ballot++)
            expect_row(what, table, "member", council->seats[i].code, NULL,
                       &what->found->members[i][ballot])[BALLOT]
                .text = veto_ballot_word((enum veto_ballot)ballot);
}

static void add_member_chances(const struct outlook *what) {
    static const struct page_column heads[] = {
        {.least = LABEL},
        {.head = {"in favour"}, .right = true, .least = INTERVAL},
        {.head = {"against"}, .right = true, .least = INTERVAL},
        {.head = {"abstaining"}, .right = true, .least = INTERVAL},
    };
    const struct veto_expectation *found = what->found;
    page_section(what->page, "Members");
    struct page_table *table =
        page_table_with(what->page, heads, 4, .audience = FOR_READERS, .indent = 1, .headed = true);
    for (unsigned i = 0; i < found->council.count; i++) {
        struct page_cell *row = table_row(table);
        double chances[VETO_EXPECT_BALLOTS];
        const char *texts[VETO_EXPECT_BALLOTS];
        for (int ballot = VETO_YES; ballot < VETO_EXPECT_BALLOTS; ballot++)
            chances[ballot] = found->members[i][ballot].p;
        words_odds(what->arena, chances, VETO_EXPECT_BALLOTS, texts);
        row[0].text = found->council.seats[i].name;
        for (int ballot = VETO_YES; ballot < VETO_EXPECT_BALLOTS; ballot++)
            row[1 + ballot].text = member_chance(what, texts[ballot], &found->members[i][ballot]);
    }
    add_member_data(what);
}

/* What is hardly possible is for data only. */
static void add_expect_kinds(const struct outlook *what) {
    static const struct page_column heads[] = {{.right = true, .least = 8}, {.gap = 2}, {.gap = 0}};
    const struct veto_expectation *found = what->found;
    double rest = 0;
    page_section(what->page, "What kind of draft it may be: the most likely ballots");
    struct page_table *table = page_table(what->page, heads, 3), *data = expect_table(what);
    table->audience = FOR_READERS;
    table->indent = 1;
    data->audience = FOR_DATA;
    for (size_t i = 0; i < found->kind_count; i++) {
        const struct veto_expect_kind *kind = &found->kinds[i];
        const char *text = words_capital(what->arena, expect_kind(what->arena, found, kind));
        expect_row(what, data, "kind", text, NULL, &kind->weight);
        if (i >= MOST_KINDS || kind->weight.p < least_kind) {
            rest += kind->weight.p;
            continue;
        }
        table_texts(table, words_chance(what->arena, kind->weight.p),
                    expect_interval(what, &kind->weight), text);
    }
    if (rest >= least_other)
        page_note(
            what->page, ROLE_DIM,
            arena_printf(what->arena, "Others, together: %s.", words_chance(what->arena, rest)));
}

static void add_expect_sources(const struct outlook *what) {
    enum { SHARE, DATE, SYMBOL, OUTCOME, TALLY, TITLE, FIELDS };
    static const struct page_column heads[FIELDS] = {
        [SHARE] = {.right = true, .least = 8},
        [DATE] = {.least = 12},
        [SYMBOL] = {.cut = true, .most = 21},
        [TITLE] = {.cut = true},
    };
    page_section(what->page, "Votes that weigh most in this");
    struct page_table *table =
        page_table_with(what->page, heads, FIELDS, .audience = FOR_READERS, .indent = 1);
    for (size_t i = 0; i < what->found->source_count; i++) {
        const struct veto_expect_source *source = &what->found->sources[i];
        table_texts(table, words_chance(what->arena, source->share), source->vote->date_text,
                    history_symbol(source->vote), history_brief_outcome(what->arena, source->vote),
                    history_brief_tally(what->arena, source->vote),
                    history_brief_title(what->arena, source->vote->title))[OUTCOME]
            .role = role_of_outcome(source->vote->recorded);
    }
}

static void add_expect_head(const struct outlook *what) {
    const struct veto_expectation *found = what->found;
    const char *topic = found->topic ? found->topic->name : NULL;
    page_titlef(what->page, "What the record says of a draft on %s%s%s",
                words_date(what->arena, found->ask.date), topic ? ": " : "", topic ? topic : "");
    page_paragraph(what->page, ROLE_PLAIN, 0, expect_ground(what->arena, found));
    page_paragraph(what->page, ROLE_PLAIN, 0, history_layout_limits(found->history->layout));
    if (found->ask.given_count > 0)
        page_paragraph(what->page, ROLE_PLAIN, 0, expect_given(what->arena, found));
    if (found->ask.resamples > 0)
        page_say(what->page, 0,
                 "In brackets, where nine in ten of %u records drawn again from this one have it.",
                 found->ask.resamples);
    page_gap(what->page);
}

static void build_expect_page(struct page *page, const void *context) {
    const struct outlook what = {page, page->arena, context};
    add_expect_head(&what);
    add_outlook(&what);
    add_expected_vetoes(&what);
    add_in_favour(&what);
    add_member_chances(&what);
    add_expect_kinds(&what);
    add_expect_sources(&what);
    page_section(page, "What it does not know");
    page_paragraph(page, ROLE_PLAIN, 0, expect_limits());
}

const struct report report_expect = {build_expect_page, expect_json, 0, WIDEST};
