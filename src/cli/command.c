#include "cli/command.h"

#include <string.h>

#include "base/text.h"

const struct command command_table[] = {
    {
        .name = "play",
        .title = "veto play",
        .bit = FOR_PLAY,
        .operands = "SCENARIO",
        .least = 1,
        .most = 1,
        .summary = "step through debate and vote in the terminal",
        .details =
            "SCENARIO is the name of one that ships, a file, or - for standard input.\n"
            "With --keys no terminal is needed: a line of FILE is a key, by its name (Space,\n"
            "Enter, Esc, Tab, Shift-Tab, Backspace, Left, Right, Up, Down, Page-Up,\n"
            "Page-Down, Home, End, Ctrl-R; Tick is a second) or by its character; or 'text:'\n"
            "and characters to type; or a comment behind #. The last screen is written, or\n"
            "all by --screens.\n",
        .examples = "  veto play aleppo-2016\n"
                    "  veto play aleppo-2016 --mode recorded\n"
                    "  veto play aleppo-2016 --set drafts.evacuation.put=true\n"
                    "  veto play aleppo-2016 --keys my-keys --size 120x40 --screens my-screens\n",
        .run = cmd_play,
    },
    {
        .name = "run",
        .title = "veto run",
        .bit = FOR_RUN,
        .operands = "SCENARIO",
        .least = 1,
        .most = 1,
        .summary = "the whole meeting as text, or as JSON",
        .details = "SCENARIO is the name of one that ships, a file, or - for standard input.\n",
        .examples = "  veto run aleppo-2016\n"
                    "  veto run aleppo-2016 --why\n"
                    "  veto run aleppo-2016 --mode sampled --seed 7\n"
                    "  veto run aleppo-2016 --set members.RUS.veto_tendency=0.2\n"
                    "  veto run ukraine-2022 --set drafts.session.question=substantive\n"
                    "  veto run my-scenario.yaml --json\n",
        .run = cmd_run,
    },
    {
        .name = "check",
        .title = "veto check",
        .bit = FOR_CHECK,
        .operands = "SCENARIO...",
        .least = 1,
        .most = (size_t)-1,
        .summary = "look for mistakes in scenarios",
        .details = "SCENARIO is a file, - for standard input, or the name of one that ships. All\n"
                   "mistakes of all of them are shown, on standard error.\n",
        .examples = "  veto check my-scenario.yaml\n"
                    "  veto check scenarios/*.yaml\n"
                    "  veto list --source korea-1950 | veto check - --set council.president=USA\n",
        .run = cmd_check,
    },
    {
        .name = "list",
        .title = "veto list",
        .bit = FOR_LIST,
        .operands = "",
        .summary = "the scenarios that ship with the program",
        .details = "With --source, the file of one of them, to start your own from.\n",
        .examples = "  veto list\n"
                    "  veto list --source aleppo-2016 > my-scenario.yaml\n",
        .run = cmd_list,
    },
    {
        .name = "help",
        .title = "veto help",
        .bit = FOR_HELP,
        .operands = "[COMMAND]",
        .most = 1,
        .summary = "help, for the program or for one command",
        .examples = "  veto help run\n",
        .run = cmd_help,
    },
};
const size_t command_count = sizeof command_table / sizeof *command_table;

const struct command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(name, command_table[i].name) == 0)
            return &command_table[i];
    return NULL;
}

const char *command_nearest(const char *word) {
    const char *names[sizeof command_table / sizeof *command_table + 1] = {NULL};
    for (size_t i = 0; i < command_count; i++)
        names[i] = command_table[i].name;
    return text_nearest(word, names);
}
