/*
 * The desk: a scenario's text, the changes made to it by hand, and the stages that they give. Every
 * change is an override, and the text is loaded again with all of them; so nothing can be changed
 * here that the command line could not, and whatever it refuses is refused here.
 */
#pragma once

#include "play/state.h"

struct desk;

struct desk_source {
    const char *word; /* the scenario on the command line */
    struct veto_text text;
    const char *file; /* that the text is from, or NULL */
    const char *const *overrides;
    size_t override_count;
    uint64_t seed;
};

/* Copies the source. *desk is untouched on failure: VETO_INPUT with diagnostics, or VETO_SYSTEM.
 * The caller closes it; NULL does nothing. */
enum veto_status desk_open(struct desk **desk, const struct desk_source *source,
                           struct veto_diagnostics *list);
void desk_close(struct desk *desk);

/* What is shown now; until the next call of desk_press. */
const struct stage *desk_stage(const struct desk *desk);

/* What it was opened with: the desk's own copy. */
const struct desk_source *desk_source(const struct desk *desk);

/* state_press, and what the state then wishes of a desk carried out; other wishes stay in it. Where
 * that cannot be, the notice says why, and nothing has changed. Notices live as long as the desk.
 */
struct state desk_press(struct desk *desk, struct state state, uint32_t key);

/* The same for state_act. */
struct state desk_act(struct desk *desk, struct state state, enum action action, int argument);

/* A change by hand, PATH=VALUE. Where it is not VETO_OK nothing has changed, and the notice says
 * why: VETO_INPUT, the scenario cannot be so; VETO_SYSTEM, memory ran out. */
enum veto_status desk_change(struct desk *desk, struct state *state, const char *override);
