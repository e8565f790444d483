/* What the parts of a calibration share. */
#ifndef EXPECT_CALIBRATE_H
#define EXPECT_CALIBRATE_H

#include "expect/fit.h"
#include "veto/expect.h"

/* What was forecast of a vote, by the fit to all votes. */
struct foretold {
    bool made;
    double adopted, in_favour[SEATS];
};

/* Fits done, of which `stop` is told. */
struct steps {
    const struct veto_calibrate_ask *ask;
    size_t done, of;
};

/* False where it was stopped. */
static inline bool step_done(struct steps *steps) {
    steps->done++;
    return !steps->ask->stop || !steps->ask->stop(steps->ask->context, steps->done, steps->of);
}

/* accuracy.c: of rare events, by what was foretold of each vote: that a draft is not adopted; that
 * a ballot on what was adopted is not in favour. */
enum accuracy_of { OF_ADOPTION, OF_BALLOTS };
void accuracy_find(struct veto_accuracy *accuracy, enum accuracy_of of, const struct matrix *matrix,
                   const struct foretold *foretold);

/* held_out.c: a fit at a time in the scratch arena, which is empty before and after. */
enum { HELD_OUT_FOLDS = 10, HELD_OUT_YEARS = 5 };
size_t held_out_steps(const struct matrix *matrix);
bool held_out(struct veto_calibration *calibration, struct arena *arena, struct arena *scratch,
              const struct matrix *matrix, struct steps *steps);

#endif
