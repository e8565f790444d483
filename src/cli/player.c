#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif

#include "cli/play.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/gather.h"
#include "cli/keep.h"
#include "cli/shipped.h"
#include "report/meeting.h"
#include "tui/tui.h"

struct player {
    const struct settings *settings;
    struct catalogue *catalogue; /* or NULL */
    const char *notice;          /* to begin with, or NULL */
    struct keep *keep;           /* NULL: nothing has been kept yet */
    char *kept;                  /* what was kept last */
    size_t kept_length;
    const char *resumed; /* the unfinished session that is being played, or NULL */
    char *session;       /* the file of the session that is being played, or was saved last */
    struct stamp known;  /* of it, as it was read or saved */
    struct stamp asked;  /* of what was at a path when that was asked about */
    char why[256];       /* the last complaint */
};

/* ---- sessions ---- */

/* The bytes of the session's file, which the caller frees; NULL when memory runs out. The scenario
 * stands there by the name of one that ships; else with its text, and the word for its file from
 * that path, or from the root where that is NULL. */
static char *session_bytes(const struct session *session, const struct desk_source *source,
                           const char *path, size_t *length) {
    struct session named = *session;
    char word[KEEP_WORD];
    named.scenario = source->word;
    if (!shipped_find(source->word)) {
        named.copied = source->file != NULL;
        named.scenario = named.copied ? keep_word(word, source->file, path) : source->text.name;
        named.text = source->text.bytes;
        named.text_length = source->text.length;
    }
    return session_write(&named, length);
}

/* Those of what was played so far; likewise. */
static char *transcript_bytes(const struct session *session, const struct veto_meeting *meeting,
                              size_t *length) {
    struct meeting_subject subject = {meeting, session->place.shown, false, session};
    struct report_look look = {.page = {.ascii = !locale_is_utf8()}};
    struct gather gather;
    if (!gather_open(&gather))
        return NULL;
    enum veto_status status = report_write(gather.file, &report_transcript, &subject, &look);
    bool whole = gather_close(&gather);
    *length = gather.length;
    if (whole && status == VETO_OK)
        return gather.bytes;
    free(gather.bytes);
    return NULL;
}

/* Those of the scenario as it was changed; likewise, for what could be played can be written. */
static char *scenario_bytes(const struct session *session, const struct desk_source *source,
                            size_t *length) {
    size_t given = source->override_count, count = given + session->change_count;
    const char **overrides = calloc(count + 1, sizeof *overrides);
    char *bytes = NULL;
    for (size_t i = 0; overrides && i < count; i++)
        overrides[i] = i < given ? source->overrides[i] : session->changes[i - given];
    if (overrides)
        veto_scenario_write(&bytes, length, NULL, &source->text, overrides, count);
    free(overrides);
    return bytes;
}

/* From now on the session is this file. */
static void know(struct player *player, const char *path, struct stamp stamp) {
    free(player->session);
    player->session = path ? realpath(path, NULL) : NULL;
    player->known = stamp;
}

/* What another program has written since that was asked about is not replaced. */
static const char *write_named(void *context, const char *path, enum wish_kind what,
                               const struct desk_source *source, const struct session *session,
                               const struct veto_meeting *meeting) {
    struct player *player = context;
    size_t length = 0;
    char *bytes;
    if (what == WISH_SESSION)
        bytes = session_bytes(session, source, path, &length);
    else if (what == WISH_TRANSCRIPT)
        bytes = transcript_bytes(session, meeting, &length);
    else
        bytes = scenario_bytes(session, source, &length);
    const char *why =
        bytes ? replace_file(path, bytes, length, &player->asked, true) : "out of memory";
    if (why)
        snprintf(player->why, sizeof player->why, "cannot write '%.100s': %.100s", path, why);
    else if (player->catalogue)
        catalogue_wrote(player->catalogue, path);
    if (!why && what == WISH_SESSION)
        know(player, path, player->asked);
    free(bytes);
    return why ? player->why : NULL;
}

static const char *ask(void *context, const char *path) {
    struct player *player = context;
    player->asked = stamp_of(path);
    if (!player->asked.there)
        return NULL;
    char *real = player->session ? realpath(path, NULL) : NULL;
    bool known = real && strcmp(real, player->session) == 0;
    free(real);
    return known && !stamp_same(&player->asked, &player->known)
               ? "another program has written it since: Enter once more replaces it, Esc does not"
               : "there is such a file: Enter once more replaces it, Esc does not";
}

/* ---- the unfinished session ---- */

static void finish_play(struct player *player) {
    keep_close(player->keep, true);
    player->keep = NULL;
    free(player->kept);
    player->kept = NULL;
    if (player->resumed)
        keep_discard(player->resumed);
    player->resumed = NULL;
}

/* A script of keys is nobody's work. */
static void keep_session(void *context, const struct desk_source *source,
                         const struct session *session) {
    struct player *player = context;
    size_t length = 0;
    if (player->settings->keys)
        return;
    if (!session) {
        finish_play(player);
        return;
    }
    char *bytes = session_bytes(session, source, NULL, &length);
    bool same = bytes && player->kept && length == player->kept_length &&
                memcmp(bytes, player->kept, length) == 0;
    if (bytes && !same) {
        if (!player->keep)
            player->keep = keep_open();
        if (keep_write(player->keep, bytes, length) && player->resumed) { /* this goes on from it */
            keep_discard(player->resumed);
            player->resumed = NULL;
        }
    }
    free(player->kept);
    player->kept = bytes;
    player->kept_length = length;
}

/* ---- opening ---- */

static enum veto_status open_given(struct app_opening *opening, const struct given *given,
                                   struct veto_diagnostics *list) {
    const struct settings *settings = &given->settings;
    struct desk_source source = {
        .word = given->word,
        .text = given->text,
        .file = given->file,
        .overrides = settings->overrides,
        .override_count = settings->override_count - given->by_hand,
        .seed = settings->seed,
    };
    opening->session = given->session;
    opening->by_hand = given->by_hand > 0;
    opening->mode = settings->mode;
    return desk_open(&opening->desk, &source, list);
}

static enum veto_status open_entry(void *context, size_t entry, struct app_opening *opening,
                                   const char **why) {
    struct player *player = context;
    const struct given *given = NULL;
    enum veto_status status = catalogue_given(player->catalogue, entry, &given, why);
    if (status != VETO_OK)
        return status;
    struct veto_diagnostics *list = veto_diagnostics_new();
    status = list ? open_given(opening, given, list) : VETO_SYSTEM;
    if (status == VETO_INPUT) {
        snprintf(player->why, sizeof player->why, "%s", veto_diagnostics_get(list, 0).message);
        *why = player->why;
    }
    veto_diagnostics_free(list);
    if (status == VETO_OK) {
        const struct entry *chosen = &player->catalogue->entries[entry];
        player->resumed = chosen->shelf == SHELF_UNFINISHED ? chosen->word : NULL;
        know(player, given->session ? given->name : NULL, given->stamp);
    }
    return status;
}

/* ---- playing ---- */

/* Keys come from the terminal even where the scenario came through standard input. */
static enum veto_status show(struct app *app, const struct settings *settings,
                             struct tui_end *end) {
    bool typed = isatty(STDIN_FILENO);
    FILE *opened = typed ? NULL : fopen("/dev/tty", "r+");
    if (!typed && !opened) {
        complain("'veto play' needs a terminal for its keys: /dev/tty: %s", strerror(errno));
        return VETO_USAGE;
    }
    const struct tui_options terminal = {
        .input = typed ? stdin : opened,
        .output = typed ? stdout : opened,
        .color = wants_color(settings->color, STDOUT_FILENO),
    };
    enum veto_status status = tui_play(app, &terminal, end);
    if (status != VETO_OK)
        complain("%s", end->error);
    if (opened)
        fclose(opened);
    return status;
}

static struct app_start start_play(const struct settings *settings) {
    return (struct app_start){
        .charset = locale_is_utf8() ? CHARSET_UTF8 : CHARSET_ASCII,
        .columns = settings->columns ? settings->columns : USUAL_COLUMNS,
        .rows = settings->rows ? settings->rows : LEAST_ROWS,
        .hide = settings->hiding == HIDING_ALWAYS,
        .open = settings->hiding == HIDING_NEVER,
        .mouse = !settings->no_mouse,
        .pace = settings->pace,
    };
}

/* With `opening`, or for the user to choose. */
static enum veto_status play(struct player *player, const struct app_opening *opening) {
    const struct settings *settings = player->settings;
    struct tui_end end = {.error = NULL};
    struct app_start how = start_play(settings);
    struct app_world world = {.context = player,
                              .catalogue = player->catalogue,
                              .open = open_entry,
                              .forget = catalogue_forget,
                              .refresh = catalogue_refresh,
                              .ask = ask,
                              .write = write_named,
                              .keep = keep_session};
    struct app *app = app_new(&how, &world);
    if (!app)
        desk_close(opening ? opening->desk : NULL);
    if (!app || (opening && !app_play(app, opening))) {
        app_free(app);
        free(player->session);
        return out_of_memory();
    }
    if (player->notice)
        app_notify(app, player->notice);
    enum veto_status status =
        settings->keys ? screens_play(app, settings) : show(app, settings, &end);
    app_free(app);
    keep_close(player->keep, false); /* what was left before its end is offered again */
    free(player->kept);
    free(player->session);
    if (end.signal) /* the terminal is as it was: die of it like any other program */
        raise(end.signal);
    return status;
}

enum veto_status player_choose(struct catalogue *catalogue, const char *notice,
                               const struct settings *settings) {
    struct player player = {.settings = settings, .catalogue = catalogue, .notice = notice};
    return play(&player, NULL);
}

enum veto_status player_play(const struct given *given) {
    struct player player = {.settings = &given->settings};
    struct app_opening opening = {.desk = NULL};
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? open_given(&opening, given, list) : VETO_SYSTEM;
    status = given_told(given, close_mistakes(list, status, &given->settings));
    if (status != VETO_OK)
        return status;
    if (!desk_stage(opening.desk)->meetings[opening.mode]) {
        desk_close(opening.desk);
        return no_record(given->name);
    }
    know(&player, given->session ? given->name : NULL, given->stamp);
    return play(&player, &opening);
}
