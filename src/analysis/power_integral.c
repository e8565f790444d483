/*
 * With all others in favour with probability t, the chance that a member of weight w is critical is
 * that of a sum of the others' weights from quota - w to quota - 1. The sum has a polynomial whose
 * factors are (1-t) + t x^w. Take (1-t) out of each: with r = t / (1-t) they are 1 + r x^w, and for
 * t <= 1/2 no number grows. Above 1/2, those against are counted instead: they are critical
 * likewise, with quota' = total - quota + 1, and each is against with probability 1 - t. So one
 * polynomial serves the nodes t and 1 - t.
 *
 * To leave one member out, divide by its factor. The sum of coefficients below any bound, P, gives
 * the sum from quota - w to quota - 1 of the quotient as
 *
 *     sum over j of (-r)^j (P(quota - j w) - P(quota - (j+1) w)).
 *
 * All coefficients are sums of products of positive numbers, so that each is off by some 2n units
 * in the last place of itself at most. Only this division subtracts; what it may lose is bounded by
 * the same sum with all signs positive. Where that is too much for some members, the product of the
 * others is multiplied by all of these but one, for each of them, half by half.
 */
#include "analysis/power_integral.h"

#include <math.h>
#include <string.h>

#define UNIT       1.2e-16 /* a rounding, as a part of the number */
#define QUADRATURE 1e-11   /* nodes and weights are themselves rounded */
#define PRECISION  9.8e-10 /* with the former, less than 1e-9 */

struct node {
    double t, weight;
};

/* For half by half: as many as halving takes to get from all members to one, and one more. */
enum { LEVELS = 10 };

struct integral {
    const struct weighted_game *game;
    struct arena *arena;
    const unsigned *asked;
    unsigned count;
    uint32_t size;     /* coefficients that matter: below the larger of the quotas */
    double *p[LEVELS]; /* [size]; the first is for all members, the others are made when needed */
    double *below;     /* [size + 1]: sums of the first so many coefficients, rounded */
    double *rounded;   /* [size + 1]: and what the rounding left out */
    double *index, *error;
    unsigned *again; /* of the asked: those whom division is not good enough for */
    unsigned again_count;
};

/* ---- Gauss and Legendre ---- */

/* On [0, pi/2]. The C library's may differ from one machine to the next. */
static double cosine(double x) {
    double term = 1, sum = 1;
    for (int i = 1; i <= 12; i++) {
        term *= -x * x / ((2 * i - 1) * (2 * i));
        sum += term;
    }
    return sum;
}

/* The Legendre polynomial of this degree, and its derivative in *slope. */
static double legendre(unsigned degree, double x, double *slope) {
    double before = 1, at = x;
    for (unsigned k = 2; k <= degree; k++) {
        double next = ((2 * k - 1) * x * at - (k - 1) * before) / k;
        before = at;
        at = next;
    }
    *slope = degree * (before - x * at) / (1 - x * x);
    return at;
}

/* The node of number k from the left, of `count` on [0, 1]; k <= (count - 1) / 2. */
static struct node find_node(unsigned count, unsigned k) {
    double slope = 1, x = cosine(3.14159265358979323846 * (k + 0.75) / (count + 0.5));
    if (2 * k + 1 == count)
        x = 0;
    for (int i = 0; i < 8; i++) {
        double value = legendre(count, x, &slope);
        x -= 2 * k + 1 == count ? 0 : value / slope;
    }
    legendre(count, x, &slope);
    return (struct node){(1 - x) / 2, 1 / ((1 - x * x) * slope * slope)};
}

/* ---- polynomials ---- */

/* p times 1 + r x^weight. Returns where the coefficients now end that are not 0. */
static uint32_t multiply(double *p, uint32_t size, uint32_t end, uint32_t weight, double r) {
    end = end + weight < size ? end + weight : size;
    for (uint32_t v = end; v-- > weight;)
        p[v] += r * p[v - weight];
    return end;
}

/* The product of the factors of all members, but not of one of each of those in `again`. */
static uint32_t multiply_out(struct integral *integral, double r) {
    const struct weighted_game *game = integral->game;
    uint32_t end = 1;
    memset(integral->p[0], 0, integral->size * sizeof(double));
    integral->p[0][0] = 1;
    for (unsigned i = 0; i < game->members; i++) {
        bool out = false;
        for (unsigned a = 0; a < integral->again_count; a++)
            out |= integral->asked[integral->again[a]] == i;
        if (!out)
            end = multiply(integral->p[0], integral->size, end, game->weights[i], r);
    }
    return end;
}

/* With what each addition rounds away (Knuth, The Art of Computer Programming 2, 4.2.2). */
static void sum_up(struct integral *integral) {
    double sum = 0, lost = 0;
    for (uint32_t v = 0; v < integral->size; v++) {
        integral->below[v] = sum;
        integral->rounded[v] = lost;
        double term = integral->p[0][v], next = sum + term, back = next - sum;
        lost += (sum - (next - back)) + (term - back);
        sum = next;
    }
    integral->below[integral->size] = sum;
    integral->rounded[integral->size] = lost;
}

static double between(const struct integral *integral, uint32_t from, uint32_t to) {
    return (integral->below[to] - integral->below[from]) +
           (integral->rounded[to] - integral->rounded[from]);
}

/* The chance that a member of this weight is critical, but for the factors taken out; adds to
 * *error how far it may be off. */
static double divide_out(const struct integral *integral, double r, uint32_t weight, uint32_t quota,
                         double *error) {
    double sum = 0, all_positive = 0, power = 1, powers = 0;
    double rounding = 2 * integral->game->members + 16;
    uint32_t to = quota;
    while (to > 0 && fabs(power) > 1e-24) {
        uint32_t from = to > weight ? to - weight : 0;
        double part = between(integral, from, to);
        sum += power * part;
        all_positive += fabs(power) * part;
        powers += fabs(power);
        power *= -r;
        rounding += 2;
        to = from;
    }
    *error += rounding * UNIT * all_positive + 1e-24 * (powers + 1) * integral->below[quota];
    return sum;
}

/* The same, by a polynomial that the member has no part in. */
static double add_up(const struct integral *integral, const double *p, uint32_t weight,
                     uint32_t quota, double *error) {
    double sum = 0;
    for (uint32_t v = quota - weight; v < quota; v++)
        sum += p[v];
    *error += (2 * integral->game->members + 16 + weight) * UNIT * sum;
    return sum;
}

/* ---- nodes ---- */

/* A node, and the one across 1/2. */
struct sides {
    double r, scale; /* the weight of the node, and the factors taken out */
    int count;
    uint32_t quotas[2];
};

static struct sides sides_of(const struct weighted_game *game, struct node node) {
    struct sides sides = {node.t / (1 - node.t), node.weight, node.t < 0.5 ? 2 : 1, {0}};
    for (unsigned i = 1; i < game->members; i++)
        sides.scale *= 1 - node.t;
    sides.quotas[0] = game->quota;
    sides.quotas[1] = game->total - game->quota + 1;
    return sides;
}

/* What a node gives for one that is asked for: by division; or by `p`, that it has no part in. */
static void add_integral_node(struct integral *integral, const struct sides *sides, unsigned asked,
                              const double *p) {
    uint32_t weight = integral->game->weights[integral->asked[asked]];
    double sum = 0, error = 0;
    for (int side = 0; side < sides->count; side++)
        sum += p ? add_up(integral, p, weight, sides->quotas[side], &error)
                 : divide_out(integral, sides->r, weight, sides->quotas[side], &error);
    integral->index[asked] += sides->scale * sum;
    integral->error[asked] += sides->scale * error;
}

/* For again[from] to again[to - 1]: p[level] has the factors of all others, and ends at `end`. */
static void add_again(struct integral *integral, const struct sides *sides, unsigned level,
                      uint32_t end, unsigned from, unsigned to) {
    const double *p = integral->p[level];
    if (to - from == 1) {
        add_integral_node(integral, sides, integral->again[from], p);
        return;
    }
    unsigned middle = from + (to - from) / 2;
    if (!integral->p[level + 1])
        integral->p[level + 1] = arena_array(integral->arena, double, integral->size);
    double *next = integral->p[level + 1];
    for (int half = 0; half < 2; half++) {
        unsigned in = half ? from : middle, in_to = half ? middle : to;
        uint32_t next_end = end;
        memcpy(next, p, integral->size * sizeof *p);
        for (unsigned a = in; a < in_to; a++)
            next_end =
                multiply(next, integral->size, next_end,
                         integral->game->weights[integral->asked[integral->again[a]]], sides->r);
        add_again(integral, sides, level + 1, next_end, half ? middle : from, half ? to : middle);
    }
}

static void find_again(struct integral *integral) {
    integral->again = arena_array(integral->arena, unsigned, integral->count + 1);
    for (unsigned i = 0; i < integral->count; i++)
        if (!(integral->error[i] <= PRECISION * integral->index[i])) {
            integral->index[i] = integral->error[i] = 0;
            integral->again[integral->again_count++] = i;
        }
}

void power_integral(const struct weighted_game *game, const unsigned *asked, unsigned count,
                    struct arena *arena, double *index, double *error) {
    uint32_t other_quota = game->total - game->quota + 1;
    struct integral integral = {.game = game, .arena = arena, .asked = asked, .count = count};
    integral.size = game->quota > other_quota ? game->quota : other_quota;
    integral.p[0] = arena_array(arena, double, integral.size);
    integral.below = arena_array(arena, double, (size_t)integral.size + 1);
    integral.rounded = arena_array(arena, double, (size_t)integral.size + 1);
    integral.index = index;
    integral.error = error;
    unsigned nodes = game->members / 2 + 1;
    memset(index, 0, count * sizeof *index);
    memset(error, 0, count * sizeof *error);
    for (unsigned k = 0; 2 * k < nodes; k++) {
        struct sides sides = sides_of(game, find_node(nodes, k));
        multiply_out(&integral, sides.r);
        sum_up(&integral);
        for (unsigned i = 0; i < count; i++)
            add_integral_node(&integral, &sides, i, NULL);
    }
    find_again(&integral);
    for (unsigned k = 0; 2 * k < nodes && integral.again_count > 0; k++) {
        struct sides sides = sides_of(game, find_node(nodes, k));
        uint32_t end = multiply_out(&integral, sides.r);
        add_again(&integral, &sides, 0, end, 0, integral.again_count);
    }
    for (unsigned i = 0; i < count; i++)
        error[i] = error[i] / index[i] + QUADRATURE;
}
