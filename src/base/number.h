/* The one place where text becomes a number, and back. No hexadecimal, no infinities,
 * no white space, nothing left over; the locale has no say. */
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

bool number_parse(const char *text, double *number);       /* 12, -0.5, +.5, 1e-3 */
bool number_parse_u64(const char *text, uint64_t *number); /* decimal digits only */

/*
 * The shortest decimal that number_parse reads as this very number: 0.3, -1.5e-7, 12. Without a NUL
 * it has at most NUMBER_PRINT - 1 characters. Returns how many. `number` is finite.
 */
enum { NUMBER_PRINT = 32 };
unsigned number_print(double number, char text[NUMBER_PRINT]);

/*
 * The decimal of 12 places that a number misses by no more than binary arithmetic does, else the
 * number itself: 1 - 0.9 falls short of 0.1, and 0.8 - 0.9 of -0.1, and what is to lie on a cut
 * point would lie beside it. Never a negative zero.
 */
static inline double number_settled(double number) {
    double decimal = floor(number * 1e12 + 0.5) / 1e12;
    return fabs(decimal - number) < 1e-14 ? decimal + 0 : number;
}
