/* Flips: the smallest changes against a search through all profiles, and who is decisive. */
#include "suite.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/philox.h"
#include "meeting/model.h"
#include "veto/flips.h"
#include "words/flips.h"

enum { MEMBERS = 7, PROFILES = 78125 }; /* 5^7 */

struct world {
    struct veto_scenario scenario;
    struct veto_member members[VETO_MAX_MEMBERS];
    struct veto_draft draft;
    double leanings[VETO_MAX_MEMBERS], ties[VETO_MAX_MEMBERS * VETO_MAX_MEMBERS];
    struct veto_preset_ballot presets[VETO_MAX_MEMBERS];
    struct veto_bloc bloc;
    struct veto_majority majority;
    uint32_t weights[VETO_MAX_MEMBERS];
    struct veto_cast casts[VETO_MAX_MEMBERS];
    struct veto_vote vote;
    uint64_t seed;
    uint32_t drawn;
};

static struct world world;

static void setup(unsigned members, unsigned required, veto_set holders) {
    memset(&world, 0, sizeof world);
    for (unsigned i = 0; i < members; i++)
        world.members[i] = (struct veto_member){.code = "AAA",
                                                .veto_tendency = 0.5,
                                                .opposition = 0.5,
                                                .volatility = 0.25,
                                                .bloc = VETO_NONE};
    world.draft = (struct veto_draft){
        .id = "draft", .put = true, .leanings = world.leanings, .ballots = world.presets};
    world.scenario = (struct veto_scenario){
        .rules = veto_rules_charter(members, required, holders),
        .members_count = members,
        .members = world.members,
        .ties = world.ties,
        .blocs = &world.bloc,
        .drafts = &world.draft,
        .draft_count = 1,
    };
}

static double uniform(void) {
    const uint32_t counter[4] = {world.drawn++, 0, 0, 1};
    return (philox(world.seed, counter).word[0] + 0.5) / 4294967296.0;
}

static unsigned below(unsigned n) {
    return (unsigned)(uniform() * n);
}

static veto_set bound(void) {
    return model_bound((struct model_vote){&world.scenario, 0, world.draft.question});
}

/* Casts the ballots, by letters: y n a p(resent, not voting) x (absent). Those that are fixed are
 * cast as they are. */
static void cast(const char *letters) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    for (unsigned i = 0; i < world.scenario.members_count; i++) {
        struct veto_cast *one = &world.casts[i];
        const struct veto_preset_ballot *preset = &world.presets[i];
        ballots[i] = preset->kind == VETO_FIXED
                         ? preset->ballot
                         : (enum veto_ballot)(strchr("ynapx", letters[i]) - "ynapx");
        *one = model_cast((struct model_vote){&world.scenario, 0, world.draft.question},
                          VETO_SAMPLED, (int)i, world.leanings[i], ballots[i], VETO_NONE);
        if (!veto_set_has(bound(), i))
            one->ballot = ballots[i];
        ballots[i] = one->ballot;
    }
    world.vote.question = world.draft.question;
    world.vote.casts = world.casts;
    world.vote.result = veto_decide(&world.scenario.rules, world.draft.question, ballots);
}

static struct veto_flips *find(void) {
    struct veto_flips *flips = NULL;
    ck_assert_int_eq(veto_flips_find(&flips, &world.scenario, &world.vote, VETO_FLIPS_STEPS),
                     VETO_OK);
    return flips;
}

static const struct veto_flips_to *to(const struct veto_flips *flips, enum veto_outcome outcome) {
    for (size_t i = 0; i < flips->to_count; i++)
        if (flips->to[i].outcome == outcome)
            return &flips->to[i];
    ck_abort_msg("no flips to %s", veto_outcome_word(outcome));
    return NULL;
}

/* ---- by hand ---- */

/* The Council: A and B hold a veto, five of seven are needed. */
START_TEST(a_veto_is_lifted_or_made_pointless) {
    setup(7, 5, 3);
    cast("nyyyyya");
    ck_assert_int_eq(world.vote.result.outcome, VETO_VETOED);
    struct veto_flips *flips = find();
    ck_assert_uint_eq(flips->to_count, 2);
    const struct veto_flips_to *adopted = to(flips, VETO_ADOPTED), *failed = to(flips, VETO_FAILED);
    ck_assert_uint_eq(adopted->size, 1);
    ck_assert_uint_eq(adopted->flip_count, 2); /* A abstains, or votes in favour */
    for (unsigned i = 0; i < 2; i++) {
        ck_assert_uint_eq(adopted->flips[i].part_count, 1);
        ck_assert_uint_eq(adopted->flips[i].parts[0].members, 1);
        ck_assert_uint_eq(adopted->flips[i].parts[0].needed, 1);
        ck_assert_int_eq(adopted->flips[i].parts[0].from, VETO_NO);
        ck_assert_uint_eq(adopted->flips[i].likeliest, 1);
        ck_assert_double_eq(adopted->flips[i].ways, 1);
    }
    ck_assert_int_eq(adopted->flips[0].parts[0].to, VETO_ABSTAIN); /* leaning 0: likelier */
    ck_assert_int_eq(adopted->flips[1].parts[0].to, VETO_YES);
    ck_assert_double_gt(adopted->flips[0].chance, adopted->flips[1].chance);
    ck_assert(!adopted->more);
    /* five of seven are in favour: any one of them, against or abstaining */
    ck_assert_uint_eq(failed->size, 1);
    ck_assert_uint_eq(failed->flip_count, 4);
    veto_flips_free(flips);
}
END_TEST

START_TEST(five_of_these_seven) {
    setup(15, 9, 31);
    for (unsigned i = 0; i < 15; i++)
        world.leanings[i] = -0.5 + 0.01 * i;
    cast("aaaaayyyynnnnnn");
    struct veto_flips *flips = find();
    const struct veto_flips_to *adopted = to(flips, VETO_ADOPTED);
    ck_assert_uint_eq(adopted->size, 5);
    ck_assert_uint_eq(adopted->flip_count,
                      6); /* 0 to 5 of the permanent members, the rest of six */
    double ways = 0;
    for (size_t i = 0; i < adopted->flip_count; i++)
        ways += adopted->flips[i].ways;
    ck_assert_double_eq(ways, 462); /* 11 choose 5 */
    const struct veto_flip *best = &adopted->flips[0];
    ck_assert_uint_eq(best->part_count, 1);
    ck_assert_uint_eq(best->parts[0].needed, 5);
    ck_assert_uint_eq(best->parts[0].members, 0x7e00);
    ck_assert_int_eq(best->parts[0].from, VETO_NO);
    ck_assert_int_eq(best->parts[0].to, VETO_YES);
    ck_assert_double_eq(best->ways, 6);
    ck_assert_uint_eq(best->likeliest, 0x7c00); /* all but the one that leans least in favour */
    veto_flips_free(flips);
}
END_TEST

START_TEST(no_veto_on_a_procedural_question) {
    setup(3, 2, 1);
    world.draft.question = VETO_PROCEDURAL;
    cast("nyy");
    struct veto_flips *flips = find();
    const struct veto_flips_to *vetoed = to(flips, VETO_VETOED);
    ck_assert_uint_eq(vetoed->size, 0);
    ck_assert_uint_eq(vetoed->flip_count, 0);
    ck_assert(!vetoed->more);
    veto_flips_free(flips);
}
END_TEST

/* Members of a bloc move together: both at once is likelier than chance would have it. */
START_TEST(a_bloc_moves_together) {
    setup(3, 3, 0);
    world.leanings[0] = world.leanings[1] = -0.2;
    cast("aay");
    struct veto_flips *flips = find();
    double apart = to(flips, VETO_ADOPTED)->flips[0].chance;
    veto_flips_free(flips);
    double yes = world.casts[0].chance[VETO_YES];
    ck_assert_double_eq_tol(apart, yes * yes, 1e-15);
    world.bloc = (struct veto_bloc){"bloc", 3, 1};
    world.scenario.bloc_count = 1;
    world.members[0].bloc = world.members[1].bloc = 0;
    flips = find();
    ck_assert_double_eq_tol(to(flips, VETO_ADOPTED)->flips[0].chance, yes, 1e-15);
    veto_flips_free(flips);
}
END_TEST

/* ---- against all profiles ---- */

static void random_world(uint64_t seed) {
    setup(1, 1, 0);
    world.seed = seed;
    unsigned members = 2 + below(MEMBERS - 1);
    char letters[MEMBERS + 1] = "";
    setup(members, below(members + 2), below(1u << members));
    world.seed = seed;
    world.drawn = 100;
    world.scenario.rules.veto_needs = 1 + below(3);
    world.scenario.rules.override_at = below(2) ? 0 : 1 + below(members);
    world.draft.question = below(4) ? VETO_SUBSTANTIVE : VETO_PROCEDURAL;
    for (unsigned i = 0; i < members; i++) {
        world.leanings[i] = 2 * uniform() - 1;
        world.weights[i] = 1 + below(3);
        letters[i] = "ynapx"[below(4) ? below(3) : below(5)];
        if (below(5) == 0)
            world.presets[i] = (struct veto_preset_ballot){.kind = VETO_FIXED,
                                                           .ballot = (enum veto_ballot)below(5)};
    }
    world.majority = (struct veto_majority){below(1u << members), below(2) ? world.weights : NULL,
                                            below(members + 2), NULL};
    world.scenario.rules.majorities = &world.majority;
    world.scenario.rules.majority_count = below(2);
    world.draft.parties = below(3) ? 0 : below(1u << members);
    world.draft.basis = VETO_UNDER_CHAPTER_VI;
    world.scenario.obligatory_abstention = (enum veto_abstention)below(3);
    cast(letters);
}

/* How many profiles, and which, of the least distance have this outcome. */
struct least {
    unsigned size;
    double ways;
    bool seen[PROFILES];
    double best;
};

static unsigned number_of(const enum veto_ballot *ballots) {
    unsigned number = 0;
    for (unsigned i = world.scenario.members_count; i-- > 0;)
        number = number * VETO_BALLOTS + ballots[i];
    return number;
}

static void try_profile(struct least *least, enum veto_outcome outcome,
                        const enum veto_ballot *ballots) {
    unsigned distance = 0;
    double chance = 1;
    for (unsigned i = 0; i < world.scenario.members_count; i++) {
        if (ballots[i] == world.casts[i].ballot)
            continue;
        distance++;
        chance *= world.presets[i].kind == VETO_FIXED ? 0 : world.casts[i].chance[ballots[i]];
    }
    if (distance > least->size ||
        veto_decide(&world.scenario.rules, world.draft.question, ballots).outcome != outcome)
        return;
    if (distance < least->size) {
        least->size = distance;
        least->ways = 0;
        least->best = -1;
        memset(least->seen, 0, sizeof least->seen);
    }
    least->ways++;
    least->seen[number_of(ballots)] = true;
    least->best = chance > least->best ? chance : least->best;
}

static void all_profiles(struct least *least, enum veto_outcome outcome, enum veto_ballot *ballots,
                         unsigned member) {
    if (member == world.scenario.members_count) {
        try_profile(least, outcome, ballots);
        return;
    }
    enum veto_ballot as_it_was = world.casts[member].ballot;
    for (int ballot = VETO_YES; ballot < VETO_BALLOTS; ballot++)
        if ((ballot <= VETO_ABSTAIN && !veto_set_has(bound(), member)) ||
            ballot == (int)as_it_was) {
            ballots[member] = (enum veto_ballot)ballot;
            all_profiles(least, outcome, ballots, member + 1);
        }
}

/* Every way of a flip, from one part on, is one of the profiles, and none comes twice. */
static void strike_out(struct least *least, const struct veto_flip *flip, size_t part,
                       unsigned left, unsigned member, enum veto_ballot *ballots) {
    if (part == flip->part_count) {
        unsigned number = number_of(ballots);
        ck_assert(least->seen[number]);
        least->seen[number] = false;
        least->ways--;
        return;
    }
    const struct veto_flip_part *now = &flip->parts[part];
    if (left == 0) {
        unsigned next = part + 1 < flip->part_count ? flip->parts[part + 1].needed : 0;
        strike_out(least, flip, part + 1, next, 0, ballots);
        return;
    }
    for (; member < world.scenario.members_count; member++) {
        if (!veto_set_has(now->members, member) || ballots[member] != now->from)
            continue;
        ballots[member] = now->to;
        strike_out(least, flip, part, left - 1, member + 1, ballots);
        ballots[member] = now->from;
    }
}

static void assert_least(const struct veto_flips_to *found) {
    static struct least least;
    enum veto_ballot ballots[MEMBERS];
    least.size = MEMBERS + 1;
    least.ways = 0;
    all_profiles(&least, found->outcome, ballots, 0);
    ck_assert_uint_eq(found->size, least.ways > 0 ? least.size : 0);
    double ways = least.ways;
    for (size_t i = 0; i < found->flip_count; i++) {
        const struct veto_flip *flip = &found->flips[i];
        for (unsigned j = 0; j < world.scenario.members_count; j++)
            ballots[j] = world.casts[j].ballot;
        strike_out(&least, flip, 0, flip->parts[0].needed, 0, ballots);
        ways -= flip->ways;
        ck_assert_uint_eq(veto_set_count(flip->likeliest), found->size);
        if (i > 0)
            ck_assert_double_le(flip->chance, found->flips[i - 1].chance);
    }
    ck_assert_double_eq(least.ways, 0);
    ck_assert_double_eq(ways, 0);
    if (found->size)
        ck_assert_double_eq_tol(found->flips[0].chance, least.best, 1e-15);
}

START_TEST(flips_are_the_least_of_all) {
    for (uint64_t seed = 0; seed < 100; seed++) {
        random_world(1000 * (uint64_t)_i + seed);
        struct veto_flips *flips = find();
        ck_assert_uint_eq(flips->to_count, 2);
        for (size_t i = 0; i < flips->to_count; i++) {
            ck_assert_int_ne(flips->to[i].outcome, world.vote.result.outcome);
            ck_assert(!flips->to[i].more);
            assert_least(&flips->to[i]);
        }
        veto_flips_free(flips);
    }
}
END_TEST

/* ---- decisive ---- */

/* The chance that the others' ballots leave it to this member. */
static double decisive(unsigned member, enum veto_ballot *ballots, unsigned next, double p) {
    if (next == member)
        return decisive(member, ballots, next + 1, p);
    if (next >= world.scenario.members_count) {
        ballots[member] = VETO_YES;
        bool with = veto_decide(&world.scenario.rules, world.draft.question, ballots).outcome ==
                    VETO_ADOPTED;
        ballots[member] = VETO_NO;
        bool without = veto_decide(&world.scenario.rules, world.draft.question, ballots).outcome ==
                       VETO_ADOPTED;
        return with && !without && !veto_set_has(bound(), member) ? p : 0;
    }
    double sum = 0;
    if (veto_set_has(bound(), next) || world.presets[next].kind == VETO_FIXED) {
        ballots[next] = veto_set_has(bound(), next) ? VETO_ABSTAIN : world.presets[next].ballot;
        return decisive(member, ballots, next + 1, p);
    }
    for (int ballot = VETO_YES; ballot <= VETO_ABSTAIN; ballot++) {
        ballots[next] = (enum veto_ballot)ballot;
        sum += decisive(member, ballots, next + 1, p * world.casts[next].chance[ballot]);
    }
    return sum;
}

START_TEST(decisive_is_brute_force) {
    for (uint64_t seed = 0; seed < 60; seed++) {
        enum veto_ballot ballots[MEMBERS];
        random_world(5000 + seed);
        struct veto_flips *flips = find();
        ck_assert(flips->has_decisive);
        for (unsigned i = 0; i < world.scenario.members_count; i++)
            ck_assert_double_eq_tol(flips->decisive[i], decisive(i, ballots, 0, 1), 1e-12);
        veto_flips_free(flips);
    }
}
END_TEST

/* ---- large ---- */

START_TEST(a_council_of_sixty_four) {
    char letters[VETO_MAX_MEMBERS + 1];
    setup(64, 60, 31);
    memset(letters, 'n', 64);
    letters[10] = letters[20] = letters[30] = letters[1] = letters[2] = 'a';
    cast(letters);
    struct veto_flips *flips = find();
    ck_assert_uint_eq(to(flips, VETO_ADOPTED)->size, 60);
    ck_assert_uint_eq(to(flips, VETO_VETOED)->size, 60);
    ck_assert(!to(flips, VETO_ADOPTED)->more);
    veto_flips_free(flips);
}
END_TEST

/* With a weight for each, no two are alike: the search is given up and says so. */
START_TEST(too_many_to_try) {
    char letters[VETO_MAX_MEMBERS + 1];
    setup(40, 30, 0);
    for (unsigned i = 0; i < 40; i++)
        world.weights[i] = 1000 + i;
    world.majority = (struct veto_majority){~(veto_set)0, world.weights, 36000, NULL};
    world.scenario.rules.majorities = &world.majority;
    world.scenario.rules.majority_count = 1;
    memset(letters, 'n', 40);
    cast(letters);
    struct veto_flips *flips = find();
    ck_assert_uint_eq(to(flips, VETO_ADOPTED)->size, 0);
    ck_assert(to(flips, VETO_ADOPTED)->more);
    ck_assert_uint_eq(to(flips, VETO_VETOED)->size, 0);
    ck_assert(!to(flips, VETO_VETOED)->more || to(flips, VETO_VETOED)->flip_count == 0);
    veto_flips_free(flips);
}
END_TEST

/* A, who holds a veto, and B are as likely to be the fourth in favour: in the order of members. */
START_TEST(equal_flips_stand_as_found) {
    setup(5, 4, 1);
    cast("aayyy");
    struct veto_flips *flips = find();
    const struct veto_flips_to *adopted = to(flips, VETO_ADOPTED);
    ck_assert_uint_eq(adopted->flip_count, 2);
    ck_assert_double_eq(adopted->flips[0].chance, adopted->flips[1].chance);
    ck_assert_uint_eq(adopted->flips[0].likeliest, 1);
    ck_assert_uint_eq(adopted->flips[1].likeliest, 2);
    veto_flips_free(flips);
}
END_TEST

START_TEST(nothing_to_free) {
    veto_flips_free(NULL);
}
END_TEST

/* The vote's question, not the draft's: a preliminary question may have decided it. */
START_TEST(the_question_is_that_of_the_vote) {
    setup(3, 2, 1);
    cast("yyy");
    struct veto_flips *flips = find();
    ck_assert_uint_eq(to(flips, VETO_VETOED)->size, 1);
    veto_flips_free(flips);
    world.vote.question = VETO_PROCEDURAL;
    flips = find();
    ck_assert_uint_eq(to(flips, VETO_VETOED)->size, 0);
    veto_flips_free(flips);
}
END_TEST

START_TEST(without_a_vote_nothing_can_be_changed) {
    setup(3, 2, 1);
    world.vote = (struct veto_vote){.without_vote = true, .result = {.outcome = VETO_ADOPTED}};
    struct veto_flips *flips = find();
    ck_assert_uint_eq(flips->to_count, 0);
    ck_assert(flips->has_decisive);
    for (unsigned i = 0; i < 3; i++)
        ck_assert_double_eq(flips->decisive[i], 0);
    veto_flips_free(flips);
}
END_TEST

/* ---- who decides, in a sentence ---- */

START_TEST(leads_with_who_decides) {
    static struct arena words;
    struct veto_member members[] = {{.name = "Chad"}, {.name = "Chile"}, {.name = "Egypt"}};
    const struct veto_scenario scenario = {.members = members, .members_count = 3};
    struct veto_flip_part parts[] = {
        {.members = 1, .needed = 1}, {.members = 3, .needed = 1}, {.members = 7, .needed = 1}};
    const struct veto_flip flips[] = {{.parts = &parts[0], .part_count = 1},
                                      {.parts = &parts[1], .part_count = 1},
                                      {.parts = &parts[2], .part_count = 1}};
    static const struct {
        unsigned sizes[2];
        size_t flip;
        bool more;
        const char *text;
    } cases[] = {
        {{1, 3},
         0,
         false,
         "Chad alone decides whether it is adopted; for it to fail, 3 other ballots are needed"},
        {{1, 0}, 1, false, "Chad and Chile each alone decide whether it is adopted"},
        {{1, 1},
         2,
         false,
         "Any one of 3 members decides whether it is adopted, and any one of 3 members decides "
         "whether it fails"},
        {{1, 0}, 1, true, "Any one of at least 2 members decides whether it is adopted"},
        {{2, 4},
         0,
         false,
         "No single ballot decides; for it to be adopted, 2 other ballots are needed; for it to "
         "fail, 4 other ballots are needed"},
        {{0, 0}, 0, false, "No single ballot decides"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_flips all = {.to = {{.outcome = VETO_ADOPTED}, {.outcome = VETO_FAILED}},
                                 .to_count = 2};
        for (size_t j = 0; j < 2; j++) {
            struct veto_flips_to *to = &all.to[j];
            to->size = cases[i].sizes[j];
            to->flips = &flips[cases[i].flip];
            to->flip_count = to->size > 0;
            to->more = cases[i].more;
        }
        ck_assert_str_eq(words_flips_lead(&words, &scenario, &all), cases[i].text);
    }
    arena_free(&words);
}
END_TEST

static const struct suite_entry entries[] = {
    {leads_with_who_decides, 0},
    {the_question_is_that_of_the_vote, 0},
    {without_a_vote_nothing_can_be_changed, 0},
    {a_veto_is_lifted_or_made_pointless, 0},
    {five_of_these_seven, 0},
    {no_veto_on_a_procedural_question, 0},
    {a_bloc_moves_together, 0},
    {flips_are_the_least_of_all, 5},
    {decisive_is_brute_force, 0},
    {a_council_of_sixty_four, 0},
    {too_many_to_try, 0},
    {equal_flips_stand_as_found, 0},
    {nothing_to_free, 0},
};

SUITE("flips", entries)
