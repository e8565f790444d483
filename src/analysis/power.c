#include "veto/power.h"

#include <stdio.h>

#include "analysis/power_game.h"
#include "analysis/weight.h"
#include "base/owned.h"

uint64_t game_weight(const struct game *game, unsigned majority, unsigned kind) {
    return weight_in(game->majorities[majority], game->kinds[kind].first);
}

static bool are_alike(const struct game *game, unsigned a, unsigned b) {
    for (unsigned i = 0; i < game->majority_count; i++)
        if (weight_in(game->majorities[i], a) != weight_in(game->majorities[i], b))
            return false;
    return true;
}

static void find_game_kinds(struct game *game, veto_set holders) {
    for (unsigned member = 0; member < game->members; member++) {
        bool holder = veto_set_has(holders, member);
        unsigned kind = 0;
        while (kind < game->kind_count && (game->kinds[kind].holder != holder ||
                                           !are_alike(game, game->kinds[kind].first, member)))
            kind++;
        if (kind == game->kind_count)
            game->kinds[game->kind_count++] = (struct game_kind){0, member, holder};
        game->kinds[kind].count++;
        game->kind_of[member] = kind;
    }
}

/* ---- which tallies adopt ---- */

/* A question for veto_decide: holders come first, and the further majorities, which are sums of
 * weights whatever the tally, are left to the count. */
struct trial {
    const struct game *game;
    struct veto_rules rules;
    enum veto_question question;
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
};

static bool adopts(struct trial *trial, unsigned yes_holders, unsigned no_holders,
                   unsigned yes_others) {
    unsigned at = 0, holders = trial->game->holders;
    while (at < yes_holders)
        trial->ballots[at++] = VETO_YES;
    while (at < yes_holders + no_holders)
        trial->ballots[at++] = VETO_NO;
    while (at < holders)
        trial->ballots[at++] = VETO_ABSTAIN;
    while (at < holders + yes_others)
        trial->ballots[at++] = VETO_YES;
    while (at < trial->game->members)
        trial->ballots[at++] = VETO_ABSTAIN;
    return veto_decide(&trial->rules, trial->question, trial->ballots).outcome == VETO_ADOPTED;
}

/* More support never hurts: one holder more in favour, and no more of the others are needed. */
static void find_least(struct game *game, struct trial *trial) {
    for (unsigned no = 0; no <= game->holders; no++) {
        unsigned least = game->others + 1;
        for (unsigned yes = 0; yes + no <= game->holders; yes++) {
            while (least > 0 && adopts(trial, yes, no, least - 1))
                least--;
            game->least[yes][no] = (uint8_t)least;
        }
    }
}

/* ---- rules that leave no one any power ---- */

static bool all_together_adopt(const struct game *game, const struct veto_rules *rules,
                               struct veto_power_error *error) {
    if (game->least[game->holders][0] > game->others) {
        snprintf(error->text, sizeof error->text,
                 "nothing can be adopted: the rules ask for %u votes in favour, and there are %u "
                 "members",
                 rules->required, game->members);
        return false;
    }
    for (unsigned i = 0; i < game->majority_count; i++) {
        const struct veto_majority *majority = game->majorities[i];
        uint64_t sum = 0;
        for (unsigned member = 0; member < game->members; member++)
            sum += weight_in(majority, member);
        if (sum < majority->needed) {
            snprintf(error->text, sizeof error->text,
                     "nothing can be adopted: the further majority%s%.80s needs %llu, and all "
                     "members of its group together have %llu",
                     majority->name ? " " : "", majority->name ? majority->name : "",
                     (unsigned long long)majority->needed, (unsigned long long)sum);
            return false;
        }
    }
    return true;
}

/* False, and *error set, where every draft is adopted, or none. */
static bool game_make(struct game *game, const struct veto_rules *rules,
                      enum veto_question question, struct veto_power_error *error) {
    game->members = rules->members;
    game->kind_count = game->majority_count = 0;
    for (unsigned i = 0; i < rules->majority_count; i++)
        if (rules->majorities[i].needed > 0)
            game->majorities[game->majority_count++] = &rules->majorities[i];
    veto_set all = ~(veto_set)0 >> (VETO_MAX_MEMBERS - rules->members);
    veto_set holders = question == VETO_SUBSTANTIVE ? rules->veto_holders & all : 0;
    game->holders = veto_set_count(holders);
    game->others = game->members - game->holders;
    find_game_kinds(game, holders);

    struct trial trial;
    trial.game = game;
    trial.question = question;
    trial.rules = *rules;
    trial.rules.majorities = NULL;
    trial.rules.majority_count = 0;
    trial.rules.veto_holders =
        game->holders ? ~(veto_set)0 >> (VETO_MAX_MEMBERS - game->holders) : 0;
    find_least(game, &trial);
    if (!all_together_adopt(game, rules, error))
        return false;
    bool none = game->majority_count == 0 && game->least[0][game->holders] == 0;
    if (none)
        snprintf(error->text, sizeof error->text,
                 "everything is adopted, whoever votes against: nobody has any power");
    return !none;
}

/* ---- all of it ---- */

struct finding {
    struct veto_power *power; /* owned */
    struct game game;
    unsigned what;
};

static void find_work(void *context) {
    static const struct {
        unsigned flag;
        bool (*find)(const struct game *game, struct arena *arena, struct veto_power *power);
    } parts[] = {
        {VETO_POWER_YES_NO, power_binary},
        {VETO_POWER_MINIMAL, power_minimal},
        {VETO_POWER_TERNARY, power_ternary},
    };
    struct finding *work = context;
    const struct game *game = &work->game;
    struct arena *arena = owned_arena(work->power);
    unsigned *size = arena_array(arena, unsigned, game->kind_count);
    for (unsigned kind = 0; kind < game->kind_count; kind++)
        size[kind] = game->kinds[kind].count;
    work->power->kinds = (struct veto_kinds){game->members, game->kind_count,
                                             arena_twin(arena, game->kind_of, game->members), size};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (work->what & parts[i].flag && !parts[i].find(game, arena, work->power))
            work->power->left_out |= parts[i].flag;
}

static void say_too_large(const struct game *game, struct veto_power_error *error) {
    snprintf(error->text, sizeof error->text,
             "the power of %u members of %u kinds under %u further majorit%s is not computed: "
             "there are too many kinds of coalitions to count them exactly",
             game->members, game->kind_count, game->majority_count,
             game->majority_count == 1 ? "y" : "ies");
}

enum veto_status veto_power_find(struct veto_power **power, const struct veto_rules *rules,
                                 enum veto_question question, unsigned what,
                                 struct veto_power_error *error) {
    static const struct veto_power begun = {.left_out = 0};
    struct finding work; /* set as it is needed: to clear it all would take its time */
    work.what = what & VETO_POWER_ALL;
    work.game.quick = (what & VETO_POWER_QUICK) != 0;
    if (!game_make(&work.game, rules, question, error))
        return VETO_INPUT;
    work.power = owned_new(&begun, sizeof begun);
    enum veto_status status = owned_try(work.power, NULL, find_work, &work) ? VETO_OK : VETO_SYSTEM;
    if (status == VETO_OK && work.what != 0 && work.power->left_out == work.what &&
        !work.game.quick) {
        say_too_large(&work.game, error);
        status = VETO_INPUT;
    }
    return owned_give(power, work.power, status);
}

void veto_power_free(struct veto_power *power) {
    owned_free(power);
}
