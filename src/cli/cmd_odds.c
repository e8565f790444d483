#include <string.h>

#include "cli/command.h"
#include "cli/steps.h"
#include "report/odds.h"

static enum veto_status work_out(struct veto_odds_plan *plan, const struct settings *settings,
                                 const struct veto_odds **odds) {
    if (settings->method == VETO_SWEEP_MONTE_CARLO || settings->trials || settings->precision > 0)
        return estimate_odds(odds, plan, settings, settings->trials);
    enum veto_status status = veto_odds_exact(plan, VETO_ODDS_ALL, odds);
    if (status == VETO_INPUT && settings->method == VETO_SWEEP_EXACT)
        complain("an exact answer would take too long, as there are too many sums of weights, "
                 "blocs or histories to tell apart; '--method monte-carlo' has an estimate");
    else if (status == VETO_INPUT)
        return estimate_odds(odds, plan, settings, veto_odds_trials_within(plan, VETO_ODDS_STEPS));
    return status == VETO_SYSTEM ? out_of_memory() : status;
}

static enum veto_status write_odds(const struct loaded *loaded) {
    const struct settings *settings = &loaded->given->settings;
    struct veto_odds_plan *plan = NULL;
    const struct veto_odds *odds = NULL;
    enum veto_status status = plan_for(&plan, loaded->scenario);
    if (status == VETO_OK)
        status = work_out(plan, settings, &odds);
    if (status == VETO_OK)
        status = write_report(settings, &report_odds,
                              &(struct odds_subject){.scenario = loaded->scenario, .odds = odds});
    veto_odds_plan_free(plan);
    return status;
}

/* ---- ballots that are known ---- */

/* As --given has them, "USA=no,RUS=abstain" or "french.USA=no": overrides behind those of the
 * settings. */
struct known_ballots {
    struct arena arena; /* holds the overrides */
    struct given with;  /* what was given, and they: not to be closed */
    const char *draft;  /* that is meant where none is named, or NULL */
    bool wrong;
};

/* "USA=no" or "french.USA=no" */
static const char *known_ballot(struct known_ballots *known, const char *text, size_t length) {
    const char *equals = memchr(text, '=', length), *point = memchr(text, '.', length);
    bool named = point && equals && point < equals;
    known->wrong |= !equals || equals == text || (!named && !known->draft);
    if (known->wrong)
        return NULL;
    if (!named)
        return arena_printf(&known->arena, "drafts.%s.given.%.*s", known->draft, (int)length, text);
    size_t skip = (size_t)(point - text) + 1;
    return arena_printf(&known->arena, "drafts.%.*s.given.%.*s", (int)(point - text), text,
                        (int)(length - skip), text + skip);
}

static void find_known_ballots(void *context) {
    struct known_ballots *known = context;
    struct settings *settings = &known->with.settings;
    size_t count = settings->override_count, room = count; /* so that they move to the arena */
    const char **all = settings->overrides;
    for (const char *at = settings->known; at; at = strchr(at, ','), at = at ? at + 1 : NULL) {
        arena_push(&known->arena, all, count, room);
        all[count++] = known_ballot(known, at, strcspn(at, ","));
    }
    settings->overrides = all;
    settings->override_count = count;
}

/* What is wrong has been said when it is not VETO_OK. */
static enum veto_status known_ballots_find(struct known_ballots *known,
                                           const struct veto_scenario *scenario) {
    size_t drafts = 0;
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (scenario->drafts[i].kind_count)
            known->draft = drafts++ == 0 ? scenario->drafts[i].id : NULL;
    if (drafts == 0) {
        complain("option '--given' is about drafts with 'kinds', and there is none here; "
                 "'--set drafts.NAME.ballots.USA=no' fixes a ballot of another");
        return VETO_INPUT;
    }
    if (!arenas_try(&known->arena, NULL, find_known_ballots, known))
        return out_of_memory();
    if (!known->wrong)
        return VETO_OK;
    complain(drafts == 1 ? "option '--given' cannot be '%s': it takes ballots, as in "
                           "USA=no,RUS=abstain"
                         : "option '--given' cannot be '%s': it takes ballots with the draft that "
                           "they are on, as several have kinds: NAME.USA=no,NAME.RUS=abstain",
             known->with.settings.known);
    return VETO_USAGE;
}

/* ---- odds ---- */

/* Once some ballots are known, it is another scenario. */
static enum veto_status odds_find(const struct loaded *loaded) {
    if (!loaded->given->settings.known)
        return write_odds(loaded);
    struct known_ballots known = {.with = *loaded->given};
    enum veto_status status = known_ballots_find(&known, loaded->scenario);
    if (status == VETO_OK)
        status = use_given(&known.with, false, write_odds);
    arena_free(&known.arena);
    return status;
}

enum veto_status cmd_odds(const struct settings *settings) {
    if (settings->method == VETO_SWEEP_EXACT && (settings->trials || settings->precision > 0)) {
        complain("options '--trials' and '--precision' go with '--method monte-carlo'");
        return VETO_USAGE;
    }
    return use_word(settings->operands[0], settings, false, odds_find);
}
