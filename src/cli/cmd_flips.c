#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/flips.h"

static enum veto_status flips_work(const struct veto_meeting *meeting, const struct given *given,
                                   FILE *out) {
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
            out, &given->settings, &report_flips,
            &(struct flips_subject){meeting, (const struct veto_flips *const *)flips, VETO_NONE});
    else if (status == VETO_SYSTEM)
        out_of_memory();
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        veto_flips_free(flips[i]);
    return status;
}

enum veto_status cmd_flips(const struct settings *settings, FILE *out) {
    return with_meeting(settings, out, flips_work);
}
