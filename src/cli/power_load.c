#include "cli/power_load.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "scenario/weights.h"
#include "veto/presets.h"

struct job {
    struct power_loaded *loaded;
    struct arena *arena;
    const char *word;
    const struct settings *settings;
    bool day; /* `word` is a year or a day */
};

static const char *power_name_of(const struct job *job) {
    return strcmp(job->word, "-") == 0 ? "standard input" : job->word;
}

/* ---- what is computed, and what is not ---- */

static void add_note(struct job *job, const char *note) {
    struct power_council *council = &job->loaded->council;
    const char **notes = arena_regrow(job->arena, council->notes, council->note_count,
                                      council->note_count + 1, sizeof *notes);
    notes[council->note_count++] = note;
    council->notes = notes;
}

static void note_left_out(struct job *job, unsigned left_out) {
    static const struct {
        unsigned part;
        const char *note;
    } notes[] = {
        {VETO_POWER_YES_NO, "Not computed: Shapley-Shubik, Banzhaf and Coleman. There are too many "
                            "kinds of coalitions to count them exactly."},
        {VETO_POWER_MINIMAL, "Not computed: Johnston, Deegan-Packel and Holler. There are too many "
                             "kinds of coalitions to look at one by one."},
        {VETO_POWER_TERNARY, "Not computed: the measures on yes, abstain and no. There are too "
                             "many kinds of profiles to count them exactly."},
    };
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (left_out & notes[i].part)
            add_note(job, notes[i].note);
}

static enum veto_status power_failed(const struct job *job, enum veto_status status,
                                     const struct veto_power_error *error) {
    if (status == VETO_SYSTEM)
        return out_of_memory();
    complain("%s: %s", power_name_of(job), error->text);
    return status;
}

static enum veto_status power_load_find(struct job *job, const struct veto_rules *rules) {
    struct power_loaded *loaded = job->loaded;
    struct veto_power_error error;
    enum veto_status status =
        veto_power_find(&loaded->power, rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error);
    if (status != VETO_OK)
        return power_failed(job, status, &error);
    loaded->council.power = loaded->power;
    note_left_out(job, loaded->power->left_out);
    return VETO_OK;
}

/* "15 members, 9 votes in favour, 5 with a veto" */
static const char *describe(struct arena *arena, const struct veto_rules *rules) {
    unsigned holders = veto_set_count(rules->veto_holders);
    char *text =
        arena_printf(arena, "%u member%s, %u vote%s in favour, %s with a veto", rules->members,
                     text_plural(rules->members), rules->required, text_plural(rules->required),
                     holders ? arena_printf(arena, "%u", holders) : "nobody");
    if (holders && rules->veto_needs > 1)
        text = arena_printf(arena, "%s, of which it takes %u", text, rules->veto_needs);
    if (holders && rules->override_at)
        text = arena_printf(arena, "%s, which %u vote%s in favour override%s", text,
                            rules->override_at, text_plural(rules->override_at),
                            rules->override_at == 1 ? "s" : "");
    if (rules->majority_count)
        text = arena_printf(arena, "%s, %u further %s", text, rules->majority_count,
                            rules->majority_count == 1 ? "majority" : "majorities");
    return text;
}

/* ---- a preset ---- */

static void seat_preset(struct job *job, const struct veto_rule_set *set) {
    struct power_member *members = arena_array(job->arena, struct power_member, set->members);
    for (unsigned i = 0; i < set->members; i++) {
        bool permanent = i < set->permanent;
        members[i].id = arena_printf(job->arena, permanent ? "permanent-%u" : "elected-%u",
                                     permanent ? i + 1 : i + 1 - set->permanent);
        members[i].name = members[i].id;
        members[i].permanent = permanent;
        members[i].veto = i < set->veto_holders;
    }
    job->loaded->council.count = set->members;
    job->loaded->council.members = members;
}

static enum veto_status load_preset(struct job *job, const struct veto_rule_set *set) {
    struct veto_rules rules = veto_rule_set_council(set);
    seat_preset(job, set);
    job->loaded->council.title = set->title;
    if (!set->majority_stated)
        job->loaded->council.title =
            arena_printf(job->arena,
                         "%s (%u votes: its source names no majority, and this is the share of "
                         "nine in fifteen)",
                         set->title, set->required);
    return power_load_find(job, &rules);
}

/* ---- a scenario, or the Council of a day ---- */

static void seat_scenario(struct job *job, const struct veto_scenario *scenario) {
    unsigned count = scenario->members_count;
    struct power_member *members = arena_array(job->arena, struct power_member, count);
    for (unsigned i = 0; i < count; i++)
        members[i] = (struct power_member){
            arena_copy(job->arena, scenario->members[i].code, strlen(scenario->members[i].code)),
            arena_copy(job->arena, scenario->members[i].name, strlen(scenario->members[i].name)),
            scenario->members[i].permanent, veto_set_has(scenario->rules.veto_holders, i)};
    job->loaded->council.count = count;
    job->loaded->council.members = members;
}

/* The overrides of the command line, and before them what a file of rules need not say. */
static enum veto_status load_council(struct job *job, const struct veto_text *text,
                                     const struct rules_keys *keys) {
    const struct settings *settings = job->settings;
    size_t count = 0;
    const char **overrides = arena_array(job->arena, const char *, settings->override_count + 2);
    if (keys->read && !keys->title)
        overrides[count++] = "title=Rules";
    if (keys->read && !keys->drafts)
        overrides[count++] = "drafts.any.title=Any draft";
    for (size_t i = 0; i < settings->override_count; i++)
        overrides[count++] = settings->overrides[i];
    struct power_loaded *loaded = job->loaded;
    enum veto_status status =
        load_scenario_text(&loaded->scenario, text, overrides, count, settings);
    if (status != VETO_OK)
        return status;
    loaded->changeable = true;
    loaded->has_drafts = !job->day && keys->drafts;
    seat_scenario(job, loaded->scenario);
    loaded->council.title = arena_printf(job->arena, "%s (%s)", loaded->scenario->title,
                                         describe(job->arena, &loaded->scenario->rules));
    return power_load_find(job, &loaded->scenario->rules);
}

/* ---- a weighted game ---- */

static void seat_weights(struct job *job, const struct weights *weights) {
    struct power_member *members = arena_array(job->arena, struct power_member, weights->count);
    for (unsigned i = 0; i < weights->count; i++) {
        members[i].id = arena_copy(job->arena, weights->ids[i], strlen(weights->ids[i]));
        members[i].name = members[i].id;
    }
    job->loaded->council.count = weights->count;
    job->loaded->council.members = members;
    job->loaded->council.title =
        arena_printf(job->arena, "%s (%u member%s, quota %llu)",
                     weights->title ? weights->title : "a weighted game", weights->count,
                     text_plural(weights->count), (unsigned long long)weights->quota);
}

/* As rules of the Council, all measures can be had, where there are not too many members. A weight
 * above the quota counts for no more than the quota. */
static enum veto_status find_as_rules(struct job *job, const struct weights *weights) {
    uint32_t capped[VETO_MAX_MEMBERS];
    struct veto_power_error error;
    if (weights->count > VETO_MAX_MEMBERS || weights->quota > UINT32_MAX)
        return VETO_INPUT;
    for (unsigned i = 0; i < weights->count; i++)
        capped[i] =
            (uint32_t)(weights->weights[i] < weights->quota ? weights->weights[i] : weights->quota);
    struct veto_majority majority = {.group = ~(veto_set)0 >> (VETO_MAX_MEMBERS - weights->count),
                                     .weights = capped,
                                     .needed = weights->quota};
    struct veto_rules rules = {
        .members = weights->count, .veto_needs = 1, .majorities = &majority, .majority_count = 1};
    enum veto_status status =
        veto_power_find(&job->loaded->power, &rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error);
    if (status == VETO_OK)
        job->loaded->council.power = job->loaded->power;
    return status;
}

static enum veto_status find_weighted(struct job *job, const struct weights *weights) {
    struct power_loaded *loaded = job->loaded;
    struct veto_weighted_game game = {weights->count, weights->weights, weights->quota};
    struct veto_power_error error;
    enum veto_status status = veto_power_weighted(&loaded->weighted, &game, true, &error);
    if (status != VETO_OK)
        return power_failed(job, status, &error);
    loaded->council.weighted = loaded->weighted;
    add_note(job, arena_printf(job->arena,
                               "Shapley-Shubik is rounded: no number is off by more than %.2g of "
                               "itself, and it has no fraction.",
                               loaded->weighted->error));
    return VETO_OK;
}

static enum veto_status find_game(struct job *job, const struct weights *weights) {
    enum veto_status status = find_as_rules(job, weights);
    const struct veto_power *power = job->loaded->power;
    if (status == VETO_SYSTEM)
        return out_of_memory();
    seat_weights(job, weights);
    if (power && !(power->left_out & VETO_POWER_YES_NO)) {
        note_left_out(job, power->left_out);
        return VETO_OK;
    }
    if ((status = find_weighted(job, weights)) != VETO_OK)
        return status;
    if (weights->count > VETO_MAX_MEMBERS)
        add_note(job, arena_printf(job->arena,
                                   "Not computed: Johnston, Deegan-Packel, Holler and the measures "
                                   "on yes, abstain and no. They are for up to %d members.",
                                   VETO_MAX_MEMBERS));
    else
        note_left_out(job, power ? power->left_out & ~(unsigned)VETO_POWER_YES_NO
                                 : VETO_POWER_MINIMAL | VETO_POWER_TERNARY);
    return VETO_OK;
}

static enum veto_status load_weights(struct job *job, const struct veto_text *text) {
    struct weights weights;
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? weights_load(&weights, list, text) : VETO_SYSTEM;
    /* kept by `loaded`, lest running out of memory on the way lose it */
    if (list)
        job->loaded->game = weights.arena;
    close_mistakes(list, status, job->settings);
    return status == VETO_OK ? find_game(job, &weights) : status;
}

/* ---- which of them ---- */

static enum veto_status load_file(struct job *job) {
    struct given *given = &job->loaded->given;
    struct rules_keys keys;
    enum veto_status status = given_open(given, job->word, job->settings);
    if (status != VETO_OK)
        return status;
    job->settings = &given->settings;
    if (rules_keys_find(&keys, &given->text) == VETO_SYSTEM)
        return out_of_memory();
    return keys.weights ? load_weights(job, &given->text) : load_council(job, &given->text, &keys);
}

/* A year or a day: the Council as it sat then, as a scenario that says nothing else. */
static enum veto_status load_day(struct job *job, struct veto_date date) {
    static const struct rules_keys whole = {.title = true, .drafts = true, .read = true};
    struct veto_composition composition;
    if (!veto_composition_of(date, &composition)) {
        complain("no composition of the Council is known for %s: the years are %d to %d", job->word,
                 VETO_ROSTER_FIRST, VETO_ROSTER_LAST);
        return VETO_INPUT;
    }
    const char *bytes = arena_printf(job->arena,
                                     "veto: 1\ntitle: The Council of %s\n"
                                     "council: {composition: %s}\ndrafts: {any: {title: Any}}\n",
                                     job->word, job->word);
    struct veto_text text = {job->word, bytes, strlen(bytes)};
    job->day = true;
    return load_council(job, &text, &whole);
}

static enum veto_status no_such_rules(const char *word) {
    const char *nearest = rules_nearest(word);
    if (!nearest && shipped_nearest(word))
        return no_such_scenario(word);
    if (nearest)
        complain("no rules '%s'; did you mean '%s'? 'veto power --help' shows the rules by name",
                 word, nearest);
    else
        complain("no rules, no day, no scenario and no file '%s'; 'veto power --help' shows the "
                 "rules by name, 'veto list' the scenarios",
                 word);
    return VETO_INPUT;
}

enum veto_status power_load(struct power_loaded *loaded, struct arena *arena, const char *word,
                            const struct settings *settings) {
    struct job job = {loaded, arena, word, settings, false};
    struct veto_date date;
    loaded->council.name = arena_printf(arena, "%s", power_name_of(&job));
    const struct veto_rule_set *set = veto_rule_set_find(word);
    if (set)
        return load_preset(&job, set);
    if (day_or_year(word, &date))
        return load_day(&job, date);
    return given_may(word) ? load_file(&job) : no_such_rules(word);
}

void power_unload(struct power_loaded *loaded) {
    veto_power_free(loaded->power);
    veto_weighted_power_free(loaded->weighted);
    veto_scenario_free(loaded->scenario);
    given_close(&loaded->given);
    arena_free(&loaded->game);
}
