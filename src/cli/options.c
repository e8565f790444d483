#include "cli/options.h"

#include <string.h>

#include "base/lookalike.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "council/names.h"
#include "council/words.h"
#include "meeting/words.h"

/* ---- options that take something of their own ---- */

static bool take_set(struct settings *settings, const char *value) {
    settings->overrides[settings->override_count++] = value;
    return true;
}

/* JSON has no numbers above it that every program reads. */
static bool take_seed(struct settings *settings, const char *value) {
    return number_parse_u64(value, &settings->seed) && settings->seed <= INT64_MAX;
}

static bool take_vary(struct settings *settings, const char *value) {
    settings->varied[settings->varied_count++] = value;
    return strchr(value, '=') != NULL && value[0] != '=';
}

/* Standard output is where everything goes that goes nowhere else. */
static bool take_output(struct settings *settings, const char *value) {
    settings->output = strcmp(value, "-") == 0 ? NULL : value;
    return *value != '\0';
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

bool day_or_year(const char *word, struct veto_date *date) {
    *date = (struct veto_date){.month = 1, .day = 1};
    return read_year(word, strlen(word), &date->year) || veto_date_parse(word, date);
}

static bool take_year(struct settings *settings, const char *value) {
    struct veto_history_filter *filter = &settings->filter;
    size_t first = strcspn(value, "-");
    const char *last = value[first] ? value + first + 1 : value;
    return read_year(value, first, &filter->from_year) &&
           read_year(last, strlen(last), &filter->to_year) && filter->from_year <= filter->to_year;
}

/* Those of the states that a word names that ever sat. */
static unsigned states_given(const char *word, char codes[VETO_STATES_NAMED][4]) {
    unsigned named = veto_state_named(word, codes), count = 0;
    for (unsigned i = 0; i < named; i++) {
        const char *name, *formal;
        if (veto_state_find(codes[i], &name, &formal))
            memmove(codes[count++], codes[i], sizeof codes[i]);
    }
    return count;
}

static bool take_state(const char *value, char code[4]) {
    char codes[VETO_STATES_NAMED][4];
    if (states_given(value, codes) != 1)
        return false;
    memcpy(code, codes[0], sizeof codes[0]);
    return true;
}

static bool take_member(struct settings *settings, const char *value) {
    settings->filter.member = settings->member;
    return take_state(value, settings->member);
}

/* Those words that commas divide, one by one, cut to what has room: what stands behind it. */
enum { PIECE = 64 };
static const char *cut_piece(const char *words, char piece[PIECE]) {
    size_t length = strcspn(words, ",");
    snprintf(piece, PIECE, "%.*s", (int)length, words);
    return words + length;
}

/* Codes or names; each once, and at least two. */
static bool take_members(struct settings *settings, const char *value) {
    char name[PIECE], (*members)[4] = settings->members;
    size_t count = 0;
    for (const char *at = value; *at; at += *at == ',') {
        at = cut_piece(at, name);
        if (count == VETO_MAX_MEMBERS || !take_state(name, members[count]))
            return false;
        for (size_t i = 0; i < count; i++)
            if (memcmp(members[i], members[count], sizeof members[i]) == 0)
                return false;
        count++;
    }
    settings->member_count = count;
    return count >= 2;
}

static bool take_vetoed_by(struct settings *settings, const char *value) {
    settings->filter.vetoed_by = settings->vetoed_by;
    return take_state(value, settings->vetoed_by) && veto_state_is_permanent(settings->vetoed_by);
}

static bool take_topic(struct settings *settings, const char *value) {
    settings->filter.topic = veto_topic_find(value);
    return settings->filter.topic != NULL;
}

static bool take_date(struct settings *settings, const char *value) {
    struct veto_date date;
    settings->date = value;
    return veto_date_parse(value, &date);
}

static bool take_before(struct settings *settings, const char *value) {
    return veto_date_parse(value, &settings->before);
}

/* A ballot of one member: "USA=no". */
static bool take_one_given(struct settings *settings, char *text) {
    struct veto_expect_given *given = &settings->expected[settings->expected_count];
    char *equals = strchr(text, '=');
    if (!equals || settings->expected_count == VETO_MAX_MEMBERS)
        return false;
    *equals = '\0';
    if (!take_state(text, given->code) || !veto_ballot_parse(equals + 1, &given->ballot) ||
        given->ballot > VETO_ABSTAIN)
        return false;
    for (size_t i = 0; i < settings->expected_count; i++)
        if (strcmp(settings->expected[i].code, given->code) == 0)
            return false;
    settings->expected_count++;
    return true;
}

static bool take_given(struct settings *settings, const char *value) {
    char text[PIECE];
    for (const char *at = value;; value = ++at) {
        at = cut_piece(at, text);
        if (at - value >= PIECE || !take_one_given(settings, text))
            return false;
        if (!*at)
            return true;
    }
}

/* ---- what is said of a value that is wrong ---- */

static void refuse_value(const struct option *option, const char *value) {
    complain("option '--%s' cannot be '%s': it is %s", option->name, value, option->expected);
}

static void refuse_state(const struct option *option, const char *value) {
    char codes[VETO_STATES_NAMED][4], plain[LOOKALIKE_PLAIN];
    const char *nearest = state_nearest(lookalike_plain(value, plain) ? plain : value);
    unsigned count = states_given(value, codes);
    if (count == 2)
        complain("option '--%s' cannot be '%s', the name of two states: '%s' (%s) and '%s' (%s)",
                 option->name, value, codes[0], veto_state_name(codes[0]), codes[1],
                 veto_state_name(codes[1]));
    else if (count == 0 && veto_state_named(value, codes) > 0)
        complain("option '--%s' cannot be '%s': %s (%s) never sat in the Council", option->name,
                 value, veto_state_name(codes[0]), codes[0]);
    else if (count == 0 && nearest)
        complain("option '--%s' cannot be '%s'; did you mean '%s' (%s)?", option->name, value,
                 nearest, veto_state_name(nearest));
    else
        refuse_value(option, value);
}

/* The first of them that is no state, or the whole. */
static void refuse_states(const struct option *option, const char *value) {
    char name[PIECE], code[4];
    for (const char *at = value; *at; at += *at == ',') {
        at = cut_piece(at, name);
        if (!take_state(name, code)) {
            refuse_state(option, name);
            return;
        }
    }
    refuse_value(option, value);
}

static void refuse_topic(const struct option *option, const char *value) {
    const struct veto_topic *nearest = veto_topic_nearest(value);
    if (nearest)
        complain("option '--%s' cannot be '%s'; did you mean '%s'?", option->name, value,
                 nearest->id);
    else
        refuse_value(option, value);
}

/* ---- the table ---- */

#define FOR_MEETINGS (FOR_PLAY | FOR_RUN | FOR_HANDOUT)
#define FOR_MODELS   (FOR_ODDS | FOR_WHATIF | FOR_FLIPS | FOR_SWEEP)
#define FOR_FIGURES  (FOR_POWER | FOR_HISTORY)
#define FOR_TABLES   (FOR_LESSON | FOR_WHO | FOR_HELP)
#define FOR_REPORTS  (FOR_RUN | FOR_MODELS | FOR_FIGURES | FOR_TABLES)
#define FOR_ALL      (~0U)

/* What a row sets, by what it takes. */
#define AT(name)              offsetof(struct settings, name)
#define FLAG(name)            .type = OPTION_FLAG, .field = AT(name)
#define SETS(name, value)     .type = OPTION_SETS, .field = AT(name), .least = (value)
#define TEXT(name)            .type = OPTION_TEXT, .field = AT(name)
#define COUNT(name, from, to) .type = OPTION_COUNT, .field = AT(name), .least = (from), .most = (to)
#define NUMBER(name, from, to)                                                                     \
    .type = OPTION_NUMBER, .field = AT(name), .least = (from), .most = (to)
#define WORD(name, list, first)                                                                    \
    .type = OPTION_WORD, .field = AT(name), .words = (list), .least = (first)
#define OWN(function) .type = OPTION_OWN, .take = (function)

static const char *const methods[] = {"exact", "monte-carlo", NULL};
static const char *const outcomes[] = {"adopted", "vetoed", "failed", NULL};
static const char *const periods[] = {"decade", "year", NULL};
static const char *const orders[] = {"dmy", "mdy", "ymd", NULL};
static const char *const sheets[] = {"class", "teacher", "roles", "board", NULL};
static const char *const paces[] = {"off", "fast", "steady", "slow", NULL};
static const char *const colors[] = {"auto", "always", "never", NULL};

const struct option option_table[] = {
    {"set", "PATH=VALUE", FOR_MEETINGS | FOR_MODELS | FOR_CHECK | FOR_POWER,
     "change a value of the scenario; may be repeated", OWN(take_set)},
    {"mode", "MODE", FOR_MEETINGS | FOR_WHATIF | FOR_FLIPS,
     "how they vote: expected (the default), recorded or sampled", "expected, recorded or sampled",
     WORD(mode, mode_words, VETO_EXPECTED)},
    {"seed", "N", FOR_MEETINGS | FOR_MODELS, "which draw, where chance has a say; 1 if not given",
     "a whole number from 0 to 9223372036854775807", OWN(take_seed)},
    {"method", "METHOD", FOR_ODDS | FOR_SWEEP,
     "exact (the default, where it can be) or monte-carlo", "exact or monte-carlo",
     WORD(method, methods, VETO_SWEEP_EXACT)},
    {"given", "BALLOTS", FOR_ODDS, "USA=no,RUS=abstain: of a draft with kinds, known ballots",
     TEXT(known)},
    {"trials", "N", FOR_ODDS | FOR_SWEEP, "Monte Carlo: at most so many; a million if not given",
     "a whole number from 1 to 1099511627776", COUNT(trials, 1, 0x1p40)},
    {"precision", "P", FOR_ODDS, "Monte Carlo: until no 95% interval is wider than 2 P",
     "a number from 0.000001 to 0.5", NUMBER(precision, 1e-6, 0.5)},
    {"vary", "PATH=VALUES", FOR_SWEEP, "FROM:TO:STEP or A,B,C; may be repeated",
     "PATH=FROM:TO:STEP or PATH=A,B,C", OWN(take_vary)},
    {"chart", NULL, FOR_SWEEP, "draw lines, or for two paths maps", FLAG(chart)},
    {"max-points", "N", FOR_SWEEP, "allow so many points; a million if not given",
     "a whole number from 1 to 4294967295", COUNT(max_points, 1, UINT32_MAX)},
    {"threads", "N", FOR_ODDS | FOR_SWEEP, "so many threads; the result does not depend on them",
     "a whole number from 1 to 64", COUNT(threads, 1, 64)},
    {"keys", "FILE", FOR_PLAY, "press the keys that a file names, without a terminal", TEXT(keys)},
    {"size", "COLSxROWS", FOR_PLAY, "of the screen that --keys plays on; 80x24 if not given",
     "two numbers from 1 to 1000, as in 80x24", OWN(take_size)},
    {"screens", "DIR", FOR_PLAY, "with --keys: write the screen after each key there",
     TEXT(screens)},
    {"blind", NULL, FOR_PLAY, "hide what gives a vote away until its result: the default",
     SETS(hiding, HIDING_ALWAYS)},
    {"open", NULL, FOR_PLAY, "hide nothing: odds and leanings show", SETS(hiding, HIDING_NEVER)},
    {"pace", "PACE", FOR_PLAY, "how fast the roll is called: off, fast, steady or slow",
     "off, fast, steady or slow", WORD(pace, paces, PACE_OFF)},
    {"no-mouse", NULL, FOR_PLAY, "leave the mouse to the terminal, to mark text with",
     FLAG(no_mouse)},
    {"sheet", "NAME", FOR_HANDOUT, "class, teacher, roles or board",
     "class, teacher, roles or board", WORD(sheet, sheets, SHEET_CLASS)},
    {"why", NULL, FOR_RUN, "give the reasons of every ballot", FLAG(why)},
    {"in", "SCENARIO", FOR_POWER, "the chance that each member decides each draft of it", TEXT(in)},
    {"exact", NULL, FOR_POWER, "write fractions", FLAG(exact)},
    {"bars", NULL, FOR_POWER, "draw bars", FLAG(bars)},
    {"year", "YEARS", FOR_HISTORY, "votes of a year, or of 1950-1960",
     "a year, or two as in 1950-1960", OWN(take_year)},
    {"member", "STATE", FOR_HISTORY, "votes with a ballot of this state",
     "the code or name of a state of the Council", OWN(take_member), .refuse = refuse_state},
    {"ballot", "BALLOT", FOR_HISTORY, "cast by --member, or by anyone",
     "yes, no, abstain, not_participating or absent",
     WORD(filter.ballot, ballot_words, 1 + VETO_YES)},
    {"outcome", "OUTCOME", FOR_HISTORY, "adopted, vetoed or failed", "adopted, vetoed or failed",
     WORD(filter.outcome, outcomes, 1 + VETO_ADOPTED)},
    {"vetoed-by", "STATE", FOR_HISTORY, "what this permanent member vetoed",
     "the code or name of a permanent member, which alone can veto", OWN(take_vetoed_by),
     .refuse = refuse_state},
    {"topic", "TOPIC", FOR_HISTORY, "votes on this topic: 'topics' lists them; of the draft",
     "one of those that 'veto history FILE topics' lists", OWN(take_topic), .refuse = refuse_topic},
    {"text", "WORD", FOR_HISTORY, "with this in the title or a symbol; or a name, a day",
     TEXT(filter.text)},
    {"by", "PERIOD", FOR_HISTORY, "chart: by year or by decade", "year or decade",
     WORD(by, periods, 1 + VETO_BY_DECADE)},
    {"members", "STATES", FOR_HISTORY, "chart: who voted alike; the permanent members if not given",
     "two or more states of the Council, each once, as in USA,CHN,India", OWN(take_members),
     .refuse = refuse_states},
    {"problems", NULL, FOR_HISTORY, "check: every problem in the data, not only its causes",
     FLAG(problems)},
    {"date", "DATE", FOR_HISTORY, "the day, where votes share a symbol; expect: of the draft",
     "a day as in 2016-10-08", OWN(take_date)},
    {"before", "DATE", FOR_HISTORY, "expect: use only votes before this day",
     "a day as in 2016-10-08", OWN(take_before)},
    {"like", "NAME", FOR_HISTORY, "expect: a vote that the draft is like", TEXT(like)},
    {"given", "BALLOTS", FOR_HISTORY, "expect: ballots that are known, as in USA=no,RUS=abstain",
     "ballots of members, each once: yes, no or abstain, as in USA=no,RUS=abstain",
     OWN(take_given)},
    {"contested", NULL, FOR_HISTORY, "expect: by votes with somebody against or abstaining",
     FLAG(contested)},
    {"resamples", "N", FOR_HISTORY, "expect: records drawn for intervals; 200 if not given",
     "a whole number from 0 to 10000", COUNT(resamples, 0, 10000)},
    {"from", "YEAR", FOR_HISTORY, "calibrate: from this year; 1990 if not given",
     "a year from 1946 to 2027", COUNT(first_year, VETO_ROSTER_FIRST, VETO_ROSTER_LAST)},
    {"to", "YEAR", FOR_HISTORY, "calibrate: to this year; the last one if not given",
     "a year from 1946 to 2027", COUNT(last_year, VETO_ROSTER_FIRST, VETO_ROSTER_LAST)},
    {"date", "DATE", FOR_NEW, "the day of the meeting, as in 2027-03-15", "a day as in 2016-10-08",
     OWN(take_date)},
    {"drafts", "N", FOR_NEW, "so many drafts; one if not given", "a whole number from 1 to 32",
     COUNT(drafts, 1, VETO_MAX_DRAFTS)},
    {"dates", "ORDER", FOR_HISTORY, "how dates as 05/06/2016 are meant: dmy, mdy or ymd",
     "dmy, mdy or ymd", WORD(dates, orders, VETO_DATES_DMY)},
    {"row", "N", FOR_HISTORY, "where NAME finds several votes, that of this row",
     "the number of a row of the file, from 2", COUNT(row, 2, UINT32_MAX)},
    {"print", NULL, FOR_HISTORY, "replay: as text, on a terminal too", FLAG(print)},
    {"source", "NAME", FOR_LIST, "write the file of a scenario that ships", TEXT(source)},
    {"schema", NULL, FOR_LIST, "write the format of scenarios as JSON Schema", FLAG(schema)},
    {"json", NULL, FOR_REPORTS | FOR_CHECK | FOR_LIST, "write JSON", SETS(format, REPORT_JSON)},
    {"yaml", NULL, FOR_WHATIF, "write the changed scenario instead", FLAG(yaml)},
    {"yaml", NULL, FOR_HISTORY, "expect: write a scenario to play instead", FLAG(yaml)},
    {"csv", NULL, FOR_REPORTS, "write tables as CSV", SETS(format, REPORT_CSV)},
    {"html", NULL, FOR_REPORTS | FOR_HANDOUT, "write a page of HTML, to print or to share",
     SETS(format, REPORT_HTML)},
    {"markdown", NULL, FOR_REPORTS | FOR_HANDOUT, "write Markdown", SETS(format, REPORT_MARKDOWN)},
    {"output", "FILE", FOR_REPORTS | FOR_HANDOUT | FOR_NEW,
     "write to this file, whole or not at all", "the name of a file", OWN(take_output)},
    {"color", "WHEN", FOR_PLAY | FOR_RUN | FOR_MODELS | FOR_FIGURES | FOR_CHECK,
     "auto (the default), always or never", "auto, always or never",
     WORD(color, colors, COLOR_AUTO)},
    {"help", NULL, FOR_ALL, "show this help", FLAG(help)},
    {"version", NULL, FOR_ALL, "show the version", FLAG(version)},
};
const size_t option_count =
    sizeof option_table / sizeof *option_table *
    sizeof(char[sizeof option_table / sizeof *option_table <= OPTIONS_MOST ? 1 : -1]);

/* ---- what an option sets ---- */

static bool store(const struct option *option, struct settings *settings, const char *value) {
    void *field = (char *)settings + option->field;
    uint64_t count;
    switch (option->type) {
    case OPTION_FLAG:
        return *(bool *)field = true;
    case OPTION_SETS:
        *(int *)field = (int)option->least;
        return true;
    case OPTION_TEXT:
        *(const char **)field = value;
        return true;
    case OPTION_COUNT:
        if (!number_parse_u64(value, &count))
            return false;
        *(uint64_t *)field = count;
        return (double)count >= option->least && (double)count <= option->most;
    case OPTION_NUMBER:
        return number_parse(value, field) && *(double *)field >= option->least &&
               *(double *)field <= option->most;
    case OPTION_WORD:
        for (int i = 0; option->words[i]; i++)
            if (strcmp(value, option->words[i]) == 0) {
                *(int *)field = (int)option->least + i;
                return true;
            }
        return false;
    case OPTION_OWN:
        break;
    }
    return option->take(settings, value);
}

/* ---- reading ---- */

struct reader {
    struct settings *settings;
    const char *command;
    unsigned commands;
    char **next; /* the word to read; NULL at the end */
};

static bool unknown_option(const struct reader *reader, const char *word) {
    const char *names[sizeof option_table / sizeof *option_table + 1] = {NULL};
    size_t length = strcspn(word, "="), count = 0;
    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].commands & reader->commands)
            names[count++] = option_table[i].name;
    const char *nearest = strncmp(word, "--", 2) == 0 ? text_nearest(word + 2, names) : NULL;
    if (nearest)
        complain("unknown option '%.*s'; did you mean '--%s'?", (int)length, word, nearest);
    else if (!command_find("help")) /* in a browser */
        complain("unknown option '%.*s'", (int)length, word);
    else
        complain("unknown option '%.*s'; 'veto%s%s --help' shows those there are", (int)length,
                 word, *reader->command ? " " : "", reader->command);
    return false;
}

static const struct option *find_option(const struct reader *reader, const char *word) {
    size_t length = strcspn(word, "=");
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        if (!(option->commands & reader->commands))
            continue;
        if (strncmp(word, "--", 2) == 0 && strlen(option->name) == length - 2 &&
            strncmp(word + 2, option->name, length - 2) == 0)
            return option;
        if (strcmp(word, "-h") == 0 && strcmp(option->name, "help") == 0)
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
    reader->settings->given[option - option_table] = true;
    if (store(option, reader->settings, value))
        return true;
    (option->refuse ? option->refuse : refuse_value)(option, value);
    return false;
}

bool options_read(struct settings *settings, const char *command, unsigned commands, char **words) {
    struct reader reader = {settings, command, commands, words};
    bool operands_only = false;
    settings->seed = 1;
    settings->pace = PACE_STEADY;
    settings->max_points = 1000000;
    settings->resamples = 200;
    settings->first_year = 1990;
    settings->drafts = 1;
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

bool option_is_format(const struct option *option) {
    return option->type == OPTION_SETS && option->field == AT(format);
}

bool options_gave(const struct settings *settings, const char *name) {
    for (size_t i = 0; i < option_count; i++)
        if (strcmp(option_table[i].name, name) == 0)
            return settings->given[i];
    return false;
}

bool options_clash(const struct settings *settings) {
    const char *first = NULL;
    for (size_t i = 0; i < option_count; i++) {
        if (!option_is_format(&option_table[i]) || !settings->given[i])
            continue;
        if (first)
            complain("'--%s' and '--%s' do not go together", first, option_table[i].name);
        if (first)
            return true;
        first = option_table[i].name;
    }
    return false;
}
