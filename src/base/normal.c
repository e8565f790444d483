#include "base/normal.h"

#include <math.h>
#include <stddef.h>

/* ln 2 in two parts: the first has so few digits that its product with a small whole number is
 * exact. */
static const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;

/* x = k ln 2 + r with |r| <= ln 2 / 2, where the subtraction is exact, and Taylor's series of
 * exp(r) to where it leaves double precision. */
double exponential(double x) {
    static const double coefficients[] = {
        1.0 / 87178291200,
        1.0 / 6227020800,
        1.0 / 479001600,
        1.0 / 39916800,
        1.0 / 3628800,
        1.0 / 362880,
        1.0 / 40320,
        1.0 / 5040,
        1.0 / 720,
        1.0 / 120,
        1.0 / 24,
        1.0 / 6,
        1.0 / 2,
        1.0,
        1.0,
    };
    if (x <= -745)
        return 0;
    double k = floor(x * 1.44269504088896340736 + 0.5);
    double r = (x - k * ln2_high) - k * ln2_low;
    double sum = 0;
    for (size_t i = 0; i < sizeof coefficients / sizeof *coefficients; i++)
        sum = sum * r + coefficients[i];
    return ldexp(sum, (int)k);
}

/* x = m 2^k with m about 1, and ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| < 0.172: its series
 * s + s^3 / 3 + s^5 / 5 + ... to where it leaves double precision. */
double logarithm(double x) {
    static const double root_half = 0.70710678118654752440;
    int k;
    double m = frexp(x, &k);
    if (m < root_half) {
        m *= 2;
        k--;
    }
    double s = (m - 1) / (m + 1), square = s * s, sum = 0;
    for (int odd = 23; odd >= 3; odd -= 2)
        sum = (sum + 1.0 / odd) * square;
    return k * ln2_high + (k * ln2_low + (2 * s + 2 * s * sum));
}

/* ---- the normal distribution ---- */

/*
 * erfc(z) = t exp(-z^2) Q(t), t = 2 / (2 + z), z >= 0. Q is smooth on (0, 1]; these are its
 * Chebyshev coefficients in 2t - 1, computed to 70 digits from the series of erf (z < 4) and the
 * continued fraction of erfc. The first one left out is below 1e-18.
 */
static double erfc_positive(double z) {
    static const double coefficients[] = {
        1.1540674772329393,      0.35543692127049847,     0.065095158828786526,
        0.0036711423958366391,   -0.0011128447433526325,  -0.00016075829915378079,
        3.2780315741731373e-05,  5.4424416455050162e-06,  -1.5154665553171482e-06,
        -1.4297608181169865e-07, 8.2346088274194931e-08,  -1.2962846852306563e-09,
        -4.1547216310151987e-09, 6.3470582783628112e-10,  1.4320822712256225e-10,
        -6.1603901052045851e-11, 2.0612138554721698e-12,  3.5714931488477042e-12,
        -8.586422843251796e-13,  -6.1456002137906301e-14, 7.4187257485966167e-14,
        -1.2895042755032325e-14, -2.3587263857106322e-15, 1.5729349381685912e-15,
        -2.2782966239546465e-16, -6.3123304507564303e-17, 3.5916763531814925e-17,
        -5.049809149847729e-18,
    };
    double t = 2 / (2 + z), y = 4 * t - 2, last = 0, before = 0;
    for (size_t i = sizeof coefficients / sizeof *coefficients - 1; i > 0; i--) {
        double next = y * last + (coefficients[i] - before); /* Clenshaw's recurrence */
        before = last;
        last = next;
    }
    return t * exponential(-z * z) * (y / 2 * last - before + coefficients[0] / 2);
}

double normal_cdf(double x) {
    static const double root_half = 0.70710678118654752440;
    if (x < -38)
        return 0;
    if (x > 9)
        return 1;
    double tail = erfc_positive(fabs(x) * root_half) / 2;
    return x < 0 ? tail : 1 - tail;
}

double normal_density(double x) {
    return 0.39894228040143267794 * exponential(-x * x / 2);
}

double normal_quantile(double p) {
    if (p > 0.5)
        return -normal_quantile(1 - p);
    /* Newton's method, kept inside a bracket. The density is what exponential gives. */
    static const double root_two_pi = 2.50662827463100050242;
    double low = -38, high = 0, x = -0.5;
    for (int step = 0; step < 100; step++) {
        double difference = normal_cdf(x) - p;
        if (difference > 0)
            high = x;
        else
            low = x;
        double next = x - difference * root_two_pi / exponential(-x * x / 2);
        if (difference > p || !(next > low && next < high)) /* far off, Newton creeps */
            next = low + (high - low) / 2;
        if (fabs(next - x) < 1e-12)
            return next;
        x = next;
    }
    return x;
}
