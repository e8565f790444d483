#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "report/meeting.h"

enum veto_status write_meeting(const struct veto_meeting *meeting, const struct session *session,
                               const struct settings *settings, FILE *out) {
    return write_report(out, settings, &report_meeting,
                        &(struct meeting_subject){meeting, veto_meeting_event_count(meeting),
                                                  settings->why, session});
}

/* Why a meeting could not be played has been said when this is not VETO_OK. */
static enum veto_status play_meeting(struct veto_meeting **meeting,
                                     const struct veto_scenario *scenario,
                                     const struct settings *settings) {
    enum veto_status status = veto_meeting_play(meeting, scenario, settings->mode, settings->seed);
    if (status == VETO_INPUT)
        no_record(settings->operands[0]);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

static enum veto_status run(const struct veto_scenario *scenario, const struct given *given,
                            FILE *out) {
    const struct settings *settings = &given->settings;
    struct veto_meeting *meeting = NULL;
    enum veto_status status = play_meeting(&meeting, scenario, settings);
    if (status != VETO_OK)
        return status;
    status = write_meeting(meeting, given->session, settings, out);
    veto_meeting_free(meeting);
    return status;
}

enum veto_status cmd_run(const struct settings *settings, FILE *out) {
    struct given given;
    struct veto_scenario *scenario = NULL;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = load_scenario(&scenario, &given);
    if (status == VETO_OK)
        status = run(scenario, &given, out);
    veto_scenario_free(scenario);
    given_close(&given);
    return status;
}
