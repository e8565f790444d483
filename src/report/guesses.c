/* What the class expected of the votes, and how much of it was right. */
#include "report/meeting.h"
#include "words/words.h"

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
    const char *name = words_capital(&report->arena,
                                     words_named(&report->arena, &report->scenario->drafts[draft]));
    prose_paragraph(&report->prose, INK_BOLD, 0, REPORT_INDENT,
                    arena_printf(&report->arena, "%s%s%s", name, *outcome ? ": " : "", outcome));
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        report_group(report, expected(report, guess, (enum veto_ballot)ballot),
                     (enum veto_ballot)ballot);
    write_score(report, guess, draft);
}

static bool says_something(const struct session_guess *guess) {
    return guess->outcome != VETO_NONE || guess->ballot_count > 0;
}

/* Guesses about drafts that the scenario does not have are passed over. */
void report_guesses(struct report *report, const struct session *session) {
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
