/* What is dear: large Councils with weights, blocs and branches are worked out exactly where that
 * is little work after all, and refused where it is not, by steps that are counted. */
#include "suite.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "odds_plans.h"
#include "scenario_file.h"
#include "veto/flips.h"

/* ---- scenarios as text ---- */

enum { MOST_TEXT = 1 << 18 };

static char text[MOST_TEXT];
static size_t length;

__attribute__((format(printf, 1, 2))) static void say(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    length += (size_t)vsnprintf(text + length, MOST_TEXT - length, format, arguments);
    va_end(arguments);
    ck_assert_uint_lt(length, MOST_TEXT);
}

static unsigned number(uint32_t a, uint32_t b, unsigned below) {
    const uint32_t counter[4] = {a, b, 0, 3};
    return philox(5, counter).word[0] % below;
}

static const char *code(unsigned member) {
    static char codes[VETO_MAX_MEMBERS][4];
    snprintf(codes[member], sizeof codes[member], "Q%c%c", 'A' + member / 26, 'A' + member % 26);
    return codes[member];
}

static void say_members(unsigned first, unsigned end) {
    say("[");
    for (unsigned i = first; i < end; i++)
        say("%s%s", i > first ? "," : "", code(i));
    say("]");
}

/* A Council in which no two members are alike; the first hold a veto. */
struct council {
    unsigned members, required, holders;
    unsigned majorities, needed; /* each over half of all weights where `needed` is 0 */
    struct {
        unsigned first, end;
        double cohesion;
    } blocs[2];
    unsigned veto_needs; /* 0: one */
};

static void weigh(const struct council *council) {
    say("  majorities:\n");
    for (unsigned i = 0; i < council->majorities; i++) {
        unsigned long long total = 0;
        for (unsigned j = 0; j < council->members; j++)
            total += 1 + number(100 + i, j, 1000000);
        say("  - {by: weight, needed: %llu, weights: {",
            council->needed ? council->needed + i : total / 2);
        for (unsigned j = 0; j < council->members; j++)
            say("%s%s: %u", j ? ", " : "", code(j), 1 + number(100 + i, j, 1000000));
        say("}}\n");
    }
}

static void say_blocs(const struct council *council) {
    say("blocs:\n");
    for (unsigned i = 0; i < 2 && council->blocs[i].end; i++) {
        say("  b%u: {cohesion: %.7g, members: ", i, council->blocs[i].cohesion);
        say_members(council->blocs[i].first, council->blocs[i].end);
        say("}\n");
    }
}

static void say_council(const struct council *council, unsigned drafts) {
    length = 0;
    say("veto: 1\ntitle: T\ncouncil:\n  required_majority: %u\n  composition: ", council->required);
    say_members(0, council->members);
    say("\n  veto: ");
    say_members(0, council->holders);
    say("\n  veto_needs: %u\n", council->veto_needs ? council->veto_needs : 1);
    if (council->majorities)
        weigh(council);
    say("members:\n");
    for (unsigned i = 0; i < council->members; i++)
        say("  %s: {name: N%u, volatility: %.3f}\n", code(i), i, 0.4 + i / 1000.0);
    if (council->blocs[0].end)
        say_blocs(council);
    say("drafts:\n");
    for (unsigned i = 0; i < drafts; i++) {
        say("  d%u: {title: D, leanings: {", i);
        for (unsigned j = 0; j < council->members; j++)
            say("%s%s: %.2f", j ? ", " : "", code(j), number(i, j, 101) / 100.0 - 0.5);
        say("}}\n");
    }
}

/* With an override, or NULL. */
static struct veto_scenario *load(const char *override) {
    return scenario_of_text("test", text, length, &override, override ? 1 : 0);
}

static struct veto_scenario *load_council(const struct council *council) {
    say_council(council, 1);
    return load(NULL);
}

/* ---- odds ---- */

static void refused(struct veto_odds_plan *plan) {
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_exact(plan, VETO_ODDS_ALL, &odds), VETO_INPUT);
    ck_assert_ptr_null(odds);
}

static void sampled_near(double p, double sampled, double trials) {
    assert_near(p, sampled, 6 * sqrt(p * (1 - p) / trials) + 2 / trials);
}

static void adds_up(const struct veto_draft_odds *draft, unsigned members, double tolerance) {
    const double *outcome = draft->outcome;
    double yes = outcome[VETO_NOT_PUT];
    assert_near(outcome[VETO_ADOPTED] + outcome[VETO_VETOED] + outcome[VETO_FAILED] +
                    outcome[VETO_NOT_PUT],
                1, tolerance);
    for (unsigned i = 0; i <= members; i++)
        yes += draft->yes[i];
    assert_near(yes, 1, tolerance);
    for (unsigned i = 0; i < members; i++)
        ck_assert_double_le(draft->veto_by[i], outcome[VETO_VETOED] + tolerance);
}

/* Adds up, and is what is drawn. */
static void is_right(const struct veto_scenario *scenario, uint64_t trials) {
    struct veto_odds_plan *plan = plan_of(scenario), *other = plan_of(scenario);
    struct veto_monte_carlo run = {.seed = 3, .trials = trials, .threads = 2};
    const struct veto_odds *odds = exact(plan), *sampled = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(other, &run, &sampled), VETO_OK);
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft_odds *a = &odds->drafts[i], *b = &sampled->drafts[i];
        adds_up(a, scenario->members_count, 1e-12 + odds->error);
        for (unsigned j = 0; j < VETO_OUTCOMES; j++)
            sampled_near(a->outcome[j], b->outcome[j], (double)trials);
        for (unsigned j = 0; j < scenario->members_count; j++)
            sampled_near(a->veto_by[j], b->veto_by[j], (double)trials);
        for (unsigned j = 0; j <= scenario->members_count; j++)
            sampled_near(a->yes[j], b->yes[j], (double)trials);
    }
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}

static void same_odds(const struct veto_scenario *a, const struct veto_scenario *b,
                      double tolerance) {
    struct veto_odds_plan *plan = plan_of(a), *other = plan_of(b);
    const struct veto_draft_odds *one = exact(plan)->drafts, *two = exact(other)->drafts;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++)
        assert_near(one->outcome[i], two->outcome[i], tolerance);
    for (unsigned i = 0; i < a->members_count; i++)
        assert_near(one->veto_by[i], two->veto_by[i], tolerance);
    for (unsigned i = 0; i <= a->members_count; i++)
        assert_near(one->yes[i], two->yes[i], tolerance);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}

/* ---- weights and blocs ---- */

static const struct {
    struct council council;
    uint64_t trials;
} little_work[] = {
    /* a vote in favour of nearly anyone reaches all 32 majorities: few sums matter */
    {{64, 33, 21, .majorities = 32, .needed = 3000}, 20000},
    /* more than a million of sums, of which few can matter */
    {{20, 11, 6, .majorities = 3, .needed = 3000000}, 200000},
    /* fifteen members in a bloc, and a further majority that they must reach */
    {{16, 8, 5, .majorities = 1, .blocs = {{1, 16, 0.4}}}, 200000},
    {{64, 33, 21, .blocs = {{0, 64, 0.5}}}, 20000},
    {{64, 33, 21, .blocs = {{0, 64, 0.97}}}, 20000},
    {{64, 33, 21, .blocs = {{0, 64, 1}}}, 20000},
};

START_TEST(what_is_little_work_is_what_is_drawn) {
    struct veto_scenario *scenario = load_council(&little_work[_i].council);
    is_right(scenario, little_work[_i].trials);
    veto_scenario_free(scenario);
}
END_TEST

START_TEST(too_many_sums_are_refused) {
    struct veto_scenario *scenario = load_council(&(struct council){64, 33, 5, .majorities = 1});
    struct veto_odds_plan *plan = plan_of(scenario);
    refused(plan);
    ck_assert_uint_eq(veto_odds_trials_within(plan, VETO_ODDS_STEPS), 1000000);
    ck_assert_uint_eq(veto_odds_trials_within(plan, 1 << 22), (1 << 22) / 129);
    ck_assert_uint_eq(veto_odds_trials_within(plan, 1), 10000);
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
}
END_TEST

/* So close that the integral takes too many points. */
START_TEST(a_bloc_of_nearly_one_mind_is_refused) {
    struct veto_scenario *scenario =
        load_council(&(struct council){64, 33, 64, .blocs = {{0, 64, 0.999999}}});
    struct veto_odds_plan *plan = plan_of(scenario);
    refused(plan);
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
}
END_TEST

/* Cohesion 0 is no bloc at all, however large, and however many make a veto. */
START_TEST(a_large_bloc_without_cohesion) {
    static const unsigned needs[] = {1, 3, 12};
    struct council council = {40, 21, 30, .veto_needs = needs[_i]};
    struct veto_scenario *apart = load_council(&council);
    council.blocs[0].first = 3;
    council.blocs[0].end = 38;
    struct veto_scenario *together = load_council(&council);
    same_odds(together, apart, 1e-11);
    veto_scenario_free(together);
    veto_scenario_free(apart);
}
END_TEST

/* What is allowed does not depend on what has been worked out before. */
START_TEST(what_is_known_costs_the_same) {
    uint64_t enough = 1, most = VETO_ODDS_STEPS;
    struct veto_scenario *scenario =
        load_council(&(struct council){20, 11, 12, .blocs = {{0, 12, 0.5}}});
    const struct veto_odds *odds = NULL;
    while (enough < most) {
        uint64_t middle = enough + (most - enough) / 2;
        struct veto_odds_plan *plan = NULL;
        bool fits = veto_odds_plan_within(&plan, scenario, middle) == VETO_OK &&
                    veto_odds_exact(plan, VETO_ODDS_ALL, &odds) == VETO_OK;
        *(fits ? &most : &enough) = fits ? middle : middle + 1;
        veto_odds_plan_free(plan);
    }
    struct veto_odds_plan *plan = NULL;
    ck_assert_int_eq(veto_odds_plan_within(&plan, scenario, enough), VETO_OK);
    exact(plan);
    exact(plan);
    plan->most_steps--;
    refused(plan);
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
}
END_TEST

/* ---- histories ---- */

/* Each vote moves a member on the next draft only: two histories after each that differ. */
START_TEST(histories_become_alike) {
    enum { DRAFTS = 32 };
    say_council(&(struct council){.members = 15, .required = 8, .holders = 5}, DRAFTS);
    say("programme:\n- vote: d0\n");
    for (unsigned i = 1; i < DRAFTS; i++) {
        say("- when: {d%u: vetoed}\n  then: [{event: {text: x, moves: {d%u: {QAA: 0.3}}}}]\n",
            i - 1, i);
        say("- vote: d%u\n", i);
    }
    struct veto_scenario *scenario = load(NULL);
    struct veto_odds_plan *plan = plan_of(scenario);
    ck_assert_uint_eq(plan->node_count, 1 + 2 * (DRAFTS - 1));
    ck_assert_double_eq(plan->nodes[0].histories, pow(3, DRAFTS));
    ck_assert(exact(plan)->joint_left_out);
    veto_odds_plan_free(plan);
    is_right(scenario, 50000);
    veto_scenario_free(scenario);
}
END_TEST

/* What all of them came to is asked for in the end. */
START_TEST(histories_that_stay_different_are_refused) {
    enum { DRAFTS = 12 };
    say_council(&(struct council){.members = 15, .required = 8, .holders = 5}, DRAFTS);
    say("programme:\n");
    for (unsigned i = 0; i + 1 < DRAFTS; i++)
        say("- vote: d%u\n", i);
    for (unsigned i = 0; i + 1 < DRAFTS; i++)
        for (unsigned k = 0; k < 2; k++)
            say("- when: {d%u: %s}\n  then: [{event: {text: x, moves: {d11: {QAA: %.2f}}}}]\n", i,
                k ? "adopted" : "vetoed", 0.01 * (3 * i + k + 1));
    say("- vote: d11\n");
    struct veto_scenario *scenario = load(NULL);
    struct veto_odds_plan *plan = NULL;
    ck_assert_int_eq(veto_odds_plan_new(&plan, scenario), VETO_INPUT);
    ck_assert_ptr_null(plan);
    veto_scenario_free(scenario);
}
END_TEST

/* ---- who decides ---- */

static struct veto_flips *flips_of(const struct veto_scenario *scenario, uint64_t steps) {
    struct veto_meeting *meeting = NULL;
    struct veto_flips *flips = NULL;
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
    ck_assert_int_eq(veto_flips_find(&flips, scenario, veto_meeting_vote(meeting, 0), steps),
                     VETO_OK);
    veto_meeting_free(meeting);
    return flips;
}

static double adopted_with(unsigned member, const char *ballot) {
    char override[40];
    snprintf(override, sizeof override, "drafts.d0.ballots.%s=%s", code(member), ballot);
    struct veto_scenario *scenario = load(override);
    struct veto_odds_plan *plan = plan_of(scenario);
    double p = exact(plan)->drafts[0].outcome[VETO_ADOPTED];
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
    return p;
}

/* By what the odds are once the member's ballot is fixed. */
START_TEST(who_decides_is_as_odds_do) {
    static const struct council councils[] = {
        {22, 11, 9, .blocs = {{0, 12, 0.6}, {14, 20, 0.3}}},
        {14, 7, 4, .majorities = 2, .blocs = {{2, 8, 0.6}}},
    };
    struct veto_scenario *scenario = load_council(&councils[_i]);
    struct veto_flips *flips = flips_of(scenario, VETO_FLIPS_STEPS);
    ck_assert(flips->has_decisive);
    for (unsigned i = 0; i < councils[_i].members; i++)
        assert_near(flips->decisive[veto_scenario_member(scenario, code(i))],
                    adopted_with(i, "yes") - adopted_with(i, "no"), 1e-9);
    veto_flips_free(flips);
    veto_scenario_free(scenario);
}
END_TEST

START_TEST(who_decides_is_refused) {
    struct veto_scenario *scenario = load_council(&(struct council){64, 33, 5, .majorities = 1});
    struct veto_flips *flips = flips_of(scenario, VETO_FLIPS_STEPS);
    ck_assert(!flips->has_decisive);
    ck_assert_uint_eq(flips->to_count, 2);
    veto_flips_free(flips);
    veto_scenario_free(scenario);
}
END_TEST

/* With too few steps, flips are left out and said to be: the chances first, then the search. */
START_TEST(a_search_within_few_steps) {
    static const uint64_t steps[] = {400, 1 << 16};
    struct veto_scenario *scenario =
        load_council(&(struct council){20, 11, 4, .majorities = 2, .blocs = {{2, 8, 0.6}}});
    struct veto_flips *flips = flips_of(scenario, steps[_i]);
    ck_assert(!flips->has_decisive);
    for (size_t i = 0; i < flips->to_count; i++)
        ck_assert(flips->to[i].more);
    veto_flips_free(flips);
    veto_scenario_free(scenario);
}
END_TEST

static const struct suite_entry entries[] = {
    {what_is_little_work_is_what_is_drawn, sizeof little_work / sizeof *little_work},
    {too_many_sums_are_refused, 0},
    {a_large_bloc_without_cohesion, 3},
    {a_bloc_of_nearly_one_mind_is_refused, 0},
    {what_is_known_costs_the_same, 0},
    {histories_become_alike, 0},
    {histories_that_stay_different_are_refused, 0},
    {who_decides_is_as_odds_do, 2},
    {who_decides_is_refused, 0},
    {a_search_within_few_steps, 2},
};

SUITE("limits", entries)
