#include "report/transcript.h"

#include <string.h>

#include "base/text.h"
#include "report/meeting.h"
#include "report/words.h"

/* ---- what was played ---- */

static void write_overrides(struct report *report, const char *label, const char *const *overrides,
                            size_t count) {
    for (size_t i = 0; i < count; i++)
        report_fact(report, i == 0 ? label : "",
                    text_visible(&report->arena, overrides[i], strlen(overrides[i])));
}

static void write_head(struct report *report) {
    const struct transcript *transcript = report->more;
    const struct session *session = transcript->session;
    enum veto_mode mode = veto_meeting_mode(report->meeting);
    prose_blank(&report->prose);
    prose_heading(&report->prose, "Transcript", '\0');
    report_fact(report, "Scenario",
                text_visible(&report->arena, session->scenario, strlen(session->scenario)));
    report_fact(report, "Mode", veto_mode_word(mode));
    if (mode == VETO_SAMPLED)
        report_fact(report, "Seed",
                    arena_printf(&report->arena, "%llu",
                                 (unsigned long long)veto_meeting_seed(report->meeting)));
    write_overrides(report, "Set at the start", session->set, session->set_count);
    write_overrides(report, "Changed by hand", session->changes, session->change_count);
}

/* ---- what the class expected ---- */

static veto_set expected(const struct report *report, const struct session_guess *guess,
                         enum veto_ballot ballot) {
    veto_set set = 0;
    for (size_t i = 0; i < guess->ballot_count; i++) {
        int member = veto_scenario_member(report->scenario, guess->ballots[i].member);
        if (member != VETO_NONE && guess->ballots[i].ballot == ballot)
            set |= veto_set_of((unsigned)member);
    }
    return set;
}

static void write_score(struct report *report, const struct session_guess *guess, int draft) {
    if (!(session_settled(report->meeting, report->shown) >> draft & 1)) {
        report_say(report, REPORT_INDENT, "Nothing had come of it yet.");
        return;
    }
    struct session_score score = session_score(guess, report->meeting, draft);
    char *words = words_score(&report->arena, &score);
    report_say(report, REPORT_INDENT, *words ? words : "There was no roll call.");
}

static void write_guess(struct report *report, const struct session_guess *guess, int draft) {
    const char *outcome =
        guess->outcome == VETO_NONE ? "" : words_outcome((enum veto_outcome)guess->outcome);
    prose_paragraph(&report->prose, INK_BOLD, 0, REPORT_INDENT,
                    arena_printf(&report->arena, "Draft %s%s%s", report_name(report, draft),
                                 *outcome ? ": " : "", outcome));
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        report_group(report, expected(report, guess, (enum veto_ballot)ballot),
                     (enum veto_ballot)ballot);
    write_score(report, guess, draft);
}

static bool says_something(const struct session_guess *guess) {
    return guess->outcome != VETO_NONE || guess->ballot_count > 0;
}

/* Guesses about drafts that the scenario does not have are passed over. */
static void write_guesses(struct report *report) {
    const struct transcript *transcript = report->more;
    const struct session *session = transcript->session;
    bool headed = false;
    for (size_t i = 0; i < session->guess_count; i++) {
        const struct session_guess *guess = &session->guesses[i];
        int draft = veto_scenario_draft(report->scenario, guess->draft);
        if (draft == VETO_NONE || !says_something(guess))
            continue;
        prose_blank(&report->prose);
        if (!headed)
            prose_heading(&report->prose, "What the class expected", '-');
        headed = true;
        write_guess(report, guess, draft);
    }
}

/* ---- the whole ---- */

static void write_transcript(void *context) {
    struct report *report = context;
    report_title(report);
    write_head(report);
    report_council(report);
    report_drafts(report);
    report_events(report);
    if (report->shown < veto_meeting_event_count(report->meeting)) {
        prose_blank(&report->prose);
        report_say(report, 0, "The transcript ends here, before the end of the meeting.");
    }
    report_outcomes(report);
    write_guesses(report);
    report_record(report);
    report_sources(report);
}

enum veto_status report_transcript(FILE *file, const struct transcript *transcript,
                                   const struct text_options *options) {
    size_t count = veto_meeting_event_count(transcript->meeting);
    struct transcript copy = *transcript;
    struct report report = {
        .meeting = transcript->meeting,
        .scenario = veto_meeting_scenario(transcript->meeting),
        .options = options,
        .shown = transcript->shown < count ? transcript->shown : count,
        .more = &copy,
    };
    return report_write(&report, file, write_transcript);
}
