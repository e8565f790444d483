/* The one place where text becomes a number. No sign but '-', no hexadecimal, no infinities, no
 * white space, nothing left over; the locale has no say. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

bool number_parse(const char *text, double *number);       /* 12, -0.5, .5, 1e-3 */
bool number_parse_u64(const char *text, uint64_t *number); /* decimal digits only */

#endif
