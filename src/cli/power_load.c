#include "cli/power_load.h"

#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/shipped.h"
#include "veto/presets.h"

/* ---- what is computed, and what is not ---- */

static void add_note(struct power_loaded *loaded, const char *note) {
    struct power_council *council = &loaded->council;
    const char **notes = arena_regrow(loaded->arena, council->notes, council->note_count,
                                      council->note_count + 1, sizeof *notes);
    notes[council->note_count++] = note;
    council->notes = notes;
}

static void note_left_out(struct power_loaded *loaded, unsigned left_out) {
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
            add_note(loaded, notes[i].note);
}

static enum veto_status power_failed(const struct power_loaded *loaded, enum veto_status status,
                                     const struct veto_power_error *error) {
    if (status == VETO_SYSTEM)
        return out_of_memory();
    complain("%s: %s", loaded->council.name, error->text);
    return status;
}

static enum veto_status power_load_find(struct power_loaded *loaded,
                                        const struct veto_rules *rules) {
    struct veto_power_error error;
    enum veto_status status =
        veto_power_find(&loaded->power, rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error);
    if (status != VETO_OK)
        return power_failed(loaded, status, &error);
    loaded->council.power = loaded->power;
    note_left_out(loaded, loaded->power->left_out);
    return VETO_OK;
}

/* Room for so many members. */
static struct power_member *seat_members(struct power_loaded *loaded, unsigned count) {
    struct power_member *members = arena_array(loaded->arena, struct power_member, count);
    loaded->council.count = count;
    loaded->council.members = members;
    return members;
}

/* ---- a preset ---- */

static enum veto_status load_preset(struct power_loaded *loaded, const struct veto_rule_set *set) {
    struct veto_rules rules = veto_rule_set_council(set);
    struct power_member *members = seat_members(loaded, set->members);
    for (unsigned i = 0; i < set->members; i++) {
        bool permanent = i < set->permanent;
        const char *id = arena_printf(loaded->arena, permanent ? "permanent-%u" : "elected-%u",
                                      permanent ? i + 1 : i + 1 - set->permanent);
        members[i] = (struct power_member){id, id, permanent, i < set->veto_holders};
    }
    loaded->council.title = set->title;
    if (!set->majority_stated)
        loaded->council.title =
            arena_printf(loaded->arena,
                         "%s (%u votes: its source names no majority, and this is the share of "
                         "nine in fifteen)",
                         set->title, set->required);
    return power_load_find(loaded, &rules);
}

/* ---- a scenario, or the Council of a day ---- */

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

static void seat_scenario(struct power_loaded *loaded) {
    const struct veto_scenario *scenario = loaded->scenario;
    struct power_member *members = seat_members(loaded, scenario->members_count);
    for (unsigned i = 0; i < scenario->members_count; i++)
        members[i] = (struct power_member){scenario->members[i].code, scenario->members[i].name,
                                           scenario->members[i].permanent,
                                           veto_set_has(scenario->rules.veto_holders, i)};
    loaded->council.title = arena_printf(loaded->arena, "%s (%s)", scenario->title,
                                         describe(loaded->arena, &scenario->rules));
}

/* The overrides of the command line, and before them what a file of rules need not say. */
static enum veto_status load_council(struct power_loaded *loaded, const struct veto_text *text,
                                     const struct rules_keys *keys) {
    const struct settings *settings = loaded->settings;
    size_t count = 0;
    const char **overrides = arena_array(loaded->arena, const char *, settings->override_count + 2);
    if (keys->read && !keys->title)
        overrides[count++] = "title=Rules";
    if (keys->read && !keys->drafts)
        overrides[count++] = "drafts.any.title=Any draft";
    for (size_t i = 0; i < settings->override_count; i++)
        overrides[count++] = settings->overrides[i];
    enum veto_status status = load_scenario(&loaded->scenario, text, overrides, count, settings);
    if (status != VETO_OK)
        return status;
    const struct session *session = loaded->given.session;
    loaded->changeable = true;
    loaded->has_drafts = keys->drafts;
    loaded->council.said = (struct power_said){
        .set = settings->overrides,
        .set_count = session ? session->set_count + session->change_count : 0,
        .hypothetical = loaded->scenario->hypothetical,
    };
    seat_scenario(loaded);
    return power_load_find(loaded, &loaded->scenario->rules);
}

/* ---- a weighted game ---- */

static void seat_weights(struct power_loaded *loaded) {
    const struct weights *weights = &loaded->weights;
    struct power_member *members = seat_members(loaded, weights->count);
    for (unsigned i = 0; i < weights->count; i++)
        members[i].id = members[i].name = weights->ids[i];
    loaded->council.title =
        arena_printf(loaded->arena, "%s (%u member%s, quota %llu)",
                     weights->title ? weights->title : "a weighted game", weights->count,
                     text_plural(weights->count), (unsigned long long)weights->quota);
}

/* As rules of the Council, all measures can be had, where there are not too many members. A weight
 * above the quota counts for no more than the quota. */
static enum veto_status find_as_rules(struct power_loaded *loaded) {
    const struct weights *weights = &loaded->weights;
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
        veto_power_find(&loaded->power, &rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error);
    if (status == VETO_OK)
        loaded->council.power = loaded->power;
    return status;
}

static enum veto_status find_weighted(struct power_loaded *loaded) {
    const struct weights *weights = &loaded->weights;
    struct veto_weighted_game game = {weights->count, weights->weights, weights->quota};
    struct veto_power_error error;
    enum veto_status status = veto_power_weighted(&loaded->weighted, &game, true, &error);
    if (status != VETO_OK)
        return power_failed(loaded, status, &error);
    loaded->council.weighted = loaded->weighted;
    add_note(loaded, arena_printf(loaded->arena,
                                  "Shapley-Shubik is rounded: no number is off by more than %.2g "
                                  "of itself, and it has no fraction.",
                                  loaded->weighted->error));
    return VETO_OK;
}

static enum veto_status find_game(struct power_loaded *loaded) {
    enum veto_status status = find_as_rules(loaded);
    const struct veto_power *power = loaded->power;
    if (status == VETO_SYSTEM)
        return out_of_memory();
    seat_weights(loaded);
    if (power && !(power->left_out & VETO_POWER_YES_NO)) {
        note_left_out(loaded, power->left_out);
        return VETO_OK;
    }
    if ((status = find_weighted(loaded)) != VETO_OK)
        return status;
    if (loaded->weights.count > VETO_MAX_MEMBERS)
        add_note(loaded,
                 arena_printf(loaded->arena,
                              "Not computed: Johnston, Deegan-Packel, Holler and the measures "
                              "on yes, abstain and no. They are for up to %d members.",
                              VETO_MAX_MEMBERS));
    else
        note_left_out(loaded, power ? power->left_out & ~(unsigned)VETO_POWER_YES_NO
                                    : VETO_POWER_MINIMAL | VETO_POWER_TERNARY);
    return VETO_OK;
}

/* ---- which of them ---- */

static enum veto_status load_file(struct power_loaded *loaded, const char *word) {
    struct given *given = &loaded->given;
    struct rules_keys keys;
    enum veto_status status = given_open(given, word, loaded->settings);
    if (status != VETO_OK)
        return status;
    loaded->settings = &given->settings;
    if (rules_keys_find(&keys, &given->text) == VETO_SYSTEM)
        return out_of_memory();
    if (!keys.weights)
        return load_council(loaded, &given->text, &keys);
    struct veto_diagnostics *list = veto_diagnostics_new();
    status = list ? weights_load(&loaded->weights, list, &given->text) : VETO_SYSTEM;
    close_mistakes(list, status, loaded->settings);
    return status == VETO_OK ? find_game(loaded) : status;
}

/* A year or a day: the Council as it sat then, as a scenario that says nothing else. */
static enum veto_status load_day(struct power_loaded *loaded, const char *word,
                                 struct veto_date date) {
    static const struct rules_keys whole = {.title = true, .drafts = true, .read = true};
    struct veto_composition composition;
    if (!veto_composition_of(date, &composition)) {
        complain("no composition of the Council is known for %s: the years are %d to %d", word,
                 VETO_ROSTER_FIRST, VETO_ROSTER_LAST);
        return VETO_INPUT;
    }
    const char *bytes = arena_printf(loaded->arena,
                                     "veto: 1\ntitle: The Council of %s\n"
                                     "council: {composition: %s}\ndrafts: {any: {title: Any}}\n",
                                     word, word);
    struct veto_text text = {word, bytes, strlen(bytes)};
    enum veto_status status = load_council(loaded, &text, &whole);
    loaded->has_drafts = false;
    return status;
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

enum veto_status power_load(struct power_loaded *loaded, const char *word) {
    struct veto_date date;
    const struct veto_rule_set *set = veto_rule_set_find(word);
    loaded->council.name =
        strcmp(word, "-") == 0 ? "standard input" : text_visible(loaded->arena, word, strlen(word));
    if (set)
        return load_preset(loaded, set);
    if (day_or_year(word, &date))
        return load_day(loaded, word, date);
    return loaded->in || given_may(word) ? load_file(loaded, word) : no_such_rules(word);
}

void power_unload(struct power_loaded *loaded) {
    veto_power_free(loaded->power);
    veto_weighted_power_free(loaded->weighted);
    veto_scenario_free(loaded->scenario);
    given_close(&loaded->given);
    arena_free(&loaded->weights.arena);
}
