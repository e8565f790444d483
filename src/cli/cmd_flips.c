#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/flips.h"

static enum veto_status find_flips(const struct veto_meeting *meeting,
                                   const struct settings *settings, FILE *out) {
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < scenario->draft_count && status == VETO_OK; i++) {
        const struct veto_vote *vote = veto_meeting_vote(meeting, (int)i);
        if (vote)
            status = veto_flips_find(&flips[i], scenario, vote,
                                     VETO_FLIPS_STEPS / scenario->draft_count);
    }
    if (status == VETO_OK)
        status = write_report(
            out, settings, &report_flips,
            &(struct flips_subject){meeting, (const struct veto_flips *const *)flips, VETO_NONE});
    else if (status == VETO_SYSTEM)
        out_of_memory();
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        veto_flips_free(flips[i]);
    return status;
}

/* What went wrong has been said when it is not VETO_OK. */
static enum veto_status play(struct veto_meeting **meeting, const struct veto_scenario *scenario,
                             const struct settings *settings) {
    enum veto_status status = veto_meeting_play(meeting, scenario, settings->mode, settings->seed);
    if (status == VETO_INPUT)
        no_record(settings->operands[0]);
    else if (status == VETO_SYSTEM)
        out_of_memory();
    return status;
}

enum veto_status cmd_flips(const struct settings *settings, FILE *out) {
    struct given given;
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = load_scenario(&scenario, &given);
    if (status == VETO_OK)
        status = play(&meeting, scenario, &given.settings);
    if (status == VETO_OK)
        status = find_flips(meeting, &given.settings, out);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    given_close(&given);
    return status;
}
