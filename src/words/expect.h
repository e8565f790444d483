/* What is said of a forecast from the record. Texts come out in the arena given, under arenas_try.
 */
#ifndef WORDS_EXPECT_H
#define WORDS_EXPECT_H

#include "veto/expect.h"

struct arena;

/* How members vote on drafts of one kind, a phrase: "the United States alone against", "Russia and
 * some elected members against, China abstaining", "all in favour". */
char *expect_kind(struct arena *arena, const struct veto_expectation *found,
                  const struct veto_expect_kind *kind);

/* What the fit stands on, and what its chances are chances of: sentences. */
char *expect_ground(struct arena *arena, const struct veto_expectation *found);

/* What is taken for known: "Given: the United States against (12% likely by itself)."; empty where
 * nothing is. */
char *expect_given(struct arena *arena, const struct veto_expectation *found);

/* What it cannot know, sentences. */
const char *expect_limits(void);

#endif
