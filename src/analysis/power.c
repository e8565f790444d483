#include "veto/power.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/power_game.h"

struct owned_power {
    struct veto_power power;
    struct arena arena;
    struct game game;
    unsigned what;
};

static struct veto_kinds list_kinds(const struct game *game, struct arena *arena) {
    unsigned *of = arena_array(arena, unsigned, game->members);
    unsigned *size = arena_array(arena, unsigned, game->kind_count);
    memcpy(of, game->kind_of, game->members * sizeof *of);
    for (unsigned kind = 0; kind < game->kind_count; kind++)
        size[kind] = game->kinds[kind].count;
    return (struct veto_kinds){game->members, game->kind_count, of, size};
}

static void find_work(void *context) {
    static const struct {
        unsigned flag;
        bool (*find)(const struct game *game, struct arena *arena, struct veto_power *power);
    } parts[] = {
        {VETO_POWER_YES_NO, power_binary},
        {VETO_POWER_MINIMAL, power_minimal},
        {VETO_POWER_TERNARY, power_ternary},
    };
    struct owned_power *owned = context;
    owned->power.kinds = list_kinds(&owned->game, &owned->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (owned->what & parts[i].flag &&
            !parts[i].find(&owned->game, &owned->arena, &owned->power))
            owned->power.left_out |= parts[i].flag;
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
    struct owned_power *owned = malloc(sizeof *owned);
    if (!owned)
        return VETO_SYSTEM;
    memset(&owned->power, 0, sizeof owned->power);
    owned->arena = (struct arena){0};
    owned->what = what & VETO_POWER_ALL;
    owned->game.quick = (what & VETO_POWER_QUICK) != 0;
    enum veto_status status = VETO_INPUT;
    if (game_make(&owned->game, rules, question, error)) {
        status = arenas_try(&owned->arena, NULL, find_work, owned) ? VETO_OK : VETO_SYSTEM;
        if (status == VETO_OK && owned->what != 0 && owned->power.left_out == owned->what &&
            !owned->game.quick) {
            say_too_large(&owned->game, error);
            status = VETO_INPUT;
        }
    }
    if (status == VETO_OK)
        *power = &owned->power;
    else
        veto_power_free(&owned->power);
    return status;
}

void veto_power_free(struct veto_power *power) {
    if (power) {
        struct owned_power *owned = (struct owned_power *)power;
        arena_free(&owned->arena);
        free(owned);
    }
}
