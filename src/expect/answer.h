/* From forecasts, of the fit and of the resampled ones, to what is told. */
#pragma once

#include "expect/forecast.h"
#include "veto/expect.h"

/* Forecasts of one question: the first is that of the fit, the others are of resampled records. */
struct answers {
    double *numbers; /* row by row: a struct forecast, and behind it the weights of all kinds */
    double *room;    /* one a row */
    size_t width, count;
};

void answers_begin(struct answers *answers, struct arena *arena, const struct fit *fit,
                   size_t most);
void answers_add(struct answers *answers, const struct fit *fit, const struct question *question);

const struct forecast *answers_first(const struct answers *answers);

/* Whether none, some or most of the elected members do something: kinds go by that. */
enum how_many { NONE_OF_THEM, SOME_OF_THEM, MOST_OF_THEM };
enum how_many how_many(unsigned count, unsigned of);

/* Fills in all that is told; the fit is the first one. */
void answers_write(const struct answers *answers, struct veto_expectation *found,
                   struct arena *arena, const struct fit *fit, const struct question *question);
