#include "analysis/odds_bloc.h"

#include <math.h>
#include <string.h>

#include "base/normal.h"
#include "meeting/model.h"

/* The shared part, a standard normal, is cut off where it is rarer than 1e-16. */
static const double horizon = 8.3;

/* Refine until two steps agree so well; the finer of them is then good to rounding. */
static const double agreement = 1e-9;
static const double finest = 1e-4;

/* ---- room ---- */

static size_t whole_size(const struct odds_bloc *bloc) {
    return (size_t)(bloc->count + 1) * (bloc->holders + 1);
}

static size_t others_size(const struct odds_bloc *bloc) {
    return (size_t)bloc->count * bloc->holders;
}

static size_t all_size(const struct odds_bloc *bloc) {
    return whole_size(bloc) + bloc->holders * others_size(bloc);
}

void odds_bloc_prepare(struct odds_bloc *bloc, struct arena *arena) {
    bloc->cells = arena_array(arena, double, all_size(bloc));
    bloc->sums = arena_array(arena, double, all_size(bloc) + whole_size(bloc));
    bloc->known = false;
}

struct odds_part odds_bloc_part(const struct odds_bloc *bloc, const struct odds_voter *against) {
    if (!against)
        return (struct odds_part){bloc->cells, bloc->count, bloc->holders};
    const double *cells = bloc->cells + whole_size(bloc);
    for (const struct odds_voter *voter = bloc->voters; voter < against; voter++)
        if (voter->holder)
            cells += others_size(bloc);
    return (struct odds_part){cells, bloc->count - 1, bloc->holders - 1};
}

/* ---- one point of the integral ---- */

static void chances_at(const struct odds_bloc *bloc, double shared, double (*chance)[3]) {
    double common = sqrt(bloc->cohesion) * shared, own = sqrt(1 - bloc->cohesion);
    for (unsigned i = 0; i < bloc->count; i++) {
        const struct odds_voter *voter = &bloc->voters[i];
        veto_ballot_chances(voter->leaning + voter->volatility * common, voter->volatility * own,
                            voter->tendency, chance[i]);
    }
}

/* The distribution of all voters but `without`, times `weight`, added to `sums`. */
static void add_distribution(const struct odds_bloc *bloc, double weight, double (*chance)[3],
                             const struct odds_voter *without, double *sums) {
    bool all = without == NULL;
    unsigned columns = bloc->count + all, rows = bloc->holders + all;
    double *work = bloc->sums + all_size(bloc);
    memset(work, 0, (size_t)columns * rows * sizeof *work);
    work[0] = weight;
    for (unsigned i = 0, last = 0; i < bloc->count; i++) {
        const struct odds_voter *voter = &bloc->voters[i];
        if (voter == without)
            continue;
        double no = voter->holder ? chance[i][VETO_NO] : 0;
        double stay = voter->holder ? chance[i][VETO_ABSTAIN] : 1 - chance[i][VETO_YES];
        last += voter->holder;
        for (unsigned k = last + 1; k-- > 0;)
            for (unsigned y = columns; y-- > 0;) {
                double *cell = &work[k * columns + y];
                *cell = *cell * stay + (y ? cell[-1] * chance[i][VETO_YES] : 0) +
                        (k ? work[(k - 1) * columns + y] * no : 0);
            }
    }
    for (size_t i = 0; i < (size_t)columns * rows; i++)
        sums[i] += work[i];
}

static void add_point(void *context, double weight, double (*chance)[3]) {
    const struct odds_bloc *bloc = context;
    double *sums = bloc->sums;
    add_distribution(bloc, weight, chance, NULL, sums);
    sums += whole_size(bloc);
    for (unsigned i = 0; i < bloc->count; i++) {
        if (!bloc->voters[i].holder)
            continue;
        add_distribution(bloc, weight * chance[i][VETO_NO], chance, &bloc->voters[i], sums);
        sums += others_size(bloc);
    }
}

/* ---- the points ---- */

/* One sweep of the trapezoidal rule, or of the midpoints between its points. */
static void trapezoid(const struct odds_bloc *bloc, double step, double offset, double scale,
                      odds_visit *visit, void *context) {
    double chance[VETO_MAX_MEMBERS][3];
    int last = (int)ceil(horizon / step);
    for (int i = -last; i <= last; i++) {
        double shared = ((double)i + offset) * step;
        chances_at(bloc, shared, chance);
        visit(context, scale * step * normal_density(shared), chance);
    }
}

/* Sorted: where some voter's ballot changes as the shared part grows, when nothing else counts. */
static unsigned find_steps(const struct odds_bloc *bloc, double *at) {
    unsigned count = 0;
    for (unsigned i = 0; i < bloc->count; i++) {
        const struct odds_voter *voter = &bloc->voters[i];
        double cuts[2] = {VETO_CUT_YES, model_cut_no(voter->tendency)};
        for (unsigned j = 0; j < 2 && voter->volatility > 0; j++) {
            double next = (cuts[j] - voter->leaning) / voter->volatility;
            unsigned place = count++;
            for (; place > 0 && at[place - 1] > next; place--)
                at[place] = at[place - 1];
            at[place] = next;
        }
    }
    return count;
}

/* Cohesion 1: between two steps all ballots are certain. */
static void stairs(const struct odds_bloc *bloc, odds_visit *visit, void *context) {
    double chance[VETO_MAX_MEMBERS][3], at[2 * VETO_MAX_MEMBERS];
    unsigned count = find_steps(bloc, at);
    for (unsigned i = 0; i <= count; i++) {
        double low = i > 0 ? at[i - 1] : -INFINITY, high = i < count ? at[i] : INFINITY;
        double weight = high <= 0 || low < 0 ? normal_cdf(high) - normal_cdf(low)
                                             : normal_cdf(-low) - normal_cdf(-high);
        double inside = i > 0 && i < count ? low + (high - low) / 2
                        : i > 0            ? low + 1
                        : count > 0        ? high - 1
                                           : 0;
        if (!(weight > 0))
            continue;
        chances_at(bloc, inside, chance);
        visit(context, weight, chance);
    }
}

void odds_bloc_points(const struct odds_bloc *bloc, odds_visit *visit, void *context) {
    if (bloc->step > 0)
        trapezoid(bloc, bloc->step, 0, 1, visit, context);
    else
        stairs(bloc, visit, context);
}

/* ---- the integral ---- */

/* Halves the step: cells, by the points of the coarser rule, become the mean of these and of the
 * midpoints between them. The largest difference of the two is kept as the error. */
static void refine(struct odds_bloc *bloc) {
    memset(bloc->sums, 0, all_size(bloc) * sizeof(double));
    trapezoid(bloc, bloc->step, 0.5, 1, add_point, bloc);
    bloc->error = 0;
    for (size_t i = 0; i < all_size(bloc); i++) {
        double apart = fabs(bloc->sums[i] - bloc->cells[i]) / 2;
        bloc->error = apart > bloc->error ? apart : bloc->error;
        bloc->cells[i] = (bloc->sums[i] + bloc->cells[i]) / 2;
    }
    bloc->step /= 2;
}

void odds_bloc_integrate(struct odds_bloc *bloc) {
    size_t size = all_size(bloc) * sizeof(double);
    bloc->error = 0;
    bloc->known = true;
    /* Given the shared part, a chance changes over a width of this times sqrt(1 - c) or more. */
    bloc->step = bloc->cohesion < 1 ? 0.9 * sqrt(1 - bloc->cohesion) : 0;
    memset(bloc->sums, 0, size);
    if (bloc->step > 0) {
        bloc->step = bloc->step < finest ? finest : bloc->step;
        trapezoid(bloc, bloc->step, 0, 1, add_point, bloc);
    } else {
        stairs(bloc, add_point, bloc);
    }
    memcpy(bloc->cells, bloc->sums, size);
    while (bloc->step > 0) {
        refine(bloc);
        if (bloc->error <= agreement || bloc->step < finest)
            break;
    }
}
