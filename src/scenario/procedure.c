/* Members and drafts of a scenario by their names, who sits where, and what follows from how its
 * votes have gone so far. */
#include "base/text.h"
#include "veto/scenario.h"

int veto_scenario_member(const struct veto_scenario *scenario, const char *code) {
    return text_named(code, scenario->members, scenario->members_count, sizeof *scenario->members);
}

int veto_scenario_draft(const struct veto_scenario *scenario, const char *id) {
    return text_named(id, scenario->drafts, scenario->draft_count, sizeof *scenario->drafts);
}

void veto_scenario_seating(const struct veto_scenario *scenario, unsigned *seats) {
    unsigned first = scenario->president == VETO_NONE ? 0 : (unsigned)scenario->president;
    for (unsigned i = 0; i < scenario->members_count; i++)
        seats[i] = (first + i) % scenario->members_count;
}

const char *veto_bearing_word(enum veto_bearing bearing) {
    static const char *const words[VETO_BEARINGS] = {
        [VETO_PRELIMINARY] = "decides", [VETO_AMENDMENT] = "amends", [VETO_PART] = "part_of"};
    return words[bearing];
}

enum veto_question veto_scenario_question(const struct veto_scenario *scenario,
                                          const enum veto_outcome *outcomes, int draft) {
    const struct veto_draft *on = &scenario->drafts[draft];
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft *before = &scenario->drafts[i];
        if (before->bearing == VETO_PRELIMINARY && before->upon == draft &&
            outcomes[i] != VETO_NOT_PUT)
            return outcomes[i] == VETO_ADOPTED ? VETO_PROCEDURAL : VETO_SUBSTANTIVE;
    }
    if (on->bearing == VETO_AMENDMENT || on->bearing == VETO_PART)
        return veto_scenario_question(scenario, outcomes, on->upon);
    return on->question;
}

const double *veto_scenario_changes(const struct veto_scenario *scenario, int draft,
                                    enum veto_outcome outcome) {
    const struct veto_draft *on = &scenario->drafts[draft];
    bool adopted = outcome == VETO_ADOPTED;
    bool fallen = outcome == VETO_FAILED || outcome == VETO_VETOED;
    bool changed =
        (on->bearing == VETO_AMENDMENT && adopted) || (on->bearing == VETO_PART && fallen);
    return changed ? on->changes : NULL;
}

veto_set veto_scenario_obliged(const struct veto_scenario *scenario, int draft,
                               enum veto_question question) {
    const struct veto_draft *on = &scenario->drafts[draft];
    return scenario->obligatory_abstention == VETO_ABSTENTION_OFF
               ? 0
               : veto_obliged(question, on->basis, on->parties);
}
