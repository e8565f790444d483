/* Ballots that are held out, and told from the others: a part of a calibration. */
#ifndef EXPECT_HELD_OUT_H
#define EXPECT_HELD_OUT_H

#include "expect/fit.h"
#include "veto/expect.h"

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

/* A fit at a time in the scratch arena, which is empty before and after. */
enum { HELD_OUT_FOLDS = 10, HELD_OUT_YEARS = 5 };
size_t held_out_steps(const struct matrix *matrix);
bool held_out(struct veto_calibration *calibration, struct arena *arena, struct arena *scratch,
              const struct matrix *matrix, struct steps *steps);

#endif
