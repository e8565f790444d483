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

/* So many rows are kept though fewer negative votes make a veto: few enough to cost nothing. */
enum { FEW_ROWS = 9 };

/* Voters of whom each is left out by adding all the others to what there is. */
enum { FEW_VOTERS = 8 };

/* Tables on the way to a voter that is left out: one for every halving. */
enum { LEVELS = 5 };

/* What the chances of one voter at one point cost: two values of the normal distribution. */
enum { CHANCES_STEPS = 32 };

/* ---- room ---- */

static size_t whole_size(const struct odds_bloc *bloc) {
    return (size_t)(bloc->count + 1) * bloc->rows;
}

static size_t part_size(const struct odds_bloc *bloc) {
    return (size_t)bloc->count * bloc->rows;
}

static bool has_part(const struct odds_bloc *bloc, const struct odds_voter *voter) {
    return bloc->parts == ODDS_PARTS_WITHOUT ||
           (bloc->parts == ODDS_PARTS_AGAINST && voter->holder);
}

static size_t all_size(const struct odds_bloc *bloc) {
    size_t size = whole_size(bloc);
    for (unsigned i = 0; i < bloc->count; i++)
        size += has_part(bloc, &bloc->voters[i]) ? part_size(bloc) : 0;
    return size;
}

size_t odds_bloc_prepare(struct odds_bloc *bloc, unsigned top, enum odds_parts parts,
                         struct arena *arena) {
    bloc->rows = 1 + (bloc->holders < FEW_ROWS || bloc->holders < top ? bloc->holders : top);
    bloc->parts = parts;
    bloc->known = false;
    size_t all = all_size(bloc), numbers = 2 * all + LEVELS * whole_size(bloc);
    if (arena) {
        bloc->cells = arena_array(arena, double, numbers);
        bloc->sums = bloc->cells + all;
    }
    return numbers;
}

struct odds_part odds_bloc_part(const struct odds_bloc *bloc, const struct odds_voter *without) {
    if (!without)
        return (struct odds_part){bloc->cells, bloc->count, bloc->holders, bloc->rows};
    const double *cells = bloc->cells + whole_size(bloc);
    for (const struct odds_voter *voter = bloc->voters; voter < without; voter++)
        cells += has_part(bloc, voter) ? part_size(bloc) : 0;
    unsigned holders = bloc->holders - without->holder;
    unsigned rows = holders + 1 < bloc->rows ? holders + 1 : bloc->rows;
    return (struct odds_part){cells, bloc->count - 1, holders, rows};
}

void odds_bloc_borrow(struct odds_bloc *bloc, const struct odds_bloc *blocs, unsigned member) {
    const struct odds_voter *without = NULL;
    while (blocs->bloc != bloc->bloc)
        blocs++;
    for (unsigned i = 0; i < blocs->count; i++)
        if (blocs->voters[i].member == member)
            without = &blocs->voters[i];
    struct odds_part part = odds_bloc_part(blocs, without);
    bloc->cells = blocs->cells + (part.cells - blocs->cells);
    bloc->rows = part.rows;
    bloc->error = blocs->error;
    bloc->known = true;
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

/* An integral, and the point at hand. */
struct integral {
    struct odds_bloc *bloc;
    struct allowance *allowance;
    double (*chance)[3];
    double *sums; /* where those of the next part stand */
};

/* Adds a voter to the distribution of others. In the last row nothing is against any more: where
 * it stands for more, they are among these. */
static void add_voter(const struct integral *integral, unsigned i, double *table) {
    const struct odds_bloc *bloc = integral->bloc;
    const double *chance = integral->chance[i];
    unsigned columns = bloc->count + 1;
    bool holder = bloc->voters[i].holder;
    for (unsigned k = bloc->rows; k-- > 0;) {
        bool last = !holder || k + 1 == bloc->rows;
        double no = holder ? chance[VETO_NO] : 0;
        double stay = !holder ? 1 - chance[VETO_YES]
                      : last  ? chance[VETO_ABSTAIN] + chance[VETO_NO]
                              : chance[VETO_ABSTAIN];
        for (unsigned y = columns; y-- > 0;) {
            double *cell = &table[k * columns + y];
            *cell = *cell * stay + (y ? cell[-1] * chance[VETO_YES] : 0) +
                    (k ? table[(k - 1) * columns + y] * no : 0);
        }
    }
}

/* `table` holds all voters but [first, end); each of these that has a part is left out in turn. */
static void leave_few(struct integral *integral, unsigned first, unsigned end, double *table) {
    const struct odds_bloc *bloc = integral->bloc;
    double *others = table + whole_size(bloc);
    for (unsigned i = first; i < end; i++) {
        double share = bloc->parts == ODDS_PARTS_AGAINST ? integral->chance[i][VETO_NO] : 1;
        if (!has_part(bloc, &bloc->voters[i]))
            continue;
        for (size_t j = 0; j < whole_size(bloc); j++)
            others[j] = table[j] * share;
        for (unsigned other = first; other < end; other++)
            if (other != i)
                add_voter(integral, other, others);
        for (unsigned k = 0; k < bloc->rows; k++)
            for (unsigned y = 0; y < bloc->count; y++)
                *integral->sums++ += others[k * (bloc->count + 1) + y];
    }
}

/* Of many, first one half is added and the other left out one by one, then the other way round. */
static void leave_each(struct integral *integral, unsigned first, unsigned end, double *table) {
    const struct odds_bloc *bloc = integral->bloc;
    if (end - first <= FEW_VOTERS) {
        leave_few(integral, first, end, table);
        return;
    }
    double *most = table + whole_size(bloc);
    unsigned middle = first + (end - first) / 2;
    for (int half = 0; half < 2; half++) {
        memcpy(most, table, whole_size(bloc) * sizeof *most);
        for (unsigned i = half ? first : middle; i < (half ? middle : end); i++)
            add_voter(integral, i, most);
        leave_each(integral, half ? middle : first, half ? end : middle, most);
    }
}

static void start_table(const struct odds_bloc *bloc, double weight, double *table) {
    memset(table, 0, whole_size(bloc) * sizeof *table);
    table[0] = weight;
}

static uint64_t point_steps(const struct odds_bloc *bloc) {
    unsigned most = bloc->count < FEW_VOTERS ? bloc->count : FEW_VOTERS, levels = 1;
    for (unsigned left = bloc->count; left > FEW_VOTERS; left = (left + 1) / 2)
        levels++;
    uint64_t adds = bloc->count;
    if (bloc->parts != ODDS_PARTS_NONE)
        adds += (uint64_t)bloc->count * (most + levels);
    return bloc->count * CHANCES_STEPS + adds * whole_size(bloc);
}

static bool add_bloc_point(void *context, double weight, double (*chance)[3]) {
    struct integral *integral = context;
    struct odds_bloc *bloc = integral->bloc;
    double *table = bloc->sums + all_size(bloc);
    uint64_t steps = point_steps(bloc);
    integral->chance = chance;
    integral->sums = bloc->sums + whole_size(bloc);
    bloc->steps += steps;
    if (!allowance_take(integral->allowance, steps))
        return false;
    start_table(bloc, weight, table);
    for (unsigned i = 0; i < bloc->count; i++)
        add_voter(integral, i, table);
    for (size_t i = 0; i < whole_size(bloc); i++)
        bloc->sums[i] += table[i];
    start_table(bloc, weight, table);
    if (bloc->parts != ODDS_PARTS_NONE)
        leave_each(integral, 0, bloc->count, table);
    return true;
}

/* ---- the points ---- */

/* One sweep of the trapezoidal rule, or of the midpoints between its points. */
static bool trapezoid(const struct odds_bloc *bloc, double offset, odds_visit *visit,
                      void *context) {
    double chance[VETO_MAX_MEMBERS][3], step = bloc->step;
    int last = (int)ceil(horizon / step);
    for (int i = -last; i <= last; i++) {
        double shared = ((double)i + offset) * step;
        chances_at(bloc, shared, chance);
        if (!visit(context, step * normal_density(shared), chance))
            return false;
    }
    return true;
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
static bool stairs(const struct odds_bloc *bloc, odds_visit *visit, void *context) {
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
        if (!visit(context, weight, chance))
            return false;
    }
    return true;
}

bool odds_bloc_points(const struct odds_bloc *bloc, odds_visit *visit, void *context) {
    return bloc->step > 0 ? trapezoid(bloc, 0, visit, context) : stairs(bloc, visit, context);
}

size_t odds_bloc_point_count(const struct odds_bloc *bloc) {
    return bloc->step > 0 ? 2 * (size_t)ceil(horizon / bloc->step) + 1
                          : 2 * (size_t)bloc->count + 1;
}

/* ---- the integral ---- */

/* Halves the step: cells, by the points of the coarser rule, become the mean of these and of the
 * midpoints between them. The largest difference of the two is kept as the error. */
static bool refine(struct integral *integral) {
    struct odds_bloc *bloc = integral->bloc;
    memset(bloc->sums, 0, all_size(bloc) * sizeof(double));
    if (!trapezoid(bloc, 0.5, add_bloc_point, integral))
        return false;
    bloc->error = 0;
    for (size_t i = 0; i < all_size(bloc); i++) {
        double apart = fabs(bloc->sums[i] - bloc->cells[i]) / 2;
        bloc->error = apart > bloc->error ? apart : bloc->error;
        bloc->cells[i] = (bloc->sums[i] + bloc->cells[i]) / 2;
    }
    bloc->step /= 2;
    return true;
}

static bool integrate(struct integral *integral) {
    struct odds_bloc *bloc = integral->bloc;
    size_t size = all_size(bloc) * sizeof(double);
    bloc->error = 0;
    /* Given the shared part, a chance changes over a width of this times sqrt(1 - c) or more. */
    bloc->step = bloc->cohesion < 1 ? 0.9 * sqrt(1 - bloc->cohesion) : 0;
    if (bloc->step > 0 && bloc->step < finest)
        bloc->step = finest;
    memset(bloc->sums, 0, size);
    if (!odds_bloc_points(bloc, add_bloc_point, integral))
        return false;
    memcpy(bloc->cells, bloc->sums, size);
    while (bloc->step > 0) {
        if (!refine(integral))
            return false;
        if (bloc->error <= agreement || bloc->step < finest)
            break;
    }
    return true;
}

bool odds_bloc_integrate(struct odds_bloc *bloc, struct allowance *allowance) {
    struct integral integral = {.bloc = bloc, .allowance = allowance};
    if (bloc->known)
        return allowance_take(allowance, bloc->steps);
    bloc->steps = 0;
    bloc->known = integrate(&integral);
    return bloc->known;
}
