#include <string.h>

#include "base/arena.h"
#include "report/flips.h"
#include "report/prose.h"
#include "report/words.h"

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

/* "votes in favour": what one member does, and what several do. */
static const char *verb(enum veto_ballot ballot, bool one) {
    static const char *const verbs[VETO_BALLOTS][2] = {
        [VETO_YES] = {"vote in favour", "votes in favour"},
        [VETO_NO] = {"vote against", "votes against"},
        [VETO_ABSTAIN] = {"abstain", "abstains"},
        [VETO_NOT_PARTICIPATING] = {"take no part", "takes no part"},
        [VETO_ABSENT] = {"stay away", "stays away"},
    };
    return verbs[ballot][one];
}

/* "the Russian Federation abstains instead"; "3 of these 5 move from ... to ...: ..." */
static char *part_text(struct page *page, const struct veto_flip_part *part) {
    struct arena *arena = &page->arena;
    unsigned count = veto_set_count(part->members);
    char *names = words_names(arena, page->scenario, part->members);
    if (part->needed == count)
        return arena_printf(arena, "%s %s instead", names, verb(part->to, count == 1));
    return arena_printf(arena, "%u of these %u %s from %s to %s: %s", part->needed, count,
                        part->needed == 1 ? "moves" : "move", words_ballot(part->from),
                        words_ballot(part->to), names);
}

static void write_flip(struct page *page, const struct veto_flip *flip) {
    struct arena *arena = &page->arena;
    char *text = arena_copy(arena, "", 0);
    for (size_t i = 0; i < flip->part_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i > 0 ? "; and " : "",
                            part_text(page, &flip->parts[i]));
    text = words_capital(arena, text);
    if (flip->ways > 1)
        text =
            arena_printf(arena, "%s. %.15g ways; the likeliest (%.3g%%): %s", text, flip->ways,
                         100 * flip->chance, words_names(arena, page->scenario, flip->likeliest));
    else
        text = arena_printf(arena, "%s (%.3g%%)", text, 100 * flip->chance);
    say(page, INDENT, arena_printf(arena, "%s.", text));
}

static const char *goal(enum veto_outcome outcome) {
    return outcome == VETO_ADOPTED ? "be adopted" : outcome == VETO_VETOED ? "be vetoed" : "fail";
}

static void write_to(struct page *page, const struct veto_flips_to *to) {
    struct arena *arena = &page->arena;
    prose_blank(&page->prose);
    if (to->size == 0) {
        say(page, 0,
            arena_printf(arena,
                         to->more ? "To %s: no change was found among the smallest ones."
                                  : "To %s: no change of ballots does it.",
                         goal(to->outcome)));
        return;
    }
    say(page, 0,
        arena_printf(arena, "To %s, it takes %u other ballot%s:", goal(to->outcome), to->size,
                     to->size == 1 ? "" : "s"));
    for (size_t i = 0; i < to->flip_count && i < SHOWN; i++)
        write_flip(page, &to->flips[i]);
    if (to->flip_count > SHOWN || to->more)
        say(page, INDENT,
            arena_printf(arena, "and %s%zu more, less likely.", to->more ? "at least " : "",
                         to->flip_count > SHOWN ? to->flip_count - SHOWN : 0));
}

/* The member with the largest chance of those that are not shown yet. */
static unsigned next_decisive(const struct veto_flips *flips, unsigned members, veto_set shown) {
    unsigned best = members;
    for (unsigned i = 0; i < members; i++)
        if (!veto_set_has(shown, i) &&
            (best == members || flips->decisive[i] > flips->decisive[best]))
            best = i;
    return best;
}

static void write_decisive(struct page *page, const struct veto_flips *flips) {
    enum { DECIMALS = 2 };
    unsigned members = page->scenario->members_count;
    veto_set shown = 0;
    prose_blank(&page->prose);
    if (!flips->has_decisive) {
        say(page, 0, "Which member is decisive would take too long to work out.");
        return;
    }
    say(page, 0, "How likely each member's vote, in favour or against, decides on adoption:");
    for (unsigned row = 0; row < members; row++) {
        unsigned i = next_decisive(flips, members, shown);
        long long percent;
        shown |= veto_set_of(i);
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
    enum veto_outcome outcome = veto_meeting_outcome(page->meeting, index);
    prose_blank(&page->prose);
    prose_heading(&page->prose,
                  arena_printf(arena, "Draft %s: %s",
                               words_draft(arena, &page->scenario->drafts[index]),
                               words_outcome(outcome)),
                  '-');
    if (!vote || !flips) {
        say(page, 0, words_not_put(arena, veto_meeting_not_put(page->meeting, index)));
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
