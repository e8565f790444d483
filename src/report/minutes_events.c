/* What is said and done in a meeting, as far as it has been shown. */
#include "base/arena.h"
#include "report/minutes.h"
#include "report/roles.h"
#include "words/words.h"

/* ---- the meeting ---- */

static void add_legend(const struct minutes *minutes) {
    if (minutes->why)
        minutes_say(
            minutes, 0,
            "Leanings run from -1, against, to 1, in favour. A change is the difference of the "
            "two rounded leanings beside it, so that the figures add up.");
}

void minutes_beforehand(const struct minutes *minutes) {
    if (minutes->scenario->beforehand.count == 0 || minutes->shown == 0)
        return;
    page_section(minutes->page, "Before the meeting");
    add_legend(minutes);
}

void minutes_played(const struct minutes *minutes) {
    page_paragraphf(minutes->page, ROLE_DIM, 0, "Played so: %s.",
                    words_mode(minutes->arena, minutes->meeting, minutes->page->change_count > 0));
}

static void add_open(const struct minutes *minutes, const struct veto_event *event) {
    (void)event;
    const struct veto_scenario *scenario = minutes->scenario;
    struct arena *arena = minutes->arena;
    page_heading(minutes->page, 2, "The meeting");
    minutes_played(minutes);
    page_paragraph(
        minutes->page, ROLE_DIM, 0,
        words_numbers(arena, scenario, minutes->page->changes, minutes->page->change_count));
    for (size_t i = 0; i < scenario->draft_count; i++)
        minutes_say(minutes, 0, words_unmoved(arena, &scenario->drafts[i]));
    if (scenario->beforehand.count == 0)
        add_legend(minutes);
    page_gap(minutes->page);
    minutes_say(minutes, 0, words_opening(arena, scenario));
}

/* " (paraphrase) [2]", with the number under which add_sources lists it; nothing where there is no
 * source, or where it stands below. */
static char *source_mark(const struct minutes *minutes, const struct veto_item *item) {
    if (!item->source || minutes->screen)
        return "";
    size_t number = (size_t)(item->source - minutes->scenario->references) + 1;
    bool paraphrased = item->kind == VETO_ITEM_STATEMENT && item->quoting == VETO_PARAPHRASE;
    return arena_printf(minutes->arena, "%s [%zu]", paraphrased ? " (paraphrase)" : "", number);
}

void minutes_source(const struct minutes *minutes, const struct veto_item *item) {
    if (!item->source || !minutes->screen)
        return;
    const char *quoting = item->kind != VETO_ITEM_STATEMENT ? ""
                          : item->quoting == VETO_QUOTATION ? "Quotation. "
                                                            : "Paraphrase. ";
    page_paragraphf(minutes->page, ROLE_DIM, 1, "%sSource: %s", quoting,
                    told_source(&minutes->told, item->source)
                        ? item->source->title
                        : words_untitled(minutes->arena, item->source));
}

static void add_moves(const struct minutes *minutes, const struct veto_event *event) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(minutes->meeting, &count);
    int about = event->kind == VETO_EVENT_STATEMENT ? event->item->draft : VETO_NONE;
    for (size_t i = 0; i < event->move_count; i++) {
        const struct veto_move *move = &moves[event->first_move + i];
        if (!words_move_counts(minutes->meeting, move) || !told_draft(&minutes->told, move->draft))
            continue;
        char *text = words_move(minutes->arena, minutes->scenario, move, about, minutes->numbers);
        if (minutes->causes)
            text = arena_printf(minutes->arena, "%s (%s)", text, words_cause(minutes->arena, move));
        page_itemf(minutes->page, ROLE_PLAIN, 1, "%s.", text);
    }
}

static void add_statement(const struct minutes *minutes, const struct veto_event *event) {
    const struct veto_item *item = event->item;
    struct arena *arena = minutes->arena;
    const char *on = "";
    if (item->draft != VETO_NONE)
        on = arena_printf(arena, "%s on %s", item->explains_vote ? ", in explanation of vote" : ",",
                          minutes_named(minutes, item->draft));
    page_hangingf(minutes->page, ROLE_STRONG, 0,
                  "%s%s%s:", words_speaker(arena, minutes->scenario, item), on,
                  source_mark(minutes, item));
    minutes_say(minutes, minutes->screen ? 0 : 1, words_said(arena, item));
    minutes_source(minutes, item);
    add_moves(minutes, event);
}

/* What happens is told, not said: nobody's name stands before it. */
static void add_happening(const struct minutes *minutes, const struct veto_event *event) {
    page_say(minutes->page, 0, "%s%s", words_said(minutes->arena, event->item),
             source_mark(minutes, event->item));
    minutes_source(minutes, event->item);
    add_moves(minutes, event);
}

static void add_event_question(const struct minutes *minutes, const struct veto_event *event) {
    page_hangingf(minutes->page, ROLE_STRONG, 0, "For the class: %s",
                  told_question(&minutes->told, event->question));
}

static void add_put(const struct minutes *minutes, const struct veto_event *event) {
    const char *puts = words_puts(minutes->arena, &minutes->scenario->drafts[event->draft]);
    const char *question = words_question(veto_meeting_question(minutes->meeting, event->draft));
    if (minutes->screen)
        page_heading(minutes->page, 2, puts);
    else
        page_heading(
            minutes->page, 2,
            arena_printf(minutes->arena, "The vote on %s", minutes_named(minutes, event->draft)));
    if (minutes->paper || minutes->screen)
        minutes_say(minutes, 0, question);
    else
        page_say(minutes->page, 0, "%s.%s%s", puts, *question ? " " : "", question);
}

/* ---- votes ---- */

/* The ballots of some members, by what they are. */
static void add_groups(const struct minutes *minutes, const struct veto_vote *vote, veto_set cast) {
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        veto_set set = 0;
        for (unsigned member = 0; member < minutes->scenario->members_count; member++)
            if (veto_set_has(cast, member) && (int)vote->casts[member].ballot == ballot)
                set |= veto_set_of(member);
        minutes_group(minutes, set, (enum veto_ballot)ballot);
    }
}

static void add_reasons(const struct minutes *minutes, const struct veto_vote *vote) {
    struct arena *arena = minutes->arena;
    for (unsigned member = 0; member < minutes->scenario->members_count; member++) {
        enum veto_ballot ballot = vote->casts[member].ballot;
        char *name = words_name(arena, minutes->scenario->members[member].name);
        page_gap(minutes->page);
        page_paragraphf(minutes->page, role_of_ballot(ballot), 1, "%s: %s",
                        words_capital(arena, name), words_ballot(ballot));
        minutes_say(minutes, 2, words_why(arena, minutes->meeting, vote, (int)member, true));
    }
}

/* A row for each member, where they stand on paper. */
static void add_reason_table(const struct minutes *minutes, const struct veto_vote *vote) {
    static const struct page_column columns[] = {
        {.head = {"Member"}}, {.head = {"Ballot"}}, {.head = {"Why"}}};
    page_gap(minutes->page);
    struct page_table *table =
        page_table_with(minutes->page, columns, 3, .audience = FOR_READERS, .headed = true);
    for (unsigned member = 0; member < minutes->scenario->members_count; member++)
        table_texts(table, minutes->scenario->members[member].name, NULL,
                    words_why_brief(minutes->arena, minutes->meeting, vote, (int)member))[1] =
            cell_of_ballot(vote->casts[member].ballot);
}

void minutes_result(const struct minutes *minutes, int draft) {
    struct arena *arena = minutes->arena;
    const struct veto_vote *vote = veto_meeting_vote(minutes->meeting, draft);
    if (vote && vote->casts && !minutes->screen) {
        add_groups(minutes, vote, ~(veto_set)0);
        for (unsigned member = 0; member < minutes->scenario->members_count; member++)
            if (words_obliged(&vote->casts[member]))
                page_item(minutes->page, ROLE_PLAIN, 1,
                          words_obligation(arena, minutes->scenario, vote, (int)member));
        page_gap(minutes->page);
    }
    page_paragraph(minutes->page, ROLE_STRONG, 0, words_declared(arena, minutes->meeting, draft));
    if (vote && vote->kind != VETO_NONE)
        minutes_say(minutes, 0, words_kind_of_vote(arena, minutes->meeting, vote));
}

static void add_event_result(const struct minutes *minutes, const struct veto_event *event) {
    if (minutes->screen)
        page_heading(minutes->page, 2,
                     words_fate(minutes->arena, &minutes->scenario->drafts[event->draft],
                                event->vote->result.outcome));
    else
        minutes_chamber(minutes, event);
    minutes_result(minutes, event->draft);
    add_moves(minutes, event);
    if (minutes->why && minutes->paper)
        add_reason_table(minutes, event->vote);
    else if (minutes->why)
        add_reasons(minutes, event->vote);
}

static void add_without_vote(const struct minutes *minutes, const struct veto_event *event) {
    page_hangingf(minutes->page, ROLE_STRONG, 0, "%s: %s",
                  words_capital(minutes->arena, minutes_named(minutes, event->draft)),
                  words_result(minutes->arena, minutes->scenario, event->vote));
    add_moves(minutes, event);
}

/* A motion, what follows a veto, or the end. */
static void add_sentence(const struct minutes *minutes, const struct veto_event *event) {
    if (event->kind == VETO_EVENT_CLOSE)
        minutes_say(minutes, 0, "The meeting rises.");
    else if (event->kind == VETO_EVENT_MOTION)
        minutes_say(minutes, 0, words_motion(minutes->arena, minutes->scenario, event->item));
    else
        page_hanging(minutes->page, ROLE_PLAIN, 0,
                     words_sequel(minutes->arena, minutes->scenario, event));
}

static void add_not_put(const struct minutes *minutes, const struct veto_event *event) {
    page_hangingf(minutes->page, ROLE_STRONG, 0, "%s is not put to the vote: %s.",
                  words_capital(minutes->arena, minutes_named(minutes, event->draft)),
                  words_why_not_put(minutes->arena, minutes->meeting, event->draft));
}

/* Ballots stand in groups, with the result, and so do obligations. */
static void (*const adders[VETO_EVENT_KINDS])(const struct minutes *, const struct veto_event *) = {
    [VETO_EVENT_OPEN] = add_open,
    [VETO_EVENT_STATEMENT] = add_statement,
    [VETO_EVENT_HAPPENING] = add_happening,
    [VETO_EVENT_QUESTION] = add_event_question,
    [VETO_EVENT_PUT] = add_put,
    [VETO_EVENT_RESULT] = add_event_result,
    [VETO_EVENT_NOT_PUT] = add_not_put,
    [VETO_EVENT_CLOSE] = add_sentence,
    [VETO_EVENT_MOTION] = add_sentence,
    [VETO_EVENT_WITHOUT_VOTE] = add_without_vote,
    [VETO_EVENT_ASSEMBLY_DEBATE] = add_sentence,
    [VETO_EVENT_UNITING_FOR_PEACE] = add_sentence,
};

void minutes_event(const struct minutes *minutes, const struct veto_event *event) {
    if (adders[event->kind])
        adders[event->kind](minutes, event);
}

static void add_events(const struct minutes *minutes, bool votes) {
    for (size_t i = 0; i < minutes->shown; i++) {
        const struct veto_event *event = veto_meeting_event(minutes->meeting, i);
        bool vote = event->kind == VETO_EVENT_PUT || session_settles(event);
        if (!adders[event->kind] || (votes && !vote))
            continue;
        if (event->kind != VETO_EVENT_RESULT) /* which goes on from the putting to the vote */
            page_gap(minutes->page);
        adders[event->kind](minutes, event);
    }
}

void minutes_events(const struct minutes *minutes) {
    const struct veto_vote *vote = NULL;
    veto_set cast = 0;
    minutes_beforehand(minutes);
    add_events(minutes, false);
    for (size_t i = minutes->shown; i-- > 0;) {
        const struct veto_event *event = veto_meeting_event(minutes->meeting, i);
        if (event->kind != VETO_EVENT_BALLOT && event->kind != VETO_EVENT_OBLIGATION)
            break;
        cast |= veto_set_of((unsigned)event->member);
        vote = event->vote;
    }
    if (vote) /* where the roll is still being called, the ballots so far */
        add_groups(minutes, vote, cast);
}

void minutes_votes(const struct minutes *minutes) {
    add_events(minutes, true);
}
