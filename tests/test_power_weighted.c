/* Voting power in large weighted games, against the count in two halves and by symmetry. */
#include "power_council.h"

static struct veto_weighted_power *weighted_of(unsigned members, const uint64_t *weights,
                                               uint64_t quota) {
    struct veto_weighted_game game = {members, weights, quota};
    struct veto_weighted_power *power = NULL;
    struct veto_power_error error = {""};
    enum veto_status status = veto_power_weighted(&power, &game, true, &error);
    ck_assert_msg(status == VETO_OK, "%s", error.text);
    return power;
}

/* Against the count in two halves, up to 24 members: all else exactly, Shapley-Shubik as near as it
 * says. In two games of three the weights are far apart, which is where division loses most. */
START_TEST(weighted_against_rules) {
    for (unsigned game = 0; game < 20; game++) {
        struct draws draws = {(uint64_t)_i * 20 + game, 0};
        unsigned n = 1 + draw(&draws, 24);
        uint64_t weights[24], total = 0;
        uint32_t copies[24];
        for (unsigned i = 0; i < n; i++) {
            uint32_t weight = draw(&draws, 4) ? draw(&draws, 60) : draw(&draws, 3);
            if (game % 3 == 0)
                weight = 1u << draw(&draws, 15);
            else if (game % 3 == 1)
                weight = i % 2 ? 1 + i : 3000 + draw(&draws, 1000);
            weights[i] = copies[i] = weight;
            total += weight;
        }
        if (total == 0)
            continue;
        uint64_t quota = 1 + draw(&draws, (uint32_t)total);
        struct veto_majority majority = {~(veto_set)0, copies, quota, NULL};
        struct veto_rules rules = veto_rules_charter(n, 0, 0);
        rules.majorities = &majority;
        rules.majority_count = 1;
        struct veto_power *exact = power_of(&rules);
        struct veto_weighted_power *power = weighted_of(n, weights, quota);
        ck_assert_double_le(power->error, 1e-9);
        ck_assert(veto_fraction_value(&exact->act) == veto_fraction_value(&power->act));
        for (unsigned i = 0; i < n; i++) {
            unsigned a = exact->kinds.of[i], b = power->kinds.of[i];
            double truth = value(&exact->shapley_shubik, a);
            ck_assert(value(&exact->banzhaf, a) == value(&power->banzhaf, b));
            ck_assert(value(&exact->prevent, a) == value(&power->prevent, b));
            ck_assert(value(&exact->initiate, a) == value(&power->initiate, b));
            ck_assert_double_le(fabs(power->shapley_shubik[b] - truth), power->error * truth);
        }
        veto_power_free(exact);
        veto_weighted_power_free(power);
    }
}
END_TEST

static void make_assembly(uint64_t seed, unsigned members, uint64_t *weights, uint64_t *total) {
    struct draws draws = {seed, 0};
    *total = 0;
    for (unsigned i = 0; i < members; i++)
        *total += weights[i] = 1 + draw(&draws, 82);
}

/* 193 members: sums, order, and the same power by the game of those who are against. */
START_TEST(assembly) {
    uint64_t weights[193], total;
    make_assembly(193, 193, weights, &total);
    uint64_t quota = (2 * total + 2) / 3;
    struct veto_weighted_power *power = weighted_of(193, weights, quota);
    struct veto_weighted_power *dual = weighted_of(193, weights, total - quota + 1);
    double all = 0;
    ck_assert_double_le(power->error, 1e-9);
    for (unsigned i = 0; i < 193; i++) {
        unsigned kind = power->kinds.of[i];
        all += power->shapley_shubik[kind];
        ck_assert_double_le(fabs(power->shapley_shubik[kind] / dual->shapley_shubik[kind] - 1),
                            power->error + dual->error);
        ck_assert(value(&power->banzhaf, kind) == value(&dual->banzhaf, kind));
        for (unsigned j = 0; j < i; j++) {
            unsigned other = power->kinds.of[j];
            bool more = weights[i] > weights[j];
            if (weights[i] != weights[j])
                ck_assert(more == (power->shapley_shubik[kind] > power->shapley_shubik[other]));
        }
    }
    near(all, 1);
    near(veto_fraction_value(&power->act) + veto_fraction_value(&dual->act), 1);
    veto_weighted_power_free(power);
    veto_weighted_power_free(dual);
}
END_TEST

/* Two hundred alike have 1/200 each, under any quota; C(199, 99) critical coalitions at half. */
START_TEST(two_hundred_alike) {
    uint64_t weights[200];
    for (unsigned i = 0; i < 200; i++)
        weights[i] = 7;
    for (unsigned quota = 1; quota <= 200; quota += 33) {
        struct veto_weighted_power *power = weighted_of(200, weights, 7 * quota);
        ck_assert_double_le(fabs(200 * power->shapley_shubik[0] - 1), power->error);
        veto_weighted_power_free(power);
    }
    struct veto_weighted_power *power = weighted_of(200, weights, 700);
    number_is(&power->banzhaf.numerator[0],
              "45274257328051640582702088538742081937252294837706668420660");
    veto_weighted_power_free(power);
}
END_TEST

/* Tiny power next to large: a hundred members who matter only when two giants disagree, and then
 * only at one size of many. Exactly: the giants are critical but where all or none are. */
START_TEST(tiny_power) {
    uint64_t weights[102];
    weights[0] = weights[1] = 1000;
    for (unsigned i = 2; i < 102; i++)
        weights[i] = 1;
    /* one giant and all hundred, or both giants: a small member is pivotal last before the other
     * giant, after exactly one: 2 x 101! / (102 x 101 x 100 ... ): it is place 101 of 102 */
    struct veto_weighted_power *power = weighted_of(102, weights, 1100);
    unsigned small = power->kinds.of[2];
    double expected = 2.0 / (102 * 101);
    ck_assert_double_le(fabs(power->shapley_shubik[small] / expected - 1), power->error);
    ck_assert_double_le(power->error, 1e-9);
    veto_weighted_power_free(power);
    /* all must agree */
    power = weighted_of(102, weights, 2100);
    ck_assert_double_le(fabs(102 * power->shapley_shubik[small] - 1), power->error);
    veto_weighted_power_free(power);
}
END_TEST

/* Weights that would overflow if they were added up in 64 bits. */
START_TEST(enormous_weights) {
    const uint64_t weights[3] = {UINT64_MAX, UINT64_MAX, UINT64_MAX / 5};
    struct veto_weighted_power *power = weighted_of(3, weights, UINT64_MAX);
    ck_assert_double_le(fabs(power->shapley_shubik[0] - 0.5), 1e-9);
    ck_assert_double_eq(power->shapley_shubik[1], 0);
    is(&power->banzhaf, 0, "1/2");
    veto_weighted_power_free(power);
}
END_TEST

static void refused_weighted(unsigned members, const uint64_t *weights, uint64_t quota,
                             const char *expected) {
    struct veto_weighted_game game = {members, weights, quota};
    struct veto_weighted_power *power = NULL;
    struct veto_power_error error = {""};
    ck_assert_int_eq(veto_power_weighted(&power, &game, true, &error), VETO_INPUT);
    ck_assert_str_eq(error.text, expected);
    ck_assert_ptr_null(power);
}

START_TEST(weighted_bad_input) {
    static uint64_t weights[2000];
    refused_weighted(2000, weights, 1,
                     "the power of 2000 members is not computed: their coalitions are counted "
                     "exactly, in 256 bits, for at most 200");
    refused_weighted(3, weights, 0,
                     "the quota is 0: everything is adopted, and nobody has any power");
    refused_weighted(3, weights, 1,
                     "nothing can be adopted: the quota is 1, and all weights together are 0");
    weights[0] = UINT64_MAX;
    weights[1] = UINT64_MAX - 1;
    refused_weighted(3, weights, UINT64_MAX,
                     "the power of weights this large is not computed: divided by what divides "
                     "them all, they must add up to no more than 1048576; round them to fewer "
                     "digits");
}
END_TEST

static const struct suite_entry entries[] = {
    {weighted_against_rules, 10}, {assembly, 0},           {two_hundred_alike, 0}, {tiny_power, 0},
    {enormous_weights, 0},        {weighted_bad_input, 0},
};

SUITE("power_weighted", entries)
