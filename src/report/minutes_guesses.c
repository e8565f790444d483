/* What the class expected of the votes, and how much of it was right. */
#include "base/arena.h"
#include "report/minutes.h"
#include "words/words.h"

static veto_set expected(const struct minutes *minutes, const struct session_guess *guess,
                         enum veto_ballot ballot) {
    veto_set set = 0;
    for (size_t i = 0; i < guess->ballot_count; i++) {
        int member = veto_scenario_member(minutes->scenario, guess->ballots[i].member);
        if (member != VETO_NONE && guess->ballots[i].ballot == ballot)
            set |= veto_set_of((unsigned)member);
    }
    return set;
}

static void add_hands_and_teams(const struct minutes *minutes, const struct session_guess *guess) {
    if (session_hands_shown(guess))
        page_say(minutes->page, 1, "Hands: %s.", words_hands(minutes->arena, guess->hands));
    for (int team = 0; team < SESSION_TEAMS; team++)
        if (guess->teams[team])
            page_say(minutes->page, 1, "Team %d: %s.", team + 1,
                     words_outcome((enum veto_outcome)(guess->teams[team] + VETO_NONE)));
}

static void add_guess(const struct minutes *minutes, const struct session_guess *guess, int draft) {
    const char *outcome =
        guess->outcome == VETO_NONE ? "" : words_outcome((enum veto_outcome)guess->outcome);
    page_hangingf(minutes->page, ROLE_STRONG, 0, "%s%s%s",
                  words_capital(minutes->arena, minutes_named(minutes, draft)),
                  *outcome ? ": " : "", outcome);
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        minutes_group(minutes, expected(minutes, guess, (enum veto_ballot)ballot),
                      (enum veto_ballot)ballot);
    add_hands_and_teams(minutes, guess);
    if (!(session_settled(minutes->meeting, minutes->shown) >> draft & 1)) {
        minutes_say(minutes, 1, "Nothing had come of it yet.");
        return;
    }
    struct session_score score = session_score(guess, minutes->meeting, draft);
    const char *words = words_score(minutes->arena, &score);
    minutes_say(minutes, 1, *words ? words : "There was no roll call.");
}

/* Guesses about drafts that the scenario does not have are passed over. */
void minutes_guesses(const struct minutes *minutes, const struct session *session) {
    bool headed = false;
    for (size_t i = 0; i < session->guess_count; i++) {
        const struct session_guess *guess = &session->guesses[i];
        int draft = veto_scenario_draft(minutes->scenario, guess->draft);
        bool says = guess->outcome != VETO_NONE || guess->ballot_count > 0 ||
                    session_hands_shown(guess) || session_teams_said(guess);
        if (draft == VETO_NONE || !says)
            continue;
        page_gap(minutes->page);
        if (!headed)
            page_heading(minutes->page, 2, "What the class expected");
        headed = true;
        add_guess(minutes, guess, draft);
    }
}
