#include "veto/power.h"

#include <stdio.h>

#include "analysis/power_game.h"
#include "base/owned.h"

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
    work->power->kinds = (struct veto_kinds){
        game->members, game->kind_count,
        arena_regrow(arena, game->kind_of, game->members, game->members, sizeof *game->kind_of),
        size};
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
    struct finding work = {.what = what & VETO_POWER_ALL};
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
    if (status == VETO_OK)
        *power = work.power;
    else
        veto_power_free(work.power);
    return status;
}

void veto_power_free(struct veto_power *power) {
    owned_free(power);
}
