#ifndef ANALYSIS_POWER_MEASURE_H
#define ANALYSIS_POWER_MEASURE_H

#include "analysis/fraction.h"

/* The sum over all members of what each kind has. */
struct veto_natural kinds_sum(const struct veto_kinds *kinds, const struct veto_natural *of);

#endif
