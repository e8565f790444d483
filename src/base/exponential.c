#include "base/exponential.h"

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
