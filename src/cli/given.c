#include "cli/steps.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/source.h"
#include "cli/shipped.h"

/* What ends so, or has a slash, means a file, even one that is not there. */
bool given_may(const char *word) {
    const char *point = strrchr(word, '.');
    bool yaml = point && (strcmp(point, ".yaml") == 0 || strcmp(point, ".yml") == 0);
    return strcmp(word, "-") == 0 || yaml || strchr(word, '/') || shipped_find(word) ||
           access(word, F_OK) == 0;
}

/* ---- reading ---- */

struct opening {
    struct given *given;
    struct veto_diagnostics *list;
    enum veto_status status;
};

static bool read_shipped(const char *word, struct veto_text *text) {
    const struct veto_text *found = shipped_find(word);
    if (found)
        *text = *found;
    return found != NULL;
}

/* A file or standard input. When it cannot be read, *error says why; that it must not be,
 * VETO_USAGE, has been said. */
static enum veto_status read_given(struct given *given, const char *path, struct veto_text *text,
                                   const char **error) {
    static const char too_large[] =
        "is larger than 16 MiB, the most that a session may be; a scenario may be 1 MiB";
    struct source *source = NULL;
    if (reads_its_output(&given->settings, path))
        return VETO_USAGE;
    enum veto_status status =
        source_read_most(&given->arena, path, SESSION_LIMIT, too_large, &source, error);
    if (status == VETO_OK)
        *text = (struct veto_text){source->name, source->text, source->length};
    return status;
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
static enum veto_status read_word(struct given *given, struct veto_diagnostics *list) {
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
    if (status != VETO_OK && status != VETO_USAGE) {
        diagnose_file(list, given->name, "%s", error);
        print_mistakes(list, &given->settings);
    }
    return status;
}

static enum veto_status is_session(const struct veto_text *text, bool *is) {
    return session_is(is, text) == VETO_SYSTEM ? out_of_memory() : VETO_OK;
}

/* ---- a session ---- */

/* The settings of the command line over those of the session. */
static void take_settings(struct given *given) {
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

/* A regular file, and nothing else; *error as in read_given. */
static enum veto_status read_regular(struct given *given, struct veto_text *text,
                                     const char **error) {
    *error = what_else(given->word);
    return *error ? VETO_INPUT : read_given(given, given->word, text, error);
}

/* The text that a session holds: what a file had, or what no word finds. A file that is there is
 * held against it; where it cannot be read the session does without it. */
static enum veto_status take_text(struct given *given) {
    const struct session *session = given->session;
    struct veto_text now;
    const char *error;
    bool file = session->copied && !shipped_find(session->scenario);
    enum veto_status status = file ? read_regular(given, &now, &error) : VETO_INPUT;
    bool there = status == VETO_OK;
    bool same = there && now.length == session->text_length &&
                memcmp(now.bytes, session->text, now.length) == 0;
    given->file = file ? given->word : NULL;
    given->text = (struct veto_text){file ? given->word : session->scenario, session->text,
                                     session->text_length};
    given->word = same ? given->word : "-";
    if (there && !same)
        given->other = now;
    return status == VETO_USAGE ? status : VETO_OK;
}

/* The text of the scenario that the session is about. */
static enum veto_status read_session_scenario(struct given *given) {
    const struct session *session = given->session;
    const char *error;
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
    if (status != VETO_OK && status != VETO_USAGE)
        no_scenario(given, error);
    return status;
}

static enum veto_status follow_session(struct given *given, struct veto_diagnostics *list) {
    bool again = false;
    enum veto_status status = session_read(&given->session, list, &given->text);
    if (status == VETO_SYSTEM)
        return out_of_memory();
    print_mistakes(list, &given->settings);
    if (status != VETO_OK)
        return status;
    take_settings(given);
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

static void open_word(void *context) {
    struct opening *opening = context;
    bool session = false;
    opening->status = read_word(opening->given, opening->list);
    if (opening->status == VETO_OK)
        opening->status = is_session(&opening->given->text, &session);
    if (session)
        opening->status = follow_session(opening->given, opening->list);
}

enum veto_status given_open_to_ask(struct given *given, const char *word,
                                   const struct settings *settings) {
    struct opening opening = {given, veto_diagnostics_new(), VETO_OK};
    *given = (struct given){
        .name = strcmp(word, "-") == 0 ? "standard input" : word,
        .word = word,
        .settings = *settings,
    };
    if (!opening.list || !arenas_try(&given->arena, &opening.list->arena, open_word, &opening))
        opening.status = out_of_memory();
    veto_diagnostics_free(opening.list);
    return opening.status;
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
