#include "report/text.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/words.h"

enum { INDENT = 4, COLUMNS = 80 };

struct report {
    struct arena arena;
    struct prose prose;
    const struct veto_meeting *meeting;
    const struct veto_scenario *scenario;
    const struct text_options *options;
};

static void say(struct report *report, size_t indent, const char *text) {
    prose_paragraph(&report->prose, INK_PLAIN, indent, indent, text);
}

static const char *draft_name(struct report *report, int draft) {
    return words_draft(&report->arena, &report->scenario->drafts[draft]);
}

/* ---- before the meeting ---- */

/* "Security Council, 8 October 2016, meeting S/PV.7785" */
static void write_title(struct report *report) {
    const struct veto_scenario *scenario = report->scenario;
    struct arena *arena = &report->arena;
    char *date = words_date(arena, scenario->date);
    prose_heading(&report->prose, scenario->title, '=');
    say(report, 0,
        arena_printf(arena, "Security Council%s%s%s%s", *date ? ", " : "", date,
                     scenario->meeting ? ", meeting " : "",
                     scenario->meeting ? scenario->meeting : ""));
    if (scenario->about) {
        prose_blank(&report->prose);
        say(report, 0, scenario->about);
    }
}

static void write_fact(struct report *report, const char *label, const char *text) {
    enum { LABEL = 19 };
    struct prose_cell cells[] = {{label, LABEL, INK_PLAIN}, {text, 0, INK_PLAIN}};
    prose_row(&report->prose, INDENT, cells, 2);
}

static void write_fact_if(struct report *report, const char *label, const char *text) {
    if (*text)
        write_fact(report, label, text);
}

static veto_set members_with(const struct veto_scenario *scenario, bool permanent) {
    veto_set set = 0;
    for (unsigned member = 0; member < scenario->members_count; member++)
        if (scenario->members[member].permanent == permanent)
            set |= veto_set_of(member);
    return set;
}

static void write_members(struct report *report, const char *label, veto_set set) {
    if (set)
        write_fact(report, label, words_names(&report->arena, report->scenario, set));
}

static void write_council(struct report *report) {
    const struct veto_scenario *scenario = report->scenario;
    prose_blank(&report->prose);
    prose_heading(&report->prose, "The Council", '\0');
    write_members(report, "Permanent members", members_with(scenario, true));
    write_members(report, "Elected members", members_with(scenario, false));
    if (scenario->president != VETO_NONE)
        write_members(report, "President", veto_set_of((unsigned)scenario->president));
    write_fact(report, "Required majority",
               arena_printf(&report->arena, "%u of %u votes in favour", scenario->rules.required,
                            scenario->rules.members));
    write_fact_if(report, "Further majorities", words_majorities(&report->arena, scenario, ~0U));
    write_fact(report, "Veto", words_veto(&report->arena, scenario));
    write_fact_if(report, "Party to a dispute", words_abstention(scenario));
}

static void write_draft(struct report *report, int index) {
    const struct veto_draft *draft = &report->scenario->drafts[index];
    struct arena *arena = &report->arena;
    prose_paragraph(&report->prose, INK_PLAIN, INDENT, 2 * INDENT,
                    arena_printf(arena, "%s: %s", draft_name(report, index), draft->title));
    char *sponsors = words_sponsors(arena, report->scenario, draft);
    if (*sponsors)
        say(report, 2 * INDENT, arena_printf(arena, "Sponsored by %s.", sponsors));
    say(report, 2 * INDENT, words_nature(arena, report->scenario, index));
    if (draft->about)
        say(report, 2 * INDENT, draft->about);
}

static void write_drafts(struct report *report) {
    prose_blank(&report->prose);
    prose_heading(&report->prose, report->scenario->draft_count == 1 ? "The draft" : "The drafts",
                  '\0');
    for (size_t i = 0; i < report->scenario->draft_count; i++)
        write_draft(report, (int)i);
}

/* ---- the meeting ---- */

static bool has_beforehand(const struct report *report) {
    return report->scenario->beforehand.count > 0;
}

static void write_legend(struct report *report) {
    if (report->options->why)
        say(report, 0,
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
    char *mode =
        words_mode(arena, veto_meeting_mode(report->meeting), veto_meeting_seed(report->meeting));
    prose_heading(&report->prose, "The meeting", '-');
    say(report, 0, arena_printf(arena, "Played so: %s.", mode));
    if (!has_beforehand(report))
        write_legend(report);
    prose_blank(&report->prose);
    if (scenario->president == VETO_NONE) {
        say(report, 0, "The President opens the meeting.");
        return;
    }
    veto_set president = veto_set_of((unsigned)scenario->president);
    say(report, 0,
        arena_printf(arena, "The President, from %s, opens the meeting.",
                     words_names(arena, scenario, president)));
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
        on = arena_printf(arena, "%s on draft %s",
                          item->explains_vote ? ", in explanation of vote" : ",",
                          draft_name(report, item->draft));
    prose_paragraph(&report->prose, INK_BOLD, 0, INDENT,
                    arena_printf(arena, "%s%s%s%s:", words_speaker(arena, report->scenario, item),
                                 on, paraphrased ? " (paraphrase)" : "",
                                 source_mark(report, item)));
    say(report, INDENT, words_said(arena, item));
    write_moves(report, event);
}

/* What happens is told, not said: nobody's name stands before it. */
static void write_happening(struct report *report, const struct veto_event *event) {
    say(report, 0,
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
    const char *name = draft_name(report, event->draft);
    prose_heading(&report->prose, arena_printf(arena, "The vote on draft %s", name), '-');
    const char *question = words_question(veto_meeting_question(report->meeting, event->draft));
    say(report, 0,
        arena_printf(arena, "The President puts draft %s to the vote.%s%s", name,
                     *question ? " " : "", question));
}

/* ---- votes ---- */

static void write_group(struct report *report, const struct veto_vote *vote,
                        enum veto_ballot ballot) {
    veto_set set = 0;
    for (unsigned member = 0; member < report->scenario->members_count; member++)
        if (vote->casts[member].ballot == ballot)
            set |= veto_set_of(member);
    if (set == 0)
        return;
    struct arena *arena = &report->arena;
    char *label = arena_printf(arena, "%s (%u)", words_capital(arena, words_ballot(ballot)),
                               veto_set_count(set));
    prose_paragraph(
        &report->prose, prose_ballot_ink(ballot), INDENT, 2 * INDENT,
        arena_printf(arena, "%s: %s", label, words_names(arena, report->scenario, set)));
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
        say(report, 2 * INDENT, words_why(arena, report->meeting, vote, (int)member));
    }
}

static void write_obligations(struct report *report, const struct veto_vote *vote) {
    for (unsigned member = 0; member < report->scenario->members_count; member++)
        if (words_obliged(&vote->casts[member]))
            prose_paragraph(&report->prose, INK_PLAIN, INDENT, 2 * INDENT,
                            words_obligation(&report->arena, report->scenario, vote, (int)member));
}

static void write_result(struct report *report, const struct veto_event *event) {
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        write_group(report, event->vote, (enum veto_ballot)ballot);
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
                    arena_printf(&report->arena, "Draft %s: %s", draft_name(report, event->draft),
                                 words_result(&report->arena, report->scenario, event->vote)));
    write_moves(report, event);
}

static void write_motion(struct report *report, const struct veto_event *event) {
    say(report, 0, words_motion(&report->arena, report->scenario, event->item));
}

static void write_sequel(struct report *report, const struct veto_event *event) {
    prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT,
                    words_sequel(&report->arena, report->scenario, event));
}

static void write_not_put(struct report *report, const struct veto_event *event) {
    prose_paragraph(&report->prose, INK_BOLD, 0, INDENT,
                    arena_printf(&report->arena, "Draft %s is not put to the vote: %s.",
                                 draft_name(report, event->draft),
                                 words_why_not_put(&report->arena, report->meeting, event->draft)));
}

static void write_close(struct report *report, const struct veto_event *event) {
    (void)event;
    say(report, 0, "The meeting rises.");
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

static void write_events(struct report *report) {
    size_t count = veto_meeting_event_count(report->meeting);
    if (has_beforehand(report))
        write_beforehand(report);
    for (size_t i = 0; i < count; i++) {
        const struct veto_event *event = veto_meeting_event(report->meeting, i);
        if (!writers[event->kind])
            continue;
        if (event->kind != VETO_EVENT_RESULT) /* which goes on from the putting to the vote */
            prose_blank(&report->prose);
        writers[event->kind](report, event);
    }
}

/* ---- after the meeting ---- */

static char *remark(struct report *report, int draft) {
    struct arena *arena = &report->arena;
    const struct veto_vote *vote = veto_meeting_vote(report->meeting, draft);
    if (!vote)
        return words_why_not_put(arena, report->meeting, draft);
    if (vote->without_vote)
        return arena_printf(arena, "without a vote");
    char *tally = words_tally(arena, vote->result.tally);
    if (vote->result.vetoed_by)
        return arena_printf(arena, "%s; by %s", tally,
                            words_names(arena, report->scenario, vote->result.vetoed_by));
    if (vote->result.short_by)
        return arena_printf(arena, "%s; %u short", tally, vote->result.short_by);
    if (vote->result.missed)
        return arena_printf(arena, "%s; not reached: %s", tally,
                            words_majorities(arena, report->scenario, vote->result.missed));
    return tally;
}

static size_t widest_name(struct report *report) {
    size_t widest = 0;
    for (size_t i = 0; i < report->scenario->draft_count; i++) {
        size_t width = text_width(draft_name(report, (int)i));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void write_outcomes(struct report *report) {
    enum { GAP = 2, OUTCOME = 9 };
    size_t widest = widest_name(report);
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Outcome", '-');
    for (int draft = 0; draft < (int)report->scenario->draft_count; draft++) {
        enum veto_outcome outcome = veto_meeting_outcome(report->meeting, draft);
        struct prose_cell cells[] = {
            {draft_name(report, draft), widest + GAP, INK_PLAIN},
            {words_outcome(outcome), OUTCOME, prose_outcome_ink(outcome)},
            {remark(report, draft), 0, INK_PLAIN},
        };
        prose_row(&report->prose, 0, cells, 3);
    }
}

static void write_record(struct report *report) {
    if (!report->scenario->has_record || veto_meeting_mode(report->meeting) == VETO_RECORDED)
        return;
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Against the record", '-');
    for (int draft = 0; draft < (int)report->scenario->draft_count; draft++) {
        char *text = words_record(&report->arena, report->meeting, draft);
        if (text)
            prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT, text);
    }
}

static void write_sources(struct report *report) {
    struct arena *arena = &report->arena;
    if (report->scenario->reference_count == 0)
        return;
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Sources", '-');
    for (size_t i = 0; i < report->scenario->reference_count; i++) {
        const struct veto_reference *source = &report->scenario->references[i];
        const char *parts[] = {source->publisher, source->date, source->note};
        char *text = arena_printf(arena, "[%zu] %s", i + 1, source->title);
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
            if (parts[part])
                text = arena_printf(arena, "%s, %s", text, parts[part]);
        prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT, text);
        if (source->url)
            prose_whole(&report->prose, INDENT, source->url);
    }
}

static void write_report(void *context) {
    struct report *report = context;
    write_title(report);
    write_council(report);
    write_drafts(report);
    write_events(report);
    write_outcomes(report);
    write_record(report);
    write_sources(report);
}

enum veto_status report_text(FILE *file, const struct veto_meeting *meeting,
                             const struct text_options *options) {
    struct report report = {
        .meeting = meeting,
        .scenario = veto_meeting_scenario(meeting),
        .options = options,
    };
    report.prose = (struct prose){
        .file = file,
        .arena = &report.arena,
        .columns = options->columns ? options->columns : COLUMNS,
        .color = options->color,
        .ascii = options->ascii,
    };
    bool done = arenas_try(&report.arena, NULL, write_report, &report);
    arena_free(&report.arena);
    return done ? VETO_OK : VETO_SYSTEM;
}
