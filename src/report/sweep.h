/*
 * The points of a sweep as rows: CSV (RFC 4180), or one JSON object a line:
 *
 *     {"set": {"members.RUS.veto_tendency": 0.2}, "method": "exact", "trials": null,
 *      "drafts": [{"id": "french", "adopted": 0, "vetoed": 1, "failed": 0, "not_put": 0}],
 *      "also_set": ["council.veto_needs=2"], "hypothetical": true}
 *
 * and as charts. Of the last two, each stands only where there is something to say. Values stand in
 * CSV as they were set, and in JSON as numbers where they are numbers, else as texts; probabilities
 * in the fewest digits that read back as the same number. By Monte Carlo they are counts over
 * `trials`; exact points have none.
 */
#pragma once

#include "report/report.h"
#include "veto/sweep.h"

/* How rows are to look. They are put together from texts and from numbers. */
struct sweep_rows {
    const char *head; /* the line above all rows; empty for JSON */
    size_t most;      /* as veto_sweep_use asks for */

    /* what sweep_rows_print has: */
    const struct veto_scenario *scenario;
    const struct veto_axis *axes;
    size_t axis_count;
    const char *const *also_set;
    size_t also_set_count;
    const char ***values; /* for every value of every axis: all that stands in its column */
    const char *method[VETO_METHODS]; /* by Monte Carlo, the trials stand behind it */
    const char **numbers; /* VETO_OUTCOMES a draft: what stands before each probability */
    const char *end;
    struct arena arena;
    bool json, failed;
};

/* Of the scenario that is asked for. NULL when memory runs out. The caller frees it; the axes, the
 * overrides and the scenario must outlive it. */
struct sweep_rows *sweep_rows_new(const struct veto_scenario *scenario,
                                  const struct veto_sweep_request *request, bool json);
void sweep_rows_free(struct sweep_rows *rows);

/* As veto_sweep_use asks for; its context is the rows. */
size_t sweep_rows_print(const void *rows, size_t index, const struct veto_sweep_point *point,
                        char *bytes);

/* A chart of one axis, or of two: down by the first, across by the second. */
struct sweep_chart {
    const struct veto_scenario *scenario;
    const struct veto_axis *axes;
    size_t axis_count;
    bool listed[2]; /* the values of an axis are a list, and not a range */
    /* what sweep_chart_find finds: */
    size_t across, down; /* points, those between the ends at even distances; one down for a line */
    double *chances;     /* VETO_OUTCOMES a draft of each point, row by row */
    size_t drawn;        /* by Monte Carlo, so many points, ... */
    uint64_t trials;     /* ... each with so many trials */
};

/* Asks `find` for as many points as a chart can show. What it fails with is returned; VETO_SYSTEM
 * when memory runs out. sweep_chart_free in any case. */
typedef enum veto_status sweep_find(void *context, size_t index, struct veto_sweep_point *point);
enum veto_status sweep_chart_find(struct sweep_chart *chart, sweep_find *find, void *context);
void sweep_chart_free(struct sweep_chart *chart);

/* Of a struct sweep_chart, which has no JSON: the rows have it. */
extern const struct report report_sweep_chart;
