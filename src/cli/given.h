/*
 * What a word of the command line gives: the text of a scenario, and the settings that it is to be
 * played with. The word is standard input for "-", a scenario that ships, or a file; and where it
 * is a session, its scenario is taken up as the session has it, with the command line's own
 * settings over it.
 */
#ifndef CLI_GIVEN_H
#define CLI_GIVEN_H

#include "base/arena.h"
#include "cli/options.h"
#include "cli/replace.h"
#include "session/session.h"

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

#endif
