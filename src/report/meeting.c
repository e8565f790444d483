/* What stands before a meeting and behind it. */
#include "report/meeting.h"

#include "base/text.h"
#include "session/session.h"
#include "words/words.h"

enum { INDENT = REPORT_INDENT };

void report_say(struct report *report, size_t indent, const char *text) {
    prose_paragraph(&report->prose, INK_PLAIN, indent, indent, text);
}

const char *report_name(struct report *report, int draft) {
    return words_draft(&report->arena, &report->scenario->drafts[draft]);
}

/* ---- before the meeting ---- */

/* "Security Council, 8 October 2016, meeting S/PV.7785" */
void report_title(struct report *report) {
    const struct veto_scenario *scenario = report->scenario;
    struct arena *arena = &report->arena;
    char *date = words_date(arena, scenario->date);
    prose_heading(&report->prose, scenario->title, '=');
    report_say(report, 0,
               arena_printf(arena, "Security Council%s%s%s%s", *date ? ", " : "", date,
                            scenario->meeting ? ", meeting " : "",
                            scenario->meeting ? scenario->meeting : ""));
    if (scenario->about) {
        prose_blank(&report->prose);
        report_say(report, 0, scenario->about);
    }
}

void report_fact(struct report *report, const char *label, const char *text) {
    enum { LABEL = 19 };
    struct prose_cell cells[] = {{label, LABEL, INK_PLAIN}, {text, 0, INK_PLAIN}};
    prose_row(&report->prose, INDENT, cells, 2);
}

static void write_fact_if(struct report *report, const char *label, const char *text) {
    if (*text)
        report_fact(report, label, text);
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
        report_fact(report, label, words_names(&report->arena, report->scenario, set));
}

void report_council(struct report *report) {
    const struct veto_scenario *scenario = report->scenario;
    prose_blank(&report->prose);
    prose_heading(&report->prose, "The Council", '\0');
    write_members(report, "Permanent members", members_with(scenario, true));
    write_members(report, "Elected members", members_with(scenario, false));
    write_fact_if(report, "President", words_president(&report->arena, scenario));
    report_fact(report, "Required majority",
                arena_printf(&report->arena, "%u of %u votes in favour", scenario->rules.required,
                             scenario->rules.members));
    write_fact_if(report, "Further majorities", words_majorities(&report->arena, scenario, ~0U));
    report_fact(report, "Veto", words_veto(&report->arena, scenario));
    write_fact_if(report, "Party to a dispute", words_abstention(scenario));
}

static void write_draft(struct report *report, int index) {
    const struct veto_draft *draft = &report->scenario->drafts[index];
    struct arena *arena = &report->arena;
    prose_paragraph(&report->prose, INK_PLAIN, INDENT, 2 * INDENT,
                    arena_printf(arena, "%s: %s", report_name(report, index), draft->title));
    char *sponsors = words_sponsors(arena, report->scenario, draft);
    if (*sponsors)
        report_say(report, 2 * INDENT, arena_printf(arena, "Sponsored by %s.", sponsors));
    report_say(report, 2 * INDENT, words_nature(arena, report->scenario, index));
    if (draft->about)
        report_say(report, 2 * INDENT, draft->about);
}

void report_drafts(struct report *report) {
    prose_blank(&report->prose);
    prose_heading(&report->prose, report->scenario->draft_count == 1 ? "The draft" : "The drafts",
                  '\0');
    for (size_t i = 0; i < report->scenario->draft_count; i++)
        write_draft(report, (int)i);
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
        size_t width = text_width(report_name(report, (int)i));
        widest = width > widest ? width : widest;
    }
    return widest;
}

void report_outcomes(struct report *report) {
    enum { GAP = 2, OUTCOME = 9 };
    uint32_t settled = session_settled(report->meeting, report->shown);
    size_t widest = widest_name(report);
    if (settled == 0)
        return;
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Outcome", '-');
    for (int draft = 0; draft < (int)report->scenario->draft_count; draft++) {
        enum veto_outcome outcome = veto_meeting_outcome(report->meeting, draft);
        struct prose_cell cells[] = {
            {report_name(report, draft), widest + GAP, INK_PLAIN},
            {words_outcome(outcome), OUTCOME, prose_outcome_ink(outcome)},
            {remark(report, draft), 0, INK_PLAIN},
        };
        if (settled >> draft & 1)
            prose_row(&report->prose, 0, cells, 3);
    }
}

void report_record(struct report *report) {
    uint32_t settled = session_settled(report->meeting, report->shown);
    bool apart =
        report->scenario->has_record && veto_meeting_mode(report->meeting) != VETO_RECORDED;
    if (!apart || settled == 0)
        return;
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Against the record", '-');
    for (int draft = 0; draft < (int)report->scenario->draft_count; draft++) {
        char *text = words_record(&report->arena, report->meeting, draft);
        if (text && settled >> draft & 1)
            prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT, text);
    }
}

static bool is_due(const struct report *report, const struct veto_reference *source) {
    if (report->shown == veto_meeting_event_count(report->meeting))
        return true;
    for (size_t i = 0; i < report->shown; i++) {
        const struct veto_event *event = veto_meeting_event(report->meeting, i);
        if (event->item && event->item->source == source)
            return true;
    }
    return false;
}

static void write_source(struct report *report, size_t number) {
    struct arena *arena = &report->arena;
    const struct veto_reference *source = &report->scenario->references[number];
    const char *parts[] = {source->publisher, source->date, source->note};
    char *text = arena_printf(arena, "[%zu] %s", number + 1, source->title);
    for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
        if (parts[part])
            text = arena_printf(arena, "%s, %s", text, parts[part]);
    prose_paragraph(&report->prose, INK_PLAIN, 0, INDENT, text);
    if (source->url)
        prose_whole(&report->prose, INDENT, source->url);
}

void report_sources(struct report *report) {
    bool headed = false;
    for (size_t i = 0; i < report->scenario->reference_count; i++) {
        if (!is_due(report, &report->scenario->references[i]))
            continue;
        if (!headed) {
            prose_blank(&report->prose);
            prose_heading(&report->prose, "Sources", '-');
        }
        headed = true;
        write_source(report, i);
    }
}
