/* A hundred scenarios that are valid, however odd: all that the fuzzer holds them to, in every kind
 * of build. */
#include "suite.h"

#include "base/philox.h"
#include "fuzz/fuzz.h"

START_TEST(what_the_fuzzer_asks_for) {
    uint8_t bytes[600];
    for (uint32_t i = 0; i < 10; i++) {
        const uint32_t seed = 10 * (uint32_t)_i + i;
        size_t size = 6 * seed;
        for (uint32_t j = 0; j < size; j++)
            bytes[j] = philox(1, (uint32_t[]){seed, j, 0, 4}).word[0] & 0xFF;
        ck_assert_int_eq(LLVMFuzzerTestOneInput(bytes, size), 0);
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {what_the_fuzzer_asks_for, 10},
};

SUITE("hostile", entries)
