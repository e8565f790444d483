#include "report/meeting.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/minutes.h"

struct minutes minutes_of(struct page *page, const struct told *told) {
    return (struct minutes){
        .page = page,
        .arena = page->arena,
        .meeting = told->meeting,
        .scenario = veto_meeting_scenario(told->meeting),
        .shown = told->shown,
        .numbers = true,
        .told = *told,
    };
}

/* ---- what was played ---- */

static void add_overrides(const struct minutes *minutes, const char *label,
                          const char *const *overrides, size_t count) {
    for (size_t i = 0; i < count; i++)
        minutes_fact(minutes, i == 0 ? label : "",
                     text_visible(minutes->arena, overrides[i], strlen(overrides[i])));
}

static void add_head(const struct minutes *minutes) {
    const struct session *session = minutes->session;
    struct arena *arena = minutes->arena;
    enum veto_mode mode = veto_meeting_mode(minutes->meeting);
    page_gap(minutes->page);
    page_heading(minutes->page, 3, "Transcript");
    minutes_fact(minutes, "Scenario",
                 text_visible(arena, session->scenario, strlen(session->scenario)));
    minutes_fact(minutes, "Mode", veto_mode_word(mode));
    if (mode == VETO_SAMPLED)
        minutes_fact(
            minutes, "Seed",
            arena_printf(arena, "%llu", (unsigned long long)veto_meeting_seed(minutes->meeting)));
    if (told_all(&minutes->told)) {
        add_overrides(minutes, "Set at the start", session->set, session->set_count);
        add_overrides(minutes, "Changed by hand", session->changes, session->change_count);
    } else if (session->set_count + session->change_count > 0) {
        minutes_fact(minutes, "Changed", "something; it is told after the last vote");
    }
}

/* ---- the two reports ---- */

static void add_minutes(struct page *page, const struct meeting_subject *subject, bool transcript) {
    size_t count = veto_meeting_event_count(subject->meeting);
    struct told told = {subject->meeting, subject->shown < count ? subject->shown : count,
                        subject->session && !subject->session->blind};
    struct minutes minutes = minutes_of(page, &told);
    minutes.session = subject->session;
    minutes.why = subject->why;
    minutes_title(&minutes);
    if (transcript)
        add_head(&minutes);
    minutes_council(&minutes);
    minutes_drafts(&minutes, true);
    minutes_events(&minutes);
    if (transcript && minutes.shown < count) {
        page_gap(page);
        minutes_say(&minutes, 0, "The transcript ends here, before the end of the meeting.");
    }
    minutes_outcomes(&minutes);
    if (!transcript)
        minutes_ballots(&minutes);
    minutes_guesses(&minutes);
    minutes_record(&minutes);
    minutes_sources(&minutes);
}

static void build_meeting(struct page *page, const void *subject) {
    add_minutes(page, subject, false);
}

static void build_transcript(struct page *page, const void *subject) {
    add_minutes(page, subject, true);
}

const struct report report_meeting = {build_meeting, meeting_json, 12, 0};
const struct report report_transcript = {build_transcript, meeting_json, 12, 0};
