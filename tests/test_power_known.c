/* Voting power of Councils that are known, to the digit; and rules that have none. */
#include "power_council.h"
#include "veto/presets.h"

/* ---- known values ---- */

START_TEST(council_of_fifteen) {
    struct veto_rules rules = veto_rules_charter(15, 9, 0x1f);
    struct veto_power *power = power_of(&rules);
    ck_assert_uint_eq(power->kinds.count, 2);
    ck_assert_uint_eq(power->kinds.size[0], 5);
    ck_assert_uint_eq(power->kinds.size[1], 10);
    is(&power->shapley_shubik, 0, "421/2145");
    is(&power->shapley_shubik, 1, "4/2145");
    is(&power->banzhaf, 0, "53/1024");
    is(&power->banzhaf, 1, "21/4096");
    is(&power->prevent, 0, "1");
    number_is(&power->act.numerator, "848");
    number_is(&power->act.denominator, "32768");
    number_is(&power->minimal, "210"); /* five permanent members and four of ten */
    is(&power->deegan_packel, 0, "1/9");
    is(&power->deegan_packel, 1, "2/45");
    number_is(&power->ternary_act.numerator, "146796");
    number_is(&power->ternary_act.denominator, "14348907");
    sums_are_one(power);
    /* the abstention of a member without a veto is its no */
    is(&power->abstain_against_no, 1, "0");
    ck_assert_double_eq(value(&power->shapley_shubik, 0), 421.0 / 2145);
    veto_power_free(power);
}
END_TEST

START_TEST(council_of_eleven) {
    struct veto_rules rules = veto_rules_charter(11, 7, 0x1f);
    struct veto_power *power = power_of(&rules);
    number_is(&power->act.numerator, "57");
    number_is(&power->act.denominator, "2048");
    number_is(&power->ternary_act.numerator, "2503");
    number_is(&power->ternary_act.denominator, "177147");
    is(&power->shapley_shubik, 0, "76/385");
    is(&power->shapley_shubik, 1, "1/462");
    veto_power_free(power);
}
END_TEST

START_TEST(share_and_gini) {
    char text[VETO_FRACTION_TEXT];
    struct veto_rules rules = veto_rules_charter(15, 9, 0x1f);
    struct veto_power *power = power_of(&rules);
    struct veto_fraction share = veto_measure_share(&power->shapley_shubik, &power->kinds, 0x1f);
    veto_fraction_text(&share, text);
    ck_assert_str_eq(text, "421/429");
    /* 50 pairs that differ by 417/2145, over fifteen times the sum of 1 */
    struct veto_fraction gini = veto_measure_gini(&power->shapley_shubik, &power->kinds);
    veto_fraction_text(&gini, text);
    ck_assert_str_eq(text, "278/429");
    veto_power_free(power);

    rules = veto_rules_charter(7, 4, 0);
    power = power_of(&rules);
    gini = veto_measure_gini(&power->banzhaf, &power->kinds);
    veto_fraction_text(&gini, text);
    ck_assert_str_eq(text, "0");
    veto_power_free(power);
}
END_TEST

/* A member with a veto but no vote that counts, and one with neither. */
START_TEST(dummies) {
    struct veto_majority majority = {.group = 0x3, .needed = 2};
    struct veto_rules rules = veto_rules_charter(4, 0, 0x4);
    rules.majorities = &majority;
    rules.majority_count = 1;
    struct veto_power *power = power_of(&rules);
    unsigned holder = power->kinds.of[2], dummy = power->kinds.of[3];
    is(&power->ternary_banzhaf, dummy, "0");
    is(&power->ternary_shapley_shubik, dummy, "0");
    is(&power->shapley_shubik, dummy, "0");
    is(&power->shapley_shubik, holder, "1/3");
    is(&power->yes_against_abstain, holder, "0");
    is(&power->abstain_against_no, holder, "1/9");
    veto_power_free(power);
}
END_TEST

START_TEST(presets_sum_to_one) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    for (size_t i = 0; i < count; i++) {
        struct veto_rules rules = veto_rule_set_council(&sets[i]);
        struct veto_power *power = power_of(&rules);
        sums_are_one(power);
        veto_power_free(power);
    }
}
END_TEST

/* The largest numbers: 64 alike, and 64 with a veto. */
START_TEST(sixty_four_members) {
    struct veto_rules rules = veto_rules_charter(64, 33, 0);
    struct veto_power *power = power_of(&rules);
    is(&power->shapley_shubik, 0, "1/64");
    is(&power->ternary_shapley_shubik, 0, "1/64");
    number_is(&power->banzhaf.numerator[0], "916312070471295267"); /* C(63, 32) */
    number_is(&power->act.denominator, "18446744073709551616");
    number_is(&power->ternary_act.denominator, "3433683820292512484657849089281");
    veto_power_free(power);

    rules = veto_rules_charter(64, 1, ~(veto_set)0);
    power = power_of(&rules);
    sums_are_one(power);
    /* all but one profile of yes and abstention */
    number_is(&power->ternary_act.numerator, "18446744073709551615");
    number_is(&power->minimal, "1");
    veto_power_free(power);
}
END_TEST

/* The same Council, with alike members told apart by weights that make no difference. */
START_TEST(kinds_make_no_difference) {
    uint32_t weights[20];
    struct veto_majority majority = {.group = 0xfffff, .weights = weights, .needed = 9000};
    struct veto_rules rules = veto_rules_charter(20, 9, 0x7);
    for (unsigned i = 0; i < 20; i++)
        weights[i] = 1000 + i;
    struct veto_power *plain = power_of(&rules);
    rules.majorities = &majority;
    rules.majority_count = 1;
    struct veto_power *apart = power_of(&rules);
    ck_assert_uint_eq(apart->kinds.count, 20);
    for (unsigned i = 0; i < 20; i++) {
        unsigned kind = plain->kinds.of[i];
        ck_assert(value(&plain->shapley_shubik, kind) == value(&apart->shapley_shubik, i));
        ck_assert(value(&plain->banzhaf, kind) == value(&apart->banzhaf, i));
        ck_assert(value(&plain->johnston, kind) == value(&apart->johnston, i));
        ck_assert(value(&plain->holler, kind) == value(&apart->holler, i));
        ck_assert(value(&plain->ternary_shapley_shubik, kind) ==
                  value(&apart->ternary_shapley_shubik, i));
        ck_assert(value(&plain->ternary_banzhaf, kind) == value(&apart->ternary_banzhaf, i));
    }
    veto_power_free(plain);
    veto_power_free(apart);
}
END_TEST

/* ---- bad input ---- */

static void refused(const struct veto_rules *rules, const char *expected) {
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    ck_assert_int_eq(veto_power_find(&power, rules, VETO_SUBSTANTIVE,
                                     VETO_POWER_ALL & ~VETO_POWER_MINIMAL, &error),
                     VETO_INPUT);
    ck_assert_str_eq(error.text, expected);
    ck_assert_ptr_null(power);
}

START_TEST(rules_without_power) {
    struct veto_rules rules = veto_rules_charter(5, 6, 1);
    refused(&rules, "nothing can be adopted: the rules ask for 6 votes in favour, and there are 5 "
                    "members");
    struct veto_majority majority = {.group = 0x7, .needed = 4};
    rules = veto_rules_charter(5, 3, 1);
    rules.majorities = &majority;
    rules.majority_count = 1;
    refused(&rules, "nothing can be adopted: the further majority needs 4, and all members of its "
                    "group together have 3");
    majority.name = "four of the region";
    refused(&rules, "nothing can be adopted: the further majority four of the region needs 4, and "
                    "all members of its group together have 3");
    rules = veto_rules_charter(5, 0, 0);
    refused(&rules, "everything is adopted, whoever votes against: nobody has any power");
}
END_TEST

START_TEST(rules_beyond_the_limits) {
    uint32_t weights[64];
    struct veto_majority majority = {~(veto_set)0, weights, UINT64_C(1) << 32, NULL};
    struct veto_rules rules = veto_rules_charter(64, 33, 0x1f);
    for (unsigned i = 0; i < 64; i++)
        weights[i] = (1u << 31) - i * i;
    rules.majorities = &majority;
    rules.majority_count = 1;
    refused(&rules, "the power of 64 members of 64 kinds under 1 further majority is not computed: "
                    "there are too many kinds of coalitions to count them exactly");
}
END_TEST

/* Coalitions that are looked at one by one. */
START_TEST(too_many_coalitions) {
    uint32_t weights[40];
    struct veto_majority majority = {((veto_set)1 << 40) - 1, weights, UINT64_C(20) << 24, NULL};
    struct veto_rules rules = veto_rules_charter(40, 21, 0);
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    for (unsigned i = 0; i < 40; i++)
        weights[i] = (1u << 24) + i * i * i;
    rules.majorities = &majority;
    rules.majority_count = 1;
    ck_assert_int_eq(veto_power_find(&power, &rules, VETO_SUBSTANTIVE, VETO_POWER_MINIMAL, &error),
                     VETO_INPUT);
    ck_assert_str_eq(error.text,
                     "the power of 40 members of 40 kinds under 1 further majority is not "
                     "computed: there are too many kinds of coalitions to count them exactly");
}
END_TEST

/* The one part that is too much is left out, and the others are there. */
START_TEST(left_out) {
    uint32_t weights[34];
    struct veto_majority majority = {((veto_set)1 << 34) - 1, weights, UINT64_C(17) << 30, NULL};
    struct veto_rules rules = veto_rules_charter(34, 18, 0x7fff);
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    for (unsigned i = 0; i < 34; i++)
        weights[i] = (1u << 30) + i * i;
    rules.majorities = &majority;
    rules.majority_count = 1;
    enum veto_status status = veto_power_find(&power, &rules, VETO_SUBSTANTIVE,
                                              VETO_POWER_YES_NO | VETO_POWER_TERNARY, &error);
    ck_assert_int_eq(status, VETO_OK);
    ck_assert_uint_eq(power->left_out, VETO_POWER_TERNARY);
    ck_assert_ptr_null(power->ternary_banzhaf.numerator);
    is_one(&power->shapley_shubik, &power->kinds);
    veto_power_free(power);
}
END_TEST

/* Where it has to be quick, even all of it is. */
START_TEST(left_out_to_be_quick) {
    enum { MEMBERS = 27 };
    uint32_t weights[MEMBERS];
    struct veto_majority majority = {((veto_set)1 << MEMBERS) - 1, weights, 2000, NULL};
    struct veto_rules rules = veto_rules_charter(MEMBERS, 15, 0);
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    const unsigned quick = VETO_POWER_ALL | VETO_POWER_QUICK;
    for (unsigned i = 0; i < MEMBERS; i++)
        weights[i] = 100 + i;
    ck_assert_int_eq(veto_power_find(&power, &rules, VETO_SUBSTANTIVE, quick, &error), VETO_OK);
    ck_assert_uint_eq(power->left_out, 0);
    ck_assert_uint_eq(power->kinds.count, 1);
    veto_power_free(power);
    rules.majorities = &majority;
    rules.majority_count = 1;
    ck_assert_int_eq(veto_power_find(&power, &rules, VETO_SUBSTANTIVE, quick, &error), VETO_OK);
    ck_assert_uint_eq(power->left_out, VETO_POWER_ALL);
    ck_assert_uint_eq(power->kinds.count, MEMBERS);
    veto_power_free(power);
    enum veto_status status =
        veto_power_find(&power, &rules, VETO_SUBSTANTIVE, VETO_POWER_YES_NO, &error);
    ck_assert_int_eq(status, VETO_OK);
    ck_assert_uint_eq(power->left_out, 0);
    is_one(&power->shapley_shubik, &power->kinds);
    veto_power_free(power);
}
END_TEST

/* ---- numbers ---- */

START_TEST(numbers) {
    struct veto_fraction fraction = {{2, {0, 1}}, {2, {0, 3}}};
    char text[VETO_FRACTION_TEXT];
    veto_fraction_text(&fraction, text);
    ck_assert_str_eq(text, "1/3");
    ck_assert_double_eq(veto_fraction_value(&fraction), 1.0 / 3);
    fraction = (struct veto_fraction){{0, {0}}, {1, {7}}};
    veto_fraction_text(&fraction, text);
    ck_assert_str_eq(text, "0");
    ck_assert_double_eq(veto_fraction_value(&fraction), 0);
    fraction = (struct veto_fraction){{2, {0, 1}}, {1, {1}}};
    veto_fraction_text(&fraction, text);
    ck_assert_str_eq(text, "18446744073709551616");
    struct veto_natural largest = {8, {0}};
    memset(largest.word, 0xff, sizeof largest.word);
    char digits[VETO_NATURAL_TEXT];
    veto_natural_text(&largest, digits);
    ck_assert_str_eq(digits, "134078079299425970995740249982058461274793658205923933777235614437217"
                             "640300735469768018742981669034276900318581864860508537538828119465699"
                             "46433649006084095");
}
END_TEST

/* To the nearest double, ties to even, for any terms. */
START_TEST(nearest_double) {
    struct draws draws = {53, 0};
    for (unsigned i = 0; i < 20000; i++) {
        uint64_t a = (uint64_t)draw(&draws, UINT32_MAX) << 20 | draw(&draws, 1 << 20);
        uint64_t b = 1 + ((uint64_t)draw(&draws, UINT32_MAX) << draw(&draws, 20));
        struct veto_fraction fraction = {{3, {0, 0, a}}, {2, {0, b}}};
        if (a == 0)
            continue;
        ck_assert(veto_fraction_value(&fraction) == (double)a / (double)b * 0x1p64);
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {numbers, 0},
    {nearest_double, 0},
    {council_of_fifteen, 0},
    {council_of_eleven, 0},
    {share_and_gini, 0},
    {dummies, 0},
    {presets_sum_to_one, 0},
    {sixty_four_members, 0},
    {kinds_make_no_difference, 0},
    {rules_without_power, 0},
    {rules_beyond_the_limits, 0},
    {too_many_coalitions, 0},
    {left_out, 0},
    {left_out_to_be_quick, 0},
};

SUITE("power_known", entries)
