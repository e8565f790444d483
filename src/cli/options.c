#include "cli/options.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "cli/terminal.h"

enum { MOST_THREADS = 64 };

/* ---- what each option sets ---- */

static bool take_set(struct settings *settings, const char *value) {
    settings->overrides[settings->override_count++] = value;
    return true;
}

static bool take_mode(struct settings *settings, const char *value) {
    return veto_mode_parse(value, &settings->mode);
}

/* JSON has no numbers above it that every program reads. */
static bool take_seed(struct settings *settings, const char *value) {
    return number_parse_u64(value, &settings->seed) && settings->seed <= INT64_MAX;
}

static bool take_color(struct settings *settings, const char *value) {
    static const char *const words[] = {
        [COLOR_AUTO] = "auto",
        [COLOR_ALWAYS] = "always",
        [COLOR_NEVER] = "never",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(value, words[i]) == 0) {
            settings->color = (enum color)i;
            return true;
        }
    }
    return false;
}

static bool take_source(struct settings *settings, const char *value) {
    settings->source = value;
    return true;
}

static bool take_method(struct settings *settings, const char *value) {
    static const char *const words[] = {
        [METHOD_EXACT] = "exact",
        [METHOD_MONTE_CARLO] = "monte-carlo",
    };
    for (size_t i = METHOD_EXACT; i < sizeof words / sizeof *words; i++) {
        if (strcmp(value, words[i]) == 0) {
            settings->method = (enum method)i;
            return true;
        }
    }
    return false;
}

static bool take_trials(struct settings *settings, const char *value) {
    return number_parse_u64(value, &settings->trials) && settings->trials >= 1 &&
           settings->trials <= (uint64_t)1 << 40;
}

static bool take_precision(struct settings *settings, const char *value) {
    return number_parse(value, &settings->precision) && settings->precision >= 1e-6 &&
           settings->precision <= 0.5;
}

static bool take_threads(struct settings *settings, const char *value) {
    uint64_t threads;
    if (!number_parse_u64(value, &threads) || threads < 1 || threads > MOST_THREADS)
        return false;
    settings->threads = (unsigned)threads;
    return true;
}

static bool take_vary(struct settings *settings, const char *value) {
    settings->varied[settings->varied_count++] = value;
    return strchr(value, '=') != NULL && value[0] != '=';
}

static bool take_max_points(struct settings *settings, const char *value) {
    return number_parse_u64(value, &settings->max_points) && settings->max_points >= 1 &&
           settings->max_points <= UINT32_MAX;
}

static bool take_chart(struct settings *settings, const char *value) {
    (void)value;
    return settings->chart = true;
}

static bool take_output(struct settings *settings, const char *value) {
    settings->output = value;
    return *value != '\0';
}

static bool take_keys(struct settings *settings, const char *value) {
    settings->keys = value;
    return true;
}

static bool take_screens(struct settings *settings, const char *value) {
    settings->screens = value;
    return true;
}

/* "80x24" */
static bool take_size(struct settings *settings, const char *value) {
    enum { MOST = 1000, DIGITS = 4 };
    char columns[DIGITS + 1] = "";
    size_t length = strcspn(value, "x");
    uint64_t across, down;
    if (length > DIGITS || value[length] != 'x')
        return false;
    memcpy(columns, value, length);
    if (!number_parse_u64(columns, &across) || !number_parse_u64(value + length + 1, &down))
        return false;
    settings->columns = (int)(across <= MOST ? across : 0);
    settings->rows = (int)(down <= MOST ? down : 0);
    return settings->columns > 0 && settings->rows > 0;
}

static bool take_blind(struct settings *settings, const char *value) {
    (void)value;
    return settings->blind = true;
}

static bool take_no_mouse(struct settings *settings, const char *value) {
    (void)value;
    return settings->no_mouse = true;
}

static bool take_json(struct settings *settings, const char *value) {
    (void)value;
    return settings->json = true;
}

static bool take_why(struct settings *settings, const char *value) {
    (void)value;
    return settings->why = true;
}

static bool take_in(struct settings *settings, const char *value) {
    settings->in = value;
    return true;
}

/* ---- of recorded votes ---- */

static bool read_year(const char *text, size_t length, int *year) {
    char digits[5] = "";
    uint64_t number;
    if (length != 4)
        return false;
    memcpy(digits, text, length);
    if (!number_parse_u64(digits, &number))
        return false;
    *year = (int)number;
    return true;
}

static bool take_year(struct settings *settings, const char *value) {
    struct veto_history_filter *filter = &settings->filter;
    size_t first = strcspn(value, "-");
    const char *last = value[first] ? value + first + 1 : value;
    return read_year(value, first, &filter->from_year) &&
           read_year(last, strlen(last), &filter->to_year) && filter->from_year <= filter->to_year;
}

static bool take_member(struct settings *settings, const char *value) {
    settings->filter.member = settings->member;
    return veto_history_state(value, settings->member);
}

static bool take_vetoed_by(struct settings *settings, const char *value) {
    settings->filter.vetoed_by = settings->vetoed_by;
    return veto_history_state(value, settings->vetoed_by) &&
           veto_state_is_permanent(settings->vetoed_by);
}

static bool take_ballot(struct settings *settings, const char *value) {
    enum veto_ballot ballot;
    if (!veto_ballot_parse(value, &ballot))
        return false;
    settings->filter.ballot = 1 + (int)ballot;
    return true;
}

static bool take_outcome(struct settings *settings, const char *value) {
    for (int outcome = VETO_ADOPTED; outcome <= VETO_FAILED; outcome++) {
        if (strcmp(value, veto_outcome_word((enum veto_outcome)outcome)) == 0) {
            settings->filter.outcome = 1 + outcome;
            return true;
        }
    }
    return false;
}

static bool take_text(struct settings *settings, const char *value) {
    settings->filter.text = value;
    return true;
}

static bool take_date(struct settings *settings, const char *value) {
    struct veto_date date;
    settings->date = value;
    return veto_date_parse(value, &date);
}

static bool take_dates(struct settings *settings, const char *value) {
    static const char *const words[VETO_DATE_ORDERS] = {
        [VETO_DATES_DMY] = "dmy",
        [VETO_DATES_MDY] = "mdy",
        [VETO_DATES_YMD] = "ymd",
    };
    for (int order = VETO_DATES_DMY; order < VETO_DATE_ORDERS; order++)
        if (strcmp(value, words[order]) == 0)
            settings->dates = (enum veto_history_dates)order;
    return settings->dates != VETO_DATES_BY_FILE;
}

static bool take_row(struct settings *settings, const char *value) {
    uint64_t row;
    if (!number_parse_u64(value, &row) || row < 2 || row > UINT32_MAX)
        return false;
    settings->row = (unsigned)row;
    return true;
}

static bool take_csv(struct settings *settings, const char *value) {
    (void)value;
    return settings->csv = true;
}

static bool take_bars(struct settings *settings, const char *value) {
    (void)value;
    return settings->bars = true;
}

static bool take_exact(struct settings *settings, const char *value) {
    (void)value;
    return settings->exact = true;
}

static bool take_problems(struct settings *settings, const char *value) {
    (void)value;
    return settings->problems = true;
}

static bool take_print(struct settings *settings, const char *value) {
    (void)value;
    return settings->print = true;
}

/* ---- of every command ---- */

static bool take_help(struct settings *settings, const char *value) {
    (void)value;
    return settings->help = true;
}

static bool take_version(struct settings *settings, const char *value) {
    (void)value;
    return settings->version = true;
}

#define FOR_MEETINGS (FOR_PLAY | FOR_RUN)
#define FOR_MODELS   (FOR_ODDS | FOR_WHATIF | FOR_FLIPS | FOR_SWEEP)
#define FOR_FIGURES  (FOR_POWER | FOR_HISTORY)
#define FOR_ALL                                                                                    \
    (FOR_MEETINGS | FOR_MODELS | FOR_FIGURES | FOR_CHECK | FOR_LIST | FOR_HELP | FOR_NONE)

const struct option option_table[] = {
    {"set", 0, "PATH=VALUE", FOR_MEETINGS | FOR_MODELS | FOR_CHECK | FOR_POWER, take_set, NULL,
     "change a value of the scenario; may be repeated"},
    {"mode", 0, "MODE", FOR_MEETINGS | FOR_WHATIF | FOR_FLIPS, take_mode,
     "expected, recorded or sampled", "expected (the default), recorded or sampled"},
    {"seed", 0, "N", FOR_MEETINGS | FOR_MODELS, take_seed,
     "a whole number from 0 to 9223372036854775807",
     "the draw of mode sampled or Monte Carlo; 1 if not given"},
    {"method", 0, "METHOD", FOR_ODDS | FOR_SWEEP, take_method, "exact or monte-carlo",
     "exact (the default, where it can be) or monte-carlo"},
    {"trials", 0, "N", FOR_ODDS | FOR_SWEEP, take_trials, "a whole number from 1 to 1099511627776",
     "Monte Carlo: at most so many; a million if not given"},
    {"precision", 0, "P", FOR_ODDS, take_precision, "a number from 0.000001 to 0.5",
     "Monte Carlo: until no 95% interval is wider than 2 P"},
    {"vary", 0, "PATH=VALUES", FOR_SWEEP, take_vary, "PATH=FROM:TO:STEP or PATH=A,B,C",
     "FROM:TO:STEP or A,B,C; may be repeated"},
    {"chart", 0, NULL, FOR_SWEEP, take_chart, NULL, "draw lines, or for two paths maps"},
    {"output", 0, "FILE", FOR_SWEEP, take_output, "the name of a file",
     "write the rows to this file, whole or not at all"},
    {"max-points", 0, "N", FOR_SWEEP, take_max_points, "a whole number from 1 to 4294967295",
     "allow so many points; a million if not given"},
    {"threads", 0, "N", FOR_ODDS | FOR_SWEEP, take_threads, "a whole number from 1 to 64",
     "so many threads; the result does not depend on them"},
    {"keys", 0, "FILE", FOR_PLAY, take_keys, NULL,
     "press the keys that a file names, without a terminal"},
    {"size", 0, "COLSxROWS", FOR_PLAY, take_size, "two numbers from 1 to 1000, as in 80x24",
     "of the screen that --keys plays on; 80x24 if not given"},
    {"screens", 0, "DIR", FOR_PLAY, take_screens, NULL,
     "with --keys: write the screen after each key there"},
    {"blind", 0, NULL, FOR_PLAY, take_blind, NULL,
     "hide odds and chances until each result is shown"},
    {"no-mouse", 0, NULL, FOR_PLAY, take_no_mouse, NULL, "leave the mouse to the terminal"},
    {"why", 0, NULL, FOR_RUN, take_why, NULL, "give the reasons of every ballot"},
    {"in", 0, "SCENARIO", FOR_POWER, take_in, NULL,
     "the chance that each member decides each draft of it"},
    {"exact", 0, NULL, FOR_POWER, take_exact, NULL, "write fractions"},
    {"bars", 0, NULL, FOR_POWER, take_bars, NULL, "draw bars"},
    {"json", 0, NULL, FOR_RUN | FOR_LIST | FOR_MODELS | FOR_FIGURES, take_json, NULL, "write JSON"},
    {"csv", 0, NULL, FOR_ODDS | FOR_WHATIF | FOR_FLIPS | FOR_POWER | FOR_HISTORY, take_csv, NULL,
     "write CSV"},
    {"year", 0, "YEARS", FOR_HISTORY, take_year, "a year, or two as in 1950-1960",
     "list, under: votes of a year, or of 1950-1960"},
    {"member", 0, "STATE", FOR_HISTORY, take_member, "the code or name of a state of the Council",
     "list, under: votes with a ballot of this state"},
    {"ballot", 0, "BALLOT", FOR_HISTORY, take_ballot,
     "yes, no, abstain, not_participating or absent",
     "list, under: cast by --member, or by anyone"},
    {"outcome", 0, "OUTCOME", FOR_HISTORY, take_outcome, "adopted, vetoed or failed",
     "list, under: adopted, vetoed or failed"},
    {"vetoed-by", 0, "STATE", FOR_HISTORY, take_vetoed_by,
     "the code or name of a permanent member, which alone can veto",
     "list, under: what this permanent member vetoed"},
    {"text", 0, "WORD", FOR_HISTORY, take_text, NULL, "list, under: in the title or a symbol"},
    {"problems", 0, NULL, FOR_HISTORY, take_problems, NULL, "check: every problem in the data"},
    {"date", 0, "DATE", FOR_HISTORY, take_date, "a day as in 2016-10-08",
     "show, replay, export: where votes share a symbol"},
    {"dates", 0, "ORDER", FOR_HISTORY, take_dates, "dmy, mdy or ymd",
     "how dates as 05/06/2016 are meant: dmy, mdy or ymd"},
    {"row", 0, "N", FOR_HISTORY, take_row, "the number of a row of the file, from 2",
     "show, replay, export: the vote of this row"},
    {"print", 0, NULL, FOR_HISTORY, take_print, NULL, "replay: as text, on a terminal too"},
    {"source", 0, "NAME", FOR_LIST, take_source, NULL, "write the file of a scenario that ships"},
    {"color", 0, "WHEN", FOR_MEETINGS | FOR_MODELS | FOR_FIGURES | FOR_CHECK, take_color,
     "auto, always or never", "auto (the default), always or never"},
    {"help", 'h', NULL, FOR_ALL, take_help, NULL, "show this help"},
    {"version", 0, NULL, FOR_ALL, take_version, NULL, "show the version"},
};
const size_t option_count = sizeof option_table / sizeof *option_table;

/* ---- reading ---- */

struct reader {
    struct settings *settings;
    const char *who;
    unsigned commands;
    char **next; /* the word to read; NULL at the end */
};

static const char *nearest_option(const struct reader *reader, const char *name) {
    const char *names[sizeof option_table / sizeof *option_table + 1];
    size_t count = 0;
    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].commands & reader->commands)
            names[count++] = option_table[i].name;
    names[count] = NULL;
    return text_nearest(name, names);
}

static bool unknown_option(const struct reader *reader, const char *word) {
    size_t length = strcspn(word, "=");
    const char *nearest = strncmp(word, "--", 2) == 0 ? nearest_option(reader, word + 2) : NULL;
    if (nearest)
        complain("unknown option '%.*s'; did you mean '--%s'?", (int)length, word, nearest);
    else
        complain("unknown option '%.*s'; '%s --help' shows those there are", (int)length, word,
                 reader->who);
    return false;
}

static const struct option *find_option(const struct reader *reader, const char *word) {
    size_t length = strcspn(word, "=");
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        if (!(option->commands & reader->commands))
            continue;
        if (option->letter && word[1] == option->letter && word[2] == '\0')
            return option;
        if (strncmp(word, "--", 2) == 0 && strlen(option->name) == length - 2 &&
            strncmp(word + 2, option->name, length - 2) == 0)
            return option;
    }
    return NULL;
}

/* The value of an option, behind '=' or in the next word. */
static bool read_value(struct reader *reader, const struct option *option, const char *word,
                       const char **value) {
    const char *equals = strchr(word, '=');
    *value = equals ? equals + 1 : NULL;
    if (!option->value && equals) {
        complain("option '--%s' takes no value", option->name);
        return false;
    }
    if (option->value && !equals)
        *value = *reader->next ? *reader->next++ : NULL;
    if (option->value && !*value) {
        complain("option '--%s' needs a value, as in '--%s %s'", option->name, option->name,
                 option->value);
        return false;
    }
    return true;
}

static bool read_option(struct reader *reader, const char *word) {
    const struct option *option = find_option(reader, word);
    const char *value;
    if (!option)
        return unknown_option(reader, word);
    if (!read_value(reader, option, word, &value))
        return false;
    reader->settings->given |= (uint64_t)1 << (option - option_table);
    if (option->take(reader->settings, value))
        return true;
    complain("option '--%s' cannot be '%s': it is %s", option->name, value, option->expected);
    return false;
}

bool options_read(struct settings *settings, const char *who, unsigned commands, char **words) {
    struct reader reader = {settings, who, commands, words};
    bool operands_only = false;
    settings->seed = 1;
    while (*reader.next) {
        const char *word = *reader.next++;
        if (operands_only || word[0] != '-' || word[1] == '\0')
            settings->operands[settings->operand_count++] = word;
        else if (strcmp(word, "--") == 0)
            operands_only = true;
        else if (!read_option(&reader, word))
            return false;
    }
    return true;
}

bool options_gave(const struct settings *settings, const char *name) {
    for (size_t i = 0; i < option_count; i++)
        if (strcmp(option_table[i].name, name) == 0)
            return settings->given >> i & 1;
    return false;
}
