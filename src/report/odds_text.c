#include <math.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/odds.h"
#include "report/prose.h"
#include "words/words.h"

enum {
    INDENT = 4,
    DECIMALS = 2,
    SCALE = 10000,
    LABEL = 24,
    NUMBER = 9,
    BAR = 40,
    COLUMNS = 80,
    ROWS = 16
};

struct page {
    struct arena arena;
    struct prose prose;
    const struct veto_scenario *scenario;
    const struct veto_odds *odds;
};

static void say(struct page *page, size_t indent, const char *text) {
    prose_paragraph(&page->prose, INK_PLAIN, indent, indent, text);
}

/* "98.20% to 98.31%" for an estimate; nothing for what is exact. */
static const char *interval(struct page *page, double p) {
    struct arena *arena = &page->arena;
    if (page->odds->method == VETO_EXACT)
        return "";
    struct veto_interval between = veto_wilson(p, page->odds->trials);
    long long low = (long long)floor(between.low * SCALE); /* outwards */
    long long high = (long long)ceil(between.high * SCALE);
    return arena_printf(arena, "(%s to %s)", words_percent(arena, low, DECIMALS),
                        words_percent(arena, high, DECIMALS));
}

/* Numbers stand flush right. */
static const char *number(struct page *page, long long percent) {
    return arena_printf(&page->arena, "%7s", words_percent(&page->arena, percent, DECIMALS));
}

static void write_row(struct page *page, const char *label, enum prose_ink ink, size_t width,
                      long long percent, const char *more) {
    struct prose_cell cells[] = {
        {label, width, ink},
        {number(page, percent), NUMBER, INK_PLAIN},
        {more, 0, INK_PLAIN},
    };
    prose_row(&page->prose, INDENT, cells, 3);
}

static void write_how(struct page *page) {
    const struct veto_odds *odds = page->odds;
    struct arena *arena = &page->arena;
    if (odds->method == VETO_MONTE_CARLO)
        say(page, 0,
            arena_printf(arena,
                         "Monte Carlo%s: %llu trials with seed %llu. In brackets, the 95%% "
                         "interval of each number.",
                         odds->stopped ? ", stopped before it was through" : "",
                         (unsigned long long)odds->trials, (unsigned long long)odds->seed));
    else if (odds->error > 0)
        say(page, 0,
            arena_printf(arena, "Exact, but for integrals over blocs that are off by %.0e at most.",
                         odds->error));
    else
        say(page, 0, "Exact.");
}

static void write_outcomes(struct page *page, const struct veto_draft_odds *draft) {
    long long percent[VETO_OUTCOMES];
    words_percentages(draft->outcome, VETO_OUTCOMES, DECIMALS, percent);
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)i;
        if (outcome != VETO_NOT_PUT || draft->outcome[i] > 0)
            write_row(page, words_capital(&page->arena, words_outcome(outcome)),
                      prose_outcome_ink(outcome), LABEL, percent[i],
                      interval(page, draft->outcome[i]));
    }
}

static void write_veto_by(struct page *page, const struct veto_draft_odds *draft) {
    const struct veto_scenario *scenario = page->scenario;
    if (draft->outcome[VETO_VETOED] == 0)
        return;
    prose_blank(&page->prose);
    say(page, INDENT, "Vetoed, with a vote against by:");
    for (unsigned i = 0; i < scenario->members_count; i++) {
        long long percent;
        if (draft->veto_by[i] == 0)
            continue;
        words_percentages(&draft->veto_by[i], 1, DECIMALS, &percent);
        write_row(page, scenario->members[i].name, INK_PLAIN, LABEL, percent,
                  interval(page, draft->veto_by[i]));
    }
}

static const char *bar(struct page *page, double part) {
    size_t length = (size_t)(part * BAR + 0.5);
    char *text = arena_copy(&page->arena, "", 0);
    for (size_t i = 0; i < length; i++)
        text = arena_printf(&page->arena, "%s%s", text, page->prose.ascii ? "#" : "\u2588");
    return text;
}

static void write_yes(struct page *page, const struct veto_draft_odds *draft) {
    unsigned count = page->scenario->members_count + 1;
    long long percent[VETO_MAX_MEMBERS + 1];
    double most = 0;
    if (draft->outcome[VETO_NOT_PUT] >= 1)
        return;
    words_percentages(draft->yes, count, DECIMALS, percent);
    for (unsigned i = 0; i < count; i++)
        most = draft->yes[i] > most ? draft->yes[i] : most;
    prose_blank(&page->prose);
    say(page, INDENT,
        arena_printf(&page->arena, "Votes in favour (%u needed):", page->scenario->rules.required));
    for (unsigned i = 0; i < count; i++)
        if (percent[i] > 0)
            write_row(page, arena_printf(&page->arena, "%2u", i), INK_PLAIN, INDENT, percent[i],
                      bar(page, draft->yes[i] / most));
}

static void write_draft(struct page *page, size_t index) {
    const struct veto_draft_odds *draft = &page->odds->drafts[index];
    const struct veto_draft *about = &page->scenario->drafts[index];
    prose_blank(&page->prose);
    prose_heading(&page->prose,
                  arena_printf(&page->arena, "%s: %s",
                               words_capital(&page->arena, words_named(&page->arena, about)),
                               about->title),
                  '-');
    write_outcomes(page, draft);
    write_veto_by(page, draft);
    write_yes(page, draft);
}

/* ---- all drafts together ---- */

static char *together(struct page *page, const struct veto_joint_odds *joint) {
    char *text = arena_copy(&page->arena, "", 0);
    for (size_t i = 0; i < page->scenario->draft_count; i++)
        text = arena_printf(&page->arena, "%s%s%s %s", text, i > 0 ? ", " : "",
                            page->scenario->drafts[i].id, words_outcome(joint->outcomes[i]));
    return text;
}

/* The row that comes next: the likeliest of those behind the last one, in the order of the list
 * where they are as likely. */
static size_t next_joint(const struct veto_odds *odds, const bool *shown) {
    size_t best = odds->joint_count;
    for (size_t i = 0; i < odds->joint_count; i++)
        if (!shown[i] && (best == odds->joint_count || odds->joint[i].p > odds->joint[best].p))
            best = i;
    return best;
}

static void write_joint_rows(struct page *page, const long long *percent) {
    const struct veto_odds *odds = page->odds;
    bool *shown = arena_array(&page->arena, bool, odds->joint_count + 1);
    for (size_t row = 0; row < odds->joint_count && row < ROWS; row++) {
        size_t i = next_joint(odds, shown);
        shown[i] = true;
        const char *text = together(page, &odds->joint[i]);
        const char *sure = interval(page, odds->joint[i].p);
        struct prose_cell cells[] = {
            {number(page, percent[i]), NUMBER, INK_PLAIN},
            {*sure ? arena_printf(&page->arena, "%s  %s", sure, text) : text, 0, INK_PLAIN},
        };
        prose_row(&page->prose, INDENT, cells, 2);
    }
    if (odds->joint_count > ROWS)
        say(page, INDENT,
            arena_printf(&page->arena, "and %zu more, less likely.", odds->joint_count - ROWS));
}

static void write_joint(struct page *page) {
    const struct veto_odds *odds = page->odds;
    if (page->scenario->draft_count < 2)
        return;
    prose_blank(&page->prose);
    prose_heading(&page->prose, "All drafts together", '-');
    if (odds->joint_left_out) {
        say(page, 0, "There are too many combinations of outcomes to list them.");
        return;
    }
    double *chance = arena_array(&page->arena, double, odds->joint_count + 1);
    long long *percent = arena_array(&page->arena, long long, odds->joint_count + 1);
    for (size_t i = 0; i < odds->joint_count; i++)
        chance[i] = odds->joint[i].p;
    words_percentages(chance, odds->joint_count, DECIMALS, percent);
    write_joint_rows(page, percent);
}

static void write_page(void *context) {
    struct page *page = context;
    prose_heading(&page->prose, arena_printf(&page->arena, "Odds: %s", page->scenario->title), '=');
    write_how(page);
    for (size_t i = 0; i < page->scenario->draft_count; i++)
        write_draft(page, i);
    write_joint(page);
}

enum veto_status report_odds_text(FILE *file, const struct veto_scenario *scenario,
                                  const struct veto_odds *odds,
                                  const struct text_options *options) {
    struct page page = {.scenario = scenario, .odds = odds};
    page.prose = (struct prose){
        .file = file,
        .arena = &page.arena,
        .columns = options->columns ? options->columns : COLUMNS,
        .color = options->color,
        .ascii = options->ascii,
    };
    bool done = arenas_try(&page.arena, NULL, write_page, &page);
    arena_free(&page.arena);
    return done ? VETO_OK : VETO_SYSTEM;
}
