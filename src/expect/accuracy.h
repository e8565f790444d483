/* Rare events, by what was foretold of each vote. */
#ifndef EXPECT_ACCURACY_H
#define EXPECT_ACCURACY_H

#include "expect/matrix.h"
#include "veto/expect.h"

/* What was forecast of a vote, by the fit to all votes. */
struct foretold {
    bool made;
    double adopted, in_favour[SEATS];
};

/* That a draft is not adopted; that a ballot on what was adopted is not in favour. */
enum accuracy_of { OF_ADOPTION, OF_BALLOTS };

void accuracy_find(struct veto_accuracy *accuracy, enum accuracy_of of, const struct matrix *matrix,
                   const struct foretold *foretold);

#endif
