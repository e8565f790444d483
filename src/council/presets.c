#include "veto/presets.h"

#include "base/text.h"

/* Members, votes in favour that are required, permanent members, and those that hold a veto. */
#define SEATS(all, votes, lasting, holding)                                                        \
    .members = (all), .required = (votes), .permanent = (lasting), .veto_holders = (holding)

static const struct veto_rule_set rule_sets[] = {
    {
        .name = "charter-1945",
        .title = "seven votes in favour, each permanent member with a veto",
        .source = "Charter, Article 27, as signed in 1945 and applied until 31 December 1965",
        SEATS(11, 7, 5, 5),
        .veto_needs = 1,
        .majority_stated = true,
        .own_majority = true,
    },
    {
        .name = "charter-1965",
        .title = "nine votes in favour, each permanent member with a veto",
        .source = "Charter, Article 27, as amended by General Assembly resolution 1991 A (XVIII)",
        SEATS(15, 9, 5, 5),
        .veto_needs = 1,
        .majority_stated = true,
        .own_majority = true,
    },
    {
        .name = "no-veto",
        .title = "the majority alone decides",
        .source = "a thought experiment: Article 27 (2) applied to every question",
        SEATS(15, 9, 5, 0),
        .veto_needs = 1,
        .majority_stated = true,
    },
    {
        .name = "two-vetoes",
        .title = "two negative votes of permanent members make a veto",
        .source = "a thought experiment on Article 27 (3)",
        SEATS(15, 9, 5, 5),
        .veto_needs = 2,
        .majority_stated = true,
    },
    {
        /* Thirteen votes as they stand. The Council of eleven never had so many, so before 1966
         * this is the Charter: a share would be a number that nobody proposed. */
        .name = "override-13",
        .title = "thirteen votes in favour override a veto",
        .source = "a thought experiment on Article 27 (3)",
        SEATS(15, 9, 5, 5),
        .veto_needs = 1,
        .override_at = 13,
        .majority_stated = true,
    },
    {
        /* Six new permanent and four new elected members. The new permanent members do not use the
         * veto until a review fifteen years on has decided about it. */
        .name = "g4",
        .title = "25 members, 14 votes; six new permanent members without a veto",
        .source = "A/59/L.64, 6 July 2005, by Brazil, Germany, India, Japan and others",
        SEATS(25, 14, 11, 5),
        .veto_needs = 1,
        .majority_stated = true,
        .own_council = true,
    },
    {
        /* Six new permanent members with all prerogatives of the present ones, the veto included,
         * and five new elected members. */
        .name = "african-union",
        .title = "26 members; six new permanent members with a veto",
        .source = "A/59/L.67, July 2005, by the African Group",
        SEATS(26, 16, 11, 11),
        .veto_needs = 1,
        .own_council = true,
    },
    {
        .name = "ufc",
        .title = "25 members, 15 votes; twenty of them elected",
        .source = "A/59/L.68, July 2005, by the group Uniting for Consensus",
        SEATS(25, 15, 5, 5),
        .veto_needs = 1,
        .majority_stated = true,
        .own_council = true,
    },
};

enum { RULE_SETS = sizeof rule_sets / sizeof *rule_sets };

const struct veto_rule_set *veto_rule_sets(size_t *count) {
    *count = RULE_SETS;
    return rule_sets;
}

const struct veto_rule_set *veto_rule_set_find(const char *name) {
    int found = text_named(name, rule_sets, RULE_SETS, sizeof *rule_sets);
    return found >= 0 ? &rule_sets[found] : NULL;
}

static struct veto_rules make(const struct veto_rule_set *set, unsigned members, unsigned required,
                              veto_set holders) {
    struct veto_rules rules = veto_rules_charter(members, required, holders);
    rules.veto_needs = set->veto_needs;
    rules.override_at = set->override_at;
    return rules;
}

bool veto_rule_set_apply(const struct veto_rule_set *set,
                         const struct veto_composition *composition, struct veto_rules *rules) {
    if (set->own_council)
        return false;
    veto_set holders = 0;
    for (unsigned i = 0; set->veto_holders > 0 && i < composition->count; i++)
        if (composition->seats[i].permanent)
            holders |= veto_set_of(i);
    *rules = make(set, composition->count,
                  set->own_majority ? set->required : composition->required, holders);
    return true;
}

struct veto_rules veto_rule_set_council(const struct veto_rule_set *set) {
    return make(set, set->members, set->required, veto_set_of(set->veto_holders) - 1);
}
