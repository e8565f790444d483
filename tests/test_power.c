#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/philox.h"
#include "report/power_measures.h"
#include "report/power_parts.h"
#include "suite.h"
#include "veto/power.h"
#include "veto/presets.h"

enum { SMALL = 8 };

/* ---- random numbers ---- */

struct draws {
    uint64_t seed;
    uint32_t next;
};

static uint32_t draw(struct draws *draws, uint32_t below) {
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

static void random_council(struct council *council, uint64_t seed, unsigned most) {
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

/* ---- brute force: every profile, by veto_decide and by the definitions ---- */

struct brute {
    unsigned n;
    double winning, minimal, vulnerable, adopted;
    double shapley[SMALL], critical[SMALL], johnston[SMALL], packel[SMALL], holler[SMALL];
    double yes_abstain[SMALL], abstain_no[SMALL], ternary_shapley[SMALL];
    bool win[1 << SMALL];
    /* profiles in base 4: 0 yes, 1 no, 2 abstain, 3 not yet called; bit 1: can be adopted, bit 2:
     * can fail */
    uint8_t can[1 << (2 * SMALL)];
};

static bool adopts(const struct council *council, uint32_t profile) {
    static const enum veto_ballot words[] = {VETO_YES, VETO_NO, VETO_ABSTAIN};
    enum veto_ballot ballots[SMALL];
    for (unsigned i = 0; i < council->rules.members; i++)
        ballots[i] = words[profile >> (2 * i) & 3];
    return veto_decide(&council->rules, council->question, ballots).outcome == VETO_ADOPTED;
}

/* A profile has the number of any in which one fewer is called, less something: so in order. */
static void brute_profiles(struct brute *brute, const struct council *council) {
    for (uint32_t profile = 0; profile < 1u << (2 * brute->n); profile++) {
        unsigned i = 0;
        while (i < brute->n && (profile >> (2 * i) & 3) != 3)
            i++;
        if (i == brute->n) {
            bool adopted = adopts(council, profile);
            brute->can[profile] = adopted ? 1 : 2;
            brute->adopted += adopted;
        } else {
            uint8_t can = 0;
            for (uint32_t ballot = 1; ballot <= 3; ballot++)
                can |= brute->can[profile - (ballot << (2 * i))];
            brute->can[profile] = can;
        }
    }
    for (uint32_t set = 0; set < 1u << brute->n; set++) {
        uint32_t profile = 0;
        for (unsigned i = 0; i < brute->n; i++)
            profile |= (uint32_t) !(set >> i & 1) << (2 * i);
        brute->win[set] = brute->can[profile] == 1;
    }
}

static double factorial(unsigned n) {
    return n < 2 ? 1 : n * factorial(n - 1);
}

static void brute_coalition(struct brute *brute, uint32_t set) {
    uint32_t critical = 0;
    unsigned n = brute->n, size = veto_set_count(set);
    if (!brute->win[set])
        return;
    for (unsigned i = 0; i < n; i++)
        if (set >> i & 1 && !brute->win[set ^ 1u << i])
            critical |= 1u << i;
    unsigned count = veto_set_count(critical);
    brute->winning++;
    brute->vulnerable += count > 0;
    brute->minimal += critical == set;
    for (unsigned i = 0; i < n; i++) {
        if (!(critical >> i & 1))
            continue;
        brute->critical[i]++;
        brute->shapley[i] += factorial(size - 1) * factorial(n - size) / factorial(n);
        brute->johnston[i] += 1.0 / count;
        if (critical == set) {
            brute->packel[i] += 1.0 / size;
            brute->holler[i]++;
        }
    }
}

static void brute_ternary(struct brute *brute, uint32_t profile) {
    unsigned n = brute->n, called = 0;
    for (unsigned i = 0; i < n; i++)
        called += (profile >> (2 * i) & 3) != 3;
    for (unsigned i = 0; i < n; i++) {
        uint32_t yes = profile & ~(3u << (2 * i)), at = profile >> (2 * i) & 3;
        if (at == 0 && called == n) {
            brute->yes_abstain[i] += brute->can[yes] != brute->can[yes | 2u << (2 * i)];
            brute->abstain_no[i] +=
                brute->can[yes | 2u << (2 * i)] != brute->can[yes | 1u << (2 * i)];
        }
        if (at != 3 && brute->can[profile] != 3 && brute->can[profile | 3u << (2 * i)] == 3)
            brute->ternary_shapley[i] +=
                factorial(called - 1) * factorial(n - called) / factorial(n) / pow(3, called);
    }
}

static struct brute *brute_force(const struct council *council) {
    struct brute *brute = calloc(1, sizeof *brute);
    brute->n = council->rules.members;
    brute_profiles(brute, council);
    for (uint32_t set = 0; set < 1u << brute->n; set++)
        brute_coalition(brute, set);
    for (uint32_t profile = 0; profile < 1u << (2 * brute->n); profile++)
        brute_ternary(brute, profile);
    return brute;
}

/* ---- comparing ---- */

static double value(const struct veto_measure *measure, unsigned kind) {
    struct veto_fraction fraction = veto_measure_of(measure, kind);
    return veto_fraction_value(&fraction);
}

static double natural_value(const struct veto_natural *number) {
    return veto_fraction_value(&(struct veto_fraction){*number, {1, {1}}});
}

#define near(a, b) ck_assert_double_le(fabs((a) - (b)), 1e-12)

static void near_measure(const struct veto_power *power, const struct veto_measure *measure,
                         const double *brute, double over) {
    for (unsigned i = 0; i < power->kinds.members; i++)
        near(value(measure, power->kinds.of[i]), brute[i] / over);
}

static double sum(const double *of, unsigned count) {
    double total = 0;
    for (unsigned i = 0; i < count; i++)
        total += of[i];
    return total;
}

static void compare(const struct veto_power *power, const struct brute *brute) {
    unsigned n = brute->n;
    double both[SMALL];
    for (unsigned i = 0; i < n; i++)
        both[i] = brute->yes_abstain[i] + brute->abstain_no[i];
    ck_assert(natural_value(&power->act.numerator) == brute->winning);
    ck_assert(natural_value(&power->act.denominator) == pow(2, n));
    ck_assert(natural_value(&power->minimal) == brute->minimal);
    ck_assert(natural_value(&power->vulnerable) == brute->vulnerable);
    ck_assert(natural_value(&power->ternary_act.numerator) == brute->adopted);
    ck_assert(natural_value(&power->ternary_act.denominator) == pow(3, n));
    near_measure(power, &power->shapley_shubik, brute->shapley, 1);
    near_measure(power, &power->banzhaf, brute->critical, pow(2, n - 1));
    near_measure(power, &power->banzhaf_normalized, brute->critical, sum(brute->critical, n));
    near_measure(power, &power->prevent, brute->critical, brute->winning);
    near_measure(power, &power->initiate, brute->critical, pow(2, n) - brute->winning);
    near_measure(power, &power->johnston, brute->johnston, brute->vulnerable);
    near_measure(power, &power->deegan_packel, brute->packel, brute->minimal);
    near_measure(power, &power->holler, brute->holler, sum(brute->holler, n));
    near_measure(power, &power->ternary_banzhaf, both, pow(3, n - 1));
    near_measure(power, &power->yes_against_abstain, brute->yes_abstain, pow(3, n - 1));
    near_measure(power, &power->abstain_against_no, brute->abstain_no, pow(3, n - 1));
    near_measure(power, &power->ternary_shapley_shubik, brute->ternary_shapley, 1);
}

static void is_one(const struct veto_measure *measure, const struct veto_kinds *kinds) {
    char text[VETO_FRACTION_TEXT];
    struct veto_natural total = {0};
    struct veto_fraction all = veto_measure_share(measure, kinds, ~(veto_set)0);
    total = all.denominator;
    veto_fraction_text(&(struct veto_fraction){total, measure->denominator}, text);
    ck_assert_str_eq(text, "1");
    veto_fraction_text(&all, text);
    ck_assert_str_eq(text, "1");
}

static void sums_are_one(const struct veto_power *power) {
    is_one(&power->shapley_shubik, &power->kinds);
    is_one(&power->banzhaf_normalized, &power->kinds);
    is_one(&power->johnston, &power->kinds);
    is_one(&power->deegan_packel, &power->kinds);
    is_one(&power->holler, &power->kinds);
    is_one(&power->ternary_shapley_shubik, &power->kinds);
}

/* Councils of 1 to 8 members, 50 a test. */
START_TEST(random_councils) {
    unsigned games = 0;
    for (unsigned i = 0; i < 50; i++) {
        struct council council;
        struct veto_power *power = NULL;
        struct veto_power_error error = {""};
        random_council(&council, (uint64_t)_i * 50 + i, SMALL);
        struct brute *brute = brute_force(&council);
        enum veto_status status =
            veto_power_find(&power, &council.rules, council.question, VETO_POWER_ALL, &error);
        if (brute->adopted == 0) {
            ck_assert_int_eq(status, VETO_INPUT);
            ck_assert(strncmp(error.text, "nothing can be adopted: ", 24) == 0);
        } else if (brute->adopted == pow(3, brute->n)) {
            ck_assert_int_eq(status, VETO_INPUT);
            ck_assert(strncmp(error.text, "everything is adopted, ", 23) == 0);
        } else {
            ck_assert_int_eq(status, VETO_OK);
            ck_assert_uint_eq(power->left_out, 0);
            compare(power, brute);
            sums_are_one(power);
            games++;
        }
        veto_power_free(power);
        free(brute);
    }
    ck_assert_uint_ge(games, 15);
}

/* More support never hurts, whatever the rules: what the counting rests on. */
START_TEST(support_never_hurts) {
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct council council;
        random_council(&council, 900000 + seed, 5);
        unsigned n = council.rules.members;
        for (uint32_t profile = 0; profile < 1u << (2 * n); profile++) {
            if ((profile & profile >> 1 & 0x5555) != 0)
                continue;
            for (unsigned i = 0; i < n; i++) {
                uint32_t yes = profile & ~(3u << (2 * i));
                bool with_yes = adopts(&council, yes);
                bool with_no = adopts(&council, yes | 1u << (2 * i));
                bool with_abstention = adopts(&council, yes | 2u << (2 * i));
                ck_assert(with_yes >= with_abstention && with_abstention >= with_no);
            }
        }
    }
}

/* ---- roll calls, one by one ---- */

struct roll_calls {
    const struct brute *brute;
    unsigned pivotal[SMALL], all;
};

static void call_next(struct roll_calls *calls, uint32_t profile, unsigned pivot) {
    unsigned n = calls->brute->n, left = 0;
    for (unsigned i = 0; i < n; i++) {
        if ((profile >> (2 * i) & 3) != 3)
            continue;
        left++;
        for (uint32_t ballot = 0; ballot < 3; ballot++) {
            uint32_t next = profile & ~((3 - ballot) << (2 * i));
            bool settles = pivot == n && calls->brute->can[next] != 3;
            call_next(calls, next, settles ? i : pivot);
        }
    }
    if (left == 0) {
        calls->pivotal[pivot]++;
        calls->all++;
    }
}

START_TEST(roll_calls_one_by_one) {
    unsigned games = 0;
    for (uint64_t seed = 0; seed < 60; seed++) {
        struct council council;
        struct veto_power *power = NULL;
        struct veto_power_error error;
        random_council(&council, 700000 + seed, 5);
        if (veto_power_find(&power, &council.rules, council.question, VETO_POWER_TERNARY, &error) !=
            VETO_OK)
            continue;
        struct brute *brute = brute_force(&council);
        struct roll_calls calls = {brute, {0}, 0};
        call_next(&calls, (1u << (2 * brute->n)) - 1, brute->n);
        ck_assert(calls.all == factorial(brute->n) * pow(3, brute->n));
        for (unsigned i = 0; i < brute->n; i++)
            near(value(&power->ternary_shapley_shubik, power->kinds.of[i]),
                 (double)calls.pivotal[i] / calls.all);
        games++;
        veto_power_free(power);
        free(brute);
    }
    ck_assert_uint_ge(games, 20);
}

/* ---- known values ---- */

static struct veto_power *power_of(const struct veto_rules *rules) {
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    enum veto_status status =
        veto_power_find(&power, rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error);
    ck_assert_msg(status == VETO_OK, "%s", error.text);
    return power;
}

static void is(const struct veto_measure *measure, unsigned kind, const char *expected) {
    char text[VETO_FRACTION_TEXT];
    struct veto_fraction fraction = veto_measure_of(measure, kind);
    veto_fraction_text(&fraction, text);
    ck_assert_str_eq(text, expected);
}

static void number_is(const struct veto_natural *number, const char *expected) {
    char text[VETO_NATURAL_TEXT];
    veto_natural_text(number, text);
    ck_assert_str_eq(text, expected);
}

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

/* ---- large weighted games ---- */

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

/* Weights that would overflow if they were added up in 64 bits. */
START_TEST(enormous_weights) {
    const uint64_t weights[3] = {UINT64_MAX, UINT64_MAX, UINT64_MAX / 5};
    struct veto_weighted_power *power = weighted_of(3, weights, UINT64_MAX);
    ck_assert_double_le(fabs(power->shapley_shubik[0] - 0.5), 1e-9);
    ck_assert_double_eq(power->shapley_shubik[1], 0);
    is(&power->banzhaf, 0, "1/2");
    veto_weighted_power_free(power);
}

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

/* ---- the sentence that the report opens with ---- */

/* The permanent members are those who hold a veto, and in every other Council the first too. */
static struct power_council told_council(struct arena *arena, const struct council *council,
                                         const struct veto_power *power, bool first) {
    unsigned count = council->rules.members;
    struct power_member *members = arena_array(arena, struct power_member, count);
    for (unsigned i = 0; i < count; i++) {
        bool veto = veto_set_has(council->rules.veto_holders, i);
        members[i] = (struct power_member){"A", arena_printf(arena, "A%u", i),
                                           veto || (first && i == 0), veto};
    }
    return (struct power_council){
        .name = "a", .title = "A", .count = count, .members = members, .power = power};
}

/* A percentage that a text begins with, or that it is none or all, is that of a number. */
static void says_part(const char *text, double part) {
    const double half = 0.5, hundred = 100;
    if (strncmp(text, "none", 4) == 0 || strncmp(text, "all ", 4) == 0) {
        ck_assert_double_eq(part, *text == 'a');
        return;
    }
    char *end;
    double said = strtod(text, &end);
    const char *point = strchr(text, '.');
    ck_assert_msg(*end == '%' && point && point < end, "%s", text);
    ck_assert_double_le(fabs(said - hundred * part),
                        half * pow(10, -(double)(end - point - 1)) + 1e-9);
    ck_assert(part <= 0 || said > 0);
    ck_assert(part >= 1 || said < hundred);
}

static double lead_power(const struct power_council *council, unsigned member) {
    return power_of_member(council, power_measure_find("shapley_shubik"), member).value;
}

static unsigned has_power_of(const struct power_council *council, double value) {
    unsigned count = 0;
    for (unsigned i = 0; i < council->count; i++)
        count += lead_power(council, i) == value;
    return count;
}

/* Of whom it speaks: all who have that power, and nobody else. */
static void says_who(const char *text, const struct power_council *council, double value) {
    unsigned said;
    if (strncmp(text, "Each member ", 12) == 0)
        ck_assert_uint_eq(has_power_of(council, value), council->count);
    else if (sscanf(text + 1, "ach of %u ", &said) == 1)
        ck_assert_uint_eq(has_power_of(council, value), said);
    for (unsigned i = 0; i < council->count; i++) {
        const struct power_member *member = &council->members[i];
        bool has = lead_power(council, i) == value, named = false;
        for (const char *at = text; (at = strchr(at, 'A')) && at < strstr(text, " in "); at++)
            named = named || (at[1] != ' ' && strtol(at + 1, NULL, 10) == (long)i);
        if (strncmp(text + 1, " permanent member ", 18) == 0)
            ck_assert_int_eq(has, member->permanent);
        else if (strncmp(text + 1, " member with a veto ", 20) == 0)
            ck_assert_int_eq(has, member->veto);
        else if (strncmp(text, "an elected one ", 15) == 0)
            ck_assert_int_eq(has, !member->permanent);
        else if (strncmp(text, "one without ", 12) == 0)
            ck_assert_int_eq(has, !member->veto);
        else if (*text == 'A' || strncmp(text + 1, "ach of A", 8) == 0)
            ck_assert_int_eq(has, named);
    }
}

static void says_lead(const char *text, const struct power_council *council) {
    double most = lead_power(council, 0), least = most;
    for (unsigned i = 1; i < council->count; i++) {
        double value = lead_power(council, i);
        most = value > most ? value : most;
        least = value < least ? value : least;
    }
    const char *first = strstr(text, " decides in "), *second = strstr(text, "as a no), ");
    const char *times = strstr(text, " times as often");
    ck_assert_ptr_nonnull(first);
    says_part(first + strlen(" decides in "), most);
    says_who(text, council, most);
    ck_assert_int_eq(second != NULL, most > least);
    if (!second)
        return;
    says_who(second + strlen("as a no), "), council, least);
    says_part(strstr(second, " in ") + 4, least);
    ck_assert_int_eq(strstr(text, "with all others in between") != NULL,
                     has_power_of(council, most) + has_power_of(council, least) < council->count);
    if (!times)
        ck_assert(least <= 0 || most / least < 1.05);
    while (times && times[-1] != ' ')
        times--;
    ck_assert(!times || fabs(strtod(times, NULL) - most / least) <=
                            (most / least < 9.95 ? 0.05 : 0.5) + 1e-9);
}

/* Of any rules, the numbers in it are those of the table, and those it is about are as many. */
static void check_lead(unsigned seed) {
    struct council council;
    struct veto_power *power;
    struct veto_power_error error;
    random_council(&council, seed, SMALL);
    if (veto_power_find(&power, &council.rules, council.question, VETO_POWER_YES_NO, &error) !=
        VETO_OK)
        return;
    struct arena arena = {0};
    struct power_council told = told_council(&arena, &council, power, seed % 2);
    const char *text = power_lead(&arena, &told);
    const char *act = strstr(text, " of all coalitions adopt a draft.");
    says_lead(text, &told);
    ck_assert_ptr_nonnull(act);
    while (act > text && act[-1] != ' ')
        act--;
    says_part(act, veto_fraction_value(&power->act));
    arena_free(&arena);
    veto_power_free(power);
}

START_TEST(the_lead_has_the_numbers_of_the_table) {
    enum { EACH = 100 };
    for (unsigned i = 0; i < EACH; i++)
        check_lead((unsigned)_i * EACH + i);
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
    {random_councils, 12},
    {support_never_hurts, 0},
    {roll_calls_one_by_one, 0},
    {weighted_against_rules, 10},
    {assembly, 0},
    {two_hundred_alike, 0},
    {tiny_power, 0},
    {enormous_weights, 0},
    {rules_without_power, 0},
    {rules_beyond_the_limits, 0},
    {too_many_coalitions, 0},
    {left_out, 0},
    {left_out_to_be_quick, 0},
    {weighted_bad_input, 0},
    {the_lead_has_the_numbers_of_the_table, 20},
};

SUITE("power", entries)
