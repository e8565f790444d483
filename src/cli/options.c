#include "cli/options.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "cli/terminal.h"

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

static bool take_json(struct settings *settings, const char *value) {
    (void)value;
    return settings->json = true;
}

static bool take_why(struct settings *settings, const char *value) {
    (void)value;
    return settings->why = true;
}

static bool take_help(struct settings *settings, const char *value) {
    (void)value;
    return settings->help = true;
}

static bool take_version(struct settings *settings, const char *value) {
    (void)value;
    return settings->version = true;
}

#define FOR_MEETINGS (FOR_PLAY | FOR_RUN)
#define FOR_ALL      (FOR_MEETINGS | FOR_CHECK | FOR_LIST | FOR_HELP | FOR_NONE)

const struct option option_table[] = {
    {"set", 0, "PATH=VALUE", FOR_MEETINGS | FOR_CHECK, take_set, NULL,
     "change a value of the scenario; may be repeated"},
    {"mode", 0, "MODE", FOR_MEETINGS, take_mode, "expected, recorded or sampled",
     "expected (the default), recorded or sampled"},
    {"seed", 0, "N", FOR_MEETINGS, take_seed, "a whole number from 0 to 9223372036854775807",
     "the draw of mode sampled; 1 if not given"},
    {"keys", 0, "FILE", FOR_PLAY, take_keys, NULL,
     "press the keys that a file names, without a terminal"},
    {"size", 0, "COLSxROWS", FOR_PLAY, take_size, "two numbers from 1 to 1000, as in 80x24",
     "of the screen that --keys plays on; 80x24 if not given"},
    {"screens", 0, "DIR", FOR_PLAY, take_screens, NULL,
     "with --keys: write the screen after each key to a file there"},
    {"why", 0, NULL, FOR_RUN, take_why, NULL, "give the reasons of every ballot"},
    {"json", 0, NULL, FOR_RUN | FOR_LIST, take_json, NULL, "write JSON"},
    {"source", 0, "NAME", FOR_LIST, take_source, NULL, "write the file of a scenario that ships"},
    {"color", 0, "WHEN", FOR_MEETINGS | FOR_CHECK, take_color, "auto, always or never",
     "auto (the default), always or never"},
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
