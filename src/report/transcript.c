#include "report/transcript.h"

#include <string.h>

#include "base/text.h"
#include "report/meeting.h"
#include "words/words.h"

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
    report_guesses(report, ((const struct transcript *)report->more)->session);
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
    return meeting_write(&report, file, write_transcript);
}
