#include "play/stage.h"

#include <stdio.h>

static enum veto_status stage_play(struct stage *stage) {
    for (int mode = 0; mode < VETO_MODES; mode++) {
        if (mode == VETO_RECORDED && !stage->scenario->has_record)
            continue;
        enum veto_status status = veto_meeting_play(&stage->meetings[mode], stage->scenario,
                                                    (enum veto_mode)mode, stage->seed);
        if (status != VETO_OK)
            return VETO_SYSTEM;
    }
    return VETO_OK;
}

/* A scenario that is beyond the exact method has no odds here. */
static enum veto_status stage_odds(struct stage *stage) {
    enum veto_status status =
        veto_odds_plan_within(&stage->plan, stage->scenario, VETO_ODDS_QUICK_STEPS);
    if (status == VETO_OK)
        status = veto_odds_exact(stage->plan, VETO_ODDS_ALL, &stage->odds);
    return status == VETO_SYSTEM ? VETO_SYSTEM : VETO_OK;
}

enum veto_status stage_open(struct stage *stage, const struct veto_scenario *scenario,
                            uint64_t seed) {
    *stage = (struct stage){.scenario = scenario, .seed = seed};
    if (stage_play(stage) == VETO_OK && stage_odds(stage) == VETO_OK)
        return VETO_OK;
    stage_close(stage);
    return VETO_SYSTEM;
}

void stage_find_flips(struct stage *stage, enum veto_mode mode, int draft) {
    const struct veto_vote *vote = veto_meeting_vote(stage->meetings[mode], draft);
    if (vote && !stage->flips[mode][draft])
        veto_flips_find(&stage->flips[mode][draft], stage->scenario, vote, VETO_FLIPS_QUICK_STEPS);
}

static void stage_power(struct stage *stage) {
    static const unsigned what = VETO_POWER_YES_NO | VETO_POWER_TERNARY | VETO_POWER_QUICK;
    struct veto_power_error *error = &stage->no_power;
    enum veto_status status =
        veto_power_find(&stage->power, &stage->scenario->rules, VETO_SUBSTANTIVE, what, error);
    if (status == VETO_SYSTEM)
        snprintf(error->text, sizeof error->text, "memory ran out, and it could not be worked out");
}

void stage_find_power(struct stage *stage, enum veto_mode mode, int draft) {
    if (!stage->power && *stage->no_power.text == '\0')
        stage_power(stage);
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
