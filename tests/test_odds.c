/* Odds: the exact ones against all profiles, those against sampled ones, and both in branches. */
#include "suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/odds_plan.h"
#include "base/normal.h"
#include "base/philox.h"
#include "meeting/model.h"
#include "veto/odds.h"

enum { MEMBERS = 8, DRAFTS = 32, ITEMS = 80 };

/* A council by hand, and all that a test may change. */
struct world {
    struct veto_scenario scenario;
    struct veto_member members[MEMBERS];
    struct veto_draft drafts[DRAFTS];
    double leanings[DRAFTS][MEMBERS];
    struct veto_preset_ballot presets[DRAFTS][MEMBERS];
    double changes[DRAFTS][MEMBERS];
    double ties[MEMBERS * MEMBERS];
    struct veto_bloc blocs[2];
    struct veto_majority majorities[2];
    uint32_t weights[2][MEMBERS];
    struct veto_item items[ITEMS];
    struct veto_condition conditions[ITEMS];
    uint64_t seed;
    uint32_t drawn;
};

static struct world world;

static void setup(unsigned members, size_t drafts) {
    memset(&world, 0, sizeof world);
    for (unsigned i = 0; i < members; i++)
        world.members[i] = (struct veto_member){.code = "AAA",
                                                .veto_tendency = 0.5,
                                                .opposition = 0.5,
                                                .openness = 0.5,
                                                .volatility = 0.25,
                                                .bloc = VETO_NONE};
    for (size_t i = 0; i < drafts; i++) {
        world.drafts[i].id = "draft";
        world.drafts[i].put = true;
        world.drafts[i].leanings = world.leanings[i];
        world.drafts[i].ballots = world.presets[i];
    }
    world.scenario = (struct veto_scenario){
        .rules = veto_rules_charter(members, members / 2 + 1, 3 & ((1u << members) - 1)),
        .members_count = members,
        .members = world.members,
        .ties = world.ties,
        .blocs = world.blocs,
        .drafts = world.drafts,
        .draft_count = drafts,
        .programme = {world.items, 0},
    };
}

static double uniform(void) {
    const uint32_t counter[4] = {world.drawn++, 0, 0, 0};
    return (philox(world.seed, counter).word[0] + 0.5) / 4294967296.0;
}

static unsigned below(unsigned n) {
    return (unsigned)(uniform() * n);
}

static struct veto_item *add(struct veto_item item) {
    struct veto_item *added = &world.items[world.scenario.programme.count++];
    ck_assert_uint_le(world.scenario.programme.count, ITEMS);
    *added = item;
    return added;
}

static void add_vote(int draft) {
    add((struct veto_item){.kind = VETO_ITEM_VOTE, .draft = draft});
}

static struct veto_odds_plan *plan_of(const struct veto_scenario *scenario) {
    struct veto_odds_plan *plan = NULL;
    ck_assert_int_eq(veto_odds_plan_new(&plan, scenario), VETO_OK);
    return plan;
}

static const struct veto_odds *exact(struct veto_odds_plan *plan) {
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_exact(plan, VETO_ODDS_ALL, &odds), VETO_OK);
    return odds;
}

static const struct veto_odds *sample(struct veto_odds_plan *plan, uint64_t seed, uint64_t trials,
                                      unsigned threads) {
    struct veto_monte_carlo run = {.seed = seed, .trials = trials, .threads = threads};
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    return odds;
}

static void assert_near(double a, double b, double tolerance) {
    ck_assert_msg(fabs(a - b) <= tolerance, "%.17g and %.17g are %g apart", a, b, a - b);
}

/* ---- random councils ---- */

static void random_preset(struct veto_preset_ballot *preset) {
    unsigned kind = below(6);
    if (kind == 0) {
        *preset =
            (struct veto_preset_ballot){VETO_FIXED, (enum veto_ballot)below(VETO_BALLOTS), {0}};
    } else if (kind == 1) {
        double yes = uniform(), no = (1 - yes) * uniform();
        *preset = (struct veto_preset_ballot){VETO_CHANCES, VETO_YES, {yes, no, 1 - yes - no}};
    }
}

static void random_majorities(unsigned members) {
    unsigned count = below(3);
    for (unsigned i = 0; i < count; i++) {
        bool weighted = below(2);
        uint64_t total = 0;
        world.majorities[i].group = 1 + below((1u << members) - 1);
        world.majorities[i].weights = weighted ? world.weights[i] : NULL;
        for (unsigned j = 0; j < members; j++) {
            world.weights[i][j] = below(1000000);
            if (veto_set_has(world.majorities[i].group, j))
                total += weighted ? world.weights[i][j] : 1;
        }
        world.majorities[i].needed = (uint64_t)(uniform() * (double)(total + 2));
    }
    world.scenario.rules.majorities = world.majorities;
    world.scenario.rules.majority_count = count;
}

/* Parties to a dispute, some of them bound to abstain. */
static void random_parties(unsigned members, int draft) {
    world.drafts[draft].parties = below(1u << members);
    world.drafts[draft].basis = (enum veto_basis)below(4);
    world.scenario.obligatory_abstention = (enum veto_abstention)below(3);
}

static void random_council(uint64_t seed, unsigned most, bool majorities) {
    unsigned members = 1;
    setup(1, 1);
    world.seed = seed;
    members += below(most);
    setup(members, 1);
    world.seed = seed;
    for (unsigned i = 0; i < members; i++) {
        world.members[i].veto_tendency = uniform();
        world.members[i].opposition = uniform();
        world.members[i].volatility = below(5) ? uniform() : 0;
        world.leanings[0][i] = 2 * uniform() - 1;
        random_preset(&world.presets[0][i]);
    }
    struct veto_rules *rules = &world.scenario.rules;
    rules->required = below(members + 2);
    rules->veto_holders = below(1u << members);
    rules->veto_needs = 1 + below(3);
    rules->override_at = below(2) ? 0 : 1 + below(members + 1);
    world.drafts[0].question = below(4) ? VETO_SUBSTANTIVE : VETO_PROCEDURAL;
    if (majorities)
        random_majorities(members);
    random_parties(members, 0);
    add_vote(0);
}

static void make_bloc(int bloc, veto_set members, double cohesion) {
    world.blocs[bloc] = (struct veto_bloc){"bloc", members, cohesion};
    world.scenario.bloc_count = (size_t)bloc + 1;
    for (unsigned i = 0; i < world.scenario.members_count; i++)
        if (veto_set_has(members, i))
            world.members[i].bloc = bloc;
}

/* ---- brute force over all profiles ---- */

struct brute {
    double outcome[VETO_OUTCOMES], veto_by[MEMBERS], yes[MEMBERS + 1];
};

/* Adds a profile with its probability. */
static void brute_profile(struct brute *brute, const enum veto_ballot *ballots, double p) {
    struct veto_result result =
        veto_decide(&world.scenario.rules, world.drafts[0].question, ballots);
    brute->outcome[result.outcome] += p;
    brute->yes[result.tally[VETO_YES]] += p;
    for (unsigned i = 0; i < world.scenario.members_count; i++)
        if (veto_set_has(result.vetoed_by, i))
            brute->veto_by[i] += p;
}

static struct model_vote the_vote(void) {
    return (struct model_vote){&world.scenario, 0, world.drafts[0].question};
}

static void brute_from(struct brute *brute, enum veto_ballot *ballots, double (*chance)[3],
                       unsigned member, double p) {
    if (member == world.scenario.members_count) {
        brute_profile(brute, ballots, p);
        return;
    }
    const struct veto_preset_ballot *preset = &world.presets[0][member];
    bool bound = veto_set_has(model_bound(the_vote()), member);
    if (preset->kind == VETO_FIXED || bound) {
        ballots[member] = bound ? VETO_ABSTAIN : preset->ballot;
        brute_from(brute, ballots, chance, member + 1, p);
        return;
    }
    for (int ballot = 0; ballot < 3; ballot++) {
        ballots[member] = (enum veto_ballot)ballot;
        brute_from(brute, ballots, chance, member + 1, p * chance[member][ballot]);
    }
}

/* At given shared parts of the blocs. */
static void brute_force(struct brute *brute, const double *shared, double weight) {
    enum veto_ballot ballots[MEMBERS] = {VETO_YES};
    double chance[MEMBERS][3];
    for (unsigned i = 0; i < world.scenario.members_count; i++) {
        const struct veto_member *member = &world.members[i];
        double leaning = world.leanings[0][i];
        model_chances(the_vote(), (int)i, leaning, chance[i]);
        if (member->bloc == VETO_NONE || world.presets[0][i].kind == VETO_CHANCES)
            continue;
        double c = world.blocs[member->bloc].cohesion;
        veto_ballot_chances(leaning + member->volatility * sqrt(c) * shared[member->bloc],
                            member->volatility * sqrt(1 - c), model_tendency(the_vote(), (int)i),
                            chance[i]);
    }
    brute_from(brute, ballots, chance, 0, weight);
}

static void assert_brute(const struct veto_odds *odds, const struct brute *brute,
                         double tolerance) {
    double sum = 0;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
        assert_near(odds->drafts[0].outcome[i], brute->outcome[i], tolerance);
        sum += odds->drafts[0].outcome[i];
    }
    assert_near(sum, 1, 1e-13);
    for (unsigned i = 0; i < world.scenario.members_count; i++)
        assert_near(odds->drafts[0].veto_by[i], brute->veto_by[i], tolerance);
    for (unsigned i = 0; i <= world.scenario.members_count; i++)
        assert_near(odds->drafts[0].yes[i], brute->yes[i], tolerance);
    sum = 0;
    for (size_t i = 0; i < odds->joint_count; i++) {
        assert_near(odds->joint[i].p, odds->drafts[0].outcome[odds->joint[i].outcomes[0]], 1e-15);
        sum += odds->joint[i].p;
    }
    assert_near(sum, 1, 1e-13);
}

START_TEST(exact_is_brute_force) {
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct brute brute = {{0}, {0}, {0}};
        random_council(1000 * (uint64_t)_i + seed, MEMBERS, _i % 2);
        brute_force(&brute, NULL, 1);
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        const struct veto_odds *odds = exact(plan);
        assert_brute(odds, &brute, 1e-12);
        ck_assert_double_eq(odds->error, 0);
        ck_assert_int_eq(odds->method, VETO_EXACT);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* Both ways to solve a vote, on the same rules. */
START_TEST(states_agree_with_tables) {
    for (uint64_t seed = 0; seed < 100; seed++) {
        random_council(77000 + seed, MEMBERS, false);
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        struct brute tables = {{0}, {0}, {0}};
        const struct veto_odds *odds = exact(plan);
        memcpy(tables.outcome, odds->drafts[0].outcome, sizeof tables.outcome);
        memcpy(tables.veto_by, odds->drafts[0].veto_by,
               world.scenario.members_count * sizeof(double));
        memcpy(tables.yes, odds->drafts[0].yes,
               (world.scenario.members_count + 1) * sizeof(double));
        veto_odds_plan_free(plan);
        world.majorities[0] = (struct veto_majority){.group = 0, .needed = 0};
        world.scenario.rules.majorities = world.majorities;
        world.scenario.rules.majority_count = 1;
        plan = plan_of(&world.scenario);
        assert_brute(exact(plan), &tables, 1e-14);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* ---- blocs ---- */

static const double cohesions[] = {0, 0.1, 0.5, 0.8, 0.97, 0.999};

/* Two blocs, of all members but one; Simpson's rule for one after the other. The second has
 * cohesion 0, so that its shared part does not count. */
START_TEST(blocs_are_integrals) {
    enum { STEPS = 4000 };
    for (uint64_t seed = 0; seed < 4; seed++) {
        struct brute brute = {{0}, {0}, {0}};
        random_council(5000 + 100 * (uint64_t)_i + seed, 5, seed % 2);
        unsigned n = world.scenario.members_count;
        for (unsigned i = 0; i < n; i++)
            world.members[i].volatility += 0.05;
        make_bloc(0, 7 & ((1u << n) - 1), cohesions[_i]);
        if (n > 4)
            make_bloc(1, 24, 0);
        for (int i = 0; i <= STEPS; i++) {
            double shared[2] = {-9 + 18.0 * i / STEPS, 0};
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 ? 4 : 2;
            brute_force(&brute, shared, 18.0 / STEPS / 3 * simpson * normal_density(shared[0]));
        }
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        const struct veto_odds *odds = exact(plan);
        assert_brute(odds, &brute, 1e-12);
        ck_assert_double_le(odds->error, 1e-7);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* Cohesion 1: three members, one opinion. All vote alike but for their leanings. */
START_TEST(a_bloc_of_one_mind) {
    setup(3, 1);
    add_vote(0);
    world.scenario.rules.veto_holders = 1;
    make_bloc(0, 7, 1);
    for (unsigned i = 0; i < 3; i++)
        world.leanings[0][i] = 0.1 * i;
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    /* cuts at 0.1 and -0.5, volatility 0.25: in favour from B > 0.4, 0 and -0.4 */
    assert_near(odds->drafts[0].yes[3], 1 - normal_cdf(0.4), 1e-15);
    assert_near(odds->drafts[0].yes[2], normal_cdf(0.4) - normal_cdf(0), 1e-15);
    assert_near(odds->drafts[0].yes[1], normal_cdf(0) - normal_cdf(-0.4), 1e-15);
    assert_near(odds->drafts[0].yes[0], normal_cdf(-0.4), 1e-15);
    assert_near(odds->drafts[0].outcome[VETO_ADOPTED], 0.5, 1e-15);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_VETOED], 0);
    ck_assert_double_eq(odds->error, 0);
    world.members[1].volatility = 0; /* votes as it leans, exactly on the cut: abstains */
    veto_odds_plan_free(plan);
    plan = plan_of(&world.scenario);
    assert_near(exact(plan)->drafts[0].yes[2], 1 - normal_cdf(0.4), 1e-15);
    veto_odds_plan_free(plan);
}
END_TEST

/* Between very close and one: the limit is reached without a jump. */
START_TEST(cohesion_close_to_one) {
    setup(5, 1);
    add_vote(0);
    make_bloc(0, 31, 1);
    for (unsigned i = 0; i < 5; i++)
        world.leanings[0][i] = 0.2 - 0.1 * i;
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    double limit = exact(plan)->drafts[0].outcome[VETO_FAILED];
    veto_odds_set(plan, (struct veto_knob){VETO_KNOB_COHESION, 0, 0}, 1 - 1e-6);
    const struct veto_odds *odds = exact(plan);
    assert_near(odds->drafts[0].outcome[VETO_FAILED], limit, 1e-3);
    ck_assert_double_le(odds->error, 1e-7);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- Monte Carlo ---- */

static void assert_sampled(double p, double sampled, double trials) {
    double sigma = sqrt(p * (1 - p) / trials) + 1e-12;
    ck_assert_msg(fabs(p - sampled) <= 5 * sigma + 2 / trials, "%g sampled as %g: %g sigma", p,
                  sampled, (sampled - p) / sigma);
}

static void assert_odds_sampled(const struct veto_scenario *scenario, uint64_t trials) {
    struct veto_odds_plan *plan = plan_of(scenario), *other = plan_of(scenario);
    const struct veto_odds *odds = exact(plan), *sampled = sample(other, 7, trials, 2);
    ck_assert_uint_eq(sampled->trials, trials);
    ck_assert_uint_eq(sampled->seed, 7);
    ck_assert_int_eq(sampled->method, VETO_MONTE_CARLO);
    for (size_t d = 0; d < scenario->draft_count; d++) {
        const struct veto_draft_odds *a = &odds->drafts[d], *b = &sampled->drafts[d];
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            assert_sampled(a->outcome[i], b->outcome[i], (double)trials);
        for (unsigned i = 0; i < scenario->members_count; i++)
            assert_sampled(a->veto_by[i], b->veto_by[i], (double)trials);
        for (unsigned i = 0; i <= scenario->members_count; i++)
            assert_sampled(a->yes[i], b->yes[i], (double)trials);
    }
    for (size_t i = 0, j = 0; i < odds->joint_count; i++) {
        size_t size = scenario->draft_count * sizeof(enum veto_outcome);
        bool there = j < sampled->joint_count &&
                     memcmp(odds->joint[i].outcomes, sampled->joint[j].outcomes, size) == 0;
        assert_sampled(odds->joint[i].p, there ? sampled->joint[j++].p : 0, (double)trials);
    }
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}

START_TEST(sampled_is_exact_but_for_chance) {
    for (uint64_t seed = 0; seed < 12; seed++) {
        random_council(9000 + 100 * (uint64_t)_i + seed, MEMBERS, seed % 4 == 3);
        unsigned n = world.scenario.members_count;
        if (seed % 2) {
            make_bloc(0, 7 & ((1u << n) - 1), seed == 1 ? 1 : 0.7);
            if (n > 4)
                make_bloc(1, 24, 0.5);
        }
        assert_odds_sampled(&world.scenario, 100000);
    }
}
END_TEST

/* The draws of sampled meetings, which are others, come from the same distribution. */
START_TEST(sampled_meetings_agree) {
    enum { TRIALS = 20000 };
    random_council(424242, MEMBERS, false);
    setup(MEMBERS, 1);
    add_vote(0);
    world.scenario.rules.required = 4;
    for (unsigned i = 0; i < MEMBERS; i++)
        world.leanings[0][i] = 0.3 - 0.1 * i;
    make_bloc(0, 7, 0.8);
    make_bloc(1, 48, 0.4);
    unsigned counts[VETO_OUTCOMES] = {0};
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        enum veto_ballot ballots[MEMBERS];
        model_ballots(the_vote(), (struct model_draw){3, trial}, world.leanings[0], ballots);
        counts[veto_decide(&world.scenario.rules, VETO_SUBSTANTIVE, ballots).outcome]++;
    }
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        assert_sampled(odds->drafts[0].outcome[i], (double)counts[i] / TRIALS, TRIALS);
    veto_odds_plan_free(plan);
    assert_odds_sampled(&world.scenario, 1000000);
}
END_TEST

/* ---- Aleppo: branches ---- */

static struct veto_scenario *load(const char *path) {
    static char bytes[1 << 20];
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *diagnostics = veto_diagnostics_new();
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s cannot be opened", path);
    struct veto_text text = {path, bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    ck_assert_int_eq(veto_scenario_load(&scenario, diagnostics, &text, NULL, 0), VETO_OK);
    veto_diagnostics_free(diagnostics);
    return scenario;
}

static struct veto_scenario *aleppo(void) {
    return load("scenarios/aleppo-2016.yaml");
}

/* The plan's leanings at every vote of a meeting are the meeting's own, to the bit. */
static void assert_same_leanings(const struct veto_odds_plan *plan,
                                 const struct veto_meeting *meeting) {
    size_t members = plan->scenario.members_count;
    for (int at = plan->node_count ? 0 : VETO_NONE; at != VETO_NONE;) {
        const struct odds_node *node = &plan->nodes[at];
        const struct veto_vote *vote = veto_meeting_vote(meeting, node->draft);
        ck_assert_ptr_nonnull(vote);
        ck_assert_int_eq(vote->without_vote, !odds_node_votes(node));
        for (size_t i = 0; i < members && vote->casts; i++)
            ck_assert_double_eq(vote->casts[i].leaning,
                                node->leanings[(size_t)node->draft * members + i]);
        at = node->next[vote->result.outcome];
    }
}

static void assert_like_meetings(const struct veto_scenario *scenario, unsigned trials) {
    struct veto_odds_plan *plan = plan_of(scenario);
    const struct veto_odds *odds = exact(plan);
    unsigned *counts = calloc(odds->joint_count, sizeof *counts);
    for (uint64_t seed = 1; seed <= trials; seed++) {
        struct veto_meeting *meeting = NULL;
        ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_SAMPLED, seed), VETO_OK);
        assert_same_leanings(plan, meeting);
        bool found = false;
        for (size_t i = 0; i < odds->joint_count && !found; i++) {
            found = true;
            for (size_t d = 0; d < scenario->draft_count; d++)
                found &= odds->joint[i].outcomes[d] == veto_meeting_outcome(meeting, (int)d);
            counts[i] += found;
        }
        ck_assert(found);
        veto_meeting_free(meeting);
    }
    for (size_t i = 0; i < odds->joint_count; i++)
        assert_sampled(odds->joint[i].p, (double)counts[i] / trials, trials);
    free(counts);
    veto_odds_plan_free(plan);
}

START_TEST(aleppo_jointly) {
    struct veto_scenario *scenario = aleppo();
    int french = veto_scenario_draft(scenario, "french"),
        russian = veto_scenario_draft(scenario, "russian"),
        evacuation = veto_scenario_draft(scenario, "evacuation"),
        russia = veto_scenario_member(scenario, "RUS");
    struct veto_odds_plan *plan = plan_of(scenario);
    const struct veto_odds *odds = exact(plan);
    double sum = 0, vetoed = 0;
    for (size_t i = 0; i < odds->joint_count; i++) {
        sum += odds->joint[i].p;
        vetoed += odds->joint[i].outcomes[french] == VETO_VETOED ? odds->joint[i].p : 0;
        ck_assert_int_eq(odds->joint[i].outcomes[evacuation], VETO_NOT_PUT);
    }
    assert_near(sum, 1, 1e-13);
    assert_near(vetoed, odds->drafts[french].outcome[VETO_VETOED], 1e-13);
    ck_assert_double_gt(vetoed, 0.9);
    ck_assert_double_gt(odds->drafts[french].veto_by[russia], 0.9);
    ck_assert_double_gt(odds->drafts[russian].outcome[VETO_FAILED], 0.9);
    ck_assert_double_eq(odds->drafts[french].outcome[VETO_NOT_PUT], 0);
    ck_assert_double_eq(odds->drafts[evacuation].outcome[VETO_NOT_PUT], 1);
    ck_assert_double_le(odds->error, 1e-7);
    veto_odds_plan_free(plan);
    assert_like_meetings(scenario, 3000);
    assert_odds_sampled(scenario, 500000);
    veto_scenario_free(scenario);
}
END_TEST

/* A made-up meeting: votes in branches, twice on one draft, moves in some of them only. */
static void branching_world(void) {
    static struct veto_item then[3], otherwise[2];
    static struct veto_shift shifts[2];
    static struct veto_condition condition;
    setup(5, 3);
    for (unsigned i = 0; i < 5; i++) {
        world.leanings[0][i] = i == 1 ? -0.4 : 0.3 - 0.05 * i;
        world.leanings[1][i] = i == 1 ? -0.3 : 0.1;
        world.leanings[2][i] = -0.2 + 0.1 * i;
        world.ties[i * 5 + 1] = 0.4;
    }
    shifts[0] = (struct veto_shift){1, 3, -0.7};
    shifts[1] = (struct veto_shift){2, 2, 0.9};
    condition = (struct veto_condition){0, 1u << VETO_VETOED | 1u << VETO_NOT_PUT};
    then[0] = (struct veto_item){.kind = VETO_ITEM_VOTE, .draft = 2};
    then[1] = (struct veto_item){
        .kind = VETO_ITEM_STATEMENT, .speaker = {.member = 1, .speaks_for = 1}, .draft = 1};
    then[2] = (struct veto_item){.kind = VETO_ITEM_EVENT, .shifts = shifts, .shift_count = 2};
    otherwise[0] = then[2];
    otherwise[1] = (struct veto_item){.kind = VETO_ITEM_STATEMENT,
                                      .speaker = {.member = 1, .speaks_for = 1},
                                      .draft = 2,
                                      .has_position = true,
                                      .position = -0.8};
    add_vote(0);
    add((struct veto_item){.kind = VETO_ITEM_WHEN,
                           .conditions = &condition,
                           .condition_count = 1,
                           .then = {then, 3},
                           .otherwise = {otherwise, 2}});
    add_vote(1);
    condition = (struct veto_condition){0, 1u << VETO_VETOED};
}

START_TEST(branches_like_meetings) {
    branching_world();
    assert_like_meetings(&world.scenario, 3000);
    assert_odds_sampled(&world.scenario, 300000);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    /* draft 2 comes to a vote only after a veto of draft 0 */
    assert_near(1 - odds->drafts[2].outcome[VETO_NOT_PUT], odds->drafts[0].outcome[VETO_VETOED],
                1e-14);
    ck_assert_double_gt(odds->drafts[0].outcome[VETO_VETOED], 0.01);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- procedure ---- */

enum { FEW = 2, SOME = 4, COMBINATIONS = 256 };

static struct veto_item random_item(unsigned depth);

/* Items of a branch, which live as long as the world. */
static struct veto_programme random_branch(unsigned depth) {
    static struct veto_item pool[256];
    static size_t used;
    unsigned count = below(3);
    used = used + count > 256 ? 0 : used;
    struct veto_programme branch = {pool + used, count};
    used += count;
    for (unsigned i = 0; i < count; i++)
        branch.items[i] = random_item(depth + 1);
    return branch;
}

static struct veto_item random_item(unsigned depth) {
    static struct veto_condition conditions[256];
    static struct veto_shift shifts[256];
    static unsigned used;
    struct veto_item item = {.kind = (enum veto_item_kind)below(VETO_ITEM_KINDS),
                             .draft = (int)below(SOME)};
    item.speaker.member = item.speaker.speaks_for = (int)below(FEW);
    if (item.kind == VETO_ITEM_EVENT) {
        shifts[used % 256] =
            (struct veto_shift){(int)below(SOME), (int)below(FEW), uniform() - 0.5};
        item.shifts = &shifts[used++ % 256];
        item.shift_count = 1;
    }
    if (item.kind == VETO_ITEM_WHEN && depth > 1)
        item.kind = VETO_ITEM_VOTE;
    if (item.kind == VETO_ITEM_WHEN) {
        conditions[used % 256] = (struct veto_condition){(int)below(SOME), 1 + below(14)};
        item.conditions = &conditions[used++ % 256];
        item.condition_count = 1;
        item.then = random_branch(depth);
        item.otherwise = random_branch(depth);
    }
    return item;
}

/* Two members, four drafts that bear on each other, and a programme of anything. */
static void random_procedure(uint64_t seed) {
    setup(FEW, SOME);
    world.seed = seed;
    world.scenario.rules = veto_rules_charter(FEW, 1 + below(2), 1 + below(3));
    for (unsigned i = 0; i < FEW; i++) {
        world.members[i].firm = below(4) == 0;
        world.members[i].veto_tendency = uniform();
        world.ties[i * FEW + 1 - i] = uniform();
    }
    for (int draft = 0; draft < SOME; draft++) {
        struct veto_draft *on = &world.drafts[draft];
        on->put = below(8) > 0;
        on->question = below(4) ? VETO_SUBSTANTIVE : VETO_PROCEDURAL;
        on->bearing = draft ? (enum veto_bearing)below(VETO_BEARINGS) : VETO_PRINCIPAL;
        on->upon = draft ? (int)below((unsigned)draft) : VETO_NONE;
        on->changes = below(4) ? world.changes[draft] : NULL;
        random_parties(FEW, draft);
        for (unsigned i = 0; i < FEW; i++) {
            world.leanings[draft][i] = uniform() - 0.5;
            world.changes[draft][i] = 1.5 * uniform() - 0.75;
        }
    }
    for (unsigned i = 0; i < 9; i++)
        add(random_item(0));
    for (int draft = SOME - 1; draft >= 0; draft--)
        add_vote(draft);
}

static unsigned combination(const enum veto_outcome *outcomes) {
    unsigned code = 0;
    for (unsigned i = 0; i < SOME; i++)
        code = 4 * code + outcomes[i];
    return code;
}

/* A meeting in which every ballot is fixed: how likely its ballots are, and what it comes to. */
static void play_fixed(double *joint, double (*veto_by)[FEW]) {
    struct veto_meeting *meeting = NULL;
    enum veto_outcome outcomes[SOME];
    double p = 1;
    ck_assert_int_eq(veto_meeting_play(&meeting, &world.scenario, VETO_EXPECTED, 0), VETO_OK);
    for (int draft = 0; draft < SOME; draft++) {
        const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
        outcomes[draft] = veto_meeting_outcome(meeting, draft);
        for (unsigned i = 0; i < FEW; i++) /* where nobody votes, each profile has its share */
            p *= vote && vote->casts ? vote->casts[i].chance[vote->casts[i].given] : 1 / 3.0;
    }
    for (int draft = 0; draft < SOME; draft++)
        for (unsigned i = 0; i < FEW; i++)
            if (veto_meeting_vote(meeting, draft) &&
                veto_set_has(veto_meeting_vote(meeting, draft)->result.vetoed_by, i))
                veto_by[draft][i] += p;
    joint[combination(outcomes)] += p;
    veto_meeting_free(meeting);
}

static void play_all(unsigned ballot, double *joint, double (*veto_by)[FEW]) {
    if (ballot == SOME * FEW) {
        play_fixed(joint, veto_by);
        return;
    }
    for (int i = 0; i < 3; i++) {
        world.presets[ballot / FEW][ballot % FEW] =
            (struct veto_preset_ballot){VETO_FIXED, (enum veto_ballot)i, {0}};
        play_all(ballot + 1, joint, veto_by);
    }
}

static void assert_plays(const struct veto_odds *odds, const double *joint,
                         double (*veto_by)[FEW]) {
    double found[COMBINATIONS] = {0};
    for (size_t i = 0; i < odds->joint_count; i++)
        found[combination(odds->joint[i].outcomes)] += odds->joint[i].p;
    for (unsigned i = 0; i < COMBINATIONS; i++)
        assert_near(found[i], joint[i], 1e-12);
    for (unsigned draft = 0; draft < SOME; draft++) {
        double outcome[VETO_OUTCOMES] = {0};
        for (unsigned i = 0; i < COMBINATIONS; i++)
            outcome[i >> 2 * (SOME - 1 - draft) & 3] += joint[i];
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            assert_near(odds->drafts[draft].outcome[i], outcome[i], 1e-12);
        for (unsigned i = 0; i < FEW; i++)
            assert_near(odds->drafts[draft].veto_by[i], veto_by[draft][i], 1e-12);
    }
}

/* Every meeting that can be, played with fixed ballots. */
START_TEST(procedure_is_brute_force) {
    for (uint64_t seed = 0; seed < 10; seed++) {
        double joint[COMBINATIONS] = {0}, veto_by[SOME][FEW] = {{0}};
        random_procedure(31000 + 100 * (uint64_t)_i + seed);
        struct veto_odds_plan *plan = plan_of(&world.scenario);
        const struct veto_odds *odds = exact(plan);
        play_all(0, joint, veto_by);
        assert_plays(odds, joint, veto_by);
        veto_odds_plan_free(plan);
    }
}
END_TEST

/* The same where all histories that become alike are one: it is no matter to any odds. */
START_TEST(alike_is_alike) {
    size_t fewer = 0;
    for (uint64_t seed = 0; seed < 400; seed++) {
        struct veto_odds_plan *plan = NULL;
        random_procedure(83000 + 1000 * (uint64_t)_i + seed);
        struct veto_odds_plan *apart = plan_of(&world.scenario);
        ck_assert_int_eq(odds_plan_make(&plan, &world.scenario, VETO_ODDS_STEPS, 0), VETO_OK);
        const struct veto_odds *odds = exact(plan), *other = exact(apart);
        ck_assert_uint_le(plan->node_count, apart->node_count);
        fewer += plan->node_count < apart->node_count;
        ck_assert_uint_eq(odds->joint_count, other->joint_count);
        for (size_t i = 0; i < odds->joint_count; i++) {
            ck_assert_mem_eq(odds->joint[i].outcomes, other->joint[i].outcomes,
                             SOME * sizeof *odds->joint[i].outcomes);
            assert_near(odds->joint[i].p, other->joint[i].p, 1e-14);
        }
        for (unsigned d = 0; d < SOME; d++)
            for (unsigned i = 0; i < FEW; i++)
                assert_near(odds->drafts[d].veto_by[i], other->drafts[d].veto_by[i], 1e-14);
        veto_odds_plan_free(plan);
        veto_odds_plan_free(apart);
    }
    ck_assert_uint_gt(fewer, 20);
}
END_TEST

START_TEST(procedure_is_sampled) {
    for (uint64_t seed = 0; seed < 10; seed++) {
        random_procedure(57000 + 100 * (uint64_t)_i + seed);
        assert_odds_sampled(&world.scenario, 50000);
        assert_like_meetings(&world.scenario, 500);
    }
}
END_TEST

/* Draft 0 is adopted without a vote, draft 1 only then put: one history to it, and no ballots. */
START_TEST(without_a_vote_all_is_certain) {
    static struct veto_condition condition = {0, 1u << VETO_ADOPTED};
    static struct veto_item then = {.kind = VETO_ITEM_VOTE, .draft = 1};
    setup(3, 2);
    add((struct veto_item){.kind = VETO_ITEM_WITHOUT_VOTE, .draft = 0});
    add((struct veto_item){.kind = VETO_ITEM_WHEN,
                           .conditions = &condition,
                           .condition_count = 1,
                           .then = {&then, 1}});
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    ck_assert_uint_eq(plan->node_count, 2);
    ck_assert_double_eq(plan->nodes[0].histories, 3);
    ck_assert_uint_eq(odds->joint_count, 3);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_ADOPTED], 1);
    for (unsigned i = 0; i <= 3; i++)
        ck_assert_double_eq(odds->drafts[0].yes[i], 0);
    ck_assert_double_eq(odds->drafts[1].outcome[VETO_NOT_PUT], 0);
    odds = sample(plan, 1, 1000, 2);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_ADOPTED], 1);
    ck_assert_double_eq(odds->drafts[1].outcome[VETO_NOT_PUT], 0);
    veto_odds_plan_free(plan);
}
END_TEST

/* The preliminary question decides who can veto: its outcomes are told apart without a branch. An
 * amendment without changes is not. */
START_TEST(what_bears_on_a_draft_is_told_apart) {
    setup(3, 3);
    world.drafts[1].bearing = VETO_PRELIMINARY;
    world.drafts[2].bearing = VETO_AMENDMENT;
    add_vote(1);
    add_vote(2);
    add_vote(0);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 5); /* 1; 2 and 0, procedural or not */
    veto_odds_plan_free(plan);
    world.drafts[2].changes = world.changes[2];
    plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 7);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- determinism ---- */

static void assert_same(const struct veto_odds *a, const struct veto_odds *b, size_t drafts,
                        unsigned members) {
    ck_assert_uint_eq(a->trials, b->trials);
    for (size_t d = 0; d < drafts; d++) {
        ck_assert_mem_eq(a->drafts[d].outcome, b->drafts[d].outcome, sizeof a->drafts[d].outcome);
        ck_assert_mem_eq(a->drafts[d].veto_by, b->drafts[d].veto_by, members * sizeof(double));
        ck_assert_mem_eq(a->drafts[d].yes, b->drafts[d].yes, (members + 1) * sizeof(double));
    }
    ck_assert_uint_eq(a->joint_count, b->joint_count);
    for (size_t i = 0; i < a->joint_count; i++)
        ck_assert_double_eq(a->joint[i].p, b->joint[i].p);
}

START_TEST(threads_do_not_count) {
    static const unsigned threads[] = {2, 3, 8};
    struct veto_scenario *scenario = aleppo();
    struct veto_odds_plan *plan = plan_of(scenario), *other = plan_of(scenario);
    const struct veto_odds *alone = sample(plan, 1, 200001, 1);
    for (unsigned i = 0; i < 3; i++)
        assert_same(alone, sample(other, 1, 200001, threads[i]), scenario->draft_count,
                    scenario->members_count);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
    veto_scenario_free(scenario);
}
END_TEST

static uint64_t count_of(double p, uint64_t trials) {
    return (uint64_t)(p * (double)trials + 0.5);
}

/* Counts that any compiler and machine must come to. */
START_TEST(golden_counts) {
    branching_world();
    make_bloc(0, 7, 0.8);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = sample(plan, 20161008, 100000, 2);
    static const uint64_t golden[3][VETO_OUTCOMES] = {
        {46225, 9119, 44656, 0},
        {21749, 129, 78122, 0},
        {2195, 1, 6923, 90881},
    };
    for (unsigned d = 0; d < 3; d++)
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            ck_assert_msg(count_of(odds->drafts[d].outcome[i], 100000) == golden[d][i],
                          "draft %u outcome %u: %ju", d, i,
                          (uintmax_t)count_of(odds->drafts[d].outcome[i], 100000));
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(seeds_differ) {
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario), *other = plan_of(&world.scenario);
    ck_assert_double_ne(sample(plan, 1, 100000, 1)->drafts[0].outcome[VETO_ADOPTED],
                        sample(other, 2, 100000, 1)->drafts[0].outcome[VETO_ADOPTED]);
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}
END_TEST

/* ---- runs ---- */

START_TEST(trials_are_counted_to_the_last) {
    static const uint64_t trials[] = {1, 63, 512, 513, 16384, 16385, 50000};
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    for (unsigned i = 0; i < sizeof trials / sizeof *trials; i++) {
        const struct veto_odds *odds = sample(plan, 5, trials[i], 2);
        double sum = 0, yes = 0;
        ck_assert_uint_eq(odds->trials, trials[i]);
        ck_assert(!odds->stopped);
        for (size_t j = 0; j < odds->joint_count; j++)
            sum += odds->joint[j].p;
        for (unsigned j = 0; j <= 5; j++)
            yes += odds->drafts[0].yes[j];
        assert_near(sum, 1, 1e-12);
        assert_near(yes, 1, 1e-12);
    }
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(a_million_by_default) {
    random_council(1, 3, false);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    ck_assert_uint_eq(sample(plan, 5, 0, 2)->trials, 1000000);
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(precision_ends_a_run) {
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    struct veto_monte_carlo run = {.seed = 1, .precision = 0.002, .threads = 2};
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    ck_assert_uint_lt(odds->trials, 1000000);
    ck_assert(!odds->stopped);
    for (unsigned d = 0; d < 3; d++)
        for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
            struct veto_interval interval = veto_wilson(odds->drafts[d].outcome[i], odds->trials);
            ck_assert_double_le(interval.high - interval.low, 0.004);
        }
    run.trials = 1000; /* the lesser of the two */
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    ck_assert_uint_eq(odds->trials, 1000);
    veto_odds_plan_free(plan);
}
END_TEST

struct stopping {
    unsigned calls;
    uint64_t last;
};

static bool stop_third(void *context, uint64_t done, uint64_t trials) {
    struct stopping *stopping = context;
    ck_assert_uint_gt(done, stopping->last);
    ck_assert_uint_lt(done, trials);
    stopping->last = done;
    return ++stopping->calls == 3;
}

START_TEST(a_run_can_be_stopped) {
    branching_world();
    struct stopping stopping = {0, 0};
    struct veto_odds_plan *plan = plan_of(&world.scenario), *other = plan_of(&world.scenario);
    struct veto_monte_carlo run = {
        .seed = 9, .trials = 100000000, .stop = stop_third, .context = &stopping};
    run.threads = (unsigned)_i + 1;
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_monte_carlo(plan, &run, &odds), VETO_OK);
    ck_assert(odds->stopped);
    ck_assert_uint_eq(stopping.calls, 3);
    if (run.threads == 1)
        ck_assert_uint_eq(odds->trials, stopping.last);
    ck_assert_uint_ge(odds->trials, stopping.last); /* others may have begun more meanwhile */
    assert_same(odds, sample(other, 9, odds->trials, 1), 3, 5); /* what it has is what it was */
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}
END_TEST

START_TEST(wilson_intervals) {
    struct veto_interval half = veto_wilson(0.5, 100), none = veto_wilson(0, 10),
                         all = veto_wilson(1, 10), nothing = veto_wilson(0, 0);
    assert_near(half.low, 0.403831530366, 1e-10);
    assert_near(half.high, 0.596168469634, 1e-10);
    ck_assert_double_eq(none.low, 0);
    assert_near(none.high, 0.277532799863, 1e-10);
    assert_near(all.low, 1 - 0.277532799863, 1e-10);
    ck_assert_double_eq(all.high, 1);
    ck_assert_double_eq(nothing.low, 0);
    ck_assert_double_eq(nothing.high, 1);
}
END_TEST

/* ---- knobs ---- */

/* Turning a knob comes to the same as a new plan for the changed scenario. */
START_TEST(knobs_change_numbers) {
    static const struct {
        struct veto_knob knob;
        double value;
    } turns[] = {
        {{VETO_KNOB_LEANING, 1, 3}, 0.77},    {{VETO_KNOB_VETO_TENDENCY, 0, 0}, 0.93},
        {{VETO_KNOB_OPPOSITION, 4, 0}, 0.21}, {{VETO_KNOB_OPENNESS, 3, 0}, 0.9},
        {{VETO_KNOB_VOLATILITY, 2, 0}, 0.55}, {{VETO_KNOB_TIE, 0, 1}, 0.85},
        {{VETO_KNOB_COHESION, 0, 0}, 0.35},   {{VETO_KNOB_REQUIRED, 0, 0}, 2},
        {{VETO_KNOB_OVERRIDE_AT, 0, 0}, 4},   {{VETO_KNOB_VETO_NEEDS, 0, 0}, 2},
    };
    branching_world();
    make_bloc(0, 6, 0.6);
    struct veto_odds_plan *turned = plan_of(&world.scenario);
    exact(turned);
    for (unsigned i = 0; i < sizeof turns / sizeof *turns; i++) {
        struct veto_odds_plan *before = plan_of(veto_odds_scenario(turned));
        double was = exact(before)->drafts[1].outcome[VETO_ADOPTED];
        ck_assert_double_ne(veto_odds_get(turned, turns[i].knob), turns[i].value);
        veto_odds_set(turned, turns[i].knob, turns[i].value);
        ck_assert_double_eq(veto_odds_get(turned, turns[i].knob), turns[i].value);
        struct veto_odds_plan *anew = plan_of(veto_odds_scenario(turned));
        const struct veto_odds *odds = exact(turned);
        assert_same(odds, exact(anew), 3, 5);
        /* a vote against of one without a veto is to the outcome what an abstention is */
        bool same = turns[i].knob.kind == VETO_KNOB_OPPOSITION;
        ck_assert_msg((odds->drafts[1].outcome[VETO_ADOPTED] == was) == same, "turn %u", i);
        veto_odds_plan_free(before);
        veto_odds_plan_free(anew);
    }
    ck_assert_double_eq(world.leanings[1][3], 0.1); /* the scenario itself has not changed */
    veto_odds_plan_free(turned);
}
END_TEST

START_TEST(only_what_is_asked_for) {
    branching_world();
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = NULL;
    double adopted = exact(plan)->drafts[1].outcome[VETO_ADOPTED];
    ck_assert_int_eq(veto_odds_exact(plan, 0, &odds), VETO_OK);
    ck_assert_double_eq(odds->drafts[1].outcome[VETO_ADOPTED], adopted);
    ck_assert_double_eq(odds->drafts[0].yes[2], 0);
    ck_assert_double_eq(odds->drafts[0].veto_by[0], 0);
    ck_assert_uint_eq(odds->joint_count, 0);
    ck_assert(!odds->joint_left_out);
    veto_odds_plan_free(plan);
}
END_TEST

/* ---- limits ---- */

/* Votes that nothing depends on are one node each, however many. */
START_TEST(many_independent_drafts) {
    setup(3, DRAFTS);
    for (int i = 0; i < DRAFTS; i++)
        add_vote(i);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    ck_assert_uint_eq(plan->node_count, DRAFTS);
    ck_assert(odds->joint_left_out);
    ck_assert_uint_eq(odds->joint_count, 0);
    for (unsigned i = 0; i < DRAFTS; i++)
        ck_assert_double_eq(odds->drafts[i].outcome[VETO_NOT_PUT], 0);
    ck_assert(sample(plan, 1, 1000, 2)->joint_left_out);
    veto_odds_plan_free(plan);
}
END_TEST

static void chain(unsigned drafts, struct veto_condition *conditions) {
    setup(3, drafts);
    for (unsigned i = 0; i < drafts; i++) {
        add_vote((int)i);
        for (unsigned outcome = 0; outcome < 2; outcome++) {
            conditions[2 * i + outcome] = (struct veto_condition){(int)i, 1u << outcome};
            add((struct veto_item){.kind = VETO_ITEM_WHEN,
                                   .conditions = &conditions[2 * i + outcome],
                                   .condition_count = 1});
        }
    }
}

/* Few histories have nodes of their own, though the branches between votes do nothing; of many
 * those that are alike are one. All their outcomes together are listed up to a limit. */
START_TEST(many_histories) {
    static struct veto_condition conditions[2 * DRAFTS];
    chain(5, conditions);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, (243 - 1) / 2);
    ck_assert_uint_eq(exact(plan)->joint_count, 243);
    veto_odds_plan_free(plan);
    chain(10, conditions);
    plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 10);
    ck_assert_double_eq(plan->nodes[0].histories, 59049);
    ck_assert_uint_eq(exact(plan)->joint_count, 59049);
    ck_assert_double_eq(sample(plan, 1, 1000, 1)->drafts[9].outcome[VETO_NOT_PUT], 0);
    veto_odds_plan_free(plan);
    chain(12, conditions);
    plan = plan_of(&world.scenario);
    ck_assert_uint_eq(plan->node_count, 12);
    ck_assert(exact(plan)->joint_left_out);
    veto_odds_plan_free(plan);
}
END_TEST

START_TEST(nothing_to_vote_on) {
    setup(3, 1);
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = exact(plan);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_NOT_PUT], 1);
    ck_assert_uint_eq(odds->joint_count, 1);
    ck_assert_double_eq(odds->joint[0].p, 1);
    odds = sample(plan, 1, 100, 2);
    ck_assert_double_eq(odds->drafts[0].outcome[VETO_NOT_PUT], 1);
    ck_assert_double_eq(odds->joint[0].p, 1);
    veto_odds_plan_free(plan);
}
END_TEST

/* Sixty-four members, each with a weight of its own: too many sums for an exact answer. */
START_TEST(too_many_states) {
    static struct veto_member members[VETO_MAX_MEMBERS];
    static double leanings[VETO_MAX_MEMBERS], ties[VETO_MAX_MEMBERS * VETO_MAX_MEMBERS];
    static struct veto_preset_ballot presets[VETO_MAX_MEMBERS];
    static uint32_t weights[VETO_MAX_MEMBERS];
    setup(1, 1);
    add_vote(0);
    for (unsigned i = 0; i < VETO_MAX_MEMBERS; i++) {
        members[i] = world.members[0];
        weights[i] = 1u << i % 31;
        leanings[i] = 0.1;
    }
    world.majorities[0] =
        (struct veto_majority){.group = ~(veto_set)0, .weights = weights, .needed = 3000000000};
    world.scenario.rules = veto_rules_charter(VETO_MAX_MEMBERS, 32, 31);
    world.scenario.rules.majorities = world.majorities;
    world.scenario.rules.majority_count = 1;
    world.scenario.members_count = VETO_MAX_MEMBERS;
    world.scenario.members = members;
    world.scenario.ties = ties;
    world.drafts[0].leanings = leanings;
    world.drafts[0].ballots = presets;
    struct veto_odds_plan *plan = plan_of(&world.scenario);
    const struct veto_odds *odds = NULL;
    ck_assert_int_eq(veto_odds_exact(plan, VETO_ODDS_ALL, &odds), VETO_INPUT);
    ck_assert_ptr_null(odds);
    ck_assert_uint_eq(sample(plan, 1, 2000, 2)->trials, 2000);
    veto_odds_plan_free(plan);
    world.scenario.rules.majority_count = 0; /* and without them it is no matter */
    plan = plan_of(&world.scenario);
    double sum = 0;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++)
        sum += exact(plan)->drafts[0].outcome[i];
    assert_near(sum, 1, 1e-12);
    veto_odds_plan_free(plan);
    assert_odds_sampled(&world.scenario, 50000);
}
END_TEST

START_TEST(words_of_methods) {
    ck_assert_str_eq(veto_method_word(VETO_EXACT), "exact");
    ck_assert_str_eq(veto_method_word(VETO_MONTE_CARLO), "monte_carlo");
}
END_TEST

static const struct suite_entry entries[] = {
    {exact_is_brute_force, 4},
    {states_agree_with_tables, 0},
    {blocs_are_integrals, sizeof cohesions / sizeof *cohesions},
    {a_bloc_of_one_mind, 0},
    {cohesion_close_to_one, 0},
    {sampled_is_exact_but_for_chance, 4},
    {sampled_meetings_agree, 0},
    {aleppo_jointly, 0},
    {branches_like_meetings, 0},
    {procedure_is_brute_force, 4},
    {alike_is_alike, 2},
    {procedure_is_sampled, 2},
    {without_a_vote_all_is_certain, 0},
    {what_bears_on_a_draft_is_told_apart, 0},
    {threads_do_not_count, 0},
    {golden_counts, 0},
    {seeds_differ, 0},
    {trials_are_counted_to_the_last, 0},
    {a_million_by_default, 0},
    {precision_ends_a_run, 0},
    {a_run_can_be_stopped, 3},
    {wilson_intervals, 0},
    {knobs_change_numbers, 0},
    {only_what_is_asked_for, 0},
    {many_independent_drafts, 0},
    {many_histories, 0},
    {nothing_to_vote_on, 0},
    {too_many_states, 0},
    {words_of_methods, 0},
};

SUITE("odds", entries)
