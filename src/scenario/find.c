/* Members and drafts of a scenario by their names, and who sits where. */
#include "base/text.h"
#include "veto/scenario.h"

int veto_scenario_member(const struct veto_scenario *scenario, const char *code) {
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (text_same(scenario->members[i].code, code))
            return (int)i;
    return VETO_NONE;
}

int veto_scenario_draft(const struct veto_scenario *scenario, const char *id) {
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (text_same(scenario->drafts[i].id, id))
            return (int)i;
    return VETO_NONE;
}

void veto_scenario_seating(const struct veto_scenario *scenario, unsigned *seats) {
    unsigned first = scenario->president == VETO_NONE ? 0 : (unsigned)scenario->president;
    for (unsigned i = 0; i < scenario->members_count; i++)
        seats[i] = (first + i) % scenario->members_count;
}
