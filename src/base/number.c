#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_digits(const char *text) {
    while (*text >= '0' && *text <= '9')
        text++;
    return text;
}

/* [+-]? digits [. digits] [e [+-] digits], with a digit before or behind the point */
static bool is_decimal(const char *text) {
    text += *text == '-' || *text == '+';
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

/* A decimal of few digits, as most are: they and the power of ten below them are doubles as they
 * stand, so that their quotient is rounded once, to what strtod gives in ten times the time
 * (Clinger, "How to read floating point numbers accurately", PLDI 1990). */
static bool parse_short(const char *text, double *value) {
    static const double tens[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    enum { MOST = sizeof tens / sizeof *tens - 1 };
    bool negative = *text == '-';
    uint64_t digits = 0;
    unsigned count = 0, decimals = 0;
    for (text += negative || *text == '+'; *text && count <= MOST; text++) {
        if (*text == '.') {
            decimals = (unsigned)strlen(text + 1);
            continue;
        }
        if (*text < '0' || *text > '9')
            return false; /* an exponent */
        digits = 10 * digits + (uint64_t)(*text - '0');
        count++;
    }
    if (count > MOST)
        return false;
    *value = (double)digits / tens[decimals];
    *value = negative ? -*value : *value;
    return true;
}

bool number_parse(const char *text, double *number) {
    double value;
    if (!is_decimal(text))
        return false;
    if (!parse_short(text, &value))
        value = strtod(text, NULL); /* LC_NUMERIC is never set: the point is a point */
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

/* ---- printing ---- */

__extension__ typedef unsigned __int128 wide;

/* Positive numbers from 2^-60 to below 1 are n / 2^s with 2^s of less than 2^124: their digits come
 * out of whole numbers. Steele and White, "How to print floating-point numbers accurately", PLDI
 * 1990: multiply by ten, cut off a digit, until what is left is less than half a unit in the
 * number's last place, from above or from below. Returns how many digits there are behind the
 * point. */
static unsigned fraction_digits(double number, char *digits) {
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(number, &exponent), 53);
    unsigned shift = (unsigned)(53 - exponent) + 2, count = 0;
    wide one = (wide)1 << shift, rest = (wide)mantissa << 2, above = 2, below = 2;
    if (mantissa == (uint64_t)1 << 52)
        below = 1; /* the number below a power of two is nearer */
    for (;;) {
        rest *= 10;
        above *= 10;
        below *= 10;
        unsigned digit = (unsigned)(rest >> shift);
        rest &= one - 1;
        bool low = rest<below, high = rest> one - above;
        if (low || high)
            digit += high && (!low || rest > one / 2);
        digits[count++] = (char)('0' + digit);
        if (low || high)
            return count;
    }
}

/* The shortest of printf's that reads back, for all other numbers. */
static unsigned print_slowly(double number, char text[NUMBER_PRINT]) {
    int length = 0;
    for (int digits = 15; digits <= 17; digits++) {
        length = snprintf(text, NUMBER_PRINT, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            break;
    }
    return (unsigned)length;
}

unsigned number_print(double number, char text[NUMBER_PRINT]) {
    enum { MOST_ZEROS = 4, ROOM = 64 };
    char digits[ROOM];
    double size = fabs(number);
    if (size < 0x1p-60 || size >= 1)
        return print_slowly(number, text);
    unsigned count = fraction_digits(size, digits), zeros = 0, length = 0;
    while (digits[zeros] == '0')
        zeros++;
    if (number < 0)
        text[length++] = '-';
    if (zeros <= MOST_ZEROS) {
        memcpy(text + length, "0.", 2);
        memcpy(text + length + 2, digits, count);
        length += 2 + count;
        text[length] = '\0';
        return length;
    }
    text[length++] = digits[zeros];
    if (count > zeros + 1)
        text[length++] = '.';
    memcpy(text + length, digits + zeros + 1, count - zeros - 1);
    length += count - zeros - 1;
    return length + (unsigned)snprintf(text + length, NUMBER_PRINT - length, "e-%u", zeros + 1);
}
