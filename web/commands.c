/* What of the command line the page calls, in the place of cli/command.c; what no row leads to is
 * not in the page. */
#include "cli/command.h"

const struct command command_table[] = {
    {.name = "play", .bit = FOR_PLAY, .most = (size_t)-1, .run = cmd_play},
    {.name = "check", .bit = FOR_CHECK, .least = 1, .most = 1, .run = cmd_check},
    {.name = "handout", .bit = FOR_HANDOUT, .least = 1, .most = 1, .run = cmd_handout},
    {.name = "new", .bit = FOR_NEW, .most = 1, .run = cmd_new},
};
const size_t command_count = sizeof command_table / sizeof *command_table;
