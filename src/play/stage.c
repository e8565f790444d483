#include "play/stage.h"

#include <stdio.h>

/* A scenario that is beyond the exact method has no odds here. */
enum veto_status stage_open(struct stage *stage, const struct veto_scenario *scenario,
                            uint64_t seed) {
    *stage = (struct stage){.scenario = scenario, .seed = seed};
    enum veto_status status = VETO_OK;
    for (int mode = 0; status == VETO_OK && mode < VETO_MODES; mode++)
        if (mode != VETO_RECORDED || scenario->has_record)
            status =
                veto_meeting_play(&stage->meetings[mode], scenario, (enum veto_mode)mode, seed);
    bool played = status == VETO_OK;
    if (played)
        status = veto_odds_plan_within(&stage->plan, scenario, VETO_ODDS_QUICK_STEPS);
    if (status == VETO_OK)
        status = veto_odds_exact(stage->plan, VETO_ODDS_ALL, &stage->odds);
    if (played && status != VETO_SYSTEM)
        return VETO_OK;
    stage_close(stage);
    return VETO_SYSTEM;
}

void stage_find_flips(struct stage *stage, enum veto_mode mode, int draft) {
    const struct veto_vote *vote = veto_meeting_vote(stage->meetings[mode], draft);
    if (vote && !stage->flips[mode][draft])
        veto_flips_find(&stage->flips[mode][draft], stage->scenario, vote, VETO_FLIPS_QUICK_STEPS);
}

void stage_find_power(struct stage *stage, enum veto_mode mode, int draft) {
    static const unsigned what = VETO_POWER_YES_NO | VETO_POWER_TERNARY | VETO_POWER_QUICK;
    struct veto_power_error *error = &stage->no_power;
    if (!stage->power && *error->text == '\0' &&
        veto_power_find(&stage->power, &stage->scenario->rules, VETO_SUBSTANTIVE, what, error) ==
            VETO_SYSTEM)
        snprintf(error->text, sizeof error->text, "memory ran out, and it could not be worked out");
    const struct veto_vote *vote =
        draft == VETO_NONE ? NULL : veto_meeting_vote(stage->meetings[mode], draft);
    if (vote && !stage->decisive[mode][draft])
        veto_flips_find_decisive(&stage->decisive[mode][draft], stage->scenario, vote,
                                 VETO_FLIPS_QUICK_STEPS);
}

void stage_close(struct stage *stage) {
    for (int mode = 0; mode < VETO_MODES; mode++) {
        veto_meeting_free(stage->meetings[mode]);
        for (int draft = 0; draft < VETO_MAX_DRAFTS; draft++) {
            veto_flips_free(stage->flips[mode][draft]);
            veto_flips_free(stage->decisive[mode][draft]);
        }
    }
    veto_power_free(stage->power);
    veto_odds_plan_free(stage->plan);
    *stage = (struct stage){.scenario = NULL};
}
