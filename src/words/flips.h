/*
 * What changes of ballots are called, for text and screen alike. Like words.h, of which this is a
 * part: everything comes out in the arena given, and phrases end without a full stop.
 */
#pragma once

#include "veto/flips.h"

struct arena;

/* Who decides, in a sentence without its full stop: "The Russian Federation alone decides whether
 * it is adopted; for it to fail, 3 other ballots are needed". */
char *words_flips_lead(struct arena *arena, const struct veto_scenario *scenario,
                       const struct veto_flips *flips);

/* How far it is to an outcome: "To be adopted, it takes 1 other ballot", "To fail, no change of
 * ballots does it". */
char *words_flips_to(struct arena *arena, const struct veto_flips_to *to);

/* One way: "The Russian Federation abstains instead; and 2 of these 3 move from in favour to
 * against: France, the United Kingdom and the United States". */
char *words_flip(struct arena *arena, const struct veto_scenario *scenario,
                 const struct veto_flip *flip);

/* What is left out behind the first `shown` ways: "and 12 less likely ones"; NULL where nothing
 * is. */
char *words_flips_rest(struct arena *arena, const struct veto_flips_to *to, size_t shown);
