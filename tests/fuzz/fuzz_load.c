/*
 * Any bytes as a scenario: what loads is played in every mode, what does not has a message. Of an
 * input whose first byte is '=', the first line is an override.
 */
#include "fuzz.h"
#include "veto/meeting.h"

static void play(const struct veto_scenario *scenario) {
    for (int mode = 0; mode < VETO_MODES; mode++) {
        struct veto_meeting *meeting = NULL;
        enum veto_status status = veto_meeting_play(&meeting, scenario, (enum veto_mode)mode, 1);
        if (status == VETO_SYSTEM || (status == VETO_INPUT && mode != VETO_RECORDED))
            abort();
        veto_meeting_free(meeting);
    }
}

static char *take_override(const uint8_t **data, size_t *size) {
    const uint8_t *end = memchr(*data, '\n', *size);
    size_t length = end ? (size_t)(end - *data) : *size;
    char *override = calloc(1, length);
    memcpy(override, *data + 1, length - 1);
    *data += length;
    *size -= length;
    return override;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *override = size > 0 && *data == '=' ? take_override(&data, &size) : NULL;
    const char *overrides[] = {override};
    struct veto_text text = {"fuzz", (const char *)data, size};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    enum veto_status status =
        veto_scenario_load(&scenario, list, &text, overrides, override ? 1 : 0);
    if (status == VETO_OK)
        play(scenario);
    else if (status != VETO_INPUT || veto_diagnostics_errors(list) == 0)
        abort();
    expect_safe_messages(list);
    free(override);
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
    return 0;
}
