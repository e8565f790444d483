/* Rules by name: which of them fit the Council at hand, and which are its own. */
#pragma once

#include "veto/presets.h"
#include "veto/scenario.h"

enum rules_fit {
    RULES_FIT,
    RULES_SIZE,      /* it is for a Council of another size */
    RULES_PERMANENT, /* it asks for more permanent members */
    RULES_VOTES,     /* it asks for more votes than there are members */
};

/* Of a set of its own size, the loader asks further who holds a veto. */
enum rules_fit rules_fit(const struct veto_scenario *scenario, const struct veto_rule_set *set);

/* Whether the Council decides by just these rules, by whatever name. */
bool rules_at_hand(const struct veto_scenario *scenario, const struct veto_rule_set *set);

/* The index of the set selected, by state->rule_set. */
int rules_selected(const struct veto_scenario *scenario, int rule_set);
