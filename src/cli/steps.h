/* The steps that commands share: from what the command line gives to a scenario, its meeting, its
 * odds and a report, and the line that says how far it is. What goes wrong on the way has been said
 * when they return something other than VETO_OK. */
#pragma once

#include "base/arena.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/replace.h"
#include "cli/terminal.h"
#include "session/session.h"
#include "veto/flips.h"
#include "veto/odds.h"

/* ---- what a word of the command line gives: given.c ---- */

/*
 * The text of a scenario, and the settings that it is to be played with. The word is standard input
 * for "-", a scenario that ships, or a file; and where it is a session, its scenario is taken up as
 * the session has it, with the command line's own settings over it.
 */
struct given {
    struct arena arena; /* holds the rest */
    const char *name;   /* of what was given, for messages */
    const char *word;   /* for the scenario on a command line; "-" where no word finds it */
    struct veto_text text;
    const char *file;       /* that the text is from, or NULL */
    struct veto_text other; /* what that file has now, where the session holds another text; else
                               its bytes are NULL */
    struct stamp stamp;     /* of what was given, before it was read */
    struct settings settings;
    size_t
        before; /* so many of the overrides stand before the change that `veto whatif` is about */
    struct session *session; /* or NULL */
    size_t by_hand;          /* so many of the overrides, the last ones, were made by hand */
};

/* Whatever is wrong has been said on standard error when it returns something other than VETO_OK.
 * given_close in any case; `given` need not be set before, and is as good as closed when zero. */
enum veto_status given_open(struct given *given, const char *word, const struct settings *settings);

/* The same where it is not said that a session's text is used and not its file: for those who ask.
 */
enum veto_status given_open_to_ask(struct given *given, const char *word,
                                   const struct settings *settings);

/* Whether a word may give something: it names a scenario that ships, or a file, or is "-". */
bool given_may(const char *word);

/* Of a text that no word finds, such as a vote of the record; what it points to must live on. */
void given_text(struct given *given, const struct veto_text *text, const struct settings *settings);

/* Where mistakes were found, and shown: that they are in files that nobody named, if a session was
 * given. Returns `status`, VETO_INPUT of mistakes. */
enum veto_status given_told(const struct given *given, enum veto_status status);

void given_close(struct given *given); /* NULL does nothing */

/* ---- scenarios and meetings ---- */

/* The caller frees the scenario. */
enum veto_status load_scenario(struct veto_scenario **scenario, const struct veto_text *text,
                               const char *const *overrides, size_t override_count,
                               const struct settings *settings);

/* Reads a file of recorded votes, or standard input for "-"; `warns` of votes that cannot be used.
 */
enum veto_status load_history(struct veto_history **history, const char *path,
                              const struct settings *settings, bool warns);

/* Plays a scenario as the settings say. */
enum veto_status play_meeting(struct veto_meeting **meeting, const struct veto_scenario *scenario,
                              const struct settings *settings);

/* Says that a scenario cannot be played as recorded. Returns VETO_INPUT. */
enum veto_status no_record(const char *word);

/* What a word of the command line came to. */
struct loaded {
    const struct given *given;
    struct veto_scenario *scenario;
    struct veto_meeting *meeting; /* NULL where it is not played */
};
typedef enum veto_status loaded_use(const struct loaded *loaded);

/* The ladder of a command on one scenario: opens what a word gives, loads it, `plays` it, gives it
 * to `use`, which may be NULL, and frees it all. */
enum veto_status use_word(const char *word, const struct settings *settings, bool plays,
                          loaded_use *use);

/* The same of what has been opened already. */
enum veto_status use_given(const struct given *given, bool plays, loaded_use *use);

/* ---- odds and flips ---- */

/* A plan, or a complaint why there is none. */
enum veto_status plan_for(struct veto_odds_plan **plan, const struct veto_scenario *scenario);

/* Odds by Monte Carlo, with a line that says how far it is; Ctrl-C ends it with what it has. */
enum veto_status estimate_odds(const struct veto_odds **odds, struct veto_odds_plan *plan,
                               const struct settings *settings, uint64_t trials);

/* What would change each vote of a meeting and who decides it, or the latter alone: `flips` has
 * VETO_MAX_DRAFTS, all NULL, and stays so where there was no vote. The caller gives it back,
 * whatever this returns. */
enum veto_status find_all_flips(struct veto_flips **flips, const struct veto_meeting *meeting,
                                bool decisive);
void free_flips(struct veto_flips **flips);

/* --threads, or as many as there are processors. */
unsigned threads_for(const struct settings *settings);

/* ---- while something long is under way ---- */

/* A line on a terminal's standard error that says how far it is. */
struct progress {
    bool shown, terminal;
    double start, last;
};

/* Where standard error is no terminal, nothing is ever shown. */
void progress_start(struct progress *progress);

/* Writes the line, from the second second on, ten times a second. */
void progress_show(struct progress *progress, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Takes the line away. */
void progress_end(struct progress *progress);

/* ---- reports ---- */

/* Writes a report in the format that was asked for, and says on it what was changed in what was
 * given. */
enum veto_status write_report(const struct settings *settings, const struct report *report,
                              const void *subject);

/* The same of a meeting, with what the class expected where a session was given. */
enum veto_status write_meeting(const struct loaded *loaded);
