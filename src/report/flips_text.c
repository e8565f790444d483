#include <string.h>

#include "base/arena.h"
#include "report/flips.h"
#include "report/prose.h"
#include "words/flips.h"
#include "words/words.h"

enum { COLUMNS = 80, INDENT = 4, SHOWN = 8, NAME = 24 };

struct page {
    struct arena arena;
    struct prose prose;
    const struct veto_meeting *meeting;
    const struct veto_scenario *scenario;
};

static void say(struct page *page, size_t indent, const char *text) {
    prose_paragraph(&page->prose, INK_PLAIN, indent, indent ? indent + INDENT : 0, text);
}

static void write_flip(struct page *page, const struct veto_flip *flip) {
    struct arena *arena = &page->arena;
    char *text = words_flip(arena, page->scenario, flip);
    if (flip->ways > 1)
        text = arena_printf(arena, "%s. %.15g ways; the likeliest (%s): %s", text, flip->ways,
                            words_chance(arena, flip->chance),
                            words_names(arena, page->scenario, flip->likeliest));
    else
        text = arena_printf(arena, "%s (%s)", text, words_chance(arena, flip->chance));
    say(page, INDENT, arena_printf(arena, "%s.", text));
}

static void write_to(struct page *page, const struct veto_flips_to *to) {
    struct arena *arena = &page->arena;
    char *rest = words_flips_rest(arena, to, SHOWN);
    prose_blank(&page->prose);
    say(page, 0, arena_printf(arena, "%s%s", words_flips_to(arena, to), to->size ? ":" : "."));
    for (size_t i = 0; i < to->flip_count && i < SHOWN; i++)
        write_flip(page, &to->flips[i]);
    if (to->size && rest)
        say(page, INDENT, arena_printf(arena, "%s.", rest));
}

static void write_decisive(struct page *page, const struct veto_flips *flips) {
    enum { DECIMALS = 2 };
    unsigned members = page->scenario->members_count, order[VETO_MAX_MEMBERS];
    prose_blank(&page->prose);
    if (!flips->has_decisive) {
        say(page, 0, "Which member is decisive would take too long to work out.");
        return;
    }
    say(page, 0, "How likely each member's vote, in favour or against, decides on adoption:");
    flips_by_decisive(flips, members, order);
    for (unsigned row = 0; row < members; row++) {
        unsigned i = order[row];
        long long percent;
        words_percentages(&flips->decisive[i], 1, DECIMALS, &percent);
        struct prose_cell cells[] = {
            {page->scenario->members[i].name, NAME, INK_PLAIN},
            {arena_printf(&page->arena, "%7s", words_percent(&page->arena, percent, DECIMALS)), 0,
             INK_PLAIN},
        };
        prose_row(&page->prose, INDENT, cells, 2);
    }
}

static void write_draft(struct page *page, int index, const struct veto_flips *flips) {
    struct arena *arena = &page->arena;
    const struct veto_vote *vote = veto_meeting_vote(page->meeting, index);
    const struct veto_draft *draft = &page->scenario->drafts[index];
    enum veto_outcome outcome = veto_meeting_outcome(page->meeting, index);
    prose_blank(&page->prose);
    prose_heading(&page->prose,
                  arena_printf(arena, "%s: %s", words_capital(arena, words_named(arena, draft)),
                               words_outcome(outcome)),
                  '-');
    if (!vote || !flips) {
        say(page, 0, words_not_put(arena, draft, veto_meeting_not_put(page->meeting, index)));
        return;
    }
    if (!vote->casts) {
        say(page, 0, "No ballot was cast, so none can change.");
        return;
    }
    say(page, 0, arena_printf(arena, "%s.", words_tally(arena, vote->result.tally)));
    for (size_t i = 0; i < flips->to_count; i++)
        write_to(page, &flips->to[i]);
    write_decisive(page, flips);
}

struct writing {
    struct page page;
    const struct veto_flips *const *flips;
};

static void write_page(void *context) {
    struct writing *writing = context;
    struct page *page = &writing->page;
    struct arena *arena = &page->arena;
    prose_heading(&page->prose, arena_printf(arena, "Flips: %s", page->scenario->title), '=');
    say(page, 0,
        arena_printf(
            arena,
            "Played so: %s. In brackets: how likely the model holds that those members "
            "cast these ballots.",
            words_mode(arena, veto_meeting_mode(page->meeting), veto_meeting_seed(page->meeting))));
    for (size_t i = 0; i < page->scenario->draft_count; i++)
        write_draft(page, (int)i, writing->flips[i]);
}

enum veto_status report_flips_text(FILE *file, const struct veto_meeting *meeting,
                                   const struct veto_flips *const *flips,
                                   const struct text_options *options) {
    struct writing writing = {
        .page = {.meeting = meeting, .scenario = veto_meeting_scenario(meeting)},
        .flips = flips,
    };
    writing.page.prose = (struct prose){
        .file = file,
        .arena = &writing.page.arena,
        .columns = options->columns ? options->columns : COLUMNS,
        .color = options->color,
        .ascii = options->ascii,
    };
    bool done = arenas_try(&writing.page.arena, NULL, write_page, &writing);
    arena_free(&writing.page.arena);
    return done ? VETO_OK : VETO_SYSTEM;
}
