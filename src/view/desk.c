#include "view/desk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "view/rules.h"

/* Changes as lists that share their tails, the latest first; one a path. None is ever altered, so a
 * pointer is all that undoing has to keep. */
struct edit {
    const struct edit *before;
    const char *path;
    const char *override; /* PATH=VALUE */
};

/* From the edits of the step before to these, and where the meeting stood then. */
struct step {
    const struct edit *edits;
    enum veto_mode mode;
    size_t from, to; /* events shown */
};

/* A scenario loaded and played. */
struct played {
    struct veto_scenario *scenario;
    struct stage stage;
};

struct desk {
    struct arena arena;
    const char *told; /* the override that was made last, or that there is none */
    struct desk_source source;
    struct played start, marked, now;
    bool has_mark;
    const struct edit *mark;
    struct step *steps; /* the first `done` hold; those behind were undone */
    size_t done, count, capacity;
};

static const struct edit *edits_now(const struct desk *desk) {
    return desk->done > 0 ? desk->steps[desk->done - 1].edits : NULL;
}

/* ---- lists of edits ---- */

static size_t count_edits(const struct edit *edits) {
    size_t count = 0;
    for (; edits; edits = edits->before)
        count++;
    return count;
}

static bool same_edits(const struct edit *a, const struct edit *b) {
    while (a && b && a != b) {
        if (strcmp(a->override, b->override) != 0)
            return false;
        a = a->before;
        b = b->before;
    }
    return a == b;
}

static const struct edit *without(struct desk *desk, const struct edit *edits, const char *path) {
    if (!edits || strcmp(edits->path, path) == 0)
        return edits ? edits->before : NULL;
    const struct edit *rest = without(desk, edits->before, path);
    if (rest == edits->before)
        return edits;
    struct edit *copy = arena_new(&desk->arena, struct edit);
    *copy = (struct edit){rest, edits->path, edits->override};
    return copy;
}

/* These edits with a value behind a path; NULL: the one that it had at the start. */
static const struct edit *with_in(struct desk *desk, const struct edit *edits, const char *path,
                                  const char *value) {
    const struct edit *rest = without(desk, edits, path);
    desk->told = arena_printf(&desk->arena, "as at the start again: %s", path);
    if (!value)
        return rest;
    struct edit *edit = arena_new(&desk->arena, struct edit);
    *edit = (struct edit){rest, path, arena_printf(&desk->arena, "%s=%s", path, value)};
    desk->told = arena_printf(&desk->arena, "now %s", edit->override);
    return edit;
}

static const struct edit *with(struct desk *desk, const char *path, const char *value) {
    return with_in(desk, edits_now(desk), path, value);
}

/* ---- from a wish to an edit ---- */

static const char *text_of_set(struct desk *desk, veto_set set) {
    const struct veto_scenario *scenario = desk->start.scenario;
    char *text = arena_printf(&desk->arena, "[");
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (veto_set_has(set, i))
            text = arena_printf(&desk->arena, "%s%s%s", text, text[1] ? ", " : "",
                                scenario->members[i].code);
    return arena_printf(&desk->arena, "%s]", text);
}

/* A number as the file has it; NULL where it is the one at the start. */
static const char *text_of_number(struct desk *desk, double number, double start) {
    return fabs(number - start) < 1e-9 ? NULL : arena_printf(&desk->arena, "%.2f", number);
}

static const struct edit *edit_ballot(struct desk *desk, const struct wish *wish) {
    const struct veto_draft *draft = &desk->start.scenario->drafts[wish->draft];
    const struct veto_preset_ballot *start = &draft->ballots[wish->member];
    const char *value;
    if (wish->ballot == VETO_NONE)
        value = start->kind == VETO_BY_MODEL ? NULL : "";
    else if (start->kind == VETO_FIXED && (int)start->ballot == wish->ballot)
        value = NULL;
    else
        value = veto_ballot_word((enum veto_ballot)wish->ballot);
    return with(desk,
                arena_printf(&desk->arena, "drafts.%s.ballots.%s", draft->id,
                             desk->start.scenario->members[wish->member].code),
                value);
}

static const struct edit *edit_leaning(struct desk *desk, const struct wish *wish) {
    const struct veto_draft *draft = &desk->start.scenario->drafts[wish->draft];
    return with(desk,
                arena_printf(&desk->arena, "drafts.%s.leanings.%s", draft->id,
                             desk->start.scenario->members[wish->member].code),
                text_of_number(desk, wish->number, draft->leanings[wish->member]));
}

static const struct edit *edit_tendency(struct desk *desk, const struct wish *wish) {
    const struct veto_member *start = &desk->start.scenario->members[wish->member];
    return with(
        desk,
        arena_printf(&desk->arena, "members.%s.%s", start->code,
                     wish->veto ? "veto_tendency" : "opposition"),
        text_of_number(desk, wish->number, wish->veto ? start->veto_tendency : start->opposition));
}

/* What was typed at the prompt. The value at the start is not known here, so it counts as changed.
 */
static const struct edit *edit_override(struct desk *desk, const struct wish *wish) {
    size_t length = strcspn(wish->text, "=");
    const char *value = wish->text[length] ? wish->text + length + 1 : "";
    return with(desk, arena_copy(&desk->arena, wish->text, length),
                arena_copy(&desk->arena, value, strlen(value)));
}

static const struct edit *edit_required(struct desk *desk, const struct wish *wish) {
    bool same = (unsigned)wish->number == desk->start.scenario->rules.required;
    return with(desk, "council.required_majority",
                same ? NULL : arena_printf(&desk->arena, "%u", (unsigned)wish->number));
}

/* The veto for nobody; or for those that had it at the start, else for the permanent members. */
static const struct edit *edit_vetoes(struct desk *desk, const struct wish *wish) {
    const struct veto_scenario *start = desk->start.scenario;
    veto_set holders = start->rules.veto_holders;
    for (unsigned i = 0; !start->rules.veto_holders && i < start->members_count; i++)
        if (start->members[i].permanent)
            holders |= veto_set_of(i);
    holders = wish->veto ? holders : 0;
    return with(desk, "council.veto",
                holders == start->rules.veto_holders ? NULL : text_of_set(desk, holders));
}

/* Rules by name, in the place of what single ones of them were changed to. */
static const struct edit *edit_rules(struct desk *desk, const struct wish *wish) {
    static const char *const single[] = {"council.required_majority", "council.veto",
                                         "council.veto_needs", "council.override_at"};
    size_t count;
    const struct veto_rule_set *set = &veto_rule_sets(&count)[(size_t)wish->number];
    const struct edit *edits = edits_now(desk);
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        edits = without(desk, edits, single[i]);
    return with_in(desk, edits, "council.rules",
                   rules_at_hand(desk->start.scenario, set) ? NULL : set->name);
}

/* ---- playing ---- */

static void unplay(struct played *played) {
    stage_close(&played->stage);
    veto_scenario_free(played->scenario);
    *played = (struct played){.scenario = NULL};
}

/* What memory the change needs, made before anything is changed. */
struct making {
    struct desk *desk;
    const struct wish *wish; /* NULL: `edits` is there */
    const struct edit *edits;
    const char **overrides;
    size_t count, changes;
};

static void work_making(void *context) {
    static const struct edit *(*const make[DESK_WISHES])(struct desk *, const struct wish *) = {
        [WISH_BALLOT] = edit_ballot,     [WISH_LEANING] = edit_leaning,
        [WISH_TENDENCY] = edit_tendency, [WISH_REQUIRED] = edit_required,
        [WISH_VETOES] = edit_vetoes,     [WISH_OVERRIDE] = edit_override,
        [WISH_RULES] = edit_rules,
    };
    struct making *making = context;
    struct desk *desk = making->desk;
    if (making->wish)
        making->edits = make[making->wish->kind](desk, making->wish);
    making->changes = count_edits(making->edits);
    making->count = desk->source.override_count + making->changes;
    making->overrides = arena_array(&desk->arena, const char *, making->count + 1);
    for (size_t i = 0; i < desk->source.override_count; i++)
        making->overrides[i] = desk->source.overrides[i];
    size_t at = making->count;
    for (const struct edit *edit = making->edits; edit; edit = edit->before)
        making->overrides[--at] = edit->override;
    arena_push(&desk->arena, desk->steps, desk->count, desk->capacity);
}

static enum veto_status play(struct making *making, struct played *played,
                             struct veto_diagnostics *list) {
    struct desk *desk = making->desk;
    struct played new = {.scenario = NULL};
    if (!arenas_try(&desk->arena, NULL, work_making, making))
        return VETO_SYSTEM;
    enum veto_status status = veto_scenario_load(&new.scenario, list, &desk->source.text,
                                                 making->overrides, making->count);
    if (status == VETO_OK)
        status = stage_open(&new.stage, new.scenario, desk->source.seed);
    if (status != VETO_OK) {
        veto_scenario_free(new.scenario);
        return status;
    }
    new.stage.word = desk->source.word;
    new.stage.overrides = making->overrides;
    new.stage.override_count = making->count;
    new.stage.changes = making->changes;
    unplay(played);
    *played = new;
    return VETO_OK;
}

/* Tells the stage what it is held against. */
static void compare(struct desk *desk) {
    const struct edit *against = desk->has_mark ? desk->mark : NULL;
    const struct played *other = desk->has_mark ? &desk->marked : &desk->start;
    desk->now.stage.before = same_edits(edits_now(desk), against) ? NULL : &other->stage;
    desk->now.stage.marked = desk->has_mark;
}

/* ---- wishes ---- */

struct noting {
    struct desk *desk;
    const char *text, *more;
    const char *note;
};

static void work_note(void *context) {
    struct noting *noting = context;
    noting->note = arena_printf(&noting->desk->arena, "%s%s", noting->text, noting->more);
}

static const char *note(struct desk *desk, const char *text, const char *more) {
    struct noting noting = {desk, text, more, text};
    arenas_try(&desk->arena, NULL, work_note, &noting);
    return noting.note;
}

/* Plays with these edits and stays in the meeting where it is. */
static bool play_now(struct making *making, struct state *state) {
    struct desk *desk = making->desk;
    struct played old = desk->now;
    struct played new = {.scenario = NULL};
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? play(making, &new, list) : VETO_SYSTEM;
    if (status == VETO_OK) {
        *state = state_follow(&old.stage, &new.stage, *state);
        unplay(&old);
        desk->now = new;
    } else if (status == VETO_INPUT) {
        state->notice = note(desk, "that cannot be: ", veto_diagnostics_get(list, 0).message);
    } else {
        state->notice = "memory ran out, and nothing was changed";
    }
    veto_diagnostics_free(list);
    return status == VETO_OK;
}

/* The scenario itself may say otherwise of single rules, and that stands. */
static void tell_rules(struct desk *desk, struct state *state, const struct wish *wish) {
    size_t count;
    const struct veto_rule_set *set = &veto_rule_sets(&count)[(size_t)wish->number];
    state->notice = desk->told;
    if (!rules_at_hand(desk->now.scenario, set))
        state->notice = note(desk, desk->told, "; what the scenario says of single rules stands");
}

/* A change of a member shows where it is made. */
static void tell(struct desk *desk, struct state *state, const struct wish *wish) {
    if (wish->kind == WISH_RESET)
        state->notice = "as it was at the start; u takes that back";
    else if (wish->kind == WISH_RETURN)
        state->notice = "as it was at the mark; u takes that back";
    else if (wish->kind == WISH_REQUIRED || wish->kind == WISH_VETOES ||
             wish->kind == WISH_OVERRIDE)
        state->notice = desk->told;
    else if (wish->kind == WISH_RULES)
        tell_rules(desk, state, wish);
}

static void change(struct desk *desk, struct state *state, const struct wish *wish) {
    struct making making = {.desk = desk, .wish = wish};
    struct step step = {.mode = state->mode, .from = state->shown};
    if (wish->kind == WISH_RETURN)
        making.edits = desk->mark;
    if (wish->kind == WISH_RESET || wish->kind == WISH_RETURN)
        making.wish = NULL;
    if (!making.wish && same_edits(making.edits, edits_now(desk))) {
        state->notice = wish->kind == WISH_RESET ? "nothing has been changed" : "this is the mark";
        return;
    }
    if (!play_now(&making, state))
        return;
    step.edits = making.edits;
    step.to = state->shown;
    desk->steps[desk->done++] = step;
    desk->count = desk->done;
    tell(desk, state, wish);
}

static void undo(struct desk *desk, struct state *state) {
    if (desk->done == 0) {
        state->notice = "nothing to undo";
        return;
    }
    struct step step = desk->steps[desk->done - 1];
    struct making making = {.desk = desk};
    making.edits = desk->done > 1 ? desk->steps[desk->done - 2].edits : NULL;
    bool unmoved = state->mode == step.mode && state->shown == step.to;
    if (!play_now(&making, state))
        return;
    desk->done--;
    if (unmoved)
        state->shown = step.from;
}

static void redo(struct desk *desk, struct state *state) {
    if (desk->done == desk->count) {
        state->notice = "nothing to do again";
        return;
    }
    struct step step = desk->steps[desk->done];
    struct making making = {.desk = desk, .edits = step.edits};
    bool unmoved = state->mode == step.mode && state->shown == step.from;
    if (!play_now(&making, state))
        return;
    desk->done++;
    if (unmoved)
        state->shown = step.to;
}

/* Marks what is there; where that is the mark already, takes the mark away. */
static void mark(struct desk *desk, struct state *state) {
    struct making making = {.desk = desk, .edits = edits_now(desk)};
    struct veto_diagnostics *list = veto_diagnostics_new();
    if (desk->has_mark && same_edits(desk->mark, making.edits)) {
        desk->has_mark = false;
        state->notice = "the mark is gone: changes are held against the start again";
    } else if (list && play(&making, &desk->marked, list) == VETO_OK) {
        desk->has_mark = true;
        desk->mark = making.edits;
        state->notice = "marked: changes are held against this now, and r returns to it";
    } else {
        state->notice = "memory ran out, and nothing was marked";
    }
    veto_diagnostics_free(list);
}

static void carry_out(struct desk *desk, struct state *state, const struct wish *wish) {
    if (wish->kind == WISH_UNDO)
        undo(desk, state);
    else if (wish->kind == WISH_REDO)
        redo(desk, state);
    else if (wish->kind == WISH_MARK)
        mark(desk, state);
    else if (wish->kind == WISH_RETURN && !desk->has_mark)
        state->notice = "nothing is marked; M marks what is there";
    else
        change(desk, state, wish);
    compare(desk);
}

/* What is worked out only where it is looked at. */
static void find_shown(struct desk *desk, const struct state *state) {
    struct stage *stage = &desk->now.stage;
    int flips = state_flips(stage, state);
    if (state->overlay == VIEW_FLIPS && flips != VETO_NONE)
        stage_find_flips(stage, state->mode, flips);
    if (state->overlay != VIEW_POWER)
        return;
    stage_find_power(stage, state->mode, state_draft(stage, state));
    if (stage->before)
        stage_find_power(desk->has_mark ? &desk->marked.stage : &desk->start.stage, state->mode,
                         VETO_NONE);
}

/* What the state wishes of a desk; it keeps what is wished of others. */
static struct state heed(struct desk *desk, struct state state) {
    struct wish wish = state.wish;
    if (wish.kind != WISH_NONE && wish.kind < DESK_WISHES) {
        state.wish = (struct wish){.kind = WISH_NONE};
        if (wish.kind == WISH_OVERRIDE && !wish.text)
            wish.text = state.prompt.text;
        carry_out(desk, &state, &wish);
    }
    find_shown(desk, &state);
    return state;
}

struct state desk_press(struct desk *desk, struct state state, uint32_t key) {
    return heed(desk, state_press(&desk->now.stage, state, key));
}

struct state desk_act(struct desk *desk, struct state state, enum action action, int argument) {
    return heed(desk, state_act(&desk->now.stage, state, action, argument));
}

struct state desk_change(struct desk *desk, struct state state, const char *override) {
    state.wish = (struct wish){.kind = WISH_OVERRIDE, .text = override};
    return heed(desk, state);
}

const struct desk_source *desk_source(const struct desk *desk) {
    return &desk->source;
}

const struct stage *desk_stage(const struct desk *desk) {
    return &desk->now.stage;
}

/* ---- life ---- */

struct opening {
    struct desk *desk;
    const struct desk_source *source;
};

static void work_open(void *context) {
    struct opening *opening = context;
    struct arena *arena = &opening->desk->arena;
    const struct desk_source *from = opening->source;
    struct desk_source *to = &opening->desk->source;
    const char **overrides = arena_array(arena, const char *, from->override_count + 1);
    for (size_t i = 0; i < from->override_count; i++)
        overrides[i] = arena_copy(arena, from->overrides[i], strlen(from->overrides[i]));
    *to = *from;
    to->word = arena_copy(arena, from->word, strlen(from->word));
    to->text.name = arena_copy(arena, from->text.name, strlen(from->text.name));
    to->text.bytes = arena_copy(arena, from->text.bytes, from->text.length);
    to->overrides = overrides;
}

enum veto_status desk_open(struct desk **desk, const struct desk_source *source,
                           struct veto_diagnostics *list) {
    struct desk *new = calloc(1, sizeof *new);
    struct veto_diagnostics *again = veto_diagnostics_new(); /* what is right is right twice */
    struct opening opening = {new, source};
    struct making making = {.desk = new};
    enum veto_status status = VETO_SYSTEM;
    if (new &&again && arenas_try(&new->arena, NULL, work_open, &opening))
        status = play(&making, &new->start, list);
    if (status == VETO_OK)
        status = play(&making, &new->now, again);
    veto_diagnostics_free(again);
    if (status == VETO_OK)
        *desk = new;
    else
        desk_close(new);
    return status;
}

void desk_close(struct desk *desk) {
    if (!desk)
        return;
    unplay(&desk->start);
    unplay(&desk->marked);
    unplay(&desk->now);
    arena_free(&desk->arena);
    free(desk);
}
