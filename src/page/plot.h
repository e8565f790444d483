/* What all drawings of charts share: which points are drawn, and where their labels stand. */
#pragma once

#include <stddef.h>

#include "page/page.h"

enum { PLOT_SHADES = 5, PLOT_STACK = 6 };

/* The point that stands at one of so many places: the first, the last and those between at even
 * distances. */
size_t plot_point(size_t points, size_t place, size_t places);

/* A value as a share of the scale, 0 to 1. */
double plot_share(const struct page_chart *chart, double value);

/* Whether a chart of bars has one of this series at a point: none for 0 where another is more. */
bool plot_has_bar(const struct page_chart *chart, size_t series, size_t point);

/* How dark a share of the whole is, 0 to PLOT_SHADES - 1; and "below 20%", "from 40%". */
unsigned plot_shade(double share);
const char *plot_shade_name(struct arena *arena, unsigned shade);

/*
 * On which line below an axis each label stands, so that none touches another: the first that has
 * room. Those for which none of the first `lines` (at most PLOT_STACK) has any stand on PLOT_STACK:
 * they are left out. Returns how many lines it takes.
 */
struct plot_label {
    const char *text;
    size_t start, width, line;
};
size_t plot_stack(struct plot_label *labels, size_t count, size_t gap, size_t lines);
