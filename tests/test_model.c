/* The vote model: chances, cuts, and ballots that are drawn. */
#include <math.h>

#include "meeting_world.h"

static double tendency(int draft, int member) {
    return model_tendency(on(draft), member);
}

static bool near(double a, double b) {
    return fabs(a - b) <= 1e-12;
}

/* Expected ballots do not ask the seed; a seed counts in sampled meetings only. */
START_TEST(expected_is_the_most_likely_ballot) {
    static const struct {
        double yes, no, abstain;
        enum veto_ballot ballot;
    } cases[] = {
        {0.4, 0.3, 0.3, VETO_YES},
        {0.3, 0.4, 0.3, VETO_NO},
        {0.3, 0.3, 0.4, VETO_ABSTAIN},
        {0.5, 0, 0.5, VETO_ABSTAIN},
        {0, 0.5, 0.5, VETO_ABSTAIN},
        {0.5, 0.5, 0, VETO_NO},
        {1. / 3, 1. / 3, 1. / 3, VETO_ABSTAIN},
        {1, 0, 0, VETO_YES},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_int_eq(model_expected((double[]){cases[i].yes, cases[i].no, cases[i].abstain}),
                         cases[i].ballot);
    setup();
    set_leanings(0, 0.11, 0.05, -0.3, -0.49, -0.51);
    add(vote_on(0));
    for (uint64_t seed = 0; seed < 5; seed++)
        expect_ballots(VETO_EXPECTED, seed, 0, "yaaan");
}
END_TEST

/* ---- the model ---- */

START_TEST(tendency_is_of_veto_holders_on_substantive_questions) {
    setup();
    world.drafts[1].question = VETO_PROCEDURAL;
    for (int i = 0; i < MEMBERS; i++) {
        world.members[i].veto_tendency = 0.9;
        world.members[i].opposition = 0.2;
        ck_assert_double_eq(tendency(0, i), i < 2 ? 0.9 : 0.2);
        ck_assert_double_eq(tendency(1, i), 0.2);
    }
    world.scenario.rules.veto_holders = veto_set_of(B); /* the rules say so, not the seat */
    ck_assert_double_eq(tendency(0, A), 0.2);
    ck_assert_double_eq(tendency(0, B), 0.9);
    set_leanings(0, -0.4, -0.4, -0.4, -0.4, -0.4);
    set_leanings(1, -0.4, -0.4, -0.4, -0.4, -0.4);
    add(vote_on(0));
    add(vote_on(1));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[A].cut_no, -0.8);
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[B].cut_no, -0.1);
    ck_assert_double_eq(veto_meeting_vote(meeting, 1)->casts[B].cut_no, -0.8);
    ck_assert_int_eq(veto_meeting_vote(meeting, 0)->casts[B].ballot, VETO_NO);
    ck_assert_int_eq(veto_meeting_vote(meeting, 1)->casts[B].ballot, VETO_ABSTAIN);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(cuts_are_round_where_tendencies_are) {
    for (int i = 0; i <= 1000; i++) {
        ck_assert_double_eq(model_cut_no((1000 - i) / 1000.), -(i / 1000.));
        ck_assert(!signbit(model_cut_no(1)));
    }
    ck_assert(fabs(model_cut_no(1. / 3) + 2. / 3) < 1e-12);
}
END_TEST

START_TEST(without_volatility_a_leaning_decides) {
    static const struct {
        double leaning, tendency;
        enum veto_ballot ballot;
    } cases[] = {
        {1, 0.5, VETO_YES},
        {0.1, 0.5, VETO_ABSTAIN}, /* on the cut */
        {0.10000000000000002, 0.5, VETO_YES},
        {0, 0.5, VETO_ABSTAIN},
        {-0.5, 0.5, VETO_ABSTAIN}, /* on the cut */
        {-0.50000000000000011, 0.5, VETO_NO},
        {-0.1, 0.9, VETO_ABSTAIN}, /* on the cut, though 1 - 0.9 < 0.1 in binary */
        {-0.11, 0.9, VETO_NO},
        {0, 1, VETO_ABSTAIN},
        {-1e-9, 1, VETO_NO},
        {-1, 0, VETO_ABSTAIN},
    };
    setup();
    world.members[C].volatility = 0;
    add(vote_on(0));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double chance[3];
        veto_ballot_chances(cases[i].leaning, 0, cases[i].tendency, chance);
        for (int j = 0; j < 3; j++)
            ck_assert_double_eq(chance[j], j == (int)cases[i].ballot);
        world.leanings[0][C] = cases[i].leaning;
        world.members[C].opposition = cases[i].tendency;
        for (uint64_t seed = 0; seed < 20; seed++) {
            struct veto_meeting *meeting = play(VETO_SAMPLED, seed);
            ck_assert_int_eq(veto_meeting_vote(meeting, 0)->casts[C].ballot, cases[i].ballot);
            veto_meeting_free(meeting);
        }
    }
}
END_TEST

/* Against the definition, by libm's erfc. */
START_TEST(chances_are_those_of_the_ordered_response) {
    for (int l = -10; l <= 10; l++)
        for (int t = 0; t <= 10; t++)
            for (int s = 1; s <= 20; s++) {
                double leaning = l / 10., tendency = t / 10., volatility = s / 10., chance[3];
                veto_ballot_chances(leaning, volatility, tendency, chance);
                double yes = erfc((0.1 - leaning) / volatility / sqrt(2)) / 2;
                double no = erfc((leaning + 1 - tendency) / volatility / sqrt(2)) / 2;
                ck_assert(near(chance[VETO_YES], yes));
                ck_assert(near(chance[VETO_NO], no));
                ck_assert(near(chance[VETO_ABSTAIN], 1 - yes - no));
                for (int i = 0; i < 3; i++)
                    ck_assert(chance[i] >= 0 && chance[i] <= 1);
                ck_assert(near(chance[0] + chance[1] + chance[2], 1));
            }
}
END_TEST

START_TEST(a_small_volatility_is_near_none) {
    static const double tiny[] = {1e-3, 1e-9, 1e-300, 4.9e-324};
    for (size_t i = 0; i < sizeof tiny / sizeof *tiny; i++) {
        double chance[3];
        veto_ballot_chances(0.2, tiny[i], 0.5, chance);
        ck_assert_double_eq(chance[VETO_YES], 1);
        veto_ballot_chances(-0.6, tiny[i], 0.5, chance);
        ck_assert_double_eq(chance[VETO_NO], 1);
        veto_ballot_chances(0, tiny[i], 0.5, chance);
        ck_assert_double_eq(chance[VETO_ABSTAIN], 1);
    }
}
END_TEST

/* ---- sampling ---- */

static void undecided(void) {
    setup();
    set_leanings(0, 0.2, -0.5, 0.1, -0.2, 0.4);
    set_leanings(1, -0.6, 0.1, 0, -0.45, 0.15);
    world.members[C].volatility = 1;
    add(vote_on(0));
    add(vote_on(1));
}

START_TEST(the_same_seed_gives_the_same_ballots) {
    char first[MEMBERS + 1], again[MEMBERS + 1];
    unsigned changed = 0;
    undecided();
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct veto_meeting *one = play(VETO_SAMPLED, seed), *two = play(VETO_SAMPLED, seed),
                            *other = play(VETO_SAMPLED, seed + 1);
        for (int draft = 0; draft < 2; draft++) {
            ballot_letters(one, draft, first);
            ballot_letters(two, draft, again);
            ck_assert_str_eq(first, again);
            ballot_letters(other, draft, again);
            changed += strcmp(first, again) != 0;
        }
        veto_meeting_free(one);
        veto_meeting_free(two);
        veto_meeting_free(other);
    }
    ck_assert_uint_gt(changed, 100);
}
END_TEST

/* What any compiler on any machine must give. Worked out apart from this program. */
START_TEST(sampled_ballots_are_those_of_the_seed) {
    static const struct {
        uint64_t seed;
        const char *first, *second;
    } plain[] =
        {
            {UINT64_C(0), "yanay", "nanna"},
            {UINT64_C(1), "aayay", "ayyay"},
            {UINT64_C(2), "yayay", "naaaa"},
            {UINT64_C(2016), "yayay", "nynna"},
            {UINT64_C(4294967296), "anyay", "naaaa"},
            {UINT64_C(18446744073709551615), "yanay", "nayaa"},
        },
      in_bloc[] = {
          {UINT64_C(0), "ynyay", "naaaa"},
          {UINT64_C(1), "yayay", "ayaaa"},
          {UINT64_C(2), "yayay", "nanna"},
          {UINT64_C(2016), "yayyy", "nyyny"},
          {UINT64_C(4294967296), "anyay", "nanna"},
          {UINT64_C(18446744073709551615), "ynyay", "naaaa"},
      };
    undecided();
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        expect_ballots(VETO_SAMPLED, plain[i].seed, 0, plain[i].first);
        expect_ballots(VETO_SAMPLED, plain[i].seed, 1, plain[i].second);
    }
    set_bloc(0, 0.8, veto_set_of(A) | veto_set_of(C) | veto_set_of(E));
    set_bloc(1, 0.3, veto_set_of(B) | veto_set_of(D));
    for (size_t i = 0; i < sizeof in_bloc / sizeof *in_bloc; i++) {
        expect_ballots(VETO_SAMPLED, in_bloc[i].seed, 0, in_bloc[i].first);
        expect_ballots(VETO_SAMPLED, in_bloc[i].seed, 1, in_bloc[i].second);
    }
}
END_TEST

/* A meeting is trial 0: the draw of the analysis is that of the meeting. */
START_TEST(a_meeting_is_trial_zero) {
    undecided();
    set_bloc(0, 0.8, veto_set_of(A) | veto_set_of(C));
    for (uint64_t seed = 0; seed < 30; seed++) {
        enum veto_ballot ballots[MEMBERS], later[MEMBERS];
        struct veto_meeting *meeting = play(VETO_SAMPLED, seed);
        model_ballots(on(1), (struct model_draw){seed, 0}, world.leanings[1], ballots);
        for (int i = 0; i < MEMBERS; i++)
            ck_assert_int_eq(ballots[i], veto_meeting_vote(meeting, 1)->casts[i].ballot);
        veto_meeting_free(meeting);
        model_ballots(on(1), (struct model_draw){seed, UINT64_C(1) << 32}, world.leanings[1],
                      later);
        if (seed == 0) /* the upper half of the trial counts too */
            ck_assert_mem_ne(ballots, later, sizeof later);
    }
}
END_TEST

enum { TRIALS = 20000 };

/* counts[i][b]: how often member i cast b; together[i][j]: how often both voted yes. */
struct counts {
    unsigned of[MEMBERS][VETO_BALLOTS], together[MEMBERS][MEMBERS], alike[MEMBERS][MEMBERS];
};

static void count_trials(struct counts *counts) {
    memset(counts, 0, sizeof *counts);
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        enum veto_ballot ballots[MEMBERS];
        model_ballots(on(0), (struct model_draw){2016, trial}, world.leanings[0], ballots);
        for (int i = 0; i < MEMBERS; i++) {
            counts->of[i][ballots[i]]++;
            for (int j = 0; j < MEMBERS; j++) {
                counts->together[i][j] += ballots[i] == VETO_YES && ballots[j] == VETO_YES;
                counts->alike[i][j] += ballots[i] == ballots[j];
            }
        }
    }
}

/* Within five standard deviations of a binomial count. */
static void expect_chance(unsigned count, double chance) {
    double deviation = sqrt(TRIALS * chance * (1 - chance));
    ck_assert_double_le(fabs(count - TRIALS * chance), 5 * deviation + 1e-6);
}

static void expect_marginals(const struct counts *counts) {
    for (int i = 0; i < MEMBERS; i++) {
        double chance[3];
        model_chances(on(0), i, world.leanings[0][i], chance);
        for (int ballot = 0; ballot < 3; ballot++)
            expect_chance(counts->of[i][ballot], chance[ballot]);
    }
}

START_TEST(frequencies_are_the_chances) {
    struct counts counts;
    undecided();
    give_chances(0, D, 0.2, 0.35, 0.45);
    count_trials(&counts);
    expect_marginals(&counts);
    for (int i = 0; i < MEMBERS; i++) /* and members are independent */
        for (int j = 0; j < i; j++)
            expect_chance(counts.together[i][j], (double)counts.of[i][VETO_YES] / TRIALS *
                                                     counts.of[j][VETO_YES] / TRIALS);
}
END_TEST

/* _i: cohesion in quarters. A bloc changes who votes together, never how often each votes. */
START_TEST(blocs_vote_together) {
    struct counts counts;
    undecided();
    set_leanings(0, 0.2, 0.2, 0.1, 0.1, 0.3);
    world.members[C].volatility = 0.25;
    set_bloc(0, _i / 4., veto_set_of(A) | veto_set_of(B) | veto_set_of(C));
    set_bloc(1, _i / 4., veto_set_of(D) | veto_set_of(E));
    give_chances(0, E, 0.5, 0.25, 0.25); /* given chances are drawn apart from the bloc */
    count_trials(&counts);
    expect_marginals(&counts);
    double product = (double)counts.of[A][VETO_YES] * counts.of[B][VETO_YES] / TRIALS;
    double covariance = counts.together[A][B] - product; /* in trials */
    double noise = 5 * sqrt(TRIALS) / 4;
    if (_i == 0)
        ck_assert_double_le(fabs(covariance), noise);
    else
        ck_assert_double_gt(covariance, noise * _i / 4);
    if (_i == 4) /* A and B are equal in all, and share all */
        ck_assert_uint_eq(counts.alike[A][B], TRIALS);
    else
        ck_assert_uint_lt(counts.alike[A][B], TRIALS);
    expect_chance(counts.together[A][D],
                  (double)counts.of[A][VETO_YES] / TRIALS * counts.of[D][VETO_YES] / TRIALS);
    expect_chance(counts.together[D][E], (double)counts.of[D][VETO_YES] / TRIALS * 0.5);
}
END_TEST

/* The chance that both of two equal members vote yes, by the integral over what they share. */
START_TEST(cohesion_is_the_correlation_of_opinions) {
    struct counts counts;
    setup();
    set_leanings(0, 0.2, 0.2, 0, 0, 0);
    set_bloc(0, 0.6, veto_set_of(A) | veto_set_of(B));
    count_trials(&counts);
    double both = 0, step = 1e-3;
    for (double b = -8; b < 8; b += step) {
        double z = (0.1 - 0.2 - 0.25 * sqrt(0.6) * b) / (0.25 * sqrt(0.4));
        double yes = erfc(z / sqrt(2)) / 2;
        both += yes * yes * exp(-b * b / 2) / sqrt(8 * atan(1)) * step;
    }
    expect_chance(counts.together[A][B], both);
}
END_TEST

START_TEST(drafts_are_drawn_apart) {
    undecided();
    memcpy(world.leanings[1], world.leanings[0], sizeof world.leanings[0]);
    unsigned alike = 0;
    for (uint64_t trial = 0; trial < 1000; trial++) {
        enum veto_ballot first[MEMBERS], second[MEMBERS];
        struct model_draw draw = {9, trial};
        model_ballots(on(0), draw, world.leanings[0], first);
        model_ballots(on(1), draw, world.leanings[1], second);
        alike += memcmp(first, second, sizeof first) == 0;
    }
    ck_assert_uint_lt(alike, 300);
}
END_TEST

static const struct suite_entry entries[] = {
    {expected_is_the_most_likely_ballot, 0},
    {tendency_is_of_veto_holders_on_substantive_questions, 0},
    {cuts_are_round_where_tendencies_are, 0},
    {without_volatility_a_leaning_decides, 0},
    {chances_are_those_of_the_ordered_response, 0},
    {a_small_volatility_is_near_none, 0},
    {the_same_seed_gives_the_same_ballots, 0},
    {sampled_ballots_are_those_of_the_seed, 0},
    {a_meeting_is_trial_zero, 0},
    {frequencies_are_the_chances, 0},
    {blocs_vote_together, 5},
    {cohesion_is_the_correlation_of_opinions, 0},
    {drafts_are_drawn_apart, 0},
};

SUITE("model", entries)
