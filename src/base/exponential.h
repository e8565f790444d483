/*
 * The exponential function and the natural logarithm, in arithmetic that IEEE 754 fixes to the bit:
 * the libraries of two machines may differ in the last digit, and a result must not.
 */
#ifndef BASE_EXPONENTIAL_H
#define BASE_EXPONENTIAL_H

/* e to the power of x, for x <= 0: relative error below 1e-15; 0 from -745 down. */
double exponential(double x);

/* The natural logarithm of x, for a finite x > 0: error below 1e-15, of the result or absolute. */
double logarithm(double x);

#endif
