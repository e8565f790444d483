#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

static const char *skip_digits(const char *text) {
    while (*text >= '0' && *text <= '9')
        text++;
    return text;
}

/* -? digits [. digits] [e [+-] digits], with a digit before or behind the point */
static bool is_decimal(const char *text) {
    text += *text == '-';
    const char *end = skip_digits(text);
    bool digits = end > text;
    if (*end == '.') {
        const char *fraction = end + 1;
        end = skip_digits(fraction);
        digits = digits || end > fraction;
    }
    if (!digits)
        return false;
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1;
        exponent += *exponent == '-' || *exponent == '+';
        end = skip_digits(exponent);
        if (end == exponent)
            return false;
    }
    return *end == '\0';
}

bool number_parse(const char *text, double *number) {
    if (!is_decimal(text))
        return false;
    double value = strtod(text, NULL); /* LC_NUMERIC is never set: the point is a point */
    if (!isfinite(value))
        return false;
    *number = value == 0 ? 0 : value; /* no negative zero on screen */
    return true;
}

bool number_parse_u64(const char *text, uint64_t *number) {
    if (*text == '\0' || *skip_digits(text) != '\0')
        return false;
    errno = 0;
    unsigned long long value = strtoull(text, NULL, 10);
    if (errno != 0)
        return false;
    *number = value;
    return true;
}
