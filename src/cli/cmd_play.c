#include <unistd.h>

#include "cli/command.h"
#include "cli/player.h"
#include "cli/terminal.h"

/* Whether the options go together and there is a terminal where it takes one; says so if not. */
static bool can_play(const struct settings *settings) {
    if (!settings->keys && (settings->screens || settings->columns)) {
        complain("'--%s' goes with '--keys', which plays without a terminal",
                 settings->screens ? "screens" : "size");
        return false;
    }
    if (!settings->keys && !isatty(STDOUT_FILENO)) {
        complain("'veto play' needs a terminal on standard output; 'veto run %s' writes the "
                 "meeting as text",
                 settings->operand_count == 1 ? settings->operands[0] : "SCENARIO");
        return false;
    }
    return true;
}

static enum veto_status choose(const struct settings *settings, FILE *out) {
    struct catalogue *catalogue = NULL;
    enum veto_status status = catalogue_open(&catalogue, settings);
    if (status == VETO_OK)
        status = player_choose(catalogue, settings, out);
    catalogue_close(catalogue);
    return status;
}

static enum veto_status play(const struct settings *settings, FILE *out) {
    struct given given;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = player_play(&given, settings, out);
    given_close(&given);
    return status;
}

enum veto_status cmd_play(const struct settings *settings, FILE *out) {
    bool choice;
    if (!can_play(settings))
        return VETO_USAGE;
    enum veto_status status = catalogue_wanted(&choice, settings);
    if (status != VETO_OK)
        return status;
    return choice ? choose(settings, out) : play(settings, out);
}
