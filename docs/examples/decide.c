/* A vote of the Council, decided by Article 27: draft S/2016/847 on Aleppo, 8 October 2016. */
#include <stdio.h>
#include <string.h>
#include <veto/roster.h>

static enum veto_ballot ballot_of(const char *code) {
    if (strstr("CHN EGY RUS VEN", code))
        return VETO_YES;
    return strstr("AGO URY", code) ? VETO_ABSTAIN : VETO_NO;
}

int main(void) {
    struct veto_composition council;
    if (!veto_composition_of((struct veto_date){2016, 10, 8}, &council))
        return 1;
    veto_set permanent = 0;
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    for (unsigned i = 0; i < council.count; i++) {
        ballots[i] = ballot_of(council.seats[i].code);
        if (council.seats[i].permanent)
            permanent |= veto_set_of(i);
    }
    struct veto_rules rules = veto_rules_charter(council.count, council.required, permanent);
    struct veto_result result = veto_decide(&rules, VETO_SUBSTANTIVE, ballots);
    printf("%s: %u in favour, %u short of %u\n", veto_outcome_word(result.outcome),
           result.tally[VETO_YES], result.short_by, result.required);
    for (unsigned i = 0; i < council.count; i++)
        if (veto_set_has(result.no_without_veto, i))
            printf("%s: against, and no veto\n", council.seats[i].name);
    return 0;
}
