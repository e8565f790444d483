#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/flips.h"

static enum veto_status write_flips(const struct veto_meeting *meeting,
                                    const struct veto_flips *const *flips,
                                    const struct settings *settings, FILE *out) {
    struct text_options how = text_options_for(settings);
    return settings->json ? report_flips_json(out, meeting, flips)
                          : report_flips_text(out, meeting, flips, &how);
}

static enum veto_status find_flips(const struct veto_meeting *meeting,
                                   const struct settings *settings, FILE *out) {
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < scenario->draft_count && status == VETO_OK; i++) {
        const struct veto_vote *vote = veto_meeting_vote(meeting, (int)i);
        if (vote)
            status = veto_flips_find(&flips[i], scenario, vote);
    }
    if (status == VETO_OK)
        status = write_flips(meeting, (const struct veto_flips *const *)flips, settings, out);
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        veto_flips_free(flips[i]);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

enum veto_status cmd_flips(const struct settings *settings, FILE *out) {
    struct veto_scenario *scenario = NULL;
    struct veto_meeting *meeting = NULL;
    if (!seed_fits(settings, settings->mode == VETO_SAMPLED, "--mode sampled"))
        return VETO_USAGE;
    enum veto_status status = load_scenario(&scenario, settings->operands[0], settings);
    if (status == VETO_OK) {
        status = veto_meeting_play(&meeting, scenario, settings->mode, settings->seed);
        if (status == VETO_INPUT)
            no_record(settings->operands[0]);
        else if (status == VETO_SYSTEM)
            out_of_memory();
    }
    if (status == VETO_OK)
        status = find_flips(meeting, settings, out);
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    return status;
}
