/* Random Councils, and the numbers of voting power as a test reads them. */
#pragma once

#include <math.h>
#include <string.h>

#include "base/philox.h"
#include "suite.h"
#include "veto/power.h"

enum { SMALL = 8 };

/* ---- random numbers ---- */

struct draws {
    uint64_t seed;
    uint32_t next;
};

static inline uint32_t draw(struct draws *draws, uint32_t below) {
    const uint32_t counter[4] = {draws->next++, 0, 0, 0};
    return philox(draws->seed, counter).word[0] % below;
}

/* ---- rules ---- */

struct council {
    struct veto_rules rules;
    enum veto_question question;
    struct veto_majority majorities[3];
    uint32_t weights[3][VETO_MAX_MEMBERS];
};

static inline void random_council(struct council *council, uint64_t seed, unsigned most) {
    struct draws draws = {seed, 0};
    unsigned n = 1 + draw(&draws, most);
    council->rules = veto_rules_charter(n, draw(&draws, n + 1), draw(&draws, 1u << n));
    council->rules.veto_needs = 1 + draw(&draws, 3);
    if (draw(&draws, 3) == 0)
        council->rules.override_at = draw(&draws, n + 2);
    council->question = draw(&draws, 8) == 0 ? VETO_PROCEDURAL : VETO_SUBSTANTIVE;
    council->rules.majorities = council->majorities;
    council->rules.majority_count = draw(&draws, 4);
    for (unsigned m = 0; m < council->rules.majority_count; m++) {
        uint32_t range = draw(&draws, 2) ? 3 : 1000000000;
        uint64_t total = 0;
        veto_set group = draw(&draws, 2) ? (1u << n) - 1 : draw(&draws, 1u << n);
        bool weighted = draw(&draws, 4) > 0;
        for (unsigned i = 0; i < n; i++) {
            council->weights[m][i] = draw(&draws, range);
            if (veto_set_has(group, i))
                total += weighted ? council->weights[m][i] : 1;
        }
        uint64_t needed = total * draw(&draws, 11) / 10;
        council->majorities[m] =
            (struct veto_majority){group, weighted ? council->weights[m] : NULL, needed, NULL};
    }
}

static inline double value(const struct veto_measure *measure, unsigned kind) {
    struct veto_fraction fraction = veto_measure_of(measure, kind);
    return veto_fraction_value(&fraction);
}

#define near(a, b) ck_assert_double_le(fabs((a) - (b)), 1e-12)

static inline void is_one(const struct veto_measure *measure, const struct veto_kinds *kinds) {
    char text[VETO_FRACTION_TEXT];
    struct veto_natural total = {0};
    struct veto_fraction all = veto_measure_share(measure, kinds, ~(veto_set)0);
    total = all.denominator;
    veto_fraction_text(&(struct veto_fraction){total, measure->denominator}, text);
    ck_assert_str_eq(text, "1");
    veto_fraction_text(&all, text);
    ck_assert_str_eq(text, "1");
}

static inline void sums_are_one(const struct veto_power *power) {
    is_one(&power->shapley_shubik, &power->kinds);
    is_one(&power->banzhaf_normalized, &power->kinds);
    is_one(&power->johnston, &power->kinds);
    is_one(&power->deegan_packel, &power->kinds);
    is_one(&power->holler, &power->kinds);
    is_one(&power->ternary_shapley_shubik, &power->kinds);
}

static inline struct veto_power *power_of(const struct veto_rules *rules) {
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    enum veto_status status =
        veto_power_find(&power, rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error);
    ck_assert_msg(status == VETO_OK, "%s", error.text);
    return power;
}

static inline void is(const struct veto_measure *measure, unsigned kind, const char *expected) {
    char text[VETO_FRACTION_TEXT];
    struct veto_fraction fraction = veto_measure_of(measure, kind);
    veto_fraction_text(&fraction, text);
    ck_assert_str_eq(text, expected);
}

static inline void number_is(const struct veto_natural *number, const char *expected) {
    char text[VETO_NATURAL_TEXT];
    veto_natural_text(number, text);
    ck_assert_str_eq(text, expected);
}
