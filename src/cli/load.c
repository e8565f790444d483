#include "cli/load.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shipped.h"
#include "cli/terminal.h"

enum veto_status load_scenario_text(struct veto_scenario **scenario, const struct veto_text *text,
                                    const char *const *overrides, size_t override_count,
                                    const struct settings *settings) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? veto_scenario_load(scenario, list, text, overrides, override_count) : VETO_SYSTEM;
    return close_mistakes(list, status, settings);
}

enum veto_status load_scenario(struct veto_scenario **scenario, const struct given *given) {
    const struct settings *settings = &given->settings;
    return given_told(given, load_scenario_text(scenario, &given->text, settings->overrides,
                                                settings->override_count, settings));
}

struct veto_scenario **load_shipped(const struct settings *settings) {
    struct veto_scenario **scenarios = calloc(shipped_count, sizeof(struct veto_scenario *));
    enum veto_status status = scenarios ? VETO_OK : out_of_memory();
    for (size_t i = 0; i < shipped_count && status == VETO_OK; i++)
        status = load_scenario_text(&scenarios[i], &shipped[i], NULL, 0, settings);
    if (status == VETO_OK)
        return scenarios;
    free_shipped(scenarios);
    return NULL;
}

void free_shipped(struct veto_scenario **scenarios) {
    for (size_t i = 0; scenarios && i < shipped_count; i++)
        veto_scenario_free(scenarios[i]);
    free(scenarios);
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

enum veto_status with_scenario(const char *word, const struct settings *settings, FILE *out,
                               scenario_use *use) {
    struct given given;
    struct veto_scenario *scenario = NULL;
    enum veto_status status = given_open(&given, word, settings);
    if (status == VETO_OK)
        status = load_scenario(&scenario, &given);
    if (status == VETO_OK)
        status = use(scenario, &given, out);
    veto_scenario_free(scenario);
    given_close(&given);
    return status;
}

enum veto_status meeting_of_given(const struct given *given, FILE *out, meeting_use *use) {
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    enum veto_status status = load_scenario(&scenario, given);
    if (status == VETO_OK)
        status = play_meeting(&meeting, scenario, &given->settings);
    if (status == VETO_OK)
        status = use(meeting, given, out);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    return status;
}

enum veto_status with_meeting(const struct settings *settings, FILE *out, meeting_use *use) {
    struct given given;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = meeting_of_given(&given, out, use);
    given_close(&given);
    return status;
}
