/* How likely each member is to be decisive. */
#ifndef ANALYSIS_DECISIVE_H
#define ANALYSIS_DECISIVE_H

#include "analysis/allowance.h"
#include "base/arena.h"
#include "meeting/model.h"

/* decisive[member], as struct veto_flips has it, from the leanings at the vote, one a member.
 * False: it takes more than is allowed. Under arenas_try. */
bool decisive_find(struct model_vote on, const double *leanings, struct allowance *allowance,
                   struct arena *arena, double *decisive);

#endif
