/* The commands: one table, from which words are matched to commands and help is written. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "cli/options.h"
#include "veto/status.h"

typedef enum veto_status command_run(const struct settings *settings);

struct command {
    const char *name;
    unsigned bit; /* of its options */
    command_run *run;
    const char *operands; /* as help shows them: "SCENARIO" */
    size_t least, most;   /* how many operands */
    bool streams;         /* rows: it writes a file of --output by itself, as they come */
    const char *summary;
    const char *details;     /* paragraphs for its help */
    void (*more)(FILE *out); /* what its help says from other tables, or NULL */
    const char *examples;    /* lines for its help */
};

extern const struct command command_table[];
extern const size_t command_count;

const struct command *command_find(const char *name);

/* The same; where there is no such command that is said, and which may be meant. */
const struct command *command_named(const char *word);

/* Help for one command, or for the program where it is NULL. */
void help_write(FILE *out, const struct command *command);

/* What `more` may be: the actions of `veto history`; and the sets of rules, all or those that
 * recorded votes can be decided by. */
void history_help(FILE *out);
void power_help(FILE *out);
void rules_help(FILE *out, bool all);

/* The name of the rules that a word was probably meant to be, or NULL. */
const char *rules_nearest(const char *word);

/* In the files cmd_*.c. */
extern command_run cmd_play, cmd_run, cmd_handout, cmd_new, cmd_odds, cmd_whatif, cmd_flips,
    cmd_sweep, cmd_check, cmd_lesson, cmd_list, cmd_who, cmd_power, cmd_history, cmd_help;
