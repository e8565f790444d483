/*
 * Odds along ranges of values: a grid of points, each the scenario with one value of every axis
 * set, as an override would set it.
 */
#ifndef VETO_SWEEP_H
#define VETO_SWEEP_H

#include "veto/odds.h"

VETO_BEGIN_C

/* A path as overrides have it, and the values that it takes, in the file's own syntax. */
struct veto_axis {
    const char *path;
    const char *const *values;
    size_t count; /* at least 1 */
};

/* How to work out a point: exactly where it can be, and else by Monte Carlo; or only one way. */
enum veto_sweep_method { VETO_SWEEP_AUTO, VETO_SWEEP_EXACT, VETO_SWEEP_MONTE_CARLO };

/* All of it must outlive the sweep. No path may be another one, or lead on from it. */
struct veto_sweep_request {
    const struct veto_text *text;
    const char *const *overrides; /* set before those of the axes */
    size_t override_count;
    const struct veto_axis *axes; /* the last one changes fastest */
    size_t axis_count;
    enum veto_sweep_method method;
    uint64_t seed, trials; /* of each point by Monte Carlo, as struct veto_monte_carlo has them; 0
                              with VETO_SWEEP_AUTO: as many as VETO_ODDS_STEPS are enough for */
};

/* The points of a grid; SIZE_MAX where there are more than that. */
size_t veto_sweep_points(const struct veto_axis *axes, size_t axis_count);

struct veto_sweep;

/*
 * Tries every value of every axis, all others at their first (of a number that a plan can change,
 * only the first and the last: what lies between is in range where they are). VETO_INPUT: a mistake
 * was reported to `diagnostics` (or NULL), one in a value as of the file "--vary"; or none was, and
 * the scenario has no plan. *sweep is untouched on failure; the caller frees it.
 */
enum veto_status veto_sweep_new(struct veto_sweep **sweep, struct veto_diagnostics *diagnostics,
                                const struct veto_sweep_request *request);
void veto_sweep_free(struct veto_sweep *sweep); /* NULL does nothing */

/* The scenario of the first point. Which drafts there are, and their order, is that of all. */
const struct veto_scenario *veto_sweep_scenario(const struct veto_sweep *sweep);

/* What was found at a point. */
struct veto_sweep_point {
    enum veto_method method;
    uint64_t trials; /* Monte Carlo; else 0 */
    double *chances; /* of the outcomes: VETO_OUTCOMES a draft, in order; the caller's room */
};

/* Works out the point of this number. VETO_INPUT: as above, in veto_sweep_mistakes; or the point
 * has other drafts, or too many states for VETO_SWEEP_EXACT. */
enum veto_status veto_sweep_at(struct veto_sweep *sweep, size_t index,
                               struct veto_sweep_point *point);

/* What to do with the points, in the order of their numbers. */
struct veto_sweep_use {
    unsigned threads;
    size_t row_most; /* bytes that `print` writes at most */
    /* Prints one point; called in any thread. Returns how many bytes it wrote. */
    size_t (*print)(const void *context, size_t index, const struct veto_sweep_point *point,
                    char *bytes);
    /* Takes what was printed, in order, one call at a time; false stops the sweep. */
    bool (*take)(void *context, const char *bytes, size_t length);
    void *context;
};

/* Works through all points. The same for any number of threads. Stopped by `take`: VETO_OK. Else
 * as veto_sweep_at. */
enum veto_status veto_sweep_run(struct veto_sweep *sweep, const struct veto_sweep_use *use);

/* The mistakes at the point where the sweep failed; empty where there were none. */
const struct veto_diagnostics *veto_sweep_mistakes(const struct veto_sweep *sweep);

/* The number of a plan that a path names: "members.RUS.veto_tendency". False where there is none
 * that can be changed without decoding the scenario again. */
bool veto_knob_find(const struct veto_scenario *scenario, const char *path, struct veto_knob *knob);

VETO_END_C

#endif
