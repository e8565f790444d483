/* Numbers: as text, random ones, exponential and logarithm, the normal distribution. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/normal.h"
#include "base/number.h"
#include "base/philox.h"
#include "suite.h"

/* ---- numbers ---- */

START_TEST(numbers_are_parsed) {
    static const struct {
        const char *text;
        double number;
    } cases[] = {
        {"0", 0},     {"12", 12},     {"-0.5", -0.5}, {".5", .5},     {"-.5", -.5},
        {"5.", 5},    {"1e-3", 1e-3}, {"1E+2", 100},  {"1.5e2", 150}, {"007", 7},
        {"-0", 0},    {"-0.0", 0},    {"1e-400", 0},  {"0.1", 0.1},   {"1e308", 1e308},
        {"0e999", 0}, {"+1", 1},      {"+.5", .5},    {"+0.5e1", 5},
    };
    static const char *const wrong[] = {
        "",     "-",     ".",      "-.",    "+-1",    " 1",  "1 ",   "1,5",
        "0x10", "1e",    "1e+",    "e5",    "inf",    "nan", "-inf", "1e999",
        "--1",  "1.2.3", "9votes", "1_000", "\u0661", "1\n", "1f",
    };
    double number = 42;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(number_parse(cases[i].text, &number), "%s", cases[i].text);
        ck_assert(number == cases[i].number);
        ck_assert(number != 0 || !signbit(number));
    }
    number = 42;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_msg(!number_parse(wrong[i], &number), "%s", wrong[i]);
        ck_assert_double_eq(number, 42); /* untouched */
    }
}
END_TEST

/* Short decimals go a way of their own: to the same double, to the bit. */
START_TEST(a_number_is_what_the_c_library_reads) {
    for (uint32_t i = 0; i < 200000; i++) {
        const uint32_t counter[4] = {i, 0, 0, 0};
        struct philox_block block = philox(11, counter);
        uint64_t digits = (uint64_t)block.word[0] << 32 | block.word[1];
        char text[40];
        for (unsigned down = block.word[2] % 20; down > 0; down--)
            digits /= 10;
        int length =
            snprintf(text, sizeof text, "%s%llu", i % 2 ? "-" : "", (unsigned long long)digits);
        unsigned point = block.word[3] % 20;
        if (point < (unsigned)length - i % 2) { /* behind the sign */
            memmove(text + length - point + 1, text + length - point, point + 1);
            text[length - (int)point] = '.';
        }
        double number = 0, read = strtod(text, NULL);
        if (!number_parse(text, &number) || number != read)
            ck_abort_msg("%s: %.17g, not %.17g", text, number, read);
    }
}
END_TEST

START_TEST(whole_numbers_are_parsed) {
    static const struct {
        const char *text;
        uint64_t number;
    } cases[] = {
        {"0", 0},
        {"9", 9},
        {"007", 7},
        {"18446744073709551615", UINT64_MAX},
    };
    static const char *const wrong[] = {
        "",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "0x1",
        "18446744073709551616",
        "99999999999999999999999",
        "one",
    };
    uint64_t number = 42;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert(number_parse_u64(cases[i].text, &number));
        ck_assert_uint_eq(number, cases[i].number);
    }
    number = 42;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_msg(!number_parse_u64(wrong[i], &number), "%s", wrong[i]);
        ck_assert_uint_eq(number, 42);
    }
}
END_TEST

/* ---- random numbers ---- */

/* The known answers that are published with the generator. */
START_TEST(philox_gives_the_known_answers) {
    static const struct {
        uint32_t counter[4];
        uint64_t seed;
        uint32_t answer[4];
    } cases[] = {
        {{0, 0, 0, 0}, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
         UINT64_MAX,
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         UINT64_C(0x299f31d0a4093822),
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct philox_block block = philox(cases[i].seed, cases[i].counter);
        ck_assert_mem_eq(block.word, cases[i].answer, sizeof cases[i].answer);
    }
}
END_TEST

START_TEST(exponential_agrees_with_exp) {
    for (int i = 0; i <= 70000; i++) {
        double x = -i / 100., expected = exp(x);
        ck_assert_msg(fabs(exponential(x) - expected) <= 1e-15 * expected, "at %g", x);
    }
    ck_assert(exponential(0) == 1);
    ck_assert(exponential(-745) == 0);
    ck_assert(exponential(-INFINITY) == 0);
}
END_TEST

START_TEST(logarithm_agrees_with_log) {
    for (int i = 1; i <= 100000; i++) {
        double x = i / 1000., expected = log(x);
        ck_assert_msg(fabs(logarithm(x) - expected) <= 1e-15 * fmax(1, fabs(expected)), "at %g", x);
    }
    for (int i = -1074; i < 1024; i++) {
        double expected = log(ldexp(1, i));
        ck_assert_msg(fabs(logarithm(ldexp(1, i)) - expected) <= 1e-15 * fabs(expected), "2^%d", i);
    }
    ck_assert(logarithm(1) == 0);
}
END_TEST

/* To the bit, on every machine. */
START_TEST(exponential_and_logarithm_have_these_bits) {
    ck_assert(exponential(-1) == 0x1.78b56362cef38p-2);
    ck_assert(exponential(-37.5) == 0x1.dd5c566301ec8p-55);
    ck_assert(logarithm(10) == 0x1.26bb1bbb55516p+1);
    ck_assert(logarithm(1e-300) == -0x1.5963447f87fb5p+9);
}
END_TEST

START_TEST(normal_cdf_agrees_with_erfc) {
    for (int i = -36000; i <= 9000; i++) {
        double x = i / 1000. + 1e-5, expected = erfc(-x / sqrt(2)) / 2;
        ck_assert_msg(fabs(normal_cdf(x) - expected) <= 1e-12 * expected, "at %g", x);
    }
    ck_assert_double_eq(normal_cdf(0), 0.5);
    ck_assert_double_eq(normal_cdf(INFINITY), 1);
    ck_assert_double_eq(normal_cdf(-INFINITY), 0);
    ck_assert_double_eq(normal_cdf(40), 1);
    ck_assert_double_eq(normal_cdf(-40), 0);
    ck_assert_double_eq(normal_cdf(DBL_MAX), 1);
    ck_assert_double_eq(normal_cdf(-DBL_MAX), 0);
}
END_TEST

START_TEST(normal_cdf_is_monotone_and_symmetric) {
    double last = 0;
    for (int i = -400000; i <= 100000; i++) {
        double p = normal_cdf(i / 10000.);
        ck_assert_msg(p >= last, "falls at %g", i / 10000.);
        last = p;
    }
    for (int i = 0; i < 9000; i++)
        ck_assert(fabs(normal_cdf(i / 1000.) + normal_cdf(-i / 1000.) - 1) < 1e-15);
}
END_TEST

START_TEST(normal_quantile_undoes_the_cdf) {
    for (int i = -37000; i < 0; i++)
        ck_assert_msg(fabs(normal_quantile(normal_cdf(i / 1000.)) - i / 1000.) < 1e-9, "at %d", i);
    for (int i = 0; i < 5000; i++) /* near 1 a p has fewer digits to tell its x by */
        ck_assert(fabs(normal_quantile(normal_cdf(i / 1000.)) - i / 1000.) < 1e-9);
    ck_assert(fabs(normal_quantile(0.5)) < 1e-12);
    ck_assert(fabs(normal_quantile(0.975) - 1.959963984540054) < 1e-12);
    for (uint64_t word = 0; word < UINT64_C(1) << 32; word += 104729 * 31) {
        double p = ((double)word + 0.5) / 4294967296.0; /* as the model asks */
        ck_assert(normal_quantile(p) == -normal_quantile(1 - p));
        ck_assert(fabs(normal_cdf(normal_quantile(p)) - p) < 1e-12);
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {a_number_is_what_the_c_library_reads, 0},
    {numbers_are_parsed, 0},
    {whole_numbers_are_parsed, 0},
    {philox_gives_the_known_answers, 0},
    {exponential_agrees_with_exp, 0},
    {logarithm_agrees_with_log, 0},
    {exponential_and_logarithm_have_these_bits, 0},
    {normal_cdf_agrees_with_erfc, 0},
    {normal_cdf_is_monotone_and_symmetric, 0},
    {normal_quantile_undoes_the_cdf, 0},
};

SUITE("numbers", entries)
