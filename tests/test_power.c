/* Voting power against brute force, on random Councils. */
#include "power_council.h"

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

static double natural_value(const struct veto_natural *number) {
    return veto_fraction_value(&(struct veto_fraction){*number, {1, {1}}});
}

/* ---- comparing ---- */

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
END_TEST

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
END_TEST

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
END_TEST

static const struct suite_entry entries[] = {
    {random_councils, 12},
    {support_never_hurts, 0},
    {roll_calls_one_by_one, 0},
};

SUITE("power", entries)
