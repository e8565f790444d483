/* veto: a simulator of votes in the United Nations Security Council. */
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/shipped.h"
#include "cli/terminal.h"

static enum veto_status wrong_operands(const struct command *command, size_t count) {
    const char *name = command->name;
    if (count < command->least)
        complain("'veto %s' needs a scenario, as in 'veto %s aleppo-2016'; 'veto list' shows those "
                 "that ship",
                 name, name);
    else
        complain("'veto %s' takes %s, not %zu; see 'veto %s --help'", name,
                 command->most == 0 ? "no operands" : "one operand", count, name);
    return VETO_USAGE;
}

/* What is there to be read from standard input is there once. */
static bool reads_twice(const struct settings *settings) {
    const char *named[] = {settings->in, settings->keys};
    size_t count = 0;
    for (size_t i = 0; i < settings->operand_count; i++)
        count += strcmp(settings->operands[i], "-") == 0;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        count += named[i] && strcmp(named[i], "-") == 0;
    if (count > 1)
        complain("'-' stands for standard input, which can be read once, not %zu times", count);
    return count > 1;
}

static enum veto_status act(const struct command *command, const struct settings *settings) {
    if (settings->operand_count < command->least || settings->operand_count > command->most)
        return wrong_operands(command, settings->operand_count);
    if (reads_twice(settings) || options_clash(settings))
        return VETO_USAGE;
    return command->run(settings);
}

/* Without a command there are only options; they are read with the table all the same. */
static enum veto_status dispatch(char **words, struct settings *settings) {
    const struct command *command = NULL;
    const char *word = words[0] && words[0][0] != '-' ? words[0] : NULL;
    if (word && !command_find(word) && shipped_find(word)) {
        complain("unknown command '%s'; did you mean 'veto play %s'?", word, word);
        return VETO_USAGE;
    }
    if (word && !(command = command_named(word)))
        return VETO_USAGE;
    if (!options_read(settings, command ? command->name : "", command ? command->bit : FOR_NONE,
                      words + (word != NULL)))
        return VETO_USAGE;
    settings->streams = command && command->streams && settings->format != REPORT_HTML &&
                        settings->format != REPORT_MARKDOWN;
    if (settings->version)
        fprintf(settings->out, "veto %s\n", VETO_VERSION);
    else if (settings->help)
        help_write(settings->out, command);
    if (settings->version || settings->help)
        return VETO_OK;
    if (command)
        return act(command, settings);
    fputs("Usage: veto COMMAND [OPTION...] [SCENARIO]\n"
          "Try 'veto play aleppo-2016', or 'veto help'.\n",
          stderr);
    return VETO_USAGE;
}

int main(int argc, char **argv) {
    size_t words = argc > 0 ? (size_t)argc : 1;
    const char **room = calloc(3 * words, sizeof *room);
    struct settings settings = {.overrides = room};
    struct gather output;
    enum veto_status status;
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is a failed write, as a full disk is */
    setlocale(LC_CTYPE, "");  /* only this: numbers are written with a point everywhere */
    if (room && gather_open(&output)) {
        settings.varied = room + words;
        settings.operands = settings.varied + words;
        settings.out = output.file;
        status = dispatch(argc > 0 ? argv + 1 : argv, &settings);
        status = output_close(&output, status, settings.streams ? NULL : settings.output);
    } else {
        status = out_of_memory();
    }
    free(room);
    return (int)status;
}
