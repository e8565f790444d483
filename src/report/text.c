#include "report/text.h"

#include "base/arena.h"
#include "report/meeting.h"
#include "words/words.h"

enum { INDENT = REPORT_INDENT, COLUMNS = 80 };

static const char *named(struct report *report, int draft) {
    return words_named(&report->arena, &report->scenario->drafts[draft]);
}

/* ---- the meeting ---- */

static bool has_beforehand(const struct report *report) {
    return report->scenario->beforehand.count > 0;
}

static void write_legend(struct report *report) {
    if (report->options->why)
        report_say(
            report, 0,
            "Leanings run from -1, against, to 1, in favour. A change is the difference of the "
            "two rounded leanings beside it, so that the figures add up.");
}

static void write_beforehand(struct report *report) {
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Before the meeting", '-');
    write_legend(report);
}

static void write_open(struct report *report, const struct veto_event *event) {
    (void)event;
    const struct veto_scenario *scenario = report->scenario;
    struct arena *arena = &report->arena;
    char *mode = words_mode(arena, veto_meeting_mode(report->meeting),
                            veto_meeting_seed(report->meeting), false);
    prose_heading(&report->prose, "The meeting", '-');
    report_say(report, 0, arena_printf(arena, "Played so: %s.", mode));
    if (!has_beforehand(report))
        write_legend(report);
    prose_blank(&report->prose);
    report_say(report, 0, words_opening(arena, scenario));
}

/* " [2]", the number under which write_sources lists it; nothing where there is no source. */
static char *source_mark(struct report *report, const struct veto_item *item) {
    if (!item->source)
        return "";
    size_t number = (size_t)(item->source - report->scenario->references) + 1;
    return arena_printf(&report->arena, " [%zu]", number);
}

static void write_moves(struct report *report, const struct veto_event *event) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(report->meeting, &count);
    int about = event->kind == VETO_EVENT_STATEMENT ? event->item->draft : VETO_NONE;
    for (size_t i = 0; i < event->move_count; i++) {
        const struct veto_move *move = &moves[event->first_move + i];
        if (!words_move_counts(report->meeting, move))
            continue;
        char *text = words_move(&report->arena, report->scenario, move, about);
        prose_paragraph(&report->prose, INK_PLAIN, INDENT, 2 * INDENT,
                        arena_printf(&report->arena, "%s.", text));
    }
}

static void write_statement(struct report *report, const struct veto_event *event) {
    const struct veto_item *item = event->item;
    struct arena *arena = &report->arena;
    const char *on = "";
    bool paraphrased = item->quoting == VETO_PARAPHRASE && item->source;
    if (item->draft != VETO_NONE)
        on = arena_printf(arena, "%s on %s", item->explains_vote ? ", in explanation of vote" : ",",
                          named(report, item->draft));
    prose_paragraph(&report->prose, INK_BOLD, 0, INDENT,
                    arena_printf(arena, "%s%s%s%s:", words_speaker(arena, report->scenario, item),
                                 on, paraphrased ? " (paraphrase)" : "",
                                 source_mark(report, item)));
    report_say(report, INDENT, words_said(arena, item));
    write_moves(report, event);
}

/* What happens is told, not said: nobody's name stands before it. */
static void write_happening(struct report *report, const struct veto_event *event) {
    report_say(report, 0,
               arena_printf(&report->arena, "%s%s", words_said(&report->arena, event->item),
                            source_mark(report, event->item)));
    write_moves(report, event);
}

static void write_question(struct report *report, const struct veto_event *event) {
    prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT,
                    arena_printf(&report->arena, "For the class: %s", event->question->ask));
}

static void write_put(struct report *report, const struct veto_event *event) {
    struct arena *arena = &report->arena;
    const char *name = named(report, event->draft);
    prose_heading(&report->prose, arena_printf(arena, "The vote on %s", name), '-');
    const char *question = words_question(veto_meeting_question(report->meeting, event->draft));
    report_say(report, 0,
               arena_printf(arena, "The President puts %s to the vote.%s%s", name,
                            *question ? " " : "", question));
}

/* ---- votes ---- */

void report_group(struct report *report, veto_set set, enum veto_ballot ballot) {
    if (set == 0)
        return;
    struct arena *arena = &report->arena;
    char *label = arena_printf(arena, "%s (%u)", words_capital(arena, words_ballot(ballot)),
                               veto_set_count(set));
    prose_paragraph(
        &report->prose, prose_ballot_ink(ballot), INDENT, 2 * INDENT,
        arena_printf(arena, "%s: %s", label, words_names(arena, report->scenario, set)));
}

/* The ballots of some members, by what they are. */
static void write_groups(struct report *report, const struct veto_vote *vote, veto_set cast) {
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        veto_set set = 0;
        for (unsigned member = 0; member < report->scenario->members_count; member++)
            if (veto_set_has(cast, member) && (int)vote->casts[member].ballot == ballot)
                set |= veto_set_of(member);
        report_group(report, set, (enum veto_ballot)ballot);
    }
}

static void write_reasons(struct report *report, const struct veto_vote *vote) {
    struct arena *arena = &report->arena;
    for (unsigned member = 0; member < report->scenario->members_count; member++) {
        enum veto_ballot ballot = vote->casts[member].ballot;
        char *name = words_name(arena, report->scenario->members[member].name);
        prose_blank(&report->prose);
        prose_paragraph(
            &report->prose, prose_ballot_ink(ballot), INDENT, INDENT,
            arena_printf(arena, "%s: %s", words_capital(arena, name), words_ballot(ballot)));
        report_say(report, 2 * INDENT, words_why(arena, report->meeting, vote, (int)member));
    }
}

static void write_obligations(struct report *report, const struct veto_vote *vote) {
    for (unsigned member = 0; member < report->scenario->members_count; member++)
        if (words_obliged(&vote->casts[member]))
            prose_paragraph(&report->prose, INK_PLAIN, INDENT, 2 * INDENT,
                            words_obligation(&report->arena, report->scenario, vote, (int)member));
}

static void write_result(struct report *report, const struct veto_event *event) {
    write_groups(report, event->vote, ~(veto_set)0);
    write_obligations(report, event->vote);
    prose_blank(&report->prose);
    prose_paragraph(&report->prose, INK_BOLD, 0, 0,
                    words_result(&report->arena, report->scenario, event->vote));
    write_moves(report, event);
    if (report->options->why)
        write_reasons(report, event->vote);
}

static void write_without_vote(struct report *report, const struct veto_event *event) {
    prose_paragraph(&report->prose, INK_BOLD, 0, INDENT,
                    arena_printf(&report->arena, "%s: %s",
                                 words_capital(&report->arena, named(report, event->draft)),
                                 words_result(&report->arena, report->scenario, event->vote)));
    write_moves(report, event);
}

static void write_motion(struct report *report, const struct veto_event *event) {
    report_say(report, 0, words_motion(&report->arena, report->scenario, event->item));
}

static void write_sequel(struct report *report, const struct veto_event *event) {
    prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT,
                    words_sequel(&report->arena, report->scenario, event));
}

static void write_not_put(struct report *report, const struct veto_event *event) {
    prose_paragraph(&report->prose, INK_BOLD, 0, INDENT,
                    arena_printf(&report->arena, "%s is not put to the vote: %s.",
                                 words_capital(&report->arena, named(report, event->draft)),
                                 words_why_not_put(&report->arena, report->meeting, event->draft)));
}

static void write_close(struct report *report, const struct veto_event *event) {
    (void)event;
    report_say(report, 0, "The meeting rises.");
}

/* Ballots stand in groups, with the result, and so do obligations. A branch is not told, only what
 * it holds. */
static void (*const writers[VETO_EVENT_KINDS])(struct report *, const struct veto_event *) = {
    [VETO_EVENT_OPEN] = write_open,
    [VETO_EVENT_STATEMENT] = write_statement,
    [VETO_EVENT_HAPPENING] = write_happening,
    [VETO_EVENT_QUESTION] = write_question,
    [VETO_EVENT_PUT] = write_put,
    [VETO_EVENT_RESULT] = write_result,
    [VETO_EVENT_NOT_PUT] = write_not_put,
    [VETO_EVENT_CLOSE] = write_close,
    [VETO_EVENT_MOTION] = write_motion,
    [VETO_EVENT_WITHOUT_VOTE] = write_without_vote,
    [VETO_EVENT_ASSEMBLY_DEBATE] = write_sequel,
    [VETO_EVENT_UNITING_FOR_PEACE] = write_sequel,
};

/* Where the roll is still being called, the ballots so far. */
static void write_roll(struct report *report) {
    const struct veto_vote *vote = NULL;
    veto_set cast = 0;
    for (size_t i = report->shown; i-- > 0;) {
        const struct veto_event *event = veto_meeting_event(report->meeting, i);
        if (event->kind != VETO_EVENT_BALLOT && event->kind != VETO_EVENT_OBLIGATION)
            break;
        cast |= veto_set_of((unsigned)event->member);
        vote = event->vote;
    }
    if (vote)
        write_groups(report, vote, cast);
}

void report_events(struct report *report) {
    if (has_beforehand(report) && report->shown > 0)
        write_beforehand(report);
    for (size_t i = 0; i < report->shown; i++) {
        const struct veto_event *event = veto_meeting_event(report->meeting, i);
        if (!writers[event->kind])
            continue;
        if (event->kind != VETO_EVENT_RESULT) /* which goes on from the putting to the vote */
            prose_blank(&report->prose);
        writers[event->kind](report, event);
    }
    write_roll(report);
}

static void write_text(void *context) {
    struct report *report = context;
    report_title(report);
    report_council(report);
    report_drafts(report);
    report_events(report);
    report_outcomes(report);
    if (report->options->session)
        report_guesses(report, report->options->session);
    report_record(report);
    report_sources(report);
}

enum veto_status meeting_write(struct report *report, FILE *file, void (*write)(void *)) {
    const struct text_options *options = report->options;
    report->prose = (struct prose){
        .file = file,
        .arena = &report->arena,
        .columns = options->columns ? options->columns : COLUMNS,
        .color = options->color,
        .ascii = options->ascii,
    };
    bool done = arenas_try(&report->arena, NULL, write, report);
    arena_free(&report->arena);
    return done ? VETO_OK : VETO_SYSTEM;
}

enum veto_status report_text(FILE *file, const struct veto_meeting *meeting,
                             const struct text_options *options) {
    struct report report = {
        .meeting = meeting,
        .scenario = veto_meeting_scenario(meeting),
        .options = options,
        .shown = veto_meeting_event_count(meeting),
    };
    return meeting_write(&report, file, write_text);
}
