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

static const struct veto_draft *voted_on(struct model_vote vote) {
    return &vote.scenario->drafts[vote.draft];
}

static const struct veto_preset_ballot *preset_of(struct model_vote vote, int member) {
    return &voted_on(vote)->ballots[member];
}

/* Whether the member votes by the kind that the draft turns out to be of. */
static bool by_kind(struct model_vote vote, int member) {
    return voted_on(vote)->kind_count > 0 && preset_of(vote, member)->kind == VETO_BY_MODEL;
}

/* While the kind is not known: the chances in all kinds by their weights. */
static void mix_chances(const struct veto_draft *draft, int member, double chance[3]) {
    for (int ballot = 0; ballot < 3; ballot++) {
        chance[ballot] = 0;
        for (size_t i = 0; i < draft->kind_count; i++)
            chance[ballot] += draft->kinds[i].weight * draft->kinds[i].chance[member][ballot];
    }
}

void model_chances(struct model_vote vote, int member, double leaning, double chance[3]) {
    const struct veto_preset_ballot *preset = preset_of(vote, member);
    if (preset->kind == VETO_CHANCES)
        memcpy(chance, preset->chance, sizeof preset->chance);
    else if (voted_on(vote)->kind_count)
        mix_chances(voted_on(vote), member, chance);
    else
        veto_ballot_chances(leaning, vote.scenario->members[member].volatility,
                            model_tendency(vote, member), chance);
}

enum veto_ballot model_expected(const double chance[3]) {
    enum veto_ballot best = VETO_ABSTAIN;
    if (chance[VETO_NO] > chance[best])
        best = VETO_NO;
    if (chance[VETO_YES] > chance[best])
        best = VETO_YES;
    return best;
}

/* ---- the likeliest roll call ---- */

/* How likely these ballots are, whatever the kind. */
static double chance_of(struct model_vote vote, const enum veto_ballot *ballots) {
    const struct veto_draft *draft = voted_on(vote);
    double sum = 0;
    for (size_t i = 0; i < draft->kind_count; i++) {
        double p = draft->kinds[i].weight;
        for (int member = 0; member < (int)vote.scenario->members_count; member++)
            if (by_kind(vote, member))
                p *= draft->kinds[i].chance[member][ballots[member]];
        sum += p;
    }
    return sum;
}

int model_likeliest_kind(struct model_vote vote) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    const struct veto_draft *draft = voted_on(vote);
    double most = -1;
    int likeliest = VETO_NONE;
    for (size_t i = 0; i < draft->kind_count; i++) {
        if (draft->kinds[i].weight == 0)
            continue;
        for (int member = 0; member < (int)vote.scenario->members_count; member++)
            if (by_kind(vote, member))
                ballots[member] = model_expected(draft->kinds[i].chance[member]);
        double chance = chance_of(vote, ballots);
        if (chance > most) {
            most = chance;
            likeliest = (int)i;
        }
    }
    return likeliest;
}

/* ---- draws ---- */

static uint32_t draw_word(struct model_draw draw, int draft, uint32_t whose) {
    const uint32_t counter[4] = {(uint32_t)draw.trial, (uint32_t)(draw.trial >> 32),
                                 (uint32_t)draft, whose};
    return philox(draw.seed, counter).word[0];
}

int model_kind(struct model_vote vote, enum veto_mode mode, struct model_draw draw) {
    const struct veto_draft *draft = voted_on(vote);
    double below = 0;
    int kind = VETO_NONE;
    if (mode != VETO_SAMPLED)
        return mode == VETO_EXPECTED ? model_likeliest_kind(vote) : VETO_NONE;
    uint32_t word = draw_word(draw, vote.draft, KIND_COUNTER);
    for (size_t i = 0; i < draft->kind_count; i++) {
        if (draft->kinds[i].weight == 0)
            continue;
        kind = (int)i; /* the last of them takes what rounding leaves */
        below += draft->kinds[i].weight;
        if (word < (uint64_t)floor(below * two_to_32))
            break;
    }
    return kind;
}

/* Yes from the bottom of the 32-bit integers, no from the top. A chance of 1 leaves out none. */
static enum veto_ballot pick(uint32_t word, const double chance[3]) {
    uint64_t yes = (uint64_t)floor(chance[VETO_YES] * two_to_32);
    uint64_t no = (uint64_t)floor(chance[VETO_NO] * two_to_32);
    if (word < yes)
        return VETO_YES;
    return word >= ((uint64_t)1 << 32) - no ? VETO_NO : VETO_ABSTAIN;
}

/* One member's ballot, as it is given, in a draft of this kind; `shared` is B, the part of the
 * opinion that its bloc shares, standard normal, and does not count outside one. */
static enum veto_ballot draw_for(struct model_vote vote, struct model_draw draw, int member,
                                 double leaning, double shared, int kind) {
    const struct veto_preset_ballot *preset = preset_of(vote, member);
    const struct veto_member *voter = &vote.scenario->members[member];
    double chance[3];
    if (preset->kind == VETO_FIXED)
        return preset->ballot;
    if (by_kind(vote, member)) {
        memcpy(chance, voted_on(vote)->kinds[kind].chance[member], sizeof chance);
    } else if (preset->kind == VETO_BY_MODEL && voter->bloc != VETO_NONE) {
        /* once the bloc's part of the opinion is known: e = sqrt(c) B + sqrt(1 - c) z */
        double cohesion = vote.scenario->blocs[voter->bloc].cohesion;
        veto_ballot_chances(leaning + voter->volatility * sqrt(cohesion) * shared,
                            voter->volatility * sqrt(1 - cohesion), model_tendency(vote, member),
                            chance);
    } else {
        model_chances(vote, member, leaning, chance);
    }
    return pick(draw_word(draw, vote.draft, (uint32_t)member), chance);
}

/* Bloc by bloc, and first those outside one. */
void model_ballots(struct model_vote vote, struct model_draw draw, const double *leanings,
                   enum veto_ballot *ballots) {
    int kind = model_kind(vote, VETO_SAMPLED, draw);
    for (int bloc = VETO_NONE; bloc < (int)vote.scenario->bloc_count; bloc++) {
        uint32_t word = draw_word(draw, vote.draft, BLOC_COUNTER + (uint32_t)bloc);
        double shared = bloc == VETO_NONE ? 0 : normal_quantile((word + 0.5) / two_to_32);
        for (int member = 0; member < (int)vote.scenario->members_count; member++)
            if (vote.scenario->members[member].bloc == bloc)
                ballots[member] = draw_for(vote, draw, member, leanings[member], shared, kind);
    }
}

/* ---- casts ---- */

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
    const struct veto_draft *on = voted_on(vote);
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
        bool kinds = by_kind(vote, member);
        const double *chance = kinds && kind != VETO_NONE ? on->kinds[kind].chance[member] : NULL;
        cast.reason = kinds                          ? VETO_WHY_KINDS
                      : preset->kind == VETO_CHANCES ? VETO_WHY_CHANCES
                                                     : VETO_WHY_MODEL;
        cast.given = mode == VETO_SAMPLED ? drawn : model_expected(chance ? chance : cast.chance);
    }
    count_ballot(vote, member, &cast);
    return cast;
}
