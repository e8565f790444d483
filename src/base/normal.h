/*
 * The exponential function, the natural logarithm and the standard normal distribution, in
 * arithmetic that IEEE 754 fixes to the bit: the libraries of two machines may differ in the last
 * digit of exp, log and erfc, and a result must not.
 */
#pragma once

/* e to the power of x, for x <= 0: relative error below 1e-15; 0 from -745 down. */
double exponential(double x);

/* The natural logarithm of x, for a finite x > 0: error below 1e-15, of the result or absolute. */
double logarithm(double x);

/* P(e <= x) of a standard normal e; x may be infinite. Relative error below 1e-12 from -37 up. */
double normal_cdf(double x);

/* The density of e at x, for |x| < 38. */
double normal_density(double x);

/* The x with normal_cdf(x) = p, for 0 < p < 1; absolute error below 1e-9. */
double normal_quantile(double p);
