/* How likely each member is to be decisive. */
#ifndef ANALYSIS_DECISIVE_H
#define ANALYSIS_DECISIVE_H

#include "analysis/allowance.h"
#include "base/arena.h"
#include "veto/meeting.h"

/* decisive[member], as struct veto_flips has it, from the leanings at the vote, one a member.
 * False: it takes more than is allowed. Under arenas_try. */
bool decisive_find(const struct veto_scenario *scenario, const struct veto_vote *vote,
                   const double *leanings, struct allowance *allowance, struct arena *arena,
                   double *decisive);

#endif
