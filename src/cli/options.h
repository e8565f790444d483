/* The command line: one table of options, from which it is read and from which --help is written.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "veto/meeting.h"

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct settings {
    const char **overrides; /* of --set, in their order; room for all words of the command line */
    size_t override_count;
    const char **operands;
    size_t operand_count;
    const char *source;  /* --source, or NULL */
    const char *keys;    /* --keys, or NULL */
    const char *screens; /* --screens, or NULL */
    int columns, rows;   /* --size */
    enum veto_mode mode;
    uint64_t seed;
    enum color color;
    bool json, why, help, version;
};

/* A command takes the options whose `commands` have its bit. */
enum {
    FOR_PLAY = 1 << 0,
    FOR_RUN = 1 << 1,
    FOR_CHECK = 1 << 2,
    FOR_LIST = 1 << 3,
    FOR_HELP = 1 << 4,
    FOR_NONE = 1 << 5, /* veto itself, before any command */
};

struct option {
    const char *name;  /* without the dashes */
    char letter;       /* or 0 */
    const char *value; /* what it takes, as help shows it, or NULL */
    unsigned commands;
    /* Sets what the option sets. False: `value` is not `expected`. */
    bool (*take)(struct settings *settings, const char *value);
    const char *expected; /* or NULL */
    const char *help;
};

extern const struct option option_table[];
extern const size_t option_count;

/*
 * Reads the words behind the command. `settings` has its two arrays and is else zero. False when
 * they are wrong, which has been said then; `who` has the options: "veto run".
 */
bool options_read(struct settings *settings, const char *who, unsigned commands, char **words);

#endif
