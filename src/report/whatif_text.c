#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/whatif.h"
#include "words/words.h"

enum { COLUMNS = 80, MARK = 2, NAME = 22, LEANING = 8, BALLOT = 13, INDENT = 4, DECIMALS = 2 };

struct page {
    struct arena arena;
    struct prose prose;
    const struct whatif *whatif;
};

static const char *mark(bool changed) {
    return changed ? "*" : "";
}

static const struct veto_draft *draft_of(struct page *page, struct whatif_pair draft) {
    int side = draft.at[WHATIF_BEFORE] == VETO_NONE ? WHATIF_AFTER : WHATIF_BEFORE;
    return &whatif_scenario(page->whatif, side)->drafts[draft.at[side]];
}

static const struct veto_member *member_of(struct page *page, struct whatif_pair member) {
    int side = member.at[WHATIF_BEFORE] == VETO_NONE ? WHATIF_AFTER : WHATIF_BEFORE;
    return &whatif_scenario(page->whatif, side)->members[member.at[side]];
}

static const struct veto_cast *cast_of(struct page *page, int side, struct whatif_pair draft,
                                       struct whatif_pair member) {
    return whatif_cast(page->whatif, side, draft, member);
}

static void write_heading(struct page *page, const char *text) {
    prose_blank(&page->prose);
    prose_heading(&page->prose, text, '-');
}

static void write_title(struct page *page) {
    const struct whatif *whatif = page->whatif;
    struct arena *arena = &page->arena;
    const char *title = whatif_scenario(whatif, WHATIF_BEFORE)->title;
    const struct veto_meeting *meeting = whatif->before.meeting;
    prose_heading(&page->prose, arena_printf(arena, "What if: %s", title), '=');
    for (size_t i = 0; i < whatif->change_count; i++)
        prose_paragraph(&page->prose, INK_BOLD, INDENT, 2 * INDENT,
                        text_visible(arena, whatif->changes[i], strlen(whatif->changes[i])));
    prose_paragraph(
        &page->prose, INK_PLAIN, 0, 0,
        arena_printf(arena, "Played so: %s. What changed has a *.",
                     words_mode(arena, veto_meeting_mode(meeting), veto_meeting_seed(meeting))));
}

/* ---- outcomes ---- */

static const char *outcome_text(struct page *page, int side, struct whatif_pair draft) {
    struct arena *arena = &page->arena;
    if (draft.at[side] == VETO_NONE)
        return "no such draft";
    const struct veto_vote *vote =
        veto_meeting_vote(whatif_side(page->whatif, side)->meeting, draft.at[side]);
    const char *outcome = words_outcome(whatif_outcome(page->whatif, side, draft));
    if (!vote)
        return outcome;
    if (vote->without_vote)
        return arena_printf(arena, "%s, no vote", outcome);
    return arena_printf(arena, "%s, %u-%u-%u", outcome, vote->result.tally[VETO_YES],
                        vote->result.tally[VETO_NO], vote->result.tally[VETO_ABSTAIN]);
}

static void write_outcomes(struct page *page) {
    enum { SIDE = 18 };
    struct whatif_pair draft;
    write_heading(page, "Outcomes (in favour-against-abstaining)");
    struct prose_cell head[] = {{"", MARK, INK_PLAIN},
                                {"", NAME, INK_PLAIN},
                                {"Before", SIDE, INK_PLAIN},
                                {"After", 0, INK_PLAIN}};
    prose_row(&page->prose, 0, head, 4);
    for (size_t i = 0; whatif_draft(page->whatif, i, &draft); i++) {
        const char *before = outcome_text(page, WHATIF_BEFORE, draft);
        const char *after = outcome_text(page, WHATIF_AFTER, draft);
        struct prose_cell cells[] = {
            {mark(strcmp(before, after) != 0), MARK, INK_BOLD},
            {words_draft(&page->arena, draft_of(page, draft)), NAME, INK_PLAIN},
            {before, SIDE, INK_PLAIN},
            {after, 0, INK_PLAIN},
        };
        prose_row(&page->prose, 0, cells, 4);
    }
}

/* ---- odds ---- */

static void write_draft_odds(struct page *page, struct whatif_pair draft) {
    enum { LABEL = 30, NUMBER = 10 };
    double chances[WHATIF_SIDES][VETO_OUTCOMES];
    long long percent[WHATIF_SIDES][VETO_OUTCOMES];
    struct arena *arena = &page->arena;
    for (int side = 0; side < WHATIF_SIDES; side++) {
        for (int i = 0; i < VETO_OUTCOMES; i++)
            chances[side][i] = whatif_chance(page->whatif, side, draft, (enum veto_outcome)i);
        words_percentages(chances[side], VETO_OUTCOMES, DECIMALS, percent[side]);
    }
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        double before = chances[WHATIF_BEFORE][i], after = chances[WHATIF_AFTER][i];
        long long change = percent[WHATIF_AFTER][i] - percent[WHATIF_BEFORE][i];
        if (before == 0 && after == 0)
            continue;
        struct prose_cell cells[] = {
            {mark(change != 0), MARK, INK_BOLD},
            {arena_printf(arena, "%s %s", draft_of(page, draft)->id,
                          words_outcome((enum veto_outcome)i)),
             LABEL, INK_PLAIN},
            {words_percent(arena, percent[WHATIF_BEFORE][i], DECIMALS), NUMBER, INK_PLAIN},
            {words_percent(arena, percent[WHATIF_AFTER][i], DECIMALS), NUMBER, INK_PLAIN},
            {change == 0 ? ""
                         : arena_printf(arena, "%s%s", change > 0 ? "+" : "",
                                        words_percent(arena, change, DECIMALS)),
             0, INK_PLAIN},
        };
        prose_row(&page->prose, 0, cells, 5);
    }
}

static void write_odds(struct page *page) {
    struct whatif_pair draft;
    write_heading(page, "Odds: before, after, change");
    for (size_t i = 0; whatif_draft(page->whatif, i, &draft); i++)
        write_draft_odds(page, draft);
}

/* ---- ballots ---- */

static const char *leaning_text(struct page *page, const struct veto_cast *cast) {
    return cast ? words_leaning(&page->arena, cast->leaning) : "-";
}

static const char *ballot_text(const struct veto_cast *cast) {
    return cast ? words_ballot(cast->ballot) : "-";
}

static void write_member(struct page *page, struct whatif_pair draft, struct whatif_pair member) {
    const struct veto_cast *before = cast_of(page, WHATIF_BEFORE, draft, member);
    const struct veto_cast *after = cast_of(page, WHATIF_AFTER, draft, member);
    struct prose_cell cells[] = {
        {mark(whatif_casts_differ(before, after)), MARK, INK_BOLD},
        {member_of(page, member)->name, NAME, INK_PLAIN},
        {leaning_text(page, before), LEANING, INK_PLAIN},
        {ballot_text(before), BALLOT, before ? prose_ballot_ink(before->ballot) : INK_PLAIN},
        {leaning_text(page, after), LEANING, INK_PLAIN},
        {ballot_text(after), 0, after ? prose_ballot_ink(after->ballot) : INK_PLAIN},
    };
    prose_row(&page->prose, 0, cells, 6);
}

/* Whether ballots were cast on a draft, before or after: not if it was not put, and not if it was
 * adopted without a vote. */
static bool was_voted(struct page *page, struct whatif_pair draft) {
    struct whatif_pair member;
    for (size_t i = 0; whatif_member(page->whatif, i, &member); i++)
        if (cast_of(page, WHATIF_BEFORE, draft, member) ||
            cast_of(page, WHATIF_AFTER, draft, member))
            return true;
    return false;
}

static void write_ballots(struct page *page, struct whatif_pair draft) {
    struct whatif_pair member;
    write_heading(page, arena_printf(&page->arena, "Leanings and ballots on %s",
                                     words_named(&page->arena, draft_of(page, draft))));
    struct prose_cell head[] = {{"", MARK + NAME, INK_PLAIN},
                                {"Before", LEANING + BALLOT, INK_PLAIN},
                                {"After", 0, INK_PLAIN}};
    prose_row(&page->prose, 0, head, 3);
    for (size_t i = 0; whatif_member(page->whatif, i, &member); i++)
        write_member(page, draft, member);
}

/* ---- why ---- */

static const char *why_of(struct page *page, int side, struct whatif_pair draft,
                          struct whatif_pair member) {
    if (!cast_of(page, side, draft, member))
        return "It casts no ballot.";
    const struct veto_meeting *meeting = whatif_side(page->whatif, side)->meeting;
    return words_why(&page->arena, meeting, veto_meeting_vote(meeting, draft.at[side]),
                     member.at[side]);
}

/* Whether `text` has this line. */
static bool has_line(const char *text, const char *line, size_t length) {
    for (; text; text = strchr(text, '\n'), text = text ? text + 1 : NULL)
        if (strncmp(text, line, length) == 0 && (text[length] == '\n' || text[length] == '\0'))
            return true;
    return false;
}

/* The reasons of one side, those that the other side has not with a mark. */
static void write_side(struct page *page, const char *label, const char *text, const char *other) {
    prose_paragraph(&page->prose, INK_PLAIN, INDENT, INDENT, label);
    while (*text) {
        size_t length = strcspn(text, "\n");
        struct prose_cell cells[] = {
            {mark(!has_line(other, text, length)), MARK, INK_BOLD},
            {arena_copy(&page->arena, text, length), 0, INK_PLAIN},
        };
        prose_row(&page->prose, INDENT + MARK, cells, 2);
        text += length + (text[length] == '\n');
    }
}

static bool write_reasons(struct page *page, struct whatif_pair draft, bool begun) {
    struct whatif_pair member;
    struct arena *arena = &page->arena;
    for (size_t i = 0; whatif_member(page->whatif, i, &member); i++) {
        if (!whatif_casts_differ(cast_of(page, WHATIF_BEFORE, draft, member),
                                 cast_of(page, WHATIF_AFTER, draft, member)))
            continue;
        if (!begun)
            write_heading(page, "Why");
        else
            prose_blank(&page->prose);
        begun = true;
        const char *before = why_of(page, WHATIF_BEFORE, draft, member);
        const char *after = why_of(page, WHATIF_AFTER, draft, member);
        char *name = words_capital(arena, words_name(arena, member_of(page, member)->name));
        prose_paragraph(
            &page->prose, INK_BOLD, 0, INDENT,
            arena_printf(arena, "%s, on %s", name, words_named(arena, draft_of(page, draft))));
        write_side(page, "Before:", before, after);
        write_side(page, "After:", after, before);
    }
    return begun;
}

static void write_page(void *context) {
    struct page *page = context;
    struct whatif_pair draft;
    bool begun = false;
    write_title(page);
    write_outcomes(page);
    write_odds(page);
    for (size_t i = 0; whatif_draft(page->whatif, i, &draft); i++)
        if (was_voted(page, draft))
            write_ballots(page, draft);
    for (size_t i = 0; whatif_draft(page->whatif, i, &draft); i++)
        begun = write_reasons(page, draft, begun);
}

enum veto_status report_whatif_text(FILE *file, const struct whatif *whatif,
                                    const struct text_options *options) {
    struct page page = {.whatif = whatif};
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
