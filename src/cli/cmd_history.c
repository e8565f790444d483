#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/history.h"
#include "cli/steps.h"

/* ---- which of them ---- */

/* The options by which votes are chosen. */
#define CHOICE "year", "member", "ballot", "outcome", "vetoed-by", "topic", "text"

static const struct action {
    const char *name, *about;
    history_action *run;
    const char *operand;     /* what it wants besides the file, or NULL */
    const char *example;     /* of that */
    bool optional;           /* the operand may be left out */
    bool report;             /* it takes the options of every report */
    bool chooses;            /* it works on the votes that options choose, and no others */
    const char *options[10]; /* those of the command that it takes besides; NULL at the end */
} actions[] = {
    {"list", "the votes, by the options below or by a name", history_list, "NAME", "S/2016/846",
     .optional = true, .report = true, .options = {CHOICE}},
    {"topics", "what the votes are about: topics and their words", history_topics, .report = true,
     .options = {CHOICE}},
    {"show", "one vote: the roll call, what the data and the rules say", history_show, "NAME",
     "S/2016/846", .report = true, .options = {"date", "row"}},
    {"meeting", "the votes of one meeting, in their order", history_meeting, "NAME", "S/PV.7785",
     .report = true, .options = {"date", "row"}},
    {"check", "every vote by the rules of its day; mistakes in the data", history_check,
     .report = true, .options = {"problems"}},
    {"compare", "what this file and another one say otherwise", history_compare_files, "FILE",
     "others.csv", .report = true},
    {"replay", "a vote or a meeting on screen, else as text", history_replay, "NAME", "S/2016/846",
     .report = true, .options = {"date", "row", "print"}},
    {"export", "a vote or a meeting as a scenario", history_export, "NAME", "S/2016/846",
     .options = {"date", "row", "color", "output"}},
    {"chart", "vetoes, agreement, closeness, rules; or all of these", history_chart, "CHART",
     "vetoes", .optional = true, .report = true, .chooses = true,
     .options = {CHOICE, "by", "members"}},
    {"under", "what other rules would have made of the votes", history_under, "RULES", "two-vetoes",
     .report = true, .chooses = true, .options = {CHOICE}},
    {"expect", "what the record says of a draft before it is put", history_expect, .report = true,
     .options = {"date", "before", "topic", "like", "row", "given", "contested", "resamples",
                 "yaml"}},
    {"calibrate", "how often that came true, year by year, and base rates", history_calibrate,
     .report = true, .options = {"from", "to"}},
};

enum { ACTIONS = sizeof actions / sizeof *actions, ACTION_NAME = 16 };

void history_help(FILE *out) {
    fputs("\nActions:\n", out);
    for (size_t i = 0; i < ACTIONS; i++) {
        const struct action *action = &actions[i];
        const char *operand = action->operand ? action->operand : "";
        int left = fprintf(out,
                           action->optional ? "  %s [%s]"
                           : *operand       ? "  %s %s"
                                            : "  %s%s",
                           action->name, operand);
        fprintf(out, "%*s%s\n", left < 22 ? 22 - left : 1, "", action->about);
    }
    fputs("\nNAME is the symbol of a resolution, a draft or a meeting, the number of a\n"
          "resolution, a day or a month, or a topic.\n\n"
          "list, topics, chart and under take those votes that --year, --member,\n"
          "--ballot, --outcome, --vetoed-by, --topic and --text choose.\n",
          out);
    rules_help(out, false);
}

static const struct action *find_action(const char *name) {
    for (size_t i = 0; i < ACTIONS; i++)
        if (strcmp(actions[i].name, name) == 0)
            return &actions[i];
    return NULL;
}

/* "list, show and check" */
static const char *action_names(const char *const names[ACTIONS + 1], char *list) {
    size_t used = 0;
    for (size_t i = 0; i < ACTIONS; i++)
        used += (size_t)snprintf(list + used, ACTION_NAME, "%s%s",
                                 i == 0             ? ""
                                 : i + 1 == ACTIONS ? " and "
                                                    : ", ",
                                 names[i]);
    return list;
}

static const struct action *no_action(const struct settings *settings) {
    const char *names[ACTIONS + 1] = {NULL};
    for (size_t i = 0; i < ACTIONS; i++)
        names[i] = actions[i].name;
    const char *word = settings->operand_count > 1 ? settings->operands[1] : NULL;
    const char *nearest = word ? text_nearest(word, names) : NULL;
    char list[ACTIONS * ACTION_NAME];
    if (settings->operand_count > 0 && find_action(settings->operands[0]))
        complain("the file comes first, as in 'veto history votes.csv %s'", settings->operands[0]);
    else if (!word)
        complain("'veto history' needs a file and what to do with it, as in 'veto history "
                 "votes.csv check'");
    else if (nearest)
        complain("'veto history' cannot '%s'; did you mean '%s'?", word, nearest);
    else
        complain("'veto history' cannot '%s'; it can %s", word, action_names(names, list));
    return NULL;
}

/* The first one is of how the file is read. */
static bool takes(const struct action *action, const struct option *option) {
    if (strcmp(option->name, "dates") == 0)
        return true;
    if (action->report && (option_is_format(option) || strcmp(option->name, "output") == 0 ||
                           strcmp(option->name, "color") == 0))
        return true;
    for (size_t i = 0; action->options[i]; i++)
        if (strcmp(action->options[i], option->name) == 0)
            return true;
    return false;
}

/* An option that would be passed over in silence is a mistake. */
static bool options_fit(const struct action *action, const struct settings *settings) {
    for (size_t i = 0; i < option_count; i++) {
        if (!settings->given[i] || takes(action, &option_table[i]))
            continue;
        complain("'veto history FILE %s' has no option '--%s'; see 'veto history --help'",
                 action->name, option_table[i].name);
        return false;
    }
    return true;
}

static const struct action *choose_action(const struct settings *settings) {
    size_t count = settings->operand_count;
    const struct action *action = count > 1 ? find_action(settings->operands[1]) : NULL;
    if (!action)
        return no_action(settings);
    if (action->operand && !action->optional && count < 3) {
        complain("'veto history FILE %s' needs %s, as in 'veto history votes.csv %s %s'",
                 action->name,
                 strcmp(action->operand, "RULES") == 0  ? "rules"
                 : strcmp(action->operand, "FILE") == 0 ? "another file"
                                                        : "a symbol",
                 action->name, action->example);
        return NULL;
    }
    if (count > (action->operand ? 3U : 2U)) {
        complain("'veto history FILE %s' takes %s, not %zu; see 'veto history --help'",
                 action->name, action->operand ? "one operand" : "no operands", count - 2);
        return NULL;
    }
    return options_fit(action, settings) ? action : NULL;
}

/* ---- running it ---- */

/* On the votes that the options choose, and on those that are not usable, which are counted as left
 * out. */
static enum veto_status run_on_chosen(const struct action *action, struct record *record) {
    const struct veto_history *all = record->history;
    struct veto_history_vote *votes = malloc((all->count + 1) * sizeof *votes);
    struct veto_history chosen = *all;
    if (!votes)
        return out_of_memory();
    chosen.votes = votes;
    chosen.count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (veto_history_matches(&all->votes[i], &record->settings->filter) ||
            !veto_history_usable(&all->votes[i]))
            votes[chosen.count++] = all->votes[i];
    record->history = &chosen;
    enum veto_status status = action->run(record);
    free(votes);
    return status;
}

enum veto_status cmd_history(const struct settings *settings) {
    const struct action *action = choose_action(settings);
    struct record record = {NULL, settings,
                            settings->operand_count > 2 ? settings->operands[2] : NULL};
    struct veto_history *history = NULL;
    if (!action)
        return VETO_USAGE;
    if ((action->run == history_under && !history_rules_are(&record)) ||
        (action->run == history_chart && !history_chart_is(&record)))
        return VETO_USAGE;
    /* where options choose, what is not usable is left out, and that said */
    bool leaves_out = action->options[0] && strcmp(action->options[0], "year") == 0;
    enum veto_status status = load_history(&history, settings->operands[0], settings, leaves_out);
    record.history = history;
    if (status == VETO_OK)
        status = action->chooses ? run_on_chosen(action, &record) : action->run(&record);
    veto_history_free(history);
    return status;
}
