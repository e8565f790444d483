#include <stdio.h>

#include "cli/command.h"
#include "cli/terminal.h"
#include "veto/presets.h"

static void write_options(FILE *out, unsigned commands) {
    fprintf(out, "\nOptions:\n");
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        char left[40];
        if (!(option->commands & commands))
            continue;
        snprintf(left, sizeof left, "%s--%s%s%s", option->letter ? "-h, " : "", option->name,
                 option->value ? " " : "", option->value ? option->value : "");
        fprintf(out, "  %-18s  %s\n", left, option->help);
    }
}

void rules_help(FILE *out, bool all) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    fputs("\nRules:\n", out);
    for (size_t i = 0; i < count; i++)
        if (all || !sets[i].own_council)
            fprintf(out, "  %-14s  %s\n", sets[i].name, sets[i].title);
}

void power_help(FILE *out) {
    rules_help(out, true);
}

static void write_command(FILE *out, const struct command *command) {
    fprintf(out, "Usage: %s [OPTION...]%s%s\n\n%s: %s.\n", command->title,
            *command->operands ? " " : "", command->operands, command->title, command->summary);
    if (command->details)
        fputs(command->details, out);
    if (command->more)
        command->more(out);
    write_options(out, command->bit);
    fprintf(out, "\nExamples:\n%s", command->examples);
}

static void write_program(FILE *out) {
    fputs("veto simulates votes in the United Nations Security Council.\n\n"
          "Usage: veto COMMAND [OPTION...] [SCENARIO]\n\nCommands:\n",
          out);
    for (size_t i = 0; i < command_count; i++)
        fprintf(out, "  %-7s  %s\n", command_table[i].name, command_table[i].summary);
    write_options(out, FOR_NONE);
    fputs("\nExamples:\n"
          "  veto play aleppo-2016\n"
          "  veto run aleppo-2016 --why\n"
          "  veto help run\n\n"
          "Exit status: 0 done, 1 the input is wrong, 2 the command line is wrong,\n"
          "3 memory ran out or a read or write failed.\n",
          out);
}

void help_write(FILE *out, const struct command *command) {
    if (command)
        write_command(out, command);
    else
        write_program(out);
}

enum veto_status cmd_help(const struct settings *settings, FILE *out) {
    const struct command *command = NULL;
    if (settings->operand_count > 0) {
        const char *name = settings->operands[0], *nearest = command_nearest(name);
        command = command_find(name);
        if (!command && nearest)
            complain("unknown command '%s'; did you mean '%s'?", name, nearest);
        else if (!command)
            complain("unknown command '%s'; 'veto help' shows those there are", name);
        if (!command)
            return VETO_USAGE;
    }
    help_write(out, command);
    return VETO_OK;
}
