/* What the record says about a draft before it is put. */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "report/roles.h"
#include "words/words.h"

enum { LABEL = 24, NUMBER = 13, INTERVAL = 18, WIDEST = 90, MOST_KINDS = 8 };
static const double least_kind = 0.01, least_yes = 0.005, least_other = 1e-9;

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
static const char *expect_interval(struct page *page, const struct veto_expectation *found,
                                   const struct veto_expect_chance *chance) {
    if (found->ask.resamples == 0)
        return "";
    return arena_printf(page->arena, "(%s to %s)", words_chance(page->arena, chance->low),
                        words_chance(page->arena, chance->high));
}

static struct page_cell *expect_row(struct page *page, const struct veto_expectation *found,
                                    struct page_table *table, const char *measure, const char *of,
                                    const char *label, const struct veto_expect_chance *chance) {
    return table_texts(table, measure, of, NULL, label, words_chance(page->arena, chance->p),
                       expect_interval(page, found, chance), page_number(page, chance->p),
                       page_number(page, chance->low), page_number(page, chance->high));
}

static struct page_table *expect_table(struct page *page) {
    return page_table_with(page, columns, COLUMNS, .indent = 1, .most = 1);
}

/* ---- parts of the page ---- */

static void add_outlook(struct page *page, const struct veto_expectation *found) {
    static const enum veto_outcome outcomes[] = {VETO_ADOPTED, VETO_VETOED, VETO_FAILED};
    double chances[3];
    const char *texts[3];
    for (int i = 0; i < 3; i++)
        chances[i] = found->outcomes[outcomes[i]].p;
    words_odds(page->arena, chances, 3, texts);
    struct page_table *table = expect_table(page);
    for (int i = 0; i < 3; i++) {
        struct page_cell *row =
            expect_row(page, found, table, "outcome", veto_outcome_word(outcomes[i]),
                       words_outcome(outcomes[i]), &found->outcomes[outcomes[i]]);
        row[CHANCE].text = texts[i];
        row[BAR] = (struct page_cell){.value = chances[i], .role = role_of_outcome(outcomes[i])};
    }
}

static void add_expected_vetoes(struct page *page, const struct veto_expectation *found) {
    const struct veto_composition *council = &found->council;
    page_section(page, "Vetoed, with the vote against of");
    struct page_table *table = expect_table(page);
    for (unsigned i = 0; i < council->count; i++)
        if (council->seats[i].permanent)
            expect_row(page, found, table, "veto_by", council->seats[i].code,
                       council->seats[i].name, &found->veto_by[i]);
}

/* Numbers that are hardly possible are for data only. */
static void add_in_favour(struct page *page, const struct veto_expectation *found) {
    struct arena *arena = page->arena;
    page_section(page, "Votes in favour; %u are required", found->council.required);
    struct page_table *table = expect_table(page), *others = expect_table(page);
    table->most = 0;
    others->audience = FOR_DATA;
    for (unsigned n = 0; n <= found->council.count; n++) {
        bool likely = found->yes[n].p >= least_yes;
        const char *number = arena_printf(arena, "%u", n);
        struct page_cell *row =
            expect_row(page, found, likely ? table : others, "yes", number, number, &found->yes[n]);
        row[BAR] = (struct page_cell){.value = found->yes[n].p,
                                      .role = n >= found->council.required ? ROLE_YES : ROLE_NO};
    }
}

static const double noise = 1e-9; /* far below what is shown, and above what sums are off by */

/* "97.2% (94-99)" */
static const char *member_chance(struct page *page, const struct veto_expectation *found,
                                 const char *text, const struct veto_expect_chance *chance) {
    if (found->ask.resamples == 0 || chance->low == chance->high)
        return text;
    return arena_printf(page->arena, "%s (%.0f-%.0f)", text, floor(100 * chance->low + noise),
                        ceil(100 * chance->high - noise));
}

static void add_member_chances(struct page *page, const struct veto_expectation *found) {
    static const struct page_column heads[] = {
        {.least = LABEL},
        {.head = {"in favour"}, .right = true, .least = INTERVAL},
        {.head = {"against"}, .right = true, .least = INTERVAL},
        {.head = {"abstaining"}, .right = true, .least = INTERVAL},
    };
    page_section(page, "Members");
    struct page_table *table =
        page_table_with(page, heads, 4, .audience = FOR_READERS, .indent = 1, .headed = true);
    struct page_table *data = expect_table(page);
    data->audience = FOR_DATA;
    for (unsigned i = 0; i < found->council.count; i++) {
        struct page_cell *row = table_row(table);
        double chances[VETO_EXPECT_BALLOTS];
        const char *texts[VETO_EXPECT_BALLOTS];
        for (int ballot = VETO_YES; ballot < VETO_EXPECT_BALLOTS; ballot++)
            chances[ballot] = found->members[i][ballot].p;
        words_odds(page->arena, chances, VETO_EXPECT_BALLOTS, texts);
        row[0].text = found->council.seats[i].name;
        for (int ballot = VETO_YES; ballot < VETO_EXPECT_BALLOTS; ballot++) {
            const struct veto_expect_chance *chance = &found->members[i][ballot];
            row[1 + ballot].text = member_chance(page, found, texts[ballot], chance);
            expect_row(page, found, data, "member", found->council.seats[i].code, NULL,
                       chance)[BALLOT]
                .text = veto_ballot_word((enum veto_ballot)ballot);
        }
    }
}

/* What is hardly possible is for data only. */
static void add_expect_kinds(struct page *page, const struct veto_expectation *found) {
    static const struct page_column heads[] = {{.right = true, .least = 8}, {.gap = 2}, {.gap = 0}};
    double rest = 0;
    page_section(page, "What kind of draft it may be: the most likely ballots");
    struct page_table *table = page_table(page, heads, 3), *data = expect_table(page);
    table->audience = FOR_READERS;
    table->indent = 1;
    data->audience = FOR_DATA;
    for (size_t i = 0; i < found->kind_count; i++) {
        const struct veto_expect_kind *kind = &found->kinds[i];
        const char *text = words_capital(page->arena, expect_kind(page->arena, found, kind));
        expect_row(page, found, data, "kind", text, NULL, &kind->weight);
        if (i >= MOST_KINDS || kind->weight.p < least_kind) {
            rest += kind->weight.p;
            continue;
        }
        table_texts(table, words_chance(page->arena, kind->weight.p),
                    expect_interval(page, found, &kind->weight), text);
    }
    if (rest >= least_other)
        page_note(
            page, ROLE_DIM,
            arena_printf(page->arena, "Others, together: %s.", words_chance(page->arena, rest)));
}

static void add_expect_sources(struct page *page, const struct veto_expectation *found) {
    enum { SHARE, DATE, SYMBOL, OUTCOME, TALLY, TITLE, FIELDS };
    static const struct page_column heads[FIELDS] = {
        [SHARE] = {.right = true, .least = 8},
        [DATE] = {.least = 12},
        [SYMBOL] = {.cut = true, .most = 21},
        [TITLE] = {.cut = true},
    };
    page_section(page, "Votes that weigh most in this");
    struct page_table *table =
        page_table_with(page, heads, FIELDS, .audience = FOR_READERS, .indent = 1);
    for (size_t i = 0; i < found->source_count; i++) {
        const struct veto_expect_source *source = &found->sources[i];
        table_texts(table, words_chance(page->arena, source->share), source->vote->date_text,
                    history_symbol(source->vote), history_brief_outcome(page->arena, source->vote),
                    history_brief_tally(page->arena, source->vote),
                    history_brief_title(page->arena, source->vote->title))[OUTCOME]
            .role = role_of_outcome(source->vote->recorded);
    }
}

static void add_expect_head(struct page *page, const struct veto_expectation *found) {
    const char *topic = found->topic ? found->topic->name : NULL;
    page_titlef(page, "What the record says of a draft on %s%s%s",
                words_date(page->arena, found->ask.date), topic ? ": " : "", topic ? topic : "");
    page_paragraph(page, ROLE_PLAIN, 0, expect_ground(page->arena, found));
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(found->history->layout));
    if (found->ask.given_count > 0)
        page_paragraph(page, ROLE_PLAIN, 0, expect_given(page->arena, found));
    if (found->ask.resamples > 0)
        page_say(page, 0,
                 "In brackets, where nine in ten of %u records drawn again from this one have it.",
                 found->ask.resamples);
    page_gap(page);
}

static void build_expect_page(struct page *page, const void *context) {
    const struct veto_expectation *found = context;
    add_expect_head(page, found);
    add_outlook(page, found);
    add_expected_vetoes(page, found);
    add_in_favour(page, found);
    add_member_chances(page, found);
    add_expect_kinds(page, found);
    add_expect_sources(page, found);
    page_section(page, "What it does not know");
    page_paragraph(page, ROLE_PLAIN, 0, expect_limits());
}

/* ---- JSON ---- */

static json_t *json_chance(const struct veto_expect_chance *chance) {
    return json_pack("{s:f, s:f, s:f}", "p", chance->p, "low", chance->low, "high", chance->high);
}

/* The chances as numbers, and their intervals beside them. */
static json_t *json_member(const struct veto_expect_chance *chances) {
    const struct veto_expect_chance *yes = &chances[VETO_YES], *no = &chances[VETO_NO],
                                    *abstain = &chances[VETO_ABSTAIN];
    return json_pack("{s:f, s:f, s:f, s:{s:f, s:f, s:f}, s:{s:f, s:f, s:f}}", "yes", yes->p, "no",
                     no->p, "abstain", abstain->p, "low", "yes", yes->low, "no", no->low, "abstain",
                     abstain->low, "high", "yes", yes->high, "no", no->high, "abstain",
                     abstain->high);
}

/* Kinds and sources, the heaviest first. */
static void json_reasons(struct build *build, const struct veto_expectation *found, json_t *kinds,
                         json_t *sources) {
    for (size_t i = 0; i < found->kind_count; i++) {
        const struct veto_expect_kind *kind = &found->kinds[i];
        build_push(build, kinds,
                   json_pack("{s:f, s:f, s:f, s:s}", "weight", kind->weight.p, "low",
                             kind->weight.low, "high", kind->weight.high, "text",
                             expect_kind(build->arena, found, kind)));
    }
    for (size_t i = 0; i < found->source_count; i++) {
        const struct veto_history_vote *vote = found->sources[i].vote;
        build_push(build, sources,
                   json_pack("{s:o, s:o, s:I, s:f}", "symbol", json_text(vote->symbol), "date",
                             json_text(vote->date_text), "row", (json_int_t)vote->row, "share",
                             found->sources[i].share));
    }
}

static json_t *json_day(struct arena *arena, struct veto_date date) {
    return json_string(arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day));
}

static json_t *build_expect_json(struct build *build, const void *expectation) {
    const struct veto_expectation *found = expectation;
    const struct veto_composition *council = &found->council;
    json_t *given = json_object(), *members = json_object(), *vetoes = json_object();
    json_t *yes = json_array(), *kinds = json_array(), *sources = json_array();
    json_reasons(build, found, kinds, sources);
    for (size_t i = 0; i < found->ask.given_count; i++)
        build_set(build, given, found->ask.given[i].code,
                  json_string(veto_ballot_word(found->ask.given[i].ballot)));
    for (unsigned i = 0; i < council->count; i++) {
        build_set(build, members, council->seats[i].code, json_member(found->members[i]));
        if (council->seats[i].permanent)
            build_set(build, vetoes, council->seats[i].code, json_chance(&found->veto_by[i]));
    }
    for (unsigned n = 0; n <= council->count; n++)
        build_push(build, yes, json_real(found->yes[n].p));
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:s, s:o, s:I, s:I, s:I, s:f, s:{s:o, s:o, s:o}, s:o, s:o, s:o, s:o, s:o}",
        "date", json_day(build->arena, found->ask.date), "topic",
        json_text(found->topic ? found->topic->id : NULL), "like",
        json_text(found->ask.like ? found->ask.like->symbol : NULL), "given", given, "fit",
        veto_expect_fit_word(found->ask.fit), "before", json_day(build->arena, found->ask.before),
        "votes", (json_int_t)found->votes, "on_topic", (json_int_t)found->on_topic, "resamples",
        (json_int_t)found->ask.resamples, "given_chance", found->given, "outcomes", "adopted",
        json_chance(&found->outcomes[VETO_ADOPTED]), "vetoed",
        json_chance(&found->outcomes[VETO_VETOED]), "failed",
        json_chance(&found->outcomes[VETO_FAILED]), "veto_by", vetoes, "members", members, "yes",
        yes, "kinds", kinds, "sources", sources);
}

const struct report report_expect = {build_expect_page, build_expect_json, 0, WIDEST};
