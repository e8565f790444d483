#include "analysis/fraction.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void trim(struct veto_natural *a) {
    while (a->words > 0 && a->word[a->words - 1] == 0)
        a->words--;
}

struct veto_natural natural_of(u128 number) {
    struct veto_natural a;
    a.words = 2;
    a.word[0] = (uint64_t)number;
    a.word[1] = (uint64_t)(number >> 64);
    trim(&a);
    return a;
}

static unsigned bits_of(const struct veto_natural *a) {
    return a->words == 0 ? 0 : 64 * a->words - (unsigned)__builtin_clzll(a->word[a->words - 1]);
}

static int compare_naturals(const struct veto_natural *a, const struct veto_natural *b) {
    if (a->words != b->words)
        return a->words < b->words ? -1 : 1;
    for (unsigned i = a->words; i-- > 0;)
        if (a->word[i] != b->word[i])
            return a->word[i] < b->word[i] ? -1 : 1;
    return 0;
}

void natural_add(struct veto_natural *a, const struct veto_natural *b) {
    unsigned words = a->words > b->words ? a->words : b->words;
    uint64_t carry = 0;
    for (unsigned i = 0; i < words; i++) {
        u128 sum = (u128)(i < a->words ? a->word[i] : 0) + (i < b->words ? b->word[i] : 0) + carry;
        a->word[i] = (uint64_t)sum;
        carry = (uint64_t)(sum >> 64);
    }
    a->words = words;
    if (carry)
        a->word[a->words++] = carry;
}

void natural_subtract(struct veto_natural *a, const struct veto_natural *b) {
    uint64_t borrow = 0;
    for (unsigned i = 0; i < a->words && (i < b->words || borrow); i++) {
        u128 taken = (u128)(i < b->words ? b->word[i] : 0) + borrow;
        borrow = a->word[i] < taken;
        a->word[i] -= (uint64_t)taken;
    }
    trim(a);
}

static void add_product(struct veto_natural *sum, const struct veto_natural *a, uint64_t factor,
                        unsigned at) {
    uint64_t carry = 0;
    for (unsigned i = 0; i < a->words || carry; i++) {
        for (; sum->words <= i + at; sum->words++)
            sum->word[sum->words] = 0;
        u128 part = (u128)(i < a->words ? a->word[i] : 0) * factor + sum->word[i + at] + carry;
        sum->word[i + at] = (uint64_t)part;
        carry = (uint64_t)(part >> 64);
    }
}

void natural_add_product(struct veto_natural *sum, const struct veto_natural *a, u128 factor) {
    if ((uint64_t)factor)
        add_product(sum, a, (uint64_t)factor, 0);
    if (factor >> 64)
        add_product(sum, a, (uint64_t)(factor >> 64), 1);
}

struct veto_natural natural_product(const struct veto_natural *a, uint64_t factor) {
    struct veto_natural product;
    product.words = 0;
    natural_add_product(&product, a, factor);
    return product;
}

void natural_shift_left(struct veto_natural *a, unsigned bits) {
    unsigned whole = bits / 64, part = bits % 64;
    if (a->words == 0)
        return;
    uint64_t over = part ? a->word[a->words - 1] >> (64 - part) : 0;
    for (unsigned i = a->words; i-- > 0;) {
        uint64_t below = part && i > 0 ? a->word[i - 1] >> (64 - part) : 0;
        a->word[i + whole] = a->word[i] << part | below;
    }
    memset(a->word, 0, whole * sizeof *a->word);
    a->words += whole;
    if (over)
        a->word[a->words++] = over;
}

static void shift_right_once(struct veto_natural *a) {
    for (unsigned i = 0; i < a->words; i++)
        a->word[i] = a->word[i] >> 1 | (i + 1 < a->words ? a->word[i + 1] << 63 : 0);
    trim(a);
}

uint64_t natural_divide(struct veto_natural *a, uint64_t by) {
    uint64_t remainder = 0;
    for (unsigned i = a->words; i-- > 0;) {
        u128 part = (u128)remainder << 64 | a->word[i];
        a->word[i] = (uint64_t)(part / by);
        remainder = (uint64_t)(part % by);
    }
    trim(a);
    return remainder;
}

struct veto_natural natural_two_to(unsigned exponent) {
    struct veto_natural power = natural_of(1);
    natural_shift_left(&power, exponent);
    return power;
}

struct veto_natural natural_factorial(unsigned n) {
    struct veto_natural product = natural_of(1);
    for (unsigned i = 2; i <= n; i++)
        product = natural_product(&product, i);
    return product;
}

uint64_t common_divisor(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* *a becomes the rest. By the school method, a bit at a time: what is exact need not be fast. */
static struct veto_natural divide(struct veto_natural *a, const struct veto_natural *by) {
    struct veto_natural quotient = natural_of(0), shifted = *by;
    unsigned bits = bits_of(a), least = bits_of(by);
    if (bits < least)
        return quotient;
    natural_shift_left(&shifted, bits - least);
    for (unsigned i = 0; i <= bits - least; i++) {
        natural_shift_left(&quotient, 1);
        if (compare_naturals(a, &shifted) >= 0) {
            natural_subtract(a, &shifted);
            natural_add(&quotient, &(struct veto_natural){.words = 1, .word = {1}});
        }
        shift_right_once(&shifted);
    }
    return quotient;
}

struct veto_fraction veto_fraction_reduce(const struct veto_fraction *fraction) {
    struct veto_natural a = fraction->numerator, b = fraction->denominator;
    while (!natural_is_zero(&b)) {
        divide(&a, &b);
        struct veto_natural held = a;
        a = b;
        b = held;
    }
    struct veto_fraction copy = *fraction;
    return (struct veto_fraction){divide(&copy.numerator, &a), divide(&copy.denominator, &a)};
}

double veto_fraction_value(const struct veto_fraction *fraction) {
    struct veto_natural a = fraction->numerator, b = fraction->denominator;
    if (natural_is_zero(&a))
        return 0;
    /* Scaled so that the quotient has 65 or 66 bits, of which the last stands for the rest: more
     * than a double holds, so that rounding it is rounding the fraction. */
    int scale = (int)bits_of(&b) + 65 - (int)bits_of(&a);
    if (scale > 0)
        natural_shift_left(&a, (unsigned)scale);
    else
        natural_shift_left(&b, (unsigned)-scale);
    struct veto_natural quotient = divide(&a, &b);
    u128 bits = (u128)quotient.word[1] << 64 | quotient.word[0];
    if (!natural_is_zero(&a))
        bits |= 1;
    return ldexp((double)bits, -scale);
}

void veto_natural_text(const struct veto_natural *number, char text[VETO_NATURAL_TEXT]) {
    const uint64_t group = UINT64_C(10000000000000000000); /* 10^19 */
    uint64_t groups[VETO_NATURAL_WORDS + 2];
    unsigned count = 0;
    struct veto_natural rest = *number;
    do
        groups[count++] = natural_divide(&rest, group);
    while (!natural_is_zero(&rest));
    int at = snprintf(text, VETO_NATURAL_TEXT, "%llu", (unsigned long long)groups[--count]);
    while (count > 0)
        at += snprintf(text + at, VETO_NATURAL_TEXT - (size_t)at, "%019llu",
                       (unsigned long long)groups[--count]);
}

void veto_fraction_text(const struct veto_fraction *fraction, char text[VETO_FRACTION_TEXT]) {
    struct veto_fraction lowest = veto_fraction_reduce(fraction);
    veto_natural_text(&lowest.numerator, text);
    if (lowest.denominator.words == 1 && lowest.denominator.word[0] == 1)
        return;
    size_t length = strlen(text);
    text[length] = '/';
    veto_natural_text(&lowest.denominator, text + length + 1);
}

/* ---- measures ---- */

struct veto_fraction veto_measure_of(const struct veto_measure *measure, unsigned kind) {
    return (struct veto_fraction){measure->numerator[kind], measure->denominator};
}

struct veto_natural kinds_sum(const struct veto_kinds *kinds, const struct veto_natural *of) {
    struct veto_natural sum = natural_of(0);
    for (unsigned kind = 0; kind < kinds->count; kind++)
        natural_add_product(&sum, &of[kind], kinds->size[kind]);
    return sum;
}

struct veto_fraction veto_measure_share(const struct veto_measure *measure,
                                        const struct veto_kinds *kinds, veto_set members) {
    struct veto_fraction share = {natural_of(0), kinds_sum(kinds, measure->numerator)};
    for (unsigned i = 0; i < kinds->members && i < VETO_MAX_MEMBERS; i++)
        if (veto_set_has(members, i))
            natural_add(&share.numerator, &measure->numerator[kinds->of[i]]);
    return share;
}

/* The mean difference of two members over twice the mean: the sum over all pairs, each once, of
 * their difference, over n times the sum. */
struct veto_fraction veto_measure_gini(const struct veto_measure *measure,
                                       const struct veto_kinds *kinds) {
    struct veto_natural sum = kinds_sum(kinds, measure->numerator), differences = natural_of(0);
    for (unsigned a = 0; a < kinds->count; a++)
        for (unsigned b = 0; b < a; b++) {
            struct veto_natural larger = measure->numerator[a], smaller = measure->numerator[b];
            if (compare_naturals(&larger, &smaller) < 0) {
                struct veto_natural held = larger;
                larger = smaller;
                smaller = held;
            }
            natural_subtract(&larger, &smaller);
            natural_add_product(&differences, &larger, (u128)kinds->size[a] * kinds->size[b]);
        }
    return (struct veto_fraction){differences, natural_product(&sum, kinds->members)};
}
