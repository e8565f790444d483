/* The commands on one meeting: 'veto run', 'veto flips' and 'veto handout'. */
#include "cli/command.h"
#include "cli/steps.h"
#include "report/flips.h"
#include "report/handout.h"
#include "report/meeting.h"

enum veto_status write_meeting(const struct loaded *loaded) {
    const struct given *given = loaded->given;
    return write_report(&given->settings, &report_meeting,
                        &(struct meeting_subject){loaded->meeting,
                                                  veto_meeting_event_count(loaded->meeting),
                                                  given->settings.why, given->session});
}

enum veto_status cmd_run(const struct settings *settings) {
    return use_word(settings->operands[0], settings, true, write_meeting);
}

static enum veto_status write_flips(const struct loaded *loaded) {
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    enum veto_status status = find_all_flips(flips, loaded->meeting, false);
    if (status == VETO_OK)
        status =
            write_report(&loaded->given->settings, &report_flips,
                         &(struct flips_subject){
                             loaded->meeting, (const struct veto_flips *const *)flips, VETO_NONE});
    free_flips(flips);
    return status;
}

enum veto_status cmd_flips(const struct settings *settings) {
    return use_word(settings->operands[0], settings, true, write_flips);
}

/* What to change is looked for where no lesson says it. */
static enum veto_status write_sheet(const struct loaded *loaded) {
    static const struct report *const reports[SHEETS] = {
        [SHEET_CLASS] = &report_handout_class,
        [SHEET_TEACHER] = &report_handout_teacher,
        [SHEET_ROLES] = &report_handout_roles,
        [SHEET_BOARD] = &report_handout_board,
    };
    const struct veto_lesson *lesson = loaded->scenario->lesson;
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    struct settings settings = loaded->given->settings;
    enum veto_status status = VETO_OK;
    if (settings.sheet == SHEET_TEACHER && (!lesson || lesson->change_count == 0))
        status = find_all_flips(flips, loaded->meeting, false);
    if (settings.format == REPORT_TEXT)
        settings.format = REPORT_HTML;
    if (status == VETO_OK)
        status = write_report(&settings, reports[settings.sheet],
                              &(struct handout_subject){loaded->meeting, loaded->given->word,
                                                        (const struct veto_flips *const *)flips});
    free_flips(flips);
    return status;
}

enum veto_status cmd_handout(const struct settings *settings) {
    if (settings->sheet != SHEET_NONE)
        return use_word(settings->operands[0], settings, true, write_sheet);
    complain("'veto handout' needs '--sheet class', 'teacher', 'roles' or 'board'");
    return VETO_USAGE;
}
