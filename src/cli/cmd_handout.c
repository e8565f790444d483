#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/handout.h"

static const struct report *const sheet_reports[SHEETS] = {
    [SHEET_CLASS] = &report_handout_class,
    [SHEET_TEACHER] = &report_handout_teacher,
    [SHEET_ROLES] = &report_handout_roles,
    [SHEET_BOARD] = &report_handout_board,
};

/* What to change is looked for where no lesson says it. */
static bool wants_flips(const struct veto_meeting *meeting, enum sheet sheet) {
    const struct veto_lesson *lesson = veto_meeting_scenario(meeting)->lesson;
    return sheet == SHEET_TEACHER && (!lesson || lesson->change_count == 0);
}

static enum veto_status handout_work(const struct veto_meeting *meeting, const struct given *given,
                                     FILE *out) {
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    struct settings settings = given->settings;
    enum veto_status status =
        wants_flips(meeting, settings.sheet) ? find_all_flips(flips, meeting, false) : VETO_OK;
    if (settings.format == REPORT_TEXT)
        settings.format = REPORT_HTML;
    if (status == VETO_OK)
        status = write_report(out, &settings, sheet_reports[settings.sheet],
                              &(struct handout_subject){meeting, given->word,
                                                        (const struct veto_flips *const *)flips});
    free_flips(flips);
    return status;
}

enum veto_status cmd_handout(const struct settings *settings, FILE *out) {
    if (settings->sheet == SHEET_NONE) {
        complain("'veto handout' needs '--sheet class', 'teacher', 'roles' or 'board'");
        return VETO_USAGE;
    }
    return with_meeting(settings, out, handout_work);
}
