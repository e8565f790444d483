#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
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

/* ---- ballots that are known ---- */

/* As --given has them, "USA=no,RUS=abstain" or "french.USA=no": the overrides of the settings, and
 * behind them those that the ballots come to. */
struct known_ballots {
    struct arena arena; /* holds the rest */
    const char **overrides;
    size_t count;
};

struct finding {
    struct known_ballots *known;
    const struct settings *settings;
    const char *draft; /* that is meant where none is named, or NULL */
    bool wrong;
};

/* "USA=no" or "french.USA=no" */
static void add_known_ballot(struct finding *finding, const char *text, size_t length) {
    struct known_ballots *known = finding->known;
    const char *equals = memchr(text, '=', length), *point = memchr(text, '.', length);
    bool named = point && equals && point < equals;
    finding->wrong |= !equals || equals == text || (!named && !finding->draft);
    if (finding->wrong)
        return;
    size_t skip = named ? (size_t)(point - text) + 1 : 0;
    known->overrides[known->count++] =
        named ? arena_printf(&known->arena, "drafts.%.*s.given.%.*s", (int)(point - text), text,
                             (int)(length - skip), text + skip)
              : arena_printf(&known->arena, "drafts.%s.given.%.*s", finding->draft, (int)length,
                             text);
}

static void find_known_ballots(void *context) {
    struct finding *finding = context;
    struct known_ballots *known = finding->known;
    const struct settings *settings = finding->settings;
    size_t most = settings->override_count + 1;
    for (const char *at = settings->known; (at = strchr(at, ',')); at++)
        most++;
    known->overrides = arena_array(&known->arena, const char *, most);
    for (; known->count < settings->override_count; known->count++)
        known->overrides[known->count] = settings->overrides[known->count];
    for (const char *at = settings->known; at; at = strchr(at, ','), at = at ? at + 1 : NULL)
        add_known_ballot(finding, at, strcspn(at, ","));
}

/* The one draft with kinds; *count are there. */
static const char *draft_with_kinds(const struct veto_scenario *scenario, size_t *count) {
    const char *id = NULL;
    *count = 0;
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (scenario->drafts[i].kind_count) {
            id = scenario->drafts[i].id;
            ++*count;
        }
    return *count == 1 ? id : NULL;
}

/* What is wrong has been said when it is not VETO_OK; the caller frees the arena in any case. */
static enum veto_status known_ballots_find(struct known_ballots *known,
                                           const struct settings *settings,
                                           const struct veto_scenario *scenario) {
    size_t drafts;
    struct finding finding = {known, settings, draft_with_kinds(scenario, &drafts), false};
    if (drafts == 0) {
        complain("option '--given' is about drafts with 'kinds', and there is none here; "
                 "'--set drafts.NAME.ballots.USA=no' fixes a ballot of another");
        return VETO_INPUT;
    }
    if (!arenas_try(&known->arena, NULL, find_known_ballots, &finding))
        return out_of_memory();
    if (!finding.wrong)
        return VETO_OK;
    complain(drafts == 1 ? "option '--given' cannot be '%s': it takes ballots, as in "
                           "USA=no,RUS=abstain"
                         : "option '--given' cannot be '%s': it takes ballots with the draft that "
                           "they are on, as several have kinds: NAME.USA=no,NAME.RUS=abstain",
             settings->known);
    return VETO_USAGE;
}

/* ---- odds ---- */

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
    return with_scenario(settings->operands[0], settings, out, odds_find);
}
