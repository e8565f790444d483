/* Drafts that may be of several kinds: what a file says of them, and odds against all kinds and all
 * roll calls. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/philox.h"
#include "meeting/model.h"
#include "odds_plans.h"
#include "veto/flips.h"

/* ---- councils at random ---- */

enum { MEMBERS = 6, KINDS = 4, PROFILES = 729 };

static struct {
    struct veto_scenario scenario;
    struct veto_member members[MEMBERS];
    struct veto_draft draft;
    double leanings[MEMBERS], ties[MEMBERS * MEMBERS];
    struct veto_preset_ballot presets[MEMBERS];
    struct veto_kind kinds[KINDS + 1];
    double chances[KINDS + 1][MEMBERS][3];
    struct veto_bloc bloc;
    struct veto_majority majority;
    uint32_t weights[MEMBERS];
    struct veto_item vote;
    uint32_t drawn;
} world;

static double uniform(void) {
    const uint32_t counter[4] = {world.drawn++, 0, 0, 0};
    return (philox(7, counter).word[0] + 0.5) / 4294967296.0;
}

static void random_chance(double chance[3]) {
    double a = uniform(), b = uniform() * (1 - a);
    int first = (int)(uniform() * 3);
    chance[first] = a;
    chance[(first + 1) % 3] = b;
    chance[(first + 2) % 3] = 1 - a - b;
}

static void start_kinds(size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct veto_kind *kind = &world.kinds[i];
        kind->id = kind->name = "kind";
        kind->weight = i == 1 && count > 2 ? 0 : uniform();
        kind->chance = (const double(*)[3])world.chances[i];
        sum += kind->weight;
        for (unsigned member = 0; member < MEMBERS; member++)
            random_chance(world.chances[i][member]);
    }
    for (size_t i = 0; i < count; i++)
        world.kinds[i].prior = world.kinds[i].weight /= sum;
    world.draft.kinds = world.kinds;
    world.draft.kind_count = count;
}

static void start(int round, size_t kinds) {
    memset(&world, 0, sizeof world);
    world.drawn = (uint32_t)round * 1000;
    for (unsigned i = 0; i < MEMBERS; i++) {
        world.members[i] = (struct veto_member){
            .code = "AAA", .volatility = 0.25, .bloc = round % 3 == 0 && i < 3 ? 0 : VETO_NONE};
        world.weights[i] = (uint32_t)(uniform() * 10);
    }
    world.bloc = (struct veto_bloc){"bloc", 7, 0.5};
    world.draft = (struct veto_draft){
        .id = "draft", .put = true, .leanings = world.leanings, .ballots = world.presets};
    world.vote = (struct veto_item){.kind = VETO_ITEM_VOTE};
    world.majority = (struct veto_majority){.group = 63, .weights = world.weights, .needed = 12};
    world.scenario = (struct veto_scenario){
        .rules = veto_rules_charter(MEMBERS, 3, 1 + 4 + 8),
        .members_count = MEMBERS,
        .members = world.members,
        .ties = world.ties,
        .blocs = &world.bloc,
        .bloc_count = round % 3 == 0,
        .drafts = &world.draft,
        .draft_count = 1,
        .programme = {&world.vote, 1},
    };
    if (round % 2)
        world.presets[1] = (struct veto_preset_ballot){VETO_FIXED, VETO_ABSENT, {0}};
    if (round % 5 == 1)
        world.presets[2] = (struct veto_preset_ballot){VETO_CHANCES, VETO_YES, {0.25, 0.5, 0.25}};
    if (round % 4 == 2)
        world.scenario.rules.veto_needs = 2;
    if (round % 4 == 3) {
        world.scenario.rules.majorities = &world.majority;
        world.scenario.rules.majority_count = 1;
    }
    start_kinds(kinds);
}

/* ---- all kinds and all roll calls ---- */

struct sums {
    double outcome[VETO_NOT_PUT], veto_by[MEMBERS], yes[MEMBERS + 1], decisive[MEMBERS];
};

static double chance_of(size_t kind, unsigned member, enum veto_ballot ballot) {
    const struct veto_preset_ballot *preset = &world.presets[member];
    if (preset->kind == VETO_FIXED)
        return ballot == VETO_ABSTAIN;
    return (preset->kind == VETO_CHANCES ? preset->chance
                                         : world.kinds[kind].chance[member])[ballot];
}

static enum veto_outcome outcome_with(enum veto_ballot *ballots, unsigned member,
                                      enum veto_ballot ballot) {
    enum veto_ballot before = ballots[member];
    ballots[member] = ballot;
    struct veto_result result = veto_decide(&world.scenario.rules, VETO_SUBSTANTIVE, ballots);
    ballots[member] = before;
    return result.outcome;
}

static void add_profile(struct sums *sums, enum veto_ballot *ballots, double p) {
    struct veto_result result = veto_decide(&world.scenario.rules, VETO_SUBSTANTIVE, ballots);
    sums->outcome[result.outcome] += p;
    sums->yes[result.tally[VETO_YES]] += p;
    for (unsigned i = 0; i < MEMBERS; i++) {
        bool vetoes = ballots[i] == VETO_NO && veto_set_has(world.scenario.rules.veto_holders, i);
        sums->veto_by[i] += result.outcome == VETO_VETOED && vetoes ? p : 0;
        if (outcome_with(ballots, i, VETO_YES) == VETO_ADOPTED &&
            outcome_with(ballots, i, VETO_NO) != VETO_ADOPTED)
            sums->decisive[i] += p;
    }
}

static struct sums enumerate(void) {
    struct sums sums = {{0}, {0}, {0}, {0}};
    for (size_t kind = 0; kind < world.draft.kind_count; kind++)
        for (int profile = 0; profile < PROFILES; profile++) {
            enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
            double p = world.kinds[kind].weight;
            int rest = profile;
            for (unsigned i = 0; i < MEMBERS; i++, rest /= 3) {
                ballots[i] = (enum veto_ballot)(rest % 3);
                p *= chance_of(kind, i, ballots[i]);
            }
            add_profile(&sums, ballots, p);
        }
    return sums;
}

static void assert_odds(const struct veto_draft_odds *odds, const struct sums *sums,
                        double tolerance) {
    for (int i = 0; i < VETO_NOT_PUT; i++)
        assert_near(odds->outcome[i], sums->outcome[i], tolerance);
    for (unsigned i = 0; i < MEMBERS; i++)
        assert_near(odds->veto_by[i], sums->veto_by[i], tolerance);
    for (unsigned i = 0; i <= MEMBERS; i++)
        assert_near(odds->yes[i], sums->yes[i], tolerance);
}

START_TEST(exact_is_every_kind_and_every_roll_call) {
    start(_i, 1 + (size_t)_i % KINDS);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    struct sums sums = enumerate();
    assert_odds(&exact(plan)->drafts[0], &sums, 1e-14);
    ck_assert(exact(plan)->drafts[0].outcome[VETO_NOT_PUT] == 0);
    ck_assert(exact(plan)->error == 0); /* blocs have no say */
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(monte_carlo_draws_the_kind_first) {
    enum { TRIALS = 100000 };
    start(_i, 1 + (size_t)_i % KINDS);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    struct sums sums = enumerate();
    double outcome[VETO_OUTCOMES];
    for (unsigned threads = 1; threads <= 3; threads += 2) {
        struct veto_monte_carlo run = {.seed = 11, .trials = TRIALS, .threads = threads};
        const struct veto_odds *odds = NULL;
        ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
        assert_odds(&odds->drafts[0], &sums, 5 * sqrt(0.25 / TRIALS));
        if (threads == 1)
            memcpy(outcome, odds->drafts[0].outcome, sizeof outcome);
        ck_assert_int_eq(memcmp(outcome, odds->drafts[0].outcome, sizeof outcome), 0);
    }
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- what makes no difference ---- */

START_TEST(one_kind_is_members_with_chances) {
    start(_i, 1);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    struct veto_draft_odds kinds = exact(plan)->drafts[0];
    double yes = kinds.yes[3];
    for (unsigned i = 0; i < MEMBERS; i++)
        if (world.presets[i].kind == VETO_BY_MODEL) {
            world.presets[i].kind = VETO_CHANCES;
            memcpy(world.presets[i].chance, world.chances[0][i], sizeof world.presets[i].chance);
        }
    world.draft.kinds = NULL;
    world.draft.kind_count = 0;
    struct veto_odds_plan *other = plan_of(&world.scenario);
    ck_assert_int_eq(memcmp(kinds.outcome, exact(other)->drafts[0].outcome, sizeof kinds.outcome),
                     0);
    ck_assert(yes == exact(other)->drafts[0].yes[3]);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}
END_TEST

START_TEST(two_halves_of_a_kind_are_the_kind) {
    start(_i, KINDS);
    struct model_vote vote = {&world.scenario, 0, VETO_SUBSTANTIVE};
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    struct veto_draft_odds whole = exact(plan)->drafts[0];
    const double(*likeliest)[3] = world.kinds[model_likeliest_kind(vote)].chance;
    world.kinds[KINDS] = world.kinds[0];
    world.kinds[0].weight = world.kinds[KINDS].weight /= 2;
    world.draft.kind_count = KINDS + 1;
    struct veto_odds_plan *halves = plan_of(&world.scenario);
    for (int i = 0; i < VETO_OUTCOMES; i++)
        assert_near(whole.outcome[i], exact(halves)->drafts[0].outcome[i], 1e-15);
    ck_assert_ptr_eq(world.kinds[model_likeliest_kind(vote)].chance, likeliest);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(halves);
}
END_TEST

/* ---- one meeting ---- */

static struct veto_meeting *played(enum veto_mode mode, uint64_t seed) {
    struct veto_meeting *meeting = NULL;
    ck_assert_int_eq(veto_meeting_play(&meeting, &world.scenario, mode, seed), VETO_OK);
    return meeting;
}

START_TEST(sampled_meetings_are_of_each_kind_as_often_as_its_weight) {
    enum { MEETINGS = 20000 };
    start(0, KINDS);
    double seen[KINDS] = {0}, yes[KINDS] = {0};
    for (uint64_t seed = 0; seed < MEETINGS; seed++) {
        struct veto_meeting *meeting = played(VETO_SAMPLED, seed);
        const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
        seen[vote->kind]++;
        yes[vote->kind] += vote->casts[4].given == VETO_YES;
        ck_assert_int_eq(vote->casts[4].reason, VETO_WHY_KINDS);
        veto_meeting_free(meeting);
    }
    for (int i = 0; i < KINDS; i++) {
        assert_near(seen[i] / MEETINGS, world.kinds[i].weight, 5 * sqrt(0.25 / MEETINGS));
        if (seen[i] > 0)
            assert_near(yes[i] / seen[i], world.chances[i][4][VETO_YES], 5 * sqrt(0.25 / seen[i]));
    }
    ck_assert(seen[1] == 0); /* its weight is 0 */
}
END_TEST

/* Three kinds with one veto each: by itself every member is likelier in favour than not, but no
 * kind has a roll call without a veto. */
START_TEST(the_expected_roll_call_is_one_of_a_kind) {
    start(0, 3);
    for (unsigned kind = 0; kind < 3; kind++) {
        world.kinds[kind].weight = kind == 1 ? 0.4 : 0.3;
        for (unsigned i = 0; i < MEMBERS; i++)
            memcpy(world.chances[kind][i],
                   i == kind + 2 ? (double[3]){0, 1, 0} : (double[3]){1, 0, 0}, sizeof(double[3]));
    }
    struct veto_meeting *meeting = played(VETO_EXPECTED, 0);
    const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
    ck_assert_int_eq(vote->kind, 1);
    ck_assert_int_eq(vote->result.outcome, VETO_VETOED);
    ck_assert_int_eq((int)vote->result.vetoed_by, 1 << 3);
    assert_near(vote->casts[3].chance[VETO_YES], 0.6, 1e-15);
    ck_assert_int_eq(vote->casts[3].given, VETO_NO);
    veto_meeting_free(meeting);
}
END_TEST

/* ---- who decides, and what would change it ---- */

START_TEST(decisive_is_every_kind_and_every_roll_call) {
    start(_i, 1 + (size_t)_i % KINDS);
    struct veto_meeting *meeting = played(VETO_EXPECTED, 0);
    struct sums sums = enumerate();
    struct veto_flips *flips = NULL;
    ck_assert_int_eq(
        veto_flips_find(&flips, &world.scenario, veto_meeting_vote(meeting, 0), VETO_FLIPS_STEPS),
        VETO_OK);
    ck_assert(flips->has_decisive);
    for (unsigned i = 0; i < MEMBERS; i++)
        assert_near(flips->decisive[i], sums.decisive[i], 1e-14);
    veto_flips_free(flips);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(the_chance_of_a_flip_is_of_all_kinds) {
    start(0, 2);
    for (unsigned kind = 0; kind < 2; kind++) {
        world.kinds[kind].weight = kind ? 0.25 : 0.75;
        for (unsigned i = 0; i < MEMBERS; i++)
            memcpy(world.chances[kind][i], (double[3]){0.75, 0, 0.25}, sizeof(double[3]));
    }
    memcpy(world.chances[0][0], (double[3]){0.75, 0.25, 0}, sizeof(double[3]));
    memcpy(world.chances[1][0], (double[3]){0.5, 0.5, 0}, sizeof(double[3]));
    struct veto_meeting *meeting = played(VETO_EXPECTED, 0);
    struct veto_flips *flips = NULL;
    ck_assert_int_eq(
        veto_flips_find(&flips, &world.scenario, veto_meeting_vote(meeting, 0), VETO_FLIPS_STEPS),
        VETO_OK);
    ck_assert_int_eq(flips->to[0].outcome, VETO_VETOED);
    ck_assert_uint_eq(flips->to[0].size, 1);
    assert_near(flips->to[0].flips[0].chance, 0.75 * 0.25 + 0.25 * 0.5, 1e-15);
    veto_flips_free(flips);
    veto_meeting_free(meeting);
}
END_TEST

/* ---- files ---- */

static const char file[] = "veto: 1\n"
                           "title: Alone, or nobody\n"
                           "date: 2024-04-18\n"
                           "drafts:\n"
                           "  one:\n"
                           "    title: One\n"
                           "    kinds:\n"
                           "      alone:\n"
                           "        name: the United States alone against\n"
                           "        weight: 0.25\n"
                           "        members:\n"
                           "          default: {yes: 0.8, abstain: 0.2}\n"
                           "          USA: no\n"
                           "          RUS: {yes: 0.5, no: 0.1, abstain: 0.4}\n"
                           "      nobody: {name: nobody, weight: 0.5, members: {default: yes}}\n"
                           "      third: {name: all abstain, members: {default: abstain}}\n";

/* The scenario with these overrides; NULL, and the message, where there is a mistake. */
static struct veto_scenario *load(const char *const *overrides, size_t count, char *message) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    struct veto_text text = {"file.yaml", file, sizeof file - 1};
    veto_scenario_load(&scenario, list, &text, overrides, count);
    FILE *out = fmemopen(message, 1024, "w");
    veto_diagnostics_print(list, out, 10, false);
    fclose(out);
    veto_diagnostics_free(list);
    return scenario;
}

static struct veto_scenario *load_right(const char *const *overrides, size_t count) {
    char message[1024] = "";
    struct veto_scenario *scenario = load(overrides, count, message);
    ck_assert_msg(scenario != NULL, "%s", message);
    return scenario;
}

START_TEST(a_file_gives_every_member_its_chances) {
    struct veto_scenario *scenario = load_right(NULL, 0);
    const struct veto_draft *draft = &scenario->drafts[0];
    int russia = veto_scenario_member(scenario, "RUS"),
        malta = veto_scenario_member(scenario, "MLT");
    ck_assert_uint_eq(draft->kind_count, 3);
    ck_assert_str_eq(draft->kinds[0].id, "alone");
    ck_assert_str_eq(draft->kinds[0].name, "the United States alone against");
    ck_assert(draft->kinds[0].weight == 0.25);
    ck_assert(draft->kinds[2].weight == 0.25); /* what is left */
    ck_assert(draft->kinds[0].chance[russia][VETO_NO] == 0.1);
    ck_assert(draft->kinds[0].chance[malta][VETO_YES] == 0.8);
    ck_assert(draft->kinds[1].chance[malta][VETO_YES] == 1);
    veto_scenario_free(scenario);
}
END_TEST

/* What is set stands, and the others make room in proportion. */
START_TEST(what_is_set_is_made_room_for) {
    static const char *const weight[] = {"drafts.one.kinds.third.weight=0.25",
                                         "drafts.one.kinds.alone.weight=0.7"};
    static const char *const chance[] = {"drafts.one.kinds.alone.members.Russia.no=0.55"};
    static const char *const short_form[] = {"drafts.one.kinds.alone.members.USA.abstain=0.5"};
    static const char *const nothing_else[] = {"drafts.one.kinds.alone.members.USA.no=0.25"};
    static const char *const named[] = {"drafts.one.kinds.alone.members.Malta.no=0.5"};
    struct veto_scenario *scenario = load_right(weight, 2);
    assert_near(scenario->drafts[0].kinds[0].weight, 0.7, 1e-15);
    assert_near(scenario->drafts[0].kinds[1].weight, 0.05, 1e-15); /* both others are set */
    veto_scenario_free(scenario);
    scenario = load_right(&weight[1], 1);
    assert_near(scenario->drafts[0].kinds[1].weight, 0.3, 1e-15);
    assert_near(scenario->drafts[0].kinds[2].weight, 0, 1e-15);
    veto_scenario_free(scenario);
    scenario = load_right(chance, 1);
    int russia = veto_scenario_member(scenario, "RUS"),
        malta = veto_scenario_member(scenario, "MLT");
    assert_near(scenario->drafts[0].kinds[0].chance[russia][VETO_NO], 0.55, 1e-15);
    assert_near(scenario->drafts[0].kinds[0].chance[russia][VETO_YES], 0.25, 1e-15);
    assert_near(scenario->drafts[0].kinds[0].chance[russia][VETO_ABSTAIN], 0.2, 1e-15);
    veto_scenario_free(scenario);
    scenario = load_right(short_form, 1); /* a ballot stands for a chance of 1 */
    int states = veto_scenario_member(scenario, "USA");
    assert_near(scenario->drafts[0].kinds[0].chance[states][VETO_NO], 0.5, 1e-15);
    assert_near(scenario->drafts[0].kinds[0].chance[states][VETO_ABSTAIN], 0.5, 1e-15);
    veto_scenario_free(scenario);
    scenario = load_right(nothing_else, 1); /* what is left abstains */
    assert_near(scenario->drafts[0].kinds[0].chance[states][VETO_NO], 0.25, 1e-15);
    assert_near(scenario->drafts[0].kinds[0].chance[states][VETO_ABSTAIN], 0.75, 1e-15);
    veto_scenario_free(scenario);
    scenario = load_right(named, 1); /* what the default says makes room */
    assert_near(scenario->drafts[0].kinds[0].chance[malta][VETO_NO], 0.5, 1e-15);
    assert_near(scenario->drafts[0].kinds[0].chance[malta][VETO_YES], 0.4, 1e-15);
    assert_near(scenario->drafts[0].kinds[0].chance[malta][VETO_ABSTAIN], 0.1, 1e-15);
    veto_scenario_free(scenario);
}
END_TEST

START_TEST(given_ballots_weigh_the_kinds) {
    static const char *const given[] = {"drafts.one.given={Malta: yes, RUS: yes}"};
    struct veto_scenario *scenario = load_right(given, 1);
    const struct veto_draft *draft = &scenario->drafts[0];
    double alone = 0.25 * 0.8 * 0.5, nobody = 0.5;
    assert_near(draft->kinds[0].weight, alone / (alone + nobody), 1e-15);
    assert_near(draft->kinds[1].weight, nobody / (alone + nobody), 1e-15);
    ck_assert(draft->kinds[2].weight == 0);
    ck_assert(draft->kinds[0].prior == 0.25);
    ck_assert_uint_eq(veto_set_count(draft->given), 2);
    ck_assert_int_eq(draft->ballots[veto_scenario_member(scenario, "MLT")].kind, VETO_FIXED);
    veto_scenario_free(scenario);
}
END_TEST

static const struct {
    const char *override, *message;
} wrong[] = {
    {"drafts.one.kinds.aloen.weight=0.5", "--set:1:18: error: this draft has no kind 'aloen'\n"
                                          "    1 | drafts.one.kinds.aloen.weight=0.5\n"
                                          "      |                  ^~~~~\n"
                                          " hint: did you mean 'alone'?\n"},
    {"drafts.one.leanings={USA: 1}",
     "--set:1:21: error: a draft has 'leanings' or 'kinds', not both\n"
     "    1 | drafts.one.leanings={USA: 1}\n"
     "      |                     ^\n"
     " hint: an override with an empty value takes a key away\n"},
    {"drafts.one.kinds.alone.members.RUS={yes: 0.5, no: 0.6}",
     "--set:1:36: error: the probabilities add up to 1.1, not to 1\n"
     "    1 | drafts.one.kinds.alone.members.RUS={yes: 0.5, no: 0.6}\n"
     "      |                                    ^\n"},
    {"drafts.one.given={USA: no, MLT: no}",
     "--set:1:18: error: by its kinds these ballots have a chance of 0, below one in a million: "
     "nothing follows from them\n"
     "    1 | drafts.one.given={USA: no, MLT: no}\n"
     "      |                  ^\n"},
};

START_TEST(wrong_overrides) {
    char message[1024] = "";
    ck_assert_ptr_null(load(&wrong[_i].override, 1, message));
    ck_assert_str_eq(message, wrong[_i].message);
}
END_TEST

static const struct suite_entry tests[] = {
    {exact_is_every_kind_and_every_roll_call, 60},
    {monte_carlo_draws_the_kind_first, 12},
    {one_kind_is_members_with_chances, 12},
    {two_halves_of_a_kind_are_the_kind, 12},
    {sampled_meetings_are_of_each_kind_as_often_as_its_weight, 0},
    {the_expected_roll_call_is_one_of_a_kind, 0},
    {decisive_is_every_kind_and_every_roll_call, 24},
    {the_chance_of_a_flip_is_of_all_kinds, 0},
    {a_file_gives_every_member_its_chances, 0},
    {what_is_set_is_made_room_for, 0},
    {given_ballots_weigh_the_kinds, 0},
    {wrong_overrides, sizeof wrong / sizeof *wrong},
};

SUITE("kinds", tests)
