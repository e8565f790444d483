#include "play/rules.h"

#include "words/words.h"

enum rules_fit rules_fit(const struct veto_scenario *scenario, const struct veto_rule_set *set) {
    if (set->own_council && set->members != scenario->members_count)
        return RULES_SIZE;
    if (set->veto_holders > 0 && veto_set_count(words_permanent(scenario)) < set->veto_needs)
        return RULES_PERMANENT;
    return set->override_at > scenario->members_count ? RULES_VOTES : RULES_FIT;
}

/* Most sets leave the majority as it is; that is what the Charter's of this size says. */
static bool same_majority(const struct veto_scenario *scenario, const struct veto_rule_set *set) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    bool own = set->own_majority || set->own_council;
    for (size_t i = 0; !own && i < count; i++)
        if (sets[i].own_majority && sets[i].members == scenario->members_count)
            return scenario->rules.required == sets[i].required;
    return !own || scenario->rules.required == set->required;
}

static bool same_veto(const struct veto_scenario *scenario, const struct veto_rule_set *set) {
    const struct veto_rules *rules = &scenario->rules;
    if (set->veto_holders == 0)
        return rules->veto_holders == 0;
    bool same = set->own_council ? veto_set_count(rules->veto_holders) == set->veto_holders
                                 : rules->veto_holders == words_permanent(scenario);
    return same && rules->veto_needs == set->veto_needs && rules->override_at == set->override_at;
}

bool rules_at_hand(const struct veto_scenario *scenario, const struct veto_rule_set *set) {
    return rules_fit(scenario, set) == RULES_FIT && scenario->rules.majority_count == 0 &&
           same_majority(scenario, set) && same_veto(scenario, set);
}

int rules_selected(const struct veto_scenario *scenario, int rule_set) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    if (rule_set > 0)
        return rule_set - 1;
    for (size_t i = 0; i < count; i++)
        if (rules_at_hand(scenario, &sets[i]))
            return (int)i;
    for (size_t i = 0; i < count; i++)
        if (sets[i].own_majority && sets[i].members == scenario->members_count)
            return (int)i;
    return 0;
}
