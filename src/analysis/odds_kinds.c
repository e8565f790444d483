/*
 * The odds of a vote on a draft of one of several kinds: kind by kind, as members are independent
 * within one, and added up by the weights. Without kinds there is one part, of weight 1.
 */
#include <string.h>

#include "analysis/odds_vote.h"

size_t odds_vote_parts(const struct odds_vote *vote) {
    size_t kinds = vote->scenario->drafts[vote->draft].kind_count;
    return kinds ? kinds : 1;
}

double odds_vote_part(const struct odds_vote *vote, size_t index) {
    const struct veto_draft *draft = &vote->scenario->drafts[vote->draft];
    if (!draft->kind_count)
        return 1;
    for (unsigned i = 0; i < vote->single_count; i++)
        if (vote->singles[i].by_kind)
            memcpy(vote->singles[i].chance,
                   draft->kinds[index].chance[vote->singles[i].voter.member],
                   sizeof vote->singles[i].chance);
    return draft->kinds[index].weight;
}

void odds_result_add(struct odds_result *sum, double weight, const struct odds_result *part) {
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        sum->outcome[i] += weight * part->outcome[i];
    for (unsigned i = 0; i < VETO_MAX_MEMBERS; i++)
        sum->veto_by[i] += weight * part->veto_by[i];
    for (unsigned i = 0; i <= VETO_MAX_MEMBERS; i++)
        sum->yes[i] += weight * part->yes[i];
    sum->error += weight * part->error;
}

uint64_t odds_vote_steps(const struct odds_vote *vote, unsigned what) {
    return odds_vote_parts(vote) * odds_vote_part_steps(vote, what);
}

void odds_vote_solve(const struct odds_vote *vote, struct odds_room *room, unsigned what,
                     struct odds_result *result) {
    if (odds_vote_parts(vote) == 1) {
        odds_vote_part(vote, 0);
        odds_vote_solve_part(vote, room, what, result);
        return;
    }
    memset(result, 0, sizeof *result);
    for (size_t i = 0; i < odds_vote_parts(vote); i++) {
        struct odds_result part = {.error = 0};
        double weight = odds_vote_part(vote, i);
        if (weight == 0)
            continue;
        odds_vote_solve_part(vote, room, what, &part);
        odds_result_add(result, weight, &part);
    }
}
