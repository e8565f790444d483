/* What is most likely; and votes on a draft of one of several kinds. */
#include <math.h>

#include "base/philox.h"
#include "meeting/model.h"

enum veto_ballot model_expected(const double chance[3]) {
    enum veto_ballot best = VETO_ABSTAIN;
    if (chance[VETO_NO] > chance[best])
        best = VETO_NO;
    if (chance[VETO_YES] > chance[best])
        best = VETO_YES;
    return best;
}

static const struct veto_draft *draft_voted_on(struct model_vote vote) {
    return &vote.scenario->drafts[vote.draft];
}

bool model_by_kind(struct model_vote vote, int member) {
    const struct veto_draft *draft = draft_voted_on(vote);
    return draft->kind_count > 0 && draft->ballots[member].kind == VETO_BY_MODEL;
}

void model_mixed_chances(const struct veto_draft *draft, int member, double chance[3]) {
    for (int ballot = 0; ballot < 3; ballot++) {
        chance[ballot] = 0;
        for (size_t i = 0; i < draft->kind_count; i++)
            chance[ballot] += draft->kinds[i].weight * draft->kinds[i].chance[member][ballot];
    }
}

int model_draw_kind(const struct veto_draft *draft, uint32_t word) {
    double below = 0;
    int kind = VETO_NONE;
    for (size_t i = 0; i < draft->kind_count; i++) {
        if (draft->kinds[i].weight == 0)
            continue;
        kind = (int)i; /* the last of them takes what rounding leaves */
        below += draft->kinds[i].weight;
        if (word < (uint64_t)floor(below * 4294967296.0))
            break;
    }
    return kind;
}

/* ---- the likeliest roll call ---- */

/* The most likely ballots of a kind. */
static void ballots_in(struct model_vote vote, size_t kind, enum veto_ballot *ballots) {
    for (int member = 0; member < (int)vote.scenario->members_count; member++)
        if (model_by_kind(vote, member))
            ballots[member] = model_expected(draft_voted_on(vote)->kinds[kind].chance[member]);
}

/* How likely these ballots are, whatever the kind. */
static double chance_of(struct model_vote vote, const enum veto_ballot *ballots) {
    const struct veto_draft *draft = draft_voted_on(vote);
    double sum = 0;
    for (size_t i = 0; i < draft->kind_count; i++) {
        double p = draft->kinds[i].weight;
        for (int member = 0; member < (int)vote.scenario->members_count; member++)
            if (model_by_kind(vote, member))
                p *= draft->kinds[i].chance[member][ballots[member]];
        sum += p;
    }
    return sum;
}

int model_likeliest_kind(struct model_vote vote) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    const struct veto_draft *draft = draft_voted_on(vote);
    double most = -1;
    int likeliest = VETO_NONE;
    for (size_t i = 0; i < draft->kind_count; i++) {
        if (draft->kinds[i].weight == 0)
            continue;
        ballots_in(vote, i, ballots);
        double chance = chance_of(vote, ballots);
        if (chance > most) {
            most = chance;
            likeliest = (int)i;
        }
    }
    return likeliest;
}
