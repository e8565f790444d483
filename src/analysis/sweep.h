/* What a sweep and the threads that run it share. */
#pragma once

#include "base/arena.h"
#include "veto/sweep.h"

/* What works out points, one thread at a time: a scenario, and the plan for it. */
struct sweep_worker {
    struct veto_sweep *sweep;
    struct veto_diagnostics *list;
    struct veto_scenario *scenario;
    struct veto_odds_plan *plan;
    size_t *at;               /* the value of every axis that the scenario and the plan have */
    struct sweep_knob *knobs; /* of every axis, in the plan */
    char **made;              /* the overrides of the axes */
    const char **overrides;   /* those of the request, and these */
};

struct veto_sweep {
    struct arena arena;
    const struct veto_sweep_request *request;
    struct sweep_axis *axes;
    size_t points;
    struct veto_scenario *scenario;  /* of the first point */
    struct sweep_worker first;       /* the caller's */
    struct veto_diagnostics *failed; /* of another worker, which had mistakes */
    const struct veto_diagnostics *mistakes;
};

/* Makes it in an arena, under arenas_try; without a `list`, memory ran out. To be closed in any
 * case. */
void sweep_worker_open(struct sweep_worker *worker, struct veto_sweep *sweep, struct arena *arena);
void sweep_worker_close(struct sweep_worker *worker);

/* As veto_sweep_at. */
enum veto_status sweep_worker_at(struct sweep_worker *worker, size_t index,
                                 struct veto_sweep_point *point);
