#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "report/flips.h"

static enum veto_status flips_work(const struct veto_meeting *meeting, const struct given *given,
                                   FILE *out) {
    struct veto_flips *flips[VETO_MAX_DRAFTS];
    enum veto_status status = find_all_flips(flips, meeting, false);
    if (status == VETO_OK)
        status = write_report(
            out, &given->settings, &report_flips,
            &(struct flips_subject){meeting, (const struct veto_flips *const *)flips, VETO_NONE});
    free_flips(flips);
    return status;
}

enum veto_status cmd_flips(const struct settings *settings, FILE *out) {
    return with_meeting(settings, out, flips_work);
}
