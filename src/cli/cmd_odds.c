#include "cli/command.h"
#include "cli/known.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/odds.h"

static enum veto_status too_long(void) {
    complain("an exact answer would take too long, as there are too many sums of weights, blocs or "
             "histories to tell apart; '--method monte-carlo' has an estimate");
    return VETO_INPUT;
}

static enum veto_status work_out(struct veto_odds_plan *plan, const struct settings *settings,
                                 const struct veto_odds **odds) {
    if (settings->method == METHOD_MONTE_CARLO || settings->trials || settings->precision > 0)
        return estimate_odds(odds, plan, settings, settings->trials);
    enum veto_status status = veto_odds_exact(plan, VETO_ODDS_ALL, odds);
    if (status == VETO_INPUT)
        return settings->method == METHOD_EXACT
                   ? too_long()
                   : estimate_odds(odds, plan, settings,
                                   veto_odds_trials_within(plan, VETO_ODDS_STEPS));
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

static enum veto_status odds_of(const struct veto_scenario *scenario, const struct given *given,
                                FILE *out) {
    const struct settings *settings = &given->settings;
    struct veto_odds_plan *plan = NULL;
    const struct veto_odds *odds = NULL;
    enum veto_status status = plan_for(&plan, scenario);
    if (status == VETO_OK)
        status = work_out(plan, settings, &odds);
    if (status == VETO_OK)
        status = write_report(out, settings, &report_odds,
                              &(struct odds_subject){.scenario = scenario, .odds = odds});
    veto_odds_plan_free(plan);
    return status;
}

/* Once some ballots are known, it is another scenario. */
static enum veto_status odds_find(const struct veto_scenario *scenario, const struct given *given,
                                  FILE *out) {
    struct known_ballots known = {.count = 0};
    struct veto_scenario *narrowed = NULL;
    struct given with = *given;
    if (!given->settings.known)
        return odds_of(scenario, given, out);
    enum veto_status status = known_ballots_find(&known, &given->settings, scenario);
    with.settings.overrides = known.overrides;
    with.settings.override_count = known.count;
    if (status == VETO_OK)
        status = load_scenario(&narrowed, &with);
    if (status == VETO_OK)
        status = odds_of(narrowed, &with, out);
    veto_scenario_free(narrowed);
    arena_free(&known.arena);
    return status;
}

enum veto_status cmd_odds(const struct settings *settings, FILE *out) {
    if (settings->method == METHOD_EXACT && (settings->trials || settings->precision > 0)) {
        complain("options '--trials' and '--precision' go with '--method monte-carlo'");
        return VETO_USAGE;
    }
    return with_scenario(settings, out, odds_find);
}
