#include "play/desk.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "play/actions.h"
#include "play/edits.h"
#include "play/rules.h"

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
    enum veto_status played; /* what came of playing last */
    bool has_mark;
    const struct edit *mark;
    struct step *steps; /* the first `done` hold; those behind were undone */
    size_t done, count, capacity;
};

static const struct edit *edits_now(const struct desk *desk) {
    return desk->done > 0 ? desk->steps[desk->done - 1].edits : NULL;
}

/* ---- playing ---- */

static void unplay(struct played *played) {
    stage_close(&played->stage);
    veto_scenario_free(played->scenario);
    *played = (struct played){.scenario = NULL};
}

/* What memory the change needs, made before anything is changed. */
struct desk_making {
    struct desk *desk;
    const struct wish *wish; /* NULL: `edits` is there */
    const struct edit *edits;
    const char **overrides;
    size_t count, changes;
};

static void work_making(void *context) {
    struct desk_making *making = context;
    struct desk *desk = making->desk;
    struct editing editing = {&desk->arena, desk->start.scenario, edits_now(desk), desk->told};
    if (making->wish)
        making->edits = edits_wish(&editing, making->wish);
    desk->told = editing.told;
    making->changes = 0;
    for (const struct edit *edit = making->edits; edit; edit = edit->before)
        making->changes++;
    making->count = desk->source.override_count + making->changes;
    making->overrides = arena_array(&desk->arena, const char *, making->count + 1);
    for (size_t i = 0; i < desk->source.override_count; i++)
        making->overrides[i] = desk->source.overrides[i];
    size_t at = making->count;
    for (const struct edit *edit = making->edits; edit; edit = edit->before)
        making->overrides[--at] = edit->override;
    arena_push(&desk->arena, desk->steps, desk->count, desk->capacity);
}

static enum veto_status desk_play(struct desk_making *making, struct played *played,
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

static const char *desk_note(struct desk *desk, const char *text, const char *more) {
    struct noting noting = {desk, text, more, text};
    arenas_try(&desk->arena, NULL, work_note, &noting);
    return noting.note;
}

/* Plays with these edits and stays in the meeting where it is. */
static bool play_now(struct desk_making *making, struct state *state) {
    struct desk *desk = making->desk;
    struct played old = desk->now;
    struct played new = {.scenario = NULL};
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? desk_play(making, &new, list) : VETO_SYSTEM;
    if (status == VETO_OK) {
        desk->now = new;
        *state = state_follow(&old.stage, *state);
        state->scroll = 0; /* what changed stands at the top of a member's view */
        unplay(&old);
    } else if (status == VETO_INPUT) {
        state->notice = desk_note(desk, "that cannot be: ", veto_diagnostics_get(list, 0).message);
    } else {
        state->notice = "memory ran out, and nothing was changed";
    }
    veto_diagnostics_free(list);
    desk->played = status;
    return status == VETO_OK;
}

/* The scenario itself may say otherwise of single rules, and that stands. */
static void desk_tell(struct desk *desk, struct state *state, const struct wish *wish) {
    size_t count, set = wish->kind == WISH_RULES ? (size_t)wish->number : 0;
    if (wish->kind == WISH_RESET)
        state->notice = "as it was at the start; u takes that back";
    else if (wish->kind == WISH_RETURN)
        state->notice = "as it was at the mark; u takes that back";
    else if (wish->kind == WISH_RULES &&
             !rules_at_hand(desk->now.scenario, &veto_rule_sets(&count)[set]))
        state->notice =
            desk_note(desk, desk->told, "; what the scenario says of single rules stands");
    else
        state->notice = desk->told;
}

static void change(struct desk *desk, struct state *state, const struct wish *wish) {
    struct desk_making making = {.desk = desk, .wish = wish};
    struct step step = {.mode = state->mode, .from = state->shown};
    if (wish->kind == WISH_RETURN)
        making.edits = desk->mark;
    if (wish->kind == WISH_RESET || wish->kind == WISH_RETURN)
        making.wish = NULL;
    if (!making.wish && edits_same(making.edits, edits_now(desk))) {
        state->notice = wish->kind == WISH_RESET ? "nothing has been changed since the start"
                                                 : "this is the mark";
        return;
    }
    if (!play_now(&making, state))
        return;
    step.edits = making.edits;
    step.to = state->shown;
    desk->steps[desk->done++] = step;
    desk->count = desk->done;
    desk_tell(desk, state, wish);
}

/* A step back or, the last one taken back, forth again; the place moves with it where nobody has
 * moved since. */
static void desk_step(struct desk *desk, struct state *state, bool back) {
    if (desk->done == (back ? 0 : desk->count)) {
        state->notice = back ? "nothing to undo" : "nothing to do again";
        return;
    }
    size_t done = back ? desk->done - 1 : desk->done + 1;
    const struct step *step = &desk->steps[back ? done : done - 1];
    size_t here = back ? step->to : step->from, there = back ? step->from : step->to;
    struct desk_making making = {.desk = desk,
                                 .edits = done > 0 ? desk->steps[done - 1].edits : NULL};
    bool unmoved = state->mode == step->mode && state->shown == here;
    if (!play_now(&making, state))
        return;
    desk->done = done;
    if (unmoved)
        state->shown = there;
}

/* Marks what is there; where that is the mark already, takes the mark away. */
static void desk_mark(struct desk *desk, struct state *state) {
    struct desk_making making = {.desk = desk, .edits = edits_now(desk)};
    struct veto_diagnostics *list = veto_diagnostics_new();
    if (desk->has_mark && edits_same(desk->mark, making.edits)) {
        desk->has_mark = false;
        state->notice = "the mark is gone: changes are held against the start again";
    } else if (list && desk_play(&making, &desk->marked, list) == VETO_OK) {
        desk->has_mark = true;
        desk->mark = making.edits;
        state->notice = "marked: changes are held against this now, and r returns to it";
    } else {
        state->notice = "memory ran out, and nothing was marked";
    }
    veto_diagnostics_free(list);
}

/* The same changes by the next seed. It is no change itself: there is nothing to take back. */
static void draw_again(struct desk *desk, struct state *state) {
    struct desk_making making = {.desk = desk, .edits = edits_now(desk)};
    desk->source.seed++;
    if (!play_now(&making, state))
        desk->source.seed--;
    else if (state->mode != VETO_SAMPLED)
        state->notice = "another draw is made; m plays it, in mode sampled";
}

static void carry_out(struct desk *desk, struct state *state, const struct wish *wish) {
    if (wish->kind == WISH_UNDO || wish->kind == WISH_REDO)
        desk_step(desk, state, wish->kind == WISH_UNDO);
    else if (wish->kind == WISH_MARK)
        desk_mark(desk, state);
    else if (wish->kind == WISH_DRAW)
        draw_again(desk, state);
    else if (wish->kind == WISH_RETURN && !desk->has_mark)
        state->notice = "nothing is marked; M marks what is there";
    else
        change(desk, state, wish);
    /* what it is held against now */
    const struct edit *against = desk->has_mark ? desk->mark : NULL;
    const struct played *other = desk->has_mark ? &desk->marked : &desk->start;
    desk->now.stage.before = edits_same(edits_now(desk), against) ? NULL : &other->stage;
    desk->now.stage.marked = desk->has_mark;
}

/* What is worked out only where it is looked at. */
static void find_shown(struct desk *desk, const struct state *state) {
    struct stage *stage = &desk->now.stage;
    int flips = state_flips(state);
    if (state->overlay == VIEW_FLIPS && flips != VETO_NONE)
        stage_find_flips(stage, state->mode, flips);
    if (state->overlay != VIEW_POWER)
        return;
    stage_find_power(stage, state->mode, state_draft(state));
    if (stage->before)
        stage_find_power(desk->has_mark ? &desk->marked.stage : &desk->start.stage, state->mode,
                         VETO_NONE);
}

/* What the state wishes of a desk; it keeps what is wished of others. */
static struct state heed(struct desk *desk, struct state state) {
    struct wish wish = state.wish;
    if (wish.kind != WISH_NONE && wish.kind < DESK_WISHES) {
        state.wish = (struct wish){.kind = WISH_NONE};
        if ((wish.kind == WISH_OVERRIDE || wish.kind == WISH_KIND) && !wish.text)
            wish.text = state.prompt.text;
        size_t done = desk->done;
        carry_out(desk, &state, &wish);
        if (wish.kind == WISH_OVERRIDE && wish.text == state.prompt.text && desk->done == done)
            state.prompt.kind = PROMPT_CHANGE; /* to be mended */
    }
    find_shown(desk, &state);
    return state;
}

struct state desk_press(struct desk *desk, struct state state, uint32_t key) {
    return heed(desk, state_press(state, key));
}

struct state desk_act(struct desk *desk, struct state state, enum action action, int argument) {
    return heed(desk, state_act(state, action, argument));
}

enum veto_status desk_change(struct desk *desk, struct state *state, const char *override) {
    state->wish = (struct wish){.kind = WISH_OVERRIDE, .text = override};
    *state = heed(desk, *state);
    return desk->played;
}

const struct desk_source *desk_source(const struct desk *desk) {
    return &desk->source;
}

const struct stage *desk_stage(const struct desk *desk) {
    return &desk->now.stage;
}

/* ---- life ---- */

/* Its own copy of what the source points to. */
static void work_desk_open(void *context) {
    struct desk *desk = context;
    struct arena *arena = &desk->arena;
    struct desk_source *source = &desk->source;
    const char **overrides = arena_array(arena, const char *, source->override_count + 1);
    for (size_t i = 0; i < source->override_count; i++)
        overrides[i] = arena_copy(arena, source->overrides[i], strlen(source->overrides[i]));
    source->overrides = overrides;
    source->word = arena_copy(arena, source->word, strlen(source->word));
    source->text.name = arena_copy(arena, source->text.name, strlen(source->text.name));
    source->text.bytes = arena_copy(arena, source->text.bytes, source->text.length);
    if (source->file)
        source->file = arena_copy(arena, source->file, strlen(source->file));
}

enum veto_status desk_open(struct desk **desk, const struct desk_source *source,
                           struct veto_diagnostics *list) {
    struct desk *opened = calloc(1, sizeof *opened);
    struct veto_diagnostics *again = veto_diagnostics_new(); /* what is right is right twice */
    struct desk_making making = {.desk = opened};
    enum veto_status status = VETO_SYSTEM;
    if (opened)
        opened->source = *source;
    if (opened && again && arenas_try(&opened->arena, NULL, work_desk_open, opened))
        status = desk_play(&making, &opened->start, list);
    if (status == VETO_OK)
        status = desk_play(&making, &opened->now, again);
    veto_diagnostics_free(again);
    if (status == VETO_OK)
        *desk = opened;
    else
        desk_close(opened);
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
