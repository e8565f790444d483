#include <unistd.h>

#include "cli/command.h"
#include "cli/play.h"

/* Whether the options go together and there is a terminal where it takes one; says so if not. */
static bool can_play(const struct settings *settings) {
    if (settings->keys)
        return true;
    if (settings->screens || settings->columns)
        complain("'--%s' goes with '--keys', which plays without a terminal",
                 settings->screens ? "screens" : "size");
    else if (!isatty(STDOUT_FILENO))
        complain("'veto play' needs a terminal on standard output; 'veto run %s' writes the "
                 "meeting as text",
                 settings->operand_count == 1 ? settings->operands[0] : "SCENARIO");
    else
        return true;
    return false;
}

/* Of all there is; or of the two scenarios of a session, `only`. */
static enum veto_status play_chosen(const struct settings *settings, struct given *only) {
    static const char changed[] =
        "the scenario's file has changed since: choose which of the two to play";
    struct catalogue *catalogue = NULL;
    enum veto_status status = catalogue_open(&catalogue, settings, only);
    if (status == VETO_OK)
        status = player_choose(catalogue, only ? changed : NULL, settings);
    catalogue_close(catalogue);
    return status;
}

enum veto_status cmd_play(const struct settings *settings) {
    bool choice;
    struct given given;
    if (!can_play(settings))
        return VETO_USAGE;
    enum veto_status status = catalogue_wanted(&choice, settings);
    if (status != VETO_OK)
        return status;
    if (choice)
        return play_chosen(settings, NULL);
    status = given_open_to_ask(&given, settings->operands[0], settings);
    if (status == VETO_OK && given.other.bytes)
        return play_chosen(settings, &given);
    if (status == VETO_OK)
        status = player_play(&given);
    given_close(&given);
    return status;
}
