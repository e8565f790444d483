/* The command line: one table of options, from which it is read and from which --help is written.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "veto/history.h"
#include "veto/meeting.h"

/* How odds are to be worked out; METHOD_AUTO: exactly where they can be. */
enum method { METHOD_AUTO, METHOD_EXACT, METHOD_MONTE_CARLO };

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct settings {
    const char **overrides; /* of --set, in their order; room for all words of the command line */
    size_t override_count;
    const char **operands;
    size_t operand_count;
    const char **varied; /* of --vary, likewise */
    size_t varied_count;
    const char *source; /* --source, or NULL */
    const char *output; /* --output, or NULL */
    enum method method;
    uint64_t trials;     /* 0: not given */
    double precision;    /* 0: not given */
    unsigned threads;    /* 0: not given */
    uint64_t max_points; /* 0: not given */
    const char *keys;    /* --keys, or NULL */
    const char *screens; /* --screens, or NULL */
    int columns, rows;   /* --size */
    enum veto_mode mode;
    uint64_t seed;
    enum color color;
    const char *in; /* --in, or NULL */
    bool json, why, chart, help, version;
    bool bars, exact;
    /* of 'veto history' */
    struct veto_history_filter filter;
    char member[4], vetoed_by[4]; /* the codes that the filter points to */
    enum veto_history_dates dates;
    const char *date; /* --date, or NULL */
    unsigned row;                 /* --row, or 0 */
    bool csv, problems, print;
    bool blind, no_mouse;
    uint64_t given; /* a bit for each row of the table of options that was on the command line */
};

/* A command takes the options whose `commands` have its bit. */
enum {
    FOR_PLAY = 1 << 0,
    FOR_RUN = 1 << 1,
    FOR_CHECK = 1 << 2,
    FOR_LIST = 1 << 3,
    FOR_HELP = 1 << 4,
    FOR_NONE = 1 << 5, /* veto itself, before any command */
    FOR_POWER = 1 << 6,
    FOR_ODDS = 1 << 7,
    FOR_WHATIF = 1 << 8,
    FOR_FLIPS = 1 << 9,
    FOR_SWEEP = 1 << 10,
    FOR_HISTORY = 1 << 11,
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

extern const struct option option_table[]; /* at most 64 */
extern const size_t option_count;

/*
 * Reads the words behind the command. `settings` has its arrays and is else zero. False when
 * they are wrong, which has been said then; `who` has the options: "veto run".
 */
bool options_read(struct settings *settings, const char *who, unsigned commands, char **words);

/* Whether an option, by its name, was on the command line. */
bool options_gave(const struct settings *settings, const char *name);

#endif
