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

/* ---- what is still open ---- */

/* A vote of which only this is known. */
struct left {
    const struct veto_rules *rules;
    enum veto_question question;
    unsigned steps; /* that may still be taken */
};

static enum veto_outcome outcome_with(const struct left *left, veto_set in_favour,
                                      unsigned against) {
    return veto_outcome_of(left->rules, left->question, veto_set_count(in_favour), against,
                           missed_majorities(left->rules, in_favour) == 0);
}

/* Whether it can be vetoed: those in favour, `open` members that may vote in any way, and so many
 * votes against that can be vetoes. Each member in turn is in favour or, if it can, against. */
static bool can_be_vetoed(struct left *left, veto_set in_favour, veto_set open, unsigned against) {
    const struct veto_rules *rules = left->rules;
    unsigned holders = veto_set_count(open & rules->veto_holders);
    unsigned needs = rules->veto_needs > 1 ? rules->veto_needs : 1;
    unsigned missing = against < needs ? needs - against : 0;
    unsigned most = veto_set_count(in_favour | open), count = veto_set_count(in_favour);
    if (outcome_with(left, in_favour, against + holders) == VETO_VETOED)
        return true;
    bool never = missing > holders || most < rules->required + missing ||
                 (rules->override_at &&
                  (count >= rules->override_at || rules->required >= rules->override_at)) ||
                 missed_majorities(rules, in_favour | open) != 0;
    if (never || open == 0)
        return false;
    if (left->steps == 0)
        return true;
    left->steps--;
    veto_set member = open & (~open + 1);
    unsigned no = (member & rules->veto_holders) != 0;
    return can_be_vetoed(left, in_favour | member, open & ~member, against) ||
           can_be_vetoed(left, in_favour, open & ~member, against + no);
}

unsigned veto_outcomes_left(const struct veto_rules *rules, enum veto_question question,
                            const enum veto_ballot *ballots, veto_set known) {
    struct left left = {rules, question, VETO_LEFT_STEPS};
    veto_set in_favour = 0, open = 0;
    unsigned against = 0, outcomes = 0;
    for (unsigned i = 0; i < rules->members; i++) {
        if (!veto_set_has(known, i))
            open |= veto_set_of(i);
        else if (ballots[i] == VETO_YES)
            in_favour |= veto_set_of(i);
        else if (ballots[i] == VETO_NO)
            against += veto_set_has(rules->veto_holders, i);
    }
    if (outcome_with(&left, in_favour, against) == VETO_FAILED)
        outcomes |= 1U << VETO_FAILED;
    if (outcome_with(&left, in_favour | open, against) == VETO_ADOPTED)
        outcomes |= 1U << VETO_ADOPTED;
    if (question == VETO_SUBSTANTIVE && can_be_vetoed(&left, in_favour, open, against))
        outcomes |= 1U << VETO_VETOED;
    return outcomes;
}
