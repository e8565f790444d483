#include "veto/council.h"

unsigned veto_set_count(veto_set set) {
    unsigned count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

struct veto_rules veto_rules_charter(unsigned members, unsigned required, veto_set permanent) {
    return (struct veto_rules){
        .members = members, .required = required, .veto_holders = permanent, .veto_needs = 1};
}

veto_set veto_obliged(enum veto_question question, enum veto_basis basis, veto_set parties) {
    bool binds = basis == VETO_UNDER_CHAPTER_VI || basis == VETO_UNDER_ARTICLE_52_3;
    return question == VETO_SUBSTANTIVE && binds ? parties : 0;
}

/* The further majorities that these members in favour do not reach. */
static uint32_t missed_majorities(const struct veto_rules *rules, veto_set in_favour) {
    uint32_t missed = 0;
    for (unsigned i = 0; i < rules->majority_count; i++) {
        const struct veto_majority *majority = &rules->majorities[i];
        uint64_t weight = 0;
        for (unsigned member = 0; member < rules->members; member++)
            if (veto_set_has(majority->group & in_favour, member))
                weight += majority->weights ? majority->weights[member] : 1;
        if (weight < majority->needed)
            missed |= (uint32_t)1 << i;
    }
    return missed;
}

enum veto_outcome veto_outcome_of(const struct veto_rules *rules, enum veto_question question,
                                  unsigned in_favour, unsigned against, bool majorities) {
    bool overridden = rules->override_at != 0 && in_favour >= rules->override_at;
    if (in_favour < rules->required || !majorities)
        return VETO_FAILED;
    return question == VETO_SUBSTANTIVE && !overridden && against && against >= rules->veto_needs
               ? VETO_VETOED
               : VETO_ADOPTED;
}

struct veto_result veto_decide(const struct veto_rules *rules, enum veto_question question,
                               const enum veto_ballot *ballots) {
    struct veto_result result = {.required = rules->required};
    veto_set with[VETO_BALLOTS] = {0};
    for (unsigned i = 0; i < rules->members; i++) {
        result.tally[ballots[i]]++;
        with[ballots[i]] |= veto_set_of(i);
    }
    unsigned in_favour = result.tally[VETO_YES];
    veto_set against = with[VETO_NO] & rules->veto_holders;
    result.missed = missed_majorities(rules, with[VETO_YES]);
    result.outcome =
        veto_outcome_of(rules, question, in_favour, veto_set_count(against), result.missed == 0);
    if (in_favour < rules->required)
        result.short_by = rules->required - in_favour;
    if (result.outcome == VETO_VETOED)
        result.vetoed_by = against;
    else
        result.no_without_veto = against;
    return result;
}
