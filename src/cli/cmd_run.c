#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "report/meeting.h"

enum veto_status write_meeting(const struct veto_meeting *meeting, const struct given *given,
                               FILE *out) {
    return write_report(out, &given->settings, &report_meeting,
                        &(struct meeting_subject){meeting, veto_meeting_event_count(meeting),
                                                  given->settings.why, given->session});
}

enum veto_status cmd_run(const struct settings *settings, FILE *out) {
    return with_meeting(settings, out, write_meeting);
}
