#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/whatif.h"

/* One side: the scenario, its meeting and its odds. */
struct side {
    struct veto_scenario *scenario;
    struct veto_meeting *meeting;
    struct veto_odds_plan *plan;
    const struct veto_odds *odds;
};

struct sides {
    const struct settings *settings;
    struct side before, after;
};

static enum veto_status load_sides(void *context, const struct veto_text *text,
                                   struct veto_diagnostics *list) {
    struct sides *sides = context;
    enum veto_status status = veto_scenario_load(&sides->before.scenario, list, text, NULL, 0);
    if (status != VETO_OK)
        return status;
    return veto_scenario_load(&sides->after.scenario, list, text, sides->settings->overrides,
                              sides->settings->override_count);
}

static enum veto_status no_exact_odds(void) {
    complain("there are too many combinations of weights for exact odds");
    return VETO_INPUT;
}

/* What went wrong has been said when it is not VETO_OK. */
static enum veto_status work_out(struct side *side, const struct settings *settings) {
    enum veto_status status =
        veto_meeting_play(&side->meeting, side->scenario, settings->mode, settings->seed);
    if (status == VETO_INPUT)
        return no_record(settings->operands[0]);
    if (status == VETO_SYSTEM)
        return out_of_memory();
    status = plan_for(&side->plan, side->scenario);
    if (status != VETO_OK)
        return status;
    status = veto_odds_exact(side->plan, VETO_ODDS_ALL, &side->odds);
    return status == VETO_INPUT    ? no_exact_odds()
           : status == VETO_SYSTEM ? out_of_memory()
                                   : VETO_OK;
}

static void side_free(struct side *side) {
    veto_odds_plan_free(side->plan);
    veto_meeting_free(side->meeting);
    veto_scenario_free(side->scenario);
}

static enum veto_status write_sides(const struct sides *sides, FILE *out) {
    const struct settings *settings = sides->settings;
    struct text_options how = text_options_for(settings);
    struct whatif whatif = {
        .before = {sides->before.meeting, sides->before.odds},
        .after = {sides->after.meeting, sides->after.odds},
        .changes = settings->overrides,
        .change_count = settings->override_count,
    };
    enum veto_status status =
        settings->json ? report_whatif_json(out, &whatif) : report_whatif_text(out, &whatif, &how);
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

enum veto_status cmd_whatif(const struct settings *settings, FILE *out) {
    struct sides sides = {.settings = settings};
    if (!seed_fits(settings, settings->mode == VETO_SAMPLED, "--mode sampled"))
        return VETO_USAGE;
    if (settings->override_count == 0) {
        complain("'veto whatif' needs a change, as in '--set members.RUS.veto_tendency=0.2'");
        return VETO_USAGE;
    }
    enum veto_status status = load_from(settings->operands[0], settings, load_sides, &sides);
    if (status == VETO_OK)
        status = work_out(&sides.before, settings);
    if (status == VETO_OK)
        status = work_out(&sides.after, settings);
    if (status == VETO_OK)
        status = write_sides(&sides, out);
    side_free(&sides.before);
    side_free(&sides.after);
    return status;
}
