#include "cli/given.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/text.h"
#include "cli/shipped.h"
#include "cli/terminal.h"

/* ---- words ---- */

/* Whether a word means a file, even one that is not there. */
static bool names_file(const char *word) {
    const char *point = strrchr(word, '.');
    bool yaml = point && (strcmp(point, ".yaml") == 0 || strcmp(point, ".yml") == 0);
    return yaml || strchr(word, '/') || access(word, F_OK) == 0;
}

bool given_may(const char *word) {
    return strcmp(word, "-") == 0 || shipped_find(word) || names_file(word);
}

/* ---- reading ---- */

struct unread {
    struct veto_diagnostics *list;
    const char *name, *error;
};

static void work_file(void *context) {
    const struct unread *unread = context;
    diagnose_file(unread->list, unread->name, "%s", unread->error);
}

static void cannot_read(const char *name, const char *error, const struct settings *settings) {
    struct unread unread = {veto_diagnostics_new(), name, error};
    bool told = unread.list && arenas_try(&unread.list->arena, NULL, work_file, &unread);
    close_mistakes(unread.list, told ? VETO_INPUT : VETO_SYSTEM, settings);
}

struct reading {
    struct given *given;
    const char *path;
    struct veto_text *text;
    const char *error;
    enum veto_status status;
};

static void work_read(void *context) {
    static const char too_large[] =
        "is larger than 16 MiB, the most that a session may be; a scenario may be 1 MiB";
    struct reading *reading = context;
    struct source *source = NULL;
    reading->status = source_read_most(&reading->given->arena, reading->path, SESSION_LIMIT,
                                       too_large, &source, &reading->error);
    if (reading->status == VETO_OK)
        *reading->text = (struct veto_text){source->name, source->text, source->length};
}

/* A file or standard input. When it cannot be read, *error says why; NULL: out of memory, which has
 * been said. */
static enum veto_status read_given(struct given *given, const char *path, struct veto_text *text,
                                   const char **error) {
    struct reading reading = {.given = given, .path = path, .text = text};
    if (!arenas_try(&given->arena, NULL, work_read, &reading))
        reading.status = out_of_memory();
    *error = reading.error;
    return reading.status;
}

static bool read_shipped(const char *word, struct veto_text *text) {
    const struct veto_text *found = shipped_find(word);
    if (found)
        *text = *found;
    return found != NULL;
}

/* What is at a path and is no regular file; NULL where that is none of it. A pipe would be waited
 * for, and a device does what it does when it is opened: what somebody else's file names is not
 * opened. */
static const char *what_else(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0 || S_ISREG(status.st_mode))
        return NULL;
    return S_ISDIR(status.st_mode)    ? "is a directory"
           : S_ISFIFO(status.st_mode) ? "is a pipe, not a regular file"
           : S_ISSOCK(status.st_mode) ? "is a socket, not a regular file"
                                      : "is a device, not a regular file";
}

/* What the word itself names, be it a scenario or a session. */
static enum veto_status read_word(struct given *given) {
    const char *error;
    if (read_shipped(given->word, &given->text))
        return VETO_OK;
    if (!given_may(given->word))
        return no_such_scenario(given->word);
    if (strcmp(given->word, "-") != 0) {
        given->stamp = stamp_of(given->word);
        given->file = what_else(given->word) ? NULL : given->word; /* a pipe is read once only */
    }
    enum veto_status status = read_given(given, given->word, &given->text, &error);
    if (status != VETO_OK && error)
        cannot_read(given->name, error, &given->settings);
    return status;
}

static enum veto_status is_session(const struct veto_text *text, bool *is) {
    return session_is(is, text) == VETO_SYSTEM ? out_of_memory() : VETO_OK;
}

/* ---- a session ---- */

static enum veto_status read_session(struct given *given) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? session_read(&given->session, list, &given->text) : VETO_SYSTEM;
    return close_mistakes(list, status, &given->settings);
}

/* The settings of the command line over those of the session. */
static void work_settings(void *context) {
    struct given *given = context;
    const struct session *session = given->session;
    struct settings *settings = &given->settings;
    size_t own = session->set_count + session->change_count;
    const char **overrides =
        arena_array(&given->arena, const char *, own + settings->override_count + 1);
    for (size_t i = 0; i < own + settings->override_count; i++)
        overrides[i] = i < session->set_count ? session->set[i]
                       : i < own              ? session->changes[i - session->set_count]
                                              : settings->overrides[i - own];
    given->before = settings->override_count > 0 ? own : session->set_count;
    given->by_hand = settings->override_count > 0 ? 0 : session->change_count;
    settings->overrides = overrides;
    settings->override_count += own;
    settings->mode = options_gave(settings, "mode") ? settings->mode : session->mode;
    settings->seed = options_gave(settings, "seed") ? settings->seed : session->seed;
    /* a path is meant from the folder of the session */
    const char *word = given->word, *slash = strrchr(word, '/');
    given->word = session->scenario;
    if (slash && session->scenario[0] != '/' && !shipped_find(session->scenario))
        given->word =
            arena_printf(&given->arena, "%.*s%s", (int)(slash - word) + 1, word, session->scenario);
}

static void no_scenario(const struct given *given, const char *error) {
    const char *nearest = shipped_nearest(given->session->scenario);
    if (nearest && !strchr(given->session->scenario, '/'))
        complain("%s: the scenario of this session, '%s', cannot be read: %s; did you mean '%s'?",
                 given->name, given->word, error, nearest);
    else
        complain("%s: the scenario of this session, '%s', cannot be read: %s", given->name,
                 given->word, error);
}

/* A regular file, and nothing else; *error as in read_file. */
static enum veto_status read_regular(struct given *given, struct veto_text *text,
                                     const char **error) {
    *error = what_else(given->word);
    return *error ? VETO_INPUT : read_given(given, given->word, text, error);
}

/* The text that a session holds: what a file had, or what no word finds. A file that is there is
 * held against it; where it cannot be read the session does without it. */
static enum veto_status take_text(struct given *given) {
    const struct session *session = given->session;
    struct veto_text now = {.bytes = NULL};
    const char *error = NULL;
    bool file = session->copied && !shipped_find(session->scenario);
    if (file && read_regular(given, &now, &error) != VETO_OK && !error)
        return VETO_SYSTEM;
    bool same = !error && now.bytes && now.length == session->text_length &&
                memcmp(now.bytes, session->text, now.length) == 0;
    given->file = file ? given->word : NULL;
    given->text = (struct veto_text){file ? given->word : session->scenario, session->text,
                                     session->text_length};
    given->word = same ? given->word : "-";
    if (!error && !same)
        given->other = now;
    return VETO_OK;
}

/* The text of the scenario that the session is about. */
static enum veto_status read_session_scenario(struct given *given) {
    const struct session *session = given->session;
    const char *error = NULL;
    given->file = NULL;
    if (session->text)
        return take_text(given);
    if (strcmp(session->scenario, "-") == 0) {
        complain("%s: a session cannot name standard input; its key 'text' would hold the scenario",
                 given->name);
        return VETO_INPUT;
    }
    if (read_shipped(given->word, &given->text))
        return VETO_OK;
    enum veto_status status = read_regular(given, &given->text, &error);
    given->file = given->word;
    if (status != VETO_OK && error)
        no_scenario(given, error);
    return status;
}

static enum veto_status follow_session(struct given *given) {
    bool again = false;
    enum veto_status status = read_session(given);
    if (status != VETO_OK)
        return status;
    if (!arenas_try(&given->arena, NULL, work_settings, given))
        return out_of_memory();
    status = read_session_scenario(given);
    if (status == VETO_OK)
        status = is_session(&given->text, &again);
    if (status == VETO_OK && again) {
        complain("%s: the scenario of this session, '%s', is a session itself; it must be a "
                 "scenario",
                 given->name, given->session->scenario);
        return VETO_INPUT;
    }
    return status;
}

/* ---- either ---- */

enum veto_status given_open_to_ask(struct given *given, const char *word,
                                   const struct settings *settings) {
    bool session = false;
    *given = (struct given){
        .name = strcmp(word, "-") == 0 ? "standard input" : word,
        .word = word,
        .settings = *settings,
    };
    enum veto_status status = read_word(given);
    if (status == VETO_OK)
        status = is_session(&given->text, &session);
    return status == VETO_OK && session ? follow_session(given) : status;
}

enum veto_status given_open(struct given *given, const char *word,
                            const struct settings *settings) {
    enum veto_status status = given_open_to_ask(given, word, settings);
    if (status == VETO_OK && given->other.bytes)
        complain(
            "%s: '%s' has changed since; the text that this session holds is used ('veto play' "
            "asks which)",
            given->name, given->file);
    return status;
}

void given_take_file(struct given *given) {
    given->word = given->file;
    given->text = given->other;
    given->other.bytes = NULL;
}

void given_text(struct given *given, const struct veto_text *text,
                const struct settings *settings) {
    *given = (struct given){.name = text->name, .word = "-", .text = *text, .settings = *settings};
}

enum veto_status given_told(const struct given *given, enum veto_status status) {
    if (status == VETO_INPUT && given->session)
        complain("%s: this session plays the scenario '%s' with its own overrides and those of the "
                 "command line",
                 given->name, given->session->scenario);
    return status;
}

void given_close(struct given *given) {
    if (!given)
        return;
    session_free(given->session);
    arena_free(&given->arena);
    *given = (struct given){.session = NULL};
}
