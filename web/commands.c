/* What of the command line the page calls, in the place of cli/command.c; what no row leads to is
 * not in the page. */
#include <string.h>

#include "cli/command.h"

const struct command command_table[] = {
    {.name = "play", .title = "veto play", .bit = FOR_PLAY, .most = (size_t)-1, .run = cmd_play},
    {.name = "check",
     .title = "veto check",
     .bit = FOR_CHECK,
     .least = 1,
     .most = 1,
     .run = cmd_check},
    {.name = "handout",
     .title = "veto handout",
     .bit = FOR_HANDOUT,
     .least = 1,
     .most = 1,
     .run = cmd_handout},
    {.name = "new", .title = "veto new", .bit = FOR_NEW, .most = 1, .run = cmd_new},
};
const size_t command_count = sizeof command_table / sizeof *command_table;

const struct command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(name, command_table[i].name) == 0)
            return &command_table[i];
    return NULL;
}

const char *command_nearest(const char *word) {
    (void)word;
    return NULL;
}
