#include "cli/command.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/lessons.h"

enum veto_status cmd_who(const struct settings *settings, FILE *out) {
    struct veto_date date;
    struct veto_composition council;
    struct veto_seat president;
    if (settings->operand_count == 0) {
        complain("'veto who' needs a day, as in 'veto who 2027-03-15'");
        return VETO_USAGE;
    }
    if (!veto_date_parse(settings->operands[0], &date)) {
        complain("no day '%s': it is to be like 2027-03-15", settings->operands[0]);
        return VETO_USAGE;
    }
    if (!veto_composition_of(date, &council)) {
        complain("who sat on %s is not known: only from %d to %d", settings->operands[0],
                 VETO_ROSTER_FIRST, VETO_ROSTER_LAST);
        return VETO_INPUT;
    }
    bool presides = veto_president_of(date, &president);
    return write_report(
        out, settings, &report_who,
        &(struct who_subject){settings->operands[0], &council, presides ? &president : NULL});
}
