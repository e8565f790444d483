/* The command line: one table of options, from which it is read and from which --help is written.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "play/pace.h"
#include "report/report.h"
#include "veto/expect.h"
#include "veto/history.h"
#include "veto/meeting.h"
#include "veto/sweep.h"
#include "veto/trends.h"

/* The sheets of `veto handout`; SHEET_NONE: not given. */
enum sheet { SHEET_NONE, SHEET_CLASS, SHEET_TEACHER, SHEET_ROLES, SHEET_BOARD, SHEETS };

/* What gives a vote away: unless a session says that it was shown; --blind; --open. */
enum hiding { HIDING, HIDING_ALWAYS, HIDING_NEVER };

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum { OPTIONS_MOST = 96 };

struct settings {
    const char **overrides; /* of --set, in their order; room for all words of the command line */
    size_t override_count;
    const char **operands;
    size_t operand_count;
    const char **varied; /* of --vary, likewise */
    size_t varied_count;
    const char *source; /* --source, or NULL */
    bool schema;        /* --schema */
    bool yaml;          /* --yaml */
    FILE *out;          /* what the command writes, until it is known to be whole */
    const char *output; /* where that goes then: --output, or NULL: standard output */
    bool streams;       /* the command itself writes to it, row by row */
    enum report_format format;
    /* What gets the mistakes that are found, and what that knows; NULL: standard error */
    void (*hear)(void *hearer, const struct veto_diagnostics *mistakes);
    void *hearer;
    enum veto_sweep_method method; /* of odds too */
    const char *known;             /* --given, or NULL */
    enum sheet sheet;
    uint64_t trials;  /* 0: not given */
    double precision; /* 0: not given */
    uint64_t threads; /* 0: not given */
    uint64_t max_points;
    const char *keys;    /* --keys, or NULL */
    const char *screens; /* --screens, or NULL */
    int columns, rows;   /* --size */
    enum veto_mode mode;
    uint64_t seed;
    enum color color;
    const char *in; /* --in, or NULL */
    enum hiding hiding;
    enum pace pace;
    bool why, chart, bars, exact, no_mouse, help, version;
    /* of 'veto history' */
    struct veto_history_filter filter;
    char member[4], vetoed_by[4];      /* the codes that the filter points to */
    char members[VETO_MAX_MEMBERS][4]; /* --members */
    size_t member_count;
    int by; /* --by: 0, or 1 + enum veto_trends_by */
    enum veto_history_dates dates;
    const char *date; /* --date, or NULL */
    struct veto_date before;
    const char *like;                                    /* --like, or NULL */
    struct veto_expect_given expected[VETO_MAX_MEMBERS]; /* of --given */
    size_t expected_count;
    bool contested;
    uint64_t resamples;
    uint64_t first_year, last_year; /* of calibrate; 0: the last of the record */
    uint64_t drafts;
    uint64_t row; /* --row, or 0 */
    bool problems, print;
    bool given[OPTIONS_MOST]; /* the rows of the table of options that were on the command line */
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
    FOR_HANDOUT = 1 << 12,
    FOR_LESSON = 1 << 13,
    FOR_WHO = 1 << 14,
    FOR_NEW = 1 << 15,
};

/* What an option takes, and so what it sets. */
enum option_type {
    OPTION_FLAG,   /* nothing; a bool is set */
    OPTION_SETS,   /* nothing; an enum becomes `least` */
    OPTION_TEXT,   /* any text; a const char * */
    OPTION_COUNT,  /* a whole number from `least` to `most`; a uint64_t */
    OPTION_NUMBER, /* a number from `least` to `most`; a double */
    OPTION_WORD,   /* one of `words`; an enum, or an int, that begins at `least` */
    OPTION_OWN,    /* what `take` takes */
};

struct option {
    const char *name;  /* without the dashes; of "help" there is the letter too */
    const char *value; /* what it takes, as help shows it, or NULL */
    unsigned commands;
    const char *help;
    const char *expected; /* what it takes, in words: "a number from 0 to 1"; or NULL */
    enum option_type type;
    size_t field; /* of struct settings */
    double least, most;
    const char *const *words; /* NULL at the end */
    /* Sets what the option sets. False: `value` is not `expected`. */
    bool (*take)(struct settings *settings, const char *value);
    /* Says so; NULL: what every option says. */
    void (*refuse)(const struct option *option, const char *value);
};

extern const struct option option_table[];
extern const size_t option_count;

/*
 * Reads the words behind the command. `settings` has its arrays and is else zero. False when
 * they are wrong, which has been said then; `command` has the options: "run", or "".
 */
bool options_read(struct settings *settings, const char *command, unsigned commands, char **words);

/* A day, as in 2016-10-08, or a year of four digits, which is its first day. */
bool day_or_year(const char *word, struct veto_date *date);

/* Whether it chooses the format of a report. */
bool option_is_format(const struct option *option);

/* Whether formats that do not go together were asked for, which has been said then. */
bool options_clash(const struct settings *settings);

/* Whether an option, by its name, was on the command line. */
bool options_gave(const struct settings *settings, const char *name);

/* ---- --vary: from PATH=FROM:TO:STEP or PATH=A,B,C to the values of an axis ---- */

/* All axes of the settings, for which `axes` has room, in the arena, under arenas_try. What is
 * wrong has been said when it is not VETO_OK. */
enum veto_status vary_read(const struct settings *settings, struct arena *arena,
                           struct veto_axis *axes);

/* Takes the overrides away that the values of an axis replace at every point. */
void vary_drop_replaced(struct settings *settings, const struct veto_axis *axes);

/* Whether a word of --vary has a list of values, and not a range. */
bool vary_is_list(const char *word);
