#include <stdio.h>
#include <string.h>

#include "base/gather.h"
#include "session/bytes.h"
#include "session/session.h"

static void write_string(FILE *file, const char *string, unsigned indent) {
    bytes_write(file, string, strlen(string), indent);
    fputc('\n', file);
}

/* Under `key`, one override a line. */
static void write_overrides(FILE *file, const char *key, const char *const *overrides,
                            size_t count) {
    if (count > 0)
        fprintf(file, "%s:\n", key);
    for (size_t i = 0; i < count; i++) {
        fputs("  - ", file);
        write_string(file, overrides[i], 4);
    }
}

static void write_place(FILE *file, const struct session_place *place) {
    const char *const strings[][2] = {
        {"item", place->item}, {"draft", place->draft}, {"member", place->member}};
    if (place->shown == 0)
        return;
    fprintf(file, "place:\n  shown: %u\n  event: %s\n", place->shown,
            veto_event_word((enum veto_event_kind)place->kind));
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        if (!strings[i][1])
            continue;
        fprintf(file, "  %s: ", strings[i][0]);
        write_string(file, strings[i][1], 4);
    }
}

/* ---- guesses ---- */

/* "    no: [RUS, VEN]"; nothing where nobody is thought to vote so. */
static void write_session_ballots(FILE *file, const struct session_guess *guess,
                                  enum veto_ballot ballot) {
    size_t written = 0;
    for (size_t i = 0; i < guess->ballot_count; i++) {
        const char *member = guess->ballots[i].member;
        if (guess->ballots[i].ballot != ballot)
            continue;
        if (written++ == 0)
            fprintf(file, "    %s: [", veto_ballot_word(ballot));
        else
            fputs(", ", file);
        bytes_write(file, member, strlen(member), 0);
    }
    if (written > 0)
        fputs("]\n", file);
}

static void write_hands_and_teams(FILE *file, const struct session_guess *guess) {
    static const char *const words[] = {"none", "adopted", "vetoed", "failed"};
    int last = SESSION_TEAMS;
    if (session_hands_shown(guess))
        fprintf(file, "    hands: [%u, %u, %u]\n", guess->hands[VETO_ADOPTED],
                guess->hands[VETO_VETOED], guess->hands[VETO_FAILED]);
    while (last > 0 && !guess->teams[last - 1])
        last--;
    for (int team = 0; team < last; team++)
        fprintf(file, "%s%s%s", team ? ", " : "    teams: [", words[guess->teams[team]],
                team + 1 == last ? "]\n" : "");
}

/* A key may be longer than YAML takes before a colon: then it is marked as a key. */
static void write_guess(FILE *file, const struct session_guess *guess) {
    enum { SIMPLE = 64 };
    size_t length = strlen(guess->draft);
    bool empty = guess->outcome == VETO_NONE && guess->ballot_count == 0 &&
                 !session_hands_shown(guess) && !session_teams_said(guess);
    fputs(length > SIMPLE ? "  ? " : "  ", file);
    bytes_write(file, guess->draft, length, 0);
    fprintf(file, "%s:%s\n", length > SIMPLE ? "\n  " : "", empty ? " {}" : "");
    if (guess->outcome != VETO_NONE)
        fprintf(file, "    outcome: %s\n", veto_outcome_word((enum veto_outcome)guess->outcome));
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        write_session_ballots(file, guess, (enum veto_ballot)ballot);
    write_hands_and_teams(file, guess);
}

/* ---- the whole ---- */

static void write_session(FILE *file, const struct session *session) {
    fputs("veto_session: 1\n", file);
    if (session->scenario) {
        fputs("scenario: ", file);
        write_string(file, session->scenario, 2);
    }
    write_overrides(file, "set", session->set, session->set_count);
    write_overrides(file, "changes", session->changes, session->change_count);
    fprintf(file, "mode: %s\nseed: %llu\n", veto_mode_word(session->mode),
            (unsigned long long)session->seed);
    fprintf(file, "blind: %s\n", session->blind ? "true" : "false");
    write_place(file, &session->place);
    if (session->guess_count > 0)
        fputs("guesses:\n", file);
    for (size_t i = 0; i < session->guess_count; i++)
        write_guess(file, &session->guesses[i]);
    if (!session->text)
        return;
    fputs(session->copied ? "copy: " : "text: ", file);
    bytes_write(file, session->text, session->text_length, 2);
    fputc('\n', file);
}

/* Memory for the stream is not of an arena: what goes wrong with it is told at its end. */
char *session_write(const struct session *session, size_t *length) {
    struct gather gather;
    if (!gather_open(&gather))
        return NULL;
    write_session(gather.file, session);
    if (!gather_close(&gather))
        return NULL;
    *length = gather.length;
    return gather.bytes;
}
