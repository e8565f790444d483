#include "cli/load.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "cli/terminal.h"

const struct shipped *shipped_find(const char *name) {
    for (size_t i = 0; i < shipped_count; i++)
        if (strcmp(name, shipped[i].name) == 0)
            return &shipped[i];
    return NULL;
}

/* Whether a word means a file, even one that is not there. */
static bool names_file(const char *word) {
    const char *point = strrchr(word, '.');
    bool yaml = point && (strcmp(point, ".yaml") == 0 || strcmp(point, ".yml") == 0);
    return yaml || strchr(word, '/') || access(word, F_OK) == 0;
}

bool load_may(const char *word) {
    return strcmp(word, "-") == 0 || shipped_find(word) || names_file(word);
}

/* ---- mistakes ---- */

struct unread {
    struct veto_diagnostics *list;
    const char *name, *error;
};

static void work_file(void *context) {
    const struct unread *unread = context;
    diagnose_file(unread->list, unread->name, "%s", unread->error);
}

void cannot_read(const char *name, const char *error, const struct settings *settings) {
    struct unread unread = {veto_diagnostics_new(), name, error};
    if (unread.list && arenas_try(&unread.list->arena, NULL, work_file, &unread))
        print_mistakes(unread.list, settings);
    else
        out_of_memory();
    veto_diagnostics_free(unread.list);
}

void print_mistakes(const struct veto_diagnostics *list, const struct settings *settings) {
    if (settings->hear)
        settings->hear(settings->hearer, list);
    else
        veto_diagnostics_print(list, stderr, columns_for(STDERR_FILENO, 100),
                               wants_color(settings->color, STDERR_FILENO));
}

/* Gives a text to `use`, and shows the mistakes that it found. */
static enum veto_status use_text(const struct veto_text *text, const struct settings *settings,
                                 load_use *use, void *context) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? use(context, text, list) : VETO_SYSTEM;
    if (status == VETO_SYSTEM) /* the mistakes found so far are not all of them */
        out_of_memory();
    else
        print_mistakes(list, settings);
    veto_diagnostics_free(list);
    return status;
}

/* Where a session was given, the mistakes are in files that nobody named. */
enum veto_status load_from(const struct given *given, load_use *use, void *context) {
    enum veto_status status = use_text(&given->text, &given->settings, use, context);
    if (status == VETO_INPUT && given->session)
        complain("%s: this session plays the scenario '%s' with its own overrides and those of the "
                 "command line",
                 given->name, given->session->scenario);
    return status;
}

struct whole {
    struct veto_scenario **scenario;
    const char *const *overrides;
    size_t override_count;
};

static enum veto_status load_whole(void *context, const struct veto_text *text,
                                   struct veto_diagnostics *list) {
    const struct whole *whole = context;
    return veto_scenario_load(whole->scenario, list, text, whole->overrides, whole->override_count);
}

enum veto_status load_scenario_text(struct veto_scenario **scenario, const struct veto_text *text,
                                    const char *const *overrides, size_t override_count,
                                    const struct settings *settings) {
    struct whole whole = {scenario, overrides, override_count};
    return use_text(text, settings, load_whole, &whole);
}

enum veto_status load_scenario(struct veto_scenario **scenario, const struct given *given) {
    struct whole whole = {scenario, given->settings.overrides, given->settings.override_count};
    return load_from(given, load_whole, &whole);
}

enum veto_status load_history(struct veto_history **history, const char *path,
                              const struct settings *settings, bool warns) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? veto_history_read(history, list, path, settings->dates) : VETO_SYSTEM;
    if (list && (veto_diagnostics_errors(list) > 0 || (warns && status == VETO_OK)))
        print_mistakes(list, settings);
    else if (status != VETO_OK)
        out_of_memory();
    veto_diagnostics_free(list);
    return status;
}

enum veto_status no_record(const char *word) {
    complain("%s: no vote is on record here, so there is none to play with '--mode recorded'; a "
             "section 'recorded' would hold it",
             strcmp(word, "-") == 0 ? "standard input" : word);
    return VETO_INPUT;
}

enum veto_status play_meeting(struct veto_meeting **meeting, const struct veto_scenario *scenario,
                              const struct settings *settings) {
    enum veto_status status = veto_meeting_play(meeting, scenario, settings->mode, settings->seed);
    if (status == VETO_INPUT)
        return no_record(settings->operands[0]);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

/* ---- the ladder ---- */

enum veto_status with_scenario(const struct settings *settings, FILE *out, scenario_use *use) {
    struct given given;
    struct veto_scenario *scenario = NULL;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = load_scenario(&scenario, &given);
    if (status == VETO_OK)
        status = use(scenario, &given, out);
    veto_scenario_free(scenario);
    given_close(&given);
    return status;
}

enum veto_status with_meeting(const struct settings *settings, FILE *out, meeting_use *use) {
    struct given given;
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = load_scenario(&scenario, &given);
    if (status == VETO_OK)
        status = play_meeting(&meeting, scenario, &given.settings);
    if (status == VETO_OK)
        status = use(meeting, &given, out);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    given_close(&given);
    return status;
}
