#include "meeting/model.h"

#include <math.h>
#include <string.h>

#include "base/normal.h"
#include "base/number.h"
#include "base/philox.h"

/* The last word of a random counter says whose number it is: a member's, a bloc's from here, or the
 * kind's. */
enum { BLOC_COUNTER = 0x10000, KIND_COUNTER = 0x30000 };

static const double two_to_32 = 4294967296.0;

veto_set model_bound(struct model_vote vote) {
    return vote.scenario->obligatory_abstention == VETO_ABSTENTION_ENFORCE
               ? veto_scenario_obliged(vote.scenario, vote.draft, vote.question)
               : 0;
}

double model_tendency(struct model_vote vote, int member) {
    const struct veto_member *voter = &vote.scenario->members[member];
    bool can_veto = veto_set_has(vote.scenario->rules.veto_holders, (unsigned)member) &&
                    vote.question == VETO_SUBSTANTIVE;
    return can_veto ? voter->veto_tendency : voter->opposition;
}

double model_cut_no(double tendency) {
    return 0 - number_settled(1 - tendency); /* rather than -x: no negative zero on screen */
}

void veto_ballot_chances(double leaning, double volatility, double tendency, double chance[3]) {
    double cut_no = model_cut_no(tendency);
    if (volatility > 0) {
        chance[VETO_YES] = normal_cdf((leaning - VETO_CUT_YES) / volatility);
        chance[VETO_NO] = normal_cdf((cut_no - leaning) / volatility);
    } else {
        chance[VETO_YES] = leaning > VETO_CUT_YES;
        chance[VETO_NO] = leaning < cut_no;
    }
    double rest = 1 - chance[VETO_YES] - chance[VETO_NO];
    chance[VETO_ABSTAIN] = rest > 0 ? rest : 0; /* rounding may leave less than nothing */
}

static const struct veto_preset_ballot *preset_of(struct model_vote vote, int member) {
    return &vote.scenario->drafts[vote.draft].ballots[member];
}

void model_chances(struct model_vote vote, int member, double leaning, double chance[3]) {
    const struct veto_preset_ballot *preset = preset_of(vote, member);
    if (preset->kind == VETO_CHANCES)
        memcpy(chance, preset->chance, sizeof preset->chance);
    else if (vote.scenario->drafts[vote.draft].kind_count)
        model_mixed_chances(&vote.scenario->drafts[vote.draft], member, chance);
    else
        veto_ballot_chances(leaning, vote.scenario->members[member].volatility,
                            model_tendency(vote, member), chance);
}

static uint32_t draw_word(struct model_draw draw, int draft, uint32_t whose) {
    const uint32_t counter[4] = {(uint32_t)draw.trial, (uint32_t)(draw.trial >> 32),
                                 (uint32_t)draft, whose};
    return philox(draw.seed, counter).word[0];
}

double model_shared(struct model_draw draw, int draft, int bloc) {
    uint32_t word = draw_word(draw, draft, BLOC_COUNTER + (uint32_t)bloc);
    return normal_quantile((word + 0.5) / two_to_32);
}

/* Yes from the bottom of the 32-bit integers, no from the top. A chance of 1 leaves out none. */
static enum veto_ballot pick(uint32_t word, const double chance[3]) {
    uint64_t yes = (uint64_t)floor(chance[VETO_YES] * two_to_32);
    uint64_t no = (uint64_t)floor(chance[VETO_NO] * two_to_32);
    if (word < yes)
        return VETO_YES;
    return word >= ((uint64_t)1 << 32) - no ? VETO_NO : VETO_ABSTAIN;
}

/* The chances once the bloc's part of the opinion is known: e = sqrt(c) B + sqrt(1 - c) z. */
static void chances_in_bloc(struct model_vote vote, int member, double leaning, double shared,
                            double chance[3]) {
    const struct veto_member *voter = &vote.scenario->members[member];
    double cohesion = vote.scenario->blocs[voter->bloc].cohesion;
    veto_ballot_chances(leaning + voter->volatility * sqrt(cohesion) * shared,
                        voter->volatility * sqrt(1 - cohesion), model_tendency(vote, member),
                        chance);
}

int model_kind(struct model_vote vote, enum veto_mode mode, struct model_draw draw) {
    if (mode == VETO_SAMPLED)
        return model_draw_kind(&vote.scenario->drafts[vote.draft],
                               draw_word(draw, vote.draft, KIND_COUNTER));
    return mode == VETO_EXPECTED ? model_likeliest_kind(vote) : VETO_NONE;
}

/* Its chances in the draft's kind of this draw. */
static const double *chances_in_kind(struct model_vote vote, struct model_draw draw, int member) {
    return vote.scenario->drafts[vote.draft]
        .kinds[model_kind(vote, VETO_SAMPLED, draw)]
        .chance[member];
}

enum veto_ballot model_ballot(struct model_vote vote, struct model_draw draw, int member,
                              double leaning, double shared) {
    const struct veto_preset_ballot *preset = preset_of(vote, member);
    double chance[3];
    if (preset->kind == VETO_FIXED)
        return preset->ballot;
    if (model_by_kind(vote, member))
        memcpy(chance, chances_in_kind(vote, draw, member), sizeof chance);
    else if (preset->kind == VETO_BY_MODEL && vote.scenario->members[member].bloc != VETO_NONE)
        chances_in_bloc(vote, member, leaning, shared, chance);
    else
        model_chances(vote, member, leaning, chance);
    return pick(draw_word(draw, vote.draft, (uint32_t)member), chance);
}

/* The ballots of one bloc, or of all members outside one. */
static void ballots_of(struct model_vote vote, struct model_draw draw, int bloc,
                       const double *leanings, enum veto_ballot *ballots) {
    double shared = bloc == VETO_NONE ? 0 : model_shared(draw, vote.draft, bloc);
    for (int member = 0; member < (int)vote.scenario->members_count; member++)
        if (vote.scenario->members[member].bloc == bloc)
            ballots[member] = model_ballot(vote, draw, member, leanings[member], shared);
}

void model_ballots(struct model_vote vote, struct model_draw draw, const double *leanings,
                   enum veto_ballot *ballots) {
    for (int bloc = VETO_NONE; bloc < (int)vote.scenario->bloc_count; bloc++)
        ballots_of(vote, draw, bloc, leanings, ballots);
}

/* The one place where Article 27 (3) turns a vote into an abstention. */
static void count_ballot(struct model_vote vote, int member, struct veto_cast *cast) {
    cast->obliged = veto_set_has(veto_scenario_obliged(vote.scenario, vote.draft, vote.question),
                                 (unsigned)member);
    bool votes = cast->given == VETO_YES || cast->given == VETO_NO;
    bool bound = veto_set_has(model_bound(vote), (unsigned)member);
    cast->ballot = votes && bound ? VETO_ABSTAIN : cast->given;
}

struct veto_cast model_cast(struct model_vote vote, enum veto_mode mode, int member, double leaning,
                            enum veto_ballot drawn, int kind) {
    const struct veto_draft *on = &vote.scenario->drafts[vote.draft];
    const struct veto_preset_ballot *preset = preset_of(vote, member);
    struct veto_cast cast = {
        .leans = on->kind_count == 0,
        .base = on->leanings[member],
        .leaning = leaning,
        .cut_no = model_cut_no(model_tendency(vote, member)),
    };
    model_chances(vote, member, leaning, cast.chance);
    if (preset->kind == VETO_FIXED) {
        cast.reason = VETO_WHY_FIXED;
        cast.given = preset->ballot;
    } else if (mode == VETO_RECORDED) {
        cast.reason = VETO_WHY_RECORDED;
        cast.given = on->recorded[member];
    } else {
        bool by_kind = model_by_kind(vote, member);
        const double *chance = by_kind && kind != VETO_NONE ? on->kinds[kind].chance[member] : NULL;
        cast.reason = by_kind                        ? VETO_WHY_KINDS
                      : preset->kind == VETO_CHANCES ? VETO_WHY_CHANCES
                                                     : VETO_WHY_MODEL;
        cast.given = mode == VETO_SAMPLED ? drawn : model_expected(chance ? chance : cast.chance);
    }
    count_ballot(vote, member, &cast);
    return cast;
}
