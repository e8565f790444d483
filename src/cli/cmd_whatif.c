#include <stdlib.h>

#include "cli/command.h"
#include "cli/steps.h"
#include "report/whatif.h"

/* One side: the scenario, its meeting and its odds. */
struct side {
    struct veto_scenario *scenario;
    struct veto_meeting *meeting;
    struct veto_odds_plan *plan;
    const struct veto_odds *odds;
};

struct sides {
    struct given given;
    struct side before, after;
};

static enum veto_status load_sides(struct sides *sides, struct veto_diagnostics *list) {
    const struct given *given = &sides->given;
    enum veto_status status = veto_scenario_load(&sides->before.scenario, list, &given->text,
                                                 given->settings.overrides, given->before);
    return status == VETO_OK
               ? veto_scenario_load(&sides->after.scenario, list, &given->text,
                                    given->settings.overrides, given->settings.override_count)
               : status;
}

/* The scenario itself, as it is after the change. */
static enum veto_status write_yaml(const struct sides *sides, struct veto_diagnostics *list) {
    const struct settings *settings = &sides->given.settings;
    char *bytes = NULL;
    size_t length = 0;
    enum veto_status status = veto_scenario_write(&bytes, &length, list, &sides->given.text,
                                                  settings->overrides, settings->override_count);
    if (status == VETO_OK)
        fwrite(bytes, 1, length, settings->out);
    free(bytes);
    return status;
}

/* What went wrong has been said when it is not VETO_OK. */
static enum veto_status whatif_play(struct side *side, const struct settings *settings) {
    enum veto_status status = play_meeting(&side->meeting, side->scenario, settings);
    return status == VETO_OK ? plan_for(&side->plan, side->scenario) : status;
}

/* Where not both are exact, both by the same draws, so that what differs is the change, as far as
 * may be. */
static enum veto_status whatif_odds(struct side *before, struct side *after,
                                    const struct settings *settings) {
    enum veto_status status = veto_odds_exact(before->plan, VETO_ODDS_ALL, &before->odds);
    if (status == VETO_OK)
        status = veto_odds_exact(after->plan, VETO_ODDS_ALL, &after->odds);
    if (status != VETO_INPUT)
        return status == VETO_SYSTEM ? out_of_memory() : status;
    uint64_t trials = veto_odds_trials_within(before->plan, VETO_ODDS_STEPS);
    uint64_t most = veto_odds_trials_within(after->plan, VETO_ODDS_STEPS);
    trials = trials < most ? trials : most;
    status = estimate_odds(&before->odds, before->plan, settings, trials);
    return status == VETO_OK ? estimate_odds(&after->odds, after->plan, settings, trials) : status;
}

static enum veto_status write_sides(const struct sides *sides) {
    const struct settings *settings = &sides->given.settings;
    struct whatif whatif = {
        .before = {sides->before.meeting, sides->before.odds},
        .after = {sides->after.meeting, sides->after.odds},
        .set = settings->overrides,
        .set_before = sides->given.before,
        .set_count = settings->override_count,
    };
    struct settings before = *settings; /* the change itself stands on the page already */
    before.override_count = sides->given.before;
    return write_report(&before, &report_whatif, &whatif);
}

static enum veto_status whatif_compare(struct sides *sides) {
    const struct settings *settings = &sides->given.settings;
    if (settings->override_count == sides->given.before) {
        complain("'veto whatif' needs a change, as in '--set members.RUS.veto_tendency=0.2'");
        return VETO_USAGE;
    }
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = VETO_SYSTEM;
    if (list)
        status = settings->yaml ? write_yaml(sides, list) : load_sides(sides, list);
    status = given_told(&sides->given, close_mistakes(list, status, settings));
    if (settings->yaml)
        return status;
    if (status == VETO_OK)
        status = whatif_play(&sides->before, settings);
    if (status == VETO_OK)
        status = whatif_play(&sides->after, settings);
    if (status == VETO_OK)
        status = whatif_odds(&sides->before, &sides->after, settings);
    return status == VETO_OK ? write_sides(sides) : status;
}

static void side_free(struct side *side) {
    veto_odds_plan_free(side->plan);
    veto_meeting_free(side->meeting);
    veto_scenario_free(side->scenario);
}

enum veto_status cmd_whatif(const struct settings *settings) {
    struct sides sides = {.before = {.plan = NULL}};
    enum veto_status status = given_open(&sides.given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = whatif_compare(&sides);
    side_free(&sides.before);
    side_free(&sides.after);
    given_close(&sides.given);
    return status;
}
