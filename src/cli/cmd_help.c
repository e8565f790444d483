#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/steps.h"
#include "report/glossary.h"
#include "veto/presets.h"

/* ---- help ---- */

static void write_options(FILE *out, unsigned commands) {
    fprintf(out, "\nOptions:\n");
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        char left[40];
        if (!(option->commands & commands))
            continue;
        snprintf(left, sizeof left, "%s--%s%s%s", strcmp(option->name, "help") == 0 ? "-h, " : "",
                 option->name, option->value ? " " : "", option->value ? option->value : "");
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

const char *rules_nearest(const char *word) {
    enum { MOST = 32 };
    const char *names[MOST + 1] = {NULL};
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    for (size_t i = 0; i < count && i < MOST; i++)
        names[i] = sets[i].name;
    return text_nearest(word, names);
}

void power_help(FILE *out) {
    rules_help(out, true);
}

static void write_program(FILE *out) {
    fputs("veto simulates votes in the United Nations Security Council.\n\n"
          "Usage: veto COMMAND [OPTION...] [SCENARIO]\n\n"
          "SCENARIO is a meeting of the Council: the name of one that ships, such as\n"
          "aleppo-2016 ('veto list' has them all), or a file of your own. To begin, run\n"
          "'veto play', and choose from the list.\n\nCommands:\n",
          out);
    for (size_t i = 0; i < command_count; i++)
        fprintf(out, "  %-7s  %s\n", command_table[i].name, command_table[i].summary);
    write_options(out, FOR_NONE);
    fputs("\nExamples:\n"
          "  veto play\n"
          "  veto play aleppo-2016\n"
          "  veto run aleppo-2016 --why\n"
          "  veto help run\n"
          "  veto help words\n\n"
          "Exit status: 0 done, 1 the input is wrong, 2 the command line is wrong,\n"
          "3 memory ran out or a read or write failed.\n",
          out);
}

void help_write(FILE *out, const struct command *command) {
    if (!command) {
        write_program(out);
        return;
    }
    fprintf(out, "Usage: veto %s [OPTION...]%s%s\n\nveto %s: %s.\n%s", command->name,
            *command->operands ? " " : "", command->operands, command->name, command->summary,
            command->details);
    if (command->more)
        command->more(out);
    write_options(out, command->bit);
    fprintf(out, "\nExamples:\n%s", command->examples);
}

/* ---- words ---- */

/* The words of the command line behind "words" are one: "double veto". */
static enum veto_status help_words(const struct settings *settings) {
    char word[64] = "";
    size_t used = 0;
    for (size_t i = 1; i < settings->operand_count && used < sizeof word; i++)
        used += (size_t)snprintf(word + used, sizeof word - used, "%s%s", used > 0 ? " " : "",
                                 settings->operands[i]);
    bool whole = used < sizeof word; /* else it is longer than any word */
    struct glossary_subject subject = {.only = whole && *word ? glossary_find(word) : NULL};
    if (whole && (!*word || subject.only))
        return write_report(settings, &report_glossary, &subject);
    const char *nearest = whole ? glossary_nearest(word) : NULL;
    if (nearest)
        complain("no word '%s'; did you mean '%s'?", word, nearest);
    else
        complain("no word '%s'; 'veto help words' has all of them",
                 whole ? word : settings->operands[1]);
    return VETO_USAGE;
}

/* ---- commands ---- */

enum veto_status cmd_help(const struct settings *settings) {
    const struct command *command = NULL;
    if (settings->operand_count > 0 && strcmp(settings->operands[0], "words") == 0)
        return help_words(settings);
    if (settings->format != REPORT_TEXT) {
        complain("help is text; of 'veto help words' there are other forms");
        return VETO_USAGE;
    }
    if (settings->operand_count > 1) {
        complain("'veto help' takes one command, not %zu; see 'veto help --help'",
                 settings->operand_count);
        return VETO_USAGE;
    }
    if (settings->operand_count > 0 && !(command = command_named(settings->operands[0])))
        return VETO_USAGE;
    help_write(settings->out, command);
    return VETO_OK;
}
