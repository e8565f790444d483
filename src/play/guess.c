#include "play/guess.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "play/acts.h"

int guess_draft(const struct state *state) {
    const struct veto_event *event = state_event(state);
    struct chamber_vote vote = state_vote(state);
    if (event && event->kind == VETO_EVENT_QUESTION && event->question->draft != VETO_NONE)
        return event->question->draft;
    if (event && (event->kind == VETO_EVENT_RESULT || (vote.draft != VETO_NONE && !vote.decided)))
        return vote.draft;
    int next = state_next_draft(state);
    return next == VETO_NONE ? vote.draft : next;
}

/* The guess to be entered; NULL, and a notice, where it is too late. */
static struct guess *open_guess(struct state *state) {
    struct chamber_vote vote = state_vote(state);
    int draft = guess_draft(state);
    bool begun = vote.draft == draft && vote.cast;
    state->notice = draft == VETO_NONE ? "there is no vote to predict"
                    : begun || state_fate(state, draft)
                        ? "the roll call has begun: predictions are closed"
                        : NULL;
    return state->notice ? NULL : &state->guesses[draft];
}

bool guess_contradicts(const struct state *state, int draft) {
    const struct guess *guess = &state->guesses[draft];
    const struct veto_meeting *meeting = state_meeting(state);
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    veto_set known = 0;
    for (unsigned i = 0; i < state->stage->scenario->members_count; i++) {
        ballots[i] =
            guess->ballots[i] ? (enum veto_ballot)(guess->ballots[i] + VETO_NONE) : VETO_ABSTAIN;
        known |= guess->ballots[i] ? veto_set_of(i) : 0;
    }
    unsigned left = veto_outcomes_left(&state->stage->scenario->rules,
                                       veto_meeting_question(meeting, draft), ballots, known);
    return guess->outcome && !(left >> (guess->outcome + VETO_NONE) & 1);
}

/* What contradicts itself is taken, and remarked on. */
static void guess_remark(struct state *state) {
    if (guess_contradicts(state, guess_draft(state)))
        state->notice = "taken, but the ballots and the outcome predicted contradict each other";
}

/* And on to the next member, so that a class can answer round the table. */
void guess_ballot(struct state *state, int ballot) {
    struct guess *guess = open_guess(state);
    if (guess && state->team)
        state->notice = "a team predicts outcomes, by A, V and F; ballots are the whole class's: 0";
    if (!guess || state->team)
        return;
    unsigned char *said = &guess->ballots[state_member(state)];
    if (ballot == VETO_NONE)
        state->notice = *said ? "what was predicted of this member is taken back"
                              : "nothing was predicted of this member";
    *said = (unsigned char)(ballot - VETO_NONE);
    if (ballot == VETO_NONE)
        return;
    if (state->member + 1 < (int)state->stage->scenario->members_count)
        state->member++;
    else
        state->notice = "that was the last member; Esc goes back to the meeting";
    guess_remark(state);
}

/* The same outcome again leaves it open. */
void guess_outcome(struct state *state, int outcome) {
    struct guess *guess = open_guess(state);
    unsigned char said = (unsigned char)(outcome - VETO_NONE);
    if (!guess)
        return;
    unsigned char *whose = state->team ? &guess->teams[state->team - 1] : &guess->outcome;
    if (*whose == said)
        state->notice = "the outcome predicted is taken back: it is open";
    *whose = *whose == said ? 0 : said;
    if (!state->team)
        guess_remark(state);
}

void guess_team(struct state *state, int team) {
    state->team = team;
    state->notice = team ? "A, V and F enter what this team expects; 0 is the whole class"
                         : "A, V and F enter what the whole class expects";
}

static bool read_hands(const char *text, unsigned short hands[SESSION_HANDS]) {
    for (int i = 0; i < SESSION_HANDS; i++) {
        char word[4] = "";
        uint64_t number = 0;
        text += strspn(text, " ");
        size_t digits = strspn(text, "0123456789");
        if (digits >= sizeof word)
            return false;
        memcpy(word, text, digits);
        if (!number_parse_u64(word, &number))
            return false;
        hands[i] = (unsigned short)number;
        text += digits;
    }
    return text[strspn(text, " ")] == '\0';
}

bool guess_hands(struct state *state) {
    unsigned short hands[SESSION_HANDS];
    struct guess *guess = open_guess(state);
    if (!guess)
        return true;
    if (!read_hands(state->prompt.text, hands)) {
        state->notice = "a show of hands is three numbers: adopted, vetoed, failed, as in 3 17 8";
        return false;
    }
    memcpy(guess->hands, hands, sizeof hands);
    return true;
}

struct team_score guess_team_score(const struct state *state, int team) {
    struct team_score score = {0, 0};
    const struct veto_meeting *meeting = state_meeting(state);
    for (int draft = 0; draft < (int)state->stage->scenario->draft_count; draft++) {
        const struct veto_event *fate = state_fate(state, draft);
        int said = state->guesses[draft].teams[team - 1] + VETO_NONE;
        if (!fate || !fate->vote || said == VETO_NONE)
            continue;
        score.of++;
        score.right += said == (int)veto_meeting_outcome(meeting, draft);
    }
    return score;
}

struct session_guess guess_said(struct arena *arena, const struct state *state, int draft) {
    const struct veto_scenario *scenario = state->stage->scenario;
    const struct guess *guess = &state->guesses[draft];
    struct session_ballot *ballots =
        arena_array(arena, struct session_ballot, scenario->members_count);
    struct session_guess said = {.draft = scenario->drafts[draft].id,
                                 .outcome = guess->outcome + VETO_NONE,
                                 .ballots = ballots};
    memcpy(said.hands, guess->hands, sizeof said.hands);
    memcpy(said.teams, guess->teams, sizeof said.teams);
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        for (unsigned i = 0; i < scenario->members_count; i++)
            if (guess->ballots[i] + VETO_NONE == ballot)
                ballots[said.ballot_count++] =
                    (struct session_ballot){scenario->members[i].code, (enum veto_ballot)ballot};
    return said;
}
